"""Where the parts of a YAML file stand."""

import pytest

from mkdocs_dossier.authoring.layout import Layout, in_brackets, indented
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import MapNode, Node


def layout(text: str) -> tuple[Layout, MapNode]:
    root, problems = parse("a.yaml", text.encode())
    assert isinstance(root, MapNode), problems
    return Layout(text, root), root


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: one  # no\nb: x\n", "one"),
        ("a: 'one'\nb: x\n", "'one'"),
        ("a: one\n  two\nb: x\n", "one\n  two"),
        ("a: |\n  one\n\n  two\n\n# no\nb: x\n", "|\n  one\n\n  two"),
        ("a: [one, two]  # no ]\nb: x\n", "[one, two]"),
        ("a: [one,  # not ]\n  two # nor ]\n  , ]\nb: x\n", "[one,  # not ]\n  two # nor ]\n  , ]"),
        ("a: {c: one, d: {e: ']'}}\nb: x\n", "{c: one, d: {e: ']'}}"),
        ("a: []\nb: x\n", "[]"),
        ("a: &x [ # ]\n  ]\nb: x\n", "&x [ # ]\n  ]"),
        ("a:\n- one\n- [two]\nb: x\n", "- one\n- [two]"),
        ("a:\n  c: one\n  d:\n  - {e: two}  # no\nb: x\n", "c: one\n  d:\n  - {e: two}"),
        ("z: &z one\na: [x, *z]\nb: x\n", "[x, *z]"),
    ],
)
def test_a_node_ends_behind_its_last_character(text: str, written: str) -> None:
    found, root = layout(text)
    node = root.items["a"]
    start = found.offset(node.location)
    assert text[start : found.end(node)] == written


def test_the_bracket_that_a_node_begins_with_is_found_behind_an_anchor() -> None:
    found, root = layout("a: &x {b: c}\nd: [e]\nf:\n  - g\nh: i\n")
    assert [found.opening(root.items[key]) for key in "adfh"] == [6, 16, None, None]


def test_comments_are_found_between_two_places_and_not_in_texts() -> None:
    text = "# 1\na: 'x # no'  # 2\nb: |  # 3\n  # no\nc: d#no  # 4 # 4\n#5"
    found, _ = layout(text)
    assert found.comments(0, len(text)) == ("# 1", "# 2", "# 3", "# 4 # 4", "#5")
    assert found.comments(4, 22) == ("# 2",)


def test_fields_are_listed_as_they_are_written_with_the_comments_above_them() -> None:
    found, root = layout(
        "x:\n    # 1\n    b: one  # 2\n\n    # 3\n    a: >-\n      two\n\n      three\n  # 4\n"
    )
    inner = root.items["x"]
    assert isinstance(inner, MapNode)
    first, second = found.pieces(inner, 2)
    assert (first.key, first.above, first.lines) == ("b", ("# 1",), ("b: one  # 2",))
    assert (second.key, second.above) == ("a", ("# 3",))
    assert second.lines == ("a: >-", "  two", "", "  three")


def test_fields_in_braces_have_no_lines() -> None:
    found, root = layout("x: {b: one, a: [two]}  # no\n")
    inner = root.items["x"]
    assert isinstance(inner, MapNode)
    assert [
        (one.key, one.above, one.lines, found.text[one.start : one.end]) for one in found.pieces(inner, 2)
    ] == [
        ("b", (), (), "b: one"),
        ("a", (), (), "a: [two]"),
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("one", "one"),
        ("One two", '"One two"'),
        ("'it''s'", "'it''s'"),
        ("&x 'one'", "one"),
        ("'one\n\n  two'", '"one\\ntwo"'),
        ("no", '"no"'),
        ("[one, {a: Two}]", '[one, {a: "Two"}]'),
        ("\n- one\n- b: 3", "[one, {b: 3}]"),
    ],
)
def test_a_node_is_written_on_one_line(value: str, written: str) -> None:
    found, root = layout(f"a: {value}\n")
    node: Node = root.items["a"]
    assert found.flow(node) == written


def test_lines_start_and_end_at_any_line_break() -> None:
    found, _ = layout("a: b\r\nc: d\ne: f")
    assert [found.line_start(at) for at in (0, 5, 6, 11, 13)] == [0, 0, 6, 11, 11]
    assert [found.line_end(at) for at in (0, 6, 12)] == [6, 11, 15]
    assert found.newline == "\r\n"
    assert found.column(8) == 2


def test_lines_without_anything_get_no_blanks() -> None:
    assert indented(["a", "", " b"], 2) == ["  a", "", "   b"]
    assert in_brackets(["a", "b"], "[]") == "[a, b]"
