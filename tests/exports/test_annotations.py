"""Each quoted passage is an annotation by which a program that knows nothing of us finds the words again."""

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

import pytest

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.exports.annotations import ANNOTATIONS
from mkdocs_dossier.exports.published import Published
from tests.exports.annocontext import ADDRESS, CONTEXT, SHAPES
from tests.exports.richdossier import GONE, HIDDEN, exported, published, rich
from tests.support import sound

SITE = "https://example.org/d/"
FILE = f"{SITE}data/annotations.jsonld"
SAID = "“It is over,” she said."
SHA256 = sha256(SAID.encode()).hexdigest()

TEXTS = {
    "latin": "«Nous n’avons rien su 🙂 avant», a-t-elle dit. Elle a dit: «Rien.» Rien de plus.\nRien.",
    "arabic": "قال المتحدث: «لم يكن هناك إخطار مسبق». وأضاف: «لم يكن هناك شيء».\nلم يكن هناك شيء.",
    "cyrillic": "Она сказала: «Мы ничего не знали до удара». Потом: «Мы ничего не знали».",
    "devanagari": "उन्होंने कहा: “हमें पहले से कोई सूचना नहीं थी।” फिर: “हमें कुछ नहीं पता।”",
    "han": "她说：“我们事先不知道。”后来又说：“我们不知道𠮷野家的事。”",
}
QUOTES = {
    "latin": ["Nous n’avons rien su 🙂 avant", "Rien."],
    "arabic": ["لم يكن هناك إخطار مسبق", "لم يكن هناك شيء"],
    "cyrillic": ["Мы ничего не знали до удара", "Мы ничего не знали"],
    "devanagari": ["हमें पहले से कोई सूचना नहीं थी।", "हमें कुछ नहीं पता।"],
    "han": ["我们事先不知道。", "我们不知道𠮷野家的事。"],
}


@cache
def scripts() -> Published:
    """Make a dossier with quotations in five scripts, and with letters outside the basic plane."""
    sources = "".join(f"  {key}: {{title: T, text: {key}.txt, language: en}}\n" for key in TEXTS)
    statements = "".join(
        f"  {key}: {{speaker: a, source: {key}, quote: {json.dumps(quotes, ensure_ascii=False)}}}\n"
        for key, quotes in QUOTES.items()
    )
    loaded = sound(
        f"sources:\n{sources}actors: {{a: {{name: A, kind: person}}}}\nstatements:\n{statements}",
        {f"{key}.txt": text for key, text in TEXTS.items()},
    )
    return published(loaded, SITE)


def written(found: Published) -> Any:
    return json.loads(b"".join(ANNOTATIONS.write(found)))


