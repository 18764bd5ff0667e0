"""What a model adds to what the rules found in a text: first who says what, then claims, then events.

The model points by numbers, and the program cuts the words out. What it says is held to the rules of the
format while it can still mend it; what stays wrong is dropped and named.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.drafting.content.readout import Analysis
from mkdocs_dossier.drafting.pointing.asking import Question, Session
from mkdocs_dossier.drafting.pointing.numbered import Numbered, Window, sentence_number
from mkdocs_dossier.drafting.pointing.pointedclaims import (
    Claimed,
    Statements,
    claims_choices,
    claims_schema,
    read_claims,
    statements_shown,
    with_claims,
)
from mkdocs_dossier.drafting.pointing.pointedevents import (
    Happened,
    events_choices,
    events_schema,
    read_events,
    with_events,
)
from mkdocs_dossier.drafting.pointing.pointedwords import (
    Pointed,
    read_statements,
    statements_choices,
    statements_found,
    statements_schema,
    with_statements,
    without_silent,
)
from mkdocs_dossier.values.refs import Section

Faults = Mapping[tuple[Section, int], str]
"""What is wrong with a draft, by the section of a record and the index in the analysis of what it tells."""

Check = Callable[[Analysis], Faults]
"""Holds an analysis to the rules of the format, as the draft that it would be."""


def improve(numbers: Numbered, found: Analysis, language: str, session: Session, check: Check) -> Analysis:
    """Return an analysis, corrected and completed by a model, as far as the requests of the session reach.

    `numbers` are those of the text, with the parties of the analysis; `language` is that in which claims are
    written. What came of the requests stands in the session.
    """
    work = _Work(numbers, language, session, check)
    told = work.statements(found, "who says what")
    return work.events(work.claims(without_silent(found, told), "claims"), "events")


@dataclass(frozen=True)
class _Work:
    """All that the questions about one text have in common."""

    numbers: Numbered
    language: str
    session: Session
    check: Check

    def statements(self, found: Analysis, about: str) -> Analysis:
        """Ask who says what, in one window after the other."""
        for window in self.numbers.windows():
            if self._is_over(f"{about} from {sentence_number(window.first)} on"):
                break
            question = self._on_statements(window, found, f"{about}{_where(window)}")
            if pointed := self.session.converse(question):
                found, _ = with_statements(found, self.numbers, pointed)
        return found

    def claims(self, found: Analysis, about: str) -> Analysis:
        """Ask which claims there are, in some statements after the other."""
        base = found
        for shown in statements_shown(self.numbers.text, base):
            if self._is_over(about):
                break
            if claims := self.session.converse(self._on_claims(shown, found, about)):
                found, _ = with_claims(found, claims)
        return found

    def events(self, found: Analysis, about: str) -> Analysis:
        """Ask what happened, in one window after the other."""
        for window in self.numbers.windows():
            if self._is_over(f"{about} from {sentence_number(window.first)} on"):
                break
            question = self._on_events(window, found, f"{about}{_where(window)}")
            if events := self.session.converse(question):
                found, _ = with_events(found, self.numbers, events)
        return found

    def _is_over(self, about: str) -> bool:
        if self.session.is_over:
            self.session.unasked.append(about)
        return self.session.is_over

    def _on_statements(self, window: Window, found: Analysis, about: str) -> Question[Pointed]:
        prompt = self.session.prompts.text(
            "statements",
            article=window.block,
            found=statements_found(self.numbers, window, found),
            choices=statements_choices(window),
        )

        def check(those: Sequence[Pointed]) -> dict[int, str]:
            told, places = with_statements(found, self.numbers, those)
            wrong = self._new(found, told)
            speakers = {at: told.utterances[place].speaker for at, place in places.items()}
            keys = {at: [("statements", place), ("actors", speakers[at])] for at, place in places.items()}
            return _by_item(keys, wrong)

        def read(answer: Mapping[str, object], kept: Sequence[Pointed]) -> tuple[list[Pointed], list[str]]:
            return read_statements(self.numbers, window, answer, kept)

        return Question("statements", about, prompt, statements_schema(window), read, check)

    def _on_claims(self, shown: Statements, found: Analysis, about: str) -> Question[Claimed]:
        prompt = self.session.prompts.text(
            "claims", article=shown.block, choices=claims_choices(shown), language=self.language
        )

        def check(those: Sequence[Claimed]) -> dict[int, str]:
            told, first = with_claims(found, those)
            wrong = self._new(found, told)
            keys = {
                at: [("claims", first + at), *(("statements", place) for place, _ in one.positions)]
                for at, one in enumerate(those)
            }
            return _by_item(keys, wrong)

        def read(answer: Mapping[str, object], kept: Sequence[Claimed]) -> tuple[list[Claimed], list[str]]:
            return read_claims(shown, answer, kept)

        return Question("claims", about, prompt, claims_schema(shown), read, check)

    def _on_events(self, window: Window, found: Analysis, about: str) -> Question[Happened]:
        choices = events_choices(window, self.numbers.pack)
        prompt = self.session.prompts.text("events", article=window.block, choices=choices)

        def check(those: Sequence[Happened]) -> dict[int, str]:
            told, places = with_events(found, self.numbers, those)
            keys = {at: [("events", place)] for at, place in places.items()}
            return _by_item(keys, self._new(found, told))

        def read(answer: Mapping[str, object], kept: Sequence[Happened]) -> tuple[list[Happened], list[str]]:
            return read_events(self.numbers, window, answer, kept)

        return Question("events", about, prompt, events_schema(window, self.numbers.pack), read, check)

    def _new(self, before: Analysis, after: Analysis) -> Faults:
        """Return the faults that an analysis has; none where the one before it is the same."""
        return self.check(after) if after != before else {}


def _by_item(keys: Mapping[int, Sequence[tuple[str, int | None]]], wrong: Faults) -> dict[int, str]:
    """Give each item that has a fault the first one of it."""
    by_key: dict[tuple[str, int | None], str] = dict(wrong.items())
    found = {at: next((by_key[key] for key in those if key in by_key), "") for at, those in keys.items()}
    return {at: why for at, why in found.items() if why}


def _where(window: Window) -> str:
    return f" in {sentence_number(window.first)} to {sentence_number(window.last - 1)}"
