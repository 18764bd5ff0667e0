"""Standing: label a claim by who takes which position on it, on whose behalf, and from whom that is known."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import (
    Ending,
    KnownFrom,
    Label,
    LabelName,
    Opposition,
    Positions,
    Withdrawal,
)
from mkdocs_dossier.model.vocabulary import Reverse, Stance
from mkdocs_dossier.values.refs import Ref

COUNTED = (Stance.ASSERTS, Stance.DENIES)
"""The stances that count: to qualify, to decline or to be unaware corroborates nothing."""


@dataclass(frozen=True)
class Known:
    """What labels rest on, by the ids of statements.

    `voices` are the actors that each speaker of a statement speaks for, speaker by speaker; `reports` say
    from where it is known; `withdrawn` what was taken back; `order` puts statements in the order in which
    they were made.
    """

    dossier: Dossier
    voices: Mapping[str, Sequence[frozenset[str]]]
    reports: Mapping[str, Sequence[KnownFrom]]
    withdrawn: Mapping[str, Withdrawal]
    order: Mapping[str, int]

    def origins(self, key: str) -> frozenset[Ref]:
        """Return the origins of a statement's reports."""
        return frozenset(one.origin for one in self.reports[key])


def label_of(known: Known, claim: str, taken: Positions, contradictions: Sequence[Opposition]) -> Label:
    """Return where a claim stands.

    `taken` maps the ids of its statements, in their order, to their positions.
    """
    counted = _counted(known, claim, taken)
    reports = [one for key in counted for one in known.reports[key]]
    ended, stance = None, None
    if contradictions:
        name = LabelName.CONTESTED
        standing = [one for one in contradictions if not one.corrected]
        reason = {key for one in standing or contradictions for key in (one.first, one.second)}
        ended = None if standing else _ending(known, claim, contradictions)
    elif counted:
        stance = next(iter(counted.values()))
        name, reason = _agreement(known, list(counted))
    else:
        name, reason = LabelName.OPEN, set()
    return Label(
        name,
        statements=tuple(key for key in taken if key in reason),
        stance=stance,
        sides={one: _sides(known, counted, one) for one in COUNTED},
        sources=tuple(sorted({one.checked.source for one in reports})),
        origins=tuple(sorted({one.origin for one in reports}, key=str)),
        ended=ended,
    )


def _counted(known: Known, claim: str, taken: Positions) -> dict[str, Stance]:
    """Return the stances of those who assert or deny a claim and were not taken back on it."""
    fallen = {key for key, one in known.withdrawn.items() if claim in one.claims}
    return {
        key: position.stance
        for key, position in taken.items()
        if position.stance in COUNTED and key not in fallen
    }


_Group = tuple[frozenset[str], frozenset[Ref]]
"""What statements have in common: for whom they speak, and from whom they are known."""


def _agreement(known: Known, keys: Sequence[str]) -> tuple[LabelName, set[str]]:
    """Return the label of a claim on which all agree, and the statements that make it so."""
    groups: dict[_Group, list[str]] = {}
    for key in keys:
        voices = frozenset[str]().union(*known.voices[key])
        groups.setdefault((voices, known.origins(key)), []).append(key)
    for name, fits in ((LabelName.CORROBORATED, _is_independent), (LabelName.SINGLE_ORIGIN, _is_apart)):
        if found := _paired(list(groups), fits):
            return name, {key for group in found for key in groups[group]}
    return LabelName.SINGLE_VOICE, set(keys)


def _paired(groups: Sequence[_Group], fits: Callable[[_Group, _Group], bool]) -> list[_Group]:
    """List the groups that fit at least one of the others."""
    # These two settle it for most claims, without a comparison of each with each.
    shared = frozenset.intersection(*(voices for voices, _ in groups))
    origins = frozenset[Ref]().union(*(origins for _, origins in groups))
    if shared or (fits is _is_independent and len(origins) == 1):
        return []
    return [one for one in groups if any(fits(one, other) for other in groups)]


def _is_apart(one: _Group, other: _Group) -> bool:
    """Tell whether two statements have no voice in common."""
    return one[0].isdisjoint(other[0])


def _is_independent(one: _Group, other: _Group) -> bool:
    """Tell whether they have none, and some report of the one has another origin than some of the other."""
    return _is_apart(one, other) and len(one[1] | other[1]) > 1


def _sides(known: Known, counted: Mapping[str, Stance], stance: Stance) -> int:
    """Count the groups of speakers that take a stance, linked by a voice that they have in common.

    A joint statement does not link its speakers.
    """
    first: dict[str, str] = {}
    spoken = [voices for key in counted if counted[key] == stance for voices in known.voices[key]]
    for voices in spoken:
        ordered = sorted(voices)
        for voice in ordered:
            first[_end(first, voice)] = _end(first, ordered[0])
    return len({_end(first, voice) for voices in spoken for voice in voices})


def _end(links: Mapping[str, str], voice: str) -> str:
    """Return the voice at the end of the links from one; its own if it has none."""
    while links.get(voice, voice) != voice:
        voice = links[voice]
    return voice


def _ending(known: Known, claim: str, contradictions: Iterable[Opposition]) -> Ending:
    """Return by which statement the last of a claim's contradictions ended; all of them were corrected."""
    ends = (
        min((known.withdrawn[key].claims[claim][0] for key in one.withdrawn), key=known.order.__getitem__)
        for one in contradictions
    )
    by = max(ends, key=known.order.__getitem__)
    return Ending(by, known.dossier.statements[by].said)


def default_lead(dossier: Dossier, labels: Mapping[str, Label]) -> str | None:
    """Return the contested claim with most statements; if none is contested, the claim with most, if any.

    Of several with as many, it is the first by id.
    """

    def weight(key: str) -> tuple[bool, int, str]:
        contested = labels[key].name is LabelName.CONTESTED
        return (not contested, -len(dossier.naming("claims", key, Reverse.STATEMENTS)), key)

    return min(labels, key=weight, default=None)
