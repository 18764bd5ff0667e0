"""The picture of positions: who says yes and who no, when, and which side changes."""

import re
from collections.abc import Sequence
from time import process_time
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.time.answers import Position
from tests.pictures.boxes import drawings
from tests.pictures.drawn import (
    ARABIC,
    LEAD,
    MORE,
    crowd,
    drawn_positions,
    folded,
    landmark,
    notes,
    parsed,
    position,
    texts,
    titles,
)

YES = position("a", "Ann", "Ann", "2024-01-01", Stance.ASSERTS, words="it was so")
NO = position("b", "Ben", "Ben", "2024-01-03", Stance.DENIES, words="it was not")
BROAD, PHONE = "d-from-900", "d-below-600"


def drawing(picture: Picture | None, screen: str = BROAD) -> Element:
    return drawings(picture)[screen]


def place(picture: Picture | None, statement: str, screen: str = BROAD) -> tuple[float, float]:
    """Say where the mark of a statement is: percent and pixels, or on a phone pixels from the centre line."""
    link = next(one for one in drawing(picture, screen).iter("a") if f"/{statement}/" in one.get("href", ""))
    use = next(part for part in link.iter() if part.get("x") and part.tag in ("use", "svg"))
    shift = re.search(r"translate\(([-\d.]+)", use.get("transform", ""))
    x = float(shift[1]) if shift else float(use.get("x", "").rstrip("%"))
    return x, float(use.get("y", ""))


def field(picture: Picture | None, cls: str, screen: str = BROAD) -> tuple[float, float]:
    area = next(one for one in drawing(picture, screen).iter("rect") if one.get("class") == cls)
    return float(area.get("y", "")), float(area.get("y", "")) + float(area.get("height", ""))


def drawn(*taken: Position, events: Sequence[str] = ()) -> Picture | None:
    named = [landmark(f"e{index}", f"Event {index}", when) for index, when in enumerate(events)]
    return drawn_positions(taken=taken, events=named)


def test_who_says_yes_stands_in_the_field_above_and_who_says_no_below() -> None:
    picture = drawn_positions()
    yes, no = field(picture, "d-field-yes"), field(picture, "d-field-no")
    assert yes[0] < place(picture, "kirby")[1] < yes[1] <= no[0]
    assert all(no[0] < place(picture, one)[1] < no[1] for one in ("awadi", "patel"))
    assert {"+ says yes", "− says no"} <= set(texts(picture))


def test_a_claim_that_is_no_question_is_said_or_denied() -> None:
    picture = drawn_positions(is_question=False)
    assert picture is not None
    assert {"+ says so", "− denies it"} <= set(texts(picture))
    assert picture.summary.startswith("Says so: John Kirby")


def test_on_a_phone_yes_stands_where_lines_start_and_no_where_they_end() -> None:
    picture = drawn_positions()
    assert place(picture, "kirby", PHONE)[0] < 0 < place(picture, "awadi", PHONE)[0]
    assert place(picture, "awadi", PHONE)[1] < place(picture, "patel", PHONE)[1]


def test_both_drawings_are_mirrored_where_lines_run_from_the_right() -> None:
    usual, mirrored = drawn_positions(), drawn_positions(ARABIC)
    (x, y), (turned, same) = place(usual, "patel"), place(mirrored, "patel")
    assert turned == pytest.approx(100 - x, abs=0.02)
    assert same == y
    x, y = place(usual, "patel", PHONE)
    assert place(mirrored, "patel", PHONE) == (-x, y)


def test_no_lines_join_those_who_contradict_one_another() -> None:
    assert "d-change" not in (drawn(YES, NO) or Picture("", "", "", 0)).svg
    assert not [one for one in parsed(drawn(YES, NO)).iter("line") if "join" in one.get("class", "")]


def test_a_mark_bears_name_body_and_words_or_that_it_was_only_reported() -> None:
    found = texts(drawn_positions())
    assert {"John Kirby", "US National Security Council", "“informed … prior”"} <= set(found)
    assert {"Basim al-Awadi", "Iraqi government", "denied it (reported)"} <= set(found)


def test_each_mark_links_to_its_statement_and_says_all_of_it() -> None:
    marks = [one for one in titles(drawn_positions()) if "Kirby" in one]
    assert set(marks) == {
        "yes: John Kirby (US National Security Council), on or before 3 February 2024, "
        "taken back 5 February 2024: “informed … prior”"
    }
    assert len(marks) == len(drawings(drawn_positions()))


def test_a_mark_stands_at_the_latest_moment_and_its_bar_ends_there() -> None:
    picture = drawn(position("a", "Ann", "Ann", "2024-01-01/2024-01-09", Stance.ASSERTS), NO)
    later = drawn(position("a", "Ann", "Ann", "2024-01-09", Stance.ASSERTS), NO)
    assert place(picture, "a") > place(picture, "b")
    assert place(picture, "a")[0] == pytest.approx(place(later, "a")[0], abs=6)
    bar = next(one for one in drawing(picture).iter("rect") if "d-range" in one.get("class", ""))
    end = float(bar.get("x", "").rstrip("%")) + float(bar.get("width", "").rstrip("%"))
    assert end == pytest.approx(place(picture, "a")[0], abs=0.05)
    assert "a bar says how early" in notes(picture)
    assert "a bar says how early" not in notes(drawn(YES, NO))


