"""Finding a quotation in the text it is said to come from: by which tier, at which characters, or why not.

Nothing here is fuzzy but the suggestion that goes with an error: a fragment is in the text by one of the
tiers of `Tier`, or it is not.
"""

from mkdocs_dossier.quotes.context import context
from mkdocs_dossier.quotes.differences import Difference, Edge
from mkdocs_dossier.quotes.hits import Tier
from mkdocs_dossier.quotes.match import Match, find, is_direct
from mkdocs_dossier.quotes.strangers import spelt_out, strangers
from mkdocs_dossier.quotes.suggest import Missing, Reason, explain_missing
from mkdocs_dossier.quotes.text import SourceText
from mkdocs_dossier.quotes.verify import Verification, verify
from mkdocs_dossier.quotes.wording import difference_told, signs_told

__all__ = [
    "Difference",
    "Edge",
    "Match",
    "Missing",
    "Reason",
    "SourceText",
    "Tier",
    "Verification",
    "context",
    "difference_told",
    "explain_missing",
    "find",
    "is_direct",
    "signs_told",
    "spelt_out",
    "strangers",
    "verify",
]
