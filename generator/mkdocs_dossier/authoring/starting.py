"""`dossier new`: the files of a new dossier, with an invented dispute in three articles as an example."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import urlsplit
from urllib.request import url2pathname

from mkdocs_dossier.authoring.edits import double_quoted
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.values.ids import slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.version import __version__
from mkdocs_dossier.words import Words

_ARTICLES = ("ostrel-lantern-2021-03-09", "navaria-post-2021-03-10", "courrier-de-navarie-2021-03-10")
_EXAMPLE = (
    *("seeds/ostrel/actors.yaml", "seeds/ostrel/places.yaml"),
    *(f"seeds/ostrel/{name}.{ending}" for name in _ARTICLES for ending in ("yaml", "txt")),
)

PLACES: Mapping[str, str] = {
    "mkdocs.yml": "mkdocs.yml",
    "zensical.toml": "zensical.toml",
    "pyproject": "pyproject.toml",  # without its ending, lest tools take it for this project's own
    "README.md": "README.md",
    "docs/about.md": "docs/about.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "github/pages.yml": ".github/workflows/pages.yml",
    "github/changes.yml": ".github/workflows/changes.yml",
    "vscode/settings.json": ".vscode/settings.json",
    "vscode/extensions.json": ".vscode/extensions.json",
    "seeds/dossier.yaml": "seeds/dossier.yaml",
    **{name: name for name in _EXAMPLE},
}
"""Where each template goes. In the package, no name begins with a dot: tools would act on it there."""

SCHEMAS = ("schema/dossier.schema.json", "schema/settings.schema.json", "schema/changes.schema.json")

_LATER = frozenset({"changes/index.md"})
"""The indexes that a new dossier has no page of: in the navigation for Zensical, each is a comment."""

_FILLED = re.compile("@@([a-z_]+)@@")
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|&!~])")
_CODE_HOST = re.compile(r"https://(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)/[^/]+/[^/]+/?")
_NAME_LENGTH = 40
_THEME_LANGUAGES = frozenset(
    re.findall(
        r"\S+",
        "af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko "
        "ku-IQ lb lt lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur "
        "uz vi zh zh-Hant zh-TW",
    )
)
"""What Zensical's theme speaks; in any other language no page could be written."""


def new_files(
    templates: Mapping[str, bytes],
    schemas: Sequence[str],
    words_in: Callable[[str], Words],
    title: str,
    language: str,
    *,
    origin: str = "",
) -> dict[str, bytes]:
    """Fill in the templates; return the content of each file by its path in the new folder.

    `templates` holds the contents of the keys of `PLACES`; `schemas` are the JSON Schemas of record files
    and of the settings; `words_in` gives the program's own words in a language. `origin` says where the new
    folder gets the program from: a path, the address of a repository or of a package, or "" for the package
    index. Raises `RefusedError` for a value that is not valid.
    """
    title, language = _parsed("title", parse_text, title), _parsed("language", parse_tag, language)
    if not origin.isprintable():
        raise RefusedError("--from has characters that cannot be seen.", "Write a path or an address.")
    values = {
        **_of_zensical(title, language, words_in(language)),
        "title": double_quoted(title),
        "title_markdown": _ACTIVE.sub(r"\\\1", title),
        "language": double_quoted(language) if language in ("no", "nn") else language,
        "name": f"dossier-{slugged(title)[:_NAME_LENGTH].strip('-') or 'site'}",
        "bounds": _bounds(__version__),
        "sources": _sources(origin),
        "in_en": _untranslated(language, "en"),
        "in_en_fr": _untranslated(language, "en", "fr"),
    }
    files = {
        place: _FILLED.sub(lambda found: values[found[1]], templates[name].decode()).encode()
        for name, place in PLACES.items()
    }
    return {**files, **{place: schema.encode() for place, schema in zip(SCHEMAS, schemas, strict=True)}}


def _parsed(name: str, parse: Callable[[str], str], value: str) -> str:
    try:
        return parse(value)
    except InvalidValue as trouble:
        raise RefusedError(f"The {name} {trouble.message}.", trouble.hint) from trouble


def _of_zensical(title: str, language: str, words: Words) -> dict[str, str]:
    """Write what the plugin finds out by itself: title, language, direction, and the navigation."""
    known = (tag for tag in (language, language.partition("-")[0]) if tag in _THEME_LANGUAGES)
    sections = [
        f"  {'# ' if path in _LATER else ''}{{ {_text(words.say(said))} = [{_text(path)}] }},"
        for path, said in indexes().items()
    ]
    return {
        "title_toml": _text(escape(title)),
        "theme_language": next(known, "en"),
        "direction": direction(language),
        "permalink": _text(words.say("Permanent link")),
        "nav": "\n".join(['  "index.md",', *sections, '  "about.md",']),
    }


def _untranslated(language: str, *known: str) -> str:
    """Write what follows the id of a statement of the example whose reports are in the languages `known`.

    In a dossier of another language, a rule would ask for a translation, which the example does not have.
    """
    if language.partition("-")[0] in known:
        return ""
    return " # dossier: allow no-translation: an example, to be deleted"


def _bounds(version: str) -> str:
    """Write which versions of the program a dossier takes: from this one to below the next breaking one.

    Versions are semantic: below 1.0 each minor version may break something, after that each major one.
    """
    major, minor = (int(number) for number in version.split(".")[:2])
    return f">={version},<{major + 1 if major else f'0.{minor + 1}'}"


def _sources(origin: str) -> str:
    """Write the part of `pyproject.toml` that says where uv gets the program, if not from the index."""
    if not origin:
        return ""
    note = "# The program is taken from here."
    # A path of Windows has what looks like a scheme.
    if not urlsplit(origin).scheme or re.match(r"[A-Za-z]:[\\/]", origin):
        note += " For the Pages workflow it has to be the address of a repository:\n"
        note += '# mkdocs-dossier = { git = "https://…" }'
    return f"\n[tool.uv.sources]\n{note}\nmkdocs-dossier = {_table(origin)}\n"


def _table(origin: str) -> str:
    """Write the source of a package as uv reads it: a repository, an archive, or a path."""
    if origin.startswith("git+") or origin.endswith(".git") or _CODE_HOST.fullmatch(origin):
        address, _, revision = _parted(origin.removeprefix("git+"))
        pinned = f", rev = {_text(revision)}" if revision else ""
        return f"{{ git = {_text(address)}{pinned} }}"
    if origin.startswith(("http://", "https://")):
        return f"{{ url = {_text(origin)} }}"
    return f"{{ path = {_text(origin)} }}"


def _parted(address: str) -> tuple[str, str, str]:
    """Split the address of a repository at the `@` before a revision, which is not the `@` before a host."""
    path = urlsplit(address).path
    if "@" not in path:
        return address, "", ""
    return address.rpartition("@")


def _text(value: str) -> str:
    """Write a TOML string: JSON's escapes are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)


def origin_of(direct_url: str) -> str:
    """Read from its `direct_url.json` (PEP 610) where the program was installed from, as for `new_files`.

    Return "" if it came from a package index.
    """
    try:
        record = json.loads(direct_url)
        url = record["url"]
    except (ValueError, KeyError, TypeError):
        return ""
    if not isinstance(url, str):
        return ""
    if isinstance(repository := record.get("vcs_info"), dict):
        revision = repository.get("commit_id", "")
        return f"git+{url}@{revision}" if revision else f"git+{url}"
    return url2pathname(urlsplit(url).path) if url.startswith("file:") else url
