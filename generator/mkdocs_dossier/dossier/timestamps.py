"""What a time stamp (RFC 3161) proves of a file: that it existed when an authority signed its digest.

Always looked at: that the token is for these very bytes; that the key of the certificate that it names has
signed it; that this certificate was valid then, and was made for time stamps. Whose certificate it is, only a
root can say that the author trusts: those in `ROOTS_PATH`. Nothing is fetched, so nobody asks whether a
certificate was called back since. Needs the extra `timestamp`.
"""

import hashlib
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_dossier.dossier.derpieces import (
    FIRST,
    INTEGER,
    OBJECT,
    SEQUENCE,
    SET,
    UTF8,
    Piece,
    in_order,
    pieces,
    wrapped,
)
from mkdocs_dossier.dossier.tokensignature import UnfitError, hold
from mkdocs_dossier.text.shortening import cut_line
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.yaml.files import MAX_BYTES

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

ROOTS_PATH = "authorities.pem"
"""The file of a dossier with the root certificates of the authorities that its author trusts."""

INSTALL = (
    "Install what reads them: `uv add 'mkdocs-dossier[timestamp]'`, or "
    "`pip install 'mkdocs-dossier[timestamp]'`."
)
"""What to do where `is_available` says no."""

LARGEST = 100_000
"""The most bytes of a token; those of authorities have a few thousand."""

_IMPRINTS = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
"""The hashes of files that a token may be over, by their object identifiers (RFC 5754)."""

_GRANTED = (0, 1)  # as asked, and with changes (RFC 3161, 2.4.2)
_SHOWN = 200
_AGAIN = "Restore it from a copy, or ask for a new one with `dossier timestamp`."


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a token proves: the bytes existed `at` this moment, in UTC, says the `authority`.

    The authority's name is the one in its certificate. Where the stamp `is_trusted`, that one leads to
    a root that the author trusts; otherwise anybody may have made it under that name.
    """

    at: EdtfDate
    authority: str
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a token proves nothing, and what to do about it."""

    message: str
    hint: str = ""


class _FlawError(Exception):
    """A flaw, on its way to who asked."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.flaw = Flaw(message, hint)


def is_available() -> bool:
    """Tell whether tokens can be read here: whether the extra is there, and not broken."""
    try:
        import rfc3161_client  # noqa: F401, PLC0415 - an extra
    except Exception:  # a broken installation may fail in any way
        return False
    return True


def read_token(
    token: bytes, digest: str, content: Callable[[], bytes], roots: Sequence[bytes] = ()
) -> Stamp | Flaw:
    """Return what a token proves of a file, or why it proves nothing.

    `token` is an answer of an authority or the token in it, as DER. `digest` is the SHA-256 of the file, in
    hex; `content` is called for its bytes only where the token is over another hash. `roots` are certificates
    in PEM, any number in each. Needs `is_available`.
    """
    try:
        with warnings.catch_warnings():
            # Of certificates that are odd and yet can be read.
            warnings.simplefilter("ignore")
            return _stamp(token, digest, content, roots)
    except _FlawError as found:
        return found.flaw
    except UnfitError as trouble:
        return Flaw(f"The time stamp proves nothing. {trouble}", _AGAIN)
    except (KeyboardInterrupt, SystemExit):
        raise
    except (
        BaseException
    ):  # the libraries answer a hostile token by exceptions of any kind, `panic` among them
        return _unreadable().flaw


def _stamp(token: bytes, digest: str, content: Callable[[], bytes], roots: Sequence[bytes]) -> Stamp:
    response, signed = _opened(token)
    _hold_imprint(response, digest, content)
    given = _certificates(roots)
    signer = _signer(response, given)
    _hold_certificate(signer, response)
    hold(signed, signer)
    moment = response.tst_info.gen_time.replace(tzinfo=None)
    at = EdtfDate.parse(f"{moment.isoformat(timespec='seconds')}Z")
    return Stamp(at, _name(signer), _leads_to_root(response, signer, given))


def nonce_of(token: bytes) -> int | None:
    """Return the number of the request that a token answers; None if it has none, or cannot be read."""
    try:
        return _opened(token)[0].tst_info.nonce
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # as above
        return None


def _unreadable() -> _FlawError:
    return _FlawError("This is no time stamp that can be read.", _AGAIN)


def _opened(token: bytes) -> tuple["TimeStampResponse", list[Piece]]:
    """Read a token; return it as the library sees it, and the pieces of its signed data.

    The library wants an answer around the token, and sets in the order of DER. None of that is signed; the
    attributes, which are, stay as they came. Raises `_FlawError`, or whatever the library raises.
    """
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 - an extra

    if len(token) > LARGEST:
        raise _unreadable()
    (outer,) = pieces(token)
    parts = pieces(outer.content)
    if parts[0].tag != OBJECT:
        _hold_status(parts[0])
        parts = pieces(parts[1].content)
    kind, inner = parts
    signed = pieces(pieces(inner.content)[0].content)
    ordered = b"".join(
        wrapped(one.tag, in_order(pieces(one.content))) if one.tag in (SET, FIRST) else one.whole
        for one in signed
    )
    whole = wrapped(SEQUENCE, kind.whole + wrapped(FIRST, wrapped(SEQUENCE, ordered)))
    granted = wrapped(SEQUENCE, wrapped(INTEGER, b"\0"))
    return decode_timestamp_response(wrapped(SEQUENCE, granted + whole)), signed


def _hold_status(status: Piece) -> None:
    """Raise `_FlawError` where an authority answered, and gave no time stamp."""
    number, *others = pieces(status.content)
    if int.from_bytes(number.content) not in _GRANTED:
        words = [
            word.content.decode(errors="replace")
            for other in others
            if other.tag == SEQUENCE
            for word in pieces(other.content)
            if word.tag == UTF8
        ]
        said = cut_line(" ".join(words), _SHOWN)
        raise _FlawError(f"The authority gave no time stamp{f': “{said}”' if said else ''}.", "Ask again.")


def _hold_imprint(response: "TimeStampResponse", digest: str, content: Callable[[], bytes]) -> None:
    """Raise `_FlawError` unless the token is for the file."""
    imprint = response.tst_info.message_imprint
    name = _IMPRINTS.get(imprint.hash_algorithm.dotted_string)
    if name is None:
        raise _FlawError(
            "The time stamp is over a hash that is too old or not known here.",
            "Ask for one over SHA-256, SHA-384 or SHA-512: `dossier timestamp` does.",
        )
    expected = bytes.fromhex(digest) if name == "sha256" else _hashed(name, content)
    if imprint.message != expected:
        raise _FlawError(
            "The time stamp is for other bytes: the file changed since, or the token belongs to another.",
            "Restore the file and its token as they were.",
        )


def _hashed(name: str, content: Callable[[], bytes]) -> bytes:
    try:
        read = content()
    except OSError as trouble:
        raise _FlawError(
            f"The file of the time stamp cannot be read: {trouble.strerror or trouble}."
        ) from trouble
    if len(read) > MAX_BYTES:
        raise _FlawError(
            "The file is too large to be compared with this time stamp, which is not over its SHA-256.",
            "Ask for one over SHA-256: `dossier timestamp` does.",
        )
    return hashlib.new(name, read).digest()


def _certificates(given: Sequence[bytes]) -> list["Certificate"]:
    """Read the certificates that an author gives. Raises `_FlawError`."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - with an extra

    try:
        return [one for pem in given for one in load_pem_x509_certificates(pem)]
    except Exception as trouble:  # of several kinds
        raise _FlawError(
            f"{ROOTS_PATH} cannot be read.",
            "It has to hold certificates in PEM: BEGIN CERTIFICATE, and so on.",
        ) from trouble


