"""The steps of a review on the disk: each saved at once, whole or not at all, and each taken back."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.introducing import NewActor
from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingitems import Item
from mkdocs_dossier.authoring.reviewingsteps import accept, drop, with_speaker
from mkdocs_dossier.authoring.reviewingtext import edited, text_of
from mkdocs_dossier.cli import reviewsession
from mkdocs_dossier.cli.reviewsession import Session
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.refs import Ref
from tests.authoring.drafted_dossier import DRAFT, DRAFT_PATH, drafted, put

UNKNOWN, QUILL = Ref("statements", "unknown-2024-03-04-1"), Ref("statements", "quill-2024-03-04-1")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return begun(tmp_path)


def begun(folder: Path) -> Session:
    put(folder, drafted())
    return Session(folder, read(read_folder(folder)))


def on_disk(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def step(reading: Reading, item: Item, kind: int) -> Reading:
    match kind:
        case 0:
            return accept(reading, item)
        case 1:
            return drop(reading, item.ref)
        case 2:
            return with_speaker(reading, item.ref, "dunwold")
        case 3:
            number = len(reading.dossier.actors)
            return with_speaker(
                reading, item.ref, NewActor(f"new-{number}", "New", ActorKind.PERSON, "speaker")
            )
        case _:
            text = text_of(reading, item.ref)
            return edited(
                reading, item.ref, f"# Looked at.\n{text.replace(item.ref.id, f'{item.ref.id}-x', 1)}"
            )[0]


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=12))
def test_after_any_steps_all_is_saved_and_taken_back_all_is_as_it_was(steps: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as name:
        session = begun(Path(name))
        before = on_disk(session.folder)
        for at, kind in steps:
            take(session, at, kind)
            again = read(read_folder(session.folder))
            assert again.folder == session.reading.folder
            assert [one for one in again.loaded.problems if one.level is Level.ERROR] == []
            assert queue(again) == queue(session.reading)
        with pytest.raises(RefusedError, match="no step"):
            while True:
                session.undo()
        assert on_disk(session.folder) == before


def take(session: Session, at: int, kind: int) -> None:
    """Take a step that may be refused, or take the last one back."""
    items = queue(session.reading)
    try:
        if kind == 5 or not items:
            session.undo()
        else:
            item = items[at % len(items)]
            session.write(step(session.reading, item, kind), f"did {kind}", item.ref)
    except RefusedError:
        session.refresh()


def test_a_step_is_on_the_disk_at_once_and_nothing_else_is(session: Session) -> None:
    before = on_disk(session.folder)
    session.write(with_speaker(session.reading, UNKNOWN, "dunwold"), "named", UNKNOWN)
    after = on_disk(session.folder)
    assert {path for path in after if after[path] != before.get(path)} == {DRAFT_PATH}
    assert after.keys() == before.keys()


def test_undo_says_what_it_took_back_and_of_which_record(session: Session) -> None:
    session.write(with_speaker(session.reading, UNKNOWN, "dunwold"), "named", UNKNOWN)
    assert session.undo() == ("named", UNKNOWN)
    with pytest.raises(RefusedError, match="no step"):
        session.undo()
    assert session.reading.folder.yaml[DRAFT_PATH].decode() == DRAFT


def test_a_step_that_cannot_be_written_leaves_all_as_it_was(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, reading = on_disk(session.folder), session.reading

    def full(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
        del root, files, before
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(reviewsession, "write_all", full)
        with pytest.raises(OSError, match="No space"):
            session.write(drop(reading, UNKNOWN), "dropped", UNKNOWN)
    assert (on_disk(session.folder), session.reading) == (before, reading)
    with pytest.raises(RefusedError, match="no step"):
        session.undo()


def test_what_was_changed_elsewhere_is_not_overwritten_but_read(session: Session) -> None:
    path = session.folder / DRAFT_PATH
    path.write_text(f"{DRAFT}# Somebody else's.\n", "utf-8")
    with pytest.raises(RefusedError, match="has changed while it was read"):
        session.write(drop(session.reading, UNKNOWN), "dropped", UNKNOWN)
    session.refresh()
    session.write(drop(session.reading, UNKNOWN), "dropped", UNKNOWN)
    assert path.read_text("utf-8").endswith("# Somebody else's.\n")


def test_a_step_in_a_file_that_was_changed_since_is_not_taken_back(session: Session) -> None:
    session.write(with_speaker(session.reading, UNKNOWN, "dunwold"), "named a speaker", UNKNOWN)
    path = session.folder / DRAFT_PATH
    changed = f"{path.read_text('utf-8')}# Somebody else's.\n"
    path.write_text(changed, "utf-8")
    with pytest.raises(RefusedError, match=r"draft\.yaml was changed elsewhere .*\(named a speaker\)"):
        session.undo()
    assert path.read_text("utf-8") == changed


def test_an_unchanged_folder_is_not_read_anew(session: Session) -> None:
    reading = session.reading
    session.refresh()
    assert session.reading is reading
