"""Writing SVG: what a dossier says is shown as it was written, and never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.markup import escaped, link, number, percent, tag, text
from tests.pictures.drawn import folded, read


@given(st.text(max_size=60))
def test_a_text_is_read_back_as_it_was_written(words: str) -> None:
    element = read(text(words, x=1, y=2))
    assert (element.text or "") == folded(words)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_an_attribute_and_a_title_are_read_back_as_they_were_written(target: str, title: str) -> None:
    element = read(link(target, title))
    assert folded(element.get("href", "")) == folded(target)
    assert (element.findtext("title") or "") == folded(title)


@pytest.mark.parametrize("words", ["</text><script>", "a & b", '" onload="x', "{{ macro }}", "{% raw %}"])
def test_nothing_in_a_text_is_left_to_be_obeyed(words: str) -> None:
    assert not set("<>\"'{}") & set(escaped(words))


def test_white_space_is_folded_so_that_no_line_is_blank() -> None:
    assert escaped(" one\n\n\ttwo ") == "one two"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert escaped("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"


def test_a_right_to_left_text_hangs_where_a_latin_one_would() -> None:
    assert text("abc", x=0, y=0, anchor="end") == '<text x="0" y="0" text-anchor="end">abc</text>'
    assert 'text-anchor="start" direction="rtl"' in text("باسم", x=0, y=0, anchor="end")
    assert 'text-anchor="end" direction="rtl"' in text("باسم", x=0, y=0)
    assert 'text-anchor="middle" direction="rtl"' in text("باسم", x=0, y=0, anchor="middle")


def test_attributes_without_a_value_are_left_out() -> None:
    assert (
        tag("g", cls="a", stroke_width=1.25, dx=None, transform="") == '<g class="a" stroke-width="1.2"></g>'
    )


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (0.04, "0"), (12.34, "12.3"), (-0.06, "-0.1")])
def test_a_length_is_written_to_a_tenth(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(("value", "written"), [(50.0, "50%"), (12.345, "12.35%"), (10.10, "10.1%")])
def test_a_share_is_written_to_a_hundredth(value: float, written: str) -> None:
    assert percent(value) == written
