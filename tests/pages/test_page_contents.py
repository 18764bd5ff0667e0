"""What a reader finds on each kind of page."""

import posixpath
import re
from functools import cache

import pytest

from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.values.refs import SECTIONS
from tests.pages.showing import Shown
from tests.rendering import elements, folded, words_in
from tests.support import loaded_seeds, sound

ARTICLE = """\
“We told them before,” said Ann, spokesperson of the Ministry. Bob of the Council denied it.
Ann later said that “nobody was told”. Zoe said: “We knew nothing of it.”
It counted 16 killed; the Council said that 20 were killed.
"""
RECORDS = """\
sources:
  article:
    title: An article
    publisher: paper
    authors: [zoe]
    published: 2024-02-05
    url: https://example.org/article
    archived: [https://archive.example/1]
    dateline: capital
    text: article.txt
    rights: publish
  leaflet: {title: A leaflet, language: ar}
actors:
  paper: {name: Paper, kind: media}
  state: {name: State, kind: state}
  gov: {name: Government, kind: government, part_of: state}
  ministry: {name: Ministry, kind: organisation, part_of: gov}
  council: {name: Council, kind: organisation, part_of: gov}
  ann:
    name: Ann
    kind: person
    names: {ar: آن}
    aliases: [Anna]
    description: Of the [[ministry]].
    wikidata: Q42
    links: [https://example.org/ann]
    roles:
      - {title: Clerk, at: council, until: 2020}
      - title: Spokesperson
        at: ministry
        from: 2021
        speaks_for: true
        source: article
        passage: spokesperson of the Ministry
    relations: [{to: zoe, kind: opposed to, from: 2023}]
  bob: {name: Bob, kind: person, roles: [{title: Spokesman, at: council, speaks_for: true}]}
  zoe: {name: Zoë, kind: person}
  nobody-named: {name: An official, kind: anonymous}
places:
  land: {name: Land, kind: country, lat: 1, lon: -2.5}
  capital: {name: Capital, kind: city, within: land, lat: -36.19, lon: 44.01, names: {ar: عاصمة}}
events:
  raid:
    name: The raid
    kind: night-raid
    when: 2024-02-02
    when_note: From “Friday”.
    places: [capital]
    participants: [{actor: council, role: ordered it}]
    responds_to: [war]
    summary: What happened.
    figures:
      - {measure: killed, value: 16, source: article, passage: It counted 16 killed}
      - {measure: killed, value: 20, attributed_to: council, source: article, passage: that 20 were killed}
    evidence: [{source: article, passage: It counted 16 killed}]
  war: {name: The war, kind: war, when: "2020/.."}
claims:
  told:
    text: They were told before.
    question: Were they told?
    about: [event/raid, actor/gov]
    note: See [[raid]].
  agreed: {text: It was night.}
  alone: {text: It rained.}
  silent: {text: It was cold.}
statements:
  ann-told:
    speaker: ann
    said: 2024-02-03
    to: [zoe]
    during: raid
    source: article
    quote: We told them before
    summary: They were told.
    positions: {told: asserts, alone: asserts}
  ann-takes-back:
    speaker: ann
    said: 2024-02-04
    source: article
    quote: nobody was told
    passage: Ann later said that
    positions: {told: denies}
    corrects: ann-told
  bob-denies:
    speaker: bob
    said: 2024-02-03
    said_note: On the same day.
    source: article
    passage: Bob of the Council denied it.
    positions: {told: denies}
  zoe-knew-nothing:
    speaker: zoe
    source: article
    quote: We knew nothing of it.
    translation: They were ignorant.
    positions: {told: denies, agreed: asserts, silent: unaware}
  unnamed:
    speaker: nobody-named
    source: leaflet
    quote: لم نعرف
    positions: {agreed: asserts, told: qualifies}
"""


@cache
def shown() -> Shown:
    return Shown(
        sound(
            {"dossier.yaml": "title: The raid\nlead: told\neditors: [Ed]\n", "r.yaml": RECORDS},
            {"article.txt": ARTICLE},
        )
    )


# The index of claims


