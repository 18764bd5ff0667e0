"""Work by other processes: nothing is lost with one of them, and all comes back in order."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.cli.pool import Workers, each, processes
from tests.support import ROOT

MANY = list(range(600))


def double(number: int) -> int:
    return 2 * number


def double_or_raise(number: int) -> int:
    if number % 7 == 3:
        raise KeyError("a \x1b[31mname")
    return 2 * number


class Executing(Executor):
    """Does the work at once, in this process; what `breaks` says of an item ends it."""

    def __init__(self, breaks: Callable[[int], bool], begun: list["Executing"]) -> None:
        self.breaks = breaks
        self.broken = self.ended = False
        self.given: list[int] = []
        begun.append(self)

    def submit(self, work: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor
        item = args[1]
        self.given.append(item)
        future: Future[Any] = Future()
        if self.breaks(item):
            self.broken = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(work(*args, **named))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        self.ended = True


def through(breaks: Callable[[int], bool], items: list[int]) -> tuple[list[int | None], list[Executing]]:
    begun: list[Executing] = []
    done = list(each(double, items, Workers(lambda: Executing(breaks, begun))))
    assert [one.item for one in done] == items
    assert all(one.ended for one in begun)
    return [one.result for one in done], begun


def test_without_workers_it_is_done_here_one_after_the_other() -> None:
    seen: list[int] = []

    def noted(number: int) -> int:
        seen.append(number)
        return number

    found = each(noted, MANY, None)
    assert next(found).result == 0
    assert seen == [0]


@pytest.mark.parametrize("workers", [None, Workers(lambda: Executing(lambda _: False, []))])
def test_the_trouble_of_one_item_ends_no_others_work(workers: Workers | None) -> None:
    done = list(each(double_or_raise, MANY[:20], workers))
    assert [one.result for one in done] == [None if one % 7 == 3 else 2 * one for one in MANY[:20]]
    assert done[3].trouble.startswith("KeyError in test_pool.py, line ")
    assert done[4].trouble == ""


def test_no_item_begins_no_worker() -> None:
    assert through(lambda _: True, []) == ([], [])


def test_only_some_items_are_given_out_ahead() -> None:
    begun: list[Executing] = []
    found = each(double, MANY, Workers(lambda: Executing(lambda _: False, begun)))
    next(found)
    assert 32 <= len(begun[0].given) < len(MANY)
    found.close()
    assert begun[0].ended


def test_an_executor_that_breaks_once_loses_nothing() -> None:
    left = {300}

    def once(item: int) -> bool:
        is_left = item in left
        left.discard(item)
        return is_left

    results, begun = through(once, MANY)
    assert results == [2 * one for one in MANY]
    assert len(begun) == 2
    # What was back already is not done again.
    assert begun[1].given[0] == 300
    assert sorted([*begun[0].given, *begun[1].given]) == sorted([*MANY, 300])


class Forgetting(Executing):
    """Loses one item, and has done those after it by then."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        future = super().submit(work, *args, **named)
        self.broken = False
        return future


def test_what_was_done_beside_one_that_is_lost_is_not_done_again() -> None:
    left, made = {5}, list[Executing]()

    def once(item: int) -> bool:
        is_left = item in left
        left.discard(item)
        return is_left

    done = list(each(double, MANY[:100], Workers(lambda: Forgetting(once, made))))
    assert [one.result for one in done] == [2 * one for one in MANY[:100]]
    assert [one.given for one in made] == [MANY[:100], [5]]


@pytest.mark.parametrize("guilty", [{0}, {17}, {599}, {3, 4}, {5, 400}])
def test_an_item_that_ends_whoever_works_on_it_takes_no_other_with_it(guilty: set[int]) -> None:
    results, _ = through(lambda item: item in guilty, MANY)
    assert results == [None if one in guilty else 2 * one for one in MANY]


class Late(Future[Any]):
    """Is lost with its executor, where that was given the guilty one too, before or after."""

    def __init__(self, executor: Executing, result: Any) -> None:
        super().__init__()
        self.executor = executor
        self.late = result

    def result(self, timeout: float | None = None) -> Any:  # noqa: ARG002 - as futures have it
        if 40 in self.executor.given:
            raise BrokenExecutor
        return self.late


class Losing(Executing):
    def submit(self, work: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        self.given.append(args[1])
        return Late(self, work(*args, **named))


def test_what_was_lost_beside_another_is_tried_alone_before_it_is_blamed() -> None:
    workers = Workers(lambda: Losing(lambda _: False, []))
    done = list(each(double, range(30, 50), workers))
    assert [one.item for one in done if one.result is None] == [40]
    assert "too little memory" in done[10].trouble


def test_what_cannot_be_begun_is_raised_and_what_is_done_was_yielded() -> None:
    begun: list[Executing] = []

    def start() -> Executing:
        if begun:
            raise OSError("gone")
        return Executing(lambda item: item == 5, begun)

    found = each(double, MANY[:9], Workers(start))
    assert [next(found).result for _ in range(5)] == [0, 2, 4, 6, 8]
    with pytest.raises(OSError, match="gone"):
        next(found)


# Real processes


def end_once(path: Path) -> str:
    """End the process by force, the first time that a path is given; give its name the second time."""
    if path.exists():
        path.unlink()
        os.kill(os.getpid(), 9)
    return path.name


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return [tmp_path / str(number) for number in range(40)]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="processes are ended by a signal")
def test_a_process_that_is_killed_loses_nothing(paths: list[Path]) -> None:
    for at in (7, 8, 30):
        paths[at].touch()
    done = list(each(end_once, paths, processes(2, __name__)))
    assert [one.result for one in done] == [path.name for path in paths]
    assert not any(path.exists() for path in paths)


@pytest.mark.slow
def test_of_many_that_are_killed_at_once_none_is_waited_for(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(4)]
    for path in paths:
        path.touch()
    done = list(each(end_once, paths, processes(2, __name__)))
    assert [one.result for one in done] == [path.name for path in paths]


def asleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def begun() -> Iterator[int]:
    for one in each(asleep, [0.0] * 4, processes(2, __name__)):
        assert one.result
        yield one.result


def test_processes_end_with_the_work() -> None:
    found = set(begun())
    assert os.getpid() not in found
    assert not any(is_alive(one) for one in found)


_COMMAND = """
import os, sys, time
from mkdocs_dossier.cli.pool import each, processes
from tests.cli.test_pool import asleep
if __name__ == "__main__":
    for one in each(asleep, [0.0, 0.0] + [60.0] * 2, processes(2, "tests.cli.test_pool")):
        print(one.result, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="processes are ended by a signal")
def test_processes_end_with_a_command_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "command.py").write_text(_COMMAND)
    child = subprocess.Popen(
        [sys.executable, str(tmp_path / "command.py")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
    )
    assert child.stdout
    workers = {int(child.stdout.readline()) for _ in range(2)}
    child.kill()
    child.communicate()
    for _ in range(600):
        if not any(is_alive(one) for one in workers):
            return
        time.sleep(0.1)
    pytest.fail(f"{workers} are still there")
