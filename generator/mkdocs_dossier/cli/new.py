"""`dossier new`: asks for the title and language of a dossier, and writes its files."""

import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

import typer

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.starting import PLACES, SCHEMAS, new_files, origin_of
from mkdocs_dossier.authoring.writing import existing, finish_begun, unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.single import reason
from mkdocs_dossier.model.json_schema import changes_schema, records_schema, settings_schema
from mkdocs_dossier.site import words_in
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.tags import parse_tag

_TITLE, _LANGUAGE = "A dossier", "en"


def run(folder: Path, title: str | None, language: str | None, *, ask: bool, origin: str | None) -> int:
    """Write a new dossier to a folder; return the exit code.

    A `title`, `language` or `origin` that is None is asked for (with `ask`, at a terminal), or has a default.
    """
    if why := _unfit(folder):
        note(why)
        return PROBLEMS
    if taken := existing(folder, [*PLACES.values(), *SCHEMAS]):
        note(f"nothing is written, since there is already: {', '.join(str(folder / one) for one in taken)}.")
        return PROBLEMS
    asking = ask and sys.stdin.isatty()
    try:
        if title is None:
            title = _asked("Title of the dossier", _TITLE, parse_text) if asking else _TITLE
        if language is None:
            language = _asked("Language (en, ar, fr, …)", _LANGUAGE, parse_tag) if asking else _LANGUAGE
        schemas = records_schema(), settings_schema(), changes_schema()
        files = new_files(_templates(), schemas, words_in, title, language, origin=_origin(origin))
    except RefusedError as refused:
        return refuse(str(refused))
    try:
        write_all(folder, files, {})
    except RefusedError as refused:
        note(refused.message)
        return PROBLEMS
    except OSError as trouble:
        note(unwritten(folder, trouble))
        return PROBLEMS
    print_out(f"{folder} is written. To see the site:\n\n    cd {folder}\n    uv run mkdocs serve\n")
    return OK


def _unfit(folder: Path) -> str:
    """Say why a path cannot be that of a new dossier; "" if it can.

    Also finish what a stopped command began there.
    """
    try:
        if folder.exists() and not folder.is_dir():
            return f"{folder} is a file: name a folder."
        finish_begun(folder)
    except RefusedError as refused:
        return str(refused)
    except OSError as trouble:
        return f"{folder} cannot be written: {reason(trouble)}."
    except ValueError:
        return f"{folder} cannot be written: it has characters that no path can have."
    return ""


def _asked(question: str, usual: str, parse: Callable[[str], str]) -> str:
    """Ask on standard error until the answer is valid."""

    def read(answer: str) -> str:
        try:
            return parse(answer)
        except InvalidValue as trouble:
            raise typer.BadParameter(f"This {trouble.message}. {trouble.hint}".rstrip()) from trouble

    return str(typer.prompt(question, usual, value_proc=read, err=True))


def _templates() -> dict[str, bytes]:
    root = files("mkdocs_dossier") / "templates"
    return {name: (root / name).read_bytes() for name in PLACES}


def _origin(wanted: str | None) -> str:
    """Return where the new dossier gets the program from: as wanted, or else from where this one came.

    Raises `RefusedError` for a path that does not exist.
    """
    if wanted is None:
        try:
            return origin_of(distribution("mkdocs-dossier").read_text("direct_url.json") or "")
        except PackageNotFoundError:
            return ""
    if "://" in wanted or wanted.endswith(".git"):
        return wanted
    if not Path(wanted).exists():
        raise RefusedError(f"There is no {wanted}.", "--from takes a folder, a package, or an address.")
    return Path(wanted).resolve().as_posix()
