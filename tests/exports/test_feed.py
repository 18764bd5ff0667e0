"""`feed.xml`: Atom that programs read, whatever a dossier says."""

import re
from dataclasses import replace
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.authoring.edits import double_quoted
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.exports.feed import FEED_XML
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.loading import load
from mkdocs_dossier.site import words_in
from tests.changes.pairs import BOB, RECORDS, TEXTS
from tests.payloads import PAYLOADS
from tests.support import folder_of, sound

ATOM = "{http://www.w3.org/2005/Atom}"
SETTINGS = "title: A <test> & more\nlanguage: {language}\neditors: [Ann]\nupdated: 2024-03-01\n"
CHANGES = """\
- {on: 2024-02-08, record: place/gone, what: removed, title: The gone place}
- on: 2024-02-09
  record: claim/closed
  what: contested
  since: 2024-02-06
  by: [statement/ann-closed, statement/bob-open]
  because: statement/bob-open
- {on: 2024-02-09, record: statement/bob-open, what: added}
- {on: 2024-02-09, what: details}
"""


def published(changes: str, address: str = "https://example.org/d/", language: str = "en") -> Published:
    files = {
        "records.yaml": RECORDS + BOB,
        "changes.yaml": changes,
        "dossier.yaml": SETTINGS.format(language=language),
    }
    content = sound(files, TEXTS).reviewed
    return Published(content.dossier, content.findings, address, words=words_in(language))


def written(what: Published) -> bytes:
    return b"".join(FEED_XML.write(what))


def read(what: Published) -> Any:
    feedparser = pytest.importorskip("feedparser")
    found = feedparser.parse(written(what))
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def test_a_reader_of_feeds_gets_the_newest_first() -> None:
    found = read(published(CHANGES))
    assert found.feed.title_detail.value == "A <test> & more"
    assert found.feed.id == "https://example.org/d/data/feed.xml"
    assert found.feed.author == "Ann"
    assert found.feed.updated == "2024-02-09T00:00:00Z"
    assert [(link.rel, link.href) for link in found.feed.links] == [
        ("alternate", "https://example.org/d/changes/"),
        ("self", "https://example.org/d/data/feed.xml"),
    ]
    assert [entry.title for entry in found.entries] == [
        "new statement: Bob: It is open",
        "The dossier — details changed",
        "The gone place — removed",
    ]
    first, whole, gone = found.entries
    assert first.link == "https://example.org/d/statements/bob-open/"
    assert first.id == "tag:example.org,2024-02-09:/d/statements/bob-open/added"
    assert first.content[0].type == "text/plain"
    assert first.content[0].value.splitlines() == [
        "new statement: Bob: It is open",
        "Is the bridge closed? — contested since 6 February 2024: "
        "Bob: It is open contradicts Ann: The bridge is closed",
    ]
    assert first.content[0].language == "en"
    assert whole.id == "tag:example.org,2024-02-09:/d/details"
    assert gone.get("links", []) == []
    assert gone.updated == "2024-02-08T00:00:00Z"


def test_without_an_address_links_are_relative_and_ids_are_uuids() -> None:
    root = fromstring(written(published(CHANGES, "")))  # noqa: S314 - our own
    links = [one.get("href") for one in root.iter(f"{ATOM}link")]
    assert links == ["../changes/", "../data/feed.xml", "../statements/bob-open/"]
    ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
    assert {UUID(one.removeprefix("urn:uuid:")).version for one in ids} == {5}
    assert len(set(ids)) == len(ids) == 4
    other = fromstring(written(published(CHANGES.replace("2024-02-08", "2024-02-07"), "")))  # noqa: S314
    assert [one.text for one in other.iter(f"{ATOM}id")][:3] == ids[:3]


