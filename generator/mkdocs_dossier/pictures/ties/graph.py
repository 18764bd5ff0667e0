"""The ties between actors: being part of a body, holding a post at one, and other relations.

Also what all pictures of ties say and draw alike: a tie in words, an actor's box, and the legend.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from mkdocs_dossier.pictures.svg.markup import Markup, Value, link, tag
from mkdocs_dossier.pictures.svg.picture import Key, Site
from mkdocs_dossier.words import Words

TieKind = Literal["part", "role", "speaks", "relation"]

# The closest kind first.
_RANK: tuple[TieKind, ...] = ("speaks", "role", "part", "relation")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body; `kind` is the format's word for what it is, `kind_name` the reader's."""

    id: str
    name: str
    kind: str
    kind_name: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two actors, given by id, that reads from `first` to `second`.

    `first` is a part of `second` (`part`); holds a post there (`role`), perhaps one that speaks for it
    (`speaks`); or has another relation to it (`relation`). `label` names the post or the relation.
    """

    first: str
    second: str
    kind: TieKind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """All actors by id, and their ties by the id of the actor that they lead from, or to.

    `known_upwards` is a cache: a body has the same above it in the pictures of all of its parts.
    """

    actors: Mapping[str, Actor]
    leading_from: Mapping[str, tuple[Tie, ...]]
    leading_to: Mapping[str, tuple[Tie, ...]]
    known_upwards: dict[str, Sequence[Tie]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, actors: Iterable[Actor], ties: Iterable[Tie]) -> "Ties":
        """Index ties; one from or to an unknown actor, or to the actor itself, is left out."""
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

    def upwards(self, actor: str) -> Sequence[Tie]:
        """List the ties from an actor to the bodies that it is part of, or holds a post at."""
        # Looked up each time, since a mapping may note who reads what of it.
        leading = self.leading_from.get(actor, ())
        if actor not in self.known_upwards:
            self.known_upwards[actor] = merged(tie for tie in leading if tie.kind != "relation")
        return self.known_upwards[actor]

    def touching(self, actor: str) -> tuple[Tie, ...]:
        """Return all ties of an actor: those from it, then those to it."""
        return self.leading_from.get(actor, ()) + self.leading_to.get(actor, ())


_LONGEST = 200
"""From so many letters on, the label of a tie that stands for several takes no more of theirs."""


_MORE = ", …"


def merged(ties: Iterable[Tie]) -> list[Tie]:
    """Merge the ties that lead from one actor to one other into one of the closest kind, with all labels."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in sorted(ties, key=lambda tie: _RANK.index(tie.kind)):
        # The first of a pair is of the closest kind, and keeps it.
        known = found.setdefault((tie.first, tie.second), tie)
        if known is tie or not tie.label or known.label.endswith(_MORE) or tie.label in known.label:
            continue
        label = ", ".join(filter(None, [known.label, tie.label]))
        if len(known.label) >= _LONGEST:
            label = known.label + _MORE
        found[tie.first, tie.second] = replace(known, label=label)
    return list(found.values())


def said(tie: Tie, first: str, second: str, words: Words) -> str:
    """Say a tie between actors of these names in words."""
    match tie.kind:
        case "part":
            return words.say("{part} is part of {body}.", part=first, body=second)
        case "speaks":
            return words.say(
                "{person} speaks for {body} ({post}).", person=first, body=second, post=tie.label
            )
        case "role":
            return words.say("{person}: {post}, {body}.", person=first, body=second, post=tie.label)
        case _:
            return words.say("{first}: {relation}: {second}.", first=first, relation=tie.label, second=second)


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
    """Draw an actor's box with its label, as a link to its page; the link's title ends with `under`."""
    cls = f"d-box d-kind-{actor.kind}" + (" d-here" if is_main else "")
    rounding = height / 2 if actor.kind == "person" else 3
    frame = tag("rect", x=x, y=y, width=width, height=height, rx=rounding, cls=cls)
    title = site.words.say("{name}, {kind}", name=actor.name, kind=actor.kind_name)
    if under:
        title = site.words.say("{actor}: {tie}", actor=title, tie=under)
    return link(site.href("actors", actor.id), title, frame, *label)


def tie_keys(ties: Iterable[Tie], words: Words) -> list[Key]:
    """Make a legend for the kinds of ties that there are."""
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
