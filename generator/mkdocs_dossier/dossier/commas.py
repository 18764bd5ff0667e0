"""Find texts inside `{…}` that a comma of their own cuts in two: YAML reads what follows it as a field.

To YAML nothing is wrong there, so it is found here: each such comma is a problem, and the text is put
together again, so that its pieces cause no further problems. In `[…]`, a colon does the same to a text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import SECTIONS
from mkdocs_dossier.yaml.files import position
from mkdocs_dossier.yaml.tree import Braces, ListNode, MapNode, Node, TextNode, walk

_NAME = re.compile(r"[a-z0-9_-]+")
# A comma or colon, white space and comments before it aside.
_COMMA = re.compile(r"(?:\s|(?<=\s)#.*)*,")
_COLON = re.compile(r"\s*:")
_THOUSANDS = re.compile(r"\W*[0-9]{1,3}(?:, ?[0-9]{3})+")
_MOST_SLIPS = 3_000
"""How many unknown keys are compared with the names of fields: more than `Suggestions` would by itself."""

# What YAML folds into one blank where a plain text goes on in the next line.
_FOLDED = re.compile(r"[ \t]*\r?\n\s*")
_TAGGED = "names"
"""The field whose keys are language tags, which may have capitals."""


def rejoin(node: Node | None, fields: Sequence[str]) -> Iterator[Problem]:
    """Find the texts of a file that a comma cuts in two, and put each together again: the tree is changed.

    `fields` are the names of all fields: a key that is nearly one of them is a slip, and left alone.
    """
    is_field = _IsField(fields)
    # Once each: a part that aliases share is written, and mended, in one place.
    for path, current in walk(node, once=True):
        if isinstance(current, ListNode):
            yield from _in_brackets(current, is_field)
        elif isinstance(current, MapNode) and current.braces is not None:
            is_tagged = path[-1:] == (_TAGGED,)
            yield from _in_braces(current, current.braces, None if is_tagged else is_field)


class _IsField:
    """Tell whether a key may be meant as a field: it has the form of a name, or is nearly a known one."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.known = {*fields, *SECTIONS}
        self.suggestions = Suggestions(_MOST_SLIPS)

    def __call__(self, key: str) -> bool:
        return bool(_NAME.fullmatch(key) or self.suggestions.nearest(key, "all fields", self.known))


def _in_brackets(node: ListNode, is_field: _IsField) -> Iterator[Problem]:
    """Find the items of a list that a colon turned into a mapping of one pair; make each a text again."""
    for index, item in enumerate(node.items):
        if not isinstance(item, MapNode) or item.braces is None or len(item.items) != 1:
            continue
        ((name, value),) = item.items.items()
        key, text = item.keys[name], item.braces.text
        # A mapping without braces of its own: what YAML makes of `[one, two: three]`.
        is_pair = text[key.start - 1 : key.start] != "{" and item.location == key.location
        if not is_pair or not isinstance(value, TextNode) or value.style or key.style or is_field(name):
            continue
        whole = _FOLDED.sub(" ", text[key.start : max(key.end, value.end)])
        node.items[index] = replace(key, value=whole, end=max(key.end, value.end))
        colon = _COLON.match(text, key.end)
        place = position(item.location.path, text, colon.end() - 1 if colon else key.end)
        message = "A colon and a space stand here inside a text of a list in `[…]`."
        yield error(place, "yaml-syntax", message, f"Put quotation marks around the text: {_quoted(whole)}.")


def _in_braces(node: MapNode, braces: Braces, is_field: _IsField | None) -> Iterator[Problem]:
    """Go through the keys of a mapping in order, and join what is no field to the value before it.

    An `is_field` of None says that any key may be a field: only keys without a value are joined.
    """
    # By identity, since nodes are equal by value.
    cut_off = {id(key) for key in braces.cut_off}
    owner, rest = "", list[TextNode]()
    for key in sorted([*node.keys.values(), *braces.cut_off], key=lambda one: one.start):
        value = None if id(key) in cut_off else node.items[key.value]
        if owner and (value is None or (is_field and _is_rest(node, owner, key, value, is_field))):
            rest.append(key)
            continue
        if rest:
            yield _joined(node, braces, owner, rest)
        owner, rest = key.value, []
    if rest:
        yield _joined(node, braces, owner, rest)


def _is_rest(node: MapNode, owner: str, key: TextNode, value: Node, is_field: _IsField) -> bool:
    """Tell whether a key with a value is the rest of the plain text before it, which a colon cut as well."""
    before = node.items[owner]
    return (
        isinstance(before, TextNode)
        and isinstance(value, TextNode)
        and (before.style, key.style, value.style) == (None, None, None)
        and not before.is_blank
        # The text of an alias is written elsewhere, so that nothing here was cut off from it.
        and node.keys[owner].end <= before.start <= before.end <= key.start <= value.start
        and not is_field(key.value)
    )


def _joined(node: MapNode, braces: Braces, owner: str, rest: Sequence[TextNode]) -> Problem:
    """Join a value with what was cut off from it, and return the problem, placed at the first comma."""
    value, first = node.items[owner], rest[0]
    ends = [_end(node, key) for key in rest]
    for key in rest:
        if node.keys.get(key.value) is key:
            del node.items[key.value], node.keys[key.value]
    if not isinstance(value, TextNode):
        place = position(node.location.path, braces.text, _comma_before(braces.text, first.start))
        return _problem(place, owner, first.value, f"Put it inside the brackets of `{owner}`")
    comma = _COMMA.match(braces.text, value.end)
    at = comma.end() - 1 if comma else _comma_before(braces.text, first.start)
    place = position(node.location.path, braces.text, at)
    if value.style and all(key.style for key in rest):
        listed = ", ".join(_quoted(part.value) for part in (value, *rest))
        return _problem(place, owner, first.value, f"Write the texts as a list: `{owner}: [{listed}]`")
    whole = value.value + _FOLDED.sub(" ", braces.text[value.end : ends[-1]])
    if _THOUSANDS.fullmatch(whole):
        number = re.sub(", ?", "", whole)
        return _problem(place, owner, first.value, f"Write a number without commas: `{owner}: {number}`")
    # One word and then a name: as likely a field without its value, so the value stays as it is.
    if " " in value.value or not _NAME.fullmatch(first.value):
        node.items[owner] = replace(value, value=whole, end=ends[-1])
    hint = f"Put quotation marks around the whole text: `{owner}: {_quoted(whole)}`"
    return _problem(place, owner, first.value, hint)


def _end(node: MapNode, key: TextNode) -> int:
    """Return the index behind a key's value, or behind the key where it has none."""
    value = node.items.get(key.value) if node.keys.get(key.value) is key else None
    return value.end if isinstance(value, TextNode) and not value.is_blank else key.end


def _comma_before(text: str, index: int) -> int:
    return max(text.rfind(",", 0, index), 0)


def _problem(place: Location, owner: str, rest: str, hint: str) -> Problem:
    message = (
        f"This comma inside `{{…}}` ends the value of `{owner}`: what follows, `{rest}`, reads as a field."
    )
    if _NAME.fullmatch(rest) and not rest.isdecimal():
        hint = f"{hint}; if `{rest}` is a field, write its value: `{rest}: …`"
    return error(place, "yaml-syntax", message, f"{hint}.")


def _quoted(text: str) -> str:
    """Return a text in quotation marks, as YAML writes it."""
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
