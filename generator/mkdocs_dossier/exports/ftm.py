"""`entities.ftm.json`: actors, their ties, events and sources for programs that know FollowTheMoney.

One entity to a line, as its tools read and write them (https://followthemoney.tech). An id says what it is
of: `actor-x`, `source-x`, `event-x`; of a part of a record also which one it is, counted from 0. Somebody
whom no source names is no entity: programs would take two such for one. Dates that are uncertain are left
out. Of a source there is never the text.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import NamedTuple

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.isodates import lasting, shortened
from mkdocs_dossier.exports.plainwords import plain_words
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.model.records import Actor, Event, Source, Statement
from mkdocs_dossier.model.vocabulary import ActorKind, SourceKind
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref, Section

_Values = Mapping[str, object]
_Entity = tuple[str, str, _Values]
"""The id of an entity, its schema, and the values of its properties."""

_NAME = 300
"""How many characters a name, a title or a role has: the model takes a few more."""

_PARTIES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.STATE: "Organization",
    ActorKind.MEDIA: "Organization",
    ActorKind.GROUP: "LegalEntity",
}
_ORGANISATIONS = ("Organization", "PublicBody")
_ARTICLES = (SourceKind.ARTICLE, SourceKind.POST)


def _write(published: Published) -> Iterator[bytes]:
    datasets = [_dataset(published.dossier.settings.title)]
    for key, schema, values in _entities(published):
        properties = {name: found for name, one in sorted(values.items()) if (found := _listed(one))}
        entity = {"id": key, "schema": schema, "properties": properties, "datasets": datasets}
        yield (json.dumps(entity, ensure_ascii=False) + "\n").encode()


def _dataset(title: str) -> str:
    """Return a name for the dossier as the model writes them: small letters, digits and low lines."""
    return "_".join(re.findall("[a-z0-9]+", folded(title)))[:60].strip("_") or "dossier"


def _listed(value: object) -> list[str]:
    """Return the values of a property: each once, in their order, without what is empty."""
    values = value if isinstance(value, list | tuple) else [value]
    return list(dict.fromkeys(str(one) for one in values if one))


def _entities(published: Published) -> Iterator[_Entity]:
    for ref, record in (one for section in _SECTIONS for one in published.records(section)):
        page = published.page(ref)
        match record:
            case Source():
                yield _key(ref), *_source(published, record)
            case Actor() if record.kind in _PARTIES:
                yield _key(ref), _PARTIES[record.kind], _actor(published, record, page)
                yield from _ties(published, record, page)
            case Event():
                yield _key(ref), "Event", _event(published, record, page)
            case Statement():
                yield from _said(published, record, page)


_SECTIONS: tuple[Section, ...] = ("sources", "actors", "events", "statements")


def _key(ref: Ref) -> str:
    return f"{ref.section.removesuffix('s')}-{ref.id}"


def _source(published: Published, source: Source) -> tuple[str, _Values]:
    named = [one for one in source.authors if _party(published, one)]
    publisher = source.publisher if source.publisher and _party(published, source.publisher) else None
    return "Article" if source.kind in _ARTICLES else "Document", {
        "title": cut_long(source.title, _NAME),
        "author": [published.title(Ref("actors", one)) for one in named],
        "publisher": publisher and published.title(Ref("actors", publisher)),
        "publishedAt": _date(source.published),
        "modifiedAt": _date(source.updated),
        "retrievedAt": _date(source.retrieved),
        "sourceUrl": source.url or published.page(Ref("sources", source.id)),
    }


def _actor(published: Published, actor: Actor, page: str) -> _Values:
    others = (*actor.names.values(), *actor.aliases)
    return {
        "name": cut_long(actor.name, _NAME),
        "alias": [cut_long(one, _NAME) for one in others],
        "description": actor.description and plain_words(published, actor.description),
        "wikidataId": actor.wikidata,
        "sourceUrl": page,
    }


class _Tie(NamedTuple):
    """A tie of an actor: which it is among its posts, parts or relations, to whom, as what, and when."""

    name: str
    to: str
    role: str
    since: EdtfDate | None
    until: EdtfDate | None
    source: str | None


def _listed_ties(actor: Actor) -> Iterator[_Tie]:
    for number, role in enumerate(actor.roles):
        yield _Tie(f"role-{actor.id}-{number}", role.at, role.title, role.from_, role.until, role.source)
    for number, part in enumerate(actor.part_of):
        yield _Tie(f"part-{actor.id}-{number}", part.actor, "", part.from_, part.until, None)
    for number, one in enumerate(actor.relations):
        yield _Tie(f"relation-{actor.id}-{number}", one.to, one.kind, one.from_, one.until, one.source)


def _ties(published: Published, actor: Actor, page: str) -> Iterator[_Entity]:
    """List the posts of an actor, the bodies it is part of, and its other ties."""
    for tie in _listed_ties(actor):
        to = _party(published, tie.to)
        if to is None:
            continue
        # A membership is one in an organisation, which a person or a group of people is not.
        is_member = not tie.name.startswith("relation-") and to in _ORGANISATIONS
        ends = ("member", "organization") if is_member else ("subject", "object")
        values = {
            ends[0]: f"actor-{actor.id}",
            ends[1]: f"actor-{tie.to}",
            "role": cut_long(tie.role, _NAME),
            "startDate": _date(tie.since),
            "endDate": _date(tie.until),
            "proof": tie.source and _document(published, tie.source),
            "sourceUrl": page,
        }
        yield tie.name, "Membership" if is_member else "UnknownLink", values


def _event(published: Published, event: Event, page: str) -> _Values:
    start, end = lasting(event.when) if event.when and event.when.is_interval else (None, None)
    places = [
        published.title(Ref("places", one)) for one in event.places if _stands(published, "places", one)
    ]
    sources = (*(one.source for one in event.evidence), *(one.source for one in event.figures))
    return {
        "name": cut_long(event.name, _NAME),
        "date": _date(event.when),
        "startDate": start,
        "endDate": end,
        "location": places,
        "involved": [f"actor-{one.actor}" for one in event.participants if _party(published, one.actor)],
        "summary": event.summary and plain_words(published, event.summary),
        "proof": [_document(published, one) for one in sources],
        "sourceUrl": page,
    }


def _said(published: Published, statement: Statement, page: str) -> Iterator[_Entity]:
    """List in which sources which speakers of a statement are reported."""
    for which, speaker in enumerate(statement.speakers):
        for number, report in enumerate(statement.reports):
            source = _document(published, report.source)
            if source and _party(published, speaker):
                yield (
                    f"statement-{statement.id}-{which}-{number}",
                    "Documentation",
                    {
                        "document": source,
                        "entity": f"actor-{speaker}",
                        "role": "speaker",
                        "date": _date(statement.said),
                        "summary": published.title(Ref("statements", statement.id)),
                        "sourceUrl": page,
                    },
                )


def _party(published: Published, key: str) -> str | None:
    """Return the schema of an actor; None where nothing of it goes out."""
    return _PARTIES.get(published.dossier.actors[key].kind) if _stands(published, "actors", key) else None


def _document(published: Published, source: str) -> str | None:
    return f"source-{source}" if _stands(published, "sources", source) else None


def _stands(published: Published, section: Section, key: str) -> bool:
    return Ref(section, key) not in published.dossier.gone


def _date(date: EdtfDate | None) -> str | None:
    """Write a date as far as it is known; a moment in UTC, as the model has it."""
    if date and date.time and not date.is_qualified:
        return date.time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return shortened(date)


FTM = Export(
    "entities.ftm.json",
    mark("Actors, their ties, events and sources, for programs that compare such (FollowTheMoney)."),
    _write,
    "ftm",
)
