"""The settings of a dossier, as a frozen model."""

from typing import Annotated

from pydantic import Field

from mkdocs_dossier.model.fields import ClaimId, Date, OwnProse, OwnText, Tag, Text
from mkdocs_dossier.model.recordparts import Part
from mkdocs_dossier.model.vocabulary import Reverse


class Settings(Part):
    """The settings of the dossier, in `dossier.yaml`."""

    title: OwnText = Field(
        description="The dossier's title.",
        examples=["US did not inform Iraq ahead of Friday strikes on pro-Iran militias: Spox"],
    )
    summary: OwnProse | None = Field(
        None,
        description="What the dossier is about, in neutral words.",
        examples=["Says that Iraq was not informed before the strikes."],
    )
    language: Tag = Field(
        "en", description="The language the dossier is written in.", examples=["en", "ar", "ckb", "zh-Hant"]
    )
    lead: Annotated[ClaimId, Reverse.LEAD_OF] | None = Field(
        None,
        description="The claim that the home page opens with; else the contested one with most statements.",
        examples=["iraq-informed-before"],
    )
    editors: tuple[Text, ...] = Field((), description="Who answers for the dossier.", examples=[["Jane Doe"]])
    updated: Date | None = Field(None, description="When the dossier was last brought up to date.")
    licence: Text | None = Field(
        None, description="The licence of the dossier's own words.", examples=["CC BY 4.0"]
    )
