"""`dossier timestamp`: the token beside the capture, its name in the record, or nothing at all."""

from hashlib import sha256
from pathlib import Path

import pytest

pytest.importorskip("rfc3161_client", reason="The extra timestamp is not installed.")

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.dossier.timestamps import Stamp, read_token
from tests.cli.time_server import stamping
from tests.cli.web_servers import Answer, serving
from tests.dossier.time_authority import Authority

PAGE = b"<h1>The strikes</h1>"
DIGEST = sha256(PAGE).hexdigest()
RECORDS = (
    f"sources:\n  news:\n    title: News\n    capture:\n      file: news.html\n      sha256: {DIGEST}  # so\n"
)
TIME = Authority(seed=300)


@pytest.fixture(autouse=True)
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: A dossier\n")
    (folder / "records.yaml").write_text(RECORDS)
    (folder / "news.html").write_bytes(PAGE)
    return folder


def test_the_token_is_kept_and_named(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda request: stamping(TIME, request)) as web:
        assert run(["timestamp", "news", web.url]) == 0
    token = (dossier / "news.html.tsr").read_bytes()
    assert isinstance(read_token(token, DIGEST, lambda: b""), Stamp)
    assert (dossier / "records.yaml").read_text() == f"{RECORDS}      timestamp: news.html.tsr\n"
    said = capsys.readouterr()
    assert said.out == "seeds/news.html.tsr\nseeds/records.yaml\n"
    assert f"The SHA-256 of news.html goes to {web.url}; the file itself does not." in said.err
    assert "news.html existed at 2024-02-05T12:00:00Z, says “Example Time”. Whether it is" in said.err
    assert run(["check"]) == 0


def test_with_the_root_it_is_said_whose_it_is(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "authorities.pem").write_bytes(TIME.pem("root"))
    with serving(lambda request: stamping(TIME, request)) as web:
        assert run(["timestamp", "news", web.url]) == 0
    assert "Its certificate leads to a root in authorities.pem." in capsys.readouterr().err


def test_where_the_authority_gives_nothing_nothing_changes(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda _: Answer(503)) as web:
        assert run(["timestamp", "news", web.url]) == 1
    assert "it answers 503" in capsys.readouterr().err
    assert (dossier / "records.yaml").read_text() == RECORDS
    assert not (dossier / "news.html.tsr").exists()


def test_a_file_that_is_there_is_not_written_over(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "news.html.tsr").write_bytes(b"mine")
    with serving(lambda request: stamping(TIME, request)) as web:
        assert run(["timestamp", "news", web.url]) == 1
    assert "there is already" in capsys.readouterr().err
    assert (dossier / "news.html.tsr").read_bytes() == b"mine"
    assert (dossier / "records.yaml").read_text() == RECORDS


def test_a_capture_that_changed_is_not_stamped(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "news.html").write_bytes(PAGE + b" ")
    with serving(lambda request: stamping(TIME, request)) as web:
        assert run(["timestamp", "news", web.url]) == 1
        assert web.asked == []
    assert "is not the file whose SHA-256" in capsys.readouterr().err


SUBTITLES = "1\n00:00:01,000 --> 00:00:04,000\nWe told all of the shops before it.\n"
STORED = ["source", "talk.srt", "--title", "Talk", "--id", "talk"]


def test_a_new_source_is_stamped_with_all_that_is_stored(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("webvtt", reason="The extra subtitles is not installed.")
    Path("talk.srt").write_text(SUBTITLES)
    with serving(lambda request: stamping(TIME, request)) as web:
        assert run([*STORED, "--timestamp", web.url]) == 0
    (token,) = dossier.rglob("talk.srt.tsr")
    digest = sha256(SUBTITLES.encode()).hexdigest()
    assert isinstance(read_token(token.read_bytes(), digest, lambda: b""), Stamp)
    assert "      timestamp: talk.srt.tsr\n" in (token.parent / "talk.yaml").read_text()
    assert "the file itself does not" in capsys.readouterr().err
    assert run(["check"]) == 0


@pytest.mark.parametrize("more", [[], ["--no-capture"]])
def test_without_a_stamp_nothing_of_a_new_source_is_stored(
    dossier: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("talk.srt").write_text(SUBTITLES)
    before = sorted(dossier.rglob("*"))
    with serving(lambda _: Answer(500)) as web:
        assert run([*STORED, "--timestamp", web.url, *more]) == 1
    assert sorted(dossier.rglob("*")) == before
    assert capsys.readouterr().err.count("\n") <= 2


def test_a_folder_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timestamp", "news", "http://127.0.0.1:9/", "--into", "nowhere"]) == 2
    assert "There is no folder nowhere" in capsys.readouterr().err
