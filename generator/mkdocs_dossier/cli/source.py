"""`dossier source`: reads an article, and writes its text and its record."""

import sys
from pathlib import Path

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.facts import Wanted
from mkdocs_dossier.authoring.files import replace_files, write_new
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.source import store
from mkdocs_dossier.cli.check import unfit
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.folders import read_folder
from mkdocs_dossier.textfiles import MAX_BYTES
from mkdocs_dossier.visible import visible


def run(article: str, folder: Path, wanted: Wanted) -> int:
    """Store an article in the dossier in a folder; give the exit code."""
    if reason := unfit(folder):
        return refuse(reason)
    try:
        name, content = _read(article)
    except OSError as trouble:
        return refuse(f"{article} cannot be read: {trouble.strerror}.")
    content_before = read_folder(folder)
    try:
        found = read_article(name or "standard input", content)
        stored = store(content_before, found, name, wanted)
        write_new(folder, stored.new)
        replace_files(folder, stored.changed, {**content_before.yaml, **content_before.texts})
    except RefusedError as refused:
        note(f"{refused.message} {refused.hint}".rstrip())
        return PROBLEMS
    for said in stored.notes:
        note(said)
    for path in sorted([*stored.new, *stored.changed]):
        print_out(f"{visible(str(folder / path))}\n")
    return OK


def _read(article: str) -> tuple[str, bytes]:
    """Read a file, or standard input for `-`, which has no name: one byte more than is allowed at most."""
    if article == "-":
        return "", sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(article).open("rb") as file:
        return Path(article).name, file.read(MAX_BYTES + 1)
