"""No test of faults waits for a disk."""

import os

import pytest


@pytest.fixture(autouse=True)
def never_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `os.fsync` return at once: it changes nothing that a process can see."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
