"""The rule that nothing is a part of itself: parts, answers, corrections, reprints make no circle."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.recordparts import Membership
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.refs import Path, Section

_SHOWN = 8
"""How many members of a circle a message names."""

_Graph = Mapping[str, Mapping[str, Path]]
"""The ids of a section's records, each with the ids that it names and the path at which it names them."""

# The fields that lead upwards or back, by section, each with the words for it in a message.
_READS: tuple[tuple[Section, str, str], ...] = (
    ("actors", "part_of", "is part of"),
    ("places", "within", "is within"),
    ("events", "part_of", "is part of"),
    ("events", "responds_to", "responds to"),
    ("statements", "corrects", "corrects"),
    ("sources", "republishes", "republishes"),
)


def _find(context: Context) -> Iterator[Finding]:
    """Find records that name one another in a circle, by `part_of`, `within`, `republishes` and the like.

    Nothing is a part of itself. In a circle of `part_of`, `within`, `responds_to`, `corrects` or
    `republishes` nobody could tell who speaks for whom, where a place lies, which event came first, which
    statement takes back which, or which paper printed a text first. That is why this is an error, and no
    allowance turns it off. The dates of a `part_of` do not count.

    Remove the field that is wrong. Circles that share a record are reported one at a time.
    """
    for section, field, relation in _READS:
        graph = _graph(context.dossier, section, field)
        for group in _groups(graph):
            # From the first by id, so that the message is always the same.
            members = _shortest(graph, group, min(group))
            place = context.place(section, members[0], *graph[members[0]][members[1]])
            yield Finding(
                place,
                f"`{members[0]}` {relation} itself: {_spoken(members, relation)}.",
                f"Remove the `{field}` that is wrong.",
            )


def _spoken(members: list[str], relation: str) -> str:
    """Return the members in order, for a sentence; where they are very many, only some of them."""
    named = [f"`{member}`" for member in members]
    if len(named) > _SHOWN + 1:
        named[_SHOWN - 1 : -1] = [f"… ({len(members) - 1} in all)"]
    return f" {relation} ".join(named)


def _graph(dossier: Dossier, section: Section, field: str) -> _Graph:
    return {key: _named(getattr(record, field), field) for key, record in dossier.section(section).items()}


def _named(value: str | Sequence[str | Membership] | None, field: str) -> dict[str, Path]:
    """Return the ids that a field names, each with the path at which it does so first."""
    if value is None or isinstance(value, str):
        return {} if value is None else {value: (field,)}
    named: dict[str, Path] = {}
    for index, item in enumerate(value):
        if isinstance(item, str):
            named.setdefault(item, (field, index))
        else:
            named.setdefault(item.actor, (field, index, "actor"))
    return named


def _groups(graph: _Graph) -> Iterator[set[str]]:
    """Find the groups in which each record leads to each other one: the strongly connected components.

    This is Tarjan's algorithm (1972), without recursion: for each record it finds the earliest one met that
    it leads back to. A record that leads back to none before itself closes a group, with all that is left of
    those met after it. The time is linear. `graphlib` would find one circle only, and not the shortest.
    """
    met: dict[str, int] = {}
    back: dict[str, int] = {}
    closed: set[str] = set()
    left: list[str] = []
    for start in graph:
        waiting = [start]
        while waiting:
            key = waiting[-1]
            if key not in met:
                met[key] = back[key] = len(met)
                left.append(key)
                # It stays in the list below those that it names, and is looked at again when they are done.
                waiting.extend(other for other in graph[key] if other in graph and other not in met)
                continue
            waiting.pop()
            # Several name it, so it was put into the list several times.
            if key in closed:
                continue
            open_ones = (other for other in graph[key] if other in graph and other not in closed)
            back[key] = min(back[other] for other in (key, *open_ones))
            if back[key] == met[key]:
                group = set[str]()
                while key not in group:
                    group.add(left.pop())
                closed |= group
                if len(group) > 1 or key in graph[key]:
                    yield group


def _shortest(graph: _Graph, group: set[str], start: str) -> list[str]:
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


RULE = Rule(
    "circle",
    Level.ERROR,
    _find,
    passing=Example(
        """
        actors:
          army: {name: Iraqi army, kind: organisation, part_of: forces}
          forces: {name: Iraqi security forces, kind: organisation, part_of: iraq}
          iraq: {name: Iraq, kind: state, relations: [{to: army, kind: commands}]}
        """
    ),
    failing=Example(
        """
        actors:
          army: {name: Iraqi army, kind: organisation, part_of: forces}
          forces: {name: Iraqi security forces, kind: organisation, part_of: army}
        """,
        line=2,
    ),
)
