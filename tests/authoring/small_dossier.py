"""A small dossier for the tests of what changes files."""

from hashlib import sha256

from mkdocs_dossier.dossier.folder import Folder

ARTICLE = (
    "The mayor spoke on Monday.\n"
    "“It’s over – at last,” said Mayor Ada Quill of Dunwold. "
    "The clerk, Ben Sorrel, said: “We were never told”.\n"
)

RECORDS = """\
# All of it is invented.
sources:
  gazette:
    title: Invented
    publisher: the-gazette
    text: gazette.txt  # the archived text
    sha256: {sha256}

actors:
  ada-quill:
    name: Ada Quill  # the mayor
    kind: person
    roles:
      - title: Mayor
        at: dunwold
        source: gazette
        passage: Mayor Ada Quill of Dunwold
  ben-sorrel: {{name: Ben Sorrel, kind: person}}
  dunwold: {{name: Dunwold, kind: government}}
  the-gazette: {{name: The Gazette, kind: media}}

claims:
  it-is-over:
    text: It is over.
    about: [actor/dunwold, "actor/ada-quill"]
    note: >-
      What [[ada-quill]] said, and
      [[actor/ben-sorrel|the clerk]] did not; see [[it-is-over]].

statements:
  quill-over:
    speaker: ada-quill
    to: [ben-sorrel, 'ada-quill']
    source: gazette
    quote: “It’s over – at last
    positions: {{it-is-over: asserts}}
  sorrel-never:
    speaker: ben-sorrel
    source: gazette
    quote:
      - We were
      - never told
    positions:
      # The clerk answers the mayor.
      it-is-over: denies
"""


def folder(
    records: str = RECORDS, settings: str = "title: Invented\nlead: it-is-over\n", article: str = ARTICLE
) -> Folder:
    """Make the dossier's folder; `{sha256}` in the records is the hash of the article."""
    text = article.encode()
    yaml = {
        "dossier.yaml": settings.encode(),
        "gazette.yaml": records.format(sha256=sha256(text).hexdigest()).encode(),
    }
    return Folder(yaml, {"gazette.txt": text})
