"""Words that a language writes as one are parted: « l’agence », « a-t-il », "وقال"."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Kind, Token

_APOSTROPHES = "'’"
_HYPHENS = "-‐‑"
_EUPHONIC = "t"


def parted(tokens: Sequence[Token], pack: Pack) -> Sequence[Token]:
    """Part the words of some tokens by the lists of a language: `elided`, `enclitics` and `proclitics`."""
    if not (pack.elided or pack.enclitics or pack.proclitics):
        return tokens
    return tuple(part for token in tokens for part in (_parts(token, pack) if token.is_word else (token,)))


def _parts(token: Token, pack: Pack) -> Iterator[Token]:
    start = _elided(token.text, pack) or _proclitic(token, pack)
    if start:
        yield _cut(token, 0, start)
    end, pronoun = _enclitic(token.text, start, pack)
    if end > start:
        yield _cut(token, start, end)
    if pronoun:
        yield _cut(token, pronoun, len(token.text))


def _cut(token: Token, start: int, end: int) -> Token:
    return Token(token.start + start, token.start + end, token.text[start:end], Kind.WORD)


def _elided(text: str, pack: Pack) -> int:
    """Return the length of a small word that has lost its vowel, with the apostrophe; 0 for none."""
    at = next((place for place, sign in enumerate(text) if sign in _APOSTROPHES), -1)
    return at + 1 if at > 0 and text[:at].lower() in pack.elided and at + 1 < len(text) else 0


def _proclitic(token: Token, pack: Pack) -> int:
    """Return 1 where the first letter is a word of its own, before a verb of saying."""
    low = token.low
    if low[:1] not in pack.proclitics or low in pack.verbs or low in pack.views:
        return 0
    rest = low[1:]
    is_known = rest in pack.verbs or rest in pack.views or rest in pack.participles or rest in pack.parted
    return 1 if is_known and rest else 0


def _enclitic(text: str, start: int, pack: Pack) -> tuple[int, int]:
    """Return where a verb ends and its pronoun begins, which hyphens tie to it; no pronoun is 0."""
    at = max(text.rfind(sign) for sign in _HYPHENS)
    if at <= start or text[at + 1 :].lower() not in pack.enclitics:
        return len(text), 0
    end = at
    if text[end - 2 : end - 1] in _HYPHENS and text[end - 1 : end].lower() == _EUPHONIC:
        end -= 2
    return end, at + 1
