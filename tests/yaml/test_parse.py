"""Reading YAML: what is refused and where, and that nothing else changes on its way in."""

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yaml
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.yaml import parse as yamlsource
from mkdocs_dossier.yaml.files import MAX_BYTES
from mkdocs_dossier.yaml.parse import MAX_ALIASED_NODES, MAX_DEPTH, MAX_DUPLICATES, MAX_NODES, parse
from mkdocs_dossier.yaml.tree import Data, MapNode, Node, TextNode, to_data
from tests.support import marked


def read(text: str) -> tuple[Node | None, list[Problem]]:
    return parse("f.yaml", text.encode())


def data(text: str) -> Data:
    node, problems = read(text)
    assert problems == []
    assert node is not None
    return to_data(node)


REFUSED = {
    "a duplicate key": "a: 1\nb: 2\n⟨duplicate-key⟩a: 3\n",
    "a duplicate key inside": "a:\n  x: 1\n  ⟨duplicate-key⟩x: 2\n",
    "a duplicate key in other quotation marks": 'a: 1\n⟨duplicate-key⟩"a": 2\n',
    "a duplicate key with a mapping": "a: {x: 1}\n⟨duplicate-key⟩a:\n  y: 2\nb: 1\n",
    "two duplicates": "a: 1\n⟨duplicate-key⟩a: 2\n⟨duplicate-key⟩a: 3\n",
    "a tag": "a: ⟨tag⟩!thing text\n",
    "a tag of the standard": "a: ⟨tag⟩!!int 5\n",
    "a tag that makes an object": "a: ⟨tag⟩!!python/object/apply:os.system ['true']\n",
    "a verbatim tag": "a: ⟨tag⟩!<tag:example.org,2024:x> text\n",
    "a tag on a list": "a: ⟨tag⟩!!set {x}\n",
    "a merge": "base: &b {x: 1}\na:\n  ⟨merge-key⟩<<: *b\n",
    "an unknown alias": "a: ⟨unknown-alias⟩*nothing\n",
    "an alias inside what it names": "a: &a\n  x: ⟨alias-circle⟩*a\n",
    "an alias inside a list that it names": "a: &a [x, ⟨alias-circle⟩*a]\n",
    "a second document": "a: 1\n⟨several-documents⟩---\nb: 2\n",
    "a list as a key": "⟨key-not-text⟩[a, b]: 1\n",
    "a mapping as a key": "⟨key-not-text⟩{a: b}: 1\n",
    "a control character": "a: x⟨control-character⟩\x07y\n",
    "a null byte": "a: x⟨control-character⟩\x00y\n",
    "a next line character": "a: x⟨control-character⟩\x85y\n",
    "a line separator": "a: 1\nb: x⟨control-character⟩\u2028y\n",
    "a noncharacter": "a: ⟨control-character⟩\uffff\n",
    "a tab as indent": "a:\n⟨yaml-syntax⟩\tb: 1\n",
    "a quotation mark that is not closed": 'a: 1\nb: ⟨yaml-syntax⟩"text\nc: 2\n',
    "an apostrophe that ends a text": "a: 'it'⟨yaml-syntax⟩s'\n",
    "a colon in plain text": "a: He said⟨yaml-syntax⟩: no\n",
    "a bracket that is not closed": "a: ⟨yaml-syntax⟩[x, y\nb: 1\n",
    "a brace that is not closed": "a: ⟨yaml-syntax⟩{x: y\nb: 1\n",
    "an unknown escape": 'a: "x⟨yaml-syntax⟩\\q"\n',
    "a text that begins with a reserved character": "a: ⟨yaml-syntax⟩@kirby\n",
    "a text that begins with a backquote": "a: ⟨yaml-syntax⟩`code`\n",
    "a text that begins with a percent sign at a line's start": "⟨yaml-syntax⟩%x\n",
    "an amount without quotation marks": "a: ⟨yaml-syntax⟩>85\n",
    "a text that begins with an asterisk": "a: ⟨yaml-syntax⟩*bold* text\n",
    "an ampersand alone": "a: ⟨yaml-syntax⟩& co\n",
    "an escape that is cut short": 'a: "\\u⟨yaml-syntax⟩12"\n',
    "an item out of line": "a:\n  - x\n ⟨yaml-syntax⟩- y\n",
    "a key without its colon": "a: 1\n⟨yaml-syntax⟩b\nc: 2\n",
    "content after the end": "- a\n⟨yaml-syntax⟩b: 1\n",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_each_thing_that_is_refused_is_named_at_its_place(text: str) -> None:
    plain, expected = marked(text)
    _, problems = read(plain)
    assert [(one.rule, one.location.line, one.location.column) for one in problems] == expected
    assert all(one.message and one.hint for one in problems)
    assert all(one.location.path == "f.yaml" for one in problems)


def test_a_duplicate_key_names_both_places_and_does_not_hide_what_follows() -> None:
    node, problems = read("a: 1\nb: 2\na: 3\nc: 4\n")
    assert node is not None
    assert to_data(node) == {"a": "1", "b": "2", "c": "4"}
    assert problems[0].location.line == 3
    assert "line 1" in problems[0].message


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "null", "~", "2024-02-05", "014", "0x1F", "12:30", "1e3", ".inf", "1_000", "=", "on"],
)
def test_no_text_changes_its_value_on_the_way_in(written: str) -> None:
    assert data(f"a: {written}") == {"a": written}


