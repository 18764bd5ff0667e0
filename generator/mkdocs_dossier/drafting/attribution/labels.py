"""Names set before or behind words as a label: "Patel: “…”", "“…” — Patel", "PATEL: Well, look …"."""

import re
from collections.abc import Sequence

from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, phrase_after, phrase_before
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Kind, Token

_DASHES = frozenset("–—―-‒")
_COLONS = frozenset(":：")
_TURN = re.compile(r"[^\W\d_][\w .’'-]{1,39}(?=[:：]\s)")
_LABEL_WORDS = 6
"""How many tokens a label before a colon has at most."""

_FEWEST = 4
"""How many tokens stand behind the colon of a heading at least."""


def label_before(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return the name that stands with a colon before a token, and is no part of a longer clause."""
    if at < 2 or tokens[at - 1].text not in _COLONS:  # noqa: PLR2004 - a name and a colon
        return None
    found = phrase_before(tokens, at - 1, pack)
    if found is None or found.what not in (What.NAME, What.BODY) or found.end - found.start > _LABEL_WORDS:
        return None
    before = tokens[found.start - 1] if found.start else None
    return found if before is None or before.is_quoted or before.text in _DASHES else None


def label_after(
    sentence: Sentence, at: int, sentences: Sequence[Sentence], pack: Pack
) -> tuple[Phrase, Sentence] | None:
    """Return the name with a dash behind a quotation, there or in the next line, and its sentence."""
    tokens = sentence.plain
    if at + 1 < len(tokens):
        found = _dashed(tokens, at + 1, pack)
        return (found, sentence) if found else None
    if sentence.index + 1 == len(sentences):
        return None
    below = sentences[sentence.index + 1]
    found = _dashed(below.plain, 0, pack) if below.paragraph <= sentence.paragraph + 1 else None
    return (found, below) if found else None


def _dashed(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    if at + 1 >= len(tokens) or tokens[at].text not in _DASHES:
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].text in _DASHES:
        place += 1
    found = phrase_after(tokens, place, pack)
    if found is None or found.what not in (What.NAME, What.BODY, What.POST):
        return None
    follows = tokens[found.end] if found.end < len(tokens) else None
    return found if follows is None or follows.kind is Kind.SIGN else None


def turn(sentence: Sentence) -> Phrase | None:
    """Return the name in capitals with a colon that begins a turn of a transcript, in a quotation or not."""
    first = sentence.tokens[0]
    text = (
        first.inside if first.is_quoted else " ".join(token.text for token in sentence.tokens[:_LABEL_WORDS])
    )
    text = text.replace(" :", ":")
    found = _TURN.match(text)
    if found is None or not found[0].isupper():
        return None
    start = first.start + first.text.index(found[0]) if first.is_quoted else first.start
    name = Token(start, start + len(found[0]), found[0], Kind.WORD)
    return Phrase((name,), 0, 1, What.NAME, (0, 1))


def heading(tokens: tuple[Token, ...], pack: Pack) -> Phrase | None:
    """Return the name with a colon that begins a line: "Patel: Roads will stay closed"."""
    colon = next((at for at, token in enumerate(tokens[: _LABEL_WORDS + 1]) if token.text in _COLONS), 0)
    found = phrase_before(tokens, colon, pack) if colon and len(tokens) - colon > _FEWEST else None
    if found is None or found.start or found.what not in (What.NAME, What.BODY) or len(found.names) == 1:
        return None
    listed = (pack.things, pack.said_nouns, pack.determiners)
    return None if any(token.low in words for token in found.words for words in listed) else found
