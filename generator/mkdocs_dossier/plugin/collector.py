"""Pauses Python's garbage collector: for the edges only, since it is a setting of the whole process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Let no collection run meanwhile.

    Reading a dossier makes hundreds of thousands of objects that stay, and next to no circle. The collector
    would look through all of them, and all that the process holds besides, again and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
