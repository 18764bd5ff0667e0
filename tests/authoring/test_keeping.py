"""What `dossier source` keeps beside a text: the file that it was given, and where the text’s parts stand."""

from hashlib import sha256
from pathlib import Path

import pytest

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.keeping import Original, beside, with_files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import Stored, store
from mkdocs_dossier.authoring.writing import copied
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from tests.authoring.small_dossier import ARTICLE, folder
from tests.otherfiles import GivenFiles

BYTES = b"<p>\x00\xff\r\n"
DIGEST = sha256(BYTES).hexdigest()
PAGE = Original(".html", DIGEST, BYTES)
LARGE = Original(".wacz", DIGEST, None)
TEXT = "A headline\n\nA text.\n"
RECORDING = Article(TEXT, located="time", locators=((0, "00:01"), (12, "1:00:12")))


def after(before: Folder, stored: Stored) -> Folder:
    """Give the folder as it is once all is written."""
    files = {**stored.new, **stored.changed}
    yaml = {path: content for path, content in files.items() if path.endswith(".yaml")}
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    others = {path: content for path, content in files.items() if path not in yaml.keys() | texts.keys()}
    others |= dict.fromkeys(stored.copied, BYTES)
    there = before.others.files if isinstance(before.others, GivenFiles) else {}
    kept = GivenFiles({**there, **others})
    return Folder({**before.yaml, **yaml}, {**before.texts, **texts}, others=kept)


def record(stored: Stored) -> str:
    (content,) = (content for path, content in stored.new.items() if path.endswith(".yaml"))
    return content.decode()


def errors(content: Folder) -> list[str]:
    return [str(problem) for problem in load(content).problems if problem.level is Level.ERROR]


@pytest.mark.parametrize("original", [PAGE, LARGE], ids=["held", "large"])
def test_the_file_is_kept_byte_for_byte_and_named_in_the_record(original: Original) -> None:
    article = Article(TEXT, captured="2024-03-15T20:10:00Z", tool='A "crawler" #1')
    stored = store(folder(), article, "a", Wanted(id="new", by="Jane: Doe"), original=original)
    path = f"articles/new{original.ending}"
    assert stored.new.get(path) == original.content
    assert stored.copied == ({} if original.content else {path: DIGEST})
    assert record(stored).endswith(
        f"    capture:\n      file: new{original.ending}\n      sha256: {DIGEST}\n"
        '      by: "Jane: Doe"\n      tool: "A \\"crawler\\" #1"\n      at: "2024-03-15T20:10:00Z"\n'
    )
    assert errors(after(folder(), stored)) == []


def test_a_capture_was_made_when_the_text_was_taken_if_nothing_else_is_known() -> None:
    stored = store(folder(), Article(TEXT), "a", Wanted(retrieved="2024-03-15"), original=PAGE)
    assert record(stored).endswith("      at: 2024-03-15\n")
    for article in (Article(TEXT), Article(TEXT, retrieved="2024-03-15")):  # a bibliography's day is another
        assert "      at:" not in record(store(folder(), article, "a", Wanted(), original=PAGE))


def test_where_the_parts_of_a_text_stand_is_written_beside_it() -> None:
    stored = store(folder(), RECORDING, "a", Wanted(id="new"))
    assert stored.new["articles/new.locators.csv"] == b"start,time\n0,00:01\n12,1:00:12\n"
    assert "    locators: new.locators.csv\n" in record(stored)
    assert errors(after(folder(), stored)) == []


def test_a_label_with_a_comma_or_a_quote_stays_one_label() -> None:
    article = Article(TEXT, located="page", locators=((0, 'A, "1"'),))
    (content,) = beside(folder(), "x", article, None).new.values()
    assert content == b'start,page\n0,"A, ""1"""\n'


@pytest.mark.parametrize("original", [PAGE, LARGE], ids=["held", "large"])
def test_a_second_time_nothing_changes(original: Original) -> None:
    before = after(folder(), store(folder(), RECORDING, "a", Wanted(), original=original))
    again = store(before, RECORDING, "a", Wanted(), original=original)
    assert (again.new, again.changed, again.copied) == ({}, {}, {})


def test_files_that_are_left_from_a_removed_record_are_used_again() -> None:
    first = store(folder(), RECORDING, "a", Wanted(id="new"), original=PAGE)
    done = after(folder(), first)
    without = Folder(folder().yaml, done.texts, others=done.others)
    again = store(without, RECORDING, "a", Wanted(id="new"), original=PAGE)
    assert set(again.new) == {"articles/new.yaml"}
    assert again.new["articles/new.yaml"] == first.new["articles/new.yaml"]


