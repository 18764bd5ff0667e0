"""A site's folder outlives the moment in which MkDocs empties it; what a build did not write goes then."""

import shutil
from pathlib import Path

import pytest

from mkdocs_dossier.plugin.sitefolder import SiteFolder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "b/c/index.html", ".nojekyll"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "site"


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_not_written_anew_is_removed(site: Path) -> None:
    folder = SiteFolder(str(site))
    folder.put_aside()
    assert not site.exists()
    folder.put_back()
    (site / "a" / "index.html").write_text("a/index.html")
    (site / "new.html").write_text("new")
    folder.sweep()
    assert listed(site) == [".nojekyll", "a", "a/index.html", "new.html"]
    assert listed(site.parent) == ["site", *(f"site/{name}" for name in listed(site))]


def test_a_folder_that_was_left_aside_comes_back(site: Path) -> None:
    before = listed(site)
    SiteFolder(str(site)).put_aside()  # and here the build is killed
    site.mkdir()
    SiteFolder(str(site)).put_back()
    assert listed(site) == before


def test_what_was_left_aside_gives_way_to_a_newer_site(site: Path) -> None:
    SiteFolder(str(site)).put_aside()
    site.mkdir()
    (site / "index.html").write_text("newer")
    folder = SiteFolder(str(site))
    folder.put_aside()
    folder.put_back()
    assert (site / "index.html").read_text() == "newer"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_link_is_no_folder_to_put_aside(site: Path) -> None:
    real = site.rename(site.with_name("real"))
    site.symlink_to(real)
    folder = SiteFolder(str(site))
    folder.put_aside()
    assert site.is_symlink()
    folder.put_back()
    folder.sweep()
    assert len(listed(real)) == 7


def test_no_site_yet(tmp_path: Path) -> None:
    folder = SiteFolder(str(tmp_path / "site"))
    folder.put_aside()
    folder.put_back()
    (tmp_path / "site").mkdir()
    folder.sweep()
    assert listed(tmp_path) == ["site"]
    shutil.rmtree(tmp_path / "site")


def test_a_folder_that_is_spared_stays_as_it_is(site: Path) -> None:
    folder = SiteFolder(str(site))
    folder.put_aside()
    folder.put_back()
    folder.sweep(["b"])
    assert listed(site) == [".nojekyll", "b", "b/c", "b/c/index.html"]


def test_a_folder_that_was_left_out_goes_unless_it_is_spared_in_the_end(site: Path) -> None:
    folder = SiteFolder(str(site))
    folder.put_aside(["b"])
    assert not any("/b/" in path for path in folder.before)
    folder.put_back()
    folder.sweep()
    assert listed(site) == [".nojekyll"]


def test_what_is_taken_over_stays(site: Path) -> None:
    folder = SiteFolder(str(site))
    folder.put_aside()
    folder.put_back()
    kept = str(site / "b" / "c" / "index.html")
    now = folder.sweep(taken=[kept])
    assert listed(site) == [".nojekyll", "b", "b/c", "b/c/index.html"]
    assert now[kept] == folder.before[kept]
