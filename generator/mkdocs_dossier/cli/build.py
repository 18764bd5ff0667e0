"""`dossier build`: writes the site of a dossier to a folder."""

from pathlib import Path

from mkdocs_dossier import site
from mkdocs_dossier.cli.check import examine, print_report
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, refuse
from mkdocs_dossier.disk.folders import unfit
from mkdocs_dossier.disk.handwritten import read_pages
from mkdocs_dossier.disk.output import OutputError, Written, refuse_overlap, refuse_unfit, write_files
from mkdocs_dossier.problems import Purpose, stops


def run(folder: Path, out: Path, *, docs: Path | None = None, strict: bool) -> int:
    """Write the site of the dossier in a folder to `out`, unless it has errors; return the exit code.

    The pages in `docs` are written too; one of them takes the place of one of the dossier's.
    """
    if why := unfit(folder):
        return refuse(why)
    try:
        refuse_unfit(out, folder)
        pages = read_pages(docs, folder, out) if docs else {}
        outcome, loaded = examine(folder, Purpose.BUILD)
        if outcome.problems:
            print_report(outcome, "text")
        if stops(outcome.problems, strict=strict):
            note("Nothing was written.")
            return PROBLEMS
        files = {**site.build(loaded), **pages}
        refuse_overlap(out, files, folder)
        written = write_files(
            out, files, lambda holder: note(f"waiting for {holder}, which writes to {out}.")
        )
    except OutputError as trouble:
        return refuse(str(trouble))
    _tell(written, out)
    return PROBLEMS if written.kept else OK


def _tell(written: Written, out: Path) -> None:
    done = {"written": written.written, "removed": written.removed, "unchanged": written.unchanged}
    note(f"{out}: " + ", ".join(f"{len(paths):,} {name}" for name, paths in done.items()) + ".")
    for path in written.kept:
        note(f"{out / path} was not written by dossier, or changed since. Move it and build again.")
    for path in written.left:
        note(f"{out / path} is no longer part of the site, but was changed by hand. It is kept.")
