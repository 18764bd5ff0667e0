"""The manifest of a built site: every file with its SHA-256, whatever was kept of builds before."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.plugin.listing import list_files
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, read, write


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    site = tmp_path / "site"
    (site / "data").mkdir(parents=True)
    (site / "claims").mkdir()
    (site / "index.html").write_text("<p>Home")
    (site / "claims/index.html").write_text("<p>Claims")
    (site / ".nojekyll").write_text("")
    (site / MANIFEST).write_bytes(write(Manifest({}, {"s": ["0" * 64]})))
    made = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    made["site_dir"] = str(site)
    return made


def listed(config: MkDocsConfig) -> dict[str, str]:
    list_files(config)
    found = read((Path(config.site_dir) / MANIFEST).read_bytes())
    assert isinstance(found, Manifest)
    assert found.sources == {"s": ["0" * 64]}
    return dict(found.files)


def there(config: MkDocsConfig) -> dict[str, str]:
    site = Path(config.site_dir)
    shown = [path for path in site.rglob("*") if path.is_file() and not path.name.startswith(".")]
    hashes = {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in shown}
    return {path: digest for path, digest in hashes.items() if path != MANIFEST}


def kept(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".cache/mkdocs-dossier/digests.json"


def test_every_file_is_listed_but_the_manifest_and_what_is_hidden(config: MkDocsConfig) -> None:
    assert listed(config) == there(config)
    assert listed(config).keys() == {"index.html", "claims/index.html"}


def test_what_was_written_added_or_removed_since_is_noticed(config: MkDocsConfig) -> None:
    site, first = Path(config.site_dir), listed(config)
    before = (site / "index.html").stat()
    (site / "index.html").write_text("<p>Hone")
    os.utime(site / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))
    (site / "claims/index.html").unlink()
    (site / "more.html").write_text("<p>More")
    second = listed(config)
    assert second == there(config)
    assert second["index.html"] != first["index.html"]


def test_only_what_is_new_is_read_again(config: MkDocsConfig) -> None:
    listed(config)
    held = json.loads(kept(config).read_bytes())
    held["index.html"][-1] = "f" * 64
    kept(config).write_text(json.dumps(held))
    assert listed(config)["index.html"] == "f" * 64


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"index.html": 1}', '{"index.html": []}', "[" * 100_000]
)
def test_what_was_kept_may_be_anything(config: MkDocsConfig, content: str) -> None:
    listed(config)
    kept(config).write_text(content)
    assert listed(config) == there(config)


def test_a_site_without_a_manifest_of_ours_stays_as_it_is(config: MkDocsConfig) -> None:
    place = Path(config.site_dir) / MANIFEST
    place.write_text("somebody else's")
    list_files(config)
    assert place.read_text() == "somebody else's"
    place.unlink()
    list_files(config)
    assert not place.exists()
