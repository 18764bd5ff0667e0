"""What each answer of a server means, and how politely servers are asked."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_dossier.cli import linkasking, webasking
from mkdocs_dossier.cli.linkasking import Manners, answers
from mkdocs_dossier.cli.webasking import SilentError
from mkdocs_dossier.reports.linkreport import Answer, State
from tests.cli.web_servers import Answer as Sent
from tests.cli.web_servers import Request, Web, serving

QUICK = Manners(pause=0, seconds=10)
HASTY = Manners(pause=0, seconds=0.2)


@pytest.fixture(autouse=True)
def _without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def became(answer: Callable[[Request], Sent], path: str = "/a", manners: Manners = QUICK) -> Answer:
    """Ask one address; its own is written as URL in what is said."""
    with serving(answer) as web:
        ((_, found),) = answers([web.url + path], manners)
    return Answer(
        found.state, found.why.replace(web.url, "URL"), found.to.replace(web.url, "URL"), found.status
    )


def on(**sent: Sent) -> Callable[[Request], Sent]:
    """Answer by path, 404 elsewhere."""
    return lambda request: sent.get(request.path.strip("/") or "start", Sent(404))


def to(place: str, status: int = 301) -> Sent:
    return Sent(status, {"Location": place})


def test_a_page_that_is_there_is_asked_once_without_its_content() -> None:
    with serving(lambda _: Sent(body=b"x" * 1_000)) as web:
        ((url, found),) = answers([f"{web.url}/a"], QUICK)
    assert (url, found) == (f"{web.url}/a", Answer(State.FINE, status=200))
    assert web.said == ["HEAD /a"]
    assert web.asked[0].headers["User-Agent"].startswith("mkdocs-dossier/")
    assert "Cookie" not in web.asked[0].headers


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
def test_a_server_that_knows_no_head_is_asked_for_the_page(status: int) -> None:
    with serving(lambda request: Sent(status if request.method == "HEAD" else 200, body=b"x")) as web:
        ((_, found),) = answers([f"{web.url}/a"], QUICK)
    assert found == Answer(State.FINE, status=200)
    assert web.said == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize(
    ("status", "state", "why"),
    [
        (200, State.FINE, ""),
        (204, State.FINE, ""),
        (404, State.DEAD, "It answers 404 Not Found."),
        (410, State.DEAD, "It answers 410 Gone."),
        (401, State.UNANSWERED, "It answers a program 401 Unauthorized; a browser may get the page."),
        (403, State.UNANSWERED, "It answers a program 403 Forbidden; a browser may get the page."),
        (451, State.UNANSWERED, "It answers a program 451 Unavailable For Legal Reasons; a browser may"),
        (429, State.UNANSWERED, "It answers a program 429 Too Many Requests; a browser may"),
        (500, State.UNANSWERED, "It answers a program 500 Internal Server Error; a browser may"),
        (503, State.UNANSWERED, "It answers a program 503 Service Unavailable; a browser may"),
        (999, State.UNANSWERED, "It answers a program 999; a browser may get the page."),
        (304, State.UNANSWERED, "It answers a program 304 Not Modified; a browser may get the page."),
        (301, State.UNANSWERED, "It answers a program 301 Moved Permanently; a browser may get the page."),
    ],
)
def test_each_status_has_its_meaning(status: int, state: State, why: str) -> None:
    found = became(lambda _: Sent(status))
    assert (found.state, found.status) == (state, status)
    assert found.why.startswith(why)


@pytest.mark.parametrize("status", [301, 308])
def test_what_moved_for_good_is_said_with_where_to(status: int) -> None:
    found = became(on(a=to("/b", status), b=to("c", status), c=Sent()))
    assert found == Answer(State.MOVED, "", "URL/c", 200)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_what_leads_on_for_now_is_fine(status: int) -> None:
    assert became(on(a=to("/b", status), b=Sent())) == Answer(State.FINE, status=200)
    # What lies behind the first that is not for good is not where it moved to.
    assert became(on(a=to("/b"), b=to("/c", status), c=Sent())).to == "URL/b"
    assert became(on(a=to("/b", status), b=to("/c"), c=Sent())).state is State.FINE


def test_a_page_that_leads_to_a_start_page_may_be_gone() -> None:
    found = became(on(a=to("/", 302), start=Sent()))
    assert (found.state, found.to) == (State.MOVED, "URL/")
    assert "the page itself may be gone" in found.why
    # Which page it is may stand behind the question mark; and what was a start page is one.
    assert became(lambda one: Sent() if "?" in one.path else to("/?id=7", 302)).state is State.FINE
    assert (
        became(lambda one: Sent() if "Cookie" in one.headers else _with_cookie("/", 302), "/").state
        is State.FINE
    )


def test_what_leads_to_itself_has_not_moved() -> None:
    found = became(lambda one: Sent() if "Cookie" in one.headers else _with_cookie("/a", 301))
    assert found == Answer(State.FINE, status=200)


def _with_cookie(place: str, status: int) -> Sent:
    return Sent(status, {"Location": place, "Set-Cookie": "seen=1"})


def test_a_cookie_that_a_page_sets_on_the_way_is_sent_and_forgotten_after() -> None:
    def walled(request: Request) -> Sent:
        if request.headers.get("Cookie") == "seen=1":
            return Sent()
        return Sent(302, {"Location": request.path, "Set-Cookie": "seen=1"})

    with serving(walled) as web:
        found = dict(answers([f"{web.url}/a", f"{web.url}/b"], QUICK))
    assert {one.state for one in found.values()} == {State.FINE}
    assert web.said == ["HEAD /a", "HEAD /a", "HEAD /b", "HEAD /b"]


def test_what_it_leads_on_to_is_judged() -> None:
    found = became(on(a=to("/gone")))
    assert found == Answer(State.DEAD, "It leads on to URL/gone. It answers 404 Not Found.", "", 404)
    found = became(on(a=to("/shut"), shut=Sent(403)))
    assert (found.state, found.status) == (State.UNANSWERED, 403)
    found = became(on(a=to("ftp://example.org/")))
    assert (found.state, found.why) == (State.UNANSWERED, "It leads on to an address of another kind.")
    found = became(on(a=to("http://[::1")))
    assert found.state is State.UNANSWERED


def test_a_circle_is_left_after_ten_steps() -> None:
    with serving(on(a=to("/b"), b=to("/a"))) as web:
        ((_, found),) = answers([f"{web.url}/a"], QUICK)
    assert (found.state, found.why) == (State.UNANSWERED, "It leads on more than 10 times.")
    assert len(web.asked) == 11


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (Sent(raw=b"\xff\xfe\r\n\r\n"), "It sends no answer that can be read."),
        (Sent(raw=b""), "It sends no answer that can be read."),
        (Sent(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000), "It sends no answer that can be read."),
        (
            Sent(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"),
            "It sends no answer that can be read.",
        ),
        (Sent(hangs=True), "It was silent for 0.2 seconds."),
        (Sent(drips=True), "It had not answered in full after 0.4 seconds."),
    ],
)
def test_a_server_that_answers_nothing_is_not_called_dead(sent: Sent, why: str) -> None:
    manners = HASTY if sent.hangs or sent.drips else QUICK
    assert became(lambda _: sent, manners=manners) == Answer(State.UNANSWERED, why)


def test_a_body_without_end_is_not_read() -> None:
    endless = Sent(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 100_000)
    assert became(lambda request: Sent(405) if request.method == "HEAD" else endless).state is State.FINE


def test_a_closed_port_is_not_called_dead() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    ((_, found),) = answers([url], QUICK)
    assert found == Answer(State.UNANSWERED, "Its host refuses the connection.")


@pytest.mark.parametrize(
    ("number", "state", "why"),
    [
        (socket.EAI_NONAME, State.DEAD, "There is no host of that name."),
        (socket.EAI_AGAIN, State.UNANSWERED, "The name of its host cannot be looked up now."),
    ],
)
def test_a_name_that_nobody_knows_is_dead_and_one_that_cannot_be_asked_for_is_not(
    number: int, state: State, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(number, "so")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    ((_, found),) = answers(["http://gone.invalid/a"], QUICK)
    assert found == Answer(state, why)


def test_a_server_without_a_secure_connection_is_not_called_dead() -> None:
    with serving(lambda _: Sent()) as web:
        ((_, found),) = answers([web.url.replace("http:", "https:")], QUICK)
    assert found == Answer(State.UNANSWERED, "No secure connection to its host can be made.")


def test_a_certificate_that_nobody_vouches_for_is_said_to_be_so(tmp_path: Path) -> None:
    authorities = pytest.importorskip(
        "tests.dossier.time_authority", reason="The extra timestamp is missing."
    )
    own = authorities.Authority(called="127.0.0.1")
    secret = own.own.private_bytes(*authorities.PEM_OF_A_KEY)
    (tmp_path / "both.pem").write_bytes(own.pem("signer") + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "both.pem")
    with serving(lambda _: Sent(), secure=context) as web:
        ((_, found),) = answers([f"{web.url}/a"], QUICK)
        assert web.asked == []
    assert found.state is State.UNANSWERED
    assert found.why.startswith("Its certificate is not valid: unable to get local issuer certificate.")


@pytest.mark.parametrize("url", ["http://[::1", "http://exa mple/", "http://" + "a" * 70 + ".example/"])
def test_what_cannot_be_asked_ends_no_others(url: str) -> None:
    with serving(lambda _: Sent()) as web:
        found = dict(answers([url, f"{web.url}/a"], QUICK))
    assert found[url].state is State.UNANSWERED
    assert found[f"{web.url}/a"].state is State.FINE


def test_a_fault_of_ours_ends_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr(linkasking, "new_session", broken)
    ((_, found),) = answers(["http://127.0.0.1:9/"], QUICK)
    assert found == Answer(State.UNANSWERED, "It cannot be asked (RuntimeError).")


# Politeness


@pytest.fixture
def three() -> Iterator[list[Web]]:
    """Serve at three addresses, which are three hosts; macOS has only one of itself."""
    with socket.socket() as free:
        try:
            free.bind(("127.0.0.3", 0))
        except OSError:
            pytest.skip("This computer has no other addresses of its own.")
    with (
        serving(lambda _: Sent()) as one,
        serving(lambda _: Sent(), "127.0.0.2") as two,
        serving(lambda _: Sent(), "127.0.0.3") as three,
    ):
        yield [one, two, three]


class Together:
    """Answers after a moment in which another request may come, and notes how many did."""

    def __init__(self, answer: Sent) -> None:
        self.most = self._now = 0
        self._answer = answer
        self._lock = threading.Lock()
        self._met = threading.Event()

    def __call__(self, _: Request) -> Sent:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            if self._now > 1:
                self._met.set()
        self._met.wait(0.02)
        with self._lock:
            self._now -= 1
        return self._answer


def test_a_host_gets_one_request_at_a_time(three: list[Web]) -> None:
    for web in three:
        web.answer = Together(Sent())
    urls = [f"{web.url}/{path}" for path in range(6) for web in three]
    assert dict(answers(urls, QUICK)).keys() == {*urls}
    assert [web.answer.most for web in three if isinstance(web.answer, Together)] == [1, 1, 1]


def test_those_that_others_lead_on_to_wait_for_their_turn_too(three: list[Web]) -> None:
    three[2].answer = last = Together(Sent())
    for web in three[:2]:
        web.answer = lambda _: to(f"{three[2].url}/x", 302)
    found = dict(answers([f"{web.url}/{path}" for path in range(6) for web in three[:2]], QUICK))
    assert {one.state for one in found.values()} == {State.FINE}
    assert len(three[2].asked) == 12
    assert last.most == 1


@pytest.mark.parametrize("most", [1, 2])
def test_only_so_many_hosts_are_asked_at_once(three: list[Web], most: int) -> None:
    together = Together(Sent())
    for web in three:
        web.answer = together
    urls = [f"{web.url}/{path}" for path in range(4) for web in three]
    dict(answers(urls, Manners(pause=0, hosts=most)))
    assert together.most <= most


def test_several_hosts_are_asked_at_once(three: list[Web]) -> None:
    met = threading.Barrier(3, timeout=10)

    def answer(_: Request) -> Sent:
        met.wait()
        return Sent()

    for web in three:
        web.answer = answer
    found = dict(answers([f"{web.url}/a" for web in three], QUICK))
    assert {one.state for one in found.values()} == {State.FINE}


def test_between_two_requests_to_a_host_there_is_a_pause(
    three: list[Web], monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    class Quick(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waited.append(timeout or 0)
            return self.is_set()

    monkeypatch.setattr(linkasking, "Event", Quick)
    urls = [f"{web.url}/{path}" for path in range(3) for web in three]
    dict(answers(urls, Manners(pause=1_000)))
    assert len(waited) == 9
    assert sorted(waited)[:3] == [0, 0, 0]  # the first of each host
    assert all(900 < one <= 1_000 for one in sorted(waited)[3:])


def test_an_address_that_stands_there_twice_is_asked_once() -> None:
    with serving(lambda _: Sent()) as web:
        urls = [f"{web.url}/a", f"{web.url}/a#x", f"{web.url}/a#y", f"{web.url}/a"]
        found = dict(answers(urls, QUICK))
    assert found.keys() == {*urls}
    assert web.said == ["HEAD /a"]


def test_a_host_that_wants_fewer_requests_gets_no_more(three: list[Web]) -> None:
    three[0].answer = lambda request: Sent(429 if request.path == "/1" else 200)
    urls = [f"{three[0].url}/{path}" for path in range(4)]
    found = [answer for _, answer in answers([*urls, f"{three[1].url}/a"], QUICK)]
    assert three[0].said == ["HEAD /0", "HEAD /1"]
    why = [answer.why for answer in found if answer.state is State.UNANSWERED]
    assert why[1:] == ["Its host wants fewer requests (429): ask again later."] * 2
    assert len(found) == 5


def test_a_host_that_does_not_end_an_answer_gets_no_more() -> None:
    with serving(lambda _: Sent(drips=True)) as web:
        found = [answer.why for _, answer in answers([f"{web.url}/{path}" for path in range(3)], HASTY)]
    assert web.said == ["HEAD /0"]
    assert found[1:] == ["It was not asked, since its host does not end an earlier answer."] * 2


def test_who_stops_early_asks_no_more(three: list[Web]) -> None:
    gate = threading.Event()

    def slow(request: Request) -> Sent:
        if request.path != "/0":
            gate.wait(10)
        return Sent()

    for web in three:
        web.answer = slow
    coming = answers([f"{web.url}/{path}" for path in range(50) for web in three], QUICK)
    next(coming)
    coming.close()
    gate.set()
    for thread in threading.enumerate():
        if thread.name == linkasking.THREAD:
            thread.join(10)
    assert sum(len(web.asked) for web in three) <= 6


def test_a_silent_error_says_what_is_known() -> None:
    assert (SilentError("So.").is_unknown, SilentError("So.").is_open) == (False, False)
    assert webasking.AGENT.isascii()
