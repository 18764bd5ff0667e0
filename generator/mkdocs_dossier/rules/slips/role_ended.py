"""The rule that speakers hold a role when they speak for a body."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.recordparts import Role
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.dates import EdtfDate


def _find(context: Context) -> Iterator[Finding]:
    """Find statements dated outside all of the speaker's roles that speak for a body.

    Such a statement speaks for nobody but the speaker, and contradicts less than it seems to: a wrong date of
    the statement or of the role may hide a dispute. Who left the last role more than a year before is known
    to speak for themselves, and is not reported; nor is a statement that is only known to be no later than
    some day, if the role was held before.

    Compare `said` with the role's `from` and `until`. If the speaker did speak in another role, add it; if
    only for themselves, say so in an allowance.
    """
    dossier = context.dossier
    for statement in dossier.statements.values():
        date = dossier.date_of(statement)
        for index, speaker in enumerate(statement.speakers):
            roles = [role for role in dossier.actors[speaker].roles if role.speaks_for]
            if date is None or not roles or any(_may_be_held(role, date) for role in roles):
                continue
            name, way = dossier.actors[speaker].name, ("said",) if statement.said else ("speaker", index)
            yield Finding(
                context.place("statements", statement.id, *way),
                f"On {date.text} {name} held no role that speaks for a body: "
                f"{_held_when(dossier, roles[-1])}.",
                "Compare the dates of the role and of the statement.",
            )


def _may_be_held(role: Role, date: EdtfDate) -> bool:
    """Tell whether a role may have been held on a date, or had long ended."""
    end, said = role.until and role.until.latest, date.earliest
    is_long_past = bool(end and said and said > (end[0] + 1, *end[1:]))
    return is_long_past or date.within(role.from_, role.until)


def _held_when(dossier: Dossier, role: Role) -> str:
    at = dossier.actors[role.at].name if role.at in dossier.actors else role.at
    bounds = [
        f"{word} {date.text}"
        for word, date in (("from", role.from_), ("until", role.until))
        if date is not None
    ]
    return f"“{role.title}” at {at} is dated {' '.join(bounds)}"


RULE = Rule(
    "role-ended",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby:
            name: John Kirby
            kind: person
            roles:
              - {title: Spokesman, at: council, from: 2022-05, speaks_for: true}
          council: {name: US National Security Council, kind: organisation}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            said: 2024-02-02
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
          kirby:
            name: John Kirby
            kind: person
            roles:
              - {title: Spokesman, at: council, until: 2023-12, speaks_for: true}
          council: {name: US National Security Council, kind: organisation}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            said: 2024-02-02
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=15,
    ),
)
