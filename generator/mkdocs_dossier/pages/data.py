"""The downloads, each with what it is for."""

from collections.abc import Iterator

from mkdocs_dossier.document.markdown import heading, link, paragraph, table, text
from mkdocs_dossier.exports import EXPORTS
from mkdocs_dossier.pages.view import Page, View, index_path


def pages(view: View) -> Iterator[Page]:
    """Write the page of downloads."""
    here = view.here(index_path("data"))
    title = view.words.say("Data")
    intro = view.words.say("Everything this site shows, for programs.")
    rows = [[link(text(one.name), one.name), here.say(one.purpose)] for one in EXPORTS]
    listed = table([here.say("File"), here.say("What it is for")], rows)
    yield Page(here.path, title, intro, (heading(1, text(title), "data"), paragraph(text(intro)), listed))
