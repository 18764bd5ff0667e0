"""What a dossier has already: the actors that names mean, the ids that are taken, the words that are told."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import count

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.drafting.content.readout import Party
from mkdocs_dossier.drafting.splitting.token import Span
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.values.ids import ID_LENGTH, NOT_FOUND, slugged
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section


class Known:
    """What a dossier has, and what was drafted since.

    `told` are the spans of the words of each source that statements have already, by the source's id.
    """

    def __init__(self, dossier: Dossier, ids: Sequence[Ref], told: Mapping[str, Sequence[Span]]) -> None:
        self._taken = {(ref.section, ref.id) for ref in ids} | {("actors", NOT_FOUND)}
        self._taken |= {(section, one) for section in SECTIONS for one in dossier.section(section)}
        self._called: dict[str, set[str]] = defaultdict(set)
        for identifier, actor in dossier.actors.items():
            if actor.kind is not ActorKind.ANONYMOUS:
                for name in _names(actor):
                    self._called[folded(name)].add(identifier)
        self._places = {folded(name) for one in dossier.places.values() for name in (one.name, *one.aliases)}
        self._events = {(one.kind, one.when.text) for one in dossier.events.values() if one.when is not None}
        self._told = told
        self._next: dict[tuple[Section, str], int] = {}

    def actor(self, party: Party) -> str | None:
        """Return the id of the actor that a party is: one of its names is the actor's, and no other's."""
        if party.kind is ActorKind.ANONYMOUS:
            return None
        for name in (party.name, *party.names):
            found = self._called.get(folded(name), set())
            if len(found) == 1:
                return next(iter(found))
        return None

    def add_actor(self, identifier: str, names: Iterable[str]) -> None:
        """Know an actor, who is drafted now, by its names."""
        for name in names:
            self._called[folded(name)].add(identifier)

    def add_place(self, name: str) -> None:
        """Know a place that is drafted now."""
        self._places.add(folded(name))

    def add_event(self, kind: str, day: str) -> None:
        """Know an event that is drafted now."""
        self._events.add((kind, day))

    def take(self, ref: Ref) -> None:
        """Mark an id as taken."""
        self._taken.add((ref.section, ref.id))

    def free(self, section: Section, wanted: str, given: Container[Ref] = ()) -> str:
        """Return an id like the words that are wanted, which nothing has yet, and that is not `given`."""
        slug = slugged(wanted) or section.removesuffix("s")
        # Ids once taken stay so: what was not free before is not looked at again.
        for number in count(self._next.get((section, slug), 1)):
            tail = "" if number == 1 else f"-{number}"
            identifier = slug[: ID_LENGTH - len(tail)].rstrip("-") + tail
            if (section, identifier) in self._taken:
                if number == self._next.get((section, slug), 1):
                    self._next[section, slug] = number + 1
            elif Ref(section, identifier) not in given:
                return identifier
        raise AssertionError("there is always a number")

    def has_event(self, kind: str, day: str) -> bool:
        """Tell whether there is an event of a kind on a day."""
        return (kind, day) in self._events

    def has_place(self, name: str) -> bool:
        """Tell whether there is a place of a name."""
        return folded(name) in self._places

    def is_told(self, source: str, quotes: Sequence[Span], passage: Span) -> bool:
        """Tell whether statements have all of these words of a source already."""
        told = self._told.get(source, ())
        return all(any(_covers(one, span) for one in told) for span in (quotes or (passage,)))


def _covers(outer: Span, inner: Span) -> bool:
    """Tell whether a span has most of another."""
    shared = min(outer[1], inner[1]) - max(outer[0], inner[0])
    return 2 * shared > inner[1] - inner[0]


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.names.values(), *actor.aliases)
