"""The MkDocs plugin: hands the dossier's pages to MkDocs in memory."""

import logging
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from mkdocs_dossier import site
from mkdocs_dossier.collector import paused_collector
from mkdocs_dossier.pages.figures import with_figures, without_figures
from mkdocs_dossier.pages.navigation import SECTIONS_IN_NAV, is_index, section_of
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.words import Words

# Outside of MkDocs' own loggers: what is said here is not counted by `--strict`, which would end a
# server, and is shown with `--quiet` too.
log = logging.getLogger("mkdocs_dossier")

MOST_IN_BANNER = 20
EXTENSIONS = ("attr_list", "md_in_html", "tables")
# Material's search: split at all that is no letter, and before each Han character, so that a name inside
# a longer run is found.
SEPARATOR = (
    r"[\s\u200b\-‐-―_,.:;!?=\[\](){}<>\"'’‘ʼʿʾ`“”„«»،؛؟。、，：；！？（）《》「」/|·…]+"
    r"|(?=[\u3400-\u9fff])|&(?:amp|lt|gt);"
)


class DossierConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """The plugin's options in `mkdocs.yml`."""

    source = config_options.Type(str, default="seeds")
    """The dossier's folder, relative to `mkdocs.yml`."""


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """Reads the dossier before each build, and adds its pages to the site.

    Under `mkdocs serve`, a dossier that has problems leaves the last good pages in place: an exception
    there would leave every request of the browser waiting.
    """

    def __init__(self) -> None:
        self.serving = False
        self.files: Mapping[str, bytes] = {}
        self.figures: dict[str, list[str]] = {}
        self.problems: tuple[Problem, ...] = ()
        self.words = Words()

    # MkDocs keeps the plugin's instance over rebuilds only where it has this method.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Note whether a server runs."""
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the dossier before MkDocs empties the site's folder; prepare what the pages need."""
        self._load(config)
        prepare(config, self.files, self.words)
        return config

    def _load(self, config: MkDocsConfig) -> None:
        with paused_collector():
            loaded = site.load(site.read_folder(self._folder(config)))
        self.problems = loaded.problems
        report(loaded.problems, self.config.source)
        if stops(loaded.problems, strict=config.strict and not self.serving):
            said = f"{len(loaded.problems)} problem(s) in the dossier {self.config.source}; see above."
            if not (self.serving and self.files):
                raise PluginError(said)
            log.error("%s The last good pages stay.", said)
            return
        self.words = site.words_in(loaded.dossier.settings.language)
        self.files = site.build(loaded, self.words, directory_urls=config.use_directory_urls)

    def _folder(self, config: MkDocsConfig) -> Path:
        return (Path(config.config_file_path or "mkdocs.yml").parent / self.config.source).resolve()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 - MkDocs' signature
    ) -> LiveReloadServer:
        """Rebuild on an edit to a record or a source text."""
        server.watch(str(self._folder(config)))
        return server

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the dossier's pages; a hand-written page of the same path stands in place of ours."""
        self.figures = {}
        hand_written = {file.dest_uri: file.src_uri for file in files}
        for path, content in self.files.items():
            if files.get_file_from_path(path) is None:
                level = InclusionLevel.INCLUDED if is_index(path) else InclusionLevel.NOT_IN_NAV
                ours = File.generated(config, path, content=self._lifted(path, content), inclusion=level)
                if (other := hand_written.get(ours.dest_uri)) is not None:
                    self._refuse_clash(path, other)
                else:
                    files.append(ours)
        if config.nav is None:
            if config.theme.name == "material" and "navigation.indexes" not in config.theme.get(
                "features", []
            ):
                config.theme["features"] = [*config.theme.get("features", []), "navigation.indexes"]
            config.nav = navigation(files, self.words, set(self.files))
        return files

    def _lifted(self, path: str, content: bytes) -> str | bytes:
        """Keep a page's pictures back until it is built."""
        if not path.endswith(".md"):
            return content
        page, self.figures[path] = without_figures(content.decode())
        return page

    def _refuse_clash(self, path: str, other: str) -> None:
        """Say that a hand-written page would be lost: it has another path than ours, and the same address."""
        said = f"{other} has the address of the dossier's page {path}: give it that name to show it instead."
        if not self.serving:
            raise PluginError(said)
        log.error("%s", said)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """Give each record's page the section of its index: breadcrumbs and the active tab follow."""
        for path in self.files:
            file, index = files.get_file_from_path(path), files.get_file_from_path(section_of(path))
            if file and index and file.page and index.page and file is not index:
                parent = index.page.parent
                if isinstance(parent, Section) and file.page.parent is None:
                    file.page.parent = parent
        return nav

    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        files: Files,  # noqa: ARG002 - MkDocs' signature
    ) -> str:
        """Let links between records preview their target; under a server, show what is wrong first."""
        if page.file.src_uri in self.figures:
            html = html.replace('<a href="../', '<a data-preview href="../')
        return banner(self.problems, self.config.source) + html if self.serving and self.problems else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs' signature
        """Put the page's pictures back, and add what others show of a link to it."""
        figures = self.figures.get(page.file.src_uri)
        html = with_figures(output, figures) if figures else output
        return with_card(html, page, ours=figures is not None)


