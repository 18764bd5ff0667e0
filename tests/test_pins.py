"""The exact versions that `uv run` installs: they are all there, and nothing but versions."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
PINS = [Requirement(pin) for pin in PROJECT["tool"]["uv"]["constraint-dependencies"]]
BUILD_PINS = [Requirement(pin) for pin in PROJECT["tool"]["uv"]["build-constraint-dependencies"]]


def holds(requirement: Requirement, extras: frozenset[str] = frozenset()) -> bool:
    """Tell whether a requirement counts on this machine."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""})


def reached(project: Mapping[str, Any]) -> dict[str, str]:
    """Give all that the project with its groups and extras needs here, directly or not: name to version."""
    found: dict[str, str] = {}
    waiting = [Requirement(one) for one in asked_for(project)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        key = (canonicalize_name(one.name), frozenset(one.extras))
        if key in seen or not holds(one):
            continue
        seen.add(key)
        try:
            found[key[0]] = version(one.name)
        except PackageNotFoundError:  # of a group that is not installed
            continue
        inner = [Requirement(text) for text in requires(one.name) or []]
        waiting += [
            Requirement(drop_marker(each)) for each in inner if holds(each, frozenset(one.extras) | {""})
        ]
    return found


def drop_marker(requirement: Requirement) -> str:
    """Write a requirement whose marker was seen to hold without it."""
    extras = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
    return f"{requirement.name}{extras}"


def asked_for(project: Mapping[str, Any]) -> Iterator[str]:
    """List what `pyproject.toml` asks for."""
    yield from project["project"]["dependencies"]
    for several in (project["project"]["optional-dependencies"], project["dependency-groups"]):
        for group in several.values():
            yield from group


def test_each_pin_is_one_exact_version_and_names_no_place() -> None:
    assert PINS
    assert BUILD_PINS
    for pin in (*PINS, *BUILD_PINS):
        assert re.fullmatch(r"==[\w.!+]+", str(pin.specifier)), pin
        assert pin.url is None


def test_no_package_is_pinned_twice_on_one_machine() -> None:
    for several in (PINS, BUILD_PINS):
        here = [canonicalize_name(pin.name) for pin in several if holds(pin)]
        assert sorted(set(here)) == sorted(here)


def test_every_dependency_direct_or_not_is_pinned_to_what_is_installed() -> None:
    pinned = {str(canonicalize_name(pin.name)): str(pin.specifier)[2:] for pin in PINS if holds(pin)}
    found = reached(PROJECT)
    if any(found[name] != pinned[name] for name in found.keys() & pinned.keys()):
        pytest.skip("this environment has other versions than the pinned ones, as those of CI do on purpose")
    assert {"mkdocs", "jinja2", "markupsafe", "pytest", "pluggy", "lxml"} <= found.keys()
    assert sorted(found.keys() - pinned.keys()) == []


def test_the_build_backend_is_pinned() -> None:
    asked = {canonicalize_name(Requirement(one).name) for one in PROJECT["build-system"]["requires"]}
    assert asked <= {canonicalize_name(pin.name) for pin in BUILD_PINS}


def test_every_dependency_has_a_lower_bound() -> None:
    unbounded = [
        one
        for one in asked_for(PROJECT)
        if not any(each.operator in (">=", "==", "~=") for each in Requirement(one).specifier)
    ]
    assert unbounded == []
