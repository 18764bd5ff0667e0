"""Who is tied to whom: bodies, what they are part of, who holds a post, and other relations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

TieKind = Literal["part", "role", "speaks", "relation"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body: its kind as the format has it, and as it reads to people."""

    id: str
    name: str
    kind: str
    kind_name: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two actors, read from `first` to `second`.

    `first` is a part of `second`; holds a post there, named by `label`, and may speak for it; or has
    another relation to it, named by `label`.
    """

    first: str
    second: str
    kind: TieKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """All actors and their ties, indexed by who they lead from and to."""

    actors: Mapping[str, Actor]
    leading_from: Mapping[str, tuple[Tie, ...]]
    leading_to: Mapping[str, tuple[Tie, ...]]

    @classmethod
    def of(cls, actors: Iterable[Actor], ties: Iterable[Tie]) -> "Ties":
        """Index ties; one to an unknown actor or to itself is left out."""
        known = {actor.id: actor for actor in actors}
        out: dict[str, list[Tie]] = defaultdict(list)
        into: dict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            if tie.first in known and tie.second in known and tie.first != tie.second:
                out[tie.first].append(tie)
                into[tie.second].append(tie)
        return cls(
            known,
            {key: tuple(found) for key, found in out.items()},
            {key: tuple(found) for key, found in into.items()},
        )

    def touching(self, actor: str) -> tuple[Tie, ...]:
        """Give all ties of an actor."""
        return self.leading_from.get(actor, ()) + self.leading_to.get(actor, ())
