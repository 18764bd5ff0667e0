"""The archived texts of sources: found inside the folder only, and held to their hash."""

import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from mkdocs_dossier.disk.folders import read_folder, unfit
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import path_inside
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.yaml.files import MAX_BYTES
from tests.support import SETTINGS, errors, folder_of


def source(fields: str, *, path: str = "sub/r.yaml", texts: dict[str, str] | None = None) -> Loaded:
    return load(folder_of({path: f"sources:\n  s:\n    title: S\n    {fields}\n"}, texts))


@pytest.mark.parametrize(
    ("written", "yaml", "path"),
    [
        ("a.txt", "r.yaml", "a.txt"),
        ("a.txt", "sub/r.yaml", "sub/a.txt"),
        ("./a.txt", "sub/r.yaml", "sub/a.txt"),
        ("../a.txt", "sub/r.yaml", "a.txt"),
        ("../other/a.txt", "sub/r.yaml", "other/a.txt"),
        ("x/../a.txt", "r.yaml", "a.txt"),
        ("..a.txt", "r.yaml", "..a.txt"),
        ("../a.txt", "r.yaml", None),
        ("../../a.txt", "sub/r.yaml", None),
        ("x/../../../a.txt", "sub/r.yaml", None),
        ("..", "r.yaml", None),
        ("/etc/passwd", "r.yaml", None),
        ("//host/a.txt", "r.yaml", None),
        ("C:/a.txt", "r.yaml", None),
        ("c:a.txt", "r.yaml", None),
        ("sub\\a.txt", "r.yaml", None),
        ("\\\\host\\a.txt", "r.yaml", None),
    ],
)
def test_a_text_is_named_from_its_yaml_file_and_never_outside_the_folder(
    written: str, yaml: str, path: str | None
) -> None:
    assert path_inside(written, yaml) == path


def test_a_text_is_found_beside_its_yaml_file() -> None:
    loaded = source("text: a.txt", texts={"sub/a.txt": "Here.", "a.txt": "There."})
    assert errors(loaded) == []
    assert loaded.dossier.texts["s"].text == "Here."


@pytest.mark.parametrize(
    ("written", "rule", "message", "hint"),
    [
        ("../../a.txt", "text-outside", "leads out", "Copy the file"),
        ("/etc/passwd", "text-outside", "leads out", "Copy the file"),
        ("b.txt", "text-not-found", "no text file sub/b.txt", "The path is read from the folder"),
        ("articel.txt", "text-not-found", "no text file sub/articel.txt", "Did you mean `article.txt`?"),
        ("../articel.txt", "text-not-found", "no text file articel.txt", "Did you mean `article.txt`?"),
        ("Article.TXT", "text-not-found", "no text file sub/Article.TXT", "Did you mean `article.txt`?"),
        (".b.txt", "text-not-found", "no text file sub/.b.txt", "begins with a dot is passed over"),
        ("article.html", "text-not-found", "a .txt file, not article.html", "plain text"),
        ("dossier.yaml", "text-not-found", "a .txt file, not dossier.yaml", "plain text"),
        (".", "text-not-found", "a .txt file", "plain text"),
    ],
)
def test_a_text_that_is_not_there_is_named_at_its_line_with_what_to_do(
    written: str, rule: str, message: str, hint: str
) -> None:
    (found,) = errors(source(f"text: {written}", texts={"sub/article.txt": "x"}))
    assert (found.rule, str(found.location)) == (rule, "sub/r.yaml:4:11")
    assert message in found.message
    assert hint in found.hint


def test_the_hash_is_that_of_the_bytes_in_either_case() -> None:
    content = b"\xef\xbb\xbfline\r\n"
    digest = sha256(content).hexdigest()
    for written in (digest, digest.upper()):
        yaml = f"sources: {{s: {{title: S, text: a.txt, sha256: {written}}}}}"
        loaded = load(
            Folder({"dossier.yaml": SETTINGS.encode(), "r.yaml": yaml.encode()}, {"a.txt": content})
        )
        assert errors(loaded) == []
        assert loaded.dossier.texts["s"].text == "line\r\n"


