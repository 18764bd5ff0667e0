"""Claims that two utterances of a text seem to be at odds about: one says something, another denies it."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_dossier.drafting.content.readout import Proposition, Utterance
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.token import Span
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.text.folding import folded

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""How many letters of a word are compared, so that "informed" is the same as "informing"."""

_SHARED = 2
"""How many words two utterances share at least that speak of the same."""

_NEAR = 6
"""How many utterances further on or back a denial is looked for."""

_LONGEST = 320
"""The most characters of a clause that is made a claim."""


def candidates(text: str, utterances: Sequence[Utterance]) -> Iterator[Proposition]:
    """List the claims of which one party says that it is so, and another that it is not."""
    denials = {at: _stems(text[slice(*one.passage)]) for at, one in enumerate(utterances) if one.denies}
    for at, one in enumerate(utterances):
        near = [other for other in range(at - _NEAR, at + _NEAR + 1) if other in denials]
        against = [other for other in near if utterances[other].speaker not in (None, one.speaker)]
        if not against or one.clause is None or one.denies or one.speaker is None:
            continue
        if one.clause[1] - one.clause[0] > _LONGEST:
            continue
        said = _stems(text[slice(*one.clause)])
        # Of several denials, the one that speaks most of the same; the first of those.
        other = max(against, key=lambda one: (len(said & denials[one]), -one))
        if len(said & denials[other]) >= _SHARED:
            words = " ".join(text[slice(*one.clause)].split())
            positions = ((at, Stance.ASSERTS), (other, Stance.DENIES))
            yield Proposition(_sentence(text, one.clause), words, Basis.STATED, positions)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(folded(words)))


def _sentence(text: str, clause: Span) -> str:
    """Return a clause as a sentence of its own, without quotation marks."""
    plain = "".join(character for character in text[slice(*clause)] if character not in MARKS - {"’", "'"})
    words = " ".join(plain.split()).rstrip(".,;:")
    return f"{words[:1].upper()}{words[1:]}."
