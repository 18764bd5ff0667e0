"""Where a reader reports an error in a record, or changes it: addresses in the repository of a site."""

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from mkdocs_dossier.problems import Location

_ISSUES = {
    "github": "issues/new?title=",
    "codeberg": "issues/new?title=",
    "gitlab": "-/issues/new?issue[title]=",
}
"""What stands before the title in the address that opens an issue, by the first part of the host's name."""
_MOST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the sources of a site are: the repository's address, and that below which its dossier is edited.

    `edit` ends in a slash; it is None where the folder of the dossier is not known there.
    """

    url: str
    edit: str | None = None


def repository_of(url: str | None, edit_uri: str | None, docs: str, dossier: str) -> Repository | None:
    """Return the repository that MkDocs' `repo_url` and `edit_uri` name, if they name one on the web.

    `edit_uri` leads to the folder of hand-written pages. `docs` and `dossier` are the paths of that one and
    of the dossier, relative to `mkdocs.yml`: its files are edited where the one is replaced by the other.
    """
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return None
    url = url.rstrip("/") + "/"
    uri, docs = (edit_uri or "").rstrip("/"), posixpath.normpath(docs)
    if not (uri == docs or uri.endswith(("/" + docs, "=" + docs))) or dossier.startswith("/"):
        return Repository(url)
    beside, folder = uri.removesuffix(docs), posixpath.normpath(dossier)
    # What stands above `mkdocs.yml` there may be a folder of the repository, or a word such as "edit".
    if folder.startswith(".."):
        return Repository(url)
    path = quote(beside, safe="/:?#=&%") + quote("" if folder == "." else f"{folder}/")
    # As MkDocs joins them: what begins with a sign of a query is put behind, the rest below.
    return Repository(url, url.rstrip("/") + path if path.startswith(("?", "#")) else urljoin(url, path))


def issue_url(repository: Repository, title: str) -> str | None:
    """Return the address that opens an issue with a title, on a host of which the way is known."""
    host = (urlsplit(repository.url).hostname or "").partition(".")[0]
    way = _ISSUES.get(host)
    return f"{repository.url}{way}{quote(title[:_MOST_TITLE], safe='')}" if way else None


def edit_url(repository: Repository, place: Location) -> str | None:
    """Return the address at which a line of a file of the dossier is edited."""
    return f"{repository.edit}{quote(place.path)}#L{place.line}" if repository.edit else None
