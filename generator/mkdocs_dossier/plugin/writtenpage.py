"""A page of ours as MkDocs knows pages: one that need not be read from Markdown."""

import logging
from collections.abc import Sequence
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from mkdocs_dossier.document.markdown import metadata
from mkdocs_dossier.plugin.made import Kept
from mkdocs_dossier.plugin.shortcut import shortcut

# Warnings of MkDocs' own loggers count for `--strict`, as they do where MkDocs itself finds such a link.
_log = logging.getLogger("mkdocs.plugins.dossier")


class WrittenPage(Page):
    """A page whose HTML we wrote; where that is not what its Markdown gives in this site, MkDocs makes it."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, *, kept: Kept) -> None:
        super().__init__(title, file, config)
        self.made = kept.pages[file.src_uri]
        self.way = kept.way
        self.kept = kept
        self._is_packed = self.is_quiet
        """Whether the content is still to be put in place."""
        self._own = ""
        """The Markdown as it was before other plugins saw it."""

    @property
    def is_quiet(self) -> bool:
        """Whether nobody looks at the page before it is built: until then, its content stays in the spool."""
        return self.way.is_taken and not self.way.watched

    @property
    def is_known(self) -> bool:
        """Whether it is known from the last build: nothing that its content is written from has changed."""
        return self.made.path in self.kept.unchanged

    @property
    def length(self) -> int:
        """The length of its content, in bytes."""
        content = self.kept.pages[self.made.path].content
        return content.length if content else 0

    def read_source(self, config: MkDocsConfig) -> None:
        """Take over what the page says of itself, and its Markdown if somebody may ask for it."""
        if self.is_quiet:
            self.markdown, self.meta = "", metadata(self.made.page)
            return
        super().read_source(config)
        self._own = self.markdown or ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give the page the HTML that we wrote, if its Markdown is still ours and its links are known."""
        made = self.made
        if not self.way.is_taken or (self.way.watched and not self._is_ours(config, files)):
            super().render(config, files)
            return
        for path in sorted(path for path in made.linked if path not in files.src_uris):
            said = "Doc file '%s' contains a link to '%s', which is not found among documentation files."
            _log.log(config.validation.links.not_found, said, self.file.src_uri, path)
        self.content = "" if self.is_quiet else self.kept.content(made.path)
        if not self.is_quiet:
            self.toc = self._contents()
        self.present_anchor_ids = set(made.anchors)
        self.links_to_anchors = {}
        for path, anchor, link in made.pointed:
            if file := files.src_uris.get(path):
                self.links_to_anchors.setdefault(file, {}).setdefault(anchor, link)

    def _is_ours(self, config: MkDocsConfig, files: Files) -> bool:
        """Tell whether the page is as we wrote it, and so are the site's files and its Markdown."""
        return (
            self.markdown == self._own
            and shortcut(config) == self.way
            and self.made.linked <= files.src_uris.keys()
        )

    def _contents(self) -> TableOfContents:
        first, last = self.way.depth
        tokens: list[Any] = [  # of a type that only the library's own stubs know
            {"level": one.level, "id": one.identifier, "name": one.words}
            for one in self.made.headings
            if first <= one.level <= last
        ]
        return get_toc(nest_toc_tokens(tokens))

    @property
    def is_searched(self) -> bool:
        """Whether a search plugin takes the page apart."""
        return not (self.meta.get("search") or {}).get("exclude")

    def unpack(self) -> None:
        """Put the content in place, when the page is about to be built."""
        if self._is_packed:
            # Before it, there may be what the plugin says of a dossier's problems.
            self.content = (self.content or "") + self.kept.content(self.made.path)
            self.toc = self._contents()
            self._is_packed = False

    def pack(self) -> Sequence[str]:
        """Let go of the content, now that the page is built; return the pictures that it still lacks."""
        if self.is_quiet:
            self.content = ""
        return self.made.pictures
