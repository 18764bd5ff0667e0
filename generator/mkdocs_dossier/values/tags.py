"""Language tags (BCP 47)."""

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
    """Read a language tag, into its usual letter case: `ar`, `ckb`, `zh-Hant-TW`. Raises `InvalidValue`.

    Well-formed by RFC 5646, section 2.1, without extended languages, extensions and grandfathered tags.
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
    if len(value) > _LONGEST:
        return None
    if _PRIVATE.fullmatch(value):
        return value.lower()
    match = _TAG.fullmatch(value)
    if not match:
        return None
    variants = match["variants"].lower().split("-")[1:]
    if len(variants) != len(set(variants)):
        return None
    private = (match["private"] or "").lower().split("-")[1:]
    script, region = (match["script"] or "").capitalize(), (match["region"] or "").upper()
    return "-".join(filter(None, [match["language"].lower(), script, region, *variants, *private]))


def _tag_meant(value: str) -> str | None:
    if tag := _normal(value.partition(".")[0].replace("_", "-")):
        return tag
    return _codes_by_name().get(value.casefold().partition("(")[0].strip())


@cache
def _codes_by_name() -> dict[str, str]:
    """List English names of languages (CLDR), in small letters, and the tag of each."""
    from babel import Locale  # noqa: PLC0415 - needed for a hint only

    names = Locale("en").languages.items()
    return {name.casefold(): code.replace("_", "-") for code, name in names} | _COLLOQUIAL
