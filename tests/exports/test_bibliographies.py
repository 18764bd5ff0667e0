"""The sources in the formats of bibliographies, as the programs that know these read them."""

import json
from typing import Any

import jsonschema
import pytest

from mkdocs_dossier.exports.bibtex import BIBTEX
from mkdocs_dossier.exports.csl import CSL
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.references import all_references
from mkdocs_dossier.exports.ris import RIS
from mkdocs_dossier.site import build
from tests.exports.richdossier import GONE, exported, published, rich
from tests.hostile import flow
from tests.pages.test_citations import read_off
from tests.support import loaded_seeds, sound

TITLES = ["50 % of {all} _things_ & #1 $x ~ ^ \\ end", "باسم العوادي: «لا»", "第一 — 二"]
RECORDS = f"""
sources:
  a-b: {{title: {flow(TITLES[0])}, authors: [ann, body], publisher: paper, published: 2024-02-05,
    retrieved: "2024-03-01T10:00:00Z", url: "https://example.org/a_b?c=%20&d#e"}}
  old: {{title: {flow(TITLES[1])}, kind: video, language: ar, published: 2024-02~}}
  two: {{title: {flow(TITLES[2])}, kind: document}}
actors:
  ann: {{name: Ann von der Aa, kind: person}}
  body: {{name: Ministry of Arts and Crafts, kind: organisation}}
  paper: {{name: The Gazette, kind: media}}
"""

# What csl-data.json 1.0.2 says of the members that are written (https://github.com/citation-style-language/schema).
ITEM = {
    "type": "object",
    "properties": {
        "type": {
            "enum": ["article-newspaper", "document", "motion_picture", "post", "report", "speech"],
        },
        "id": {"type": ["string", "number"]},
        "language": {"type": "string"},
        "author": {"type": "array", "items": {"$ref": "#/definitions/name"}},
        "accessed": {"$ref": "#/definitions/date"},
        "issued": {"$ref": "#/definitions/date"},
        "container-title": {"type": "string"},
        "note": {"type": "string"},
        "title": {"type": "string"},
        "URL": {"type": "string"},
    },
    "required": ["type", "id"],
    "additionalProperties": False,
}
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": ITEM,
    "definitions": {
        "name": {
            "type": "object",
            "properties": {"literal": {"type": "string"}},
            "additionalProperties": False,
        },
        "date": {
            "type": "object",
            "properties": {
                "date-parts": {
                    "type": "array",
                    "items": {
                        "type": "array",
                        "items": {"type": ["string", "number"]},
                        "minItems": 1,
                        "maxItems": 3,
                    },
                    "minItems": 1,
                    "maxItems": 2,
                },
                "literal": {"type": "string"},
            },
            "additionalProperties": False,
        },
    },
}


def written(export: Export) -> str:
    return b"".join(export.write(published(sound(RECORDS)))).decode()


def test_bibtex_is_read_with_all_its_fields() -> None:
    reader = pytest.importorskip("pybtex.database", reason="reads BibTeX")
    entries = reader.parse_string(written(BIBTEX), "bibtex").entries
    assert list(entries) == ["a-b", "old", "two"]
    first = entries["a-b"]
    assert first.type == "article"
    assert [str(one) for one in first.persons["author"]] == [
        "{Ann von der Aa}",
        "{Ministry of Arts and Crafts}",
    ]
    assert dict(first.fields.items()) | {"title": ""} == {
        "title": "",
        "journaltitle": "The Gazette",
        "date": "2024-02-05",
        "url": "https://example.org/a_b?c=%20&d#e",
        "urldate": "2024-03-01",
        "langid": "en",
    }
    assert first.fields["title"] == (
        r"50 \% of \textbraceleft{}all\textbraceright{} \_things\_ \& \#1 \$x \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{} end"
    )
    assert (entries["old"].fields["title"], entries["old"].fields["date"]) == (TITLES[1], "2024-02~")


