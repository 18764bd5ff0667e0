"""In the two fields of a claim no text covers another, a mark, an arrow or the line of an event."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.time.answers import Landmark, Position
from mkdocs_dossier.words import Words
from tests.pictures.boxes import WIDTHS, drawings, overlaps
from tests.pictures.drawn import ARABIC, ENGLISH, LEAD, STRIKES, crowd, drawn_positions, landmark, position

NAMES = ["Ann", "Basim al-Awadi", "Unnamed sources of the reports of casualties", "حسن الجابري", "王"]
BODIES = ["", "Iraqi government", "US National Security Council", "وزارة الموارد المائية"]
SAID = ["", "no", "there was not a pre-notification", "ما دو روز پیش از …", "الخ" * 30]
DAYS = st.sampled_from(["2024-02-03", "2024-02-04", "2024-02-05", "2024-02-09", "2024-03-01", "2031-01-01"])
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: f"../{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"2024-01-20/{day}"),
    DAYS.map(lambda day: f"{day}~"),
    st.sampled_from(["2024-02", "2024", None]),
)
POSITIONS = st.builds(
    position,
    st.uuids().map(str),
    st.sampled_from(NAMES),
    st.sampled_from(["United States", "Iraq", "سهلان"]),
    DATES,
    st.sampled_from([Stance.ASSERTS, Stance.DENIES, Stance.ASSERTS, Stance.DENIES, *Stance]),
    body=st.sampled_from(BODIES),
    words=st.sampled_from(SAID),
    withdrawn=st.sampled_from([None, None, "", "5 February 2024"]),
    is_implied=st.booleans(),
)
EVENTS = st.lists(
    st.builds(
        landmark,
        st.uuids().map(str),
        st.sampled_from(["The strikes", "US strikes in Iraq and Syria of the night", "فتح بوابات سد الشلال"]),
        st.sampled_from(["2024-02-02", "2024-02-03", "2024-02-04", "2024-02-20"]),
    ),
    max_size=3,
)


def assert_apart(taken: Sequence[Position], events: Sequence[Landmark], words: Words) -> None:
    picture = drawn_positions(words, taken, events)
    if picture is None:
        return
    for screen, drawing in drawings(picture).items():
        for width in WIDTHS[screen]:
            assert (screen, width, overlaps(drawing, width)) == (screen, width, [])


@settings(max_examples=60, deadline=None)
@given(st.lists(POSITIONS, min_size=2, max_size=10), EVENTS, st.sampled_from([ENGLISH, ARABIC]))
def test_texts_cover_nothing_at_any_width(
    taken: list[Position], events: list[Landmark], words: Words
) -> None:
    assert_apart(taken, events, words)


@pytest.mark.parametrize("words", [ENGLISH, ARABIC])
@pytest.mark.parametrize("number", [9, 40, 300])
def test_nothing_is_covered_in_rows_of_many_voices(number: int, words: Words) -> None:
    assert_apart(crowd(number, 30), [STRIKES], words)


def test_each_mark_of_a_few_voices_bears_its_name_on_every_screen() -> None:
    for drawing in drawings(drawn_positions()).values():
        said = " ".join(one.text or "" for one in drawing.iter("text"))
        assert all(name in said for name in ("John Kirby", "Basim", "Vedant Patel"))


def test_a_drawing_on_the_phone_is_no_higher_than_a_screen_and_a_half() -> None:
    four = [*LEAD, position("us", "United States", "United States", "2024-02-05", Stance.DENIES)]
    assert float(drawings(drawn_positions(taken=four))["d-below-600"].get("height", "")) < 1000
