"""`dossier export`: writes a dossier in one format, without a site."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from mkdocs_dossier.cli.check import examine
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import unfit
from mkdocs_dossier.disk.output import OutputError, refuse_overlap, refuse_unfit, write_files
from mkdocs_dossier.disk.single import reason, replace_file
from mkdocs_dossier.exports.downloads import Export, downloads
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.problems import Purpose, stops
from mkdocs_dossier.reports.formats import REPORTS
from mkdocs_dossier.site import words_in
from mkdocs_dossier.values.nearestnames import nearest


def run(form: str, folder: Path, out: Path | None, *, listed: bool, strict: bool) -> int:
    """Write the dossier in a folder in a format, to `out` or to standard output; return the exit code."""
    known = {one.format: one for one in downloads() if one.format}
    if listed:
        print_out(_listed(known.values()))
        return OK
    if form not in known:
        return refuse(_unknown(form, known))
    export = known[form]
    if why := unfit(folder) or _unwritable(export, out, folder):
        return refuse(why)
    outcome, loaded = examine(folder, Purpose.BUILD)
    if outcome.problems:
        # Standard output is for the export alone.
        sys.stderr.write(REPORTS["text"](outcome))
    if stops(outcome.problems, strict=strict):
        note("Nothing was written.")
        return PROBLEMS
    content = loaded.reviewed
    words = words_in(content.dossier.settings.language)
    published = Published(content.dossier, content.findings, words=words)
    if out is None:
        return _print(export, published)
    return _write_several(export, published, out, folder) if export.more else _write(export, published, out)


def _listed(exports: Iterable[Export]) -> str:
    rows = sorted((one.format, one.name, one.purpose) for one in exports)
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{form:{widths[0]}}  {name:{widths[1]}}  {purpose}\n" for form, name, purpose in rows)


def _unknown(form: str, known: Mapping[str, Export]) -> str:
    if not form:
        return f"Name a format: {', '.join(sorted(known))}."
    meant = nearest(form, known)
    hint = f"Did you mean {meant}?" if meant else f"There are {', '.join(sorted(known))}."
    return f"There is no format “{form}”. {hint}"


def _unwritable(export: Export, out: Path | None, folder: Path) -> str:
    """Say why an export cannot be written to a path; empty where it may be."""
    if out is None:
        return f"{export.format} is several files: name a folder for them with --out." if export.more else ""
    if export.more:
        try:
            refuse_unfit(out, folder)
        except OutputError as trouble:
            return str(trouble)
        return ""
    try:
        if out.resolve().is_relative_to(folder.resolve()):
            return f"{out} lies in the dossier folder: name a file outside {folder}."
        if out.is_dir():
            return f"{out} is a folder: name a file."
        if out.exists() and not out.is_file():
            return f"{out} is no plain file: name one."
        if not out.parent.is_dir():
            return f"There is no folder {out.parent}. Make it first."
    except (OSError, RuntimeError) as trouble:
        return f"{out} cannot be written: {reason(trouble) if isinstance(trouble, OSError) else trouble}."
    return ""


def _print(export: Export, published: Published) -> int:
    pieces = iter(export.write(published))
    first = next(pieces, b"")
    if sys.stdout.isatty() and b"\0" in first:
        return refuse(f"{export.format} is not text, for a terminal to show: name a file with --out.")
    try:
        for piece in chain((first,), pieces):
            sys.stdout.buffer.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads on. Python flushes once more at its exit, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _write(export: Export, published: Published, out: Path) -> int:
    try:
        replace_file(out, export.write(published))
    except OSError as trouble:
        return refuse(f"{out} cannot be written: {reason(trouble)}.")
    note(f"{out} written.")
    return OK


def _write_several(export: Export, published: Published, out: Path, folder: Path) -> int:
    """Write the files of an export to a folder, as a build does: no file of somebody else is touched."""
    files = {name: b"".join(pieces) for name, pieces in _inside(export, published)}
    try:
        refuse_overlap(out, files, folder)
        done = write_files(out, files, lambda holder: note(f"waiting for {holder}, which writes to {out}."))
    except OutputError as trouble:
        return refuse(str(trouble))
    counted = {"written": done.written, "removed": done.removed, "unchanged": done.unchanged}
    note(f"{out}: " + ", ".join(f"{len(paths):,} {name}" for name, paths in counted.items()) + ".")
    for path in done.kept:
        note(f"{out / path} was not written by dossier, or changed since. Move it and export again.")
    for path in done.left:
        note(f"{out / path} is no longer part of the export, but was changed by hand. It is kept.")
    return PROBLEMS if done.kept else OK


def _inside(export: Export, published: Published) -> Iterator[tuple[str, Iterable[bytes]]]:
    """List the files of an export, by their names in the folder of its first one."""
    start = PurePosixPath(export.name).parent
    for name, write in export.files.items():
        path = PurePosixPath(name)
        yield (path.relative_to(start) if path.is_relative_to(start) else path).as_posix(), write(published)
