"""Every quotation is looked up: what was tampered with is caught at its line."""

import json
import re
import time
from hashlib import sha256

import pytest

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.findings import verification as verify
from mkdocs_dossier.findings.found import Fragment, weakest
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.search import Tier
from tests.support import Place, dossier_of, errors, loaded_seeds, places, seeds, sound

ARTICLE = "rudaw/2024-02-05.yaml"
ACTORS = "actors.yaml"
TEXT = "rudaw/rudaw-2024-02-05.txt"

SECONDS = 60
"""How long the processor may take, at most, for what it does in a few: none of this grows without bound."""

Edit = tuple[str, str, str]
"""A file, what stands in it, and what is put there instead."""


def place_of(path: str, anchor: str, text: str) -> tuple[str, int, int]:
    """Find a text below an anchor in a file of the seeds: path, line, column."""
    content = seeds().yaml[path].decode()
    at = content.index(text, content.index(anchor))
    return path, content.count("\n", 0, at) + 1, at - content.rfind("\n", 0, at)


def tampered(*edits: Edit) -> Loaded:
    yaml, texts = dict(seeds().yaml), dict(seeds().texts)
    for path, old, new in edits:
        files = yaml if path in yaml else texts
        content = files[path].decode()
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {path}"
        files[path] = content.replace(old, new).encode()
    return load(Folder(yaml, texts))


def found(loaded: Loaded) -> list[tuple[str, tuple[str, int, int]]]:
    return [(one.rule, (one.location.path, one.location.line, one.location.column)) for one in errors(loaded)]


TAMPERED: dict[str, tuple[Edit, tuple[str, str, str]]] = {
    "a word changed in a quote": (
        (ARTICLE, "quote: We informed the Iraqis immediately", "quote: We informed the Iraqis shortly"),
        (ARTICLE, "patel-informed-immediately-after:\n    speaker", "We informed"),
    ),
    "a word taken out of a quote": (
        (ARTICLE, "on Friday, there was not a pre-notification.", "on Friday, there was a pre-notification."),
        (ARTICLE, "patel-no-pre-notification:", "As for this"),
    ),
    "a word put into a quote": (
        (ARTICLE, "quote: Our colleagues at the Pentagon", "quote: Our good colleagues at the Pentagon"),
        (ARTICLE, "patel-damage-assessment:", "Our colleagues"),
    ),
    "a name changed in a passage": (
        (
            ARTICLE,
            "passage: >-\n      US National Security Council spokesman John Kirby told",
            "passage: >-\n      US National Security Council spokesman Jim Kirby told",
        ),
        (ARTICLE, "kirby-informed-prior:", ">-\n      US National"),
    ),
    "the fragments of a quote swapped": (
        (ARTICLE, "      - informed\n      - prior\n", "      - prior\n      - informed\n"),
        (ARTICLE, "kirby-informed-prior:", "prior\n    passage"),
    ),
    "a number changed in the passage of a figure": (
        (ARTICLE, "passage: striking more than 85 targets", "passage: striking more than 80 targets"),
        (ARTICLE, "measure: targets-struck", "striking more"),
    ),
    "a passage of evidence that stops inside a word": (
        (
            ARTICLE,
            "troops in Iraq, Syria, and Jordan\n\n  us-charge",
            "troops in Iraq, Syria, and Jord\n\n  us-charge",
        ),
        (ARTICLE, "The strikes came in retaliation for a recent deadly", ">-\n          The US airstrikes"),
    ),
    "the passage of a role changed": (
        (
            ACTORS,
            "passage: Iraqi government spokesperson Basim",
            "passage: Iraq government spokesperson Basim",
        ),
        (ACTORS, "basim-al-awadi:", "Iraqi government spokesperson"),
    ),
    "the passage of a relation changed": (
        (ACTORS, "passage: Iran-aligned militias in Iraq", "passage: Iran-led militias in Iraq"),
        (ACTORS, "kind: aligned with", "Iran-aligned militias"),
    ),
    "a quote of another article": (
        (
            ARTICLE,
            "quote: American aggression that targeted Iraqi military and civilian sites.",
            "quote: The ministry summoned the ambassador for the second time in a week.",
        ),
        (ARTICLE, "iraqi-foreign-ministry-protest:", "American aggression"),
    ),
    "what is left out in another order": (
        (
            ARTICLE,
            "quote: We informed the Iraqis immediately after the strikes occurred",
            "quote: immediately after […] We informed the Iraqis",
        ),
        (ARTICLE, "patel-informed-immediately-after:\n    speaker", "We informed"),
    ),
    "words joined over what is left out, without saying so": (
        (ARTICLE, "quote: Our colleagues at the Pentagon are", "quote: Our colleagues are"),
        (ARTICLE, "patel-damage-assessment:", "Our colleagues"),
    ),
    "a word taken out of a quote that is elided elsewhere": (
        (ARTICLE, "there was not a pre-notification.", "there was a pre-notification […]"),
        (ARTICLE, "patel-no-pre-notification:", "As for this"),
    ),
}


