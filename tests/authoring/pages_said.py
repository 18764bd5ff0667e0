"""An article from an HTML page, as the process that takes pages apart might tell of it."""

import pytest

from mkdocs_dossier.authoring import articles
from mkdocs_dossier.authoring.articles import Article, read_article


def article_said(said: object, content: bytes = b"", name: str = "page.html") -> Article:
    """Read the article of a page of which the process says this. Raises `RefusedError`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(articles, "bounded", lambda *_: said)
        return read_article(name, content)
