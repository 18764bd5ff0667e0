"""Servers on this machine that answer each request as a test wants it, or fail to."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Request:
    """What came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What is sent back. With `hangs`, nothing is; with `drips`, a head without end; `raw` is all of it."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    hangs: bool = False
    drips: bool = False
    raw: bytes | None = None


class Web:
    """A server: `answer` says what is sent for a request."""

    def __init__(
        self,
        answer: Callable[[Request], Answer],
        host: str = "127.0.0.1",
        secure: ssl.SSLContext | None = None,
    ) -> None:
        self.asked: list[Request] = []
        self.answer = answer
        self.ended = threading.Event()
        self.server = ThreadingHTTPServer((host, 0), self._handler())
        self.server.daemon_threads = True
        if secure is not None:
            self.server.socket = secure.wrap_socket(self.server.socket, server_side=True)
        self.url = f"http{'s' if secure else ''}://{host}:{self.server.server_port}"

    @property
    def said(self) -> list[str]:
        """The requests, each as its method and path."""
        return [f"{one.method} {one.path}" for one in self.asked]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                try:
                    body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                    request = Request(self.command, self.path, dict(self.headers), body)
                    web.asked.append(request)
                    web._send(self, web.answer(request))
                except OSError:  # nobody waits for it any more
                    self.close_connection = True

            def do_HEAD(self) -> None:
                self.do_GET()

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def _send(self, to: BaseHTTPRequestHandler, answer: Answer) -> None:
        if answer.hangs:
            self.ended.wait()
        elif answer.raw is not None:
            to.wfile.write(answer.raw)
            to.close_connection = True
        elif answer.drips:
            to.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.ended.wait(0.02):
                to.wfile.write(b"X: y\r\n"[:1])
        else:
            to.send_response(answer.status)
            for name, value in answer.headers.items():
                to.send_header(name, value)
            to.send_header("Content-Length", str(len(answer.body)))
            to.end_headers()
            if to.command != "HEAD":
                to.wfile.write(answer.body)


@contextmanager
def serving(
    answer: Callable[[Request], Answer], host: str = "127.0.0.1", secure: ssl.SSLContext | None = None
) -> Iterator[Web]:
    """Serve, until the test is over."""
    web = Web(answer, host, secure)
    thread = threading.Thread(target=web.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.ended.set()
        web.server.shutdown()
        thread.join()
        web.server.server_close()
