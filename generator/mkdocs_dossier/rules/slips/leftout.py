"""List what an elided quotation leaves out of its source between its parts, and what it puts in there."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.quotes.brackets import elided
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.rules.slips.outside import Span
from mkdocs_dossier.rules.slips.spoken import Quoted


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands in the source between two parts of a quotation, and in the quotation's brackets instead.

    Before the first part and after the last one nothing is left out, but a bracket may stand there.
    """

    span: Span
    put_in: str


def left_out(quoted: Quoted) -> Iterator[LeftOut]:
    """List what a fragment leaves out, in its order; nothing where its very words stand in the source.

    Brackets that the source itself has are then part of these words.
    """
    match, taken = quoted.match, elided(quoted.words)
    if match.tier is not Tier.ELIDED or taken is None:
        return
    ends = [match.start, *(end for _, end in match.parts)]
    starts = [*(start for start, _ in match.parts), match.end]
    for span, put_in in zip(zip(ends, starts, strict=True), taken.brackets, strict=True):
        yield LeftOut(span, " ".join(put_in))
