"""Dates: the golden cases, what the reference library says of their bounds, and what holds of every date."""

from datetime import date, datetime, timedelta, timezone

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_dossier.values.dates import Day, EdtfDate, Precision
from mkdocs_dossier.values.invalid import InvalidValue

parse = EdtfDate.parse

BOUNDS: dict[str, tuple[Day | None, Day | None, Precision]] = {
    "2024-02-02": ((2024, 2, 2), (2024, 2, 2), "day"),
    "2024-02": ((2024, 2, 1), (2024, 2, 29), "month"),
    "2023-02": ((2023, 2, 1), (2023, 2, 28), "month"),
    "2024": ((2024, 1, 1), (2024, 12, 31), "year"),
    "2024~": ((2024, 1, 1), (2024, 12, 31), "year"),
    "2024-02-02?": ((2024, 2, 2), (2024, 2, 2), "day"),
    "199X": ((1990, 1, 1), (1999, 12, 31), "decade"),
    "19XX": ((1900, 1, 1), (1999, 12, 31), "century"),
    "2004-XX": ((2004, 1, 1), (2004, 12, 31), "year"),
    "2004-XX-XX": ((2004, 1, 1), (2004, 12, 31), "year"),
    "2004-02-XX": ((2004, 2, 1), (2004, 2, 29), "month"),
    "2024-21": ((2024, 3, 1), (2024, 5, 31), "season"),
    "2024-22": ((2024, 6, 1), (2024, 8, 31), "season"),
    "2024-23": ((2024, 9, 1), (2024, 11, 30), "season"),
    "2024-24": ((2024, 12, 1), (2025, 2, 28), "season"),
    "2023-24": ((2023, 12, 1), (2024, 2, 29), "season"),
    "2023-10-15/2024-02-02": ((2023, 10, 15), (2024, 2, 2), "interval"),
    "2024-02/2024-02-15": ((2024, 2, 1), (2024, 2, 15), "interval"),
    "../2024-02-03": (None, (2024, 2, 3), "interval"),
    "2024-02-03/..": ((2024, 2, 3), None, "interval"),
    "/2024-02": (None, (2024, 2, 29), "interval"),
    "2024-02/": ((2024, 2, 1), None, "interval"),
    "2024-02-05T13:15:00-05:00": ((2024, 2, 5), (2024, 2, 5), "time"),
    "0000": ((0, 1, 1), (0, 12, 31), "year"),
    "0000-02-29": ((0, 2, 29), (0, 2, 29), "day"),
    "-0044-03-15": ((-44, 3, 15), (-44, 3, 15), "day"),
    "-0044-XX": ((-44, 1, 1), (-44, 12, 31), "year"),
    "-0044-XX-XX": ((-44, 1, 1), (-44, 12, 31), "year"),
    "Y170000002": ((170000002, 1, 1), (170000002, 12, 31), "year"),
    "Y-17000": ((-17000, 1, 1), (-17000, 12, 31), "year"),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDS.items())
def test_a_date_has_the_first_and_the_last_day_that_it_may_mean(
    text: str, expected: tuple[Day | None, Day | None, Precision]
) -> None:
    found = parse(text)
    assert (found.earliest, found.latest, found.precision) == expected
    assert found.text == text


