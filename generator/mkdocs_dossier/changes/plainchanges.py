"""Sentences in plain text, and lines of `changes.yaml`, from the differences between two states."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mkdocs_dossier.changes.changesentences import sentence
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.model.changelog import Change, Difference, What
from mkdocs_dossier.terms import term
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words

Title = Callable[[Ref], str | None]
"""Names a record in plain text; None for one that is not there."""

_GONE = (What.REMOVED, What.MERGED)


@dataclass(frozen=True)
class _PlainPen:
    """Writes sentences in plain text; `title` names records."""

    words: Words
    title: Title

    def name(self, ref: Ref, title: str | None) -> str:
        """Name a record."""
        # More follows; the full stop of a title would end the sentence.
        return (self.title(ref) or title or ref.id).rstrip(".")

    def own(self, value: str) -> str:
        """Write text of the dossier."""
        return value

    def said(self, value: str) -> str:
        """Write words of the program's own."""
        return value

    def term(self, identifier: str) -> str:
        """Name a measure."""
        return term(identifier, self.words)

    def fill(self, message: str, **parts: str) -> str:
        """Say a message with these parts in its places."""
        return self.words.say(message, **parts)

    def listed(self, parts: Sequence[str]) -> str:
        """Write several parts as a list in a line."""
        return self.words.say("; ").join(parts)


def plain_sentence(one: Difference, words: Words, title: Title) -> str:
    """Say a change in plain text, in one line."""
    known = one.title if isinstance(one, Change) else None
    return " ".join(sentence(one, _PlainPen(words, title), known).split())


def changes_of(differences: Iterable[Difference], on: EdtfDate, title: Title) -> tuple[Change, ...]:
    """Return differences as changes of a day; `title` names records of the old state, which may be gone."""
    return tuple(
        # What they are made of has been validated already.
        Change.model_construct(**dict(one), on=on, title=_title(one, title))
        for one in differences
    )


def _title(one: Difference, title: Title) -> str | None:
    return short(title(one.record)) if one.record and one.what in _GONE else None