def with_card(html: str, page: Page, *, ours: bool) -> str:
    """Add to a page's head what others show of a link to it; a page of ours has its texts escaped."""
    show = str if ours else escape
    title, description = show(str(page.title or "")), show(str(page.meta.get("description", "")))
    named = {"og:type": "article", "og:title": title, "og:description": description}
    if page.canonical_url:
        named["og:url"] = escape(page.canonical_url)
    tags = "".join(f'<meta property="{name}" content="{value}">' for name, value in named.items() if value)
    return html.replace("</head>", f"{tags}</head>", 1)


def stops(problems: tuple[Problem, ...], *, strict: bool) -> bool:
    """Tell whether problems stop a build: errors do, in a strict one warnings too."""
    return any(strict or problem.level is Level.ERROR for problem in problems)


def report(problems: tuple[Problem, ...], folder: str) -> None:
    """Say each problem with its place, clickable in a terminal."""
    for problem in problems:
        level = logging.ERROR if problem.level is Level.ERROR else logging.WARNING
        log.log(level, "%s/%s", folder, problem)


def banner(problems: tuple[Problem, ...], folder: str) -> str:
    """Write the problems as a box for the head of a page."""
    items = "".join(
        f"<li><code>{escape(f'{folder}/{problem.location}')}</code> {escape(problem.message)}"
        f"{f'<br>{escape(problem.hint)}' if problem.hint else ''}</li>"
        for problem in problems[:MOST_IN_BANNER]
    )
    stopped = stops(problems, strict=False)
    head = "The dossier has errors: this is the last good site." if stopped else "The dossier has warnings."
    return f'<aside class="dossier-problems" role="alert"><p>{head}</p><ul>{items}</ul></aside>\n'


def follow_language(config: MkDocsConfig, words: Words) -> None:
    """Let Material speak the dossier's language, and run in its direction, where nothing else is set."""
    theme = config.theme
    if theme.name != "material" or words.language == "en" or theme.get("language", "en") != "en":
        return
    folders = [Path(folder) / "partials" / "languages" for folder in theme.dirs]
    for tag in (words.language, words.language.partition("-")[0]):
        if any((folder / f"{tag}.html").is_file() for folder in folders):
            theme["language"] = tag
            return
    theme["direction"] = words.direction


def prepare(config: MkDocsConfig, files: Mapping[str, bytes], words: Words) -> None:
    """Set in the configuration what the pages need and its author has not set."""
    for extension in EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink_title", words.say("Permanent link"))
    follow_language(config, words)
    # The words come before the script that says them.
    for path in sorted(files, key=lambda path: (not path.endswith("words.js"), path)):
        if path.endswith(".css") and path not in config.extra_css:
            config.extra_css.append(path)
        elif path.endswith(".js") and path not in config.extra_javascript:
            config.extra_javascript.append(path)
    for name in ("material/search", "search"):
        search = config.plugins.get(name)
        if search is not None and "pipeline" in search.config and not search.config.get("separator"):
            search.config["separator"] = SEPARATOR
            search.config["lang"] = search.config.get("lang") or ["en"]
            # The default drops words such as "said", which is a name too.
            search.config["pipeline"] = search.config.get("pipeline") or []
    if config.validation.links.anchors == logging.INFO:
        config.validation.links.anchors = logging.WARNING


def navigation(files: Files, words: Words, ours: set[str]) -> list[object]:
    """Order a site whose author set no navigation: home, the dossier's sections, all other pages."""
    others = [
        file.src_uri
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.src_uri not in ours and file.src_uri != "index.md"
    ]
    # A section of one page, its index, gives the records below it their place; Material shows it as one line.
    sections = [{words.say(title): [path]} for path, title in SECTIONS_IN_NAV]
    nested: list[object] = nest_paths(others)  # type: ignore[no-untyped-call]  # MkDocs' function is not typed
    return ["index.md", *sections, *nested]
