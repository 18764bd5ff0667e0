"""Which cue each quotation of a sentence belongs to, in a language with a grammar of its own."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue, Force

_AHEAD = 30
"""How many tokens behind a verb are looked at for the end of its clause."""

COLONS = frozenset(":：")
"""Signs before what somebody says."""


def belonging(tokens: Sequence[Token], places: Sequence[int], cues: Sequence[Cue]) -> list[Cue | None]:
    """Return the cue of each of the quotations at `places`, in order; None where none fits."""
    starts = [cue.start for cue in cues]
    chosen: list[Cue | None] = []
    for number, at in enumerate(places):
        first = places[number - 1] + 1 if number else 0
        last = places[number + 1] if number + 1 < len(places) else len(tokens)
        left = cues[bisect_left(starts, first) : bisect_left(starts, at)]
        right = cues[bisect_right(starts, at) : bisect_left(starts, last)]
        chosen.append(_choose(tokens, at, left, right) or _further(chosen, right))
    for number in range(len(places) - 2, -1, -1):
        between = tokens[places[number] + 1 : places[number + 1]]
        if chosen[number] is None and sum(token.is_word for token in between) <= 1:
            # „A“ und „B“, sagte Roe
            chosen[number] = chosen[number + 1]
    return chosen


def _choose(tokens: Sequence[Token], at: int, left: Sequence[Cue], right: Sequence[Cue]) -> Cue | None:
    """Return the cue right behind a quotation, or the last one before it."""
    saying = next((cue for cue in reversed(left) if _can_lead(tokens, at, cue)), None)
    behind_colon = at > 0 and tokens[at - 1].text in COLONS
    if right and _is_adjacent(tokens, at, right[0]) and not (behind_colon and saying):
        return right[0]
    return saying or (left[-1] if left else None)


def _can_lead(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Tell whether a quotation can belong to a verb before it, whose clause may have ended."""
    if cue.force is not Force.SAYING:
        return False
    is_relative = cue.subject is not None and cue.subject.until > 0
    return not is_relative or not any(token.text == "," for token in tokens[cue.end : at][:_AHEAD])


def _further(chosen: Sequence[Cue | None], right: Sequence[Cue]) -> Cue | None:
    """Return the cue of the quotation before, else the first one behind."""
    if chosen and chosen[-1]:
        return chosen[-1]
    return next((cue for cue in right if cue.subject), None)


def _is_adjacent(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Tell whether the clause of a cue begins right behind a quotation."""
    first = min(cue.start, cue.subject.start) if cue.subject and cue.subject.start > at else cue.start
    return not any(token.is_word for token in tokens[at + 1 : first])
