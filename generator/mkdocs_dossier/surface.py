"""What other code may call and subclass: everything else of the program is internal, and may change.

`mkdocs_dossier` itself passes these names on: `from mkdocs_dossier import load, build`.
"""

from collections.abc import Sequence
from pathlib import Path

from mkdocs_dossier import site
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.loading import load as load_content
from mkdocs_dossier.pages.view import PageKind, View
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.quotes import match
from mkdocs_dossier.quotes.match import Verification
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule

__all__ = [
    "Context",
    "Example",
    "Export",
    "Finding",
    "Level",
    "Loaded",
    "Page",
    "PageKind",
    "Problem",
    "Rule",
    "Verification",
    "View",
    "build",
    "check",
    "load",
    "verify",
]


def load(folder: str | Path) -> Loaded:
    """Read the dossier in a folder: what it says, what follows from it, and all that is wrong with it.

    Nothing is raised for what an author may have written, or for a folder that is not there: it is among the
    `problems`, which are sorted by file, line and column. Nothing outside the folder is read. What a stopped
    command left half changed in it is finished first.
    """
    return load_content(read_folder(Path(folder)))


def check(folder: str | Path) -> tuple[Problem, ...]:
    """List all that is wrong with the dossier in a folder, sorted by file, line and column.

    Each problem has a `location`, a `level`, the name of its `rule`, a `message` and a `hint`, as
    `dossier check` prints them. One of the level `Level.ERROR` stops a build.
    """
    return load(folder).problems


def build(loaded: Loaded, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Write the site of a dossier: the bytes of each file, by its path below the site's root.

    Pages are Markdown, UTF-8, for MkDocs and the like; beside them are the data, styles and scripts. The same
    dossier gives the same bytes. `directory_urls` says whether a page is published as `x/` rather than as
    `x.html`. What has an error in it may be shown wrongly: ask `loaded.problems` first.
    """
    return site.build(loaded, directory_urls=directory_urls)


def verify(text: str, quote: Sequence[str], passage: Sequence[str] = ()) -> Verification:
    """Look up a quotation in a text: the fragments of the speaker's words, and of those that report them.

    The fragments of each are to stand in their order, and the quote within the passage where it can. The
    answer has a `quote` and a `passage`, in which a `Match` stands for each fragment that was found, and None
    for each that was not. A match has the members of the W3C Web Annotation Data Model's TextPositionSelector
    (`start`, `end`, in code points) and TextQuoteSelector (`exact`, `prefix`, `suffix`), and the `tier` that
    says how closely it stands there. No likeness counts: words that are nearly there are not there.
    """
    return match.verify(SourceText(text), quote, passage)
