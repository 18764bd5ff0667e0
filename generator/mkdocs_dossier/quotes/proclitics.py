"""What Arabic writes onto the word that follows, after which a quotation may begin all the same.

And, for, by, like, will, the: each is one letter or two, and many words begin with the same letters. So a
cut is allowed only before what is shown to be a word: it bears the article, or stands in the text by itself.
"""

import re
from collections.abc import Callable

from mkdocs_dossier.quotes.letters import back, bare, extends, forward, is_word, word_before

_ARTICLE = "ال"
_PLAIN = re.compile("[وف][بلك]?|[بلك]")
_WITH_ARTICLE = re.compile(f"[وف]?(?:[بك]?{_ARTICLE}|لل)")
_FUTURE, _VERB_BEGINS = "س", frozenset("أاتني")
_LEAST, _LEAST_WITH_ARTICLE = 3, 4
"""The least letters of a word after a proclitic: "لد" in "ولد" is none, nor "الد" in "والد"."""

_LONGEST = 40
# The letters and digits of Arabic with their marks, and the joiners inside a word.
_WORD = re.compile(
    "[\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06fc\u06ff\u00ad\u200c\u200d\u2060]+"
)


def arabic_words(text: str) -> frozenset[str]:
    """Return all Arabic words that stand in a text by themselves, without their marks."""
    return frozenset(map(bare, set(_WORD.findall(text))))


def ends_proclitic(text: str, at: int, stands: Callable[[str], bool]) -> bool:
    """Tell whether a proclitic ends at this offset; `stands` tells if the text has a word by itself."""
    before, word = word_before(text, back(text, at) + 1), _word_after(text, at)
    if len(word) < _LEAST:
        return False
    if _PLAIN.fullmatch(before):
        return _has_article(word) or stands(word)
    if before == _FUTURE:
        return word[0] in _VERB_BEGINS and stands(word)
    return bool(_WITH_ARTICLE.fullmatch(before)) and stands(word)


def _has_article(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) >= _LEAST_WITH_ARTICLE


def _word_after(text: str, at: int) -> str:
    """Return the word that begins at an offset, without marks; empty where it is longer than any word."""
    end = start = forward(text, at)
    while end < len(text) and end - start <= _LONGEST and _is_of_word(text, end):
        end += 1
    return bare(text[start:end]) if end - start <= _LONGEST else ""


def _is_of_word(text: str, at: int) -> bool:
    return is_word(text[at]) or extends(text[at])
