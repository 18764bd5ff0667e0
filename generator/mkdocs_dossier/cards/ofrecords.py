"""Makes the card of each record, from what the filter of its index knows of it and from its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.model.records import Actor, Event, Place, Record, Statement
from mkdocs_dossier.pages.filters import entries, facets, names_of
from mkdocs_dossier.pages.findable import RECORD_KINDS, Entry, Facet, day_bounds
from mkdocs_dossier.pages.view import View, record_path
from mkdocs_dossier.text.shortening import cut_words
from mkdocs_dossier.text.spellings import spellings
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

_MOST_CHARACTERS, _MOST_LINES = 1200, 12
"""How long a line of a card is, and how many it has: what is beyond is found on the page alone."""
_MOST_NAMES, _MOST_NEAR = 60, 40

_BOOSTS: Mapping[Section, float] = {"actors": 3, "claims": 2, "places": 2, "events": 2}
"""A name is wanted before a question, and this before what was said on it."""


def record_cards(view: View) -> Iterator[Card]:
    """Make the card of each record, section by section, in the order of the indexes."""
    for section in SECTIONS:
        listed = entries(view, section)
        labels = {
            (facet, value.key): value.label
            for facet, values in facets(view, section, listed).items()
            for value in values
        }
        for entry in listed:
            yield _card(view, section, entry, labels)


def _card(view: View, section: Section, entry: Entry, labels: Mapping[tuple[Facet, str], str]) -> Card:
    record = view.dossier.section(section)[entry.id]

    def words(facet: Facet) -> tuple[str, ...]:
        return tuple(labels[facet, key] for key in entry.values.get(facet, ()))

    names = (entry.title, *names_of(record)) if isinstance(record, Actor | Place) else ()
    kind = view.words.say(RECORD_KINDS[section])
    narrowed = {
        "kind": (kind,),
        "speaker": _names(view, entry.who) if section == "statements" else (),
        "stance": words(Facet.STANCE),
        "label": words(Facet.LABEL),
        "year": words(Facet.YEAR),
    }
    return Card(
        path=record_path(section, entry.id),
        kind=kind,
        title=view.title(section, entry.id),
        language=entry.language or view.dossier.settings.language,
        facts=_facts(view, section, entry, words(Facet.KIND)),
        lines=_cut(_LINES[section](view, record)),
        names=_spelt(names)[:_MOST_NAMES],
        # Nobody remembers a headline as well as who published it: "the Rudaw article".
        beside=(*words(Facet.KIND), *_names(view, entry.via)) if section == "sources" else (),
        near=(*words(Facet.KIND), *_near(view, section, entry))[:_MOST_NEAR],
        days=tuple(tuple(bounds) for one in entry.days if any(bounds := day_bounds(one))),
        facets={key: values for key, values in narrowed.items() if values},
        boost=_BOOSTS.get(section, 1),
    )


def _spelt(names: Iterable[str]) -> tuple[str, ...]:
    """Spell names in every way that they are typed in, parts joined by a hyphen as one word too."""
    found = spellings(names)
    return tuple(dict.fromkeys([*found, *(one.replace("-", "") for one in found if "-" in one)]))


def _facts(view: View, section: Section, entry: Entry, kinds: tuple[str, ...]) -> str:
    """Say in a line what tells a record apart: when, where or by whom, and where a claim stands."""
    said = view.words.moment if section == "statements" else view.words.date
    standing = view.findings.labels[entry.id].name.message if section == "claims" else ""
    parts = [
        view.words.say(standing) if standing else "",
        *kinds[:1],
        said(entry.when) if entry.when else "",
        view.words.say(", ").join(_names(view, entry.via)[:2]),
        entry.note,
    ]
    return " · ".join(part for part in parts if part)


def _near(view: View, section: Section, entry: Entry) -> tuple[str, ...]:
    """List the names of what a record names; a claim's words are for the claim itself to be found by."""
    refs = (*entry.who, *entry.via, *(ref for ref in entry.near if ref.section != "claims"))
    if section == "statements":
        refs = tuple(ref for ref in refs if ref.section != "events")
    found = dict.fromkeys(_names(view, refs))
    for ref in refs:
        record = view.dossier.section(ref.section)[ref.id]
        if isinstance(record, Actor | Place):
            found.update(dict.fromkeys(record.aliases))
    return tuple(found)


def _names(view: View, refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(view.title(ref.section, ref.id) for ref in refs))


def _cut(lines: Iterable[str | None]) -> tuple[str, ...]:
    """Keep the lines that say something, each once, as long and as many as a card has."""
    found = dict.fromkeys(cut_words(line, _MOST_CHARACTERS) for line in lines if line)
    return tuple(found)[:_MOST_LINES]


def _joined(fragments: Iterable[str] | None) -> str:
    return " … ".join(fragments or ())


def _plain(view: View, value: str | None) -> str:
    return view.here("index.md").plain(value) if value else ""


def _of_claim(view: View, record: Record) -> Iterator[str | None]:
    claim = view.dossier.claims[record.id]
    yield from (claim.text if claim.question else "", _plain(view, claim.note))


def _of_statement(view: View, record: Record) -> Iterator[str | None]:
    """List the words of an utterance as each report has them: the speaker's own, then those around them."""
    statement: Statement = view.dossier.statements[record.id]
    for report in statement.reports:
        quoted = _joined(report.quote)
        yield view.words.say("“{words}”", words=quoted) if quoted else ""
        yield from (report.translation, _joined(report.passage))


def _of_actor(view: View, record: Record) -> Iterator[str | None]:
    actor = view.dossier.actors[record.id]
    yield _plain(view, actor.description)
    for role in actor.roles:
        yield view.words.say("{title}, {body}", title=role.title, body=view.dossier.actors[role.at].name)
    for relation in actor.relations:
        yield f"{relation.kind} {view.dossier.actors[relation.to].name}"


def _of_event(view: View, record: Record) -> Iterator[str | None]:
    event: Event = view.dossier.events[record.id]
    yield _plain(view, event.summary)
    for evidence in event.evidence:
        yield _joined(evidence.passage)
    for figure in event.figures:
        yield _joined(figure.passage)
    for one in event.participants:
        yield f"{view.dossier.actors[one.actor].name}: {one.role}"


def _of_source(view: View, record: Record) -> Iterator[str | None]:
    yield view.dossier.sources[record.id].url


_LINES: Mapping[Section, Callable[[View, Record], Iterable[str | None]]] = {
    "claims": _of_claim,
    "statements": _of_statement,
    "actors": _of_actor,
    "events": _of_event,
    "places": lambda _view, _place: (),
    "sources": _of_source,
}
