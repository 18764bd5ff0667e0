"""Workers on a Dask cluster that the user runs already (the extra `cluster`); nobody else is asked."""

import logging
import platform
import re
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, wait
from threading import Thread
from typing import Any, TypeVar

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.cli.pool import Workers
from mkdocs_dossier.version import __version__

Result = TypeVar("Result")

_HINT = "Give the address that its scheduler prints, as tcp://host:8786."

_SECONDS = 10
"""How long a scheduler has to answer."""

_GLANCE = 0.2
"""How many seconds pass before it is looked again whether the scheduler is still there."""

_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")

_PACKAGE = "mkdocs_dossier"  # some versions of the library take it for a module, others for a package


def workers(address: str) -> Workers:
    """Return the workers of the cluster whose scheduler has this address, as `tcp://host:8786`.

    Raises `RefusedError` where it is no address, or the extra is not installed; their `start` does where
    there is no such cluster, or one of its workers has another version of this program or of Python.
    """
    if not _ADDRESS.fullmatch(address):
        raise RefusedError(f"{address} is not the address of a Dask cluster.", _HINT)
    try:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as trouble:
        raise RefusedError(
            f"For --cluster, something is missing: {trouble}.", "Install mkdocs-dossier[cluster]."
        ) from trouble
    # What it has to say comes back as exceptions too, which are told in our words.
    for name in ("asyncio", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return Workers(lambda: _Cluster(_connected(address)), (KilledWorker, CancelledError))


def _connected(address: str) -> Any:
    from distributed import Client  # noqa: PLC0415

    connect: Any = Client  # not all of it is typed, in not all of its versions
    try:
        client = _in_time(lambda: connect(address, timeout=_SECONDS, set_as_default=False))
    except Exception as trouble:  # it has errors of many kinds for an address
        raise RefusedError(
            f"There is no Dask cluster to be reached at {address}: {_reason(trouble)}.", _HINT
        ) from trouble
    try:
        _refuse_unfit(address, client)
    except BaseException:
        client.close()
        raise
    return client


def _refuse_unfit(address: str, client: Any) -> None:
    """Raise `RefusedError` unless the cluster has workers, and all would do what this process does."""
    try:
        found = _in_time(lambda: client.get_versions(packages=[_PACKAGE]))["workers"]
    except Exception as trouble:
        raise RefusedError(
            f"The workers of the cluster at {address} do not say what they run: {_reason(trouble)}.",
            "See whether they are at work, and try again.",
        ) from trouble
    if not found:
        raise RefusedError(f"The cluster at {address} has no workers.", f"Start some: dask worker {address}")
    here = platform.python_version_tuple()[:2]
    for worker, versions in sorted(found.items()):
        packages = versions["packages"]
        if packages.get(_PACKAGE) != __version__:
            has = packages.get(_PACKAGE)
            raise RefusedError(
                f"The worker {worker} has {f'mkdocs-dossier {has}' if has else 'no mkdocs-dossier'}.",
                f"Install version {__version__} of it on all workers, as here.",
            )
        # Which characters are letters, and so what is a word, differs between versions of Python.
        python = versions["host"]["python"].split(".")[:2]
        if python != list(here):
            raise RefusedError(
                f"The worker {worker} runs Python {'.'.join(python)}.",
                f"Use {'.'.join(here)} on all, as here.",
            )


def _in_time(ask: Callable[[], Result]) -> Result:
    """Return the answer to what is asked. Raises `TimeoutError` where none comes."""
    # The library waits for as long as it takes, once something listens at the address.
    answer: Future[Result] = Future()

    def asked() -> None:
        try:
            answer.set_result(ask())
        except Exception as trouble:
            answer.set_exception(trouble)

    Thread(target=asked, daemon=True).start()
    try:
        return answer.result(2 * _SECONDS)
    except TimeoutError as late:
        raise TimeoutError(str(late) or "no answer") from late


def _reason(trouble: Exception) -> str:
    return str(trouble).strip().rstrip(".") or type(trouble).__name__


class _Cluster(Executor):
    """Gives work to a cluster; with it, the connection ends."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.executor = client.get_executor()

    def submit(self, work: Callable[..., Result], /, *args: Any, **named: Any) -> Future[Result]:
        """Give out a piece of work."""
        return _Awaited(self.client, self.executor.submit(work, *args, **named))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Close the connection, without which the cluster drops what it was given and has not done."""
        # To cancel it piece by piece takes a scheduler that answers.
        if wait and not cancel_futures:
            self.executor.shutdown()
        self.client.close()


class _Awaited(Future[Result]):
    """What was given out; one of the library is not told of it where the connection is lost, and waits on."""

    def __init__(self, client: Any, future: Future[Result]) -> None:
        super().__init__()
        self.client = client
        self.future = future

    def done(self) -> bool:
        """Tell whether it is back."""
        return self.future.done()

    def cancelled(self) -> bool:
        """Tell whether it will not come back."""
        return self.future.cancelled()

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """Return what was raised, of one that is back."""
        return self.future.exception(timeout)

    def result(self, timeout: float | None = None) -> Result:
        """Wait for it, however long it takes. Raises `CancelledError` where the connection is lost."""
        while not wait([self.future], timeout or _GLANCE).done:
            if self.client.status != "running":
                raise CancelledError
        return self.future.result()
