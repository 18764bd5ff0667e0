"""What holds of every picture, whatever it shows."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import mkdocs_dossier
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.words import Words
from tests.pictures.drawn import ARABIC, DRAWINGS, ENGLISH, parsed, titles

STYLES = [
    Path(mkdocs_dossier.__file__).parent / "assets" / "styles" / f"{name}.css"
    for name in ("pictures", "positions")
]

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
def test_the_title_and_the_summary_stand_in_the_picture_and_name_it(draw: Drawing) -> None:
    picture = draw(ENGLISH)
    assert picture is not None
    drawing = parsed(picture).find(".//svg")
    assert drawing is not None
    named = {part.get("id"): part.text for part in drawing if part.get("id")}
    assert named[drawing.get("aria-labelledby")] == picture.title
    assert named[drawing.get("aria-describedby")] == picture.summary
    assert picture.summary.endswith(".")


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
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in STYLES)
    known = set(re.findall(r"\.((?:d|dossier)-[\w-]+)", rules))
    used = {name for names in re.findall(r'class="([^"]+)"', svg(draw)) for name in names.split()}
    plain = {name for name in used if name.startswith(("d-kind-", "dossier-"))} | PLAIN
    assert used - known <= plain


PLAIN = {"d-main", "d-part"}
"""Classes that say what something is and need no rule of their own."""


@every
def test_the_ends_of_lines_mean_the_same_in_an_arabic_dossier(draw: Drawing) -> None:
    drawing = parsed(draw(ARABIC)).find(".//svg")
    assert drawing is not None
    assert drawing.get("direction") == "ltr"