def test_ris_is_read_with_all_its_fields() -> None:
    rispy = pytest.importorskip("rispy", reason="reads RIS")
    first, old, two = rispy.loads(written(RIS))
    assert first == {
        "type_of_reference": "NEWS",
        "title": TITLES[0],
        "authors": ["Ann von der Aa", "Ministry of Arts and Crafts"],
        "publisher": "The Gazette",
        "date": "2024/02/05",
        "language": "en",
        "urls": ["https://example.org/a_b?c=%20&d#e"],
        "id": "a-b",
    }
    assert old == {"type_of_reference": "VIDEO", "title": TITLES[1], "language": "ar", "id": "old"}
    assert (two["title"], two["type_of_reference"]) == (TITLES[2], "GEN")


def test_csl_json_is_as_its_schema_says_and_has_each_title_as_it_is() -> None:
    items: list[dict[str, Any]] = json.loads(written(CSL))
    jsonschema.validate(items, SCHEMA)
    assert [one["title"] for one in items] == TITLES
    assert items[1]["issued"] == {"literal": "2024-02~"}


@pytest.mark.filterwarnings("ignore")
def test_csl_json_can_be_cited_from() -> None:
    citeproc = pytest.importorskip("citeproc", reason="cites by CSL")
    source = pytest.importorskip("citeproc.source.json").CiteProcJSON(json.loads(written(CSL)))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    cited = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    cited.register(citeproc.Citation([citeproc.CitationItem("a-b")]))
    (line,) = map(str, cited.bibliography())
    for said in ("Ann von der Aa", "Ministry of Arts and Crafts", TITLES[0], "The Gazette", "2024"):
        assert said in line


def test_a_source_is_the_same_in_the_file_as_where_a_statement_cites_it() -> None:
    page = read_off(build(loaded_seeds())["statements/kirby-informed-prior/index.md"])
    found = published(loaded_seeds())
    (in_file,) = json.loads(b"".join(CSL.write(found)))
    (on_page,) = json.loads(page["CSL-JSON"])
    assert on_page.pop("note")
    assert in_file | {"id": ""} == on_page | {"id": ""}
    for export, name in ((BIBTEX, "BibTeX"), (RIS, "RIS")):
        lines = set(b"".join(export.write(found)).decode().splitlines())
        # The key stands in one line, what the page cites of the source in another.
        assert len(set(page[name].splitlines()) - lines) == 2


@pytest.mark.parametrize("export", [BIBTEX, RIS, CSL], ids=lambda one: one.format)
def test_nothing_of_a_withdrawn_source_goes_out(export: Export) -> None:
    content = b"".join(export.write(published(rich()))).decode()
    assert GONE not in content
    assert "The reprint" in content


def test_no_name_of_a_withdrawn_actor_goes_out() -> None:
    loaded = sound(
        f"sources: {{s: {{title: S, authors: [ann, gone], publisher: gone}}}}\n"
        f"actors: {{ann: {{name: Ann, kind: person}}, gone: {{name: {GONE}, kind: media, "
        "withdrawn: {on: 2024-02-07, why: No.}}}\n"
    )
    (one,) = all_references(published(loaded))
    assert (one.authors, one.publisher) == (("Ann",), "")


def test_every_source_of_a_hostile_dossier_is_read_and_no_other() -> None:
    bibtex = pytest.importorskip("pybtex.database", reason="reads BibTeX")
    rispy = pytest.importorskip("rispy", reason="reads RIS")
    found = exported("hostile")
    keys = [ref.id for ref, _ in found.records("sources")]
    assert keys
    as_bibtex, as_ris, as_csl = (b"".join(one.write(found)).decode() for one in (BIBTEX, RIS, CSL))
    assert list(bibtex.parse_string(as_bibtex, "bibtex").entries) == keys
    assert [one["id"] for one in rispy.loads(as_ris)] == keys
    assert [one["id"] for one in json.loads(as_csl)] == keys


def test_without_a_source_the_files_are_empty_lists() -> None:
    found = published(sound("actors: {a: {name: A, kind: person}}"))
    assert json.loads(b"".join(CSL.write(found))) == []
    assert b"".join((*BIBTEX.write(found), *RIS.write(found))) == b""