def test_the_seeds_have_no_error_before_they_are_tampered_with() -> None:
    assert errors(loaded_seeds()) == []


@pytest.mark.parametrize(("edit", "where"), TAMPERED.values(), ids=TAMPERED.keys())
def test_each_tampering_is_one_error_at_its_line(edit: Edit, where: tuple[str, str, str]) -> None:
    assert found(tampered(edit)) == [("quote-not-found", place_of(*where))]


def test_a_changed_text_is_caught_by_its_hash_and_by_each_quotation_of_what_changed() -> None:
    loaded = tampered((TEXT, "there was not a pre-notification", "there was no pre-notification"))
    assert found(loaded) == [
        ("sha256-mismatch", place_of(ARTICLE, "text: rudaw", "c59a1d6d")),
        ("quote-not-found", place_of(ARTICLE, "patel-no-pre-notification:", "As for this")),
    ]


def test_a_changed_text_is_caught_by_its_quotations_even_with_the_right_hash() -> None:
    text = seeds().texts[TEXT].decode().replace("at least 16 Popular", "at least 61 Popular")
    loaded = tampered(
        (TEXT, "at least 16 Popular", "at least 61 Popular"),
        (ARTICLE, sha256(seeds().texts[TEXT]).hexdigest(), sha256(text.encode()).hexdigest()),
    )
    assert found(loaded) == [
        ("quote-not-found", place_of(ARTICLE, "measure: killed\n        of: popular", "killing at least")),
        ("quote-not-found", place_of(ARTICLE, "measure: injured", ">-\n          killing")),
        ("quote-not-found", place_of(ARTICLE, "measure: injured", ">-\n          Washington on Friday")),
    ]


def test_a_text_that_is_taken_away_is_caught() -> None:
    texts = {path: content for path, content in seeds().texts.items() if path != TEXT}
    loaded = load(Folder(seeds().yaml, texts))
    assert found(loaded) == [("text-not-found", place_of(ARTICLE, "language: en\n", "rudaw-2024-02-05.txt"))]


def test_the_message_shows_what_the_source_has_instead() -> None:
    (problem,) = errors(
        tampered(
            (ARTICLE, "quote: We informed the Iraqis immediately", "quote: We informed the Iraqis shortly")
        )
    )
    assert problem.level is Level.ERROR
    assert "“We informed the Iraqis shortly after the strikes occurred” is not in the text" in problem.message
    assert "The source has “immediately” where “shortly” stands here." in problem.hint
    assert "We informed the Iraqis immediately after the strikes occurred" in problem.hint


# The tiers, by small dossiers

QUOTE = """\
sources: {{s: {{title: S, text: t.txt}}}}
actors: {{a: {{name: A, kind: person}}}}
statements:
  x:
    speaker: a
    source: s
    quote: {quote}
"""
SAID = "“It’s over – at last,” A said.  “We were never told\nof it… and now it’s\u00a0done.”\n"


def verified_at(loaded: Loaded, key: str) -> list[tuple[int, int]]:
    checked = loaded.findings.words_of(key)
    return [(match.start, match.end) for match in checked.matches]


