"""Work that a server does when a build is over."""

import threading

import pytest

from mkdocs_dossier.plugin.later import Later


def join() -> None:
    for thread in threading.enumerate():
        if thread.name == "dossier-later":
            thread.join()


def test_it_is_done_in_its_order_when_the_build_is_over() -> None:
    later, done = Later(), list[int]()
    with later.held():
        later.add(lambda: done.append(1))
        later.add(lambda: done.append(2))
        assert done == []
    later.begin()
    join()
    assert done == [1, 2]


def test_another_build_takes_the_place_of_what_was_put_off() -> None:
    later, done = Later(), list[str]()
    with later.held():
        later.add(lambda: done.append("old"))
    with later.held():
        later.add(lambda: done.append("new"))
    later.do()
    assert done == ["new"]


def test_what_a_build_that_fails_put_off_is_dropped_and_not_what_was_before() -> None:
    later, done = Later(), list[str]()
    with later.held():
        later.add(lambda: done.append("old"))
    with pytest.raises(ValueError, match="no"), later.held():
        later.add(lambda: done.append("new"))
        raise ValueError("no")
    later.do()
    assert done == ["old"]


def test_nothing_is_done_while_a_build_runs() -> None:
    later, done = Later(), list[int]()
    with later.held():
        later.add(lambda: done.append(1))
    with later.held():
        later.begin()
        later.add(lambda: done.append(2))
        threading.Event().wait(0.05)
        assert done == []
    later.begin()
    join()
    assert done == [2]


def test_what_fails_is_said_and_the_rest_is_done(caplog: pytest.LogCaptureFixture) -> None:
    later, done = Later(), list[int]()
    later.add(lambda: done.remove(1))
    later.add(lambda: done.append(1))
    later.do()
    assert done == [1]
    assert "Not all of the site is up to date: ValueError" in caplog.text
