"""Find claims, events and statements from which more follows than can be listed.

Contradictions grow with the square of the statements on a claim, conflicts with that of the figures of an
event, chains of implied positions with that of the claims in them. Nobody would read so long a list, and it
would fill the memory of the computer that builds the site.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.findings.found import Positions
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.values.refs import Ref

MOST_PAIRS = 50_000
"""The most pairs of one claim or event: about those of 223 statements that assert it and 224 that deny it."""

MOST_PAIRS_IN_ALL = 200_000
"""The most pairs of a whole dossier."""


MOST_STEPS = 2_000_000
"""The most claims in the chains of all implied positions of a dossier together."""


def crowded(dossier: Dossier, positions: Mapping[str, Positions]) -> dict[Ref, int]:
    """Find the claims and events with too many pairs, each with how many it has.

    `positions` are all positions on each claim. Found are all that exceed the bound for one, and of the
    others the largest, until the rest is within the bound for the dossier. Pairs of figures count whether or
    not they conflict.
    """
    pairs = dict(_pairs(dossier, positions))
    found: dict[Ref, int] = {}
    total = sum(pairs.values())
    for key, count in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        # They come by size: all that follow are smaller, and the rest is within the bound.
        if count <= MOST_PAIRS and total <= MOST_PAIRS_IN_ALL:
            break
        found[key] = count
        total -= count
    return found


def crowding(found: Mapping[Ref, int], places: SourceMap) -> Iterator[Problem]:
    """Report what `crowded` found, each at its record, as errors."""
    for key, count in found.items():
        section, identifier = key
        place = places.place(key)
        if section == "statements":
            message = f"The chains of claims that the positions of `{identifier}` imply have {count:,} steps"
            bound = f"more than the {MOST_STEPS:,} that can be listed, with those of other statements"
            hint = "Remove `implies` and `excludes` between claims that readers need not follow."
            yield error(place, "too-many-implied", f"{message}: {bound}.", hint)
            continue
        bound = f"{MOST_PAIRS:,} that can be listed"
        if count <= MOST_PAIRS:
            bound = f"{MOST_PAIRS_IN_ALL:,} that can be listed, with those of all other records"
        if section == "claims":
            message = f"The statements on the claim `{identifier}` oppose one another in {count:,} pairs"
            hint = "Write several claims, each with a narrower scope, and divide the positions among them."
            yield error(place, "too-many-contradictions", f"{message}: more than the {bound}.", hint)
        else:
            message = f"The figures of the event `{identifier}` are to be compared in {count:,} pairs"
            hint = "Write several events, each a part of this one, and divide the figures among them."
            yield error(place, "too-many-figures", f"{message}: more than the {bound}.", hint)


def _pairs(dossier: Dossier, positions: Mapping[str, Positions]) -> Iterator[tuple[Ref, int]]:
    for key, taken in positions.items():
        stances = Counter(position.stance for position in taken.values())
        asserted, denied = stances[Stance.ASSERTS], stances[Stance.DENIES]
        # Contradictions, and tensions with those that qualify.
        yield Ref("claims", key), asserted * denied + stances[Stance.QUALIFIES] * (asserted + denied)
    for key, event in dossier.events.items():
        sizes = Counter(figure.counted for figure in event.figures)
        yield Ref("events", key), sum(count * (count - 1) // 2 for count in sizes.values())
