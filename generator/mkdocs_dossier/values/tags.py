"""Read language tags (BCP 47)."""

import re
from functools import cache

from mkdocs_dossier.values.invalid import InvalidValue, quoted

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<private>-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_PRIVATE = re.compile(r"x(-[a-z0-9]{1,8})+", re.IGNORECASE | re.ASCII)
_LONGEST = 60

_COLLOQUIAL = {"farsi": "fa", "kurmanji": "ku", "sorani": "ckb"}  # names that CLDR does not list


def parse_tag(text: str) -> str:
    """Read a language tag; return it in its usual letter case: `ar`, `ckb`, `zh-Hant-TW`.

    It must be well-formed by RFC 5646, section 2.1, and without extended languages, extensions and
    grandfathered tags. Raises `InvalidValue`.
    """
    value = text.strip()
    tag = _normal(value)
    if tag is None:
        hint = _tag_meant(value)
        raise InvalidValue(
            f"is not a language tag: {quoted(value)}",
            f"write it as {hint}" if hint else "write its code, e.g. en, ar, ckb or zh-Hant",
        )
    return tag


def _normal(value: str) -> str | None:
    """Return a tag in the letter case that RFC 5646, section 2.1.1, recommends; None where it is none."""
    if len(value) > _LONGEST:
        return None
    if _PRIVATE.fullmatch(value):
        return value.lower()
    match = _TAG.fullmatch(value)
    if not match:
        return None
    variants = match["variants"].lower().split("-")[1:]
    # A variant stands once in a tag (RFC 5646, section 2.2.5).
    if len(variants) != len(set(variants)):
        return None
    private = (match["private"] or "").lower().split("-")[1:]
    script, region = (match["script"] or "").capitalize(), (match["region"] or "").upper()
    return "-".join(filter(None, [match["language"].lower(), script, region, *variants, *private]))


def _tag_meant(value: str) -> str | None:
    """Return the tag meant by a POSIX locale (`pt_BR.UTF-8`) or by the English name of a language."""
    if tag := _normal(value.partition(".")[0].replace("_", "-")):
        return tag
    return _codes_by_name().get(value.casefold().partition("(")[0].strip())


@cache
def _codes_by_name() -> dict[str, str]:
    """Map the English names of languages (CLDR), in small letters, to their tags."""
    from babel import Locale  # noqa: PLC0415 - needed for a hint only

    names = Locale("en").languages.items()
    return {name.casefold(): code.replace("_", "-") for code, name in names} | _COLLOQUIAL
