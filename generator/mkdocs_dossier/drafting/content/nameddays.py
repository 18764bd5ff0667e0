"""The day on which something was said or happened, where the words beside it name one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mkdocs_dossier.drafting.content.readout import NamedDay
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Kind, Token
from mkdocs_dossier.rules.lexicon.saying import dates_saying

_WEEK = 7
_AROUND, _TOKENS = 300, 150
"""How many characters on either side are looked at for a verb of saying; how many tokens hold so many."""

_HALF_YEAR = 183


def day_of_saying(text: str, sentence: Sentence, published: date | None, pack: Pack) -> NamedDay | None:
    """Return the day that a sentence says was that of saying; None where it names none, or several.

    Weekdays and "yesterday" are counted back from the day of publication.
    """
    found = [
        one
        for one in named_days(sentence, published, pack)
        if dates_saying(*_beside(text, sentence, one), pack.language)
    ]
    return found[0] if len({one.day for one in found}) == 1 else None


def _beside(text: str, sentence: Sentence, one: NamedDay) -> tuple[str, str]:
    """Return what stands before and behind a day in its sentence, without the quotations."""
    tokens = sentence.tokens
    first = bisect_left(tokens, one.start, key=lambda token: token.start)
    last = bisect_left(tokens, one.end, first, key=lambda token: token.start)
    before = " ".join(_plain(text, tokens[max(0, first - _TOKENS) : first]))
    after = " ".join(_plain(text, tokens[last : last + _TOKENS]))
    return before[-_AROUND:], after[:_AROUND]


def _plain(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.kind is Kind.OWNER:
            continue
        yield "," if token.is_quoted else text[token.start : token.end]


def named_days(sentence: Sentence, published: date | None, pack: Pack) -> Iterator[NamedDay]:
    """List the days that a sentence names outside its quotations."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if not token.is_word:
            continue
        low = token.low
        if published and (token.is_capital or not pack.capital_days) and low in pack.weekdays:
            back = (published.weekday() - pack.weekdays[low]) % _WEEK
            yield NamedDay(published - timedelta(days=back), token.text, token.start, token.end)
        elif published and low in pack.relative_days:
            day = published + timedelta(days=pack.relative_days[low])
            yield NamedDay(day, token.text, token.start, token.end)
        elif low in pack.months:
            yield from _of_month(tokens, at, pack.months[low], published)


def _of_month(tokens: tuple[Token, ...], at: int, month: int, published: date | None) -> Iterator[NamedDay]:
    """Read a day of a month, written before or behind its name: "February 3", "3. Februar 2024"."""
    behind = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "." else at + 1
    before = at - 2 if at > 1 and tokens[at - 1].text == "." else at - 1
    after = _number(tokens, behind)
    if after is not None and 1 <= after <= 31:  # noqa: PLR2004 - the days of a month
        first, last, number = at, behind, after
    else:
        number = _number(tokens, before) or 0
        first, last = before, at
    comma = last + 1 < len(tokens) and tokens[last + 1].text == ","
    year = _number(tokens, last + 2 if comma else last + 1)
    if year is not None and 1900 <= year <= 2100:  # noqa: PLR2004 - years that news are of
        last = last + 2 if comma else last + 1
    elif published:
        year = published.year
    day = _valid(year, month, number)
    if day is None:
        return
    if published and year == published.year and day - published > timedelta(days=_HALF_YEAR):
        # "In December", told in January.
        day = _valid(day.year - 1, month, number) or day
    words = " ".join(token.text for token in tokens[first : last + 1])
    yield NamedDay(day, words, tokens[first].start, tokens[last].end)


def _number(tokens: tuple[Token, ...], at: int) -> int | None:
    if not 0 <= at < len(tokens):
        return None
    digits = tokens[at].text.rstrip("stndrhe.") if tokens[at].text[:1].isdigit() else ""
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None  # noqa: PLR2004 - a year


def _valid(year: int | None, month: int, day: int) -> date | None:
    if not year:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
