"""The Markdown of `dossier build` stands on its own: other builders make the same site of it.

The builders are installed into environments that are thrown away; where one cannot be, its tests are
skipped and say so.
"""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

import yaml
from mkdocs_dossier import site
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.guard import NAME
from mkdocs_dossier.loading import load
from tests.synthetic import synthetic, write
from tests.thorough import weekly

ROOT = Path(__file__).parents[1]
CONFIG = "other-builders.yml"
HTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "A | B <script>alert(1)</script> {{ x }} {% y %} *b* _c_ `d` [e](f) &lt; #1 \\ $g$ ~~h~~ :smile:"

UV = ("uv", "run", "--isolated", "--no-project", "--quiet")
BUILDERS = {
    "mkdocs": (*UV, "--with", "mkdocs<2", "--with", "mkdocs-material<10", "mkdocs", "build"),
    "properdocs": (*UV, "--with", "properdocs", "--with", "mkdocs-material<10", "properdocs", "build"),
    "zensical": (*UV, "--with", "zensical", "zensical", "build"),
}
OTHERS = [pytest.param("properdocs", marks=weekly), "zensical"]


class _Loader(yaml.SafeLoader):
    """Reads settings, without what they take from the environment."""


_Loader.add_constructor("!ENV", lambda _loader, _node: None)


@cache
def missing(builder: str) -> str:
    """Say why a builder cannot be run; nothing where it can."""
    if not shutil.which("uv"):
        return "there is no uv to install it with"
    found = subprocess.run(
        [*BUILDERS[builder][:-1], "--version"], capture_output=True, text=True, check=False
    )
    return found.stderr.strip() if found.returncode else ""


def built(folder: Path, builder: str) -> Path:
    """Build the site of a folder, strictly and once; give the folder that it is in."""
    if (folder / builder).exists():
        return folder / builder
    if reason := missing(builder):
        pytest.skip(f"{builder} cannot be installed: {reason}")
    target = folder / "build" / "site"
    done = subprocess.run(
        [*BUILDERS[builder], "--strict", "-f", CONFIG],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target.rename(folder / builder)


def _is_there(docs: Path, line: str) -> bool:
    name, _, path = line.strip().rpartition(": ")
    return not (name.startswith("- ") and path.endswith(".md")) or (docs / path).exists()


def project(folder: Path, dossier: Path, hand_written: Path | None) -> Path:
    """Lay out a project without the plugin: the Markdown of a dossier, hand-written pages, the settings."""
    docs = ["--docs", str(hand_written)] if hand_written else []
    assert run(["build", str(dossier), "--out", str(folder / "build" / "docs"), *docs]) == 0
    settings = (ROOT / CONFIG).read_text()
    # A dossier has no page to navigate to of what is not in it.
    there = (line for line in settings.splitlines(True) if _is_there(folder / "build" / "docs", line))
    (folder / CONFIG).write_text("".join(there))
    return folder


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("seeds"), ROOT / "seeds", ROOT / "docs")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier whose texts are full of what Markdown, HTML and templates obey."""
    dossier = tmp_path_factory.mktemp("hostile-dossier")
    files = synthetic(100)
    quoted = yaml.safe_dump(HOSTILE, width=1000, default_style='"').strip()
    for name in ("claims.yaml", "actors.yaml"):
        text = files[name].decode()
        files[name] = (
            text.replace("text: ", f"text: {quoted} # ")
            .replace("name: Government", f"name: {quoted} #")
            .encode()
        )
    write(dossier, files)
    return project(tmp_path_factory.mktemp("hostile"), dossier, None)


@cache
def pages(folder: Path) -> dict[str, Element]:
    """Parse the pages of a site as a browser would."""
    return {
        path.relative_to(folder).as_posix(): html5lib.parse(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def content(page: Element) -> Element | None:
    """Find what a page shows of its own."""
    for element in page.iter(f"{HTML}article"):
        if "md-content__inner" in element.get("class", ""):
            return element
    return None


def words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def broken_links(folder: Path) -> Iterator[str]:
    """List the links of a site's pages that lead to no file or no element of it."""
    found = pages(folder)
    ids = {path: {element.get("id") for element in page.iter()} for path, page in found.items()}
    for path, page in found.items():
        inner = content(page)
        for element in inner.iter() if inner is not None else ():
            url = urlsplit(element.get("href") or element.get("src") or "")
            if url.scheme or url.netloc or path == "404.html":
                continue
            target = (folder / path).parent / unquote(url.path) if url.path else folder / path
            target = target / "index.html" if target.is_dir() else target
            key = target.resolve().relative_to(folder.resolve()).as_posix()
            if not target.is_file() or (url.fragment and unquote(url.fragment) not in ids.get(key, set())):
                yield f"{path}: {url.geturl()}"


