"""What the filter of an index looks through: every record of its section, whatever page it is listed on.

A record is found by its names in every spelling, by its words and by its days, and belongs to facets: the
chips that narrow a list. It is shown as a row of text, in the order of the index.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.findings.voices import sides_of_speaker
from mkdocs_dossier.model.records import Actor, Place, Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.findable import Entry, Facet, Value
from mkdocs_dossier.pages.ordering import by_dispute, date_order, name_order
from mkdocs_dossier.pages.view import Here, View, index_path
from mkdocs_dossier.terms import term
from mkdocs_dossier.text.folding import script
from mkdocs_dossier.text.messages import Choice
from mkdocs_dossier.text.shortening import cut_words
from mkdocs_dossier.text.spellings import spellings
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

_BEGINNING = 80
"""Characters of a quotation that a statement with a summary is found by."""
_MOST_SHOWN = 12
"""How many sides, speakers, publishers or places a row shows; it is found by the others as well."""
_MOST_YEARS = 30
"""A time of more years counts for the first and the last of them only."""


def filter_path(section: str) -> str:
    """Return the path of the file that the filter of a section fetches; `filterfiles` writes it."""
    return f"{section}/filter.json"


def entries(view: View, section: Section) -> tuple[Entry, ...]:
    """List the records of a section as its filter knows them, in the order of its index; once for a site."""
    return view.once(_entries, section)


def _entries(view: View, section: Section) -> tuple[Entry, ...]:
    return tuple(_ENTRIES[section](view))


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list can be narrowed by: how many records it has, whether any is dated, and the facets."""

    total: int
    is_dated: bool
    facets: Mapping[Facet, list[Value]]


def filters(view: View) -> Mapping[str, Filter]:
    """Return the filter of each section that has records; once for a site."""
    return view.derived("filters", partial(_filters, view))


def _filters(view: View) -> Mapping[str, Filter]:
    listed = {section: entries(view, section) for section in SECTIONS}
    return {
        section: Filter(len(found), any(one.days for one in found), facets(view, section, found))
        for section, found in listed.items()
        if found
    }


def facets(view: View, section: Section, found: Iterable[Entry]) -> dict[Facet, list[Value]]:
    """List the facets of a section with all their values: in their own order, or the most frequent first."""
    counted: dict[Facet, Counter[str]] = {facet: Counter() for facet in _FACETS[section]}
    for entry in found:
        for facet, keys in entry.values.items():
            counted[facet].update(set(keys))
    return {facet: _values(view, section, facet, counts) for facet, counts in counted.items() if counts}


def _values(view: View, section: Section, facet: Facet, counts: Counter[str]) -> list[Value]:
    found = [
        Value(key, _label(view, section, facet, key), _sign(facet, key), count)
        for key, count in counts.items()
    ]
    order = _ORDERS.get(facet)
    if order:
        return sorted(found, key=lambda value: order.index(value.key))
    if facet is Facet.YEAR:
        return sorted(found, key=lambda value: value.key, reverse=True)
    return sorted(found, key=lambda value: (-value.count, value.label.casefold(), value.key))


def _key(choice: str) -> str:
    """Return a value as it stands in an address: without blanks."""
    return choice.replace(" ", "-")


_ORDERS: Mapping[Facet, list[str]] = {
    Facet.LABEL: [_key(one) for one in LabelName],
    Facet.STANCE: [_key(one) for one in Stance],
}


def _sign(facet: Facet, key: str) -> str:
    return Stance(key).sign if facet is Facet.STANCE else ""


def _label(view: View, section: Section, facet: Facet, key: str) -> str:
    say, dossier = view.words.say, view.dossier
    match facet:
        case Facet.LABEL:
            return say(next(one.message for one in LabelName if _key(one) == key))
        case Facet.STANCE:
            return say(Stance(key).message)
        case Facet.ABOUT | Facet.SIDE | Facet.PUBLISHER:
            return dossier.actors[key].name
        case Facet.WITHIN:
            return dossier.places[key].name
        case Facet.LANGUAGE:
            return view.words.language_name(key)
        case Facet.KIND:
            return _kind(view, section, key)
    return key


def _kind(view: View, section: Section, key: str) -> str:
    if section == "events":
        return term(key, view.words)
    # A kind of these sections is a choice with a word for readers.
    kinds = (getattr(one, "kind", None) for one in view.dossier.section(section).values())
    return view.words.say(next(one.message for one in kinds if isinstance(one, Choice) and one == key))


