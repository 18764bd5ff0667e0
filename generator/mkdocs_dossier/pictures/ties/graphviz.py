"""Lays out a graph with Graphviz, which comes with the optional package `pygraphviz`.

Graphviz is given sizes and edges, but no text. So no text of a dossier can break the syntax of its input,
and the layout does not depend on the fonts of the machine.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from importlib import import_module
from typing import Any

Point = tuple[float, float]
_Size = tuple[float, float]

_POINTS = 72.0  # Graphviz takes sizes in inches, and gives places in points
_FEW_LABELS = 8
"""As many labels of edges as never made Graphviz fail."""
_LONGEST = 60
"""Seconds that a layout with more of them may take."""
_POINT = re.compile(r"-?[\d.]+(?:e-?\d+)?,-?[\d.]+(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes, by their indexes, and the size in pixels of its label.

    Edges that rank decide the layout: `second` is to the right of `first`. Others join nodes that those
    placed.
    """

    first: int
    second: int
    ranks: bool
    label: _Size | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A layout in pixels, y downwards: the middles of nodes, and the curves and labels' middles of edges.

    A curve is a start, then three points for each cubic Bézier curve: two control points and the end.
    """

    width: float
    height: float
    nodes: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]
    labels: tuple[Point | None, ...]

    def mirrored(self) -> "Placement":
        """Return the same layout from right to left."""
        return Placement(
            self.width,
            self.height,
            tuple(map(self._mirrored, self.nodes)),
            tuple(tuple(map(self._mirrored, curve)) for curve in self.curves),
            tuple(place and self._mirrored(place) for place in self.labels),
        )

    def _mirrored(self, point: Point) -> Point:
        return self.width - point[0], point[1]


Layout = Callable[[Sequence[_Size], Sequence[Edge]], Placement]


def load_layout() -> Layout | None:
    """Return the function that lays out a graph, or None if `pygraphviz` is not installed."""
    try:
        import_module("pygraphviz")
    except ImportError:
        return None
    return _lay_out


def _lay_out(nodes: Sequence[_Size], edges: Sequence[Edge]) -> Placement:
    """Place nodes of sizes in pixels from left to right along the edges that rank, by Graphviz's `dot`.

    With many labels, Graphviz may fail, and end the process that it runs in. Then labels get no room.
    """
    if sum(edge.label is not None for edge in edges) <= _FEW_LABELS:
        return _placed(nodes, edges)
    return _placed_apart(nodes, edges) or _placed(nodes, [replace(edge, label=None) for edge in edges])


# The other process finds the program where this one does.
_APART = """\
import json, runpy, sys
sys.path[:] = json.loads(sys.argv[1])
runpy.run_module(sys.argv[2], run_name="__main__")
"""


def _placed_apart(nodes: Sequence[_Size], edges: Sequence[Edge]) -> Placement | None:
    """Place nodes in a process of its own; return None if it fails."""
    given = json.dumps([nodes, [(one.first, one.second, one.ranks, one.label) for one in edges]])
    command = [sys.executable, "-c", _APART, json.dumps(sys.path), __name__]
    try:
        done = subprocess.run(  # noqa: S603 - this module itself
            command, input=given, capture_output=True, text=True, timeout=_LONGEST, check=True
        )
        width, height, *places = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    found, curves, labels = places
    return Placement(
        width,
        height,
        tuple((x, y) for x, y in found),
        tuple(tuple((x, y) for x, y in curve) for curve in curves),
        tuple((place[0], place[1]) if place else None for place in labels),
    )


def _placed(nodes: Sequence[_Size], edges: Sequence[Edge]) -> Placement:
    pygraphviz = import_module("pygraphviz")
    graph = pygraphviz.AGraph(strict=False, directed=True, rankdir="LR", nodesep="0.14", ranksep="0.36")
    for index, (width, height) in enumerate(nodes):
        size = {"width": f"{width / _POINTS:.4f}", "height": f"{height / _POINTS:.4f}"}
        graph.add_node(f"n{index}", shape="box", fixedsize="true", label="", **size)
    for index, edge in enumerate(edges):
        extra = {} if edge.ranks else {"constraint": "false"}
        if edge.label:
            extra["label"] = _blank(edge.label)
        graph.add_edge(f"n{edge.first}", f"n{edge.second}", key=f"e{index}", arrowhead="none", **extra)
    graph.layout(prog="dot")
    return _read(graph, len(nodes), edges)


def _blank(size: _Size) -> str:
    """Write a label that takes room but has no text: an empty table in Graphviz's HTML-like labels."""
    box = f'fixedsize="true" width="{size[0]:.0f}" height="{size[1]:.0f}"'
    return f'<<table border="0" cellborder="0" {box}><tr><td></td></tr></table>>'


def _read(graph: Any, nodes: int, edges: Sequence[Edge]) -> Placement:
    """Read the layout from the attributes that Graphviz has set."""
    _, _, width, height = (float(side) for side in graph.graph_attr["bb"].split(","))
    curves, labels = [], []
    for index, edge in enumerate(edges):
        drawn = graph.get_edge(f"n{edge.first}", f"n{edge.second}", key=f"e{index}")
        curves.append(tuple(_point(found, height) for found in _POINT.findall(drawn.attr["pos"])))
        labels.append(_point(drawn.attr["lp"], height) if edge.label else None)
    return Placement(
        width,
        height,
        tuple(_point(graph.get_node(f"n{index}").attr["pos"], height) for index in range(nodes)),
        tuple(curves),
        tuple(labels),
    )


def _point(written: str, height: float) -> Point:
    """Read a point `x,y`; Graphviz counts y upwards."""
    x, y = written.split(",")
    return float(x), height - float(y)


if __name__ == "__main__":
    _nodes, _edges = json.load(sys.stdin)
    json.dump(astuple(_placed(_nodes, [Edge(*one) for one in _edges])), sys.stdout)
