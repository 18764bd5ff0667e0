"""The nodes of a document: how they are put together, and that what says nothing is left out everywhere."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.document.compose import (
    bracketed,
    bullets,
    code,
    container,
    definitions,
    element,
    emphasis,
    figure,
    heading,
    join,
    line_break,
    lines,
    link,
    outside_link,
    paragraph,
    run,
    span,
    stack,
    strong,
    table,
    text,
    verbatim,
)
from mkdocs_dossier.document.nodes import (
    Block,
    Box,
    Break,
    Bullets,
    Element,
    Figure,
    Heading,
    Inline,
    Link,
    Paragraph,
    Table,
    Text,
    Verbatim,
)
from tests.rendering import folded

A, B, C = text("a"), text("b"), text("c")
COMMA, BREAK = Text(", "), Break()
words = st.text(" \t\n\r\f\vab*", max_size=8)


# Text


@given(words)
def test_text_is_on_one_line_without_blanks_at_its_ends(value: str) -> None:
    shown = folded(value)
    assert text(value) == ((Text(shown),) if shown else ())


@given(words)
def test_running_text_keeps_one_blank_at_an_end_that_has_one(value: str) -> None:
    before, after = (" " if end.isspace() else "" for end in (value[:1], value[-1:]))
    shown = f"{before}{folded(value)}{after}" if folded(value) else before
    assert run(value) == ((Text(shown),) if value else ())


def test_a_no_break_space_is_no_blank() -> None:
    assert text("\xa0a\u2003") == run("\xa0a\u2003") == (Text("\xa0a\u2003"),)


def test_verbatim_text_is_kept_as_it_is() -> None:
    assert verbatim(" a\n\n  b ") == (Verbatim(" a\n\n  b "),)


# What says nothing


@pytest.mark.parametrize(
    "made",
    [
        text(""),
        text(" \n"),
        run(""),
        join([]),
        join([(), text(""), ()], ", "),
        lines([]),
        lines([(), ()]),
    ],
)
def test_an_inline_of_nothing_is_empty(made: Inline) -> None:
    assert made == ()


@pytest.mark.parametrize(
    "made",
    [
        paragraph(()),
        paragraph(text(" "), cls="c"),
        bullets([]),
        definitions([]),
        stack(),
        stack((), ()),
        container(),
        container((), ()),
        container(container(), cls="c", name="section", attributes={"lang": "ar"}),
        container(stack(), paragraph(text("")), bullets([])),
    ],
)
def test_a_block_of_nothing_is_empty(made: Block) -> None:
    assert made == ()


parts = st.lists(st.sampled_from([(), A, B, A + B]), max_size=5)


@given(parts)
def test_an_empty_part_changes_nothing_in_what_it_is_put_into(given_parts: list[Inline]) -> None:
    present = [part for part in given_parts if part]
    for put in (join, lines, lambda some: join(some, ", "), lambda some: lines(some, apart=2)):
        assert put(given_parts) == put(present)


@given(st.lists(st.sampled_from([(), paragraph(A), paragraph(A) + paragraph(B)]), max_size=5))
def test_an_empty_block_changes_nothing_in_what_it_is_put_into(blocks: list[Block]) -> None:
    present = [block for block in blocks if block]
    for put in (stack, container):
        assert put(*blocks) == put(*present)


# Inlines beside and below one another


def test_inlines_are_joined_by_a_separator_that_is_text() -> None:
    assert join([A]) == A
    assert join([A, B, C]) == (*A, Text(" "), *B, Text(" "), *C)
    assert join([A, (), B], ", ") == (*A, COMMA, *B)
    assert join([(), A, ()], ", ") == A
    assert join([A, B], "") == A + B
    assert join([A, B], " \n ·\t") == (*A, Text(" · "), *B)


def test_inlines_are_set_below_one_another() -> None:
    assert lines([A]) == A
    assert lines([A, (), B, C]) == (*A, BREAK, *B, BREAK, *C)
    assert lines([A, B], apart=2) == (*A, BREAK, BREAK, *B)


@given(parts, st.sampled_from([", ", " ", ""]))
def test_what_is_joined_is_all_there_in_its_order(given_parts: list[Inline], separator: str) -> None:
    present = [part for part in given_parts if part]
    found = join(iter(given_parts), separator)
    assert [node for node in found if node != Text(separator)] == [node for part in present for node in part]
    assert found.count(Text(separator)) == (max(len(present) - 1, 0) if separator else 0)


def test_blocks_are_stacked_in_their_order() -> None:
    assert stack(paragraph(A), (), paragraph(B) + paragraph(C)) == (Paragraph(A), Paragraph(B), Paragraph(C))


# Elements


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (element("mark", A), Element("mark", A)),
        (strong(A), Element("strong", A)),
        (emphasis(A), Element("em", A)),
        (span(A), Element("span", A)),
        (span(A, cls="c", lang="ar"), Element("span", A, (("class", "c"), ("lang", "ar")))),
        (
            span(A, title="t", direction="rtl", lang="ar", cls="c"),
            Element("span", A, (("class", "c"), ("lang", "ar"), ("dir", "rtl"), ("title", "t"))),
        ),
        (code(" a  b "), Element("code", (Text("a b"),), (("dir", "ltr"),))),
        (code("a", lang="ar", direction="rtl"), Element("code", A, (("lang", "ar"), ("dir", "rtl")))),
        (link(A, "../x/index.md"), Link(A, "../x/index.md")),
        (
            outside_link(A, "https://x.org"),
            Element(
                "a",
                A,
                (
                    ("class", "dossier-outside"),
                    ("href", "https://x.org"),
                    ("rel", "external noopener nofollow"),
                ),
            ),
        ),
        (line_break(), Break()),
    ],
)
def test_an_inline_is_one_node(made: Inline, expected: object) -> None:
    assert made == (expected,)


def test_brackets_stand_around_what_is_bracketed() -> None:
    assert bracketed(A) == (Text("("), *A, Text(")"))


@pytest.mark.parametrize(
    "made",
    [
        lambda given: element("p", A, given)[0],
        lambda given: container(paragraph(A), attributes=given)[0],
    ],
    ids=["an element", "a box"],
)
def test_an_attribute_of_none_is_left_out_and_an_empty_one_is_kept(
    made: Callable[[dict[str, str | None]], Element | Box],
) -> None:
    assert made({"hidden": "", "title": None, "lang": "ar"}).attributes == (("hidden", ""), ("lang", "ar"))


# Blocks


@pytest.mark.parametrize(
    ("identifier", "anchor"),
    [("Positions", "positions"), ("a-b c_d", "a-b-c-d"), ("-x-", "x"), ("<script>", "script"), ("é", "")],
)
def test_an_anchor_is_made_of_small_letters_digits_and_hyphens(identifier: str, anchor: str) -> None:
    assert heading(2, A, identifier) == (Heading(2, A, anchor),)


def test_a_paragraph_may_have_a_class() -> None:
    assert paragraph(A) == (Paragraph(A, ""),)
    assert paragraph(A, cls="c") == (Paragraph(A, "c"),)


def test_a_list_has_an_item_for_each_inline() -> None:
    assert bullets(iter([A, B])) == (Bullets((A, B)),)


def test_names_stand_before_their_values() -> None:
    rows = tuple((Element("b", name), Text(" "), Element("span", value)) for name, value in ((A, B), (C, C)))
    assert definitions([(A, B), (C, C)]) == (Box("div", (Bullets(rows),), (("class", "dossier-facts"),)),)


def test_a_box_holds_its_blocks_in_an_element_of_a_class() -> None:
    assert container(paragraph(A), (), paragraph(B)) == (Box("div", (Paragraph(A), Paragraph(B))),)
    assert container(paragraph(A), cls="c", name="li", attributes={"lang": "ar"}) == (
        Box("li", (Paragraph(A),), (("class", "c"), ("lang", "ar"))),
    )


@pytest.mark.parametrize(("cls", "classes"), [("", "dossier-table"), ("wide", "dossier-table wide")])
def test_a_table_stands_in_a_section_that_search_leaves_out(cls: str, classes: str) -> None:
    assert table(C, [A, B], iter([[A, ()], [B, C]]), row_head=1, cls=cls) == (
        Box(
            "section",
            (Table(C, (A, B), ((A, ()), (B, C)), 1),),
            (("class", classes), ("data-search-exclude", "")),
        ),
    )


def test_a_column_in_which_nothing_stands_is_left_out_but_for_the_one_that_names_rows() -> None:
    (box,) = table(C, [A, B, C], [[(), (), A], [(), (), ()]], row_head=1)
    assert isinstance(box, Box)
    assert box.blocks == (Table(C, (B, C), (((), A), ((), ())), 0),)


def test_a_table_without_rows_says_nothing() -> None:
    assert table(B, [A], []) == ()


def test_a_picture_is_taken_as_it_is() -> None:
    assert figure(" <figure>\n\n</figure>") == (Figure(" <figure>\n\n</figure>"),)
