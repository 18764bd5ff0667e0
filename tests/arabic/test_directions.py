"""Holds the pages of a story told in Arabic, and told in English, to their languages and directions."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from mkdocs_dossier import site
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.loading import load
from tests.rendering import Tree, elements, parsed, renderer, words_in
from tests.support import ROOT

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OTHER = {"ltr": RIGHT_TO_LEFT, "rtl": re.compile("[A-Za-z]")}


@cache
def pages(name: str) -> dict[str, Tree]:
    """Render all pages of a dossier of this folder."""
    loaded = load(read_folder(ROOT / "tests" / "arabic" / name))
    assert loaded.problems == ()
    render = renderer(more=False)
    found = {}
    for path, content in site.build(loaded).items():
        if path.endswith(".md"):
            render.reset()
            found[path] = parsed(render.convert(content.decode().partition("\n---\n")[2]))
    return found


def arabic(address: str) -> Tree:
    return pages("dossier")[f"{address}/index.md"]


def english(address: str) -> Tree:
    return pages("english")[f"{address}/index.md"]


def attributes(tree: Tree) -> dict[str, str]:
    return dict(tree[1])


def marked(tree: Tree) -> set[tuple[str, str, str]]:
    """List what is marked as being of a language: its tag, its direction, its words."""
    return {
        (given["lang"], given.get("dir", ""), words_in(one).strip())
        for one in elements(tree)
        if "lang" in (given := attributes(one))
    }


def test_a_quotation_in_another_language_carries_its_language_and_direction() -> None:
    found = marked(arabic("claims/sahlan-informed-before"))
    assert ("fa", "rtl", "ما دو روز پیش از باز شدن دریچه‌ها، طرف سهلانی را کتباً مطلع کردیم.") in found
    english = "Our logs show one fax, dated 13 March (a Monday), and we cannot tell who opened it,"
    assert ("en", "ltr", english) in found
    assert {tag for tag, _, _ in found} == {"fa", "en"}


def test_a_name_in_another_language_carries_its_language_and_direction() -> None:
    assert marked(arabic("actors/layla-al-rawi")) == {
        ("ckb", "rtl", "لەیلا ڕاوی"),
        ("en", "ltr", "Layla al-Rawi"),
        ("fa", "rtl", "لیلی راوی"),
        ("he", "rtl", "לילא אל-ראווי"),
        ("fa", "rtl", "ما دو روز پیش از باز شدن دریچه‌ها، طرف سهلانی را کتباً مطلع کردیم."),
    }


def test_the_title_of_a_source_carries_its_language() -> None:
    headings = [one for one in elements(arabic("sources/levin-2023-03-17")) if one[0] == "h1"]
    assert marked(headings[0]) == {("he", "rtl", "מתי נפתחו שערי הסכר?")}


def test_a_quotation_that_runs_the_other_way_is_set_off_in_its_own_direction() -> None:
    quotes = [one for one in elements(arabic("statements/whitfield-fax")) if one[0] == "blockquote"]
    assert [attributes(one).get("dir") for one in quotes] == ["ltr", "ltr", "ltr"]
    same = [one for one in elements(arabic("statements/kaviani-informed")) if one[0] == "blockquote"]
    assert "ltr" not in {attributes(one).get("dir") for one in same}


def test_a_line_of_arabic_that_opens_in_english_is_not_turned() -> None:
    lines = [one for one in elements(arabic("statements/whitfield-fax")) if "on Friday»" in words_in(one)]
    whole = [one for one in lines if "في تقرير" in words_in(one)]
    assert whole
    assert not any(attributes(one).get("dir") == "ltr" for one in whole)


def test_what_is_written_from_left_to_right_in_any_language_is_isolated() -> None:
    isolated = {
        words_in(one)
        for one in elements(arabic("sources/rafid-2023-03-16"))
        if attributes(one).get("dir") == "ltr"
    }
    assert "https://example.org/rafid/2023/03/16/" in isolated
    event = {
        words_in(one)
        for one in elements(arabic("events/gates-opened"))
        if attributes(one).get("dir") == "ltr"
    }
    assert "2023-03-14" in event
    assert "\u206633.3128°\u2069 شمالًا، \u206644.3615°\u2069 شرقًا – نقطة" in words_in(arabic("places/nakhil"))


def test_a_citation_runs_as_the_page_does_and_its_formats_from_left_to_right() -> None:
    codes = [one for one in elements(arabic("statements/rawi-denies")) if one[0] == "pre"]
    assert [attributes(one)["dir"] for one in codes] == ["rtl", "ltr", "ltr", "ltr"]
    quote = "لم يصلنا أي إشعار، لا كتابيًّا ولا شفهيًّا، قبل أن تُفتح البوابات ليلة الثلاثاء"
    said = f"ليلى الراوي، 16 مارس 2023: «{quote}»"
    assert words_in(codes[0]).startswith(said)


# Right-to-left quotations in an English dossier


def loose(tree: Tree, direction: str) -> Iterator[str]:
    """List the texts of the dossier that hold letters of the other direction, not set apart in them."""
    name, given = tree[0], attributes(tree)
    direction = given.get("dir", direction)
    if name.endswith("svg") or name in ("pre", "script") or "lang" in given:
        return
    for child in tree[2]:
        if not isinstance(child, str):
            yield from loose(child, direction)
        elif _OTHER[direction].search(child):
            yield child.strip()


def test_words_from_right_to_left_are_set_apart_in_every_line_from_left_to_right() -> None:
    assert {words for tree in pages("english").values() for words in loose(tree, "ltr")} == set()
    said = words_in(english("events/gates-opened"))
    assert "“ليلة الثلاثاء 14 مارس”, in an article of Thursday, 16 March 2023." in said


def test_words_from_left_to_right_are_set_apart_in_every_line_from_right_to_left() -> None:
    names = [name for export in downloads() for name in export.files] + ["manifest.json"]
    files = "|".join(re.escape(one) for name in names for one in {name, name.rpartition("/")[2]})
    own = re.compile(rf"BibTeX|RIS|CSL-JSON|{files}|.*SHA-256.*|.*\(UTC\+03:00\)|.* Natural Earth[؛،] .*")
    found = {words for tree in pages("dossier").values() for words in loose(tree, "rtl")}
    assert {words for words in found if not own.fullmatch(words)} == set()


@pytest.mark.parametrize(
    ("path", "tag"),
    [
        ("statements/rawi-denies", "ar"),
        ("statements/kaviani-informed", "fa"),
        ("statements/levin-satellite", "he"),
        ("statements/karim-nobody", "ckb"),
    ],
)
def test_a_right_to_left_quotation_is_set_off_from_right_to_left(path: str, tag: str) -> None:
    quote = next(one for one in elements(english(path)) if one[0] == "blockquote")
    assert attributes(quote)["dir"] == "rtl"
    assert {(language, direction) for language, direction, _ in marked(quote)} == {(tag, "rtl")}


def test_quotation_marks_stand_outside_of_the_words_that_they_hold() -> None:
    quote = next(one for one in elements(english("statements/rawi-denies")) if one[0] == "blockquote")
    said = "“لم يصلنا أي إشعار، لا كتابيًّا ولا شفهيًّا” … “قبل أن تُفتح البوابات ليلة الثلاثاء”"
    assert words_in(quote).strip() == said
    assert not any("“" in words for _, _, words in marked(quote))


def test_the_words_around_a_quotation_are_marked_as_the_source_s_own() -> None:
    codes = [one for one in elements(english("statements/rawi-denies")) if one[0] == "code"]
    around = [attributes(one) for one in codes if RIGHT_TO_LEFT.search(words_in(one))]
    assert {(given.get("lang"), given["dir"]) for given in around} >= {("ar", "rtl")}
