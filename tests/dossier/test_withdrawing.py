"""Of a withdrawn record nothing is left but its address: nothing follows from it, nothing of it goes out."""

import pytest

from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.site import build, make_site
from mkdocs_dossier.values.refs import Ref
from tests.support import dossier_of, errors, folder_of, sound

GONE = "withdrawn: {on: 2024-02-07, why: It was somebody else.}"
TEXT = "“We were told,” Mara Voss said. “We were not told,” Ben Quill said. It rained."
RECORDS = """\
sources:
  s: {title: Secret source, text: s.txt, SOURCE}
actors:
  voss: {name: Secret Voss, kind: person, ACTOR}
  quill: {name: Ben Quill, kind: person, roles: [{title: Mayor, at: town}]}
  town: {name: Town, kind: government}
places:
  field: {name: Secret field, PLACE}
events:
  rain: {name: Secret rain, kind: rain, places: [field], evidence: [{source: s, passage: It rained}], EVENT}
claims:
  told: {text: A secret claim., implies: [knew], about: [event/rain], CLAIM}
  knew: {text: They knew.}
statements:
  yes: {speaker: voss, source: s, quote: We were told, summary: Secretly yes., positions: YES, STATEMENT}
  no: {speaker: quill, source: s, quote: We were not told, positions: NO, corrects: yes}
"""
FIELDS = {
    "SOURCE": "sources/s",
    "ACTOR": "actors/voss",
    "PLACE": "places/field",
    "EVENT": "events/rain",
    "CLAIM": "claims/told",
    "STATEMENT": "statements/yes",
}
# What each of the records, and none of the others, has in its fields.
SECRETS = {
    "SOURCE": "Secret source",
    "ACTOR": "Secret Voss",
    "PLACE": "Secret field",
    "EVENT": "Secret rain",
    "CLAIM": "A secret claim",
    "STATEMENT": "Secretly yes",
}


def written(*gone: str) -> str:
    text = RECORDS.replace("YES", "{told: asserts}").replace("NO", "{told: denies, knew: denies}")
    for name in FIELDS:
        text = text.replace(f", {name}}}", f", {GONE}}}" if name in gone else "}")
    return text.replace("corrects: yes", "")


def loaded(*gone: str) -> Loaded:
    found = dossier_of(written(*gone), {"s.txt": TEXT})
    assert errors(found) == []
    return found


@pytest.mark.parametrize("name", FIELDS)
def test_no_file_of_the_site_has_anything_of_it_but_its_page_that_says_why(name: str) -> None:
    secret, address = SECRETS[name], FIELDS[name]
    before, after = build(loaded()), build(loaded(name))
    assert any(secret.encode() in content for content in before.values())
    assert [path for path, content in after.items() if secret.encode() in content] == []
    page = after[f"{address}/index.md"].decode()
    assert "# Withdrawn record" in page
    assert "7 February 2024" in page
    assert "It was somebody else." in page


@pytest.mark.parametrize("name", FIELDS)
def test_its_section_does_not_list_it_and_who_names_it_says_so(name: str) -> None:
    section, _, key = FIELDS[name].partition("/")
    content = loaded(name).reviewed
    listed = getattr(content.dossier, section)
    assert key not in list(listed)
    assert key in listed
    assert listed[key].id == key
    pages = {page.path: write_page(page) for page in make_site(loaded(name)).pages}
    naming = {f"{ref.address}/index.md" for ref in content.dossier.missed}
    assert {path for path in naming if f"{FIELDS[name]}/index.md" not in pages[path]} == set()
    assert all(
        "Withdrawn record" in pages[path] or "Names what was withdrawn" in pages[path] for path in naming
    )


def test_nothing_follows_from_a_withdrawn_statement() -> None:
    whole, rest = loaded().reviewed, loaded("STATEMENT").reviewed
    assert len(whole.findings.contradictions["told"]) == 1
    assert rest.findings.contradictions["told"] == ()
    assert list(rest.findings.voices) == ["no"]
    assert all(key[0] != Ref("statements", "yes") for key in rest.findings.quotations)
    assert rest.findings.labels["told"].name is LabelName.SINGLE_VOICE


def test_nothing_follows_through_a_withdrawn_claim() -> None:
    whole, rest = loaded().reviewed, loaded("CLAIM").reviewed
    assert whole.findings.contradictions["knew"]
    assert rest.findings.contradictions.keys() == {"knew"}
    assert rest.findings.contradictions["knew"] == ()
    assert rest.dossier.statements["no"].positions.keys() == {"knew"}
    assert rest.dossier.missed[Ref("statements", "no")] == (Ref("claims", "told"),)


def test_a_correction_of_a_withdrawn_statement_corrects_nothing() -> None:
    text = written("STATEMENT").replace("denies}, }", "denies}, corrects: yes}")
    assert "corrects" in text
    rest = sound(text, {"s.txt": TEXT}).reviewed
    assert rest.dossier.statements["no"].corrects is None
    assert rest.dossier.missed[Ref("statements", "no")] == (Ref("statements", "yes"),)


def test_the_home_page_does_not_open_with_a_withdrawn_claim() -> None:
    files = {"dossier.yaml": "title: T\nlead: told\n", "records.yaml": written("CLAIM")}
    assert sound(files, {"s.txt": TEXT}).reviewed.findings.lead == "knew"


def test_its_words_are_still_looked_up_but_no_warning_is_given_of_it() -> None:
    wrong = written("STATEMENT").replace("We were told, s", "We were never told, s")
    assert [one.rule for one in dossier_of(wrong, {"s.txt": TEXT}).problems if one.level is Level.ERROR] == [
        "quote-not-found"
    ]
    alone = f"claims: {{c: {{text: So.{', ' + GONE}}}}}"
    assert "claim-without-position" in {one.rule for one in dossier_of("claims: {c: {text: So.}}").problems}
    assert dossier_of(alone).problems == ()


def test_a_link_in_prose_leads_to_the_page_that_says_so() -> None:
    text = written("STATEMENT").replace(
        "text: They knew.", "text: They knew., note: 'See [[statement/yes]].'"
    )
    pages = {page.path: write_page(page) for page in make_site(sound(text, {"s.txt": TEXT})).pages}
    assert "See [Withdrawn record](../../statements/yes/index.md)." in pages["claims/knew/index.md"]


def test_an_old_address_leads_to_the_page_that_says_so() -> None:
    folder = folder_of(written("STATEMENT"), {"s.txt": TEXT})
    found = load(type(folder)(folder.yaml, folder.texts, redirects=b"statements/old,statements/yes\n"))
    assert errors(found) == []
    assert b"Withdrawn record" in build(found)["statements/old/index.html"]


def test_where_nothing_was_withdrawn_the_published_dossier_is_the_very_same() -> None:
    found = loaded()
    assert found.reviewed.dossier is found.dossier
