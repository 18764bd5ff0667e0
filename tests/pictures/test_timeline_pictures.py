"""The timelines: all events in lanes, what answers what, and what stands around one event."""

import pytest

from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.time import timeline
from mkdocs_dossier.pictures.time.items import Stop
from mkdocs_dossier.pictures.time.timeline import Happening, Said
from mkdocs_dossier.pictures.time.timescale import Span
from tests.pictures.drawn import (
    ARABIC,
    ENGLISH,
    EVENTS,
    MORE,
    STATEMENTS,
    address,
    drawn_neighbourhood,
    drawn_strip,
    drawn_timeline,
    links,
    notes,
    on,
    parsed,
    shapes,
    texts,
    titles,
)

KINDS = ("airstrike", "protest", "speech", "vote", "arrest", "summit", "report")


def decade(number: int) -> tuple[list[Happening], list[Said]]:
    """Make events and statements over ten years, every seventh event in answer to the one before."""
    events = [
        Happening(
            f"e{index}",
            f"Event {index} with a name that goes on for a while",
            KINDS[index * 5 % 7] if index % 3 else f"rare kind {index}",
            on(f"{2014 + index % 10}-{1 + index % 12:02}-{1 + index % 28:02}"),
            (f"e{index - 1}",) if index % 7 == 6 else (),
        )
        for index in range(number)
    ]
    said = [Said(f"s{index}", f"Somebody: words {index}", event.when) for index, event in enumerate(events)]
    return events, said


