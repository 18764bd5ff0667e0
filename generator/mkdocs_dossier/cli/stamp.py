"""`dossier review --stamp`: notes who has reviewed which records, and what they were then."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.renaming import section_named
from mkdocs_dossier.authoring.reviewstamps import stamped
from mkdocs_dossier.authoring.writing import unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit, unread
from mkdocs_dossier.dossier.reviewsfile import REVIEWS_PATH
from mkdocs_dossier.loading import load
from mkdocs_dossier.values.refs import Ref


def run(folder: Path, records: Sequence[str], by: str, on: str) -> int:
    """Stamp records, each named as `claim/some-id`, or all that are reviewed; return the exit code.

    `by` names who has read them, `on` says when; without it, today.
    """
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    if why := unread(folder, content):
        note(why)
        return PROBLEMS
    try:
        wanted = {_named(one) for one in records}
        loaded = load(content)
        # The author's day, where the author is.
        day = on or date.today().isoformat()
        found = stamped(content.reviews or b"", loaded.dossier, loaded.source_map, wanted, by=by, on=day)
        if found.new:
            before = {} if content.reviews is None else {REVIEWS_PATH: content.reviews}
            write_all(folder, {REVIEWS_PATH: found.content}, before)
    except (RefusedError, OSError) as trouble:
        note(unwritten(folder, trouble))
        return PROBLEMS
    if found.new:
        print_out(f"{(folder / REVIEWS_PATH).as_posix()}\n")
    note(f"{len(found.new):,} stamped, {found.known:,} stamped already.")
    return OK


def _named(written: str) -> Ref:
    """Read what names a record. Raises `RefusedError`."""
    kind, slash, identifier = written.strip().partition("/")
    if not slash:
        raise RefusedError("--only names a record by its kind and its id.", "Write it as claim/some-id.")
    return Ref(section_named(kind), identifier)
