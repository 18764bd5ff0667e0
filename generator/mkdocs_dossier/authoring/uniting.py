"""Writes what one statement gets of another into its record, and takes the other's record out, in the YAML.

Fields move as they are written, with their comments, where both records are blocks; into or out of braces
they are written anew. The files are changed as text, and proven: read again, they must hold the data that the
two records together should have, and nothing else may differ.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_dossier.authoring.edits import Edit, apply, scalar
from mkdocs_dossier.authoring.layout import Layout, Piece, in_brackets, indented
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.removing import Removal, removal
from mkdocs_dossier.authoring.sameness import CONTEXT_FIELDS, REPORT_FIELDS, Gain
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode, to_data, walk

_BY_HAND = "Merge the two by hand: write the other's reports into `also_in`."


@dataclass
class _Moved:
    """What moves: each report as a list of fields, further fields, positions, comments of what does not."""

    reports: list[list[Piece]] = field(default_factory=list)
    fields: list[Piece] = field(default_factory=list)
    positions: list[Piece] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def unite(texts: Mapping[str, str], places: SourceMap, kept: str, other: str, gained: Gain) -> dict[str, str]:
    """Return the new texts of the files in which two statements are one, which has the id `kept`.

    `texts` are those of all files, by path. Raises `RefusedError` where the records are written in a way in
    which that cannot be done safely.
    """
    one, two = (places.entries[Ref("statements", key)] for key in (kept, other))
    paths = one.key.location.path, two.key.location.path
    layouts = {path: Layout(texts[path], places.trees[path]) for path in paths}
    target, source = (layouts[path] for path in paths)
    # Of the first record, only these change; the other one goes, and what is in it moves.
    changing = [one.node, *(_mapping(one.node).items.get(name) for name in ("also_in", "positions"))]
    _refuse_shared(target, [node for node in changing if node is not None])
    _refuse_shared(source, [node for _, node in walk(two.node)])
    taken_out = removal(source, two)
    moved = _moved(source, two, gained, taken_out)
    edits: dict[str, list[Edit]] = {paths[1]: [*taken_out.edits]}
    edits.setdefault(paths[0], []).extend(_Writing(target, source, one).edits(moved))
    files = {path: apply(texts[path], edits[path]) for path in edits}
    expected = _expected(places, one, two, gained)
    for path, text in files.items():
        node, problems = parse(path, text.encode())
        if problems or (to_data(node) if node else {}) != expected[path]:
            message = f"`{other}` cannot be merged into `{kept}` as the two are written, in {path}."
            raise RefusedError(message, _BY_HAND)
    return files


def _refuse_shared(layout: Layout, nodes: Sequence[Node]) -> None:
    """Raise `RefusedError` if one of the nodes stands elsewhere too, by an anchor and its aliases."""
    places = Counter(id(node) for _, node in walk(layout.root))
    shared = next((node for node in nodes if places[id(node)] > 1), None)
    if shared is not None:
        raise RefusedError(
            f"The value at {shared.location} is shared by an anchor (`&`) and an alias (`*`).",
            "Write the value out at each place, and merge then.",
        )


def _moved(layout: Layout, entry: Entry, gained: Gain, taken_out: Removal) -> _Moved:
    """Take the other record apart: into what moves, and the comments of what does not."""
    moved = _Moved(comments=list(taken_out.comments))
    first: list[Piece] = []
    for piece in layout.pieces(_mapping(entry.node), entry.key.end):
        if piece.key in REPORT_FIELDS and () in gained.reports:
            first.append(piece)
        elif piece.key in gained.fields:
            moved.fields.append(piece)
        elif piece.key in ("positions", "also_in"):
            _take_inner(moved, layout, piece, gained)
        else:
            moved.comments += _comments(layout, piece)
    if first:
        moved.reports.insert(0, first)
    if _mapping(entry.node).braces is not None:
        # Its pieces have no comments then.
        moved.comments += layout.comments(entry.key.end, taken_out.body)
    return moved


def _take_inner(moved: _Moved, layout: Layout, piece: Piece, gained: Gain) -> None:
    """Take what is gained from a field that holds several things: positions, or further reports."""
    moved.comments += piece.above
    if layout.opening(piece.value) is not None:
        moved.comments += layout.comments(piece.start, piece.end)
    if isinstance(piece.value, MapNode):
        for position in layout.pieces(piece.value, piece.start):
            if position.key in gained.claims:
                moved.positions.append(position)
            else:
                moved.comments += _comments(layout, position)
    elif isinstance(piece.value, ListNode):
        start = piece.start
        for index, item in enumerate(piece.value.items):
            end = layout.line_end(layout.end(item))
            if ("also_in", index) not in gained.reports:
                moved.comments += layout.comments(start, end)
            else:
                moved.reports.append(layout.pieces(_mapping(item), start))
                if layout.opening(item) is not None:
                    moved.comments += layout.comments(start, end)
            start = end


def _mapping(node: Node) -> MapNode:
    if not isinstance(node, MapNode):
        raise TypeError(f"no mapping at {node.location}")
    return node


def _comments(layout: Layout, piece: Piece) -> tuple[str, ...]:
    """List the comments above a field and in its lines."""
    return (*piece.above, *(layout.comments(piece.start, piece.end) if piece.lines else ()))


class _Writing:
    """Writes what moves into the record of one entry; it is taken from another file, or from the same."""

    def __init__(self, target: Layout, source: Layout, entry: Entry) -> None:
        self.target = target
        self.source = source
        self.entry = entry
        self.record = _mapping(entry.node)
        self.inserted: dict[int, str] = {}

    def edits(self, moved: _Moved) -> list[Edit]:
        """Return the edits of the target's text."""
        if self.record.braces is None:
            self.into_block(moved)
        else:
            self.into_braces(moved)
        return [Edit(at, at, text) for at, text in self.inserted.items()]

    def insert(self, at: int, text: str) -> None:
        self.inserted[at] = self.inserted.get(at, "") + text

    def insert_lines(self, at: int, lines: Sequence[str]) -> None:
        """Insert lines at the start of a line, or at the end of the text."""
        if not lines:
            return
        newline = self.target.newline
        before = self.target.text[:at]
        if before and not before.endswith(("\n", "\r")) and at not in self.inserted:
            self.insert(at, newline)
        self.insert(at, "".join(f"{line}{newline}" for line in lines))

    def into_block(self, moved: _Moved) -> None:
        pieces = self.target.pieces(self.record, self.entry.key.end)
        indent = self.target.column(pieces[0].start)
        context = _end(pieces, ("speaker", *CONTEXT_FIELDS))
        self.add_fields(context, indent, [one for one in moved.fields if one.key in CONTEXT_FIELDS])
        self.add_reports(pieces, indent, moved)
        self.add_fields(
            pieces[-1].end, indent, [one for one in moved.fields if one.key not in CONTEXT_FIELDS]
        )
        self.add_positions(pieces[-1].end, indent, moved)

    def add_fields(self, at: int, indent: int, fields: Sequence[Piece]) -> None:
        for piece in fields:
            self.insert_lines(at, indented([*piece.above, *self.lines(piece)], indent))

    def lines(self, piece: Piece) -> tuple[str, ...]:
        """Write a field as a line or several, as seen from its key."""
        return piece.lines or (f"{scalar(piece.key)}: {self.source.flow(piece.value)}",)

    def add_reports(self, pieces: Sequence[Piece], indent: int, moved: _Moved) -> None:
        there = self.record.items.get("also_in")
        if not moved.reports:
            self.insert_lines(pieces[-1].end, indented(moved.comments, indent))
        elif there is None:
            at = _end(pieces, REPORT_FIELDS)
            self.insert_lines(at, [f"{' ' * indent}also_in:"])
            self.insert_items(at, indent + 2, moved)
        elif self.target.opening(there) is None:
            dash = self.target.column(self.target.offset(there.location))
            self.insert_items(self.target.line_end(self.target.end(there)), dash, moved)
        else:
            above = self.target.line_start(self.record.keys["also_in"].start)
            self.insert_lines(above, indented([*moved.comments, *self.above(moved.reports)], indent))
            self.insert_in_braces(there, [self.flow(report) for report in moved.reports])

    def insert_items(self, at: int, indent: int, moved: _Moved) -> None:
        """Insert the reports as items of a list in a block, the dash at an indent."""
        lines = indented(moved.comments, indent)
        for report in moved.reports:
            lines += indented(report[0].above, indent)
            inner = [*self.lines(report[0])]
            for piece in report[1:]:
                inner += (*piece.above, *self.lines(piece))
            first, *others = indented(inner, indent + 2)
            lines += (f"{' ' * indent}- {first.lstrip()}", *others)
        self.insert_lines(at, lines)

    def add_positions(self, at: int, indent: int, moved: _Moved) -> None:
        there = self.record.items.get("positions")
        if not moved.positions:
            return
        if there is None:
            self.insert_lines(at, [f"{' ' * indent}positions:"])
            self.add_fields(at, indent + 2, moved.positions)
        elif self.target.opening(there) is None:
            key = min(_mapping(there).keys.values(), key=lambda one: one.start)
            inner = self.target.line_end(self.target.end(there))
            self.add_fields(inner, self.target.column(key.start), moved.positions)
        else:
            above = self.target.line_start(self.record.keys["positions"].start)
            self.insert_lines(above, indented(self.above([moved.positions]), indent))
            self.insert_in_braces(there, self.flow_fields(moved.positions))

    def into_braces(self, moved: _Moved) -> None:
        """Write all on the record's line; the comments go above it."""
        comments = [*moved.comments, *self.above([*moved.reports, moved.fields, moved.positions])]
        start = self.entry.key.start
        head = self.target.line_start(start)
        if comments and not self.target.is_blank(head, start):
            raise RefusedError(
                f"The comments of the other record have no place beside {self.entry.key.location}.",
                "Write the record on lines of its own, without braces, and merge then.",
            )
        self.insert_lines(head, indented(comments, start - head))
        added = self.flow_fields(moved.fields)
        reports = [self.flow(report) for report in moved.reports]
        for name, texts, brackets in (
            ("also_in", reports, "[]"),
            ("positions", self.flow_fields(moved.positions), "{}"),
        ):
            there = self.record.items.get(name)
            if texts and there is not None:
                self.insert_in_braces(there, texts)
            elif texts:
                added.append(f"{name}: {in_brackets(texts, brackets)}")
        self.insert_in_braces(self.record, added)

    def above(self, groups: Sequence[Sequence[Piece]]) -> list[str]:
        """List the comments of fields that are written in braces, where none can stand."""
        return [one for group in groups for piece in group for one in _comments(self.source, piece)]

    def insert_in_braces(self, node: Node, texts: Sequence[str]) -> None:
        """Add values or fields to a list or mapping in brackets, behind the last that is there."""
        if isinstance(node, TextNode):
            return
        inner = node.items.values() if isinstance(node, MapNode) else node.items
        ends = [self.target.end(one) for one in inner]
        opening = self.target.opening(node)
        if texts and opening is not None:
            text = ", ".join(texts)
            self.insert(max(ends), f", {text}") if ends else self.insert(opening + 1, text)

    def flow_fields(self, pieces: Sequence[Piece]) -> list[str]:
        return [f"{scalar(piece.key)}: {self.source.flow(piece.value)}" for piece in pieces]

    def flow(self, report: Sequence[Piece]) -> str:
        return in_brackets(self.flow_fields(report), "{}")


def _end(pieces: Sequence[Piece], names: Sequence[str]) -> int:
    """Return where the last of some fields ends."""
    return max(piece.end for piece in pieces if piece.key in names)


def _expected(places: SourceMap, one: Entry, two: Entry, gained: Gain) -> dict[str, Any]:
    """Return the data of the files in which the two records are one."""
    paths = {entry.key.location.path for entry in (one, two)}
    data: dict[str, Any] = {path: to_data(places.trees[path]) for path in paths}
    other = data[two.key.location.path]["statements"].pop(two.key.value)
    if not data[two.key.location.path]["statements"]:
        del data[two.key.location.path]["statements"]
    record = data[one.key.location.path]["statements"][one.key.value]
    also = [_report(other if not way else other["also_in"][way[1]]) for way in gained.reports]
    record.update({name: other[name] for name in gained.fields})
    if also:
        record["also_in"] = [*record.get("also_in", []), *also]
    if gained.claims:
        taken = {key: value for key, value in other["positions"].items() if key.strip() in gained.claims}
        record["positions"] = {**record.get("positions", {}), **taken}
    return data


def _report(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name in REPORT_FIELDS}
