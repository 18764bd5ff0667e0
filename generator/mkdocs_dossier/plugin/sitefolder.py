"""The folder of a built site: kept from one build to the next, where MkDocs would empty it.

MkDocs deletes all of a site before it builds it anew, which takes seconds where there are thousands of pages,
of which nearly all come back as they were. So the folder is put aside for the moment in which MkDocs deletes,
and what a build did not write is removed at its end.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.plugin.stamps import Stamp, stamps


class SiteFolder:
    """A site's folder, for the time of one build."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        # A sibling: within one file system a folder is renamed at once. Its name is this program's own.
        self._aside = self._folder.with_name(f".{self._folder.name}.dossier-kept")
        self._left_out: Collection[str] = ()
        self.before: Mapping[str, Stamp] = {}
        """The files that were there before the build, by their paths."""

    def put_aside(self, left_out: Collection[str] = ()) -> None:
        """Put the folder where MkDocs does not find it, and note what is in it.

        Folders at its top are `left_out` of that, by their names, of which this build will look after all.
        """
        self.put_back()
        if self._folder.is_dir() and not self._folder.is_symlink():
            with suppress(OSError):
                self.before = stamps(str(self._folder), left_out)
                self._left_out = left_out
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

    def sweep(self, spared: Collection[str] = (), taken: Collection[str] = ()) -> Mapping[str, Stamp]:
        """Remove the files that this build did not write, and folders that are empty without them.

        As MkDocs would, it leaves alone what is hidden at the top; and the folders there that are `spared`,
        and the files that are `taken` over, by their paths. What was written shows by its times, which no
        clock that was set back can hide: they are others than before. Returns the files that were found, if
        there was a folder before.
        """
        for name in set(self._left_out) - set(spared):
            shutil.rmtree(self._folder / name, ignore_errors=True)
        hidden = f"{self._folder}{os.sep}."
        now = stamps(str(self._folder), spared) if self.before else {}
        folders: set[Path] = set()
        for path in now.keys() & self.before.keys():
            if now[path] == self.before[path] and path not in taken and not path.startswith(hidden):
                Path(path).unlink()
                folders.update(Path(path).parents)
        for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
            if self._folder in folder.parents:
                with suppress(OSError):  # another file is in it
                    folder.rmdir()
        return now
