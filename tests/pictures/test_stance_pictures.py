"""The picture of positions: who says what, in which order, and who contradicts whom."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.findings.found import Kind, Opposition
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.time import stances
from mkdocs_dossier.pictures.time.stances import Position
from tests.pictures.drawn import (
    ENGLISH,
    LEAD,
    MORE,
    address,
    drawn_positions,
    folded,
    links,
    notes,
    on,
    parsed,
    shapes,
    texts,
    titles,
)


def drawn(*taken: Position, oppositions: tuple[Opposition, ...] = ()) -> Picture | None:
    return stances.draw(taken, oppositions, claim="So?", name=str, href=address, words=ENGLISH, more=MORE)


def crowd(number: int, voices: int) -> tuple[list[Position], list[Opposition]]:
    both = (Stance.ASSERTS, Stance.DENIES)
    taken = [
        Position(
            f"s{index}",
            f"Voice {index % voices}",
            f"Body {index % 7}",
            on(f"2024-0{1 + index % 9}-11"),
            both[index % 2],
        )
        for index in range(number)
    ]
    between = [
        Opposition("c", Kind.BETWEEN, None, withdrawn=(), first=first.statement, second=second.statement)
        for first in taken[::2]
        for second in taken[1::2]
    ]
    return taken, between


def test_each_position_is_a_mark_that_links_to_its_statement_and_says_who_when_and_what() -> None:
    picture = drawn_positions()
    assert links(picture) == ["../../statements/kirby/", "../../statements/patel/", "../../statements/awadi/"]
    assert titles(picture) == [
        "John Kirby asserts, on or before 3 February 2024",
        "Vedant Patel denies, 5 February 2024",
        "Basim al-Awadi denies, 3 February 2024",
    ]


def test_stances_differ_by_shape_and_by_word() -> None:
    picture = drawn_positions()
    assert [shape for shape in shapes(picture) if shape not in ("before",)] == ["asserts", "denies", "denies"]
    assert [words for words in texts(picture) if words in ("asserts", "denies")] == [
        "asserts",
        "denies",
        "denies",
    ]


def test_voices_stand_under_the_body_they_speak_for_with_what_it_says_in_all() -> None:
    found = texts(drawn_positions())
    heads = [found.index(words) for words in ("United States", "John Kirby", "Vedant Patel", "Iraq")]
    assert heads == sorted(heads)
    assert "asserts: 1 · denies: 1" in found
    assert "denies: 1" in found


def test_earlier_voices_stand_above_later_ones_whatever_the_order_given() -> None:
    assert drawn_positions() == drawn_positions(taken=LEAD[::-1])


def test_contradictions_are_lines_with_their_kind_dashed_where_corrected() -> None:
    picture = drawn_positions()
    lines = {
        group.findtext("title"): (line.get("class") or "")
        for group in parsed(picture).iter("g")
        if (line := group.find("line")) is not None
    }
    assert lines == {
        "between United States and Iraq": "d-join",
        "within US-GOVERNMENT, corrected": "d-join d-dashed",
    }
    assert {"between United States and Iraq", "within US-GOVERNMENT, corrected"} <= set(texts(picture))


def test_a_reversal_of_one_voice_is_a_line_too() -> None:
    taken = (
        Position("a", "Anna", "Anna", on("2024-01-01"), Stance.ASSERTS),
        Position("b", "Anna", "Anna", on("2024-05-01"), Stance.DENIES),
    )
    reversal = Opposition("c", Kind.REVERSAL, None, withdrawn=(), first="a", second="b")
    assert "reversal" in texts(drawn(*taken, oppositions=(reversal,)))


def test_a_body_that_speaks_for_itself_is_named_once() -> None:
    alone = Position("a", "Iraq", "Iraq", on("2024-01-01"), Stance.DENIES)
    assert texts(drawn(alone, LEAD[0])).count("Iraq") == 1


def test_an_open_start_fades_to_the_left_up_to_the_latest_day() -> None:
    picture = drawn_positions()
    assert picture is not None
    assert 'mask="url(#positions-fade-before)"' in picture.svg
    assert "before" in shapes(picture)


def test_uncertain_and_undated_positions_are_marked_so() -> None:
    uncertain = Position("a", "Anna", "Anna", on("2024-01-01?"), Stance.ASSERTS)
    undated = Position("b", "Ben", "Ben", None, Stance.UNAWARE)
    picture = drawn(uncertain, undated)
    assert "vague" in shapes(picture)
    assert "no date" in texts(picture)
    assert "Ben unaware, no date known" in titles(picture)


def test_the_summary_says_who_takes_which_position_when() -> None:
    picture = drawn_positions()
    assert picture is not None
    assert picture.title == "Positions over time: Was Iraq told?"
    assert picture.summary == (
        "United States: John Kirby asserts (on or before 3 February 2024), Vedant Patel denies "
        "(5 February 2024); Iraq: Basim al-Awadi denies (3 February 2024). 2 contradictions."
    )


@pytest.mark.parametrize(
    "taken",
    [
        (),
        LEAD[:1],
        (Position("a", "A", "A", None, Stance.ASSERTS), Position("b", "B", "B", None, Stance.DENIES)),
    ],
)
def test_nothing_is_drawn_of_one_position_or_of_none_with_a_date(taken: tuple[Position, ...]) -> None:
    assert drawn(*taken) is None


def test_hundreds_of_positions_stay_legible_and_what_is_left_out_is_said() -> None:
    taken, opposed = crowd(300, 60)
    picture = drawn(*taken, oppositions=tuple(opposed))
    assert picture is not None
    assert len(picture.svg) < 60_000
    assert picture.left_out >= 300 - stances.MOST_LANES * 5
    assert "positions of other voices have no mark here" in notes(picture)
    assert "further contradictions have no line here" in notes(picture)
    assert f'<a href="{MORE}">' in picture.svg


def test_twenty_positions_are_a_picture_of_less_than_15_kilobytes() -> None:
    taken, opposed = crowd(20, 8)
    picture = drawn(*taken, oppositions=tuple(opposed))
    assert picture is not None
    assert picture.left_out == 0
    assert len(picture.svg.encode()) < 15_000


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_name_is_found_in_the_picture_as_it_was_written(speaker: str, group: str) -> None:
    other = Position("b", "Somebody", "Somebody", on("2024-01-02"), Stance.DENIES)
    picture = drawn(Position("a", speaker, group, on("2024-01-01"), Stance.ASSERTS), other)
    assert folded(f"{speaker} asserts, 1 January 2024") in titles(picture)


def test_a_picture_takes_a_fraction_of_a_second_of_the_processor() -> None:
    taken, opposed = crowd(20, 8)
    started = process_time()
    for _ in range(10):
        drawn(*taken, oppositions=tuple(opposed))
    assert process_time() - started < 1  # about 0.05 s on an idle machine
