"""Shares work between processes: a child gets a copy of all that there is, and sends back what it made."""

import gc
import logging
import os
import pickle
import sys
import tempfile
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")

FEWEST = 100
"""For less work, in pages, another process costs more than it saves."""
MOST = 8
"""More processes would spend their time on copies."""


def processes(wanted: int) -> int:
    """Return how many processes to use, of so many wanted; 0 stands for as many as there are cores.

    A process is copied only where that is safe: on Linux, and while no other thread runs.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(wanted or len(os.sched_getaffinity(0)), MOST)


class Task(Generic[Made]):
    """Work that a child does meanwhile; what it returns is pickled."""

    def __init__(self, work: Callable[[], Made]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the result
        is_frozen = gc.get_freeze_count() > 0
        gc.freeze()  # so that the collector of neither process writes into memory that they share
        sys.stdout.flush()
        sys.stderr.flush()
        self._child = os.fork()
        if self._child == 0:
            self._run(work)
        if not is_frozen:
            gc.unfreeze()

    def _run(self, work: Callable[[], Made]) -> None:
        """Do the work as the child, and end this process whatever happens."""
        done = 1
        try:
            heard = _Heard()
            logging.getLogger().addHandler(heard)
            made = work()
            pickle.dump(made, self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
            # What was said here is lost; so the parent does the work again, and says it.
            done = int(heard.something)
        finally:
            os._exit(done)

    def result(self) -> Made | None:
        """Wait for what was made; None if the child failed, or had something to say."""
        _, status = os.waitpid(self._child, 0)
        with self._file as file:
            if status:
                return None
            file.seek(0)
            made: Made = pickle.load(file)  # noqa: S301 - of a process of ours, in a file of ours
            return made


def meanwhile(
    work: Callable[[], Made], number: int, again: Callable[[], Made] | None = None
) -> Callable[[], Made]:
    """Have work done by another process, of so many; return what waits for the result, to be called once.

    With one process alone, it is done when it is waited for. `again` does it where the other process fails;
    without it `work` does, and what it needs stays in memory until then.
    """
    if number == 1:
        return work
    task, instead = Task(work), again or work

    def result() -> Made:
        made = task.result()
        return instead() if made is None else made

    return result


class _Heard(logging.Handler):
    """Notes whether anything worth a warning was logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.something = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - that there is one is enough
        self.something = True