MEANT = {
    "2024-02-31": "that month has 29 days",
    "2023-02-29": "that month has 28 days",
    "1900-02-29": "that month has 28 days",
    "-0001-02-29": "that month has 28 days",
    "2024-04-31/..": "that month has 30 days",
    "2024-13": "months go from 01 to 12",
    "2024-00-10": "months go from 01 to 12",
    "2024-13-02": "write it as 2024-02-13",
    "2024/02/05": "write it as 2024-02-05",
    "2024/02": "write it as 2024-02",
    "2024-2-5": "write it as 2024-02-05",
    "2024-2-5?": "write it as 2024-02-05?",
    "20240205": "write it as 2024-02-05",
    "05.02.2024": "write it as 2024-02-05, or as 2024-05-02",
    "25/02/2024": "write it as 2024-02-25",
    "5 Feb 2024": "write it as 2024-02-05",
    "Monday, February 5th, 2024": "write it as 2024-02-05",
    "Sept. 2023": "write it as 2023-09",
    "٢٠٢٤-٠٢-٠٥": "write it as 2024-02-05",
    "2 Feb 2024 – 5 Feb 2024": "write it as 2024-02-02/2024-02-05",
    "2024-03/2024-01": "write it as 2024-01/2024-03",
    "2024-02-02/present": "write it as 2024-02-02/..",
    "2004-06-XX/2004-07": "write it as 2004-06/2004-07",
    "../..": "leave the field out",
    "/": "leave the field out",
    "c. 2024": "write it as 2024~",
    "1990s": "write it as 199X",
    "199u": "write it as 199X",
    "spring 2024": "write it as 2024-21",
    "Q2 2024": "write it as 2024-04/2024-06",
    "2024-33": "write it as 2024-01/2024-03",
    "2024-?02": "write it as 2024-02?",
    "2024-02?-03~": "write it as 2024-02-03%",
    "2024-02-05 13:15:00-05:00": "write it as 2024-02-05T13:15:00-05:00",
    "2024-02-05t13:15z": "write it as 2024-02-05T13:15Z",
    "2024-02-05T24:00:00Z": "write midnight as T00:00 of the next day",
    "2024-02-05T25:00Z": "hours go from 00 to 23",
    "2024-02-05T23:60Z": "minutes go from 00 to 59",
    "2024-02-05T23:59:60Z": "seconds go from 00 to 59",
    "2024-02-05T13:15+24:00": "offsets go from -12:00 to +14:00",
    "2024-02-05T13:15+03:60": "offsets go from -12:00 to +14:00",
    "2024-02-05T13:15+14:01": "offsets go from -12:00 to +14:00",
    "2024-02-05T13:15-12:01": "offsets go from -12:00 to +14:00",
    "0000-01-01T00:00:00Z": "a date and time has a year from 0001 to 9999",
    "0001-01-01T00:00:00+00:01": "write the day alone",
    "9999-12-31T23:59:59-00:01": "write the day alone",
    "Y1234567890": "write a year of four digits",
    "yesterday": "write it as 2024-02-05, or 2024-02 if the day is not known",
    "": "write it as 2024-02-05, or 2024-02 if the day is not known",
}


@pytest.mark.parametrize(("text", "hint"), MEANT.items())
def test_what_is_no_date_is_refused_with_what_was_meant(text: str, hint: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    assert fault.value.hint == hint


@pytest.mark.parametrize("text", [text for text, hint in MEANT.items() if hint.startswith("write it as ")])
def test_each_date_that_a_hint_offers_is_a_date(text: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    offered = fault.value.hint.removeprefix("write it as ").split(" if ")[0].split(", or ")
    assert all(parse(date.removeprefix("as ")) for date in offered)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 Feb 2024", "is not a date: “5 Feb 2024”"),
        ("2024-02-31", "has a day that does not exist: “2024-02-31”"),
        ("2024-13", "has a month that does not exist: “2024-13”"),
        ("2024-03/2024-01", "is an interval that ends before it starts: “2024-03/2024-01”"),
        ("2024-02-05T13:15:00", "is a date and time without an offset from UTC: “2024-02-05T13:15:00”"),
        ("2024-02-05/2024-02-06T10:00Z", "has a time in an interval: “2024-02-06T10:00Z”"),
        ("[2024,2025]", "is a set of dates, which is not supported: “[2024,2025]”"),
        ("2024-25", "is a part of a year that is not supported: “2024-25”"),
        ("1950S2", "is a year that is not supported: “1950S2”"),
        ("Y17E7", "is a year that is not supported: “Y17E7”"),
        ("-0000", "is a year that is not supported: “-0000”"),
        ("1X99", "has an X where none can stand: “1X99”"),
        ("2024-02-05T24:00:00Z", "is not a date: “2024-02-05T24:00:00Z”"),
        ("0000-01-01T00:00:00Z", "is not a date and time: “0000-01-01T00:00:00Z”"),
        ("2024-02-05/2024-02-06/2024-02-07", "is not a date: “2024-02-05/2024-02-06/2024-02-07”"),
    ],
)
def test_a_refusal_names_its_reason(text: str, message: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    assert fault.value.message == message


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-05T13:15:00+14:00",
        "2024-02-05T13:15:00-12:00",
        "0001-01-01T14:00:00+14:00",
        "9999-12-31T11:59:59-12:00",
        "0001-01-01T00:00Z",
        "9999-12-31T23:59:59.999999Z",
        "Y999999999",
        "Y-999999999/Y999999999",
    ],
)
def test_the_first_and_the_last_dates_of_all_have_their_order(text: str) -> None:
    assert parse(text).sort_key[0] <= parse("Y999999999").sort_key[0]


