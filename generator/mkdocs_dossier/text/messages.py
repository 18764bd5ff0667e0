"""Messages that are said elsewhere than where they are written, and choices with their words for readers."""

from enum import StrEnum
from typing import Self


def mark(message: str) -> str:
    """Mark a message, so that it is found for translation; `Words.say` says it later."""
    return message


class Choice(StrEnum):
    """One of the values that a field may have, spelt as the format spells it.

    `message` is its word for readers, in English, to be said in the dossier's language.
    """

    message: str

    def __new__(cls, value: str, message: str = "") -> Self:
        """Make a choice of its spelling and its word for readers."""
        one = str.__new__(cls, value)
        one._value_ = value
        one.message = message
        return one
