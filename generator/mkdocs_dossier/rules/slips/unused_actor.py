"""The rule that an actor is tied to another record."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.unused import unused


def _find(context: Context) -> Iterator[Finding]:
    """Find actors that nothing ties to another record.

    The actor's page would list nothing: no role, body, part or relation of its own or of others, no
    statement, event or source, and no mention. Often an id was mistyped elsewhere, or the record that needed
    the actor is gone.

    Name the actor where it belongs (a link in prose will do), write its roles and bodies, or remove it.
    """
    return unused(context, "actors", "Name it where it belongs, write whom it is tied to, or remove it.")


RULE = Rule(
    "unused-actor",
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
        actors:
          kirby: {name: John Kirby, kind: person}
        """,
        line=2,
    ),
    looks_for_absence=True,
    spares_drafts=True,
)
