"""Where the names of time stamps are written, and what stays as it is."""

from hashlib import sha256

import pytest

from mkdocs_dossier.authoring.capturetokens import stamped, unstamped
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from tests.otherfiles import GivenFiles

PAGE = b"<h1>The strikes</h1>"
DIGEST = sha256(PAGE).hexdigest()
BLOCK = f"""
sources:
  news:
    title: News  # as published
    capture:
      # As it came.
      file: news.html   # the page
      sha256: {DIGEST}  # of it
      by: Jane Doe

  # The next one.
  other: {{title: Other}}
"""


def folder(yaml: str, *, path: str = "records.yaml", **files: bytes) -> Folder:
    others = {name.replace("_", "."): content for name, content in files.items()}
    contents = {"dossier.yaml": b"title: A test\n", path: yaml.lstrip("\n").encode()}
    return Folder(contents, {}, others=GivenFiles(others or {"news.html": PAGE}))


def named(yaml: str) -> str:
    """Stamp what has no stamp in a file of records; return the file."""
    content = folder(yaml)
    tokens = [(one, b"token") for one in unstamped(content, "news")]
    files = stamped(content, "news", tokens)
    assert files.keys() == {"records.yaml", *(one.token for one, _ in tokens)}
    return files["records.yaml"].decode()


def test_the_line_is_added_at_the_end_of_the_capture_and_all_else_stays() -> None:
    before = BLOCK.lstrip("\n")
    after = before.replace("by: Jane Doe\n", "by: Jane Doe\n      timestamp: news.html.tsr\n")
    assert named(BLOCK) == after


def test_in_braces_it_is_added_there() -> None:
    flow = f"sources:\n  news: {{title: News, capture: {{sha256: {DIGEST}, file: news.html}}}} # so\n"
    assert named(flow) == flow.replace("news.html}", "news.html, timestamp: news.html.tsr}")


def test_line_breaks_and_a_byte_order_mark_stay() -> None:
    before = "\ufeff" + BLOCK.lstrip("\n").replace("\n", "\r\n")
    assert "      by: Jane Doe\r\n      timestamp: news.html.tsr\r\n\r\n" in named(before)
    assert named(before).startswith("\ufeffsources:\r\n")


@pytest.mark.parametrize("name", ["the news.html", "ab: c #d.html", "[x].html", "no", "أخبار.html", "'.html"])
def test_a_name_that_yaml_might_misread_is_written_in_quotation_marks(name: str) -> None:
    yaml = f'sources:\n  news:\n    title: News\n    capture:\n      file: "{name}"\n      sha256: {DIGEST}\n'
    content = Folder(
        {"dossier.yaml": b"title: A test\n", "records.yaml": yaml.encode()},
        {},
        others=GivenFiles({name: PAGE}),
    )
    ((one, token),) = [(one, b"token") for one in unstamped(content, "news")]
    files = stamped(content, "news", [(one, token)])
    assert files[f"{name}.tsr"] == b"token"
    (left,) = ("".join(files["records.yaml"].decode().splitlines(keepends=True)[6:]),)
    assert left in (f'      timestamp: "{name}.tsr"\n', f"      timestamp: {name}.tsr\n")


def test_each_version_has_its_own() -> None:
    yaml = f"""
sources:
  news:
    title: News
    texts:
      - text: a.txt
        capture: {{file: news.html, sha256: {DIGEST}}}
      - text: b.txt
        capture:
          file: later.html
          sha256: {DIGEST}
          timestamp: there.tsr
      - text: c.txt
        capture:
          file: last.html
          sha256: {DIGEST}
"""
    content = folder(yaml, news_html=PAGE, last_html=PAGE, later_html=PAGE)
    found = unstamped(content, "news")
    assert [one.path for one in found] == ["news.html", "last.html"]
    files = stamped(content, "news", [(one, one.path.encode()) for one in found])
    assert files["news.html.tsr"] == b"news.html"
    assert files["last.html.tsr"] == b"last.html"
    lines = files["records.yaml"].decode().splitlines()
    assert lines[5].endswith("timestamp: news.html.tsr}")
    assert lines[15] == "          timestamp: last.html.tsr"


def test_a_token_stands_beside_its_capture_wherever_the_records_are() -> None:
    yaml = f"sources:\n  news:\n    title: News\n    capture: {{file: ../kept/a.html, sha256: {DIGEST}}}\n"
    content = Folder(
        {"dossier.yaml": b"title: A test\n", "2024/r.yaml": yaml.encode()},
        {},
        others=GivenFiles({"kept/a.html": PAGE}),
    )
    (one,) = unstamped(content, "news")
    assert (one.path, one.digest, one.token) == ("kept/a.html", DIGEST, "../kept/a.html.tsr")
    assert stamped(content, "news", [(one, b"token")])["kept/a.html.tsr"] == b"token"


def test_a_capture_that_is_a_text_is_stamped_too() -> None:
    yaml = f"sources:\n  news:\n    title: News\n    capture: {{file: a.txt, sha256: {DIGEST}}}\n"
    content = Folder({"dossier.yaml": b"title: A test\n", "r.yaml": yaml.encode()}, {"a.txt": PAGE})
    assert [one.path for one in unstamped(content, "news")] == ["a.txt"]


@pytest.mark.parametrize(
    ("yaml", "why"),
    [
        ("sources:\n  new: {title: News}\n", "There is no source `news`. Did you mean `new`?"),
        ("sources:\n  news: {titel: News}\n", "The source `news` has errors."),
        ("sources:\n  news: {title: News}\n", "has no `capture`, so there is nothing to stamp"),
        (BLOCK.replace("news.html ", "gone.html "), "There is no file gone.html in the dossier folder."),
        (BLOCK.replace("news.html ", "../news.html "), "There is no file ../news.html in the dossier"),
        (BLOCK.replace(DIGEST, "0" * 64), "The capture news.html is not the file whose SHA-256"),
        (
            BLOCK.replace("by: Jane Doe", "timestamp: a.tsr"),
            "The captures of `news` have time stamps already.",
        ),
    ],
)
def test_what_cannot_be_stamped_is_said(yaml: str, why: str) -> None:
    with pytest.raises(RefusedError) as told:
        unstamped(folder(yaml), "news")
    assert why in str(told.value)


def test_a_capture_that_cannot_be_read_is_said() -> None:
    class Locked(GivenFiles):
        def digest(self, path: str) -> str:
            raise OSError(13, f"{path} is locked")

    content = Folder(folder(BLOCK).yaml, {}, others=Locked({"news.html": PAGE}))
    with pytest.raises(RefusedError, match=r"news\.html cannot be read: news\.html is locked\."):
        unstamped(content, "news")


def test_a_capture_that_two_sources_share_by_an_alias_is_not_changed_for_one() -> None:
    yaml = f"""
sources:
  news:
    title: News
    capture: &same
      file: news.html
      sha256: {DIGEST}
  other:
    title: Other
    capture: *same
"""
    content = folder(yaml)
    # Both records name the token then: the change of the one node is the change of both.
    (one,) = unstamped(content, "news")
    files = stamped(content, "news", [(one, b"token")])
    assert files["records.yaml"].decode().count("timestamp: news.html.tsr") == 1
