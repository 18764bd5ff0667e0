"""What bounds the looking up of quotations and what is said of those that are wrong."""

import pytest

from mkdocs_dossier.findings import verification as verify
from mkdocs_dossier.findings.found import weakest
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.quotes.search import Tier
from tests.support import dossier_of, errors, sound

HEAD = """\
sources: {s: {title: S, text: s.txt}, t: {title: T, text: t.txt}, without: {title: W}}
actors: {a: {name: A, kind: person}}
"""
TEXTS = {"s.txt": "“Nobody told us,” he said.\n", "t.txt": "“Everybody was told,” she said.\n"}


def wrong(statements: str) -> list[Problem]:
    return errors(dossier_of(f"{HEAD}statements:\n{statements}", TEXTS))


def messages(words: str) -> list[str]:
    return [one.message for one in wrong(f"  x: {{speaker: a, source: s, quote: '{words}'}}\n")]


# What is shown


@pytest.mark.parametrize(
    ("length", "shown"),
    [(240, "x" * 240), (241, "x" * 239 + "…")],
)
def test_of_a_wrong_quotation_240_characters_are_shown(length: int, shown: str) -> None:
    (message,) = messages("x" * length)
    assert message.startswith(f"“{shown}” is not in the text of the source `s`")


def test_no_blank_is_shown_before_what_is_left_out_and_line_breaks_as_blanks() -> None:
    (message,) = messages("x" * 238 + " " + "y" * 9)
    assert message.startswith(f"“{'x' * 238}…” is not")
    (problem,) = wrong("  x:\n    speaker: a\n    source: s\n    quote: |\n      x\n       x  x\n")
    assert problem.message.startswith("“x x x” is not")


# What is looked up


def test_a_wrong_quotation_counts_by_the_length_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = verify._Looks()
    statements = "".join(f"  s{n}: {{speaker: a, source: s, quote: Nobody tald}}\n" for n in range(3))
    monkeypatch.setattr(verify, "_Looks", lambda: looks)
    assert len(wrong(statements)) == 3
    spent = looks.effort
    assert spent >= 3 * (verify._PER_LOOK + len(TEXTS["s.txt"]))
    wrong(statements.replace("source: s", "source: t").replace("Nobody", "Everybody"))
    assert looks.effort - spent == spent + 3 * (len(TEXTS["t.txt"]) - len(TEXTS["s.txt"]))


def test_what_is_found_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = verify._Looks()
    monkeypatch.setattr(verify, "_Looks", lambda: looks)
    sound(f"{HEAD}statements: {{x: {{speaker: a, source: s, quote: Nobody told us}}}}\n", TEXTS)
    assert looks.effort == 0


@pytest.mark.parametrize("effort", [0, 1])
def test_the_looking_up_goes_on_until_the_effort_is_spent(
    monkeypatch: pytest.MonkeyPatch, effort: int
) -> None:
    monkeypatch.setattr(verify, "EFFORT", effort)
    first, second = wrong("".join(f"  s{n}: {{speaker: a, source: s, quote: Nobody tald}}\n" for n in "12"))
    assert ("“told”" in first.hint) is bool(effort)
    assert second.message == "“Nobody tald” is not in the text of the source `s`."
    assert (
        second.hint == "Mend others first: for so many, what stands in the source instead is not looked up."
    )


# What is recorded


def test_a_quotation_and_its_passage_are_recorded_for_each_part_of_each_record() -> None:
    loaded = sound(
        f"""{HEAD}
events:
  e:
    name: E
    kind: k
    figures: [{{measure: m, value: 1, source: s, passage: Nobody}}]
    evidence: [{{source: t, passage: ["Everybody", "she said"]}}, {{source: without, passage: words}}]
statements:
  x: {{speaker: a, source: s, quote: [Nobody, us], passage: Nobody told us}}
""",
        TEXTS,
    )
    found = {
        (*owner, *path): (
            [one.match and one.match.exact for one in checked.quote],
            [one.match and one.match.exact for one in checked.passage],
            weakest(checked.fragments),
        )
        for (owner, path), checked in loaded.findings.quotations.items()
    }
    assert found == {
        ("events", "e", "figures", 0): ([], ["Nobody"], Tier.EXACT),
        ("events", "e", "evidence", 0): ([], ["Everybody", "she said"], Tier.EXACT),
        ("events", "e", "evidence", 1): ([], [None], Tier.UNVERIFIED),
        ("statements", "x"): (["Nobody", "us"], ["Nobody told us"], Tier.EXACT),
    }


def test_one_fragment_that_is_not_found_leaves_the_whole_unverified() -> None:
    loaded = dossier_of(
        f"{HEAD}statements: {{x: {{speaker: a, source: s, quote: [Nobody, nowhere]}}}}\n", TEXTS
    )
    checked = loaded.findings.words_of("x")
    assert [one.match and one.match.tier for one in checked.quote] == [Tier.EXACT, None]
    assert [one.tier for one in checked.quote] == [Tier.EXACT, Tier.UNVERIFIED]
    assert weakest(checked.fragments) is Tier.UNVERIFIED


def test_each_fragment_that_is_missing_is_reported_at_its_place_in_the_quote_or_the_passage() -> None:
    found = wrong(
        "  x:\n    speaker: a\n    source: s\n"
        "    quote: [Nobody, here, us, there]\n    passage: [nowhere, he said]\n"
    )
    assert [(one.rule, one.location.line, one.location.column) for one in found] == [
        ("quote-not-found", 7, 21),
        ("quote-not-found", 7, 31),
        ("quote-not-found", 8, 15),
    ]
