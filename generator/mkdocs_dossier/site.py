"""The pipeline that both edges call: a folder to problems, or to the files of a site."""

import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from mkdocs_dossier.checks import apply_allowances, run_checks
from mkdocs_dossier.decode import decode
from mkdocs_dossier.derive import Findings, derive
from mkdocs_dossier.dossier import Dossier, link
from mkdocs_dossier.exports import EXPORTS
from mkdocs_dossier.fieldtypes import SECTIONS
from mkdocs_dossier.pages import write_pages
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.problems import Level, Location, Problem, error, warning
from mkdocs_dossier.redirects import REDIRECTS_PATH, parse_redirects, redirect_page, redirect_path
from mkdocs_dossier.texts import source_texts
from mkdocs_dossier.verify import Verified, verify_quotations
from mkdocs_dossier.words import Words, read_catalogue
from mkdocs_dossier.yamlsource import MAX_BYTES, Node, parse

YAML_SUFFIXES = (".yaml", ".yml")
TEXT_SUFFIX = ".txt"
ASSETS = "assets/dossier"


@dataclass(frozen=True)
class Folder:
    """What stands in a dossier's folder: the bytes of its YAML and text files, by relative path.

    `redirects` is the content of `redirects.csv`, if there is one.
    """

    yaml: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    redirects: bytes = b""


@dataclass(frozen=True)
class Loaded:
    """A dossier as far as it could be read, what follows from it, and all that is wrong with it.

    Pages may be written where `is_sound`. `redirects` maps old addresses of records to those of today.
    """

    dossier: Dossier
    verified: Verified
    findings: Findings
    problems: tuple[Problem, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong that stops a build."""
        return all(problem.level is not Level.ERROR for problem in self.problems)


def read_folder(root: Path) -> Folder:
    """Read the YAML and text files below a folder; hidden files and folders are passed over.

    Nothing outside the folder is read: a link that leads out is a problem, as is what is no plain file.
    """
    yaml: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not root.is_dir():
        hint = "Name the folder that holds dossier.yaml."
        missing = error(Location("."), "no-folder", f"There is no folder {root}.", hint)
        return Folder({}, {}, (missing,))
    redirects = b""
    for path in _files(root, problems.append):
        name = path.relative_to(root).as_posix()
        try:
            content = _read(root, path)
        except OSError as trouble:
            problems.append(_unreadable(root, path, trouble))
            continue
        if name == REDIRECTS_PATH:
            redirects = content
        else:
            (texts if name.endswith(TEXT_SUFFIX) else yaml)[name] = content
    return Folder(yaml, texts, tuple(problems), redirects)


def _files(root: Path, report: Callable[[Problem], None]) -> Iterator[Path]:
    def refuse(trouble: OSError) -> None:
        report(_unreadable(root, Path(trouble.filename), trouble))

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (linked := Path(folder) / name).is_symlink():
                report(_not_entered(linked.relative_to(root)))
        for name in sorted(names):
            if name.endswith((*YAML_SUFFIXES, TEXT_SUFFIX)) and not name.startswith("."):
                yield Path(folder) / name
    if (root / REDIRECTS_PATH).exists():
        yield root / REDIRECTS_PATH


def _unreadable(root: Path, path: Path, trouble: OSError) -> Problem:
    reason = trouble.strerror or str(trouble)
    return error(Location(_shown(path.relative_to(root))), "unreadable", f"This cannot be read: {reason}.")


def _not_entered(linked: Path) -> Problem:
    message = "This is a link to a folder: nothing in it is read."
    return warning(Location(_shown(linked)), "linked-folder", message, "Put the folder itself in its place.")


def _shown(path: Path) -> str:
    """Write a path so that it can be printed, whatever its bytes are."""
    return path.as_posix().encode(errors="backslashreplace").decode()


def _read(root: Path, path: Path) -> bytes:
    """Read a plain file inside the folder, one byte more than is allowed at most.

    Raises `OSError`, with a reason for the author, for anything else.
    """
    # The mode first: it raises where links lead in a circle, which `resolve` reports in other ways.
    mode = path.stat().st_mode
    if not path.resolve().is_relative_to(root.resolve()):
        raise OSError(0, "it is a link that leads out of the dossier folder")
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is not a plain file")
    if _shown(path) != path.as_posix():
        raise OSError(0, "its name is not UTF-8")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def load(folder: Folder) -> Loaded:
    """Read, verify and derive a dossier from the content of its folder."""
    problems = list(folder.problems)
    nodes: dict[str, Node | None] = {}
    unread = False
    for path, content in sorted(folder.yaml.items()):
        nodes[path], found = parse(path, content)
        unread = unread or (nodes[path] is None and bool(found))
        problems.extend(found)
    decoded = decode(nodes)
    problems.extend(decoded.problems)
    is_whole = not problems
    texts, found = source_texts(decoded, folder.texts)
    problems.extend(found)
    dossier, found = link(decoded, texts)
    is_whole = is_whole and not found
    # What a file defines that could not be read is unknown, so nothing can be said of who names it.
    problems.extend(one for one in found if not (unread and one.rule == "unknown-reference"))
    verified, found = verify_quotations(dossier)
    problems.extend(found)
    findings = derive(dossier)
    settings = decoded.settings_node
    problems.extend(run_checks(dossier, verified, findings, settings=settings, is_whole=is_whole))
    entries = decoded.entries.values()
    problems = apply_allowances(problems, folder.yaml, nodes, entries, is_whole=is_whole)
    redirects, found = parse_redirects(folder.redirects, decoded.records)
    return Loaded(dossier, verified, findings, tuple(sorted({*problems, *found})), redirects)


def build(loaded: Loaded, words: Words | None = None, *, directory_urls: bool = True) -> dict[str, bytes]:
    """Write all files of the site by their paths below its root: pages, data, styles.

    `directory_urls`: whether a page is published as `x/`, as MkDocs does by default. Hand-written pages
    are no part of it. The same dossier gives the same bytes.
    """
    dossier = loaded.dossier
    words = words or words_in(dossier.settings.language)
    view = View(dossier, loaded.verified, loaded.findings, words, directory_urls)
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


def assets() -> dict[str, bytes]:
    """Read the styles and scripts that come with the program, by their paths below the site's root."""
    folder = resources.files("mkdocs_dossier") / "assets"
    return {
        f"{ASSETS}/{file.name}": file.read_bytes()
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
    }