def test_a_claim_has_a_matrix_of_sides_voices_and_dates() -> None:
    head, *rows = shown().rows("claims/told")[:5]
    assert head == [
        "Side",
        "Voice",
        "3 February 2024",
        "4 February 2024",
        "on or before 5 February 2024",
        "date not stated",
    ]
    stances = [[*row[:2], *(cell[:3] for cell in row[2:])] for row in rows]
    assert stances == [
        ["State", "Ann", "+ a", "− d", "", ""],
        ["", "Bob", "− d", "", "", ""],
        ["Zoë", "Zoë", "", "", "− d", ""],
        ["An official", "An official", "", "", "", "± q"],
    ]
    assert rows[0][2] == "+ asserts taken back “We told them before” word for word"


def test_two_reports_in_one_source_have_places_of_their_own() -> None:
    records = """
    sources: {s: {title: S}, t: {title: T}}
    actors: {ann: {name: Ann, kind: person}}
    claims: {told: {text: They were told.}}
    statements:
      x:
        speaker: ann
        source: s
        quote: A
        also_in: [{source: t, quote: B}, {source: t, quote: C}]
        positions: {told: asserts}
    """
    page = Shown(sound({"dossier.yaml": "title: T\n", "r.yaml": records}, {})).tree("statements/x")
    ids = [one for one in (dict(part[1]).get("id") for part in elements(page)) if one]
    assert len(ids) == len(set(ids))
    assert {"context", "context-2", "context-3"} <= set(ids)


@pytest.mark.parametrize(
    ("claim", "title", "label"),
    [
        ("told", "Were they told?", "contested"),
        ("agreed", "It was night.", "corroborated"),
        ("alone", "It rained.", "single voice"),
        ("silent", "It was cold.", "open"),
    ],
)
def test_each_label_is_said_on_the_claims_page_and_in_the_index(claim: str, title: str, label: str) -> None:
    assert f" {label} " in shown().words(f"claims/{claim}")
    parts = {one: shown().part("claims", one.replace(" ", "-")) for one in LabelName}
    assert [one for one, part in parts.items() if f" {title} " in part] == [label]


def test_the_index_of_claims_puts_the_contested_first() -> None:
    words = shown().words("claims")
    order = [
        words.index(title) for title in ("Were they told?", "It was night.", "It rained.", "It was cold.")
    ]
    assert order == sorted(order)


# A statement


def test_a_statement_says_who_spoke_for_whom_in_which_role_and_when() -> None:
    words = shown().words("statements/ann-told")
    assert "Speaker Ann" in words
    assert "Role on that date Spokesperson, Ministry" in words
    assert "Clerk" not in words
    assert "Speaks for Ministry, Government, State" in words
    assert "Said 3 February 2024" in words
    assert "Said to Zoë" in words
    assert "During The raid" in words
    assert "Corrected by" in words


def test_a_position_leads_to_where_the_claims_page_shows_the_statement() -> None:
    place = "../../claims/told/#says-bob-denies"
    assert ("Were they told?", place) in shown().links("statements/bob-denies")
    assert "says-bob-denies" in {dict(one[1]).get("id") for one in elements(shown().tree("claims/told"))}


def test_a_statement_without_a_date_says_by_when_it_was_published() -> None:
    words = shown().words("statements/zoe-knew-nothing")
    assert "on or before 5 February 2024" in words
    assert "not stated" in words


def test_a_quotation_carries_its_tier_its_source_and_a_link_to_the_original_at_the_passage() -> None:
    links = dict(shown().links("statements/ann-told"))
    assert (
        links["original at this passage"] == "https://example.org/article#:~:text=We%20told%20them%20before"
    )
    words = shown().words("statements/ann-told")
    assert "word for word" in words
    assert "An article" in words


TIERS = {
    "in parts, word for word": "elided",
    "word for word, punctuation aside": "typographic",
    "word for word": "exact",
}


def tiers(words: str) -> list[str]:
    """List the tiers that a page names, in their order."""
    return [TIERS[one] for one in re.findall("|".join(TIERS), words)]


