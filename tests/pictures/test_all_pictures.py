"""What holds of every picture, whatever it shows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import mkdocs_dossier
from mkdocs_dossier.pictures.svg.picture import Frame, Picture, Site, framed
from mkdocs_dossier.words import Words
from tests.pictures.drawn import ARABIC, DRAWINGS, ENGLISH, MORE, address, parsed, titles

STYLES = Path(mkdocs_dossier.__file__).parent / "assets" / "styles"

Drawing = Callable[[Words], Picture | None]
every = pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)


def svg(draw: Drawing, words: Words = ENGLISH) -> str:
    picture = draw(words)
    assert picture is not None
    return picture.svg


@every
def test_a_picture_is_one_html_block_without_blank_lines(draw: Drawing) -> None:
    markup = svg(draw)
    assert markup.startswith("<figure ")
    assert markup.endswith("</figure>")
    assert not re.search(r"\n\s*\n", markup)


@every
def test_a_picture_holds_no_script_no_image_and_no_address_of_another_host(draw: Drawing) -> None:
    markup = svg(draw)
    assert not re.search(
        r"<(script|image|style|foreignObject)\b|\bon\w+=|https?:|//", markup.replace(">//<", "")
    )


@every
def test_the_same_values_give_the_same_bytes(draw: Drawing) -> None:
    assert svg(draw) == svg(draw)


@every
def test_the_title_names_the_figure_and_the_summary_the_drawing(draw: Drawing) -> None:
    picture = draw(ENGLISH)
    assert picture is not None
    figure = parsed(picture)
    drawing, scroll = figure.find(".//svg"), figure.find("div")
    assert drawing is not None
    assert scroll is not None
    named = [part.get("aria-label") for part in (figure, scroll) if part.get("aria-label")]
    assert named == [picture.title]
    assert drawing.get("aria-label") == picture.summary
    # Chromium takes them for a description, and the words would be said twice.
    assert (drawing.find("title"), drawing.find("desc")) == (None, None)
    assert picture.summary.endswith(".")
    assert drawing.get("role") == "group"  # an image would hide the links in it


@every
def test_what_scrolls_and_nothing_else_can_be_reached_and_has_a_name(draw: Drawing) -> None:
    markup = svg(draw)
    scrolls = "min-width:" in markup or "clamp(" in markup
    start = '<div class="dossier-scroll" role="region" tabindex="0" id="'
    assert (start in markup) is scrolls
    assert ('tabindex="0"' in markup) is scrolls


@every
def test_a_legend_is_not_the_name_of_its_figure(draw: Drawing) -> None:
    # A figure that has no other name is named by its `figcaption`.
    assert "<figcaption" not in svg(draw)


@every
def test_each_picture_leads_to_what_says_the_same_in_words(draw: Drawing) -> None:
    picture = draw(ENGLISH)
    below = parsed(picture).find("div[@class='dossier-caption']")
    assert below is not None
    assert {one.get("href") for one in below.iter("a")} == {MORE}


def test_the_link_to_the_list_is_named_for_its_picture_and_is_not_there_twice() -> None:
    def below(*listed: str) -> list[tuple[str | None, str | None]]:
        frame = Frame("map", "Title", "Summary.", height=10, listed=listed)
        links = parsed(framed(frame, Site(address, ENGLISH, "p", MORE))).iter("a")
        return [(link.text, link.get("aria-labelledby")) for link in links]

    assert below() == [("As a list", "p-more p-title")]
    assert below("2 more are in the list.") == [("2 more are in the list.", None)]


def test_without_an_address_there_is_no_link_to_a_list() -> None:
    picture = framed(Frame("map", "Title", "Summary.", height=10), Site(address, ENGLISH, "p", ""))
    assert "<a" not in picture.svg
    assert "dossier-caption" not in picture.svg


def test_a_picture_may_be_narrower_than_its_page() -> None:
    picture = framed(Frame("map", "Title", "Summary.", height=10, most=500), Site(address, ENGLISH, "p", ""))
    assert 'style="height:10px;width:min(100%,500px)"' in picture.svg
    assert 'role="region"' not in picture.svg


@every
def test_ids_are_unique_and_all_that_is_referred_to_is_defined(draw: Drawing) -> None:
    markup = svg(draw)
    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    used = re.findall(r'<use xlink:href="#([^"]+)"', markup) + re.findall(r"url\(#([^)]+)\)", markup)
    assert set(used) <= set(ids)


@every
def test_every_mark_that_links_has_words(draw: Drawing) -> None:
    found = titles(draw(ENGLISH))
    assert found
    assert all(found)


@every
def test_no_number_has_more_than_two_decimals_but_a_ratio(draw: Drawing) -> None:
    markup = re.sub(r"aspect-ratio:[\d.]+|>[^<]*<", "", svg(draw))
    assert not re.search(r"\d\.\d{3}", markup)


@every
def test_colours_come_from_the_style_sheet_alone(draw: Drawing) -> None:
    drawing = re.sub(r"<defs>.*?</defs>", "", svg(draw))  # in a mask, white is what shows
    assert not re.search(r'\b(fill|stroke|color)="', drawing)


@every
def test_every_class_has_a_rule(draw: Drawing) -> None:
    styles = [path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")]
    known = set(re.findall(r"\.((?:d|dossier)-[\w-]+)", "\n".join(styles)))
    used = {name for names in re.findall(r'class="([^"]+)"', svg(draw)) for name in names.split()}
    plain = {name for name in used if name.startswith(("d-kind-", "dossier-"))} | PLAIN
    assert used - known <= plain


PLAIN = {"d-main", "d-part"}
"""Classes that say what something is and need no rule of their own."""


@every
def test_the_places_in_a_picture_count_from_the_left_in_an_arabic_dossier_too(draw: Drawing) -> None:
    drawing = parsed(draw(ARABIC)).find(".//svg")
    assert drawing is not None
    assert drawing.get("direction") == "ltr"
