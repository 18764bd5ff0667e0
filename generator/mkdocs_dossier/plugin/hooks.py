"""The MkDocs plugin: hands the dossier's pages to MkDocs in memory."""

import logging
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_dossier import site
from mkdocs_dossier.dossier.reader import Reader
from mkdocs_dossier.extensions import ExtensionError
from mkdocs_dossier.faults import fault
from mkdocs_dossier.loading import Read, read
from mkdocs_dossier.pages.navigation import index_of
from mkdocs_dossier.plugin import finishing
from mkdocs_dossier.plugin import theme as themetexts
from mkdocs_dossier.plugin.asked import titles
from mkdocs_dossier.plugin.banner import banner, report
from mkdocs_dossier.plugin.collector import pass_over, paused_collector
from mkdocs_dossier.plugin.compiled import CompiledTemplates
from mkdocs_dossier.plugin.later import Later
from mkdocs_dossier.plugin.listing import list_files
from mkdocs_dossier.plugin.made import with_pictures, with_previews
from mkdocs_dossier.plugin.making import NOTHING, Asked, Making, attempt, make, none_yet
from mkdocs_dossier.plugin.ourfiles import OurFiles, refuse_clash
from mkdocs_dossier.plugin.preparing import navigation, prepare
from mkdocs_dossier.plugin.processes import FEWEST, MOST, meanwhile, processes
from mkdocs_dossier.plugin.progress import Progress
from mkdocs_dossier.plugin.rendering import Share, Site, build_apart, check_links
from mkdocs_dossier.plugin.searching import CHOICES, Searching
from mkdocs_dossier.plugin.serve import LastSite, attach
from mkdocs_dossier.plugin.sitefiles import SiteFiles
from mkdocs_dossier.plugin.watched import DossierFolder, OtherPath, Watched
from mkdocs_dossier.plugin.writtenpage import WrittenPage
from mkdocs_dossier.problems import Problem, Purpose, stops
from mkdocs_dossier.words import Words

# Not one of MkDocs' own loggers: their warnings count for `--strict`, which would end a server, and are
# hidden by `--quiet`.
log = logging.getLogger("mkdocs_dossier")


class DossierConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """The plugin's options in `mkdocs.yml`."""

    source = config_options.Type(str, default="seeds")
    """The path of the dossier folder, relative to `mkdocs.yml`."""
    processes = config_options.Choice(tuple(range(MOST + 1)), default=0)
    """How many processes build a large site; 0 stands for as many as there are cores."""

    search = config_options.Choice(CHOICES, default="auto")
    """What finds: `material`, the theme's search, `pagefind`, or what suits the size of the dossier."""


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook is not typed
    """Reads the dossier before each build, and adds its pages to the site.

    Under `mkdocs serve`, the last good pages stay while the dossier has errors: an exception there would
    leave every request of the browser waiting.
    """

    def __init__(self) -> None:
        self.serving = False
        self.ending = False
        """Whether this process ends after the build."""
        self.dirty = False
        self.dossier = DossierFolder()
        self.reader = Reader()
        self.watched: dict[str, list[Watched]] = {}
        self.made = NOTHING
        """The last site that could be made of the dossier."""
        self.rebuild = NOTHING.rebuild
        self.last_site = LastSite()
        self.later = Later()
        self.compiled = CompiledTemplates()
        self.is_attached = False
        """Whether a server does what was put off for `later`."""
        self.progress: Progress | None = None
        self.pages: Site | None = None
        """What pages are rendered from, while they are."""
        self.shares: list[Share] = []
        """The pages that other processes build."""
        self.ours = OurFiles(NOTHING.files, NOTHING.kept)
        self.paths: dict[str, str] = {}
        """The paths of the files that are built of our pages, by those of the pages."""
        self.waiting = False
        """Whether a page that says "no dossier yet" is shown: there was none when the server started."""
        self.problems: tuple[Problem, ...] = ()
        self.search = Searching()
        self.nav: Navigation | None = None
        self.title: str | None = None

    # MkDocs keeps the instance of a plugin between rebuilds only if it has this method.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a server."""
        self.serving, self.dirty = command == "serve", dirty
        self.ending = not self.serving

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the dossier, before MkDocs empties the site's folder, and configure what the pages need."""
        if self.serving and not self.watched:
            self._begin_to_watch(config)
        if not self._load(config):
            self.search.settle(config, self.config.search, serving=self.serving)
        config.site_name = config.site_name or self.made.title
        prepare(config, self.made.assets, self.made.words)
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

    def _load(self, config: MkDocsConfig) -> bool:
        """Read the dossier and write its pages, and tell whether they are written.

        If the dossier has errors, a server keeps the last good ones.
        """
        strict = config.strict and not self.serving
        try:
            with paused_collector():
                folder = self.dossier.read(self._folder(config))
                purpose = Purpose.SERVE if self.serving else Purpose.BUILD
                found = read(folder, self.reader if self.serving else None, purpose)
                number = self._processes(found.records)
                check = meanwhile(found.check, number, lambda: read(folder, purpose=purpose).check())
                made = self._begun(found, config, number)
                self.problems = check()
                if not stops(self.problems, strict=strict):
                    self._take(made())
        except ExtensionError as trouble:
            raise PluginError(str(trouble)) from trouble
        except Exception as trouble:
            # A fault of the program must not end a server either; it is reported like a problem.
            self.problems = (fault(trouble),)
        report(self.problems, self.config.source)
        if stops(self.problems, strict=strict):
            self._stop(f"{len(self.problems)} problem(s) in the dossier {self.config.source}; see above.")
            return False
        if self.ending:
            pass_over()
        return True

    def _processes(self, pages: int) -> int:
        """Return how many processes share the work on so many pages; under a server other threads run."""
        return 1 if self.serving or pages < FEWEST else processes(self.config.processes)

    def _take(self, made: Making) -> None:
        """Take over a site; what else it has is written by now, unless a server does that later."""
        if not self.is_attached:
            made.files.write()
        self.made, self.waiting, self.rebuild = made, False, made.rebuild

    def _begun(self, found: Read, config: MkDocsConfig, number: int) -> Callable[[], Making]:
        """Begin to make the site; return what gives it."""
        work = partial(self._make, found, config, number)
        # With others to ask the rules, nobody waits for what they find, which most often is no error.
        return attempt(work) if number > 1 and not stops(found.problems) else work

    def _make(self, found: Read, config: MkDocsConfig, number: int) -> Making:
        def begin(made: site.Site, words: Words) -> None:
            self.search.take(made.cards, found.records, words)
            self.search.settle(config, self.config.search, serving=self.serving)
            self.search.begin(config, number)

        return make(found, config, Asked(self.config.source, number, self.serving), self.rebuild, begin)

    def _stop(self, said: str) -> None:
        """Keep the last good pages of a dossier with errors; raise `PluginError` if there are none."""
        if self.serving and not self.made.assets and any(one.rule == "no-folder" for one in self.problems):
            self.made, self.waiting = none_yet(self.made.words), True
        if not (self.serving and self.made.assets):
            raise PluginError(said)
        if self.rebuild:
            self.rebuild = self.rebuild.again()
            self.made.kept.unchanged = set(self.made.kept.pages)
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
        last = self.last_site if not self.dirty else None
        self.is_attached = attach(server, self.watched, last, self.later)
        server.watch(folder)
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """Keep the last site, which MkDocs is about to empty."""
        if self.rebuild and not self.dirty:
            self.rebuild.put_aside(self.search.spared)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - MkDocs' signature
        """Put the last site back, if MkDocs failed before it came to write."""
        if self.rebuild:
            self.rebuild.put_back()

    @event_priority(1000)  # MkDocs has emptied the site's folder a moment ago
    def _put_back(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - MkDocs' signature
        if self.rebuild:
            self.rebuild.put_back()
        return files

    @event_priority(-100)  # after other plugins, whose pages may replace ours too
    def _add_files(self, others: Files, *, config: MkDocsConfig) -> Files:
        """Add the dossier's pages, except those that a hand-written page of the same path replaces."""
        files = SiteFiles(others)
        hand_written = {file.dest_uri: file.src_uri for file in files}
        named, self.paths = titles(config.nav), {}
        is_steady = self.is_attached and self.rebuild is not None and self.rebuild.is_on
        self.ours = OurFiles(self.made.files, self.made.kept, self.later if is_steady else None)
        for path in self.ours:
            if path not in files.src_uris:
                ours = self.ours.file(path, config)
                if (other := hand_written.get(ours.dest_uri)) is not None:
                    refuse_clash(path, other, serving=self.serving)
                    continue
                files.append(ours)
                if path in self.made.kept.pages:
                    WrittenPage(named.get(path), ours, config, kept=self.made.kept)
                    self.paths[path] = ours.abs_dest_path
        if config.nav is None:
            if config.theme.name == "material" and "navigation.indexes" not in config.theme.get(
                "features", []
            ):
                config.theme["features"] = [*config.theme.get("features", []), "navigation.indexes"]
            config.nav = navigation(files, self.made.words, set(self.ours))
        return files

    on_files = CombinedEvent(_put_back, _add_files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs' signature
        """Give each record's page the section of its index, which breadcrumbs and the active tab follow."""
        known = files.src_uris
        for path in self.made.kept.pages:
            file, index = known.get(path), known.get(index_of(path))
            if file and index and file.page and index.page and file is not index:
                parent = index.page.parent
                if isinstance(parent, Section) and file.page.parent is None:
                    file.page.parent = parent
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """Escape the tags of a page, before a plugin lists them."""
        themetexts.settle_tags(page)
        if isinstance(page, WrittenPage):
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
        if isinstance(page, WrittenPage) and not page.is_quiet:
            html = with_previews(html)
        return self._banner() + html

    def _banner(self) -> str:
        """Say what is wrong with the dossier, at the head of each page that a server shows."""
        return banner(self.problems, self.config.source, waiting=self.waiting) if self.serving else ""

    @event_priority(200)  # before the plugins that print titles themselves
    def _settle(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape texts of `mkdocs.yml` and titles, now that all pages are read."""
        themetexts.settle(config, env, self.nav)
        if self.serving and env.bytecode_cache is None:
            env.bytecode_cache = self.compiled
        for file in files:
            if file.page is not None:
                themetexts.settle_page(file.page, ours=isinstance(file.page, WrittenPage))
        return env

    @event_priority(-200)  # after all that still changes what pages are rendered from
    def _render(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        self.pages, self.shares = None, []
        # Another plugin may have put files of its own in place of ours.
        if self.nav and isinstance(files, SiteFiles):
            self.pages = Site(config, files, self.nav, env)
            if self.rebuild:
                folder = self.last_site.folder
                self.rebuild.take_over(self.pages, self.made.kept, self.made.imprint, self._banner(), folder)
            number = self._processes(len(self.made.kept.pages))
            self.shares = build_apart(self.pages, number)
        self.progress = Progress("Building pages", len(self.made.kept.pages) - len(self._left_out()))
        return env

    def _left_out(self) -> list[WrittenPage]:
        """List our pages that MkDocs need not build."""
        left_out = self.pages.files.left_out if self.pages else ()
        return [page for page in left_out if isinstance(page, WrittenPage)]

    on_env = CombinedEvent(_settle, _render)

    # MkDocs' own search escapes titles itself when it shows them. So it is given plain ones: this plugin
    # runs just before it and just after it.

    @event_priority(100)
    def _before_search(
        self, _: TemplateContext, *, page: Page, config: MkDocsConfig, **_more: object
    ) -> None:
        self.title = page.title
        if isinstance(page, WrittenPage):
            # Hand-written pages come first: what is searched of them is known now.
            self.search.begin_with(config, self._processes(len(self.paths)), self.made.page_cards, self.paths)
            if page.is_searched:
                page.unpack()
        if "search" in config.plugins:
            page.title = themetexts.plain(page.title)

    @event_priority(-100)
    def _after_search(self, _: TemplateContext, *, page: Page, **_more: object) -> None:
        page.title = self.title
        if isinstance(page, WrittenPage):
            page.unpack()  # where search leaves it out, only now: a plugin would look through all of it

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs' signature
        """Put in the page's pictures, and add the tags for previews of links to it."""
        if isinstance(page, WrittenPage):
            if self.progress:
                self.progress.step()
            output = with_pictures(output, page.pack())
            output = finishing.with_imprint(finishing.with_single_title(output), page, self.made.imprint)
        output = finishing.with_feed(output, page, self.made.words)
        return finishing.with_card(finishing.with_named_search(output, self.made.words), page)

    @event_priority(200)  # before all that may look at the site
    def _finish_pages(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        for share in self.shares:
            share.finish()
        if self.pages:
            check_links(self._left_out(), self.pages)

    @event_priority(100)  # before the search plugin writes its index
    def _finish_search(self, *, config: MkDocsConfig) -> None:
        is_whole = len(self.paths) == len(self.made.kept.pages)
        self.search.finish(config, self.made.page_cards, self.paths.keys(), is_whole=is_whole)

    @event_priority(-1000)  # when all is written
    def _remember(self, *, config: MkDocsConfig) -> None:
        if self.progress:
            self.progress.done()
        if self.rebuild and not self.dirty:
            taken = {page.file.abs_dest_path for page in self._left_out()}
            self.rebuild.done(self.made.kept, self.paths, self.search.spared, taken)
        self.ours.put_off(Path(config.site_dir))
        if not self.serving:
            list_files(config)
            self.made.kept.close()
        if self.ending:
            pass_over()

    on_post_build = CombinedEvent(_finish_pages, _finish_search, _remember)
