"""The dossier's part of a site's files."""

import logging
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.pages.navigation import is_index
from mkdocs_dossier.plugin.later import Later
from mkdocs_dossier.plugin.made import Kept
from mkdocs_dossier.plugin.processes import meanwhile

_log = logging.getLogger("mkdocs_dossier")


class _LateFile(File):
    """A file that a server writes when the pages are there already: nobody may ever ask for it."""

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing yet."""


class OtherFiles:
    """Files by their paths, each written when it is asked for, or all by another process."""

    def __init__(self, write: Mapping[str, Callable[[], bytes]], number: int = 1) -> None:
        self._write = write
        self._written: dict[str, bytes] = {}
        self._all: Callable[[], dict[str, bytes]] | None = None
        if number > 1:
            self._all = meanwhile(self._write_all, number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._write)

    def _write_all(self) -> dict[str, bytes]:
        return {path: write() for path, write in self._write.items()}

    def write(self) -> None:
        """Write all, or wait for who does."""
        for path in self:
            self.content(path)

    def content(self, path: str) -> bytes:
        """Return what a file holds; wait for it, if another process writes it."""
        if self._all:
            self._written, self._all = self._all(), None
        if path not in self._written:
            self._written[path] = self._write[path]()
        return self._written[path]


def refuse_clash(path: str, other: str, *, serving: bool) -> None:
    """Report a hand-written page that would be lost: its path is not that of ours, but its address is."""
    said = f"{other} has the address of the dossier's page {path}: give it that name to show it instead."
    if not serving:
        raise PluginError(said)
    _log.error("%s", said)


class OurFiles:
    """The files of a dossier's site, pages and others; some may be put off for `later`."""

    def __init__(self, others: OtherFiles, kept: Kept, later: Later | None = None) -> None:
        self._others = others
        self._pages = kept.pages
        self._later = later
        self._late: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return chain(self._others, self._pages)

    def file(self, path: str, config: MkDocsConfig) -> File:
        """Make a file for MkDocs."""
        level = InclusionLevel.INCLUDED if is_index(path) else InclusionLevel.NOT_IN_NAV
        if page := self._pages.get(path):
            return File.generated(config, path, content=page.markdown.encode(), inclusion=level)
        if self._is_late(path):
            self._late.append(path)
            return _LateFile.generated(config, path, content=b"", inclusion=level)
        return File.generated(config, path, content=self._others.content(path), inclusion=level)

    def put_off(self, folder: Path) -> None:
        """Have written into the site's folder what was not."""
        if self._later:
            for path in self._late:
                self._later.add(partial(self._write, path, folder / path))

    def _is_late(self, path: str) -> bool:
        """Tell whether a file is written late: no page shows what is in it."""
        return self._later is not None and (path.startswith("data/") or path.endswith("/filter.json"))

    def _write(self, path: str, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, self._others.content(path), synced=False)