def test_a_text_that_changed_is_told_its_new_hash_at_the_line_of_the_old_one() -> None:
    (found,) = errors(source(f"text: a.txt\n    sha256: {'0' * 64}", texts={"sub/a.txt": "x"}))
    assert (found.rule, str(found.location)) == ("sha256-mismatch", "sub/r.yaml:5:13")
    assert sha256(b"x").hexdigest() in found.message


def test_a_text_without_a_hash_is_told_the_line_to_add() -> None:
    loaded = source("text: a.txt", texts={"sub/a.txt": "x"})
    (found,) = (one for one in loaded.problems if one.rule != "unused-source")
    assert (found.rule, found.level, found.location.line) == ("source-without-hash", Level.WARNING, 4)
    assert f"`sha256: {sha256(b'x').hexdigest()}`" in found.hint


def test_a_source_without_a_text_needs_no_hash() -> None:
    loaded = source("url: https://example.org/")
    assert {one.rule for one in loaded.problems} == {"unused-source"}


def test_each_source_of_one_text_is_held_to_its_own_hash() -> None:
    good = sha256(b"x").hexdigest()
    yaml = (
        "sources:\n"
        f"  one: {{title: S, text: a.txt, sha256: {good}}}\n"
        f"  two: {{title: S, text: a.txt, sha256: {'0' * 64}}}\n"
    )
    loaded = load(folder_of(yaml, {"a.txt": "x"}))
    assert [(one.rule, one.location.line) for one in errors(loaded)] == [("sha256-mismatch", 3)]
    assert set(loaded.dossier.texts) == {"one", "two"}


def test_a_text_that_is_not_utf8_is_one_problem_at_its_own_byte() -> None:
    yaml = b"sources:\n  one: {title: S, text: a.txt}\n  two: {title: S, text: a.txt}\n"
    texts = {"a.txt": "Zeile 1\nf\u00fcnf".encode("latin-1")}
    loaded = load(Folder({"dossier.yaml": SETTINGS.encode(), "r.yaml": yaml}, texts))
    assert [(one.rule, str(one.location)) for one in errors(loaded)] == [("not-utf8", "a.txt:2:2")]
    assert loaded.dossier.texts == {}


LARGE = b"x" * (MAX_BYTES + 1)


@pytest.mark.parametrize("fields", ["text: a.txt", f"text: a.txt, sha256: {'0' * 64}"])
def test_a_text_that_is_too_large_is_told_once_with_what_to_do_and_held_to_no_hash(fields: str) -> None:
    yaml = f"sources: {{one: {{title: S, {fields}}}, two: {{title: S, {fields}}}}}"
    loaded = load(Folder({"dossier.yaml": SETTINGS.encode(), "r.yaml": yaml.encode()}, {"a.txt": LARGE}))
    (found,) = errors(loaded)
    assert (found.rule, str(found.location)) == ("file-too-large", "a.txt:1:1")
    assert "split it" in found.hint
    assert loaded.dossier.texts == {}


def test_a_text_that_is_too_large_is_told_where_no_source_names_it() -> None:
    loaded = load(Folder({"dossier.yaml": SETTINGS.encode()}, {"b.txt": LARGE, "a.txt": b"small"}))
    assert [(one.rule, one.location.path) for one in errors(loaded)] == [("file-too-large", "b.txt")]


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a/" * 3_000 + "a.txt"])
def test_the_name_of_a_text_that_no_path_can_have_is_a_problem_at_its_place(name: str) -> None:
    (found,) = errors(source(f"text: {name}", texts={"sub/article.txt": "x"}))
    assert (found.rule, str(found.location)) == ("text-not-found", "sub/r.yaml:4:11")


