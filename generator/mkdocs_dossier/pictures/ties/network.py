"""Draws who is tied to whom in the whole dossier, laid out by Graphviz if that is installed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg.lettering import folded, shortened, width
from mkdocs_dossier.pictures.svg.markup import Markup, escaped, number, tag, text
from mkdocs_dossier.pictures.svg.picture import Frame, Href, Picture, Site, framed
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties, actor_box, merged, said, tie_keys
from mkdocs_dossier.pictures.ties.graphviz import Edge, Layout, Placement, Point
from mkdocs_dossier.words import Words

MOST = 80
"""How many actors the picture shows: those with most ties."""

_MOST_TIES = 160
"""How many ties between these it shows: the closest, then those of actors with most."""

# In pixels: the height of a box of one line; that of a further line; what is kept free around the picture.
_HIGH, _LINE, _MARGIN = 29.0, 15.0, 6.0
# In pixels: the size of a name, the longest line of one, and what a box keeps free at its sides.
_SIZE, _LONGEST, _INSET = 13.0, 160.0, 18.0
# In pixels: the longest label of a tie; its size is that of a name, which a narrow page makes smaller.
_LABEL = 120.0


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The actors and ties to draw, in a fixed order, and the lines of text in each actor's box.

    `undrawn` counts the ties between them for which there is no room.
    """

    actors: tuple[Actor, ...]
    ties: tuple[Tie, ...]
    names: tuple[tuple[str, ...], ...]
    undrawn: int

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """The width and height of each box, in pixels."""
        return [
            (max(width(line, _SIZE) for line in lines) + _INSET, _HIGH + _LINE * (len(lines) - 1))
            for lines in self.names
        ]


def draw(ties: Ties, layout: Layout | None, *, href: Href, words: Words, more: str) -> Picture | None:
    """Draw all ties between actors; None if there are none, or if there is no `layout` (see `missing`).

    `more` is the address of the list of actors.
    """
    drawing = _drawing(ties)
    if layout is None or not drawing.ties:
        return None
    placement = layout(drawing.sizes, _edges(drawing))
    if words.direction == "rtl":
        placement = placement.mirrored()
    site = Site(href, words, "network", more)
    left_out = len(ties.actors) - len(drawing.actors)
    frame = Frame(
        "network",
        words.say("Who is tied to whom"),
        _summary(drawing, words),
        view=(placement.width + 2 * _MARGIN, placement.height + 2 * _MARGIN),
        legend=tie_keys(drawing.ties, words),
        listed=[*_left_out(left_out, words), *_undrawn(drawing.undrawn, words)],
        left_out=left_out,
    )
    network = tag(
        "g",
        *_curves(drawing, placement, site),
        *_boxes(drawing, placement, site),
        *_labels(drawing, placement),
        transform=f"translate({number(_MARGIN)} {number(_MARGIN)})",
    )
    return framed(frame, site, _tip(site.prefix), network)


def missing(words: Words) -> str:
    """Say what to show instead of the picture if there is no layout."""
    return words.say(
        "There is no picture of the network here: the program that lays it out, Graphviz, was not installed "
        "when this site was built. The list says the same."
    )


def _drawing(ties: Ties) -> _Drawing:
    """Choose the actors with most ties, and all ties between those."""
    counts = {actor: len(ties.touching(actor)) for actor in ties.actors}
    tied = [actor for actor, count in counts.items() if count]
    chosen = set(sorted(tied, key=lambda actor: (-counts[actor], actor))[:MOST])
    between = merged(
        tie for actor in sorted(chosen) for tie in ties.leading_from.get(actor, ()) if tie.second in chosen
    )
    found = _closest(between, counts)
    ends = {actor for tie in found for actor in (tie.first, tie.second)}
    actors = tuple(ties.actors[actor] for actor in sorted(ends))
    names = tuple(folded(actor.name, _LONGEST, _SIZE) for actor in actors)
    return _Drawing(actors, tuple(found), names, len(between) - len(found))


