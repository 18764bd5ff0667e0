"""The rule against words that pass a verdict, and the words of three languages that it knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mkdocs_dossier.problems import Problem, warning
from mkdocs_dossier.rules.lexicon import englishsenses as en
from mkdocs_dossier.rules.lexicon import othersenses as other
from mkdocs_dossier.rules.lexicon.uses import Sense, Use, uses
from mkdocs_dossier.rules.ownwords import own_words
from mkdocs_dossier.rules.rule import Context, Rule, example


def always(_: Use) -> bool:
    """Judge a word that has no other sense."""
    return True


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words that say the same of what somebody said: what they imply, and what to write instead.

    `passes` tells the sense in which they do from others.
    """

    words: str
    implies: str
    instead: str
    passes: Sense = always


_TRUE = "takes what was said to be true, and to be against the speaker"
_FACT = "takes what was said to be true"
_FALSE = "says that it is not true"
_DOUBT = "says that it does not deserve its name"
_DENIED = "“says”, and beside it who denies it"
_REASON = "who denies it, and the reason given"
_REJECTS = "“denies” or “rejects”"
_NAME = "the name as it stands, or whose name it is"

VERDICTS: dict[str, tuple[Verdict, ...]] = {
    "en": (
        Verdict("admit admits admitted admitting", _TRUE, "“says”", en.admits),
        Verdict("admittedly", _TRUE, "“says”"),
        Verdict("admission confession", _TRUE, "“says”", en.names_a_fault),
        Verdict("confess confesses confessed confessing", _TRUE, "“says”", en.confesses),
        Verdict("concede concedes conceded conceding", _TRUE, "“says”", en.concedes),
        Verdict("confirms confirmed confirming", _FACT, "“says”", en.confirms),
        Verdict("lied", _FALSE, _DENIED, en.lied),
        Verdict("liar liars", _FALSE, _DENIED, en.liars),
        Verdict("lies", _FALSE, _DENIED, en.lies),
        Verdict("lie", _FALSE, _DENIED, en.lie),
        Verdict("falsely untruthfully dishonestly", _FALSE, _DENIED, en.falsely),
        Verdict("expose exposes exposed exposing", _FALSE, _REASON, en.exposes),
        Verdict("refute refutes refuted refuting", _FALSE, _REJECTS, en.refutes),
        Verdict("debunk debunks debunked debunking", _FALSE, _REJECTS, en.refutes),
        Verdict(
            "disprove disproves disproved disproven disproving",
            _FALSE,
            "“denies”, and the reason given",
            en.refutes,
        ),
        Verdict("baseless groundless unfounded bogus", _FALSE, _REASON, en.baseless),
        Verdict("so-called", _DOUBT, _NAME, en.so_called),
        Verdict("supposedly purportedly", _DOUBT, _NAME),
    ),
    "fr": (
        Verdict("avoue avouent avoué avouée avoués avouer avouait avouant", _TRUE, "« dit »", other.avows),
        Verdict("aveu aveux", _TRUE, "« dit »", other.avowal),
        Verdict("confesse confessent confessé confessée confesser", _TRUE, "« dit »", other.confesses),
        Verdict(
            "menti mentir mentait menteur menteuse menteurs", _FALSE, "« dit », et qui le nie", other.lies
        ),
        Verdict(
            "mensonger mensongère mensongers mensongères", _FALSE, "qui le nie, et sa raison", other.lying
        ),
        Verdict("faussement mensongèrement", _FALSE, "« dit », et qui le nie", other.falsely),
        Verdict(
            "réfute réfutent réfuté réfutée réfuter réfutait",
            _FALSE,
            "« dément » ou « rejette »",
            other.refutes,
        ),
        Verdict("infondé infondée infondés infondées", _FALSE, "qui le nie, et sa raison", other.unfounded),
        Verdict(
            "soi-disant prétendu prétendue prétendus prétendues", _DOUBT, "le nom tel quel", other.so_called
        ),
        Verdict("prétendument", _DOUBT, "le nom tel quel"),
    ),
    "ar": (
        Verdict("اعترف اعترفت اعترفوا يعترف تعترف يعترفون معترفا معترفة", _TRUE, "«قال»", other.recognises),
        Verdict(
            "كذب كذبت كذبوا يكذب تكذب كاذب كاذبة كذبا زورا",
            _FALSE,
            "«قال»، ومن ينفي ذلك",
            other.denies_report,
        ),
        Verdict("زعم زعمت زعموا يزعم تزعم يزعمون زاعما", _FALSE, "«قال»", other.leads),
        Verdict("دحض دحضت يدحض تدحض فند فندت يفند تفند", _FALSE, "«نفى»", other.disproves),
        Verdict("المزعوم المزعومة مزعوم مزعومة", _DOUBT, "الاسم كما هو"),
    ),
}


def verdict_word(context: Context) -> Iterator[Problem]:
    """Find words of the dossier's own that pass a verdict on what somebody said.

    "Admitted that" says that it is true, "falsely" that it is not, "the so-called truce" that it is nothing
    of the kind. A dossier sets statements beside one another, and leaves the verdict to its readers. The
    rule reads what its authors write: titles, names of events, summaries, descriptions, claims, questions
    and notes; not the quotes and passages, and nothing that stands in quotation marks. It knows words of
    English, French and Arabic, and uses those of the dossier's `language`.

    Write what the hint offers, or set the word in quotation marks if it is the source's. A claim that does
    assert a lie, because somebody does, is a case for an allowance. "Claimed" is not among the words,
    although style guides advise "said": it leaves open whether it is true, a group that "claimed
    responsibility" did no more, and a claim is what this format calls a proposition. The Arabic «زعم» is
    among them, since it implies that what was said is not true.

    A word is reported in that sense only, by what goes with it. Nobody "admitted to hospital" or who
    "conceded a goal", "the election" or "a town" says anything; "the so-called Islamic State" is a name;
    "confirmed the order" does something, "confirmed that" takes something for a fact. Nor is a verdict the
    dossier's own that it reports as somebody's: "dismissed it as baseless", "says that he lied", "charged
    with falsely reporting". The rule knows no grammar beyond the words around, and where it cannot tell, it
    rather says nothing.
    """
    language = context.dossier.settings.language.partition("-")[0]
    verdicts = _by_word(language)
    for own in own_words(context) if verdicts else ():
        for word in _passing(own.text, language):
            yield warning(
                own.place,
                "verdict-word",
                f"“{word}” passes a verdict: it {verdicts[word].implies}.",
                f"Write {verdicts[word].instead}; set it in quotation marks if it is the source’s word.",
            )


def _passing(text: str, language: str) -> Iterator[str]:
    """List the words that pass a verdict in a text, each once."""
    verdicts = _by_word(language)
    found: set[str] = set()
    for use in uses(text, language, verdicts):
        if use.word not in found and verdicts[use.word].passes(use):
            found.add(use.word)
            yield use.word


@cache
def _by_word(language: str) -> dict[str, Verdict]:
    return {word: verdict for verdict in VERDICTS.get(language, ()) for word in verdict.words.split()}


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
