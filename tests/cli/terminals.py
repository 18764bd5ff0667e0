"""A pseudo-terminal with a command in it, for the tests of what asks for keys."""

import os
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

fcntl: Any = pytest.importorskip("fcntl", reason="no pseudo-terminals here")
pty: Any = pytest.importorskip("pty", reason="no pseudo-terminals here")

PATIENCE = 60
"""Seconds after which a screen is taken not to come: far more than any takes on a busy machine."""

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """A command of this program in a terminal of its own, which is ended with it."""

    def __init__(self, *args: str, cwd: Path, rows: int = 24, columns: int = 80, **environ: str) -> None:
        self.raw = ""
        self._shown = 0
        self.pid, self._file = pty.fork()
        if self.pid == 0:  # the command, in the process that was just made
            os.chdir(cwd)
            known = {
                key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "VISUAL", "EDITOR")
            }
            command = [sys.executable, "-m", "mkdocs_dossier", *args]
            os.execve(sys.executable, command, {**known, "TERM": "xterm-256color", **environ})  # noqa: S606 - the command under test
        self.resize(rows, columns)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size, of which the command is told; `wait` looks at what follows."""
        self._shown = len(self.raw)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys: str) -> None:
        """Type keys; what is shown from now on is what `wait` looks at."""
        self._shown = len(self.raw)
        os.write(self._file, keys.encode())

    def wait(self, *words: str) -> str:
        """Wait until all words are shown, and return all that was since the last keys, without codes."""
        until = time.monotonic() + PATIENCE
        while not all(word in self.shown for word in words):
            assert time.monotonic() < until, f"{words} not in {self.shown!r}"
            assert self._read(), f"ended before {words}: {self.shown!r}"
        return self.shown

    @property
    def shown(self) -> str:
        """What was shown since the last keys."""
        return _CODES.sub("", self.raw[self._shown :])

    def ended(self) -> int:
        """Wait for the command to end; return its exit code, or the number of a signal with a minus."""
        while self._read():
            pass
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def is_sane(self) -> bool:
        """Tell whether the terminal shows what is typed, line by line, and its usual screen and cursor."""
        flags = termios.tcgetattr(self._file)[3]
        last = {
            code: self.raw.rfind(f"\x1b[?{code}h") - self.raw.rfind(f"\x1b[?{code}l") for code in (25, 1049)
        }
        return bool(flags & termios.ECHO and flags & termios.ICANON) and last[25] > 0 > last[1049]

    def kill(self) -> None:
        """Kill the command as the system does when there is no memory left."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.pid = 0

    def hang_up(self) -> int:
        """Close the terminal, as when a connection breaks; return how the command ended."""
        os.close(self._file)
        self._file = os.open(os.devnull, os.O_RDONLY)
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        """Read what comes within a second; return whether more may come."""
        if not select.select([self._file], [], [], 1)[0]:
            return True
        try:
            piece = os.read(self._file, 65_536)
        except OSError:  # nobody is at the other end any more
            return False
        self.raw += piece.decode(errors="replace")
        return bool(piece)
