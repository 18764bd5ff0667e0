"""What a build remembers for the next: what each piece of the site was written from, and what it gave.

It is a file in a folder that may be deleted at any time. A file that is not whole, or of another version of
anything, is as good as none.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.document.html import Headline
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.tracing import Digests, ReadTable, digest
from mkdocs_dossier.plugin.made import Known, Made
from mkdocs_dossier.plugin.stamps import Stamp

_MOST = 4
"""How many sites of one project are remembered."""
_FORM = 3
"""The number of the file's form; to be raised with each change of it."""
_END = "whole"


@dataclass(frozen=True)
class Memory:
    """A build: what all of it hangs on, each piece by its name, what was read for any, and the pages' files.

    `basis` is the digest of all that every piece depends on, `frame` of what the theme makes of all pages.
    `reads` are by the numbers that pieces have of them; of each there is a digest, "" if no piece has it now.
    """

    basis: str
    frame: str
    reads: Sequence[tuple[str, str]]
    digests: Sequence[str]
    pieces: Mapping[str, Known]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)

    def unchanged(self, basis: str, now: Digests) -> dict[str, Known]:
        """Return the pieces that would be written of the very same values today."""
        if basis != self.basis:
            return {}
        known = zip(self.reads, self.digests, strict=True)
        changed = {
            number for number, (read, before) in enumerate(known) if before and now.of(*read) != before
        }
        return {name: piece for name, piece in self.pieces.items() if changed.isdisjoint(piece.reads)}

    def compact(self) -> "Memory":
        """Leave out what no piece reads any more."""
        table = ReadTable()
        named = zip(self.reads, self.digests, strict=True)
        numbers = [table.numbers([read])[0] if digest else -1 for read, digest in named]
        pieces = {
            name: Known([numbers[one] for one in piece.reads], piece.pages)
            for name, piece in self.pieces.items()
        }
        digests = [digest for digest in self.digests if digest]
        return Memory(self.basis, self.frame, table.reads, digests, pieces, self.stamps)


def remembered(folder: Path, site: str) -> Memory | None:
    """Return what was remembered of a site, by the path of its folder."""
    try:
        with _file(folder, site).open("rb") as file:
            return _read(map(json.loads, file))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration):
        return None


def remember(folder: Path, site: str, memory: Memory) -> None:
    """Keep what is to be remembered; where that cannot be written, the next build does all of it again."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(_file(folder, site), map(_line, _written(memory)), synced=False)
        kept = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[_MOST:]:
            old.unlink()


def _file(folder: Path, site: str) -> Path:
    return folder / f"{digest(site.encode('utf-8', 'surrogateescape'))}.jsonl"


def _line(value: object) -> bytes:
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
    )


def _written(memory: Memory) -> Iterator[object]:
    """List the lines of a memory: at once, those of a large site would be a gigabyte. The last is a mark."""
    yield {"form": _FORM, "basis": memory.basis, "frame": memory.frame, "pieces": len(memory.pieces)}
    yield memory.reads
    yield memory.digests
    for name, piece in memory.pieces.items():
        yield [name, piece.reads, [_page(page) for page in piece.pages]]
    yield memory.stamps
    yield _END


def _page(page: Made) -> list[Any]:
    headings = [[one.level, one.identifier, one.words] for one in page.headings]
    told = [page.path, page.page.title, page.page.description, page.page.boost, page.page.hide]
    return [*told, headings, page.anchors, sorted(page.linked), page.pointed]


def _read(lines: Iterator[Any]) -> Memory | None:
    head = next(lines)
    if head["form"] != _FORM:
        return None
    reads = [(mapping, key) for mapping, key in next(lines)]
    digests = next(lines)
    pieces = {}
    for name, numbers, pages in islice(lines, head["pieces"]):
        pieces[name] = Known(numbers, tuple(_pages(pages)))
    stamps = {path: Stamp(*one) for path, one in next(lines).items()}
    if next(lines) != _END or len(reads) != len(digests):
        return None
    return Memory(head["basis"], head["frame"], reads, digests, pieces, stamps)


def _pages(found: Iterable[Any]) -> Iterable[Made]:
    for path, title, description, boost, hide, headings, anchors, linked, pointed in found:
        yield Made(
            Page(path, title, description, (), boost, tuple(hide)),
            headings=tuple(Headline(*one) for one in headings),
            anchors=tuple(anchors),
            linked=frozenset(linked),
            pointed=tuple((file, anchor, link) for file, anchor, link in pointed),
        )
