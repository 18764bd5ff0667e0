"""What a field of a draft rests on: a closed list, written as comments that a review reads again.

A comment has the name of the field, then the words of the text in double quotation marks, then the basis:
`# speaker: from "he", a pronoun beside a verb of saying`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a draft comes to a value, the surest first; the words are those of the comment."""

    CHOSEN = "chosen in review"
    STATED = "as it stands there"
    NAMED = "named beside a verb of saying"
    LABELLED = "named before the words"
    SOURCED = "named as the source of it"
    PRONOUN = "a pronoun beside a verb of saying"
    POST = "described beside a verb of saying"
    MODEL = "pointed out by a model"
    ONGOING = "who speaks in the words before"
    NEAREST = "the nearest name, without a verb of saying"
    NOT_FOUND = "not found"

    @property
    def rank(self) -> int:
        """How far down the list it stands: 0 is the surest."""
        return list(Basis).index(self)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of a draft has its value; `words` are the text's own, "" where there are none."""

    field: str
    basis: Basis
    words: str = ""

    def comment(self) -> str:
        """Return the comment that says so, without its `#`; it is one line."""
        # A quotation mark in the words would end them.
        plain = "".join(one if one.isprintable() else " " for one in self.words.replace('"', "'"))
        words = " ".join(plain.split())
        return f'{self.field}: from "{words}", {self.basis}' if words else f"{self.field}: {self.basis}"


_COMMENT = re.compile(r'#\s*(?P<field>[a-z_]+): (?:from "(?P<words>[^"]*)", )?(?P<basis>[^"]+)')
_BASES = {str(basis): basis for basis in Basis}


def read_reason(comment: str) -> Reason | None:
    """Read a comment, with its `#`, as a reason; None where it is any other comment."""
    found = _COMMENT.fullmatch(comment.strip())
    basis = _BASES.get(found["basis"].strip()) if found else None
    return Reason(found["field"], basis, found["words"] or "") if found and basis else None