def annotations(found: Published) -> list[Any]:
    collection = written(found)
    items: list[Any] = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def targets(annotation: Any) -> Iterator[tuple[Any, Any, Any]]:
    """List the targets of an annotation, each with its selectors: of the words, and of their position."""
    found = annotation["target"]
    for one in found if isinstance(found, list) else [found]:
        quote, position = one["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        yield one, quote, position


def places(text: str, quote: Any) -> list[int]:
    """Find words in a text by what stands before and after them, as a client does."""
    before, words, after = quote.get("prefix", ""), quote["exact"], quote.get("suffix", "")
    found, at = [], text.find(words)
    while at >= 0:
        if text[:at].endswith(before) and text[at + len(words) :].startswith(after):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def text_of(dossier: Dossier, target: Any) -> str:
    """Return the text of a target: its source is the page of the source here, or its address elsewhere."""
    key = next(
        key
        for key, one in dossier.sources.items()
        if target["source"] in (one.url, *one.archived) or target["source"].endswith(f"sources/{key}/")
    )
    return dossier.texts[key].text


@pytest.mark.parametrize("name", ["seeds", "arabic", "rich", "scripts", "synthetic", "hostile"])
def test_a_client_finds_each_quotation_again_by_either_selector(name: str) -> None:
    found = scripts() if name == "scripts" else exported(name)
    count = 0
    for one in annotations(found):
        for target, quote, position in targets(one):
            text, where = text_of(found.dossier, target), slice(position["start"], position["end"])
            assert text[where] == quote["exact"]
            assert position["start"] in places(text, quote)
            if "prefix" in quote and "suffix" in quote and len(quote["prefix"] + quote["suffix"]) == 64:
                assert places(text, quote) == [position["start"]]
            count += 1
    assert count >= 5


def test_each_quotation_of_five_scripts_is_an_annotation_and_is_found_in_one_place() -> None:
    found = [(one["id"], quote) for one in annotations(scripts()) for _, quote, _ in targets(one)]
    assert len(found) == 2 * len(TEXTS)
    for identifier, quote in found:
        key = identifier.partition("#statements/")[2].partition("/")[0]
        assert quote["exact"] in QUOTES[key]
        assert len(places(TEXTS[key], quote)) == 1, quote


def test_an_annotation_leads_from_the_source_to_the_page_of_the_record() -> None:
    loaded = sound(
        "sources: {s: {title: S, text: s.txt, url: https://example.org/a, "
        "retrieved: '2024-02-06T10:00:00+01', archived: [https://archive.example/1], "
        f"sha256: {SHA256}}}}}\n"
        "actors: {a: {name: A, kind: person}}\n"
        "statements: {x: {speaker: a, source: s, quote: It is over}}\n",
        {"s.txt": SAID},
    )
    assert annotations(published(loaded, SITE)) == [
        {
            "id": f"{FILE}#statements/x/quote/0",
            "type": "Annotation",
            "motivation": "linking",
            "body": {
                "id": f"{SITE}statements/x/",
                "type": "Text",
                "format": "text/html",
                "language": "en",
            },
            "target": {
                "type": "SpecificResource",
                "source": "https://example.org/a",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "It is over",
                        "prefix": "“",
                        "suffix": ",” she said.",
                    },
                    {"type": "TextPositionSelector", "start": 1, "end": 11},
                ],
                "state": {
                    "type": "TimeState",
                    "sourceDate": "2024-02-06T09:00:00Z",
                    "cached": ["https://archive.example/1"],
                    "schema:sha256": SHA256,
                },
            },
        }
    ]


@pytest.mark.parametrize(
    ("fields", "source", "copies"),
    [
        ("url: 'https://a.example/', archived: ['https://b.example/']", "https://a.example/", True),
        ("archived: ['https://b.example/']", "https://b.example/", False),
        ("kind: report", f"{SITE}sources/s/", False),
    ],
)
def test_the_target_is_where_the_source_stands_or_a_copy_or_its_page_here(
    fields: str, source: str, copies: bool
) -> None:
    loaded = sound(
        f"sources: {{s: {{title: S, text: s.txt, {fields}}}}}\nactors: {{a: {{name: A, kind: person}}}}\n"
        "statements: {x: {speaker: a, source: s, quote: over}}\n",
        {"s.txt": "It is over."},
    )
    (one,) = annotations(published(loaded, SITE))
    assert one["target"]["source"] == source
    assert one["target"].get("state", {}).get("cached") == (["https://b.example/"] if copies else None)


def test_words_of_an_older_version_are_in_the_state_of_that_version() -> None:
    old, new = "We told them. It is over.", "It is over."
    hashes = [sha256(text.encode()).hexdigest() for text in (old, new)]
    loaded = sound(
        "sources: {s: {title: S, archived: ['https://b.example/'], url: 'https://a.example/', texts: ["
        f"{{text: old.txt, sha256: {hashes[0]}}}, {{text: new.txt, sha256: {hashes[1]}}}]}}}}\n"
        "actors: {a: {name: A, kind: person}}\n"
        "statements: {x: {speaker: a, source: s, quote: We told them}, "
        "y: {speaker: a, source: s, quote: over}}\n",
        {"old.txt": old, "new.txt": new},
    )
    dropped, kept = (one["target"]["state"] for one in annotations(published(loaded, SITE)))
    # The copies that archives keep may be of the text of today.
    assert dropped == {"type": "TimeState", "schema:sha256": hashes[0]}
    assert kept == {"type": "TimeState", "cached": ["https://b.example/"], "schema:sha256": hashes[1]}


