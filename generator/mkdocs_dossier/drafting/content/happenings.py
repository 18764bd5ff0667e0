"""What happened on a day that the text names: "during a press briefing on Monday"."""

from collections.abc import Mapping, Sequence
from datetime import date

from mkdocs_dossier.drafting.content.nameddays import named_days
from mkdocs_dossier.drafting.content.readout import Happening, NamedDay
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Kind, Span, Token

_NEAR = 10
"""How many tokens may stand between what happened and its day."""

_BEFORE = 3
"""How many words before the noun belong to it: "major retaliation campaign"."""


def happenings(
    text: str, sentences: Sequence[Sentence], published: date | None, pack: Pack
) -> tuple[Happening, ...]:
    """Return what happened on days that the text names, each kind once a day, in the order of the text."""
    found: dict[tuple[str, date], Happening] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        days = _past(tokens, list(named_days(sentence, published, pack)), pack)
        for at, token in enumerate(tokens) if days else ():
            kind = pack.events.get(token.low) if token.is_word else None
            day = _day_of(tokens, at, days, pack) if kind else None
            if kind and day:
                start, end = _phrase(tokens, at, pack)
                words = " ".join(text[tokens[start].start : tokens[end - 1].end].split())
                found.setdefault(
                    (kind, day.day), Happening(kind, words, day, sentence.around(token.start, day.end))
                )
    return tuple(found.values())


def _past(tokens: Sequence[Token], days: Sequence[NamedDay], pack: Pack) -> dict[int, NamedDay]:
    """Return the days of a sentence that are not to come, by the offset that each begins at.

    Which Thursday "is to debate on Thursday" means is not known from the day of publication alone.
    """
    to_come = next((token.start for token in tokens if token.low in pack.future), tokens[-1].end)
    return {day.start: day for day in days if day.start < to_come}


def _day_of(tokens: Sequence[Token], at: int, days: Mapping[int, NamedDay], pack: Pack) -> NamedDay | None:
    """Return the day of an event: behind its noun, with nothing between that tells of something else."""
    for place in range(at + 1, min(at + _NEAR + 2, len(tokens))):
        if tokens[place].start in days:
            between = tokens[at + 1 : place]
            is_led = len(between) <= 1 or between[-1].low in pack.prepositions
            return days[tokens[place].start] if is_led else None
        if _parts(tokens[place], pack):
            return None
    return None


def _parts(token: Token, pack: Pack) -> bool:
    """Tell whether something else begins with a token."""
    return (
        token.is_quoted
        or token.kind is Kind.SIGN
        or token.low in pack.verbs
        or token.low in pack.views
        or token.low in pack.auxiliaries
        or token.low in pack.relatives
        or token.low in pack.conjunctions
    )


def _phrase(tokens: Sequence[Token], at: int, pack: Pack) -> Span:
    start = at
    closed = (
        pack.determiners,
        pack.prepositions,
        pack.conjunctions,
        pack.verbs,
        pack.possessives,
        pack.auxiliaries,
    )
    while start and at - start < _BEFORE and tokens[start - 1].is_word:
        if any(tokens[start - 1].low in words for words in closed):
            break
        start -= 1
    return start, at + 1
