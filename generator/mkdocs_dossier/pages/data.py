"""The page of downloads."""

from collections.abc import Iterator

from mkdocs_dossier.document.compose import heading, link, paragraph, stack, table, text
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.view import View, index_path
from mkdocs_dossier.text.messages import mark


def _pages(view: View) -> Iterator[Page]:
    """Write the page: each file of data with what it is for."""
    here = view.here(index_path("data"))
    title = view.words.say("Data")
    intro = view.words.say("Everything this site shows, for programs.")
    rows = [[link(text(one.name), one.name), here.say(one.purpose)] for one in downloads()]
    listed = table(text(title), [here.say("File"), here.say("What it is for")], rows)
    blocks = stack(heading(1, text(title), "data"), paragraph(text(intro)), listed)
    yield Page(here.path, title, intro, blocks)


DATA = PageKind(100, "data", mark("Data"), _pages)
