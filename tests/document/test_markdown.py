"""Markdown that shows each text as it was written, whatever stands in it and around it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

import yaml
from mkdocs_dossier.document import compose as md
from mkdocs_dossier.document.markdown import _inline, _line, write, write_figure, write_page
from mkdocs_dossier.document.nodes import Figure, Listing, Page
from tests.rendering import (
    Tree,
    elements,
    folded,
    hostile_text,
    parsed,
    renderer,
    replaced,
    tree_of,
    words_in,
)
from tests.thorough import times

PROJECT, MORE = renderer(more=False), renderer(more=True)
PLAIN = "placeholder"


def everywhere(value: str) -> str:
    """Write a text at every kind of place that a page has."""
    this = md.text(value)
    url = "https://example.org/"
    marked = (*md.run("so "), *md.element("mark", this), *md.run(" and"))
    return write(
        md.stack(
            md.heading(1, this, "first"),
            md.heading(3, md.span(this, direction="rtl"), "second"),
            md.paragraph(this),
            md.paragraph(this, cls="of-a-class"),
            md.paragraph(md.join([this, this], " · ")),
            md.bullets([this, md.link(this, "../a/index.md"), md.join([this, md.span(this)], "; ")]),
            md.definitions([(this, this), (this, md.code(value))]),
            md.table(this, [this, this], [[this, md.link(this, "../a/index.md")], [(), md.line_break()]]),
            md.table(this, [this], [[md.lines([this, this])]], cls="of-a-class"),
            md.container(md.paragraph(this), name="blockquote", cls="quoted"),
            md.container(md.container(md.container(md.paragraph(this), name="li"), name="ul"), cls="list"),
            md.container(md.heading(2, this, "third"), md.bullets([this]), md.table(this, [this], [[this]])),
            md.container(md.paragraph(md.outside_link(this, url)), attributes={"lang": "ar", "dir": "rtl"}),
            md.paragraph(md.span(this, cls="c", lang="ar", direction="rtl", title=value)),
            md.paragraph(md.join([md.strong(this), md.emphasis(this), md.code(value)])),
            md.paragraph(marked, cls="of-a-class"),
        )
    )


SHAPES = {render: tree_of(everywhere(PLAIN), render) for render in (PROJECT, MORE)}


@pytest.mark.parametrize("render", [PROJECT, MORE], ids=["the project's extensions", "many more extensions"])
def test_a_plain_word_gives_the_elements_that_were_asked_for(render: Markdown) -> None:
    names = [name for name, _, _ in elements(SHAPES[render])]
    assert {
        name: names.count(name) for name in ("h1", "h2", "h3", "table", "mark", "blockquote", "li", "code")
    } == {
        "h1": 1,
        "h2": 1,
        "h3": 1,
        "table": 3,
        "mark": 1,
        "blockquote": 1,
        "li": 7,
        "code": 2,
    }
    assert words_in(SHAPES[render]).count(PLAIN) == 36


@pytest.mark.parametrize("render", [PROJECT, MORE], ids=["the project's extensions", "many more extensions"])
@settings(max_examples=times(80, 40))
@given(value=hostile_text)
@example(value="1. <b>{{ x }}</b> | `y` [z](w) {: .c }")
@example(value="/// note")
def test_any_text_is_shown_as_it_stands_and_nothing_in_it_is_obeyed(render: Markdown, value: str) -> None:
    assert tree_of(everywhere(value), render) == replaced(SHAPES[render], PLAIN, folded(value))


@settings(max_examples=100)
@given(hostile_text, hostile_text)
def test_texts_beside_one_another_make_no_markup_together(first: str, second: str) -> None:
    def both(left: str, right: str) -> Tree:
        linked = md.link(md.text(right), "../x/index.md")
        beside = md.join([md.text(left), md.text(right), linked, md.text(left), linked], "")
        return tree_of(write(md.paragraph(beside) + md.table(beside, [beside], [[beside]])), MORE)

    expected = replaced(replaced(both("first", "second"), "first", folded(first)), "second", folded(second))
    assert both(first, second) == expected


@given(st.lists(hostile_text, min_size=2, max_size=4))
def test_blocks_below_one_another_stay_apart(values: list[str]) -> None:
    shown = tree_of(write(md.stack(*(md.paragraph(md.text(value)) for value in values))), MORE)
    assert [(child[0], words_in(child)) for child in shown[2] if isinstance(child, tuple)] == [
        ("p", folded(value)) for value in values
    ]


@given(hostile_text)
def test_running_text_keeps_its_blanks(value: str) -> None:
    for around in (" ", "\n", "\t"):
        running = md.text("a") + md.run(around + value + around) + md.element("mark", md.text("b"))
        assert words_in(tree_of(write(md.paragraph(running)), PROJECT)) == f"a {folded(value)} b"


def test_running_text_of_blanks_is_one_blank() -> None:
    assert [_inline(md.run(value)) for value in ("", " ", "\n", " \t ")] == ["", " ", " ", " "]


@given(hostile_text)
def test_an_attribute_holds_its_text(value: str) -> None:
    (found,) = parsed(_inline(md.span(md.text("x"), title=value)))[2]
    assert isinstance(found, tuple)
    assert dict(found[1]) == {"title": folded(value)}


@given(hostile_text)
def test_an_address_outside_stays_one_address(value: str) -> None:
    url = "https://example.org/?q=" + "".join(value.split())
    for render in (PROJECT, MORE):
        anchors = [
            one
            for one in elements(tree_of(write(md.paragraph(md.outside_link(md.text(value), url))), render))
            if one[0] == "a"
        ]
        assert [(dict(one[1])["href"], words_in(one)) for one in anchors] == [(url, folded(value))]


def test_an_empty_box_is_left_out() -> None:
    assert write(md.container()) == write(md.container(())) == ""
    assert write(md.stack((), md.paragraph(md.text("x")), ())) == "x"


def test_an_empty_part_is_joined_without_its_separator() -> None:
    assert _inline(md.join([md.text("a"), md.text(""), md.text("b")], ", ")) == "a, b"


def test_an_attribute_without_a_value_is_left_out_and_an_empty_one_stands_alone() -> None:
    assert (
        _inline(md.element("p", md.text("x"), {"hidden": "", "title": None, "class": "c"}))
        == '<p hidden class="c">x</p>'
    )


def test_a_table_has_as_many_cells_in_each_row_as_in_its_head() -> None:
    wide = [md.text("a|b"), md.text("c\\|d"), md.code("`|`")]
    found = tree_of(write(md.table(wide[0], wide, [wide, wide])), MORE)
    rows = [one for one in elements(found) if one[0] == "tr"]
    assert [len(row[2]) for row in rows] == [3, 3, 3]


def test_markup_of_the_programs_own_is_one_block() -> None:
    markup = "<figure><svg>\n\n  <g>\n \n<text>{{ x }} *y* `z`</text></g>\n\n</svg></figure>"
    shown = tree_of(write(md.paragraph(md.text("a")) + md.figure(markup) + md.paragraph(md.text("b"))), MORE)
    assert [child[0] for child in shown[2] if isinstance(child, tuple)] == ["p", "figure", "p"]
    assert words_in(shown) == "a{{ x }} *y* `z`b"


def test_a_picture_is_written_as_it_stands_without_blank_lines_and_once() -> None:
    markup = "\n<figure>\n \n<svg>*x*</svg>\n\n</figure>\n"
    assert write(md.figure(markup)) == write_figure(Figure(markup)) == "<figure>\n<svg>*x*</svg>\n</figure>"


def test_something_else_is_written_in_place_of_a_picture_where_it_is_asked_for() -> None:
    inside = md.container(md.figure("<figure>b</figure>"))
    page = Page("p.md", "T", "", md.figure("<figure>a</figure>") + inside)
    met: list[Figure] = []

    def note(figure: Figure) -> str:
        met.append(figure)
        return f"<i>{len(met)}</i>"

    assert write_page(page, note).endswith("<i>1</i>\n\n<div markdown>\n\n<i>2</i>\n\n</div>\n")
    assert met == [Figure("<figure>a</figure>"), Figure("<figure>b</figure>")]
    assert write_page(page).count("<figure>") == 2


@given(hostile_text, hostile_text)
def test_words_to_be_copied_are_shown_as_they_stand_under_the_name_of_their_format(
    name: str, value: str
) -> None:
    for render in (PROJECT, MORE):
        (shown,) = tree_of(write((Listing(name, md.text(value), "ltr"),)), render)[2]
        assert isinstance(shown, tuple)
        assert shown[:2] == ("details", (("class", "dossier-cite"),))
        said = {one[0]: words_in(one) for one in elements(shown)}
        assert (said["summary"], said["code"]) == (folded(name), folded(value))
        assert dict(next(one for one in elements(shown) if one[0] == "pre")[1]) == {"dir": "ltr"}


def test_words_to_be_copied_are_open_where_it_is_said() -> None:
    assert write((Listing("x", md.text("y"), "rtl", is_open=True),)).startswith(
        '<details class="dossier-cite" open><summary>x</summary><pre dir="rtl"><code dir="rtl">y</code>'
    )


def test_words_of_another_format_keep_their_blanks_and_lines() -> None:
    assert _inline(md.verbatim("TY  - A\n  *b*,\n\nc")) == (
        "TY&#32;&#32;&#45;&#32;A&#10;&#32;&#32;&#42;b&#42;,&#10;&#10;c"
    )


@pytest.mark.parametrize("node", ["x", Figure("y"), None])
def test_what_is_no_inline_is_refused(node: object) -> None:
    with pytest.raises(TypeError, match="no inline"):
        _inline((node,))  # type: ignore[arg-type]


def test_what_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError, match="no block"):
        write(md.text("x"))  # type: ignore[arg-type]


@given(hostile_text)
def test_escaped_text_serves_as_an_attribute(value: str) -> None:
    (found,) = parsed(f'<i title="{_line(value)}"></i>')[2]
    assert isinstance(found, tuple)
    assert dict(found[1]) == {"title": folded(value)}


# Front matter


@given(hostile_text, hostile_text)
def test_front_matter_is_read_back_with_its_texts_escaped_for_html(title: str, description: str) -> None:
    written = write_page(Page("p.md", title, description, (), boost=2.0, hide=("toc",)))
    first, body, last = written.split("---\n")
    assert (first, last) == ("", "\n\n")
    read = yaml.safe_load(body)
    assert [*read] == ["title", "description", "hide", "search"]
    assert {key: read[key] for key in ("hide", "search")} == {"hide": ["toc"], "search": {"boost": 2.0}}
    for key, value in (("title", title), ("description", description)):
        assert "<" not in read[key]
        assert '"' not in read[key]
        assert (
            words_in(parsed(read[key])).split()
            == folded(value).replace("\x85", " ").replace("\u2028", " ").split()
        )


@given(hostile_text)
def test_front_matter_is_one_line_a_field(title: str) -> None:
    front = write_page(Page("p.md", title, "", md.paragraph(md.text("x")))).removesuffix("\nx\n")
    assert front.count("\n") == 3
    assert [*yaml.safe_load(front.split("---\n")[1])] == ["title"]
