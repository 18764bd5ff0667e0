"""The persons, bodies and countries that a text names, each time it does: what an actor is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import What, is_post
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Kind, Span, Token

_NOUNS = 3
"""How many words in small letters may end the name of a body: "Iraqi security forces"."""

_LONG, _HEADLINE, _SMALL = 4, 6, 10
"""Of how many letters words are that show a headline by their capitals, how many it has at least, and one in
how many may be small."""

_PARTICLES = 3
"""How many small words may stand inside a name, one after the other."""

_PARTS = 3
"""How many further names prepositions may tie to the name of a body: "University of Michigan at Flint"."""


def mentioned(sentences: Sequence[Sentence], pack: Pack) -> tuple[Mention, ...]:
    """Return all names outside quotations, in order."""
    found: list[Mention] = []
    for sentence in sentences:
        tokens = sentence.plain
        if _is_headline(tokens):
            continue
        at = 0
        while at < len(tokens):
            end = _run_end(tokens, at, pack)
            if end == at:
                at += 1
                continue
            those = list(_mentions(sentence, at, end, found, pack))
            if those and found and _is_at(found[-1], those[-1]):
                found[-1] = replace(found[-1], sort=Sort.BODY)
            found += those
            at = max(end, *(one.end for one in those))
    return tuple(found)


def speaking(said: Sequence[Said], found: Sequence[Mention], pack: Pack) -> tuple[Mention, ...]:
    """Return the names of those who say something, where nothing else shows that they are names.

    Arabic has no capitals, and in German every noun has one.
    """
    known = {(one.sentence.index, at) for one in found for at in range(one.start, one.end)}
    added: dict[tuple[int, int], Mention] = {}
    for one in said:
        phrase, sentence = one.speaker, one.speaker_in
        if phrase is None or not phrase.names or phrase.tokens is not sentence.plain:
            continue
        if phrase.what not in (What.NAME, What.BODY):
            continue
        start, end = phrase.name
        if (sentence.index, start) not in known:
            is_body = phrase.what is What.BODY or any(token.low in pack.bodies for token in phrase.names)
            title = (phrase.start, start) if phrase.start < start and not is_body else (0, 0)
            sort = Sort.BODY if is_body else Sort.PERSON
            added.setdefault((sentence.index, start), Mention(sentence, start, end, sort, title))
    return tuple(added.values())


def _is_at(one: Mention, person: Mention) -> bool:
    """Tell whether a name is that of the body which a person has a post at: "Sahl Power chief Mara Voss"."""
    return one.sentence is person.sentence and (one.start, one.end) == person.at


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Tell whether nearly all words have a capital, so that none shows a name: "Obama Says It Is So"."""
    long = [
        token for token in tokens if token.is_word and len(token.text) >= _LONG and not token.text.isdigit()
    ]
    return (
        len(long) >= _HEADLINE and sum(token.is_capital for token in long) >= len(long) - len(long) // _SMALL
    )


def _run_end(tokens: Sequence[Token], at: int, pack: Pack) -> int:
    """Return the token behind a run of words with a capital; the same one where none begins."""
    end = at
    while end < len(tokens):
        further = end
        # "Jo van der Berg"
        while at < further < min(end + _PARTICLES, len(tokens)) and _ties(tokens, further, pack):
            further += 1
        if further == len(tokens) or not _is_name_word(tokens, further, pack):
            break
        end = further + 1
    return end


