"""`dossier verify` on a built site: in a folder and at an address, untouched and changed by a byte."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.hashing import hashes_of, paths_below
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, read, write
from tests.support import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site") / "out"
    assert run(["build", str(ROOT / "seeds"), "--out", str(site)]) == 0
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "site"))


def verified(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str], str]:
    capsys.readouterr()
    code = run(["verify", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def test_an_untouched_site_has_no_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = verified(capsys, site)
    assert code == 0
    assert lines[-1] == "0 faults."
    assert "0 of 1 sources were compared with their texts." in lines
    code, lines, _ = verified(capsys, site, "--texts", ROOT / "seeds")
    assert code == 0
    assert "1 of 1 sources were compared with their texts." in lines


@pytest.mark.parametrize(
    "path", ["index.md", "data/dossier.json", "assets/dossier/dossier.js", "data/csv/statements.csv"]
)
def test_a_byte_that_changed_is_named_by_its_file(
    site: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray((site / path).read_bytes())
    content[len(content) // 2] ^= 1
    (site / path).write_bytes(content)
    code, lines, _ = verified(capsys, site)
    assert code == 1
    assert f"{path}: it changed since the site was built." in lines


def test_a_file_that_is_gone_or_was_added_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "claims/index.md").unlink()
    (site / "data/more.json").write_text("{}")
    code, lines, _ = verified(capsys, site)
    assert code == 1
    assert lines[:2] == [
        "claims/index.md: it is not there.",
        "data/more.json: it was added since the site was built.",
    ]


def relist(site: Path) -> None:
    """Write the manifest anew, as who changed a file would."""
    place = site / MANIFEST
    listed = read(place.read_bytes())
    assert isinstance(listed, Manifest)
    place.write_bytes(write(replace(listed, files=hashes_of(site, {*paths_below(site)} - {MANIFEST}))))


def test_data_that_was_changed_with_its_manifest_is_found_by_what_follows(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = site / "data/dossier.json"
    data.write_text(data.read_text("utf-8").replace('"contested"', '"open"'), "utf-8")
    relist(site)
    code, lines, _ = verified(capsys, site)
    assert code == 1
    assert any("derived.label is published as" in line for line in lines)
    assert not any("changed since" in line for line in lines)


def test_a_text_that_changed_by_a_byte_is_named(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = Path(shutil.copytree(ROOT / "seeds", tmp_path / "texts"))
    (path,) = texts.rglob("*.txt")
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    code, lines, _ = verified(capsys, site, "--texts", texts)
    assert code == 1
    assert lines[0].startswith("rudaw/rudaw-2024-02-05.txt: it is not the text that source/rudaw-2024-02-05 ")
    assert "0 of 1 sources were compared with their texts." in lines
    path.unlink()
    assert verified(capsys, site, "--texts", texts)[0] == 0


def test_a_published_text_that_changed_by_a_byte_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds")), tmp_path / "out"
    records = folder / "rudaw/2024-02-05.yaml"
    records.write_text(records.read_text("utf-8").replace("rights: quote", "rights: publish"), "utf-8")
    assert run(["build", str(folder), "--out", str(out)]) == 0
    code, lines, _ = verified(capsys, out)
    assert code == 0
    assert "1 of 1 sources were compared with their texts." in lines
    (text,) = (out / "data/texts").iterdir()
    text.write_bytes(text.read_bytes()[:-1] + b" ")
    code, lines, _ = verified(capsys, out)
    assert code == 1
    assert lines[0] == f"data/texts/{text.name}: it changed since the site was built."


def test_a_link_in_the_folder_is_not_followed(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.json").write_bytes((site / "data/dossier.json").read_bytes())
    (site / "data/dossier.json").unlink()
    (site / "data/dossier.json").symlink_to(tmp_path / "other.json")
    code, lines, _ = verified(capsys, site)
    assert code == 1
    assert "data/dossier.json: it is not there." in lines


@pytest.mark.parametrize("argument", ["nowhere", "", str(ROOT / "README.md")])
def test_what_is_no_site_is_refused_in_a_line(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, told = verified(capsys, argument)
    assert (code, lines, told.count("\n")) == (2, [], 1)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = verified(capsys, tmp_path)
    assert code == 2
    assert "data/manifest.json" in told


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_site_is_checked_at_its_address(
    address: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verified(capsys, address)[0] == 0
    (site / "index.md").write_text("changed")
    (site / "claims/index.md").unlink()
    code, lines, _ = verified(capsys, f"{address}/#top")
    assert code == 1
    assert lines[:2] == [
        "claims/index.md: it is not there.",
        "index.md: it changed since the site was built.",
    ]


def test_an_address_where_nobody_answers_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, told = verified(capsys, "http://127.0.0.1:9/")
    assert (code, lines, told.count("\n")) == (2, [], 1)
