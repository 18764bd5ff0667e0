"""Takes DER apart into its pieces, and puts pieces together (ITU-T X.690).

That is all that a time stamp needs besides what libraries read: `rfc3161-client` gives neither the attributes
that are signed nor the signature, and refuses the sets of tokens that OpenSSL writes in an order of its own.
"""

from collections.abc import Iterable
from typing import NamedTuple

INTEGER, OCTETS, OBJECT, UTF8, SEQUENCE, SET = 0x02, 0x04, 0x06, 0x0C, 0x30, 0x31
FIRST = 0xA0
"""The tag `[0]` of a piece that holds others; `[1]` is the next number, and so on."""

_LONG = 0x80
_LONGEST = 4
"""The most bytes of a length: four count to four gigabytes."""


class Piece(NamedTuple):
    """A value: its tag, what stands in it, and all of its bytes."""

    tag: int
    content: bytes
    whole: bytes


def pieces(content: bytes) -> list[Piece]:
    """List the values that stand in some bytes, one after the other.

    Raises `ValueError` where the bytes are not DER, or have a tag of several bytes, which no time stamp has.
    """
    found, at = [], 0
    while at < len(content):
        start, tag = at, content[at]
        length, at = _length(content, at + 1)
        if tag & 0x1F == 0x1F or at + length > len(content):  # noqa: PLR2004 - a tag of several bytes
            raise ValueError("a piece of DER is cut short")
        found.append(Piece(tag, content[at : at + length], content[start : at + length]))
        at += length
    return found


def _length(content: bytes, at: int) -> tuple[int, int]:
    """Return the length that is written at an index, and the index behind it. Raises `ValueError`."""
    first = content[at] if at < len(content) else _LONG
    if first < _LONG:
        return first, at + 1
    number = first - _LONG
    written = content[at + 1 : at + 1 + number]
    if not 0 < number <= _LONGEST or len(written) < number:
        raise ValueError("a length of DER is missing")
    return int.from_bytes(written), at + 1 + number


def wrapped(tag: int, content: bytes) -> bytes:
    """Write a value."""
    size = len(content)
    if size < _LONG:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes((tag, _LONG + len(length))) + length + content


def in_order(parts: Iterable[Piece]) -> bytes:
    """Write the values of a set in the order that DER gives them."""
    return b"".join(sorted(part.whole for part in parts))
