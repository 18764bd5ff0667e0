"""Processes of their own for the tests of faults: killed from outside, or two at once."""

import os
import random
import signal
import time
import warnings
from collections.abc import Callable, Iterator

Act = Callable[[], object]


def begun(act: Act) -> int:
    """Begin something in a process of its own; gives the number of that."""
    import filelock  # noqa: F401, PLC0415 - that it need not be imported by each

    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # the child does nothing with threads that it has not
        child = os.fork()
    if child == 0:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    """Wait for a process; gives its exit code, or the signal that ended it, below zero."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(seconds: float, act: Act) -> bool:
    """Begin something and kill its process after a while; tell whether that was in time."""
    child = begun(act)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


def kills(act: Act, before: Act, number: int) -> Iterator[None]:
    """Begin something over and over, `before` having been done, and kill its process at random moments.

    Goes on until so many were killed before they were done; gives over after each process, killed or not.
    """
    draw = random.Random(number)  # noqa: S311 - the same moments each time, as far as the machine allows
    longest, killed = 1.0, 0
    while killed < number:
        before()
        in_time = killed_after(draw.uniform(0, longest), act)
        killed += in_time
        # How long it takes depends on what else the machine does: the bound follows.
        longest *= 1.1 if in_time else 0.9
        yield
