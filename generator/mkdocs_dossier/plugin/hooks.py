"""The MkDocs plugin: hands the dossier's pages to MkDocs in memory."""

import logging
import os
from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths
from mkdocs.utils.templates import TemplateContext

from mkdocs_dossier import site
from mkdocs_dossier.document.html import built
from mkdocs_dossier.document.markdown import write_figure, write_page
from mkdocs_dossier.document.nodes import Figure
from mkdocs_dossier.extensions import ExtensionError
from mkdocs_dossier.faults import fault
from mkdocs_dossier.loading import load
from mkdocs_dossier.pages.navigation import index_of, indexes, is_index
from mkdocs_dossier.plugin import asked, finishing
from mkdocs_dossier.plugin import theme as themetexts
from mkdocs_dossier.plugin.collector import paused_collector
from mkdocs_dossier.plugin.searching import CHOICES, Searching, is_searched
from mkdocs_dossier.plugin.serve import attach
from mkdocs_dossier.plugin.watched import DossierFolder, OtherPath, Watched
from mkdocs_dossier.problems import Level, Problem, stops
from mkdocs_dossier.words import Words

# Not one of MkDocs' own loggers: their warnings count for `--strict`, which would end a server, and are
# hidden by `--quiet`.
log = logging.getLogger("mkdocs_dossier")

MOST_IN_BANNER = 20
"""How many problems the box at the head of a page shows."""
WAITING = b"# No dossier yet\n\nIt shows here as soon as it can be read.\n"
EXTENSIONS = ("attr_list", "md_in_html", "tables")


class DossierConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """The plugin's options in `mkdocs.yml`."""

    source = config_options.Type(str, default="seeds")
    """The path of the dossier folder, relative to `mkdocs.yml`."""

    search = config_options.Choice(CHOICES, default="auto")
    """What finds: `material`, the theme's search, `pagefind`, or what suits the size of the dossier."""


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """Reads the dossier before each build, and adds its pages to the site.

    Under `mkdocs serve`, the last good pages stay while the dossier has errors: an exception there would
    leave every request of the browser waiting.
    """

    def __init__(self) -> None:
        self.serving = False
        self.dirty = False
        self.dossier = DossierFolder()
        self.watched: dict[str, list[Watched]] = {}
        self.files: Mapping[str, bytes] = {}
        self.pictures: Mapping[str, Sequence[str]] = {}
        """The pictures of each of our pages, by its path; they are put in after the page is built."""
        self.shown: set[str] = set()
        """The paths of our pages that no hand-written page replaces."""
        self.waiting = False
        """Whether a page that says "no dossier yet" is shown: there was none when the server started."""
        self.problems: tuple[Problem, ...] = ()
        self.search = Searching()
        self.words = Words()
        self.nav: Navigation | None = None
        self.title: str | None = None
        self.imprint: list[str] = []
        """What a page says on paper of where it comes from: the dossier's title, and its date."""
        self.site_name = ""
        """The dossier's title, which the header bears where `mkdocs.yml` names no site."""

    # MkDocs keeps the instance of a plugin between rebuilds only if it has this method.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a server."""
        self.serving, self.dirty = command == "serve", dirty

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the dossier, before MkDocs empties the site's folder, and configure what the pages need."""
        if self.serving and not self.watched:
            self._begin_to_watch(config)
        self._load(config)
        config.site_name = config.site_name or self.site_name
        _prepare(config, self.files, self.words)
        self.search.settle(config, self.config.search, self.words, serving=self.serving)
        for said in themetexts.settle_addresses(config):
            log.warning("%s", said)
        return config

    def _begin_to_watch(self, config: MkDocsConfig) -> None:
        """Note the state of what is watched before the first build, so that no edit during it is missed."""
        for path in (config.docs_dir, config.config_file_path):
            self._watch(path)
        for things in self.watched.values():
            for thing in things:
                thing.begin()

    def _watch(self, path: str) -> None:
        if path:
            self.watched.setdefault(os.path.abspath(path), [OtherPath(Path(path))])  # noqa: PTH100 - as MkDocs

    def _load(self, config: MkDocsConfig) -> None:
        """Read the dossier and write its pages; if it has errors, a server keeps the last good ones."""
        strict = config.strict and not self.serving
        try:
            with paused_collector():
                loaded = load(self.dossier.read(self._folder(config)))
            self.problems = loaded.problems
            if not stops(self.problems, strict=strict):
                words = site.words_in(loaded.dossier.settings.language)
                made = site.make_site(
                    loaded,
                    words,
                    directory_urls=config.use_directory_urls,
                    repository=asked.repository(config, self.config.source),
                    wanted=set(asked.pages(config.nav)),
                    searched=is_searched(config) is not None,
                )
                self.search.cards = made.cards
                self.files, self.pictures = _handed_over(made, directory_urls=config.use_directory_urls)
                self.words, self.waiting = words, False
                self.site_name = loaded.dossier.settings.title
                updated = loaded.dossier.settings.updated
                self.imprint = [self.site_name, *([words.date(updated)] if updated else [])]
        except ExtensionError as trouble:
            raise PluginError(str(trouble)) from trouble
        except Exception as trouble:
            # A fault of the program must not end a server either; it is reported like a problem.
            self.problems = (fault(trouble),)
        _report(self.problems, self.config.source)
        if stops(self.problems, strict=strict):
            self._stop(f"{len(self.problems)} problem(s) in the dossier {self.config.source}; see above.")

    def _stop(self, said: str) -> None:
        """Keep the last good pages of a dossier with errors; raise `PluginError` if there are none."""
        if self.serving and not self.files and any(one.rule == "no-folder" for one in self.problems):
            # The styles of the box with the problems; the page itself needs none.
            styles = {
                path: content for path, content in site.assets(self.words).items() if path.endswith(".css")
            }
            self.files, self.pictures, self.waiting = {"index.md": WAITING, **styles}, {}, True
        if not (self.serving and self.files):
            raise PluginError(said)
        log.error("%s %s", said, "Waiting for it." if self.waiting else "The last good pages stay.")

    def _folder(self, config: MkDocsConfig) -> Path:
        """Return the path of the dossier folder, links in it not followed: where they lead may change."""
        return Path(config.config_file_path or "mkdocs.yml").parent.absolute() / self.config.source

    @event_priority(-100)  # after other plugins: they may tell the server's own parts from ours
    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 - MkDocs' signature
    ) -> LiveReloadServer:
        """Rebuild after an edit of the dossier, or of anything else that the site is made of."""
        folder = str(self._folder(config))
        for path in (config.docs_dir, config.config_file_path, *config.theme.dirs, *config.watch):
            self._watch(path)
        # Appended, since this may be the folder of the hand-written pages as well.
        self.watched.setdefault(os.path.abspath(folder), []).append(self.dossier)  # noqa: PTH100
        attach(server, self.watched, keeps=not self.dirty)
        server.watch(folder)
        return server

    @event_priority(-100)  # after other plugins, whose pages may replace ours too
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the dossier's pages, except those that a hand-written page of the same path replaces."""
        self.shown = set()
        hand_written = {file.dest_uri: file.src_uri for file in files}
        for path, content in self.files.items():
            if files.get_file_from_path(path) is None:
                level = InclusionLevel.INCLUDED if is_index(path) else InclusionLevel.NOT_IN_NAV
                ours = File.generated(config, path, content=content, inclusion=level)
                if (other := hand_written.get(ours.dest_uri)) is not None:
                    self._refuse_clash(path, other)
                else:
                    files.append(ours)
                    self.shown.add(path)
        if config.nav is None:
            if config.theme.name == "material" and "navigation.indexes" not in config.theme.get(
                "features", []
            ):
                config.theme["features"] = [*config.theme.get("features", []), "navigation.indexes"]
            config.nav = _navigation(files, self.words, set(self.files))
        return files

    def _refuse_clash(self, path: str, other: str) -> None:
        """Report a hand-written page that would be lost: its path is not that of ours, but its address is."""
        said = f"{other} has the address of the dossier's page {path}: give it that name to show it instead."
        if not self.serving:
            raise PluginError(said)
        log.error("%s", said)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """Give each record's page the section of its index, which breadcrumbs and the active tab follow."""
        for path in self.files:
            file, index = files.get_file_from_path(path), files.get_file_from_path(index_of(path))
            if file and index and file.page and index.page and file is not index:
                parent = index.page.parent
                if isinstance(parent, Section) and file.page.parent is None:
                    file.page.parent = parent
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Escape the tags of a page, before a plugin lists them."""
        themetexts.settle_tags(page)
        if page.file.src_uri in self.shown:
            self.search.leave_out(page)

    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        files: Files,  # noqa: ARG002 - MkDocs' signature
    ) -> str:
        """Let links between records preview their targets; under a server, put the problems first."""
        if page.file.src_uri in self.shown:
            # Links between records all go up and down again; `data-preview` is Material's attribute.
            html = html.replace('<a href="../', '<a data-preview href="../')
        if self.serving and self.problems:
            html = _banner(self.problems, self.config.source, waiting=self.waiting) + html
        return html

    @event_priority(200)  # before the plugins that print titles themselves
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape texts of `mkdocs.yml` and titles, now that all pages are read."""
        themetexts.settle(config, env, self.nav)
        for file in files:
            if file.page is not None:
                themetexts.settle_page(file.page, ours=file.src_uri in self.shown)
        return env

    # MkDocs' own search escapes titles itself when it shows them. So it is given plain ones: this plugin
    # runs just before it and just after it.

    @event_priority(100)
    def _before_search(
        self, _: TemplateContext, *, page: Page, config: MkDocsConfig, **_more: object
    ) -> None:
        self.title = page.title
        if "search" in config.plugins:
            page.title = themetexts.plain(page.title)

    @event_priority(-100)
    def _after_search(self, _: TemplateContext, *, page: Page, **_more: object) -> None:
        page.title = self.title

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(100)  # before the search plugin writes its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the dossier's cards into the search."""
        self.search.finish(config, self.shown)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs' signature
        """Put in the page's pictures, and add the tags for previews of links to it."""
        if page.file.src_uri in self.shown:
            for number, picture in enumerate(self.pictures.get(page.file.src_uri, ())):
                output = output.replace(_place(number), picture, 1)
            output = finishing.with_imprint(output, page, self.imprint)
        return finishing.with_card(finishing.with_named_search(output, self.words), page)


