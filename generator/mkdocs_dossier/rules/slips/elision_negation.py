"""The rule that brackets in a quotation do not turn it into its opposite."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.lexicon.negations import negations
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.leftout import LeftOut, left_out
from mkdocs_dossier.rules.slips.outside import Span, inside, shortened
from mkdocs_dossier.rules.slips.spoken import spoken


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations that leave out a negation, or put one in.

    "We did […] ask for permission" is not what somebody says who says "We did not ask for permission", though
    each of its words stands in the source. The same goes for what a bracket adds: "We [never] told them".

    The rule knows the negations of English, German, French and Arabic, and uses those of the source's
    language. Of what is left out it reads what stands in quotation marks: the words of the reporter who
    interrupts a quotation may deny as they like. Of a passage without a quote it reads all. A negation that a
    bracket puts in the place of another, as in "[does not] know" for "don’t know", is none too many. Brackets
    of the source itself are its own words.

    Quote the negation too. Where a whole sentence is left out that has one and changes nothing, quote what is
    before and what is after it as two fragments of a list, or allow it with the reason.
    """
    for report in spoken(context):
        language = context.dossier.source_language(report.source)
        for quoted in report.told(context):
            found = (_changed(report.text, gap, language) for gap in left_out(quoted))
            if message := next(filter(None, found), ""):
                hint = "Quote the words that deny as well, or end the fragment before them."
                yield Finding(quoted.place, message, hint)


def _changed(text: SourceText, gap: LeftOut, language: str) -> str:
    """Return what negation is left out or put in; empty if none is, or one in the place of another."""
    left = [word for span in _said(text, gap.span) for word in negations(text.text[slice(*span)], language)]
    put_in = list(negations(gap.put_in, language))
    if left and not put_in:
        return f"What `[…]` leaves out here denies: the source has “{left[0]}” there."
    if put_in and not left:
        return f"The source does not have the “{put_in[0]}” that stands in brackets here."
    return ""


def _said(text: SourceText, gap: Span) -> list[Span]:
    """List what is left out of the speaker's words: what is in quotation marks, or all where none are."""
    near = shortened(gap)
    return [span for part in near for span in inside(text, part)] or ([] if _interrupts(text, gap) else near)


def _interrupts(text: SourceText, gap: Span) -> bool:
    """Tell whether the part before or after what is left out is in quotation marks, so that this is not."""
    return any(text.is_quoted(at, at + 1) for at in (max(0, gap[0] - 1), gap[1]) if at < len(text.text))


RULE = Rule(
    "elision-negation",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          asked: {text: Orm asked for permission.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            quote: We did not ask […] for permission
            positions: {asked: denies}
        """,
        text="“We did not ask the others for permission,” Orm said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
        claims:
          asked: {text: Orm asked for permission.}
        statements:
          orm-asked:
            speaker: orm
            source: news
            quote: We did […] ask the others for permission
            positions: {asked: asserts}
        """,
        text="“We did not ask the others for permission,” Orm said.",
        line=11,
    ),
)
