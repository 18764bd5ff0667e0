"""Citations of a statement, as the programs that read them read them."""

import json
import re

import html5lib
import pytest
from hypothesis import given, settings

from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.site import build
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from tests.hostile import flow
from tests.rendering import hostile_text, renderer
from tests.support import loaded_seeds, sound

KEY = "x"
_RENDER = renderer(more=False)


def citations(loaded: Loaded) -> dict[str, str]:
    """Read the citations off the page of the only statement of a dossier."""
    return read_off(build(loaded)[f"statements/{KEY}/index.md"])


def read_off(content: bytes) -> dict[str, str]:
    """Read the citations off a statement's page, as somebody would copy them."""
    _RENDER.reset()
    page = content.decode().split("\n---\n", 1)[1]
    tree = html5lib.parseFragment(_RENDER.convert(page), namespaceHTMLElements=False)
    return {
        "".join(box.find("summary").itertext()): "".join(box.find(".//code").itertext())
        for box in tree.iter("details")
    }


def dossier(
    *, title: str = "A title", name: str = "Ada Quill", kind: str = "article", published: str = "2024-02-05"
) -> Loaded:
    return sound(
        f"sources: {{s: {{title: {flow(title)}, kind: {kind}, authors: [a, b], publisher: p, "
        f"published: {published}, retrieved: 2024-03-01, url: 'https://example.org/a_b?c=%20&d#e'}}}}\n"
        f"actors: {{a: {{name: {flow(name)}, kind: person}}, b: {{name: Ben, kind: person}}, "
        "p: {name: The Gazette, kind: media}}\n"
        f"statements: {{{KEY}: {{speaker: a, source: s, quote: [It is over, at last]}}}}\n"
    )


def fields(entry: str) -> dict[str, str]:
    """Read a BibTeX entry as BibTeX does: a value ends with its brace, whatever stands before one."""
    head = re.match(r"@(\w+)\{([^,]+),\s*", entry)
    assert head is not None
    found, at = {"type": head[1], "key": head[2]}, head.end()
    while entry[at] != "}":
        name = re.compile(r"(\w+)\s*=\s*\{").match(entry, at)
        assert name is not None, entry[at:]
        depth, end = 1, name.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(entry[end], 0)
            end += 1
        found[name[1]] = entry[name.end() : end - 1]
        at = len(entry) - len(entry[end:].lstrip(", \n"))
    assert entry[at:] == "}"
    return found


def test_a_bibtex_entry_has_the_source_and_the_words() -> None:
    loaded = dossier()
    assert fields(citations(loaded)["BibTeX"]) == {
        "type": "article",
        "key": KEY,
        "title": "A title",
        "author": "{Ada Quill} and {Ben}",
        "journaltitle": "The Gazette",
        "date": "2024-02-05",
        "url": "https://example.org/a_b?c=%20&d#e",
        "urldate": "2024-03-01",
        "langid": "en",
        "note": "Ada Quill: “It is over” … “at last”",
    }


def one_line(value: str) -> str:
    return f"x{' '.join(value.splitlines())}"


def is_allowed(value: str) -> bool:
    try:
        return bool(parse_text(value))
    except InvalidValue:
        return False


names = hostile_text.map(one_line).filter(is_allowed)


@pytest.mark.slow
@settings(max_examples=25)
@given(names, names)
def test_a_bibtex_entry_is_whole_whatever_stands_in_it(title: str, name: str) -> None:
    loaded = dossier(title=title, name=name)
    found = fields(citations(loaded)["BibTeX"])
    assert set(found) >= {"title", "author", "journaltitle", "date", "url", "note"}
    assert found["author"].endswith(" and {Ben}")
    for value in (found["title"], found["author"], found["note"]):
        assert not re.search(r"(?<!\\)[%&#_$]", value)


@pytest.mark.parametrize(
    ("kind", "entry", "container"),
    [
        ("article", "article", "journaltitle"),
        ("report", "report", "organization"),
        ("video", "online", "organization"),
    ],
)
def test_a_bibtex_entry_is_of_the_sources_kind(kind: str, entry: str, container: str) -> None:
    loaded = dossier(kind=kind)
    found = fields(citations(loaded)["BibTeX"])
    assert (found["type"], found[container]) == (entry, "The Gazette")


def test_an_ris_record_is_of_lines_with_a_tag_each() -> None:
    loaded = dossier()
    lines = citations(loaded)["RIS"].split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert lines[0] == "TY  - NEWS"
    assert lines[-1] == "ER  - "
    assert {"TI  - A title", "AU  - Ada Quill", "AU  - Ben", "PB  - The Gazette", "DA  - 2024/02/05"} <= set(
        lines
    )


def test_csl_json_is_a_list_of_one_item() -> None:
    loaded = dossier()
    (item,) = json.loads(citations(loaded)["CSL-JSON"])
    assert item == {
        "id": KEY,
        "type": "article-newspaper",
        "title": "A title",
        "author": [{"literal": "Ada Quill"}, {"literal": "Ben"}],
        "container-title": "The Gazette",
        "issued": {"date-parts": [[2024, 2, 5]]},
        "accessed": {"date-parts": [[2024, 3, 1]]},
        "language": "en",
        "URL": "https://example.org/a_b?c=%20&d#e",
        "note": "Ada Quill: “It is over” … “at last”",
    }


@pytest.mark.parametrize(
    "published", ["2024-02", "2024", "../2024-02-03", "2024-02-05?", "2024-02-05T13:15:00-05:00", "2024-21"]
)
def test_a_date_that_is_no_day_is_cited_as_it_is_known(published: str) -> None:
    loaded = dossier(published=f"'{published}'")
    written = citations(loaded)
    is_day = "T" in published
    assert fields(written["BibTeX"])["date"] == (published[:10] if is_day else published)
    assert ("DA  - 2024/02/05" in written["RIS"]) == is_day
    (item,) = json.loads(written["CSL-JSON"])
    assert item["issued"] == ({"date-parts": [[2024, 2, 5]]} if is_day else {"literal": published})


def test_statements_of_the_seeds_can_be_cited() -> None:
    files = build(loaded_seeds())
    for key in ("kirby-informed-prior", "awadi-denies-prior-notice"):
        written = read_off(files[f"statements/{key}/index.md"])
        assert fields(written["BibTeX"])["key"] == key
        assert json.loads(written["CSL-JSON"])[0]["note"]


def test_every_source_that_reports_a_statement_is_cited_once() -> None:
    loaded = sound(
        "sources: {s: {title: First}, t: {title: Second, url: 'https://example.org/t'}}\n"
        "actors: {a: {name: Ada, kind: person}}\n"
        f"statements: {{{KEY}: {{speaker: a, source: s, quote: It is over, also_in: "
        "[{source: t, passage: Ada said so}, {source: t, quote: over}, {source: s, quote: is}]}}\n"
    )
    written = citations(loaded)
    assert written["Plain text"] == "Ada: “It is over” In: First; Second. https://example.org/t."
    assert [fields(entry)["key"] for entry in written["BibTeX"].split("\n\n")] == [KEY, f"{KEY}-2"]
    assert [entry.split("\n")[1] for entry in written["RIS"].split("\n\n")] == [
        "TI  - First",
        "TI  - Second",
    ]
    notes = [(item["id"], item["note"]) for item in json.loads(written["CSL-JSON"])]
    assert notes == [(KEY, "Ada: “It is over”"), (f"{KEY}-2", "Ada: as reported, “Ada said so”")]
