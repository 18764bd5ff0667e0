"""What is found: the values that follow from the records of a dossier.

Nothing of this is ever written in a dossier, and nothing here judges who is right.
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

    `match` is None where they are not there, or where the source has no text to look them up in.
    """

    words: str
    match: Match | None

    @property
    def tier(self) -> Tier:
        """By which tier they stand there."""
        return self.match.tier if self.match else Tier.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation that was looked up: the fragments of its quote and of its passage, in their order.

    `path` leads from the record, the `owner`, to the part that the words stand in; a statement has none.
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
        """The fragments that stand for the whole: the speaker's own words, else those that report them."""
        return self.quote or self.passage

    @property
    def matches(self) -> tuple[Match, ...]:
        """Where its words were found, those of the quote first."""
        return tuple(one.match for one in self.fragments if one.match)


def weakest(fragments: Sequence[Fragment]) -> Tier:
    """Return the weakest tier among fragments; that of none at all is the weakest there is."""
    tiers = {one.tier for one in fragments}
    return next((tier for tier in reversed(Tier) if tier in tiers), Tier.UNVERIFIED)


Quotations = Mapping[tuple[Ref, Path], Checked]
"""All quotations of a dossier, by the record and the way to the part of it that they stand in."""


class Kind(StrEnum):
    """Between whom two statements contradict one another."""

    REVERSAL = "reversal"
    WITHIN = "within"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements on one claim that do not go together, the earlier first.

    A contradiction where one asserts and one denies, a tension where one qualifies. `within` is the
    lowest actor that both speak for, where `kind` is `within`. `withdrawn` is the one that the other takes
    back, if it does.
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
    """Where a claim stands."""

    CONTESTED = "contested", mark("contested")
    CORROBORATED = "corroborated", mark("corroborated")
    SINGLE_VOICE = "single voice", mark("single voice")
    OPEN = "open", mark("open")


@dataclass(frozen=True, slots=True)
class Label:
    """Where a claim stands, and the statements that make it so."""

    name: LabelName
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures of one event (by index) whose amounts cannot both be true."""

    event: str
    measure: str
    of: str | None
    first: int
    second: int


@dataclass(frozen=True)
class Findings:
    """All that is derived: by the id of the statement, claim or event it belongs to.

    `quotations`: what was found of each quotation. `voices`: for whom a statement is made, the speaker first.
    `lead`: the claim that the home page opens with.
    """

    quotations: Quotations
    voices: Mapping[str, tuple[str, ...]]
    contradictions: Mapping[str, tuple[Opposition, ...]]
    tensions: Mapping[str, tuple[Opposition, ...]]
    labels: Mapping[str, Label]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    lead: str | None

    def words_of(self, statement: str) -> Checked:
        """Return what was found of the words of a statement, by its id."""
        return self.quotations[Ref("statements", statement), ()]