@pytest.mark.parametrize(
    ("quote", "tier"),
    [
        ("It’s over – at last", "exact"),
        ("We were never told of it…", "exact"),
        ("'It''s over - at last'", "typographic"),
        ("We were never told of it...", "typographic"),
        ("now it's done", "typographic"),
        ("It’s over […] never told", "elided"),
        ("It’s over [...] never told", "elided"),
        ("We were never told of [the plan] and now", "elided"),
        ("[We] were never told", "elided"),
    ],
)
def test_a_quote_is_verified_by_the_first_tier_that_holds(quote: str, tier: str) -> None:
    written = quote if quote.startswith("'") else f'"{quote}"'
    loaded = dossier_of(QUOTE.format(quote=written), {"t.txt": SAID})
    assert places(loaded) == []
    checked = loaded.findings.words_of("x")
    assert [one.match.tier if one.match else None for one in checked.quote] == [Tier(tier)]
    assert weakest(checked.fragments) is Tier(tier)


def test_without_a_text_a_quotation_is_unverified_and_no_error() -> None:
    loaded = sound(QUOTE.format(quote="anything").replace(", text: t.txt", ""))
    checked = loaded.findings.words_of("x")
    assert checked.quote == (Fragment("anything", None),)
    assert weakest(checked.fragments) is Tier.UNVERIFIED


def test_the_weakest_fragment_gives_a_quotation_its_tier() -> None:
    loaded = sound(QUOTE.format(quote='["It’s over", "at last", "We were […] told"]'), {"t.txt": SAID})
    assert weakest(loaded.findings.words_of("x").fragments) is Tier.ELIDED


FRAGMENTS: dict[str, tuple[str, list[Place]]] = {
    "in their order": ('["over", "last", "told"]', []),
    "the first again": ('["over", "over"]', [("quote-not-found", 7, 21)]),
    "one missing": ('["over", "nowhere", "told"]', [("quote-not-found", 7, 21)]),
    "two missing": (
        '["nowhere", "over", "neither"]',
        [("quote-not-found", 7, 13), ("quote-not-found", 7, 32)],
    ),
}


@pytest.mark.parametrize(("quote", "expected"), FRAGMENTS.values(), ids=FRAGMENTS.keys())
def test_each_fragment_that_is_not_found_is_named_at_its_own_place(quote: str, expected: list[Place]) -> None:
    assert places(dossier_of(QUOTE.format(quote=quote), {"t.txt": SAID})) == expected


def test_offsets_and_selectors_are_those_of_the_text() -> None:
    loaded = sound(QUOTE.format(quote='["at last", "of it…"]'), {"t.txt": SAID})
    found = loaded.findings.words_of("x").quote
    assert len(found) == 2
    for fragment in found:
        match = fragment.match
        assert match is not None
        assert SAID[match.start : match.end] == match.exact
        assert SAID[: match.start].endswith(match.prefix)
        assert SAID[match.end :].startswith(match.suffix)


def test_every_quotation_of_the_seeds_is_verified() -> None:
    checked = loaded_seeds().findings.quotations.values()
    assert len(checked) >= 39
    assert {weakest(one.fragments) for one in checked} <= {Tier.EXACT, Tier.TYPOGRAPHIC, Tier.ELIDED}


def test_offsets_count_code_points_of_any_script() -> None:
    said = "😀😀 قال باسم العوادي: “لا”.\n"
    loaded = sound(QUOTE.format(quote="باسم العوادي"), {"t.txt": said})
    ((start, end),) = verified_at(loaded, "x")
    assert said[start:end] == "باسم العوادي"


def test_a_long_quote_that_is_nowhere_in_a_long_text_is_refused_in_time() -> None:
    text = "the same words come again and again in a long text " * 4_000
    start = time.process_time()
    loaded = dossier_of(QUOTE.format(quote="the words come and " * 300), {"t.txt": text})
    assert places(loaded) == [("quote-not-found", 7, 12)]
    assert time.process_time() - start < SECONDS


