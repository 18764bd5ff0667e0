"""How much work something is, in calls of functions: a measure that no clock disturbs."""

import sys
from collections.abc import Callable


def calls_of(action: Callable[[], object]) -> int:
    """Count the calls of Python functions that something takes."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return counted