def _claims(view: View) -> Iterator[Entry]:
    findings = view.findings
    for key in by_dispute(findings, findings.labels):
        claim, taken = view.dossier.claims[key], findings.positions[key]
        made = [view.dossier.statements[one] for one in taken]
        sides = _most_often(side for one in made for side in view.findings.sides[one.id])
        days = _present(view.dossier.date_of(one) for one in made)
        about = [one.id for one in claim.about if one.section == "actors"]
        yield Entry(
            key,
            view.title("claims", key),
            who=_refs("actors", sides[:_MOST_SHOWN]),
            near=(*claim.about, *_refs("actors", _voices(view, made))),
            words=partial(_words, view, (claim.text, claim.question or ""), claim.note),
            days=days,
            values={
                Facet.LABEL: (_key(findings.labels[key].name),),
                Facet.ABOUT: tuple(dict.fromkeys([*about, *_tops(view, about)])),
                Facet.SIDE: sides,
                Facet.STANCE: tuple(dict.fromkeys(_key(one.stance) for one in taken.values())),
                Facet.YEAR: _years(days),
            },
        )


def _statements(view: View) -> Iterator[Entry]:
    dossier = view.dossier
    for key in sorted(dossier.statements, key=lambda key: statement_order(dossier, key)):
        one = dossier.statements[key]
        date = dossier.date_of(one)
        publishers = _most_often(
            publisher for report in one.reports if (publisher := dossier.sources[report.source].publisher)
        )
        quoted = one.quote or one.passage or ()
        language = None if one.summary else dossier.language_of(one)
        yield Entry(
            one.id,
            view.gist(one),
            language,
            who=_refs("actors", one.speakers[:_MOST_SHOWN]),
            when=date,
            via=_refs("actors", publishers[:_MOST_SHOWN]),
            near=(
                *_refs("actors", publishers[_MOST_SHOWN:]),
                *_refs("actors", _voices(view, [one])),
                *_refs("actors", one.to),
                *_refs("claims", one.positions),
                *_refs("events", [one.during] if one.during else []),
            ),
            words=partial(_beginning, quoted if one.summary else ()),
            days=_present([date]),
            values={
                Facet.SIDE: view.findings.sides[key],
                Facet.STANCE: tuple(dict.fromkeys(_key(stance) for stance in one.positions.values())),
                Facet.PUBLISHER: publishers,
                Facet.YEAR: _years(_present([date])),
            },
        )


def _actors(view: View) -> Iterator[Entry]:
    for actor in sorted(view.dossier.actors.values(), key=name_order):
        roles = [
            view.words.say("{title}, {body}", title=one.title, body=view.dossier.actors[one.at].name)
            for one in actor.roles
        ]
        bodies = dict.fromkeys([*(one.at for one in actor.roles), *(one.actor for one in actor.part_of)])
        yield Entry(
            actor.id,
            actor.name,
            note=view.words.say("; ").join(roles[:2]),
            names=names_of(actor),
            near=_refs("actors", bodies),
            words=partial(_words, view, roles, actor.description),
            values={
                Facet.KIND: (actor.kind.value,),
                Facet.SIDE: _tops(view, [actor.id]),
            },
        )


def _events(view: View) -> Iterator[Entry]:
    for event in sorted(view.dossier.events.values(), key=lambda one: date_order(one.when, one.id)):
        days = _present([event.when])
        present = [one.actor for one in event.participants]
        yield Entry(
            event.id,
            event.name,
            when=event.when,
            via=_refs("places", event.places[:_MOST_SHOWN]),
            near=(*_refs("places", event.places[_MOST_SHOWN:]), *_refs("actors", present)),
            words=partial(_words, view, (), event.summary),
            days=days,
            values={
                Facet.KIND: (event.kind,),
                Facet.SIDE: _tops(view, present),
                Facet.YEAR: _years(days),
            },
        )


def _places(view: View) -> Iterator[Entry]:
    for place in sorted(view.dossier.places.values(), key=name_order):
        around = _around(view, place)
        yield Entry(
            place.id,
            place.name,
            via=_refs("places", around[:1]),
            names=names_of(place),
            near=_refs("places", around),
            values={
                Facet.KIND: (place.kind.value,) if place.kind else (),
                Facet.WITHIN: tuple(around[-1:]),
            },
        )


