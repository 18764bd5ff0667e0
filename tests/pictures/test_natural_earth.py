"""The script that derives the outlines: what it makes of a small topology."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "natural_earth.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("natural_earth", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its frozen dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def topology(*arcs: list[list[int]], countries: list[Any]) -> dict[str, Any]:
    """Write a topology of arcs as steps of whole degrees, and countries as lists of polygons of rings."""
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": list(arcs),
        "objects": {
            "countries": {"geometries": [{"type": "MultiPolygon", "arcs": one} for one in countries]}
        },
    }


def finest(tool: ModuleType, found: dict[str, Any]) -> list[Any]:
    countries: list[Any] = tool.derive(found)["levels"][0]["countries"]
    return countries


def test_two_countries_share_the_border_between_them(tool: ModuleType) -> None:
    border = [[10, 0], [0, 10]]
    west, east = [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 10], [10, 0], [0, -10], [-10, 0]]
    found = finest(tool, topology(border, west, east, countries=[[[[0, 1]]], [[[0, 2]]]]))
    assert found == [
        [[0, -1000, 1000, 0, "M1000 0l0-1000-1000 0 0 1000z"]],
        [[1000, -1000, 2000, 0, "M1000 0l0-1000 1000 0 0 1000z"]],
    ]


def test_points_on_a_line_are_dropped_and_corners_are_kept(tool: ModuleType) -> None:
    assert tool.simplified([(0, 0), (1, 0.01), (2, 0), (3, 0), (3, 3)], 0.025) == [(0, 0), (3, 0), (3, 3)]


def test_an_island_keeps_its_shape(tool: ModuleType) -> None:
    square = [(0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0), (0.0, 0.0)]
    assert tool.simplified(square, 0.025) == square


def test_a_coast_across_the_antimeridian_goes_on(tool: ModuleType) -> None:
    ring = [[170, 0], [0, 10], [-340, 0], [0, -10], [340, 0]]
    ((area,),) = finest(tool, topology(ring, countries=[[[[0]]]]))
    assert area == [-19000, -1000, -17000, 0, "M-19000 0l0-1000 2000 0 0 1000z"]


def test_an_edge_along_the_antimeridian_is_no_border(tool: ModuleType) -> None:
    ring = [[170, 0], [0, 10], [10, 0], [0, -10], [-10, 0]]
    ((country,),) = finest(tool, topology(ring, countries=[[[[0]]]]))
    *_, area, line = country
    assert area == "M17000 0l0-1000 1000 0 0 1000z"
    assert line == "M17000 0l0-1000 1000 0M18000 0l-1000 0"