TIERED = """\
sources: {s: {title: S, text: t.txt}}
actors: {a: {name: A, kind: person}}
claims: {c: {text: C}}
statements: {x: {speaker: a, source: s, FIELD: [PIECES], positions: {c: asserts}}}
"""


@pytest.mark.parametrize(
    ("pieces", "tier"),
    [
        (["It’s over", "at last", "We were never told"], "exact"),
        (["It’s over", "at last", "We were ‘never’ told"], "typographic"),
        (["It's over", "at last", "We […] told"], "elided"),
        (["It’s […] last", "A said", "We were never told"], "elided"),
    ],
)
@pytest.mark.parametrize("field", ["quote", "passage"])
def test_words_in_several_pieces_carry_the_weakest_of_their_tiers(
    field: str, pieces: list[str], tier: str
) -> None:
    text = "“It’s over, at last,” A said. “We were never told. We were 'never' told.”\n"
    yaml = TIERED.replace("FIELD", field).replace("PIECES", ", ".join(f'"{one}"' for one in pieces))
    site = Shown(sound(yaml, {"t.txt": text}))
    on_its_page = tiers(site.words("statements/x"))
    # The words as a whole come first; those of each piece, in a table, stand below.
    assert on_its_page[0] == tier
    assert set(on_its_page[1:]) >= {tier}
    assert set(tiers(site.words("claims/c"))) == {tier}


def test_a_quotation_that_nothing_verifies_says_so() -> None:
    words = shown().words("statements/unnamed")
    assert "not looked up" in words
    assert "The dossier holds no text of this source" in words
    assert "original at this passage" not in words


def test_a_quotation_stands_in_its_context_with_its_words_marked() -> None:
    part = shown().part("statements/ann-takes-back", "context")
    assert part == "Ann later said that “nobody was told”."
    assert marks("statements/ann-takes-back") == ["Ann later said that", "nobody was told"]


def marks(path: str) -> list[str]:
    """List the words that a page marks."""
    return [folded(words_in(one)) for one in elements(shown().tree(path)) if one[0] == "mark"]


def test_a_reported_statement_is_told_from_a_quotation() -> None:
    assert "Reported: “Bob of the Council denied it.”" in shown().words("statements/bob-denies")
    assert "(On the same day.)" in shown().words("statements/bob-denies")


def test_a_translation_is_said_to_be_the_dossiers() -> None:
    assert "Translation of the dossier: They were ignorant." in shown().words("statements/zoe-knew-nothing")


def test_a_statement_says_what_it_contradicts_and_how() -> None:
    part = shown().part("statements/ann-told", "contradictions")
    assert "inside Government" in part
    assert "between two sides" in part
    assert "later taken back" in part


def test_arabic_words_carry_their_language_and_direction() -> None:
    marked = [
        dict(one[1]) for one in elements(shown().tree("statements/unnamed")) if "لم نعرف" in str(one[2])
    ]
    assert any(one.get("lang") == "ar" and one.get("dir") == "rtl" for one in marked)
    named = [dict(one[1]) for one in elements(shown().tree("actors/ann")) if "آن" in one[2]]
    assert any(one.get("lang") == "ar" and one.get("dir") == "rtl" for one in named)


def test_a_statement_says_at_once_who_for_whom_when_and_where() -> None:
    assert (
        shown()
        .words("statements/ann-told")
        .startswith(
            "Ann: They were told. Ann · Spokesperson, Ministry · said 3 February 2024 · Paper, 5 Feb 2024 # "
            "“We told them before”"
        )
    )


def test_a_short_quotation_that_is_the_title_is_not_said_twice() -> None:
    records = """
    sources: {s: {title: S}}
    actors: {ann: {name: Ann, kind: person}}
    statements: {x: {speaker: ann, source: s, quote: It is over}, y: {speaker: ann, source: s, quote: [A, B]}}
    """
    site = Shown(sound(records))
    assert site.words("statements/x").startswith("Ann: “It is over” Ann · date not stated · S # S ·")
    assert site.words("statements/y").startswith("Ann: “A … B” Ann · date not stated · S # “A” … “B”")