def _signer(response: "TimeStampResponse", given: Sequence["Certificate"]) -> "Certificate":
    """Return the certificate that a token names, of those in it or given. Raises `_FlawError`."""
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - with an extra

    (named,) = response.signed_data.signer_infos
    for one in (*map(load_der_x509_certificate, sorted(response.signed_data.certificates)), *given):
        if (one.issuer, one.serial_number) == (named.issuer, named.serial_number):
            return one
    raise _FlawError(
        "The time stamp does not hold the certificate of its authority: nobody can look at its signature.",
        f"Put that certificate into {ROOTS_PATH}, in PEM; or ask for a new one with `dossier timestamp`.",
    )


def _hold_certificate(signer: "Certificate", response: "TimeStampResponse") -> None:
    """Raise `_FlawError` unless a certificate was valid when the stamp was made, and is for time stamps."""
    from cryptography.x509 import ExtendedKeyUsage, ExtensionNotFound  # noqa: PLC0415 - with an extra
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415

    if not signer.not_valid_before_utc <= response.tst_info.gen_time <= signer.not_valid_after_utc:
        raise _FlawError("The certificate of the authority was not valid at the time of the stamp.", _AGAIN)
    try:
        usage = signer.extensions.get_extension_for_class(ExtendedKeyUsage)
        is_meant = usage.critical and list(usage.value) == [ExtendedKeyUsageOID.TIME_STAMPING]
    except ExtensionNotFound:
        is_meant = False
    if not is_meant:
        raise _FlawError("The time stamp is signed with a certificate that is not for time stamps.", _AGAIN)


def _leads_to_root(
    response: "TimeStampResponse", signer: "Certificate", given: Sequence["Certificate"]
) -> bool:
    """Tell whether the certificate of a token leads to a root among those that the author trusts."""
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415 - an extra

    others = [one for one in given if one.issuer != one.subject]
    # One after the other: of several of one name, the library would look at one alone, by chance.
    for root in (one for one in given if one.issuer == one.subject):
        verifier = VerifierBuilder(tsa_certificate=signer, intermediates=others, roots=[root]).build()
        with suppress(VerificationError):
            # The imprint was compared already.
            return verifier.verify(response, response.tst_info.message_imprint.message)
    return False


def _name(certificate: "Certificate") -> str:
    """Return the name of an authority as its certificate has it."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - with an extra

    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for one in certificate.subject.get_attributes_for_oid(kind):
            if name := cut_line(str(one.value), _SHOWN):
                return name
    return cut_line(certificate.subject.rfc4514_string(), _SHOWN)
