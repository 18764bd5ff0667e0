"""Which clause of a sentence is told by which: "Patel said that Okoro called it late" is Patel's."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, phrase_after
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue

_AFTER_TAG = 14
"""How many tokens may stand behind the words at the end that say who said it: "she said on Monday"."""

_FIRST_CLAUSE = 40
"""How many tokens a clause has at most that stands before the main one."""


@dataclass(frozen=True)
class _Lines:
    """The tokens of a sentence, and for each the last bound and the last complementizer before it."""

    tokens: Sequence[Token]
    bounds: Sequence[int]
    thats: Sequence[int]
    pack: Pack


def outermost(tokens: tuple[Token, ...], cues: Sequence[Cue], pack: Pack) -> tuple[int, ...]:
    """Return for each cue of a sentence which one of them tells it in the end; itself where none does."""
    lines = _Lines(tokens, last_bounds(tokens, pack), _last_complementizers(tokens, pack), pack)
    tag = tag_of(tokens, cues, pack)
    found: list[int] = []
    owners: dict[int, int] = {}
    for at, cue in enumerate(cues):
        outer = at
        if not cue.has_own_subject and cue.subject:
            owner = owners.get(cue.subject.start, at)
            outer = found[owner] if owner != at and found[owner] != owner else at
        elif at and cue is not tag:
            earlier = next((one for one in (found[at - 1], at - 1) if _is_told(lines, cues[one], cue)), at)
            outer = found[earlier] if earlier != at else at
        found.append(outer)
        if cue.subject and cue.has_own_subject:
            owners[cue.subject.start] = at
    return tuple(found)


def tag_of(tokens: tuple[Token, ...], cues: Sequence[Cue], pack: Pack) -> Cue | None:
    """Return the cue at the end that says who said all the words before: "…, she said on Monday."."""
    cue = cues[-1] if cues else None
    if cue is None or cue.subject is None or not cue.has_own_subject or cue.subject.until:
        return None
    first, end = cue.span
    if not first or len(tokens) - end > _AFTER_TAG or any(token.is_quoted for token in tokens[end:]):
        return None
    before = tokens[first - 1]
    if before.low in pack.manner and first > 1:
        before = tokens[first - 2]
    if before.text != "," and not (before.is_quoted and before.inside.endswith(",")):
        return None
    if cue.subject.start < cue.start and tokens[cue.start].low in pack.telling:
        # "told the court"
        told = phrase_after(tokens, end, pack)
        end = told.end if told else end
    elif tokens[cue.start].low in pack.needs:
        end += 1  # "put it"
    return cue if cue.subject.start > cue.start or ends_clause(tokens, end, pack) else None


def ends_clause(tokens: Sequence[Token], end: int, pack: Pack) -> bool:
    """Tell whether the words that say who spoke end before a token, but for the time and the place."""
    follows = tokens[end] if end < len(tokens) else None
    listed = (pack.prepositions, pack.weekdays, pack.adverbs)
    return follows is None or not follows.is_word or any(follows.low in words for words in listed)


def _is_told(lines: _Lines, earlier: Cue, cue: Cue) -> bool:
    """Tell whether the clause of a cue is what the earlier one tells."""
    subject = cue.subject
    if subject is None or earlier.is_source or earlier.subject is None:
        return False
    start, tokens, pack = subject.start, lines.tokens, lines.pack
    is_clausal, that = tokens[earlier.start].low in pack.clausal, lines.thats[start]
    if start < earlier.end or lines.bounds[start] >= earlier.end:
        return False
    if _is_beside(tokens, earlier.subject, subject, pack):
        return False
    if subject.until:
        is_restrictive = subject.until == subject.end + 1
        return (is_restrictive or that >= earlier.end) and is_clausal
    if start == earlier.end:
        return True
    if tokens[start - 1].low in pack.conjunctions and subject.what is not What.PRONOUN:
        return False
    return that == earlier.end or (is_clausal and (that > earlier.end or _begins_told(tokens, earlier, pack)))


def _begins_told(tokens: Sequence[Token], cue: Cue, pack: Pack) -> bool:
    """Tell whether what a cue tells may begin right behind it, without "that"."""
    first = tokens[cue.end]
    if first.text == "," and cue.subject:
        # "Patel wrote, she began to doubt": the whole sentence is his.
        return cue.subject.start > 0 and tokens[cue.subject.start - 1].text == ","
    return first.is_word and first.low not in pack.prepositions


def _is_beside(tokens: Sequence[Token], earlier: Phrase, subject: Phrase, pack: Pack) -> bool:
    """Tell whether a clause stands beside the earlier one: "When Okoro said so, Patel replied"."""
    before = tokens[subject.start - 1]
    has_comma = before.text == "," or (before.is_quoted and before.inside.endswith(","))
    if not has_comma or not earlier.start:
        return False
    opening = tokens[earlier.start - 1].low
    if opening in pack.subordinators or opening in pack.complementizers:
        return True
    return tokens[0].low in pack.subordinators and not any(
        token.text == "," for token in tokens[: min(subject.start - 1, _FIRST_CLAUSE)]
    )


def last_bounds(tokens: Sequence[Token], pack: Pack) -> list[int]:
    """Return for each token the last place before it from which on nothing more is told; -1 for none."""
    last, found = -1, []
    for at, token in enumerate(tokens):
        found.append(last)
        is_apart = at > 0 and (tokens[at - 1].text == "," or tokens[at - 1].is_quoted)
        if token.text == ";" or (token.low in pack.contrasts and is_apart):
            last = at
    return found


def _last_complementizers(tokens: Sequence[Token], pack: Pack) -> list[int]:
    """Return for each token the last complementizer before it, -1 for none."""
    last, found = -1, []
    for at, token in enumerate(tokens):
        found.append(last)
        if token.low in pack.complementizers and not token.is_capital:
            last = at
    return found
