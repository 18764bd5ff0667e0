"""Real processes: dozens of each command killed at random moments, and pairs of them at once."""

import os
import shutil
import signal
from functools import partial
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.disk.output import write_files
from tests.faults.injecting import tree
from tests.faults.processes import begun, ended, kills
from tests.faults.several_files import content_of, put
from tests.faults.test_stopped_builds import EARLIER, LATER, clean, lay
from tests.thorough import times

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not begun in this way there"),
]

KILLS, PAIRS = times(100, 8), times(20, 10)

COMMANDS = {"rename": ["rename", "actor", "ada-quill", "the-mayor"], "fix": ["fix"]}


@pytest.mark.parametrize("command", COMMANDS)
def test_after_kills_at_random_the_dossier_is_the_old_one_or_the_new_one(
    tmp_path: Path, command: str
) -> None:
    root = put(tmp_path)
    kept = shutil.copytree(root, tmp_path / "kept")
    arguments = [*COMMANDS[command], str(root)]
    old = content_of(root)

    def again() -> None:
        shutil.rmtree(root)
        shutil.copytree(kept, root)

    def act() -> None:
        # Outside of this test's own capturing, which the two processes share.
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        assert run(arguments) == 0

    again()
    assert ended(begun(act)) == 0
    new, tried, finished = content_of(root), 0, 0
    assert new != old
    for _ in kills(act, again, KILLS):
        read = content_of(root)
        assert read in (old, new)
        assert not any(".dossier-" in name for name in tree(root))
        tried, finished = tried + 1, finished + (read == new)
        if read == old:
            assert run(arguments) == 0
        assert content_of(root) == new
    print(f"{command}: {KILLS} of {tried} killed in time, {finished} found finished; 0 torn, 0 stuck")


def test_after_kills_at_random_the_next_build_is_as_a_clean_one(tmp_path: Path) -> None:
    out, expected = tmp_path / "out", clean(tmp_path / "clean", LATER)
    tried = 0
    for _ in kills(lambda: write_files(out, LATER), lambda: lay(out, EARLIER), KILLS):
        write_files(out, LATER)
        assert tree(out) == expected
        tried += 1
    print(f"build: {KILLS} of {tried} killed in time; 0 torn, 0 stuck")


@pytest.mark.parametrize("same", [True, False], ids=["of the same dossier", "of two dossiers"])
def test_two_builds_at_once_leave_one_of_the_two_sites_whole(
    tmp_path: Path, same: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    root, out = put(tmp_path), tmp_path / "out"
    other = root if same else tmp_path / "other"
    if not same:
        other.mkdir()
        (other / "dossier.yaml").write_text("title: Another\n")
    build = ["build", "--out", str(out)]
    trees = []
    for folder in (root, other):
        assert run([*build[:2], str(tmp_path / f"clean-{folder.name}"), str(folder)]) == 0
        trees.append(tree(tmp_path / f"clean-{folder.name}"))
    for _ in range(PAIRS):
        shutil.rmtree(out, ignore_errors=True)
        children = [begun(partial(succeed, [*build, str(folder)])) for folder in (root, other)]
        assert [ended(child) for child in children] == [0, 0]
        assert tree(out) in trees
        assert run([*build, str(root)]) == 0
        assert tree(out) == trees[0]
    assert "Traceback" not in capfd.readouterr().err


def succeed(arguments: list[str]) -> None:
    assert run(arguments) == 0


def test_two_renames_at_once_leave_a_whole_dossier(tmp_path: Path) -> None:
    root = put(tmp_path)
    kept = shutil.copytree(root, tmp_path / "kept")
    both = {
        "a": ["rename", "actor", "ada-quill", "a", str(root)],
        "b": ["rename", "actor", "ben-sorrel", "b", str(root)],
    }
    whole = []
    for order in (("a", "b"), ("a",), ("b",)):
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        for name in order:
            assert run(both[name]) == 0
        whole.append({path: text for path, text in content_of(root).items() if path != "redirects.csv"})
    for _ in range(PAIRS):
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        children = [begun(partial(succeed, arguments)) for arguments in both.values()]
        codes = [ended(child) for child in children]
        assert 0 in codes
        found = {path: text for path, text in content_of(root).items() if path != "redirects.csv"}
        assert found in whole
        assert (found == whole[0]) == (codes == [0, 0])
        assert not any(".dossier-" in name for name in tree(root))


def test_a_reader_never_sees_a_dossier_that_another_process_has_half_changed(tmp_path: Path) -> None:
    root = put(tmp_path)

    def to_and_fro() -> None:
        for _ in range(1_000):
            for old, new in (("ada-quill", "the-mayor"), ("the-mayor", "ada-quill")):
                (root / "redirects.csv").unlink(missing_ok=True)
                assert run(["rename", "actor", old, new, str(root)]) == 0

    child = begun(to_and_fro)
    try:
        seen = set()
        for _ in range(300):
            content = read_folder(root)
            assert content.problems == ()
            names = b"".join(content.yaml.values())
            assert (b"ada-quill" in names) != (b"the-mayor" in names)
            seen.add(b"ada-quill" in names)
    finally:
        os.kill(child, signal.SIGKILL)
        ended(child)
    assert seen == {False, True}
