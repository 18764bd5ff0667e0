"""Says in an author's words what libyaml says in a parser's."""

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
        "Is there a bracket too many, or a line that is not indented like the others?",
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
        "directive",
        "A line of a YAML file cannot begin with `%`.",
        "Put quotation marks around a text that begins with `%`.",
        True,
    ),
    (
        "while scanning an a",  # anchor or alias
        "`&` or `*` begins this value, which YAML reads as an anchor or alias.",
        "Put quotation marks around the text.",
        True,
    ),
)


def explain(path: str, text: str, trouble: yaml.YAMLError) -> Problem:
    """Turn an error of the YAML parser into a problem at its line and column."""
    said = str(getattr(trouble, "problem", None) or trouble)
    mark = getattr(trouble, "problem_mark", None)
    for fragment, message, hint, at_context in _EXPLANATIONS:
        if fragment in said or fragment in str(getattr(trouble, "context", "")):
            if at_context:
                mark = getattr(trouble, "context_mark", None) or mark
            return error(_place(path, mark), "yaml-syntax", message, hint)
    if "cannot start any token" in said:
        return _bad_start(path, text, mark)
    return error(_place(path, mark), "yaml-syntax", f"This is not YAML: {said}.")


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
