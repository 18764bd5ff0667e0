r"""Changes values in a YAML file, and nothing else in it.

A new text is not trusted until it has been read again: its data must be the old data with just the wanted
changes. A change that cannot be proven in this way is left out.

YAML 1.1 changes nothing in a scalar except white space (by folding) and escapes in quoted scalars. So each
character of a value has a place in the file, and a new character can be written there. But no style is
certain to be read as intended: a plain scalar may not begin with `"`, and inside brackets it may not hold
`,`. So several ways of writing are tried, and each is proven.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, MapNode, Node, TextNode, to_data

_Span = tuple[int, int]

_BLANK = " \t\r\n"
_ANCHOR = re.compile(r"&[^ \t\r\n]+[ \t\r\n]+")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n])")
_CONTINUED = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_NAMED_ESCAPES = {
    **{"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"},
    **{"e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
}
_PLAIN = re.compile(r"[a-z0-9][a-z0-9.-]*")
_BOOLEANS = frozenset({"no", "yes", "on", "off", "n", "y", "true", "false", "null"})
_UNWRITABLE = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters from `start` up to but without `end`; if these are equal, inserts."""

    start: int
    end: int
    text: str


def narrowed(old: str, new: str, start: int = 0) -> list[Edit]:
    """Return the shortest single replacement that turns `old` into `new`; an empty list if they are equal.

    `start` is the offset of `old` in the text that the edit is for.
    """
    if old == new:
        return []
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return [Edit(start + first, start + len(old) - last, new[first : len(new) - last])]


@dataclass(frozen=True, slots=True)
class Change:
    """One wanted change of a file's data, with the ways to write it, the best first.

    With an empty `field`, the text `node` becomes `value`; otherwise `field: value` is added to the mapping
    `node`.
    """

    node: TextNode | MapNode
    value: str
    ways: tuple[Edit, ...]
    field: str = ""


def replace(text: str, node: TextNode, edits: Sequence[Edit]) -> Change:
    """Plan to replace parts of a scalar's value, at offsets in that value; `text` is the whole file."""
    return Change(node, apply(node.value, edits), _ways(text, node, edits))


def add_after(text: str, mapping: MapNode, key: str, field: str, value: str) -> Change:
    """Plan to add a field after the one named `key`; `text` is the whole file.

    `value` must be one that needs no quotation marks in YAML. Raises `TypeError` if the value of `key` is no
    text.
    """
    before = mapping.items[key]
    if not isinstance(before, TextNode):
        raise TypeError(f"{key} is no text")
    indent = " " * (mapping.keys[key].location.column - 1)
    # Nobody asks here which style the mapping has: the wrong one of the two is not accepted.
    own_line = _new_line(text, before.end, f"{indent}{field}: {value}")
    in_brackets = Edit(before.end, before.end, f", {field}: {value}")
    return Change(mapping, value, (own_line, in_brackets), field)


def _new_line(text: str, at: int, line: str) -> Edit:
    """Insert a line after the one that `at` is in, or right there if a line ends before `at`."""
    if at > 0 and text[at - 1] == "\n":
        ending = "\r\n" if text[at - 2 : at] == "\r\n" else "\n"
        return Edit(at, at, f"{line}{ending}")
    end = text.find("\n", at)
    if end < 0:
        return Edit(len(text), len(text), f"\n{line}\n")
    ending = "\r\n" if text[end - 1] == "\r" else "\n"
    return Edit(end + 1, end + 1, f"{line}{ending}")


def rewrite(path: str, text: str, root: Node, changes: Sequence[Change]) -> tuple[str, list[Change]]:
    """Make all changes that can be proven; return the new text of the file, and the changes made.

    `root` is the tree of `text`. Of several changes of one node, only the first is made.
    """
    first = {(id(change.node), change.field): change for change in reversed(changes)}
    wanted = [change for change in changes if first[id(change.node), change.field] is change]
    made = _Rewriting(path, text, root)
    made.settle(wanted)
    return made.result, [change for change, _ in made.accepted]


