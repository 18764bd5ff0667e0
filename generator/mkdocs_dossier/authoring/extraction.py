"""Extracts an article from an HTML page by trafilatura; run as a process of its own (see `bounded`)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs_dossier.authoring.bounded import serve

if TYPE_CHECKING:
    from trafilatura.settings import Document

_Said = dict[str, str]
"""What a page says, by the names of the fields of `Article`; empty if there is no article.

If the library cannot be imported: under `missing` the module at fault; under `why` the error, if it is there.
"""


def _prepare() -> Callable[[bytes], _Said]:
    """Import the library; return the function that extracts, or one that answers what is missing."""
    try:
        import trafilatura.settings  # noqa: F401, PLC0415 - an extra, and heavy
    except Exception as trouble:  # a broken installation may fail in any way
        lack = _lacking(trouble)
        return lambda _: lack
    return _extracted


def _lacking(trouble: BaseException) -> _Said:
    """Say why the library cannot be imported: a module is not there, or it is broken.

    Some modules (`lxml.html.clean`) raise an error of their own for another that is missing; the original is
    its cause or context.
    """
    found: BaseException | None = trouble
    while found is not None:
        if isinstance(found, ModuleNotFoundError) and found.name:
            return {"missing": found.name, "why": ""}
        found = found.__cause__ or found.__context__
    name = trouble.name if isinstance(trouble, ImportError) else None
    return {"missing": name or "trafilatura", "why": f"{type(trouble).__name__}: {trouble}"}


def _extracted(content: bytes) -> _Said:
    """Extract the article and the metadata of a page; return {} if there is no article.

    Dates are taken from metadata and the address only: a date in the text may be that of anything.
    """
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - an extra, and heavy

    page = load_html(content)
    if page is None:
        return {}
    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)
    return {} if found is None or isinstance(found, dict) else _said(found, page.get("lang") or "")


def _said(found: "Document", language: str) -> _Said:
    said = {
        "text": found.text,
        "title": found.title,
        "url": found.url,
        "published": found.date,
        "authors": found.author,
        "language": language,
        "site": found.sitename,
    }
    return {name: value for name, value in said.items() if isinstance(value, str)}


if __name__ == "__main__":
    serve(_prepare)
