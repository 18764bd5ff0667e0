"""The authority of the tests, behind an address on this machine."""

from mkdocs_dossier.dossier.derpieces import INTEGER, pieces
from tests.cli.web_servers import Answer, Request
from tests.dossier.time_authority import Authority

KIND = {"Content-Type": "application/timestamp-reply"}


def asked_of(body: bytes) -> tuple[bytes, int | None, bool]:
    """Read a request: the digest, the number, and whether a certificate is wanted."""
    parts = pieces(pieces(body)[0].content)
    digest = pieces(parts[1].content)[1].content
    numbers = [int.from_bytes(one.content) for one in parts[2:] if one.tag == INTEGER]
    return digest, next(iter(numbers), None), parts[-1].whole == b"\x01\x01\xff"


def stamping(authority: Authority, request: Request) -> Answer:
    """Answer as an authority does."""
    digest, nonce, _ = asked_of(request.body)
    return Answer(headers=KIND, body=authority.answer(authority.over(digest, nonce=nonce)))