def test_what_stands_in_the_source_instead_is_looked_up_for_the_first_of_very_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verify, "EFFORT", 2 * 10_000)
    statements = "".join(f"  s{n}: {{speaker: a, source: s, quote: Nobody tald}}\n" for n in range(4))
    yaml = "sources: {s: {title: S, text: s.txt}}\nactors: {a: {name: A, kind: person}}\nstatements:\n"
    hints = [one.hint for one in errors(dossier_of(yaml + statements, {"s.txt": "“Nobody told us.”\n"}))]
    assert ["“told”" in hint for hint in hints] == [True, True, False, False]
    assert "Mend others first" in hints[-1]


@pytest.mark.slow
def test_thousands_of_wrong_quotations_take_seconds() -> None:
    text = " ".join(f"word{n}" for n in range(40_000))
    statements = "".join(f"  s{n}: {{speaker: a, source: s, quote: word{n} ward}}\n" for n in range(2_000))
    yaml = "sources: {s: {title: S, text: s.txt}}\nactors: {a: {name: A, kind: person}}\nstatements:\n"
    start = time.process_time()
    loaded = dossier_of(yaml + statements, {"s.txt": text})
    assert len(errors(loaded)) == 2_000
    assert time.process_time() - start < SECONDS


# What is offered instead

OFFERED = re.compile(r"(?:is|without (?:it|them)|whole words|as changed): “(.*?)”\.(?: |$)")
TALK = """\
“We have agreed on a truce,” Ana Roe said. “They will keep it (for now),” Bo Lee said[1], “whatever they say.”
"""


def fragments_of(*fragments: str) -> str:
    return QUOTE.format(quote=json.dumps(fragments, ensure_ascii=False))


def offers(*fragments: str) -> list[str]:
    """List what the hints offer to quote instead."""
    found = errors(dossier_of(fragments_of(*fragments), {"t.txt": TALK}))
    return [offer for one in found for offer in OFFERED.findall(one.hint)]


@pytest.mark.parametrize(
    ("fragments", "offered"),
    [
        (["We have agreed on a truce."], ["We have agreed on a truce"]),
        (["we have agreed"], ["We have agreed", "[w]e have agreed"]),
        (["we have agreed."], ["We have agreed"]),
        (["we have Agreed"], ["We have agreed"]),
        (["We have agreed on on a truce"], ["We have agreed on a truce"]),
        (["We have agreed on a truse!"], ["We have agreed on a truce"]),
        (["We have […] a truce."], ["We have […] a truce"]),
        (["[w]e have […] a truce."], ["[w]e have […] a truce"]),
        (["We have agreed.", "They will keep it."], ["We have agreed", "They will keep it"]),
        (["We have", "a truce.", "They"], ["a truce"]),
        (["Bo Lee said."], ["Bo Lee said"]),
        (["e have agreed"], ["We have agreed"]),
    ],
)
def test_what_is_offered_instead_is_found(fragments: list[str], offered: list[str]) -> None:
    assert offers(*fragments) == offered
    for offer in offered if len(fragments) == 1 else ():
        assert errors(dossier_of(fragments_of(offer), {"t.txt": TALK})) == []


@pytest.mark.parametrize(
    "fragments",
    [
        # It stands before what is quoted first, inside of it, or after what is quoted next.
        ["They will keep it", "We have agreed on a truce."],
        ["They will keep it", "We have agred on a truce"],
        ["We have agreed on", "agreed on a truce."],
        ["whatever they say!", "They will keep it"],
        ["They will keep it", "e have agreed"],
    ],
)
def test_nothing_is_offered_that_would_not_be_found_in_its_place(fragments: list[str]) -> None:
    assert offers(*fragments) == []


def test_the_difference_is_named_where_nothing_can_be_offered() -> None:
    found = errors(dossier_of(fragments_of("They will keep it", "a truce."), {"t.txt": TALK}))
    assert [one.message for one in found] == [
        "“a truce.” is not in the text of the source `s`: it ends with `.` where the source has `,`."
    ]
    assert "Leave it out. Put the fragments in the order" in found[0].hint
    found = errors(dossier_of(fragments_of("nowhere", "They will keep it", "a truce."), {"t.txt": TALK}))
    assert "Leave it out. Put the fragments in the order" in found[1].hint
    # It is the fragment below that would have no place any more.
    found = errors(dossier_of(fragments_of("whatever they say!", "They will keep it"), {"t.txt": TALK}))
    assert [one.hint for one in found] == ["Leave it out."]


