"""Say in an author's words why the YAML parser stopped.

What decides is the text at two places that every parser names: where it stopped, and where the construct
begins that it was reading. Its messages differ between parsers and versions. They count only where the places
leave it open, and then only by words that libyaml 0.2.5, libyaml 0.2.6 and PyYAML's own parser share.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import yaml
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.yaml.files import position

Trouble = yaml.YAMLError | ValueError | OverflowError
TROUBLES = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser may raise: PyYAML's own raises the last two where the number of an escape is too large."""


class Before(NamedTuple):
    """What was read before the parser stopped, by indices into the text.

    `quoted` is the span (end exclusive) of the text that was read last, if it stands in quotation marks.
    `open` holds the starts of the lists and mappings that had not ended, the outermost first.
    """

    quoted: tuple[int, int] | None = None
    open: tuple[int, ...] = ()


class Explanation(NamedTuple):
    """What is wrong, and what to do about it."""

    message: str
    hint: str


class _Found(NamedTuple):
    """An explanation, and the index of the character that it is about."""

    why: Explanation
    at: int


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where and why the parser stopped.

    `at` is the index where it did. `begun` is the index where the construct begins that it was reading, if
    that is before `at`; `is_node` says that it is `at` itself. `said` is the parser's own message.
    """

    text: str
    at: int
    begun: int | None
    is_node: bool
    said: str
    before: Before

    @property
    def here(self) -> str:
        """The character at which it stopped; empty at the end of the file."""
        return self.text[self.at : self.at + 1]

    @property
    def opener(self) -> str:
        """The first character of the construct."""
        return "" if self.begun is None else self.text[self.begun]

    @property
    def read(self) -> str:
        """The construct, as far as it was read."""
        return "" if self.begun is None else self.text[self.begun : self.at]

    def begins_line(self, index: int) -> bool:
        """Tell whether the character at an index is the first of its line."""
        return index == 0 or self.text[index - 1] in "\r\n"


def explain(path: str, text: str, trouble: Trouble, before: Before) -> Problem:
    """Return the problem, at its line and column, that made the YAML parser stop."""
    begun, at = indices(trouble)
    if at is None:
        found = _without_place(text, before)
    else:
        said = " ".join(str(getattr(trouble, name, "")) for name in ("context", "problem"))
        found = _found(_stop(text, begun, at, said, before))
    return error(position(path, text, found.at), "yaml-syntax", *found.why)


def indices(trouble: Trouble) -> tuple[int | None, int | None]:
    """Return where the construct that was read begins, and where the parser stopped, as far as known."""
    begun, at = (getattr(trouble, name, None) for name in ("context_mark", "problem_mark"))
    return begun and begun.index, at and at.index


def _stop(text: str, begun: int | None, at: int, said: str, before: Before) -> _Stop:
    at = min(at, len(text))
    is_inside = begun is not None and begun < at
    return _Stop(text, at, begun if is_inside else None, begun == at, said, before)


def _found(stop: _Stop) -> _Found:
    return next(found for find in _FINDERS if (found := find(stop)) is not None)


_TAB = Explanation(
    "A tab stands where YAML wants spaces.",
    "Replace the tab by spaces; an editor can do so for you.",
)
_COLON = Explanation(
    "A colon and a space stand here inside a text, or this line is indented too far.",
    "Put the text in quotation marks, or write it below `>-`; else align the line with those above.",
)
_COLON_IN_BRACKETS = Explanation(
    "A colon stands here inside a text between brackets.",
    "Put quotation marks around the text.",
)
_DASH = Explanation(
    "A list cannot begin on this line.",
    "Put each `- ` on a line of its own below the key; quote a text that begins with `- `.",
)
_QUESTION_MARK = Explanation(
    "A question mark and a space begin this text.",
    "Put quotation marks around it.",
)
_NEVER_CLOSED = Explanation(
    "A quotation mark opens here and is never closed.",
    "Close it with the same mark; inside '…' an apostrophe is written twice (''), inside \"…\" as \\\".",
)
_NEVER_CLOSED_BEFORE_DASHES = Explanation(
    "A quotation mark opens here and is never closed.",
    "Close it with the same mark.",
)
_BACKSLASH = Explanation(
    'A backslash stands here inside "…" before a character that it cannot escape.',
    "Write the backslash twice, or use '…' in place of \"…\".",
)
NO_CHARACTER = Explanation("This \\u escape names no character.", "Write the character itself.")
_FEW_DIGITS = Explanation(
    "This \\x, \\u or \\U escape does not have its 2, 4 or 8 hexadecimal digits.",
    "Write the character itself.",
)
_LIST = Explanation(
    "The list that begins here with `[` does not end as it should.",
    "Close it with `]`; in it, a text with brackets, braces or commas needs quotation marks.",
)
_MAPPING = Explanation(
    "The mapping that begins here with `{` does not end as it should.",
    "Close it with `}`; in it, a text with brackets, braces or commas needs quotation marks.",
)
_OUT_OF_LINE = Explanation(
    "This line is neither an item of the list above it nor indented below one.",
    "Begin it with `- `, or indent it.",
)
_NO_COLON = Explanation(
    "A key stands here without its colon.",
    "Write `key: value`; a text of several lines needs quotation marks, or `>-` and an indent.",
)
_AFTER_SIGN = Explanation(
    "Something follows `|` or `>` on its line.",
    'Put quotation marks around a value that begins with `>` (as ">85"); a long text begins below.',
)
_LAYOUT = Explanation(
    "The text below `|` or `>` is not laid out as it must be.",
    "Indent all its lines alike, further than its key, and write nothing but a `-` behind the sign.",
)
_MISFIT = Explanation(
    "This does not fit here: it is neither a `key: value` of this level nor inside the line above.",
    "Align it with the keys of its record; a text that has quotation marks in it needs others around it.",
)
_AFTER_END = Explanation(
    "Something stands here after the end of the content.",
    "Is there a line `...` above, a bracket too many, or a line that is not indented like the others?",
)
_NO_VALUE = Explanation(
    "A value is missing here.",
    "Write it, or put quotation marks around a text that has brackets or commas.",
)
_TAG = Explanation("A tag stands here.", "Put quotation marks around a text that begins with `!`.")
_ANCHOR = Explanation(
    "`&` or `*` begins this value, which YAML reads as an anchor or alias.",
    "Put quotation marks around the text.",
)
_VERSION = Explanation(
    "This line names a version of YAML that there is none of.",
    "Remove the line that begins with `%`.",
)
_PERCENT = Explanation(
    "A line of a YAML file cannot begin with `%`.",
    "Put quotation marks around a text that begins with `%`.",
)
_NO_DASHES = Explanation(
    "A line `---` is missing below this one.",
    "Remove the line that begins with `%`: a dossier needs none.",
)
_UNOPENED = Explanation(
    "A closing bracket stands here without one that opens.", "Remove it, or write the opening one."
)
_UNKNOWN = Explanation(
    "YAML cannot be read on from here.",
    "Look at this line and those above it; put quotation marks around a text with special characters.",
)

_CLOSING = {"[": "]", "{": "}"}
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*+'"),
}
# An odd number of them: two stand for one backslash.
_BACKSLASH_AT_END = re.compile(r"(?<!\\)(?:\\\\)*\\\Z")
_DIGITS = {"x": 2, "u": 4, "U": 8}
# Beyond U+10FFFF, the last code point.
_TOO_LARGE = re.compile(r"\\U(?!000[0-9A-Fa-f]|0010)[0-9A-Fa-f]{8}")
_VERSIONS = re.compile(r"%YAML[ \t]+1\.[12](?![0-9])")
_INDENT_SIGN = re.compile(r"[|>][-+]?0")
_LINE = re.compile(r"[^\r\n]*")
_FIRST_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*(%)(YAML|TAG)?")
_KEY = re.compile(r":(?:[ \t\r\n]|\Z)")


def _after_quoted(stop: _Stop) -> _Found | None:
    """Explain what follows a closing quotation mark on its line.

    Where the text goes over several lines, the mark that opens it most often lacks its own closing mark.
    """
    if stop.before.quoted is None:
        return None
    start, end = stop.before.quoted
    sign, rest = stop.text[start], stop.text[end : stop.at]
    if not stop.here.strip() or "\n" in rest or "\r" in rest:
        return None
    if "\n" in stop.text[start:end]:
        line = position("", stop.text, end).line
        message = f"The quotation mark that opens here is closed only in line {line}."
        return _Found(Explanation(message, f"Close this text with {sign} where it ends."), start)
    # The first sign behind the closing mark; where there are only blanks, what the parser stopped at.
    behind = end + len(rest) - len(rest.lstrip()) if rest.strip() else stop.at
    inside = "an apostrophe is written twice ('')" if sign == "'" else 'a quotation mark is written \\"'
    why = Explanation(
        f"Something stands here after the closing quotation mark {sign}.",
        f"Inside {sign}…{sign} {inside}; or write the text below `>-`.",
    )
    return _Found(why, behind)


def _unclosed(stop: _Stop) -> _Found | None:
    """Explain a bracket that is open at the end of the file: the innermost one."""
    if stop.text[stop.at :].strip("\n\r "):
        return None
    for start in reversed(stop.before.open):
        if (sign := stop.text[start]) in _CLOSING:
            message = f"The bracket `{sign}` that opens here is never closed."
            return _Found(Explanation(message, f"Close it with `{_CLOSING[sign]}`."), start)
    return None


def _in_quoted(stop: _Stop) -> _Found | None:
    """Explain what is wrong inside quotation marks: an escape, or that they are never closed."""
    whole = _QUOTED.get(stop.opener)
    if whole is None or stop.begun is None or whole.match(stop.text, stop.begun, stop.at):
        return None
    if stop.begins_line(stop.at) and stop.text.startswith(("---", "..."), stop.at):
        return _Found(_NEVER_CLOSED_BEFORE_DASHES, stop.begun)
    # Both parsers stop at the digits of an escape, behind its letter.
    escape = stop.text[stop.at - 2 : stop.at]
    if stop.opener == '"' and escape[:1] == "\\" and escape[1:] in _DIGITS:
        digits = stop.text[stop.at : stop.at + _DIGITS[escape[1:]]]
        is_whole = re.fullmatch(r"[0-9A-Fa-f]{2,}", digits) and len(digits) == _DIGITS[escape[1:]]
        return _Found(NO_CHARACTER if is_whole else _FEW_DIGITS, stop.at)
    if stop.opener == "'" or not (stop.here or _BACKSLASH_AT_END.search(stop.read)):
        return _Found(_NEVER_CLOSED, stop.begun)
    return _Found(_BACKSLASH, stop.at if stop.here == "\\" else stop.at - 1)


def _in_block(stop: _Stop) -> _Found | None:
    """Explain what is wrong with a text below `|` or `>`."""
    if stop.opener not in ("|", ">") or stop.begun is None:
        return None
    # Still in the line of the sign; an indent of 0 is a fault of the layout.
    if "\n" not in stop.read and "\r" not in stop.read and not _INDENT_SIGN.fullmatch(stop.read + stop.here):
        return _Found(_TAB, stop.at) if stop.here == "\t" else _Found(_AFTER_SIGN, stop.begun)
    return _Found(_TAB if stop.here == "\t" else _LAYOUT, stop.at)


def _in_directive(stop: _Stop) -> _Found | None:
    """Explain a line that begins with a percent sign."""
    start = stop.at if stop.begun is None else stop.begun
    if stop.text[start : start + 1] != "%" or not stop.begins_line(start):
        return None
    # A version that can be read is no fault, so the line must be a text that begins with `%`.
    is_version = stop.begun is None and stop.text.startswith("%YAML", start)
    return _Found(_VERSION if is_version and not _VERSIONS.match(stop.text, start) else _PERCENT, start)


def _in_tag_or_anchor(stop: _Stop) -> _Found | None:
    """Explain a text that begins with `&`, `*` or `!`, which YAML takes for a sign of its own."""
    if stop.begun is not None and re.fullmatch(r"[&*][\w-]*", stop.read):
        return _Found(_ANCHOR, stop.begun)
    if stop.here == "!" and (stop.begun is None or stop.opener in "&!"):
        return _Found(_TAG, stop.at)
    is_tag = stop.begun is not None and re.fullmatch(r"!\S*", stop.read)
    return _Found(_TAG, stop.begun) if is_tag and stop.begun is not None else None


def _in_brackets(stop: _Stop) -> _Found | None:
    """Explain a list or mapping in brackets that does not end."""
    if stop.begun is None or stop.opener not in _CLOSING:
        return None
    return _Found(_LIST if stop.opener == "[" else _MAPPING, stop.begun)


def _at_sign(stop: _Stop) -> _Found | None:
    """Explain a sign that cannot stand where it does."""
    here, is_before_blank = stop.here, not stop.text[stop.at + 1 : stop.at + 2].strip()
    if here == "\t":
        return _Found(_TAB, stop.at)
    # `@` and the backtick are reserved, `%` begins a directive, `|` and `>` a text below (YAML 1.1, 5.3).
    if here and here in "@`%|>" and stop.begun is None:
        message = f"A text cannot begin with `{here}` unless it stands in quotation marks."
        return _Found(Explanation(message, "Put quotation marks around the whole text."), stop.at)
    if here == ":" and stop.begun is not None and stop.text[stop.at + 1 : stop.at + 2] in tuple(",[]{}?"):
        return _Found(_COLON_IN_BRACKETS, stop.at)
    if stop.begun is not None or stop.is_node:
        return None
    signs = {":": _COLON, "-": _DASH, "?": _QUESTION_MARK}
    return _Found(signs[here], stop.at) if here in signs and is_before_blank else None


def _in_key(stop: _Stop) -> _Found | None:
    """Explain a key without its colon: no colon stands in its line, and it is no item of a list."""
    line = None if stop.begun is None else _LINE.match(stop.text, stop.begun)
    if line is None or _KEY.search(line[0] + "\n") or re.match(r"[-?](\s|$)", line[0]):
        return None
    return _Found(_NO_COLON, line.start())


def _as_said(stop: _Stop) -> _Found | None:
    """Explain what the places leave open, by words that all parsers use."""
    # At the end of the file, a bracket that is open is the fault.
    is_open = stop.opener in _CLOSING and not stop.here
    if "find expected ':'" in stop.said and stop.begun is not None and not is_open:
        return _Found(_NO_COLON, stop.begun)
    if "<document start>" in stop.said:
        if directive := _FIRST_DIRECTIVE.match(stop.text, 0, stop.at):
            return _Found(_NO_DASHES if directive[2] else _PERCENT, directive.start(1))
        return _Found(_AFTER_END, stop.at)
    return _Found(_MISFIT, stop.at) if stop.is_node and "block mapping" in stop.said else None


def _in_lines(stop: _Stop) -> _Found | None:
    """Explain a line that belongs neither to the list nor to the mapping around it."""
    if stop.begun is None:
        return None
    if stop.opener == "-" and not stop.text[stop.begun + 1 : stop.begun + 2].strip():
        return _Found(_OUT_OF_LINE, stop.at)
    is_closing = stop.before.open and stop.here and stop.here in _CLOSING.values()
    return _Found(_UNOPENED if is_closing else _MISFIT, stop.at)


def _alone(stop: _Stop) -> _Found:
    """Explain an error for which the parser names one place only."""
    if stop.is_node:
        return _Found(_NO_VALUE, stop.at)
    return _Found(_AFTER_END if stop.here and not stop.before.open else _UNKNOWN, stop.at)


def _without_place(text: str, before: Before) -> _Found:
    """Explain an error for which the parser names no place: an escape beyond the last code point."""
    start = before.quoted[1] if before.quoted else max(before.open, default=0)
    found = _TOO_LARGE.search(text, start)
    return _Found(NO_CHARACTER, found.start() + len("\\U")) if found else _Found(_UNKNOWN, start)


# The first that explains a stop wins; `_alone` explains any.
_FINDERS: tuple[Callable[[_Stop], _Found | None], ...] = (
    _after_quoted,
    _unclosed,
    _as_said,
    _in_quoted,
    _in_block,
    _in_directive,
    _in_tag_or_anchor,
    _in_brackets,
    _at_sign,
    _in_key,
    _in_lines,
    _alone,
)
