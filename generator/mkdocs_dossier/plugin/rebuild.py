"""Takes over from the last build what nothing has changed that it hangs on."""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.pages.tracing import Digests, ReadTable
from mkdocs_dossier.plugin import basis
from mkdocs_dossier.plugin.cachefolder import cache_folder
from mkdocs_dossier.plugin.made import Kept, Known
from mkdocs_dossier.plugin.memory import Memory, remember, remembered
from mkdocs_dossier.plugin.rendering import LastPages, Site, quiet_pages
from mkdocs_dossier.plugin.shortcut import shortcut
from mkdocs_dossier.plugin.sitefolder import SiteFolder
from mkdocs_dossier.plugin.stamps import stamp

_LIVELY = 0.7
"""Of what is remembered as read, the part that at least must still be."""


class Rebuild:
    """One build of a site, and what it knows of the one before.

    A server remembers while it runs, others in a file. Where somebody else may look at our pages before they
    are built, or Python-Markdown makes them, nothing is taken over.
    """

    def __init__(
        self, config: MkDocsConfig, ground: str, digests: Digests, last: "Rebuild | None", *, serving: bool
    ) -> None:
        """Begin; `ground` is the digest of what the dossier's pages hang on besides what `digests` knows."""
        way = shortcut(config)
        self.is_on = way.is_taken and not way.watched
        self._serving = serving
        self._cache = cache_folder(config)
        self._site = config.site_dir
        self._folder = SiteFolder(config.site_dir)
        self._digests = digests
        self._basis = basis.basis(ground, way)
        self._frame = ""
        self._banner = ""
        self._last_banner = last._banner if last else ""
        self._last = self._remembered(last)
        self.memory: Memory | None = None
        """What is to be remembered of this build, once it is done."""

    def again(self) -> "Rebuild":
        """Begin another build of the very same pages, as a server does while the dossier has errors."""
        other = copy(self)
        other._last, other._last_banner, other.memory = self.memory, self._banner, None
        return other

    def _remembered(self, last: "Rebuild | None") -> Memory | None:
        if not self.is_on:
            return None
        if self._serving:
            return last.memory if last else None
        return remembered(self._cache, self._site)

    @property
    def table(self) -> ReadTable:
        """What was read for the pieces that are known."""
        return ReadTable(self._last.reads if self._last else ())

    def known(self) -> Mapping[str, Known]:
        """Return the pieces of the site that would be written as they were."""
        return self._last.unchanged(self._basis, self._digests) if self._last else {}

    def put_aside(self, left_out: Collection[str]) -> None:
        """Keep the site's folder from being emptied; a server has a way of its own to keep the last pages.

        Nobody looks at the folders at its top that are `left_out`.
        """
        if self._last and not self._serving:
            self._folder.put_aside(left_out)

    def put_back(self) -> None:
        """Put the site's folder back, now that MkDocs has emptied it."""
        if not self._serving:
            self._folder.put_back()

    def take_over(
        self, pages: Site, kept: Kept, imprint: Iterable[str], banner: str, folder: Path | None
    ) -> None:
        """Take over finished pages, and write the content of all others.

        `banner` is what stands at the head of each page. `folder` is where a server keeps the last pages.
        """
        if not self.is_on:
            return
        self._frame, self._banner = basis.frame(pages.config, pages.nav, imprint), banner
        if self._last and self._frame and self._frame == self._last.frame:
            found = self._folder.before if folder is None else None
            last = LastPages(self._last.stamps, folder or Path(self._site), self._last_banner, found)
            last.take_over(pages, banner)
        kept.complete(page.made.path for page in quiet_pages(pages))

    def done(
        self, kept: Kept, paths: Mapping[str, str], spared: Collection[str], taken: Collection[str]
    ) -> None:
        """Remove what this build did not write, and remember it.

        `paths` are those of the pages' files. The folders that are `spared` stay as they are, and so do the
        files that are `taken` over.
        """
        if not self.is_on:
            return
        now = {} if self._serving else self._folder.sweep(spared, taken)
        read = set[int]().union(*(piece.reads for piece in kept.pieces.values()))
        reads = kept.table.reads
        digests = [self._digests.of(*one) if number in read else "" for number, one in enumerate(reads)]
        stamps = {path: found for path, file in paths.items() if (found := now.get(file) or stamp(file))}
        memory = Memory(self._basis, self._frame, reads, digests, kept.pieces, stamps)
        self.memory = memory.compact() if len(read) < len(reads) * _LIVELY else memory
        if not self._serving:
            remember(self._cache, self._site, self.memory)
