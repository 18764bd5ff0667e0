"""Reads the files of a site on the web, one after the other, for `dossier verify`."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_dossier.cli.webasking import SilentError, fetch, new_session

if TYPE_CHECKING:
    from requests import Session

_SECONDS = 20.0
_LARGEST = 1 << 29


@dataclass
class WebSite:
    """A site at an address, which ends with `/`."""

    address: str
    session: "Session" = field(default_factory=new_session)

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a file by its path; None if it is not there. Raises `OSError`."""
        try:
            reply = fetch(self.session, f"{self.address}{quote(path)}", _SECONDS, _LARGEST)
        except SilentError as trouble:
            raise OSError(0, trouble.why) from trouble
        if reply.status in (404, 410):
            return None
        if reply.status != 200:  # noqa: PLR2004 - all is well
            raise OSError(0, f"the server answers {reply.status}")
        return reply.content

    def paths(self) -> None:
        """Say that nobody can list the files of a site on the web."""
        return
