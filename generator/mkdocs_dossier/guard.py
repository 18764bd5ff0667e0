"""A Markdown extension that ends a build in which the plugin does not run.

Other builders read `mkdocs.yml` too, leave out a plugin that they do not know, and say that all is well: the
site has no dossier then. What they do not leave out are extensions of Markdown, without which no page can be
written. So this one stands in `mkdocs.yml`, and refuses to write any page. Where the plugin runs, it takes
the extension out of the configuration before anything is written.
"""

from typing import NoReturn

from click import ClickException
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

NAME = "mkdocs_dossier.guard"
"""What stands in `mkdocs.yml`, under `markdown_extensions`."""

_FIRST = 1000  # no other preprocessor is to fail before with less to say
_SAID = (
    "The plugin `dossier` does not run here, so this site would have no page of the dossier. "
    "Build it by: uv run mkdocs build (with `- dossier` under `plugins:` in mkdocs.yml). "
    "With Zensical: uv run dossier build --out build/pages --docs docs && uvx zensical build -f zensical.toml"
)


class _Guard(Extension):
    """Refuses pages, and nothing before: MkDocs makes one only to see whether there is such an extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Stand before all that reads a page."""
        md.preprocessors.register(_Refusal(md), "mkdocs_dossier_guard", _FIRST)


class _Refusal(Preprocessor):
    """Reads no page."""

    def run(self, lines: list[str]) -> NoReturn:  # noqa: ARG002 - Python-Markdown's signature
        """Raise `ClickException`: builders show its message, and exit with another code than 0."""
        raise ClickException(_SAID)


def makeExtension(**options: object) -> Extension:  # noqa: N802 - Python-Markdown's name
    """Make the extension, as Python-Markdown asks for it by the name of this module."""
    return _Guard(**options)
