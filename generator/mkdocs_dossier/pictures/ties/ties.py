"""Who is tied to whom: bodies, what they are part of, who holds a post, and other relations.

With what all pictures of ties draw alike: an actor's box, and the legend of lines.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_dossier.pictures.svg.picture import Key, Site
from mkdocs_dossier.pictures.svg.svg import Markup, Value, link, tag
from mkdocs_dossier.words import Words

TieKind = Literal["part", "role", "speaks", "relation"]

_RANK: tuple[TieKind, ...] = ("speaks", "role", "part", "relation")


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
        """Return all ties from an actor and to it."""
        return self.leading_from.get(actor, ()) + self.leading_to.get(actor, ())


def merged(ties: Iterable[Tie]) -> list[Tie]:
    """Merge ties that lead from one actor to the same other: the closest kind, and all their labels."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in sorted(ties, key=lambda tie: _RANK.index(tie.kind)):
        known = found.setdefault((tie.first, tie.second), tie)
        if known is not tie and tie.label and tie.label not in known.label:
            label = ", ".join(filter(None, [known.label, tie.label]))
            found[tie.first, tie.second] = replace(known, label=label)
    return list(found.values())


def actor_box(
    actor: Actor,
    site: Site,
    *label: Markup,
    x: Value,
    y: float,
    width: Value,
    height: float,
    under: str = "",
    is_main: bool = False,
) -> Markup:
    """Draw an actor's box with its label, as a link to its page whose title says what is written `under`."""
    cls = f"d-box d-kind-{actor.kind}" + (" d-here" if is_main else "")
    rounding = height / 2 if actor.kind == "person" else 3
    frame = tag("rect", x=x, y=y, width=width, height=height, rx=rounding, cls=cls)
    title = site.words.say("{name}, {kind}", name=actor.name, kind=actor.kind_name)
    if under:
        title = site.words.say("{actor}: {tie}", actor=title, tie=under)
    return link(site.href("actors", actor.id), title, frame, *label)


def tie_keys(ties: Iterable[Tie], words: Words) -> list[Key]:
    """Explain the lines of ties, of the kinds that there are."""
    used = {tie.kind for tie in ties}
    meanings: dict[TieKind, str] = {
        "part": words.say("part of"),
        "speaks": words.say("speaks for"),
        "role": words.say("holds a post at"),
    }
    keys = [Key.of_line(f"d-tie d-{kind}", meaning) for kind, meaning in meanings.items() if kind in used]
    if "relation" in used:
        arrow = '<path class="d-arrow" d="M27 8 20 4.5 21.5 8 20 11.5z"/>'
        line = '<path class="d-tie d-relation" d="M1 8H21"/>'
        keys.append(Key(Markup(line + arrow), words.say("other relation, as it is called")))
    return keys
