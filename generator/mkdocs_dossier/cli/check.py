"""`dossier check`: reads a dossier and reports what is wrong with it."""

import os
import shutil
import sys
from pathlib import Path

from mkdocs_dossier.cli.terminal import OK, PROBLEMS, in_colour, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Purpose, stops
from mkdocs_dossier.reports import readable
from mkdocs_dossier.reports.formats import REPORTS
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.summary import summarise


def run(folder: Path, form: str, *, strict: bool) -> int:
    """Report on the dossier in a folder, in one of the forms of `REPORTS`; return the exit code."""
    if reason := unfit(folder):
        return refuse(reason)
    outcome, _ = examine(folder)
    print_report(outcome, form)
    return PROBLEMS if stops(outcome.problems, strict=strict) else OK


def examine(folder: Path, purpose: Purpose = Purpose.CHECK) -> tuple[Outcome, Loaded]:
    """Load the dossier in a folder for a purpose; return what a report needs, and the dossier."""
    content = read_folder(folder)
    loaded = load(content, purpose)
    outcome = Outcome(
        problems=loaded.problems,
        files={**content.yaml, **content.texts, **_lists(content)},
        summary=summarise(loaded),
        folder=folder.as_posix(),
        address=_address(folder),
        # Fixed for a file or a pipe, so that the output does not depend on the window.
        width=shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100,
    )
    return outcome, loaded


def _lists(content: Folder) -> dict[str, bytes]:
    """Return the files that are lists of lines, in which problems stand too."""
    return {REDIRECTS_PATH: content.redirects or b"", REVIEWS_PATH: content.reviews or b""}


def print_report(outcome: Outcome, form: str) -> None:
    """Print a report to standard output, the form `text` in colour if that can be seen."""
    print_out(_coloured(outcome) if form == "text" and in_colour() else REPORTS[form](outcome))


def _coloured(outcome: Outcome) -> str:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and for a terminal only
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    with console.capture() as captured:
        for line in readable.lines(outcome):
            console.print(Text.assemble(*line), soft_wrap=True)
    return captured.get()


def _address(folder: Path) -> str:
    """Return a folder's path from the root of the repository, for a service; absolute if it is not inside.

    The root is GitHub's workspace, or else the current folder.
    """
    whole = folder.resolve()
    for root in (os.environ.get("GITHUB_WORKSPACE"), "."):
        if root and whole.is_relative_to(start := Path(root).resolve()):
            return whole.relative_to(start).as_posix()
    return whole.as_posix()
