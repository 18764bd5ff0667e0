"""Which of the cues of a sentence each of its quotations belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue, Force
from mkdocs_dossier.drafting.verbs.nesting import ends_clause, last_bounds, outermost, tag_of

_SIGNS = 2
"""How many signs may stand between a quotation and its tag: a comma, a dash."""

_UNFINISHED = (",", "?", "!")
"""How the words of a quotation end that its tag follows."""


@dataclass(frozen=True)
class _Clauses:
    """The cues of a sentence, and how they lie in it."""

    tokens: tuple[Token, ...]
    cues: Sequence[Cue]
    pack: Pack

    @cached_property
    def outer(self) -> tuple[int, ...]:
        """Return for each cue which one tells it in the end."""
        return outermost(self.tokens, self.cues, self.pack)

    @cached_property
    def bounds(self) -> Sequence[int]:
        """Return for each token where the clause begins that it stands in, as far as a bound shows."""
        return last_bounds(self.tokens, self.pack)

    @cached_property
    def tag(self) -> Cue | None:
        """The cue at the end that says who said all the words before."""
        return tag_of(self.tokens, self.cues, self.pack)


@dataclass(frozen=True)
class _Around:
    """A quotation at a token, and the cues up to the next quotations: which ones stand before and behind it.

    `start` is the token behind the quotation before, `earlier` the cue of that one.
    """

    at: int
    start: int
    left: range
    right: range
    earlier: Cue | None


def cue_of_each(
    tokens: tuple[Token, ...], places: Sequence[int], cues: Sequence[Cue], pack: Pack
) -> tuple[Cue | None, ...]:
    """Return for each quotation of a sentence, which stand at `places`, the cue that it belongs to."""
    clauses = _Clauses(tokens, cues, pack)
    chosen: list[Cue | None] = []
    first = 0
    for number, at in enumerate(places):
        start = places[number - 1] + 1 if number else 0
        end = places[number + 1] if number + 1 < len(places) else len(tokens)
        first = _next(cues, first, start)
        middle = _next(cues, first, at)
        left, right = range(first, middle), range(middle, _next(cues, middle, end))
        chosen.append(_choose(clauses, _Around(at, start, left, right, chosen[-1] if chosen else None)))
    return tuple(chosen)


def _next(cues: Sequence[Cue], index: int, end: int) -> int:
    """Return the first cue that begins at or behind a token."""
    while index < len(cues) and cues[index].start < end:
        index += 1
    return index


def _choose(clauses: _Clauses, around: _Around) -> Cue | None:
    """Return the cue of a quotation."""
    cues, tag = clauses.cues, clauses.tag
    left = [index for index in around.left if cues[index].subject]
    saying = [index for index in left if cues[index].force is Force.SAYING and not cues[index].is_source]
    after = next(
        (cues[c] for c in around.right if _is_adjacent(clauses.tokens, around.at, cues[c], clauses.pack)),
        None,
    )
    if tag and (not after or after is tag) and (not left or _reaches(clauses, tag, around.at)):
        return tag
    is_beside = bool(saying) and _is_subordinate(clauses, cues[saying[-1]])
    if (
        after
        and (not saying or around.at == around.start or _is_tag(clauses, around.at, after))
        and not is_beside
    ):
        return after
    if left:
        return cues[clauses.outer[(saying or left)[-1]]]
    return around.earlier or next((cues[index] for index in around.right if cues[index].subject), None)


def _is_subordinate(clauses: _Clauses, cue: Cue) -> bool:
    """Tell whether the clause of a cue is one beside the main one: "When Patel said that"."""
    start = cue.subject.start if cue.subject else 0
    return start > 0 and clauses.tokens[start - 1].low in clauses.pack.subordinators


def _reaches(clauses: _Clauses, tag: Cue, at: int) -> bool:
    """Tell whether the clause that a tag belongs to begins before a token."""
    return clauses.bounds[tag.span[0]] < at


def _is_tag(clauses: _Clauses, at: int, cue: Cue) -> bool:
    """Tell whether a cue behind a quotation says who said it, and begins no clause: "“…,” he said, and"."""
    is_open = clauses.tokens[at].inside.endswith(_UNFINISHED)
    return is_open and ends_clause(clauses.tokens, cue.span[1], clauses.pack)


def _is_adjacent(tokens: Sequence[Token], at: int, cue: Cue, pack: Pack) -> bool:
    """Tell whether the clause of a cue begins right behind a quotation."""
    if not cue.subject or not cue.has_own_subject:
        return False
    first = min(cue.start, cue.subject.start) if cue.subject.start > at else cue.start
    between = [token for token in tokens[at + 1 : first] if token.is_word and token.low not in pack.manner]
    return first - at <= _SIGNS + 1 and not between
