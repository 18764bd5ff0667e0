"""The project's own site, built for real: whole, offline, the same each time."""

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.sites import Site, mkdocs_build
from tests.support import ROOT, loaded_seeds

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """Build the site twice, with other hashes and in another zone; a time of day in a file would show.

    The date that MkDocs itself writes into the site map is given, lest midnight come between the two.
    """
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    for folder, seed, zone in zip(folders, "12", ("UTC", "America/New_York"), strict=True):
        environ = {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": "1707134400"}
        done = mkdocs_build(ROOT, "--strict", "-d", str(folder), **environ)
        assert done.returncode == 0, done.stderr[-3000:]
        time.sleep(1.1)
    return Site(folders[0]), Site(folders[1])


def test_no_link_and_no_anchor_is_broken(sites: tuple[Site, Site]) -> None:
    assert sites[0].broken_links() == []


def test_nothing_is_fetched_from_elsewhere(sites: tuple[Site, Site]) -> None:
    assert sites[0].fetched_elsewhere() == []


def test_two_builds_are_the_same(sites: tuple[Site, Site]) -> None:
    one, other = (files_of(site.root) for site in sites)
    assert set(one) == set(other)
    assert [path for path in sorted(one) if one[path] != other[path]] == []


def files_of(root: Path) -> dict[str, bytes]:
    """Read all files; a compressed one by its content, since its header holds the time of day."""
    found = {}
    for path in root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            name = path.relative_to(root).as_posix()
            found[name] = gzip.decompress(content) if name.endswith(".gz") else content
    return found


def test_every_record_has_a_page_and_every_quotation_on_it_a_tier(sites: tuple[Site, Site]) -> None:
    dossier = loaded_seeds().dossier
    for section, key in loaded_seeds().source_map.entries:
        page = sites[0].page(f"{section}/{key}/index.html")
        quoted = [one for one in page.elements() if "dossier-passage" in one.get("class", "").split()]
        quoted += [one for one in page.elements() if "dossier-statement" in one.get("class", "").split()]
        for one in quoted:
            tiers = [inner for inner in one.iter() if "dossier-tier" in inner.get("class", "").split()]
            assert tiers, (section, key)
    for key in dossier.statements:
        words = sites[0].page(f"statements/{key}/index.html").words()
        assert "word for word" in words


def test_no_table_is_broken_and_no_id_stands_twice(sites: tuple[Site, Site]) -> None:
    for path in sites[0].pages():
        assert sites[0].page(path).uneven_tables() == []
        assert sites[0].page(path).repeated_ids() == [], path


def test_the_lead_claim_shows_both_sides_and_the_kinds_of_contradiction(sites: tuple[Site, Site]) -> None:
    words = sites[0].page("claims/iraq-informed-before/index.html").words()
    for said in ("Was Iraq informed before the strikes?", "contested", "John Kirby", "Basim al-Awadi"):
        assert said in words
    for kind in ("Inside US government: 1", "United States ↔ Iraq: 1", "later taken back"):
        assert kind in words
    home = sites[0].page("index.html").words()
    assert "Was Iraq informed before the strikes?" in home
    assert "there was not a pre-notification" in home


def test_a_shared_link_to_a_claim_says_where_it_stands_and_names_the_sides(sites: tuple[Site, Site]) -> None:
    loaded = loaded_seeds()
    for key, claim in loaded.dossier.claims.items():
        page = sites[0].page(f"claims/{key}/index.html")
        cards = {one.get("property"): one.get("content", "") for one in page.tree.iter("meta")}
        said = cards["og:description"]
        assert cards["og:title"] == (claim.question or claim.text)
        assert loaded.findings.labels[key].name.message in said.partition(":")[0]
        assert said.endswith("This dossier gives no verdict.")
        assert claim.text not in said
        spoken = [loaded.findings.sides[one] for one in loaded.findings.positions[key]]
        named = [loaded.dossier.actors[side].name for sides in spoken for side in sides]
        assert any(one in said for one in named)


def test_cross_links_lead_both_ways(sites: tuple[Site, Site]) -> None:
    def leads(page: str, target: str) -> bool:
        return any(target in href for href in sites[0].page(page).addresses())

    assert leads("statements/kirby-informed-prior/index.html", "actors/john-kirby/")
    assert leads("actors/john-kirby/index.html", "statements/kirby-informed-prior/")
    assert leads("claims/iraq-informed-before/index.html", "events/us-strikes-of-2-february/")
    assert leads("events/us-strikes-of-2-february/index.html", "claims/iraq-informed-before/")
    assert leads("sources/rudaw-2024-02-05/index.html", "statements/kirby-informed-prior/")
    assert leads("places/anbar/index.html", "events/us-strikes-of-2-february/")


def index_of(site: Site) -> list[dict[str, Any]]:
    """Read what the search of a site fetches."""
    docs: list[dict[str, Any]] = json.loads((site.root / "search" / "search_index.json").read_text("utf-8"))[
        "docs"
    ]
    return docs


@pytest.mark.parametrize("name", ["باسم العوادي", "Basim al-Awadi", "Awadi", "Bassem al-Awadi"])
def test_a_person_is_in_the_search_index_by_each_spelling(sites: tuple[Site, Site], name: str) -> None:
    found = [one for one in index_of(sites[0]) if name in one.get("names", ())]
    assert [one["location"] for one in found] == ["actors/basim-al-awadi/"]


def test_the_index_has_each_record_once_and_no_heading_without_text(sites: tuple[Site, Site]) -> None:
    index = index_of(sites[0])
    locations = [one["location"] for one in index]
    assert len(set(locations)) == len(locations)
    records = {f"{section}/{key}/" for section, key in loaded_seeds().source_map.entries}
    ours = {one["location"] for one in index if "kind" in one}
    assert records <= ours
    assert not any(one.partition("#")[0] in records and "#" in one for one in ours)
    assert all(one["text"] or one.get("facts") for one in index if "#" in one["location"] and "kind" in one)


def test_every_address_in_the_index_leads_somewhere(sites: tuple[Site, Site]) -> None:
    for one in index_of(sites[0]):
        path, _, anchor = one["location"].partition("#")
        page = sites[0].page(f"{path}index.html")
        assert not anchor or anchor in page.ids(), one["location"]
