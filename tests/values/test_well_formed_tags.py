"""Language tags of every part: which are well formed, and how each is written."""

import pytest

from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.tags import parse_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("EN", "en"),
        ("ckb-arab", "ckb-Arab"),
        ("EN-gb", "en-GB"),
        ("es-419", "es-419"),
        ("sl-Rozaj-1994-BISKE", "sl-rozaj-1994-biske"),
        ("en-LATN-us-1Abc-X-MINE-a", "en-Latn-US-1abc-x-mine-a"),
        ("en-x-one-one", "en-x-one-one"),
        ("X-Mine", "x-mine"),
        ("e", None),
        ("engl", None),
        ("en-", None),
        ("en-x", None),
        ("en-abcdefghi", None),
        ("en-GB-Latn", None),
        ("de-1996-1996", None),
    ],
)
def test_a_tag_is_well_formed_or_refused(text: str, tag: str | None) -> None:
    if tag is None:
        with pytest.raises(InvalidValue):
            parse_tag(text)
    else:
        assert parse_tag(text) == tag


@pytest.mark.parametrize("length", [60, 61])
def test_a_tag_has_at_most_sixty_characters(length: int) -> None:
    private = "-".join(["abcdefgh"] * 6)
    tag = f"en-x-{private}-"[: length - 1] + "a" * max(1, length - len(f"en-x-{private}-"))
    assert len(tag) == length
    if length == 60:
        assert parse_tag(tag) == tag
    else:
        with pytest.raises(InvalidValue):
            parse_tag(tag)
