"""Pausing the garbage collector."""

import gc
import weakref

import pytest

from mkdocs_dossier.plugin.collector import collect, pass_over, paused_collector


def test_the_collector_is_paused_inside_and_runs_again_afterwards() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_exception() -> None:
    with pytest.raises(ValueError, match="no"), paused_collector():
        raise ValueError("no")
    assert gc.isenabled()


def test_one_that_did_not_run_stays_off() -> None:
    gc.disable()
    try:
        with paused_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_passed_over_is_looked_at_no_more() -> None:
    held = [object()]
    try:
        pass_over()
        assert all(one is not held for one in gc.get_objects())
    finally:
        gc.unfreeze()
    assert any(one is held for one in gc.get_objects())


class Circle:
    def __init__(self) -> None:
        self.own = self


@pytest.mark.slow
def test_garbage_is_collected_also_of_what_was_passed_over() -> None:
    try:
        circle = Circle()
        gone = weakref.ref(circle)
        pass_over()
        del circle
        collect()
        assert gone() is None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