def under(number: int, date: str) -> Said:
    """Make a statement under the heading of its day."""
    when = on(date)
    assert when is not None
    stop = Stop(Span.of_moment(when).moment // 1, date, f"{date}: all of it", f"#day-{date}")
    return Said(f"s{number}", f"Somebody: words {number}", when, stop)


def counts(picture: Picture | None) -> list[str]:
    """List the numbers that stand for several marks."""
    return [text.text or "" for text in parsed(picture).iter("text") if text.get("class") == "d-figure"]


def places(picture: Picture | None, shape: str) -> list[float]:
    """List how far from the left the marks of a shape stand, in percent."""
    uses = [use for use in parsed(picture).iter("use") if use.get("href", "").endswith(f"-{shape}")]
    return [float((use.get("x") or "").rstrip("%")) for use in uses]


def causes(picture: Picture | None) -> list[str]:
    """List what the titles of arcs say."""
    found = [group.findtext("title") for group in parsed(picture).iter("g")]
    return sorted(title for title in found if title)


@pytest.mark.parametrize("draw", [drawn_strip, drawn_timeline])
def test_every_dated_record_has_a_mark_that_links_to_it(draw: object) -> None:
    picture = drawn_strip() if draw is drawn_strip else drawn_timeline()
    expected = {f"../../events/{one.event}/" for one in EVENTS if one.when}
    expected |= {f"../../statements/{one.statement}/" for one in STATEMENTS if one.when}
    assert set(links(picture)) == expected | {MORE}


def test_records_without_a_date_are_left_out_and_counted() -> None:
    picture = drawn_timeline()
    assert picture is not None
    assert picture.left_out == 2
    assert "2 records without a date" in notes(picture)


def test_the_large_timeline_has_a_lane_a_kind_and_one_of_statements() -> None:
    found = texts(drawn_timeline())
    lanes = ["Attack campaign", "Drone attack", "Airstrike", "Protest", "Statements"]
    assert [words for words in found if words in lanes] == lanes


def test_an_answer_is_joined_to_what_it_answers() -> None:
    assert causes(drawn_timeline()) == [
        "Iraq summons the chargé, in answer to: Strikes in Iraq",
        "Strikes in Iraq, in answer to: Attacks on bases",
        "Strikes in Iraq, in answer to: Drone attack in Jordan",
    ]


def test_what_lasted_is_a_bar_with_its_name_and_what_was_some_day_a_mark_on_a_thin_one() -> None:
    picture = drawn_timeline()
    boxes = [rect for rect in parsed(picture).iter("rect") if (rect.get("x") or "").endswith("%")]
    bars = [(rect.get("class") or "").split()[0] for rect in boxes]
    assert bars.count("d-lasts") == 1
    # That somebody spoke on or before a day has no bar: a ring says it.
    assert bars.count("d-range") == 1
    assert "vague" in shapes(picture)
    assert "Attacks on bases" in texts(picture)


def test_the_neighbourhood_says_what_each_event_is_to_the_main_one() -> None:
    found = texts(drawn_neighbourhood())
    assert {
        "Part of: Attacks on bases",
        "In answer to: Drone attack in Jordan",
        "Strikes in Iraq",
        "Answered by: Iraq summons the chargé",
        "Statements about it",
    } <= set(found)
    assert shapes(drawn_neighbourhood()).count("main") == 1


def test_the_neighbourhood_says_so_in_words_too() -> None:
    picture = drawn_neighbourhood()
    assert picture is not None
    assert picture.summary == (
        "Strikes in Iraq, 2 February 2024. "
        "Part of: Attacks on bases, since about 15 October 2023. "
        "In answer to: Drone attack in Jordan, January 2024. "
        "Answered by: Iraq summons the chargé, 3 February 2024. "
        "3 statements about it."
    )


def test_nothing_is_drawn_with_fewer_than_two_dates() -> None:
    one, two = EVENTS[2], EVENTS[4]
    keywords = {"href": address, "words": ENGLISH, "more": MORE}
    assert timeline.strip([one, two], [], **keywords) is None  # type: ignore[arg-type]
    assert timeline.full([], [], **keywords) is None  # type: ignore[arg-type]
    assert timeline.neighbourhood(one, [("part", two)], [], **keywords) is None  # type: ignore[arg-type]
    assert timeline.neighbourhood(two, [("part", one)], STATEMENTS, **keywords) is None  # type: ignore[arg-type]


def test_hundreds_of_events_over_a_decade_stay_legible() -> None:
    events, said = decade(400)
    picture = timeline.full(events, said, href=address, words=ENGLISH, more=MORE)
    assert picture is not None
    assert len(picture.svg.encode()) < 200_000
    assert len(titles(picture)) < 600
    assert picture.left_out > 0
    assert "Other kinds" in texts(picture)
    assert "so close to others that they are only counted" in notes(picture)


def test_a_strip_of_hundreds_is_low_and_small() -> None:
    events, said = decade(400)
    picture = timeline.strip(events, said, href=address, words=ENGLISH, more=MORE)
    assert picture is not None
    drawing = parsed(picture).find(".//svg")
    assert drawing is not None
    assert float(drawing.get("height", "inf")) < 300
    assert len(picture.svg.encode()) < 30_000


def test_a_date_known_to_the_century_goes_on_beyond_both_sides_of_the_picture() -> None:
    vague = Happening("some-day", "Some day", "report", on("20XX"))
    picture = timeline.strip([*EVENTS, vague], [], href=address, words=ENGLISH, more=MORE)
    assert picture is not None
    assert 'mask="url(#strip-fade-both)"' in picture.svg
    assert {"before", "after"} <= set(shapes(picture))


def test_the_order_in_which_records_come_changes_nothing() -> None:
    events, said = decade(60)
    straight = timeline.full(events, said, href=address, words=ENGLISH, more=MORE)
    assert straight == timeline.full(events[::-1], said[::-1], href=address, words=ENGLISH, more=MORE)


@pytest.mark.parametrize("draw", [timeline.strip, timeline.full])
def test_each_statement_of_a_crowded_day_is_seen(draw: object) -> None:
    said = [under(number, f"2024-02-0{3 if number < 5 else 5}") for number in range(14)]
    background = Happening("old", "Long ago", "war", on("2019-10-15"))
    paint = timeline.strip if draw is timeline.strip else timeline.full
    picture = paint([background, *EVENTS], said, href=address, words=ENGLISH, more=MORE)
    assert shapes(picture).count("statement") == 14
    assert counts(picture) == []
    assert picture is not None
    assert "only counted" not in notes(picture)


def test_where_marks_would_be_counted_they_are_small_first() -> None:
    said = [under(number, f"20{10 + number // 10:02}-0{1 + number % 9}-11") for number in range(140)]
    picture = timeline.strip([], said, href=address, words=ENGLISH, more=MORE)
    assert shapes(picture).count("small") == 140
    assert counts(picture) == []


def test_a_count_leads_to_its_day_in_the_list_and_is_named_for_it() -> None:
    crowd = [under(number, "2024-02-05") for number in range(400)]
    picture = timeline.strip([], [under(900, "2024-01-01"), *crowd], href=address, words=ENGLISH, more=MORE)
    assert counts(picture) == ["400"]
    (count,) = (
        link for link in parsed(picture).iter("a") if link.find("text[@class='d-figure']") is not None
    )
    assert count.get("href") == "#day-2024-02-05"
    assert count.findtext("title", "").startswith("2024-02-05: Somebody: words 0, 5 Feb")


def test_the_names_of_days_on_the_axis_lead_to_the_list() -> None:
    said = [under(1, "2024-02-03"), under(2, "2024-02-05")]
    picture = timeline.strip([], said, href=address, words=ENGLISH, more=MORE)
    assert {"#day-2024-02-03", "#day-2024-02-05"} <= set(links(picture))
    assert "2024-02-03: all of it" in titles(picture)


def test_one_event_years_before_does_not_squeeze_the_rest() -> None:
    said = [under(number, f"2024-02-0{2 + number % 4}") for number in range(12)]
    background = Happening("old", "Long ago", "war", on("2019-10-15"))
    picture = timeline.strip([background], said, href=address, words=ENGLISH, more=MORE)
    found = places(picture, "statement")
    # From the middle of the first day to that of the last: three of the four days.
    assert max(found) - min(found) > 60 * 3 / 4
    assert max(places(picture, "event")) < 15


def test_events_of_a_crowded_day_stand_below_one_another_so_that_each_has_its_name() -> None:
    events = [
        Happening(f"e{index}", f"Event {index} with a name that goes on", "vote", on("2024-02-03"))
        for index in range(6)
    ]
    other = Happening("later", "A later event", "vote", on("2024-02-09"))
    picture = timeline.strip([*events, other], [], href=address, words=ENGLISH, more=MORE)
    assert {one.name for one in (*events, other)} <= set(texts(picture))


@pytest.mark.parametrize("draw", [drawn_strip, drawn_timeline, drawn_neighbourhood])
def test_time_runs_from_right_to_left_where_the_language_does(draw: object) -> None:
    paint = {drawn_strip.__name__: drawn_strip, drawn_timeline.__name__: drawn_timeline}.get(
        getattr(draw, "__name__", ""), drawn_neighbourhood
    )
    for shape in ("event", "statement", "arrow", "after"):
        english, arabic = (
            places(paint(), shape),
            places(paint(ARABIC), "before" if shape == "after" else shape),
        )
        assert english
        assert sorted(arabic) == pytest.approx(sorted(100 - place for place in english), abs=0.011)


def test_of_hundreds_of_statements_over_years_each_number_stands_for_some_and_none_for_all() -> None:
    said = [
        under(number, f"20{10 + number % 12}-{1 + number % 11:02}-{1 + number % 27:02}")
        for number in range(900)
    ]
    picture = timeline.strip([], said, href=address, words=ENGLISH, more=MORE)
    assert len(counts(picture)) > 15
    assert max(map(int, counts(picture))) < 200
