"""What other code may call: everything else in the program is internal, and may change.

`mkdocs_dossier` itself passes these names on: write `from mkdocs_dossier import load, build`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs_dossier import site
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.loading import load as load_content
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.problems import Level, Problem, Purpose
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
    "Published",
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

    What an author wrote wrongly, or a folder that is not there, raises nothing: it is listed in `problems`,
    sorted by file, line and column. Nothing outside the folder is read. Where a command was stopped in the
    midst of a change, the change is finished first. Drafts that nobody has approved are left out of it, and
    each file with some is an error among the problems. Raises `ExtensionError` where an installed package
    adds a rule that cannot be used.
    """
    loaded = load_content(read_folder(Path(folder)), Purpose.BUILD)
    return replace(loaded, dossier=loaded.reviewed.dossier, findings=loaded.reviewed.findings)


def check(folder: str | Path) -> tuple[Problem, ...]:
    """List all that is wrong with the dossier in a folder, sorted by file, line and column.

    Each problem has a `location`, a `level`, the name of its `rule`, a `message` and a `hint`, as
    `dossier check` prints them. A problem of the level `Level.ERROR` stops a build, and so do drafts, of
    which this only warns.
    """
    return load_content(read_folder(Path(folder))).problems


def build(loaded: Loaded, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Return the files of a dossier's site: the bytes of each, by its path below the site's root.

    Pages are Markdown in UTF-8, for MkDocs or another builder; beside them are data, styles and scripts. The
    same dossier gives the same bytes. `directory_urls` says whether a page will be published as `x/` or as
    `x/index.html`. A dossier with errors may be shown wrongly: look at `loaded.problems` first. Of drafts
    nothing is written.
    """
    return site.build(loaded, directory_urls=directory_urls)


def verify(text: str, quote: Sequence[str], passage: Sequence[str] = ()) -> Verification:
    """Look up a quotation in a text: `quote` is the speaker's words, `passage` those that report them.

    Each is a list of fragments, which must stand in the text in that order; the quote is looked for inside
    the passage first. Return a `quote` and a `passage` with a `Match` for each fragment that was found, and
    None for each that was not. A match has the members of the W3C Web Annotation Data Model's
    TextPositionSelector (`start`, `end`, in code points) and TextQuoteSelector (`exact`, `prefix`, `suffix`),
    and a `tier`, which says how closely the words agree. Nothing is matched by likeness: words that are
    nearly there do not count.
    """
    return match.verify(SourceText(text), quote, passage)
