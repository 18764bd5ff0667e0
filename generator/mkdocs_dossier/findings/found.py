"""The values that follow from the records of a dossier.

None of them is ever written in a dossier, and none judges who is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.messages import Choice, mark
from mkdocs_dossier.values.refs import Path, Ref


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that an author took from a source, and where they stand in its text.

    `match` is None if they are not there, or if the source has no text to look them up in.
    """

    words: str
    match: Match | None

    @property
    def tier(self) -> Tier:
        """The tier by which they stand there; unverified where they were not found."""
        return self.match.tier if self.match else Tier.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation that was looked up: the fragments of its quote and of its passage, in their order.

    `path` leads from the record, the `owner`, to the part that has the words; it is empty for a statement.
    `source` is the id of the source.
    """

    owner: Ref
    path: Path
    source: str
    quote: tuple[Fragment, ...]
    passage: tuple[Fragment, ...]

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """All fragments, those of the quote first."""
        return (*self.quote, *self.passage)

    @property
    def shown(self) -> tuple[Fragment, ...]:
        """The fragments that pages show: the speaker's own words, else those that report them."""
        return self.quote or self.passage

    @property
    def matches(self) -> tuple[Match, ...]:
        """The matches of its fragments that were found, those of the quote first."""
        return tuple(one.match for one in self.fragments if one.match)


def weakest(fragments: Sequence[Fragment]) -> Tier:
    """Return the weakest tier among fragments; the weakest of all where there are no fragments."""
    tiers = {one.tier for one in fragments}
    return next((tier for tier in reversed(Tier) if tier in tiers), Tier.UNVERIFIED)


Quotations = Mapping[tuple[Ref, Path], Checked]
"""All quotations of a dossier, by the record and the way to the part of it that has the words."""


class Kind(StrEnum):
    """Between whom two statements oppose one another: one speaker, one side, or two sides."""

    REVERSAL = "reversal"
    WITHIN = "within"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements on one claim that do not go together, the earlier first, all by their ids.

    It is a contradiction if one asserts and one denies, a tension if one qualifies. `within` is the lowest
    actor that both speak for, if `kind` is `within`. `withdrawn` is the statement that the other takes back,
    if it does.
    """

    claim: str
    kind: Kind
    within: str | None
    withdrawn: str | None
    first: str
    second: str

    @property
    def corrected(self) -> bool:
        """Whether one of the two takes the other back."""
        return self.withdrawn is not None


class LabelName(Choice):
    """Where a claim stands by its statements; `docs/guide/method.md` defines the labels."""

    CONTESTED = "contested", mark("contested")
    CORROBORATED = "corroborated", mark("corroborated")
    SINGLE_VOICE = "single voice", mark("single voice")
    OPEN = "open", mark("open")


@dataclass(frozen=True, slots=True)
class Label:
    """Where a claim stands, and the ids of the statements that make it so, in their order."""

    name: LabelName
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of one event, by their indices in it, whose amounts cannot both be true."""

    event: str
    measure: str
    of: str | None
    first: int
    second: int


@dataclass(frozen=True)
class Findings:
    """All that is derived from a dossier, by the id of the statement, claim or event that it belongs to.

    `quotations` says what was found of each quotation. `voices` lists the actors that a statement speaks for,
    the speaker first. `lead` is the claim that the home page opens with, None where there are no claims.
    """

    quotations: Quotations
    voices: Mapping[str, tuple[str, ...]]
    contradictions: Mapping[str, tuple[Opposition, ...]]
    tensions: Mapping[str, tuple[Opposition, ...]]
    labels: Mapping[str, Label]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    lead: str | None

    def words_of(self, statement: str) -> Checked:
        """Return what was found of the words of a statement, given by its id."""
        return self.quotations[Ref("statements", statement), ()]