def test_what_an_author_left_out_goes_out_only_where_all_of_the_source_may() -> None:
    def of(rights: str) -> Any:
        loaded = sound(
            f"sources: {{s: {{title: S, text: s.txt, rights: {rights}}}}}\n"
            "actors: {a: {name: A, kind: person}}\n"
            "statements: {x: {speaker: a, source: s, quote: 'We closed […] at dawn'}}\n",
            {"s.txt": f"He said: “We closed it {HIDDEN} at dawn.”"},
        )
        (one,) = annotations(published(loaded, SITE))
        return [quote for _, quote, _ in targets(one)]

    assert of("publish")[0]["exact"] == f"We closed it {HIDDEN} at dawn"
    first, last = of("quote")
    assert (first["exact"], last["exact"]) == ("We closed", "at dawn")
    assert "suffix" not in first
    assert "prefix" not in last
    assert (first["prefix"], last["suffix"]) == ("He said: “", ".”")


def test_nothing_that_is_hidden_or_withdrawn_goes_out() -> None:
    content = b"".join(ANNOTATIONS.write(published(rich(), SITE))).decode()
    assert "We closed the bridge" in content
    assert HIDDEN not in content
    assert GONE not in content
    assert "withdrawn-words" not in content


def test_words_that_are_not_in_the_source_are_no_annotation() -> None:
    loaded = sound(
        "sources: {s: {title: S}}\nactors: {a: {name: A, kind: person}}\n"
        "statements: {x: {speaker: a, source: s, quote: over}}\n"
    )
    assert annotations(published(loaded, SITE)) == []


def test_who_answers_for_the_dossier_is_named_if_it_says_so() -> None:
    found = annotations(published(rich(), SITE))
    assert all(one["creator"] == [{"name": "Ed Itor"}, {"name": "Ann Other"}] for one in found)
    assert all("creator" not in one for one in annotations(scripts()))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    first, second = (b"".join(ANNOTATIONS.write(published(rich(), SITE))) for _ in range(2))
    assert first == second


def load_context(address: str, _options: object) -> dict[str, Any]:
    assert address == ADDRESS
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": CONTEXT,
    }


@pytest.mark.parametrize("address", [SITE, ""])
def test_programs_that_read_json_ld_lose_nothing_of_it(address: str) -> None:
    jsonld = pytest.importorskip("pyld", reason="reads JSON-LD").jsonld
    document = written(published(rich(), address))
    options = {"base": FILE, "documentLoader": load_context}
    read: Any = as_sets(jsonld.compact(jsonld.expand(document, options), ADDRESS, options))
    assert read == as_sets(document)
    # However the file was written, what it names is at the same addresses.
    assert read["id"] == FILE
    assert read["first"]["items"][0]["body"]["id"].startswith(f"{SITE}actors/")


def as_sets(value: Any, base: str = FILE, key: str = "") -> object:
    """Write a value so that a list of one is the same as the one, and each id is a whole address."""
    match value:
        case [one] if key != "items":
            return as_sets(one, base, key)
        case list():
            found = [as_sets(one, base, key) for one in value]
            return found if key == "items" else sorted(found, key=repr)
        case dict():
            context = value.get("@context")
            inner = urljoin(base, context[1]["@base"]) if isinstance(context, list) else base
            return {name: as_sets(one, inner, name) for name, one in value.items() if name != "@context"}
        case str() if key in ("id", "source", "cached", "partOf"):
            return urljoin(base, value)
    return value


@pytest.mark.parametrize("name", ["rich", "arabic", "scripts"])
def test_the_graph_has_the_shape_that_the_model_asks_for(name: str) -> None:
    jsonld = pytest.importorskip("pyld", reason="reads JSON-LD").jsonld
    pyshacl = pytest.importorskip("pyshacl", reason="holds a graph to its shape")
    rdflib = pytest.importorskip("rdflib", reason="holds a graph")
    found = scripts() if name == "scripts" else exported(name)
    document = written(Published(found.dossier, found.findings, SITE))
    nquads = jsonld.to_rdf(
        document, {"format": "application/n-quads", "base": FILE, "documentLoader": load_context}
    )
    graph = rdflib.Graph().parse(data=nquads, format="nt")
    shapes = rdflib.Graph().parse(data=SHAPES, format="turtle")
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, said
    broken = nquads.replace("http://www.w3.org/ns/oa#hasSource", "http://www.w3.org/ns/oa#hasScope")
    assert not pyshacl.validate(rdflib.Graph().parse(data=broken, format="nt"), shacl_graph=shapes)[0]