def test_the_settings_name_the_styles_and_scripts_that_come_with_the_pages() -> None:
    settings = yaml.load((ROOT / CONFIG).read_text(), _Loader)  # noqa: S506 - a safe one
    files = site.build(load(read_folder(ROOT / "seeds")))

    assert set(settings["extra_css"]) == {path for path in files if path.endswith(".css")}
    assert set(settings["extra_javascript"]) == {path for path in files if path.endswith(".js")}


def test_the_settings_are_those_of_the_site_but_for_what_the_plugin_does() -> None:
    of_site, found = (
        yaml.load((ROOT / name).read_text(), _Loader)  # noqa: S506 - a safe one
        for name in ("mkdocs.yml", CONFIG)
    )
    assert {name for name in {*of_site, *found} if of_site.get(name) != found.get(name)} == {
        *("docs_dir", "extra_css", "extra_javascript", "markdown_extensions", "not_in_nav", "plugins"),
        *("site_dir", "site_name"),
    }
    assert [one for one in of_site["markdown_extensions"] if one != NAME] == found["markdown_extensions"]


@pytest.mark.slow
@pytest.mark.parametrize("dossier", ["seeds", pytest.param("hostile", marks=weekly)])
@pytest.mark.parametrize("builder", OTHERS)
def test_another_builder_shows_the_same_words_on_the_same_pages(
    builder: str, dossier: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(dossier)
    expected = pages(built(folder, "mkdocs"))
    found = pages(built(folder, builder))

    former = (ROOT / "seeds" / "redirects.csv").read_text().splitlines() if dossier == "seeds" else []
    moved = {f"{line.split(',')[0]}/index.html" for line in former}
    assert found.keys() == expected.keys() >= moved
    for path in expected:
        assert words(content(found[path])) == words(content(expected[path])), path
        assert words(found[path].find(f".//{HTML}title")) == words(expected[path].find(f".//{HTML}title"))
        # What stands at a former address leads on, and has no theme.
        assert path in moved or any(
            element.get("href", "").endswith("dossier.css") for element in found[path].iter(f"{HTML}link")
        )


@pytest.mark.slow
@pytest.mark.parametrize("builder", OTHERS)
def test_no_link_of_another_builders_site_is_broken(builder: str, seeds: Path) -> None:
    assert list(broken_links(built(seeds, builder))) == []


@pytest.mark.slow
@pytest.mark.parametrize("builder", OTHERS)
def test_another_builder_shows_what_looks_like_markup_as_it_was_written(builder: str, hostile: Path) -> None:
    found = pages(built(hostile, builder))

    claim = found["claims/claim-1/index.html"]
    assert HOSTILE in words(content(claim))
    assert HOSTILE in words(claim.find(f".//{HTML}title"))
    run_by_a_browser = {
        path: [one for one in page.iter(f"{HTML}script") if one.get("type") != "application/ld+json"]
        for path, page in found.items()
    }
    assert not [path for path, ones in run_by_a_browser.items() if "alert(1)" in "".join(map(words, ones))]


@pytest.mark.slow
def test_properdocs_runs_the_plugin_itself_from_the_same_settings(tmp_path: Path) -> None:
    if reason := missing("properdocs"):
        pytest.skip(f"properdocs cannot be installed: {reason}")
    command = ["uv", "run", "--no-sync", "--quiet", "--with", "properdocs", "properdocs", "build", "--strict"]

    done = subprocess.run(
        [*command, "-f", "mkdocs.yml", "--site-dir", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert words(content(pages(tmp_path)["claims/iraq-informed-before/index.html"]))
