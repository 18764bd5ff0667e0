"""Which addresses of a dossier are asked, and where each is written."""

from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.reports.linklist import addresses, unarchived
from tests.support import dossier_of, sound

RECORDS = """
sources:
  news:
    title: News
    publisher: paper
    url: https://example.org/a
    archived:
      - https://web.archive.org/a
      - https://archive.example/a
  bare: {title: Bare, url: "https://example.org/b"}
  offline: {title: Offline}
actors:
  paper:
    name: The paper
    kind: media
    links: [https://paper.example/, https://example.org/a]
    description: >
      See [its page](https://paper.example/about), [*again*](https://paper.example/about), [[news]],
      [mail](mailto:a@example.org), <https://no.example> and

      > - [a list](HTTP://list.example/x).
""".lstrip()


def asked(loaded: Loaded, *, only_sources: bool = False) -> list[tuple[str, str, str, str]]:
    found = addresses(loaded.dossier, loaded.source_map, only_sources=only_sources)
    return [(str(one.place), one.record, one.field, one.url) for one in found]


def test_addresses_are_listed_with_their_places() -> None:
    assert asked(sound(RECORDS)) == [
        ("records.yaml:5:10", "source news", "url", "https://example.org/a"),
        ("records.yaml:7:9", "source news", "archived", "https://web.archive.org/a"),
        ("records.yaml:8:9", "source news", "archived", "https://archive.example/a"),
        ("records.yaml:9:28", "source bare", "url", "https://example.org/b"),
        ("records.yaml:15:13", "actor paper", "links", "https://paper.example/"),
        ("records.yaml:15:37", "actor paper", "links", "https://example.org/a"),
        ("records.yaml:16:18", "actor paper", "description", "HTTP://list.example/x"),
        ("records.yaml:16:18", "actor paper", "description", "https://paper.example/about"),
    ]


def test_those_of_sources_alone_can_be_asked() -> None:
    assert {record for _, record, _, _ in asked(sound(RECORDS), only_sources=True)} == {
        "source news",
        "source bare",
    }


def test_an_address_knows_the_copies_of_its_page_and_a_copy_knows_none() -> None:
    loaded = sound(RECORDS)
    copies = [one.copies for one in addresses(loaded.dossier, loaded.source_map)]
    assert copies[0] == ("https://web.archive.org/a", "https://archive.example/a")
    assert copies[1:] == [()] * 7


def test_the_settings_are_asked_too() -> None:
    settings = "title: A\nsummary: See [here](https://example.org/s).\n"
    assert asked(sound({"dossier.yaml": settings})) == [
        ("dossier.yaml:2:10", "dossier", "summary", "https://example.org/s")
    ]


def test_a_source_with_an_address_and_no_copy_is_unarchived() -> None:
    loaded = sound(RECORDS)
    (found,) = unarchived(loaded.dossier, loaded.source_map)
    assert (str(found.place), found.record, found.url) == (
        "records.yaml:9:28",
        "source bare",
        "https://example.org/b",
    )


def test_what_was_withdrawn_is_not_asked() -> None:
    gone = RECORDS.replace(
        "    title: News\n", "    title: News\n    withdrawn: {on: 2024-02-07, why: No.}\n"
    )
    loaded = dossier_of(gone)
    assert not any(record == "source news" for _, record, _, _ in asked(loaded))


def test_drafts_are_asked() -> None:
    loaded = dossier_of("sources:\n  a: {title: A, review: draft, url: https://example.org/a}\n")
    assert [url for _, _, _, url in asked(loaded)] == ["https://example.org/a"]
    assert len(unarchived(loaded.dossier, loaded.source_map)) == 1