def test_a_long_text_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(InvalidValue, match="is too long for a date"):
        parse("[" * 100_000)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2024-02?", True, False),
        ("2024-02~", False, True),
        ("2024-02%", True, True),
        ("2024-02-03?/2024-03~", True, True),
        ("../2024-03~", False, True),
        ("2024-02", False, False),
    ],
)
def test_a_mark_on_any_part_marks_the_date(text: str, uncertain: bool, approximate: bool) -> None:
    found = parse(text)
    assert (found.uncertain, found.approximate) == (uncertain, approximate)
    assert found.is_qualified is (uncertain or approximate)


def test_open_and_unknown_ends_are_told_apart() -> None:
    ends = [
        (d.open_start, d.open_end, d.unknown_start, d.unknown_end)
        for d in map(parse, ["../2024", "2024/..", "/2024", "2024/", "2023/2024"])
    ]
    assert ends == [
        (True, False, False, False),
        (False, True, False, False),
        (False, False, True, False),
        (False, False, False, True),
        (False, False, False, False),
    ]


def test_a_time_keeps_its_offset() -> None:
    found = parse("2024-02-05T13:15:00-05:00")
    assert found.time == datetime(2024, 2, 5, 13, 15, tzinfo=timezone(timedelta(hours=-5)))
    assert found.time.utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2024-02-05", 0),
        ("2024-02-05T23:59:00-05:00", 0),
        ("2024-02-05/2024-02-05", 0),
        ("-0044-03-15", 3),
        ("2024-02-05?", None),
        ("2024-02", None),
        ("2024-02-05/..", None),
    ],
)
def test_only_a_known_day_has_a_weekday(text: str, weekday: int | None) -> None:
    assert parse(text).weekday == weekday
    assert parse(text).is_day is (weekday is not None)


def test_dates_sort_by_first_day_then_last_day_then_time() -> None:
    order = [
        "-0044-03-15",
        "2023-10-07",
        "2023-10-07/2023-10-08",
        "2023-10-07/..",
        "2024",
        "2024-02-01",
        "2024-02",
        "../2024-02-03",
        "2024-02-03",
        "2024-02-05",
        "2024-02-05T23:00:00+05:00",
        "2024-02-05T13:15:00-05:00",
        "Y12024",
    ]
    assert sorted(order, key=lambda text: parse(text).sort_key) == order


@pytest.mark.parametrize(
    ("when", "start", "end", "expected"),
    [
        ("2024-02-05", "2023-10", None, True),
        ("2024-02-05", None, None, True),
        ("2024-02-05", "2024-02-06", None, False),
        ("2024-02-05", None, "2024-02-04", False),
        ("2024-02-05", "2024-02", "2024-02", True),
        ("2024-02", "2024-02-20", "2024-03", True),
        ("../2024-02-05", "2024-01", "2024-02", True),
        ("../2024-02-05", "2024-03", None, False),
        ("2024-02-05", "2024-02-03/..", "../2024-03", True),
        ("2024-02-05", "../2024-02-03", None, True),
        ("2024-02-05", None, "2024-02-03/..", True),
    ],
)
def test_a_date_is_within_a_span_unless_the_bounds_rule_it_out(
    when: str, start: str | None, end: str | None, expected: bool
) -> None:
    assert parse(when).within(parse(start) if start else None, parse(end) if end else None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-05", "../2024-02-05"),
        ("2024-02-05T13:15:00-05:00", "../2024-02-05"),
        ("2024-02~", "../2024-02-29"),
        ("../2024", "../2024-12-31"),
        ("0001-01-01", "../0001-01-01"),
        ("0000-24", "../0001-02-28"),
        ("9999-12-31", "../9999-12-31"),
        ("9999-24", "../Y10000"),
        ("Y12024", "../Y12024"),
        ("0000", None),
        ("-0044-03-15", None),
        ("2024/..", None),
        ("2024/", None),
    ],
)
def test_until_the_end_of_a_date_is_what_its_last_day_written_as_an_interval_says(
    text: str, expected: str | None
) -> None:
    assert parse(text).until() == (parse(expected) if expected else None)


