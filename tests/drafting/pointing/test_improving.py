"""What a model adds to what the rules found: numbers become words of the text, and nothing else does."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.content.readout import (
    Analysis,
    Happening,
    NamedDay,
    Party,
    Proposition,
    Utterance,
)
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.pointing.asking import Prompts, Reply, Request, Session
from mkdocs_dossier.drafting.pointing.improving import Faults, improve
from mkdocs_dossier.drafting.pointing.numbered import numbered
from mkdocs_dossier.drafting.pointing.pointedwords import read_statements
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.model.vocabulary import ActorKind, Stance
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.model_server import NOTHING
from tests.drafting.pointing.test_asking import TEXTS

TEXT = """\
“We closed it at once. Nobody was hurt,” said Ada Quill in Dunwold on Monday.
Ben Sorrel, a ferryman, called it “a shame” and “a lie”. The council denied that anybody was told.
A ship was seized off Dunwold on Friday.
"""
QUILL, SORREL = Party("Ada Quill", ActorKind.PERSON, ("Quill",)), Party("Ben Sorrel", ActorKind.PERSON)
SOMEBODY = Party("a ferryman", ActorKind.ANONYMOUS)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


WHOLE = span("We closed it at once. Nobody was hurt")
SHAME, LIE = span("a shame"), span("a lie")
FIRST = (0, TEXT.index("\n"))
SECOND = span("Ben Sorrel, a ferryman, called it “a shame” and “a lie”.")
THIRD = span("The council denied that anybody was told.")
MONDAY = NamedDay(date(2024, 2, 5), "Monday", TEXT.index("Monday"), TEXT.index("Monday") + 6)
BY_RULES = Utterance(0, "Ada Quill", Basis.NAMED, (WHOLE,), FIRST, MONDAY)
FOUND = Analysis((QUILL, SORREL), (BY_RULES,), (), ())

Answers = Mapping[str, object]


def improved(
    found: Analysis = FOUND,
    check: Callable[[Analysis], Faults] = lambda _: {},
    most: int = 12,
    **answers: Any,
) -> tuple[Analysis, Session, list[Request]]:
    """Let a model that gives these answers improve an analysis; an answer may be a list of them, in turn."""
    asked: list[Request] = []

    def server(request: Request) -> Reply:
        asked.append(request)
        answer = answers.get(request.name, NOTHING[request.name])
        if isinstance(answer, list):
            answer = answer.pop(0)
        return Reply(answer if isinstance(answer, str) else json.dumps(answer))

    session = Session(server, Prompts(TEXTS), most)
    numbers = numbered(SourceText(TEXT), date(2024, 2, 5), PACK, found.parties)
    return improve(numbers, found, "en", session, check), session, asked


def quoted(*pairs: tuple[str, list[str]]) -> dict[str, object]:
    return {"quoted": [{"speaker": who, "quotes": quotes} for who, quotes in pairs], "reported": []}


def number(name: str) -> str:
    """The number of words for somebody who is no party."""
    numbers = numbered(SourceText(TEXT), date(2024, 2, 5), PACK, FOUND.parties)
    return next(key for key, one in numbers.phrases.items() if one.words == name)


def test_a_model_that_finds_nothing_changes_nothing() -> None:
    after, session, asked = improved()
    assert after == FOUND
    assert [one.name for one in asked] == ["statements", "claims", "events"]
    assert session.requests == 3


def test_a_quotation_that_the_rules_missed_gets_its_words_from_the_text() -> None:
    after, session, _ = improved(statements=quoted(("A2", ["Q2", "Q3"])))
    assert session.dropped == []
    assert after.utterances == (
        BY_RULES,
        Utterance(1, "Ben Sorrel", Basis.MODEL, (SHAME, LIE), SECOND),
    )


def test_where_both_name_one_speaker_it_rests_on_what_the_rules_say() -> None:
    after, _, _ = improved(statements=quoted(("A1", ["Q1.1", "Q1.2"])))
    assert after == FOUND  # the two sentences follow one another: they are the quotation


def test_where_they_differ_the_model_is_right_and_it_is_said_that_it_was_the_model() -> None:
    after, _, _ = improved(statements=quoted(("A2", ["Q1"])))
    assert after.utterances == (Utterance(1, "Ben Sorrel", Basis.MODEL, (WHOLE,), FIRST, MONDAY),)


def test_a_speaker_who_is_no_party_becomes_one() -> None:
    council = number("The council")
    answer = {"quoted": [], "reported": [{"speaker": council, "sentence": "S3"}]}
    after, _, _ = improved(statements=answer)
    assert after.parties == (QUILL, SORREL, Party("The council", after.parties[2].kind))
    assert after.utterances == (BY_RULES, Utterance(2, "The council", Basis.MODEL, (), THIRD))


def test_a_nameless_party_that_says_nothing_any_more_is_none() -> None:
    wrong = Utterance(1, "a ferryman", Basis.NEAREST, (SHAME,), SECOND)
    before = Analysis((QUILL, SOMEBODY, SORREL), (BY_RULES, wrong), (), ())
    after, _, _ = improved(before, statements=quoted(("A3", ["Q2"])))
    assert after.parties == (QUILL, SORREL)
    assert [one.speaker for one in after.utterances] == [0, 1]
    kept, _, _ = improved(before)
    assert kept == before


def test_a_party_that_these_sentences_do_not_name_cannot_be_chosen() -> None:
    before = replace(FOUND, parties=(QUILL, SORREL, Party("Cy Moor", ActorKind.PERSON)))
    after, session, _ = improved(before, statements=quoted(("A3", ["Q2"])))
    assert after == before
    assert len(session.dropped) == 1


def test_a_reported_sentence_is_corrected_too_and_not_told_twice() -> None:
    told = Utterance(1, "Ben Sorrel", Basis.NEAREST, (), THIRD)
    before = replace(FOUND, utterances=(BY_RULES, told))
    council = number("The council")
    corrected, _, _ = improved(
        before, statements={"quoted": [], "reported": [{"speaker": council, "sentence": "S3"}]}
    )
    assert [one.words for one in corrected.utterances] == ["Ada Quill", "The council"]
    same, _, _ = improved(
        before, statements={"quoted": [], "reported": [{"speaker": "A2", "sentence": "S3"}]}
    )
    assert same == before


def test_a_part_that_somebody_else_says_is_taken_from_what_the_rules_found() -> None:
    both = Utterance(1, "Ben Sorrel", Basis.NAMED, (SHAME, LIE), SECOND)
    after, _, _ = improved(replace(FOUND, utterances=(both,)), statements=quoted(("A1", ["Q3"])))
    assert {(one.speaker, one.quotes, one.basis) for one in after.utterances} == {
        (1, (SHAME,), Basis.NAMED),
        (0, (LIE,), Basis.MODEL),
    }


def test_no_quotation_is_in_two_statements() -> None:
    twice = quoted(("A1", ["Q2"]), ("A2", ["Q2", "Q3"]))
    after, session, _ = improved(statements=[twice, quoted(("A2", ["Q3"]))])
    assert session.dropped == []
    assert [one.quotes for one in after.utterances] == [(WHOLE,), (SHAME,), (LIE,)]


def test_numbers_that_do_not_exist_go_back_and_are_dropped_then() -> None:
    wrong = quoted(("A7", ["Q2"]), ("A2", ["Q9"]), ("A2", []))
    after, session, asked = improved(statements=[wrong, wrong, wrong])
    assert after == FOUND
    assert [one.name for one in asked][:3] == ["statements"] * 3
    assert len(session.dropped) == 3
    assert any("“A7” is no “speaker”" in one for one in session.dropped)


def test_quotations_that_stand_far_apart_are_no_statement() -> None:
    text = "He said “one thing” there. " + "It was late. " * 6 + "She said “another” then."
    numbers = numbered(SourceText(text), None, PACK, (QUILL,))
    window = replace(next(numbers.windows()), speakers=("A1",))
    entry = {"speaker": "A1", "quotes": ["Q1", "Q2"]}
    found, faults = read_statements(numbers, window, {"quoted": [entry]}, [])
    assert found == []
    assert faults == ["quoted 1: its quotations stand too far apart for one statement: Q1, Q2."]
    for sentence, is_far in ((6, True), (5, False)):
        nearer = replace(
            numbers, quotes={**numbers.quotes, "Q2": replace(numbers.quotes["Q2"], sentence=sentence)}
        )
        assert bool(read_statements(nearer, window, {"quoted": [entry]}, [])[1]) == is_far


def test_who_is_unknown_leaves_what_the_rules_found() -> None:
    after, session, _ = improved(statements=quoted(("unknown", ["Q1"])))
    assert (after, session.dropped) == (FOUND, [])


def test_a_claim_is_in_the_models_words_and_on_statements_by_their_numbers() -> None:
    claim = {
        "text": "  Nobody   was hurt. ",
        "positions": [
            {"statement": "U1", "stance": "asserts"},
            {"statement": "U1", "stance": "denies"},
            {"statement": "U2", "stance": "denies"},
        ],
    }
    after, session, asked = improved(statements=quoted(("A2", ["Q3"])), claims={"claims": [claim]})
    assert after.propositions == (
        Proposition("Nobody was hurt.", "", Basis.MODEL, ((0, Stance.ASSERTS), (1, Stance.DENIES))),
    )
    assert session.dropped == []
    assert "⟦U1⟧ Ada Quill says: We closed it" in asked[1].turns[0].text


def test_a_claim_takes_the_place_of_that_of_the_rules_on_the_same_two_statements() -> None:
    told = Utterance(1, "Ben Sorrel", Basis.NAMED, (LIE,), SECOND)
    old = Proposition("It was closed.", "it", Basis.STATED, ((0, Stance.ASSERTS), (1, Stance.DENIES)))
    before = replace(FOUND, utterances=(BY_RULES, told), propositions=(old,))
    positions = [{"statement": "U2", "stance": "denies"}, {"statement": "U1", "stance": "asserts"}]
    after, _, _ = improved(before, claims={"claims": [{"text": "New.", "positions": positions}]})
    assert [one.text for one in after.propositions] == ["New."]
    other = [{"text": "New.", "positions": positions[:1]}]
    after, _, _ = improved(before, claims={"claims": other})
    assert [one.text for one in after.propositions] == ["It was closed.", "New."]


def test_claims_that_are_no_sentence_or_are_on_nothing_are_dropped() -> None:
    on = [{"statement": "U1", "stance": "asserts"}]
    wrong = [
        {"text": "x" * 201, "positions": on},
        {"text": "Two\nlines.", "positions": on},
        {"text": " … ", "positions": on},
        {"text": 7, "positions": on},
        {"text": "On nothing.", "positions": []},
        {"text": "On nothing that there is.", "positions": [{"statement": "U9", "stance": "asserts"}]},
        {"text": "Gave no reply.", "positions": [{"statement": "U1", "stance": "no-reply"}]},
    ]
    after, session, _ = improved(claims={"claims": wrong})
    assert after == FOUND
    assert len(session.dropped) >= len(wrong)


def test_an_event_has_the_day_that_its_sentence_names_or_none() -> None:
    events = [
        {"sentence": "S4", "kind": "other", "new_kind": "ship-seizure", "day": "D2"},
        {"sentence": "S1", "kind": "meeting", "new_kind": "", "day": "none"},
        {"sentence": "S3", "kind": "meeting", "new_kind": "", "day": "D2"},
        {"sentence": "S4", "kind": "other", "new_kind": "Ship seizure!", "day": "none"},
        {"sentence": "S4", "kind": "other", "new_kind": "", "day": "none"},
        {"sentence": "S4", "kind": "other", "new_kind": "2024", "day": "none"},
        {"sentence": "S4", "kind": "sinking", "new_kind": "", "day": "none"},
    ]
    after, session, _ = improved(events={"events": events})
    seized, met = after.happenings
    ship = span("A ship was seized off Dunwold on Friday.")
    friday = NamedDay(date(2024, 2, 2), "Friday", *span("Friday"))
    assert seized == Happening("ship-seizure", "ship seizure", friday, ship, Basis.MODEL)
    assert met == Happening("meeting", "meeting", None, FIRST, Basis.MODEL)
    assert len(session.dropped) == 5


def test_an_event_that_the_rules_found_is_not_told_twice() -> None:
    friday = NamedDay(date(2024, 2, 2), "Friday", *span("Friday"))
    before = replace(FOUND, happenings=(Happening("raid", "a raid", friday, FIRST),))
    event = {"sentence": "S4", "kind": "raid", "new_kind": "", "day": "D2"}
    after, _, _ = improved(before, events={"events": [event, event]})
    assert after == before


def test_what_the_rules_of_the_format_refuse_goes_back_with_their_message() -> None:
    def check(found: Analysis) -> Faults:
        return {
            ("claims", at): "no such claim" for at, one in enumerate(found.propositions) if "bad" in one.text
        }

    on = [{"statement": "U1", "stance": "asserts"}]
    bad, good = {"text": "A bad one.", "positions": on}, {"text": "A fine one.", "positions": on}
    after, session, asked = improved(check=check, claims=[{"claims": [good, bad]}, {"claims": []}])
    assert [one.text for one in after.propositions] == ["A fine one."]
    assert "no such claim" in asked[2].turns[-1].text
    assert session.dropped == []
    after, session, asked = improved(check=check, claims={"claims": [good, bad]})
    assert [one.name for one in asked].count("claims") == 3
    assert session.dropped == ["claims: no such claim"]
    assert [one.text for one in after.propositions] == ["A fine one."]


def test_a_statement_or_its_new_speaker_that_is_refused_is_not_kept() -> None:
    def check(found: Analysis) -> Faults:
        wrong: dict[Any, str] = {
            ("statements", at): "not so" for at, one in enumerate(found.utterances) if LIE in one.quotes
        }
        return wrong | {
            ("actors", at): "no actor" for at, one in enumerate(found.parties) if "council" in one.name
        }

    answer = quoted(("A2", ["Q2"]), ("A2", ["Q3"])) | {
        "reported": [{"speaker": number("The council"), "sentence": "S3"}]
    }
    after, session, _ = improved(check=check, statements=answer)
    assert [one.quotes for one in after.utterances] == [(WHOLE,), (SHAME,)]
    assert after.parties == FOUND.parties
    assert session.dropped == [
        "who says what in S1 to S4: not so",
        "who says what in S1 to S4: no actor",
    ]


def test_what_there_are_no_requests_for_is_said() -> None:
    after, session, asked = improved(most=1, statements=quoted(("A2", ["Q2"])))
    assert len(asked) == 1
    assert len(after.utterances) == 2
    assert session.unasked == ["claims", "events from S1 on"]


WORDS = [
    *[
        "A1",
        "A2",
        "N1",
        "Q1",
        "Q2",
        "Q1.2",
        "S1",
        "S3",
        "U1",
        "D1",
        "none",
        "other",
        "unknown",
        "asserts",
        "denies",
        "raid",
        "⟦Q1⟧",
        "..",
    ]
]
_FIELDS = "quoted reported speaker quotes sentence claims text positions statement stance events kind day"
NAMES = [*_FIELDS.split(), "new_kind"]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from([*WORDS, "x" * 300, "\u202e", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=25,
)


@given(JUNK, JUNK, JUNK)
def test_whatever_a_model_answers_the_words_are_those_of_the_text(
    one: object, two: object, three: object
) -> None:
    after, session, _ = improved(statements=json.dumps(one), claims=json.dumps(two), events=json.dumps(three))
    assert session.requests <= 12
    marked = {WHOLE, SHAME, LIE, span("We closed it at once."), span("Nobody was hurt")}
    sentences = {FIRST[0], FIRST[1], *SECOND, *THIRD, len(TEXT) - 1, TEXT.index("A ship")}
    for utterance in after.utterances:
        assert set(utterance.quotes) <= marked
        assert set(utterance.passage) <= sentences
        assert utterance.words in TEXT
    for party in after.parties:
        assert party.name in TEXT
    for event in after.happenings:
        assert set(event.passage) <= sentences
    for claim in after.propositions:
        assert all(at < len(after.utterances) for at, _ in claim.positions)
