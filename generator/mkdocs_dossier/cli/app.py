"""The commands and their arguments; the module of a command's name carries it out and returns the exit code.

That module is imported only when its command runs, so that `--help` answers at once. The docstrings of the
commands here are what `--help` prints.
"""

import os
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from mkdocs_dossier.cli.sourceoptions import (
    AgencyOption,
    ArchivedOption,
    ArticleArgument,
    AuthorsOption,
    ByOption,
    CslOption,
    KindOption,
    NoCaptureOption,
    PublishedOption,
    PublisherOption,
    RepublishesOption,
    RetrievedOption,
)
from mkdocs_dossier.version import __version__

app = typer.Typer(
    help="Check a dossier, and publish it: who said what, in which source, and who contradicts whom.",
    epilog="“dossier COMMAND --help” tells more of each command.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class _Format(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def _read_path(value: str | Path) -> Path:
    """Read a path. Raises `BadParameter` for a text that cannot be one."""
    # Not click's own type of paths: some versions ask the disk, and crash on such a text.
    try:
        is_path = b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:  # half a character
        is_path = False
    if not is_path:
        raise typer.BadParameter("It has a character that no path can have.")
    return Path(value)


_FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR", help="The dossier folder: the one with dossier.yaml in it.", parser=_read_path
    ),
]
_StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")]


def _carry_out(command: str, *arguments: object, **options: object) -> NoReturn:
    """Import the module of a command, run it, and exit with its exit code."""
    module = import_module(f"mkdocs_dossier.cli.{command}")
    raise typer.Exit(module.run(*arguments, **options))


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dossier {__version__}")
        raise typer.Exit


def _named_folder(value: str) -> Path:
    """Read the path of a folder to write to. Raises `BadParameter` for a blank one."""
    # `Path("")` is the current folder, which a blank value, from an unset variable perhaps, seldom means.
    if not value.strip():
        raise typer.BadParameter("It is blank: name a folder.")
    return _read_path(value)


