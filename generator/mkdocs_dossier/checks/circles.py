"""The rule that nothing is a part of itself: parts, places within places, and corrections make no circle."""

from collections import deque
from collections.abc import Iterator, Mapping

from mkdocs_dossier.checks.rule import Context, Rule, example
from mkdocs_dossier.dossier import Dossier, Path
from mkdocs_dossier.fieldtypes import Section
from mkdocs_dossier.model import Actor
from mkdocs_dossier.problems import Level, Problem, error

SHOWN = 8

Graph = Mapping[str, Mapping[str, Path]]
"""The records of a section, each with those that it names, and the path of the field that names them."""

_READS: tuple[tuple[Section, str], ...] = (
    ("actors", "is part of"),
    ("places", "is within"),
    ("events", "is part of"),
    ("statements", "corrects"),
)


def circle(context: Context) -> Iterator[Problem]:
    """Find records that name one another in a circle, by `part_of`, `within` or `corrects`.

    What is part of itself has no beginning: who speaks for whom, where a place lies and which statement took
    back which could no longer be told. That is why this is an error, and no allowance turns it off. Dates of
    a `part_of` do not count.

    Remove the one of the fields that is wrong. Circles that share a record are reported one at a time.
    """
    for section, relation in _READS:
        graph = _graph(context.dossier, section)
        for group in _groups(graph):
            members = _shortest(graph, group, min(group))
            place = context.place(section, members[0], *graph[members[0]][members[1]])
            yield error(
                place,
                "circle",
                f"`{members[0]}` {relation} itself: {_spoken(members, relation)}.",
                f"Remove the `{graph[members[0]][members[1]][0]}` that is wrong.",
            )


def _spoken(members: list[str], relation: str) -> str:
    """Name the members in order; some of them where they are very many."""
    named = [f"`{member}`" for member in members]
    if len(named) > SHOWN + 1:
        named[SHOWN - 1 : -1] = [f"… ({len(members) - 1} in all)"]
    return f" {relation} ".join(named)


def _graph(dossier: Dossier, section: Section) -> Graph:
    match section:
        case "actors":
            return {key: _bodies(actor) for key, actor in dossier.actors.items()}
        case "places":
            return {key: _one("within", place.within) for key, place in dossier.places.items()}
        case "events":
            return {key: _one("part_of", event.part_of) for key, event in dossier.events.items()}
        case _:
            return {key: _one("corrects", one.corrects) for key, one in dossier.statements.items()}


def _one(field: str, named: str | None) -> dict[str, Path]:
    return {} if named is None else {named: (field,)}


def _bodies(actor: Actor) -> dict[str, Path]:
    bodies: dict[str, Path] = {}
    for index, membership in enumerate(actor.part_of):
        bodies.setdefault(membership.actor, ("part_of", index, "actor"))
    return bodies


def _groups(graph: Graph) -> Iterator[set[str]]:
    """Find the groups in which each record leads to each other one: the strongly connected components.

    By Kosaraju's method: the records in the order in which a walk leaves them, then, from the last one on,
    what leads to each. Linear, and without recursion.
    """
    back: dict[str, list[str]] = {key: [] for key in graph}
    for key, named in graph.items():
        for other in named:
            if other in back:
                back[other].append(key)
    seen: set[str] = set()
    for key in reversed(_order_of_leaving(graph)):
        if key in seen:
            continue
        seen.add(key)
        group, waiting = {key}, [key]
        while waiting:
            new = [other for other in back[waiting.pop()] if other not in seen]
            seen.update(new)
            group.update(new)
            waiting.extend(new)
        if len(group) > 1 or key in graph[key]:
            yield group


def _order_of_leaving(graph: Graph) -> list[str]:
    left: list[str] = []
    seen: set[str] = set()
    for start in graph:
        walk = [] if start in seen else [(start, iter(graph[start]))]
        seen.add(start)
        while walk:
            key, rest = walk[-1]
            step = next((other for other in rest if other in graph and other not in seen), None)
            if step is None:
                left.append(key)
                walk.pop()
            else:
                seen.add(step)
                walk.append((step, iter(graph[step])))
    return left


def _shortest(graph: Graph, group: set[str], start: str) -> list[str]:
    """Find the shortest way from a record back to itself inside its group, both ends included."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while start not in came_from:
        key = waiting.popleft()
        for other in graph[key]:
            if other in group and other not in came_from:
                came_from[other] = key
                waiting.append(other)
    way = [start, came_from[start]]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


RULES = (
    Rule(
        "circle",
        circle,
        passing=example(
            """
            actors:
              army: {name: Iraqi army, kind: organisation, part_of: forces}
              forces: {name: Iraqi security forces, kind: organisation, part_of: iraq}
              iraq: {name: Iraq, kind: state, relations: [{to: army, kind: commands}]}
            """
        ),
        failing=example(
            """
            actors:
              army: {name: Iraqi army, kind: organisation, part_of: forces}
              forces: {name: Iraqi security forces, kind: organisation, part_of: army}
            """,
            line=2,
        ),
        level=Level.ERROR,
    ),
)