@pytest.mark.parametrize("address", ["https://مثال.org/", "https://[::1]/", "https://a b/", "file:///x/"])
def test_an_address_that_no_tag_can_have_gives_a_uuid(address: str) -> None:
    root = fromstring(written(published(CHANGES, address)))  # noqa: S314
    ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
    assert all(one.startswith("urn:uuid:") for one in ids[1:])


def test_two_of_one_day_about_the_same_have_two_ids() -> None:
    twice = "- {on: 2024-02-09, record: place/river, what: details}\n" * 2
    ids = [one.id for one in read(published(twice)).entries]
    assert ids == [f"tag:example.org,2024-02-09:/d/places/river/details{end}" for end in ("", "/2")]


def test_without_changes_it_is_a_feed_without_entries() -> None:
    found = read(published(""))
    assert found.entries == []
    assert found.feed.updated == "2024-03-01T00:00:00Z"
    assert found.feed.link == "https://example.org/d/"
    bare = published("")
    nameless = replace(bare.dossier, settings=bare.dossier.settings.model_copy(update={"updated": None}))
    assert read(replace(bare, dossier=nameless)).feed.updated == "1970-01-01T00:00:00Z"


def test_it_holds_a_hundred_entries_and_long_ones_are_cut() -> None:
    many = "".join(f"- {{on: 2024-02-09, record: place/p{at}, what: removed}}\n" for at in range(150))
    assert len(read(published(many)).entries) == 100
    below = "- {on: 2024-02-09, record: place/river, what: added}\n" + "".join(
        f"- {{on: 2024-02-09, record: place/p{at}, what: removed, because: place/river}}\n"
        for at in range(70)
    )
    (entry,) = read(published(below)).entries
    assert entry.content[0].value.splitlines()[-1] == "20 more"


def test_it_speaks_the_language_of_the_dossier() -> None:
    root = fromstring(written(published(CHANGES, language="ar")))  # noqa: S314
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert "٢٠٢٤" in "".join(root.itertext()) or "فبراير" in "".join(root.itertext())


def test_of_a_record_that_was_withdrawn_only_that_is_said() -> None:
    changes = (
        '- {on: 2024-02-09, record: place/river, what: name, was: "The brook", now: "The river"}\n'
        '- {on: 2024-02-09, record: place/brook, what: wording, was: "The brook", now: "The river"}\n'
        '- {on: 2024-02-10, record: place/river, what: withdrawn, now: "Because of Ann."}\n'
    )
    files = {
        "records.yaml": RECORDS.replace(
            "{name: The river}", "{name: Secret, withdrawn: {on: 2024-02-10, why: No.}}"
        ),
        "changes.yaml": changes,
    }
    content = load(replace(folder_of(files, TEXTS), redirects=b"places/brook,places/river\n")).reviewed
    text = written(Published(content.dossier, content.findings)).decode()
    assert "withdrawn" in text
    assert not re.search("brook|The river|Ann|Secret", text)


@pytest.mark.parametrize("words", PAYLOADS)
def test_markup_stays_text(words: str) -> None:
    line = double_quoted(short(words) or "x")
    change = f"- on: 2024-02-09\n  record: place/gone\n  what: removed\n  title: {line}\n"
    (entry,) = fromstring(written(published(change))).iter(f"{ATOM}entry")  # noqa: S314
    title = entry.find(f"{ATOM}title")
    assert title is not None
    assert title.text is not None
    assert title.text.endswith(" — removed")
    assert {one.tag.removeprefix(ATOM) for one in entry.iter()} == {
        "entry",
        "id",
        "title",
        "updated",
        "content",
    }


@given(st.text(max_size=50))
@settings(max_examples=50)
def test_any_text_gives_well_formed_xml(words: str) -> None:
    base = published("")
    named = base.dossier.settings.model_copy(update={"title": words or "x"})
    fromstring(written(replace(base, dossier=replace(base.dossier, settings=named))))  # noqa: S314


def test_it_is_one_of_the_downloads() -> None:
    assert FEED_XML in downloads()
