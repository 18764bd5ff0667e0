"""The list of drafts: by source, over several pages if it is long; and what a source says of its drafting."""

from mkdocs_dossier import site
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.document.plain import lines
from mkdocs_dossier.loading import Loaded
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.pages.showing import Shown
from tests.support import RECORDS, sound

TEXTS = {"gazette.txt": TEXT}


def listed(loaded: Loaded) -> dict[str, Page]:
    pages = site.make_site(loaded, with_drafts=True).pages
    return {page.path: page for page in pages if page.path.startswith("drafts")}


def test_drafts_stand_under_the_source_that_they_are_from() -> None:
    more = "places: {east: {name: Easttown, review: draft}}\n"
    more += "actors: {dan: {name: Dan, kind: person, review: draft}}\n"
    own = "sources: {note: {title: A note, review: draft}}\n"
    own += "places: {west: {name: Westtown, review: draft}}\n"
    loaded = sound({RECORDS: REVIEWED, "drafts.yaml": DRAFTS, "more.yaml": more, "note.yaml": own}, TEXTS)
    (page,) = listed(loaded).values()
    assert list(lines(page.blocks)) == [
        "Drafts",
        "What nobody has approved yet. It is not in a built site.",
        "Town news",
        "Place: Southtown",
        "Event: The fire",
        "Claim: The council said nothing.",
        "Statement: Ada Quill: “They”",
        "Statement: Speaker not found: “They lie”",
        "A note",
        "Source: A note",
        "Place: Westtown",
        "The wire",
        "Source: The wire",
        "Actor: The Agency",
        "Actor: Cara Vale",
        "Statement: Cara Vale, Ben Sorrel: as reported, “said Ben Sorrel”",
        "Of no source",
        "Actor: Dan",
        "Place: Easttown",
    ]


def test_a_long_list_has_several_pages() -> None:
    many = "".join(f"  a{number}: {{name: A{number}, review: draft}}\n" for number in range(150))
    pages = listed(sound({RECORDS: f"places:\n{many}"}))
    assert {*pages} == {"drafts/index.md", "drafts/pages/2/index.md"}


def test_the_home_page_leads_there_where_there_are_any() -> None:
    loaded = sound({RECORDS: REVIEWED, "drafts.yaml": DRAFTS}, TEXTS)
    homes = [
        next(page for page in site.make_site(loaded, with_drafts=asked).pages if page.path == "index.md")
        for asked in (True, False)
    ]
    assert ["9 drafts wait for approval" in lines(home.blocks) for home in homes] == [True, False]


def test_a_source_says_for_good_that_a_program_drafted_its_records() -> None:
    drafted = "    drafted: {by: Some <program> 1.0, on: 2024-02-06}\n    published: 2024-02-05\n"
    loaded = sound(REVIEWED.replace("    published: 2024-02-05\n", drafted, 1), TEXTS)
    said = "Drafted by Some <program> 1.0, 6 February 2024; each record was then approved by a person."
    assert said in Shown(loaded).words("sources/gazette")
    assert "Drafted" not in Shown(sound(REVIEWED, TEXTS)).words("sources/gazette")