def _handed_over(made: site.Site, *, directory_urls: bool) -> tuple[dict[str, bytes], dict[str, list[str]]]:
    """Write the pages of a site as MkDocs gets them; return the site's files, and the pictures of each page.

    Until a page is built, an empty element stands for each picture. Pictures are finished HTML; to let the
    Markdown parser and the search indexer read them makes a build of many pages a third slower, and changes
    nothing.
    """
    files: dict[str, bytes] = dict(made.files)
    pictures: dict[str, list[str]] = {}
    address = partial(built, directory_urls=directory_urls)
    for page in made.pages:
        kept = pictures[page.path] = []
        files[page.path] = write_page(page, partial(_kept_back, kept), address).encode()
    return files, pictures


def _kept_back(kept: list[str], figure: Figure) -> str:
    kept.append(write_figure(figure))
    return _place(len(kept) - 1)


def _place(number: int) -> str:
    return f'<div data-dossier-picture="{number}"></div>'


def _report(problems: tuple[Problem, ...], folder: str) -> None:
    """Log each problem with its place, which many terminals make clickable."""
    for problem in problems:
        level = logging.ERROR if problem.level is Level.ERROR else logging.WARNING
        log.log(level, "%s/%s", folder, problem)


def _banner(problems: tuple[Problem, ...], folder: str, *, waiting: bool = False) -> str:
    """Write the problems as a box of HTML for the head of a page."""
    items = "".join(
        f"<li><code>{escape(f'{folder}/{problem.location}')}</code> {escape(problem.message)}"
        f"{f'<br>{escape(problem.hint)}' if problem.hint else ''}</li>"
        for problem in problems[:MOST_IN_BANNER]
    )
    stopped = stops(problems)
    head = "The dossier has warnings."
    if stopped:
        shown = "it cannot be shown yet" if waiting else "this is the last good site"
        head = f"The dossier has errors: {shown}."
    return f'<aside class="dossier-problems" role="alert"><p>{head}</p><ul>{items}</ul></aside>\n'


def _follow_language(config: MkDocsConfig, words: Words) -> None:
    """Set Material's language to the dossier's, or at least its direction, unless the author set another."""
    theme = config.theme
    if theme.name != "material" or words.language == "en" or theme.get("language", "en") != "en":
        return
    # Material has a template for each language that it speaks.
    folders = [Path(folder) / "partials" / "languages" for folder in theme.dirs]
    for tag in (words.language, words.language.partition("-")[0]):
        if any((folder / f"{tag}.html").is_file() for folder in folders):
            theme["language"] = tag
            return
    theme["direction"] = words.direction


def _prepare(config: MkDocsConfig, files: Mapping[str, bytes], words: Words) -> None:
    """Configure what the pages need, unless the author has."""
    for extension in EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink_title", words.say("Permanent link"))
    _follow_language(config, words)
    for path in sorted(files):
        if path.endswith(".css") and path not in config.extra_css:
            config.extra_css.append(path)
        elif path.endswith(".js") and path not in config.extra_javascript:
            config.extra_javascript.append(path)
    # MkDocs' default would let a broken anchor pass a strict build.
    if config.validation.links.anchors == logging.INFO:
        config.validation.links.anchors = logging.WARNING


def _navigation(files: Files, words: Words, ours: set[str]) -> list[object]:
    """Make the navigation of a site whose author set none: home, the dossier's sections, all other pages."""
    others = [
        file.src_uri
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.src_uri not in ours and file.src_uri != "index.md"
    ]
    # Each index is in a section of its own, which its records' pages are given too (see `on_nav`). With
    # `navigation.indexes`, Material shows such a section as one line.
    sections = [
        {words.say(title): [path]} for path, title in indexes().items() if files.get_file_from_path(path)
    ]
    nested: list[object] = nest_paths(others)  # type: ignore[no-untyped-call]  # MkDocs' function is not typed
    return ["index.md", *sections, *nested]
