"""What a record's page says for programs, as linked data in the words of schema.org.

It says no more than the record does: a date only where it is exact, a speaker only where somebody is named,
and no verdict on a claim (there is no `ClaimReview`). Of a source there is never the text. The address of a
record is that of its page, relative to the page that it stands on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mkdocs_dossier.document.jsonld import json_ld
from mkdocs_dossier.document.nodes import Block, LinkedData
from mkdocs_dossier.exports.isodates import exact, lasting, shortened
from mkdocs_dossier.model.recordparts import Membership, Role
from mkdocs_dossier.model.records import Actor, Claim, Event, Source, Statement
from mkdocs_dossier.model.vocabulary import ActorKind, SourceKind, Stance
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.values.refs import Ref, Section

_Value = dict[str, Any]

_LARGEST = 1_500
"""How many bytes the value of a page has at most; what says least comes last, and is left out first."""
_WORDS, _NAME, _LISTED = 300, 100, 4
"""How many characters of a quotation and of a name are written, and how many records of a list."""

_WIKIDATA = "http://www.wikidata.org/entity/"
"""What stands before the number of an item in what Wikidata itself names it by."""
_SAID = (Stance.ASSERTS, Stance.DENIES, Stance.QUALIFIES)
"""The stances of who says something of a claim, so that it appears in a source."""

_AGENTS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.STATE: "Organization",
    ActorKind.MEDIA: "NewsMediaOrganization",
}
"""The types of actors; a group of people is none of them, nor is somebody whom no source names."""

_WORKS = {
    SourceKind.ARTICLE: "NewsArticle",
    SourceKind.TRANSCRIPT: "CreativeWork",
    SourceKind.REPORT: "Report",
    SourceKind.POST: "SocialMediaPosting",
    SourceKind.VIDEO: "VideoObject",
    SourceKind.DOCUMENT: "DigitalDocument",
}


def linked_data(here: Here, ref: Ref) -> Block:
    """Write what a record's page says for programs; nothing for an actor that is no person and no body."""
    record = here.dossier.section(ref.section)[ref.id]
    value = _VALUES[ref.section](here, record) if ref not in here.dossier.gone else None
    if not value:
        return ()
    typed = {"@context": "https://schema.org", "@type": value.pop("@type"), "@id": here.address(*ref)}
    return (_fitting(typed | value),)


def _fitting(value: _Value) -> LinkedData:
    """Return a value without what is empty, and without its last parts if it would be too long."""
    kept = {name: one for name, one in value.items() if one}
    while len(json_ld(LinkedData(kept)).encode()) > _LARGEST:
        kept.popitem()
    return LinkedData(kept)


def _claim(here: Here, claim: Claim) -> _Value:
    positions = here.view.findings.positions[claim.id]
    own = (key for key, one in positions.items() if one.stance in _SAID and not one.through)
    named = {report.source for key in own for report in here.dossier.statements[key].reports}
    sources = sorted(
        (here.dossier.sources[key] for key in named if _is_there(here, "sources", key)),
        key=lambda one: date_order(one.published, one.id),
    )
    first = sources[0] if sources and _is_first(sources[0], sources[1:]) else None
    return {
        "@type": "Claim",
        "name": claim.question and _cut(claim.question),
        "text": cut_long(claim.text, _WORDS),
        "inLanguage": here.dossier.settings.language,
        "firstAppearance": first and _source_named(here, first.id),
        "appearance": [_source_named(here, one.id) for one in sources[:_LISTED]],
        "about": _all(_about(here, one) for one in claim.about),
    }


def _is_first(source: Source, others: Iterable[Source]) -> bool:
    """Tell whether a source was published before all others for sure."""
    published = source.published
    return all(published and one.published and one.published.is_after(published) for one in others)


def _about(here: Here, ref: Ref) -> _Value | None:
    if ref.section == "actors":
        return _agent(here, ref.id)
    return _named(here, "Event", ref) if _is_there(here, *ref) else None


def _statement(here: Here, statement: Statement) -> _Value:
    dossier, quote = here.dossier, statement.quote
    speakers = _all(_agent(here, one) for one in statement.speakers)
    named = dict.fromkeys(one.source for one in statement.reports)
    sources = [one for one in named if _is_there(here, "sources", one)]
    claims = (Ref("claims", key) for key, one in statement.positions.items() if one.is_position)
    return {
        # What a source reports without quoting it is no quotation.
        "@type": "Quotation" if quote else "CreativeWork",
        "text": quote and cut_long(" … ".join(quote), _WORDS),
        "name": statement.summary and _cut(statement.summary),
        "inLanguage": quote and dossier.language_of(statement),
        "creator": speakers,
        "spokenByCharacter": quote and [{"@id": one["@id"]} for one in speakers],
        "dateCreated": exact(statement.said),
        "isPartOf": [_source_in_short(here, dossier.sources[one]) for one in sources[:1]],
        "citation": [_source_named(here, one) for one in sources[:_LISTED]],
        "about": _all(_identified(here, "Claim", one) for one in claims if _is_there(here, *one)),
    }


