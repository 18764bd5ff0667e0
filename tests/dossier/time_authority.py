"""A time stamping authority of the tests, which can also do what none should."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
Kind = Literal["ec", "rsa", "pss", "ed25519"]

SHA = {"sha1": "06052b0e03021a"} | {
    f"sha{size}": f"06096086480165030402{at:02}" for size, at in ((256, 1), (384, 2), (512, 3), (224, 4))
}
_DATA, _TIME_STAMP = "06092a864886f70d010702", "060b2a864886f70d0109100104"
_ATTRIBUTE = "06092a864886f70d0109"
_SIGNED_WITH = {
    "ec": "300a06082a8648ce3d040302",
    "rsa": "300d06092a864886f70d0101010500",
    "pss": "300b06092a864886f70d01010a",
    "ed25519": "300506032b6570",
}
PEM_OF_A_KEY = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
NOON = datetime(2024, 2, 5, 12, 0, tzinfo=UTC)


def der(tag: int, *parts: bytes) -> bytes:
    """Write a value as DER."""
    content = b"".join(parts)
    size = len(content)
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, *([size] if size < 128 else [128 + len(length), *length])]) + content


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


def number(value: int) -> bytes:
    return der(2, value.to_bytes(value.bit_length() // 8 + 1))


def algorithm(name: str) -> bytes:
    return der(0x30, raw(SHA[name]), raw("0500"))


@cache
def key(kind: Kind, _: int) -> Key:
    """Make a key, once for all tests."""
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    if kind == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)] if common else [])


def certificate(
    subject: str,
    own: Key,
    issuer: str,
    above: Key,
    *,
    is_authority: bool = False,
    valid: tuple[int, int] = (2020, 2040),
    usages: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.TIME_STAMPING,),
    is_critical: bool = True,
) -> x509.Certificate:
    """Make a certificate for a key, signed with the key above it."""
    builder = (
        x509.CertificateBuilder(name(issuer), name(subject), own.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(valid[0], 1, 1))
        .not_valid_after(datetime(valid[1], 1, 1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if not is_authority and usages:
        builder = builder.add_extension(x509.ExtendedKeyUsage(usages), critical=is_critical)
    return builder.sign(above, None if isinstance(above, ed25519.Ed25519PrivateKey) else hashes.SHA256())


@dataclass(frozen=True)
class Authority:
    """An authority, whose certificate an intermediate one signed, which a root signed."""

    kind: Kind = "ec"
    called: str = "Example Time"
    at: datetime = NOON
    valid: tuple[int, int] = (2020, 2040)
    usages: tuple[x509.ObjectIdentifier, ...] = (ExtendedKeyUsageOID.TIME_STAMPING,)
    is_critical: bool = True
    has_certificates: bool = True
    names_by: str = "sha256"
    """The hash by which the signature names the certificate; "" for none."""
    signs: str = "sha256"
    status: int = 0
    words: str = ""
    kind_of_content: str = _TIME_STAMP
    kind_signed: str = _TIME_STAMP
    """What the signature says that it is a signature of."""
    repeats: bool = False
    """Whether an attribute of the signature stands there twice."""
    has_attributes: bool = True
    chain: Literal["sorted", "as it comes"] = "sorted"
    seed: int = 0

    def but(self, **changed: object) -> "Authority":
        """Return the same authority, which does something else."""
        return replace(self, **changed)  # type: ignore[arg-type]

    @property
    def own(self) -> Key:
        return key(self.kind, self.seed)

    @cached_property
    def root(self) -> x509.Certificate:
        own = key("ec", self.seed + 1)
        return certificate("Example Root", own, "Example Root", own, is_authority=True)

    @cached_property
    def between(self) -> x509.Certificate:
        above = key("ec", self.seed + 1)
        return certificate("Between", key("ec", self.seed + 2), "Example Root", above, is_authority=True)

    @cached_property
    def signer(self) -> x509.Certificate:
        return certificate(
            self.called,
            self.own,
            "Between",
            key("ec", self.seed + 2),
            valid=self.valid,
            usages=self.usages,
            is_critical=self.is_critical,
        )

    def pem(self, *which: str) -> bytes:
        return b"".join(getattr(self, one).public_bytes(Encoding.PEM) for one in which)

    def token(self, content: bytes, hashed: str = "sha256", nonce: int | None = None) -> bytes:
        """Stamp some bytes; return the bare token."""
        return self.over(hashlib.new(hashed, content).digest(), hashed, nonce)

    def over(self, digest: bytes, hashed: str = "sha256", nonce: int | None = None) -> bytes:
        """Stamp a digest."""
        info = der(
            0x30,
            number(1),
            raw("06042a030401"),
            der(0x30, algorithm(hashed), der(4, digest)),
            number(7),
            der(0x18, f"{self.at:%Y%m%d%H%M%SZ}".encode()),
            b"" if nonce is None else number(nonce),
        )
        certificates = [one.public_bytes(Encoding.DER) for one in (self.signer, self.between)]
        ordered = sorted(certificates) if self.chain == "sorted" else sorted(certificates, reverse=True)
        signed = der(
            0x30,
            number(3),
            der(0x31, algorithm(self.signs)),
            der(0x30, raw(self.kind_of_content), der(0xA0, der(4, info))),
            der(0xA0, *ordered) if self.has_certificates else b"",
            der(0x31, self._signer_info(info)),
        )
        return der(0x30, raw(_DATA), der(0xA0, signed))

    def _signer_info(self, info: bytes) -> bytes:
        attributes = sorted(
            [
                der(0x30, raw(_ATTRIBUTE + "03"), der(0x31, raw(self.kind_signed))),
                der(0x30, raw(_ATTRIBUTE + "04"), der(0x31, der(4, hashlib.new(self.signs, info).digest()))),
                *([self._named()] if self.names_by else []),
                *([der(0x30, raw(_ATTRIBUTE + "03"), der(0x31, raw(_DATA)))] if self.repeats else []),
            ]
        )
        signature = self._signature(der(0x31, *attributes))
        return der(
            0x30,
            number(1),
            der(0x30, self.signer.issuer.public_bytes(), number(self.signer.serial_number)),
            algorithm(self.signs),
            der(0xA0, *attributes) if self.has_attributes else b"",
            raw(_SIGNED_WITH[self.kind]),
            der(4, signature),
        )

    def _named(self) -> bytes:
        own = self.signer.public_bytes(Encoding.DER)
        digest = der(4, hashlib.new(self.names_by, own).digest())
        shown = b"" if self.names_by in ("sha1", "sha256") else algorithm(self.names_by)
        kind = "060b2a864886f70d010910020c" if self.names_by == "sha1" else "060b2a864886f70d010910022f"
        return der(0x30, raw(kind), der(0x31, der(0x30, der(0x30, der(0x30, shown, digest)))))

    def _signature(self, content: bytes) -> bytes:
        own, used = self.own, getattr(hashes, self.signs.upper())()
        if isinstance(own, ed25519.Ed25519PrivateKey):
            return own.sign(content)
        if isinstance(own, ec.EllipticCurvePrivateKey):
            return own.sign(content, ec.ECDSA(hashes.SHA256()))
        if self.kind == "pss":
            return own.sign(content, padding.PSS(padding.MGF1(used), 32), used)
        return own.sign(content, padding.PKCS1v15(), used)

    def answer(self, token: bytes) -> bytes:
        """Return what an authority sends: a status, and the token."""
        said = der(0x30, der(0x0C, self.words.encode())) if self.words else b""
        return der(0x30, der(0x30, number(self.status), said), token)
