"""Latitude and longitude, in decimal degrees (WGS 84)."""

import re

from mkdocs_dossier.values.invalid import InvalidValue, quoted

_MOST_NORTH, _MOST_EAST = 90, 180
# What the format takes; the two patterns below serve hints only.
_DECIMAL = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,15})?")
_SEXAGESIMAL = re.compile(
    r"""(?P<degrees>[0-9]{1,3})\s*[°ºd:\s]\s*
        (?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?)\s*['′’m:]?\s*
        (?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:["″”s]|''|′′)?)?\s*
        (?P<half>[NSEW])?""",
    re.VERBOSE | re.IGNORECASE,
)
_WITH_HALF = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)\s*°?\s*([NSEW])?", re.IGNORECASE)


def parse_latitude(text: str) -> float:
    """Read degrees north of the equator, −90 to 90. Raises `InvalidValue`."""
    return _degrees(text, "latitude", _MOST_NORTH, "NS")


def parse_longitude(text: str) -> float:
    """Read degrees east of Greenwich, −180 to 180. Raises `InvalidValue`."""
    return _degrees(text, "longitude", _MOST_EAST, "EW")


def _degrees(text: str, name: str, most: int, halves: str) -> float:
    value = text.strip().replace("−", "-")  # the minus sign of typesetters, U+2212
    if not _DECIMAL.fullmatch(value):
        guess = _decimal(value, halves)
        fits = guess is not None and abs(guess) <= most
        hint = f"write it as {guess}" if fits else "write decimal degrees, e.g. 33.3152"
        raise InvalidValue(f"is not a {name} in decimal degrees: {quoted(value)}", hint)
    degrees = float(value)
    if abs(degrees) > most:
        hint = "latitude and longitude may be the wrong way round" if abs(degrees) <= _MOST_EAST else ""
        raise InvalidValue(f"is a {name} outside −{most} to {most}: {quoted(value)}", hint)
    return degrees or 0.0  # never −0.0


def _decimal(value: str, halves: str) -> float | None:
    """Return the decimal degrees that another notation means, to 6 places (a tenth of a metre), if any.

    `halves` are the two letters of the compass that may stand with them, the positive one first.
    """
    if match := _WITH_HALF.fullmatch(value.replace(",", ".")):
        return _signed(float(match[1]), match[2], halves)
    if match := _SEXAGESIMAL.fullmatch(value):
        parts = (float(match["degrees"]), float(match["minutes"]), float(match["seconds"] or 0))
        return _signed(parts[0] + parts[1] / 60 + parts[2] / 3600, match["half"], halves)
    return None


def _signed(degrees: float, half: str | None, halves: str) -> float | None:
    if half and half.upper() not in halves:
        return None
    return round(-degrees if half and half.upper() == halves[1] else degrees, 6)
