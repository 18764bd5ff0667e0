"""What counts as a change under `mkdocs serve`, when it is built, and what a failed build leaves behind."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from mkdocs_dossier.plugin import serve as serving
from mkdocs_dossier.plugin.serve import DossierFolder, Look, OtherPath, Pace, Watcher, attach, fits, is_noise
from tests.plugin.test_plugin import DOSSIER

# When to build


def builds_of(edits: list[float], until: float, pace: Pace | None = None) -> list[float]:
    """Play edits against the looks of a watcher; give the times at which it builds."""
    pace = pace or Pace()
    built, seen, waiting, now, found = 0, 0, False, 0.0, []
    while now < until:
        done = sum(edit <= now for edit in edits)
        waiting = waiting or done != seen
        if pace.seen(Look(done != seen, done != built), now, now):
            found.append(now)
            built = done
        seen = done
        now += pace.pause(now, 0.0)
    return found


def test_two_hundred_edits_in_ten_seconds_are_built_once_after_the_last() -> None:
    edits = [1 + number * 0.05 for number in range(200)]
    (built,) = builds_of(edits, 60)
    assert built > edits[-1]


def test_a_single_edit_waits_less_than_half_a_second_from_when_it_is_seen() -> None:
    for edit in (1.0, 1.01, 1.1, 1.2, 1.249):
        (built,) = builds_of([edit], 10)
        assert edit + serving.QUIET <= built <= edit + serving.INTERVAL + 0.5


def test_an_author_who_never_pauses_sees_a_build_now_and_then() -> None:
    edits = [number * 0.1 for number in range(601)]
    built = builds_of(edits, 70)
    assert 3 <= len(built) <= 5
    assert built[0] <= serving.LONGEST + serving.INTERVAL
    assert built[-1] > edits[-1]


def test_nothing_is_built_where_nothing_is_due() -> None:
    pace = Pace()
    assert not any(
        pace.seen(Look(moved, waiting=False), now, now) for now in range(40) for moved in (True, False)
    )


def test_an_edit_that_is_taken_back_is_not_built() -> None:
    pace = Pace()
    assert not pace.seen(Look(moved=True, waiting=True), 1.0, 1.0)
    assert not pace.seen(Look(moved=True, waiting=False), 1.25, 1.25)
    assert not pace.seen(Look(moved=False, waiting=False), 20.0, 20.0)


def test_the_quiet_is_counted_between_two_looks_however_long_they_take() -> None:
    pace = Pace()
    assert not pace.seen(Look(moved=True, waiting=True), 1.0, 3.0)
    assert not pace.seen(Look(moved=False, waiting=True), 3.1, 9.0)
    assert pace.seen(Look(moved=False, waiting=True), 9.0, 9.1)


def test_looks_that_take_long_are_made_less_often() -> None:
    assert Pace().pause(0.0, took=0.001) == serving.INTERVAL
    assert Pace().pause(0.0, took=2.0) == 2.0 * serving.SHARE


# What is an editor's own

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


@pytest.mark.parametrize("name", NOISE)
def test_files_of_editors_are_noise(name: str) -> None:
    assert is_noise(name)


@pytest.mark.parametrize(
    "name", ["about.md", "records.yaml", ".htaccess", "2024.md", "a.png", "tmp", "a#b.md"]
)
def test_files_that_a_page_may_be_made_of_are_not(name: str) -> None:
    assert not is_noise(name)


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
    marks = serving._marks(desk.path, hidden=False, follow=False)
    # As on a file system that counts in seconds: the file looks as it did at the last look.
    desk.folder._marks = desk.path, dict(marks)
    desk.folder._read_until = desk.now + serving.YOUNG
    assert desk.look(serving.YOUNG / 2).waiting


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
    desk.folder._marks = desk.path, dict(serving._marks(desk.path, hidden=False, follow=False))
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
    assert len(list(serving._marks(pages.path, hidden=True, follow=True))) < 10


# The watcher


class Recorder(FileSystemEventHandler):
    def __init__(self) -> None:
        self.events: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(str(event.src_path))


class Observer:
    """Stands for MkDocs' own observer."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.emitters = "emitters"

    def schedule(self, _: object, path: str, **_more: object) -> str:
        self.calls.append(f"schedule {path}")
        return f"watch of {path}"

    def unschedule(self, watch: str) -> None:
        self.calls.append(f"unschedule {watch}")

    def start(self) -> None:
        self.calls.append("start")

    def stop(self) -> None:
        self.calls.append("stop")

    def join(self, _: float | None = None) -> None:
        self.calls.append("join")


class Thing:
    """Something watched that moves when it is told to."""

    def __init__(self) -> None:
        self.now = self.seen = self.built = 0

    def look(self, now: float) -> Look:  # noqa: ARG002 - as `Watched` has it
        moved, self.seen = self.now != self.seen, self.now
        return Look(moved, self.seen != self.built)

    def begin(self) -> None:
        self.built = self.now


class Round:
    """A watcher of two things, and a clock."""

    def __init__(self) -> None:
        self.one, self.two = Thing(), Thing()
        self.others = Observer()
        self.watcher = Watcher(self.others, {"/one": [self.one], "/two": [self.two]})
        self.told = Recorder()
        for path in ("/one", "/two"):
            self.watcher.schedule(self.told, path)
        self.now = 0.0

    def wait(self, seconds: float) -> int:
        """Look for so long; give how often a build was asked for so far."""
        end = self.now + seconds
        while self.now < end:
            self.now += 0.1
            self.watcher.look(lambda: self.now)
        return len(self.told.events)