def _source(here: Here, source: Source) -> _Value:
    again, written_from = source.republishes, source.dateline
    return {
        **_source_in_short(here, source),
        "inLanguage": here.dossier.source_language(source.id),
        "author": _all(_agent(here, one) for one in source.authors),
        "dateModified": exact(source.updated),
        "isBasedOn": again and _is_there(here, "sources", again) and _source_named(here, again),
        "locationCreated": written_from and _place(here, written_from),
        "archivedAt": list(source.archived[:_LISTED]),
    }


def _source_in_short(here: Here, source: Source) -> _Value:
    """Say what a source is, as far as others need it who name it."""
    found = {
        "@type": _WORKS[source.kind],
        "@id": here.address("sources", source.id),
        "headline": _cut(source.title),
        "datePublished": exact(source.published),
        "publisher": source.publisher and _agent(here, source.publisher),
        "url": source.url,
    }
    return {name: one for name, one in found.items() if one}


def _event(here: Here, event: Event) -> _Value:
    start, end = lasting(event.when)
    sources = dict.fromkeys(one.source for one in event.evidence)
    around = event.part_of and Ref("events", event.part_of)
    return {
        "@type": "Event",
        "name": _cut(event.name),
        "startDate": start,
        "endDate": end,
        "description": event.summary and here.plain(event.summary),
        "location": _all(_place(here, one) for one in event.places),
        "superEvent": around and _is_there(here, *around) and _named(here, "Event", around),
        "subjectOf": _all(_source_named(here, one) for one in sources if _is_there(here, "sources", one)),
    }


def _actor(here: Here, actor: Actor) -> _Value | None:
    if actor.kind not in _AGENTS:
        return None
    others = [{"@language": tag, "@value": _cut(name)} for tag, name in actor.names.items()]
    ties: tuple[Role | Membership, ...] = (*actor.roles, *actor.part_of)
    return {
        "@type": _AGENTS[actor.kind],
        "name": _cut(actor.name),
        "alternateName": [*others[:_LISTED], *map(_cut, actor.aliases[:_LISTED])],
        "description": actor.description and here.plain(actor.description),
        "sameAs": [*([_WIKIDATA + actor.wikidata] if actor.wikidata else []), *actor.links[:_LISTED]],
        "memberOf": _all(_membership(here, one) for one in ties),
    }


def _membership(here: Here, tie: Role | Membership) -> _Value | None:
    """Say of which body somebody is a part, or holds a post at, and since when and until when.

    Nothing is said of a tie whose dates the format cannot say: without them it would seem to hold today.
    """
    body = _agent(here, tie.at if isinstance(tie, Role) else tie.actor)
    start, end = shortened(tie.from_), shortened(tie.until)
    if body is None or (tie.from_ and not start) or (tie.until and not end):
        return None
    title = _cut(tie.title) if isinstance(tie, Role) else None
    said = {"roleName": title, "startDate": start, "endDate": end}
    known = {name: one for name, one in said.items() if one}
    return {"@type": "OrganizationRole", **known, "memberOf": body} if known else body


def _agent(here: Here, key: str) -> _Value | None:
    """Name a person or a body; nobody else."""
    if not _is_there(here, "actors", key):
        return None
    kind = _AGENTS.get(here.dossier.actors[key].kind)
    return _named(here, kind, Ref("actors", key)) if kind else None


def _place(here: Here, key: str) -> _Value | None:
    """Name a place; with where it is, if its coordinates are those of a point."""
    if not _is_there(here, "places", key):
        return None
    place, found = here.dossier.places[key], _named(here, "Place", Ref("places", key))
    if place.kind is not None and place.kind.is_point and place.lat is not None and place.lon is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return found


def _source_named(here: Here, key: str) -> _Value:
    return _identified(here, _WORKS[here.dossier.sources[key].kind], Ref("sources", key))


def _named(here: Here, kind: str, ref: Ref) -> _Value:
    return {**_identified(here, kind, ref), "name": _cut(here.view.title(*ref))}


def _identified(here: Here, kind: str, ref: Ref) -> _Value:
    return {"@type": kind, "@id": here.address(*ref)}


def _is_there(here: Here, section: Section, key: str) -> bool:
    """Tell whether a record still stands: of one that was withdrawn, nothing is said."""
    return Ref(section, key) not in here.dossier.gone


def _all(found: Iterable[_Value | None]) -> list[_Value]:
    """List the first of some values, without those of which there is nothing to say."""
    kept: Iterator[_Value] = (one for one in found if one)
    return [one for one, _ in zip(kept, range(_LISTED), strict=False)]


def _cut(value: str) -> str:
    return cut_long(value, _NAME)


_VALUES: Mapping[Section, Callable[[Here, Any], _Value | None]] = {
    "sources": _source,
    "actors": _actor,
    "events": _event,
    "claims": _claim,
    "statements": _statement,
}
