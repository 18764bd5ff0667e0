"""Built sites, read as a browser reads them: what a page shows, where its links lead, what it would fetch."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from tests.support import ROOT

_BLANKS = re.compile("[ \t\n\r\f]+")
_CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)(?P<url>.*?)\1\s*\)|@import\s+(['"])(?P<imported>.*?)\3""")
_HOST = "https://site.invalid"
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = {"script", "iframe", "object", "embed", "form", "style", "img", "base", "meta", "link"}

FETCHED = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "use": ("href", "{http://www.w3.org/1999/xlink}href"),
    "image": ("href", "{http://www.w3.org/1999/xlink}href"),
}
"""What a browser fetches without being asked, by element."""

_SHOWN_ONLY = {"canonical", "next", "prev", "alternate", "edit"}
"""Kinds of `link` that name an address and fetch nothing."""


PATIENCE = 1800
"""Seconds after which a process is taken to hang: far more than any takes on a busy machine."""


def mkdocs_build(project: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a project, as its author would; `environ` is added to the environment."""
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    return subprocess.run(
        command,
        cwd=project,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


class Site:
    """The files of a built site below a folder; `base` is the path that it is published under."""

    def __init__(self, root: Path, base: str = "/") -> None:
        self.root = root
        self.base = base

    def pages(self) -> list[str]:
        """List the pages by their paths."""
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))

    @cache  # noqa: B019 - a site lives as long as the tests of it
    def page(self, path: str) -> "Html":
        """Read a page."""
        return Html((self.root / path).read_text("utf-8"))

    def broken_links(self) -> list[tuple[str, str]]:
        """List the links that lead to no file of the site, or to no place in it, with their pages."""
        return [
            (path, href)
            for path in self.pages()
            for href in self.page(path).addresses()
            if not self._leads_somewhere(path, href)
        ]

    def _leads_somewhere(self, path: str, href: str) -> bool:
        parts = urlsplit(urljoin(f"{_HOST}{self.base}{path}", href))
        if f"{parts.scheme}://{parts.netloc}" != _HOST:
            return True
        if not parts.path.startswith(self.base):
            return False
        target = unquote(parts.path.removeprefix(self.base)) or "index.html"
        if (self.root / target).is_dir():
            target = f"{target.rstrip('/')}/index.html"
        if not (self.root / target).is_file():
            return False
        fragment = unquote(parts.fragment.partition(":~:")[0])
        return not fragment or not target.endswith(".html") or fragment in self.page(target).ids()

    def fetched_elsewhere(self) -> list[tuple[str, str]]:
        """List what a browser would fetch from another host, with the file that says so."""
        found = [
            (path, url) for path in self.pages() for url in self.page(path).fetched() if _is_foreign(url)
        ]
        for path in sorted(self.root.rglob("*.css")):
            for match in _CSS_ADDRESS.finditer(path.read_text("utf-8")):
                url = match["url"] or match["imported"] or ""
                if _is_foreign(url):
                    found.append((path.relative_to(self.root).as_posix(), url))
        return found


def _is_foreign(url: str) -> bool:
    return bool(urlsplit(url).netloc)


class Html:
    """A page as a browser reads it."""

    def __init__(self, text: str) -> None:
        self.tree = html5lib.parse(text, namespaceHTMLElements=False)

    def content(self) -> Element:
        """Give the part of the page that is no theme's; an empty element where all of it is."""
        for name, attribute, value in (
            ("article", "class", "md-content__inner"),
            ("div", "role", "main"),
            ("main", "role", "main"),
        ):
            for one in self.tree.iter(name):
                if value in one.get(attribute, "").split():
                    return one
        return Element("div")

    def words(self) -> str:
        """Give what the content says, with white space folded."""
        return _BLANKS.sub(" ", "".join(self.content().itertext()))

    def elements(self) -> Iterator[Element]:
        """List the elements of the content."""
        return (one for one in self.content().iter() if isinstance(one.tag, str))

    def addresses(self) -> list[str]:
        """List where the links of the whole page lead."""
        links = [one.get("href", "") for one in self.tree.iter("a") if one.get("href") is not None]
        svg = [
            one.get("href", "") for one in self.tree.iter("{http://www.w3.org/2000/svg}a") if one.get("href")
        ]
        return [*links, *svg, *(url for url in self.fetched() if not url.startswith("data:"))]

    def fetched(self) -> list[str]:
        """List what a browser fetches with the page."""
        found = []
        for one in self.tree.iter():
            name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
            if name == "link" and set(one.get("rel", "").split()) & _SHOWN_ONLY:
                continue
            found += [one.get(key, "").split(" ")[0] for key in FETCHED.get(name, ()) if one.get(key)]
            style = one.get("style", "") + (one.text or "" if name == "style" else "")
            found += [match["url"] or match["imported"] or "" for match in _CSS_ADDRESS.finditer(style)]
        return found

    def ids(self) -> set[str]:
        """List what an address may end with."""
        return {*self._all_ids(), *(one.get("name", "") for one in self.tree.iter("a")), "__top"}

    def repeated_ids(self) -> list[str]:
        """List the ids that more than one element has."""
        return [identifier for identifier, number in Counter(self._all_ids()).items() if number > 1]

    def _all_ids(self) -> list[str]:
        return [one.get("id", "") for one in self.tree.iter() if isinstance(one.tag, str) and one.get("id")]

    def uneven_tables(self) -> list[list[int]]:
        """Give the numbers of cells, row by row, of each table whose rows differ in it."""
        found = []
        for table in self.content().iter("table"):
            rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
            if len(set(rows)) > 1:
                found.append(rows)
        return found

    def obeyed(self) -> list[str]:
        """List what in the content could run: scripts, handlers, addresses of code, foreign frames."""
        found = []
        for one in self.elements():
            name = one.tag.rpartition("}")[2]
            # A browser runs nothing of this type.
            if name == "script" and one.attrib == {"type": "application/ld+json"}:
                json.loads(one.text or "")
                continue
            if name in (
                "script",
                "iframe",
                "object",
                "embed",
                "form",
                "style",
                "img",
                "base",
                "meta",
                "link",
            ):
                found.append(name)
            for key, value in one.attrib.items():
                scheme = re.sub(r"[\x00-\x20]", "", value).lower()
                if key.startswith("on") or scheme.startswith(("javascript:", "data:", "vbscript:")):
                    found.append(f"{name} {key}={value}")
        return found


def project_of(folder: Path, config: str, files: dict[str, bytes]) -> Path:
    """Write a project of its own: its `mkdocs.yml`, a page, and a dossier in `news/`."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "about.md").write_text("# About this site\n\nWritten by hand.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    for path, content in files.items():
        target = folder / "news" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


__all__ = ["FETCHED", "ROOT", "Html", "Site", "mkdocs_build", "project_of"]
