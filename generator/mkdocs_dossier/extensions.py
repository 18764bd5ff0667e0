"""Find what the program does not list: the pieces in its own modules, and those that other packages add.

A piece is a rule, a kind of page, an export: any value of the class that is asked for. A package adds one by
an entry point that names it, in the group `mkdocs_dossier.rules`, `mkdocs_dossier.pages` or
`mkdocs_dossier.exports` (see "Entry points" in the Python Packaging User Guide).
"""

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import TypeVar

Piece = TypeVar("Piece")


class ExtensionError(Exception):
    """An installed package adds something that cannot be used; the message says what, and why."""


def inside(package: str, kind: type[Piece]) -> tuple[Piece, ...]:
    """List the instances of a class in the modules of one of our packages, by module and line."""
    paths = import_module(package).__path__
    modules = (import_module(f"{package}.{module.name}") for module in iter_modules(paths))
    found = (value for module in modules for value in vars(module).values() if isinstance(value, kind))
    # One module may import a piece of another: by identity, each counts once.
    return tuple({id(piece): piece for piece in found}.values())


def added(group: str, kind: type[Piece]) -> tuple[Piece, ...]:
    """List what other packages add to a group of entry points, sorted by the names of these.

    Raises `ExtensionError` where one cannot be imported, or names something of another class.
    """
    return tuple(
        _loaded(point, kind) for point in sorted(entry_points(group=group), key=lambda one: one.name)
    )


def _loaded(point: EntryPoint, kind: type[Piece]) -> Piece:
    package = point.dist.name if point.dist else "a package"
    whence = f"{package} adds `{point.name}` to {point.group}"
    # Another package's code may raise anything while it is imported; the message says whose it is.
    try:
        piece = point.load()
    except Exception as trouble:
        raise ExtensionError(f"{whence}, and importing it fails: {trouble}") from trouble
    if not isinstance(piece, kind):
        raise ExtensionError(f"{whence}, and {point.value} is no {kind.__name__}.")
    return piece
