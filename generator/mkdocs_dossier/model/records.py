"""The records of a dossier, as frozen models; `docs/guide/format.md` is their manual.

A reference declares its target (`fields.Target`) and its reverse (`vocabulary.Reverse`): backlinks come from
that declaration and from nowhere else.
"""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from mkdocs_dossier.model.fields import (
    ActorId,
    ClaimId,
    Date,
    EventId,
    EventOrActor,
    Id,
    Latitude,
    Longitude,
    OwnProse,
    OwnText,
    PlaceId,
    Sha256,
    SourceId,
    Speakers,
    StatementId,
    Tag,
    Text,
    Url,
    Wikidata,
    choice,
    memberships,
)
from mkdocs_dossier.model.recordparts import (
    Capture,
    Drafted,
    Evidence,
    Figure,
    Membership,
    Part,
    Participant,
    Relation,
    Reply,
    Report,
    Reported,
    Role,
    Version,
    Withdrawn,
    dump_memberships,
)
from mkdocs_dossier.model.vocabulary import ActorKind, PlaceKind, Reverse, Review, Rights, SourceKind, Stance
from mkdocs_dossier.values.refs import Path, Section


def _in_order(mapping: dict[str, str]) -> dict[str, str]:
    """Return a mapping in the order of its keys, so that the order of an author's lines changes no page."""
    return dict(sorted(mapping.items()))


Names = Annotated[dict[Tag, Text], AfterValidator(_in_order)]


class Record(Part):
    """What all records share: an id, unique within their section over the whole dossier."""

    id: str
    review: Annotated[Review, *choice(Review)] | None = Field(
        None,
        description="`draft`, where a program wrote the record and nobody has approved it: then it is in no "
        "built site. Remove the line to approve it.",
    )

    withdrawn: Withdrawn | None = Field(
        None,
        description="Since when it no longer stands, and why. Its page says that, and nothing else of it.",
        examples=[{"on": "2024-02-07", "why": "The source took the whole passage back."}],
    )

    @property
    def is_draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return self.review is not None


