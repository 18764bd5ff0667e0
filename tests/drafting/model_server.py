"""A server on this machine that answers as one of a model does, or as a broken one."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A request that came in: the path, the headers, what it asks, and for which of the questions."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.body["response_format"]["json_schema"]["name"])

    @property
    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = self.body["response_format"]["json_schema"]["schema"]
        return found

    @property
    def text(self) -> str:
        """All that is said to the model."""
        return "\n".join(message["content"] for message in self.body["messages"])

    @property
    def last(self) -> str:
        """What is said to the model last."""
        return str(self.body["messages"][-1]["content"])

    def choices(self, list_name: str, field_name: str) -> list[str]:
        """The words that the schema allows in a field of the entries of a list."""
        inner = self.schema["properties"][list_name]["items"]["properties"][field_name]
        found: list[str] = (inner["items"] if inner["type"] == "array" else inner)["enum"]
        return found


@dataclass(frozen=True)
class Answer:
    """What is sent back: a status, and words of a model, or the whole body."""

    text: str = ""
    status: int = 200
    finish: str = "stop"
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0
    drips: bool = False
    """Whether it comes byte by byte, each so soon that nobody takes the server for dead."""


def says(answer: object) -> Answer:
    """The answer of a model that keeps to JSON."""
    return Answer(json.dumps(answer))


NOTHING: Mapping[str, dict[str, list[Any]]] = {
    "statements": {"quoted": [], "reported": []},
    "claims": {"claims": []},
    "events": {"events": []},
}
"""What a model answers that finds nothing."""


class Fake:
    """The server: `answer` says what is sent for a request, given how many came before it."""

    def __init__(self, answer: Callable[[Asked, int], Answer]) -> None:
        self.asked: list[Asked] = []
        self.answer = answer
        self.ended = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                asked = Asked(self.path, dict(self.headers), body)
                fake.asked.append(asked)
                answer = fake.answer(asked, len(fake.asked) - 1)
                end = time.monotonic() + answer.wait
                while time.monotonic() < end and not fake.ended.is_set():
                    time.sleep(0.01)
                content = answer.body if answer.body is not None else _completion(answer)
                try:
                    self.send_response(answer.status)
                    for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    for at in range(len(content)) if answer.drips else ():
                        self.wfile.write(content[at : at + 1])
                        fake.ended.wait(0.05)
                        if fake.ended.is_set():
                            return
                    if not answer.drips:
                        self.wfile.write(content)
                except OSError:  # nobody waits for it any more
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _completion(answer: Answer) -> bytes:
    if answer.status != 200:
        return json.dumps({"error": {"message": answer.text, "type": "error"}}).encode()
    choice = {
        "index": 0,
        "finish_reason": answer.finish,
        "message": {"role": "assistant", "content": answer.text},
    }
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return json.dumps({**whole, "usage": usage}).encode()


@contextmanager
def serving(answer: Callable[[Asked, int], Answer]) -> Iterator[Fake]:
    """Serve, until the test is over."""
    fake = Fake(answer)
    thread = threading.Thread(target=fake.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.ended.set()
        fake.server.shutdown()
        fake.server.server_close()
        thread.join()


def in_turn(answers: Sequence[Answer]) -> Callable[[Asked, int], Answer]:
    """Give these answers, one after the other, and then what finds nothing."""
    return lambda asked, at: answers[at] if at < len(answers) else says(NOTHING[asked.name])


def by_name(**answers: object) -> Callable[[Asked, int], Answer]:
    """Answer each question the same each time."""
    return lambda asked, _: says(answers.get(asked.name, NOTHING[asked.name]))
