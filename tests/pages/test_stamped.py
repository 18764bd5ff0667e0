"""A record's page says when it was last reviewed, and by whom, and whether it changed since."""

from dataclasses import replace

import pytest

from mkdocs_dossier.dossier.reviewsfile import fingerprint
from mkdocs_dossier.loading import load
from mkdocs_dossier.values.refs import SINGULAR, Section
from mkdocs_dossier.yaml.parse import parse
from tests.pages.showing import Shown
from tests.payloads import ON_ONE_LINE
from tests.support import folder_of

RECORDS = """\
sources:
  it: {title: It}
actors:
  it: {name: It, kind: person}
places:
  it: {name: It, kind: country}
events:
  it: {name: It, kind: meeting}
claims:
  it: {text: It is over.}
  other: {text: It goes on.}
statements:
  it: {speaker: it, source: it, passage: It is over}
"""
SECTIONS: tuple[Section, ...] = ("sources", "actors", "places", "events", "claims", "statements")


def fingerprint_of(yaml: str) -> str:
    node, _ = parse("records.yaml", yaml.encode())
    assert node
    return fingerprint(node)


CLAIM = fingerprint_of("text: It is over.")


def shown(stamp: str, settings: str = "title: T\n", claims: str = "") -> Shown:
    records = RECORDS.replace("claims:\n", f"claims:\n{claims}")
    files = {"dossier.yaml": settings, "records.yaml": records}
    stamps = f"record,by,on,hash\n{stamp}\n"
    return Shown(load(replace(folder_of(files), reviews=stamps.encode())))


def test_it_says_when_and_by_whom() -> None:
    said = shown(f"claim/it,Jane Doe,2024-02-06,{CLAIM}").words("claims/it")
    assert "Last reviewed on 6 February 2024 by Jane Doe" in said
    assert "changed since" not in said


def test_it_says_that_it_changed_since() -> None:
    said = shown(f"claim/it,,2024-02-06,{'0' * 64}").words("claims/it")
    assert "Last reviewed on 6 February 2024; changed since" in said


def test_a_record_that_was_not_reviewed_says_nothing_of_it() -> None:
    assert "reviewed" not in shown(f"claim/it,,2024-02-06,{CLAIM}").words("claims/other")


@pytest.mark.parametrize("section", SECTIONS)
def test_each_kind_of_record_says_it(section: Section) -> None:
    assert "Last reviewed" in shown(f"{SINGULAR[section]}/it,,2024-02-06,{CLAIM}").words(f"{section}/it")


def test_a_name_is_shown_as_it_was_written() -> None:
    names = {f"c{number}": name for number, name in enumerate(ON_ONE_LINE)}
    quoted = {key: '"' + name.replace('"', '""') + '"' for key, name in names.items()}
    stamps = "\n".join(f"claim/{key},{name},2024-02-06,{CLAIM}" for key, name in quoted.items())
    site = shown(stamps, claims="".join(f"  {key}: {{text: It is over.}}\n" for key in names))
    reviewed = site.loaded.dossier.reviews
    assert {ref.id: one.by for ref, one in reviewed.items()}.keys() == names.keys()
    for ref, one in reviewed.items():
        # A sign of direction is set apart.
        assert "".join(one.by.split()) in "".join(site.words(f"claims/{ref.id}").split()), one.by
