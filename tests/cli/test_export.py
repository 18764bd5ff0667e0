"""`dossier export`: one format, whole or not at all, and only of a dossier that would be built."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mkdocs_dossier.cli import export
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.exports.downloads import Export, downloads
from mkdocs_dossier.exports.published import Published
from tests.exports.richdossier import RECORDS, SETTINGS, exported, folder

FORMATS = {one.format: one for one in downloads() if one.format}
SINGLE = sorted(form for form, one in FORMATS.items() if not one.more)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out the rich dossier as `seeds`, in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    found = folder()
    for path, content in {**found.yaml, **found.texts}.items():
        (seeds / path).write_bytes(content)
    return seeds


def content(form: str) -> bytes:
    return b"".join(FORMATS[form].write(exported("rich")))


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("form", SINGLE)
def test_a_format_of_one_file_is_printed(capfdbinary: pytest.CaptureFixture[bytes], form: str) -> None:
    assert run(["export", form]) == 0
    assert capfdbinary.readouterr().out == content(form)


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("form", SINGLE)
def test_it_is_written_to_a_file(capsys: pytest.CaptureFixture[str], form: str) -> None:
    Path("out").write_text("what an earlier run wrote")
    assert run(["export", form, "--out", "out"]) == 0
    assert Path("out").read_bytes() == content(form)
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", "dossier: out written.")


@pytest.mark.usefixtures("seeds")
def test_a_database_opens_from_its_file() -> None:
    assert run(["export", "sqlite", "seeds", "--out", "dossier.db"]) == 0
    with closing(sqlite3.connect("dossier.db")) as database:
        assert database.execute("SELECT count(*) FROM actors").fetchone() == (8,)


@pytest.mark.usefixtures("seeds")
def test_a_format_of_several_files_fills_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "csv", "--out", "tables"]) == 0
    expected = {
        name.removeprefix("csv/"): b"".join(write(exported("rich")))
        for name, write in FORMATS["csv"].files.items()
    }
    found = {path.name: path.read_bytes() for path in Path("tables").iterdir() if path.name[0] != "."}
    assert found == expected
    said = f"dossier: tables: {len(expected)} written, 0 removed, 0 unchanged."
    assert capsys.readouterr().err.splitlines()[-1] == said


@pytest.mark.usefixtures("seeds")
def test_a_file_of_somebody_else_is_kept_and_the_export_fails(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tables").mkdir()
    Path("tables/actors.csv").write_text("mine")
    assert run(["export", "csv", "--out", "tables"]) == 1
    assert Path("tables/actors.csv").read_text() == "mine"
    said = (
        f"{Path('tables/actors.csv')} was not written by dossier, or changed since. Move it and export again."
    )
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("seeds")
def test_the_formats_are_listed_with_what_they_are_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(FORMATS)
    assert all(FORMATS[line.split()[0]].purpose in line for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="needs links and named pipes")
@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Name a format: "),
        (["sqlit"], "There is no format “sqlit”. Did you mean sqlite?"),
        (["geo-json"], "Did you mean geojson?"),
        (["zzzzzz"], "There is no format “zzzzzz”. There are "),
        (["csv"], "csv is several files: name a folder for them with --out."),
        (["json", "nowhere"], "There is no folder nowhere"),
        (["json", "--out", "seeds/dossier.yaml"], "seeds/dossier.yaml lies in the dossier folder"),
        (["json", "--out", "seeds/../seeds/new.json"], "lies in the dossier folder"),
        (["json", "--out", "link.json"], "lies in the dossier folder"),
        (["json", "--out", "folder"], "folder is a folder: name a file."),
        (["json", "--out", "pipe"], "pipe is no plain file"),
        (["json", "--out", "no/where.json"], "There is no folder no. Make it first."),
        (["json", "--out", " "], "It is blank: name a file or a folder."),
        (["json", "--out", "a\0b"], "It has a character that no path can have."),
        (["json", "--out", "x" * 5000], "cannot be written: its path is too long"),
        (["csv", "--out", "seeds"], "lies in the dossier folder"),
        (["csv", "--out", "seeds/tables"], "lies in the dossier folder"),
        (["csv", "--out", "file"], "file is a file: name a folder."),
    ],
)
def test_what_is_mistyped_is_said_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    Path("folder").mkdir()
    Path("file").write_text("mine")
    Path("link.json").symlink_to("seeds/records.yaml")
    # Not a device of the system: a fault of the program would put a file in its place.
    os.mkfifo("pipe")
    assert run(["export", *args]) == 2
    out, err = capsys.readouterr()
    assert said in " ".join(err.replace("│", " ").split())
    assert out == ""
    assert Path("seeds/records.yaml").read_text() == RECORDS
    assert Path("seeds/dossier.yaml").read_text() == SETTINGS
    assert {one.name for one in Path().iterdir()} == {"seeds", "folder", "file", "link.json", "pipe"}
    assert Path("pipe").is_fifo()
    assert Path("file").read_text() == "mine"


def test_a_dossier_with_errors_is_not_written(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "actors.yaml").write_text("actors:\n  a:\n    name: A\n    kind: persn\n")
    assert run(["export", "json", "--out", "out.json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("seeds/actors.yaml:4:11: error: `kind` ")
    assert err.endswith("dossier: Nothing was written.\n")
    assert not Path("out.json").exists()


def test_a_draft_stops_it_as_it_stops_a_build(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "actors.yaml").write_text("actors: {a: {name: A, kind: person, review: draft}}\n")
    assert run(["export", "json"]) == run(["build", "--out", "public"]) == 1
    assert "unapproved" in capsys.readouterr().err or not Path("public").exists()


def test_a_warning_goes_to_standard_error_and_stops_it_only_if_asked(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "actors.yaml").write_text("actors: {unused: {name: Nobody, kind: person}}\n")
    assert run(["export", "json", "--strict"]) == 1
    assert capsys.readouterr().out == ""
    assert run(["export", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["actors"]["unused"]["name"] == "Nobody"
    assert "warning: " in err


@pytest.mark.usefixtures("seeds")
def test_what_is_no_text_is_not_printed_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["export", "sqlite"]) == 2
    said = "dossier: sqlite is not text, for a terminal to show: name a file with --out."
    assert capsys.readouterr().err.splitlines()[-1] == said
    assert run(["export", "geojson"]) == 0


@pytest.mark.usefixtures("seeds")
def test_an_export_that_breaks_off_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(_: Published) -> Iterator[bytes]:
        yield b"a beginning"
        raise ValueError("of another package")

    broken = Export("broken.txt", "Broken.", write, "broken")
    monkeypatch.setattr(export, "downloads", lambda: (broken,))
    Path("old.txt").write_text("old")
    assert run(["export", "broken", "--out", "old.txt"]) == 3
    assert "internal error" in capsys.readouterr().err
    assert Path("old.txt").read_text() == "old"
    assert {one.name for one in Path().iterdir()} == {"seeds", "old.txt"}


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe that closes early")
def test_a_reader_who_goes_early_is_no_fault(seeds: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs_dossier", "export", "sqlite", seeds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout
        assert child.stdout.read(6) == b"SQLite"
        child.stdout.close()
        assert child.stderr
        assert child.stderr.read().splitlines()[-1] == b"Problems: 5 warnings"
    assert child.returncode == 0