class _Rewriting:
    """Makes changes; a set that cannot be proven as a whole is halved until the faulty ones are alone."""

    def __init__(self, path: str, text: str, root: Node) -> None:
        self.path = path
        self.text = text
        self.root = root
        self.accepted: list[tuple[Change, Edit]] = []
        self.result = text

    def settle(self, changes: Sequence[Change]) -> None:
        possible = [change for change in changes if change.ways]
        if not possible or self.accepts([(change, change.ways[0]) for change in possible]):
            return
        if len(possible) == 1:
            change = possible[0]
            # `any` stops at the first way that is accepted.
            _ = any(self.accepts([(change, way)]) for way in change.ways[1:])
            return
        middle = len(possible) // 2
        self.settle(possible[:middle])
        self.settle(possible[middle:])

    def accepts(self, more: list[tuple[Change, Edit]]) -> bool:
        """Accept these changes, if the new text, read again, has them and no others."""
        chosen = [*self.accepted, *more]
        try:
            text = apply(self.text, [edit for _, edit in chosen])
            content = text.encode()
        except (ValueError, UnicodeEncodeError):
            return False
        node, problems = parse(self.path, content)
        expected = _expected(self.root, [change for change, _ in chosen])
        if node is None or problems or to_data(node) != expected:
            return False
        self.accepted, self.result = chosen, text
        return True


def _expected(root: Node, changes: Sequence[Change]) -> Data:
    """Return the data that a tree has after the changes."""
    values = {id(change.node): change.value for change in changes if not change.field}
    added = {id(change.node): {change.field: change.value} for change in changes if change.field}

    def data(node: Node) -> Data:
        if isinstance(node, TextNode):
            return values.get(id(node), node.value)
        if isinstance(node, MapNode):
            # A key is a node too, and `rename` changes some.
            fields = {values.get(id(node.keys[key]), key): data(inner) for key, inner in node.items.items()}
            return {**fields, **added.get(id(node), {})}
        return [data(item) for item in node.items]

    return data(root)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make all replacements, given in any order, at offsets in the text before them.

    Raises `ValueError` if two of them overlap, or one is not inside the text.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} overlaps another, or is outside a text of {len(text)} characters")
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join([*pieces, text[done:]])


def double_quoted(value: str) -> str:
    """Write any text as a YAML scalar on one line, in double quotation marks."""
    return f'"{_UNWRITABLE.sub(lambda found: _escaped(found[0]), value)}"'


def scalar(value: str) -> str:
    """Write a value plainly if every reader of YAML takes it for text or a date, otherwise in quotes."""
    return value if _PLAIN.fullmatch(value) and not is_boolean(value) else double_quoted(value)


def is_boolean(value: str) -> bool:
    """Tell whether other readers of YAML than ours take a plain value for a truth value, or for none."""
    return value.lower() in _BOOLEANS


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return "\\n" if character == "\n" else f"\\u{ord(character):04x}"


