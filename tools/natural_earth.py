"""Derives the country outlines of maps from Natural Earth; run by hand when its data change.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/natural_earth.py package/countries-50m.json generator/mkdocs_dossier/data/outlines.json

Input: Natural Earth 4.1.0, 1:50m admin-0 countries (public domain), as TopoJSON
(https://github.com/topojson/topojson-specification). Output: the ISO 3166-1 codes of the countries, "" for
what has none there; and for three levels of detail, a list of countries in the same order, each a list of
polygons `[west, north, east, south, area]` or, where an edge is no coast or border but a cut at the
antimeridian or a pole, `[west, north, east, south, area, line]`. `area` and `line` are SVG paths; all
numbers are whole multiples of the level's `unit` in degrees, y growing southwards as in SVG, so that a page
can hold the paths as they are. A polygon across the antimeridian goes on beyond 180 or -180 degrees. A
country has the same index at every level. Countries share arcs, and each arc is simplified once: borders
stay common borders.
"""

import itertools
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import get_global

Point = tuple[float, float]
Cell = tuple[int, int]
Arcs = Sequence[Sequence[Point]]

TURN, ANTIMERIDIAN, POLE = 360, 180, 89.9  # degrees; nearer than POLE counts as at the pole
SMALLEST_RING = 3  # points; a ring of so many or fewer, of which the last is the first, has no area


@dataclass(frozen=True)
class Level:
    """A level of detail, in degrees: how far a line may stray, the unit of numbers, what is too small."""

    tolerance: float
    unit: float
    smallest: float


LEVELS = (Level(0.025, 0.01, 0.0), Level(0.1, 0.05, 0.15), Level(0.3, 0.1, 0.5))


def main(arguments: Sequence[str]) -> int:
    """Read the TopoJSON named first, and write the file named second; return the exit code."""
    if len(arguments) != 2:  # noqa: PLR2004
        sys.stderr.write("usage: natural_earth.py countries-50m.json outlines.json\n")
        return 2
    topology = json.loads(Path(arguments[0]).read_bytes())
    Path(arguments[1]).write_text(serialise(derive(topology)), encoding="utf-8")
    return 0


def derive(topology: dict[str, Any]) -> dict[str, Any]:
    """Make the outlines at all levels of detail from a TopoJSON topology."""
    arcs = decoded_arcs(topology)
    countries = topology["objects"]["countries"]["geometries"]
    shapes = [polygons_of(country) for country in countries]
    return {
        "source": "Natural Earth 4.1.0, 1:50m admin-0 countries (public domain), by world-atlas 2.0.2",
        "codes": [code_of(country) for country in countries],
        "levels": [{"unit": level.unit, "countries": at_level(shapes, arcs, level)} for level in LEVELS],
    }


def serialise(outlines: dict[str, Any]) -> str:
    """Write the outlines as JSON, one country to a line, so that a diff of two versions can be read."""
    levels = []
    for level in outlines["levels"]:
        lines = ",\n".join(json.dumps(country, separators=(",", ":")) for country in level["countries"])
        levels.append(f'{{"unit": {level["unit"]}, "countries": [\n{lines}\n]}}')
    head = f'{{"source": {json.dumps(outlines["source"])},\n"codes": {json.dumps(outlines["codes"])},\n'
    return f'{head}"levels": [\n{",".join(levels)}\n]}}\n'


def code_of(country: dict[str, Any]) -> str:
    """Return a country's code of two letters, for its number in the topology."""
    (code, *_) = get_global("territory_aliases").get(country.get("id", ""), [""])
    return str(code)


def decoded_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Decode the arcs, which are quantised and delta-encoded (TopoJSON 1.0, sections 2.1.2 and 2.1.3)."""
    (scale_x, scale_y), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + top))
        arcs.append(unrolled(points))
    return arcs


def unrolled(points: Sequence[Point]) -> list[Point]:
    """Let a line that crosses the antimeridian go on beyond 180 or -180 degrees, without a jump."""
    turns = 0
    continuous = [points[0]]
    for (before, _), (x, y) in itertools.pairwise(points):
        turns -= round((x - before) / TURN)
        continuous.append((x + turns * TURN, y))
    return continuous


def polygons_of(country: dict[str, Any]) -> list[list[list[int]]]:
    """Return a country's polygons, each a list of rings, each a list of indexes of arcs."""
    polygons: list[list[list[int]]] = country["arcs"]
    return [country["arcs"]] if country["type"] == "Polygon" else polygons