def test_keys_are_text_too() -> None:
    assert data("no: 1\n2024: 2\nnull: 3\n12:30: 4\n") == {"no": "1", "2024": "2", "null": "3", "12:30": "4"}


def test_a_merge_sign_in_quotation_marks_is_a_text() -> None:
    assert data("'<<': 1") == {"<<": "1"}


def test_what_is_left_blank_is_told_from_an_empty_text() -> None:
    node, _ = read("a:\nb: ''\n")
    assert isinstance(node, MapNode)
    assert [inner.is_blank for inner in node.items.values() if isinstance(inner, TextNode)] == [True, False]


def test_an_alias_repeats_what_it_names() -> None:
    assert data("a: &x [1, 2]\nb: *x\nc: {d: *x}") == {
        "a": ["1", "2"],
        "b": ["1", "2"],
        "c": {"d": ["1", "2"]},
    }


def test_an_anchor_may_be_used_again_for_something_else() -> None:
    assert data("a: &x 1\nb: *x\nc: &x 2\nd: *x") == {"a": "1", "b": "1", "c": "2", "d": "2"}


def bomb(levels: int, width: int) -> str:
    lines = ["l0: &l0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        lines.append(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * width)}]")
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [bomb(12, 9), bomb(60, 2), "a: &a [x]\nb:\n" + "".join(f"  - &a{i} [*a, *a]\n" for i in range(9000))],
    ids=["wide", "narrow and deep", "many aliases of a small node"],
)
def test_aliases_that_expand_without_bound_are_refused_at_once(text: str) -> None:
    start = time.process_time()
    node, problems = read(text)
    assert [one.rule for one in problems] == ["alias-bomb"]
    assert node is None
    assert time.process_time() - start < 5


def test_aliases_of_as_many_nodes_as_a_dossier_needs_are_read() -> None:
    text = "a: &a x\nb:\n" + "  - *a\n" * (MAX_ALIASED_NODES // 2)
    node, problems = read(text)
    assert problems == []
    assert node is not None


def test_a_chain_of_aliases_does_not_nest_too_deeply_to_be_read() -> None:
    lines = ["a0: &a0 x", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 400))]
    node, problems = read("\n".join(lines))
    assert [one.rule for one in problems] in (["too-deep"], ["alias-bomb"])
    assert node is None


def line_by_line(line: str, step: int) -> Callable[[int], str]:
    """Write a line again and again, each time indented further."""
    return lambda depth: "".join(" " * step * level + line for level in range(depth))


def repeated(part: str, before: str = "") -> Callable[[int], str]:
    return lambda depth: before + part * depth


