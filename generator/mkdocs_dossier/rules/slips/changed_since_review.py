"""The rule that what was reviewed is what is written now."""

from collections.abc import Iterator

from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule


def _find(context: Context) -> Iterator[Finding]:
    """Find records that are not what they were when they were reviewed.

    A line of `reviews.csv` says that somebody read a record on a day, and keeps the fingerprint of what was
    written then. If a field is another today, nobody has read the record as it stands; its page says so. The
    order of lines, comments and the file that it stands in do not count.

    Read the record again with its sources, then stamp it: `dossier review --stamp --only claim/some-id`.
    """
    for ref, reviewed in context.dossier.reviews.items():
        record = context.dossier.section(ref.section).get(ref.id)
        # A draft is to be approved anyway.
        if reviewed.is_changed and record is not None and not record.is_draft:
            who = f" by {reviewed.by}" if reviewed.by else ""
            yield Finding(
                context.source_map.place(ref),
                f"The {ref.kind} `{ref.id}` has changed since it was reviewed{who} on {reviewed.on.text}.",
                f"Read it again, then: dossier review --stamp --only {ref}",
            )


_STAMP = "821323090c6b65990e07febb1c862fadefcc41b8b7a18a33053e050f8c229ec5"
_STAMPED = {REVIEWS_PATH: f"record,by,on,hash\nplace/iraq,Jane Doe,2024-02-06,{_STAMP}"}

RULE = Rule(
    "changed-since-review",
    Level.WARNING,
    _find,
    passing=Example(
        """
        places:
          iraq:
            # The order of lines does not count.
            kind: country
            name: Iraq
        """,
        others=_STAMPED,
    ),
    failing=Example(
        """
        places:
          iraq:
            kind: region
            name: Iraq
        """,
        others=_STAMPED,
        line=2,
    ),
)
