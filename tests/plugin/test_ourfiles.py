"""Files of a dossier's site that are no pages: written at once, or by a server when the pages are there."""

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.plugin.later import Later
from mkdocs_dossier.plugin.making import NOTHING
from mkdocs_dossier.plugin.ourfiles import OtherFiles, OurFiles

PATHS = ("assets/dossier/dossier.css", "claims/filter.json", "data/dossier.json")


def config(folder: Path) -> MkDocsConfig:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    found = load_config(str(folder / "mkdocs.yml"))
    found.plugins._current_plugin = "dossier"
    return found


def files(later: Later | None, written: list[str]) -> OurFiles:
    def write(path: str) -> bytes:
        written.append(path)
        return path.encode()

    others = OtherFiles({path: lambda path=path: write(path) for path in PATHS})  # type: ignore[misc]  # bound at once
    return OurFiles(others, NOTHING.kept, later)


def test_a_build_has_all_of_them(tmp_path: Path) -> None:
    ours = files(None, [])
    for path in ours:
        ours.file(path, config(tmp_path)).copy_file()
        assert (tmp_path / "site" / path).read_text("ascii") == path
    ours.put_off(tmp_path / "site")


def test_a_server_writes_data_and_filters_later(tmp_path: Path) -> None:
    later, written = Later(), list[str]()
    ours = files(later, written)
    for path in ours:
        ours.file(path, config(tmp_path)).copy_file()
    assert written == [PATHS[0]]
    ours.put_off(tmp_path / "site")
    later.do()
    assert written == list(PATHS)
    assert [(tmp_path / "site" / path).read_text("ascii") for path in PATHS] == list(PATHS)


def test_what_a_hand_written_file_replaces_is_not_written(tmp_path: Path) -> None:
    later, written = Later(), list[str]()
    ours = files(later, written)
    for path in PATHS[:2]:
        ours.file(path, config(tmp_path))
    ours.put_off(tmp_path / "site")
    later.do()
    assert "data/dossier.json" not in written