def _ways(text: str, node: TextNode, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the ways to replace parts of a scalar's value, as edits of the file, the best first.

    `edits` have offsets in `node.value`. The first way keeps the scalar's style, the next ones its line
    breaks, the last one neither.
    """
    raw = text[node.start : node.end]
    body = _body(raw, node.style)
    places = _places(raw, body, node)
    written = list(_rewritten(raw, body, node, edits, places)) if places else []
    # Not for a block: it ends after its last line break, so a scalar in its place would run into the next
    # line.
    if node.style not in ("|", ">"):
        written.append(raw[: _anchor_end(raw)] + double_quoted(apply(node.value, edits)))
    return tuple(Edit(node.start, node.end, one) for one in dict.fromkeys(written))


def _anchor_end(raw: str) -> int:
    found = _ANCHOR.match(raw)
    return found.end() if found else 0


def _body(raw: str, style: str | None) -> _Span:
    """Find the content of a scalar as written: without an anchor, quotation marks or a block's first line."""
    start = _anchor_end(raw)
    if style in ("'", '"'):
        return start + 1, len(raw) - 1
    if style in ("|", ">"):
        header = _BLOCK_HEADER.match(raw, start)
        return (header.end() if header else len(raw)), len(raw)
    return start, len(raw)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece of a scalar as written, and the character that it stands for.

    The character is None for white space that may be folded, "" for an escaped line break.
    """

    span: _Span
    character: str | None


def _units(raw: str, body: _Span, style: str | None) -> Iterator[_Unit]:
    """Take a scalar as written apart, by the rules of its style."""
    at, end = body
    while at < end:
        length, character = 1, raw[at]
        if style == "'" and raw.startswith("''", at):
            length = 2
        elif style == '"' and (escape := _ESCAPE.match(raw, at)):
            length, character = len(escape[0]), _unescaped(escape[0])
        elif style == '"' and (continued := _CONTINUED.match(raw, at)):
            yield _Unit((at, at + len(continued[0])), "")
            at += len(continued[0])
            continue
        foldable = length == 1 and character in _BLANK
        yield _Unit((at, at + length), None if foldable else character)
        at += length


def _unescaped(escape: str) -> str:
    code = escape[1:]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode's last code point
    return _NAMED_ESCAPES.get(code, code)


def _places(raw: str, body: _Span, node: TextNode) -> list[_Span] | None:
    """Find where each character of a scalar's value is written; return None if that is not certain.

    The characters of one folded piece of white space share its place.
    """
    places: list[_Span] = []
    joined = False
    for is_blank, group in groupby(_units(raw, body, node.style), lambda unit: unit.character is None):
        units = list(group)
        if is_blank:
            span = (units[0].span[0], units[-1].span[1])
            count = _blank_count(raw[slice(*span)], node, len(places), joined=joined)
            places += [unit.span for unit in units] if count == len(units) else [span] * count
            joined = False
            continue
        for unit in units:
            if unit.character and not node.value.startswith(unit.character, len(places)):
                return None
            places += [unit.span] * len(unit.character or "")
            joined = not unit.character
    return places if len(places) == len(node.value) else None


def _blank_count(blank: str, node: TextNode, at: int, *, joined: bool) -> int:
    """Count the characters of the value, from `at` on, that a piece of white space stands for.

    `joined` says that it follows an escaped line break.
    """
    breaks = len(_BREAK.findall(blank))
    if node.style == '"':
        if not breaks:
            return len(blank)
        return breaks if joined else max(1, breaks - 1)
    end = at
    while end < len(node.value) and node.value[end] in _BLANK:
        end += 1
    return end - at


_Converter = Callable[[str], str]


def _same(written: str) -> str:
    return written


def _single(value: str) -> str:
    return value.replace("'", "''")


def _double(value: str) -> str:
    return _UNWRITABLE.sub(lambda found: _escaped(found[0]), value)


def _kept_in_double(written: str) -> str:
    """Escape a part of a plain scalar for double quotation marks; line breaks stay as they are."""
    return written.replace("\\", "\\\\").replace('"', '\\"')


# For each style, the styles to write it in, its own first: the quotation mark, what converts the text that
# is kept (given as written), and what writes the new text (given as a value).
_STYLES: dict[str | None, tuple[tuple[str, _Converter, _Converter], ...]] = {
    None: (("", _same, _same), ("'", _single, _single), ('"', _kept_in_double, _double)),
    "'": (("'", _same, _single), ('"', lambda kept: _kept_in_double(kept.replace("''", "'")), _double)),
    '"': (('"', _same, _double),),
    "|": (("", _same, _same),),
    ">": (("", _same, _same),),
}


def _rewritten(
    raw: str, body: _Span, node: TextNode, edits: Sequence[Edit], places: Sequence[_Span]
) -> Iterator[str]:
    """Write a scalar with its replacements, once in each style that can keep its line breaks."""
    placed = _placed(edits, places, body)
    if placed is None:
        return
    old_mark = len(node.style) if node.style in ("'", '"') else 0
    for mark, keep, write in _STYLES[node.style]:
        pieces = [raw[: body[0] - old_mark], mark]
        done = body[0]
        for edit in placed:
            pieces += (keep(raw[done : edit.start]), write(edit.text))
            done = edit.end
        pieces += (keep(raw[done : body[1]]), mark, raw[body[1] + old_mark :])
        yield "".join(pieces)


def _placed(edits: Sequence[Edit], places: Sequence[_Span], body: _Span) -> list[Edit] | None:
    """Turn offsets in the value into offsets in what is written; None if one is inside folded white space."""
    placed: list[Edit] = []
    for edit in sorted(edits):
        if any(0 < at < len(places) and places[at - 1] == places[at] for at in (edit.start, edit.end)):
            return None
        if edit.start < edit.end:
            start, end = places[edit.start][0], places[edit.end - 1][1]
        else:
            start = end = places[edit.start][0] if edit.start < len(places) else body[1]
        placed.append(Edit(start, end, edit.text))
    return placed
