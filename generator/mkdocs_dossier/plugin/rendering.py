"""Pages that are rendered before MkDocs comes to them: the theme's templates, run by several processes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from mkdocs_dossier.plugin.made import Spool
from mkdocs_dossier.plugin.memory import Stamp, stamp
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

    def __init__(self, page: WrittenPage, finished: Callable[[], str | None], env: Environment) -> None:
        self._page = page
        self._finished = finished
        self._env = env
        page.is_finished = True
        page.meta = {**page.meta, "template": self}

    def render(self, *arguments: Any, **more: Any) -> str:
        """Return the finished page; render it after all if that failed."""
        output = self._finished()
        if output is None:
            self._page.is_finished = False
            self._page.unpack()
            output = self._env.get_template(_MAIN).render(*arguments, **more)
        return output


class _Share:
    """Pages that another process renders."""

    def __init__(self, pages: Sequence[WrittenPage], site: Site) -> None:
        self._pages = pages
        self._site = site
        self.spool = Spool()
        self._places: list[tuple[int, int]] | None = None
        self._task: Task[list[tuple[int, int]]] | None = Task(self._render)
        for number, page in enumerate(pages):
            Ready(page, partial(self._page, number), site.env)

    def _render(self) -> list[tuple[int, int]]:
        listed = _listed(self._site)
        return [self.spool.keep(_output(page, self._site, listed)) for page in self._pages]

    def _page(self, number: int) -> str | None:
        """Return a finished page, after all of them are; None if the process failed."""
        if self._task:
            self._places, self._task = self._task.result(), None
        return self.spool.read(self._places[number]) if self._places is not None else None


def quiet_pages(site: Site) -> list[WrittenPage]:
    """List our pages at which nobody else looks before they are built, as far as they are not finished."""
    pages = (file.page for file in _listed(site))
    return [
        page
        for page in pages
        if isinstance(page, WrittenPage) and page.is_quiet and "template" not in page.meta
    ]


def take_over(site: Site, stamps: Mapping[str, Stamp], folder: Path) -> None:
    """Take the pages that the last build left in a folder, where they are as it left them.

    `stamps` are those of the pages' files, by the paths of the pages.
    """
    for page in quiet_pages(site):
        file, before = folder / page.file.dest_uri, stamps.get(page.made.path)
        if before and page.is_known and stamp(file) == before:
            Ready(page, partial(_text, file), site.env)


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except (OSError, ValueError):
        return None


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


def render_apart(site: Site, number: int) -> list[Spool]:
    """Let so many processes, this one among them, render the pages at which nobody else looks before.

    Returns what holds the pages that others render, until they are built.
    """
    pages = quiet_pages(site)
    if number == 1 or len(pages) < FEWEST:
        return []
    return [_Share(share, site).spool for share in _shares(pages, number)[1:]]


def _shares(pages: Sequence[WrittenPage], number: int) -> list[list[WrittenPage]]:
    """Split pages into parts that take about as long: much of what a template does is the same for each."""
    weights = [_TEMPLATE + page.length for page in pages]
    shares: list[list[WrittenPage]] = [[] for _ in range(number)]
    for page, done in zip(pages, accumulate(weights, initial=0), strict=False):
        shares[done * number // sum(weights)].append(page)
    return shares
