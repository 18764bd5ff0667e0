"""A word, a sign or a quotation of a text."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from mkdocs_dossier.text.folding import folded

Span = tuple[int, int]
"""Two offsets in the text, in code points; the second one is exclusive."""

_ARABIC = ("\u0600", "\u06ff")


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    OWNER = auto()
    """The ending that makes an English name an owner: "'s"."""
    SIGN = auto()
    QUOTED = auto()


@dataclass(frozen=True)
class Token:
    """A word, a sign or a quotation with its marks, and where it stands in the text."""

    start: int
    end: int
    text: str
    kind: Kind
    inside: str = ""
    """The words of a quotation without its marks."""

    @cached_property
    def low(self) -> str:
        """The token in small letters, with one form of the apostrophe, and without the point of "Mr.".

        An Arabic word is folded: it may be written with its signs, or without.
        """
        low = self.text.lower().replace("'", "’")
        if _ARABIC[0] <= low[:1] <= _ARABIC[1]:
            return folded(low)
        return low[:-1] if self.is_word and low.find(".") == len(low) - 1 else low

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.kind is Kind.WORD

    @property
    def is_quoted(self) -> bool:
        """Whether it is a quotation."""
        return self.kind is Kind.QUOTED

    @cached_property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital, or has one in it, as "al-Awadi" and "iPhone"."""
        return self.is_word and any(character.isupper() for character in self.text)

    @cached_property
    def is_acronym(self) -> bool:
        """Whether it is a word of capitals alone, more than one."""
        return self.is_word and len(self.text) > 1 and self.text.isupper()
