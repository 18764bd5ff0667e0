"""`dossier draft`: drafts the records of a source, or of all sources that have none yet."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_dossier.authoring.draftchecks import Found, Task
from mkdocs_dossier.authoring.draftfile import Drafted, draft, known, task, undrafted
from mkdocs_dossier.authoring.draftnoting import noted
from mkdocs_dossier.authoring.draftreading import read_source
from mkdocs_dossier.authoring.mentioning import refuse_unread
from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import all_unwritten, write_all
from mkdocs_dossier.cli.modelled import Modelled, Wish
from mkdocs_dossier.cli.pool import Done, Workers, each, processes
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, note, print_out, refuse
from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.version import __version__

_TOGETHER, _TIMES = 32, 50
"""So many drafts are written at once: a command that is stopped loses no more than these.

More of them where there are many, so that a file of many sources is not changed more often than this.
"""

_FEW = 8
"""So many sources are read here, since other processes take longer to begin."""

_BY = f"dossier {__version__}, by rules"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the author wants: which source, or all; and where the work is done."""

    source: str | None
    everything: bool = False
    dry_run: bool = False
    jobs: int = 0
    cluster: str = ""
    model: Wish = field(default_factory=Wish)


def run(folder: Path, source: str | None, *, model: Mapping[str, Any] | None = None, **said: Any) -> int:
    """Draft records from the texts of a dossier in a folder; return the exit code.

    `said` is what the author says besides, by the fields of `_Wanted`, and `model` by those of `Wish`.
    """
    wanted = _Wanted(source, model=Wish(**model or {}), **said)
    if why := unfit(folder):
        return refuse(why)
    if wanted.everything == (wanted.source is not None):
        return refuse("Name one source, or say --all.")
    if wanted.jobs and wanted.cluster:
        return refuse("Say --jobs or --cluster, not both.")
    if why := wanted.model.unfit():
        return refuse(why)
    try:
        reading = read(read_folder(folder))
        refuse_unread(reading.source_map)
        tasks = [task(reading, wanted.source)] if wanted.source is not None else _all(reading)
        return _Drafting(folder, reading, wanted).carry_out(tasks)
    except (RefusedError, OSError) as trouble:
        for line in all_unwritten(folder, trouble):
            note(line)
        return PROBLEMS


def _all(reading: Reading) -> list[Task]:
    """List what has to be read of all sources; say how many are passed over."""
    tasks = undrafted(reading)
    for language, number in sorted(Counter(one.language for one in tasks if not one.has_rules).items()):
        note(f"{number} in the language `{language}` passed over: there are no rules for that.")
    return [one for one in tasks if one.has_rules]


class _Drafting:
    """Drafts source after source, and writes the drafts as they come, some at a time."""

    def __init__(self, folder: Path, reading: Reading, wanted: _Wanted) -> None:
        self.folder = folder
        self.reading = reading
        self.wanted = wanted
        self.cast = known(reading)
        language = reading.dossier.settings.language
        self.model = Modelled(wanted.model, language) if wanted.model.name else None
        self.files = {**reading.folder.yaml}
        self.made: list[tuple[str, Drafted]] = []
        self.records = self.drafts = 0
        self.failed = False

    def carry_out(self, tasks: Sequence[Task]) -> int:
        together = max(_TOGETHER, len(tasks) // _TIMES)
        found = each(read_source, tasks, _workers(self.wanted, len(tasks)))
        is_done = False
        try:
            with _progress(len(tasks)) as advance, closing(found):
                for done in found:
                    self._draft(done)
                    if len(self.made) == together:
                        self._write()
                    advance()
            is_done = True
        finally:
            # Whatever has come in between, Ctrl+C too: what is drafted is not lost.
            self._write()
            if is_done or self.drafts or self.model:
                self._sum_up(len(tasks))
        must_act = self.model is not None and self.model.must_act
        return PROBLEMS if self.failed or must_act else OK

    def _sum_up(self, tasks: int) -> None:
        if self.wanted.everything:
            note(f"{self.drafts} of {tasks} sources drafted, {self.records} records.")
            if self.model:
                self.model.sum_up()
        if self.drafts and not self.wanted.dry_run:
            note("Nothing of it is published until it is approved: dossier review.")

    def _draft(self, done: Done[Task, Found]) -> None:
        source = done.item.source
        try:
            if done.result is None:
                raise RefusedError(f"`{source}` could not be read: {done.trouble}")
            found = self.model.improved(done.item, done.result) if self.model else done.result
            made = draft(self.reading, done.item, found, self.cast)
        except RefusedError as trouble:
            if not self.wanted.everything:
                raise
            note(str(trouble))
            self.failed = True
            return
        for line in made.notes:
            note(line)
        if made.records:
            self.made.append((source, made))

    def _write(self) -> None:
        """Write the drafts, and into the records of their sources that they were drafted: all or nothing."""
        made, self.made = self.made, []
        if self.wanted.dry_run:
            for _, one in made:
                print_out(one.content.decode())
        else:
            new = {one.path: one.content for _, one in made}
            changed = self._noted([source for source, _ in made])
            write_all(self.folder, {**new, **changed}, {path: self.files[path] for path in changed})
            self.files |= changed
            for path in new:
                print_out(f"{visible(str(self.folder / path))}\n")
        self.drafts += len(made)
        self.records += sum(one.records for _, one in made)

    def _noted(self, sources: Sequence[str]) -> dict[str, bytes]:
        by_path: dict[str, list[str]] = {}
        for source in sources:
            path = self.reading.entries[Ref("sources", source)].key.location.path
            by_path.setdefault(path, []).append(source)
        today = date.today()  # the author’s day, where the author is
        changed = {}
        for path, those in by_path.items():
            content = self.files[path]
            for by in sorted({self._by(one) for one in those}):
                content = noted(path, content, [one for one in those if self._by(one) == by], by, today)
            changed[path] = content
        return changed

    def _by(self, source: str) -> str:
        helped = self.model is not None and source in self.model.helped
        return f"{_BY} and the model {self.wanted.model.name}" if helped else _BY


def _workers(wanted: _Wanted, tasks: int) -> Workers | None:
    """Return who reads the texts: a cluster, processes of this machine, or nobody but this one."""
    if wanted.cluster:
        from mkdocs_dossier.cli import cluster  # noqa: PLC0415 - an extra

        return cluster.workers(wanted.cluster)
    jobs = min(wanted.jobs or _cores(), tasks)
    return processes(jobs, Task.__module__) if jobs > 1 and tasks >= _FEW else None


def _cores() -> int:
    """Count the processors that this process may use; not every system says which."""
    asked = getattr(os, "sched_getaffinity", None)
    return len(asked(0)) if asked else os.cpu_count() or 1


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Show in a terminal how far it is; a pipe gets nothing of it."""
    if total < _FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("Drafting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # What is printed meanwhile stands above the bar; in a pipe it must stay what it is.
    bar = Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()
    )
    with bar:
        one = bar.add_task("", total=total)
        yield lambda: bar.advance(one)
