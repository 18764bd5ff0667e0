"""`dossier review` as an author meets it: keys, what they write, and a terminal that may vanish."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from mkdocs_dossier.cli import review
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from tests.authoring.drafted_dossier import DRAFT, DRAFT_PATH, drafted, put

Typed = Callable[[str], int]
UNKNOWN = "    # speaker: not found\n    speaker: not-found\n"
CHOSEN = "    # speaker: chosen in review\n    speaker: {}\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    put(tmp_path / "seeds", drafted())
    return tmp_path / "seeds"


@pytest.fixture
def typed(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Run a review in which these keys are typed, and the terminal is closed then; return its exit code."""
    monkeypatch.setattr(review, "_is_terminal", lambda: True)

    def carry_out(keys: str) -> int:
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(keys)
            pipe.close()
            return run(["review", str(seeds)])

    return carry_out


def draft(seeds: Path) -> str:
    return (seeds / DRAFT_PATH).read_text("utf-8")


def editor(folder: Path, code: str) -> str:
    """Write a script that changes the `text` of the file it is given, and return the command for it."""
    path = folder / "an editor.py"
    path.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        f"text = path.read_text('utf-8')\n{code}\npath.write_text(text, 'utf-8')\n"
    )
    return f'{sys.executable} "{path}" --wait'


# Without a terminal


