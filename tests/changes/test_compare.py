"""What changed between two states of a dossier, as a reader would say it."""

import re
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.changes.compare import compare
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.loading import load
from mkdocs_dossier.model.changelog import What
from tests.changes.pairs import BOB, RECORDS, TEXTS, edited, loaded, told
from tests.drafting.counted_calls import calls_of
from tests.support import folder_of, loaded_seeds, seeds

ANN = "Ann: The bridge is closed"
BOBS = "Bob: It is open"


class Case(NamedTuple):
    """Two states, and the sentences that are expected; a text that is given is that of both."""

    old: str
    new: str
    told: list[str]
    redirects: str = ""


CONTESTED = RECORDS + BOB
CORRECTION = """\
  ann-open:
    speaker: ann
    said: 2024-02-07
    source: evening
    quote: It is open.
    positions: {closed: denies}
    corrects: ann-closed
"""
CARL = """\
  carl-yes:
    speaker: carl
    said: 2024-02-07
    source: evening
    quote: "Yes."
    positions: {closed: asserts}
"""
SECOND_FIGURE = (
    "passage: At least 16 people}\n      - {measure: hurt, value: 7, source: evening, passage: 20 people}"
)

CASES = {
    "nothing": Case(RECORDS, RECORDS, []),
    "a record is added": Case(
        RECORDS, edited(("  river: {", "  hill: {name: The hill}\n  river: {")), ["new place: The hill"]
    ),
    "a record is removed": Case(
        edited(("  river: {", "  hill: {name: The hill}\n  river: {")), RECORDS, ["The hill — removed"]
    ),
    "a record is renamed, with all that name it": Case(
        CONTESTED,
        CONTESTED.replace("closed: {text", "bridge: {text").replace("{closed: ", "{bridge: "),
        ["Is the bridge closed? — has another address; before: closed"],
        "claims/closed,claims/bridge\n",
    ),
    "an actor is renamed": Case(
        RECORDS,
        edited(("  ann:\n    name: Ann", "  anna:\n    name: Ann"), ("speaker: ann", "speaker: anna")),
        ["Ann — has another address; before: ann"],
        "actors/ann,actors/anna\n",
    ),
    "a record is withdrawn": Case(
        RECORDS,
        edited(
            (
                "  river: {name: The river}",
                "  river: {name: The river, withdrawn: {on: 2024-02-07, why: No.}}",
            )
        ),
        ["river — withdrawn: No."],
    ),
    "a name, a date, and the rest": Case(
        RECORDS,
        edited(("name: The storm\n    kind: storm\n    when: 2024-02-04", "name: A gale\n    kind: gale")),
        [
            "A gale — name changed: “The storm” → “A gale”",
            "A gale — date removed: 4 February 2024",
            "A gale — details changed",
        ],
    ),
    "a claim reads otherwise": Case(
        RECORDS,
        edited(("text: The bridge is open.", "text: The bridge can be passed.")),
        ["The bridge can be passed — wording changed: “The bridge is open.” → “The bridge can be passed.”"],
    ),
    "words of a statement": Case(
        RECORDS,
        edited(("quote: The bridge is closed.", "quote: bridge is closed")),
        ["Ann: bridge is closed — words changed: “The bridge is closed.” → “bridge is closed”"],
    ),
    "the words that report the same quotation": Case(
        edited(
            (
                "quote: The bridge is closed.",
                "quote: The bridge is closed.\n    passage: The bridge is closed",
            )
        ),
        edited(
            ("quote: The bridge is closed.", "quote: The bridge is closed.\n    passage: bridge is closed")
        ),
        [f"{ANN} — details changed"],
    ),
    "a speaker": Case(
        RECORDS,
        edited(("speaker: ann", "speaker: bob")),
        ["Bob: The bridge is closed — speaker changed: Ann → Bob"],
    ),
    "a position": Case(
        RECORDS,
        edited(("{closed: asserts}", "{closed: qualifies, open: denies}")),
        [
            f"{ANN} — position changed: asserts → qualifies: Is the bridge closed?",
            "  Is the bridge closed? — where it stands: single voice → open",
            "  The bridge is open — where it stands: open → single voice",
            f"{ANN} — position added: denies: The bridge is open",
        ],
    ),
    "another report": Case(
        RECORDS,
        RECORDS + "    also_in:\n      - {source: evening, quote: The bridge is closed.}\n",
        [f"{ANN} — now also reported in The evening"],
    ),
    "another report before the first": Case(
        RECORDS,
        edited(("    source: morning\n    quote", "    source: evening\n    quote"))
        + "    also_in:\n      - {source: morning, quote: The bridge is closed.}\n",
        [f"{ANN} — now also reported in The evening"],
    ),
    "a claim becomes contested": Case(
        RECORDS,
        CONTESTED,
        [
            f"new statement: {BOBS}",
            f"  Is the bridge closed? — contested since 6 February 2024: {BOBS} contradicts {ANN}",
        ],
    ),
    "the statement that contested it is removed": Case(
        CONTESTED,
        RECORDS,
        [
            f"{BOBS} — removed",
            "  Is the bridge closed? — contested no longer; where it stands now: single voice",
        ],
    ),
    "what contested it is taken back": Case(
        CONTESTED,
        CONTESTED + CORRECTION,
        [
            "new statement: Ann: It is open",
            "  Is the bridge closed? — contested no longer: ended on 7 February 2024 by Ann: It is open",
            f"  {ANN} — taken back by Ann: It is open",
        ],
    ),
    "what was taken back stands again": Case(
        CONTESTED + CORRECTION,
        CONTESTED,
        [
            "Ann: It is open — removed",
            f"  Is the bridge closed? — contested since 6 February 2024: {BOBS} contradicts {ANN}",
            f"  {ANN} — no longer taken back",
        ],
    ),
    "a claim becomes contested by several at once": Case(
        RECORDS + CARL,
        CONTESTED + CARL,
        [
            f"new statement: {BOBS}",
            f"  Is the bridge closed? — contested since 6 February 2024: {BOBS} contradicts {ANN}",
        ],
    ),
    "all of it at once": Case(
        RECORDS,
        CONTESTED + CORRECTION,
        [
            "new statement: Ann: It is open",
            "  Is the bridge closed? — contested until 7 February 2024: ended by Ann: It is open",
            f"  {ANN} — taken back by Ann: It is open",
            f"new statement: {BOBS}",
            f"  Is the bridge closed? — new contradiction: {BOBS} contradicts {ANN}",
        ],
    ),
    "another contradiction": Case(
        CONTESTED,
        CONTESTED + CARL,
        [
            "new statement: Carl: Yes",
            f"  Is the bridge closed? — new contradiction: Carl: Yes contradicts {BOBS}",
        ],
    ),
    "a claim is corroborated": Case(
        RECORDS,
        RECORDS + CARL,
        ["new statement: Carl: Yes", "  Is the bridge closed? — corroborated; origins now: 2"],
    ),
    "a source with its statements": Case(
        edited(("  evening: {title: The evening, text: evening.txt, published: 2024-02-06}\n", "")),
        RECORDS + CARL,
        [
            "new source: The evening",
            "  new statement: Carl: Yes",
            "    Is the bridge closed? — corroborated; origins now: 2",
        ],
    ),
    "a figure": Case(
        RECORDS,
        edited(
            ("passage: At least 16 people}", SECOND_FIGURE),
        ),
        [
            "The storm — new figure, hurt: 7, in The evening",
            "The storm — figures conflict, hurt: 7 and 16 or more",
        ],
    ),
    "a figure that is another": Case(
        RECORDS,
        edited(('value: ">=16"', "value: 16")),
        ["The storm — figure changed, hurt: 16 or more → 16, in The morning"],
    ),
    "roles": Case(
        RECORDS,
        edited(
            (
                "{title: Mayor, at: town}",
                "{title: Mayor, at: town, until: 2024-02-05}\n      - {title: Driver, at: town}",
            )
        ),
        [
            "Ann — role ended on 5 February 2024: Mayor, The town",
            "Ann — new role: Driver, The town",
        ],
    ),
    "a reply": Case(
        RECORDS,
        edited(
            (
                "question: Is the bridge closed?}",
                "question: Is the bridge closed?, replies: [{actor: bob, text: No.}]}",
            )
        ),
        ["Is the bridge closed? — reply added: Bob"],
    ),
}


