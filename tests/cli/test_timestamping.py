"""What is asked of an authority, and what of its answers is kept."""

import sys
from collections.abc import Callable
from functools import partial
from gzip import compress
from hashlib import sha256

import pytest

pytest.importorskip("rfc3161_client", reason="The extra timestamp is not installed.")

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.cli.timestamping import ask
from mkdocs_dossier.dossier.timestamps import Stamp, read_token
from tests.cli.time_server import asked_of, stamping
from tests.cli.web_servers import Answer, Request, serving
from tests.dossier.time_authority import Authority

PAGE = b"<h1>The strikes</h1>"
DIGEST = sha256(PAGE).hexdigest()
TIME = Authority(seed=200)


@pytest.fixture(autouse=True)
def _without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def refused(answer: Callable[[Request], Answer], timeout: float = 10) -> str:
    with serving(answer) as web, pytest.raises(RefusedError) as told:
        ask(f"{web.url}/tsr", DIGEST, timeout)
    assert "\n" not in str(told.value)
    return str(told.value).replace(web.url, "URL")


def _always(answer: Answer, _: Request) -> Answer:
    return answer


def test_the_digest_alone_is_sent_and_the_answer_comes_back_as_it_came() -> None:
    with serving(lambda request: stamping(TIME, request)) as web:
        first, second = ask(f"{web.url}/tsr", DIGEST, 10), ask(f"{web.url}/tsr", DIGEST, 10)
    assert isinstance(read_token(first, DIGEST, lambda: b""), Stamp)
    assert web.said == ["POST /tsr", "POST /tsr"]
    digests, numbers, wants = zip(*(asked_of(one.body) for one in web.asked), strict=True)
    assert digests == (sha256(PAGE).digest(),) * 2
    assert wants == (True, True)
    assert numbers[0] != numbers[1]
    assert first != second
    headers = web.asked[0].headers
    assert headers["Content-Type"] == "application/timestamp-query"
    assert headers["User-Agent"].startswith("mkdocs-dossier/")
    assert len(web.asked[0].body) < 100


def test_no_password_of_the_author_is_sent(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    (netrc := tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")  # type: ignore[operator]
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(lambda request: stamping(TIME, request)) as web:
        ask(web.url, DIGEST, 10)
    assert "Authorization" not in web.asked[0].headers


def test_a_stamp_of_something_else_or_of_another_request_is_not_kept() -> None:
    def of_another(request: Request) -> Answer:
        return Answer(body=TIME.answer(TIME.over(bytes(32), nonce=asked_of(request.body)[1])))

    assert "for other bytes" in refused(of_another)
    for nonce in (None, 7):
        played_back = Answer(body=TIME.answer(TIME.token(PAGE, nonce=nonce)))
        assert "answers another request" in refused(partial(_always, played_back))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(404), "URL/tsr gives no time stamp: it answers 404. Is it the address for time stamps"),
        (Answer(500, body=b"oh"), "it answers 500"),
        (Answer(302, {"Location": "/other"}), "URL/tsr leads on to URL/other. If that is the authority's"),
        (Answer(308, {"Location": "ftp://x/"}), "leads on to ftp://x/"),
        (Answer(body=b"<html>Welcome"), "is not kept. This is no time stamp that can be read."),
        (Answer(body=b""), "is not kept. This is no time stamp that can be read."),
        (Answer(body=bytes(200_000)), "it answers 200"),
        (Answer(body=bytes(1_000_001)), "It sends far more"),
        (Answer(headers={"Content-Encoding": "gzip"}, body=compress(bytes(2_000_000))), "is no time stamp"),
        (Answer(body=TIME.but(status=2, words="No credit").answer(b"")), "no time stamp: “No credit”"),
        (Answer(raw=b"\xff\xfe\r\n\r\n"), "It sends no answer that can be read."),
        (Answer(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000), "It sends no answer that can be read."),
        (Answer(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"), "no answer that can be read."),
        (Answer(hangs=True), "It was silent for 0.2 seconds."),
        (Answer(drips=True), "It had not answered in full after 0.4 seconds."),
    ],
)
def test_each_trouble_is_told_in_a_line(answer: Answer, why: str) -> None:
    timeout = 0.2 if answer.hangs or answer.drips else 10
    assert why in refused(lambda _: answer, timeout)


@pytest.mark.parametrize(
    "address", ["", "ftp://example.org", "example.org", "https://me:secret@example.org/"]
)
def test_what_is_no_address_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(RefusedError, match="The address of the authority is"):
        ask(address, DIGEST, 10)


def test_without_the_extra_the_author_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(RefusedError, match=r"pip install 'mkdocs-dossier\[timestamp\]'"):
        ask("http://127.0.0.1:9/", DIGEST, 10)