def _closest(between: list[Tie], counts: Mapping[str, int]) -> list[Tie]:
    """Keep as many ties as there is room for, in their order: other relations go first."""
    if len(between) <= _MOST_TIES:
        return between

    def order(tie: Tie) -> tuple[object, ...]:
        return tie.kind == "relation", -counts[tie.first] - counts[tie.second], tie.first, tie.second

    kept = set(sorted(between, key=order)[:_MOST_TIES])
    return [tie for tie in between if tie in kept]


def _edges(drawing: _Drawing) -> list[Edge]:
    """Make edges that rank from a body to its parts and people, and ones that do not for other relations."""
    index = {actor.id: position for position, actor in enumerate(drawing.actors)}
    edges = []
    for tie in drawing.ties:
        first, second = index[tie.first], index[tie.second]
        if tie.kind == "relation":
            label = shortened(tie.label, _LABEL, _SIZE)
            edges.append(Edge(first, second, ranks=False, label=(width(label, _SIZE) + 4, 15)))
        else:
            edges.append(Edge(second, first, ranks=True))
    return edges


def _tip(prefix: str) -> Markup:
    """Define the arrowhead of a relation."""
    shape = Markup('<path class="d-arrow" d="M0 0 7 3.5 0 7 1.5 3.5z"/>')
    marker = tag(
        "marker",
        shape,
        id=f"{prefix}-tip",
        markerWidth=7,
        markerHeight=7,
        refX=6.5,
        refY=3.5,
        orient="auto",
        markerUnits="userSpaceOnUse",
    )
    return tag("defs", marker)


def _curves(drawing: _Drawing, placement: Placement, site: Site) -> Iterator[Markup]:
    names = {actor.id: actor.name for actor in drawing.actors}
    for tie, curve in zip(drawing.ties, placement.curves, strict=True):
        yield tag(
            "path",
            tag("title", escaped(said(tie, names[tie.first], names[tie.second], site.words))),
            cls=f"d-tie d-{tie.kind}",
            d=_path(curve),
            marker_end=f"url(#{site.prefix}-tip)" if tie.kind == "relation" else "",
        )


def _path(curve: Sequence[Point]) -> str:
    (x, y), *rest = curve
    return f"M{number(x)} {number(y)}C" + " ".join(f"{number(a)} {number(b)}" for a, b in rest)


def _boxes(drawing: _Drawing, placement: Placement, site: Site) -> Iterator[Markup]:
    rows = zip(drawing.actors, drawing.names, drawing.sizes, placement.nodes, strict=True)
    for actor, lines, (wide, high), (x, y) in rows:
        first = y + 4.5 - _LINE * (len(lines) - 1) / 2
        label = [
            text(part, x=x, y=first + _LINE * index, cls="d-lane", anchor="middle")
            for index, part in enumerate(lines)
        ]
        left, top = x - wide / 2, y - high / 2
        yield actor_box(actor, site, *label, x=left, y=top, width=wide, height=high)


def _labels(drawing: _Drawing, placement: Placement) -> Iterator[Markup]:
    for tie, place in zip(drawing.ties, placement.labels, strict=True):
        if place:
            label = shortened(tie.label, _LABEL, _SIZE)
            yield text(label, x=place[0], y=place[1] + 4, cls="d-tie-name", anchor="middle")


def _summary(drawing: _Drawing, words: Words) -> str:
    actors = words.count("{n} actor", "{n} actors", len(drawing.actors))
    found = words.count("{n} tie", "{n} ties", len(drawing.ties))
    most = _busiest(drawing.ties, drawing.actors)
    return words.say(
        "{actors} and {ties} between them; most of {actor}.", actors=actors, ties=found, actor=most
    )


def _busiest(ties: Iterable[Tie], actors: Sequence[Actor]) -> str:
    ends = Counter(actor for tie in ties for actor in (tie.first, tie.second))
    return max(actors, key=lambda actor: ends[actor.id]).name


def _undrawn(number: int, words: Words) -> list[str]:
    if not number:
        return []
    return [words.count("{n} more tie is in the list only.", "{n} more ties are in the list only.", number)]


def _left_out(left_out: int, words: Words) -> list[str]:
    if not left_out:
        return []
    return [
        words.count(
            "{n} actor without ties, or with the fewest, is in the list only.",
            "{n} actors without ties, or with the fewest, are in the list only.",
            left_out,
        )
    ]
