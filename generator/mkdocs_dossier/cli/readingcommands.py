"""The arguments of the commands that say or publish something of a dossier, and change nothing in it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mkdocs_dossier.cli.options import (
    FolderArgument,
    IntoOption,
    StrictOption,
    carry_out,
    named_folder,
    named_path,
    read_path,
)

commands = typer.Typer()


class _Format(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@commands.command("check", short_help="Say everything that is wrong with a dossier.")
def _check(
    folder: FolderArgument = Path("seeds"),
    form: Annotated[
        _Format,
        typer.Option(
            "--format",
            help="text: for reading, with the lines in question. json: a list for other programs, with "
            "paths as seen from DIR. github: annotations in GitHub Actions. sarif: for code scanning.",
        ),
    ] = _Format.TEXT,
    strict: StrictOption = False,
) -> None:
    """Say everything that is wrong with a dossier: where, why, and what to do about it.

    Nothing is written. The exit code is 0 where all is well or there are only warnings, 1 where there are
    errors, 2 where the command itself was mistyped.
    """
    carry_out("check", folder, form, strict=strict)


@commands.command("build", short_help="Write the pages, pictures and data to a folder.")
def _build(
    out: Annotated[
        Path, typer.Option("--out", metavar="OUT", help="The folder to write to.", parser=named_folder)
    ],
    folder: FolderArgument = Path("seeds"),
    docs: Annotated[
        Path | None,
        typer.Option(
            "--docs",
            metavar="DOCS",
            help="A folder of pages of your own, to be written too.",
            parser=named_folder,
        ),
    ] = None,
    strict: StrictOption = False,
) -> None:
    """Write the pages, pictures and data of a dossier to a folder.

    Only what changed is written. What an earlier build wrote and this one does not is removed; a file
    that no build wrote, or that was changed by hand since, is kept and named. A dossier with errors is
    not built. The exit code is as for “dossier check”.

    A page in DOCS takes the place of one of the dossier of the same path, as “docs/index.md” that of the
    home page.
    """
    carry_out("build", folder, out, docs=docs, strict=strict)


@commands.command("export", short_help="Write a dossier in one format: CSV, SQLite, GeoJSON and others.")
def _export(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of those that --list names.", show_default=False)
    ] = "",
    folder: FolderArgument = Path("seeds"),
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="OUT",
            help="The file to write, or the folder where the format has several files; else it is printed.",
            parser=named_path,
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print the formats, and end.")] = False,
    strict: StrictOption = False,
) -> None:
    """Write a dossier in one format, as a site offers it under “Data”.

    A file is replaced whole or not at all; a folder is written as “dossier build” does. A dossier with errors
    is not written, nor is a draft. The exit code is as for “dossier check”.
    """
    carry_out("export", form, folder, out, listed=listed, strict=strict)


@commands.command("verify", short_help="Check a published site again, from its own data.")
def _verify(
    site: Annotated[
        str, typer.Argument(metavar="SITE", help="The address of a site, or the folder that it was built in.")
    ],
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts",
            metavar="DIR",
            help="A folder with texts of its sources that you have.",
            parser=read_path,
        ),
    ] = None,
) -> None:
    """Check a published site again: every file, every quotation, and all that follows from its records.

    It takes neither the dossier’s YAML nor trust in this site. Texts that may not be published are looked for
    in the folder that you name, by their SHA-256, whatever their names; without one, quotations are compared
    with the passages that are published around them. One line tells of each fault. The exit code is 0 where
    there is none, 1 where there are some.
    """
    carry_out("verify", site, texts)


@commands.command("schema", short_help="Print the JSON Schema that editors check the files with.")
def _schema(
    settings: Annotated[
        bool, typer.Option("--settings", help="That of dossier.yaml, not that of the record files.")
    ] = False,
    changes: Annotated[bool, typer.Option("--changes", help="That of changes.yaml.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="OUT",
            help="Write all, as dossier.schema.json, settings.schema.json and changes.schema.json.",
            parser=named_folder,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema with which an editor checks and completes the files of a dossier.

    Name it in the first line of a record file, or in the settings of your editor:
    “# yaml-language-server: $schema=dossier.schema.json”
    """
    carry_out("schema", out, settings=settings, changes=changes)


class _ListFormat(StrEnum):
    """The forms of a list."""

    TEXT = "text"
    JSON = "json"


class _Asked(StrEnum):
    """Which addresses are asked."""

    ALL = "all"
    SOURCES = "sources"


@commands.command("links", short_help="Ask the addresses of a dossier whether they still answer.")
def _links(
    folder: FolderArgument = Path("seeds"),
    form: Annotated[
        _ListFormat,
        typer.Option("--format", help="text: for reading. json: a list of all addresses, for programs."),
    ] = _ListFormat.TEXT,
    only: Annotated[
        _Asked, typer.Option("--only", help="all: every address. sources: those of sources alone.")
    ] = _Asked.ALL,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let what has moved or is not archived count as dead.")
    ] = False,
) -> None:
    """Ask the addresses of a dossier whether they still answer: what is dead, has moved, or is not archived.

    A host gets one request at a time, with a pause after each. Nothing is written. Whoever does not answer a
    program is not called dead. The exit code is 1 where an address is dead, or where not all were asked.
    """
    carry_out("links", folder, form, only_sources=only is _Asked.SOURCES, strict=strict)


class _Told(StrEnum):
    """The forms in which differences are told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@commands.command("diff", short_help="Say what changed between two states of a dossier.")
def _diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A folder, or a revision of DIR in git.")],
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="Likewise; without it, DIR as it is.")
    ] = None,
    folder: IntoOption = Path("seeds"),
    *,
    form: Annotated[
        _Told,
        typer.Option(
            "--format", help="text: for reading. markdown: for a comment. json: for other programs."
        ),
    ] = _Told.TEXT,
    write: Annotated[
        bool, typer.Option("--write", help="Add it to changes.yaml in DIR, for the page of changes.")
    ] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="With --write: the day; if not given, today.")
    ] = None,
) -> None:
    """Say what changed between two states of a dossier, as a reader would: what is new, contested, gone.

    A folder with dossier.yaml in it is meant before a revision of the same name. Nothing is changed in the
    repository or fetched. The exit code is 0, whether anything changed or not; 1 where one of the two has
    errors.
    """
    carry_out("diff", old, new, folder, form, write=write, on=on)
