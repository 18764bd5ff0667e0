"""`dossier rename`: gives a record another id, and keeps a redirect."""

from pathlib import Path

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.renaming import rename, section_named
from mkdocs_dossier.authoring.writing import unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH


def run(kind: str, old: str, new: str, folder: Path) -> int:
    """Rename a record of the dossier in a folder; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    lists = {REDIRECTS_PATH: content.redirects, REVIEWS_PATH: content.reviews}
    before = {**content.yaml, **{path: one for path, one in lists.items() if one is not None}}
    try:
        section = section_named(kind)
        renamed = rename(content, section, old, new)
        write_all(folder, renamed.files, before)
    except (RefusedError, OSError) as trouble:
        note(unwritten(folder, trouble))
        return PROBLEMS
    for path in sorted(renamed.files):
        print_out(f"{(folder / path).as_posix()}\n")
    note(f"`{old}` is `{new}` now, in {renamed.places} {'place' if renamed.places == 1 else 'places'}.")
    return OK
