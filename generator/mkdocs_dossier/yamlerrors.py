"""Says in an author's words what libyaml says in a parser's."""

from typing import NamedTuple

import yaml

from mkdocs_dossier.problems import Location, Problem, error

# What libyaml says, what that means to an author, what to do, and whether the place that counts is
# where the construct begins (its context) or where the reading stopped.
_EXPLANATIONS: tuple[tuple[str, str, str, bool], ...] = (
    (
        "found a tab character",
        "A tab stands where YAML wants spaces.",
        "Replace the tab by spaces; an editor can do so for you.",
        False,
    ),
    (
        "mapping values are not allowed",
        "A colon and a space stand here inside a text, or this line is indented too far.",
        "Put the text in quotation marks, or write it below `>-`; else align the line with those above.",
        False,
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot begin on this line.",
        "Put each `- ` on a line of its own below the key; quote a text that begins with `- `.",
        False,
    ),
    (
        "found unexpected end of stream",
        "A quotation mark opens here and is never closed.",
        "Close it with the same mark; inside '…' an apostrophe is written twice (''), inside \"…\" as \\\".",
        True,
    ),
    (
        "found unexpected document indicator",
        "A quotation mark opens here and is never closed.",
        "Close it with the same mark.",
        True,
    ),
    (
        "found unknown escape character",
        'A backslash stands here inside "…" before a character that it cannot escape.',
        "Write the backslash twice, or use '…' in place of \"…\".",
        False,
    ),
    (
        "found invalid Unicode character escape code",
        "This \\u escape names no character.",
        "Write the character itself.",
        False,
    ),
    (
        "did not find expected hexdecimal number",
        "This \\x, \\u or \\U escape does not have its 2, 4 or 8 hexadecimal digits.",
        "Write the character itself.",
        False,
    ),
    (
        "did not find expected ',' or ']'",
        "The list that begins here with `[` does not end as it should.",
        "Close it with `]`; in it, a text with brackets, braces or commas needs quotation marks.",
        True,
    ),
    (
        "did not find expected ',' or '}'",
        "The mapping that begins here with `{` does not end as it should.",
        "Close it with `}`; in it, a text with brackets, braces or commas needs quotation marks.",
        True,
    ),
    (
        "did not find expected '-' indicator",
        "This line is neither an item of the list above it nor indented below one.",
        "Begin it with `- `, or indent it.",
        False,
    ),
    (
        "could not find expected ':'",
        "A key stands here without its colon.",
        "Write `key: value`; a text of several lines needs quotation marks, or `>-` and an indent.",
        True,
    ),
    (
        "did not find expected comment or line break",
        "Something follows `|` or `>` on its line.",
        'Put quotation marks around a value that begins with `>` (as ">85"); a long text begins below.',
        True,
    ),
    (
        "did not find expected key",
        "This does not fit here: it is neither a `key: value` of this level nor inside the line above.",
        "Align it with the keys of its record; a text that has quotation marks in it needs others around it.",
        False,
    ),
    (
        "did not find expected <document start>",
        "Something stands here after the end of the content.",
        "Is there a line `...` above, a bracket too many, or a line that is not indented like the others?",
        False,
    ),
    (
        "did not find expected node content",
        "A value is missing here.",
        "Write it, or put quotation marks around a text that has brackets or commas.",
        False,
    ),
    (
        "found undefined tag handle",
        "A tag stands here.",
        "Put quotation marks around a text that begins with `!`.",
        False,
    ),
    (
        "incompatible YAML document",
        "This line names a version of YAML that there is none of.",
        "Remove the line that begins with `%`.",
        False,
    ),
    (
        "directive",
        "A line of a YAML file cannot begin with `%`.",
        "Put quotation marks around a text that begins with `%`.",
        True,
    ),
    (
        "ing a tag",  # scanning, parsing
        "A tag stands here.",
        "Put quotation marks around a text that begins with `!`.",
        True,
    ),
    (
        "while scanning a block scalar",
        "The text below `|` or `>` is not laid out as it must be.",
        "Indent all its lines alike, further than its key, and write nothing but a `-` behind the sign.",
        False,
    ),
    (
        "mapping keys are not allowed",
        "A question mark and a space begin this text.",
        "Put quotation marks around it.",
        False,
    ),
    (
        "found unexpected ':'",
        "A colon stands here inside a text between brackets.",
        "Put quotation marks around the text.",
        False,
    ),
    (
        "while scanning an a",  # anchor or alias
        "`&` or `*` begins this value, which YAML reads as an anchor or alias.",
        "Put quotation marks around the text.",
        True,
    ),
)


