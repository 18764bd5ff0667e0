"""What the tests of commands share that run an event loop of their own."""

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_running_loop() -> Iterator[None]:
    """Hide the loop that Playwright leaves running in this thread, from the browser tests before.

    `asyncio.run` refuses to begin inside another loop; a command never is inside one.
    """
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(running)