PARTS = (
    ("  river: {name: The river}", "  river: {name: The stream}"),
    ("  carl: {", "  dora: {name: Dora, kind: person}\n  carl: {"),
    ("    speaker: ann\n", "    speaker: bob\n"),
    ("    said: 2024-02-05\n", "    said: 2024-02-04\n"),
    ("{closed: asserts}", "{open: denies}"),
    ('value: ">=16"', "value: 16"),
    ("    kind: storm\n", "    kind: gale\n"),
    ("published: 2024-02-06}", "published: 2024-02-07}"),
)
"""Edits of the records that go together in any choice."""


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_told_in_these_sentences(name: str) -> None:
    case = CASES[name]
    assert told(loaded(case.old), loaded(case.new, redirects=case.redirects)) == case.told


def test_what_is_withdrawn_may_come_back() -> None:
    gone = edited(
        ("  river: {name: The river}", "  river: {name: The river, withdrawn: {on: 2024-02-07, why: No.}}")
    )
    assert told(loaded(gone), loaded()) == ["The river — no longer withdrawn"]
    assert told(loaded(gone), loaded(gone)) == []


def test_what_follows_from_a_withdrawn_statement_stands_below_it() -> None:
    gone = CONTESTED + '    withdrawn: {on: 2024-02-08, why: "[[bob|He]] was misheard."}\n'
    assert told(loaded(CONTESTED), loaded(gone)) == [
        "bob-open — withdrawn: He was misheard.",
        "  Is the bridge closed? — contested no longer; where it stands now: single voice",
    ]
    assert told(loaded(gone), loaded(RECORDS)) == ["bob-open — removed"]