class Source(Record):
    """Something published that the dossier draws on: an article, a transcript, a post."""

    title: Text = Field(
        description="The title as published.",
        examples=["US did not inform Iraq ahead of Friday strikes on pro-Iran militias: Spox"],
    )
    kind: Annotated[SourceKind, *choice(SourceKind)] = Field(SourceKind.ARTICLE, description="What it is.")
    publisher: Annotated[ActorId, Reverse.PUBLISHED] | None = Field(
        None, description="Who published it.", examples=["rudaw"]
    )
    republishes: Annotated[SourceId, Reverse.REPUBLISHED_BY] | None = Field(
        None,
        description="The source that this is a reprint or a translation of.",
        examples=["reuters-2024-02-05"],
    )
    agency: Annotated[ActorId, Reverse.SUPPLIED] | None = Field(
        None, description="The news agency that it credits.", examples=["reuters"]
    )
    authors: tuple[Annotated[ActorId, Reverse.AUTHORED], ...] = Field(
        (), description="Who wrote it.", examples=[["jane-doe"]]
    )
    published: Date | None = Field(None, description="When it was first published.")
    updated: Date | None = Field(None, description="When its publisher last changed it.")
    retrieved: Date | None = Field(None, description="When the archived text was taken from it.")
    url: Url | None = Field(
        None, description="Where the original stands.", examples=["https://example.org/article"]
    )
    archived: tuple[Url, ...] = Field(
        (),
        description="Copies kept by archives.",
        examples=[["https://web.archive.org/web/20240205/https://example.org/article"]],
    )
    language: Tag | None = Field(
        None, description="Its language; default: the dossier's.", examples=["en", "ar", "ckb", "zh-Hant"]
    )
    dateline: Annotated[PlaceId, Reverse.DATELINED] | None = Field(
        None, description="The place it was written from, as it says.", examples=["erbil"]
    )
    text: Text | None = Field(
        None,
        description="The archived text: a .txt file, relative to this YAML file, inside the dossier folder. "
        "Without it nothing quoted from this source can be verified.",
        examples=["rudaw-2024-02-05.txt"],
    )
    sha256: Sha256 | None = Field(
        None,
        description="The SHA-256 of the text file's bytes.",
        examples=["c59a1d6d250089ec95c0365340ce1154227b178ec74df02217d7b315086d07b8"],
    )
    texts: tuple[Version, ...] = Field(
        (),
        description="Versions of the text, the oldest first; the last is current. In place of `text`.",
        examples=[[{"text": "rudaw-2010.txt"}, {"text": "rudaw-2244.txt", "note": "A quotation is gone."}]],
    )
    locators: Text | None = Field(
        None,
        description="A .csv file that says on which page, or at what time, each part of the text stands.",
        examples=["report-2024-02-05.locators.csv"],
    )
    capture: Capture | None = Field(
        None,
        description="The copy that the text was taken from, kept as it came.",
        examples=[{"file": "rudaw-2024-02-05.html", "sha256": "c59a1d6d" * 8}],
    )
    rights: Annotated[Rights, *choice(Rights)] = Field(
        Rights.QUOTE, description="Whether the site may show the whole text, or only quoted passages."
    )
    drafted: Drafted | None = Field(
        None,
        description="What drafted the records that are taken from it, and when.",
        examples=[{"by": "dossier 0.1", "on": "2024-02-06"}],
    )

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions of its text, the oldest first: of a single `text`, this one."""
        if self.texts or self.text is None:
            return self.texts
        # What it is made of has been validated already.
        shared = ("text", "sha256", "retrieved", "locators", "capture")
        return (Version.model_construct(**{name: getattr(self, name) for name in shared}),)

    def way_to(self, version: int) -> Path:
        """Return the way from the record to one of its versions, by its number from 0."""
        return ("texts", version) if self.texts else ()


class Actor(Record):
    """A person or body that speaks, acts or is acted upon."""

    name: Text = Field(description="The name in the dossier's language.", examples=["Basim al-Awadi"])
    kind: Annotated[ActorKind, *choice(ActorKind)] = Field(
        description="What the actor is. An `anonymous` one is an actor of its own in every source."
    )
    names: Names = Field(
        {}, description="The name in other languages, by language tag.", examples=[{"ar": "باسم العوادي"}]
    )
    aliases: tuple[Text, ...] = Field(
        (),
        description="Other names and spellings that search finds it by.",
        examples=[["Awadi", "Bassem al-Awadi"]],
    )
    description: OwnProse | None = Field(
        None,
        description="Who or what this is, in neutral words.",
        examples=["Spokesperson of the Iraqi government."],
    )
    part_of: Annotated[
        tuple[Membership, ...],
        BeforeValidator(memberships),
        PlainSerializer(dump_memberships),
    ] = Field(
        (),
        description="The body it is a part of, or a list of bodies with dates.",
        examples=["us-government", [{"actor": "iraqi-government", "from": "2016-11"}]],
    )
    roles: tuple[Role, ...] = Field(
        (),
        description="The posts the person holds or held.",
        examples=[[{"title": "Spokesperson", "at": "iraqi-government", "speaks_for": True}]],
    )
    relations: tuple[Relation, ...] = Field(
        (), description="Other ties to actors.", examples=[[{"to": "iran", "kind": "affiliated with"}]]
    )
    wikidata: Wikidata | None = Field(None, description="The item at Wikidata.", examples=["Q796"])
    links: tuple[Url, ...] = Field(
        (), description="Pages about it elsewhere.", examples=[["https://example.org/about"]]
    )


class Place(Record):
    """A place that something happened at, or that another place is within."""

    name: Text = Field(description="The name in the dossier's language.", examples=["Basim al-Awadi"])
    kind: Annotated[PlaceKind, *choice(PlaceKind)] | None = Field(
        None, description="A `city` or `site` is drawn as a point, all others as an extent."
    )
    names: Names = Field(
        {}, description="The name in other languages, by language tag.", examples=[{"ar": "باسم العوادي"}]
    )
    aliases: tuple[Text, ...] = Field(
        (),
        description="Other names and spellings that search finds it by.",
        examples=[["Awadi", "Bassem al-Awadi"]],
    )
    within: Annotated[PlaceId, Reverse.CONTAINS] | None = Field(
        None, description="The place around it.", examples=["iraq"]
    )
    lat: Latitude | None = Field(
        None, description="Latitude in degrees, north positive; goes with `lon`.", examples=[33.3152]
    )
    lon: Longitude | None = Field(
        None, description="Longitude in degrees, east positive; goes with `lat`.", examples=[44.3661]
    )
    wikidata: Wikidata | None = Field(None, description="The item at Wikidata.", examples=["Q796"])


class Event(Record):
    """Something that happened, as sources report it."""

    name: OwnText = Field(description="What happened, in neutral words.", examples=["Basim al-Awadi"])
    kind: Id = Field(description="The sort of event.", examples=["airstrike", "press-briefing"])
    when: Date | None = Field(None, description="When it happened.")
    when_note: OwnText | None = Field(
        None,
        description="How the date is known when no source states it as written here.",
        examples=["“Friday night”, in an article of Monday, 5 February 2024."],
    )
    places: tuple[Annotated[PlaceId, Reverse.EVENTS], ...] = Field(
        (), description="Where it happened.", examples=[["anbar", "baghdad"]]
    )
    participants: tuple[Participant, ...] = Field(
        (),
        description="Who took part, in which role.",
        examples=[[{"actor": "us-government", "role": "carried out by"}]],
    )
    part_of: Annotated[EventId, Reverse.PARTS] | None = Field(
        None, description="The larger event that it belongs to.", examples=["attacks-on-american-troops"]
    )
    responds_to: tuple[Annotated[EventId, Reverse.ANSWERED_BY], ...] = Field(
        (), description="What it came in answer to.", examples=[["jordan-drone-attack"]]
    )
    summary: OwnProse | None = Field(
        None,
        description="What happened, in neutral words.",
        examples=["Says that Iraq was not informed before the strikes."],
    )
    figures: tuple[Figure, ...] = Field(
        (),
        description="The numbers that sources give.",
        examples=[
            [
                {
                    "measure": "killed",
                    "value": ">=16",
                    "source": "rudaw-2024-02-05",
                    "passage": "at least 16 people",
                }
            ]
        ],
    )
    evidence: tuple[Evidence, ...] = Field(
        (),
        description="The passages that report it.",
        examples=[[{"source": "rudaw-2024-02-05", "passage": "Washington launched airstrikes"}]],
    )


class Claim(Record):
    """A proposition that can be asserted or denied, in neutral words, tied to one scope."""

    text: OwnText = Field(
        description="The proposition.",
        examples=["The United States informed the Iraqi government before the strikes."],
    )
    question: OwnText | None = Field(
        None,
        description="The same as a question: the page's heading.",
        examples=["Was the Iraqi government informed before the strikes?"],
    )
    about: tuple[Annotated[EventOrActor, Reverse.CLAIMS], ...] = Field(
        (),
        description="The events and actors it is about.",
        examples=[["event/strikes-in-anbar", "actor/iraqi-government"]],
    )
    implies: tuple[Annotated[ClaimId, Reverse.IMPLIED_BY], ...] = Field(
        (),
        description="The claims that are true if this one is.",
        examples=[["iraq-knew-before"]],
    )
    excludes: tuple[Annotated[ClaimId, Reverse.EXCLUDED_BY], ...] = Field(
        (),
        description="The claims that are not true if this one is; read both ways.",
        examples=[["iraq-informed-after"]],
    )
    note: OwnProse | None = Field(
        None,
        description="What a reader must know to read it rightly.",
        examples=["Says nothing of when Iraq was informed after the strikes."],
    )
    replies: tuple[Reply, ...] = Field(
        (),
        description="What those concerned answered.",
        examples=[[{"actor": "us-state-department", "on": "2024-02-07", "text": "We informed them."}]],
    )


class Statement(Record, Reported):
    """What somebody said on one occasion, the sources that report it, and the positions it takes."""

    # Its own `source`, `quote` and so on are the first report. There may be several speakers, too.
    speakers: Speakers = Field(
        alias="speaker",
        description="Who said it; a list for a joint statement of several. In a draft also `not-found`.",
        examples=["basim-al-awadi", ["foreign-ministry", "interior-ministry"], "not-found"],
    )
    said: Date | None = Field(None, description="When it was said, not when it was published.")
    said_note: OwnText | None = Field(
        None,
        description="How the date is known.",
        examples=["“On Saturday”, in an article of Monday, 5 February 2024."],
    )
    medium: Id | None = Field(
        None, description="How it was said.", examples=["press-briefing", "interview", "post", "letter"]
    )
    during: Annotated[EventId, Reverse.STATEMENTS] | None = Field(
        None, description="The event at which it was said.", examples=["press-briefing-of-5-february"]
    )
    to: tuple[Annotated[ActorId, Reverse.ADDRESSED_IN], ...] = Field(
        (), description="To whom.", examples=[["us-government"]]
    )
    also_in: tuple[Report, ...] = Field(
        (),
        description="Further reports of the same utterance, in other sources.",
        examples=[[{"source": "reuters-2024-02-05", "quote": "There was not a pre-notification."}]],
    )
    summary: OwnText | None = Field(
        None,
        description="One neutral line in the dossier's words.",
        examples=["Says that Iraq was not informed before the strikes."],
    )
    positions: Annotated[
        dict[Annotated[ClaimId, Reverse.STATEMENTS], Annotated[Stance, *choice(Stance)]],
        AfterValidator(_in_order),
    ] = Field(
        {},
        description="The claims it takes a position on, and which.",
        examples=[{"iraq-informed-before": "denies"}],
    )
    corrects: Annotated[StatementId, Reverse.CORRECTED_BY] | None = Field(
        None,
        description="The earlier statement of the speaker's side that this takes back.",
        examples=["kirby-friday"],
    )
    replies: tuple[Reply, ...] = Field(
        (),
        description="What those concerned answered.",
        examples=[[{"actor": "us-state-department", "on": "2024-02-07", "text": "We informed them."}]],
    )

    @property
    def reports(self) -> tuple[Reported, ...]:
        """All reports of the utterance, the first one first."""
        return (self, *self.also_in)


MODELS: dict[Section, type[Record]] = {
    "sources": Source,
    "actors": Actor,
    "places": Place,
    "events": Event,
    "claims": Claim,
    "statements": Statement,
}
