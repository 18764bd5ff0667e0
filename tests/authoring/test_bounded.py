"""What is carried out in a process of its own ends within its limits, and leaves nothing behind."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_dossier.authoring.bounded import Limits, OverrunError, bounded
from mkdocs_dossier.authoring.bounded import _read as read_answer

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits and signals")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")

ROOMY = Limits(seconds=120)
Module = Callable[[str], str]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Module:
    """Give a function that makes a module whose process does what some lines say with `given`."""

    def made(work: str) -> str:
        lines = "\n    ".join(work.splitlines())
        name = f"worker{len([*tmp_path.glob('*.py')])}"
        (tmp_path / f"{name}.py").write_text(
            "import os, signal, sys, time\n"
            "from mkdocs_dossier.authoring.bounded import serve\n"
            f"def work(given):\n    {lines}\n"
            "serve(lambda: work)\n"
        )
        return name

    monkeypatch.syspath_prepend(str(tmp_path))
    return made


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """List the processes that are started."""
    ids = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            ids.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    return ids


def surroundings() -> dict[str, str]:
    """Give the environment of a process that finds the modules that this one does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_answer_to_bytes_comes_back_without_what_a_library_prints(module: Module) -> None:
    name = module("print('loud'); os.system('echo louder')\nreturn {'size': len(given), 'text': 'é\\ud800'}")
    assert bounded(name, b"x" * 1_000_000, ROOMY) == {"size": 1_000_000, "text": "é\ud800"}


@POSIX
def test_what_does_not_end_is_ended_when_its_time_is_over(module: Module, started: list[int]) -> None:
    with pytest.raises(OverrunError, match=r"^within 0\.2 seconds$"):
        bounded(module("while True: pass"), b"", Limits(seconds=0.2))
    assert [is_there(process) for process in started] == [False]


@POSIX
def test_the_time_of_the_processor_is_limited_as_that_of_the_clock_is(module: Module) -> None:
    name = module("import resource\nreturn resource.getrlimit(resource.RLIMIT_CPU)[0]")
    assert bounded(name, b"", Limits(seconds=119.5)) == 120
    with pytest.raises(OverrunError, match=r"^within 120 seconds$"):
        bounded(module("signal.raise_signal(signal.SIGXCPU)"), b"", ROOMY)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
@pytest.mark.parametrize("work", ["bytearray(70 << 20)", "bytearray(200 << 20)"], ids=["had", "refused"])
def test_what_takes_more_memory_than_it_may_counts_for_nothing(module: Module, work: str) -> None:
    with pytest.raises(OverrunError, match=r"^within 64 MB of memory$"):
        bounded(module(f"return len({work})"), b"", Limits(120, 64 << 20))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_nor_does_what_goes_on_without_the_memory_that_it_had_no_more_of(module: Module) -> None:
    hidden = "held = []\ntry: held += [bytearray(9999) for _ in range(50_000)]\nexcept MemoryError: pass"
    with pytest.raises(OverrunError, match=r"^within 64 MB of memory$"):
        bounded(module(hidden), b"", Limits(120, 64 << 20))
    assert bounded(module("return len(bytearray(50 << 20))"), b"", Limits(120, 64 << 20)) == 50 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_twice_as_much_memory_as_is_allowed_is_had_and_no_more(module: Module) -> None:
    name = module("import resource\nreturn resource.getrlimit(resource.RLIMIT_AS)[0]")
    assert 2 << 30 < bounded(name, b"", Limits(120, 1 << 30)) < 3 << 30  # type: ignore[operator]


@POSIX
@pytest.mark.parametrize(
    "work",
    ["os.kill(os.getpid(), signal.SIGSEGV)", "os._exit(3)", "raise ValueError", "return work", "sys.exit(0)"],
)
def test_what_crashes_is_an_overrun_without_a_limit_to_blame(module: Module, work: str) -> None:
    with pytest.raises(OverrunError) as over:
        bounded(module(work), b"", ROOMY)
    assert over.value.within == ""


@pytest.mark.parametrize(
    "answer",
    [b"", b"{", b"[]", b"null", b'{"over": "memory", "x": 1}', b"\xff", b"[" * 200_000, b'{"Done": 1}'],
)
def test_an_answer_that_is_none_is_a_crash(answer: bytes) -> None:
    with pytest.raises(OverrunError) as over:
        read_answer(answer, Limits())
    assert over.value.within == ""


@POSIX
@pytest.mark.slow
def test_what_the_process_has_started_ends_with_it(module: Module, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "alive")
    reader = os.open(tmp_path / "alive", os.O_RDONLY | os.O_NONBLOCK)
    lasting = (
        f"import time; alive = open({str(tmp_path / 'alive')!r}, 'wb', 0); alive.write(b'1'); time.sleep(600)"
    )
    name = module(
        f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {lasting!r}])\ntime.sleep(600)"
    )
    with pytest.raises(OverrunError):
        bounded(name, b"", Limits(seconds=10))
    assert os.read(reader, 1) == b"1"
    assert select.select([reader], [], [], 120)[0]
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_no_process_is_an_error_of_the_system(module: Module, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(OSError, match="No such file"):
        bounded(module("return 1"), b"", ROOMY)


def test_a_process_whose_command_does_not_end_it_ends_itself(module: Module) -> None:
    command = [sys.executable, "-P", "-m", module("time.sleep(600)"), "0.1", str(1 << 30)]
    ended = subprocess.run(
        command, check=False, env=surroundings(), input=b"", capture_output=True, timeout=120
    )
    assert ended.returncode != 0
    assert ended.stdout == b""


@POSIX
@pytest.mark.parametrize("end", [signal.SIGINT, pytest.param(signal.SIGKILL, marks=LINUX)])
def test_with_the_command_its_process_ends(module: Module, tmp_path: Path, end: int) -> None:
    """The process holds a pipe open for as long as it lives."""
    os.mkfifo(tmp_path / "alive")
    reader = os.open(tmp_path / "alive", os.O_RDONLY | os.O_NONBLOCK)
    name = module(f"alive = open({str(tmp_path / 'alive')!r}, 'wb', 0)\nalive.write(b'1')\ntime.sleep(600)")
    command = (
        "import signal; from mkdocs_dossier.authoring.bounded import *\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored\n"
        f"bounded({name!r}, b'', Limits(300))"
    )
    parent = subprocess.Popen([sys.executable, "-c", command], env=surroundings(), stderr=subprocess.DEVNULL)
    try:
        assert select.select([reader], [], [], 120)[0], "the process does not start"
        assert os.read(reader, 1) == b"1"
        parent.send_signal(end)
        assert select.select([reader], [], [], 120)[0], "the process goes on without the command"
        assert os.read(reader, 1) == b""
    finally:
        parent.kill()
        parent.wait()
        os.close(reader)
