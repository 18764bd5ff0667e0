"""Figures: pair the numbers for an event that count the same, and tell how the two of a pair go together."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import FigurePair
from mkdocs_dossier.model.recordparts import Figure
from mkdocs_dossier.model.records import Event


class Relation(StrEnum):
    """How two figures that count the same go together."""

    DEVELOPMENT = "development"
    """They hold for different days."""
    REVISION = "revision"
    """They cannot both be true, and one voice gives both, one after the other."""
    CONFLICT = "conflict"
    """They cannot both be true."""


def counting_the_same(event: Event) -> list[list[int]]:
    """Return the figures of an event, by their indices, in groups that count the same."""
    groups: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(list)
    for index, figure in enumerate(event.figures):
        groups[figure.counted].append(index)
    return list(groups.values())


def pairs_of(dossier: Dossier, event: Event) -> Iterator[tuple[Relation, FigurePair]]:
    """List the pairs of figures of an event that differ, each with how the two go together."""
    for indexes in counting_the_same(event):
        for first, second in combinations(indexes, 2):
            if relation := _relation(dossier, event.figures[first], event.figures[second]):
                yield relation, FigurePair(event.id, *event.figures[first].counted, first, second)


def _relation(dossier: Dossier, one: Figure, other: Figure) -> Relation | None:
    if one.as_of and other.as_of and not one.as_of.overlaps(other.as_of):
        return Relation.DEVELOPMENT
    if one.value.can_both_be_true(other.value):
        return None
    voice = voice_of(dossier, one)
    is_revised = voice and voice == voice_of(dossier, other) and _differ(dossier, one, other)
    return Relation.REVISION if is_revised else Relation.CONFLICT


def voice_of(dossier: Dossier, figure: Figure) -> str | None:
    """Return the actor whose number it is: to whom it is attributed, else who published the source."""
    source = dossier.sources.get(figure.source)
    return figure.attributed_to or (source.publisher if source else None)


def _differ(dossier: Dossier, one: Figure, other: Figure) -> bool:
    """Tell whether the sources of two figures are known to be of different dates."""
    first, second = (dossier.sources.get(figure.source) for figure in (one, other))
    dates = [source.published for source in (first, second) if source and source.published]
    return len(dates) == 2 and not dates[0].is_same(dates[1])  # noqa: PLR2004 - both have a date
