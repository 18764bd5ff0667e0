"""What changed in a dossier: a line of `changes.yaml`, which an author may correct by hand.

The format fixes what a line may say (`What`); `changes.phrases` has the sentences for it.
"""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from mkdocs_dossier.model.fields import AnyRecord, Date, Text, choice, one_or_more
from mkdocs_dossier.model.recordparts import Part
from mkdocs_dossier.text.messages import Choice
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.invalid import InvalidValue, quoted

_LAST_YEAR = 9999


class What(Choice):
    """What a line says of a record, or of the dossier as a whole."""

    # Without words for readers, who see them in a sentence.
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    NAME = "name"
    WORDING = "wording"
    DATE = "date"
    DETAILS = "details"
    WORDS = "words"
    SPEAKER = "speaker"
    POSITION_ADDED = "position-added"
    POSITION_REMOVED = "position-removed"
    POSITION_CHANGED = "position-changed"
    REPORT_ADDED = "report-added"
    REPORT_REMOVED = "report-removed"
    FOUND = "found"
    NOT_FOUND = "not-found"
    TAKEN_BACK = "taken-back"
    STANDS = "stands"
    REPLY_ADDED = "reply-added"
    REPLY_REMOVED = "reply-removed"
    CONTESTED = "contested"
    WAS_CONTESTED = "was-contested"
    ENDED = "contested-no-longer"
    CORROBORATED = "corroborated"
    LABEL = "label"
    CONTRADICTION_ADDED = "contradiction-added"
    CONTRADICTION_REMOVED = "contradiction-removed"
    TEXT_ADDED = "text-added"
    TEXT_CHANGED = "text-changed"
    TEXT_REMOVED = "text-removed"
    VERSION_ADDED = "version-added"
    FIGURE_ADDED = "figure-added"
    FIGURE_REMOVED = "figure-removed"
    FIGURE_CHANGED = "figure-changed"
    CONFLICT_ADDED = "conflict-added"
    CONFLICT_REMOVED = "conflict-removed"
    ROLE_ADDED = "role-added"
    ROLE_ENDED = "role-ended"
    ROLE_REMOVED = "role-removed"


def is_one_day(value: EdtfDate) -> bool:
    """Tell whether a date is one day, without a time, of the years 1 to 9999, which feeds can say."""
    return value.precision == "day" and value.is_day and 0 < (value.earliest or (0,))[0] <= _LAST_YEAR


def _one_day(value: EdtfDate) -> EdtfDate:
    """Refuse a date that is not one day."""
    if not is_one_day(value):
        raise InvalidValue(f"is not one day: {quoted(value.text)}", "write it as 2024-02-05")
    return value


class Difference(Part):
    """Something that is otherwise in one state of a dossier than in another.

    `was` and `now` are values as the format writes them: words, a date, a stance, a label, an amount.
    """

    record: AnyRecord | None = Field(
        None,
        description="Of which record, as `kind/id`; without it, of the dossier as a whole.",
        examples=["claim/iraq-informed-before"],
    )
    what: Annotated[What, *choice(What)] = Field(description="What changed.")
    about: Text | None = Field(
        None, description="Which of several: what a figure counts.", examples=["killed"]
    )
    was: Text | None = Field(None, description="What stood there before.", examples=["asserts"])
    now_: Text | None = Field(None, alias="now", description="What stands there now.", examples=["denies"])
    since: Date | None = Field(None, description="The day that it holds from, in what happened.")
    by: Annotated[tuple[AnyRecord, ...], BeforeValidator(one_or_more)] = Field(
        (),
        description="The records that it is about besides; of two statements, the earlier first.",
        examples=["statement/awadi-no-notification"],
    )
    because: AnyRecord | None = Field(
        None,
        description="The record whose change it follows from.",
        examples=["statement/awadi-no-notification"],
    )


class Change(Difference):
    """A difference, the day on which it came into the dossier, and the title of a record that is gone."""

    on: Annotated[Date, AfterValidator(_one_day)] = Field(description="The day on which it was published.")
    title: Text | None = Field(
        None,
        description="What the record is called, where it is not in the dossier any more.",
        examples=["Was the Iraqi government informed before the strikes?"],
    )
