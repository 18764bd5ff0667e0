"""Texts inside `{…}` that a comma of their own cuts in two: named at the comma, and shown whole."""

import pytest

from mkdocs_dossier.dossier.commas import rejoin
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, to_data
from tests.support import dossier_of, errors, marked, places

BESIDE = """\
sources: {s: {title: S, text: s.txt}}
actors: {a: {name: A, kind: person}}
claims: {c: {text: C}}
"""
WORDS = {"s.txt": "in the source: We agreed, at last"}


def statement(fields: str) -> str:
    return f"statements:\n  x: {{speaker: a, source: s, {fields}, positions: {{c: asserts}}}}\n"


CUT = {
    "a quote": (
        statement("quote: We agreed⟨yaml-syntax⟩, at last"),
        'quote: "We agreed, at last"',
    ),
    "a quote of several commas": (
        statement("quote: We agreed⟨yaml-syntax⟩, at last, here, and now"),
        'quote: "We agreed, at last, here, and now"',
    ),
    "a passage at the end of its record": (
        "events:\n  e: {name: E, kind: k, evidence: [{source: s, passage: a bomb⟨yaml-syntax⟩, a riot}]}\n",
        'passage: "a bomb, a riot"',
    ),
    "a text over several lines": (
        statement("quote: We agreed⟨yaml-syntax⟩,\n    at\n    last"),
        'quote: "We agreed, at last"',
    ),
    "a comma at the start of a line": (
        statement("quote: We agreed\n    ⟨yaml-syntax⟩, at last"),
        'quote: "We agreed , at last"',
    ),
    "a comma without a blank": (
        "actors: {x: {name: X⟨yaml-syntax⟩,rest of it, kind: person}}\n",
        'name: "X,rest of it"',
    ),
    "a name whose rest is a field": (
        "actors: {x: {name: Bo Lee⟨yaml-syntax⟩, kind, kind: person}}\n",
        'name: "Bo Lee, kind"',
    ),
    "a passage whose rest is a field above": (
        statement("passage: in the⟨yaml-syntax⟩, source"),
        'passage: "in the, source"',
    ),
    "a rest up to a colon": (
        statement("quote: We asked⟨yaml-syntax⟩, Smith: he said"),
        'quote: "We asked, Smith: he said"',
    ),
    "a rest on both sides of a colon": (
        statement("quote: We asked⟨yaml-syntax⟩, at last, Smith: he said, and left"),
        'quote: "We asked, at last, Smith: he said, and left"',
    ),
    "a title in a list": (
        "actors: {x: {name: X, kind: person, roles: [{title: Minister⟨yaml-syntax⟩, Trade, at: a}]}}",
        'title: "Minister, Trade"',
    ),
    "prose": (
        "claims: {x: {text: X, note: One thing⟨yaml-syntax⟩, and another}}\n",
        'note: "One thing, and another"',
    ),
    "an address": (
        "sources: {x: {title: T, url: https://example.org/a⟨yaml-syntax⟩,b}}\n",
        'url: "https://example.org/a,b"',
    ),
    "a measure": (
        "events: {e: {name: E, kind: k, figures: "
        "[{measure: killed⟨yaml-syntax⟩, hurt, value: 5, source: s, passage: in}]}}\n",
        'measure: "killed, hurt"',
    ),
    "a number": (
        "events: {e: {name: E, kind: k, figures: "
        "[{measure: killed, value: 1⟨yaml-syntax⟩,500, source: s, passage: in}]}}\n",
        "value: 1500",
    ),
    "a text in another's words": (
        'actors: {x: {name: said "no"⟨yaml-syntax⟩, and left, kind: person}}\n',
        "name: 'said \"no\", and left'",
    ),
    "a text with both quotation marks": (
        'actors: {x: {name: it\'s "no"⟨yaml-syntax⟩, it \\ said, kind: person}}\n',
        'name: "it\'s \\"no\\", it \\\\ said"',
    ),
    "words after a quoted text": (
        statement('quote: "We agreed"⟨yaml-syntax⟩, at last'),
        'quote: "We agreed, at last"',
    ),
    "two quoted texts": (
        statement("quote: 'We agreed'⟨yaml-syntax⟩, \"at last\""),
        'quote: ["We agreed", "at last"]',
    ),
    "a word after a list": (
        "actors: {x: {name: X, kind: person, aliases: [A, B]⟨yaml-syntax⟩, C, part_of: a}}\n",
        "inside the brackets of `aliases`",
    ),
    "an entry that has no value": (
        statement("quote: We agreed").replace("asserts}", "asserts⟨yaml-syntax⟩, d}"),
        "write its value: `d: …`",
    ),
    "an item of a list with a colon": (
        statement("passage: [in the source, Smith⟨yaml-syntax⟩: he left]"),
        'around the text: "Smith: he left"',
    ),
}


