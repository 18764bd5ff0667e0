"""The rule that a claim does not exclude itself, or what it implies."""

from collections.abc import Iterator, Mapping

from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find claims that exclude themselves, or that imply and exclude the same claim.

    From such a claim would follow that it is not true, whatever anybody says. `excludes` is read both ways:
    it does not matter which of the two claims names the other.

    Remove the `implies` or the `excludes` that is wrong. Claims that imply one another are no fault: they say
    the same.
    """
    claims = context.dossier.claims
    for key, claim in claims.items():
        for index, other in enumerate(claim.excludes):
            if other == key:
                yield Finding(
                    context.place("claims", key, "excludes", index),
                    f"The claim `{key}` excludes itself.",
                    "Remove it from `excludes`.",
                )
        for index, other in enumerate(claim.implies):
            if (excluding := _excluding(claims, key, other)) is not None:
                where = context.place("claims", excluding[0], "excludes", excluding[1])
                yield Finding(
                    context.place("claims", key, "implies", index),
                    f"The claim `{key}` implies `{other}`, and one of the two excludes the other.",
                    f"Remove this, or the `excludes` at {where}.",
                )


def _excluding(claims: Mapping[str, Claim], one: str, other: str) -> tuple[str, int] | None:
    """Return which of two claims excludes the other, and at which of its places, if one does."""
    for key, named in ((one, other), (other, one)):
        excluded = claims[key].excludes if key in claims else ()
        if key != named and named in excluded:
            return key, excluded.index(named)
    return None


RULE = Rule(
    "claim-against-itself",
    Level.ERROR,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        claims:
          knew: {text: Iraq knew of the strikes before them.}
          told: {text: Iraq was told before the strikes., implies: [knew]}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        claims:
          knew: {text: Iraq knew of the strikes before them.}
          told: {text: Iraq was told before the strikes., implies: [knew], excludes: [knew]}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=13,
    ),
)