def _ties(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a small word ties the parts of a name; an article does not so by itself: "von der"."""
    low = tokens[at].low
    return low in pack.particles and (
        low not in pack.determiners or tokens[at - 1].low in pack.particles - pack.determiners
    )


def _is_name_word(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    token = tokens[at]
    if not token.is_capital or token.low in pack.no_names or token.low in pack.determiners:
        return False
    if at or token.is_acronym:
        return True
    return not is_closed(token, pack)


def _mentions(
    sentence: Sentence, start: int, end: int, earlier: Sequence[Mention], pack: Pack
) -> Iterator[Mention]:
    """List what a run of capitals names: a body, or a person, perhaps with a body in the title."""
    tokens = sentence.plain
    start = _behind_office(tokens, start, end, pack)
    post = _last_post(tokens, start, end, pack)
    if post is not None and post + 1 < end:
        yield from _titled(sentence, start, post + 1, end, pack)
        return
    end = _with_nouns(tokens, end, pack)
    owner = end < len(tokens) and tokens[end].kind is Kind.OWNER
    if owner and (body := _owned(tokens, end, pack)):
        yield Mention(sentence, start, end, Sort.UNKNOWN, is_owner=True, before=_before(tokens, start))
        yield Mention(sentence, start, body, Sort.BODY, before=_before(tokens, start))
        return
    if tokens[end - 1].low in pack.bodies or tokens[start].low in pack.bodies:
        end = _with_parts(tokens, end, pack)
        yield Mention(sentence, start, end, Sort.BODY, before=_before(tokens, start))
        return
    last = earlier[-1] if earlier and earlier[-1].sentence is sentence else None
    lead, at = _lead(tokens, start, last.end if last else 0, pack), (0, 0)
    if last and lead[0] < lead[1] and last.end == lead[0]:
        at = last.start, last.end
    elif last and last.sort is Sort.BODY and last.end == start - 1 and tokens[start - 1].text == ",":
        lead = _post_at(tokens, last.start, pack)
        at = (last.start, last.end) if lead[0] < lead[1] else at
    is_owned = start > 1 and tokens[start - 1].kind is Kind.OWNER and end - start > 1
    if end - start == 1 and tokens[start].is_acronym and start and tokens[start - 1].low in pack.definite:
        sort = Sort.BODY  # "the IRGC"
    elif lead[0] < lead[1] or _is_given(tokens, start, end, pack) or is_owned:
        sort = Sort.PERSON
    else:
        sort = Sort.UNKNOWN
    yield Mention(sentence, start, end, sort, lead, at, is_owner=owner, before=_before(tokens, start))


def _behind_office(tokens: Sequence[Token], start: int, end: int, pack: Pack) -> int:
    """Return where a name begins behind an office: "Secretary of State John Kerry"."""
    if start < 2 or end - start < 3 or tokens[start - 1].low not in pack.tying:  # noqa: PLR2004
        return start
    office = tokens[start - 2]
    given = next((at for at in range(start + 1, end - 1) if tokens[at].low in pack.given), None)
    return given if office.low in pack.titles and office.is_capital and given else start


def _titled(sentence: Sentence, start: int, name: int, end: int, pack: Pack) -> Iterator[Mention]:
    """List the person whose name follows a post with a capital, and the body that stands before the post."""
    tokens = sentence.plain
    body = next((at for at in range(name - 1, start - 1, -1) if tokens[at].low in pack.bodies), None)
    at, title = (0, 0), (start, name)
    if body is not None and body + 1 < name:
        at, title = (start, body + 1), (body + 1, name)
        yield Mention(sentence, *at, Sort.BODY, before=_before(tokens, start))
    owner = end < len(tokens) and tokens[end].kind is Kind.OWNER
    yield Mention(sentence, name, end, Sort.PERSON, title, at, is_owner=owner, before=_before(tokens, start))


def _last_post(tokens: Sequence[Token], start: int, end: int, pack: Pack) -> int | None:
    """Return the last post or title in a run: the name of a person follows it."""
    for at in range(end - 1, start - 1, -1):
        if is_post(tokens[at], pack):
            return at
    return None


def _lead(tokens: Sequence[Token], start: int, since: int, pack: Pack) -> Span:
    """Return the words of a post in small letters before a name: "spokesman John Kirby"."""
    at = start
    while at > since and start - at < _NOUNS and tokens[at - 1].is_word and not tokens[at - 1].is_capital:
        if at == start and not is_post(tokens[at - 1], pack):
            break
        if any(tokens[at - 1].low in words for words in (pack.determiners, pack.prepositions, pack.verbs)):
            break
        at -= 1
    return at, start


def _post_at(tokens: Sequence[Token], body: int, pack: Pack) -> Span:
    """Return the words of a post before its body: "the chief of the agency, Ana Roe"."""
    end = body - 1 if body and tokens[body - 1].low in pack.determiners else body
    if not end or tokens[end - 1].low not in pack.tying:
        return body, body
    end -= 1
    start = end
    # A post may be called as a verb is: "the charge d’affaires".
    closed = pack.determiners | pack.prepositions | pack.conjunctions | pack.auxiliaries
    while (
        start and end - start < _NOUNS and tokens[start - 1].is_word and tokens[start - 1].low not in closed
    ):
        start -= 1
    return start, end


def _with_nouns(tokens: Sequence[Token], end: int, pack: Pack) -> int:
    """Return the end of a name with the small nouns that belong to it: "Iraqi security forces"."""
    for further in range(min(end + _NOUNS, len(tokens)), end, -1):
        if tokens[further - 1].low in pack.bodies and all(
            token.is_word and not is_closed(token, pack) for token in tokens[end : further - 1]
        ):
            return further
    return end


def _owned(tokens: Sequence[Token], owner: int, pack: Pack) -> int:
    """Return the end of the body that a name owns: "Iraq’s foreign ministry"; 0 where it owns none."""
    further = _with_nouns(tokens, owner + 1, pack)
    return further if further > owner + 1 else 0


def _with_parts(tokens: Sequence[Token], end: int, pack: Pack) -> int:
    """Return the end of a body's name with what prepositions tie to it: "Department of State"."""
    for _ in range(_PARTS):
        at = end
        if at >= len(tokens) or tokens[at].low not in pack.tying or not tokens[end - 1].is_capital:
            break
        at += 1
        if at < len(tokens) and tokens[at].low in pack.determiners:
            at += 1
        further = _run_end(tokens, at, pack) if at < len(tokens) else at
        if further == at:
            break
        end = further
    return end


def _is_given(tokens: Sequence[Token], start: int, end: int, pack: Pack) -> bool:
    """Tell whether a run is a person's name: it begins with a given name, and a family name follows."""
    return end - start > 1 and tokens[start].low in pack.given


def _before(tokens: Sequence[Token], start: int) -> str:
    return tokens[start - 1].low if start else ""
