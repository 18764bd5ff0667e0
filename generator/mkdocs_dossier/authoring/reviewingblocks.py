"""The lines of a record in its file, with all that belongs to it: cut out, put back, changed in places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_dossier.authoring.edits import Edit
from mkdocs_dossier.authoring.layout import Layout, Piece
from mkdocs_dossier.authoring.removing import record_lines
from mkdocs_dossier.authoring.reviewingitems import Written
from mkdocs_dossier.authoring.reviewingties import REVIEW
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.drafting.reasons import Reason, read_reason
from mkdocs_dossier.problems import Location, Problem
from mkdocs_dossier.text.lines import split_lines
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.tree import MapNode


def layouts(texts: Mapping[str, str], places: SourceMap) -> Mapping[str, Layout]:
    """Return the layouts of the files that are sound YAML, by path."""
    return {path: Layout(text, places.trees[path]) for path, text in texts.items()}


def _span(layout: Layout, entry: Entry) -> tuple[int, int]:
    """Return where the lines of a record begin, with the comments directly above it, and where they end."""
    start = layout.line_start(entry.key.start)
    while start and layout.text[(above := layout.line_start(start - 1)) : start].lstrip().startswith("#"):
        start = above
    return start, record_lines(layout, entry)[1]


def is_block(layout: Layout, entry: Entry) -> bool:
    """Tell whether a record begins a line of its own, so that it is not in braces with others."""
    return layout.is_blank(layout.line_start(entry.key.start), entry.key.start)


def cut_out(layout: Layout, entry: Entry) -> str:
    """Return the lines of a record that is a block, as if it stood in no section, each ended by a LF."""
    start, end = _span(layout, entry)
    indent = layout.column(entry.key.start)
    lines = split_lines(layout.text[start:end].removesuffix("\n").removesuffix("\r"))
    return "".join(f"{line[min(indent, len(line) - len(line.lstrip(' '))) :]}\n" for line in lines)


def put_back(layout: Layout, entry: Entry, text: str) -> Edit:
    """Put other lines, as `cut_out` gives them, in the place of a record."""
    start, end = _span(layout, entry)
    indent = " " * layout.column(entry.key.start)
    lines = split_lines(text.rstrip())
    written = layout.newline.join(f"{indent}{line}" if line else "" for line in lines)
    ending = layout.newline if layout.text[start:end].endswith(("\n", "\r")) else ""
    return Edit(start, end, f"{written}{ending}")


def standing_in(
    written: Mapping[str, Layout], entries: Iterable[Entry], problems: Iterable[Problem]
) -> Mapping[Ref, Sequence[Problem]]:
    """Find the problems that stand in each of some records, whose files have the layouts, by path."""
    bounds: dict[str, list[tuple[Location, Location, Ref]]] = {}
    for entry in entries:
        start = entry.key.location
        layout = written[start.path]
        last = layout.end(entry.node)
        lines = len(split_lines(layout.text[entry.key.start : last])) - 1
        end = Location(start.path, start.line + lines, layout.column(last) + 1)
        bounds.setdefault(start.path, []).append((start, end, entry.ref))
    found: dict[Ref, list[Problem]] = {}
    for problem in problems:
        for start, end, ref in bounds.get(problem.location.path, ()):
            if start <= problem.location <= end:
                found.setdefault(ref, []).append(problem)
    return found


def _pieces(layout: Layout, entry: Entry) -> list[Piece]:
    """List the fields of a record in the order they are written in; none of one that is no mapping."""
    return layout.pieces(entry.node, entry.key.end) if isinstance(entry.node, MapNode) else []


def fields(layout: Layout, entry: Entry) -> Iterator[Written]:
    """List the fields of a record as they are written, but for the one that says that it is a draft."""
    for piece in _pieces(layout, entry):
        if piece.key == REVIEW:
            continue
        read = [(comment, _reason(comment, piece.key)) for comment in piece.above]
        reason = next((one for _, one in read if one is not None), None)
        others = tuple(comment for comment, one in read if one is None)
        lines = piece.lines or (f"{piece.key}: {layout.flow(piece.value)}",)
        yield Written(piece.key, lines, reason, others)


def _reason(comment: str, field: str) -> Reason | None:
    found = read_reason(comment)
    return found if found and found.field == field else None


def without_field(layout: Layout, entry: Entry, name: str) -> Edit:
    """Take a field out of a record that has it; the comments in its lines stay, as those above it do."""
    found = _pieces(layout, entry)
    index = next(at for at, piece in enumerate(found) if piece.key == name)
    piece = found[index]
    if not piece.lines:
        if index + 1 < len(found):
            return Edit(piece.start, found[index + 1].start, "")
        return Edit(found[index - 1].end if index else piece.start, piece.end, "")
    indent = " " * layout.column(piece.start)
    kept = layout.comments(piece.start, piece.end)
    lines = "".join(f"{indent}{comment}{layout.newline}" for comment in kept)
    return Edit(layout.line_start(piece.start), piece.end, lines)


def with_reason(layout: Layout, entry: Entry, reason: Reason) -> list[Edit]:
    """Say anew what a field rests on, in the place of the reason above it; none for a field in braces."""
    found = _pieces(layout, entry)
    index = next(at for at, piece in enumerate(found) if piece.key == reason.field)
    piece = found[index]
    if not piece.lines:
        return []
    start = layout.line_start(piece.start)
    indent = " " * layout.column(piece.start)
    edits = [Edit(start, start, f"{indent}# {reason.comment()}{layout.newline}")]
    at = found[index - 1].end if index else layout.line_end(entry.key.end)
    while at < start:
        following = layout.line_end(at)
        if _reason(layout.text[at:following], reason.field):
            edits.append(Edit(at, following, ""))
        at = following
    return edits