def _named_path(value: str) -> Path:
    """Read the path of what to write. Raises `BadParameter` for a blank one."""
    if not value.strip():
        raise typer.BadParameter("It is blank: name a file or a folder.")
    return _read_path(value)


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Hold the options that come before a command."""


@app.command("check", short_help="Say everything that is wrong with a dossier.")
def _check(
    folder: _FolderArgument = Path("seeds"),
    form: Annotated[
        _Format,
        typer.Option(
            "--format",
            help="text: for reading, with the lines in question. json: a list for other programs, with "
            "paths as seen from DIR. github: annotations in GitHub Actions. sarif: for code scanning.",
        ),
    ] = _Format.TEXT,
    strict: _StrictOption = False,
) -> None:
    """Say everything that is wrong with a dossier: where, why, and what to do about it.

    Nothing is written. The exit code is 0 where all is well or there are only warnings, 1 where there are
    errors, 2 where the command itself was mistyped.
    """
    _carry_out("check", folder, form, strict=strict)


@app.command("build", short_help="Write the pages, pictures and data to a folder.")
def _build(
    out: Annotated[
        Path, typer.Option("--out", metavar="OUT", help="The folder to write to.", parser=_named_folder)
    ],
    folder: _FolderArgument = Path("seeds"),
    docs: Annotated[
        Path | None,
        typer.Option(
            "--docs",
            metavar="DOCS",
            help="A folder of pages of your own, to be written too.",
            parser=_named_folder,
        ),
    ] = None,
    strict: _StrictOption = False,
) -> None:
    """Write the pages, pictures and data of a dossier to a folder.

    Only what changed is written. What an earlier build wrote and this one does not is removed; a file
    that no build wrote, or that was changed by hand since, is kept and named. A dossier with errors is
    not built. The exit code is as for “dossier check”.

    A page in DOCS takes the place of one of the dossier of the same path, as “docs/index.md” that of the
    home page.
    """
    _carry_out("build", folder, out, docs=docs, strict=strict)


@app.command("export", short_help="Write a dossier in one format: CSV, SQLite, GeoJSON and others.")
def _export(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of those that --list names.", show_default=False)
    ] = "",
    folder: _FolderArgument = Path("seeds"),
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="OUT",
            help="The file to write, or the folder where the format has several files; else it is printed.",
            parser=_named_path,
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print the formats, and end.")] = False,
    strict: _StrictOption = False,
) -> None:
    """Write a dossier in one format, as a site offers it under “Data”.

    A file is replaced whole or not at all; a folder is written as “dossier build” does. A dossier with errors
    is not written, nor is a draft. The exit code is as for “dossier check”.
    """
    _carry_out("export", form, folder, out, listed=listed, strict=strict)


@app.command("verify", short_help="Check a published site again, from its own data.")
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
            parser=_read_path,
        ),
    ] = None,
) -> None:
    """Check a published site again: every file, every quotation, and all that follows from its records.

    It takes neither the dossier’s YAML nor trust in this site. Texts that may not be published are looked for
    in the folder that you name, by their SHA-256, whatever their names; without one, quotations are compared
    with the passages that are published around them. One line tells of each fault. The exit code is 0 where
    there is none, 1 where there are some.
    """
    _carry_out("verify", site, texts)


@app.command("schema", short_help="Print the JSON Schema that editors check the files with.")
def _schema(
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
    _carry_out("schema", out, settings=settings)


@app.command("new", short_help="Start a dossier of your own, which builds at once.")
def _new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", parser=_read_path)],
    title: Annotated[str | None, typer.Option("--title", help="What the dossier is called.")] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="TAG", help="The language you write in: en, ar, ckb, fr, …"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: take what is usual.")] = False,
    origin: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="PATH_OR_URL",
            help="Where the new folder takes mkdocs-dossier from: a folder, or the address of a repository "
            "or a package. If not given: from where this one was installed.",
        ),
    ] = None,
) -> None:
    """Start a dossier of your own: settings, one invented article with its records, and a site that builds.

    Nothing is overwritten: where a file of the new dossier exists already, nothing is written at all, and
    the exit code is 1.
    """
    _carry_out("new", folder, title, language, ask=not yes, origin=origin)


_IntoOption = Annotated[
    Path,
    typer.Option(
        "--into",
        metavar="DIR",
        help="The dossier folder: the one with dossier.yaml in it.",
        parser=_read_path,
    ),
]


@app.command("source", short_help="Store the text of an article, and begin the record of its source.")
def _source(
    article: ArticleArgument,
    *,
    folder: _IntoOption = Path("seeds"),
    identifier: Annotated[str, typer.Option("--id", help="The id of the source.")] = "",
    title: Annotated[str, typer.Option("--title", help="Its title as published.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where the original stands.")] = "",
    published: PublishedOption = "",
    publisher: PublisherOption = "",
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="The language it is in.")] = "",
    kind: KindOption = "",
    authors: AuthorsOption = None,
    agency: AgencyOption = "",
    republishes: RepublishesOption = "",
    retrieved: RetrievedOption = "",
    archived: ArchivedOption = None,
    csl: CslOption = "",
    by: ByOption = "",
    no_capture: NoCaptureOption = False,
) -> None:
    """Store the text of an article in the dossier, with its SHA-256, and write the record of its source.

    What is not given is taken from the file, where it says so. The file itself is kept beside the text.
    Nothing is fetched. A text that a record quotes is never changed: the exit code is 1 then, and nothing is
    written.

    Actors are named by id or by name. One that is new is written too: give its name, or “id=name”.
    """
    said = {"id": identifier, "title": title, "url": url, "published": published, "publisher": publisher}
    said |= {"language": language, "kind": kind, "agency": agency, "republishes": republishes, "by": by}
    several = {"authors": tuple(authors or ()), "archived": tuple(archived or ())}
    kept = {"csl": csl, "capture": not no_capture}
    _carry_out("source", article, folder, retrieved=retrieved, **kept, **said, **several)


@app.command("review", short_help="Approve drafts, one after the other, in the terminal.")
def _review(
    folder: _FolderArgument = Path("seeds"),
    *,
    listed: Annotated[bool, typer.Option("--list", help="Print what there is to review, and end.")] = False,
    stamp: Annotated[
        bool,
        typer.Option("--stamp", help="Note in reviews.csv that the approved records were read, and end."),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="KIND/ID", help="With --stamp: this record; once for each."),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="With --stamp: who read them.")] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="With --stamp: when, as 2024-02-05; today.")
    ] = "",
) -> None:
    """Go through the drafts of a dossier, the least certain first, each with the words that it rests on.

    A key accepts a draft, opens it in your editor ($VISUAL or $EDITOR), names another speaker, drops it, or
    takes the last step back. Each step is written at once, whole or not at all.

    With --stamp, nothing is asked: a line for each approved record says who read it, on which day, and what
    it was then. If it is changed later, “dossier check” and its page say so. A record that the same person
    has stamped as it is gets no second line, unless --only names it.
    """
    if listed if stamp else only or by or on:
        raise typer.BadParameter("--only, --by and --on go with --stamp, and --list does not.")
    if stamp:
        _carry_out("stamp", folder, only or [], by, on)
    _carry_out("review", folder, listed=listed)


_AllOption = Annotated[
    bool,
    typer.Option("--all", help="Draft every source that has a text, and of which nothing is written yet."),
]
_JobsOption = Annotated[
    int, typer.Option("--jobs", metavar="N", min=0, help="With --all: in so many processes; 0: one a core.")
]
_ClusterOption = Annotated[
    str,
    typer.Option(
        "--cluster", metavar="ADDRESS", help="With --all: on a Dask cluster that runs, as tcp://host:8786."
    ),
]
_ModelOption = Annotated[
    str, typer.Option("--model", metavar="NAME", help="Let a model correct and complete what the rules find.")
]
_AddressOption = Annotated[
    str,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="Where the model is: http://localhost:11434/v1. The text goes there.",
    ),
]
_RequestsOption = Annotated[
    int,
    typer.Option("--max-requests", metavar="N", min=1, help="Ask a model so often for a source, at most."),
]
_TimeoutOption = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0.1, help="So long a model may take for an answer."),
]
_PromptsOption = Annotated[
    Path | None,
    typer.Option(
        "--prompts", metavar="DIR", help="A folder with prompts of your own for a model.", parser=_read_path
    ),
]


@app.command("draft", short_help="Draft the records of an article, for a person to approve.")
def _draft(
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="The id of a source whose text is stored.")
    ] = None,
    folder: _IntoOption = Path("seeds"),
    *,
    everything: _AllOption = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be written; write nothing.")
    ] = False,
    jobs: _JobsOption = 0,
    cluster: _ClusterOption = "",
    model: _ModelOption = "",
    base_url: _AddressOption = "",
    max_requests: _RequestsOption = 12,
    timeout: _TimeoutOption = 180,
    prompts: _PromptsOption = None,
) -> None:
    """Draft the records of an article from its text, by rules: who says what, when, and who they are.

    A file of drafts is written beside that of the source. Nothing of it is published until a person approves
    it, record by record: “dossier review”. What is there already stays as it is.

    Nothing is fetched or sent, unless you name a model: then the text goes to its server, with the key in
    OPENAI_API_KEY, if there is one. The draft is made by rules alone where that does not answer.
    """
    asked = {"name": model, "address": base_url, "most": max_requests, "timeout": timeout, "prompts": prompts}
    where = {"jobs": jobs, "cluster": cluster}
    _carry_out("draft", folder, source, everything=everything, dry_run=dry_run, model=asked, **where)


@app.command("timestamp", short_help="Have an authority stamp the captures of a source.")
def _timestamp(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source with a capture.")],
    url: Annotated[
        str, typer.Argument(metavar="URL", help="Where a time stamping authority (RFC 3161) answers.")
    ],
    folder: _IntoOption = Path("seeds"),
) -> None:
    """Have a time stamping authority sign that the captures of a source exist now, and keep what it signs.

    Only their SHA-256 is sent. Each token is looked at before it is written beside its capture, and the
    record names it. A capture that has one keeps it.
    """
    _carry_out("timestamp", source, url, folder)


class _ListFormat(StrEnum):
    """The forms of a list."""

    TEXT = "text"
    JSON = "json"


class _Asked(StrEnum):
    """Which addresses are asked."""

    ALL = "all"
    SOURCES = "sources"


@app.command("links", short_help="Ask the addresses of a dossier whether they still answer.")
def _links(
    folder: _FolderArgument = Path("seeds"),
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
    _carry_out("links", folder, form, only_sources=only is _Asked.SOURCES, strict=strict)


@app.command("fix", short_help="Put right what can be proven; comments and layout stay.")
def _fix(
    folder: _FolderArgument = Path("seeds"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show it line by line; write nothing.")] = False,
) -> None:
    """Put right what can be proven, and nothing else: comments and layout of the files stay as they are.

    The missing SHA-256 of a source; quotation marks and dashes of a quotation, which become those of its
    source; plain text in Unicode’s form NFC.
    """
    _carry_out("fix", folder, dry_run=dry_run, diff=diff)


@app.command("rename", short_help="Give a record another id, everywhere.")
def _rename(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="source, actor, place, event, claim, statement.")
    ],
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id it has.")],
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="The id it gets.")],
    folder: _FolderArgument = Path("seeds"),
) -> None:
    """Give a record another id: in its definition, in every reference to it, and in links in prose.

    Its old address leads on to the new one: redirects.csv in the dossier folder keeps it.
    """
    _carry_out("rename", kind, old, new_id, folder)


@app.command("merge", short_help="Make one statement of two that are one utterance.")
def _merge(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="statement: other records are not merged.")],
    kept: Annotated[str, typer.Argument(metavar="A", help="The id of the statement that stays.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The id of the one that becomes a part of it.")],
    folder: _FolderArgument = Path("seeds"),
) -> None:
    """Make one statement of two: what B reports goes into “also_in” of A, with its comments.

    A gets what it lacks of B’s fields and positions. References to B become references to A, and its old
    address leads on to that of A. Where the two contradict one another, nothing is changed.
    """
    _carry_out("merge", kind, kept, other, folder)


class _Told(StrEnum):
    """The forms in which differences are told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command("diff", short_help="Say what changed between two states of a dossier.")
def _diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A folder, or a revision of DIR in git.")],
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="Likewise; without it, DIR as it is.")
    ] = None,
    folder: _IntoOption = Path("seeds"),
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
    _carry_out("diff", old, new, folder, form, write=write, on=on)
