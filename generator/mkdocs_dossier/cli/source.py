"""`dossier source`: reads an article, and writes its text and its record into a dossier."""

import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import typer

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import store
from mkdocs_dossier.authoring.writing import all_unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_middle
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.yaml.files import MAX_BYTES

_SHOWN = 120
_TODAY = "today"


def run(article: str, folder: Path, **said: Any) -> int:
    """Store an article, a file's path or `-`, in the dossier in a folder; return the exit code.

    `said` is what the author says of it, by the fields of `Wanted`.
    """
    wanted = Wanted(**said)
    if wanted.retrieved == _TODAY:
        wanted = replace(wanted, retrieved=date.today().isoformat())
    if reason := unfit(folder):
        return refuse(reason)
    try:
        name, content = _read(article)
    except OSError as trouble:
        return refuse(f"{_shown(article)} cannot be read: {trouble.strerror or trouble}.")
    except ValueError:  # a NUL, or half a character
        return refuse(f"{_shown(article)} cannot be read: no file can have such a name.")
    content_before = read_folder(folder)
    try:
        found = read_article(name or "standard input", content)
        # Where the article is read from standard input, nobody can answer there.
        ask = _asked if article != "-" and sys.stdin is not None and sys.stdin.isatty() else None
        stored = store(content_before, found, name, wanted, ask)
        # Texts are compared too before anything is written: one may have changed since it was read.
        files = {**stored.new, **stored.changed}
        write_all(folder, files, {**content_before.yaml, **content_before.texts})
    except (RefusedError, OSError) as trouble:
        for line in all_unwritten(folder, trouble):
            note(line)
        return PROBLEMS
    for line in stored.notes:
        note(line)
    for path in sorted(files):
        print_out(f"{visible(str(folder / path))}\n")
    return OK


def _asked(option: str, identifier: str, close: str | None) -> str:
    """Ask for the name of a new actor until the answer is valid; Ctrl+C ends the command."""

    def read(answer: str) -> str:
        try:
            return parse_text(answer)
        except InvalidValue as trouble:
            raise typer.BadParameter(
                f"This {trouble.message}. Write its name, or stop with Ctrl+C."
            ) from trouble

    other = f" (if `{close}` is meant, stop with Ctrl+C)" if close else ""
    question = f"{option} {identifier} is new{other}. Its name?"
    return str(typer.prompt(question, prompt_suffix=" ", value_proc=read, err=True))


def _read(article: str) -> tuple[str, bytes]:
    """Read a file, or standard input for `-`; return its name ("" for standard input) and content.

    At most one byte more than allowed is read, so that the excess is noticed. Raises `OSError`, with a
    reason for the author, for anything but a plain file: another might never end.
    """
    if article == "-":
        if sys.stdin is None:
            raise OSError(0, "it is closed")
        return "", sys.stdin.buffer.read(MAX_BYTES + 1) or b""
    path = Path(article)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise OSError(0, "it is a folder: name the file of the article")
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is not a plain file. What a program writes is read with - from standard input")
    with path.open("rb") as file:
        return path.name, file.read(MAX_BYTES + 1)


def _shown(article: str) -> str:
    """Name the article in a message, cut to about a line."""
    if article == "-":
        return "Standard input"
    return cut_middle(article, _SHOWN)
