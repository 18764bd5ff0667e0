"""Pauses Python's garbage collector, which is a setting of the whole process: so only an edge may do it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Run a block without the garbage collector.

    Loading a dossier makes hundreds of thousands of objects that stay, and hardly any cycles. The collector
    would look through all of them, and all others of the process, again and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def pass_over() -> None:
    """Let the collector pass over all objects that there are, for good: of a process that ends soon.

    At its end, the interpreter would look through all of them once more, which takes as long as to build a
    hundred pages.
    """
    gc.freeze()


def collect() -> None:
    """Collect what is garbage now, and let the collector pass over all else until the next time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
