"""Figures: find the numbers for an event that cannot both be true."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from mkdocs_dossier.findings.found import Conflict
from mkdocs_dossier.model.records import Event


def conflicts_of(event: Event) -> Iterator[Conflict]:
    """Find the pairs of figures of an event, of the same measure and actor, that cannot both be true."""
    groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for index, figure in enumerate(event.figures):
        groups[figure.measure, figure.of].append(index)
    for (measure, of), indexes in groups.items():
        for first, second in combinations(indexes, 2):
            if not event.figures[first].value.can_both_be_true(event.figures[second].value):
                yield Conflict(event.id, measure, of, first, second)