DEEP: dict[str, tuple[Callable[[int], str], tuple[int, int]]] = {
    "lists in brackets": (repeated("["), (1, MAX_DEPTH + 1)),
    "mappings in brackets": (repeated("{a: "), (1, 4 * MAX_DEPTH + 1)),
    "lists in brackets on lines": (repeated("[\n"), (MAX_DEPTH + 1, 1)),
    "mappings and lists in brackets": (repeated("{a: ["), (1, 5 * MAX_DEPTH // 2 + 1)),
    "dashes": (repeated("- "), (1, 2 * MAX_DEPTH + 1)),
    "question marks": (repeated("? "), (1, 1 + 2)),
    "indents": (line_by_line("a:\n", 1), (MAX_DEPTH + 1, MAX_DEPTH + 1)),
    "indents of lists": (line_by_line("- a:\n", 2), (MAX_DEPTH // 2 + 1, MAX_DEPTH + 1)),
    "brackets below dashes": (repeated("[", "- " * 20), (1, 40 + MAX_DEPTH - 20 + 1)),
    "brackets below a key": (repeated("[", "a: "), (1, 3 + MAX_DEPTH)),
    "brackets as a key": (repeated("[", "{"), (1, 2)),
    "brackets after other faults": (repeated("[", "a: 1\nb: [!t "), (2, 5)),
}
each_deep = pytest.mark.parametrize(("write", "place"), DEEP.values(), ids=DEEP.keys())
each_loader = pytest.mark.parametrize("loader", sorted({yamlsource.LOADER, yaml.SafeLoader}, key=str))


@each_loader
@each_deep
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 990, 1100])
def test_what_is_nested_too_deeply_is_refused_where_it_begins_to_be(
    write: Callable[[int], str],
    place: tuple[int, int],
    depth: int,
    loader: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yamlsource, "LOADER", loader)
    _, problems = read(write(depth))
    assert [(one.location.line, one.location.column) for one in problems] == [place]
    assert problems[0].rule in ("too-deep", "key-not-text", "tag")


class Limited:
    """PyYAML with a limit of its own, past which it stops before it has handed anything over."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __getattr__(self, name: str) -> object:
        return getattr(yaml, name)

    def parse(self, text: str, **_: object) -> Iterator[yaml.Event]:
        opened = [at for at, sign in enumerate(text) if sign in "[{"]
        if len(opened) > self.limit:
            mark = yaml.Mark("f", opened[self.limit], 0, opened[self.limit], None, 0)
            raise yaml.MarkedYAMLError("while reading", mark, "that is enough", mark)
        return yaml.parse(text, Loader=yamlsource.LOADER)


@pytest.mark.parametrize("limit", [MAX_DEPTH + 1, 100, 900])
@pytest.mark.parametrize("name", [name for name in DEEP if "bracket" in name])
def test_a_limit_of_the_parser_changes_nothing_about_what_is_refused(
    name: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, place = DEEP[name]
    monkeypatch.setattr(yamlsource, "yaml", Limited(limit))
    _, problems = read(write(2000))
    assert [(one.location.line, one.location.column) for one in problems] == [place]


def test_what_is_wrong_before_a_limit_of_the_parser_is_told_in_its_place() -> None:
    _, problems = read('"a" ' + "[" * 2000)
    assert [(one.rule, one.location.column) for one in problems] == [("yaml-syntax", 5)]
    _, problems = read("a: 1\na: 2\nb: " + "[" * 2000)
    assert [(one.rule, one.location.line) for one in problems] == [("duplicate-key", 2), ("too-deep", 3)]


def test_nesting_as_deep_as_allowed_is_read() -> None:
    depth = MAX_DEPTH - 1
    _, problems = read("a: " + "[" * depth + "]" * depth)
    assert problems == []


def test_a_very_deep_file_is_refused_at_once() -> None:
    start = time.process_time()
    _, problems = read("[" * 200_000)
    assert [one.rule for one in problems] == ["too-deep"]
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_each_thing_that_is_refused_is_refused_without_libyaml_too(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_libyaml = read(marked(text)[0])
    monkeypatch.setattr(yamlsource, "LOADER", yaml.SafeLoader)
    assert read(marked(text)[0]) == with_libyaml


def test_a_file_over_the_limit_is_told_to_be_split() -> None:
    node, problems = parse("f.yaml", b"#" * (MAX_BYTES + 1))
    assert node is None
    assert [one.rule for one in problems] == ["file-too-large"]
    assert "Split it" in problems[0].hint


@pytest.mark.slow
def test_a_file_of_too_many_values_is_refused_where_they_begin_to_be() -> None:
    start = time.process_time()
    node, problems = parse("f.yaml", b"- x\n" * 4 * MAX_NODES)
    assert node is None
    assert [one.rule for one in problems] == ["file-too-large"]
    # The start of the stream, of the document and of the list count too.
    assert problems[0].location.line == MAX_NODES - 2
    assert time.process_time() - start < 15


def test_duplicates_without_end_are_not_all_listed() -> None:
    node, problems = parse("f.yaml", b"a:\n" * (MAX_DUPLICATES + 5))
    assert node is None
    assert [one.rule for one in problems] == ["duplicate-key"] * (MAX_DUPLICATES + 1)
    assert "More than 1,000" in problems[-1].message


def test_a_section_that_is_begun_twice_is_read_twice() -> None:
    node, problems = read("a:\n  x: 1\nb: {}\na:\n  y: 2\n  x: 3\n")
    assert node is not None
    assert to_data(node) == {"a": {"x": "1", "y": "2"}, "b": {}}
    assert [(one.rule, one.location.line) for one in problems] == [("duplicate-key", 4), ("duplicate-key", 6)]


def test_a_byte_order_mark_does_not_shift_places() -> None:
    node, problems = parse("f.yaml", "\ufeffa: 1\na: 2".encode())
    assert node is not None
    assert [(one.location.line, one.location.column) for one in problems] == [(2, 1)]


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_holds_nothing_and_is_no_problem(empty: str) -> None:
    node, problems = read(empty)
    assert problems == []
    assert node is None or (isinstance(node, TextNode) and node.is_blank)


def test_columns_count_characters_of_any_plane() -> None:
    text = "ключ: {😀😀: 1, ⟨duplicate-key⟩😀😀: 2}\n"
    plain, expected = marked(text)
    _, problems = read(plain)
    assert [(one.rule, one.location.line, one.location.column) for one in problems] == expected


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_lines_count_by_either_line_ending(newline: str) -> None:
    _, problems = read(f"a: 1{newline}b: 2{newline}a: 3{newline}")
    assert [(one.location.line, one.location.column) for one in problems] == [(3, 1)]


texts = st.text(st.characters(codec="utf-8"), max_size=12)
trees = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(trees)
def test_whatever_a_yaml_writer_writes_is_read_back_as_text(tree: Data) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    node, problems = read(written)
    if {one.rule for one in problems} & {"control-character"}:
        return
    assert problems == []
    assert node is not None
    assert to_data(node) == tree


@given(st.binary(max_size=200))
def test_no_bytes_raise_an_exception(content: bytes) -> None:
    _, problems = parse("f.yaml", content)
    assert all(one.message and one.location.path == "f.yaml" for one in problems)


@given(st.text(st.sampled_from("ab:-?!&*#|>%@`'\"[]{},.~<=\n\t é☃\\"), max_size=60))
def test_no_punctuation_raises_an_exception_and_each_problem_is_inside_the_file(text: str) -> None:
    _, problems = read(text)
    lines = (text + "\n").split("\n")
    for one in problems:
        assert one.message
        assert one.location.line <= len(lines)
        assert one.location.column <= len(lines[one.location.line - 1]) + 1


@pytest.mark.parametrize(
    "text",
    [
        "quote: ⟨cut-short⟩Item #1 of the list\n",
        "quote:\n  - ⟨cut-short⟩one #two\n  - three\n",
        "a:\n  passage: ⟨cut-short⟩told him # and left\n",
    ],
)
def test_a_quotation_that_a_comment_cuts_short_is_told(text: str) -> None:
    written, expected = marked(text)
    assert [(one.rule, one.location.line, one.location.column) for one in read(written)[1]] == expected


@pytest.mark.parametrize(
    "text", ['quote: "Item #1"\n', "quote: Item#1\n", "summary: told # him\n", "quote: >-\n  a #b\n"]
)
def test_a_quotation_that_stands_whole_is_not(text: str) -> None:
    assert read(text)[1] == []
