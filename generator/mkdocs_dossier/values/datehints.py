"""What an author may have meant by a text that is not a date of the format."""

import re
from collections.abc import Callable, Iterator
from itertools import product

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_MONTHS_IN_YEAR = 12


def refusal(value: str) -> tuple[str, str] | None:
    """Return what is wrong with a known notation that the format does not take, and what to write instead.

    None for a text in no notation that is known here.
    """
    for pattern, fault, hint in _REFUSED:
        if re.fullmatch(pattern, value):
            return fault, hint
    return None


def clock_hint(value: str) -> str:
    """Return what is wrong with a time of day that no clock shows; empty where that is not the fault."""
    for pattern, hint in _NO_CLOCK:
        if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]" + pattern, value):
            return hint
    return ""


_NO_CLOCK = (
    (r"24:00", "write midnight as T00:00 of the next day"),
    (r"(?:2[4-9]|[3-9][0-9]):", "hours go from 00 to 23"),
    (r"[0-9]{2}:[6-9][0-9]", "minutes go from 00 to 59"),
    (r"[0-9]{2}:[0-9]{2}:[6-9][0-9]", "seconds go from 00 to 59"),
    (r".*[+-](?:2[4-9]|[3-9][0-9]|[0-9]{2}:[6-9][0-9])", "offsets go from -12:00 to +14:00"),
)

# The first pattern that fits wins, so the narrow ones stand first. Of EDTF level 2 are sets, the codes 25 to
# 41 of parts of a year, marks on parts of a date, and years with an exponent (E) or significant digits (S).
_REFUSED = (
    (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?",
        "is a date and time without an offset from UTC",
        "add the offset, as in 2024-02-05T13:15:00Z or 2024-02-05T16:15:00+03:00, or write the day alone",
    ),
    (
        r"[\[{].*[\]}]",
        "is a set of dates, which is not supported",
        "write an interval that spans them, as in 2024-02-02/2024-02-05",
    ),
    (
        r"-?[0-9X]{4}-(2[5-9]|3[0-9]|4[01])",
        "is a part of a year that is not supported",
        "write 2024-21 for spring to 2024-24 for winter, or an interval of months",
    ),
    (
        r".*[0-9X][?~%].+|[?~%].+|.*-[?~%].*",
        "marks a part of a date as uncertain or approximate",
        "put the mark at the end, where it holds for the whole date, as in 2024-02?",
    ),
    (
        r"-?[0-9]{4}-[0-9]{2}(-XX)?",
        "has a month that does not exist",
        "months go from 01 to 12",
    ),
    (r"Y.*|-?[0-9]+[ES].*|-0000.*", "is a year that is not supported", "write a year of four digits"),
    (
        r"[-0-9X]*X[-0-9X]*",
        "has an X where none can stand",
        "write X for the last digits only, as in 199X or 2024-XX",
    ),
)


def guesses(text: str) -> Iterator[str]:
    """List what a text may have been meant for, the likeliest first; some are no dates, some come twice."""
    plain = " ".join("".join(str(int(c)) if c.isdecimal() else c for c in text).split())
    yield from _singles(plain)
    halves = re.split(r"\s*(?:/|[–—]|--| to | until )\s*", plain)
    if len(halves) == 2:  # noqa: PLR2004
        starts, ends = ([half, *_singles(half), *_open(half)] for half in halves)
        yield from map("/".join, product(starts, ends))
        # The halves may be the wrong way round; an open end says which way it belongs.
        yield from map("/".join, product(filter(_closed, ends), filter(_closed, starts)))


def _closed(half: str) -> bool:
    return half not in ("", "..")


def _open(half: str) -> Iterator[str]:
    if half.casefold() in ("open", "now", "present", "today", "ongoing", "*"):
        yield ".."
    if half.casefold() in ("unknown", "?"):
        yield ""
    # An interval takes no X: `2024-02-XX` becomes `2024-02`.
    yield re.sub(r"(-XX)+$", "", half)


def _singles(text: str) -> Iterator[str]:
    lower = text.casefold()
    for pattern, meant in _MEANT:
        if match := re.fullmatch(pattern, lower):
            yield from meant(match)


