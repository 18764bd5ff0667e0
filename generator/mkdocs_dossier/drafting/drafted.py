"""The records of a draft: what was read in a text, as a dossier has it, with the reasons of its fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from mkdocs_dossier.drafting.content.readout import Analysis, NamedDay, Party, Post, Utterance
from mkdocs_dossier.drafting.known import Known
from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.drafting.splitting.token import Span
from mkdocs_dossier.model.vocabulary import ActorKind, PlaceKind, Review, Stance
from mkdocs_dossier.values.ids import NOT_FOUND, slugged
from mkdocs_dossier.values.refs import Ref, Section

Value = str | list["Value"] | dict[str, "Value"]
"""A value as it is written in YAML."""

_WORDS_IN_ID = 5
_SHORT = 48
"""The most characters of what an id of a statement has behind its speaker."""


@dataclass(frozen=True)
class DraftRecord:
    """A record of a draft: its fields as they are written, in order, and what some of them rest on.

    `origin` is the index in the analysis of what it is made of.
    """

    ref: Ref
    fields: Mapping[str, Value]
    reasons: tuple[Reason, ...] = ()
    origin: int = -1


@dataclass
class _Draft:
    """Makes the records of a draft, one section after the other."""

    text: str
    source: str
    published: date | None
    found: Analysis
    known: Known
    records: list[DraftRecord] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    given: set[Ref] = field(default_factory=set)
    pointed: set[str] = field(default_factory=set)
    """The claims that a model found, and the positions on them."""

    def add(
        self, section: Section, wanted: str, fields: Mapping[str, Value], *reasons: Reason, origin: int
    ) -> str:
        identifier = self.known.free(section, wanted, self.given)
        self.given.add(Ref(section, identifier))
        marked = {"review": str(Review.DRAFT), **{key: value for key, value in fields.items() if value}}
        self.records.append(DraftRecord(Ref(section, identifier), marked, reasons, origin))
        return identifier

    def words(self, span: Span) -> str:
        """Return the words of a stretch of the text, on one line."""
        return " ".join(self.text[slice(*span)].split())

    def actor(self, index: int) -> str:
        """Return the id of a party, which is known or drafted now."""
        if index not in self.ids:
            party = self.found.parties[index]
            self.ids[index] = self.known.actor(party) or self._new_actor(party, index)
        return self.ids[index]

    def _new_actor(self, party: Party, index: int) -> str:
        roles, reasons = [], [Reason("name", Basis.STATED, party.name)]
        described = ""
        for post in party.posts:
            at = self._body(post.at)
            if at:
                roles.append(self._role(post, at))
                reasons.append(Reason("roles", Basis.STATED, self.words(post.span)))
            else:
                described = described or post.title
        fields: dict[str, Value] = {
            "name": party.name,
            "kind": str(party.kind),
            "aliases": [*party.names],
            "description": f"{described[:1].upper()}{described[1:]}." if described and not roles else "",
            "roles": [*roles],
        }
        name = f"{party.name} {self.source}" if party.kind is ActorKind.ANONYMOUS else party.name
        return self.add("actors", name, fields, *dict.fromkeys(reasons), origin=index)

    def _body(self, name: str) -> str:
        """Return the id of the body that a post is at; "" where the text names none that is drafted."""
        index = self._by_name.get(name)
        return "" if index is None else self.actor(index)

    @cached_property
    def _by_name(self) -> Mapping[str, int]:
        """The index of the first party of each name."""
        found: dict[str, int] = {}
        for at, one in enumerate(self.found.parties):
            for name in (one.name, *one.names):
                found.setdefault(name, at)
        return found

    def _role(self, post: Post, at: str) -> Value:
        role: dict[str, Value] = {"title": f"{post.title[:1].upper()}{post.title[1:]}", "at": at}
        if post.speaks:
            role["speaks_for"] = "true"
        return {**role, "source": self.source, "passage": self.words(post.span)}

    def statement(self, one: Utterance, positions: Mapping[str, Stance], origin: int) -> None:
        speaker = NOT_FOUND if one.speaker is None else self.actor(one.speaker)
        quotes = [self.words(span) for span in one.quotes]
        day = one.day
        fields: dict[str, Value] = {
            "speaker": speaker,
            "said": day.day.isoformat() if day else "",
            "said_note": self._note(day),
            "source": self.source,
            "quote": quotes[0] if len(quotes) == 1 else [*quotes],
            "passage": self.words(one.passage),
            "positions": {claim: str(stance) for claim, stance in positions.items()},
        }
        reasons = [Reason("speaker", one.basis, one.words if one.speaker is not None else "")]
        if day:
            reasons.append(Reason("said", Basis.STATED, day.words))
        if not self.pointed.isdisjoint(positions):
            reasons.append(Reason("positions", Basis.MODEL))
        said = quotes[0] if quotes else self.words(one.clause or one.passage)
        self.add(
            "statements",
            f"{self._short(one.speaker) or speaker} {_first_words(said)}",
            fields,
            *reasons,
            origin=origin,
        )

    def _short(self, speaker: int | None) -> str:
        """Return the last word of a person's name, and the words for who has none; "" for all others."""
        party = None if speaker is None else self.found.parties[speaker]
        if party and party.kind is ActorKind.PERSON:
            return party.name.split()[-1]
        return party.name if party and party.kind is ActorKind.ANONYMOUS else ""

    def _note(self, day: NamedDay | None) -> str:
        """Say how a day is known that the text does not state as a date."""
        if day is None or self.published is None or any(character.isdigit() for character in day.words):
            return ""
        return f"“{day.words}”; published {self.published.isoformat()}."

    def events(self) -> None:
        for at, one in enumerate(self.found.happenings):
            day = one.day.day.isoformat() if one.day else ""
            if day and self.known.has_event(one.kind, day):
                continue
            fields: dict[str, Value] = {
                "name": f"{one.words[:1].upper()}{one.words[1:]}",
                "kind": one.kind,
                "when": day,
                "when_note": self._note(one.day),
                "evidence": [{"source": self.source, "passage": self.words(one.passage)}],
            }
            stated = one.basis is Basis.STATED
            reasons = [Reason("name", one.basis, one.words if stated else "")]
            if not stated:
                reasons.append(Reason("kind", one.basis))
            if one.day:
                reasons.append(Reason("when", one.basis, one.day.words))
            self.add("events", f"{one.kind} {day}", fields, *reasons, origin=at)

    def places(self) -> None:
        for at, spot in enumerate(self.found.spots):
            if not self.known.has_place(spot.name):
                fields: dict[str, Value] = {"name": spot.name, "kind": str(PlaceKind.COUNTRY)}
                self.add("places", spot.name, fields, Reason("name", Basis.STATED, spot.name), origin=at)

    def claims(self) -> dict[int, dict[str, Stance]]:
        """Draft the claims that are at odds; return the positions by the indices of utterances."""
        positions: dict[int, dict[str, Stance]] = {}
        for origin, one in enumerate(self.found.propositions):
            reason = Reason("text", one.basis, one.words)
            claim = self.add("claims", _first_words(one.text), {"text": one.text}, reason, origin=origin)
            if one.basis is Basis.MODEL:
                self.pointed.add(claim)
            for at, stance in one.positions:
                positions.setdefault(at, {})[claim] = stance
        return positions


