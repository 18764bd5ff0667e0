"""What is found and not listed: pieces in our own modules, and those that other packages add.

A package adds a rule, a kind of page or an export by an entry point of the group `mkdocs_dossier.rules`,
`mkdocs_dossier.pages` or `mkdocs_dossier.exports` that names one (see "Entry points" in the packaging guide).
"""

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import TypeVar

Piece = TypeVar("Piece")


class ExtensionError(Exception):
    """An installed package adds what cannot be used; the message says which, and why."""


def inside(package: str, kind: type[Piece]) -> tuple[Piece, ...]:
    """List the values of a class that stand in the modules of one of our packages, by module and line."""
    paths = import_module(package).__path__
    modules = (import_module(f"{package}.{module.name}") for module in iter_modules(paths))
    found = (value for module in modules for value in vars(module).values() if isinstance(value, kind))
    # A module may import that of another.
    return tuple({id(piece): piece for piece in found}.values())


def added(group: str, kind: type[Piece]) -> tuple[Piece, ...]:
    """List what other packages add to a group, by the names of the entry points.

    Raises `ExtensionError` where one cannot be imported or names something else.
    """
    return tuple(
        _loaded(point, kind) for point in sorted(entry_points(group=group), key=lambda one: one.name)
    )


def _loaded(point: EntryPoint, kind: type[Piece]) -> Piece:
    package = point.dist.name if point.dist else "a package"
    whence = f"{package} adds `{point.name}` to {point.group}"
    try:
        piece = point.load()
    except Exception as trouble:
        raise ExtensionError(f"{whence}, and importing it fails: {trouble}") from trouble
    if not isinstance(piece, kind):
        raise ExtensionError(f"{whence}, and {point.value} is no {kind.__name__}.")
    return piece
