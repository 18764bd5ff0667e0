"""Adds to `redirects.csv` where the address of a record leads that has it no longer."""

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH, read_lines
from mkdocs_dossier.values.refs import Ref

_HEADER = "# Where the addresses lead that records had before they were renamed.\n"


def redirected(content: bytes, old: Ref, new: Ref) -> bytes:
    """Add a redirect from the old address; those from either address before are removed."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise RefusedError(f"{REDIRECTS_PATH} is not UTF-8.", "Save it with that encoding.") from trouble
    lines = text.splitlines(keepends=True) or [_HEADER]
    taken = {line.location.line for line in read_lines(text)[0] if line.old in (old, new)}
    kept = "".join(line for number, line in enumerate(lines, 1) if number not in taken)
    ending = "" if kept.endswith("\n") or not kept else "\n"
    return f"{kept}{ending}{old.address},{new.address}\n".encode()
