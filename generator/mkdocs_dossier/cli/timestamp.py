"""`dossier timestamp`: has an authority stamp the captures of a source, and keeps what it says."""

from pathlib import Path

from mkdocs_dossier.authoring.capturetokens import stamped, unstamped
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import unwritten, write_all
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.cli.timestamping import TIMEOUT, ask
from mkdocs_dossier.disk.folders import read_folder, unfit, unread
from mkdocs_dossier.dossier.timestamps import ROOTS_PATH, Flaw, Stamp, read_token
from mkdocs_dossier.text.characters import visible


def run(source: str, address: str, folder: Path) -> int:
    """Stamp the captures of a source in the dossier in a folder; return the exit code."""
    if why := unfit(folder):
        return refuse(why)
    content = read_folder(folder)
    if why := unread(folder, content):
        note(why)
        return PROBLEMS
    try:
        tokens = []
        for one in unstamped(content, source):
            note(f"The SHA-256 of {one.path} goes to {address}; the file itself does not.")
            tokens.append((one, ask(address, one.digest, TIMEOUT)))
        files = stamped(content, source, tokens)
        roots = [content.others.content(ROOTS_PATH)] if ROOTS_PATH in content.others else []
        write_all(folder, files, content.yaml)
    except (RefusedError, OSError) as trouble:
        note(unwritten(folder, trouble))
        return PROBLEMS
    for one, token in tokens:
        note(f"{one.path} {_told(read_token(token, one.digest, lambda: b'', roots))}")
    for path in sorted(files):
        print_out(f"{visible((folder / path).as_posix())}\n")
    return OK


def _told(found: Stamp | Flaw) -> str:
    """Say what a token proves, and what not, as the rest of a sentence about a file."""
    if isinstance(found, Flaw):
        return f"is stamped, but for this: {found.message} {found.hint}".rstrip()
    said = f"existed at {found.at.text}, says “{found.authority}”."
    if found.is_trusted:
        return f"{said} Its certificate leads to a root in {ROOTS_PATH}."
    return f"{said} Whether it is the authority of that name, a root certificate in {ROOTS_PATH} would tell."
