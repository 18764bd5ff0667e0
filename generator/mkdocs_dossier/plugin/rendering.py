"""Pages that are built before MkDocs comes to them: the theme's templates, run by several processes."""

import logging
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from mkdocs_dossier.plugin.processes import FEWEST, Task
from mkdocs_dossier.plugin.sitefiles import SiteFiles
from mkdocs_dossier.plugin.stamps import Stamp, stamp
from mkdocs_dossier.plugin.writtenpage import WrittenPage

_log = logging.getLogger("mkdocs.plugins.dossier")

_TEMPLATE = 100_000  # bytes of content that take as long as the rest of a page


@dataclass(frozen=True, slots=True)
class Site:
    """What MkDocs renders pages from."""

    config: MkDocsConfig
    files: SiteFiles
    nav: Navigation
    env: Environment


class Share:
    """Pages that another process builds."""

    def __init__(self, pages: Sequence[WrittenPage], site: Site) -> None:
        self._pages = pages
        self._site = site
        self._task = Task(self._build)
        site.files.leave_out(pages)

    def _build(self) -> bool:
        listed = self._site.files.all_pages(InclusionLevel.is_included)
        for page in self._pages:
            _build(page, self._site, listed)
        return True

    def finish(self) -> None:
        """Wait until they are built; build them here if that failed."""
        if self._task.result() is None:
            self._build()


@dataclass(frozen=True, slots=True)
class LastPages:
    """The pages that the last build left in a folder.

    `stamps` are those of the pages' files, by the paths of the pages; `banner` is what stands at their heads.
    `found` are the files that are there now, by their own paths; None where a server has moved them, and
    nobody has looked yet.
    """

    stamps: Mapping[str, Stamp]
    folder: Path
    banner: str
    found: Mapping[str, Stamp] | None = None

    def take_over(self, site: Site, banner: str) -> None:
        """Take over the pages that are as they were left, but for the banner."""
        taken = []
        for page in quiet_pages(site):
            file, before = self._file(page), self.stamps.get(page.made.path)
            if before and page.is_known and before.is_of(self._now(file), moved=self.found is None):
                with suppress(OSError, ValueError):
                    self._put(file, page.file.abs_dest_path, banner)
                    taken.append(page)
        site.files.leave_out(taken)

    def _file(self, page: WrittenPage) -> str:
        if self.found is not None:  # in the site's own folder
            return page.file.abs_dest_path
        return os.path.join(self.folder, page.file.dest_uri)  # noqa: PTH118 - of each page of a site

    def _now(self, file: str) -> Stamp | None:
        return stamp(file) if self.found is None else self.found.get(file)

    def _put(self, file: str, target: str, banner: str) -> None:
        """Put a page where it belongs, if it is not there; raises `OSError` or `ValueError`."""
        if file == target and banner == self.banner:
            return
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        if banner != self.banner:
            opening, mark, rest = Path(file).read_bytes().partition(self.banner.encode())
            if not mark:
                raise ValueError
            Path(target).write_bytes(opening + banner.encode() + rest)
            return
        try:
            os.link(file, target)
        except OSError:  # there are file systems without links
            shutil.copy2(file, target)


def quiet_pages(site: Site) -> list[WrittenPage]:
    """List our pages at which nobody else looks before they are built, as far as they are not built."""
    pages = (file.page for file in site.files.documentation_pages(inclusion=InclusionLevel.is_included))
    return [page for page in pages if isinstance(page, WrittenPage) and page.is_quiet]


def _build(page: WrittenPage, site: Site, listed: Sequence[File]) -> None:
    """Build a page as MkDocs does, and say of which page it is where that fails."""
    page.active = True
    plugins = site.config.plugins
    try:
        context = get_context(site.nav, listed, site.config, page)
        context = plugins.on_page_context(context, page=page, config=site.config, nav=site.nav)
        output: str = site.env.get_template("main.html").render(context)
        output = plugins.on_post_page(output, page=page, config=site.config)
    except Exception as trouble:
        _log.error("Error building page '%s': %s", page.file.src_uri, trouble)
        raise
    write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
    page.active = False


def build_apart(site: Site, number: int) -> list[Share]:
    """Let so many processes, this one among them, build the pages at which nobody else looks before.

    Returns what others build; this process builds its own as MkDocs comes to them.
    """
    pages = quiet_pages(site)
    if number == 1 or len(pages) < FEWEST:
        return []
    return [Share(share, site) for share in _shares(pages, number)[1:]]


def check_links(pages: Iterable[WrittenPage], site: Site) -> None:
    """Report links of pages to places that are not there, as MkDocs does of those that it builds."""
    for page in pages:
        page.validate_anchor_links(files=site.files, log_level=site.config.validation.links.anchors)


def _shares(pages: Sequence[WrittenPage], number: int) -> list[list[WrittenPage]]:
    """Split pages into parts that take about as long: much of what a template does is the same for each."""
    weights = [_TEMPLATE + page.length for page in pages]
    shares: list[list[WrittenPage]] = [[] for _ in range(number)]
    for page, done in zip(pages, accumulate(weights, initial=0), strict=False):
        shares[done * number // sum(weights)].append(page)
    return shares
