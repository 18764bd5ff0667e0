"""Identifiers: ids of records, SHA-256 digests of files, ids of Wikidata items."""

import re
import unicodedata

from mkdocs_dossier.values.invalid import InvalidValue, quoted

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 80
"""The form of a record's id, as a regular expression, and the most characters that it may have."""

NOT_FOUND = "not-found"
"""What stands in place of the id of a speaker whom a program could not find: no actor may bear it."""

_ID = re.compile(ID_PATTERN)
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,19}")
_WIKIDATA_WITHIN = re.compile(r"(?:^|/)[qQ]([1-9][0-9]{0,19})(?:$|[?#])")


def parse_id(text: str) -> str:
    """Read the id of a record: a to z, digits, single hyphens; 80 at most. Raises `InvalidValue`."""
    value = text.strip()
    if not _ID.fullmatch(value):
        slug = slugged(value)
        hint = f"write it as {slug}" if slug else "use small letters a to z, digits, and hyphens between them"
        raise InvalidValue(f"is not an id: {quoted(value)}", hint)
    if len(value) > ID_LENGTH:
        raise InvalidValue(
            f"is an id of {len(value)} characters: {quoted(value)}", f"use at most {ID_LENGTH}"
        )
    return value


def slugged(text: str) -> str:
    """Return the id nearest to a text in any script; "" where it holds no letter and no digit.

    It is not unique: the caller has to look for others of its kind.
    """
    # Bounded, since the text may be a whole article; twice the length leaves room for what is dropped.
    latin = text[: ID_LENGTH * 2]
    if not latin.isascii():
        # `anyascii` goes character by character, so composed letters give the same id as those taken apart.
        latin = _latin(unicodedata.normalize("NFC", latin))
    words = re.sub(r"[^a-z0-9]+", "-", latin.lower().replace("'", ""))
    return words.strip("-")[:ID_LENGTH].strip("-")


def _latin(text: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - needed for a hint only

    return anyascii(text)


def parse_sha256(text: str) -> str:
    """Read a SHA-256 digest, 64 hexadecimal digits; return it in small letters. Raises `InvalidValue`."""
    value = text.strip()
    if not _SHA256.fullmatch(value):
        raise InvalidValue(
            f"is not a SHA-256 digest: {quoted(value)}",
            f"write the 64 hexadecimal digits that “sha256sum” prints; these are {len(value)} characters",
        )
    return value.lower()


def parse_wikidata(text: str) -> str:
    """Read the id of a Wikidata item, `Q` and a number. Raises `InvalidValue`."""
    value = text.strip()
    if _WIKIDATA.fullmatch(value):
        return value
    within = _WIKIDATA_WITHIN.search(value)
    hint = f"write it as Q{within[1]}" if within else "write the item's id, e.g. Q796"
    raise InvalidValue(f"is not the id of a Wikidata item: {quoted(value)}", hint)