def at_level(
    shapes: Sequence[list[list[list[int]]]], arcs: Arcs, level: Level
) -> list[list[list[int | str]]]:
    """Return the polygons of every country at a level of detail, without those that are too small for it."""
    simple = [simplified(arc, level.tolerance) for arc in arcs]
    countries = []
    for polygons in shapes:
        drawn = [entry for rings in polygons if (entry := polygon(rings, simple, level))]
        countries.append(drawn)
    return countries


def polygon(rings: list[list[int]], arcs: Arcs, level: Level) -> list[int | str] | None:
    """Write a polygon with its holes, in the form of the output; None if nothing of it is left."""
    outlines = [cells for ring in rings if len(cells := ring_cells(ring, arcs, level.unit)) > SMALLEST_RING]
    if not outlines:
        return None
    across, down = [x for x, _ in outlines[0]], [y for _, y in outlines[0]]
    box = (min(across), min(down), max(across), max(down))
    if max(box[2] - box[0], box[3] - box[1]) * level.unit < level.smallest:
        return None
    entry: list[int | str] = [*box, "".join(path(cells[:-1]) + "z" for cells in outlines)]
    if any(is_cut(a, b, level.unit) for cells in outlines for a, b in itertools.pairwise(cells)):
        entry.append("".join(path(run) for cells in outlines for run in uncut(cells, level.unit)))
    return entry


def ring_cells(ring: list[int], arcs: Arcs, unit: float) -> list[Cell]:
    """Join the arcs of a ring, and round its points to the unit, without repeated ones.

    An arc with a negative index runs backwards. A ring around a pole is closed along the pole.
    """
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    points = unrolled(points)
    if all(abs(y) > POLE for _, y in points):
        return []
    if abs(points[0][0] - points[-1][0]) > ANTIMERIDIAN:
        pole = math.copysign(90, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    middle = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    shift = TURN * math.floor((middle + ANTIMERIDIAN) / TURN)
    cells = [(round((x - shift) / unit), round(-y / unit)) for x, y in points]
    return [cell for index, cell in enumerate(cells) if index == 0 or cell != cells[index - 1]]


def is_cut(first: Cell, second: Cell, unit: float) -> bool:
    """Tell whether an edge is no coast or border, but a cut along the antimeridian or a pole."""
    on_meridian = first[0] == second[0] and (first[0] * unit) % TURN == ANTIMERIDIAN
    return on_meridian or any(abs(y) * unit >= POLE for _, y in (first, second))


def uncut(cells: Sequence[Cell], unit: float) -> Iterator[list[Cell]]:
    """Yield the runs of a ring's points between cuts."""
    run = [cells[0]]
    for first, second in itertools.pairwise(cells):
        if is_cut(first, second, unit):
            if len(run) > 1:
                yield run
            run = []
        run.append(second)
    if len(run) > 1:
        yield run


def path(cells: Sequence[Cell]) -> str:
    """Write an SVG path: a first point and steps from it, with as few separators as possible."""
    (x, y), *rest = cells
    written = [f"M{x} {y}l"]
    for next_x, next_y in rest:
        written += [f"{next_x - x} ", f"{next_y - y} "]
        x, y = next_x, next_y
    return "".join(written).strip().replace(" -", "-")


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Drop points that are within a tolerance of the line without them (Ramer, Douglas and Peucker).

    Distances are those in the plane, in degrees of latitude, with longitudes shortened by the cosine of the
    latitude.
    """
    # A closed line is split at its furthest point: between equal ends, no line could be drawn.
    if points[0] == points[-1]:
        split = max(range(len(points)), key=lambda index: math.dist(points[0], points[index]))
        halves = [points[: split + 1], points[split:]]
        return [*_between(halves[0], tolerance), *_between(halves[1], tolerance)[1:]]
    return _between(points, tolerance)


def _between(points: Sequence[Point], tolerance: float) -> list[Point]:
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        furthest, distance = first, tolerance
        for index in range(first + 1, last):
            strayed = _distance(points[index], points[first], points[last])
            if strayed > distance:
                furthest, distance = index, strayed
        if furthest != first:
            kept.add(furthest)
            waiting += [(first, furthest), (furthest, last)]
    return [points[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from the line segment between two others, in degrees of latitude."""
    narrowing = math.cos(math.radians(start[1]))
    along = ((end[0] - start[0]) * narrowing, end[1] - start[1])
    to = ((point[0] - start[0]) * narrowing, point[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, (to[0] * along[0] + to[1] * along[1]) / length))
    return math.hypot(to[0] - share * along[0], to[1] - share * along[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