def test_the_parts_of_a_statements_page_stand_in_the_order_of_a_readers_questions() -> None:
    parts = [
        dict(one[1])["id"] for one in elements(shown().tree("statements/ann-told")) if one[0] in ("h1", "h2")
    ]
    assert parts == ["statement", "positions", "context", "contradictions", "about", "cite"]


def test_further_reports_stand_under_their_issue_each_with_a_link_to_it() -> None:
    records = """
    sources:
      s: {title: S}
      t: {title: T, publisher: paper, published: 2024-02-05}
    actors: {ann: {name: Ann, kind: person}, paper: {name: Paper, kind: media}}
    statements:
      x: {speaker: ann, source: s, quote: It is over, also_in: [{source: t, quote: It is all over}]}
    """
    site = Shown(sound(records))
    part = site.part("statements/x", "reports")
    assert part.startswith("Paper, 5 Feb 2024 “It is all over”")
    assert ("#", "#context-2") in site.links("statements/x")
    assert "S; also in Paper, 5 Feb 2024" in site.words("actors/ann")


def test_places_that_a_page_offers_a_link_to_are_there() -> None:
    for path in ("statements/ann-told", "actors/ann", "events/raid"):
        ids = {dict(one[1]).get("id") for one in elements(shown().tree(path))}
        offered = {href[1:] for said, href in shown().links(path) if said == "#"}
        assert offered, path
        assert offered <= ids, path


# An actor


def test_an_actor_has_names_roles_with_dates_bodies_and_ties() -> None:
    words = shown().words("actors/ann")
    assert "Of the Ministry." in words
    assert "Arabic آن" in words
    assert "Also called Anna" in words
    roles = shown().part("actors/ann", "roles")
    assert "Clerk, Council" in roles
    assert "2020" in roles
    assert "speaks for this body" in roles
    assert "“spokesperson of the Ministry”" in roles
    assert "opposed to" in shown().part("actors/ann", "relations")
    assert ("Wikidata Q42", "https://www.wikidata.org/wiki/Q42") in shown().links("actors/ann")


def test_an_actor_lists_what_they_said_and_who_contradicts_them() -> None:
    assert "They were told." in shown().part("actors/ann", "statements")
    assert "inside Government" in shown().part("actors/ann", "contradictions")
    assert "Addressed in" in shown().words("actors/zoe")


def test_contradictions_of_an_actor_are_told_apart_by_who_said_what() -> None:
    rows = [row for row in shown().rows("actors/bob") if "told?" in row[0]]
    assert rows
    assert all("Bob:" in own and "Bob:" not in other for _, own, other, _ in rows)
    heads = [row for row in shown().rows("actors/bob") if "Contradicted by" in row]
    assert heads == [["Claim", "Said by or for Bob", "Contradicted by", "Kind"]]


def test_an_actors_sources_say_what_the_actor_is_to_them() -> None:
    assert shown().part("actors/zoe", "sources").endswith("5 February 2024 An article Paper author")
    assert "Publisher" not in shown().part("actors/paper", "sources")


def test_a_body_lists_its_parts_its_staff_and_what_is_said_on_its_behalf() -> None:
    assert shown().part("actors/gov", "parts") == "Council Ministry"
    assert shown().part("actors/gov", "bodies") == "Part of State"
    assert "They were told." in shown().part("actors/gov", "voices")
    assert shown().part("actors/council", "staff") == "Ann: Clerk Bob: Spokesman"


# An event, a source, a place


def test_an_event_has_its_date_with_how_it_is_known_and_who_took_part() -> None:
    words = shown().words("events/raid")
    assert "2 February 2024" in words
    assert "From “Friday”." in words
    assert "Council: ordered it" in words
    assert "The war" in shown().part("events/raid", "answers")
    assert "The raid" in shown().part("events/war", "answered")


def test_figures_stand_with_whose_they_are_and_which_cannot_both_be_true() -> None:
    part = shown().part("events/raid", "figures")
    assert "20 Council “that 20 were killed”" in part
    assert "killed: 16 – Paper, An article, published 5 February 2024 / 20 – Council" in shown().part(
        "events/raid", "conflicts"
    )
    assert "“It counted 16 killed”" in part
    assert part.count("word for word") == 2


