"""What a server that speaks as that of OpenAI answers, or fails to, and what the author is told."""

import socket

import pytest

from mkdocs_dossier.cli import modelserver
from mkdocs_dossier.cli.modelserver import ModelServer
from mkdocs_dossier.drafting.pointing.asking import Request, Turn, UnansweredError, a_list, an_object, one_of
from tests.drafting.model_server import Answer, in_turn, says, serving

pytest.importorskip("pydantic_ai", reason="The extra model is not installed.")

SCHEMA = an_object(those=a_list(an_object(word=one_of(["a", "b"])), 3))
REQUEST = Request(
    "words", "Be short.", (Turn("Which?"), Turn("None.", is_ours=False), Turn("Again.")), SCHEMA
)


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modelserver, "_PAUSE", 0)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://leak.invalid/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "of-the-environment")


def test_a_request_holds_the_turns_and_the_schema_and_no_tools() -> None:
    with serving(in_turn([says({"those": []})])) as fake:
        reply = ModelServer("my-model", fake.url, "my-key", 10)(REQUEST)
    assert (reply.text, reply.tokens_in, reply.tokens_out, reply.is_cut) == ('{"those": []}', 100, 10, False)
    (asked,) = fake.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer my-key"
    assert asked.body["model"] == "my-model"
    assert [(one["role"], one["content"]) for one in asked.body["messages"]] == [
        ("system", "Be short."),
        ("user", "Which?"),
        ("assistant", "None."),
        ("user", "Again."),
    ]
    assert asked.name == "words"
    assert asked.choices("those", "word") == ["a", "b"]
    assert "tools" not in asked.body


def test_without_a_key_none_of_the_environment_is_sent() -> None:
    with serving(in_turn([says({})])) as fake:
        ModelServer("m", fake.url, "", 10)(REQUEST)
    assert fake.asked[0].headers["authorization"] == "Bearer none"


def test_an_answer_that_the_server_cut_off_is_known_as_such() -> None:
    with serving(in_turn([Answer('{"those": [', finish="length")])) as fake:
        assert ModelServer("m", fake.url, "", 10)(REQUEST).is_cut


@pytest.mark.parametrize(
    ("answer", "is_passing", "why"),
    [
        (Answer("who are you", 401), False, r"wants a key: set OPENAI_API_KEY\. \(401: who are you\)"),
        (Answer("who are you", 403), False, "wants a key"),
        (Answer("no m", 404), False, r"has no model `m`, or it is another address.* \(404: no m\)"),
        (Answer("too long", 400), False, r"refuses the request\..* \(400: too long\)"),
        (Answer("slowly", 429), True, r"cannot answer now \(429: slowly\)"),
        (Answer("oh", 500), True, r"cannot answer now \(500: oh\)"),
        (Answer("oh", 503), True, "cannot answer now"),
        (Answer(status=307, headers={"Location": "http://127.0.0.1:9/v1"}), False, "leads on to another one"),
        (Answer(wait=30), True, r"no answer within 0\.2 seconds \(--timeout\)"),
        (Answer(drips=True), True, r"no answer within 0\.2 seconds \(--timeout\)"),
        (
            Answer(body=b"<html>Hello", headers={"Content-Type": "text/html"}),
            True,
            "no answer that can be read",
        ),
        (Answer(body=b"{}"), True, "no answer that can be read"),
        (Answer(body=b"[1]"), True, "no answer that can be read"),
        (Answer(body=b""), True, "no answer that can be read"),
        (Answer(body=b"\xff\xfe{"), True, "no answer that can be read"),
    ],
)
def test_each_trouble_is_told_in_a_line_with_what_to_do(answer: Answer, is_passing: bool, why: str) -> None:
    timeout = 0.2 if answer.wait or answer.drips else 10
    with serving(lambda *_: answer) as fake, pytest.raises(UnansweredError, match=why) as told:
        ModelServer("m", fake.url, "", timeout)(REQUEST)
    assert told.value.is_passing == is_passing
    assert told.value.message.startswith(f"The server at {fake.url} ")
    assert "\n" not in told.value.message
    assert len(fake.asked) == 1


def test_a_key_that_is_refused_is_told_apart_from_one_that_is_missing_and_never_shown() -> None:
    with serving(lambda *_: Answer("no", 401)) as fake, pytest.raises(UnansweredError) as told:
        ModelServer("m", fake.url, "my-key", 10)(REQUEST)
    assert "refuses the key in OPENAI_API_KEY" in told.value.message
    assert "my-key" not in told.value.message


def test_a_server_that_leads_elsewhere_is_not_followed() -> None:
    with serving(in_turn([])) as other:
        to = {"Location": f"{other.url}/chat/completions"}
        with serving(lambda *_: Answer(status=308, headers=to)) as fake, pytest.raises(UnansweredError):
            ModelServer("m", fake.url, "", 10)(REQUEST)
        assert other.asked == []


def test_a_closed_port_is_for_the_author_to_open() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(UnansweredError, match=r"Nothing can be reached at .* Does the server run") as told:
        ModelServer("m", address, "", 10)(REQUEST)
    assert not told.value.is_passing


@pytest.mark.parametrize("key", ["schlüssel", "two\nlines", "\x1b[1m"])
def test_a_key_that_no_header_can_hold_is_said_before_anything_is_sent(key: str) -> None:
    with pytest.raises(UnansweredError, match="no key has") as told:
        ModelServer("m", "http://127.0.0.1:9/v1", key, 10).prepare()
    assert not told.value.is_passing
