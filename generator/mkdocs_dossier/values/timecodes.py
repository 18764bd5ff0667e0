"""Times within a recording, as its player shows them."""

import re
from dataclasses import dataclass

from mkdocs_dossier.values.invalid import InvalidValue, quoted

_MINUTE = _SECONDS_IN_MINUTE = 60
_FORM = re.compile(r"(?:(?P<hours>[0-9]{1,3}):)?(?P<minutes>[0-5][0-9]):(?P<seconds>[0-5][0-9])")
_LOOSE = re.compile(r"(?:(?P<hours>[0-9]{1,3})[:h.])?(?P<minutes>[0-9]{1,3})[:m.](?P<seconds>[0-9]{1,2})s?")


@dataclass(frozen=True, slots=True)
class Timecode:
    """How far into a recording something stands: `text` as the author wrote it, and the same in seconds."""

    text: str
    seconds: int

    @classmethod
    def parse(cls, text: str) -> "Timecode":
        """Read `MM:SS` or `H:MM:SS`. Raises `InvalidValue`."""
        value = text.strip()
        match = _FORM.fullmatch(value)
        if match is None:
            raise InvalidValue(f"is not a time within a recording: {quoted(value)}", _hint(value))
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return cls(value, (hours * _MINUTE + minutes) * _SECONDS_IN_MINUTE + seconds)


def _hint(value: str) -> str:
    """Return how a time that is written in a similar way would be written."""
    match = _LOOSE.fullmatch(value)
    if match is None or int(match["seconds"]) >= _SECONDS_IN_MINUTE:
        return "write it as 12:31, or as 1:12:31 with hours"
    more, minutes = divmod(int(match["minutes"]), _MINUTE)
    hours = int(match["hours"] or 0) + more
    written = f"{minutes:02}:{int(match['seconds']):02}"
    return f"write it as {hours}:{written}" if hours else f"write it as {written}"