DAYS = st.dates().map(date.isoformat)
MONTHS = st.dates().map(lambda day: day.isoformat()[:7])
SPANS = st.builds(lambda one, other: "/".join(sorted([one, other])), DAYS, DAYS)
OPEN = st.builds(
    lambda day, pattern: pattern.format(day), DAYS, st.sampled_from(["../{}", "{}/..", "/{}", "{}/"])
)
DATES = st.one_of(
    DAYS,
    SPANS,
    OPEN,
    st.sampled_from(sorted(BOUNDS)),
    st.builds(str.__add__, st.one_of(DAYS, MONTHS), st.sampled_from("?~%")),
    st.datetimes(timezones=st.timezones()).map(
        lambda time: time.isoformat(timespec="seconds")[:19] + "+03:00"
    ),
)


@given(DAYS)
def test_a_plain_day_means_itself(day: str) -> None:
    expected = date.fromisoformat(day)
    found = parse(day)
    assert found.earliest == found.latest == (expected.year, expected.month, expected.day)
    assert found.weekday == expected.weekday()


@given(DATES)
def test_bounds_are_in_order_and_the_text_is_kept(text: str) -> None:
    found = parse(f" {text}\n")
    assert found.text == text
    assert found == parse(found.text)
    assert found.earliest or found.latest
    assert not (found.earliest and found.latest) or found.earliest <= found.latest


@given(DATES, DATES, DATES)
def test_the_order_of_dates_is_total_and_a_function_of_their_texts(
    first: str, second: str, last: str
) -> None:
    one, other, third = parse(first), parse(second), parse(last)
    assert (one.sort_key == other.sort_key) is (one == other) is (one.text == other.text)
    if one.sort_key <= other.sort_key <= third.sort_key:
        assert one.sort_key <= third.sort_key


YEARS = st.one_of(st.integers(-9999, 9999), st.integers(-1, 1).map(lambda year: year * 400))
WRITTEN = YEARS.map(lambda year: f"{year:05}" if year < 0 else f"{year:04}")
CORES = st.one_of(
    WRITTEN,
    st.builds("{}-{:02}".format, WRITTEN, st.integers(1, 12)),
    st.builds("{}-{:02}-XX".format, WRITTEN, st.integers(1, 12)),
    st.builds("{}-{}".format, WRITTEN, st.integers(21, 23)),
    # Not with a year before 0, whose bounds the library says to be 31 January and 1 December.
    st.builds("{:04}-XX".format, st.integers(0, 9999)),
    WRITTEN.map("{}-XX-XX".format),
    WRITTEN.map(lambda year: f"{year[:-1]}X"),
    WRITTEN.map(lambda year: f"{year[:-2]}XX"),
    st.integers(10_000, 999_999_999).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"])),
)
"""Months, seasons, years and more; but winter, which the library ends with the year."""


@given(CORES)
@example("-000X")
@example("-00XX")
def test_the_bounds_are_those_that_the_reference_library_gives(core: str) -> None:
    found = parse_edtf(core)
    # Of some dates before the year 0 the library swaps the two.
    first, last = sorted(tuple(bound[:3]) for bound in (found.lower_strict(), found.upper_strict()))
    assert (parse(core).earliest, parse(core).latest) == (first, last)


NOTATION = st.text("0123456789-/.?~%XYTZSE:+[]{}, ucq", max_size=30)


@given(st.one_of(st.text(), NOTATION, st.builds("{}/{}".format, NOTATION, DATES)))
@example("2024-X2")
@example("Y" + "9" * 59)
@example("c" * 60)
@example("0000-24")
@example("9999-24")
@example("-0001-24")
def test_any_text_is_a_date_or_an_invalid_value(text: str) -> None:
    try:
        found = parse(text)
    except InvalidValue as fault:
        assert fault.message and fault.hint
    else:
        assert found.text == text.strip()
