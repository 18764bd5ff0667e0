"""What a page says for programs is what its record says, in the words of schema.org, and no more."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings

from mkdocs_dossier.document.jsonld import json_ld
from mkdocs_dossier.document.nodes import LinkedData
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.site import make_site
from tests.hostile import flow
from tests.pages.test_citations import names
from tests.support import loaded_seeds, sound

RECORDS = """
sources:
  first:
    title: An article
    kind: article
    publisher: paper
    authors: [ann, unnamed]
    published: 2024-02-05
    updated: 2024-02-06T10:00+01
    url: https://example.org/article
    archived: [https://archive.example/1]
    dateline: town
    text: first.txt
    rights: publish
  later: {title: A post, kind: post, published: 2024-02-07, language: ar, republishes: first}
  vague: {title: A report, kind: report, published: 2024-02}
actors:
  paper: {name: Paper, kind: media}
  gov: {name: Government, kind: government, part_of: land}
  land: {name: Land, kind: state}
  ann:
    name: Ann
    kind: person
    names: {ar: آن}
    aliases: [Anna]
    description: Of the [[gov]].
    wikidata: Q42
    links: [https://example.org/ann]
    roles:
      - {title: Clerk, at: gov, from: 2019-03-01, until: 2020}
      - {title: Deputy, at: gov, until: 2021~}
      - {title: Head, at: gov}
  crowd: {name: Residents, kind: group}
  unnamed: {name: An official, kind: anonymous}
places:
  town: {name: Town, kind: city, lat: 1, lon: -2.5}
  country: {name: Country, kind: country, lat: 3, lon: 4}
events:
  strike: {name: A strike, kind: strike, when: 2024-02-02/2024-02-03, places: [town, country], part_of: war,
    evidence: [{source: first, passage: a strike}], summary: "What [[ann]] saw."}
  war: {name: A war, kind: war, when: 2024-01~}
  talk: {name: A talk, kind: talk, when: "2024-02-03T10:00:00-05:00"}
claims:
  told: {text: They were told., question: Were they told?, about: [event/strike, actor/gov, actor/crowd]}
  asked: {text: They asked.}
  heard: {text: They heard., implies: [known]}
  known: {text: They knew.}
statements:
  yes: {speaker: [ann, gov], source: first, quote: [We told, "them […] before"], positions: {told: asserts},
    said: 2024-02-03, summary: They told., also_in: [{source: later, passage: so she said}]}
  no: {speaker: unnamed, source: vague, passage: nobody was told, positions: {told: denies, asked: no-reply}}
  dated: {speaker: crowd, source: later, quote: we knew, said: 2024-02~,
    positions: {asked: declines, heard: asserts}}
"""
ARTICLE = "There was a strike. “We told all of them long before,” she said."

# The properties of schema.org that pages use, by the types whose definitions there list them.
PROPERTIES = {
    "Thing": {"name", "alternateName", "description", "url", "sameAs", "subjectOf"},
    "CreativeWork": {
        *("about", "archivedAt", "author", "citation", "creator", "dateCreated", "dateModified"),
        *("datePublished", "headline", "inLanguage", "isBasedOn", "isPartOf", "locationCreated", "publisher"),
        "text",
    },
    "Claim": {"appearance", "firstAppearance"},
    "Quotation": {"spokenByCharacter"},
    "Event": {"startDate", "endDate", "location", "superEvent"},
    "Person": {"memberOf"},
    "Organization": {"memberOf"},
    "OrganizationRole": {"roleName", "startDate", "endDate", "memberOf"},
    "Place": {"geo"},
    "GeoCoordinates": {"latitude", "longitude"},
}
ABOVE = {
    "Claim": "CreativeWork",
    "Quotation": "CreativeWork",
    "NewsArticle": "CreativeWork",
    "Report": "CreativeWork",
    "SocialMediaPosting": "CreativeWork",
    "VideoObject": "CreativeWork",
    "DigitalDocument": "CreativeWork",
    "NewsMediaOrganization": "Organization",
    "GovernmentOrganization": "Organization",
}
CONTEXT = {"@version": 1.1, "@vocab": "https://schema.org/"}
"""What the context of schema.org comes to for these values: all their names are in its one vocabulary."""

BASE = "https://example.org/claims/x/"


def values(loaded: Loaded) -> dict[str, Any]:
    """Return what each page says for programs, by the path of its record."""
    found: dict[str, Any] = {}
    for page in make_site(loaded).pages:
        for block in page.blocks:
            if isinstance(block, LinkedData):
                assert page.path not in found
                found[page.path.removesuffix("/index.md")] = json.loads(json_ld(block))
    return found


@cache
def small() -> dict[str, Any]:
    return values(sound(RECORDS, {"first.txt": ARTICLE}))


def inside(value: object) -> Iterator[dict[str, Any]]:
    """List a value and all values in it."""
    if isinstance(value, list):
        for one in value:
            yield from inside(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from inside(one)


def named(kind: str, address: str, name: str) -> dict[str, str]:
    return {"@type": kind, "@id": f"../../{address}/", "name": name}


def test_a_claim_has_its_words_and_the_sources_that_it_stands_in() -> None:
    first, later = (
        {"@type": kind, "@id": f"../../sources/{key}/"}
        for kind, key in (("NewsArticle", "first"), ("SocialMediaPosting", "later"))
    )
    assert small()["claims/told"] == {
        "@context": "https://schema.org",
        "@type": "Claim",
        "@id": "../../claims/told/",
        "name": "Were they told?",
        "text": "They were told.",
        "inLanguage": "en",
        # Nothing is the first: the report may be of any day of the month.
        "appearance": [{"@type": "Report", "@id": "../../sources/vague/"}, first, later],
        "about": [
            named("Event", "events/strike", "A strike"),
            named("GovernmentOrganization", "actors/gov", "Government"),
        ],
    }


def test_a_claim_appears_first_in_what_was_published_before_all_else_for_sure() -> None:
    without = RECORDS.replace(
        "vague: {title: A report, kind: report, published: 2024-02}", "vague: {title: V}"
    )
    assert "firstAppearance" not in values(sound(without, {"first.txt": ARTICLE}))["claims/told"]
    dated = RECORDS.replace("published: 2024-02}", "published: 2024-03}")
    found = values(sound(dated, {"first.txt": ARTICLE}))["claims/told"]
    assert found["firstAppearance"] == {"@type": "NewsArticle", "@id": "../../sources/first/"}


def test_who_declines_or_does_not_answer_lets_no_claim_appear() -> None:
    assert small()["claims/asked"].keys() == {"@context", "@type", "@id", "text", "inLanguage"}


def test_a_claim_that_only_follows_from_another_stands_in_no_source() -> None:
    assert "appearance" in small()["claims/heard"]
    assert "appearance" not in small()["claims/known"]


def test_a_quotation_says_who_said_what_where_and_when() -> None:
    agents = [
        named("Person", "actors/ann", "Ann"),
        named("GovernmentOrganization", "actors/gov", "Government"),
    ]
    assert small()["statements/yes"] == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": "../../statements/yes/",
        "text": "We told … them […] before",
        "name": "They told.",
        "inLanguage": "en",
        "creator": agents,
        "spokenByCharacter": [{"@id": one["@id"]} for one in agents],
        "dateCreated": "2024-02-03",
        "isPartOf": [
            {
                "@type": "NewsArticle",
                "@id": "../../sources/first/",
                "headline": "An article",
                "datePublished": "2024-02-05",
                "publisher": named("NewsMediaOrganization", "actors/paper", "Paper"),
                "url": "https://example.org/article",
            }
        ],
        "citation": [
            {"@type": "NewsArticle", "@id": "../../sources/first/"},
            {"@type": "SocialMediaPosting", "@id": "../../sources/later/"},
        ],
        "about": [{"@type": "Claim", "@id": "../../claims/told/"}],
    }


def test_reported_words_are_no_quotation_and_an_unnamed_speaker_is_nobody() -> None:
    found = small()["statements/no"]
    assert found["@type"] == "CreativeWork"
    assert found.keys().isdisjoint({"text", "inLanguage", "creator", "spokenByCharacter", "dateCreated"})
    assert "official" not in json.dumps(found)
    # Who gave no answer said nothing of the claim.
    assert found["about"] == [{"@type": "Claim", "@id": "../../claims/told/"}]


def test_a_date_that_is_not_exact_is_left_out() -> None:
    assert "dateCreated" not in small()["statements/dated"]
    assert "startDate" not in small()["events/war"]
    assert "datePublished" not in small()["sources/vague"]


def test_a_source_has_its_metadata_and_never_its_text() -> None:
    found = small()["sources/first"]
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "../../sources/first/",
        "headline": "An article",
        "datePublished": "2024-02-05",
        "publisher": named("NewsMediaOrganization", "actors/paper", "Paper"),
        "url": "https://example.org/article",
        "inLanguage": "en",
        "author": [named("Person", "actors/ann", "Ann")],
        "dateModified": "2024-02-06T10:00:00+01:00",
        "locationCreated": {
            **named("Place", "places/town", "Town"),
            "geo": {"@type": "GeoCoordinates", "latitude": 1, "longitude": -2.5},
        },
        "archivedAt": ["https://archive.example/1"],
    }
    assert small()["sources/later"]["isBasedOn"] == {"@type": "NewsArticle", "@id": "../../sources/first/"}


def test_an_event_says_when_it_began_and_ended_and_where() -> None:
    found = small()["events/strike"]
    assert (found["startDate"], found["endDate"]) == ("2024-02-02", "2024-02-03")
    # The middle of a country is no place where anything happened.
    assert [one.get("geo", {}).get("latitude") for one in found["location"]] == [1, None]
    assert found["superEvent"] == named("Event", "events/war", "A war")
    assert found["subjectOf"] == [{"@type": "NewsArticle", "@id": "../../sources/first/"}]
    assert found["description"] == "What Ann saw."
    assert small()["events/talk"]["startDate"] == "2024-02-03T10:00:00-05:00"


def test_a_person_has_names_and_ties_for_as_long_as_they_held() -> None:
    found = small()["actors/ann"]
    gov = named("GovernmentOrganization", "actors/gov", "Government")
    assert found == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": "../../actors/ann/",
        "name": "Ann",
        "alternateName": [{"@language": "ar", "@value": "آن"}, "Anna"],
        "description": "Of the Government.",
        "sameAs": ["http://www.wikidata.org/entity/Q42", "https://example.org/ann"],
        # One that ended about 2021 cannot be said so, and without an end it would seem to hold today.
        "memberOf": [
            {
                "@type": "OrganizationRole",
                "roleName": "Clerk",
                "startDate": "2019-03-01",
                "endDate": "2020",
                "memberOf": gov,
            },
            {"@type": "OrganizationRole", "roleName": "Head", "memberOf": gov},
        ],
    }
    assert small()["actors/gov"]["memberOf"] == [named("Organization", "actors/land", "Land")]


def test_who_is_no_person_and_no_body_has_no_linked_data() -> None:
    assert small().keys().isdisjoint({"actors/crowd", "actors/unnamed", "places/town"})


def every_value() -> Iterator[dict[str, Any]]:
    yield from small().values()
    yield from values(loaded_seeds()).values()


def test_every_name_is_one_that_schema_org_has_for_the_type() -> None:
    for value in every_value():
        for one in inside(value):
            names_used = {name for name in one if not name.startswith("@")}
            if "@type" not in one:
                assert not names_used
                continue
            kind = one["@type"]
            types = {kind, ABOVE.get(kind, kind)} | ({"Thing"} if kind != "GeoCoordinates" else set())
            assert names_used <= set().union(*(PROPERTIES.get(name, set()) for name in types)), one


def test_programs_that_read_json_ld_lose_nothing_of_it() -> None:
    jsonld = pytest.importorskip("pyld", reason="reads JSON-LD").jsonld
    for value in every_value():
        document = {**value, "@context": CONTEXT}
        options = {"base": BASE}
        read = jsonld.compact(jsonld.expand(document, options), CONTEXT, options)
        assert as_sets(read) == as_sets(document)


def as_sets(value: object) -> object:
    """Write a value so that a list of one is the same as the one, and each id is a whole address."""
    if isinstance(value, list):
        return [as_sets(one) for one in value] if len(value) != 1 else as_sets(value[0])
    if isinstance(value, dict):
        return {name: urljoin(BASE, one) if name == "@id" else as_sets(one) for name, one in value.items()}
    return value


@settings(max_examples=15)
@given(names, names)
def test_a_value_stays_small_and_is_read_as_it_was_written(name: str, words: str) -> None:
    many = "".join(f"  a{at}: {{name: {flow(name * 40)}, kind: person}}\n" for at in range(9))
    loaded = sound(
        f"sources: {{s: {{title: {flow(name * 90)}, authors: [{', '.join(f'a{at}' for at in range(9))}], "
        f"url: 'https://example.org/{'x' * 1500}'}}}}\nactors:\n{many}"
        f"statements: {{x: {{speaker: [{', '.join(f'a{at}' for at in range(9))}], source: s, "
        f"quote: {flow(words * 90)}}}}}\n"
    )
    found = values(loaded)
    for path in ("sources/s", "statements/x", "actors/a1"):
        written = json_ld(LinkedData(found[path]))
        assert len(written.encode()) <= 1_500
        assert found[path]["@id"] == f"../../{path}/"
    assert found["actors/a1"]["name"].startswith(" ".join(name.split())[:20].strip())
