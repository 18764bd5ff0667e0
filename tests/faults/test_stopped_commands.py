"""Commands that are stopped at every step: the dossier is the old one or the new one, never half of each."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_dossier.authoring.writing import write_all
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from tests.faults.injecting import failing_and_killed_at, failing_at, killed_at, steps_of, tree
from tests.faults.several_files import content_of, fixed, put, renamed

Change = Callable[[Folder], dict[str, bytes]]

MOST = 1_000
"""More steps than any of these changes takes."""

EVERY = [pytest.param(9, id="some steps"), pytest.param(1, id="all steps", marks=pytest.mark.slow)]


class Changing:
    """A change to a dossier's folder: what stands there before it, and what after it."""

    def __init__(self, root: Path, change: Change) -> None:
        self.root = put(root)
        self.kept = root / "kept"
        shutil.copytree(self.root, self.kept)
        content = read_folder(self.root)
        self.before: dict[str, bytes] = dict(content.yaml)
        self.files = change(content)
        self.old = content_of(self.root)
        self.new = {**self.old, **self.files}
        self.old_tree = tree(self.root)

    def act(self) -> None:
        write_all(self.root, self.files, self.before)

    def again(self) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(self.kept, self.root)


@pytest.fixture(params=[renamed, fixed], ids=["rename", "fix"])
def changing(request: pytest.FixtureRequest, tmp_path: Path) -> Changing:
    return Changing(tmp_path, request.param)


def test_a_change_is_one_of_several_files(changing: Changing) -> None:
    assert len(changing.files) > 2
    changing.act()
    assert content_of(changing.root) == changing.new
    assert set(tree(changing.root)) == {*changing.old_tree, *changing.files}


@pytest.mark.parametrize("every", EVERY)
def test_after_a_kill_at_any_step_the_next_command_reads_the_old_dossier_or_the_new_one(
    changing: Changing, every: int
) -> None:
    found = []
    for step in range(1, MOST, every):
        if not killed_at(step, changing.act):
            break
        read = content_of(changing.root)
        assert read in (changing.old, changing.new), step
        assert {name for name in tree(changing.root) if ".dossier-" in name} == set()
        if read == changing.old:
            assert tree(changing.root) == changing.old_tree
            changing.act()
        assert content_of(changing.root) == changing.new
        found.append(read == changing.new)
        changing.again()
    assert step < MOST - every
    assert found == sorted(found)
    assert set(found) == {False, True}


@pytest.mark.parametrize("every", EVERY)
def test_a_kill_while_a_stopped_command_is_finished_is_finished_in_turn(
    changing: Changing, every: int
) -> None:
    first = next(step for step in range(1, MOST, every) if _reaches_new(changing, step))
    for step in range(1, MOST, every):
        changing.again()
        assert killed_at(first, changing.act)
        if not killed_at(step, lambda: read_folder(changing.root)):
            break
        assert content_of(changing.root) == changing.new
        assert {name for name in tree(changing.root) if ".dossier-" in name} == set()
    assert 3 < step < MOST - every


def _reaches_new(changing: Changing, step: int) -> bool:
    changing.again()
    killed_at(step, changing.act)
    return content_of(changing.root) == changing.new


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_a_disk_that_fails_at_any_step_changes_nothing_or_all(
    changing: Changing, forever: bool, every: int
) -> None:
    for step in range(1, MOST, every):
        struck, trouble = failing_at(step, changing.act, forever=forever)
        if not struck:
            break
        left = {name for name in tree(changing.root) if ".dossier-" in name}
        if trouble is None:
            assert content_of(changing.root) == changing.new
        else:
            assert not forever or tree(changing.root) == changing.old_tree, step
            assert content_of(changing.root) == changing.old
            assert tree(changing.root) == changing.old_tree
        assert {name for name in tree(changing.root) if ".dossier-" in name} == set()
        assert not forever or left == set() or trouble is None
        changing.again()
    assert step < MOST - every


@pytest.mark.parametrize("every", EVERY)
def test_a_kill_while_a_change_is_taken_back_leaves_the_old_dossier_or_the_new_one(
    changing: Changing, every: int
) -> None:
    first = next(step for step in range(1, MOST, every) if _reaches_new(changing, step))
    changing.again()
    last = len(steps_of(changing.act))
    struck = 0
    for step in range(first, last, every):
        for later in range(1, MOST, every):
            changing.again()
            if not failing_and_killed_at(step, later, changing.act):
                break
            assert content_of(changing.root) in (changing.old, changing.new), (step, later)
            assert {name for name in tree(changing.root) if ".dossier-" in name} == set()
            struck += 1
    assert struck
