"""One direction of imports, a pure core, and each library behind the modules that are made for it."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.support import ROOT

PACKAGE = "mkdocs_dossier"
SOURCE = ROOT / "generator" / PACKAGE

# Each module imports only from those above it.
ORDER = [
    "__init__",
    "extensions",
    "text",
    "values",
    "problems",
    "yaml",
    "words",
    "model",
    "quotes",
    "dossier",
    "findings",
    "rules",
    "loading",
    "document",
    "pictures",
    "exports",
    "pages",
    "disk",
    "site",
    "authoring",
    "reports",
    "plugin",
    "cli",
    "__main__",
]

# The edges: all that touches files, the process, or the log.
EDGES = {"disk", "site", "cli", "plugin", "__main__"} | {"authoring.bounded", "authoring.writing"}

IMPURE = {
    "asyncio",
    "concurrent",
    "ctypes",
    "fcntl",
    "fileinput",
    "gc",
    "getpass",
    "glob",
    "http",
    "importlib",
    "io",
    "locale",
    "logging",
    "mmap",
    "multiprocessing",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "random",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "stat",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "uuid",
    "weakref",
    "zipfile",
}
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"}
IMPURE_ATTRIBUTES = {"now", "utcnow", "today", "getenv", "environ"}

# What a pure module may import of these all the same, and why.
ALLOWED = {
    "extensions": {"importlib", "importlib.metadata"},  # finds our own modules, and what others add
    "words": {"io"},  # a stream in memory, which gettext reads a catalogue from
    "pages.textfragment": {"urllib.parse"},  # encodes text
    "values.urls": {"urllib.parse"},  # takes addresses apart
    "reports.sarif": {"urllib.parse", "os", "pathlib"},  # encodes paths, asks nothing of the disk
    "authoring.storing": {"urllib.parse"},
    "authoring.starting": {"urllib.parse", "urllib.request"},  # turns addresses of files into paths
    "pictures.ties.graphviz": {"importlib"},  # the layout is optional
}

LIBRARIES = {
    "anyascii": {"text", "values"},
    "babel": {"pictures", "rules", "text", "values", "words"},
    "filelock": {"disk"},
    "jinja2": {"plugin"},
    "markdown_it": {"document"},
    "markupsafe": {"plugin"},
    "mkdocs": {"plugin"},
    "pydantic": {"authoring", "dossier", "model", "pages"},
    "pydantic_core": {"dossier", "model"},
    "rich": {"cli", "reports"},
    "text_to_num": {"rules"},
    "trafilatura": {"authoring"},
    "typer": {"cli"},
    "watchdog": {"plugin"},
    "yaml": {"yaml"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """Read all modules of the program, by name without the package's."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts)] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def imported(tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the modules that one imports, anywhere in it, with the names taken from each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or "", tuple(alias.name for alias in node.names)


def own_imports(tree: ast.Module) -> set[str]:
    """List the program's own modules that one imports, a module named from its package as that module."""
    found = set()
    for name, taken in imported(tree):
        if name == PACKAGE or name.startswith(f"{PACKAGE}."):
            inner = name.removeprefix(PACKAGE).removeprefix(".")
            inside = {".".join(filter(None, (inner, one))) for one in taken}
            submodules = {one for one in inside if one in modules() or f"{one}.__init__" in modules()}
            found |= submodules
            if inside != submodules or not taken:
                found.add(inner or "__init__")
    return found


def unit(module: str) -> str:
    """Give the part of the program that a module belongs to: itself, or its package."""
    return module.partition(".")[0]


def test_every_part_of_the_program_has_its_place_in_the_order() -> None:
    assert len(set(ORDER)) == len(ORDER)
    assert {unit(name) for name in modules()} == set(ORDER)


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_from_those_above_it(module: str) -> None:
    place = ORDER.index(unit(module))
    below = {one for one in own_imports(modules()[module]) if ORDER.index(unit(one)) > place}
    assert below == set()


def test_no_modules_import_one_another_in_a_circle() -> None:
    names = modules()
    graph = {
        module: {one if one in names else f"{one}.__init__" for one in own_imports(tree)}
        for module, tree in names.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(f"a circle: {circle.args[1]}")


def is_pure(module: str) -> bool:
    return not {unit(module), module} & EDGES


@pytest.mark.parametrize("module", [module for module in modules() if is_pure(module)])
def test_the_core_touches_no_file_clock_network_or_log(module: str) -> None:
    tree = modules()[module]
    names = {name for name, _ in imported(tree) if name.partition(".")[0] in IMPURE}
    assert names - ALLOWED.get(module, set()) == set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in IMPURE_CALLS, f"line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in IMPURE_ATTRIBUTES, f"line {node.lineno}"
        assert not isinstance(node, ast.Global), f"line {getattr(node, 'lineno', 0)}"


def test_each_exception_is_still_needed() -> None:
    for module, allowed in ALLOWED.items():
        assert allowed <= {name for name, _ in imported(modules()[module])}
    assert {edge for edge in EDGES if edge not in modules() and edge not in ORDER} == set()


def test_each_library_is_behind_the_modules_made_for_it() -> None:
    found: dict[str, set[str]] = {}
    for module, tree in modules().items():
        for name, _ in imported(tree):
            library = name.partition(".")[0]
            if library not in sys.stdlib_module_names and library != PACKAGE:
                found.setdefault(library, set()).add(unit(module))
    assert found == LIBRARIES


def long_functions() -> Iterator[tuple[str, int]]:
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                yield f"{module}.{node.name}", node.end_lineno - node.lineno + 1


def test_functions_and_modules_stay_short() -> None:
    lengths = dict(long_functions())
    assert {name: length for name, length in lengths.items() if length > 45} == {}
    assert sum(length <= 25 for length in lengths.values()) > 0.8 * len(lengths)
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")}
    assert {path.name: size for path, size in sizes.items() if size > 400} == {}


def test_no_test_module_is_imported_by_the_program() -> None:
    assert not any(name.startswith("tests") for tree in modules().values() for name, _ in imported(tree))
