"""The arguments of the commands that change files of a dossier."""

from pathlib import Path
from typing import Annotated

import typer

from mkdocs_dossier.cli.options import FolderArgument, IntoOption, carry_out, read_path
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
    TimestampOption,
)

commands = typer.Typer()


@commands.command("new", short_help="Start a dossier of your own, which builds at once.")
def _new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.", parser=read_path)],
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
    carry_out("new", folder, title, language, ask=not yes, origin=origin)


@commands.command("source", short_help="Store the text of an article, and begin the record of its source.")
def _source(
    article: ArticleArgument,
    *,
    folder: IntoOption = Path("seeds"),
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
    timestamp: TimestampOption = "",
) -> None:
    """Store the text of an article in the dossier, with its SHA-256, and write the record of its source.

    What is not given is taken from the file, where it says so. The file itself is kept beside the text.
    Nothing is fetched, and nothing is sent unless you ask for a time stamp. A text that a record quotes is
    never changed: the exit code is 1 then, and nothing is written.

    Actors are named by id or by name. One that is new is written too: give its name, or “id=name”.
    """
    said = {"id": identifier, "title": title, "url": url, "published": published, "publisher": publisher}
    said |= {"language": language, "kind": kind, "agency": agency, "republishes": republishes, "by": by}
    several = {"authors": tuple(authors or ()), "archived": tuple(archived or ())}
    kept = {"csl": csl, "capture": not no_capture, "timestamp": timestamp}
    carry_out("source", article, folder, retrieved=retrieved, **kept, **said, **several)


@commands.command("timestamp", short_help="Have an authority stamp the captures of a source.")
def _timestamp(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source with a capture.")],
    url: Annotated[
        str, typer.Argument(metavar="URL", help="Where a time stamping authority (RFC 3161) answers.")
    ],
    folder: IntoOption = Path("seeds"),
) -> None:
    """Have a time stamping authority sign that the captures of a source exist now, and keep what it signs.

    Only their SHA-256 is sent. Each token is looked at before it is written beside its capture, and the
    record names it. A capture that has one keeps it.
    """
    carry_out("timestamp", source, url, folder)


@commands.command("fix", short_help="Put right what can be proven; comments and layout stay.")
def _fix(
    folder: FolderArgument = Path("seeds"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show it line by line; write nothing.")] = False,
) -> None:
    """Put right what can be proven, and nothing else: comments and layout of the files stay as they are.

    The missing SHA-256 of a source; quotation marks and dashes of a quotation, which become those of its
    source; plain text in Unicode’s form NFC.
    """
    carry_out("fix", folder, dry_run=dry_run, diff=diff)


@commands.command("rename", short_help="Give a record another id, everywhere.")
def _rename(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="source, actor, place, event, claim, statement.")
    ],
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id it has.")],
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="The id it gets.")],
    folder: FolderArgument = Path("seeds"),
) -> None:
    """Give a record another id: in its definition, in every reference to it, and in links in prose.

    Its old address leads on to the new one: redirects.csv in the dossier folder keeps it.
    """
    carry_out("rename", kind, old, new_id, folder)


@commands.command("merge", short_help="Make one statement of two that are one utterance.")
def _merge(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="statement: other records are not merged.")],
    kept: Annotated[str, typer.Argument(metavar="A", help="The id of the statement that stays.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The id of the one that becomes a part of it.")],
    folder: FolderArgument = Path("seeds"),
) -> None:
    """Make one statement of two: what B reports goes into “also_in” of A, with its comments.

    A gets what it lacks of B’s fields and positions. References to B become references to A, and its old
    address leads on to that of A. Where the two contradict one another, nothing is changed.
    """
    carry_out("merge", kind, kept, other, folder)
