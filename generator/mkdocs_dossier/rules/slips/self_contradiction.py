"""The rule that a statement does not deny what it asserts."""

from collections.abc import Iterator

from mkdocs_dossier.findings.implications import Implications
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find statements that assert what another of their positions denies, by what claims imply and exclude.

    People do contradict themselves in one breath. More often one of the positions is wrong, or one claim does
    not imply the other: then all that follows from it is wrong, too.

    Read the statement again, and the `implies` and `excludes` of the claims that are named. If the speaker
    did say both, say so in an allowance. A position that the statement takes itself stands before one that
    follows; where chains lead to both stances, neither follows.
    """
    logic = Implications(context.dossier.claims)
    for identifier, statement in context.dossier.statements.items():
        # Where one claim is both asserted and denied, all that leads there is: the nearest one says it.
        claim = min(
            logic.against_itself(statement.positions),
            key=lambda claim: (_steps(logic, statement, claim), claim),
            default=None,
        )
        if claim is not None:
            way = ("positions", claim) if claim in statement.positions else ("positions",)
            yield Finding(
                context.place("statements", identifier, *way),
                f"This statement leads to both stances on the claim `{claim}`: "
                f"{_spoken(logic, statement, claim, Stance.ASSERTS)}, and "
                f"{_spoken(logic, statement, claim, Stance.DENIES)}.",
                "Correct the positions, or the `implies` and `excludes` of these claims.",
            )


def _steps(logic: Implications, statement: Statement, claim: str) -> int:
    """Count the steps that lead to both stances on a claim."""
    stances = (Stance.ASSERTS, Stance.DENIES)
    return sum(len(logic.chain(statement.positions, claim, stance)) for stance in stances)


def _spoken(logic: Implications, statement: Statement, claim: str, stance: Stance) -> str:
    """Say how a statement comes to a stance on a claim."""
    chain = logic.chain(statement.positions, claim, stance)
    if not chain:
        return f"it {stance} it"
    first = statement.positions[chain[0]]
    through = f", through {', '.join(f'`{key}`' for key in chain[1:])}" if chain[1:] else ""
    return f"it {first} `{chain[0]}`, from which follows that it {stance} it{through}"


RULE = Rule(
    "self-contradiction",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes., implies: [knew]}
          knew: {text: Iraq knew of the strikes before them.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts, knew: qualifies}
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
          told: {text: Iraq was told before the strikes., implies: [knew]}
          knew: {text: Iraq knew of the strikes before them.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts, knew: denies}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=13,
    ),
)
