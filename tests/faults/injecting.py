"""Faults for the tests of what writes: a process that dies at a step, a disk that fails at one."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHANGING = (
    "open",
    "write",
    "ftruncate",
    "fsync",
    "chmod",
    "link",
    "mkdir",
    "replace",
    "rename",
    "unlink",
    "rmdir",
)
"""The functions of `os` through which all that changes a disk goes."""

TAKING_ROOM = ("open", "write", "link", "mkdir")


class Killed(BaseException):
    """Stands for the end of the process: what catches it can change nothing any more."""


class Steps:
    """Counts the steps that change the disk, over threads; from one on it lets something happen at each.

    What happens is told the function, and how many steps it is after the first.
    """

    def __init__(self, at: int, happen: Callable[[str, int], None]) -> None:
        self.at = at
        self.count = 0
        self.happen = happen
        self.guard = threading.Lock()

    def take(self, name: str) -> None:
        """Count a step; raises what happens at it."""
        with self.guard:
            self.count += 1
            after = self.count - self.at
        if after >= 0:
            self.happen(name, after)


@contextmanager
def hooked(steps: Steps) -> Iterator[None]:
    """Let every call of `os` that changes a disk be a step."""

    def hook(name: str, ordinary: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            if name == "open" and not args[1] & os.O_CREAT:
                return ordinary(*args, **named)
            try:
                steps.take(name)
            except BaseException:
                if name == "write" and steps.count == steps.at:  # in the midst of it
                    ordinary(args[0], args[1][: len(args[1]) // 2])
                raise
            return ordinary(*args, **named)

        return called

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGING:
            patch.setattr(os, name, hook(name, getattr(os, name)))
        yield


def steps_of(act: Callable[[], object]) -> list[str]:
    """Do something; tell by which steps, in order."""
    names: list[str] = []
    with hooked(Steps(0, lambda name, _: names.append(name))):
        act()
    return names


def killed_at(at: int, act: Callable[[], object]) -> bool:
    """Do something, and die just before the step of that number; tell whether it came to that.

    A write stops in the midst. After it no step has any effect, as none has in a process that is gone.
    """

    def die(name: str, _: int) -> None:
        raise Killed(name)

    with hooked(Steps(at, die)):
        try:
            act()
        except Killed:
            return True
    return False


def failing_at(at: int, act: Callable[[], object], *, forever: bool) -> tuple[bool, OSError | None]:
    """Do something while the step of that number fails: alone, or `forever`, as on a full disk.

    Tells whether it came to that, and what was raised.
    """
    struck = []

    def fail(name: str, after: int) -> None:
        struck.append(name)
        if name in TAKING_ROOM if forever else after == 0:
            raise _full()

    with hooked(Steps(at, fail)):
        try:
            act()
        except OSError as trouble:
            return bool(struck), trouble
    return bool(struck), None


def failing_and_killed_at(at: int, later: int, act: Callable[[], object]) -> bool:
    """Do something while the step of that number fails, and die some steps later; tell if it came to that."""

    def happen(name: str, after: int) -> None:
        if after == 0:
            raise _full()
        if after >= later:
            raise Killed(name)

    with hooked(Steps(at, happen)):
        try:
            act()
        except Killed:
            return True
        except OSError:
            return False
    return False


def _full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")


def tree(root: Path) -> dict[str, bytes | None]:
    """Give all that stands below a folder: files with their content, folders with None."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }
