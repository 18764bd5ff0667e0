"""Changing values of a YAML file in place."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import yaml
from mkdocs_dossier.authoring.edits import (
    Change,
    Edit,
    add_after,
    apply,
    double_quoted,
    narrowed,
    replace,
    rewrite,
)
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, MapNode, Node, TextNode, to_data


def test_replacements_are_made_by_the_offsets_of_the_text_as_it_was() -> None:
    assert apply("one two three", [Edit(8, 13, "3"), Edit(0, 3, "first"), Edit(3, 3, ",")]) == "first, two 3"


def test_overlapping_replacements_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("one two", [Edit(0, 4, ""), Edit(3, 5, "")])


def test_a_replacement_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("one", [Edit(2, 4, "")])


def test_a_narrowed_edit_touches_only_what_differs() -> None:
    assert narrowed("the “word”", 'the "word”', 10) == [Edit(14, 15, '"')]
    assert narrowed("same", "same") == []


@given(st.text(alphabet="ab\n", max_size=12), st.text(alphabet="ab\n", max_size=12))
def test_a_narrowed_edit_makes_one_text_into_the_other(old: str, new: str) -> None:
    assert apply(old, narrowed(old, new)) == new


def tree(text: str) -> MapNode:
    node, problems = parse("a.yaml", text.encode())
    assert isinstance(node, MapNode), problems
    assert not problems
    return node


def scalar(root: Node, key: str = "a") -> TextNode:
    assert isinstance(root, MapNode)
    node = root.items[key]
    assert isinstance(node, TextNode)
    return node


def replaced(text: str, old: str, new: str, *, key: str = "a") -> str:
    """Replace `old` by `new` in the value of a key."""
    root = tree(text)
    node = scalar(root, key)
    at = node.value.index(old)
    result, made = rewrite("a.yaml", text, root, [replace(text, node, [Edit(at, at + len(old), new)])])
    assert len(made) == 1
    return result


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("a: it is - so  # why\nb: 1\n", "-", "—", "a: it is — so  # why\nb: 1\n"),
        ("a: 'it''s - so'\n", "'", "’", "a: 'it’s - so'\n"),
        ("a: 'its - so'\n", "its", "it's", "a: 'it''s - so'\n"),
        ('a: "\\"so\\" - \\u0041"\n', '"so"', "“so”", 'a: "“so” - \\u0041"\n'),
        ('a: "“so”"\n', "“so”", '"so"', 'a: "\\"so\\""\n'),
        (
            "a: |-  # kept\n  one - two\n\n  three\nb: 1\n",
            "-",
            "—",
            "a: |-  # kept\n  one — two\n\n  three\nb: 1\n",
        ),
        ("a: >-\n  one\n  two - three\n# c\nb: 1\n", "-", "—", "a: >-\n  one\n  two — three\n# c\nb: 1\n"),
        ("a: one\n  two - three\n", "-", "—", "a: one\n  two — three\n"),
        ('a: "one \\\n  - two \\\n\n  end"\n', "-", "—", 'a: "one \\\n  — two \\\n\n  end"\n'),
        ('a: "on\\\n  e - two\n\n\n  x"\n', "one -", "1 —", 'a: "1 — two\n\n\n  x"\n'),
        ("a: &x so - so\nb: *x\n", "-", "—", "a: &x so — so\nb: *x\n"),
        ("a: so - so\r\nb: 1\r\n", "-", "—", "a: so — so\r\nb: 1\r\n"),
    ],
)
def test_a_character_is_replaced_where_it_stands(text: str, old: str, new: str, wanted: str) -> None:
    assert replaced(text, old, new) == wanted


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("a: “so” it is\n  not\n", "“so”", '"so"', "a: '\"so\" it is\n  not'\n"),
        ("a: “it's”\n  so\n", "“it's”", '"it\'s"', "a: '\"it''s\"\n  so'\n"),
        ("a: 'one\n\n  two'\n", "one", "\x9c", 'a: "\\u009c\n\n  two"\n'),
    ],
)
def test_a_style_that_cannot_hold_a_text_gives_way_and_the_lines_stay(
    text: str, old: str, new: str, wanted: str
) -> None:
    assert replaced(text, old, new) == wanted


def test_a_space_at_a_line_break_takes_the_place_of_the_break() -> None:
    assert replaced("a: >-\n  16\n  km\n", " ", "\u00a0") == "a: >-\n  16\u00a0km\n"


def test_what_cannot_be_written_is_left() -> None:
    text = "a: |-\n  one\nb: 1\n"
    root = tree(text)
    impossible = replace(text, scalar(root), [Edit(0, 1, "\x00")])
    possible = replace(text, scalar(root, "b"), [Edit(0, 1, "2")])
    result, made = rewrite("a.yaml", text, root, [impossible, possible])
    assert result == "a: |-\n  one\nb: 2\n"
    assert made == [possible]


def test_a_replacement_in_brackets_is_quoted_where_it_has_to_be() -> None:
    text = "b: {a: one - two, c: 2}\n"
    root = tree(text)
    change = replace(text, scalar(root.items["b"]), [Edit(4, 5, ",")])
    assert rewrite("a.yaml", text, root, [change])[0] == "b: {a: 'one , two', c: 2}\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("s:\n  text: a.txt  # here\n  url: x\n", "s:\n  text: a.txt  # here\n  sha256: abc\n  url: x\n"),
        ("s:\n  text: a.txt", "s:\n  text: a.txt\n  sha256: abc\n"),
        ("s:\r\n  text: a.txt\r\n", "s:\r\n  text: a.txt\r\n  sha256: abc\r\n"),
        ("s:\n  text: >-\n    a.txt\n\n  url: x\n", "s:\n  text: >-\n    a.txt\n\n  sha256: abc\n  url: x\n"),
        ("s: {text: a.txt, url: x}\n", "s: {text: a.txt, sha256: abc, url: x}\n"),
        ("s: {\n  text: a.txt,\n  url: x\n}\n", "s: {\n  text: a.txt, sha256: abc,\n  url: x\n}\n"),
    ],
)
def test_a_field_is_added_after_another(text: str, wanted: str) -> None:
    root = tree(text)
    inner = root.items["s"]
    assert isinstance(inner, MapNode)
    result, _ = rewrite("a.yaml", text, root, [add_after(text, inner, "text", "sha256", "abc")])
    assert result == wanted


WORDS = st.text(alphabet="ab\"'“’—:#,-[]{}&*!|>%@`\\?é𝒳 \u00a0", max_size=30)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def documents(value: str, style: str | None, width: int) -> Iterator[str]:
    for data in ({"a": value, "z": "last"}, {"z": ["first", {"a": value, "y": "b"}]}, [value, "last"]):
        yield yaml.dump(data, default_style=style, width=width, allow_unicode=True, sort_keys=False)
    yield yaml.dump(
        ["x", value], default_style=style, width=width, allow_unicode=True, default_flow_style=True
    )


def texts_of(node: Node) -> Iterator[TextNode]:
    if isinstance(node, TextNode):
        yield node
    else:
        for inner in node.items.values() if isinstance(node, MapNode) else node.items:
            yield from texts_of(inner)


def swapped(data: Data, old: str, new: str) -> Data:
    if isinstance(data, str):
        return new if data == old else data
    if isinstance(data, list):
        return [swapped(item, old, new) for item in data]
    return {key: swapped(item, old, new) for key, item in data.items()}


@given(LINES, STYLES, st.integers(5, 60), st.data())
def test_any_value_in_any_style_becomes_what_is_wanted_and_nothing_else_changes(
    value: str, style: str | None, width: int, data: st.DataObject
) -> None:
    assume(value not in ("last", "first", "b", "x"))
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, min(len(value), start + 4)))
    edits = [Edit(start, end, data.draw(WORDS))]
    wanted = apply(value, edits)
    for text in documents(value, style, width):
        root, problems = parse("a.yaml", text.encode())
        assert root is not None
        assert not problems
        node = next(node for node in texts_of(root) if node.value == value)
        result, made = rewrite("a.yaml", text, root, [replace(text, node, edits)])
        after, problems = parse("a.yaml", result.encode())
        assert after is not None
        assert not problems
        assert result.startswith(text[: node.start])
        assert result.endswith(text[node.end :])
        assert made or node.style in ("|", ">")
        assert to_data(after) == (swapped(to_data(root), value, wanted) if made else to_data(root))


@given(st.lists(WORDS, min_size=1, max_size=8), st.lists(WORDS, min_size=8, max_size=8))
def test_many_changes_of_one_file_are_each_made(values: list[str], new: list[str]) -> None:
    text = yaml.dump(values, allow_unicode=True, width=20)
    root, _ = parse("a.yaml", text.encode())
    assert root is not None
    nodes = list(texts_of(root))
    changes = [
        replace(text, node, [Edit(0, len(node.value), one)]) for node, one in zip(nodes, new, strict=False)
    ]
    result, made = rewrite("a.yaml", text, root, changes)
    after, _ = parse("a.yaml", result.encode())
    assert after is not None
    assert to_data(after) == new[: len(values)]
    assert len(made) == len(values)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_double_quoted_text_reads_as_it_was(value: str) -> None:
    assert to_data(tree(f"a: {double_quoted(value)}\n")) == {"a": value}


def test_two_changes_of_one_text_count_as_the_first() -> None:
    text = "a: 1\n"
    root = tree(text)
    changes: list[Change] = [replace(text, scalar(root), [Edit(0, 1, new)]) for new in ("2", "3")]
    assert rewrite("a.yaml", text, root, changes) == ("a: 2\n", changes[:1])
