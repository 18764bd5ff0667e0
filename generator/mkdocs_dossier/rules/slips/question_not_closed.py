"""The rule that a claim's question can be answered with yes or no."""

from collections.abc import Iterator

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.lexicon.openquestions import closed_form, opening
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find questions of claims that neither yes nor no can answer.

    A claim is asserted or denied, and its question is the heading that this stands under. "Who attacked the
    town?" can be neither asserted nor denied: a reader who finds "asserts" below it cannot tell what is
    asserted. The rule looks at the first words of a question, in the dossier's `language`: who, what, when,
    where, which, why and how, in Arabic, English, French and German. It is silent of "When it began, was
    anybody told?", and in other languages.

    Ask what the claim's `text` answers with yes: "Did the army attack the town?" for "The army attacked the
    town". If several answers were given, each is a claim of its own.
    """
    language = context.dossier.settings.language.partition("-")[0]
    for claim in context.dossier.claims.values():
        if claim.question and (opened := opening(claim.question, language)):
            yield Finding(
                context.place("claims", claim.id, "question"),
                f"This question begins with “{opened}”: it can be neither asserted nor denied.",
                f"Ask one that yes or no answers, such as {closed_form(language)}; its yes is the `text`.",
            )


RULE = Rule(
    "question-not-closed",
    Level.WARNING,
    _find,
    passing=Example(
        """
        claims:
          army-attacked:
            text: The army attacked the town.
            question: Did the army attack the town?
        """
    ),
    failing=Example(
        """
        claims:
          army-attacked:
            text: The army attacked the town.
            question: Who attacked the town?
        """,
        line=4,
    ),
)
