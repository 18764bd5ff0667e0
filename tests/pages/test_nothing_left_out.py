"""What a quotation leaves out of its source is on no page, in no link, in no picture and in no export."""

import pytest

from mkdocs_dossier.site import build
from tests.support import sound

TEXT = (
    "Opening without interest: SECRETHEAD.\n"
    "“We told the shops SECRETGAP by letter before it,” Mara Voss said on Tuesday. "
    "SECRETNEXT was the reason. “We are sorry,” she added. SECRETAFTER.\n"
    "At least 40 of SECRETCOUNT some 90 shops were closed. SECRETTAIL."
)
RECORDS = """\
sources:
  s: {title: S, text: s.txt, url: https://example.org/s, rights: RIGHTS}
actors:
  voss:
    name: Mara Voss
    kind: person
    roles: [{title: Head, at: council, source: s, passage: "Mara Voss […] Tuesday"}]
  council: {name: Council, kind: government}
events:
  e:
    name: Closing
    kind: closing
    figures: [{measure: closed, value: ">=40", source: s, passage: "At least 40 of […] shops were closed"}]
    evidence: [{source: s, passage: "some […] shops were closed"}]
claims: {c: {text: They were told., about: [event/e]}}
statements:
  x:
    speaker: voss
    source: s
    quote: ["We told the shops […] before it", We are sorry]
    passage: "Mara Voss […] Tuesday"
    positions: {c: asserts}
"""


def written(rights: str) -> dict[str, str]:
    loaded = sound(RECORDS.replace("RIGHTS", rights), {"s.txt": TEXT})
    files = build(loaded)
    # A database has its texts in it as they are.
    return {
        path: content.decode("utf-8", "replace")
        for path, content in files.items()
        if not path.startswith("assets/")
    }


AROUND = {
    "data/annotations.jsonld",
    "data/csv/quotations.csv",
    "data/dossier.json",
    "data/dossier.sqlite",
    "statements/x/index.md",
}
"""Where the words around a quotation stand."""


@pytest.mark.parametrize(
    "secret", ["SECRETHEAD", "SECRETGAP", "SECRETNEXT", "SECRETAFTER", "SECRETCOUNT", "SECRETTAIL"]
)
def test_a_source_that_may_be_quoted_is_shown_no_further_than_its_quotations_reach(secret: str) -> None:
    shown = [path for path, content in written("quote").items() if secret in content]
    # Up to 32 characters before and after a quotation are kept, for those who look it up again.
    around = {"SECRETNEXT", "SECRETAFTER", "SECRETTAIL", "SECRETHEAD"}
    if secret in around:
        shown = [path for path in shown if path not in AROUND]
    assert shown == []


def test_the_words_that_are_quoted_and_their_sentences_are_shown() -> None:
    page = written("quote")["statements/x/index.md"]
    for words in ("We told the shops", "before it", "We are sorry", "she added."):
        assert words in page


def test_a_source_that_may_be_published_is_exempt() -> None:
    page = written("publish")["sources/s/index.md"]
    assert all(secret in page for secret in ("SECRETHEAD", "SECRETGAP", "SECRETTAIL"))
