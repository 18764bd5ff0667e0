"""`mkdocs serve` on a dossier: an edit shows by itself, a mistake leaves the last good site."""

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.sites import project_of
from tests.test_plugin import CONFIG, DOSSIER

pytestmark = pytest.mark.slow

PATIENCE = 30
# MkDocs says the same line of another logger once only, so a second "built in 0.28 seconds" would be missed.
BUILDS = "Building documentation..."


class Server:
    """A running `mkdocs serve`, with all that it says."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.project = project
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "-a", self.address]
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(re.sub(r"\x1b\[\d*m", "", line) for line in self.process.stdout)

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def builds(self) -> int:
        return self.said.count(BUILDS)

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.1)

    def get(self, path: str) -> str:
        with urlopen(f"http://{self.address}/news/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def edit(self, path: str, content: str) -> None:
        target = self.project / "news" / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(content, "utf-8")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    project_of(tmp_path, CONFIG, {path: content.encode() for path, content in DOSSIER.items()})
    running = Server(tmp_path)
    try:
        running.wait(lambda: "Serving on" in running.said)
        yield running
    finally:
        running.stop()


def settle() -> None:
    """Leave the server the time for a second build, if it has a mind to."""
    time.sleep(4)


def test_an_edit_to_a_record_or_a_text_is_built_exactly_once(server: Server) -> None:
    assert server.builds() == 1
    server.edit("records.yaml", DOSSIER["records.yaml"].replace("name: Ada Quill", "name: Ada Quill-Reed"))
    server.wait(lambda: server.builds() > 1)
    settle()
    assert server.builds() == 2
    assert "Ada Quill-Reed" in server.get("actors/ada-quill/")
    server.edit("gazette.txt", DOSSIER["gazette.txt"] + "A third line.\n")
    server.wait(lambda: server.builds() > 2)
    settle()
    assert server.builds() == 3


def test_a_mistake_leaves_the_last_good_site_and_is_said_with_its_place(server: Server) -> None:
    wrong = DOSSIER["records.yaml"].replace("quote: It is over\n", "quote: It is done\n")
    line = wrong.partition("It is done")[0].count("\n") + 1
    server.edit("records.yaml", wrong)
    server.wait(lambda: f"news/records.yaml:{line}:12" in server.said)
    settle()
    page = server.get("statements/quill-over/")
    assert "It is over" in page
    assert "Traceback" not in server.said
    server.edit("records.yaml", DOSSIER["records.yaml"].replace("Ada Quill", "Ada Reed"))
    server.edit("gazette.txt", DOSSIER["gazette.txt"].replace("Ada Quill", "Ada Reed"))
    server.wait(lambda: "Ada Reed" in server.get("actors/ada-quill/"))
    assert "It is done" not in server.get("statements/quill-over/")


def test_a_file_that_breaks_the_yaml_is_told_and_forgiven(server: Server) -> None:
    server.edit("more.yaml", "actors:\n  new: [\n")
    server.wait(lambda: "news/more.yaml:" in server.said)
    assert "Ada Quill" in server.get("actors/ada-quill/")
    server.edit("more.yaml", "actors:\n  new-one: {name: New One, kind: person}\n")
    server.wait(lambda: _found(server, "actors/new-one/"))


def test_a_new_file_is_picked_up_and_one_taken_away_is_forgotten(server: Server) -> None:
    server.edit("sub/more.yaml", "places:\n  dunwold: {name: Dunwold, kind: city}\n")
    server.wait(lambda: _found(server, "places/dunwold/"))
    (server.project / "news" / "sub" / "more.yaml").unlink()
    server.wait(lambda: not _found(server, "places/dunwold/"))
    assert "Ada Quill" in server.get("actors/ada-quill/")


def _found(server: Server, path: str) -> bool:
    try:
        server.get(path)
    except URLError:
        return False
    return True


def test_a_dossier_that_is_wrong_from_the_start_is_not_served(tmp_path: Path) -> None:
    files = {**DOSSIER, "dossier.yaml": "titel: Our dossier\n"}
    project_of(tmp_path, CONFIG, {path: content.encode() for path, content in files.items()})
    running = Server(tmp_path)
    try:
        assert running.process.wait(PATIENCE) == 1
        running.reader.join(PATIENCE)
        assert "news/dossier.yaml:1:1" in running.said
        assert "Traceback" not in running.said
    finally:
        running.stop()
