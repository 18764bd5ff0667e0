"""Lays a graph out with Graphviz, which the optional package `pygraphviz` carries.

Graphviz gets sizes and edges and no text: so what a dossier says can neither change its input's syntax nor
depend on the fonts of the machine.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Point = tuple[float, float]
_Size = tuple[float, float]

_POINTS = 72.0  # Graphviz takes sizes in inches, and gives places in points
_POINT = re.compile(r"-?[\d.]+(?:e-?\d+)?,-?[\d.]+(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between nodes, by index; one that does not `rank` joins what others have placed."""

    first: int
    second: int
    ranks: bool
    label: _Size | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A layout in pixels, y downwards: the middles of nodes, curves and middles of labels of edges.

    A curve is the points of joined cubic Bézier curves, of which the first point starts the first one.
    """

    width: float
    height: float
    nodes: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]
    labels: tuple[Point | None, ...]


Layout = Callable[[Sequence[_Size], Sequence[Edge]], Placement]


def load_layout() -> Layout | None:
    """Return what lays a graph out, or None where `pygraphviz` is not installed."""
    try:
        import_module("pygraphviz")
    except ImportError:
        return None
    return _lay_out


def _lay_out(nodes: Sequence[_Size], edges: Sequence[Edge]) -> Placement:
    """Place nodes, of sizes in pixels, from left to right along the edges that rank (Graphviz's `dot`)."""
    pygraphviz = import_module("pygraphviz")
    graph = pygraphviz.AGraph(strict=False, directed=True, rankdir="LR", nodesep="0.14", ranksep="0.45")
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
    """Write a label that takes room and has no text: an empty table (Graphviz's HTML-like labels)."""
    box = f'fixedsize="true" width="{size[0]:.0f}" height="{size[1]:.0f}"'
    return f'<<table border="0" cellborder="0" {box}><tr><td></td></tr></table>>'


def _read(graph: Any, nodes: int, edges: Sequence[Edge]) -> Placement:
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
    """Read a point; Graphviz counts upwards."""
    x, y = written.split(",")
    return float(x), height - float(y)
