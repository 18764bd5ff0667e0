"""The rule that a side corrects what it said itself, and before."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find statements that correct one of another side, or a later one.

    `corrects` says that the speaker's side takes back what it said before. Between two sides it is a
    contradiction, and needs no mark: nothing is taken back by it. And nobody takes back what has not been
    said yet.

    Remove `corrects`, or add the roles by which both speak for one body. To be `part_of` a body is not
    enough for a person: that is not to speak for it. If the one that is corrected is later, compare the dates
    of the two.
    """
    dossier, voices = context.dossier, context.findings.voices
    for statement in dossier.statements.values():
        other = dossier.statements.get(statement.corrects or "")
        if other is None or other is statement or not (statement.speakers and other.speakers):
            continue
        place = context.place("statements", statement.id, "corrects")
        if not set(voices.get(statement.id, ())) & set(voices.get(other.id, ())):
            message = f"The statement `{other.id}` is of another side: the two speak for nobody in common."
            hint = (
                "If they do speak for one body, say so: a role with `speaks_for: true`, or `part_of` of the "
                "two bodies. Else remove `corrects`: a contradiction between two sides is found without it."
            )
            yield Finding(place, message, hint)
        elif _is_later(dossier, other, statement):
            message = f"The statement `{other.id}` is later than this one."
            yield Finding(place, message, "Compare the dates of the two statements.")


def _is_later(dossier: Dossier, one: Statement, other: Statement) -> bool:
    """Tell whether all that a statement's date may mean is after all that the other's may."""
    first, second = dossier.date_of(other), dossier.date_of(one)
    return bool(first and second and second.is_after(first))


RULE = Rule(
    "corrects-other-side",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person, roles: [{title: Spokesman, at: us, speaks_for: true}]}
          patel: {name: Vedant Patel, kind: person, roles: [{title: Spokesman, at: us, speaks_for: true}]}
          us: {name: United States, kind: state}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
          patel-denies:
            speaker: patel
            source: news
            quote: Nobody told Iraq
            positions: {told: denies}
            corrects: kirby-told
        """,
        text="“We told Iraq before,” Kirby said. “Nobody told Iraq before,” Patel said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
          awadi: {name: Basim al-Awadi, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
          awadi-denies:
            speaker: awadi
            source: news
            quote: Nobody told us
            positions: {told: denies}
            corrects: kirby-told
        """,
        text="“We told Iraq before,” Kirby said. “Nobody told us,” Awadi said.",
        line=19,
    ),
)
