"""The parts of records that have fields of their own: posts, ties, figures, passages, reports."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from mkdocs_dossier.model.fields import (
    ActorId,
    AmountField,
    Date,
    Flag,
    Id,
    OwnProse,
    OwnText,
    Sha256,
    SourceId,
    Tag,
    Text,
    Texts,
    TimecodeField,
    TranslatorOrActor,
    Verbatim,
)
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.values.invalid import InvalidValue


class Part(BaseModel):
    """What all parts of a dossier share: unknown fields are refused, values do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Drafted(Part):
    """What drafted the records of a source, and when; a person approves each of them."""

    by: Text = Field(description="The program, and the model where it asked one.", examples=["dossier 0.1"])
    on: Date = Field(description="When.")


class Withdrawn(Part):
    """Why a record no longer stands: its address stays, and says so, and nothing else of it is shown."""

    on: Date = Field(description="Since when.")
    why: OwnProse = Field(
        description="Why, for those who come back to it.",
        examples=["The source took the whole passage back."],
    )
    by: Text | None = Field(None, description="Who decided it.", examples=["Jane Doe"])


class Capture(Part):
    """The copy that a source's text was taken from, kept as it came: a page, a document, a web archive."""

    file: Text = Field(
        description="The file, relative to this YAML file, inside the dossier folder.",
        examples=["rudaw-2024-02-05.html", "rudaw-2024-02-05.wacz"],
    )
    sha256: Sha256 = Field(
        description="The SHA-256 of its bytes.",
        examples=["c59a1d6d250089ec95c0365340ce1154227b178ec74df02217d7b315086d07b8"],
    )
    by: Text | None = Field(None, description="Who made it.", examples=["Jane Doe"])
    tool: Text | None = Field(None, description="With what.", examples=["ArchiveWeb.page 0.12"])
    at: Date | None = Field(None, description="When.", examples=["2024-02-05T20:10:00Z"])
    timestamp: Text | None = Field(
        None,
        description="A token of a time stamping authority (RFC 3161) for it: a file like `file`.",
        examples=["rudaw-2024-02-05.html.tsr"],
    )


class Version(Part):
    """The text of a source as it was at one time: publishers change what they have published."""

    text: Text = Field(
        description="The archived text: a .txt file, as `text` of a source.",
        examples=["rudaw-2024-02-05-2010.txt"],
    )
    sha256: Sha256 | None = Field(
        None,
        description="The SHA-256 of the text file's bytes.",
        examples=["c59a1d6d250089ec95c0365340ce1154227b178ec74df02217d7b315086d07b8"],
    )
    retrieved: Date | None = Field(
        None, description="When it was taken from there.", examples=["2024-02-05T20:10:00Z"]
    )
    capture: Capture | None = Field(
        None,
        description="The copy that the text was taken from.",
        examples=[
            {
                "file": "rudaw-2024-02-05.html",
                "sha256": "c59a1d6d250089ec95c0365340ce1154227b178ec74df02217d7b315086d07b8",
            }
        ],
    )
    locators: Text | None = Field(
        None,
        description="A .csv file that says on which page, or at what time, each part of the text stands.",
        examples=["report-2024-02-05.locators.csv"],
    )
    note: OwnText | None = Field(
        None, description="What changed, in neutral words.", examples=["The headline is another."]
    )


class Reply(Part):
    """What the one concerned answered, to a claim or to a statement."""

    actor: Annotated[ActorId, Reverse.REPLIES] = Field(
        description="Who answered.", examples=["us-state-department"]
    )
    on: Date | None = Field(None, description="When.")
    text: Verbatim | None = Field(
        None,
        description="The words of the answer. With a `source` they are looked up in its text.",
        examples=["We informed them beforehand."],
    )
    source: Annotated[SourceId, Reverse.REPLIED_IN] | None = Field(
        None,
        description="Where it stands; without one it was sent to the dossier.",
        examples=["rudaw-2024-02-05"],
    )


class Membership(Part):
    """A body that an actor is a part of, for a time."""

    actor: Annotated[ActorId, Reverse.PARTS] = Field(description="The body.", examples=["iraqi-government"])
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")


def dump_memberships(parts: tuple[Membership, ...]) -> object:
    """Return memberships as an author would write them: a single one without dates as the id of its body."""
    if len(parts) == 1 and parts[0].from_ is None and parts[0].until is None:
        return parts[0].actor
    return [part.model_dump(mode="json", by_alias=True, exclude_none=True) for part in parts]


