"""`dossier diff`: what it compares, in which forms, and what it writes."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from tests.changes.pairs import BOB, RECORDS, TEXTS
from tests.support import SETTINGS, errors

CONTESTED = [
    "new statement: Bob: It is open",
    "  Is the bridge closed? — contested since 6 February 2024: "
    "Bob: It is open contradicts Ann: The bridge is closed",
]


def put(folder: Path, records: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {"dossier.yaml": SETTINGS, "records.yaml": records, **TEXTS}.items():
        (folder / name).write_text(content, "utf-8")
    return folder


@pytest.fixture
def both(tmp_path: Path) -> tuple[str, str]:
    """Give two folders: in the second, something is contested."""
    return str(put(tmp_path / "old", RECORDS)), str(put(tmp_path / "new", RECORDS + BOB))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a dossier folder in a repository: what is contested is not committed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = put(tmp_path / "work" / "seeds", RECORDS)
    person = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(folder.parent), *person, *command], check=True, capture_output=True)
    put(folder, RECORDS + BOB)
    return folder


def test_two_folders_are_compared(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *both]) == 0
    assert capsys.readouterr().out.splitlines() == CONTESTED
    assert run(["diff", both[0], both[0]]) == 0
    assert capsys.readouterr().out == "Nothing changed that readers would see.\n"


def test_a_revision_is_compared_with_the_folder(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "HEAD", "--into", str(repository)]) == 0
    assert capsys.readouterr().out.splitlines() == CONTESTED
    assert run(["diff", "HEAD", "main", "--into", str(repository)]) == 0
    assert capsys.readouterr().out == "Nothing changed that readers would see.\n"


def test_a_dossier_folder_is_meant_before_a_revision(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository.parent)
    (repository.parent / "main").mkdir()
    assert run(["diff", "main"]) == 0
    assert capsys.readouterr().out.splitlines() == CONTESTED
    put(repository.parent / "main", RECORDS + BOB)
    assert run(["diff", "main"]) == 0
    assert capsys.readouterr().out == "Nothing changed that readers would see.\n"


def test_json_is_for_programs(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *both, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0] == {
        "record": "claim/closed",
        "what": "contested",
        "since": "2024-02-06",
        "by": ["statement/ann-closed", "statement/bob-open"],
        "because": "statement/bob-open",
        "sentence": CONTESTED[1].strip(),
    }
    assert run(["diff", both[0], both[0], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_markdown_is_a_list_for_a_comment(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *both, "--format", "markdown"]) == 0
    heading, blank, *items = capsys.readouterr().out.splitlines()
    assert (heading, blank) == ("### What changes in the dossier", "")
    assert len(items) == 1
    assert "new statement" in items[0]
    assert "→ Is the bridge closed?" in items[0]


def test_a_state_with_errors_is_not_compared(
    both: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    put(Path(both[1]), RECORDS + BOB.replace("speaker: bob", "speaker: nobody"))
    assert run(["diff", *both]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"dossier: {both[1]} has 1 error, so nothing is compared. records.yaml:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere is no folder. There is no revision nowhere in the repository of"),
        (["--", "--upload-pack=x"], "There is no revision --upload-pack=x"),
        (["HEAD", "HEAD", "--write"], "--write adds to the folder as it is"),
        (["HEAD", "--on", "2024-02"], "--on is not one day: “2024-02”."),
        (["HEAD", "--on", "5 February"], "--on is not a date"),
        (["HEAD", "--into", "nowhere"], "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(repository.parent)
    assert run(["diff", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_changes_are_written_once_and_comments_stay(
    both: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = both
    path = Path(new) / "changes.yaml"
    path.write_text("# mine\n- on: 2024-01-01  # the first\n  what: details\n")
    command = ["diff", old, "--into", new, "--write", "--on", "2024-02-08"]
    assert run(command) == 0
    assert capsys.readouterr().err == f"dossier: 2 changes added to {path}.\n"
    written = path.read_text("utf-8")
    assert written == (
        "# mine\n- on: 2024-01-01  # the first\n  what: details\n"
        "- on: 2024-02-08\n"
        "  record: claim/closed\n"
        "  what: contested\n"
        "  since: 2024-02-06\n"
        "  by: [statement/ann-closed, statement/bob-open]\n"
        "  because: statement/bob-open\n"
        "- on: 2024-02-08\n"
        "  record: statement/bob-open\n"
        "  what: added\n"
    )
    for day in ("2024-02-08", "2024-02-09"):
        assert run([*command[:-1], day]) == 0
        assert "0 changes added" in capsys.readouterr().err
    assert path.read_text("utf-8") == written
    loaded = load(read_folder(Path(new)))
    assert errors(loaded) == []
    assert list(loaded.dossier.changes) == ["2024-02-08", "2024-01-01"]


def test_nothing_is_written_to_a_file_with_errors(
    both: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = both
    (Path(new) / "changes.yaml").write_text("what: [")
    assert run(["diff", old, "--into", new, "--write"]) == 1
    assert "has 1 error" in capsys.readouterr().err
    assert (Path(new) / "changes.yaml").read_text() == "what: ["
