"""No builder makes a site of a dossier's project that leaves out the dossier, and says that all is well."""

import subprocess
import sys
from pathlib import Path

import pytest
from click import ClickException
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.guard import NAME
from mkdocs_dossier.plugin.shortcut import shortcut
from tests.sites import mkdocs_build
from tests.support import ROOT
from tests.test_other_builders import UV, missing

CLAIM = "claims/town-warned-before/index.html"
QUESTION = "Was the town warned before the sluice was opened?"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert run(["new", str(tmp_path), "--title", "A & B", "--language", "ar", "--yes"]) == 0
    return tmp_path


def without_plugin(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    assert "\n  - dossier\n" in settings
    (project / "mkdocs.yml").write_text(settings.replace("\n  - dossier\n", "\n"), "utf-8")


def test_it_is_made_and_refuses_the_first_page_with_what_to_do() -> None:
    markdown = Markdown(extensions=[NAME])
    with pytest.raises(ClickException) as refused:
        markdown.convert("# A page")
    assert "plugin `dossier` does not run here" in refused.value.message
    assert "uv run mkdocs build" in refused.value.message


def test_where_the_plugin_runs_nothing_of_it_is_left(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    assert NAME in config.markdown_extensions
    build(config)
    assert NAME not in config.markdown_extensions
    assert shortcut(config).is_taken
    assert (project / "site" / CLAIM).is_file()
    assert (project / "site" / "about" / "index.html").is_file()


def test_mkdocs_without_the_plugin_fails_in_one_sentence(project: Path) -> None:
    without_plugin(project)
    done = mkdocs_build(project)
    assert done.returncode == 1
    assert "Error: The plugin `dossier` does not run here" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((project / "site").rglob("index.html")) == []


def zensical(project: Path, *arguments: str, beside: bool = False) -> subprocess.CompletedProcess[str]:
    """Run Zensical in a project; `beside` has it in one environment with this program."""
    if reason := missing("zensical"):
        pytest.skip(f"zensical cannot be installed: {reason}")
    ours = ("uv", "run", "--no-sync", "--quiet", "--project", str(ROOT), "--with", "zensical")
    command = [*(ours if beside else (*UV, "--with", "zensical")), "zensical", "build", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("beside", [True, False])
def test_zensical_makes_no_site_without_the_dossier(project: Path, beside: bool) -> None:
    done = zensical(project, "-f", "mkdocs.yml", beside=beside)
    assert done.returncode != 0
    said = "The plugin `dossier` does not run here" if beside else "No module named 'mkdocs_dossier'"
    assert said in done.stderr
    assert list((project / "site").rglob("index.html")) == []


@pytest.mark.slow
def test_without_the_guard_zensical_would_say_that_all_is_well(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace(f"  - {NAME}\n", ""), "utf-8")
    done = zensical(project, "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    assert not (project / "site" / CLAIM).exists()


@pytest.mark.slow
def test_a_new_dossier_is_built_by_zensical_too(project: Path) -> None:
    assert zensical(project).returncode != 0  # as long as there is no page
    (project / "docs" / "sources").mkdir()
    (project / "docs" / "sources" / "index.md").write_text("# Where it is from\n")
    written = [sys.executable, "-m", "mkdocs_dossier", "build", "--out", "build/pages", "--docs", "docs"]
    assert subprocess.run(written, cwd=project, capture_output=True, check=False).returncode == 0

    done = zensical(project, "--strict")

    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "build" / "site"
    claim = (site / CLAIM).read_text("utf-8")
    assert QUESTION in claim
    assert "<title>Was the town warned before the sluice was opened? - A &amp; B</title>" in claim
    assert '<html lang="ar"' in claim
    assert '<body dir="rtl"' in claim
    assert 'href="../../assets/dossier/dossier.css"' in claim
    assert 'src="../../assets/dossier/dossier.js"' in claim
    assert "About this dossier" in (site / "about" / "index.html").read_text("utf-8")
    assert "Where it is from" in (site / "sources" / "index.html").read_text("utf-8")
    assert QUESTION in (site / "search.json").read_text("utf-8")
    assert (site / "assets" / "dossier" / "dossier.css").is_file()
