"""A small dossier with drafts, as a program would leave it, for the tests of their review."""

from hashlib import sha256
from pathlib import Path

from mkdocs_dossier.dossier.folder import Folder

ARTICLE = """\
Dunwold closes its bridge

The mayor of Dunwold, Ada Quill, spoke to reporters at the town hall on Monday. \
“The bridge is closed for good,” Quill told them.

“Nobody asked us,” said Ben Sorrel, a spokesman for the Ferrymen’s Guild. He added \
that the guild “will not pay for a bridge that it never wanted”.

“We have heard all this before,” read a letter pinned to the door.

The bridge stands at Lower Dunwold.
"""

SOURCE = """\
sources:
  gazette-2024-03-04:
    title: Dunwold closes its bridge
    publisher: the-gazette
    published: 2024-03-04
    text: gazette-2024-03-04.txt
    sha256: {sha256}

actors:
  the-gazette: {{name: The Gazette, kind: media}}
  dunwold:
    name: Dunwold
    kind: government
    aliases: [Town of Dunwold]
"""

DRAFT = """\
# Drafted from gazette-2024-03-04.

actors:
  ada-quill:
    review: draft
    # name: from "Ada Quill", as it stands there
    name: Ada Quill
    kind: person
    # roles: from "The mayor of Dunwold", as it stands there
    roles:
      - title: Mayor
        at: dunwold
        source: gazette-2024-03-04
        passage: The mayor of Dunwold, Ada Quill

  # A name that this town knows.
  ben-sorrel:
    review: draft
    # name: from "Ben Sorrel", as it stands there
    name: Ben Sorrel
    kind: person
    roles:
      - title: Spokesman
        at: ferrymens-guild
        source: gazette-2024-03-04
        passage: Ben Sorrel, a spokesman for the Ferrymen’s Guild

  ferrymens-guild:
    review: draft  # as its own sign spells it
    name: Ferrymen’s Guild
    kind: organisation

  lower-quill:
    review: draft
    # name: from "Quill", as it stands there
    name: Quill
    kind: person

places:
  lower-dunwold:
    review: draft
    # name: from "Lower Dunwold", as it stands there
    name: Lower Dunwold

statements:
  quill-2024-03-04-1:
    review: draft
    # speaker: from "Quill", named beside a verb of saying
    speaker: ada-quill
    # said: from "Monday", as it stands there
    said: 2024-03-04
    source: gazette-2024-03-04
    quote: The bridge is closed for good
    passage: “The bridge is closed for good,” Quill told them.

  sorrel-2024-03-04-1:
    review: draft
    # speaker: from "Ben Sorrel", named beside a verb of saying
    speaker: ben-sorrel
    source: gazette-2024-03-04
    quote: Nobody asked us
    passage: “Nobody asked us,” said Ben Sorrel

  sorrel-2024-03-04-2:
    review: draft
    # What they paid for the old one is another story.
    # speaker: from "He", a pronoun beside a verb of saying
    speaker: ben-sorrel
    source: gazette-2024-03-04
    quote: will not pay for a bridge that it never wanted
    passage: He added that the guild “will not pay for a bridge that it never wanted”

  unknown-2024-03-04-1:
    review: draft
    # speaker: not found
    speaker: not-found
    source: gazette-2024-03-04
    quote: We have heard all this before
    passage: “We have heard all this before,” read a letter pinned to the door
"""

DRAFT_PATH = "gazette/gazette-2024-03-04.draft.yaml"


def drafted(draft: str = DRAFT, **files: str) -> Folder:
    """Make the dossier's folder, with its drafts as given; more files by name, without `.yaml`."""
    article = ARTICLE.encode()
    yaml = {
        "dossier.yaml": b"title: Invented\n",
        "gazette/gazette-2024-03-04.yaml": SOURCE.format(sha256=sha256(article).hexdigest()).encode(),
        DRAFT_PATH: draft.encode(),
        **{f"{name}.yaml": content.encode() for name, content in files.items()},
    }
    return Folder(yaml, {"gazette/gazette-2024-03-04.txt": article})


def put(root: Path, folder: Folder) -> None:
    """Write the files of a dossier's folder to the disk."""
    for path, content in {**folder.yaml, **folder.texts}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