def test_a_change_is_told_once_and_by_its_path() -> None:
    at = Round()
    assert at.wait(5) == 0
    at.two.now += 1
    assert at.wait(5) == 1
    assert at.told.events == ["/two"]


def test_changes_of_several_things_at_once_are_told_once() -> None:
    at = Round()
    at.one.now += 1
    at.wait(0.2)
    at.two.now += 1
    assert at.wait(5) == 1


def test_edits_during_a_build_cause_exactly_one_more() -> None:
    at = Round()
    at.one.now += 1
    assert at.wait(5) == 1
    with at.watcher.build():
        for _ in range(5):
            at.one.now += 1
            assert at.wait(2) == 1
    assert at.wait(5) == 2
    with at.watcher.build():
        pass
    assert at.wait(20) == 2


def test_nothing_more_is_told_between_the_wish_for_a_build_and_its_end() -> None:
    at = Round()
    at.one.now += 1
    assert at.wait(5) == 1
    at.one.now += 1
    assert at.wait(60) == 1
    with at.watcher.build():
        pass
    assert at.wait(5) == 2


def test_a_wish_that_fails_is_made_again() -> None:
    at = Round()
    at.told.on_any_event = broken  # type: ignore[method-assign, assignment]
    at.one.now += 1
    with pytest.raises(ZeroDivisionError):
        at.wait(5)
    del at.told.on_any_event
    at.one.now += 1
    assert at.wait(5) == 1


def broken(*_: object) -> None:
    raise ZeroDivisionError


def test_a_look_that_fails_is_said_once_and_does_not_end_the_watching(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "INTERVAL", 0.01)
    at = Round()
    failed = []

    def look(now: float) -> Look:
        failed.append(now)
        if len(failed) > 3:
            at.watcher.stop()
        raise OSError("no such drive")

    at.one.look = look  # type: ignore[method-assign]
    at.watcher.start()
    at.watcher.join()
    assert len(failed) > 3
    assert caplog.text.count("no such drive") == 1


def test_what_the_watcher_does_not_know_is_left_to_the_observer_of_mkdocs() -> None:
    at = Round()
    watch = at.watcher.schedule(at.told, "/other", recursive=True)
    at.watcher.unschedule(watch)
    at.watcher.unschedule("/one")
    at.one.now += 1
    assert at.wait(5) == 0
    assert at.watcher.emitters == "emitters"
    at.watcher.start()
    assert at.watcher.is_alive()
    at.watcher.stop()
    at.watcher.join()
    assert not at.watcher.is_alive()
    assert at.others.calls == ["schedule /other", "unschedule watch of /other", "start", "stop", "join"]


# MkDocs' server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    (tmp_path / "site").mkdir()
    (tmp_path / "docs").mkdir()
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    yield made
    made.server_close()


def test_the_server_of_mkdocs_has_the_parts_that_ours_are_put_in_place_of(server: LiveReloadServer) -> None:
    assert fits(server)


@pytest.mark.parametrize("part", ["observer", "builder", "root"])
def test_a_server_of_another_make_is_left_as_it_is(server: LiveReloadServer, part: str) -> None:
    delattr(server, part)
    before = dict(vars(server))
    attach(server, {}, keeps=True)
    assert vars(server) == before


def test_a_change_reaches_the_server_and_what_it_watched_is_watched_by_us(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    docs, thing = str(tmp_path / "docs"), Thing()
    server.watch(docs)
    theirs = server.observer
    attach(server, {docs: [Thing(), thing], "/late": [Thing()], "/never": [Thing()]}, keeps=True)
    server.watch("/late")
    assert theirs.emitters == set()
    assert set(server._watched_paths) == {docs, "/late"}
    thing.now += 1
    now = 0.0
    while not server._want_rebuild:
        now += 0.1
        server.observer.look(lambda: now)  # type: ignore[attr-defined]  # noqa: B023
        assert now < 5
    server.unwatch(docs)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_build_that_fails_raises_nothing_and_leaves_the_last_pages(
    server: LiveReloadServer, keeps: bool, caplog: pytest.LogCaptureFixture
) -> None:
    site = Path(server.root)
    (site / "index.html").write_text("good", "utf-8")
    emptied = []

    def build() -> None:
        emptied.append(not list(site.iterdir()))
        if keeps:
            (site / "index.html").write_text("half", "utf-8")
        raise ZeroDivisionError("by zero")

    server.builder = build
    attach(server, {}, keeps=keeps)
    server.builder()
    assert emptied == [keeps]
    assert (site / "index.html").read_text("utf-8") == "good"
    assert "ZeroDivisionError: by zero" in caplog.text
    assert "last good pages stay" in caplog.text


def test_a_build_that_succeeds_leaves_its_own_pages_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    with serving.kept(site):
        (site / "new.html").write_text("new", "utf-8")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new.html", "site"]


def test_ctrl_c_during_a_build_ends_it_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    with pytest.raises(KeyboardInterrupt), serving.kept(site):
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
