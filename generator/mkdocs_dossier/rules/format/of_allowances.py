"""The rules of the comments that turn a rule off for one record."""

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

BAD_ALLOWANCE = Rule(
    "bad-allowance",
    Level.WARNING,
    page="""
    Find allowances without a reason, or of a rule that cannot be turned off.

    Whoever reads the dossier later has to see why a warning was set aside. An allowance that is not complete
    turns nothing off. Errors cannot be turned off.

    Write `# dossier: allow RULE: reason`, with the name that stands in brackets at the end of the warning.
    """,
    passing=Example(
        """
        places:
          # dossier: allow unused-place: the next article is about it
          anbar: {name: Anbar, kind: region}
        """
    ),
    failing=Example(
        """
        sources:
          news: {title: News, publisher: rudaw}
        actors:
          rudaw:
            # dossier: allow unused-actor
            name: Rudaw
            kind: media
            description: Reports in [[news]].
        """,
        line=5,
    ),
)

UNUSED_ALLOWANCE = Rule(
    "unused-allowance",
    Level.WARNING,
    page="""
    Find allowances of a rule that finds nothing in that record.

    The cause was mended, or the comment stands in another record than the one that the warning was about.
    Left there, it would hide the next mistake of that kind.

    Remove it, or move it into the record that the warning names.
    """,
    passing=Example(
        """
        places:
          anbar: # dossier: allow unused-place: the next article is about it
            name: Anbar
            kind: region
        """
    ),
    failing=Example(
        """
        sources:
          news: {title: News, publisher: rudaw}
        actors:
          rudaw:
            # dossier: allow unused-actor: the next article is from it
            name: Rudaw
            kind: media
            description: Reports in [[news]].
        """,
        line=5,
    ),
)
