"""The rule that a quotation is more than a headline."""

import re
from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.search import first
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.reporting import REPORTING_KINDS
from mkdocs_dossier.rules.slips.spoken import spoken
from mkdocs_dossier.text.folding import folded, split

_LONGEST = 200
"""No headline has more characters."""

_ENDS_SENTENCE = re.compile(r"[.!?:;,…؟۔،。][\s\"“”„‟«»‘’‚‹›')\]]*$")


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations that stand in nothing but the headline.

    A headline shortens what was said, often by those who did not hear it: "“We never agreed”" may be all that
    is left of "We never agreed to that in writing". The words that count stand in the article.

    In articles and reports the rule looks at the first line of the text, where other text follows: it is a
    headline if it is the source's `title`, or if it is short and no mark ends it as one ends a sentence. What
    stands in the rest of the text as well is not reported.

    Quote the article itself. If it does not have the words, they may be the headline's only.
    """
    for report in spoken(context):
        source = context.dossier.sources[report.source]
        if source.kind not in REPORTING_KINDS:
            continue
        end = _headline_ends(report.text, source.title)
        for quoted in report.quoted(context):
            if quoted.match.end <= end and first(report.text, quoted.words, end, None) is None:
                yield Finding(
                    quoted.place,
                    "These words stand in the headline only, and not in the text that follows it.",
                    "Quote what the article itself has the speaker say.",
                )


def _headline_ends(text: SourceText, title: str) -> int:
    """Return where the headline that a text begins with ends; 0 where it begins with none."""
    if len(text.paragraphs) < 2:  # noqa: PLR2004 - a headline and what follows it
        return 0
    start, end = text.paragraphs[0]
    line = text.text[start:end]
    is_title = split(folded(line[:_LONGEST])) == split(folded(title[:_LONGEST]))
    is_headline = len(line) <= _LONGEST and not _ENDS_SENTENCE.search(line)
    return end if is_title or is_headline else 0


RULE = Rule(
    "quote-is-headline",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          agreed: {text: Orm agreed to the raid.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            quote: We never agreed in writing
            positions: {agreed: denies}
        """,
        text="Orm: “We never agreed”\n\n“We never agreed in writing,” Jon Orm said on Friday.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          agreed: {text: Orm agreed to the raid.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            quote: We never did agree
            positions: {agreed: denies}
        """,
        text="Orm: “We never did agree”\n\n“We never agreed in writing,” Jon Orm said on Friday.",
        line=11,
    ),
)