@pytest.mark.parametrize(("text", "whole"), CUT.values(), ids=CUT.keys())
def test_a_comma_that_cuts_a_text_is_named_with_the_text_in_quotation_marks(text: str, whole: str) -> None:
    plain, expected = marked(text)
    loaded = dossier_of({"a-beside.yaml": BESIDE, "records.yaml": plain}, WORDS)
    found = [one for one in errors(loaded) if one.rule != "quote-not-found"]
    assert [(one.rule, one.location.line, one.location.column) for one in found] == expected
    assert whole in found[0].hint
    assert ("comma inside `{…}`" in found[0].message) is ("[in the source, Smith" not in plain)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{a: We agreed, at last}", {"a": "We agreed, at last"}),
        ("{a: one, two, b: three}", {"a": "one", "b": "three"}),
    ],
)
def test_a_text_is_put_together_where_it_surely_is_one(written: str, meant: Data) -> None:
    node, _ = parse("f.yaml", written.encode())
    assert node is not None
    assert len(list(rejoin(node, ["a", "b"]))) == 1
    assert to_data(node) == meant


def test_a_quote_that_is_put_together_is_looked_up_whole() -> None:
    loaded = dossier_of({"a.yaml": BESIDE, "records.yaml": statement("quote: We agreed, at last")}, WORDS)
    assert [one.rule for one in errors(loaded)] == ["yaml-syntax"]
    loaded = dossier_of({"a.yaml": BESIDE, "records.yaml": statement("quote: We agreed, at first")}, WORDS)
    assert [one.rule for one in errors(loaded)] == ["quote-not-found", "yaml-syntax"]


def test_the_settings_are_read_so_too() -> None:
    loaded = dossier_of({"dossier.yaml": "{title: The bridge, and the quay, summary: All, in short}\n"})
    assert places(loaded) == [("yaml-syntax", 1, 19), ("yaml-syntax", 1, 47)]
    assert 'title: "The bridge, and the quay"' in errors(loaded)[0].hint


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("actors: {x: {name: X, knd: person}}", ["missing-field", "unknown-field"]),
        ("actors: {x: {name: X, Kind: person}}", ["missing-field", "unknown-field"]),
        ("actors: {x: {name: X, kind: person, zzz: 1}}", ["unknown-field"]),
        ("actors: {x: {name: X, kind: person, part of: a}}", ["unknown-field"]),
        ("actors: {x: {name: X, kind: }}", ["invalid-value"]),
        ("actors: {x: {name: , rest of it, kind: person}}", ["invalid-value", "unknown-field"]),
        ('actors: {x: {name: "X", Rest of it: y, kind: person}}', ["unknown-field"]),
        ("actors: {x: {name: X, kind: person, kind: state}}", ["duplicate-key"]),
        ("actors: {x, y: {name: Y, kind: person}}", ["wrong-type"]),
        ("actors: {x: {name: X, kind: person}, y}", ["wrong-type"]),
        ("actors: {x: {name: X, kind: person, names: {ar: B, zh-Hant: C, Ckb: D}}}", []),
        ("actors: {x: {name: X, kind: person, part_of: [actor: a]}}", []),
        (
            "actors: {x: {name: X, kind: person, part_of: [{Rest of it: y}]}}",
            ["missing-field", "unknown-field"],
        ),
        (
            "actors: {x: {name: &n X Y, kind: person}, y: {kind: person, name: *n, Rest of it: z}}",
            ["unknown-field"],
        ),
        ("actors: {x: {name: &n X Y, kind: person}, y: {name: *n, kind: person}}", []),
        ("actors:\n  x:\n    name: X, and more\n    kind: person\n    Rest of it: y", ["unknown-field"]),
        ("actors:\n  x:\n    name: X, and more\n    kind: person\n", []),
    ],
)
def test_nothing_is_said_of_a_comma_that_cuts_no_text(text: str, rules: list[str]) -> None:
    found = errors(dossier_of({"a-beside.yaml": BESIDE, "records.yaml": text}, WORDS))
    assert sorted(one.rule for one in found) == rules
    assert not any("comma" in one.message for one in found)


def test_a_text_that_an_alias_repeats_is_not_put_together_with_what_follows() -> None:
    text = "actors: {x: {name: &n X Y, kind: person}, y: {name: *n, rest, kind: person}}"
    found = errors(dossier_of(text))
    assert [one.rule for one in found] == ["unknown-field"]
