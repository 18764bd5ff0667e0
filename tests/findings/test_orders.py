"""The order of records, files and reports, and more reports of one origin, change nothing that follows."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.findings.found import Findings
from tests.findings.two_states import WORLD
from tests.support import sound

HEAD = WORLD.replace(
    "claims: {c: {text: C}, d: {text: D}}",
    "claims:\n  a: {text: A, implies: [b], excludes: [d]}\n  b: {text: B, implies: [c]}\n  c: {text: C}\n"
    "  d: {text: D}",
).removesuffix("statements:\n")

SPEAKERS = ["ann", "bob", "zoe", "crier", "leaker", "ann+zoe", "crowd+ministry"]
SOURCES = ["daily", "weekly", "sunday", "reprint", "wired", "s"]

Written = dict[str, Any]

statements = st.lists(
    st.fixed_dictionaries(
        {
            "speaker": st.sampled_from(SPEAKERS),
            "reports": st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True),
            "said": st.sampled_from(["", "2024-01-01", "2024-01-02", "2024-01-03", "2024-01"]),
            "positions": st.dictionaries(
                st.sampled_from("abcd"),
                st.sampled_from(["asserts", "denies", "qualifies", "unaware", "no-reply"]),
                max_size=2,
            ),
            "corrects": st.integers(-4, 8),
        }
    ),
    min_size=1,
    max_size=7,
)


def line(number: int, one: Written) -> str:
    """Write a statement, which may correct one before it."""
    first, *more = one["reports"]
    fields = {
        "speaker": f"[{one['speaker'].replace('+', ', ')}]",
        "source": first,
        "quote": "q",
        "also_in": f"[{', '.join(f'{{source: {source}, quote: q}}' for source in more)}]" if more else "",
        "said": one["said"],
        "positions": "{" + ", ".join(f"{key}: {stance}" for key, stance in one["positions"].items()) + "}",
        "corrects": f"s{one['corrects']}" if 0 <= one["corrects"] < number else "",
    }
    return f"  s{number}: {{{', '.join(f'{name}: {value}' for name, value in fields.items() if value)}}}\n"


def findings(files: dict[str, Sequence[str]]) -> Findings:
    return sound(
        {"head.yaml": HEAD} | {path: "statements:\n" + "".join(lines) for path, lines in files.items()}
    ).findings


def told(found: Findings) -> dict[str, object]:
    """Give what follows, without the order of reports and of those who speak together."""
    return {
        "voices": {key: sorted(voices) for key, voices in found.voices.items()},
        "origins": {key: sorted(str(one.origin) for one in known) for key, known in found.reports.items()},
        "implied": found.implied,
        "withdrawn": found.withdrawn,
        "positions": {key: list(taken.items()) for key, taken in found.positions.items()},
        "contradictions": found.contradictions,
        "tensions": found.tensions,
        "labels": found.labels,
        "lead": found.lead,
    }


@given(statements, st.randoms(use_true_random=False))
def test_the_order_of_records_files_and_reports_changes_nothing(
    given_: list[Written], random: Random
) -> None:
    lines = [line(number, one) for number, one in enumerate(given_)]
    turned = [line(number, one | {"reports": one["reports"][::-1]}) for number, one in enumerate(given_)]
    random.shuffle(turned)
    at = random.randrange(len(turned) + 1)
    one, other = findings({"b.yaml": lines}), findings({"a.yaml": turned[:at], "z.yaml": turned[at:]})
    assert told(one) == told(other)


@given(statements, st.integers(0, 6))
def test_another_report_from_the_same_origin_changes_no_label_and_no_contradiction(
    given_: list[Written], which: int
) -> None:
    # `sunday` is of the publisher of `daily`, and `reprint` republishes that; all are later than `s`, so that
    # no statement without a date counts from another day.
    same = {"daily": "sunday", "sunday": "reprint", "reprint": "daily"}
    chosen = given_[which % len(given_)]
    more = [same[source] for source in chosen["reports"] if source in same]
    added = [source for source in more if source not in chosen["reports"]]
    if not chosen["said"]:
        return
    changed = [one | {"reports": [*one["reports"], *added]} if one is chosen else one for one in given_]
    before = findings({"a.yaml": [line(number, one) for number, one in enumerate(given_)]})
    after = findings({"a.yaml": [line(number, one) for number, one in enumerate(changed)]})
    assert before.contradictions == after.contradictions
    for key, label in before.labels.items():
        assert (label.name, label.stance, label.sides, label.origins, label.ended, label.statements) == (
            after.labels[key].name,
            after.labels[key].stance,
            after.labels[key].sides,
            after.labels[key].origins,
            after.labels[key].ended,
            after.labels[key].statements,
        )


@given(statements)
def test_two_reports_of_one_utterance_as_one_statement_make_no_more_contradictions(
    given_: list[Written],
) -> None:
    last = given_[-1] | {"corrects": -1}
    apart = [*given_[:-1], last, last | {"reports": ["weekly"]}]
    together = [*given_[:-1], last | {"reports": list(dict.fromkeys([*last["reports"], "weekly"]))}]
    many, one = (
        findings({"a.yaml": [line(number, one) for number, one in enumerate(written)]})
        for written in (apart, together)
    )
    for key in one.contradictions:
        assert len(one.contradictions[key]) <= len(many.contradictions[key])
