"""The values that follow from the records of a dossier.

None of them is ever written in a dossier, and none judges who is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.messages import Choice, mark
from mkdocs_dossier.values.dates import EdtfDate
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

    `path` leads from the record, the `owner`, to the part that has the words; it is empty for the first
    report of a statement. `source` is the id of the source, `version` the number of the version of its text,
    from 0, in which they stand: the newest that has all of them, else the current one; None where there is
    no text. `fate` tells of each version, the oldest first, whether it has all of them.
    """

    owner: Ref
    path: Path
    source: str
    quote: tuple[Fragment, ...]
    passage: tuple[Fragment, ...]
    version: int | None = None
    fate: tuple[bool, ...] = ()

    @property
    def place(self) -> tuple[str, int | None]:
        """The source and the version of its text that the matches count in."""
        return self.source, self.version

    def way_to(self, name: str, index: int) -> Path:
        """Return the way from the record to a fragment, in its `quote` or `passage`, by its index."""
        # A reply has its words under another name.
        is_reply = self.path[-2:-1] == ("replies",)
        return (*self.path, "text") if is_reply else (*self.path, name, index)

    @property
    def is_dropped(self) -> bool:
        """Whether the newest version of the source has not all of the words that an older one has."""
        return any(self.fate) and not self.fate[-1]

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
class KnownFrom:
    """A report of a statement: what was found of its words, and its origin, an actor or a source.

    Reports of one origin are one piece of knowledge, however many sources print it.
    """

    checked: Checked
    origin: Ref


@dataclass(frozen=True, slots=True)
class Position:
    """The stance of a statement on a claim.

    `through` is the chain of claims that it follows by, from one on which the statement takes a position
    itself to the one before this; it is empty where the statement takes this position itself.
    """

    stance: Stance
    through: tuple[str, ...] = ()


Own = Mapping[str, Stance]
"""The positions that a statement takes itself, by claim."""

Positions = Mapping[str, Position]
"""The positions on a claim, by the ids of the statements, the earliest first; or of a statement, by claim."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a statement's own side took back: by whom first, and on which claims.

    `by` is the id of the earliest statement that takes some of it back. `claims` maps each claim, own or
    implied, on which it no longer stands to those by which it fell, the earliest first.
    """

    by: str
    claims: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements on one claim that do not go together, the earlier first, all by their ids.

    It is a contradiction if one asserts and one denies, a tension if one qualifies. `within` is the lowest
    actor that both speak for, if `kind` is `within`. `withdrawn` names those of the two that were taken back
    on this claim. `through` are the chains by which their positions follow, empty where they are their own.
    """

    claim: str
    kind: Kind
    within: str | None
    withdrawn: tuple[str, ...]
    first: str
    second: str
    through: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def corrected(self) -> bool:
        """Whether one of the two was taken back."""
        return bool(self.withdrawn)


class LabelName(Choice):
    """Where a claim stands by its statements; `docs/guide/method.md` defines the labels."""

    CONTESTED = "contested", mark("contested")
    CORROBORATED = "corroborated", mark("corroborated")
    SINGLE_ORIGIN = "single origin", mark("single origin")
    SINGLE_VOICE = "single voice", mark("single voice")
    OPEN = "open", mark("open")


@dataclass(frozen=True, slots=True)
class Ending:
    """Since when none of a claim's contradictions stands: the statement `by` which the last one ended.

    `on` is the date that this statement gives for itself, if it does.
    """

    by: str
    on: EdtfDate | None


@dataclass(frozen=True, slots=True)
class Label:
    """Where a claim stands, and the ids of the `statements` that make it so, in their order.

    `stance` is the one that all take who count, None where it is contested or nobody counts. Those count who
    assert or deny it and were not taken back. `sides` says how many groups of speakers without a common voice
    assert and deny it; `sources` are those that report what counts, `origins` those from whom it is known.
    `ended` is None unless all contradictions were corrected.
    """

    name: LabelName
    statements: tuple[str, ...]
    stance: Stance | None = None
    sides: Mapping[Stance, int] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    origins: tuple[Ref, ...] = ()
    ended: Ending | None = None


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures of one event, by their indices in it, that count the same."""

    event: str
    measure: str
    of: str | None
    unit: str | None
    first: int
    second: int


FigurePairs = Mapping[str, tuple[FigurePair, ...]]
"""Pairs of figures by the id of their event."""


@dataclass(frozen=True)
class Findings:
    """All that is derived from a dossier, by the id of the statement, claim or event that it belongs to.

    `quotations` says what was found of each quotation, `hidden` which stretches of a source's text, by its
    `place`, no page may show. `reports` says in which sources a statement stands, the first report first.
    `voices` lists the actors that a statement speaks for, the speaker first, `sides` the outermost of them.
    `implied` are the positions that follow from a statement's own, `withdrawn` what was taken back of it;
    statements of
    which there is none are left out. `positions` are all positions on a claim. Of the pairs of figures,
    `conflicts` cannot both be true, `revisions` are changes of one voice's number, `developments` hold for
    different days. `lead` is the claim that the home page opens with, None where there are no claims.
    `crowded` are the claims, events and statements from which more follows than can be listed, each with how
    much: nothing of it is listed.
    """

    quotations: Quotations
    hidden: Mapping[tuple[str, int | None], Sequence[tuple[int, int]]]
    reports: Mapping[str, tuple[KnownFrom, ...]]
    voices: Mapping[str, tuple[str, ...]]
    sides: Mapping[str, tuple[str, ...]]
    implied: Mapping[str, Positions]
    withdrawn: Mapping[str, Withdrawal]
    positions: Mapping[str, Positions]
    contradictions: Mapping[str, tuple[Opposition, ...]]
    tensions: Mapping[str, tuple[Opposition, ...]]
    labels: Mapping[str, Label]
    conflicts: FigurePairs
    revisions: FigurePairs
    developments: FigurePairs
    lead: str | None
    crowded: Mapping[Ref, int]

    def words_of(self, statement: str) -> Checked:
        """Return what was found of the words of a statement, given by its id, in its first report."""
        return self.quotations[Ref("statements", statement), ()]

    def stands(self, statement: str, claim: str) -> bool:
        """Tell whether a statement was not taken back on a claim."""
        return self.taken_back_by(statement, claim) is None

    def taken_back_by(self, statement: str, claim: str) -> str | None:
        """Return the id of the statement by which one first fell on a claim; None if it stands."""
        found = self.withdrawn.get(statement)
        return found.claims[claim][0] if found and claim in found.claims else None
