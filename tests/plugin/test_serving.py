"""When `mkdocs serve` builds, and what a failed build leaves behind."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from mkdocs_dossier.plugin import serve as serving
from mkdocs_dossier.plugin.later import Later
from mkdocs_dossier.plugin.serve import LastSite, _Pace, _Watcher, attach
from mkdocs_dossier.plugin.watched import Look

# When to build


def builds_of(edits: list[float], until: float, pace: _Pace | None = None) -> list[float]:
    """Play edits against the looks of a watcher; give the times at which it builds."""
    pace = pace or _Pace()
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
        assert edit + serving._QUIET <= built <= edit + serving._INTERVAL + 0.5


def test_an_author_who_never_pauses_sees_a_build_now_and_then() -> None:
    edits = [number * 0.1 for number in range(601)]
    built = builds_of(edits, 70)
    assert 3 <= len(built) <= 5
    assert built[0] <= serving._LONGEST + serving._INTERVAL
    assert built[-1] > edits[-1]


def test_nothing_is_built_where_nothing_is_due() -> None:
    pace = _Pace()
    assert not any(
        pace.seen(Look(moved, waiting=False), now, now) for now in range(40) for moved in (True, False)
    )


def test_an_edit_that_is_taken_back_is_not_built() -> None:
    pace = _Pace()
    assert not pace.seen(Look(moved=True, waiting=True), 1.0, 1.0)
    assert not pace.seen(Look(moved=True, waiting=False), 1.25, 1.25)
    assert not pace.seen(Look(moved=False, waiting=False), 20.0, 20.0)


def test_the_quiet_is_counted_between_two_looks_however_long_they_take() -> None:
    pace = _Pace()
    assert not pace.seen(Look(moved=True, waiting=True), 1.0, 3.0)
    assert not pace.seen(Look(moved=False, waiting=True), 3.1, 9.0)
    assert pace.seen(Look(moved=False, waiting=True), 9.0, 9.1)


def test_looks_that_take_long_are_made_less_often() -> None:
    assert _Pace().pause(0.0, took=0.001) == serving._INTERVAL
    assert _Pace().pause(0.0, took=2.0) == 2.0 * serving._SHARE


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
        self.watcher = _Watcher(self.others, {"/one": [self.one], "/two": [self.two]})
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
    monkeypatch.setattr(serving, "_INTERVAL", 0.01)
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
    attach(server, {}, last=LastSite(), later=Later())
    assert isinstance(server.observer, _Watcher)


@pytest.mark.parametrize("part", ["observer", "builder", "root"])
def test_a_server_of_another_make_is_left_as_it_is(server: LiveReloadServer, part: str) -> None:
    delattr(server, part)
    before = dict(vars(server))
    attach(server, {}, last=LastSite(), later=Later())
    assert vars(server) == before


def test_a_change_reaches_the_server_and_what_it_watched_is_watched_by_us(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    docs, thing = str(tmp_path / "docs"), Thing()
    server.watch(docs)
    theirs = server.observer
    attach(
        server,
        {docs: [Thing(), thing], "/late": [Thing()], "/never": [Thing()]},
        last=LastSite(),
        later=Later(),
    )
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
    attach(server, {}, last=LastSite() if keeps else None, later=Later())
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
    with serving._kept(site, LastSite()):
        (site / "new.html").write_text("new", "utf-8")
    for thread in threading.enumerate():
        if thread.name == "dossier-cleanup":
            thread.join()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new.html", "site"]


def test_ctrl_c_during_a_build_ends_it_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    with pytest.raises(KeyboardInterrupt), serving._kept(site, LastSite()):
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
