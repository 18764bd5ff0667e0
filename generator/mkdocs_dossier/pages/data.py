"""The page of downloads."""

from collections.abc import Iterator

from mkdocs_dossier.document.compose import (
    bullets,
    code,
    details,
    heading,
    link,
    paragraph,
    stack,
    table,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Page
from mkdocs_dossier.exports.downloads import Export, downloads
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.view import Here, View, index_path
from mkdocs_dossier.text.messages import mark


def _pages(view: View) -> Iterator[Page]:
    """Write the page: each file of data with what it is for."""
    here = view.here(index_path("data"))
    title = view.words.say("Data")
    intro = view.words.say("Everything this site shows, for programs.")
    rows = [[link(text(one.name), one.name), here.own(here.words.say(one.purpose))] for one in downloads()]
    listed = table(text(title), [here.say("File"), here.say("What it is for")], rows)
    more = (_more(here, one) for one in downloads())
    blocks = stack(heading(1, text(title), "data"), paragraph(text(intro)), listed, *more, _again(here))
    yield Page(here.path, title, intro, blocks)


def _again(here: Here) -> Block:
    """Say how a reader checks the site again."""
    manifest = link(text("manifest.json"), "manifest.json")
    told = here.fill("{manifest} has the SHA-256 of every file of this site.", manifest=manifest)
    how = here.fill(
        "Anybody can look all quotations up again, and derive again what follows from them: {command}",
        command=code("dossier verify ADDRESS"),
    )
    return parts.part(here.say("Check it again"), "check", paragraph(told), paragraph(how))


def _more(here: Here, export: Export) -> Block:
    """List the further files of an export, which its first one describes."""
    files = bullets(link(text(name.rpartition("/")[2]), name) for name in export.more)
    label = here.fill("Further files of {file}", file=code(export.name))
    return unsearched(details(label, files, cls="dossier-fold"))


DATA = PageKind(100, "data", mark("Data"), _pages)
