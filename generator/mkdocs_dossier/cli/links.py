"""`dossier links`: asks the addresses of a dossier; reports what is dead, has moved, or is not archived."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import typer

from mkdocs_dossier.cli.linkasking import Manners, answers
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit, unread
from mkdocs_dossier.loading import read
from mkdocs_dossier.reports.linklist import addresses, unarchived
from mkdocs_dossier.reports.linkreport import Answer, Asked, as_json, as_text, doubted, is_sound

_REPORTS: Mapping[str, Callable[[Asked], str]] = MappingProxyType({"text": as_text, "json": as_json})


def run(folder: Path, form: str, *, only_sources: bool, strict: bool) -> int:
    """Ask the addresses of the dossier in a folder, and print a report in a form; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    if why := unread(folder, content):
        note(why)
        return PROBLEMS
    found = read(content)
    if found.source_map.unread:
        note(f"Not all of {folder} can be read, so there may be more addresses: `dossier check` says why.")
    listed = addresses(found.dossier, found.source_map, only_sources=only_sources)
    asked = Asked(
        listed,
        doubted(_asked([one.url for one in listed], MANNERS)),
        unarchived(found.dossier, found.source_map),
        folder.as_posix(),
    )
    print_out(_REPORTS[form](asked))
    return OK if is_sound(asked, strict=strict) else PROBLEMS


MANNERS = Manners()
"""How servers are asked."""


def _asked(urls: Sequence[str], manners: Manners) -> dict[str, Answer]:
    """Ask the addresses; after Ctrl+C, return what is known so far."""
    known: dict[str, Answer] = {}
    length = len({*urls})
    hidden = not sys.stderr.isatty()
    with (
        typer.progressbar(
            length=length, label="Asking", show_pos=True, file=sys.stderr, hidden=hidden
        ) as bar,
        closing(answers(urls, manners)) as coming,
    ):
        try:
            for url, answer in coming:
                known[url] = answer
                bar.update(1)
        except KeyboardInterrupt:
            note(f"stopped: {length - len(known):,} of {length:,} addresses were not asked.")
    return known
