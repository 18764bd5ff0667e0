"""The picture of figures over time: who says how many, from which day on, and how exactly."""

import re
from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.time.steps import MOST_MARKS, MOST_VOICES, Given
from mkdocs_dossier.pictures.time.timescale import AXIS
from mkdocs_dossier.values.amounts import Amount
from tests.pictures.drawn import (
    ARABIC,
    ENGLISH,
    MORE,
    TOLL,
    drawn_steps,
    figure,
    folded,
    links,
    notes,
    on,
    parsed,
    shapes,
    texts,
    titles,
)

RISING = (figure("Paper", "2022-01-23", "123"), figure("Paper", "2022-01-25", "166"))
WIDTHS = (328, 360, 599, 600, 690, 1200, 4000)
"""How wide a picture may be: on a phone, at which it changes, on a page, and on a wall."""


def drawn(*figures: Given) -> Picture | None:
    return drawn_steps(given=figures)


def drawing(picture: Picture | None) -> Element:
    found = parsed(picture).find(".//svg")
    assert found is not None
    return found


def paths(picture: Picture | None) -> dict[str, str]:
    """Give the steps of each voice, by the class of its shape."""
    lines = drawing(picture).iter("path")
    return {
        (line.get("class") or "").split()[1].removeprefix("d-"): line.get("d", "")
        for line in lines
        if "d-steps" in (line.get("class") or "")
    }


def uprights(picture: Picture | None) -> list[Element]:
    """List the bars that stand upright: those that are some pixels wide."""
    return [bar for bar in drawing(picture).iter("rect") if bar.get("width") == "6"]


def keys(picture: Picture | None) -> list[str]:
    return ["".join(row.itertext()).strip() for row in parsed(picture).iter("li")]


def share(value: str | None) -> float:
    return float((value or "0").rstrip("%"))


def boxes(picture: Picture | None, width: int) -> Iterator[tuple[str, float, float, float, float]]:
    """List the boxes of all text below the names of days, in the widest font in common use."""
    hidden = "d-wide" if width < 600 else "d-narrow"
    for one in drawing(picture).iter("text"):
        y = float(one.get("y", "0"))
        if y <= AXIS or hidden in (one.get("class") or "") or one.get("class") == "d-break-sign":
            continue
        words, anchor = one.text or "", one.get("text-anchor")
        if one.get("direction") == "rtl":
            anchor = {"end": None, "start": "end"}.get(anchor or "", anchor)
        size = ample(words) * (1.1 if "d-series" in (one.get("class") or "") else 1)
        start = share(one.get("x")) * width / 100 + float(one.get("dx", "0"))
        start -= {"middle": 0.5, "end": 1.0}.get(anchor or "", 0.0) * size
        yield words, start, start + size, y - 9, y + 4


def marks(picture: Picture | None, width: int) -> Iterator[tuple[float, float]]:
    """List the middles of all marks, moved aside where they are."""
    for group in (group for link in drawing(picture).iter("a") for group in link.iter("g")):
        moved = re.search(r"-?[\d.]+", group.get("transform", ""))
        for use in group.iter("use"):
            if "voice" in use.get("href", ""):
                aside = float(moved[0]) if moved else 0.0
                yield share(use.get("x")) * width / 100 + aside, float(use.get("y", "0"))


def test_a_rising_toll_is_two_marks_and_one_step_up() -> None:
    picture = drawn(*RISING)
    assert titles(picture) == ["Paper: 123, 23 January 2022", "Paper: 166, 25 January 2022"]
    (first, low), (second, high) = marks(picture, 328)
    assert first < second
    assert low > high  # upwards
    step = re.fullmatch(r"M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)", paths(picture)["voice-1"])
    assert step is not None
    x1, y1, x2, y2 = map(float, step.groups())
    assert (y1, y2) == (low, high)
    assert [x1 * 3.28, x2 * 3.28] == pytest.approx([first, second], abs=0.1)


def test_it_says_what_is_counted_who_says_so_and_how_many_beside_the_marks() -> None:
    found = texts(drawn(*RISING))
    assert {"killed", "Paper", "123", "166"} <= set(found)
    assert [words for words in found if words in ("0", "50", "100", "150", "200")] == [
        "0",
        "50",
        "100",
        "150",
        "200",
    ]


def test_the_summary_says_the_series_in_words() -> None:
    picture = drawn_steps(given=TOLL[:2] + TOLL[5:])
    assert picture is not None
    assert picture.title == "Figures over time: killed"
    assert picture.summary == (
        "Paper: 123 (23 January 2022), 166 (25 January 2022); nobody named: 170 (26 January 2022); "
        "Agency: about 150 (since 26 January 2022)."
    )