def test_a_list_needs_no_terminal(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert lines[0] == (
        f"seeds/{DRAFT_PATH}:73:3: statement unknown-2024-03-04-1; speaker: not-found; not found"
    )
    assert draft(seeds) == DRAFT


def test_a_review_without_a_terminal_says_what_to_do(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review"]) == 2
    assert "needs a terminal; to list what there is: dossier review --list" in capsys.readouterr().err
    assert draft(seeds) == DRAFT


@pytest.mark.parametrize("option", [[], ["--list"]])
def test_where_nothing_is_left_it_says_what_to_do_next(
    seeds: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    (seeds / DRAFT_PATH).write_text(DRAFT.partition("actors:")[0])
    assert run(["review", *option]) == 0
    assert capsys.readouterr() == ("", "dossier: nothing is left to review. Next: dossier check seeds\n")


def test_a_folder_that_is_none_and_a_file_that_cannot_be_read_are_told(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", "elsewhere"]) == 2
    (seeds / DRAFT_PATH).write_text('actors:\n  a: {name: "A\n')
    capsys.readouterr()
    assert run(["review", "--list"]) == 0
    assert capsys.readouterr() == (
        "",
        "dossier: there may be more to review: not all of the dossier can be read. "
        "See: dossier check seeds\n",
    )


# Keys


def test_a_draft_is_accepted_with_what_it_refers_to_once_the_author_says_yes(
    seeds: Path, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("nanq") == 0
    assert draft(seeds) == DRAFT
    assert typed("nayq") == 0
    assert draft(seeds).count("review: draft") == DRAFT.count("review: draft") - 3
    assert "  # A name that this town knows.\n  ben-sorrel:\n    # name:" in draft(seeds)
    assert capsys.readouterr().err.endswith("dossier: 5 left to review; each step so far is saved.\n")


def test_after_a_step_the_next_record_is_shown(seeds: Path, typed: Typed) -> None:
    typed("nayayq")  # the second, then the third, which is the second now
    left = [
        item.split(":")[0]
        for item in draft(seeds).partition("statements:")[2].split("\n\n")
        if "review" in item
    ]
    assert [one.strip() for one in left] == ["sorrel-2024-03-04-1", "unknown-2024-03-04-1"]


def test_a_speaker_is_named_with_completion_and_an_actor_who_is_new_too(seeds: Path, typed: Typed) -> None:
    typed("stown of\rq")
    assert draft(seeds) == DRAFT.replace(UNKNOWN, CHOSEN.format("dunwold"))
    (seeds / DRAFT_PATH).write_text(DRAFT, "utf-8")
    typed("snobody\r\x15new actor: \r\x15new actor: A letter\r\x15grou\r\x15group\rq")
    assert CHOSEN.format("a-letter") in draft(seeds)
    assert "  a-letter:\n    name: A letter\n    kind: group\n" in draft(seeds)


def test_an_empty_name_changes_nothing(seeds: Path, typed: Typed) -> None:
    assert typed("s\rs\x03") == 0
    assert draft(seeds) == DRAFT


@pytest.mark.slow
def test_drop_and_undo_as_often_as_there_were_steps(seeds: Path, typed: Typed) -> None:
    typed("dnayq")
    assert "unknown-2024-03-04-1" not in draft(seeds)
    put(seeds, drafted())
    typed("dnaysdunwold\ruuuuq")
    assert draft(seeds) == DRAFT


@pytest.mark.parametrize("end", ["q", "\x03", "\x04", "Q"])
def test_a_review_ends_by_these_keys_and_all_before_is_saved(seeds: Path, typed: Typed, end: str) -> None:
    assert typed(f"D{end}") == 0
    assert "unknown-2024-03-04-1" not in draft(seeds)


@pytest.mark.parametrize("keys", ["d", "ds", "dsnew actor: A\r", "dna", "d?"])
def test_a_terminal_that_closes_ends_it_too(seeds: Path, typed: Typed, keys: str) -> None:
    assert typed(keys) == 0
    assert "unknown-2024-03-04-1" not in draft(seeds)
    assert draft(seeds).count("review: draft") == DRAFT.count("review: draft") - 1


def test_help_comes_and_goes(seeds: Path, typed: Typed) -> None:
    assert typed("?\rd?qpnq") == 0
    assert "unknown-2024-03-04-1" not in draft(seeds)


def test_when_all_is_reviewed_it_ends_by_itself(
    seeds: Path, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("dayayadd") == 0
    assert "review" not in draft(seeds)
    assert capsys.readouterr().err == f"dossier: nothing is left to review. Next: dossier check {seeds}\n"


def test_what_is_refused_is_told_and_the_record_stays(seeds: Path, typed: Typed) -> None:
    assert typed("aq") == 0
    assert draft(seeds) == DRAFT


# The editor


def test_a_record_is_edited_in_the_editor_of_the_author(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv(
        "VISUAL", editor(seeds.parent, "text = text.replace('source:', '# Seen.\\n  source:')")
    )
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT.replace(f"{UNKNOWN}    source", f"{UNKNOWN}    # Seen.\n    source")
    assert [*seeds.parent.glob("dossier-review-*")] == []


def test_a_record_that_got_another_id_is_the_one_that_is_shown_then(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(seeds.parent, "text = text.replace('unknown', 'letter')"))
    assert typed("edq") == 0
    assert draft(seeds) == DRAFT.partition("\n  unknown")[0]


def test_of_several_records_the_one_is_edited_that_the_author_names(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(seeds.parent, "text = text.replace('Ben Sorrel', 'B. Sorrel', 1)"))
    assert typed("nene3q") == 0
    assert draft(seeds) == DRAFT
    assert typed("ne2q") == 0
    assert draft(seeds) == DRAFT.replace('"Ben Sorrel", as', '"B. Sorrel", as')


def test_a_text_that_is_refused_is_kept_and_opened_again(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "text = text.replace('speaker: nobody', 'speaker: dunwold').replace('not-found', 'nobody')"
    monkeypatch.setenv("EDITOR", editor(seeds.parent, code))
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT
    [kept] = seeds.parent.glob("dossier-review-*/record.yaml")
    assert "speaker: nobody" in kept.read_text("utf-8")
    assert f"your text of the statement unknown-2024-03-04-1 is kept in {kept}" in capsys.readouterr().err
    kept.unlink()
    kept.parent.rmdir()
    assert typed("eeq") == 0
    assert draft(seeds) == DRAFT.replace("speaker: not-found", "speaker: dunwold")
    assert [*seeds.parent.glob("dossier-review-*")] == []


@pytest.mark.parametrize("code", ["text = ''", "pass", "text = '\\n'"])
def test_an_empty_text_or_one_that_is_left_gives_the_edit_up(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("EDITOR", editor(seeds.parent, code))
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT
    assert [*seeds.parent.glob("dossier-review-*")] == []


@pytest.mark.parametrize("named", ["", "no-such-editor-anywhere", "'", "{python} -c 'raise SystemExit(1)'"])
def test_an_editor_that_is_missing_or_fails_changes_nothing(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("EDITOR", named.format(python=sys.executable))
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT


def test_a_text_from_an_editor_that_fails_is_not_taken_but_kept(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "path.write_text(text.replace('source', '# Mine.\\n  source'), 'utf-8')\nraise SystemExit(1)"
    monkeypatch.setenv("EDITOR", editor(seeds.parent, code))
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT
    assert "# Mine." in next(seeds.parent.glob("dossier-review-*/record.yaml")).read_text("utf-8")


def test_what_changed_while_the_editor_was_open_is_not_overwritten(
    seeds: Path, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(seeds / DRAFT_PATH)
    code = (
        f"there = pathlib.Path({path!r})\n"
        "there.write_text(there.read_text('utf-8').replace('not found', 'elsewhere'), 'utf-8')\n"
        "text = text.replace('source', '# Mine.\\n  source')"
    )
    monkeypatch.setenv("EDITOR", editor(seeds.parent, code))
    assert typed("eq") == 0
    assert draft(seeds) == DRAFT.replace("# speaker: not found", "# speaker: elsewhere")
    assert "# Mine." in next(seeds.parent.glob("dossier-review-*/record.yaml")).read_text("utf-8")


# In a terminal


@pytest.mark.slow
def test_a_whole_session_in_a_terminal_of_80_by_24(seeds: Path) -> None:
    from tests.cli.terminals import Terminal  # noqa: PLC0415 - skips where there are none

    command = editor(seeds.parent, "text = text.replace('kind: person', 'kind: organisation')")
    with Terminal("review", cwd=seeds.parent, EDITOR=command) as terminal:
        shown = terminal.wait("1 of 6: statement unknown-2024-03-04-1", "speaker: not-found", "q quit")
        assert max(map(len, shown.split("\n"))) <= 80
        terminal.type("a")
        terminal.wait("Nobody knows yet who made")
        terminal.type("s")
        terminal.wait("Speaker:")
        terminal.type("ada")
        terminal.wait("Ada Quill")
        terminal.type("\x1b")
        terminal.wait("s speaker", "q quit")
        terminal.type("s")
        terminal.wait("Speaker:")
        terminal.type("town of")
        terminal.wait("Dunwold")
        terminal.type("\t")
        terminal.wait("dunwold")
        terminal.type("\r")
        terminal.wait("Saved: made dunwold the speaker", "chosen in review")
        terminal.type("a")
        terminal.wait("Saved: accepted statement unknown-2024-03-04-1.", "of 5:", "q quit")
        terminal.resize(24, 40)
        terminal.wait("s speaker  d drop\n", "u undo  ? help  q quit")  # the keys take two lines now
        terminal.type("?")
        shown = terminal.wait("Enter goes back")
        assert max(map(len, shown.split("\n"))) <= 40
        terminal.resize(24, 80)
        terminal.wait("the arrows, Page\n  Up and Page Down.\n")
        terminal.type("\r")
        terminal.wait("4 of 5: actor lower-quill", "q quit")
        terminal.type("s")
        terminal.wait("The actor has no field `speaker`", "q quit")
        terminal.type("e")
        terminal.wait("Saved: edited actor lower-quill", "kind: organisation")
        terminal.type("d")
        terminal.wait("Saved: dropped actor lower-quill", "of 4:")
        terminal.type("u")
        terminal.wait("Taken back: dropped actor lower-quill", "of 5:")
        terminal.type("u")
        terminal.wait("Taken back: edited", "kind: person")
        terminal.type("q")
        assert terminal.ended() == 0
        assert "5 left to review" in terminal.shown
        assert terminal.is_sane()
    expected = DRAFT.replace(f"    review: draft\n{UNKNOWN}", CHOSEN.format("dunwold"))
    assert draft(seeds) == expected


@pytest.mark.slow
@pytest.mark.parametrize("end", ["kill", "hang_up"])
def test_a_review_that_is_stopped_by_force_loses_nothing(seeds: Path, end: str) -> None:
    from tests.cli.terminals import Terminal  # noqa: PLC0415 - skips where there are none

    with Terminal("review", cwd=seeds.parent) as terminal:
        terminal.wait("1 of 6:")
        terminal.type("d")
        terminal.wait("Saved: dropped", "1 of 5:")
        getattr(terminal, end)()
    assert draft(seeds) == DRAFT.partition("\n  unknown")[0]
    assert read_folder(seeds).problems == ()
    with Terminal("review", cwd=seeds.parent) as terminal:
        terminal.wait("1 of 5: statement sorrel-2024-03-04-2")
        terminal.type("\x03")
        assert terminal.ended() == 0
        assert terminal.is_sane()


@pytest.mark.slow
def test_words_of_the_dossier_do_not_steer_the_terminal(seeds: Path) -> None:
    from tests.cli.terminals import Terminal  # noqa: PLC0415 - skips where there are none

    article = seeds / "gazette" / "gazette-2024-03-04.txt"
    article.write_text(
        f"{article.read_text('utf-8')}\x1b]0;owned\x07\x1b[2J“Nobody asked us,” said 漢字 خوسيه.\n", "utf-8"
    )
    with Terminal("review", cwd=seeds.parent, rows=10, columns=30) as terminal:
        terminal.wait("1 of 6:")
        terminal.type("nnn    q")
        assert terminal.ended() == 0
    assert "\x1b]0;" not in terminal.raw
