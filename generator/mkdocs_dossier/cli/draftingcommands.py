"""The arguments of the commands that draft records, and have them approved."""

from pathlib import Path
from typing import Annotated

import typer

from mkdocs_dossier.cli.options import FolderArgument, IntoOption, carry_out, read_path

commands = typer.Typer()


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
        "--prompts", metavar="DIR", help="A folder with prompts of your own for a model.", parser=read_path
    ),
]


@commands.command("draft", short_help="Draft the records of an article, for a person to approve.")
def _draft(
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="The id of a source whose text is stored.")
    ] = None,
    folder: IntoOption = Path("seeds"),
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
    carry_out("draft", folder, source, everything=everything, dry_run=dry_run, model=asked, **where)


@commands.command("review", short_help="Approve drafts, one after the other, in the terminal.")
def _review(
    folder: FolderArgument = Path("seeds"),
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
        carry_out("stamp", folder, only or [], by, on)
    carry_out("review", folder, listed=listed)