def test_the_summary_of_many_figures_names_the_first_and_the_last_of_each_voice() -> None:
    many = [figure("Paper", f"2022-01-{day:02}", str(day)) for day in range(1, 13)]
    picture = drawn(*many, figure("Agency", "2022-02-01", "50"))
    assert picture is not None
    assert picture.summary == (
        "Paper: 12 figures, from 1 (1 January 2022) to 12 (12 January 2022); Agency: 50 (1 February 2022)."
    )
    twelve = drawn(*many)
    assert twelve is not None
    assert "11 (11 January 2022)" in twelve.summary


@pytest.mark.parametrize(
    "figures",
    [(), RISING[:1], (RISING[0], figure("Paper", None, "166")), (figure("A", None, "1"),) * 3],
    ids=["none", "one", "one with a date", "none with a date"],
)
def test_nothing_is_drawn_of_fewer_than_two_figures_with_a_date(figures: tuple[Given, ...]) -> None:
    assert drawn(*figures) is None


def test_each_mark_links_to_where_its_number_stands() -> None:
    assert set(links(drawn_steps())) == {one.href for one in TOLL if one.date} | {MORE}


def test_voices_differ_by_shape_line_and_name() -> None:
    picture = drawn_steps()
    used = {shape for shape in shapes(picture) if shape.isdigit()}  # what follows "voice-"
    assert used == {"1", "2", "3"}
    assert set(paths(picture)) == {"voice-1", "voice-2", "voice-3"}
    assert {"Paper", "Ministry", "Agency"} <= set(texts(picture))
    assert keys(picture)[:4] == ["Ministry", "Paper", "Agency", "nobody named"]


def test_shapes_are_given_in_the_order_in_which_voices_first_speak() -> None:
    picture = drawn(figure("Late", "2022-01-03", "3"), figure("Late", "2022-01-04", "4"), RISING[0])
    assert keys(picture)[0] == "Late"
    assert keys(drawn(*RISING, figure("Early", "2022-01-01", "4"))) == ["Early", "Paper"]


def test_two_voices_of_one_name_are_two_lines() -> None:
    twin = [Given("other", *[getattr(one, name) for name in NAMES]) for one in RISING]
    assert len(paths(drawn(*RISING, *twin))) == 2


NAMES = ("name", "date", "when", "amount", "said", "href")


def test_what_nobody_is_known_to_say_is_joined_to_nothing() -> None:
    nobody = (figure("", "2022-01-01", "1"), figure("", "2022-01-02", "2"))
    picture = drawn(*nobody)
    assert paths(picture) == {}
    assert titles(picture) == ["1, 1 January 2022", "2, 2 January 2022"]
    assert keys(picture) == ["nobody named"]
    assert "" not in texts(picture)


@pytest.mark.parametrize(
    ("amount", "fade", "bars", "ends"),
    [
        ("30", "", 0, 1),
        (">=30", "fade-up", 1, 1),
        (">30", "fade-up", 1, 1),
        ("<30", "fade-down", 1, 1),
        ("<=0", "", 0, 1),
        ("20-40", "", 1, 2),
        ("30-30", "", 0, 1),
        ("~30", "", 1, 1),
    ],
)
def test_a_bound_fades_and_a_range_has_a_mark_at_either_end(
    amount: str, fade: str, bars: int, ends: int
) -> None:
    picture = drawn(figure("A", "2022-01-01", amount), figure("B", "2022-01-05", "100"))
    assert picture is not None
    assert [bar.get("mask", "") for bar in uprights(picture)] == [
        f"url(#steps-0-{fade})" if fade else ""
    ] * bars
    assert len(list(marks(picture, 328))) == 1 + ends
    explained = {"fade-up": "this many or more", "fade-down": "this many or fewer", "": "some number within"}
    assert keys(picture)[2:] == [explained[fade]] * bars


def test_bars_reach_from_the_lowest_to_the_highest_number_that_may_be_meant() -> None:
    picture = drawn(figure("A", "2022-01-01", "~40"), figure("A", "2022-01-05", "30-50"))
    spans = [(float(bar.get("y", 0)), float(bar.get("height", 0))) for bar in uprights(picture)]
    assert spans[0] == spans[1]  # about 40 is 30 to 50
    assert spans[0][1] == pytest.approx(160 * 20 / 50)


def test_a_bound_below_a_small_number_does_not_fade_below_nothing() -> None:
    picture = drawn(figure("A", "2022-01-01", "<1"), figure("A", "2022-01-05", "100"))
    (bar,) = uprights(picture)
    assert float(bar.get("y", 0)) + float(bar.get("height", 0)) == AXIS + 198


