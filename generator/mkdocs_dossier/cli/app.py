"""The commands and their arguments: each hands over to a function that gives the exit code.

A command imports what carries it out when it runs, so that `--help` answers at once.
"""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mkdocs_dossier import __version__

app = typer.Typer(
    help="Check a dossier, and publish it: who said what, in which source, and who contradicts whom.",
    epilog="“dossier COMMAND --help” tells more of each command.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How problems are written out."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def read_path(value: str | Path) -> Path:
    """Read a path. Raises `BadParameter` for what no path can be.

    Some versions of click ask the disk themselves, and fail for that.
    """
    try:
        is_path = b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:  # half a character
        is_path = False
    if not is_path:
        raise typer.BadParameter("It has a character that no path can have.")
    return Path(value)


FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help="The dossier folder: the one with dossier.yaml in it.", parser=read_path
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")]


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dossier {__version__}")
        raise typer.Exit


def _named_folder(value: str) -> Path:
    """Read the folder to write to. A blank name would be that of the current one, which is seldom meant."""
    if not value.strip():
        raise typer.BadParameter("It is blank: name a folder.")
    return read_path(value)


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Hold the options that come before a command."""


@app.command(short_help="Say everything that is wrong with a dossier.")
def check(
    folder: FolderArgument = Path("seeds"),
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text: for reading, with the lines in question. json: a list for other programs, with "
            "paths as seen from DIR. github: annotations in GitHub Actions. sarif: for code scanning.",
        ),
    ] = Format.TEXT,
    strict: StrictOption = False,
) -> None:
    """Say everything that is wrong with a dossier: where, why, and what to do about it.

    Nothing is written. The exit code is 0 where all is well or there are only warnings, 1 where there are
    errors, 2 where the command itself was mistyped.
    """
    from mkdocs_dossier.cli import check as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(folder, form, strict=strict))


@app.command(short_help="Write the pages, pictures and data to a folder.")
def build(
    out: Annotated[
        Path, typer.Option("--out", metavar="OUT", help="The folder to write to.", parser=_named_folder)
    ],
    folder: FolderArgument = Path("seeds"),
    strict: StrictOption = False,
) -> None:
    """Write the pages, pictures and data of a dossier to a folder.

    Only what changed is written. What an earlier build wrote and this one does not is removed; a file
    that no build wrote, or that was changed by hand since, is kept and named. A dossier with errors is
    not built. The exit code is as for “dossier check”.
    """
    from mkdocs_dossier.cli import build as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(folder, out, strict=strict))


@app.command(short_help="Print the JSON Schema that editors check the files with.")
def schema(
    settings: Annotated[
        bool, typer.Option("--settings", help="That of dossier.yaml, not that of the record files.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="OUT",
            help="Write both, as dossier.schema.json and settings.schema.json.",
            parser=_named_folder,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema with which an editor checks and completes the files of a dossier.

    Name it in the first line of a record file, or in the settings of your editor:
    “# yaml-language-server: $schema=dossier.schema.json”
    """
    from mkdocs_dossier.cli import schema as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(out, settings=settings))
