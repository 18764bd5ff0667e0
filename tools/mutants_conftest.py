"""Settings of the tests while the program is changed; `tools/mutants.py` puts it beside them as a conftest.

Each change is tried in a fork of a process that has run all tests once, so two things need care. What a
function that keeps its results has kept is forgotten before each test: else a change behind it would go
unnoticed, and the tests that depend on it be taken for few. And properties try the same examples each time,
without making a failing one smaller: that it fails is all that counts.
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
    """List the functions of the program and of its tests that keep their results."""
    found = (one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper))
    return [one for one in found if one.__module__.partition(".")[0] in ("mkdocs_dossier", "tests")]


@pytest.fixture(autouse=True)
def _forget() -> None:
    for one in _keeping():
        one.cache_clear()
