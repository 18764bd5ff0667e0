"""The commands that write an author's files, as they are called."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.cli import new as new_command
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from tests.authoring.small_dossier import RECORDS, folder

HASH_LINE = "    sha256: {sha256}\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def put(root: Path, records: str = RECORDS) -> Path:
    """Write the small dossier to a folder of its own."""
    content = folder(records)
    root = root / "seeds"
    root.mkdir()
    for path, text in {**content.yaml, **content.texts}.items():
        (root / path).write_bytes(text)
    return root


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_new_dossier_is_checked_and_built_without_a_word_of_complaint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", str(tmp_path / "mine"), "--title", "Who knew?", "--yes"]) == 0
    assert "uv run mkdocs serve" in capsys.readouterr().out
    assert run(["check", str(tmp_path / "mine" / "seeds"), "--strict"]) == 0
    config = load_config(str(tmp_path / "mine" / "mkdocs.yml"), strict=True)
    build(config)
    claim = tmp_path / "mine" / "site" / "claims" / "town-warned-before" / "index.html"
    assert "Was the town warned before the sluice was opened?" in claim.read_text("utf-8")
    assert "Who knew?" in (tmp_path / "mine" / "site" / "index.html").read_text("utf-8")


def test_a_new_dossier_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "dossier.yaml").write_text("mine")
    assert run(["new", str(tmp_path)]) == 1
    assert set(tree(tmp_path)) == {"mkdocs.yml", "seeds/dossier.yaml"}
    said = capsys.readouterr().err
    assert "mkdocs.yml" in said
    assert "dossier.yaml" in said


def test_other_files_in_the_folder_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine")
    assert run(["new", str(tmp_path)]) == 0
    assert tree(tmp_path)["notes.md"] == b"mine"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    assert run(["new", str(tmp_path / "mine")]) == 1


def test_a_title_that_is_none_is_a_wrong_use(tmp_path: Path) -> None:
    assert run(["new", str(tmp_path), "--title", "a\nb"]) == 2
    assert tree(tmp_path) == {}


def test_in_a_terminal_title_and_language_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Asked for\nArabic\nar\n"))
    assert new_command.run(tmp_path, None, None, ask=True, origin=None) == 0
    settings = (tmp_path / "seeds" / "dossier.yaml").read_text("utf-8")
    assert '\ntitle: "Asked for"\n' in settings
    assert "\nlanguage: ar\n" in settings


def test_a_source_is_stored_and_the_dossier_stays_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    (tmp_path / "article.txt").write_bytes(b"\xef\xbb\xbfHeadline\r\n\r\nText.")
    arguments = ["source", str(tmp_path / "article.txt"), "--into", str(root), "--url", "https://a.example/x"]
    assert run([*arguments, "--published", "2024-02-05"]) == 0
    assert (root / "a" / "a-2024-02-05.txt").read_bytes() == b"Headline\n\nText.\n"
    assert "2024-02-05.yaml" in capsys.readouterr().out
    assert run(["check", str(root)]) == 0
    before = tree(root)
    assert run([*arguments, "--published", "2024-02-05"]) == 0
    assert tree(root) == before


def source(root: Path, *options: str) -> int:
    """Store an article of two lines."""
    (root.parent / "article.txt").write_text("Headline\n\nText.\n")
    return run(["source", str(root.parent / "article.txt"), "--into", str(root), "--id", "new", *options])


def test_a_source_is_stored_with_the_actors_that_are_new_in_one_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    options = [
        "--publisher",
        "The Herald",
        "--authors",
        "Bo Li",
        "--authors",
        "ada-quill",
        "--kind",
        "report",
    ]
    options += [
        "--archived",
        "https://a.example/1",
        "--archived",
        "https://a.example/2",
        "--agency",
        "w=Wire",
    ]
    assert source(root, *options, "--republishes", "gazette", "--retrieved", "2024-02-06") == 0
    written = {
        f"{root / 'gazette.yaml'}",
        f"{root / 'the-herald/new.txt'}",
        f"{root / 'the-herald/new.yaml'}",
    }
    assert set(capsys.readouterr().out.split()) == written
    assert run(["check", str(root)]) == 0
    found = load(read_folder(root)).dossier
    assert found.sources["new"].authors == ("bo-li", "ada-quill")
    assert len(found.sources["new"].archived) == 2
    assert {key: found.actors[key].name for key in ("the-herald", "bo-li", "w")} == {
        "the-herald": "The Herald",
        "bo-li": "Bo Li",
        "w": "Wire",
    }


def test_today_is_the_day_on_which_the_text_was_taken(tmp_path: Path) -> None:
    root = put(tmp_path)
    before = date.today().isoformat()
    assert source(root, "--retrieved", "today") == 0
    retrieved = load(read_folder(root)).dossier.sources["new"].retrieved
    assert retrieved is not None
    assert before <= retrieved.text <= date.today().isoformat()


def test_without_a_day_none_is_written(tmp_path: Path) -> None:
    root = put(tmp_path)
    assert source(root) == 0
    assert load(read_folder(root)).dossier.sources["new"].retrieved is None


def test_all_wrong_options_are_told_a_line_each_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    before = tree(root)
    assert source(root, "--published", "soon", "--publisher", "the-gazete", "--kind", "x") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "dossier: --publisher: there is no actor `the-gazete`. Did you mean `the-gazette`?" in " ".join(
        lines
    )
    assert tree(root) == before


def test_in_a_terminal_the_name_of_a_new_actor_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    monkeypatch.setattr(sys, "stdin", Terminal(" \nThe Gazettes\n"))
    assert source(root, "--publisher", "the-gazete") == 0
    question = "publisher the-gazete is new (if `the-gazette` is meant, stop with Ctrl+C). Its name?"
    assert capsys.readouterr().err.count(question) == 2
    assert load(read_folder(root)).dossier.actors["the-gazete"].name == "The Gazettes"


def test_nothing_is_asked_where_the_article_is_read_from_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = put(tmp_path)
    typed = io.TextIOWrapper(io.BytesIO(b"Headline\n"))
    monkeypatch.setattr(typed, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", typed)
    before = tree(root)
    assert run(["source", "-", "--into", str(root), "--publisher", "herald"]) == 1
    assert tree(root) == before


def test_a_source_is_read_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = put(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Überschrift\n".encode())))
    assert run(["source", "-", "--into", str(root)]) == 0
    assert (root / "articles" / "uberschrift.txt").read_text("utf-8") == "Überschrift\n"
    assert "# From standard input, by" in (root / "articles" / "uberschrift.yaml").read_text("utf-8")


def test_a_quoted_text_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = put(tmp_path)
    before = tree(root)
    (tmp_path / "gazette.txt").write_text("Another text.\n")
    assert run(["source", str(tmp_path / "gazette.txt"), "--into", str(root), "--id", "gazette"]) == 1
    assert tree(root) == before
    assert "`quill-over`" in capsys.readouterr().err


def test_a_missing_article_is_a_wrong_use(tmp_path: Path) -> None:
    assert run(["source", str(tmp_path / "none.txt"), "--into", str(put(tmp_path))]) == 2


def test_fixing_shows_a_diff_or_a_list_and_writes_only_when_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path, RECORDS.replace(HASH_LINE, ""))
    before = tree(root)
    assert run(["fix", str(root), "--diff"]) == 0
    added = [line for line in capsys.readouterr().out.splitlines() if line.startswith("+ ")]
    assert len(added) == 1
    assert added[0].startswith("+    sha256: ")
    assert run(["fix", str(root), "--dry-run"]) == 0
    assert "gazette.yaml:6:5: added the SHA-256 of gazette.txt" in capsys.readouterr().out
    assert tree(root) == before
    assert run(["fix", str(root)]) == 0
    assert tree(root)["gazette.yaml"] == folder().yaml["gazette.yaml"]
    assert run(["fix", str(root)]) == 0
    assert "nothing to put right" in capsys.readouterr().err


def test_renaming_writes_the_records_and_a_redirect(tmp_path: Path) -> None:
    root = put(tmp_path)
    assert run(["rename", "actor", "ada-quill", "mayor", str(root)]) == 0
    assert b"ada-quill" not in tree(root)["gazette.yaml"]
    assert run(["rename", "actors", "mayor", "mayor-quill", str(root)]) == 0
    assert tree(root)["redirects.csv"].endswith(
        b"\nactors/ada-quill,actors/mayor\nactors/mayor,actors/mayor-quill\n"
    )
    assert run(["check", str(root)]) == 0


def test_renaming_adds_to_a_file_of_redirects_that_is_empty(tmp_path: Path) -> None:
    root = put(tmp_path)
    (root / "redirects.csv").write_bytes(b"")
    assert run(["rename", "actor", "ada-quill", "mayor", str(root)]) == 0
    assert tree(root)["redirects.csv"].endswith(b"\nactors/ada-quill,actors/mayor\n")


@pytest.mark.parametrize("arguments", [["actor", "nobody", "x"], ["person", "ada-quill", "x"]])
def test_what_cannot_be_renamed_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    root = put(tmp_path)
    before = tree(root)
    assert run(["rename", *arguments, str(root)]) == 1
    assert tree(root) == before


def test_nothing_is_renamed_where_the_redirects_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    (root / "redirects.csv").mkdir()
    before = tree(root)
    assert run(["rename", "actor", "ada-quill", "mayor", str(root)]) == 1
    assert "redirects.csv" in capsys.readouterr().err
    assert tree(root) == before


AGAIN = """\
  quill-again:
    speaker: ada-quill  # twice
    source: gazette
    passage: said Mayor Ada Quill
    positions: {{it-is-over: asserts}}
