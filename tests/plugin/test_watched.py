"""What counts as a change under `mkdocs serve`, whichever way the editor writes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_dossier.plugin import watched
from mkdocs_dossier.plugin.watched import DossierFolder, Look, OtherPath
from tests.plugin.test_plugin import DOSSIER

NOISE = [
    ".records.yaml.swp",
    ".records.yaml.swo",
    ".records.yaml.swx",
    ".records.yaml.un~",
    "4913",
    "5036",
    "records.yaml~",
    "#records.yaml#",
    ".#records.yaml",
    "records.yaml.tmp",
    "records.yaml___jb_tmp___",
    "records.yaml___jb_old___",
    ".records.yaml.kate-swp",
    ".goutputstream-X1Y2Z3",
    ".DS_Store",
    ".~lock.records.yaml#",
    ".records.yaml.4711.tmp",
    ".dossier-manifest",
]


# The dossier folder


class Desk:
    """A dossier folder, looked at with a clock that is wound by hand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = DossierFolder()
        self.now = 100.0
        for name, content in DOSSIER.items():
            self.write(name, content)

    def write(self, name: str, content: str) -> None:
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(content, "utf-8")

    def look(self, later: float = 10.0) -> Look:
        self.now += later
        return self.folder.look(self.now)

    def is_due(self, later: float = 10.0) -> bool:
        """Tell whether a build is due, and build."""
        due = self.look(later).waiting
        if due:
            self.folder.read(self.path)
            assert not self.look().waiting, "due again after it was built"
        return due


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "news")
    made.folder.read(made.path)
    assert not made.is_due()
    return made


NEW = DOSSIER["records.yaml"].replace("Ada Quill", "Ada Reed")


def in_place(file: Path) -> None:
    file.write_text(NEW, "utf-8")


def beside_and_renamed(file: Path) -> None:
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(NEW, "utf-8")
    beside.replace(file)


def with_a_backup(file: Path) -> None:
    file.rename(f"{file}~")
    file.write_text(NEW, "utf-8")


def deleted_and_made(file: Path) -> None:
    file.unlink()
    file.write_text(NEW, "utf-8")


def as_jetbrains(file: Path) -> None:
    beside = file.with_name(f"{file.name}___jb_tmp___")
    beside.write_text(NEW, "utf-8")
    file.rename(f"{file}___jb_old___")
    beside.rename(file)
    Path(f"{file}___jb_old___").unlink()


@pytest.mark.parametrize(
    "save", [in_place, beside_and_renamed, with_a_backup, deleted_and_made, as_jetbrains]
)
def test_a_save_is_seen_whichever_way_the_editor_writes(desk: Desk, save: Callable[[Path], None]) -> None:
    save(desk.path / "records.yaml")
    assert desk.is_due()


@pytest.mark.parametrize("name", [*NOISE, "notes.md", ".hidden.yaml", ".git/x.yaml", "sub/.x.txt"])
def test_what_is_not_read_is_no_reason_to_build(desk: Desk, name: str) -> None:
    desk.write(name, "one")
    assert not desk.is_due()
    desk.write(name, "two two")
    assert not desk.is_due()
    (desk.path / name).unlink()
    assert not desk.is_due()


def test_the_lock_of_emacs_which_is_a_link_that_leads_nowhere_is_no_reason_to_build(desk: Desk) -> None:
    (desk.path / ".#records.yaml").symlink_to("ada@host.4711:1700000000")
    assert not desk.is_due()


@pytest.mark.parametrize("name", ["more.yaml", "more.YML", "sub/more.txt", "redirects.csv"])
def test_a_new_file_that_is_read_is_seen_and_so_is_its_end(desk: Desk, name: str) -> None:
    desk.write(name, "")
    desk.write(name, "# new\n")
    assert desk.is_due()
    (desk.path / name).unlink()
    assert desk.is_due()


def test_a_file_that_was_only_touched_or_read_is_no_reason_to_build(desk: Desk) -> None:
    os.utime(desk.path / "records.yaml", (1, 1))
    assert not desk.is_due()
    beside_and_renamed(desk.path / "records.yaml")
    assert desk.is_due()
    beside_and_renamed(desk.path / "records.yaml")
    assert not desk.is_due()


def test_a_write_that_leaves_no_trace_but_its_content_is_seen_soon_after_another(desk: Desk) -> None:
    file = desk.path / "records.yaml"
    file.write_text(NEW, "utf-8")
    assert desk.is_due()
    file.write_text(NEW.replace("Reed", "Weed"), "utf-8")
    marks = watched._marks(desk.path, everything=False)
    # As on a file system that counts in seconds: the file looks as it did at the last look.
    desk.folder._marks = desk.path, dict(marks)
    desk.folder._read_until = desk.now + watched._YOUNG
    assert desk.look(watched._YOUNG / 2).waiting


def test_a_file_that_cannot_be_read_is_seen_and_so_is_its_repair(desk: Desk) -> None:
    (desk.path / "more.yaml").symlink_to("nothing")
    assert desk.is_due()
    (desk.path / "more.yaml").unlink()
    assert desk.is_due()
    (desk.path / "linked").symlink_to("sub", target_is_directory=True)
    (desk.path / "sub").mkdir()
    assert desk.is_due()
    (desk.path / "other.yaml").mkdir()
    assert desk.is_due()


