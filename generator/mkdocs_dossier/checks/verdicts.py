"""The rule against words that pass a verdict, and the words of three languages that it knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mkdocs_dossier.checks.ownwords import own_words
from mkdocs_dossier.checks.rule import Context, Rule, example
from mkdocs_dossier.problems import Problem, warning


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words that say the same of what somebody said: what they imply, and what to write instead."""

    words: str
    implies: str
    instead: str


_TRUE = "takes what was said to be true, and to be against the speaker"
_FALSE = "says that it is not true"
_DOUBT = "says that it does not deserve its name"

VERDICTS: dict[str, tuple[Verdict, ...]] = {
    "en": (
        Verdict("admit admits admitted admitting admittedly admission", _TRUE, "“says”"),
        Verdict("confess confesses confessed confessing confession", _TRUE, "“says”"),
        Verdict("concede concedes conceded conceding", _TRUE, "“says”"),
        Verdict("lied liar liars", _FALSE, "“says”, and beside it who denies it"),
        Verdict("falsely untruthfully dishonestly", _FALSE, "“says”, and beside it who denies it"),
        Verdict("refute refutes refuted refuting", _FALSE, "“denies” or “rejects”"),
        Verdict("debunk debunks debunked debunking", _FALSE, "“denies” or “rejects”"),
        Verdict(
            "disprove disproves disproved disproven disproving", _FALSE, "“denies”, and the reason given"
        ),
        Verdict("baseless groundless unfounded bogus", _FALSE, "who denies it, and the reason given"),
        Verdict("so-called supposedly purportedly", _DOUBT, "the name as it stands, or whose name it is"),
    ),
    "fr": (
        Verdict("avoue avouent avoué avouée avoués avouer avouait avouant aveu aveux", _TRUE, "« dit »"),
        Verdict("confesse confessent confessé confessée confesser", _TRUE, "« dit »"),
        Verdict("menti mentir mentait menteur menteuse menteurs", _FALSE, "« dit », et qui le nie"),
        Verdict("mensonger mensongère mensongers mensongères", _FALSE, "qui le nie, et sa raison"),
        Verdict("faussement mensongèrement", _FALSE, "« dit », et qui le nie"),
        Verdict("réfute réfutent réfuté réfutée réfuter réfutait", _FALSE, "« dément » ou « rejette »"),
        Verdict("infondé infondée infondés infondées", _FALSE, "qui le nie, et sa raison"),
        Verdict("soi-disant prétendument prétendu prétendue prétendus prétendues", _DOUBT, "le nom tel quel"),
    ),
    "ar": (
        Verdict("اعترف اعترفت اعترفوا يعترف تعترف يعترفون معترفا معترفة", _TRUE, "«قال»"),
        Verdict("كذب كذبت كذبوا يكذب تكذب كاذب كاذبة كذبا زورا", _FALSE, "«قال»، ومن ينفي ذلك"),
        Verdict("زعم زعمت زعموا يزعم تزعم يزعمون زاعما", _FALSE, "«قال»"),
        Verdict("دحض دحضت يدحض تدحض فند فندت يفند تفند", _FALSE, "«نفى»"),
        Verdict("المزعوم المزعومة مزعوم مزعومة", _DOUBT, "الاسم كما هو"),
    ),
}

_WORD = re.compile(r"\w+(?:-\w+)*")
_HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670]")
_CONJUNCTIONS = ("و", "ف")


def verdict_word(context: Context) -> Iterator[Problem]:
    """Find words of the dossier's own that pass a verdict on what somebody said.

    "Admitted" says that it is true, "falsely" that it is not, "so-called" that it is nothing of the kind. A
    dossier sets statements beside one another, and leaves the verdict to its readers. The rule reads what
    its authors write: titles, names of events, summaries, descriptions, claims, questions and notes; not the
    quotes and passages, and nothing that stands in quotation marks. It knows words of English, French and
    Arabic, and uses those of the dossier's `language`.

    Write what the hint offers, or set the word in quotation marks if it is the source's. A claim that does
    assert a lie, because somebody does, is a case for an allowance. "Claimed" is not among the words,
    although style guides advise "said": it leaves open whether it is true, a group that "claimed
    responsibility" did no more, and a claim is what this format calls a proposition. The Arabic «زعم» is
    among them, since it implies that what was said is not true.
    """
    language = context.dossier.settings.language.partition("-")[0]
    verdicts = _by_word(language)
    for own in own_words(context) if verdicts else ():
        for word in dict.fromkeys(_words(own.text, language)):
            if (verdict := verdicts.get(word)) is not None:
                yield warning(
                    own.place(context),
                    "verdict-word",
                    f"“{word}” passes a verdict: it {verdict.implies}.",
                    f"Write {verdict.instead}; set it in quotation marks if it is the source’s word.",
                )


@cache
def _by_word(language: str) -> dict[str, Verdict]:
    return {word: verdict for verdict in VERDICTS.get(language, ()) for word in verdict.words.split()}


def _words(text: str, language: str) -> Iterator[str]:
    """Give the words of a text as the lists have them, in Arabic also without a conjunction before."""
    if language != "ar":
        yield from _WORD.findall(text.casefold())
        return
    for word in _WORD.findall(_HARAKAT.sub("", text)):
        yield word
        if word.startswith(_CONJUNCTIONS):
            yield word[1:]


RULES = (
    Rule(
        "verdict-word",
        verdict_word,
        passing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            events:
              briefing:
                name: Press briefing
                kind: press-briefing
                summary: The spokesman says that nobody was told. The ministry calls it “falsely stated”.
                evidence:
                  - {source: news, passage: nobody was told}
            """,
            text="The spokesman admitted that nobody was told.",
        ),
        failing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            events:
              briefing:
                name: Press briefing
                kind: press-briefing
                summary: The spokesman admitted that nobody was told.
                evidence:
                  - {source: news, passage: nobody was told}
            """,
            text="The spokesman admitted that nobody was told.",
            line=7,
        ),
    ),
)
