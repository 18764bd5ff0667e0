"""Asks a time stamping authority for a token (RFC 3161, 3.4), and looks at it before anybody keeps it."""

from hashlib import sha256
from http import HTTPStatus

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.cli.webasking import SilentError, new_session, send
from mkdocs_dossier.dossier.timestamps import INSTALL, LARGEST, Flaw, is_available, nonce_of, read_token
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.urls import parse_url

TIMEOUT = 30.0
"""The seconds that an authority may be silent."""
_KIND = "application/timestamp-query"
_STAND_IN = b"-"
"""What the library makes a request of: it takes bytes, and only their digest is known here."""


def ask(address: str, digest: str, timeout: float) -> bytes:
    """Return the answer of the authority at an address: a token for a SHA-256, given in hex.

    Only the digest is sent. The server may be silent for `timeout` seconds. Raises `RefusedError` if the
    extra is missing, or if there is no answer that proves something of this digest.
    """
    if not is_available():
        raise RefusedError("Time stamps cannot be read here.", INSTALL)
    try:
        parse_url(address)
    except InvalidValue as why:
        raise RefusedError(
            f"The address of the authority {why.message}.", f"{why.hint}.".capitalize()
        ) from why
    request, nonce = _request(digest)
    try:
        with new_session() as session:
            reply = send(session, address, _KIND, request, timeout)
    except SilentError as trouble:
        raise RefusedError(f"{address} gives no time stamp. {trouble.why}", "Try again later.") from trouble
    if reply.to:
        raise RefusedError(
            f"{address} leads on to {reply.to}.", "If that is the authority's, give it instead."
        )
    if reply.status != HTTPStatus.OK or len(reply.content) > LARGEST:
        hint = "Is it the address for time stamps, as the authority gives it?"
        raise RefusedError(f"{address} gives no time stamp: it answers {reply.status}.", hint)
    return _proven(address, reply.content, digest, nonce)


def _proven(address: str, token: bytes, digest: str, nonce: int | None) -> bytes:
    """Return a token that is the answer to a request. Raises `RefusedError` for any other."""
    # Over SHA-256, as it was asked for, or else not taken: so nobody reads the file.
    found = read_token(token, digest, lambda: b"")
    if isinstance(found, Flaw):
        raise RefusedError(f"What {address} sends is not kept. {found.message}", "Try another authority.")
    if nonce_of(token) != nonce:
        message = f"What {address} sends is not kept. It answers another request than this one."
        raise RefusedError(message, "Try again.")
    return token


def _request(digest: str) -> tuple[bytes, int | None]:
    """Write a request for a digest, which wants a certificate in the answer; return its number as well."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder  # noqa: PLC0415 - an extra

    request = TimestampRequestBuilder().data(_STAND_IN).hash_algorithm(HashAlgorithm.SHA256).build()
    return request.as_bytes().replace(sha256(_STAND_IN).digest(), bytes.fromhex(digest)), request.nonce
