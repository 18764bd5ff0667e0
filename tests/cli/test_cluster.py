"""Work on a Dask cluster: the same bytes, nothing lost with a worker, and a clear line for what is amiss."""

import os
import platform
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.cli import cluster
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.version import __version__
from tests.faults.injecting import tree
from tests.many_articles import undrafted
from tests.synthetic import write
from tests.thorough import weekly

distributed: Any = pytest.importorskip("distributed", reason="needs the extra `cluster`")

Captured = pytest.CaptureFixture[str]
PYTHON = ".".join(platform.python_version_tuple()[:2])
# What it leaves to the collector of garbage, it warns of.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.filterwarnings("ignore::ResourceWarning")]


# What is amiss


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path / "seeds", undrafted(3, ("en",)))
    return tmp_path / "seeds"


def refused(seeds: Path, capsys: Captured, address: str) -> str:
    """Give what is said where a cluster is of no use; nothing may be written then."""
    before = tree(seeds)
    assert run(["draft", "--all", "--into", str(seeds), "--cluster", address]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert tree(seeds) == before
    assert err.count("\n") == 1, err
    return err


@pytest.mark.parametrize(
    "address", ["x", "http://127.0.0.1:1", "tcp://127.0.0.1", "ssh://a:1", "a b:1", "tcp://a:1/b"]
)
def test_what_is_no_address_is_refused(seeds: Path, capsys: Captured, address: str) -> None:
    said = refused(seeds, capsys, address)
    assert said.startswith(f"dossier: {address} is not the address of a Dask cluster. Give the address")


def test_a_missing_extra_is_named(seeds: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "Install mkdocs-dossier[cluster]." in refused(seeds, capsys, "tcp://127.0.0.1:1")


@pytest.mark.slow
@pytest.mark.parametrize("listens", [False, True], ids=["closed", "silent"])
def test_an_address_that_nobody_answers_at_is_told(
    seeds: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, listens: bool
) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listens:
            taken.listen()
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        assert f"There is no Dask cluster to be reached at {address}: " in refused(seeds, capsys, address)


class Client:
    """Stands for a connection to workers of which some versions are known."""

    workers: dict[str, dict[str, Any]] = {}  # noqa: RUF012 - set by each test
    open = 0
    status = "running"

    def __init__(self, address: str, **_: Any) -> None:
        assert address == "tcp://a:1"
        Client.open += 1

    def get_versions(self, packages: list[str]) -> dict[str, Any]:
        assert packages == ["mkdocs_dossier"]
        return {"workers": self.workers}

    def get_executor(self) -> "Client":
        return self

    def submit(self, work: Any, *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(work(*args))
        return future

    def shutdown(self, wait: bool) -> None:
        assert Client.open, wait

    def close(self) -> None:
        Client.open -= 1


def worker(version: str | None = __version__, python: str = f"{PYTHON}.0.final.0") -> dict[str, Any]:
    return {"host": {"python": python}, "packages": {"mkdocs_dossier": version, "python": python}}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> type[Client]:
    monkeypatch.setattr(distributed, "Client", Client)
    monkeypatch.setattr(Client, "open", 0)
    return Client


@pytest.mark.parametrize(
    ("workers", "said"),
    [
        ({}, "The cluster at tcp://a:1 has no workers. Start some: dask worker tcp://a:1"),
        (
            {"w1": worker(), "w2": worker(None)},
            f"The worker w2 has no mkdocs-dossier. Install version {__version__}",
        ),
        ({"w1": worker("0.0.1")}, "The worker w1 has mkdocs-dossier 0.0.1. Install version"),
        (
            {"w1": worker(python="3.9.1.final.0")},
            f"The worker w1 runs Python 3.9. Use {PYTHON} on all, as here.",
        ),
    ],
)
def test_workers_that_would_do_something_else_are_refused(
    seeds: Path, capsys: Captured, client: type[Client], workers: dict[str, Any], said: str
) -> None:
    client.workers = workers
    assert said in refused(seeds, capsys, "tcp://a:1")
    assert client.open == 0


def test_workers_that_do_not_answer_are_told(
    seeds: Path, capsys: Captured, client: type[Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("Timed out.")

    monkeypatch.setattr(client, "get_versions", fail)
    assert "do not say what they run: Timed out. See whether" in refused(seeds, capsys, "tcp://a:1")
    assert client.open == 0


def test_the_connection_is_closed_at_the_end(seeds: Path, client: type[Client]) -> None:
    client.workers = {"w1": worker()}
    assert run(["draft", "--all", "--into", str(seeds), "--cluster", "tcp://a:1"]) == 0
    assert len(list(seeds.glob("*.draft.yaml"))) == 3
    assert client.open == 0


@pytest.mark.slow
def test_a_connection_that_is_lost_is_waited_for_no_longer(
    seeds: Path, client: type[Client], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    client.workers = {"w1": worker()}
    monkeypatch.setattr(client, "status", "connecting")
    monkeypatch.setattr(client, "submit", lambda *_: Future())
    assert run(["draft", "--all", "--into", str(seeds), "--cluster", "tcp://a:1"]) == 1
    assert capsys.readouterr().err.count("each process that worked on it ended") == 3
    assert client.open == 0


def test_a_refusal_of_an_address_comes_before_anything_is_asked() -> None:
    with pytest.raises(RefusedError):
        cluster.workers("tcp://a")


# A real one

_CLUSTER = """
import os, sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        print(cluster.scheduler_address, *(one.pid for one in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""
ARTICLES = 120


class Running:
    """A cluster of two processes, its scheduler in a third."""

    def __init__(self, folder: Path) -> None:
        script = folder / "cluster.py"
        script.write_text(_CLUSTER)
        self.process = subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
        )
        assert self.process.stdout
        self.address, *workers = self.process.stdout.readline().split()
        self.workers = [int(one) for one in workers]

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    found = Running(tmp_path)
    yield found
    found.end()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | None]:
    folder = tmp_path_factory.mktemp("expected")
    write(folder, undrafted(ARTICLES, ("en", "de")))
    assert run(["draft", "--all", "--into", str(folder), "--jobs", "1"]) == 0
    return tree(folder)


def begun(folder: Path, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs_dossier", "draft", "--all", "--into", str(folder)]
    return subprocess.Popen(
        [*command, "--cluster", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
def test_on_a_cluster_the_bytes_are_the_same(
    tmp_path: Path, running: Running, expected: dict[str, bytes | None]
) -> None:
    folder = tmp_path / "seeds"
    write(folder, undrafted(ARTICLES, ("en", "de")))
    child = begun(folder, running.address)
    err = child.communicate()[1]
    assert child.returncode == 0, err
    assert all(line.startswith("dossier: ") for line in err.splitlines()), err
    assert tree(folder) == expected


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="processes are ended by a signal")
@pytest.mark.parametrize("killed", [1, pytest.param(2, marks=weekly)])
def test_with_a_worker_that_is_killed_nothing_is_lost(
    tmp_path: Path, running: Running, expected: dict[str, bytes | None], killed: int
) -> None:
    folder = tmp_path / "seeds"
    write(folder, undrafted(ARTICLES, ("en", "de")))
    child = begun(folder, running.address)
    assert child.stdout
    assert child.stdout.readline().endswith(".draft.yaml\n")
    for worker in running.workers[:killed]:
        os.kill(worker, signal.SIGKILL)
    err = child.communicate()[1]
    assert child.returncode == 0, err
    assert all(line.startswith("dossier: ") for line in err.splitlines()), err
    assert tree(folder) == expected


@weekly
@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="processes are ended by a signal")
def test_with_a_scheduler_that_is_killed_what_was_drafted_stays_and_a_second_run_does_the_rest(
    tmp_path: Path, running: Running, expected: dict[str, bytes | None]
) -> None:
    folder = tmp_path / "seeds"
    write(folder, undrafted(ARTICLES, ("en", "de")))
    child = begun(folder, running.address)
    assert child.stdout
    first = child.stdout.readline()
    running.process.kill()
    out, err = child.communicate()
    assert child.returncode == 1 or f"{ARTICLES} of {ARTICLES}" in err
    assert "There is no Dask cluster to be reached at" in err or child.returncode == 0
    assert all(line.startswith("dossier: ") for line in err.splitlines()), err
    written = [Path(line) for line in (first + out).splitlines()]
    assert written and all(path.exists() for path in written)
    assert run(["draft", "--all", "--into", str(folder), "--jobs", "1"]) == 0
    assert tree(folder) == expected
