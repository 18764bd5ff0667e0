"""The rule that a person has read whatever is published."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.refs import SECTIONS


def _find(context: Context) -> Iterator[Finding]:
    """Find files with records that nobody has approved: those with `review: draft`.

    A program that drafts records can misread an article as anybody can. What a site shows of somebody, a
    person has compared with the source before. So drafts stop a build: no page, count, search or file of data
    of a built site has anything of them. `dossier check` counts them for each file, and `mkdocs serve` shows
    each on a page of its own, marked as a draft, and lists them all at `/drafts/`.

    `dossier review` shows one draft after another beside its source, to be approved, changed or dropped. To
    remove the line `review: draft` by hand is the same as to approve. Nothing else turns this off.
    """
    found: dict[str, list[Location]] = {}
    for section in SECTIONS:
        for record in context.dossier.section(section).values():
            if record.is_draft:
                place = context.place(section, record.id, "review")
                found.setdefault(place.path, []).append(place)
    for path, places in sorted(found.items()):
        number = len(places)
        are = (
            "1 record of this file is a draft"
            if number == 1
            else f"{number:,} records of this file are drafts"
        )
        yield Finding(
            min(places),
            f"{are} that nobody has approved: {path}.",
            "Approve or drop them with `dossier review`: a build has no drafts.",
        )


RULE = Rule(
    "unreviewed",
    Level.ERROR,
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
            quote: We told Iraq
            positions: {told: asserts}
            review: draft
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=13,
    ),
    for_builds=True,
)
