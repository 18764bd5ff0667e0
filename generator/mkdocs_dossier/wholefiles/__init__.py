"""Files written whole or not at all: over a kill, a full disk, and two processes at once.

`single` writes one file, `lock` lets one process at a time change a folder, `journal` changes several files
of a folder together, and `unfinished` deals with what a stopped process left.
"""

from mkdocs_dossier.wholefiles.journal import JOURNAL, change_together, finish, is_changeable
from mkdocs_dossier.wholefiles.lock import LOCK, LockedError, locked
from mkdocs_dossier.wholefiles.single import is_temporary, reason, replace_file, sweep, temporary_name
from mkdocs_dossier.wholefiles.unfinished import is_half_changed, is_left_over, settle

__all__ = [
    "JOURNAL",
    "LOCK",
    "LockedError",
    "change_together",
    "finish",
    "is_changeable",
    "is_half_changed",
    "is_left_over",
    "is_temporary",
    "locked",
    "reason",
    "replace_file",
    "settle",
    "sweep",
    "temporary_name",
]
