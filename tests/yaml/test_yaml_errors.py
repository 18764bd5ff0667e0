"""What is said of an error of YAML: the same whatever parser found it, and in whatever words it says so."""

from collections.abc import Iterator

import pytest

import yaml
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.yaml import parse as yamlsource
from mkdocs_dossier.yaml.errors import Before, explain
from mkdocs_dossier.yaml.parse import parse
from tests.support import marked

Wording = tuple[str | None, str]
"""What a parser says: its context, and its problem."""

Case = tuple[str, str, Wording, Wording | None]
"""A text with its error, what is said of it, and what libyaml says, and PyYAML's own parser if it minds."""

LIBYAML = getattr(yaml, "CSafeLoader", None)

ERRORS: dict[str, Case] = {
    "a tab that indents a line": (
        "a:\n⟨yaml-syntax⟩\tb: 1\n",
        "A tab stands where YAML wants spaces.",
        ("while scanning for the next token", "found character that cannot start any token"),
        ("while scanning for the next token", "found character '\\t' that cannot start any token"),
    ),
    "a tab below a plain text": (
        "b: 1\n⟨yaml-syntax⟩\t",
        "A tab stands where YAML wants spaces.",
        ("while scanning a plain scalar", "found a tab character that violates indentation"),
        ("while scanning for the next token", "found character '\\t' that cannot start any token"),
    ),
    "a sign that begins no text": (
        "a: ⟨yaml-syntax⟩@kirby\n",
        "A text cannot begin with `@` unless it stands in quotation marks.",
        ("while scanning for the next token", "found character that cannot start any token"),
        ("while scanning for the next token", "found character '@' that cannot start any token"),
    ),
    "a colon in plain text": (
        "a: He said⟨yaml-syntax⟩: no\n",
        "A colon and a space stand here inside a text, or this line is indented too far.",
        (None, "mapping values are not allowed in this context"),
        (None, "mapping values are not allowed here"),
    ),
    "a colon between brackets": (
        "a: {b⟨yaml-syntax⟩:}\n",
        "A colon stands here inside a text between brackets.",
        ("while scanning a plain scalar", "found unexpected ':'"),
        None,
    ),
    "a list on the line of its key": (
        "a: ⟨yaml-syntax⟩- b\n",
        "A list cannot begin on this line.",
        (None, "block sequence entries are not allowed in this context"),
        (None, "sequence entries are not allowed here"),
    ),
    "a question mark before a text": (
        "a: ⟨yaml-syntax⟩? b\n",
        "A question mark and a space begin this text.",
        (None, "mapping keys are not allowed in this context"),
        (None, "mapping keys are not allowed here"),
    ),
    "a quotation mark that is never closed": (
        'a: 1\nb: ⟨yaml-syntax⟩"text\nc: 2\n',
        "A quotation mark opens here and is never closed.",
        ("while scanning a quoted scalar", "found unexpected end of stream"),
        ("while scanning a quoted scalar", "found unexpected end of stream"),
    ),
    "an apostrophe before a second document": (
        "a: ⟨yaml-syntax⟩'text\n---\nb: 1\n",
        "A quotation mark opens here and is never closed.",
        ("while scanning a quoted scalar", "found unexpected document indicator"),
        ("while scanning a quoted scalar", "found unexpected document separator"),
    ),
    "an unknown escape": (
        'a: "x⟨yaml-syntax⟩\\q"\n',
        'A backslash stands here inside "…" before a character that it cannot escape.',
        ("while parsing a quoted scalar", "found unknown escape character"),
        ("while scanning a double-quoted scalar", "found unknown escape character 'q'"),
    ),
    "an escape without its digits": (
        'a: "\\u⟨yaml-syntax⟩12"\n',
        "This \\x, \\u or \\U escape does not have its 2, 4 or 8 hexadecimal digits.",
        ("while parsing a quoted scalar", "did not find expected hexdecimal number"),
        (
            "while scanning a double-quoted scalar",
            "expected escape sequence of 4 hexadecimal numbers, but found '\"'",
        ),
    ),
    "an escape of no character": (
        'a: "\\u⟨yaml-syntax⟩d800"\n',
        "This \\u escape names no character.",
        ("while parsing a quoted scalar", "found invalid Unicode character escape code"),
        None,
    ),
    "a list that does not end": (
        "a: ⟨yaml-syntax⟩[x, y\nb: 1\n",
        "The list that begins here with `[` does not end as it should.",
        ("while parsing a flow sequence", "did not find expected ',' or ']'"),
        ("while parsing a flow sequence", "expected ',' or ']', but got ':'"),
    ),
    "a mapping that does not end": (
        "a: ⟨yaml-syntax⟩{x: y\nb: 1\n",
        "The mapping that begins here with `{` does not end as it should.",
        ("while parsing a flow mapping", "did not find expected ',' or '}'"),
        ("while parsing a flow mapping", "expected ',' or '}', but got ':'"),
    ),
    "a key without its colon": (
        "a: 1\n⟨yaml-syntax⟩b\nc: 2\n",
        "A key stands here without its colon.",
        ("while scanning a simple key", "could not find expected ':'"),
        ("while scanning a simple key", "could not find expected ':'"),
    ),
    "words after the sign of a long text": (
        "a: ⟨yaml-syntax⟩>85\n",
        "Something follows `|` or `>` on its line.",
        ("while scanning a block scalar", "did not find expected comment or line break"),
        ("while scanning a block scalar", "expected chomping or indentation indicators, but found '5'"),
    ),
    "words after the sign and a blank": (
        "a: ⟨yaml-syntax⟩| b\n",
        "Something follows `|` or `>` on its line.",
        ("while scanning a block scalar", "did not find expected comment or line break"),
        ("while scanning a block scalar", "expected a comment or a line break, but found 'b'"),
    ),
    "a tab in a long text": (
        "a: |\n⟨yaml-syntax⟩\tb\n",
        "A tab stands where YAML wants spaces.",
        ("while scanning a block scalar", "found a tab character where an indentation space is expected"),
        ("while scanning for the next token", "found character '\\t' that cannot start any token"),
    ),
    "an indent of nothing": (
        "a: |⟨yaml-syntax⟩0\n  b\n",
        "The text below `|` or `>` is not laid out as it must be.",
        ("while scanning a block scalar", "found an indentation indicator equal to 0"),
        ("while scanning a block scalar", "expected indentation indicator in the range 1-9, but found 0"),
    ),
    "a line that does not fit": (
        "a:\n    b: 1\n  ⟨yaml-syntax⟩c: 2\n",
        "This does not fit here: it is neither a `key: value` of this level nor inside the line above.",
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found '<block mapping start>'"),
    ),
    "a list at the place of a key": (
        "a: 1\n⟨yaml-syntax⟩- b\n",
        "This does not fit here: it is neither a `key: value` of this level nor inside the line above.",
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found '-'"),
    ),
    "a closing bracket too many": (
        "a: [b]\n⟨yaml-syntax⟩]: 1\n",
        "A closing bracket stands here without one that opens.",
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found ']'"),
    ),
    "something after the end": (
        "[a]\n⟨yaml-syntax⟩b: 1\n",
        "Something stands here after the end of the content.",
        (None, "did not find expected <document start>"),
        (None, "expected '<document start>', but found '<block mapping start>'"),
    ),
    "a value that is missing": (
        "a: ⟨yaml-syntax⟩]\n",
        "A value is missing here.",
        ("while parsing a block node", "did not find expected node content"),
        ("while parsing a block node", "expected the node content, but found ']'"),
    ),
    "a bracket that is never closed": (
        "a: ⟨yaml-syntax⟩[x,\n",
        "The bracket `[` that opens here is never closed.",
        ("while parsing a flow node", "did not find expected node content"),
        ("while parsing a flow node", "expected the node content, but found '<stream end>'"),
    ),
    "a tag that is not defined": (
        "a: ⟨yaml-syntax⟩!x!y z\n",
        "A tag stands here.",
        ("while parsing a node", "found undefined tag handle"),
        ("while parsing a node", "found undefined tag handle '!x!'"),
    ),
    "a tag without its end": (
        "a: ⟨yaml-syntax⟩!<x y\n",
        "A tag stands here.",
        ("while scanning a tag", "did not find the expected '>'"),
        ("while parsing a tag", "expected '>', but found ' '"),
    ),
    "a tag of a text": (
        "a: ⟨yaml-syntax⟩!é\n",
        "A tag stands here.",
        ("while scanning a tag", "did not find expected whitespace or line break"),
        ("while parsing a tag", "expected URI, but found 'é'"),
    ),
    "a version of YAML that is none": (
        "⟨yaml-syntax⟩%YAML 3.0\n---\na: 1\n",
        "This line names a version of YAML that there is none of.",
        (None, "found incompatible YAML document"),
        (None, "found incompatible YAML document (version 1.* is required)"),
    ),
    "an unknown directive": (
        "⟨yaml-syntax⟩%x: 1\na: 1\n",
        "A line of a YAML file cannot begin with `%`.",
        ("while scanning a directive", "found unexpected non-alphabetical character"),
        ("while scanning a directive", "expected alphabetic or numeric character, but found ':'"),
    ),
    "a directive without its dashes": (
        "⟨yaml-syntax⟩%YAML 1.1\na: 1\n",
        "A line `---` is missing below this one.",
        (None, "did not find expected <document start>"),
        (None, "expected '<document start>', but found '<scalar>'"),
    ),
    "an ampersand alone": (
        "a: ⟨yaml-syntax⟩& co\n",
        "`&` or `*` begins this value, which YAML reads as an anchor or alias.",
        ("while scanning an anchor", "did not find expected alphabetic or numeric character"),
        ("while scanning an anchor", "expected alphabetic or numeric character, but found ' '"),
    ),
    "an asterisk before a text": (
        "a: ⟨yaml-syntax⟩*bold* text\n",
        "`&` or `*` begins this value, which YAML reads as an anchor or alias.",
        ("while scanning an alias", "did not find expected alphabetic or numeric character"),
        ("while scanning an alias", "expected alphabetic or numeric character, but found '*'"),
    ),
    "words after a closing quotation mark": (
        'a: "b" ⟨yaml-syntax⟩c\n',
        'Something stands here after the closing quotation mark ".',
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found '<scalar>'"),
    ),
    "an item out of line": (
        "a:\n  - x\n ⟨yaml-syntax⟩- y\n",
        "This does not fit here: it is neither a `key: value` of this level nor inside the line above.",
        ("while parsing a block mapping", "did not find expected key"),
        ("while parsing a block mapping", "expected <block end>, but found '<block sequence start>'"),
    ),
}
each_error = pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS.keys())

