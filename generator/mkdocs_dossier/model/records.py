"""The records of a dossier, as frozen models; `docs/guide/format.md` is their manual.

A reference declares its target (`fields.Target`) and its reverse (`vocabulary.Reverse`): backlinks come from
that declaration and from nowhere else.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from mkdocs_dossier.model.fields import (
    ActorId,
    AmountField,
    ClaimId,
    Date,
    EventId,
    EventOrActor,
    Flag,
    Id,
    Latitude,
    Longitude,
    Mark,
    PlaceId,
    Prose,
    Sha256,
    SourceId,
    StatementId,
    Tag,
    Text,
    Texts,
    Url,
    Wikidata,
    choice,
    memberships,
)
from mkdocs_dossier.model.vocabulary import ActorKind, PlaceKind, Reverse, Rights, SourceKind, Stance
from mkdocs_dossier.values.refs import Section

OwnText = Annotated[Text, Mark.OWN_WORDS]
OwnProse = Annotated[Prose, Mark.OWN_WORDS]


def _in_order(mapping: dict[str, str]) -> dict[str, str]:
    """Order a mapping by its keys: the order of an author's lines means nothing, so it changes nothing."""
    return dict(sorted(mapping.items()))


Names = Annotated[dict[Tag, Text], AfterValidator(_in_order)]