def _year_first(match: re.Match[str]) -> Iterator[str]:
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"].upper()
    if day is None:
        yield f"{year}-{int(month):02}{mark}"
        return
    yield f"{year}-{int(month):02}-{int(day):02}{mark}"
    # No month is above 12, so that the day may stand before it.
    if int(month) > _MONTHS_IN_YEAR:
        yield f"{year}-{int(day):02}-{int(month):02}{mark}"


def _year_last(match: re.Match[str]) -> Iterator[str]:
    day, month, year = (int(match[part]) for part in ("day", "month", "year"))
    # The day first, as in most of the world, then the month first; the author has to choose.
    yield f"{year:04}-{month:02}-{day:02}"
    yield f"{year:04}-{day:02}-{month:02}"


def _named(match: re.Match[str]) -> Iterator[str]:
    groups = match.groupdict()
    month = _MONTHS.index(groups["name"]) + 1
    day = f"-{int(groups['day']):02}" if groups.get("day") else ""
    yield f"{groups['year']}-{month:02}{day}"


def _qualified(match: re.Match[str]) -> Iterator[str]:
    rest = match["rest"]
    for date in (rest.upper(), *_singles(rest)):
        yield f"{date}~"


def _marked(match: re.Match[str]) -> Iterator[str]:
    marks = set(re.sub("[^?~%]", "", match[0]))
    # Several different marks: `%` is both uncertain and approximate.
    mark = marks.pop() if len(marks) == 1 else "%"
    yield re.sub("[?~%]", "", match[0]).upper() + mark


def _month_and_year(match: re.Match[str]) -> Iterator[str]:
    yield f"{match['year']}-{int(match['month']):02}"


def _decade(match: re.Match[str]) -> Iterator[str]:
    yield f"{match['decade']}X"


def _unspecified(match: re.Match[str]) -> Iterator[str]:
    # The drafts of EDTF before ISO 8601-2 wrote an unknown digit as `u`.
    yield match[0].replace("u", "x").upper()


def _season(match: re.Match[str]) -> Iterator[str]:
    yield f"{match['year']}-{_SEASONS[match['season']]}"


def _quarter(match: re.Match[str]) -> Iterator[str]:
    yield _months_of(match["year"], int(match["quarter"]))


def _quarter_code(match: re.Match[str]) -> Iterator[str]:
    yield _months_of(match["year"], int(match["code"]) - 32)  # EDTF level 2: 33 is the first quarter


def _months_of(year: str, quarter: int) -> str:
    last = quarter * 3
    return f"{year}-{last - 2:02}/{year}-{last:02}"


def _spelling(match: re.Match[str]) -> Iterator[str]:
    yield match[0].upper().replace(" ", "T", 1).replace(" ", "")


_MEANT: tuple[tuple[str, Callable[[re.Match[str]], Iterator[str]]], ...] = (
    (
        r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})(?:[-/. ](?P<day>[0-9]{1,2}))?(?P<mark>[?~%]?)",
        _year_first,
    ),
    (r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<mark>)", _year_first),
    (r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})", _year_last),
    (r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})", _month_and_year),
    (
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}}){_ORDINAL}[ -]?(?:of )?{_MONTH_NAME},?[ -]?(?P<year>[0-9]{{4}})",
        _named,
    ),
    (rf"{_WEEKDAY}{_MONTH_NAME} ?(?P<day>[0-9]{{1,2}}){_ORDINAL},? (?P<year>[0-9]{{4}})", _named),
    (rf"{_MONTH_NAME},?[ -]?(?P<year>[0-9]{{4}})", _named),
    (r"(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|c|~) ?(?P<rest>[a-z0-9].*)", _qualified),
    (r".*[?~%].*", _marked),
    (r"(?P<decade>[0-9]{3})0'?s", _decade),
    (r"[0-9ux]{4}(?:-[0-9ux]{2}){0,2}", _unspecified),
    (rf"(?P<season>{'|'.join(_SEASONS)})(?: of)? (?P<year>[0-9]{{4}})", _season),
    (r"q(?P<quarter>[1-4])[ /-]?(?P<year>[0-9]{4})", _quarter),
    (r"(?P<year>[0-9]{4})-(?P<code>3[3-6])", _quarter_code),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{2}:[0-9]{2}.*", _spelling),
)
