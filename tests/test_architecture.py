"""One direction of imports, a pure core, and each library behind the modules that are made for it."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

import mkdocs_dossier
from tests.support import ROOT

PACKAGE = "mkdocs_dossier"
SOURCE = ROOT / "generator" / PACKAGE

# What a datum passes, from the first to the last: each part imports only from those above it.
ORDER = [
    "version",
    "extensions",
    "text",
    "values",
    "problems",
    "yaml",
    "words",
    "terms",
    "model",
    "quotes",
    "dossier",
    "findings",
    "rules",
    "drafting",
    "loading",
    "changes",
    "document",
    "pictures",
    "exports",
    "verifying",
    "pages",
    "cards",
    "disk",
    "site",
    "authoring",
    "reports",
    "faults",
    "guard",
    "plugin",
    "cli",
    "surface",
    "__init__",
    "__main__",
]
MOST_LEVELS = 12
"""How many modules stand above one another at most, each of which imports the next."""

# The edges: all that touches files, the process, or the log.
EDGES = {"disk", "site", "faults", "cli", "plugin", "surface", "__main__"} | {
    "authoring.bounded",
    "authoring.intake.webarchives",  # reads archives that are too large to be handed over, in a process
    "authoring.writing",
}

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
    "__init__": {"importlib"},  # imports the program when something of it is asked for
    "drafting.packs.tables": {"importlib"},  # imports the table of a language when it is asked for
    "extensions": {"importlib", "importlib.metadata"},  # finds our own modules, and what others add
    "exports.sqlite_file": {"sqlite3"},  # a database in memory
    "pages.editing": {"urllib.parse"},  # takes addresses apart, encodes text
    "pages.textfragment": {"urllib.parse"},  # encodes text
    "values.urls": {"urllib.parse"},  # takes addresses apart
    "reports.sarif": {"urllib.parse", "os", "pathlib"},  # encodes paths, asks nothing of the disk
    "authoring.describing": {"urllib.parse"},  # takes addresses apart
    "authoring.intake.pagefacts": {"urllib.parse"},  # takes addresses apart
    "authoring.starting": {"urllib.parse", "urllib.request"},  # turns addresses of files into paths
    # The layout is optional, and one that may end its process has a process of its own.
    "pictures.ties.graphviz": {"importlib", "subprocess", "sys"},
}

LIBRARIES = {
    "anyascii": {"text", "values"},
    "babel": {"drafting", "pictures", "rules", "text", "values", "words"},
    "click": {"guard", "plugin"},
    "cryptography": {"dossier"},
    "distributed": {"cli"},
    "filelock": {"disk"},
    "jinja2": {"plugin"},
    "markdown": {"guard", "plugin"},
    "markdown_it": {"document"},
    "markupsafe": {"plugin"},
    "mkdocs": {"plugin"},
    "openai": {"cli"},
    "prompt_toolkit": {"cli"},
    "pydantic": {"cards", "dossier", "exports", "model", "pages", "verifying"},
    "pydantic_ai": {"cli"},
    "pypdf": {"authoring"},
    "pydantic_core": {"dossier", "exports", "model", "pages", "site"},
    "requests": {"cli"},
    "rfc3161_client": {"cli", "dossier"},
    "rich": {"cli", "reports"},
    "text_to_num": {"rules"},
    "trafilatura": {"authoring"},
    "typer": {"cli"},
    "warcio": {"authoring"},
    "watchdog": {"plugin"},
    "webvtt": {"authoring"},
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


def levels() -> dict[str, int]:
    """Count for each module how many it rests on, one above the other, itself included."""
    graph = {module: own_imports(tree) & modules().keys() for module, tree in modules().items()}
    found: dict[str, int] = {}
    for module in TopologicalSorter(graph).static_order():
        found[module] = 1 + max((found[one] for one in graph[module]), default=0)
    return found


def test_no_more_than_a_few_modules_rest_on_one_another() -> None:
    found = levels()
    assert {module: level for module, level in found.items() if level > MOST_LEVELS} == {}
    assert max(found.values()) > MOST_LEVELS // 2  # that the levels are counted


def test_no_two_modules_bear_one_name() -> None:
    packages = {module.removesuffix(".__init__") for module in modules() if module.endswith(".__init__")}
    known = {*packages, *(module for module in modules() if not module.endswith("__init__"))}
    names = Counter(module.rpartition(".")[2] for module in known)
    assert {name: number for name, number in names.items() if number > 1} == {}


# Public names that no other module of the program uses, and who does.
USED_FROM_OUTSIDE = {
    "cli.main.run": "the tests, for the whole command line",
    "guard.makeExtension": "Python-Markdown, by its name",
    "plugin.hooks.DossierConfig": "MkDocs",
    "plugin.hooks.DossierPlugin": "MkDocs, by its entry point",
    "rules.manual.manual": "the tests and whoever writes the manual",
}
FOUND_BY_NAME = {
    f"cli.{command}.run"
    for command in (
        "build",
        "check",
        "diff",
        "draft",
        "export",
        "fix",
        "links",
        "merge",
        "new",
        "rename",
        "review",
        "schema",
        "source",
        "timestamp",
        "stamp",
        "verify",
    )
}


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """List the functions and classes of a module that other modules may use."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def uses(tree: ast.Module) -> Iterator[str]:
    """List what a module uses of others, as `module.name`, whether it imports the name or the module."""
    aliases = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            inner = (node.module or "").removeprefix(PACKAGE).removeprefix(".")
            for alias in node.names:
                yield f"{inner}.{alias.name}"
                aliases[alias.asname or alias.name] = f"{inner}.{alias.name}".removeprefix(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield f"{aliases[node.value.id]}.{node.attr}"


def met_in(tree: ast.Module) -> set[str]:
    """List the names that stand in the signatures and fields of what a module offers: others meet these."""
    found: set[str] = set()
    for line in tree.body:
        if isinstance(line, ast.Assign | ast.AnnAssign):
            found |= {one.id for one in ast.walk(line) if isinstance(one, ast.Name)}
    for offered in public(tree):
        for part in ast.walk(offered):
            for annotation in annotations(part):
                for one in ast.walk(annotation):
                    found.add(one.id if isinstance(one, ast.Name) else str(getattr(one, "value", "")))
    return found


def annotations(part: ast.AST) -> list[ast.expr]:
    """List what a function or a field says of types."""
    found: list[ast.expr | None] = []
    if isinstance(part, ast.FunctionDef):
        found = [part.returns, *(one.annotation for one in (*part.args.args, *part.args.kwonlyargs))]
    elif isinstance(part, ast.AnnAssign):
        found = [part.annotation]
    return [one for one in found if one is not None]


def test_what_is_public_is_used_by_another_module() -> None:
    used = {name for tree in modules().values() for name in uses(tree)}
    alone = {
        f"{module}.{node.name}"
        for module, tree in modules().items()
        for node in public(tree)
        if f"{module}.{node.name}" not in used
        and not (isinstance(node, ast.ClassDef) and node.name in met_in(tree))
    }
    assert (
        alone - {f"surface.{name}" for name in mkdocs_dossier.__all__}
        == USED_FROM_OUTSIDE.keys() | FOUND_BY_NAME
    )


def is_pure(module: str) -> bool:
    return not {unit(module), module} & EDGES


@pytest.mark.parametrize("module", [module for module in modules() if is_pure(module)])
def test_the_core_touches_no_file_clock_network_or_log(module: str) -> None:
    tree = modules()[module]
    names = {name for name, _ in imported(tree) if name.partition(".")[0] in IMPURE}
    why = "a pure module takes and gives plain values; what it may import all the same stands in ALLOWED"
    assert names - ALLOWED.get(module, set()) == set(), why
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in IMPURE_CALLS, f"line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr != "open", f"line {node.lineno}"
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
