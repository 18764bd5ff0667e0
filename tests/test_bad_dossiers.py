"""Bad dossiers of every kind: each is refused at its line, in words for its author, and soon."""

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.reports.formats import REPORTS
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.summary import summarise
from tests.bad_dossiers import KINDS, RECORDS, SETTINGS, TEXT, Bad, bad
from tests.large_dossiers import LARGE, large_files, large_numbers
from tests.support import errors
from tests.thorough import weekly

CASES = {f"{kind}: {name}": case for kind, cases in KINDS.items() for name, case in cases.items()}
each_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())

OF_PROGRAMS = ("pydantic", "tuple", "dictionary", "instance", "parser", "libyaml", "scalar", "null")
SECONDS = 15
"""Of processor time. The slowest takes 3.4 on an idle machine, most of it for the near names of 300 slips."""


def test_the_dossier_that_they_are_made_of_has_no_problem() -> None:
    # Without a hash, since the text is changed as well.
    assert {one.rule for one in load(bad({}).folder).problems} == {"source-without-hash"}


@each_case
def test_each_is_refused_at_its_line(case: Bad) -> None:
    found = errors(load(case.folder))
    assert sorted((one.rule, one.location.path, one.location.line) for one in found) == case.faults
    said = " ".join(f"{one.message} {one.hint}" for one in found)
    assert [words for words in case.says if words not in said] == []


@each_case
def test_what_is_said_are_sentences_for_an_author(case: Bad) -> None:
    for one in errors(load(case.folder)):
        assert one.message.endswith((".", '."')), one
        assert not one.hint or one.hint.endswith((".", "?", '."')), one
        words = f"{one.message} {one.hint}".lower().split()
        assert not set(words) & set(OF_PROGRAMS), one


def outcome(folder: Folder, loaded: Loaded) -> Outcome:
    files = {**folder.yaml, **folder.texts, REDIRECTS_PATH: folder.redirects or b""}
    summary = summarise(loaded)
    return Outcome(loaded.problems, files, summary, "seeds", "seeds")


@each_case
def test_every_report_tells_of_it(case: Bad) -> None:
    loaded = load(case.folder)
    told = outcome(case.folder, loaded)
    assert "[" + case.faults[0][0] + "]" in REPORTS["text"](told)
    assert len(json.loads(REPORTS["json"](told))) == len(loaded.problems)
    assert REPORTS["github"](told).count("\n") == len(loaded.problems)
    assert len(json.loads(REPORTS["sarif"](told))["runs"][0]["results"]) == len(loaded.problems)


@pytest.fixture
def on_disk(tmp_path: Path) -> Path:
    """Write the good dossier, for what only a file system does to it."""
    for path, content in {"dossier.yaml": SETTINGS, "records.yaml": RECORDS, "news.txt": TEXT}.items():
        (tmp_path / path).write_text(content, encoding="utf-8")
    return tmp_path


def link_out(folder: Path) -> None:
    (folder / "news.txt").unlink()
    (folder / "news.txt").symlink_to("/etc/passwd")


def link_in_circle(folder: Path) -> None:
    (folder / "news.txt").unlink()
    (folder / "news.txt").symlink_to("news.txt")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "more.yaml")


def pipe_for_settings(folder: Path) -> None:
    (folder / "dossier.yaml").unlink()
    os.mkfifo(folder / "dossier.yaml")


def device(folder: Path) -> None:
    (folder / "more.yaml").symlink_to("/dev/zero")


def folder_for_text(folder: Path) -> None:
    (folder / "news.txt").unlink()
    (folder / "news.txt").mkdir()


def folder_for_records(folder: Path) -> None:
    (folder / "more.yaml").mkdir()


def huge(folder: Path) -> None:
    with (folder / "more.yaml").open("wb") as file:
        file.truncate(64 * 1024 * 1024)


def no_settings(folder: Path) -> None:
    (folder / "dossier.yaml").unlink()


def settings_of_another_ending(folder: Path) -> None:
    (folder / "dossier.yaml").rename(folder / "dossier.yml")


def name_of_bytes(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.yaml")).write_text("actors: {}\n")


ON_DISK: dict[Callable[[Path], None], list[tuple[str, str]]] = {
    link_out: [("unreadable", "news.txt"), ("text-not-found", "records.yaml")],
    link_in_circle: [("unreadable", "news.txt"), ("text-not-found", "records.yaml")],
    pipe: [("unreadable", "more.yaml")],
    pipe_for_settings: [("unreadable", "dossier.yaml"), ("no-settings", "dossier.yaml")],
    device: [("unreadable", "more.yaml")],
    folder_for_text: [("unreadable", "news.txt"), ("text-not-found", "records.yaml")],
    folder_for_records: [("unreadable", "more.yaml")],
    huge: [("file-too-large", "more.yaml")],
    no_settings: [("no-settings", "dossier.yaml")],
    settings_of_another_ending: [("no-settings", "dossier.yaml"), ("unknown-field", "dossier.yml")],
    name_of_bytes: [("unreadable", "caf\\udce9.yaml")],
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes, and links for administrators only")
@pytest.mark.parametrize(
    ("spoil", "expected"), ON_DISK.items(), ids=lambda value: getattr(value, "__name__", "")
)
def test_what_is_no_plain_file_of_the_folder_is_refused(
    spoil: Callable[[Path], None],
    expected: list[tuple[str, str]],
    on_disk: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(on_disk)
    assert run(["check", str(on_disk), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    errors_of = [(one["rule"], one["path"]) for one in found if one["level"] == Level.ERROR]
    assert sorted(errors_of) == sorted(expected)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [pytest.param(one, marks=[weekly] if one in (large_numbers, large_files) else []) for one in LARGE],
)
def test_what_is_very_large_or_very_often_wrong_is_refused_in_seconds(
    make: Callable[[], Iterator[tuple[str, Bad]]],
) -> None:
    for name, case in make():
        start = time.process_time()
        loaded = load(case.folder)
        told = outcome(case.folder, loaded)
        written = {form: len(report(told)) for form, report in REPORTS.items() if form in ("json", "text")}
        spent = time.process_time() - start
        first = min(errors(loaded), key=lambda one: (one.location.path != case.faults[0][1], one.location))
        assert [(first.rule, first.location.path, first.location.line)] == case.faults, name
        assert spent < SECONDS, f"{name}: {spent:.1f} s"
        assert max(written.values()) < 50_000_000, name