def test_what_others_say_no_more_of_a_withdrawn_claim_follows_from_that() -> None:
    gone = edited(
        ("question: Is the bridge closed?}", "question: Q, withdrawn: {on: 2024-02-08, why: Too vague.}}")
    )
    assert told(loaded(), loaded(gone)) == [
        "closed — withdrawn: Too vague.",
        f"  {ANN} — position removed: asserts: closed",
    ]


def test_two_records_may_become_one() -> None:
    both = edited(("  river: {", "  stream: {name: The stream}\n  river: {"))
    assert told(loaded(both), loaded(redirects="places/stream,places/river\n")) == [
        "The stream — made one with The river"
    ]


def test_a_link_in_prose_to_a_renamed_record_is_no_change() -> None:
    prose = (
        "kind: storm\n",
        "kind: storm\n    summary: It came over [[place/river|the river]] and [[river]].\n",
    )
    old = edited(prose)
    new = (
        old.replace("  river: {", "  stream: {")
        .replace("place/river|", "place/stream|")
        .replace("[[river]]", "[[stream]]")
    )
    assert told(loaded(old), loaded(new, redirects="places/river,places/stream\n")) == [
        "The river — has another address; before: river"
    ]


VERSIONED = edited(
    (
        "morning: {title: The morning, text: morning.txt, published: 2024-02-05}",
        "morning: {title: The morning, published: 2024-02-05, texts: ["
        "{text: morning.txt}, {text: later.txt}]}",
    )
)


def test_words_that_a_new_version_has_no_more_follow_from_the_version() -> None:
    later = {**TEXTS, "later.txt": "Bob said: “It is open.” At least 16 people were hurt."}
    assert told(loaded(), loaded(VERSIONED, later)) == [
        "The morning — new version of its text",
        f"  {ANN} — its words are no longer found in the text of The morning: “The bridge is closed.”",
    ]
    assert told(
        loaded(VERSIONED, later), loaded(VERSIONED, {**later, "later.txt": TEXTS["morning.txt"]})
    ) == [
        "The morning — archived text changed",
        f"  {ANN} — its words are found in the text of The morning now: “The bridge is closed.”",
    ]


def test_a_text_may_come_and_go() -> None:
    bare = edited((", text: evening.txt", ""))
    assert told(loaded(bare), loaded()) == ["The evening — text archived"]
    assert told(loaded(), loaded(bare)) == ["The evening — archived text removed"]


