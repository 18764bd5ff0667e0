"""The folder of a built site: kept from one build to the next, where MkDocs would empty it.

MkDocs deletes all of a site before it builds it anew, which takes seconds where there are thousands of pages,
of which nearly all come back as they were. So the folder is put aside for the moment in which MkDocs deletes,
and what a build did not write is removed at its end.
"""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

_Facts = tuple[int, int, int]


class SiteFolder:
    """A site's folder, for the time of one build."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        # A sibling: within one file system a folder is renamed at once. Its name is this program's own.
        self._aside = self._folder.with_name(f".{self._folder.name}.dossier-kept")
        self._before: dict[str, _Facts] = {}

    def put_aside(self) -> None:
        """Put the folder where MkDocs does not find it, and note what is in it."""
        self.put_back()
        if self._folder.is_dir() and not self._folder.is_symlink():
            with suppress(OSError):
                self._before = dict(_files(self._folder))
                self._folder.rename(self._aside)

    def put_back(self) -> None:
        """Put the folder back, also one that a build left aside when it was stopped."""
        if not self._aside.is_dir() or self._aside.is_symlink():
            return
        if self._folder.is_dir() and any(self._folder.iterdir()):
            shutil.rmtree(self._aside, ignore_errors=True)  # there is a newer site
            return
        with suppress(OSError):
            if self._folder.is_dir():
                self._folder.rmdir()
            self._aside.rename(self._folder)

    def sweep(self, spared: Collection[str] = (), taken: Collection[str] = ()) -> None:
        """Remove the files that this build did not write, and folders that are empty without them.

        As MkDocs would, it leaves alone what is hidden at the top; and the folders there that are `spared`,
        and the files that are `taken` over, by their paths.
        What was written shows by its times, which no clock that was set back can hide: they are
        others than before.
        """
        left = (f"{self._folder}{os.sep}.", *(f"{self._folder / name}{os.sep}" for name in spared))
        now = dict(_files(self._folder)) if self._before else {}
        folders: set[Path] = set()
        for path in now.keys() & self._before.keys():
            if now[path] == self._before[path] and path not in taken and not path.startswith(left):
                Path(path).unlink()
                folders.update(Path(path).parents)
        for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            if self._folder in folder.parents:
                with suppress(OSError):  # another file is in it
                    folder.rmdir()


def _files(folder: Path) -> Iterator[tuple[str, _Facts]]:
    """List the files below a folder, each with its times and inode; links to folders are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                found = entry.stat(follow_symlinks=False)
                yield entry.path, (found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