class Role(Part):
    """A post that a person holds at a body, for a time."""

    title: OwnText = Field(description="The post, in the dossier's language.", examples=["Spokesperson"])
    at: Annotated[ActorId, Reverse.STAFF] = Field(description="The body.", examples=["us-state-department"])
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")
    speaks_for: Flag = Field(False, description="Whether what this person says, the body says.")
    source: Annotated[SourceId, Reverse.ROLES] | None = Field(
        None, description="What says so.", examples=["rudaw-2024-02-05"]
    )
    passage: Texts | None = Field(
        None,
        description="The words that say so, verbatim.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )


class Relation(Part):
    """A tie between two actors that is neither a role nor being a part."""

    to: Annotated[ActorId, Reverse.RELATED] = Field(description="The other actor.", examples=["iran"])
    kind: OwnText = Field(
        description="What ties them, read from this actor to the other.", examples=["affiliated with"]
    )
    from_: Date | None = Field(None, alias="from", description="Since when.")
    until: Date | None = Field(None, description="Until when.")
    source: Annotated[SourceId, Reverse.RELATIONS] | None = Field(
        None, description="What says so.", examples=["rudaw-2024-02-05"]
    )
    passage: Texts | None = Field(
        None,
        description="The words that say so, verbatim.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )


class Participant(Part):
    """Someone who took part in an event, and as what."""

    actor: Annotated[ActorId, Reverse.EVENTS] = Field(description="Who.", examples=["iraqi-government"])
    role: OwnText = Field(description="As what.", examples=["carried out by"])


class Evidence(Part):
    """A passage that reports an event."""

    source: Annotated[SourceId, Reverse.EVIDENCE_FOR] = Field(
        description="Where it stands.", examples=["rudaw-2024-02-05"]
    )
    passage: Texts = Field(
        description="The source's own words, verbatim.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )


class Figure(Part):
    """A number that a source gives for an event."""

    measure: Id = Field(description="What is counted.", examples=["killed", "targets-struck"])
    of: Annotated[ActorId, Reverse.COUNTED_IN] | None = Field(
        None, description="Whom it is counted of.", examples=["popular-mobilization-forces"]
    )
    value: AmountField = Field(description="The number, with how exact it is.")
    attributed_to: Annotated[ActorId, Reverse.FIGURES] | None = Field(
        None,
        description="Whose number it is, where the source says.",
        examples=["popular-mobilization-forces"],
    )
    unit: OwnText | None = Field(
        None, description="What it is counted in, where that is no number of them.", examples=["percent"]
    )
    as_of: Date | None = Field(None, description="The day that it holds for.")
    source: Annotated[SourceId, Reverse.FIGURES] = Field(
        description="Where it stands.", examples=["rudaw-2024-02-05"]
    )
    passage: Texts = Field(
        description="The source's own words, verbatim.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )

    @property
    def counted(self) -> tuple[str, str | None, str | None]:
        """What it counts, of whom, in which unit: figures that have this in common are compared."""
        return self.measure, self.of, self.unit


class Locator(Part):
    """Where in a long source the words stand: a page, a time, or a section."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    page: Text | None = Field(None, description="The page of a document.", examples=["3"])
    time: TimecodeField | None = Field(None, description="The time in a recording, as `[H:]MM:SS`.")
    section: Text | None = Field(None, description="The section, as the source calls it.", examples=["II.4"])

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise InvalidValue("must say one thing: a page, a time or a section", "Keep one of them.")
        return self


class Reported(Part):
    """What one source has of an utterance: the words, in which language, and from whom it has them."""

    source: Annotated[SourceId, Reverse.STATEMENTS] = Field(
        description="Where it stands.", examples=["rudaw-2024-02-05"]
    )
    quote: Texts | None = Field(
        None,
        description="The speaker's own words, verbatim; a list is fragments in their order.",
        examples=["There was not a pre-notification.", ["a fragment", "a later one"]],
    )
    passage: Texts | None = Field(
        None,
        description="The source's own words that report it, verbatim. Needed where there is no `quote`.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )
    language: Tag | None = Field(
        None,
        description="The language of the quote; default: the source's.",
        examples=["en", "ar", "ckb", "zh-Hant"],
    )
    translation: Text | None = Field(
        None,
        description="The words in the dossier's language: the quote, or the passage where there is no quote.",
        examples=["There was no coordination."],
    )
    translated_by: Annotated[TranslatorOrActor, Reverse.TRANSLATED] | None = Field(
        None,
        description="Who translated it: an actor, `source` where the source printed it translated, "
        "or `dossier`.",
        examples=["source"],
    )
    via: Annotated[ActorId, Reverse.RELAYED] | None = Field(
        None,
        description="From whom the source has it, where not from the speaker: an agency, a rights group.",
        examples=["reuters"],
    )
    locator: Locator | None = Field(
        None,
        description="Where in a long source it stands: `page`, `time` or `section`.",
        examples=[{"page": "3"}, {"time": "01:12:31"}],
    )


class Report(Reported):
    """A further report of the same utterance, in another source."""


Sourced = Role | Relation | Figure | Evidence
"""The parts of a record that a source may stand behind, with the words that say so."""
