"""What several commands have in common: their arguments, and how they are carried out."""

import os
from importlib import import_module
from pathlib import Path
from typing import Annotated, NoReturn

import typer


def read_path(value: str | Path) -> Path:
    """Read a path. Raises `BadParameter` for a text that cannot be one."""
    # Not click's own type of paths: some versions ask the disk, and crash on such a text.
    try:
        is_path = b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:  # half a character
        is_path = False
    if not is_path:
        raise typer.BadParameter("It has a character that no path can have.")
    return Path(value)


def named_folder(value: str) -> Path:
    """Read the path of a folder to write to. Raises `BadParameter` for a blank one."""
    # `Path("")` is the current folder, which a blank value, from an unset variable perhaps, seldom means.
    if not value.strip():
        raise typer.BadParameter("It is blank: name a folder.")
    return read_path(value)


def named_path(value: str) -> Path:
    """Read the path of what to write. Raises `BadParameter` for a blank one."""
    if not value.strip():
        raise typer.BadParameter("It is blank: name a file or a folder.")
    return read_path(value)


FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help="The dossier folder: the one with dossier.yaml in it.", parser=read_path
    ),
]
IntoOption = Annotated[
    Path,
    typer.Option(
        "--into",
        metavar="DIR",
        help="The dossier folder: the one with dossier.yaml in it.",
        parser=read_path,
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")]


def carry_out(command: str, *arguments: object, **options: object) -> NoReturn:
    """Import the module of a command, run it, and exit with its exit code."""
    module = import_module(f"mkdocs_dossier.cli.{command}")
    raise typer.Exit(module.run(*arguments, **options))