def test_an_open_beginning_fades() -> None:
    picture = drawn_positions()
    assert picture is not None
    assert 'mask="url(#positions-from-900-fade-before)"' in picture.svg
    assert 'mask="url(#positions-below-600-fade-up)"' in picture.svg
    arabic = drawn_positions(ARABIC)
    assert arabic is not None
    assert 'mask="url(#positions-from-900-fade-after)"' in arabic.svg


def test_what_was_taken_back_and_what_is_implied_look_different_and_say_so() -> None:
    back = position("a", "Ann", "Ann", "2024-01-01", Stance.ASSERTS, words="so", withdrawn="2 January 2024")
    follows = position("c", "Cy", "Cy", "2024-01-02", Stance.ASSERTS, is_implied=True)
    picture = drawn(back, follows, NO)
    assert {"taken back 2 January 2024", "by implication"} <= set(texts(picture))
    used = {one.get("class") for one in drawing(picture).iter("use")}
    assert {"d-asserts d-withdrawn", "d-asserts d-implied", "d-denies"} <= used
    legend = [" ".join("".join(one.itertext()).split()) for one in parsed(picture).iter("li")]
    assert legend == ["taken back", "follows from what it says of another claim"]
    assert not list(parsed(drawn(YES, NO)).iter("li"))


def test_an_event_of_the_claim_is_a_dotted_line_with_its_name_and_date() -> None:
    picture = drawn_positions()
    assert "The strikes, 2 Feb" in texts(picture)
    for one in drawings(picture).values():
        assert [line for line in one.iter("line") if line.get("class") == "d-happened"]


def test_events_far_from_the_statements_are_left_out_and_so_are_more_than_three() -> None:
    assert not [one for one in texts(drawn(YES, NO, events=["2019-05-05"])) if "Event" in one]
    near = drawn(YES, NO, events=[f"2024-01-0{day}" for day in (1, 2, 3, 4, 5)])
    assert len({words for words in texts(near) if re.match(r"Event \d, ", words)}) == 3


def test_events_of_one_day_share_a_line() -> None:
    assert "Event 0, Event 1, 2 Jan" in texts(drawn(YES, NO, events=["2024-01-02", "2024-01-02"]))


def test_of_two_events_near_each_other_both_have_their_whole_names() -> None:
    events = [
        landmark("x", "The night of the long strikes", "2024-01-01"),
        landmark("y", "Talks", "2024-01-02"),
    ]
    picture = drawn_positions(
        taken=[YES, position("b", "Ben", "Ben", "2024-01-20", Stance.DENIES)], events=events
    )
    for one in drawings(picture).values():
        said = " ".join(text.text or "" for text in one.iter("text"))
        assert "The night of the long strikes, 1 Jan" in said
        assert "Talks, 2 Jan" in said


def test_an_arrow_leads_from_the_last_yes_of_a_side_to_its_first_no() -> None:
    picture = drawn_positions()
    assert picture is not None
    assert "United States: from yes to no" in texts(picture)
    assert "United States: from yes to no." in picture.summary
    for one in drawings(picture).values():
        assert len([path for path in one.iter("path") if path.get("class") == "d-change"]) == 1


@pytest.mark.parametrize(
    "later",
    [
        position("b", "Ben", "Ann", "2024-01-01", Stance.DENIES),  # of the same day
        position("b", "Ben", "Ann", "../2024-01-03", Stance.DENIES),  # perhaps before
        position("b", "Ben", "Ben", "2024-01-03", Stance.DENIES),  # another side
        position("b", "Ben", "Ann", "2024-01-03", Stance.DENIES, is_implied=True),
        position("b", "Ben", "Ann", "2024-01-03", Stance.QUALIFIES),
        position("b", "Ben", "Ann", None, Stance.DENIES),
    ],
)
def test_no_arrow_says_of_a_side_that_it_changed_where_that_is_not_known(later: Position) -> None:
    picture = drawn(YES, later)
    assert picture is not None
    assert "d-change" not in picture.svg
    assert "from yes" not in picture.summary


def test_no_more_than_four_arrows_are_drawn() -> None:
    both = (Stance.ASSERTS, Stance.DENIES)
    often = [position(f"s{one}", "Ann", "Ann", f"2024-01-0{one + 1}", both[one % 2]) for one in range(7)]
    picture = drawn_positions(taken=often, events=())
    assert picture is not None
    assert picture.summary.count("from yes to no") + picture.summary.count("from no to yes") == 4