# A folder on disk


def written(root: Path, files: dict[str, str]) -> Path:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    return root


def test_a_folder_gives_its_yaml_and_text_files_and_passes_over_all_others(tmp_path: Path) -> None:
    names = [
        "dossier.yaml",
        "a.yml",
        "sub/b.yaml",
        "sub/c.txt",
        "d.md",
        "e.yaml.bak",
        ".f.yaml",
        ".git/g.yaml",
        "G.YAML",
        "H.Txt",
    ]
    folder = read_folder(written(tmp_path, dict.fromkeys(names, "")))
    assert sorted(folder.yaml) == ["G.YAML", "a.yml", "dossier.yaml", "sub/b.yaml"]
    assert sorted(folder.texts) == ["H.Txt", "sub/c.txt"]
    assert folder.problems == ()


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    for root in (tmp_path / "nothing", written(tmp_path, {"file": ""}) / "file"):
        assert "no-folder" in [one.rule for one in load(read_folder(root)).problems]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none", "There is no folder"),
        ("a" * 300, "too long for this system"),
        ("a/" * 3_000, "too long for this system"),
        ("a\0b", "characters that no path can have"),
        ("a\ud800b", "characters that no path can have"),
        ("file", "is a file"),
        ("file/inner", "There is no folder"),
    ],
    ids=["nothing", "long", "deep", "NUL", "half a character", "a file", "in a file"],
)
def test_a_path_that_is_no_folder_is_told_why(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").write_text("")
    assert said in unfit(tmp_path / name)
    (found,) = read_folder(tmp_path / name).problems
    assert found.rule == "no-folder"
    assert said in found.message
    assert str(found).encode(errors="backslashreplace")


def test_a_folder_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS, "a.yaml": "old", "b.yaml": "old"})
    opened = Path.open
    changes = [b"new", b"newer"]

    def open_file(path: Path, mode: str) -> object:
        file = opened(path, mode)
        if path.name == "a.yaml" and changes:
            new = changes.pop(0)
            for name in ("a.yaml", "b.yaml"):
                with opened(tmp_path / "made", "wb") as made:
                    made.write(new)
                (tmp_path / "made").rename(tmp_path / name)
        return file

    monkeypatch.setattr(Path, "open", open_file)
    folder = read_folder(tmp_path)
    assert {folder.yaml["a.yaml"], folder.yaml["b.yaml"]} == {b"newer"}
    assert folder.problems == ()


def test_a_folder_that_never_stops_changing_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS, "a.txt": ""})
    opened = Path.open

    def open_file(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            with opened(path, "ab") as file:
                file.write(b"more")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", open_file)
    assert read_folder(tmp_path).texts["a.txt"].startswith(b"more")


def unreadable(root: Path) -> list[tuple[str, str]]:
    return [(one.rule, one.location.path) for one in read_folder(root).problems]


def test_a_link_that_leads_out_of_the_folder_is_refused_and_its_target_not_read(tmp_path: Path) -> None:
    written(tmp_path, {"secret.txt": "secret", "secret.yaml": "actors: {}", "in/dossier.yaml": SETTINGS})
    (tmp_path / "in" / "t.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "r.yaml").symlink_to("../secret.yaml")
    folder = read_folder(tmp_path / "in")
    assert [(one.rule, one.location.path) for one in folder.problems] == [
        ("unreadable", "r.yaml"),
        ("unreadable", "t.txt"),
    ]
    assert (dict(folder.texts), sorted(folder.yaml)) == ({}, ["dossier.yaml"])


def test_a_folder_whose_name_begins_like_the_dossiers_is_outside_of_it(tmp_path: Path) -> None:
    written(tmp_path, {"seeds-secret/t.txt": "secret", "seeds/dossier.yaml": SETTINGS})
    (tmp_path / "seeds" / "t.txt").symlink_to(tmp_path / "seeds-secret" / "t.txt")
    assert unreadable(tmp_path / "seeds") == [("unreadable", "t.txt")]


def test_a_link_to_a_file_in_the_folder_is_read(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS, "t.txt": "text"})
    (tmp_path / "u.txt").symlink_to("t.txt")
    assert read_folder(tmp_path).texts == {"t.txt": b"text", "u.txt": b"text"}


def test_the_dossiers_folder_may_be_a_link_itself(tmp_path: Path) -> None:
    written(tmp_path, {"real/dossier.yaml": SETTINGS})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert unreadable(tmp_path / "link") == []
    assert sorted(read_folder(tmp_path / "link").yaml) == ["dossier.yaml"]


def test_a_linked_folder_is_told_that_it_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, {"in/dossier.yaml": SETTINGS, "other/r.yaml": "actors: {}"})
    (tmp_path / "in" / "other").symlink_to(tmp_path / "other")
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in")
    assert unreadable(tmp_path / "in") == [("linked-folder", "other"), ("linked-folder", "self")]


