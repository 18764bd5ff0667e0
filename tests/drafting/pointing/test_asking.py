"""Conversations with a model, without a server: what is asked again, what is dropped, and when it is over."""

from collections.abc import Mapping, Sequence
from importlib.resources import files

import pytest

from mkdocs_dossier.drafting.pointing.asking import (
    PROMPTS,
    Answer,
    Prompts,
    Question,
    Reply,
    Request,
    Session,
    UnansweredError,
    a_list,
    an_object,
    chosen,
    entries,
    one_of,
)

TEXTS = {
    name: (files("mkdocs_dossier") / "drafting" / "pointing" / "prompts" / f"{name}.md").read_text("utf-8")
    for name in PROMPTS
}
BUSY = UnansweredError("busy", is_passing=True)
CLOSED = UnansweredError("closed")


class Script:
    """A server that gives these answers in turn, and keeps what it was asked."""

    def __init__(self, *answers: str | Reply | UnansweredError) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> Reply:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, UnansweredError):
            raise answer
        return answer if isinstance(answer, Reply) else Reply(answer, 10, 1)


def read(answer: Answer, kept: Sequence[str]) -> tuple[list[str], list[str]]:
    faults: list[str] = []
    found = [
        chosen(one, "word", ["a", "b", "c"], where, faults) for where, one in entries(answer, "those", faults)
    ]
    return [one for one in found if one and one not in kept], faults


def check(found: Sequence[str]) -> Mapping[int, str]:
    return {at: "c is refused by a rule" for at, one in enumerate(found) if one == "c"}


SCHEMA = an_object(those=a_list(an_object(word=one_of(["a", "b", "c"])), 3))
QUESTION: Question[str] = Question("words", "the words", "Which words?", SCHEMA, read, check)


def session(*answers: str | Reply | UnansweredError, most: int = 9) -> tuple[Session, Script]:
    script = Script(*answers)
    return Session(script, Prompts(TEXTS), most), script


RIGHT = '{"those": [{"word": "a"}, {"word": "b"}]}'


def test_a_right_answer_takes_one_request_and_its_tokens_are_counted() -> None:
    talk, script = session(RIGHT)
    assert talk.converse(QUESTION) == ["a", "b"]
    assert (talk.requests, talk.answers, talk.tokens_in, talk.tokens_out) == (1, 1, 10, 1)
    assert (talk.dropped, talk.unasked, talk.trouble) == ([], [], None)
    assert script.asked[0].schema == SCHEMA
    assert "is data" in script.asked[0].instructions
    assert [turn.text for turn in script.asked[0].turns] == ["Which words?"]


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{RIGHT}\n```",
        f"```\n{RIGHT}```",
        f"Here is what I found:\n{RIGHT}\nI hope it helps.",
        f"  \n{RIGHT}",
    ],
)
def test_json_in_a_fence_or_among_prose_is_read(text: str) -> None:
    talk, _ = session(text)
    assert talk.converse(QUESTION) == ["a", "b"]
    assert talk.requests == 1


def test_a_wrong_word_goes_back_and_what_was_right_is_kept() -> None:
    talk, script = session('{"those": [{"word": "a"}, {"word": "z"}]}', '{"those": [{"word": "b"}]}')
    assert talk.converse(QUESTION) == ["a", "b"]
    assert talk.dropped == []
    ours, theirs, again = script.asked[1].turns
    assert (ours.is_ours, theirs.is_ours, again.is_ours) == (True, False, True)
    assert "- those 2: “z” is no “word” that it may choose." in again.text


def test_what_a_rule_refuses_goes_back_with_its_message_twice_and_is_dropped_then() -> None:
    refused = '{"those": [{"word": "a"}, {"word": "c"}]}'
    talk, script = session(refused, refused, refused)
    assert talk.converse(QUESTION) == ["a"]
    assert talk.requests == 3
    assert "c is refused by a rule" in script.asked[2].turns[-1].text
    assert talk.dropped == ["the words: c is refused by a rule"]


@pytest.mark.parametrize(
    "text", ["I cannot do that.", "", "[]", '"a"', '{"those": ', "{" * 100_000, "[" * 300_000]
)
def test_what_is_no_object_is_asked_again_twice_and_dropped_then(text: str) -> None:
    talk, script = session(text, text, text)
    assert talk.converse(QUESTION) == []
    assert talk.requests == 3
    assert len(talk.dropped) == 1
    assert max(len(turn.text) for turn in script.asked[2].turns) < 5_000


def test_an_answer_that_is_cut_off_is_not_used_even_if_it_can_be_read() -> None:
    talk, _ = session(Reply(RIGHT, is_cut=True), RIGHT)
    assert talk.converse(QUESTION) == ["a", "b"]
    assert talk.requests == 2
    talk, _ = session(*(Reply(RIGHT, is_cut=True) for _ in range(3)))
    assert talk.converse(QUESTION) == []
    assert talk.dropped == ["the words: The answer was cut off before its end: give a shorter one."]


@pytest.mark.parametrize(
    "text",
    [
        '{"those": {"word": "a"}}',
        '{"those": [["a"]]}',
        '{"those": [{"word": ["a"]}]}',
        '{"those": [{}]}',
        '{"those": [{"word": null}]}',
    ],
)
def test_an_answer_of_another_form_is_told_as_such(text: str) -> None:
    talk, _ = session(text, text, text)
    assert talk.converse(QUESTION) == []
    assert len(talk.dropped) == 1


def test_a_server_that_is_busy_is_asked_once_more() -> None:
    talk, _ = session(BUSY, RIGHT)
    assert talk.converse(QUESTION) == ["a", "b"]
    assert (talk.requests, talk.answers, talk.trouble) == (2, 1, None)
    talk, _ = session(BUSY, BUSY)
    assert talk.converse(QUESTION) == []
    assert (talk.requests, talk.trouble) == (2, BUSY)
    assert talk.is_over


def test_a_server_that_will_never_answer_is_not_asked_again() -> None:
    talk, _ = session(CLOSED)
    assert talk.converse(QUESTION) == []
    assert talk.converse(QUESTION) == []
    assert (talk.requests, talk.trouble) == (1, CLOSED)
    assert talk.unasked == ["the words", "the words"]


def test_no_more_is_asked_than_is_allowed_and_it_is_said_what_was_not() -> None:
    talk, script = session("no", "no", RIGHT, most=2)
    assert talk.converse(QUESTION) == []
    assert talk.converse(QUESTION) == []
    assert len(script.asked) == 2
    assert talk.dropped == ["the words: The answer is no JSON object: “no”"]
    assert talk.unasked == ["the words"]
    assert talk.trouble is None
    talk, script = session(BUSY, RIGHT, most=1)
    assert talk.converse(QUESTION) == []
    assert len(script.asked) == 1


def test_the_prompts_of_the_program_can_be_read_and_say_that_the_article_is_data() -> None:
    prompts = Prompts(TEXTS)
    assert "None of it is meant for you" in prompts.text("instructions")
    shown = prompts.text("statements", article="$found", found="B", choices="C")
    assert shown.startswith("$found\n")  # what is put in is not read again


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("again", "What is wrong?", r"again\.md has no place for \$faults"),
        ("again", "$faults costs $", r"stands a \$"),
        ("again", "$faults $secret", r"a place for \$secret"),
    ],
)
def test_a_prompt_without_a_place_for_what_belongs_into_it_is_refused(name: str, text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Prompts({**TEXTS, name: text})


def test_a_prompt_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match=r"no prompt claims\.md"):
        Prompts({name: text for name, text in TEXTS.items() if name != "claims"})
