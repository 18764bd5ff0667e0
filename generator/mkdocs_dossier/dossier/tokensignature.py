"""Holds the signature of a time stamp to the certificate that it names (RFC 5652, 5.4 to 5.6).

`rfc3161-client` looks at signatures only together with a chain of certificates to a root that is given, and
most authorities leave theirs out of a token. What the signature proves without a root is asked here: that
whoever holds the key of this certificate has signed these very bytes.
"""

import hashlib
from typing import TYPE_CHECKING

from mkdocs_dossier.dossier.derpieces import OBJECT, OCTETS, SEQUENCE, SET, Piece, pieces, wrapped

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hashes import HashAlgorithm
    from cryptography.x509 import Certificate

_HASHES = {
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}
"""The hashes that a signature may use, by the bytes of their object identifiers (RFC 5754)."""

# Algorithms of signatures that say which hash they use; others use that of the attributes (RFC 5754).
_SIGNATURES = {
    bytes.fromhex("2a864886f70d01010b"): "sha256",  # RSA
    bytes.fromhex("2a864886f70d01010c"): "sha384",
    bytes.fromhex("2a864886f70d01010d"): "sha512",
    bytes.fromhex("2a8648ce3d040302"): "sha256",  # ECDSA
    bytes.fromhex("2a8648ce3d040303"): "sha384",
    bytes.fromhex("2a8648ce3d040304"): "sha512",
}
_PSS = bytes.fromhex("2a864886f70d01010a")

_TIME_STAMP = bytes.fromhex("2a864886f70d0109100104")
_CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNED_BY = bytes.fromhex("2a864886f70d010910020c")  # with SHA-1 (RFC 2634)
_SIGNED_BY_TOO = bytes.fromhex("2a864886f70d010910022f")  # with another hash (RFC 5035)


class UnfitError(Exception):
    """The signature does not fit, or cannot be looked at; the message says why, as a sentence."""


def hold(signed: list[Piece], certificate: "Certificate") -> None:
    """Make sure that a certificate's key signed a token; `signed` are the pieces of its `SignedData`.

    Raises `UnfitError` where it did not, `ValueError` where the pieces are not those of a token.
    """
    _, inner = pieces(signed[2].content)
    (content,) = pieces(inner.content)
    (signer,) = pieces(signed[-1].content)
    _, _, hashed, attributes, algorithm, signature = pieces(signer.content)[:6]
    known = _attributes(attributes)
    name = _HASHES.get(_identifier(hashed))
    if name is None:
        raise UnfitError("Its signature uses a hash that is too old or not known here.")
    fits = known.get(_CONTENT_TYPE) == wrapped(OBJECT, _TIME_STAMP)
    fits = fits and known.get(_DIGEST) == wrapped(OCTETS, hashlib.new(name, content.content).digest())
    if not fits or not _names(known, certificate):
        raise UnfitError("Its signature does not fit: the token was changed.")
    # What is signed is the set of attributes, under the tag of a set (RFC 5652, 5.4).
    _verify(certificate, signature.content, wrapped(SET, attributes.content), _identifier(algorithm), name)


def _attributes(attributes: Piece) -> dict[bytes, bytes]:
    """Return what the attributes hold, by their identifiers; of a repeated one nothing."""
    found: dict[bytes, bytes] = {}
    for attribute in pieces(attributes.content):
        kind, values = pieces(attribute.content)
        found[kind.content] = b"" if kind.content in found else values.content
    return found


def _identifier(algorithm: Piece) -> bytes:
    return pieces(algorithm.content)[0].content


def _names(known: dict[bytes, bytes], certificate: "Certificate") -> bool:
    """Tell whether the attributes name a certificate as the one that signs, so that none can replace it."""
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - with an extra

    written = certificate.public_bytes(Encoding.DER)
    for kind, usual in ((_SIGNED_BY_TOO, "sha256"), (_SIGNED_BY, "sha1")):
        if kind in known:
            (named,) = pieces(known[kind])
            first = pieces(pieces(pieces(named.content)[0].content)[0].content)
            has_own = kind == _SIGNED_BY_TOO and first[0].tag == SEQUENCE
            name = _HASHES.get(_identifier(first[0])) if has_own else usual
            if name is None:
                raise UnfitError("It names its certificate by a hash that is not known here.")
            return first[has_own].content == hashlib.new(name, written, usedforsecurity=False).digest()
    return False


def _verify(certificate: "Certificate", signature: bytes, signed: bytes, algorithm: bytes, name: str) -> None:
    """Compare a signature with what is signed. Raises `UnfitError`."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - with an extra
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa  # noqa: PLC0415

    key = certificate.public_key()
    kinds: dict[str, HashAlgorithm] = {
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
    }
    used = kinds[_SIGNATURES.get(algorithm, name)]
    try:
        if isinstance(key, rsa.RSAPublicKey) and algorithm == _PSS:
            key.verify(signature, signed, padding.PSS(padding.MGF1(used), padding.PSS.AUTO), used)
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, signed, padding.PKCS1v15(), used)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(used))
        elif isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(signature, signed)
        else:
            raise UnfitError("Its signature is of a kind that is not known here.")
    except InvalidSignature as trouble:
        raise UnfitError("Its signature does not fit: the token was changed.") from trouble