def test_what_the_format_refuses_is_not_offered() -> None:
    loaded = dossier_of(
        fragments_of("We have agreed on a truse"), {"t.txt": "We have agreed on \u202ea truce.\n"}
    )
    assert [one.rule for one in errors(loaded)] == ["quote-not-found"]
    assert OFFERED.findall(errors(loaded)[0].hint) == []


def test_a_long_quotation_is_offered_as_a_whole_or_not_at_all() -> None:
    for count in (50, 500):
        words = " ".join(f"word{n}" for n in range(count))
        (found,) = errors(dossier_of(fragments_of(f"{words}."), {"t.txt": f"“{words},” he said.\n"}))
        assert found.message.endswith("it ends with `.` where the source has `,`.")
        assert OFFERED.findall(found.hint) == ([words] if count == 50 else [])
        (found,) = errors(dossier_of(fragments_of(f"{words} ward"), {"t.txt": f"“{words} word,” he said.\n"}))
        assert "The source has “word” where “ward” stands here." in found.hint
        assert "The nearest passage begins: “word" in found.hint


PARTS = {
    "figures": "events: {e: {name: E, kind: k, figures: [{measure: dead, value: 1, $}]}}",
    "evidence": "events: {e: {name: E, kind: k, evidence: [{$}]}}",
    "roles": "actors: {b: {name: B, kind: person, roles: [{title: T, at: b, $}]}}",
    "relations": "actors: {b: {name: B, kind: person, relations: [{to: b, kind: k, $}]}}",
}


@pytest.mark.parametrize("records", PARTS.values(), ids=PARTS.keys())
def test_the_character_that_differs_is_named_in_every_passage(records: str) -> None:
    written = records.replace("$", "source: s, passage: a truce.")
    (found,) = errors(dossier_of(f"sources: {{s: {{title: S, text: t.txt}}}}\n{written}\n", {"t.txt": TALK}))
    assert "it ends with `.` where the source has `,`" in found.message
    assert OFFERED.findall(found.hint) == ["a truce"]


def test_to_try_what_is_offered_counts_for_each_fragment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "EFFORT", 200_000)
    found = errors(dossier_of(fragments_of(*["nobody tald"] * 100), {"t.txt": "Nobody told us.\n"}))
    assert sum("Mend others first" in one.hint for one in found) == 98


TOLD = "“We informed them all,” A said. “They left.”\n"


def said_of_parts(quote: list[str]) -> list[str]:
    """List what is said of the fragments of a quotation."""
    written = ", ".join(f'"{one}"' for one in quote)
    yaml = (
        "sources: {s: {title: S, text: t.txt}}\nactors: {a: {name: A, kind: person}}\n"
        f"statements: {{x: {{speaker: a, source: s, quote: [{written}]}}}}\n"
    )
    return [one.message for one in errors(dossier_of(yaml, {"t.txt": TOLD}))]


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        # What stands inside the fragment above does not stand after it.
        (["We informed them", "informed […] left"], "informed"),
        (["We informed them", "them all […] left"], "them all"),
        (["They left", "We […] them all"], "We"),
        (["A said", "They […] informed"], "informed"),
    ],
)
def test_of_a_shortened_quotation_the_part_is_named_that_does_not_follow(
    quote: list[str], named: str
) -> None:
    assert said_of_parts(quote) == [
        f"“{named}” stands in the source `s`, but not after the fragment above it."
    ]


def test_what_follows_the_fragment_above_it_is_not_called_out_of_order() -> None:
    assert said_of_parts(["We informed", "them […] They left"]) == []
    assert said_of_parts(["We informed", "them […] nowhere"]) == [
        "“nowhere” is not in the text of the source `s`."
    ]
