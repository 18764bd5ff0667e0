"""The steps of a review on the disk: each is written at once, whole or not at all, and can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.writing import write_all
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.values.refs import Ref


@dataclass(frozen=True, slots=True)
class _Step:
    """What was done to a record, and the files that it changed, as they were and as they are since."""

    what: str
    at: Ref
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@dataclass
class Session:
    """A review of the dossier in a folder: the dossier as it was read last, and the steps so far."""

    folder: Path
    reading: Reading
    _steps: list[_Step] = field(default_factory=list)

    def refresh(self) -> None:
        """Read the folder anew, if anything in it has changed."""
        content = read_folder(self.folder)
        if content != self.reading.folder:
            self.reading = read(content)

    def write(self, after: Reading, what: str, at: Ref) -> None:
        """Write a step, after which the dossier is as given; `what` says in the past tense what it does.

        Raises `RefusedError` or `OSError` as `write_all` does; then nothing has changed.
        """
        before = self.reading.folder.yaml
        files = {path: content for path, content in after.folder.yaml.items() if content != before[path]}
        write_all(self.folder, files, before)
        if files:
            self._steps.append(_Step(what, at, {path: before[path] for path in files}, files))
        self.reading = after

    def undo(self) -> tuple[str, Ref]:
        """Take the last step back, and return what it was and the record that it was about.

        Raises `RefusedError` if there is none, or one of its files has changed since; `OSError` if one cannot
        be written.
        """
        if not self._steps:
            raise RefusedError("There is no step of this review to take back.")
        step = self._steps[-1]
        now = read_folder(self.folder).yaml
        if changed := sorted(path for path, content in step.after.items() if now.get(path) != content):
            message = f"{self.folder / changed[0]} was changed elsewhere since the last step ({step.what})."
            raise RefusedError(message, "Take it back by hand.")
        write_all(self.folder, step.before, step.after)
        self._steps.pop()
        self.refresh()
        return step.what, step.at
