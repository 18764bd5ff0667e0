"""Decode the bytes of a file: UTF-8, or refused with a word on what it seems to be instead."""

from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.text.lines import line_and_column

MAX_BYTES = 16 * 1024 * 1024
"""The most bytes of a file that is read: hundreds of times a long article."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""The byte order marks of other encodings (The Unicode Standard, 23.8).

The longer ones stand first, because that of UTF-32 begins with that of UTF-16.
"""

_SHORTEN = "Take out what is not needed, or split it into several files."
"""What to do about a file that is too large."""


def decode_text(path: str, content: bytes, *, too_large: str = _SHORTEN) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, without a byte order mark; None and a problem if it cannot be read.

    It cannot if it is not UTF-8 or too large; `too_large` is the hint for the latter.
    """
    if len(content) > MAX_BYTES:
        message = f"This file has more than {MAX_BYTES:,} bytes."
        return None, [error(Location(path), "file-too-large", message, too_large)]
    if encoding := _other_encoding(content):
        return None, [_not_utf8(Location(path), f"it seems to be {encoding}")]
    try:
        return content.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as trouble:
        # All before the faulty byte is sound: it says at which line and column that stands.
        before = content[: trouble.start].decode("utf-8")
        place = position(path, before, len(before))
        return None, [_not_utf8(place, f"byte {content[trouble.start]:#04x} cannot stand here")]


def _other_encoding(content: bytes) -> str:
    """Return the encoding that a file seems to be, by its mark or zeros beside its first letter; else ""."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    zeros = content[:4].count(0)
    if 0 not in content[:2] or zeros < 2:  # noqa: PLR2004 - one may be a slip
        return ""
    return "UTF-16" if zeros == 2 else "UTF-32"  # noqa: PLR2004


def _not_utf8(place: Location, reason: str) -> Problem:
    return error(place, "not-utf8", f"This file is not UTF-8: {reason}.", "Save it with the encoding UTF-8.")


def position(path: str, text: str, index: int) -> Location:
    """Return the place of the character at an index of a file's text."""
    return Location(path, *line_and_column(text, index))