"""


def test_merging_writes_one_record_of_two_and_a_redirect(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path, RECORDS + AGAIN)
    assert run(["merge", "statement", "quill-over", "quill-again", str(root)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{root / 'gazette.yaml'}\n{root / 'redirects.csv'}\n"
    assert "`quill-again` is a part of `quill-over` now: 1 report moved." in said.err
    assert tree(root)["gazette.yaml"].decode().count("quill-again") == 0
    assert "    also_in:\n      # twice\n      - source: gazette\n" in tree(root)["gazette.yaml"].decode()
    assert tree(root)["redirects.csv"].endswith(b"\nstatements/quill-again,statements/quill-over\n")
    assert run(["check", str(root)]) == 0


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            ["statement", "quill-over", "sorrel-never"],
            ["differ in 2 things", "`speaker` is", "`it-is-over` is"],
        ),
        (["statement", "quill-over", "quill-over"], ["is named twice"]),
        (["actor", "ada-quill", "ben-sorrel"], ["Only statements are merged"]),
        (["person", "ada-quill", "ben-sorrel"], ["`person` is no kind of record"]),
    ],
)
def test_what_cannot_be_merged_is_refused_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], lines: list[str]
) -> None:
    root = put(tmp_path)
    before = tree(root)
    assert run(["merge", *arguments, str(root)]) == 1
    assert tree(root) == before
    said = capsys.readouterr().err.splitlines()
    assert [part in line for part, line in zip(lines, said, strict=True)] == [True] * len(lines)


@pytest.mark.parametrize(
    "command", [["fix"], ["rename", "actor", "a", "b"], ["merge", "statement", "a", "b"]]
)
def test_a_missing_folder_is_a_wrong_use(tmp_path: Path, command: list[str]) -> None:
    assert run([*command, str(tmp_path / "none")]) == 2
