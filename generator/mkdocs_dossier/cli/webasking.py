"""Asks an address on the web, once, and comes back in time whatever the server does.

Nothing is sent but what the caller gives: no password of the author's `.netrc`, and no cookie that an earlier
visit left. A redirect is told, not followed. The author's system says which proxy is asked, and whose
certificates count (`HTTPS_PROXY`, `REQUESTS_CA_BUNDLE`).
"""

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin, urlsplit

from mkdocs_dossier.text.shortening import cut_line
from mkdocs_dossier.version import __version__

if TYPE_CHECKING:
    from requests import PreparedRequest, Response, Session

AGENT = f"mkdocs-dossier/{__version__} (asked by the author of a dossier, not by a crawler)"
"""Who asks, as servers are told."""

_SHOWN = 160
_FOUND, _REDIRECTS = 200, 5
_MOST = 1_000_000
"""The most bytes of an answer that anybody here reads."""

Result = TypeVar("Result")


class SilentError(Exception):
    """No answer came that can be used; `why` says why, as a sentence about the server.

    `is_unknown` says that nobody knows a host of that name; `is_open`, that the server goes on with what it
    sends, which nobody here waits for.
    """

    def __init__(self, why: str, *, is_unknown: bool = False, is_open: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.is_unknown = is_unknown
        self.is_open = is_open


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered: the status, where it leads on to, if anywhere, and what was read of it."""

    status: int
    to: str = ""
    content: bytes = b""


def new_session() -> "Session":
    """Begin a visit, during which a server may set cookies. Whoever begins it, closes it."""
    from requests import Session  # noqa: PLC0415 - slow to import

    session = Session()
    session.auth = _as_it_is
    session.headers["User-Agent"] = AGENT
    session.headers["Accept-Encoding"] = "identity"
    return session


def _as_it_is(request: "PreparedRequest") -> "PreparedRequest":
    """Add no password: where none is set, the library looks for one in the author's files."""
    return request


def ask(session: "Session", method: str, address: str, seconds: float) -> Reply:
    """Ask for a page, and read none of it. Raises `SilentError`.

    A server may be silent for so many `seconds`; after twice as many, nobody waits for it any more.
    """

    def work() -> Reply:
        with session.request(method, address, timeout=seconds, allow_redirects=False, stream=True) as answer:
            return Reply(answer.status_code, _target(session, answer))

    return _told(work, seconds)


def send(session: "Session", address: str, kind: str, body: bytes, seconds: float) -> Reply:
    """Send some bytes of a media type, and read the answer. Raises `SilentError`, as for `ask`."""

    def work() -> Reply:
        with session.post(
            address,
            data=body,
            headers={"Content-Type": kind},
            timeout=seconds,
            allow_redirects=False,
            stream=True,
        ) as answer:
            # As sent, whatever encoding the server says: what is packed small may be without end.
            content = answer.raw.read(_MOST + 1, decode_content=False)
            return Reply(answer.status_code, _target(session, answer), content)

    reply = _told(work, seconds)
    if len(reply.content) > _MOST:
        raise SilentError("It sends far more than such an answer needs.")
    return reply


def fetch(session: "Session", address: str, seconds: float, most: int) -> Reply:
    """Read a file of at most so many bytes, over redirects within its host. Raises `SilentError`."""

    def work() -> Reply:
        with session.get(address, timeout=seconds, allow_redirects=False, stream=True) as answer:
            content = answer.raw.read(most + 1, decode_content=False) if answer.status_code == _FOUND else b""
            return Reply(answer.status_code, _target(session, answer), content)

    host, reply = urlsplit(address).netloc, _told(work, seconds)
    for _ in range(_REDIRECTS):
        if not reply.to or urlsplit(reply.to).netloc != host:
            break
        address = reply.to
        reply = _told(work, seconds)
    if len(reply.content) > most:
        raise SilentError("It sends far more than such a file has.")
    return reply


def _target(session: "Session", answer: "Response") -> str:
    """Return the whole address that an answer leads on to; "" where it leads nowhere."""
    try:
        return urljoin(answer.url, session.get_redirect_target(answer) or "") if answer.is_redirect else ""
    except ValueError:  # not an address, or not even text
        return ""


def _told(work: Callable[[], Result], seconds: float) -> Result:
    """Carry out a request, in a thread that nobody waits for too long. Raises `SilentError`."""
    results: SimpleQueue[tuple[Result | None, Exception | None]] = SimpleQueue()

    def carry_out() -> None:
        try:
            results.put((work(), None))
        except Exception as trouble:  # whatever the library meets
            results.put((None, trouble))

    Thread(target=carry_out, daemon=True).start()
    try:
        result, trouble = results.get(timeout=2 * seconds)
    except Empty:
        raise SilentError(
            f"It had not answered in full after {2 * seconds:g} seconds.", is_open=True
        ) from None
    if trouble is not None:
        raise _silence(trouble, seconds) from trouble
    return result  # type: ignore[return-value]  # there is one where there is no trouble


def _silence(trouble: Exception, seconds: float) -> SilentError:
    """Say in words for an author why there is no answer."""
    from requests import exceptions  # noqa: PLC0415 - slow to import

    causes = list(_causes(trouble))
    for one in causes:
        if isinstance(one, socket.gaierror):
            if one.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
                return SilentError("There is no host of that name.", is_unknown=True)
            return SilentError("The name of its host cannot be looked up now.")
        if isinstance(one, ssl.SSLCertVerificationError):
            return SilentError(f"Its certificate is not valid: {cut_line(one.verify_message, _SHOWN)}.")
        if isinstance(one, ConnectionRefusedError):
            return SilentError("Its host refuses the connection.")
        if isinstance(one, ssl.SSLError):
            return SilentError("No secure connection to its host can be made.")
    if any(isinstance(one, exceptions.Timeout | TimeoutError) for one in causes):
        return SilentError(f"It was silent for {seconds:g} seconds.")
    if isinstance(trouble, exceptions.InvalidURL | exceptions.InvalidSchema | UnicodeError):
        return SilentError("It is no address that can be asked.")
    if isinstance(trouble, exceptions.ProxyError):
        return SilentError("The proxy cannot be reached.")
    return SilentError("It sends no answer that can be read.")


def _causes(trouble: BaseException) -> Iterator[BaseException]:
    """List an exception and all that led to it."""
    waiting: list[object] = [trouble]
    found: list[BaseException] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and not any(one is other for other in found):
            found.append(one)
            yield one
            waiting += [one.__context__, one.__cause__, getattr(one, "reason", None), *one.args]
