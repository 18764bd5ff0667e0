"""The edge: runs work that may never end in a process of its own, within limits of time and memory.

It is for libraries that read what anyone may have written. A hostile page can keep them busy for hours, take
all of the memory, or crash the interpreter: then that process ends, and not the command. It is given bytes
and answers in JSON, never in anything that could be executed.
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
from pathlib import Path
from typing import NoReturn

from mkdocs_dossier.yaml.files import MAX_BYTES

_LONGEST_ANSWER = 8 * MAX_BYTES
_PARENT_DIED = 1  # PR_SET_PDEATHSIG of Linux's prctl
_NEW_GROUP = 0
if sys.platform == "win32":
    _NEW_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the process may take, by the clock as by its processor, and how many bytes of memory.

    An article of 1 MB takes a second and 30 MB. Of pages of 16 MB that had any text in them, the most that
    one took was 330 MB.
    """

    seconds: float = 20
    memory: int = 512 << 20


class OverrunError(Exception):
    """The process did not end by itself; `within` names the limit that ended it, if one did."""

    def __init__(self, within: str = "") -> None:
        super().__init__(within)
        self.within = within


def bounded(module: str, given: bytes, limits: Limits) -> object:
    """Return what a module that calls `serve` makes of some bytes: unchecked, as it is read from JSON.

    Raises `OverrunError` where it does not come to an end within the limits, or crashes; `OSError` where no
    process can be started. Whatever happens, the process is gone afterwards.
    """
    command = [sys.executable, "-P", "-m", module, repr(limits.seconds), str(limits.memory)]
    # Modules are found where this process finds them, which may have been told by other means than its own.
    # And no thread sets memory aside by the hundred megabytes, as glibc would have it do.
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
    """End a process that still runs, with all that it has started."""
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


def serve(prepare: Callable[[], Callable[[bytes], object]]) -> NoReturn:
    """Be that process: answer what is on standard input by the function that `prepare` makes; never return.

    All input is read before anything else is done, so that whoever writes it never waits. What `prepare`
    imports is trusted, so the limit of memory holds only from then on.
    """
    limits = Limits(float(sys.argv[1]), int(sys.argv[2]))
    _end_with_parent()
    answers = os.dup(1)
    os.dup2(2, 1)  # so that nothing that a library prints gets into the answer
    given = sys.stdin.buffer.read()
    # The command ends this process in time; should it be gone itself, this does. It needs no lock to do so.
    faulthandler.dump_traceback_later(limits.seconds + 1, exit=True)
    try:
        work = prepare()
        before = _memory_taken()
        _limit(limits, before + 2 * limits.memory)
        answer = json.dumps({"done": work(given)})
        # A library may go on without what it had no memory for, and leave it out: so there is twice as much
        # as is allowed, and what took more than that counts for nothing.
        if _memory_taken() > before + limits.memory:
            raise MemoryError
    except MemoryError:
        answer = '{"over": "memory"}'
    with os.fdopen(answers, "wb") as stream:
        stream.write(answer.encode())
    os._exit(0)  # without taking apart in good order what the library has built


def _end_with_parent() -> None:
    """Have this process ended at once when the command is; where the system cannot, its time runs out."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - for this system only

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PARENT_DIED, signal.SIGKILL)


def _memory_taken() -> int:
    """Return how much this process has had at most so far; 0 where the system does not say."""
    with suppress(OSError):
        found = re.search(rb"VmPeak:\s*(\d+) kB", Path("/proc/self/status").read_bytes())
        return int(found[1]) << 10 if found else 0
    return 0


def _limit(limits: Limits, memory: int) -> None:
    """Set the limits that the system can hold: Windows none, macOS that of time."""
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
