"""Runs work that may never end, in a process of its own, within limits of time and memory.

It is for libraries that read what anyone may have written. A hostile page can keep them busy for hours, take
all the memory, or crash the interpreter; then that process ends, and not the command. It is given bytes and
answers in JSON, never in anything that could be executed.
"""

import faulthandler
import json
import math
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from mkdocs_dossier.authoring.intake.answering import Answer, lacking
from mkdocs_dossier.yaml.files import MAX_BYTES

_LONGEST_ANSWER = 8 * MAX_BYTES
_PARENT_DIED = 1  # PR_SET_PDEATHSIG of Linux's prctl
_NEW_GROUP = 0
if sys.platform == "win32":
    _NEW_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP


@dataclass(frozen=True, slots=True)
class Limits:
    """How many seconds the process may take, of the clock and of the processor, and how many bytes of memory.

    An article of 1 MB takes one second and 30 MB. The most that a page of 16 MB with any text in it took was
    330 MB.
    """

    seconds: float = 20
    memory: int = 512 << 20


class OverrunError(Exception):
    """The process did not end by itself; `within` names the limit that it went over, if it did."""

    def __init__(self, within: str = "") -> None:
        super().__init__(within)
        self.within = within


def bounded(module: str, given: bytes, limits: Limits) -> object:
    """Run a module that calls `serve` on some bytes; return its answer, unchecked, as read from JSON.

    Raises `OverrunError` if it goes over the limits or crashes, `OSError` if no process can be started.
    Whatever happens, the process is gone afterwards.
    """
    command = [sys.executable, "-P", "-m", module, repr(limits.seconds), str(limits.memory)]
    # The process is to find modules where this one does, whatever changed `sys.path` here. And with one
    # arena, glibc does not reserve a hundred megabytes for each thread, which would count against the
    # limit.
    paths = os.pathsep.join(filter(None, sys.path))
    surroundings = {**os.environ, "PYTHONPATH": paths, "MALLOC_ARENA_MAX": "1"}
    with subprocess.Popen(  # noqa: S603 - our own
        command,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # keys typed at the terminal are for the command: it ends the process
        creationflags=_NEW_GROUP,  # the same, on Windows
    ) as process:
        try:
            answer, _ = process.communicate(given, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            raise _over_time(limits) from None
        finally:
            _end(process)
    if sys.platform != "win32" and process.returncode == -signal.SIGXCPU:
        raise _over_time(limits)
    return _read(answer, limits)


def _over_time(limits: Limits) -> OverrunError:
    return OverrunError(f"within {limits.seconds:g} seconds")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, with all that it has started, if it still runs."""
    if process.poll() is not None:
        return
    if sys.platform != "win32":
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _read(answer: bytes, limits: Limits) -> object:
    try:
        said = json.loads(answer) if len(answer) <= _LONGEST_ANSWER else None
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict) and "done" in said:
        return said["done"]
    if said == {"over": "memory"}:
        raise OverrunError(f"within {limits.memory >> 20:,} MB of memory")
    raise OverrunError


def lack_of(module: str) -> Answer:
    """Import a module of an extra; answer what is missing of it, or nothing."""
    try:
        import_module(module)
    except Exception as trouble:  # a broken installation may fail in any way
        return lacking(trouble, module.partition(".")[0])
    return {}


def prepared(read: Callable[[bytes], Answer], *modules: str) -> Callable[[bytes], Answer]:
    """Import modules of extras that `read` needs; return it, or a function that answers what is missing."""
    lack = next(filter(None, map(lack_of, modules)), None)
    if lack is not None:
        return lambda _: lack
    return read


def serve(prepare: Callable[[], Callable[[bytes], object]]) -> NoReturn:
    """Be that process: answer standard input by the function that `prepare` returns, and exit.

    All input is read before anything else happens, so that `bounded` never waits for it to be read. What
    `prepare` imports is trusted: the limit of memory starts after it.
    """
    limits = Limits(float(sys.argv[1]), int(sys.argv[2]))
    _end_with_parent()
    answers = os.dup(1)
    os.dup2(2, 1)  # so that nothing that a library prints gets into the answer
    given = sys.stdin.buffer.read()
    # The command ends this process in time. If the command itself was killed, this timer does; it runs in
    # C, and so needs no lock that busy code might hold.
    faulthandler.dump_traceback_later(limits.seconds + 1, exit=True)
    try:
        work = prepare()
        before = _memory_taken()
        _limit(limits, before + 2 * limits.memory)
        answer = json.dumps({"done": work(given)})
        # A library may catch the lack of memory, and leave out what it had none for. So the system's limit
        # is twice what is allowed, and an answer that took more than is allowed does not count.
        if _memory_taken() > before + limits.memory:
            raise MemoryError
    except MemoryError:
        answer = '{"over": "memory"}'
    with os.fdopen(answers, "wb") as stream:
        stream.write(answer.encode())
    os._exit(0)  # at once: to free all that the library has built could take long


def _end_with_parent() -> None:
    """Ask the system to end this process when the command ends; only Linux can, elsewhere time runs out."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - for this system only

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PARENT_DIED, signal.SIGKILL)


def _memory_taken() -> int:
    """Return the most bytes of memory that this process had so far; 0 if the system does not say."""
    with suppress(OSError):
        found = re.search(rb"VmPeak:\s*(\d+) kB", Path("/proc/self/status").read_bytes())
        return int(found[1]) << 10 if found else 0
    return 0


def _limit(limits: Limits, memory: int) -> None:
    """Set the limits that the system knows: none on Windows, that of time on macOS."""
    # Each limit may only be lowered, and the system may refuse; then the command's own watch has to do.
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CPU: math.ceil(limits.seconds),
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CORE: 0,  # an image of the memory would help nobody
    }
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