def test_an_amount_in_a_word_stands_at_its_least_number() -> None:
    dozens = Amount("dozens", Decimal(24), None, low_open=False, high_open=False, about=False, numbers=())
    given = Given("a", "A", on("2022-01-01"), "1 January 2022", dozens, "dozens", "#a")
    picture = drawn(given, figure("A", "2022-01-02", "24"))
    assert len({y for _, y in marks(picture, 328)}) == 1
    assert "dozens" in texts(picture)


def test_a_date_that_is_not_exact_is_a_stretch_and_an_uncertain_one_has_a_ring() -> None:
    picture = drawn(figure("A", "2022-01", "10"), figure("A", "2022-02-03?", "20"))
    stretches = [bar for bar in drawing(picture).iter("rect") if (bar.get("width") or "").endswith("%")]
    assert "d-range d-voice-1" in [bar.get("class") for bar in stretches]
    assert "vague" in shapes(picture)
    assert keys(picture)[1:] == ["at some time within", "uncertain or approximate"]


def test_steps_go_from_left_to_right_even_where_a_stretch_begins_first() -> None:
    picture = drawn(
        figure("A", "2022", "10"), figure("A", "2022-03-01", "20"), figure("A", "2022-12-01", "30")
    )
    places = [float(x) for x in re.findall(r"[MH]([\d.]+)", paths(picture)["voice-1"])]
    assert places == sorted(places)


def test_marks_of_one_day_and_number_stand_side_by_side() -> None:
    same = [figure(voice, "2022-01-02", "50") for voice in ("A", "B", "C")]
    found = sorted(marks(drawn(*same, figure("A", "2022-01-09", "60")), 328))[:3]
    assert found[1][0] - found[0][0] >= 7
    assert found[2][0] - found[1][0] >= 7
    assert len({y for _, y in found}) == 1


def test_the_voices_with_most_figures_are_shown_and_the_others_counted() -> None:
    many = [
        figure(f"Voice {voice}", f"2022-01-{1 + index:02}", str(10 * voice + index))
        for voice in range(9)
        for index in range(1 if voice == 0 else 2)
    ]
    picture = drawn(*many, figure("Voice 3", None, "7"))
    assert picture is not None
    assert len(paths(picture)) == MOST_VOICES
    assert [words for words in keys(picture) if words.startswith("Voice")] == [
        f"Voice {voice}" for voice in range(1, 7)
    ]
    assert picture.left_out == 1 + 2 * 2 + 1
    assert notes(picture) == "6 figures have no mark here; the table has them."
    assert f'<a href="{MORE}">' in picture.svg


def test_of_a_thousand_figures_some_are_shown_among_them_the_first_and_the_last_of_each_voice() -> None:
    many = [
        figure(
            f"Voice {index % 5}",
            f"20{10 + index // 100}-{1 + index % 100 // 10:02}-{1 + index % 10:02}",
            str(index),
        )
        for index in range(1000)
    ]
    picture = drawn(*many)
    assert picture is not None
    assert len(titles(picture)) == MOST_MARKS
    assert picture.left_out == 960
    shown = {title.split(": ")[1].split(",")[0] for title in titles(picture)}
    assert {"0", "1", "2", "3", "4", "995", "996", "997", "998", "999"} <= shown
    assert len(picture.svg.encode()) < 40_000


def test_the_order_in_which_figures_come_changes_nothing() -> None:
    assert drawn_steps() == drawn_steps(given=TOLL[::-1])


def test_pictures_of_one_page_have_other_ids() -> None:
    ids = [
        set(re.findall(r'\bid="([^"]+)"', picture.svg)) for nth in (0, 1) if (picture := drawn_steps(nth=nth))
    ]
    assert len(ids) == 2
    assert not ids[0] & ids[1]


def test_a_unit_stands_beside_the_number() -> None:
    picture = drawn(figure("A", "2022-01-01", "12", unit="percent"), figure("A", "2022-03-01", "3.5"))
    assert "12 percent" in texts(picture)
    assert "A: 12 percent, 1 January 2022" in titles(picture)


def test_a_long_name_is_shortened_beside_its_mark_and_whole_under_the_pointer() -> None:
    name = "Directorate of Health of the Province of the North"
    picture = drawn(figure("A", "2022-01-01", "50"), figure(name, "2022-01-04", "60"))
    assert "Directorate of Health of the…" in texts(picture)
    assert f"{name}: 60, 4 January 2022" in titles(picture)


def test_the_numbers_of_last_marks_come_first() -> None:
    crowd = [figure("A", f"2022-01-{day:02}", "50") for day in range(1, 29)]
    found = [one.get("x") for one in drawing(drawn(*crowd)).iter("text") if one.text == "50"]
    assert max(map(share, found)) in [share(x) for x in found[:2]]


