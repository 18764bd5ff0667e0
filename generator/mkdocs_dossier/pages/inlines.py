"""Text of a dossier among words of a direction, messages with places for it, and dates."""

from functools import lru_cache

from mkdocs_dossier.document.compose import element, join, run, span, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.text.languages import Direction, by_direction, direction_of
from mkdocs_dossier.values.dates import EdtfDate

_LAST_YEAR = 9999


# Names come back on many pages.
@lru_cache(maxsize=1 << 14)
def among(value: str, way: Direction) -> Inline:
    """Write text among words of a direction, marked with its own if that is another."""
    turned = direction_of(value, way)
    written = isolated(value, turned)
    return written if turned == way else span(written, direction=turned)


def isolated(value: str, way: Direction) -> Inline:
    """Write running text of a direction, with pieces of the other direction marked with theirs."""
    return join(
        (
            run(piece) if own == way else span(text(piece), direction=own)
            for piece, own in by_direction(value, way)
        ),
        "",
    )


@lru_cache(maxsize=4096)
def pieces(message: str) -> tuple[tuple[str, Inline], ...]:
    """Part a message before and behind its places; each piece comes with the name of its place, or ""."""
    # NUL stands in no message, so it can be put around the places to split there.
    found = message.replace("{", "\0{").replace("}", "}\0").split("\0")
    return tuple((one[1:-1] if one.startswith("{") else "", run(one)) for one in found)


def dated(value: EdtfDate, said: str) -> Inline:
    """Write a date that reads so, as a `time` that programs can read if it is one day."""
    written = text(said)
    if value.precision not in ("day", "time") or not value.is_day or not _has_year(value):
        # What `tables.js` sorts tables by.
        first = value.earliest or value.latest
        order = f"{first[0]:04}-{first[1]:02}-{first[2]:02}" if first else None
        return element("span", written, {"class": "dossier-date", "data-sort": order})
    return element("time", written, {"datetime": value.time.isoformat() if value.time else value.text})


def _has_year(value: EdtfDate) -> bool:
    """Tell whether a `time` of HTML can have the year of a date: the first to the 9999th."""
    return value.earliest is not None and 0 < value.earliest[0] <= _LAST_YEAR