OPEN = ("a directive without its dashes", "something after the end")
"""Errors that only their wording tells from others; in unknown words they get a message all the same."""


class Reworded:
    """PyYAML, but for what a parser of it says of an error."""

    def __init__(self, loader: object, context: str | None, problem: str) -> None:
        self.loader = loader
        self.words = {"context": context, "problem": problem}

    def __getattr__(self, name: str) -> object:
        return getattr(yaml, name)

    def parse(self, text: str, **_: object) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=self.loader)  # type: ignore[arg-type]
        except yaml.MarkedYAMLError as trouble:
            vars(trouble).update(self.words)
            raise


def told(text: str, wording: Wording, patch: pytest.MonkeyPatch) -> list[Problem]:
    """Read a text with the first parser that finds fault with it, and says so in these words."""
    for loader in filter(None, (LIBYAML, yaml.SafeLoader)):
        patch.setattr(yamlsource, "yaml", Reworded(loader, *wording))
        _, found = parse("f.yaml", text.encode())
        if found:
            return found
    return []


def places(found: list[Problem]) -> list[tuple[str, int, int]]:
    return [(one.rule, one.location.line, one.location.column) for one in found]


@each_error
def test_an_error_is_explained_alike_in_the_words_of_every_parser(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, expected = marked(case[0])
    for wording in filter(None, case[2:]):
        found = told(text, wording, monkeypatch)
        assert places(found) == expected
        assert found[0].message == case[1]
        assert found[0].hint


@each_error
def test_an_error_in_words_that_nobody_knows_is_explained_by_what_stands_there(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, expected = marked(case[0])
    found = told(text, ("while reading", "found something odd"), monkeypatch)
    assert "odd" not in f"{found[0].message} {found[0].hint}"
    assert found[0].hint
    if case not in [ERRORS[name] for name in OPEN]:
        assert places(found) == expected
        assert found[0].message == case[1]


@pytest.mark.skipif(LIBYAML is None, reason="PyYAML was built without libyaml")
@each_error
def test_the_parsers_that_are_here_agree(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    text = marked(case[0])[0].encode()
    monkeypatch.setattr(yamlsource, "LOADER", LIBYAML)
    _, by_libyaml = parse("f.yaml", text)
    monkeypatch.setattr(yamlsource, "LOADER", yaml.SafeLoader)
    _, by_python = parse("f.yaml", text)
    assert by_libyaml
    assert by_libyaml == by_python or case[3] is None


def test_an_error_without_a_place_is_told_at_what_was_read_last() -> None:
    found = explain("f.yaml", "a: [1,\n  2]", yaml.YAMLError("odd"), Before(open=(0, 3)))
    assert (found.rule, found.location.line, found.location.column) == ("yaml-syntax", 1, 4)
    assert "odd" not in found.message


@pytest.mark.parametrize("written", ["\\UFFFFFFFF", "\\U00110000", "\\uD800", "\\U0000DFFF"])
@pytest.mark.parametrize("loader", [LIBYAML, yaml.SafeLoader])
def test_an_escape_that_names_no_character_is_told_by_every_parser(
    written: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loader is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yamlsource, "LOADER", loader)
    _, (found,) = parse("f.yaml", f'a: 1\nb: "x {written}"\n'.encode())
    assert (found.rule, found.location.line, found.location.column) == ("yaml-syntax", 2, 9)
    assert "names no character" in found.message


def test_a_number_that_is_too_long_raises_no_exception_without_libyaml(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yamlsource, "LOADER", yaml.SafeLoader)
    _, found = parse("f.yaml", b"%YAML 1." + b"9" * 5000 + b"\n---\na: 1\n")
    assert [one.rule for one in found] == ["yaml-syntax"]


@pytest.mark.parametrize("sign", ["[", "{"])
def test_a_bracket_that_stays_open_is_told_rather_than_that_its_line_has_no_colon(sign: str) -> None:
    _, (found,) = parse("f.yaml", f"- a\n- \n{sign}".encode())
    assert (found.location.line, found.location.column) == (3, 1)
    assert f"begins here with `{sign}`" in found.message
    _, (found,) = parse("f.yaml", b"a: 1\n[b]\nc: 2\n")
    assert found.message == "A key stands here without its colon."


@pytest.mark.parametrize("loader", [LIBYAML, yaml.SafeLoader])
@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a: 'x\\", 4, "never closed"),
        ('a: "x\\\\', 4, "never closed"),
        ('a: "x\\', 6, "A backslash stands here"),
    ],
)
def test_a_backslash_at_the_end_of_the_file_is_told_by_every_parser(
    text: str, column: int, message: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loader is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yamlsource, "LOADER", loader)
    _, (found,) = parse("f.yaml", text.encode())
    assert message in found.message
    assert (found.location.line, found.location.column) == (1, column)


@pytest.mark.parametrize(
    "behind",
    [
        "c",
        "c: d",
        # Here the parser stops further on: at what it cannot read inside of what follows.
        r'"C:\Users"',
        r'"x\qy" and more',
        "&*",
        "@x",
    ],
)
@pytest.mark.parametrize("blanks", ["", " ", "   ", "\t"])
@pytest.mark.parametrize(("before", "after"), [("a: ", ""), ("a:\n  b: ", ""), ("a: {x: ", "}")])
def test_what_stands_behind_a_closing_quotation_mark_is_pointed_at_where_it_begins(
    before: str, after: str, blanks: str, behind: str
) -> None:
    text = f'{before}"b"{blanks}'
    (problem,) = parse("f.yaml", f"{text}{behind}{after}\n".encode())[1]
    assert problem.rule == "yaml-syntax"
    place = (problem.location.line, problem.location.column)
    assert place == (text.count("\n") + 1, len(text) - text.rfind("\n"))