SERIES = """\
sources:
  monday: {title: On Monday, publisher: paper, published: 2024-02-05, text: toll.txt}
  tuesday: {title: On Tuesday, publisher: paper, published: 2024-02-06, text: toll.txt}
  someday: {title: On some day, text: toll.txt}
actors:
  paper: {name: Paper, kind: media}
  council: {name: Council, kind: organisation}
events:
  flood:
    name: A flood
    kind: flood
    when: 2024-02-04
    figures:
      - {measure: killed, value: 20, source: tuesday, passage: 16 or 20}
      - {measure: killed, value: 16, source: monday, passage: 16 or 20}
      - {measure: killed, value: 16, source: someday, passage: 16 or 20}
      - {measure: share, of: council, value: 16, unit: percent, as_of: 2024-01, source: monday,
         passage: 16 or 20}
      - {measure: share, of: council, value: 20, unit: percent, as_of: 2024-02-03, source: someday,
         attributed_to: council, passage: 16 or 20}
      - {measure: hurt, value: 16, source: someday, passage: 16 or 20}
      - {measure: hurt, value: 20, source: monday, passage: 16 or 20}
"""


def test_a_revised_figure_says_in_its_row_by_which_one_and_when() -> None:
    site = Shown(
        sound({"dossier.yaml": "title: T\n", "r.yaml": SERIES}, {"toll.txt": "There were 16 or 20."})
    )
    amounts = [row[1] for row in site.rows("events/flood") if len(row) == 4 and row[2] == "Paper"]
    assert amounts == [
        "16 revised to 20, 6 February 2024",
        "20 revised from 16, 5 February 2024",
        "16 percent",
        "20",
    ]


def test_figures_over_time_are_drawn_above_their_table_if_two_of_them_have_a_day() -> None:
    site = Shown(
        sound({"dossier.yaml": "title: T\n", "r.yaml": SERIES}, {"toll.txt": "There were 16 or 20."})
    )
    page = site.files["events/flood/index.md"].decode()
    found = re.findall(
        r'id="steps-(\d)-title" aria-label="([^"]+)"|<th scope="col">When<', page, re.MULTILINE
    )
    assert found == [
        ("0", "Figures over time: killed"),
        ("", ""),
        ("1", "Figures over time: share, of Council"),
        ("", ""),
        ("", ""),
    ]
    titles = re.findall(r'<a xlink:href="([^"]+)"><title>([^<]+)<', page)
    assert titles == [
        ("../../sources/monday/", "Paper: 16, published 5 February 2024"),
        ("../../sources/tuesday/", "Paper: 20, published 6 February 2024"),
        ("../../sources/monday/", "Paper: 16 percent, January 2024"),
        ("../../sources/someday/", "Council: 20 percent, 3 February 2024"),
    ]
    assert '<a href="#figures">1 figure has no mark here; the table has it.</a>' in page


def test_an_event_leads_to_the_claims_and_statements_about_it() -> None:
    assert {"claims/told", "statements/ann-told", "statements/bob-denies"} <= shown().leads_to("events/raid")
    assert "They were told." in shown().part("events/raid", "statements")


def test_a_source_says_how_much_of_it_is_verified_and_shows_its_text_with_what_is_used_marked() -> None:
    words = shown().words("sources/article")
    assert "word for word" in words
    assert ("https://archive.example/1", "https://archive.example/1") in shown().links("sources/article")
    text = shown().part("sources/article", "text")
    assert text.startswith("“We told them before,” said Ann, spokesperson of the Ministry.")
    assert marks("sources/article") == [
        "We told them before",
        "spokesperson of the Ministry",
        "Bob of the Council denied it.",
        "Ann later said that",
        "nobody was told",
        "We knew nothing of it.",
        "It counted 16 killed",
        "that 20 were killed",
    ]
    assert "nothing quoted from it could be verified" in shown().words("sources/leaflet")
    assert shown().part("sources/leaflet", "text") == ""