@pytest.mark.parametrize("name", ["new.html", "new.locators.csv"])
def test_another_file_in_the_way_is_not_overwritten(name: str) -> None:
    base = folder()
    in_the_way = Folder(base.yaml, base.texts, others=GivenFiles({f"articles/{name}": b"mine"}))
    with pytest.raises(RefusedError, match=rf"^Another file stands at articles/{name}\.") as refused:
        store(in_the_way, RECORDING, "a", Wanted(id="new"), original=PAGE)
    assert "--id" in refused.value.hint


def test_a_file_in_the_way_that_cannot_be_read_is_not_overwritten_either() -> None:
    class Unreadable(GivenFiles):
        def digest(self, path: str) -> str:
            raise PermissionError(13, f"no {path}")

    base = folder()
    in_the_way = Folder(base.yaml, base.texts, others=Unreadable({"articles/new.html": BYTES}))
    with pytest.raises(RefusedError, match=r"articles/new\.html cannot be read: no articles"):
        store(in_the_way, Article(TEXT), "a", Wanted(id="new"), original=PAGE)


def test_who_made_a_copy_is_no_use_where_none_is_kept() -> None:
    with pytest.raises(RefusedError, match="--by says who made the copy"):
        store(folder(), Article(TEXT), "a", Wanted(by="Jane Doe"))


def test_the_text_of_a_source_with_a_capture_is_not_replaced() -> None:
    before = after(folder(), store(folder(), Article(TEXT), "a", Wanted(id="new"), original=PAGE))
    for original in (None, PAGE):
        with pytest.raises(RefusedError, match="already, with another text, and one of them has a capture"):
            store(before, Article("Another.\n"), "a", Wanted(id="new"), original=original)
    plain = after(folder(), store(folder(), Article(TEXT), "a", Wanted(id="new")))
    with pytest.raises(RefusedError, match="one of them has a capture"):
        store(plain, Article("Another.\n"), "a", Wanted(id="new"), original=PAGE)
    assert store(plain, Article("Another.\n"), "a", Wanted(id="new")).changed


def test_the_files_of_a_folder_and_those_to_come_are_seen_as_one() -> None:
    files = beside(folder(), "x", RECORDING, LARGE)
    seen = with_files(folder(), {"a.yaml": b""}, {"a.txt": b"A"}, files).others
    assert ("x.wacz" in seen, "x.locators.csv" in seen, "y" in seen) == (True, True, False)
    assert seen.digest("x.wacz") == DIGEST
    assert seen.content("x.locators.csv").startswith(b"start,time")


def test_a_large_file_is_copied_and_taken_back_if_the_rest_fails(tmp_path: Path) -> None:
    given, root = tmp_path / "given", tmp_path / "seeds"
    given.write_bytes(BYTES)
    root.mkdir()
    with copied(root, {"new/a.wacz": DIGEST}, given):
        assert (root / "new" / "a.wacz").read_bytes() == BYTES
    assert (root / "new" / "a.wacz").read_bytes() == BYTES
    with pytest.raises(ValueError, match="the rest"), copied(root, {"other/b.wacz": DIGEST}, given):
        raise ValueError("the rest")
    assert sorted(path.name for path in root.rglob("*")) == ["a.wacz", "new"]


def test_a_large_file_that_changed_or_stands_there_is_not_copied(tmp_path: Path) -> None:
    given, root = tmp_path / "given", tmp_path / "seeds"
    given.write_bytes(b"changed")
    (root / "new").mkdir(parents=True)
    with (
        pytest.raises(RefusedError, match="has changed while it was read"),
        copied(root, {"x/a": DIGEST}, given),
    ):
        pass
    given.write_bytes(BYTES)
    (root / "new" / "a").write_bytes(b"mine")
    with pytest.raises(RefusedError, match="there is already"), copied(root, {"new/a": DIGEST}, given):
        pass
    with pytest.raises(RefusedError, match="leads out of"), copied(root, {"../a": DIGEST}, given):
        pass
    assert (root / "new" / "a").read_bytes() == b"mine"
    assert sorted(path.name for path in root.rglob("*")) == ["a", "new"]


def test_a_text_that_is_quoted_stays_even_if_a_file_is_to_be_kept() -> None:
    stored = store(folder(), Article(ARTICLE), "a.html", Wanted(), original=PAGE)
    assert (stored.id, stored.new, stored.copied) == ("gazette", {}, {})
