"""Settings of the tests while `tools/mutants.py` changes the program; it copies this to their conftest.

Each change is tried in a fork of a process that has run all tests once, so two things need care. Caches of
functions are emptied before each test: otherwise a change behind one would go unnoticed, and mutmut would
take too few tests to depend on it. And properties try the same examples each time, without shrinking a
failing one: that it fails is all that counts.
"""

import gc
from functools import _lru_cache_wrapper, cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "mutants",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@cache
def _keeping() -> list[Any]:
    """List the functions of the program and of its tests that cache their results."""
    found = (one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper))
    return [one for one in found if one.__module__.partition(".")[0] in ("mkdocs_dossier", "tests")]


@pytest.fixture(autouse=True)
def _forget() -> None:
    for one in _keeping():
        one.cache_clear()
