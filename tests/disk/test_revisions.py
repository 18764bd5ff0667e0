"""Reading a dossier at a revision: the same as its folder was then, and nothing else."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mkdocs_dossier.disk import revisions
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.disk.revisions import RevisionError, UnknownRevisionError, read_revision
from mkdocs_dossier.yaml.files import MAX_BYTES

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(root: Path, *command: str) -> None:
    person = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *person, *command], check=True, capture_output=True)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Give the folder of a dossier in a repository, with a first revision, `v1`."""
    folder = tmp_path / "work" / "seeds"
    (folder / "inner").mkdir(parents=True)
    (folder / "dossier.yaml").write_text("title: A\n")
    (folder / "inner" / "news.txt").write_text("News — نبأ\n")
    (folder / "redirects.csv").write_text("# none\n")
    (folder / "page.html").write_bytes(b"\0\r\n<p>")
    (folder / ".hidden.yaml").write_text("x")
    git(tmp_path / "work", "init", "-q")
    git(tmp_path / "work", "add", "-A")
    git(tmp_path / "work", "commit", "-q", "-m", "one")
    git(tmp_path / "work", "tag", "v1")
    return folder


def test_it_is_the_folder_as_it_was(seeds: Path) -> None:
    was = read_folder(seeds)
    digest = was.others.digest("page.html")
    (seeds / "dossier.yaml").write_text("title: B\n")
    (seeds / "page.html").unlink()
    found = read_revision(seeds, "v1")
    assert found == was
    assert "page.html" in found.others
    assert ".hidden.yaml" not in found.others
    assert found.others.digest("page.html") == digest
    assert found.others.content("page.html") == b"\0\r\n<p>"
    assert (seeds / "dossier.yaml").read_text() == "title: B\n"


def test_the_folder_may_be_the_whole_repository(seeds: Path) -> None:
    assert read_revision(seeds.parent, "HEAD").yaml.keys() == {"seeds/dossier.yaml"}


def test_many_files_keep_their_bytes(seeds: Path) -> None:
    contents = {f"{at}.txt": (f"{at}\n" * at).encode() for at in range(200)}
    for name, content in contents.items():
        (seeds / name).write_bytes(content)
    git(seeds, "add", "-A")
    git(seeds, "commit", "-q", "-m", "two")
    found = read_revision(seeds, "HEAD").texts
    assert {name: found[name] for name in contents} == contents


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "",
        " ",
        "--upload-pack=touch hacked",
        "-h",
        "--all",
        "v1\0",
        "v1\nHEAD",
        "v1:seeds",
        "\udc80",
    ],
)
def test_what_is_no_revision_is_never_an_option(seeds: Path, revision: str) -> None:
    with pytest.raises(UnknownRevisionError):
        read_revision(seeds, revision)
    assert not list(seeds.parent.rglob("hacked"))


@pytest.mark.skipif(os.name == "nt", reason="the command is a script")
def test_git_never_sees_what_might_be_an_option(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log, folder = tmp_path / "log", tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec "{shutil.which("git")}" "$@"\n')
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(UnknownRevisionError):
        read_revision(seeds, "--output=hacked")
    assert "rev-parse" in log.read_text()
    assert "hacked" not in log.read_text()


def test_another_repository_inside_is_passed_over(seeds: Path) -> None:
    found = subprocess.run(
        ["git", "-C", str(seeds), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    )
    git(seeds, "update-index", "--add", "--cacheinfo", f"160000,{found.stdout.strip()},seeds/other.yaml")
    git(seeds, "commit", "-q", "-m", "with another")
    assert read_revision(seeds, "HEAD").yaml == {"dossier.yaml": b"title: A\n"}


def test_why_it_cannot_be_read_is_one_sentence(seeds: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    with pytest.raises(RevisionError, match="outside is not in a git repository"):
        read_revision(outside, "v1")
    (seeds.parent / "new").mkdir()
    with pytest.raises(RevisionError, match=r"At the revision v1 there is no folder .*new"):
        read_revision(seeds.parent / "new", "v1")


def test_without_git_it_says_so(seeds: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="git is needed for that, and it is not installed"):
        read_revision(seeds, "v1")


def test_one_that_takes_too_long_is_given_up(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "_SECONDS", 0)
    with pytest.raises(RevisionError, match="longer than 0 seconds"):
        read_revision(seeds, "v1")


def test_the_variables_of_a_hook_do_not_lead_elsewhere(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    assert read_revision(seeds, "v1").yaml == {"dossier.yaml": b"title: A\n"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_is_followed(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (seeds / "linked.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "picture.png").symlink_to(tmp_path / "secret.txt")
    git(seeds, "add", "-A")
    git(seeds, "commit", "-q", "-m", "linked")
    found = read_revision(seeds, "HEAD")
    assert "linked.txt" not in found.texts
    assert "picture.png" not in found.others
    assert [(one.location.path, one.message) for one in found.problems] == [
        ("linked.txt", "This cannot be read: it is a link.")
    ]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_not_utf8_is_a_problem(seeds: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(seeds) + b"/\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("the file system takes no such name")
    git(seeds, "add", "-A")
    git(seeds, "commit", "-q", "-m", "odd")
    (problem,) = read_revision(seeds, "HEAD").problems
    assert problem.message == "This cannot be read: its name is not UTF-8."


def test_what_is_too_large_is_not_read(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "MAX_BYTES", 10)
    found = read_revision(seeds, "v1")
    assert len(found.texts["inner/news.txt"]) == 11
    assert found.yaml == {"dossier.yaml": b"title: A\n"}
    assert MAX_BYTES > 10
    monkeypatch.setattr(revisions, "_MOST_BYTES", 20)
    with pytest.raises(RevisionError, match="more than 20 bytes"):
        read_revision(seeds, "v1")
