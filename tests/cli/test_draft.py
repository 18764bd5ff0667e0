"""`dossier draft` as an author meets it: what it writes, what it refuses, and what a second run does."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_dossier.authoring.draftchecks import Found, Task
from mkdocs_dossier.authoring.draftreading import read_source
from mkdocs_dossier.cli import draft
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from tests.faults.injecting import failing_at, killed_at, tree
from tests.faults.processes import begun, ended, kills
from tests.many_articles import undrafted
from tests.synthetic import write
from tests.thorough import times

Captured = pytest.CaptureFixture[str]

TEXT = """\
“The bridge is closed for good,” said Ada Quill, the mayor of Dunwold, on Monday.

“Nobody asked us,” Ben Sorrel of the Ferrymen’s Guild said. He added that the guild would not pay.
"""
RECORDS = """\
# By hand.
sources:
  gazette:
    title: Dunwold closes its bridge   # as printed
    published: 2024-03-05
    text: gazette.txt
  letter: {title: A letter, text: letter.txt, published: 2024-03-05}
  empty:
    title: Nothing said
    text: empty.txt
  lost:
    title: Without a text
  kurdish:
    title: In Kurdish
    language: ckb
    text: empty.txt
"""
DRAFT = "gazette.draft.yaml"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: Invented\n")
    (folder / "records.yaml").write_text(RECORDS, "utf-8")
    for name, text in (
        ("gazette", TEXT),
        ("letter", TEXT.replace("Quill", "Marl")),
        ("empty", "Rain fell.\n"),
    ):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def many(folder: Path, number: int = 40, *, in_a_file: int = 1) -> Path:
    write(folder, undrafted(number, ("en", "de"), in_a_file=in_a_file))
    return folder


def errors(folder: Path) -> list[str]:
    found = load(read_folder(folder)).problems
    return [str(one) for one in found if one.level is Level.ERROR]


# One source


def test_a_source_gets_a_file_of_drafts_beside_its_own(seeds: Path, capsys: Captured) -> None:
    before = tree(seeds)
    assert run(["draft", "gazette"]) == 0
    out, err = capsys.readouterr()
    assert out == f"seeds/{DRAFT}\n"
    assert err == "dossier: Nothing of it is published until it is approved: dossier review.\n"
    after = tree(seeds)
    assert after.keys() - before.keys() == {DRAFT}
    assert {path for path in before if before[path] != after[path]} == {"records.yaml"}
    dossier = load(read_folder(seeds)).dossier
    assert {one.name for one in dossier.actors.values()} >= {"Ada Quill", "Ben Sorrel"}
    assert all(one.is_draft for one in (*dossier.actors.values(), *dossier.statements.values()))
    quotes = {words for one in dossier.statements.values() for words in one.quote or ()}
    assert quotes == {"The bridge is closed for good", "Nobody asked us"}
    drafted = dossier.sources["gazette"].drafted
    assert drafted and drafted.by.endswith("by rules")
    assert errors(seeds) == []


def test_what_is_reviewed_stays_byte_for_byte_but_for_the_note(seeds: Path) -> None:
    run(["draft", "gazette"])
    changed = (seeds / "records.yaml").read_text("utf-8")
    assert re.sub(r"    drafted: \{by: .*\}\n", "", changed) == RECORDS
    assert (seeds / "dossier.yaml").read_text() == "title: Invented\n"


def test_a_dry_run_prints_it_and_writes_nothing(seeds: Path, capsys: Captured) -> None:
    before = tree(seeds)
    assert run(["draft", "gazette", "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert tree(seeds) == before
    assert err == ""
    run(["draft", "gazette"])
    assert (seeds / DRAFT).read_text("utf-8") == out


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["gazete"], 1, "There is no source `gazete`. Did you mean `gazette`?"),
        (["something-else"], 1, "There is no source `something-else`. Store its text first"),
        (["\x1b[31m"], 1, "<U+001B>[31m"),
        (["lost"], 1, "The source `lost` has no text to draft from. Store it: dossier source FILE."),
        (["kurdish"], 1, "in the language `ckb`: there are no rules for that."),
        ([], 2, "Name one source, or say --all."),
        (["gazette", "--all"], 2, "Name one source, or say --all."),
        (["--all", "--jobs", "2", "--cluster", "tcp://a:1"], 2, "Say --jobs or --cluster, not both."),
        (["--all", "--jobs", "-1"], 2, "--jobs"),
        (["gazette", "--into", "nowhere"], 2, "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_drafted_is_refused_with_its_reason(
    seeds: Path, capsys: Captured, args: list[str], code: int, said: str
) -> None:
    before = tree(seeds)
    assert run(["draft", *args]) == code
    out, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    assert out == ""
    assert tree(seeds) == before


def test_a_text_in_which_nobody_says_anything_gets_no_file(seeds: Path, capsys: Captured) -> None:
    before = tree(seeds)
    assert run(["draft", "empty"]) == 0
    assert "Nothing was found in the text of `empty`" in capsys.readouterr().err
    assert tree(seeds) == before


def test_a_draft_that_is_there_is_not_made_anew(seeds: Path, capsys: Captured) -> None:
    run(["draft", "gazette"])
    before = tree(seeds)
    assert run(["draft", "gazette"]) == 1
    assert f"There is a draft of `gazette` already, at {DRAFT}." in capsys.readouterr().err
    assert tree(seeds) == before


def test_words_that_a_statement_has_already_are_not_drafted_again(seeds: Path) -> None:
    (seeds / "own.yaml").write_text(
        "actors:\n  ada: {name: Ada Quill, kind: person}\nstatements:\n"
        "  closed: {speaker: ada, source: gazette, quote: The bridge is closed for good}\n"
    )
    own = (seeds / "own.yaml").read_bytes()
    assert run(["draft", "gazette"]) == 0
    written = (seeds / DRAFT).read_text("utf-8")
    assert "closed for good" not in written
    assert "Nobody asked us" in written
    assert "name: Ada Quill" not in written
    assert (seeds / "own.yaml").read_bytes() == own


def test_a_dossier_that_cannot_be_read_is_not_drafted_into(seeds: Path, capsys: Captured) -> None:
    (seeds / "broken.yaml").write_text("actors: [\n")
    before = tree(seeds)
    assert run(["draft", "gazette"]) == 1
    assert "first at broken.yaml:" in capsys.readouterr().err
    assert tree(seeds) == before


def test_a_file_in_its_place_that_is_no_file_of_records_is_kept(seeds: Path, capsys: Captured) -> None:
    (seeds / DRAFT).mkdir()
    before = tree(seeds)
    assert run(["draft", "gazette"]) == 1
    assert "a folder with the name of a file" in capsys.readouterr().err
    assert tree(seeds) == before


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_breaks_and_a_byte_order_mark_stay(seeds: Path, newline: str) -> None:
    written = "\ufeff" + RECORDS.replace("\n", newline)
    (seeds / "records.yaml").write_bytes(written.encode())
    assert run(["draft", "--all"]) == 0
    changed = (seeds / "records.yaml").read_bytes().decode()
    assert changed.count("drafted: {") == 2
    assert re.sub(rf"    drafted: \{{by: .*?\}}{newline}|, drafted: {{.*?}}", "", changed) == written
    assert errors(seeds) == []


# All sources


def test_all_that_have_no_statement_are_drafted_and_the_others_are_named(
    seeds: Path, capsys: Captured
) -> None:
    assert run(["draft", "--all"]) == 0
    out, err = capsys.readouterr()
    assert out == f"seeds/{DRAFT}\nseeds/letter.draft.yaml\n"
    assert "1 in the language `ckb` passed over: there are no rules for that." in err
    assert "Nothing was found in the text of `empty`" in err
    assert "dossier: 2 of 3 sources drafted, " in err
    assert errors(seeds) == []


def test_a_second_run_does_nothing_and_one_more_source_is_all_that_a_third_does(
    seeds: Path, capsys: Captured
) -> None:
    run(["draft", "--all"])
    first = tree(seeds)
    capsys.readouterr()
    assert run(["draft", "--all"]) == 0
    assert capsys.readouterr().out == ""
    assert tree(seeds) == first
    (seeds / "more.yaml").write_text("sources:\n  more: {title: More, text: more.txt}\n")
    (seeds / "more.txt").write_text(TEXT, "utf-8")
    assert run(["draft", "--all"]) == 0
    assert capsys.readouterr().out == "seeds/more.draft.yaml\n"
    assert {path: content for path, content in tree(seeds).items() if "more" not in path} == first


def test_a_draft_that_somebody_has_dropped_is_made_again_only_where_it_is_named(seeds: Path) -> None:
    run(["draft", "--all"])
    (seeds / DRAFT).unlink()
    run(["draft", "--all"])
    assert not (seeds / DRAFT).exists()
    assert run(["draft", "gazette"]) == 0
    assert (seeds / DRAFT).exists()


def test_who_is_in_one_draft_is_referred_to_in_the_next(seeds: Path) -> None:
    assert run(["draft", "--all"]) == 0
    dossier = load(read_folder(seeds)).dossier
    assert [one.name for one in dossier.actors.values()].count("Ben Sorrel") == 1
    ben = next(key for key, one in dossier.actors.items() if one.name == "Ben Sorrel")
    speaks = {one.reports[0].source for one in dossier.statements.values() if ben in one.speakers}
    assert speaks == {"gazette", "letter"}


def test_the_same_places_and_events_are_drafted_once(seeds: Path) -> None:
    for number in range(3):
        (seeds / f"n{number}.txt").write_text(
            f"An airstrike on Friday killed {number + 2} people in Iraq, in France and in Norway.\n"
        )
        (seeds / f"n{number}.yaml").write_text(
            f"sources:\n  n{number}: {{title: N, text: n{number}.txt, published: 2024-02-05}}\n"
        )
    assert run(["draft", "--all"]) == 0
    dossier = load(read_folder(seeds)).dossier
    for section in (dossier.places, dossier.events):
        names = [getattr(one, "when", None) or one.name for one in section.values()]
        assert len(names) == len({str(name) for name in names})
    assert "iraq" in dossier.places


@pytest.mark.slow
def test_however_many_work_at_it_the_bytes_are_the_same(tmp_path: Path) -> None:
    trees = []
    for jobs in ("1", "2", "3"):
        folder = many(tmp_path / jobs, 60, in_a_file=7)
        assert run(["draft", "--all", "--into", str(folder), "--jobs", jobs]) == 0
        trees.append(tree(folder))
    assert trees[0] == trees[1] == trees[2]
    assert sum(path.endswith(".draft.yaml") for path in trees[0]) > 50
    assert errors(tmp_path / "1") == []


@pytest.mark.slow
def test_one_after_another_gives_the_same_as_all_at_once(tmp_path: Path) -> None:
    at_once, alone = many(tmp_path / "a", 12), many(tmp_path / "b", 12)
    assert run(["draft", "--all", "--into", str(at_once)]) == 0
    for source in load(read_folder(alone)).dossier.texts:
        assert run(["draft", source, "--into", str(alone)]) == 0
    assert tree(alone) == tree(at_once)


@pytest.mark.usefixtures("seeds")
def test_a_text_that_cannot_be_read_keeps_no_other_from_it(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def fail(todo: Task) -> Found:
        if todo.source == "gazette":
            raise RuntimeError("a fault")
        return read_source(todo)

    monkeypatch.setattr(draft, "read_source", fail)
    assert run(["draft", "--all"]) == 1
    out, err = capsys.readouterr()
    assert out == "seeds/letter.draft.yaml\n"
    assert "`gazette` could not be read: RuntimeError in test_draft.py, line " in err
    assert "Traceback" not in err


# Stopped in the midst


@pytest.mark.slow
def test_after_a_kill_at_any_step_a_second_run_makes_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "_TOGETHER", 2)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    kept, root = many(tmp_path / "kept", 5, in_a_file=2), tmp_path / "root"
    command = ["draft", "--all", "--into", str(root), "--jobs", "1"]
    shutil.copytree(kept, root)
    assert run(command) == 0
    expected = tree(root)
    step, seen = 1, set()
    while True:
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        if not killed_at(step, lambda: run(command)):
            break
        assert errors(root) == []
        seen.add(sum(path.endswith(".draft.yaml") for path in tree(root)))
        assert run(command) == 0
        assert tree(root) == expected
        step += 7
    assert {0, 2, 4} <= seen


def test_a_disk_that_is_full_is_told_and_what_was_written_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(draft, "_TOGETHER", 2)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    kept, root = many(tmp_path / "kept", 5), tmp_path / "root"
    command = ["draft", "--all", "--into", str(root), "--jobs", "1"]
    codes: list[int] = []
    for step in range(1, 200, 13):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(kept, root)
        struck, _ = failing_at(step, lambda: codes.append(run(command)), forever=True)
        if not struck:
            break
        err = capsys.readouterr().err
        # What was written already can still be put into its place.
        assert codes[-1] == 0 or "cannot be written" in err
        assert "Traceback" not in err
        assert errors(root) == []
    assert codes.count(1) > 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that is not ours to write")
def test_a_folder_that_is_read_only_is_told(seeds: Path, capsys: Captured) -> None:
    seeds.chmod(0o500)
    try:
        assert run(["draft", "--all"]) == 1
        assert "cannot be written" in capsys.readouterr().err
    finally:
        seeds.chmod(0o700)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not begun in this way there")
def test_after_kills_at_random_a_second_run_makes_the_same(tmp_path: Path) -> None:
    kept, root = many(tmp_path / "kept", 40, in_a_file=3), tmp_path / "root"
    command = ["draft", "--all", "--into", str(root), "--jobs", "2"]

    def again() -> None:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(kept, root)

    def act() -> None:
        os.setsid()
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - outside of this test's own capturing
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        # Anew, since a copy of this process has not the children that it believes it has.
        os.execv(sys.executable, [sys.executable, "-m", "mkdocs_dossier", *command])  # noqa: S606

    again()
    assert ended(begun(act)) == 0
    expected = tree(root)
    for _ in kills(act, again, times(20, 3)):
        assert errors(root) == []
        assert run([*command[:-1], "1"]) == 0
        assert tree(root) == expected


@pytest.mark.slow
def test_two_commands_at_once_leave_a_whole_dossier(tmp_path: Path) -> None:
    kept = many(tmp_path / "kept", 40)
    for turn in range(times(10, 1)):
        root = shutil.copytree(kept, tmp_path / str(turn))
        command = [sys.executable, "-m", "mkdocs_dossier", "draft", "--all", "--into", str(root)]
        both = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        said = [one.communicate()[1] for one in both]
        assert 0 in {one.returncode for one in both}
        assert not any("Traceback" in one or "internal error" in one for one in said)
        assert errors(root) == []
        assert run([*command[3:]]) == 0
        assert len(list(root.glob("*.draft.yaml"))) == 40


# Pipes and terminals


@pytest.mark.slow
def test_in_a_pipe_no_bar_is_shown(tmp_path: Path) -> None:
    folder = many(tmp_path / "d", 20)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_dossier", "draft", "--all", "--into", str(folder), "--jobs", "1"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [str(folder / f"article-{at}.draft.yaml") for at in _order(20)]
    assert all(line.startswith("dossier: ") for line in done.stderr.splitlines())
    assert "\x1b" not in done.stderr


def _order(number: int) -> list[int]:
    return sorted(range(number), key=lambda at: f"article-{at}")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
@pytest.mark.parametrize("everywhere", [True, False], ids=["all in it", "standard output in a pipe"])
def test_in_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path, everywhere: bool) -> None:
    import pty  # noqa: PLC0415 - not on every system

    folder = many(tmp_path / "d", 40)  # so that some are written while the bar is shown
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mkdocs_dossier", "draft", "--all", "--into", str(folder), "--jobs", "1"]
    child = subprocess.Popen(
        command,
        stdout=theirs if everywhere else subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "300"},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    printed = shown if everywhere else child.communicate()[0]
    assert child.wait() == 0
    os.close(ours)
    assert "Drafting" in shown.decode()
    assert "40/40" in shown.decode()
    names = re.findall(r"article-\d+\.draft\.yaml", printed.decode())
    assert names == [f"article-{at}.draft.yaml" for at in _order(40)]
    if not everywhere:
        assert b"\x1b" not in printed
        assert b".draft.yaml" not in shown
