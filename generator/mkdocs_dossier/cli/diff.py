"""`dossier diff`: says what changed between two states of a dossier, and notes it for readers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mkdocs_dossier.authoring.changesnoting import with_changes
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import unwritten, write_all
from mkdocs_dossier.changes.compare import compare
from mkdocs_dossier.changes.plainchanges import Title, changes_of
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.disk.revisions import RevisionError, UnknownRevisionError, read_revision
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.sourcemap import CHANGES_PATH, SETTINGS_PATH
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.model.changelog import Change, is_one_day
from mkdocs_dossier.problems import stops
from mkdocs_dossier.reports.changereports import DIFFERENCES
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.invalid import InvalidValue, quoted
from mkdocs_dossier.values.refs import Ref


def run(old: str, new: str | None, into: Path, form: str, *, write: bool, on: str | None) -> int:
    """Say what changed from one state of a dossier to another; return the exit code.

    Each of the two is a folder, or a revision of the folder `into`; that folder itself is the new one where
    `new` is None. With `write`, the changes are added to its `changes.yaml`, as of the day `on`, or today.
    """
    if write and new is not None:
        return refuse("--write adds to the folder as it is: leave NEW out, and name the folder by --into.")
    try:
        day = _day(on)
        states = _state(old, into), _state(new, into)
    except InvalidValue as trouble:
        return refuse(f"--on {trouble.message}. {trouble.advice}".rstrip())
    except RevisionError as trouble:
        return refuse(str(trouble))
    before, after = map(load, states)
    # Both are named at once where both have errors.
    if any([_has_errors(old, before), _has_errors(new or str(into), after)]):
        return PROBLEMS
    differences, title = compare(before.reviewed, after.reviewed), _titles(after, before)
    print_out(DIFFERENCES[form](differences, title))
    return _write(into, states[1], changes_of(differences, day, title)) if write else OK


def _day(on: str | None) -> EdtfDate:
    """Return the day that changes are noted for. Raises `InvalidValue`."""
    found = EdtfDate.parse(on or date.today().isoformat())
    if not is_one_day(found):
        raise InvalidValue(f"is not one day: {quoted(found.text)}", "write it as 2024-02-05")
    return found


def _state(name: str | None, into: Path) -> Folder:
    """Read a state of a dossier. Raises `RevisionError` where there is none of this name."""
    if name is None or (Path(name) / SETTINGS_PATH).exists():
        folder = into if name is None else Path(name)
        if why := unfit(folder):
            raise RevisionError(why)
        return read_folder(folder)
    if Path(name).is_dir() and not into.is_dir():
        return read_folder(Path(name))
    if why := unfit(into):
        raise RevisionError(f"{name} is no dossier folder. {why}")
    try:
        return read_revision(into, name)
    except UnknownRevisionError as unknown:
        if Path(name).is_dir():
            return read_folder(Path(name))
        raise RevisionError(f"{name} is no folder. {unknown}") from unknown


def _has_errors(name: str, loaded: Loaded) -> bool:
    """Say that a state of the dossier has errors, if it has: of such a one nobody knows all records."""
    found = [one for one in loaded.problems if stops([one])]
    if found:
        first = found[0]
        count = f"{len(found)} error{'s' if len(found) != 1 else ''}"
        note(f"{name} has {count}, so nothing is compared. {first.location}: {first.message}")
    return bool(found)


def _titles(*states: Loaded) -> Title:
    """Name records as the first of some states calls them that has them."""
    published = [Published(one.reviewed.dossier, one.reviewed.findings) for one in states]

    def title(ref: Ref) -> str | None:
        has = (one for one in published if ref.id in one.dossier.section(ref.section))
        return next((one.title(ref) for one in has), None)

    return title


def _write(into: Path, folder: Folder, changes: Sequence[Change]) -> int:
    """Add changes to `changes.yaml`, and say how many are new in it; return the exit code."""
    content = folder.yaml.get(CHANGES_PATH)
    try:
        written, count = with_changes(content, changes)
        if count:
            write_all(into, {CHANGES_PATH: written}, {} if content is None else {CHANGES_PATH: content})
    except (RefusedError, OSError) as trouble:
        note(unwritten(into, trouble))
        return PROBLEMS
    note(f"{count} {'change' if count == 1 else 'changes'} added to {into / CHANGES_PATH}.")
    return OK
