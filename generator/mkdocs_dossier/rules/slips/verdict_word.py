"""The rule against words that pass a verdict."""

from collections.abc import Iterator, Mapping
from functools import cache

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon import arabic, english, french
from mkdocs_dossier.rules.lexicon.uses import Verdict, uses
from mkdocs_dossier.rules.ownwords import own_words
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule

_VERDICTS = {"en": english.VERDICTS, "fr": french.VERDICTS, "ar": arabic.VERDICTS}


def _find(context: Context) -> Iterator[Finding]:
    """Find words of the dossier's own that pass a verdict on what somebody said.

    "Admitted that" says that it is true, "falsely" that it is not, "the so-called truce" that it is nothing
    of the kind. A dossier sets statements beside one another, and leaves the verdict to its readers. The rule
    reads what the authors of the dossier write: titles, names of events, summaries, descriptions, claims,
    questions and notes; not the quotes and passages, and nothing that stands in quotation marks. It knows
    words of English, French and Arabic, and uses those of the dossier's `language`.

    Write what the hint offers, or set the word in quotation marks if it is the source's. A claim that does
    assert a lie, because somebody does, is a case for an allowance. "Claimed" is not among the words,
    although style guides advise "said": it leaves open whether something is true; a group that "claimed
    responsibility" did no more; and a claim is what this format calls a proposition. The Arabic «زعم» is
    among them, since it implies that what was said is not true.

    A word is reported only where it passes a verdict, which the words around it tell. Somebody who was
    "admitted to hospital", or "conceded a goal", "the election" or "a town", says nothing by that; "the
    so-called Islamic State" is a name; "confirmed the order" does something, while "confirmed that" takes
    something for a fact. A verdict that the dossier reports as somebody else's is not its own: "dismissed it
    as baseless", "says that he lied", "charged with falsely reporting". The rule knows no grammar beyond the
    words around, and says nothing where these do not tell.
    """
    language = context.dossier.settings.language.partition("-")[0]
    verdicts = _by_word(language)
    for own in own_words(context) if verdicts else ():
        for word in _passing(own.text, language):
            yield Finding(
                own.place,
                f"“{word}” passes a verdict: it {verdicts[word].implies}.",
                f"Write {verdicts[word].instead}; set it in quotation marks if it is the source’s word.",
            )


def _passing(text: str, language: str) -> Iterator[str]:
    """List the words that pass a verdict in a text, each once, in their order."""
    verdicts = _by_word(language)
    found: set[str] = set()
    for use in uses(text, language, verdicts):
        if use.word not in found and verdicts[use.word].passes(use):
            found.add(use.word)
            yield use.word


@cache
def _by_word(language: str) -> Mapping[str, Verdict]:
    return {word: verdict for verdict in _VERDICTS.get(language, ()) for word in verdict.words.split()}


RULE = Rule(
    "verdict-word",
    Level.WARNING,
    _find,
    passing=Example(
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
    failing=Example(
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
)
