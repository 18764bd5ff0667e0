"""The rule that what lasts for a time does not end before it begins."""

from collections.abc import Iterator

from mkdocs_dossier.model.recordparts import Membership, Relation, Role
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.refs import Path


def _find(context: Context) -> Iterator[Finding]:
    """Find roles, relations and memberships whose `until` is before their `from`.

    Such a role was never held: what its holder says would silently count for nobody else. That is why this is
    an error, and no allowance turns it off.

    Swap the two dates, or correct the one that is wrong. Dates that may fit, as `from: 2024-02-10` with
    `until: 2024-02`, are not reported.
    """
    for actor in context.dossier.actors.values():
        for path, term in _terms(actor):
            start, end = term.from_, term.until
            if start and end and start.is_after(end):
                yield Finding(
                    context.place("actors", actor.id, *path, "until"),
                    f"This ends, at {end.text}, before it begins, at {start.text}.",
                    "Are `from` and `until` the wrong way round?",
                )


def _terms(actor: Actor) -> Iterator[tuple[Path, Role | Relation | Membership]]:
    for index, membership in enumerate(actor.part_of):
        yield ("part_of", index), membership
    for index, role in enumerate(actor.roles):
        yield ("roles", index), role
    for index, relation in enumerate(actor.relations):
        yield ("relations", index), relation


RULE = Rule(
    "ends-before-start",
    Level.ERROR,
    _find,
    passing=Example(
        """
        actors:
          kirby:
            name: John Kirby
            kind: person
            roles:
              - {title: Spokesman, at: council, from: 2022-05-27, until: 2025-01}
          council:
            name: US National Security Council
            kind: organisation
            relations: [{to: kirby, kind: employs}]
        """
    ),
    failing=Example(
        """
        actors:
          kirby:
            name: John Kirby
            kind: person
            roles:
              - {title: Spokesman, at: council, from: 2025-01, until: 2022-05-27}
          council:
            name: US National Security Council
            kind: organisation
            relations: [{to: kirby, kind: employs}]
        """,
        line=6,
    ),
)
