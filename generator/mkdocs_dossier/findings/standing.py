"""Standing: label a claim by who takes which position on it."""

from collections.abc import Container, Iterator, Mapping, Sequence

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Label, LabelName, Opposition
from mkdocs_dossier.model.vocabulary import Reverse, Stance


def label_of(
    taken: Mapping[str, Stance], contradictions: Sequence[Opposition], voices: Mapping[str, Sequence[str]]
) -> Label:
    """Return the label of a claim.

    `taken` maps the ids of its statements, in their order, to their stances; `voices` maps them to the actors
    that they speak for. What a statement's own side took back no longer counts.
    """
    standing = {key for one in contradictions if not one.corrected for key in (one.first, one.second)}
    if standing:
        return Label(LabelName.CONTESTED, _in_order(taken, standing))
    withdrawn = {found.withdrawn for found in contradictions}
    # Those who qualify, decline or are unaware neither assert nor deny, so they corroborate nothing.
    live = [key for key in taken if taken[key] in (Stance.ASSERTS, Stance.DENIES) and key not in withdrawn]
    if not live:
        return Label(LabelName.OPEN, ())
    agreeing = {
        key
        for stance in (Stance.ASSERTS, Stance.DENIES)
        for key in _apart([key for key in live if taken[key] == stance], voices)
    }
    if agreeing:
        return Label(LabelName.CORROBORATED, _in_order(taken, agreeing))
    return Label(LabelName.SINGLE_VOICE, tuple(live))


def _apart(keys: Sequence[str], voices: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """List the statements that have no voice in common with at least one of the others."""
    of = {key: frozenset(voices[key]) for key in keys}
    several = set(of.values())
    # A voice that all have in common settles it, without a comparison of each with each.
    if not several or frozenset.intersection(*several):
        return
    apart = {one for one in several if any(map(one.isdisjoint, several))}
    yield from (key for key in keys if of[key] in apart)


def _in_order(taken: Mapping[str, Stance], members: Container[str]) -> tuple[str, ...]:
    return tuple(key for key in taken if key in members)


def default_lead(dossier: Dossier, labels: Mapping[str, Label]) -> str | None:
    """Return the contested claim with most statements; if none is contested, the claim with most, if any.

    Of several with as many, it is the first by id.
    """

    def weight(key: str) -> tuple[bool, int, str]:
        contested = labels[key].name is LabelName.CONTESTED
        return (not contested, -len(dossier.naming("claims", key, Reverse.STATEMENTS)), key)

    return min(labels, key=weight, default=None)
