"""The commands; the module of a command's name carries it out and returns the exit code.

That module is imported only when its command runs, so that `--help` answers at once. The docstrings of the
commands are what `--help` prints.
"""

from typing import Annotated

import typer

from mkdocs_dossier.cli import draftingcommands, readingcommands, writingcommands
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


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dossier {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Hold the options that come before a command."""


# In the order in which `--help` lists them.
for _several in (readingcommands, writingcommands, draftingcommands):
    app.add_typer(_several.commands)