def records(
    text: str, source: str, published: date | None, found: Analysis, known: Known
) -> tuple[DraftRecord, ...]:
    """Return the records of a draft of a source's text, in the order of the sections.

    `known` says who is in the dossier already; it changes only when it is told which of them to `keep`.
    """
    draft = _Draft(text, source, published, found, known)
    for index in range(len(found.parties)):
        draft.actor(index)
    draft.places()
    draft.events()
    positions = draft.claims()
    for at, one in enumerate(found.utterances):
        if not known.is_told(source, one.quotes, one.passage):
            draft.statement(one, positions.get(at, {}), at)
    return tuple(draft.records)


def keep(made: Sequence[DraftRecord], known: Known) -> None:
    """Know the records of a draft, for those that are drafted after it."""
    for one in made:
        known.take(one.ref)
        fields = one.fields
        match one.ref.section:
            case "actors" if fields["kind"] != ActorKind.ANONYMOUS:
                known.add_actor(one.ref.id, map(str, (fields["name"], *fields.get("aliases", ()))))
            case "places":
                known.add_place(str(fields["name"]))
            case "events":
                known.add_event(str(fields["kind"]), str(fields.get("when", "")))


def _first_words(words: str) -> str:
    slug = slugged(" ".join(words.split()[:_WORDS_IN_ID]))
    return slug if len(slug) <= _SHORT else slug[:_SHORT].rpartition("-")[0]


def sections(found: Sequence[DraftRecord]) -> Iterator[tuple[Section, list[DraftRecord]]]:
    """List the sections that a draft has records of, in the order in which they are written."""
    order: tuple[Section, ...] = ("actors", "places", "events", "claims", "statements")
    for section in order:
        if those := [one for one in found if one.ref.section == section]:
            yield section, those
