"""A dossier to the files of its site; together with `folders` and `loading`, all that both edges call."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from mkdocs_dossier.dossier.redirects import redirect_page, redirect_path
from mkdocs_dossier.exports import EXPORTS
from mkdocs_dossier.load import Loaded
from mkdocs_dossier.model.fields import SECTIONS
from mkdocs_dossier.pages import write_pages
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.ties.graphviz import load_layout
from mkdocs_dossier.words import Words, read_catalogue

ASSETS = "assets/dossier"


def build(loaded: Loaded, words: Words | None = None, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Write all files of the site by their paths below its root: pages, data, styles.

    `directory_urls`: whether a page is published as `x/`, as MkDocs does by default. Hand-written pages
    are no part of it. The same dossier gives the same bytes.
    """
    dossier = loaded.dossier
    words = words or words_in(dossier.settings.language)
    view = View(dossier, loaded.verified, loaded.findings, words, outlines(), load_layout(), directory_urls)
    files = {page.path: page.markdown().encode() for page in write_pages(view)}
    for export in EXPORTS:
        files[f"data/{export.name}"] = export.write(dossier, loaded.verified, loaded.findings)
    files |= _redirect_pages(loaded.redirects, view)
    return files | assets() | {f"{ASSETS}/words.js": script_words(words)}


def _redirect_pages(redirects: Mapping[str, str], view: View) -> dict[str, bytes]:
    """Write a page at each old address, which leads on to the record."""
    pages = {}
    for old, new in redirects.items():
        section, _, key = new.partition("/")
        label = next(view.title(name, key) for name in SECTIONS if name == section)
        page = redirect_page(
            old,
            new,
            label,
            language=view.words.language,
            notice=view.words.say("This page has moved:"),
            directory_urls=view.directory_urls,
        )
        pages[redirect_path(old)] = page.encode()
    return pages


def script_words(words: Words) -> bytes:
    """Write the words that the page's script says."""
    said = {
        "copied": words.say("Copied"),
        "copy": words.say("Copy"),
        "filter": words.say("Filter"),
        "selected": words.say("Selected: copy it with the keyboard"),
        "sort": words.say("Sort by this column"),
    }
    return f"window.dossierWords = {json.dumps(said, ensure_ascii=False)};\n".encode()


def words_in(language: str) -> Words:
    """Give the program's own words in a language, or English where there is no catalogue of it."""
    catalogues = resources.files("mkdocs_dossier") / "locale"
    for name in (language, language.partition("-")[0]):
        catalogue = catalogues / f"{name}.po"
        if catalogue.is_file():
            return read_catalogue(language, catalogue.read_bytes())
    return Words(language)


@cache
def outlines() -> Outlines:
    """Read the outlines of countries that come with the program."""
    return Outlines.parse((resources.files("mkdocs_dossier") / "data" / "outlines.json").read_bytes())


def assets() -> dict[str, bytes]:
    """Read the styles and scripts that come with the program, by their paths below the site's root."""
    folder = resources.files("mkdocs_dossier") / "assets"
    return {
        f"{ASSETS}/{file.name}": file.read_bytes()
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
    }
