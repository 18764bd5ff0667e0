"""How often the longest tests repeat themselves: fewer times in a run that somebody waits for."""

import os

import pytest

THOROUGH = os.environ.get("THOROUGH") == "1"
"""Whether there is time, as in the run of each week."""


def times(thorough: int, usual: int) -> int:
    """Return how often something is tried."""
    return thorough if THOROUGH else usual


weekly = pytest.mark.skipif(not THOROUGH, reason="It takes minutes: it runs each week, with THOROUGH=1.")
"""Marks a test that nobody waits for."""
