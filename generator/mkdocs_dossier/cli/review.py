"""`dossier review`: shows the drafts of a dossier one after the other, and writes each decision at once."""

import gc
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingitems import Item, after
from mkdocs_dossier.authoring.reviewingsteps import accept, drop, refuse_unspoken, with_speaker
from mkdocs_dossier.authoring.reviewingtext import edited, text_of
from mkdocs_dossier.authoring.writing import unwritten
from mkdocs_dossier.cli import revieweditor, reviewscreen
from mkdocs_dossier.cli.reviewdialogues import chosen, help_wanted, is_approved, speaker_named
from mkdocs_dossier.cli.reviewkeys import EndedError, Lines, ask_key
from mkdocs_dossier.cli.reviewsession import Session
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit, unread
from mkdocs_dossier.problems import stops
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.values.refs import Ref

_NO_TERMINAL = "a review asks for keys, so it needs a terminal; to list what there is: dossier review --list"


def run(folder: Path, *, listed: bool = False) -> int:
    """Review the drafts of the dossier in a folder, or list them; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    if why := unread(folder, content):
        note(why)
        return PROBLEMS
    reading = read(content)
    items = queue(reading)
    if listed:
        _list(folder, items)
    elif items and not _is_terminal():
        return refuse(_NO_TERMINAL)
    elif items:
        reading = _reviewed(Session(folder, reading))
    _say_what_is_left(folder, reading, listed=listed)
    return OK


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _list(folder: Path, items: Iterable[Item]) -> None:
    for item in items:
        place = item.draft.place
        where = f"{visible((folder / place.path).as_posix())}:{place.line}:{place.column}"
        print_out(f"{where}: {reviewscreen.listed(item)}\n")


def _reviewed(session: Session) -> Reading:
    """Carry a review through until the author ends it; return the dossier as it was read last."""
    # The program does without it, since it ends soon; a review may go on for hours.
    gc.enable()
    review = _Review(session)
    try:
        with suppress(EndedError, KeyboardInterrupt):
            review.go_on()
    finally:
        for ref, kept in review.kept.items():
            note(f"your text of the {ref.kind} {ref.id} is kept in {kept.path}")
    return session.reading


def _say_what_is_left(folder: Path, reading: Reading, *, listed: bool) -> None:
    left = len(queue(reading))
    is_whole = not stops(reading.unread)
    if left and not listed:
        note(f"{left} left to review; each step so far is saved.")
    elif not left and is_whole:
        note(f"nothing is left to review. Next: dossier check {folder}")
    if not is_whole:
        note(f"there may be more to review: not all of the dossier can be read. See: dossier check {folder}")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text of the author's that is not in the dossier yet, and the lines that it was begun from."""

    path: Path
    begun: str


class _Review:
    """The keys of a review, and what each does; `at` is the record shown, `said` what is told above it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.items = queue(session.reading)
        self.at: Ref | None = None
        self.said = ""
        self.kept: dict[Ref, _Kept] = {}

    def go_on(self) -> None:
        """Show one record after the other until none is left. Raises `EndedError` if the author ends it."""
        while (item := after(self.items, self.at, 0)) is not None:
            self.at = item.ref
            body = self._body(item)
            key = ask_key(body, reviewscreen.key_lines, reviewscreen.KEYS)
            self.said = ""
            reading = self.session.reading
            try:
                self._do(key, item, body)
            except RefusedError as refused:
                self.said = " ".join([str(refused), *refused.further])
            except OSError as trouble:
                self.said = unwritten(self.session.folder, trouble)
            self.session.refresh()
            if self.session.reading is not reading:
                self._renew()

    def _renew(self) -> None:
        """List anew what is left; where the record shown is gone, go to the next one that is still there."""
        before, self.items = self.items, queue(self.session.reading)
        left = {one.ref for one in self.items}
        for _ in before:
            if self.at in left:
                return
            following = after(before, self.at, 1)
            self.at = following.ref if following else None

    def _body(self, item: Item) -> Lines:
        place, count, said = self.items.index(item) + 1, len(self.items), self.said
        return lambda width: reviewscreen.item_lines(item, place, count, said, width)

    def _do(self, key: str, item: Item, body: Lines) -> None:
        match key:
            case "a":
                self._accept(item, body)
            case "e":
                self._edit(item, body)
            case "s":
                self._name_speaker(item, body)
            case "d":
                self._write(
                    drop(self.session.reading, item.ref),
                    f"dropped {reviewscreen.names([item.ref])}",
                    item.ref,
                )
            case "n" | "p":
                following = after(self.items, self.at, 1 if key == "n" else -1)
                self.at = following.ref if following else None
            case "u":
                what, self.at = self.session.undo()
                self.said = f"Taken back: {what}."
            case "?":
                help_wanted()
            case _:
                raise EndedError

    def _write(self, reading: Reading, what: str, at: Ref) -> None:
        self.session.write(reading, what, at)
        self.said = f"Saved: {what}."

    def _accept(self, item: Item, body: Lines) -> None:
        approved = accept(self.session.reading, item)
        if item.needs and not is_approved(body, item):
            return
        others = f", with {reviewscreen.names(one.ref for one in item.needs)}" if item.needs else ""
        self._write(approved, f"accepted {reviewscreen.names([item.ref])}{others}", item.ref)

    def _name_speaker(self, item: Item, body: Lines) -> None:
        reading = self.session.reading
        refuse_unspoken(reading, item.ref)
        speaker = speaker_named(body, reading.dossier, reading.source_map)
        if speaker is not None:
            name = speaker if isinstance(speaker, str) else f"{speaker.id} (new)"
            named = with_speaker(reading, item.ref, speaker)
            self._write(named, f"made {name} the speaker of {reviewscreen.names([item.ref])}", item.ref)

    def _edit(self, item: Item, body: Lines) -> None:
        """Have a record edited; a text that cannot be put in its place is kept, and opened the next time."""
        ref = chosen(body, item)
        if ref is None:
            return
        command = revieweditor.command()
        if ref not in self.kept:
            written = text_of(self.session.reading, ref)
            self.kept[ref] = _Kept(revieweditor.keep(written), written)
        self._put(ref, self.kept[ref], revieweditor.edit(command, self.kept[ref].path))

    def _put(self, ref: Ref, kept: _Kept, text: str) -> None:
        self.session.refresh()
        if not text.strip() or text == kept.begun:
            self._forget(ref)
            self.said = "Nothing is changed."
            return
        written = text_of(self.session.reading, ref) if ref in self.session.reading.entries else ""
        if written != kept.begun:
            self.kept[ref] = _Kept(kept.path, written)
            message = f"The {ref.kind} {ref.id} was changed in its file meanwhile."
            raise RefusedError(message, "Press e to compare your text with what is there now.")
        reading, new = edited(self.session.reading, ref, text)
        self._write(reading, f"edited {reviewscreen.names([ref])}", ref)
        self._forget(ref)
        if self.at == ref:
            self.at = new

    def _forget(self, ref: Ref) -> None:
        revieweditor.forget(self.kept.pop(ref).path)