def _sources(view: View) -> Iterator[Entry]:
    dossier = view.dossier
    for source in sorted(dossier.sources.values(), key=lambda one: date_order(one.published, one.id)):
        days = _present([source.published])
        by = (source.publisher,) if source.publisher else ()
        yield Entry(
            source.id,
            source.title,
            dossier.source_language(source.id),
            when=source.published,
            via=_refs("actors", by),
            near=_refs("actors", [*source.authors, *([source.agency] if source.agency else [])]),
            words=partial(_words, view, (source.url or "",), None),
            days=days,
            values={
                Facet.KIND: (source.kind.value,),
                Facet.PUBLISHER: by,
                Facet.LANGUAGE: (dossier.source_language(source.id),),
                Facet.YEAR: _years(days),
            },
        )


_ENTRIES: Mapping[Section, Callable[[View], Iterator[Entry]]] = {
    "claims": _claims,
    "statements": _statements,
    "actors": _actors,
    "events": _events,
    "places": _places,
    "sources": _sources,
}
_FACETS: Mapping[Section, tuple[Facet, ...]] = {
    "claims": (Facet.LABEL, Facet.ABOUT, Facet.SIDE, Facet.STANCE, Facet.YEAR),
    "statements": (Facet.SIDE, Facet.STANCE, Facet.YEAR, Facet.PUBLISHER),
    "actors": (Facet.KIND, Facet.SIDE),
    "events": (Facet.KIND, Facet.SIDE, Facet.YEAR),
    "places": (Facet.KIND, Facet.WITHIN),
    "sources": (Facet.KIND, Facet.PUBLISHER, Facet.LANGUAGE, Facet.YEAR),
}
"""The facets of each section, the one that most readers want first."""


def names_of(record: Actor | Place) -> tuple[str, ...]:
    """List the further names of an actor or a place; where none is in Latin letters, spellings in these."""
    known = (record.name, *record.names.values(), *record.aliases)
    if not any(script(one) == "LATIN" for one in known):
        known += tuple(one for one in spellings(known) if one.isascii())
    return known[1:]


def _refs(section: Section, identifiers: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(Ref(section, one) for one in identifiers)


def _present(dates: Iterable[EdtfDate | None]) -> tuple[EdtfDate, ...]:
    """Return the dates that there are, each once."""
    return tuple({one.text: one for one in dates if one}.values())


def _most_often(keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys, each once, those that come most often first."""
    return tuple(key for key, _ in Counter(keys).most_common())


def _words(view: View, words: Iterable[str], value: str | None) -> tuple[str, ...]:
    """Return words, and the beginning of a prose field in plain text."""
    return (*words, Here(view, index_path("")).plain(value) if value else "")


def _beginning(quoted: Iterable[str]) -> tuple[str, ...]:
    """Return the beginning of a quotation, if it has any fragment."""
    found = cut_words(" … ".join(quoted), _BEGINNING)
    return (found,) if found else ()


def _voices(view: View, statements: Iterable[Statement]) -> tuple[str, ...]:
    """List all that some statements speak for, the speakers among them."""
    return tuple(dict.fromkeys(key for one in statements for key in view.findings.voices[one.id]))


def _tops(view: View, actors: Iterable[str]) -> tuple[str, ...]:
    """List the outermost bodies that actors ever spoke for; an actor who spoke for none is one."""
    found = (side for one in actors for side in sides_of_speaker(view.dossier, one, None))
    return tuple(dict.fromkeys(found))


def _around(view: View, place: Place) -> list[str]:
    """List the places around a place, the nearest first."""
    found: dict[str, None] = {}
    within = place.within
    while within and within not in found:
        found[within] = None
        within = view.dossier.places[within].within
    return list(found)


def _years(dates: Iterable[EdtfDate]) -> tuple[str, ...]:
    """List the years that dates may fall in; of an open date, the year of its known end."""
    found: dict[str, None] = {}
    for date in dates:
        bounds = [bound[0] for bound in (date.earliest, date.latest) if bound]
        first, last = min(bounds), max(bounds)
        years = range(first, last + 1) if last - first < _MOST_YEARS else (first, last)
        found.update(dict.fromkeys(f"{year:04}" for year in years))
    return tuple(found)
