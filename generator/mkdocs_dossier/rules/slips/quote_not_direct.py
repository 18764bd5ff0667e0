"""The rule that a quote is direct speech."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.voices import bodies_above, held
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.match import is_said
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.reporting import REPORTING_KINDS
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken
from mkdocs_dossier.values.dates import EdtfDate

_BODIES = ("organisation", "government", "armed-group", "state")
"""The kinds of actors who publish for the bodies that they are part of; what a paper prints is its own."""


def _find(context: Context) -> Iterator[Finding]:
    """Find quotes that do not stand inside quotation marks in their source.

    `quote` is for the speaker's own words. Where the source sets no quotation marks, the words may be those
    of a reporter who sums up what was said: to show them as the speaker's own would put words into somebody's
    mouth.

    Four other ways to set speech count like quotation marks. Paragraphs in a row that begin with a dash, if
    one of them asks something or has a clause such as “, a dit Ana Roe”, or if the line above announces them;
    other lines with dashes are a list. The paragraph below a line such as “Ana Roe wrote on X:”, and those
    after it that are set in further or begin with `>`. What follows a name and a colon at the beginning of a
    paragraph, where the text has two such paragraphs or the name has a title, as “Mr. Roe:”; one name alone
    may be that of the town where the report was written. And what follows `Q:` and `A:`, or such a word.

    Put the words into `passage` instead, or take as `quote` only the part that the source quotes. The rule
    looks at sources of the kinds `article` and `report` only: in a transcript, post, video or document the
    words stand for themselves. It leaves out sources that are all the speaker's words: those that the speaker
    published or wrote, or somebody who speaks for the speaker, as a ministry does for its government. A
    medium speaks for itself alone, not for the bodies that it is part of. An article that marks quotations in
    yet another way, as an interview with its questions in bold, is a case for an allowance.
    """
    for report in spoken(context):
        if context.dossier.sources[report.source].kind not in REPORTING_KINDS:
            continue
        if _is_in_own_words(context.dossier, report):
            continue
        for quoted in report.quoted(context):
            if not is_said(report.text, quoted.match):
                yield Finding(
                    quoted.place,
                    "This `quote` does not stand inside quotation marks in its source.",
                    "Write it as `passage`, or quote only the words that the source quotes.",
                )


def _is_in_own_words(dossier: Dossier, report: Spoken) -> bool:
    """Tell whether all of the source is the speaker's own words, by who published or wrote it."""
    source = dossier.sources[report.source]
    behind = [one for one in (source.publisher, *source.authors) if one and one in dossier.actors]
    own = {one for actor in behind for one in _speaks_for(dossier, actor, source.published)}
    return not own.isdisjoint(report.speakers)


def _speaks_for(dossier: Dossier, actor: str, date: EdtfDate | None) -> Iterator[str]:
    """List those whose words an actor publishes or writes: itself, and the bodies that it speaks for."""
    held_at = [role.at for role in dossier.actors[actor].roles if role.speaks_for and held(role, date)]
    for one in (actor, *held_at):
        yield one
        if one in dossier.actors and dossier.actors[one].kind in _BODIES:
            yield from bodies_above(dossier, one, date)


RULE = Rule(
    "quote-not-direct",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: Washington told Iraq
            positions: {told: asserts}
        """,
        text="Kirby said that Washington told Iraq before the strikes.",
        line=11,
    ),
)
