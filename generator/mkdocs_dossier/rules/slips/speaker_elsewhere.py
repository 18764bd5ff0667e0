"""The rule that the paragraph of a quotation does not name somebody else in the speaker's stead."""

from collections.abc import Iterator

from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.match import is_direct
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.called import speaks_in_own_text
from mkdocs_dossier.rules.slips.others import OtherReader
from mkdocs_dossier.rules.slips.outside import around_marks, outside
from mkdocs_dossier.rules.slips.reporting import REPORTING_KINDS
from mkdocs_dossier.rules.slips.spoken import Quoted, Spoken, spoken

_READ_AT_MOST = 10_000
"""A longer paragraph is none: who speaks there is named anywhere in it, and it takes long to read."""


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations whose paragraph names another recorded actor, and not the speaker.

    Two people who are quoted one after the other are easily taken for one another, and each is named near
    both. The rule reads the words of the paragraph that stand outside quotation marks. It reports a quotation
    where these name an actor of the dossier, but hold nothing that the speaker is called by, and no pronoun
    or post ("he", "the spokeswoman") that could be the speaker. A post that stands beside another's name, as
    in "Ana Roe, the spokeswoman", is taken for that of the other.

    It looks at articles and reports, and at words in quotation marks. It knows the pronouns and posts of
    English, German, French and Arabic, and says nothing where the source is in another language, or is the
    speaker's own. Whoever has a role at the speaker, or is part of it, is not somebody else.

    Look up who says it there. If the source calls the speaker by another name, add that to the actor's
    `aliases`. If the paragraph names somebody else, but the speaker does say it, allow it with the reason.
    """
    reader = OtherReader(context.dossier)
    for report in spoken(context):
        if not _may_be_of_others(context, report):
            continue
        for quoted in report.quoted(context):
            if other := _other(reader, report, quoted):
                yield _problem(context, report, quoted, other)


def _may_be_of_others(context: Context, report: Spoken) -> bool:
    """Tell whether a report is one in which the words beside a quotation say whose it is."""
    if not report.speakers or context.dossier.sources[report.source].kind not in REPORTING_KINDS:
        return False
    return not any(speaks_in_own_text(context.dossier, one, report.source) for one in report.speakers)


def _other(reader: OtherReader, report: Spoken, quoted: Quoted) -> Actor | None:
    """Return the actor whom the paragraphs of a quotation name in its speaker's stead, if any."""
    text, match = report.text, quoted.match
    told = all(reader.names.may_tell(one, match) for one in report.speakers)
    if not told or not is_direct(text, match):
        return None
    # A quotation may go on in the next paragraph, which then says whose it is.
    start, end = around_marks(text, match)
    paragraphs = text.paragraph(start)[0], text.paragraph(end - 1)[1]
    if paragraphs[1] - paragraphs[0] > _READ_AT_MOST:
        return None
    return reader.only_other(report, outside(text, paragraphs))


def _problem(context: Context, report: Spoken, quoted: Quoted, other: Actor) -> Finding:
    speakers = [context.dossier.actors[one].name for one in report.speakers]
    called = " or ".join(speakers)
    return Finding(
        quoted.place,
        f"Outside its quotation marks, the paragraph of these words names {other.name}, and nothing that "
        f"{called} is called by.",
        f"Look up who says it there. If {other.name} reports what {called} said, make it a `passage`; if the "
        f"source uses another name for {called}, add it to the `aliases` of `{report.speakers[0]}`.",
    )


RULE = Rule(
    "speaker-elsewhere",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
          adel: {name: Basma Adel, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          adel-denies:
            speaker: adel
            source: news
            quote: Nobody told us
            positions: {told: denies}
          orm-told:
            speaker: orm
            source: news
            quote: We told them
            positions: {told: asserts}
        """,
        text="“We told them,” Jon Orm said.\n\n“Nobody told us,” Basma Adel said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          orm: {name: Jon Orm, kind: person}
          adel: {name: Basma Adel, kind: person}
        claims:
          told: {text: Sudland was told of the raid before it.}
        statements:
          orm-denies:
            speaker: orm
            source: news
            quote: Nobody told us
            positions: {told: denies}
        """,
        text="“We told them,” Jon Orm said.\n\n“Nobody told us,” Basma Adel said.",
        line=12,
    ),
)
