"""The words that open a question which "yes" or "no" cannot answer, by language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_dossier.text.folding import word_set

_LOOKED_AT = 200
"""How much of a question is read: as far as a clause before the question itself may reach."""

_TOKEN = re.compile(r"\w+|,|،|-")
_HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670]")
_COMMAS = (",", "،")
_TURNED = (*_COMMAS, "-")
_CONJUNCTIONS = ("و", "ف")


@dataclass(frozen=True)
class _Asking:
    """How a language asks: `closed` is how to begin a question that "yes" or "no" answers, for a hint.

    `words` open other questions, also behind one of `before`. `clauses` are those of them that may open a
    clause ("When it began, was anybody told?"), and `turns` the words that begin the question behind it.
    `unless` names words that open none if they are followed by certain others.
    """

    closed: str
    words: frozenset[str]
    before: frozenset[str]
    clauses: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)


_ASKING = {
    "en": _Asking(
        closed="“Did …?” or “Was …?”",
        words=word_set("who whom whose what when where why how which"),
        before=word_set(
            "and but so then to at by on in for from since with of about under until till against "
            "after before during into through over up exactly just"
        ),
        clauses=word_set("when where"),
        turns=word_set(
            "did do does was were is are has have had will would can could should must may might wasn "
            "didn isn"
        ),
    ),
    "de": _Asking(
        closed="„Hat …?“ oder „War …?“",
        words=word_set(
            "wer wen wem wessen was wann wo woher wohin wieso weshalb warum weswegen wie wieviel "
            "wieviele welche welcher welches welchen welchem woran worauf woraus wobei wodurch wofür "
            "wogegen womit wonach worin worüber worum wovon wovor wozu inwiefern inwieweit"
        ),
        before=word_set(
            "und aber von an am mit für seit in auf aus bei nach zu zum bis über unter um gegen vor durch ab"
        ),
        clauses=word_set("was wo wie"),
        turns=word_set("hat haben hatte hatten war waren ist sind wird werden wurde wurden kann konnte"),
    ),
    "fr": _Asking(
        closed="« Est-ce que … ? »",
        words=word_set(
            "qui que qu quoi quand où pourquoi comment combien quel quelle quels quelles lequel "
            "laquelle lesquels lesquelles auquel duquel"
        ),
        before=word_set(
            "et mais à a de d depuis par pour en dans avec jusqu jusque sur sous contre chez vers "
            "selon dès après"
        ),
        clauses=word_set("quand où"),
        turns=word_set("il elle ils elles on ce"),
    ),
    "ar": _Asking(
        closed="«هل …؟»",
        words=word_set(
            "من ما ماذا متى أين اين لماذا كيف كم أي اي أية اية بماذا لمن بمن ممن عمن مم عم فيم علام "
            "إلام بكم لأي"
        ),
        before=word_set("إلى الى منذ على مع عن في حتى"),
        unless={
            "من": word_set("الممكن المتوقع المحتمل المرجح غير قبل بين"),
            "ما": word_set("إذا اذا زال زالت زالوا دام دامت لم"),
        },
    ),
}
"""How the languages ask whose questions are known."""


def opening(question: str, language: str) -> str:
    """Return the words that open a question which "yes" or "no" cannot answer; empty for another question."""
    asking = _ASKING.get(language)
    start = _HARAKAT.sub("", question[:_LOOKED_AT]) if language == "ar" else question[:_LOOKED_AT]
    written = _TOKEN.findall(start)
    tokens = [token.casefold() for token in written]
    if asking is None or not tokens:
        return ""
    at = 1 if tokens[0] in asking.before and len(tokens) > 1 else 0
    word = _asking_word(tokens[at], asking, language)
    # WHO, in capitals among other words, is a body.
    is_name = written[at].isupper() and len(word) > 1 and not start.isupper()
    following = tokens[at + 1] if tokens[at + 1 :] else ""
    if is_name or following in asking.unless.get(word, ()) or _is_clause(tokens, at, asking):
        return ""
    return " ".join(written[: at + 1]) if word in asking.words else ""


def _asking_word(token: str, asking: _Asking, language: str) -> str:
    """Return a word without the "and" that Arabic writes onto it, unless it is one that asks as it stands."""
    joined = language == "ar" and token not in asking.words and token.startswith(_CONJUNCTIONS)
    return token[1:] if joined else token


def closed_form(language: str) -> str:
    """Return how a question begins that "yes" or "no" answers, with its marks; in English where unknown."""
    return _ASKING.get(language, _ASKING["en"]).closed


def _is_clause(tokens: Sequence[str], at: int, asking: _Asking) -> bool:
    """Tell whether a question opens with a clause, behind which a comma and then the question itself come."""
    rest = tokens[at + 1 :]
    if tokens[at] not in asking.clauses or (rest and rest[0] in asking.turns):
        return False
    comma = next((place for place, token in enumerate(rest) if token in _COMMAS), len(rest))
    # French turns a question by a pronoun behind a hyphen: « était-il ».
    return any(mark in _TURNED and word in asking.turns for mark, word in pairwise(rest[comma:]))
