"""Messages that are translated elsewhere than where they are written, and choices with words for readers."""

from enum import StrEnum
from typing import Self


def mark(message: str) -> str:
    """Return a message unchanged; the call lists it for translation, and `Words.say` translates it later."""
    return message


class Choice(StrEnum):
    """One of the values that a field may have, spelt as the format spells it.

    `message` is its word for readers, in English; `Words.say` translates it.
    """

    message: str

    def __new__(cls, value: str, message: str = "") -> Self:
        """Make a choice of its spelling and its word for readers."""
        # Without this, `StrEnum` would take the second value for an encoding, as `str` does.
        one = str.__new__(cls, value)
        one._value_ = value
        one.message = message
        return one
