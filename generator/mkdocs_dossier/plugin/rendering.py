"""Pages that are rendered before MkDocs comes to them: the theme's templates, run by several processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from mkdocs_dossier.plugin.made import Spool
from mkdocs_dossier.plugin.processes import FEWEST, Task
from mkdocs_dossier.plugin.writtenpage import WrittenPage

_MAIN = "main.html"
_TEMPLATE = 100_000  # bytes of content that take as long as the rest of a page


@dataclass(frozen=True, slots=True)
class Site:
    """What MkDocs renders pages from."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Ready(Template):
    """Stands in for a page's template where the page is finished. Jinja takes a template for its own name."""

    def __new__(cls, *_: object) -> "Ready":
        """Make one, of no source."""
        return object.__new__(cls)

    def __init__(self, share: "_Share", number: int) -> None:
        self._share = share
        self._number = number

    def render(self, *arguments: Any, **more: Any) -> str:
        """Return the finished page."""
        return self._share.page(self._number, *arguments, **more)


class _Share:
    """Pages that another process renders, and this one if that fails."""

    def __init__(self, pages: Sequence[WrittenPage], site: Site) -> None:
        self._pages = pages
        self._site = site
        self._spool = Spool()
        self._places: list[tuple[int, int]] | None = None
        self._task: Task[list[tuple[int, int]]] | None = Task(self._render)
        for number, page in enumerate(pages):
            page.is_finished = True
            page.meta = {**page.meta, "template": Ready(self, number)}

    def _render(self) -> list[tuple[int, int]]:
        listed = _listed(self._site)
        return [self._spool.keep(_output(page, self._site, listed)) for page in self._pages]

    def page(self, number: int, *arguments: Any, **more: Any) -> str:
        """Return a finished page, after all of them are; or render it, as a template is asked to."""
        if self._task:
            self._places, self._task = self._task.result(), None
        if self._places is not None:
            return self._spool.read(self._places[number])
        page = self._pages[number]
        page.is_finished = False
        page.unpack()
        rendered: str = self._site.env.get_template(_MAIN).render(*arguments, **more)
        return rendered


def _listed(site: Site) -> Sequence[File]:
    return site.files.documentation_pages(inclusion=InclusionLevel.is_included)


def _output(page: WrittenPage, site: Site, listed: Sequence[File]) -> str:
    """Render a page as MkDocs does."""
    page.active = True
    plugins = site.config.plugins
    context = get_context(site.nav, listed, site.config, page)
    context = plugins.on_page_context(context, page=page, config=site.config, nav=site.nav)
    output: str = site.env.get_template(_MAIN).render(context)
    output = plugins.on_post_page(output, page=page, config=site.config)
    page.active = False
    return output


def render_apart(site: Site, number: int) -> None:
    """Let so many processes, this one among them, render the pages at which nobody else looks before."""
    pages = [
        file.page
        for file in _listed(site)
        if isinstance(file.page, WrittenPage) and file.page.is_quiet and "template" not in file.page.meta
    ]
    if number > 1 and len(pages) >= FEWEST:
        for share in _shares(pages, number)[1:]:
            _Share(share, site)


def _shares(pages: Sequence[WrittenPage], number: int) -> list[list[WrittenPage]]:
    """Split pages into parts that take about as long: much of what a template does is the same for each."""
    weights = [_TEMPLATE + (page.made.content.length if page.made.content else 0) for page in pages]
    shares: list[list[WrittenPage]] = [[] for _ in range(number)]
    for page, done in zip(pages, accumulate(weights, initial=0), strict=False):
        shares[done * number // sum(weights)].append(page)
    return shares
