import contextlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_dossier import __version__, site
from mkdocs_dossier.cli import check
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Location, Purpose, warning

ROOT = Path(__file__).parent.parent
BAD = "actors:\n  a:\n    name: A\n    kind: persn\n"
WARNED = "warned.yaml:1:1: warning: "
PATIENCE = 600
"""Seconds after which a process is taken to hang: far more than any takes on a busy machine."""


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a sound dossier, `seeds`, in an empty working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "dossier.yaml").write_text("title: A dossier\n")
    return tmp_path / "seeds"


@pytest.fixture
def broken(seeds: Path) -> Path:
    (seeds / "actors.yaml").write_text(BAD)
    return seeds


@pytest.fixture
def warned(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a dossier with one warning and no error."""

    def load_warned(folder: Folder, purpose: Purpose) -> Loaded:
        found = warning(Location("warned.yaml"), "unused-actor", "This may be wrong.")
        return replace(load(folder, purpose), problems=(found,))

    monkeypatch.setattr(check, "load", load_warned)
    return seeds


def out_of(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def start(*args: str, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "mkdocs_dossier", *args]
    return subprocess.run(
        command, cwd=cwd, env=os.environ | environ, capture_output=True, check=False, timeout=PATIENCE
    )


# What a check says


@pytest.mark.usefixtures("seeds")
def test_a_sound_dossier_passes_and_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    out, err = out_of(capsys)
    assert out.splitlines()[0] == "Records: none"
    assert out.splitlines()[-1] == "Problems: none"
    assert err == ""


def test_the_projects_own_dossier_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["check", "seeds"]) == 0


@pytest.mark.usefixtures("broken")
def test_an_error_fails_with_its_place_as_an_editor_opens_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 1
    out, err = out_of(capsys)
    assert out.startswith("seeds/actors.yaml:4:11: error: `kind` ")
    assert out.splitlines()[1:3] == ["        kind: persn", "              ^~~~~"]
    assert out.splitlines()[-1] == "Problems: 1 error"
    assert err == ""


def test_everything_wrong_is_said_at_once_in_order(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (broken / "a.yaml").write_text("claims:\n\tx: 1\n")
    (broken / "z.yaml").write_text('claims:\n  x: {text: "open}\n')
    (broken / "actors.yaml").write_text(BAD + "    extra: 1\n")
    assert run(["check", "--format", "json"]) == 1
    found = [(one["path"], one["line"]) for one in json.loads(out_of(capsys)[0])]
    assert found == [("a.yaml", 2), ("actors.yaml", 4), ("actors.yaml", 5), ("z.yaml", 2)]


@pytest.mark.usefixtures("warned")
def test_warnings_alone_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert out_of(capsys)[0].startswith(f"seeds/{WARNED}")


@pytest.mark.usefixtures("warned")
def test_warnings_fail_where_they_count_as_errors() -> None:
    assert run(["check", "--strict"]) == 1


@pytest.mark.parametrize("written", ["seeds", "seeds/", "./seeds", "../{name}/seeds", "{whole}", "{whole}/"])
def test_the_folder_may_be_written_in_any_way(
    broken: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    folder = written.format(name=broken.parent.name, whole=broken)
    assert run(["check", folder]) == 1
    assert out_of(capsys)[0].startswith(f"{Path(folder).as_posix()}/actors.yaml:4:11: error: ")


def test_the_folder_may_be_the_working_directory(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(broken)
    assert run(["check", "."]) == 1
    assert out_of(capsys)[0].startswith("actors.yaml:4:11: error: ")


def test_a_line_of_the_redirects_is_quoted_too(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "redirects.csv").write_text("claims/old,claims/new\n")
    assert run(["check"]) == 1
    lines = out_of(capsys)[0].splitlines()
    assert lines[0].startswith("seeds/redirects.csv:1:1: error: ")
    assert lines[1] == "    claims/old,claims/new"


def test_json_names_files_as_seen_from_the_dossier_folder_and_prints_nothing_else(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(broken), "--format", "json"]) == 1
    out, err = out_of(capsys)
    (problem,) = json.loads(out)
    assert (problem["path"], problem["line"], problem["column"]) == ("actors.yaml", 4, 11)
    assert err == ""


def test_annotations_name_files_as_seen_from_the_repository(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(broken), "--format", "github"]) == 1
    assert out_of(capsys)[0].startswith("::error file=seeds/actors.yaml,line=4,col=11,")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(broken.parent.parent))
    assert run(["check", "--format", "github"]) == 1
    assert out_of(capsys)[0].startswith(f"::error file={broken.parent.name}/seeds/actors.yaml,")


def test_a_dossier_outside_the_repository_is_named_by_its_whole_path(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (broken.parent / "elsewhere").mkdir()
    monkeypatch.chdir(broken.parent / "elsewhere")
    assert run(["check", "../seeds", "--format", "sarif"]) == 1
    result = json.loads(out_of(capsys)[0])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": f"{broken.resolve().as_uri()}/actors.yaml"
    }


# What is mistyped


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "nowhere"], "There is no folder nowhere"),
        (["check", "seeds/dossier.yaml"], "is a file: name the folder that it lies in"),
        (["check", "--format", "xml"], "xml"),
        (["check", "--formt", "json"], "--formt"),
        (["chek"], "chek"),
        (["build"], "--out"),
        (["build", "nowhere", "--out", "public"], "There is no folder nowhere"),
        (["build", "--out", "seeds/public"], "lies in the dossier folder"),
        (["build", "--out", "seeds"], "lies in the dossier folder"),
        (["build", "--out", "seeds/dossier.yaml"], "lies in the dossier folder"),
        (["schema", "--out", "seeds/dossier.yaml"], "cannot be written"),
    ],
)
def test_a_mistyped_command_is_refused_with_its_reason_on_standard_error(
    seeds: Path, capsys: pytest.CaptureFixture[str], args: list[str], said: str
) -> None:
    before = sorted(seeds.parent.rglob("*"))
    assert run(args) == 2
    out, err = out_of(capsys)
    assert out == ""
    assert said in err
    assert "Traceback" not in err
    assert sorted(seeds.parent.rglob("*")) == before


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    out, err = out_of(capsys)
    assert "Usage: dossier" in out + err


@pytest.mark.parametrize("command", ["check", "build", "schema"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert out_of(capsys)[0].startswith(f"Usage: dossier {command} ")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert out_of(capsys)[0] == f"dossier {__version__}\n"


# Faults of the program


@pytest.mark.usefixtures("seeds")
def test_a_fault_of_the_program_is_one_line_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("\x1b[31mimpossible\nstate")

    monkeypatch.setattr("mkdocs_dossier.cli.check.load", fail)
    monkeypatch.delenv("DOSSIER_DEBUG", raising=False)
    assert run(["check"]) == 3
    out, err = out_of(capsys)
    assert out == ""
    assert err.startswith("dossier: internal error: RuntimeError in test_cli.py, line ")
    assert "<U+001B>[31mimpossible<U+000A>state" in err
    assert err.count("\n") == 1
    monkeypatch.setenv("DOSSIER_DEBUG", "1")
    assert run(["check"]) == 3
    assert "Traceback" in out_of(capsys)[1]


@pytest.mark.usefixtures("seeds")
def test_a_fault_of_the_system_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "/tmp/file")  # noqa: S108

    monkeypatch.setattr("mkdocs_dossier.cli.check.load", fail)
    assert run(["check"]) == 3
    assert out_of(capsys)[1] == "dossier: cannot go on: No space left on device: /tmp/file.\n"


# Standard output


def test_no_encoding_of_the_output_makes_it_fail(broken: Path) -> None:
    (broken / "names.yaml").write_text("actors:\n  b: {name: باسم 漢字, kind: persn}\n", "utf-8")
    narrow = start("check", cwd=broken.parent, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (narrow.returncode, narrow.stderr) == (1, b"")
    assert rb"\u0628\u0627\u0633\u0645" in narrow.stdout
    plain = start("check", cwd=broken.parent, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (plain.returncode, plain.stderr) == (1, b"")
    assert "باسم" in plain.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes and terminals of POSIX")
def test_a_reader_who_leaves_early_is_no_fault(broken: Path) -> None:
    (broken / "actors.yaml").write_text("actors:\n" + "  a b: {}\n" * 5_000)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "mkdocs_dossier", "check"]
    done = subprocess.run(command, cwd=broken.parent, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="pipes and terminals of POSIX")
@pytest.mark.parametrize(
    ("environ", "coloured"),
    [({"TERM": "xterm"}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(broken: Path, environ: dict[str, str], coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    wanted = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "mkdocs_dossier", "check"]
    done = subprocess.run(
        command, cwd=broken.parent, stdout=slave, env={**wanted, **environ}, check=False, timeout=PATIENCE
    )
    os.close(slave)
    printed = printed_to(master)
    assert done.returncode == 1
    assert ("\x1b[" in printed) is coloured
    assert "seeds/actors.yaml:4:11" in printed


def printed_to(terminal: int) -> str:
    """Read all that was printed to a terminal, which may come in pieces, and close it."""
    pieces = []
    with contextlib.suppress(OSError), os.fdopen(terminal, "rb", buffering=0) as file:
        while piece := file.read(65_536):
            pieces.append(piece)
    return b"".join(pieces).decode()


def test_a_pipe_gets_no_colour_whatever_the_environment_says(broken: Path) -> None:
    done = start("check", cwd=broken.parent, FORCE_COLOR="1", TERM="xterm-256color")
    assert b"\x1b" not in done.stdout


# Building


def test_a_build_writes_the_site_and_says_so_on_standard_error(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "--out", "public"]) == 0
    out, err = out_of(capsys)
    assert out == ""
    assert err.startswith("dossier: public: ")
    expected = site.build(load(read_folder(seeds)))
    assert {name: (seeds.parent / "public" / name).read_bytes() for name in expected} == expected


@pytest.mark.usefixtures("seeds")
def test_a_second_build_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", "--out", "public"])
    out_of(capsys)
    assert run(["build", "--out", "public"]) == 0
    assert out_of(capsys)[1].startswith("dossier: public: 0 written, 0 removed, ")


def test_a_dossier_with_errors_is_not_built(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--out", "public"]) == 1
    out, err = out_of(capsys)
    assert out.startswith("seeds/actors.yaml:4:11: error: ")
    assert err == "dossier: Nothing was written.\n"
    assert not (broken.parent / "public").exists()


def test_a_dossier_with_warnings_is_built_unless_they_count(
    warned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "--out", "public", "--strict"]) == 1
    assert not (warned.parent / "public").exists()
    out_of(capsys)
    assert run(["build", "--out", "public"]) == 0
    assert out_of(capsys)[0].startswith(f"seeds/{WARNED}")
    assert (warned.parent / "public").is_dir()


def test_a_file_of_somebody_else_is_kept_and_the_build_fails(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds.parent / "public").mkdir()
    (seeds.parent / "public" / "index.md").write_text("mine")
    assert run(["build", "--out", "public"]) == 1
    assert "public/index.md was not written by dossier" in Path(out_of(capsys)[1]).as_posix()
    assert (seeds.parent / "public" / "index.md").read_text() == "mine"


def test_the_folder_around_the_dossier_may_be_written_to(seeds: Path) -> None:
    assert run(["build", "--out", "."]) == 0
    assert (seeds / "dossier.yaml").read_text() == "title: A dossier\n"


# Schemas


def test_a_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert "statements" in json.loads(out_of(capsys)[0])["properties"]
    assert run(["schema", "--settings"]) == 0
    assert "lead" in json.loads(out_of(capsys)[0])["properties"]
    assert run(["schema", "--changes"]) == 0
    assert "because" in json.loads(out_of(capsys)[0])["definitions"]["Change"]["properties"]
    assert run(["schema", "--changes", "--settings"]) == 2


def test_all_schemas_are_written_to_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--out", str(tmp_path / "schemas")]) == 0
    assert out_of(capsys)[0] == ""
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "schemas").iterdir()}
    assert written.keys() == {"dossier.schema.json", "settings.schema.json", "changes.schema.json"}
    assert "lead" in written["settings.schema.json"]["properties"]


# Time


def test_help_answers_without_what_a_check_needs() -> None:
    code = (
        "import sys; from mkdocs_dossier.cli.main import run; run(['--help']);"
        "heavy = {'pydantic', 'babel', 'edtf', 'yaml', 'rich', 'markdown_it'} & {*sys.modules};"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="the time of child processes is not told there")
def test_a_check_of_the_projects_own_dossier_takes_little_of_the_processor() -> None:
    before = os.times()
    assert start("check", "seeds").returncode == 0
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent < 8  # about 0.7 s on an idle machine


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("command", [["build"], ["schema"]])
@pytest.mark.parametrize("name", ["", "  ", "\t"])
def test_a_blank_folder_to_write_to_is_refused_and_is_not_the_current_one(
    command: list[str], name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run([*command, "--out", name]) == 2
    assert "It is blank" in out_of(capsys)[1]
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]
