"""The list of all files of a site, in one form, and the refusal of any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.verifying.inventory import Manifest, read, write
from tests.thorough import times

DIGEST = "0123456789abcdef" * 4
_PATHS = st.lists(
    st.from_regex(r"[a-zé \"'&<]{1,8}", fullmatch=True).filter(str.strip), min_size=1, max_size=3
)


@settings(max_examples=times(500, 50))
@given(st.dictionaries(_PATHS.map("/".join), st.just(DIGEST)), st.dictionaries(st.text(), st.just([DIGEST])))
def test_what_is_written_is_read_again_and_written_the_same(
    files: dict[str, str], sources: dict[str, list[str]]
) -> None:
    manifest = Manifest(files, sources)
    if any("\ud800" <= one <= "\udfff" for key in sources for one in key):
        return
    again = read(write(manifest))
    assert again == manifest
    assert isinstance(again, Manifest)
    backwards = Manifest(dict(reversed(files.items())), dict(reversed(sources.items())))
    assert write(backwards) == write(manifest)


def test_the_form_is_that_of_rfc_8785() -> None:
    written = write(Manifest({"b/é.html": DIGEST, "a": DIGEST}, {}))
    assert written.decode() == (
        f'{{"files":{{"a":"{DIGEST}","b/é.html":"{DIGEST}"}},'
        '"form":"mkdocs-dossier manifest 1","sources":{}}\n'
    )


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a//b", "a/./b", "", "a\\b", "C:/x", "a\nb", "a/../b", ".", "a/"]
)
def test_a_path_that_leads_out_of_the_site_is_refused(path: str) -> None:
    told = read(write(Manifest({path: DIGEST}, {})))
    assert isinstance(told, str)
    assert "is not a path" in told


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"1",
        b"\xff",
        b"[" * 100_000,
        b'{"form":"another"}',
        b'{"form":"mkdocs-dossier manifest 1","files":[],"sources":{}}',
        b'{"form":"mkdocs-dossier manifest 1","files":{"a":"1"},"sources":{}}',
        b'{"form":"mkdocs-dossier manifest 1","files":{},"sources":{"a":1}}',
        b'{"form":"mkdocs-dossier manifest 1","files":{},"sources":{"a":["x"]}}',
    ],
)
def test_what_is_no_manifest_is_told(content: bytes) -> None:
    assert isinstance(read(content), str)
