"""`dossier source`: reads an article, and writes its text and its record into a dossier."""

import stat
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import typer

from mkdocs_dossier.authoring.articles import Article, Chosen, read_article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.intake.bibliography import with_item
from mkdocs_dossier.authoring.intake.sniffing import SNIFFED, Format, ending, format_of
from mkdocs_dossier.authoring.keeping import Original
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import Stored, store
from mkdocs_dossier.authoring.writing import all_unwritten, copied, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.cli.timestamping import TIMEOUT, ask
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_middle
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.yaml.files import MAX_BYTES

_SHOWN = 120
_TODAY = "today"
_HELD = 4 * MAX_BYTES  # the most bytes of a file that are held in memory
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class _Given:
    """A file that the author gives: its name ("" for standard input) and content.

    One that is too large to be held in memory has a `path`, its `digest`, and only its beginning as content.
    """

    name: str
    content: bytes
    path: Path | None = None
    digest: str = ""

    @property
    def called(self) -> str:
        """Its name in a message."""
        return self.name or "standard input"

    def original(self) -> Original | None:
        """Return what is kept of it: nothing of a text, which is stored as it is."""
        last = ending(self.name, self.content)
        digest = self.digest or sha256(self.content).hexdigest()
        return Original(last, digest, None if self.path else self.content) if last else None


def run(
    article: str, folder: Path, *, csl: str = "", capture: bool = True, timestamp: str = "", **said: Any
) -> int:
    """Store an article, a file's path or `-`, in the dossier in a folder; return the exit code.

    `said` is what the author says of it, by the fields of `Wanted`; `csl` the path of an item of CSL-JSON
    that says more, or `-`. Without `capture`, the file itself is not kept; with one, the authority at the
    address `timestamp` stamps it, if there is any.
    """
    wanted = Wanted(**said)
    if wanted.retrieved == _TODAY:
        wanted = replace(wanted, retrieved=date.today().isoformat())
    if reason := unfit(folder):
        return refuse(reason)
    if article == csl == "-":
        return refuse("Only one of the article and --csl can be read from standard input.")
    shown = article
    try:
        given = _read(article)
        shown = csl
        item = _read(csl) if csl else None
    except RefusedError as trouble:
        note(str(trouble))
        return PROBLEMS
    except OSError as trouble:
        return refuse(f"{_shown(shown)} cannot be read: {trouble.strerror or trouble}.")
    except ValueError:  # a NUL, or half a character
        return refuse(f"{_shown(shown)} cannot be read: no file can have such a name.")
    content_before = read_folder(folder)
    try:
        found = _found(given, item, wanted)
        # Where anything is read from standard input, nobody can answer there.
        is_free = "-" not in (article, csl) and sys.stdin is not None and sys.stdin.isatty()
        kept = _stamped(given.original() if capture else None, timestamp)
        stored = store(content_before, found, given.name, wanted, _asked if is_free else None, original=kept)
        _write(folder, content_before, stored, given)
    except (RefusedError, OSError) as trouble:
        for line in all_unwritten(folder, trouble):
            note(line)
        return PROBLEMS
    for line in stored.notes:
        note(line)
    for path in sorted({*stored.new, *stored.changed, *stored.copied}):
        print_out(f"{visible(str(folder / path))}\n")
    return OK


def _found(given: _Given, item: _Given | None, wanted: Wanted) -> Article:
    """Read the article, and what an item of CSL-JSON says of it."""
    chosen = Chosen(wanted.url, str(given.path.resolve()) if given.path else "")
    article = read_article(given.called, given.content, chosen=chosen)
    return with_item(article, item.content, wanted.url) if item else article


def _stamped(original: Original | None, address: str) -> Original | None:
    """Have an authority stamp what is kept, before anything of it is written. Raises `RefusedError`."""
    if not address:
        return original
    if original is None:
        raise RefusedError("--timestamp is for the copy that is kept, and none is.", "Leave it out.")
    note(f"The SHA-256 of the file goes to {address}; the file itself does not.")
    return replace(original, token=ask(address, original.digest, TIMEOUT))


def _write(folder: Path, before: Folder, stored: Stored, given: _Given) -> None:
    """Write what is to be stored, all of it or nothing."""
    # Texts are compared too before anything is written: one may have changed since it was read.
    files = {**stored.new, **stored.changed}
    with copied(folder, stored.copied, given.path) if given.path else nullcontext():
        write_all(folder, files, {**before.yaml, **before.texts})


def _asked(option: str, identifier: str, close: str | None) -> str:
    """Ask for the name of a new actor until the answer is valid; Ctrl+C ends the command."""

    def read(answer: str) -> str:
        try:
            return parse_text(answer)
        except InvalidValue as trouble:
            raise typer.BadParameter(
                f"This {trouble.message}. Write its name, or stop with Ctrl+C."
            ) from trouble

    other = f" (if `{close}` is meant, stop with Ctrl+C)" if close else ""
    question = f"{option} {identifier} is new{other}. Its name?"
    return str(typer.prompt(question, prompt_suffix=" ", value_proc=read, err=True))


def _read(article: str) -> _Given:
    """Read a file, or standard input for `-`.

    At most one byte more than allowed is read, so that the excess is noticed. Raises `OSError`, with a
    reason for the author, for anything but a plain file: another might never end; `RefusedError` for what is
    too large.
    """
    if article == "-":
        if sys.stdin is None:
            raise OSError(0, "it is closed")
        given = _Given("", sys.stdin.buffer.read(_HELD + 1) or b"")
        if len(given.content) > _HELD and format_of("", given.content) is Format.ARCHIVE:
            raise RefusedError(f"Standard input has more than {_HELD:,} bytes.", "Name the file instead.")
        return given
    path = Path(article)
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise OSError(0, "it is a folder: name the file of the article")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(0, "it is not a plain file. What a program writes is read with - from standard input")
    with path.open("rb") as file:
        start = file.read(SNIFFED)
        form = format_of(path.name, start)
        if form is Format.ARCHIVE and found.st_size > _HELD:
            if found.st_size > form.most:
                raise RefusedError(
                    f"{path.name} has more than {form.most:,} bytes: more than is taken apart."
                )
            return _Given(path.name, start, path, _digest(start, file))
        return _Given(path.name, start + file.read(form.most + 1 - len(start)))


def _digest(start: bytes, file: BinaryIO) -> str:
    """Return the SHA-256 of a file, of which the start has been read."""
    found = sha256(start)
    for part in _parts(file):
        found.update(part)
    return found.hexdigest()


def _parts(file: BinaryIO) -> Iterator[bytes]:
    while part := file.read(_PART):
        yield part


def _shown(article: str) -> str:
    """Name the article in a message, cut to about a line."""
    if article == "-":
        return "Standard input"
    return cut_middle(article, _SHOWN)