def test_links_that_lead_nowhere_or_in_a_circle_are_refused(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS})
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "c.txt").symlink_to("nothing.txt")
    assert unreadable(tmp_path) == [
        ("unreadable", "a.yaml"),
        ("unreadable", "b.yaml"),
        ("unreadable", "c.txt"),
    ]


def test_redirects_that_are_a_link_to_nothing_are_refused(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS})
    (tmp_path / "redirects.csv").symlink_to("nothing.csv")
    assert unreadable(tmp_path) == [("unreadable", "redirects.csv")]


def test_what_is_no_plain_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS, "folder.yaml/inside.yaml": "actors: {}"})
    os.mkfifo(tmp_path / "fifo.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        try:
            os.chdir(tmp_path)
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        assert unreadable(tmp_path) == [
            ("unreadable", "folder.yaml"),
            ("unreadable", "fifo.yaml"),
            ("unreadable", "socket.txt"),
        ]
    assert sorted(read_folder(tmp_path).yaml) == ["dossier.yaml", "folder.yaml/inside.yaml"]


def test_what_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS, "r.yaml": "", "sub/s.yaml": ""})
    scandir, opened = os.scandir, Path.open

    def refuse(path: Path) -> None:
        if path.name in ("sub", "r.yaml"):
            raise PermissionError(13, "Permission denied", str(path))

    def scan(path: str) -> object:
        refuse(Path(path))
        return scandir(path)

    def open_file(path: Path, mode: str) -> object:
        refuse(path)
        return opened(path, mode)

    # Nothing is unreadable to root, who may run the tests.
    monkeypatch.setattr(os, "scandir", scan)
    monkeypatch.setattr(Path, "open", open_file)
    assert sorted(unreadable(tmp_path)) == [("unreadable", "r.yaml"), ("unreadable", "sub")]


def test_no_more_of_a_file_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS})
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    assert len(read_folder(tmp_path).yaml["big.yaml"]) == MAX_BYTES + 1
    assert [one.rule for one in load(read_folder(tmp_path)).problems] == ["file-too-large"]


def test_a_file_name_that_is_not_utf8_is_a_problem_that_can_be_printed(tmp_path: Path) -> None:
    written(tmp_path, {"dossier.yaml": SETTINGS})
    name = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    Path(os.fsdecode(name)).write_text("actors: {}")
    problems = load(read_folder(tmp_path)).problems
    assert [one.rule for one in problems] == ["unreadable"]
    assert str(problems[0]).encode()


def test_a_file_named_in_decomposed_letters_is_found(tmp_path: Path) -> None:
    yaml = "sources: {s: {title: S, text: caf\u00e9.txt}}"
    loaded = load(
        read_folder(written(tmp_path, {"dossier.yaml": SETTINGS, "r.yaml": yaml, "cafe\u0301.txt": "x"}))
    )
    assert errors(loaded) == []
