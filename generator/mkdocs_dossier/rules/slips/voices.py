"""Rules on whom a statement speaks for: a role that had ended, a correction by another side."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.voices import held
from mkdocs_dossier.model.records import Role, Statement
from mkdocs_dossier.problems import Problem, warning
from mkdocs_dossier.rules.rule import Context, Rule, example


def role_ended(context: Context) -> Iterator[Problem]:
    """Find statements whose speaker held none of the roles that speak for a body any more, or yet.

    Such a statement speaks for nobody but the speaker, and contradicts less than it seems to: a slip in the
    date of the statement or of the role may hide a dispute.

    Compare `said` with the role's `from` and `until`. If the speaker did speak in another role, add it; if
    only for themselves, say so in an allowance.
    """
    dossier = context.dossier
    for statement in dossier.statements.values():
        roles = [role for role in dossier.actors[statement.speaker].roles if role.speaks_for]
        date = dossier.date_of(statement)
        if date is None or not roles or any(held(role, date) for role in roles):
            continue
        name = dossier.actors[statement.speaker].name
        yield warning(
            context.place("statements", statement.id, "said" if statement.said else "speaker"),
            "role-ended",
            f"On {date.text} {name} held no role that speaks for a body: {_held_when(dossier, roles[-1])}.",
            "Compare the dates of the role and of the statement.",
        )


def _held_when(dossier: Dossier, role: Role) -> str:
    at = dossier.actors[role.at].name if role.at in dossier.actors else role.at
    bounds = [
        f"{word} {date.text}"
        for word, date in (("from", role.from_), ("until", role.until))
        if date is not None
    ]
    return f"“{role.title}” at {at} is dated {' '.join(bounds)}"


def corrects_other_side(context: Context) -> Iterator[Problem]:
    """Find statements that correct one of another side, or a later one.

    `corrects` says that the speaker's side takes back what it said before. Between two sides it is a
    contradiction, and needs no mark; and nobody takes back what has not been said yet.

    Remove `corrects`, or correct the speaker's roles and `part_of` so that the two sides are one; compare
    the dates of the two.
    """
    dossier, voices = context.dossier, context.findings.voices
    for statement in dossier.statements.values():
        other = dossier.statements.get(statement.corrects or "")
        if other is None or other is statement:
            continue
        place = context.place("statements", statement.id, "corrects")
        if not set(voices.get(statement.id, ())) & set(voices.get(other.id, ())):
            message = f"The statement `{other.id}` is of another side: the two speak for nobody in common."
            hint = "Remove `corrects`: a contradiction between two sides is found without it."
            yield warning(place, "corrects-other-side", message, hint)
        elif _is_later(dossier, other, statement):
            message = f"The statement `{other.id}` is later than this one."
            yield warning(place, "corrects-other-side", message, "Compare the dates of the two statements.")


def _is_later(dossier: Dossier, one: Statement, other: Statement) -> bool:
    """Tell whether all that a statement's date may mean is after all that the other's may."""
    first, second = dossier.date_of(other), dossier.date_of(one)
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return second.earliest > first.latest


RULES = (
    Rule(
        "role-ended",
        role_ended,
        passing=example(
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
        failing=example(
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
    ),
    Rule(
        "corrects-other-side",
        corrects_other_side,
        passing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            actors:
              kirby: {name: John Kirby, kind: person, part_of: us}
              patel: {name: Vedant Patel, kind: person, part_of: us}
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
        failing=example(
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
    ),
)
