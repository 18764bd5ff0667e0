"""`dossier merge`: makes one statement of two, and keeps a redirect."""

from pathlib import Path

from mkdocs_dossier.authoring.merging import merge
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.renaming import section_named
from mkdocs_dossier.authoring.writing import all_unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH

_ONLY_STATEMENTS = (
    "Only statements are merged: those of one utterance that several sources report. "
    "Of two other records that mean the same, name one everywhere, and remove the other."
)


def run(kind: str, kept: str, other: str, folder: Path) -> int:
    """Merge two records of the dossier in a folder; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    redirects = content.redirects
    before = content.yaml if redirects is None else {**content.yaml, REDIRECTS_PATH: redirects}
    try:
        if section_named(kind) != "statements":
            raise RefusedError(_ONLY_STATEMENTS)
        merged = merge(content, kept, other)
        write_all(folder, merged.files, before)
    except (RefusedError, OSError) as trouble:
        for line in all_unwritten(folder, trouble):
            note(line)
        return PROBLEMS
    for said in merged.notes:
        note(said)
    for path in sorted(merged.files):
        print_out(f"{(folder / path).as_posix()}\n")
    moved = f"{merged.reports} {'report' if merged.reports == 1 else 'reports'}"
    note(f"`{other}` is a part of `{kept}` now: {moved} moved.")
    return OK
