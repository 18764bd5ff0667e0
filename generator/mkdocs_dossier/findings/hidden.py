"""What no page and no export may show: what quotations leave out of a source that may only be quoted."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Checked, Fragment, Quotations
from mkdocs_dossier.model.vocabulary import Rights
from mkdocs_dossier.quotes.excerpts import Span, left_out

Hidden = Mapping[tuple[str, int | None], Sequence[Span]]
"""The stretches of texts that are not to be shown, by `Checked.place`, sorted and apart."""


def hidden_in(dossier: Dossier, quotations: Quotations) -> Hidden:
    """Return what elisions leave out of the sources whose rights are to be quoted from.

    What another quotation has is not hidden.
    """
    taken: dict[tuple[str, int | None], list[Checked]] = defaultdict(list)
    for checked in quotations.values():
        source = dossier.sources.get(checked.source)
        if source is not None and source.rights is Rights.QUOTE:
            taken[checked.place].append(checked)
    spans = {key: left_out(match for one in found for match in one.matches) for key, found in taken.items()}
    return {key: found for key, found in spans.items() if found}


def kept_apart(quotations: Quotations, hidden: Hidden) -> Quotations:
    """Return quotations whose words before and after, by which they are found again, reach nothing hidden."""
    return {
        key: _kept_apart(checked, hidden[checked.place]) if checked.place in hidden else checked
        for key, checked in quotations.items()
    }


def _kept_apart(checked: Checked, hidden: Sequence[Span]) -> Checked:
    return replace(
        checked,
        quote=tuple(_shortened(one, hidden) for one in checked.quote),
        passage=tuple(_shortened(one, hidden) for one in checked.passage),
    )


def _shortened(fragment: Fragment, hidden: Sequence[Span]) -> Fragment:
    match = fragment.match
    if match is None:
        return fragment
    # They are sorted and apart: the last that begins before the match, and the first that ends behind it.
    before = bisect_left(hidden, (match.start, match.start)) - 1
    after = bisect_right(hidden, match.end, key=lambda span: span[1])
    prefix, suffix = match.prefix, match.suffix
    if before >= 0:
        room = max(0, match.start - hidden[before][1])
        prefix = prefix[max(0, len(prefix) - room) :]
    if after < len(hidden):
        suffix = suffix[: max(0, hidden[after][0] - match.end)]
    return replace(fragment, match=replace(match, prefix=prefix, suffix=suffix))
