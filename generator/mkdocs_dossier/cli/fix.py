"""`dossier fix`: writes what can be proven, or shows it."""

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs_dossier.authoring.fixing import fix
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit, unread
from mkdocs_dossier.text.characters import visible


def run(folder: Path, *, dry_run: bool, diff: bool) -> int:
    """Fix the dossier in a folder, or show what would change; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    # Other problems do not keep what is sound from being fixed.
    if why := unread(folder, content):
        note(why)
        return PROBLEMS
    fixed = fix(content)
    if diff:
        print_out("".join(_diff(folder, content.yaml, fixed.files)))
        return OK
    if not dry_run:
        try:
            write_all(folder, fixed.files, content.yaml)
        except (RefusedError, OSError) as trouble:
            note(unwritten(folder, trouble))
            return PROBLEMS
    for done in fixed.done:
        place = done.location
        print_out(
            f"{visible((folder / place.path).as_posix())}:{place.line}:{place.column}: {visible(done.what)}\n"
        )
    count = len(fixed.done)
    said = f"{count} {'thing' if count == 1 else 'things'} put right" if count else "nothing to put right"
    note(f"{said}{'; nothing is written' if dry_run and count else ''}.")
    return OK


def _diff(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Write the changes as a unified diff; in a terminal, characters that nobody sees are spelt out."""
    show = _visible_line if sys.stdout.isatty() else str
    for path, content in sorted(after.items()):
        name = (folder / path).as_posix()
        old, new = (text.decode().splitlines(keepends=True) for text in (before[path], content))
        for line in difflib.unified_diff(old, new, name, name):
            ended = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            yield show(ended)


def _visible_line(line: str) -> str:
    return "\n".join(visible(part) for part in line.split("\n"))