def test_a_source_that_may_only_be_quoted_does_not_show_its_text() -> None:
    assert Shown(loaded_seeds()).part("sources/rudaw-2024-02-05", "text") == ""


def test_a_place_says_whether_its_position_is_a_point() -> None:
    assert "36.19° S, 44.01° E" in shown().words("places/capital")
    assert "a point" in shown().words("places/capital")
    assert "1° N, 2.5° W" in shown().words("places/land")
    assert "not a precise spot" in shown().words("places/land")
    assert "Capital" in shown().words("places/land")


def test_a_headline_is_not_named_without_who_published_it_and_when() -> None:
    assert shown().part("places/capital", "sources") == "An article Paper, 5 Feb 2024"


def test_a_row_of_the_map_names_a_few_events_and_says_how_many_more_there_are() -> None:
    events = "".join(
        f"  e{number}: {{name: Raid {number}, kind: raid, when: 2024-01-{30 - number}, places: [p]}}\n"
        for number in range(10)
    )
    site = Shown(sound(f"places: {{p: {{name: P, kind: city}}}}\nevents:\n{events}"))
    (row,) = [row for row in site.rows("map") if row[0] == "P"]
    assert row[1] == " ".join(f"Raid {number}" for number in range(9, 1, -1)) + " 2 more"
    assert ("2 more", "../places/p/") in site.links("map")


# The whole


def test_the_home_page_sets_the_lead_dispute_in_two_columns() -> None:
    words = shown().words("")
    assert words.startswith("The raid Were they told? contested · ended 4 February 2024 Zoë says no.")
    assert words.index("+ Says yes") < words.index("− Says no")
    assert "Ed" in words


@pytest.mark.parametrize(
    "records",
    [
        "sources: {s: {title: S}}",
        "actors: {ann: {name: Ann, kind: person}}",
        "places: {p: {name: P, kind: city}}",
        "events: {e: {name: E, kind: raid}}",
        "claims: {c: {text: It is over.}}",
        "sources: {s: {title: S}}\nactors: {a: {name: A, kind: person}}\n"
        "statements: {x: {speaker: a, source: s, quote: It is over}}",
    ],
)
def test_no_page_leads_to_the_index_of_a_section_that_has_nothing(records: str) -> None:
    site = Shown(sound(records))
    paths = [posixpath.dirname(path) for path in site.files if path.endswith(".md")]
    dead = {target for path in paths for target in site.leads_to(path) if not _is_written(target, site.files)}
    assert dead == set()
    assert [one for one in ("network", "map") if one in paths] == []


def _is_written(target: str, files: dict[str, bytes]) -> bool:
    return target in files or posixpath.normpath(posixpath.join(target, "index.md")) in files


def test_every_link_between_pages_leads_to_a_page_that_is_written() -> None:
    files = shown().files
    pages = [posixpath.dirname(path) for path in files if path.endswith(".md")]
    targets = {(page, target) for page in pages for target in shown().leads_to(page)}
    assert len(targets) > 200
    dead = [
        (page, target)
        for page, target in sorted(targets)
        if target not in files and posixpath.normpath(posixpath.join(target, "index.md")) not in files
    ]
    assert dead == []


def test_every_record_is_reached_from_its_index() -> None:
    for section in SECTIONS:
        keys = shown().loaded.dossier.section(section)
        assert {f"{section}/{key}" for key in keys} <= shown().leads_to(section)


def test_the_overviews_list_all_events_and_statements_places_and_ties() -> None:
    assert {"events/raid", "events/war", "statements/unnamed"} <= shown().leads_to("timeline")
    assert {"places/capital", "events/raid"} <= shown().leads_to("map")
    assert {"actors/ann", "actors/ministry", "actors/state"} <= shown().leads_to("network")
    assert ("dossier.json", "dossier.json") in shown().links("data")


def test_no_page_passes_a_verdict() -> None:
    said = " ".join(
        shown().words(path.removesuffix("index.md").rstrip("/"))
        for path in shown().files
        if path.endswith(".md")
    )
    for word in ("lied", "admitted", "false claim", "truth", "refuted", "debunked"):
        assert word not in said