class Part(BaseModel):
    """What all parts of a dossier share: unknown fields are refused, values do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Settings(Part):
    """The settings of the dossier, in `dossier.yaml`."""

    title: OwnText = Field(description="The dossier's title.")
    summary: OwnProse | None = Field(None, description="What the dossier is about, in neutral words.")
    language: Tag = Field("en", description="The language the dossier is written in.")
    lead: Annotated[ClaimId, Reverse.LEAD_OF] | None = Field(
        None,
        description="The claim that the home page opens with; else the contested one with most statements.",
    )
    editors: tuple[Text, ...] = Field((), description="Who answers for the dossier.")
    updated: Date | None = Field(None, description="When the dossier was last brought up to date.")
    licence: Text | None = Field(None, description="The licence of the dossier's own words.")


class Record(Part):
    """What all records share: an id, unique within their section over the whole dossier."""

    id: str


class Source(Record):
    """Something published that the dossier draws on: an article, a transcript, a post."""

    title: Text = Field(description="The title as published.")
    kind: Annotated[SourceKind, *choice(SourceKind)] = Field(SourceKind.ARTICLE, description="What it is.")
    publisher: Annotated[ActorId, Reverse.PUBLISHED] | None = Field(None, description="Who published it.")
    authors: tuple[Annotated[ActorId, Reverse.AUTHORED], ...] = Field((), description="Who wrote it.")
    published: Date | None = Field(None, description="When it was first published.")
    updated: Date | None = Field(None, description="When its publisher last changed it.")
    retrieved: Date | None = Field(None, description="When the archived text was taken from it.")
    url: Url | None = Field(None, description="Where the original stands.")
    archived: tuple[Url, ...] = Field((), description="Copies kept by archives.")
    language: Tag | None = Field(None, description="Its language; default: the dossier's.")
    dateline: Annotated[PlaceId, Reverse.DATELINED] | None = Field(
        None, description="The place it was written from, as it says."
    )
    text: Text | None = Field(
        None,
        description="The archived text: a .txt file, relative to this YAML file, inside the dossier folder. "
        "Without it nothing quoted from this source can be verified.",
    )
    sha256: Sha256 | None = Field(None, description="The SHA-256 of the text file's bytes.")
    rights: Annotated[Rights, *choice(Rights)] = Field(
        Rights.QUOTE, description="Whether the site may show the whole text, or only quoted passages."
    )


class Membership(Part):
    """A body that an actor is a part of, for a time."""

    actor: Annotated[ActorId, Reverse.PARTS] = Field(description="The body.")
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")


def _dump_memberships(parts: tuple[Membership, ...]) -> object:
    if len(parts) == 1 and parts[0].from_ is None and parts[0].until is None:
        return parts[0].actor
    return [part.model_dump(mode="json", by_alias=True, exclude_none=True) for part in parts]


class Role(Part):
    """A post that a person holds at a body, for a time."""

    title: OwnText = Field(description="The post, in the dossier's language.")
    at: Annotated[ActorId, Reverse.STAFF] = Field(description="The body.")
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")
    speaks_for: Flag = Field(False, description="Whether what this person says, the body says.")
    source: Annotated[SourceId, Reverse.ROLES] | None = Field(None, description="What says so.")
    passage: Texts | None = Field(None, description="The words that say so, verbatim.")


class Relation(Part):
    """A tie between two actors that is neither a role nor being a part."""

    to: Annotated[ActorId, Reverse.RELATED] = Field(description="The other actor.")
    kind: OwnText = Field(
        description="What ties them, read from this actor to the other.", examples=["affiliated with"]
    )
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")
    source: Annotated[SourceId, Reverse.RELATIONS] | None = Field(None, description="What says so.")
    passage: Texts | None = Field(None, description="The words that say so, verbatim.")


class Actor(Record):
    """A person or body that speaks, acts or is acted upon."""

    name: Text = Field(description="The name in the dossier's language.")
    kind: Annotated[ActorKind, *choice(ActorKind)] = Field(
        description="What the actor is. An `anonymous` one is an actor of its own in every source."
    )
    names: Names = Field({}, description="The name in other languages, by language tag.")
    aliases: tuple[Text, ...] = Field((), description="Other names and spellings that search finds it by.")
    description: OwnProse | None = Field(None, description="Who or what this is, in neutral words.")
    part_of: Annotated[
        tuple[Membership, ...],
        BeforeValidator(memberships),
        PlainSerializer(_dump_memberships),
    ] = Field((), description="The body it is a part of, or a list of bodies with dates.")
    roles: tuple[Role, ...] = Field((), description="The posts the person holds or held.")
    relations: tuple[Relation, ...] = Field((), description="Other ties to actors.")
    wikidata: Wikidata | None = Field(None, description="The item at Wikidata.", examples=["Q796"])
    links: tuple[Url, ...] = Field((), description="Pages about it elsewhere.")


class Place(Record):
    """A place that something happened at, or that another place is within."""

    name: Text = Field(description="The name in the dossier's language.")
    kind: Annotated[PlaceKind, *choice(PlaceKind)] | None = Field(
        None, description="A `city` or `site` is drawn as a point, all others as an extent."
    )
    names: Names = Field({}, description="The name in other languages, by language tag.")
    aliases: tuple[Text, ...] = Field((), description="Other names and spellings that search finds it by.")
    within: Annotated[PlaceId, Reverse.CONTAINS] | None = Field(None, description="The place around it.")
    lat: Latitude | None = Field(None, description="Latitude in degrees, north positive; goes with `lon`.")
    lon: Longitude | None = Field(None, description="Longitude in degrees, east positive; goes with `lat`.")
    wikidata: Wikidata | None = Field(None, description="The item at Wikidata.", examples=["Q796"])


class Participant(Part):
    """Someone who took part in an event, and as what."""

    actor: Annotated[ActorId, Reverse.EVENTS] = Field(description="Who.")
    role: OwnText = Field(description="As what.", examples=["carried out by"])


class Evidence(Part):
    """A passage that reports an event."""

    source: Annotated[SourceId, Reverse.EVIDENCE_FOR] = Field(description="Where it stands.")
    passage: Texts = Field(description="The source's own words, verbatim.")


class Figure(Part):
    """A number that a source gives for an event."""

    measure: Id = Field(description="What is counted.", examples=["killed", "targets-struck"])
    of: Annotated[ActorId, Reverse.COUNTED_IN] | None = Field(None, description="Whom it is counted of.")
    value: AmountField = Field(description="The number, with how exact it is.")
    attributed_to: Annotated[ActorId, Reverse.FIGURES] | None = Field(
        None, description="Whose number it is, where the source says."
    )
    source: Annotated[SourceId, Reverse.FIGURES] = Field(description="Where it stands.")
    passage: Texts = Field(description="The source's own words, verbatim.")


class Event(Record):
    """Something that happened, as sources report it."""

    name: OwnText = Field(description="What happened, in neutral words.")
    kind: Id = Field(description="The sort of event.", examples=["airstrike", "press-briefing"])
    when: Date | None = Field(None, description="When it happened.")
    when_note: OwnText | None = Field(
        None, description="How the date is known when no source states it as written here."
    )
    places: tuple[Annotated[PlaceId, Reverse.EVENTS], ...] = Field((), description="Where it happened.")
    participants: tuple[Participant, ...] = Field((), description="Who took part, in which role.")
    part_of: Annotated[EventId, Reverse.PARTS] | None = Field(
        None, description="The larger event that it belongs to."
    )
    responds_to: tuple[Annotated[EventId, Reverse.ANSWERED_BY], ...] = Field(
        (), description="What it came in answer to."
    )
    summary: OwnProse | None = Field(None, description="What happened, in neutral words.")
    figures: tuple[Figure, ...] = Field((), description="The numbers that sources give.")
    evidence: tuple[Evidence, ...] = Field((), description="The passages that report it.")


class Claim(Record):
    """A proposition that can be asserted or denied, in neutral words, tied to one scope."""

    text: OwnText = Field(description="The proposition.")
    question: OwnText | None = Field(None, description="The same as a question: the page's heading.")
    about: tuple[Annotated[EventOrActor, Reverse.CLAIMS], ...] = Field(
        (), description="The events and actors it is about."
    )
    note: OwnProse | None = Field(None, description="What a reader must know to read it rightly.")


class Statement(Record):
    """What somebody said, in one source, and the positions it takes."""

    speaker: Annotated[ActorId, Reverse.STATEMENTS] = Field(description="Who said it.")
    said: Date | None = Field(None, description="When it was said, not when it was published.")
    said_note: OwnText | None = Field(None, description="How the date is known.")
    during: Annotated[EventId, Reverse.STATEMENTS] | None = Field(
        None, description="The event at which it was said."
    )
    to: tuple[Annotated[ActorId, Reverse.ADDRESSED_IN], ...] = Field((), description="To whom.")
    source: Annotated[SourceId, Reverse.STATEMENTS] = Field(description="Where it stands.")
    quote: Texts | None = Field(
        None, description="The speaker's own words, verbatim; a list is fragments in their order."
    )
    passage: Texts | None = Field(
        None, description="The source's own words that report it, verbatim. Needed where there is no `quote`."
    )
    summary: OwnText | None = Field(None, description="One neutral line in the dossier's words.")
    language: Tag | None = Field(None, description="The language of the quote; default: the source's.")
    translation: Text | None = Field(None, description="The quote in the dossier's language.")
    positions: Annotated[
        dict[Annotated[ClaimId, Reverse.STATEMENTS], Annotated[Stance, *choice(Stance)]],
        AfterValidator(_in_order),
    ] = Field({}, description="The claims it takes a position on, and which.")
    corrects: Annotated[StatementId, Reverse.CORRECTED_BY] | None = Field(
        None, description="The earlier statement of the speaker's side that this takes back."
    )


Sourced = Role | Relation | Figure | Evidence
"""The parts of a record that a source may stand behind, with the words that say so."""

MODELS: dict[Section, type[Record]] = {
    "sources": Source,
    "actors": Actor,
    "places": Place,
    "events": Event,
    "claims": Claim,
    "statements": Statement,
}
