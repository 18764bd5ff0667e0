"""Redirects: pages at the addresses that records had before they were renamed."""

import posixpath
from html import escape

from mkdocs_dossier.pages.view import View


def redirect_pages(view: View) -> dict[str, bytes]:
    """Write a page for each old address, as HTML, by its path below the site's root."""
    pages = {}
    for old, new in view.dossier.redirects.items():
        page = _redirect_page(
            old.address,
            new.address,
            view.title(*new),
            language=view.words.language,
            notice=view.words.say("This page has moved:"),
            directory_urls=view.directory_urls,
        )
        pages[f"{old.address}/index.html"] = page.encode()
    return pages


def _redirect_page(
    old: str,
    new: str,
    label: str,
    *,
    language: str = "en",
    notice: str = "This page has moved:",
    directory_urls: bool = True,
) -> str:
    """Write the page at an old address that leads to the new one, without a script.

    `label`, the record's title, and `notice`, before it, are plain text; they are escaped here.
    """
    url = escape(_relative(old, new, directory_urls=directory_urls))
    name = escape(label)
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(language)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f"<title>{name}</title>\n"
        f'<link rel="canonical" href="{url}">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "</head>\n"
        f'<body>\n<p>{escape(notice)} <a href="{url}">{name}</a></p>\n</body>\n'
        "</html>\n"
    )


def _relative(old: str, new: str, *, directory_urls: bool) -> str:
    return posixpath.relpath(new, old) + ("/" if directory_urls else "/index.html")