def test_the_settings_are_told_of_the_dossier_but_for_its_day() -> None:
    old, new = (
        load(folder_of({"records.yaml": RECORDS, "dossier.yaml": settings}, TEXTS))
        for settings in (
            "title: Old\nupdated: 2024-02-05\n",
            "title: New\nupdated: 2024-02-06\neditors: [A]\n",
        )
    )
    assert told(old, new) == ["The dossier — name changed: “Old” → “New”", "The dossier — details changed"]
    assert told(old, old) == []


def test_drafts_are_told_when_they_are_published() -> None:
    draft = edited(("  river: {name: The river}", "  river: {name: The river, review: draft}"))
    assert told(loaded(draft), loaded()) == ["new place: The river"]


def test_many_contradictions_of_one_statement_are_told_once() -> None:
    two = CONTESTED + CARL.replace("asserts", "denies").replace("carl-yes", "carl-no")
    more = two + CARL.replace("carl-yes", "town-yes").replace("speaker: carl", "speaker: town").replace(
        "2024-02-07", "2024-02-08"
    )
    assert told(loaded(two), loaded(more)) == [
        "new statement: The town: Yes",
        "  Is the bridge closed? — new contradictions: 2, with The town: Yes",
    ]


def test_a_statement_of_the_seeds_that_comes_back_ends_what_it_ended() -> None:
    path = "rudaw/2024-02-05.yaml"
    whole = seeds()
    text = whole.yaml[path].decode()
    rest = re.sub(r"(?m)^  patel-no-pre-notification:\n(?:(?:    .*)?\n)*", "", text)
    assert rest != text
    old = load(replace(whole, yaml={**whole.yaml, path: rest.encode()}))
    lines = told(old, loaded_seeds())
    assert lines[1] == (
        "  Was Iraq informed before the strikes? — contested no longer: ended on 5 February 2024 by "
        "Vedant Patel: Iraq was not notified before the strikes"
    )
    assert [line for line in lines if not line.startswith(" ")] == [
        "new statement: Vedant Patel: Iraq was not notified before the strikes"
    ]


def test_hostile_words_are_told_in_one_line_that_the_file_may_have() -> None:
    quote = 'quote: "The \\u2066bridge is closed.\\u2069"'
    text = {**TEXTS, "morning.txt": TEXTS["morning.txt"] + " The \u2066bridge is closed.\u2069"}
    found = compare(loaded().reviewed, loaded(edited(("quote: The bridge is closed.", quote)), text).reviewed)
    (words,) = (one for one in found if one.what is What.WORDS)
    assert words.now_ == "The \u2066bridge is closed.\u2069"
    assert short("a\u2066" + "b" * 500 + "\u2069") == "a" + "b" * 158 + "…"
    assert short("\u2066\x01") is None


def test_the_work_grows_as_the_records_do() -> None:
    """Doubling a dossier doubles the work: nothing is compared with all else."""

    def work(size: int) -> int:
        few = loaded(RECORDS)
        more = "".join(
            BOB.replace("bob-open", f"bob-{at}").replace("{closed: ", f"{{closed-{at}: ")
            for at in range(size)
        )
        claims = "".join(f"  closed-{at}: {{text: Closed at {at}.}}\n" for at in range(size))
        many = loaded(edited(("  open: {", f"{claims}  open: {{")) + more)
        return min(calls_of(lambda: compare(few.reviewed, many.reviewed)) for _ in range(2))

    small, large = work(40), work(80)
    assert large < 2.2 * small


@given(st.sets(st.integers(0, len(PARTS) - 1)), st.sets(st.integers(0, len(PARTS) - 1)))
@settings(max_examples=30)
def test_every_difference_is_told_and_nothing_else(first: set[int], second: set[int]) -> None:
    """Two states differ if and only if something is told; what is added one way is removed the other."""
    old, new = (loaded(edited(*(PARTS[at] for at in sorted(chosen)))) for chosen in (first, second))
    there, back = compare(old.reviewed, new.reviewed), compare(new.reviewed, old.reviewed)
    assert bool(there) == bool(back) == (first != second)
    assert {one.record for one in there if one.what is What.ADDED} == {
        one.record for one in back if one.what is What.REMOVED
    }
