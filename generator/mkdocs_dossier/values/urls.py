"""Read addresses on the web."""

import re
from ipaddress import IPv6Address
from urllib.parse import SplitResult, urlsplit

from mkdocs_dossier.values.invalid import InvalidValue, code_point, quoted

_HINT = "write the whole address, e.g. https://example.org/page"
# Signs that RFC 3986 keeps out of an address, and characters that nobody sees. Letters of any script may
# stand there, as in an IRI (RFC 3987).
_FORBIDDEN = re.compile(
    r"[\s<>\"\\\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
# An address without its scheme, for a hint; and a host by name, in any script.
_BARE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?(/.*)?", re.IGNORECASE)
_HOST = re.compile(r"[^\s.%\[\]:/?#@]+(\.[^\s.%\[\]:/?#@]+)*\.?")


def parse_url(text: str) -> str:
    """Read an absolute `http` or `https` address; return it as it is written.

    It must have a host, and no user name, behind which an address could hide where it leads:
    `https://bbc.com@example.org`. Raises `InvalidValue`.
    """
    value = text.strip()
    if found := _FORBIDDEN.search(value):
        raise InvalidValue(
            f"is not an address: it has a {code_point(found[0])} at position {found.start() + 1}",
            "write it percent-encoded, as %20 for a space, or remove it",
        )
    parts = _split(value)
    if parts.scheme not in ("http", "https") or not value.lower().startswith(f"{parts.scheme}://"):
        raise InvalidValue(f"is not a web address: {quoted(value)}", _absolute(value))
    if "@" in parts.netloc:
        raise InvalidValue(
            f"is an address with a user name: {quoted(value)}", "remove what stands before the “@”"
        )
    if not _is_host(parts):
        raise InvalidValue(f"is an address without a valid host: {quoted(value)}", _HINT)
    return value


def _split(value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        _ = parts.port  # raises where it is not a number from 0 to 65535
    except ValueError as error:
        raise InvalidValue(f"is not an address: {quoted(value)}", _HINT) from error
    return parts


def _is_host(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    if parts.netloc.startswith("["):
        return ":" in host and _is_ipv6(host)
    return bool(_HOST.fullmatch(host))


def _is_ipv6(host: str) -> bool:
    # A scope names a network interface of one machine, so the address leads nowhere for others.
    try:
        return not IPv6Address(host).scope_id
    except ValueError:
        return False


def _absolute(value: str) -> str:
    bare = value.removeprefix("//")
    return f"write it as https://{bare}" if _BARE.fullmatch(bare) else _HINT
