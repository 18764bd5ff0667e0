"""The sides on a claim: the outermost bodies that statements speak for, and what each has said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.view import Here


@dataclass(slots=True)
class Side:
    """What a side has said on a claim: the ids of its statements by stance, those taken back apart."""

    body: str
    stands: dict[Stance, list[str]] = field(default_factory=dict)
    withdrawn: dict[Stance, list[str]] = field(default_factory=dict)

    def said(self, stance: Stance) -> list[str]:
        """Return the ids of the statements by which it took a stance, those that stand first."""
        return [*self.stands.get(stance, ()), *self.withdrawn.get(stance, ())]

    @property
    def has_changed(self) -> bool:
        """Whether it has both asserted and denied the claim."""
        return bool(self.said(Stance.ASSERTS)) and bool(self.said(Stance.DENIES))


def sides(here: Here, claim: str) -> list[Side]:
    """Return the sides on a claim, in the order in which they first spoke."""
    found: dict[str, Side] = {}
    for key, taken in here.view.findings.positions[claim].items():
        for body in here.view.findings.sides[key]:
            side = found.setdefault(body, Side(body))
            stands = here.view.findings.stands(key, claim)
            (side.stands if stands else side.withdrawn).setdefault(taken.stance, []).append(key)
    return list(found.values())


def count_known(here: Here, statements: Iterable[str]) -> tuple[int, int]:
    """Return through how many sources of how many origins statements are known."""
    reports = [one for key in statements for one in here.view.findings.reports[key]]
    return len({one.checked.source for one in reports}), len({one.origin for one in reports})


def by_side(here: Here, statements: Sequence[str]) -> dict[str | None, list[str]]:
    """Sort the ids of statements by the first of their sides, both in the order that they have."""
    found: dict[str | None, list[str]] = {}
    for key in statements:
        found.setdefault(first_side(here, key), []).append(key)
    return found


def first_side(here: Here, statement: str) -> str | None:
    """Return the first of the sides that a statement speaks for; None where its speaker is not found."""
    return next(iter(here.view.findings.sides[statement]), None)
