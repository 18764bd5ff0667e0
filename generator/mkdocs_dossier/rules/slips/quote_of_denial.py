"""The rule that a quotation is not one that its source denies."""

from collections.abc import Iterator

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.denials import is_denied
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.introduced import introduced
from mkdocs_dossier.rules.slips.spoken import spoken


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations that the source denies, in statements that assert a claim.

    Who "denied having said “We told them”" did not say that they told them. Words that stand behind "denied
    that", "rejected the claim" or "never said" are somebody else's, or nobody's.

    The rule reads the words of the sentence right before the quotation marks, and right after them. It knows
    such verbs of English, German, French and Arabic.

    Quote what the speaker does say, or write the whole sentence as `passage`. Where the position is that of
    the denial, write `denies`.
    """
    for report in spoken(context):
        if Stance.ASSERTS not in report.statement.positions.values():
            continue
        language = context.dossier.source_language(report.source).partition("-")[0]
        for quoted in report.quoted(context):
            around = introduced(report.text, quoted.match)
            if is_denied(around.before, around.after, language):
                yield Finding(
                    quoted.place,
                    "The source says of these words that they are denied.",
                    "Quote what the speaker does say; or take the sentence as `passage`, and write `denies`.",
                )


RULE = Rule(
    "quote-of-denial",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            passage: Jon Orm denied having said “We told them all”
            positions: {told: denies}
        """,
        text="Jon Orm denied having said “We told them all”.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-told:
            speaker: orm
            source: news
            quote: We told them all
            positions: {told: asserts}
        """,
        text="Jon Orm denied having said “We told them all”.",
        line=11,
    ),
)
