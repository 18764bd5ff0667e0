"""The commands that write an author's files, and their arguments; see `app`."""

from pathlib import Path
from typing import Annotated

import typer

from mkdocs_dossier.cli.app import FolderArgument, app, read_path


@app.command(short_help="Start a dossier of your own, which builds at once.")
def new(
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
    from mkdocs_dossier.cli import new as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(folder, title, language, ask=not yes, origin=origin))


@app.command(short_help="Store the text of an article, and begin the record of its source.")
def source(
    article: Annotated[
        str, typer.Argument(metavar="FILE", help="A text or an HTML page; - reads it from standard input.")
    ],
    *,
    folder: Annotated[
        Path,
        typer.Option(
            "--into",
            metavar="DIR",
            help="The dossier folder: the one with dossier.yaml in it.",
            parser=read_path,
        ),
    ] = Path("seeds"),
    identifier: Annotated[str, typer.Option("--id", help="The id of the source.")] = "",
    title: Annotated[str, typer.Option("--title", help="Its title as published.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where the original stands.")] = "",
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="When it was published, as 2024-02-05.")
    ] = "",
    publisher: Annotated[
        str, typer.Option("--publisher", metavar="ACTOR", help="The id of the actor that published it.")
    ] = "",
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="The language it is in.")] = "",
) -> None:
    """Store the text of an article in the dossier, with its SHA-256, and write the record of its source.

    What is not given is taken from an HTML page, where it says so. Nothing is fetched. A text that a record
    quotes is never changed: the exit code is 1 then, and nothing is written.
    """
    from mkdocs_dossier.authoring.facts import Wanted  # noqa: PLC0415 - heavy
    from mkdocs_dossier.cli import source as command  # noqa: PLC0415 - heavy

    wanted = Wanted(identifier, title, url, published, publisher, language)
    raise typer.Exit(command.run(article, folder, wanted))


@app.command(short_help="Put right what can be proven; comments and layout stay.")
def fix(
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
    from mkdocs_dossier.cli import fix as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(folder, dry_run=dry_run, diff=diff))


@app.command(short_help="Give a record another id, everywhere.")
def rename(
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
    from mkdocs_dossier.cli import rename as command  # noqa: PLC0415 - heavy

    raise typer.Exit(command.run(kind, old, new_id, folder))
