"""Pure work on many items by other processes, here or elsewhere; what is lost with one is done again."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

from mkdocs_dossier.faults import fault

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 256
"""How many items are given out at most before the first of them is back."""

_TRIES = 3
"""How often an item is given out alone, with which a process that worked on it ended."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """An item with what was made of it, or with a sentence on why nothing was."""

    item: Item
    result: Result | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work: `start` makes an executor of them.

    `lost` are the exceptions that say that a process was lost, and nothing of the work that it did.
    """

    start: Callable[[], Executor]
    lost: tuple[type[Exception], ...] = (BrokenExecutor,)


def processes(number: int, module: str) -> Workers:
    """Return workers that are so many processes of this machine; `module` is the one of the work."""
    # Not copies of this process: a thread of it may hold a lock, which in a copy nobody would release.
    context = get_context("spawn" if sys.platform == "win32" else "forkserver")
    context.set_forkserver_preload([module])
    return Workers(lambda: _Processes(number, context, _begin))


class _Processes(ProcessPoolExecutor):
    """Processes that end with their executor when one of them is lost.

    Up to Python 3.13, one that is begun while another is lost is told nothing, and waited for without end.
    """

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        # Nothing else says which processes there are; where the name is gone, so is the fault.
        if getattr(self, "_broken", False):
            for process in list((getattr(self, "_processes", None) or {}).values()):
                process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)


def _begin() -> None:
    """Begin a process: it leaves Ctrl+C to the command, and ends with it, though that be killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_command, daemon=True).start()


def _end_with_the_command() -> None:
    if command := parent_process():
        command.join()
        os._exit(1)


def each(
    work: Callable[[Item], Result], items: Iterable[Item], workers: Workers | None
) -> Generator[Done[Item, Result]]:
    """Do some work on each item; yield the results in the order of the items, as they come.

    Without workers it is done here. Where one of them is lost, what it had not done is given out again; an
    item that ends whoever works on it is yielded without a result. Raises what `workers.start` raises.
    """
    if workers is None:
        for item in items:
            yield Done(item, *_attempt(work, item))
        return
    waiting = iter(items)
    pool = _Pool(work, workers)
    try:
        while True:
            pool.give(islice(waiting, _AHEAD - len(pool.out)))
            if not pool.out:
                return
            yield pool.next()
    finally:
        pool.end()


_Attempt = tuple[Result | None, str]
"""What was made, and "", or None, and why."""


def _attempt(work: Callable[[Item], Result], item: Item) -> _Attempt[Result]:
    """Do some work, where the workers are: not every exception can be sent back from there."""
    try:
        return work(item), ""
    except Exception as trouble:  # whatever it is: one item's trouble ends no other's work
        return None, _told(trouble)


def _told(trouble: Exception) -> str:
    told = fault(trouble)
    return f"{told.message} {told.hint}"


class _Pool(Generic[Item, Result]):
    """An executor, and what it was given and has not brought back yet."""

    def __init__(self, work: Callable[[Item], Result], workers: Workers) -> None:
        self.work = work
        self.workers = workers
        self.executor: Executor | None = None
        self.out: deque[tuple[Item, Future[_Attempt[Result]] | None]] = deque()

    def give(self, items: Iterable[Item]) -> None:
        self.out.extend((item, self._given(item)) for item in items)

    def _given(self, item: Item) -> Future[_Attempt[Result]] | None:
        """Give an item out; None where the executor is broken, which shows when the item is asked for."""
        if self.executor is None:
            self.executor = self.workers.start()
        try:
            return self.executor.submit(_attempt, self.work, item)
        except self.workers.lost:
            return None

    def next(self) -> Done[Item, Result]:
        """Return the next result, however often the executor has to be made anew for it."""
        item, future = self.out.popleft()
        if done := self._done(item, future):
            return done
        others = [(other, self._kept(future)) for other, future in self.out]
        self.out.clear()
        done = self._alone(item)
        self.out.extend((other, kept or self._given(other)) for other, kept in others)
        return done

    def _done(self, item: Item, future: Future[_Attempt[Result]] | None) -> Done[Item, Result] | None:
        """Wait for what was made of an item; None if it is lost."""
        if future is None:
            return None
        try:
            return Done(item, *future.result())
        except self.workers.lost:
            return None
        except Exception as trouble:  # such as of a worker that has not this module
            return Done(item, None, _told(trouble))

    def _kept(self, future: Future[_Attempt[Result]] | None) -> Future[_Attempt[Result]] | None:
        """Return what was given out, if it is back already; None if it has to be given out again."""
        if future is None or not future.done() or future.cancelled():
            return None
        return None if isinstance(future.exception(), self.workers.lost) else future

    def _alone(self, item: Item) -> Done[Item, Result]:
        """Give out an item with nothing beside it, which a process could be lost with in its stead."""
        for _ in range(_TRIES):
            self.end()
            if done := self._done(item, self._given(item)):
                return done
        self.end()
        return Done(item, None, "each process that worked on it ended, as where there is too little memory.")

    def end(self) -> None:
        """End the executor; what it was given and has not begun is not done."""
        if self.executor is not None:
            self.executor.shutdown(wait=True, cancel_futures=True)
            self.executor = None
