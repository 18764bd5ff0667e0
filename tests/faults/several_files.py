"""A dossier of several files, with a change to all of them, for the tests of stopped commands."""

from pathlib import Path

from mkdocs_dossier.authoring.fixing import fix
from mkdocs_dossier.authoring.renaming import rename
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from tests.authoring.small_dossier import folder

MORE = """\
claims:
  nobody-told-{number}:
    text: Nobody was told, {number}.
    note: See [[actor/ada-quill]], and cafe\u0301.
statements:
  quill-told-{number}:
    speaker: ada-quill
    source: gazette
    quote: "\\u201cIt\\u2019s over \\u2013 at last"
    positions: {{nobody-told-{number}: denies}}
"""


def put(root: Path) -> Path:
    """Write a dossier of five files of records, one in a folder, to a folder of its own; gives that."""
    content = folder()
    files = {**content.yaml, **content.texts}
    for number in range(3):
        files[f"more/m{number}.yaml"] = MORE.format(number=number).encode()
    root = root / "seeds"
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text)
    return root


def renamed(content: Folder) -> dict[str, bytes]:
    """Give the files that change, and the new one, where an actor gets another id."""
    return dict(rename(content, "actors", "ada-quill", "the-mayor").files)


def fixed(content: Folder) -> dict[str, bytes]:
    """Give the files that change where all that can be proven is put right."""
    return dict(fix(content).files)


def content_of(root: Path) -> dict[str, bytes]:
    """Give what is read of a dossier's folder; nothing may be wrong with it as a folder."""
    content = read_folder(root)
    assert content.problems == ()
    return {**content.yaml, **content.texts, "redirects.csv": content.redirects or b""}
