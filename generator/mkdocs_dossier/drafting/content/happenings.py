"""What happened on a day that the text names: "during a press briefing on Monday"."""

from collections.abc import Sequence
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
        days = list(named_days(sentence, published, pack))
        if not days:
            continue
        for at, token in enumerate(sentence.tokens):
            kind = pack.events.get(token.low) if token.is_word else None
            day = _day_of(sentence.tokens, at, days, pack) if kind else None
            if kind and day:
                start, end = _phrase(sentence.tokens, at, pack)
                words = text[sentence.tokens[start].start : sentence.tokens[end - 1].end]
                found.setdefault(
                    (kind, day.day), Happening(kind, " ".join(words.split()), day, sentence.span)
                )
    return tuple(found.values())


def _day_of(tokens: Sequence[Token], at: int, days: Sequence[NamedDay], pack: Pack) -> NamedDay | None:
    """Return the day of an event: behind its noun, with nothing between that tells of something else."""
    for day in days:
        if any(token.low in pack.future for token in tokens if token.start < day.start):
            # "is to debate on Thursday": which one is not known from the day of publication alone.
            continue
        place = next(i for i, token in enumerate(tokens) if token.start >= day.start)
        between = tokens[at + 1 : place]
        if not at < place or len(between) > _NEAR:
            continue
        if any(_parts(token, pack) for token in between):
            continue
        if between and between[-1].low not in pack.prepositions and len(between) > 1:
            continue
        # "Friday's strikes", "the Friday strikes" may be any Friday's.
        return day
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
