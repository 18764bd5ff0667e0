"""In which format an article comes is told by the name of its file, and by its beginning."""

import pytest

from mkdocs_dossier.authoring.intake.sniffing import Format, ending, format_of


@pytest.mark.parametrize(
    ("name", "start", "form", "last"),
    [
        ("a.txt", b"Words", Format.TEXT, ""),
        ("a.xhtml", b"", Format.PAGE, ".html"),
        ("", b"\xef\xbb\xbf \n<!-- a --><!DOCTYPE html>", Format.PAGE, ".html"),
        ("", b"%PDF-1.7", Format.PDF, ".pdf"),
        ("A.PDF", b"junk", Format.PDF, ".pdf"),
        ("a.txt", b"The file begins with %PDF-1.7", Format.TEXT, ""),
        ("", b"WEBVTT\n\n", Format.SUBTITLES, ".vtt"),
        ("", b"WEBVTTS are", Format.TEXT, ""),
        ("", b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\n", Format.SUBTITLES, ".srt"),
        ("a.srt", b"", Format.SUBTITLES, ".srt"),
        ("", b"WARC/1.1\r\n", Format.ARCHIVE, ".warc"),
        ("", b"\x1f\x8b\x08", Format.ARCHIVE, ".warc.gz"),
        ("a.wacz", b"PK\x03\x04", Format.ARCHIVE, ".wacz"),
        ("a.html", b"\x1f\x8b\x08", Format.PAGE, ".html"),
    ],
)
def test_a_format_is_told_and_the_ending_of_a_copy(name: str, start: bytes, form: Format, last: str) -> None:
    assert format_of(name, start) is form
    assert ending(name, start) == last


def test_what_holds_pictures_and_scripts_may_be_larger() -> None:
    assert [form.most >> 20 for form in Format] == [16, 16, 64, 16, 512]
