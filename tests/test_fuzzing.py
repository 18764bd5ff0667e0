"""Whatever a folder holds, a check ends with problems or with none; and what has no error can be built."""

import contextlib
import io
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import stops
from mkdocs_dossier.reports.formats import REPORTS
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.summary import summarise
from mkdocs_dossier.site import build
from mkdocs_dossier.text.lines import split_lines
from tests import fuzzing
from tests.support import errors, seeds
from tests.thorough import times

SETTINGS = b"title: T\n"


def often(few: int, many: int) -> pytest.MarkDecorator:
    """Run a test with a few examples, and as a slow one with many."""
    return pytest.mark.parametrize("examples", [few, pytest.param(many, marks=pytest.mark.slow)])


def hold(check: Callable[..., None], examples: int, *drawn: st.SearchStrategy[object]) -> None:
    """Hold a check to what is drawn."""
    calm = settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    calm(given(*drawn)(check))()


def examined(folder: Folder) -> Loaded:
    """Load a folder, report on it in every form, and build it where that is allowed."""
    loaded = load(folder)
    files = {**folder.yaml, **folder.texts, REDIRECTS_PATH: folder.redirects or b""}
    assert list(loaded.problems) == sorted(loaded.problems)
    for one in loaded.problems:
        place = one.location
        assert place.path in files or place.path == "dossier.yaml"
        lines = split_lines(files.get(place.path, b"").decode("utf-8", "replace"))
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert one.message
    summary = summarise(loaded)
    told = Outcome(loaded.problems, files, summary, "seeds", "seeds")
    for report in REPORTS.values():
        report(told).encode()
    if not stops(loaded.problems):
        # A list of references of nothing is an empty file.
        assert all(content for path, content in build(loaded).items() if not path.startswith("data/"))
    return loaded


@often(50, times(5000, 500))
def test_any_bytes_are_read_or_refused(examples: int) -> None:
    def check(records: bytes, words: bytes, redirects: bytes) -> None:
        examined(Folder({"dossier.yaml": SETTINGS, "r.yaml": records}, {"t.txt": words}, (), redirects))
        examined(Folder({"dossier.yaml": records}, {}))

    hold(check, examples, st.binary(max_size=200), st.binary(max_size=80), st.binary(max_size=40))


@often(50, times(5000, 500))
def test_any_tree_is_read_or_refused(examples: int) -> None:
    def check(tree: object) -> None:
        content = fuzzing.written(tree).encode("utf-8", "surrogatepass")
        examined(Folder({"dossier.yaml": SETTINGS, "r.yaml": content}, {"t.txt": b"a b"}))
        examined(Folder({"dossier.yaml": content}, {}))

    hold(check, examples, fuzzing.any_trees)


@often(20, times(1000, 200))
def test_any_records_are_read_or_refused(examples: int) -> None:
    def check(tree: object) -> None:
        content = fuzzing.written(tree).encode("utf-8", "surrogatepass")
        examined(Folder({"dossier.yaml": SETTINGS, "r.yaml": content}, {"t.txt": b"a b"}))

    hold(check, examples, fuzzing.any_records)


@often(10, times(250, 60))
def test_any_sound_dossier_is_built(examples: int) -> None:
    def check(folder: Folder) -> None:
        loaded = examined(folder)
        assert errors(loaded) == []

    hold(check, examples, fuzzing.sound_dossiers())


@often(12, times(500, 100))
def test_any_change_to_the_seeds_is_read_or_refused(examples: int) -> None:
    folder = seeds()

    def check(path: str, edits: list[fuzzing.Edit]) -> None:
        if path in folder.yaml:
            content = fuzzing.edited(folder.yaml[path], edits)
            examined(Folder({**folder.yaml, path: content}, folder.texts))
        else:
            content = fuzzing.edited(folder.texts[path], edits)
            examined(Folder(folder.yaml, {**folder.texts, path: content}))

    hold(check, examples, st.sampled_from([*folder.yaml, *folder.texts]), fuzzing.edits)


def checked(files: Mapping[str, bytes]) -> None:
    """Check a folder on the disk by the command, in every form; there are errors or there are none."""
    with tempfile.TemporaryDirectory() as root:
        for path, content in files.items():
            file = Path(root) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        codes = set()
        for form in REPORTS:
            with contextlib.redirect_stdout(io.StringIO()) as said:
                codes.add(run(["check", root, "--format", form]))
            if form in ("json", "sarif"):
                json.loads(said.getvalue())
        assert codes in ({0}, {1})


NAMES = [
    "dossier.yaml",
    "r.yaml",
    "sub/r.yml",
    "t.txt",
    "redirects.csv",
    "R.YAML",
    ".h.yaml",
    "é.yaml",
    "x.md",
    " .txt",
]


@often(8, times(600, 100))
def test_any_folder_is_checked_by_the_command(examples: int) -> None:
    hold(checked, examples, st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=60), max_size=5))


@often(8, times(200, 60))
def test_any_change_to_a_sound_dossier_is_checked_by_the_command(examples: int) -> None:
    def check(folder: Folder, path: str, edits: list[fuzzing.Edit]) -> None:
        files = {**folder.yaml, **folder.texts}
        checked({**files, path: fuzzing.edited(files[path], edits)})

    paths = st.sampled_from(["dossier.yaml", "sub/records.yaml", "t.txt"])
    hold(check, examples, fuzzing.sound_dossiers(), paths, fuzzing.edits)