def test_a_number_that_fell_stands_below_its_mark() -> None:
    picture = drawn(
        figure("A", "2022-01-01", "60"), figure("A", "2022-01-03", "35"), figure("A", "2022-01-05", "35")
    )
    mark = next(y for _, y in list(marks(picture, 328))[1:])
    assert float(next(one.get("y", "0") for one in drawing(picture).iter("text") if one.text == "35")) != mark
    heights = [float(one.get("y", "0")) for one in drawing(picture).iter("text") if one.text == "35"]
    assert max(heights) > mark


def test_a_picture_narrower_than_a_phone_scrolls() -> None:
    assert "min-width:328px" in (drawing(drawn_steps()).get("style") or "")


def test_bars_that_stand_upright_fade_from_the_top_down() -> None:
    picture = drawn(figure("A", "2022-01-01", ">1"), figure("A", "2022-01-02/..", "2"))
    fades = {one.get("id"): (one.get("x2"), one.get("y2")) for one in parsed(picture).iter("linearGradient")}
    assert fades == {"steps-0-fade-up-g": ("0", "1"), "steps-0-fade-after-g": (None, None)}


def test_what_is_counted_stands_where_lines_start() -> None:
    def head(picture: Picture | None) -> str | None:
        return next(one.get("x") for one in drawing(picture).iter("text") if one.text == "killed")

    assert head(drawn_steps()) == "0%"
    assert head(drawn_steps(ARABIC)) == "100%"


@given(st.text(min_size=1, max_size=80), st.text(max_size=60))
def test_any_name_and_amount_are_found_in_the_picture_as_they_were_written(name: str, said: str) -> None:
    one = Given("a", name, on("2022-01-01"), "1 January 2022", Amount.parse("5"), said, "#a")
    assert folded(f"{name}: {said}, 1 January 2022") in titles(drawn(one, RISING[0]))


VOICES = ["Paper", "Ministry of Health", "Agency", "وزارة الصحة", "A", "B" * 60, "赤十字国際委員会", ""]
DATES = [
    "2022-01-23",
    "2022-01-24",
    "2022-01-24T10:00:00Z",
    "2022-01",
    "2022",
    "2022-02-01?",
    "../2022-01-22",
]
DATES += ["2022-01-26/..", "2010-05-01", "20XX", "2022-01-20/2022-01-29"]
AMOUNTS = st.one_of(
    st.integers(0, 300).map(str),
    st.sampled_from(
        ["0", ">=16", "<40", "<=0", "20-30", "~150", "0.5", "0.000001", "999999999999999", ">9999"]
    ),
)
FIGURES = st.builds(
    figure,
    st.sampled_from(VOICES),
    st.one_of(st.none(), st.sampled_from(DATES)),
    AMOUNTS,
    st.just("some day"),
)


@settings(deadline=None)
@given(st.lists(FIGURES, max_size=45), st.sampled_from([ENGLISH, ARABIC]))
@example([figure(voice, "2022-01-24", "50") for voice in VOICES] * 4, ENGLISH)
@example([figure("A", "2022-01-24", "0"), figure("B", "2022-01-24", "0")], ENGLISH)
def test_no_texts_overlap_and_all_is_in_the_picture_at_any_width(figures: list[Given], words: object) -> None:
    picture = drawn_steps(ARABIC if words is ARABIC else ENGLISH, tuple(figures))
    dated = [one for one in figures if one.date]
    assert (picture is None) == (len(dated) < 2)
    if picture is None:
        return
    assert picture.left_out == len(figures) - len(titles(picture))
    for width in WIDTHS:
        for x, y in marks(picture, width):
            assert 5 <= x <= width - 5
            assert AXIS + 5 <= y <= AXIS + 220 - 5
        found = list(boxes(picture, width))
        for index, (text, left, right, top, bottom) in enumerate(found):
            assert left >= -0.1, text
            assert right <= width + 0.1, text
            for other, start, end, upper, lower in found[index + 1 :]:
                apart = right <= start + 0.1 or end <= left + 0.1 or bottom <= upper or lower <= top
                assert apart, (text, other, width)


def test_figures_over_time_run_from_right_to_left_where_the_language_does() -> None:
    def marks(picture: Picture | None) -> list[tuple[str, float, str]]:
        uses = [use for use in parsed(picture).iter("use") if "voice" in use.get("href", "")]
        return [
            (use.get("class", ""), float((use.get("x") or "").rstrip("%")), use.get("y", "")) for use in uses
        ]

    english, arabic = marks(drawn_steps()), marks(drawn_steps(ARABIC))
    assert [(shape, y) for shape, _, y in arabic] == [(shape, y) for shape, _, y in english]
    assert [x for _, x, _ in arabic] == pytest.approx([100 - x for _, x, _ in english], abs=2)