def test_who_gave_no_yes_or_no_stands_between_the_fields_with_the_word() -> None:
    picture = drawn(YES, NO, position("c", "Cy", "Cy", "2024-01-02", Stance.DECLINES))
    yes, no = field(picture, "d-field-yes"), field(picture, "d-field-no")
    assert yes[1] < place(picture, "c")[1] < no[0]
    assert "declines: Cy" in texts(picture)
    assert place(picture, "c", PHONE)[0] == 50


def test_what_has_no_date_has_a_place_at_the_end() -> None:
    picture = drawn(YES, NO, position("c", "Cy", "Cy", None, Stance.DENIES))
    assert "no date" in texts(picture)
    assert place(picture, "c")[0] > place(picture, "b")[0]
    assert place(picture, "c", PHONE)[1] > place(picture, "b", PHONE)[1]
    assert "no: Cy, no date known: denied it (reported)" in titles(picture)


def test_an_uncertain_date_has_a_ring_and_a_key() -> None:
    picture = drawn(position("a", "Ann", "Ann", "2024-01-01?", Stance.ASSERTS), NO)
    assert picture is not None
    assert '-vague" x=' in picture.svg
    assert "uncertain or approximate" in "".join(parsed(picture).itertext())


def test_earlier_voices_come_first_whatever_the_order_given() -> None:
    assert drawn_positions() == drawn_positions(taken=LEAD[::-1])


def test_the_summary_says_who_says_what_when_and_not_how_it_is_drawn() -> None:
    picture = drawn_positions()
    assert picture is not None
    assert picture.title == "Positions over time: Was Iraq told?"
    assert picture.summary == (
        "Yes: John Kirby (US National Security Council), on or before 3 February 2024, "
        "taken back 5 February 2024. No: Basim al-Awadi (Iraqi government), 3 February 2024; "
        "Vedant Patel (US State Department), 5 February 2024. United States: from yes to no."
    )


def test_of_many_voices_the_summary_counts_sides() -> None:
    picture = drawn_positions(taken=crowd(40, 3))
    assert picture is not None
    assert picture.summary == "Yes: Side 0 7, Side 2 7, Side 1 6. No: Side 0 7, Side 1 7, Side 2 6."


@pytest.mark.parametrize(
    "taken",
    [
        (),
        LEAD[:1],
        (
            position("a", "A", "A", None, Stance.ASSERTS),
            position("b", "B", "B", None, Stance.DENIES),
        ),
    ],
)
def test_nothing_is_drawn_of_one_position_or_of_none_with_a_date(taken: tuple[Position, ...]) -> None:
    assert drawn(*taken) is None


@pytest.mark.parametrize(("number", "screens"), [(6, 3), (7, 3), (8, 3), (9, 2)])
def test_many_voices_are_a_row_for_each_side_with_its_counts(number: int, screens: int) -> None:
    picture = drawn_positions(taken=crowd(number, 2))
    assert len(drawings(picture)) == screens
    phone = [one.text for one in drawing(picture, PHONE).iter("text")]
    wide = [one.text for one in drawing(picture, BROAD if screens == 3 else "d-from-600").iter("text")]
    assert ("Side 0" in phone, "Side 0" in wide) == (number > 6, number > 8)
    if number == 9:
        assert {"yes 5", "no 4"} <= set(wide)


def test_hundreds_of_positions_stay_legible_and_what_is_left_out_is_said() -> None:
    picture = drawn_positions(taken=crowd(300, 60))
    assert picture is not None
    assert len(picture.svg.encode()) < 120_000
    assert picture.left_out == 300 - 24 * 5
    assert "180 positions of other sides have no row here" in notes(picture)
    assert f'<a href="{MORE}">' in picture.svg


def test_marks_that_have_no_room_of_their_own_are_counted_and_lead_to_the_list() -> None:
    same = [position(f"s{one}", "Ann", "Ann", "2024-01-01", Stance.ASSERTS) for one in range(12)]
    picture = drawn_positions(taken=[*same, NO], events=())
    counted = [one for one in drawing(picture, PHONE).iter("a") if one.get("href") == MORE]
    assert [one.findtext("text") for one in counted] == ["12"]
    assert counted[0].findtext("title", "").endswith("and 11 more")


def test_six_voices_are_a_picture_of_less_than_25_kilobytes() -> None:
    picture = drawn_positions(taken=crowd(6))
    assert picture is not None
    assert picture.left_out == 0
    assert len(picture.svg.encode()) < 25_000


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_name_is_found_in_the_picture_as_it_was_written(speaker: str, side: str) -> None:
    picture = drawn(position("a", speaker, side, "2024-01-01", Stance.ASSERTS, words="so"), NO)
    assert folded(f"yes: {speaker}, 1 January 2024: “so”") in titles(picture)


def test_a_picture_takes_a_fraction_of_a_second_of_the_processor() -> None:
    started = process_time()
    for number in (4, 8, 20, 300):
        drawn_positions(taken=crowd(number))
    assert process_time() - started < 2  # about 0.1 s on an idle machine
