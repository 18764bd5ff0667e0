"""Configures a site for the dossier's pages, where its author has not."""

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.utils import nest_paths

from mkdocs_dossier.guard import NAME
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.words import Words

_EXTENSIONS = ("attr_list", "md_in_html", "tables")


def _follow_language(config: MkDocsConfig, words: Words) -> None:
    """Set Material's language to the dossier's, or at least its direction, unless the author set another."""
    theme = config.theme
    if theme.name != "material" or words.language == "en" or theme.get("language", "en") != "en":
        return
    # Material has a template for each language that it speaks.
    folders = [Path(folder) / "partials" / "languages" for folder in theme.dirs]
    for tag in (words.language, words.language.partition("-")[0]):
        if any((folder / f"{tag}.html").is_file() for folder in folders):
            theme["language"] = tag
            return
    theme["direction"] = words.direction


def prepare_markdown(config: MkDocsConfig, words: Words) -> None:
    """Configure what our Markdown needs; where that is done already, nothing changes."""
    # It ends the builds of those who leave this plugin out.
    if NAME in config.markdown_extensions:
        config.markdown_extensions.remove(NAME)
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs.setdefault("toc", {}).setdefault("permalink_title", words.say("Permanent link"))


def prepare(config: MkDocsConfig, files: Iterable[str], words: Words) -> None:
    """Configure what the pages need, unless the author has."""
    prepare_markdown(config, words)
    _follow_language(config, words)
    for path in sorted(files):
        if path.endswith(".css") and path not in config.extra_css:
            config.extra_css.append(path)
        elif path.endswith(".js") and path not in config.extra_javascript:
            config.extra_javascript.append(path)
    # MkDocs' default would let a broken anchor pass a strict build.
    if config.validation.links.anchors == logging.INFO:
        config.validation.links.anchors = logging.WARNING


def navigation(files: Files, words: Words, ours: set[str]) -> list[object]:
    """Make the navigation of a site whose author set none: home, the dossier's sections, all other pages."""
    others = [
        file.src_uri
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.src_uri not in ours and file.src_uri != "index.md"
    ]
    # Each index is in a section of its own, which its records' pages are given too (see `on_nav`). With
    # `navigation.indexes`, Material shows such a section as one line.
    sections = [
        {words.say(title): [path]} for path, title in indexes().items() if files.get_file_from_path(path)
    ]
    nested: list[object] = nest_paths(others)  # type: ignore[no-untyped-call]  # MkDocs' function is not typed
    return ["index.md", *sections, *nested]
