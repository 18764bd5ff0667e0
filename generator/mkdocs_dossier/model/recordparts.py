"""The parts of records that have fields of their own: posts, ties, figures, passages."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mkdocs_dossier.model.fields import ActorId, AmountField, Date, Flag, Id, OwnText, SourceId, Texts
from mkdocs_dossier.model.vocabulary import Reverse


class Part(BaseModel):
    """What all parts of a dossier share: unknown fields are refused, values do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
    source: Annotated[SourceId, Reverse.FIGURES] = Field(
        description="Where it stands.", examples=["rudaw-2024-02-05"]
    )
    passage: Texts = Field(
        description="The source's own words, verbatim.",
        examples=["He said that no notification had been made.", ["a fragment", "a later one"]],
    )


Sourced = Role | Relation | Figure | Evidence
"""The parts of a record that a source may stand behind, with the words that say so."""