def test_a_folder_that_is_moved_away_and_back_is_seen_both_times(desk: Desk) -> None:
    desk.path.rename(desk.path.with_name("away"))
    assert desk.is_due()
    desk.path.with_name("away").rename(desk.path)
    assert desk.is_due()
    in_place(desk.path / "records.yaml")
    assert desk.is_due()


def test_a_folder_that_another_is_put_in_place_of_is_seen(desk: Desk) -> None:
    other = desk.path.with_name("other")
    shutil.copytree(desk.path, other)
    in_place(other / "records.yaml")
    shutil.rmtree(desk.path)
    other.rename(desk.path)
    assert desk.is_due()


def test_a_link_that_is_pointed_elsewhere_is_seen(tmp_path: Path) -> None:
    for name, content in (("one", DOSSIER["records.yaml"]), ("two", NEW), ("three", NEW)):
        Desk(tmp_path / name).write("records.yaml", content)
    (tmp_path / "link").symlink_to("one")
    desk = Desk(tmp_path / "link")
    desk.folder.read(desk.path)
    assert not desk.is_due()
    for name, due in (("two", True), ("three", False), ("nothing", True), ("link", True), ("one", True)):
        (tmp_path / "link").unlink()
        (tmp_path / "link").symlink_to(name)
        assert desk.look().waiting == due, name
        desk.folder.read(desk.path)
        assert not desk.look().waiting, name


def test_a_folder_that_comes_later_is_seen(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "elsewhere")
    desk.path = tmp_path / "deep" / "news"
    desk.folder.read(desk.path)
    assert not desk.is_due()
    shutil.copytree(tmp_path / "elsewhere", desk.path)
    assert desk.is_due()


def test_an_edit_while_the_first_build_runs_is_due_after_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "news")
    desk.folder.read(desk.path)
    in_place(desk.path / "records.yaml")
    assert desk.is_due()


def test_what_a_build_has_read_already_is_not_built_again(desk: Desk) -> None:
    in_place(desk.path / "records.yaml")
    desk.folder.read(desk.path)
    assert not desk.is_due()


def test_a_change_that_no_mark_shows_is_not_due_again_and_again(desk: Desk) -> None:
    (desk.path / "records.yaml").write_text(NEW, "utf-8")
    desk.folder._marks = desk.path, dict(watched._marks(desk.path, everything=False))
    assert not desk.look().waiting
    desk.folder.read(desk.path)
    assert not desk.look().waiting


def test_whatever_stands_in_the_place_of_a_folder_ends_in_a_problem(desk: Desk) -> None:
    shutil.rmtree(desk.path)
    desk.path.write_text("a file\n", "utf-8")
    assert desk.is_due()
    desk.path.unlink()
    desk.path.symlink_to(desk.path)
    desk.look()
    assert desk.folder.read(desk.path).problems


# Hand-written pages, and mkdocs.yml


@pytest.fixture
def pages(tmp_path: Path) -> OtherPath:
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / "sub" / "about.md").write_text("# About\n", "utf-8")
    other = OtherPath(tmp_path / "docs")
    other.begin()
    return other


def is_due(other: OtherPath) -> bool:
    due = other.look(0.0).waiting
    other.begin()
    assert other.look(0.0) == Look(moved=False, waiting=False)
    return due


def test_an_edit_to_a_page_is_seen_and_an_editors_own_files_are_not(pages: OtherPath) -> None:
    file = pages.path / "sub" / "about.md"
    assert not is_due(pages)
    for name in NOISE:
        file.with_name(name).write_text("x", "utf-8")
    assert not is_due(pages)
    file.write_text("# More about\n", "utf-8")
    assert is_due(pages)
    file.unlink()
    assert is_due(pages)
    (pages.path / "new.md").write_text("# New\n", "utf-8")
    assert is_due(pages)


@pytest.mark.parametrize("name", NOISE)
def test_files_of_editors_are_noise(pages: OtherPath, name: str) -> None:
    (pages.path / name).write_text("x", "utf-8")
    assert not is_due(pages)


@pytest.mark.parametrize(
    "name", ["about.md", "records.yaml", ".htaccess", "2024.md", "a.png", "tmp", "a#b.md"]
)
def test_files_that_a_page_may_be_made_of_are_not(pages: OtherPath, name: str) -> None:
    (pages.path / name).write_text("x", "utf-8")
    assert is_due(pages)


def test_pages_that_are_moved_away_and_back_are_seen_both_times(pages: OtherPath) -> None:
    pages.path.rename(pages.path.with_name("away"))
    assert is_due(pages)
    pages.path.with_name("away").rename(pages.path)
    assert is_due(pages)


def test_a_file_that_is_renamed_over_or_missing_for_a_moment_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: A\n", "utf-8")
    other = OtherPath(file)
    assert not is_due(other)
    file.rename(tmp_path / "mkdocs.yml~")
    assert is_due(other)
    (tmp_path / "mkdocs.yml~").rename(file)
    assert is_due(other)
    (tmp_path / "new").write_text("site_name: B\n", "utf-8")
    (tmp_path / "new").replace(file)
    assert is_due(other)


def test_links_that_lead_in_a_circle_come_to_an_end(pages: OtherPath) -> None:
    (pages.path / "circle").symlink_to(".", target_is_directory=True)
    (pages.path / "sub" / "about.md").write_text("# Else\n", "utf-8")
    assert is_due(pages)
    assert len(list(watched._marks(pages.path, everything=True))) < 10
