"""Asks many addresses politely: one request at a time to a host, a pause after each, a few hosts at once."""

import time
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from mkdocs_dossier.cli.webasking import Reply, SilentError, ask, new_session
from mkdocs_dossier.reports.linkreport import Answer, State

if TYPE_CHECKING:
    from requests import Session

THREAD = "asks links"
"""The name of the threads that ask."""

_MOST_HOPS = 10
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_FAILED = 400
_POLL = 0.5
"""Seconds: so soon Ctrl+C is noticed, on systems where it interrupts no waiting."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How servers are asked: the `pause` between two requests to a host, in seconds; so many `hosts` at once.

    A server may be silent for so many `seconds`.
    """

    pause: float = 1.0
    seconds: float = 10.0
    hosts: int = 8


@dataclass
class _Turn:
    """A host: who holds the lock may ask it; `closed` says why nobody may any more."""

    lock: Lock = field(default_factory=Lock)
    ended: float = float("-inf")
    closed: str = ""


def answers(addresses: Sequence[str], manners: Manners) -> Generator[tuple[str, Answer]]:
    """Ask each address once, in any order; yield what it answers as soon as that is known.

    Addresses that differ only behind a `#` are one. Whoever stops early closes the iterator: nothing more is
    asked then.
    """
    spelt: dict[str, list[str]] = {}
    for url in dict.fromkeys(addresses):
        spelt.setdefault(urldefrag(url).url, []).append(url)
    asking = _Asking(list(spelt), manners)
    try:
        for _ in spelt:
            asked, answer = asking.next()
            yield from ((url, answer) for url in spelt[asked])
    finally:
        asking.stopped.set()


class _Asking:
    """The threads that ask. They end with the program: nobody waits for a server after Ctrl+C."""

    def __init__(self, addresses: Sequence[str], manners: Manners) -> None:
        self.stopped = Event()
        self._manners = manners
        self._turns: dict[str, _Turn] = {}
        self._lock = Lock()
        self._results: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
        of_hosts: dict[str, list[str]] = {}
        for url in addresses:
            of_hosts.setdefault(_host(url), []).append(url)
        # The host with most addresses takes longest: it begins first.
        self._waiting = deque(sorted(of_hosts.values(), key=len, reverse=True))
        for _ in range(min(manners.hosts, len(of_hosts))):
            Thread(target=self._work, name=THREAD, daemon=True).start()

    def next(self) -> tuple[str, Answer]:
        """Wait for the next answer."""
        while True:
            try:
                return self._results.get(timeout=_POLL)
            except Empty:
                continue

    def _work(self) -> None:
        while not self.stopped.is_set():
            with self._lock:
                if not self._waiting:
                    return
                addresses = self._waiting.popleft()
            for url in addresses:
                self._results.put((url, self._answer(url)))

    def _answer(self, url: str) -> Answer:
        try:
            with closing(new_session()) as session:
                return _Visit(self, session).answer(url)
        except Exception as trouble:  # whatever it is, the other addresses are asked all the same
            return Answer(State.UNANSWERED, f"It cannot be asked ({type(trouble).__name__}).")

    def ask(self, session: "Session", method: str, url: str) -> Reply:
        """Ask a server when it is this address's turn. Raises `SilentError`."""
        with self._lock:
            turn = self._turns.setdefault(_host(url), _Turn())
        with turn.lock:
            if not turn.closed:
                self.stopped.wait(max(0.0, turn.ended + self._manners.pause - time.monotonic()))
            if turn.closed or self.stopped.is_set():
                raise SilentError(turn.closed or "It was not asked.")
            try:
                reply = ask(session, method, url, self._manners.seconds)
            except SilentError as trouble:
                if trouble.is_open:
                    turn.closed = "It was not asked, since its host does not end an earlier answer."
                raise
            finally:
                turn.ended = time.monotonic()
            if reply.status == HTTPStatus.TOO_MANY_REQUESTS:
                turn.closed = "Its host wants fewer requests (429): ask again later."
            return reply


class _Visit:
    """Asks one address, and those that it leads on to."""

    def __init__(self, asking: _Asking, session: "Session") -> None:
        self._asking = asking
        self._session = session

    def answer(self, url: str) -> Answer:
        """Return what became of an address."""
        at, moved, is_for_good = url, "", True
        for _ in range(_MOST_HOPS + 1):
            try:
                reply = self._reply(at)
            except SilentError as trouble:
                state = State.DEAD if trouble.is_unknown else State.UNANSWERED
                return Answer(state, _by_way(trouble.why, url, at))
            if not reply.to:
                return _judged(reply.status, url, at, moved)
            if not reply.to.lower().startswith(("http://", "https://")):
                return Answer(
                    State.UNANSWERED, "It leads on to an address of another kind.", status=reply.status
                )
            is_for_good = is_for_good and reply.status in _FOR_GOOD
            at = reply.to
            moved = at if is_for_good else moved
        return Answer(State.UNANSWERED, f"It leads on more than {_MOST_HOPS} times.", status=reply.status)

    def _reply(self, url: str) -> Reply:
        """Ask without, and where that fails with the page itself: not every server knows the former."""
        reply = self._asking.ask(self._session, "HEAD", url)
        if reply.status < _FAILED or reply.status == HTTPStatus.TOO_MANY_REQUESTS:
            return reply
        return self._asking.ask(self._session, "GET", url)


def _judged(status: int, url: str, at: str, moved: str) -> Answer:
    """Say what the last answer means; `at` is where it came from, `moved` where the address is for good."""
    if status in _GONE:
        return Answer(State.DEAD, _by_way(f"It answers {_status(status)}.", url, at), status=status)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        why = f"It answers a program {_status(status)}; a browser may get the page."
        return Answer(State.UNANSWERED, _by_way(why, url, at), status=status)
    if moved not in ("", url):
        return Answer(State.MOVED, "", urldefrag(moved).url, status)
    if _is_start(at) and not _is_start(url):
        return Answer(State.MOVED, "It leads to a start page: the page itself may be gone.", at, status)
    return Answer(State.FINE, status=status)


def _is_start(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _status(status: int) -> str:
    known = {one.value: one.phrase for one in HTTPStatus}
    return f"{status} {known.get(status, '')}".rstrip()


def _by_way(why: str, url: str, at: str) -> str:
    return why if at == url else f"It leads on to {at}. {why}"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return ""
