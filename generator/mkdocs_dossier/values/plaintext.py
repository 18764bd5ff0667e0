"""Read plain text in any script: one line, several lines, or verbatim.

Some characters are refused: control characters and noncharacters, which no reader can see; overriding bidi
controls, which show letters in another order than they are stored in; and bidi embeddings or isolates left
open, which reorder what stands beside them (UAX #9; Unicode Technical Report #36, section 3.2).
"""

import re
import unicodedata

from mkdocs_dossier.values.invalid import InvalidValue, code_point

# The last two code points of each plane are noncharacters, as are U+FDD0 to U+FDEF (Unicode Standard, 23.7).
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
# Not among them: the tab and all line breaks, which some of the parsers take.
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_ODD_BREAK = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_FORM_BREAK = re.compile("[\x0b\x0c]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_OVERRIDES = {"\u202d": "LRO", "\u202e": "RLO"}
_OPENING = {"\u202a": "LRE", "\u202b": "RLE", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI"}
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSING = {_POP_EMBEDDING: "PDF", _POP_ISOLATE: "PDI"}
_CLOSED_BY = {opening: _POP_EMBEDDING if opening in "\u202a\u202b" else _POP_ISOLATE for opening in _OPENING}


def parse_text(text: str) -> str:
    """Read one line of plain text, into NFC, without white space at its ends. Raises `InvalidValue`."""
    value = _stripped(text)
    start = text.index(value)
    if found := _LINE_BREAK.search(value):
        raise InvalidValue(
            f"has a line break at position {start + found.start() + 1}",
            "write it on one line; in YAML, “>-” folds lines into one, “|” keeps them",
        )
    if (tab := value.find("\t")) >= 0:
        raise _unseen("\t", start + tab)
    _refuse_unseen(value, start)
    _refuse_unbalanced(value, start)
    return unicodedata.normalize("NFC", value)


def parse_verbatim(text: str) -> str:
    """Read words copied from a source, with their line breaks and tabs, without white space at the ends.

    They are not normalised: the characters stay those of the source. Raises `InvalidValue`.
    """
    value = _stripped(text)
    start = text.index(value)
    if found := _FORM_BREAK.search(value):
        raise _unseen(found[0], start + found.start())
    _refuse_unseen(value, start)
    _refuse_unbalanced(value, start)
    return value


def parse_prose(text: str) -> str:
    """Read Markdown in paragraphs, into NFC and lines that end with LF, without white space at its ends.

    Raises `InvalidValue`. A bidi control that is opened in a paragraph must be closed in it, since its effect
    ends there (UAX #9, rule P1).
    """
    unified = text.replace("\r\n", "\n")
    value = _stripped(unified)
    start = unified.index(value)
    if found := _ODD_BREAK.search(value):
        raise _unseen(found[0], start + found.start())
    _refuse_unseen(value, start)
    paragraph = 0
    for blank in _BLANK_LINE.finditer(value):
        _refuse_unbalanced(value[paragraph : blank.start()], start + paragraph)
        paragraph = blank.end()
    _refuse_unbalanced(value[paragraph:], start + paragraph)
    return unicodedata.normalize("NFC", value)


def _stripped(text: str) -> str:
    """Return a text without white space at its ends; refuse one that shows nothing."""
    value = text.strip()
    if not any(_is_visible(character) for character in value):
        raise InvalidValue("is empty", "write some text, or leave the field out")
    return value


def _is_visible(character: str) -> bool:
    """Tell whether a character shows, or is refused elsewhere with a message of its own."""
    return unicodedata.category(character) not in ("Cf", "Zs", "Zl", "Zp")


def _refuse_unseen(value: str, start: int) -> None:
    if found := _UNSEEN.search(value):
        raise _unseen(found[0], start + found.start())


def _unseen(character: str, index: int) -> InvalidValue:
    kind = "a line break" if _LINE_BREAK.match(character) else "a control character"
    if character == "\t":
        kind = "a tab"
    elif unicodedata.category(character) in ("Cs", "Cn"):
        kind = "a code that is no character"
    hint = "write a space instead" if character == "\t" else "remove it"
    return InvalidValue(f"has {kind}, {code_point(character)}, at position {index + 1}", hint)


def _refuse_unbalanced(value: str, start: int) -> None:
    """Refuse bidi controls that override, close nothing or stay open; `start` is the index of `value`."""
    pending: list[tuple[str, int]] = []
    for match in _BIDI.finditer(value):
        control, index = match[0], start + match.start()
        if control in _OVERRIDES:
            raise _bidi("that overrides the order of letters", _OVERRIDES[control], control, index)
        if control in _OPENING:
            pending.append((control, index))
        elif pending and _CLOSED_BY[pending[-1][0]] == control:
            pending.pop()
        else:
            raise _bidi("that closes nothing", _CLOSING[control], control, index)
    if pending:
        control, index = pending[-1]
        raise _bidi("that is never closed", _OPENING[control], control, index)


def _bidi(fault: str, name: str, control: str, index: int) -> InvalidValue:
    message = f"has an unseen bidi control {fault}, {name} ({code_point(control)}), at position {index + 1}"
    return InvalidValue(message, "remove it; scripts written from right to left are shown rightly without it")