_CLOSING = {"[": "]", "{": "}"}


class Before(NamedTuple):
    """What was read before the parser stopped.

    `quoted` is the text read last, where it stands in quotation marks: its place, and its first index and
    last one (exclusive). `open` are the places of the lists and mappings that had not ended, the outermost
    first.
    """

    quoted: tuple[Location, int, int] | None = None
    open: tuple[Location, ...] = ()


def explain(path: str, text: str, trouble: yaml.YAMLError, before: Before) -> Problem:
    """Turn an error of the YAML parser into a problem at its line and column."""
    said = str(getattr(trouble, "problem", None) or trouble)
    mark = getattr(trouble, "problem_mark", None)
    if mark is not None and (found := _by_place(text, mark, before, said)):
        return found
    for fragment, message, hint, at_context in _EXPLANATIONS:
        if fragment in said or fragment in str(getattr(trouble, "context", "")):
            if at_context:
                mark = getattr(trouble, "context_mark", None) or mark
            return error(_place(path, mark), "yaml-syntax", message, hint)
    if "cannot start any token" in said:
        return _bad_start(path, text, mark)
    hint = "Look at this line and those above it; put quotation marks around a text with special characters."
    return error(_place(path, mark), "yaml-syntax", f"This is not YAML: {said}.", hint)


def _by_place(text: str, mark: yaml.Mark, before: Before, said: str) -> Problem | None:
    """Explain an error by what stands around it, where that tells more than the parser does."""
    if found := _after_quoted(text, mark, before) or _unclosed(text, mark, before):
        return found
    if before.open and said == "did not find expected key" and text[mark.index :][:1] in _CLOSING.values():
        message = "A closing bracket stands here without one that opens."
        place = _place(before.open[0].path, mark)
        return error(place, "yaml-syntax", message, "Remove it, or write the opening one.")
    return None


def _after_quoted(text: str, mark: yaml.Mark, before: Before) -> Problem | None:
    """Explain what follows a closing quotation mark in its line."""
    if before.quoted is None:
        return None
    place, start, end = before.quoted
    sign, rest = text[start], text[end : mark.index]
    if not text[mark.index : mark.index + 1].strip() or "\n" in rest or "\r" in rest:
        return None
    if (lines := text.count("\n", start, end)) > 0:
        message = f"The quotation mark that opens here is closed only in line {place.line + lines}."
        hint = f"Close this text with {sign} where it ends."
        return error(place, "yaml-syntax", message, hint)
    behind = end + len(rest) - len(rest.lstrip()) if rest.strip() else mark.index
    where = Location(place.path, place.line, place.column + behind - start)
    message = f"Something stands here after the closing quotation mark {sign}."
    inside = "an apostrophe is written twice ('')" if sign == "'" else 'a quotation mark is written \\"'
    return error(
        where, "yaml-syntax", message, f"Inside {sign}…{sign} {inside}; or write the text below `>-`."
    )


def _unclosed(text: str, mark: yaml.Mark, before: Before) -> Problem | None:
    """Explain an end of the file inside brackets."""
    if text[mark.index :].strip("\n\r ") or not before.open:
        return None
    lines = text.splitlines()
    for place in reversed(before.open):
        sign = lines[place.line - 1][place.column - 1 : place.column] if place.line <= len(lines) else ""
        if sign in _CLOSING:
            message = f"The bracket `{sign}` that opens here is never closed."
            return error(place, "yaml-syntax", message, f"Close it with `{_CLOSING[sign]}`.")
    return None


def _place(path: str, mark: yaml.Mark | None) -> Location:
    return Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)


def _bad_start(path: str, text: str, mark: yaml.Mark | None) -> Problem:
    character = text[mark.index] if mark and mark.index < len(text) else ""
    if character == "\t":
        message, hint, *_ = _EXPLANATIONS[0][1:]
    else:
        message = f"A text cannot begin with `{character}` unless it stands in quotation marks."
        hint = "Put quotation marks around the whole text."
    return error(_place(path, mark), "yaml-syntax", message, hint)
