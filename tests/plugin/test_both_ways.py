"""A site is the same whether we write its HTML or Python-Markdown makes it of our Markdown."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import yaml
from tests.hostile import hostile
from tests.plugin.both_ways import differences
from tests.rendering import MORE
from tests.sites import mkdocs_build
from tests.support import ROOT
from tests.synthetic import synthetic, write
from tests.thorough import weekly

SLOW = "legacy_em"
"""An extension that finds nothing to do in our Markdown, which the program does not know of."""
THEME = "theme: {name: material, font: false, features: [navigation.instant, navigation.indexes]}\n"
OVERRIDE = """{% extends "base.html" %}
{% block content %}<p class="mine">{{ page.title }} {{ page.toc | length }} {{ page.meta.description }}</p>
{{ super() }}<hr>{{ page.content | length > 9 }}{% endblock %}
"""
HOOK = """
def on_page_markdown(markdown, *, page, **_):
    if page.file.src_uri.startswith("claims/"):
        return markdown.replace("# ", "# Changed: ", 1) + "\\n\\nThe *end*.\\n"

def on_page_content(html, **_):
    return html + "<p>Seen.</p>"
"""


def of_seeds(project: Path) -> str:
    shutil.copytree(ROOT / "seeds", project / "dossier")
    return THEME


def in_arabic(project: Path) -> str:
    shutil.copytree(ROOT / "tests" / "arabic" / "dossier", project / "dossier")
    return THEME


def of_hostile_texts(project: Path) -> str:
    write(project / "dossier", hostile(150))
    return THEME


def synthetic_300(project: Path) -> str:
    write(project / "dossier", synthetic(300))
    return THEME


def under_a_sub_path(project: Path) -> str:
    return of_seeds(project) + "site_url: https://example.org/a/b/\n"


def as_files(project: Path) -> str:
    return of_seeds(project) + "use_directory_urls: false\n"


def with_a_template(project: Path) -> str:
    (project / "over").mkdir()
    (project / "over" / "main.html").write_text(OVERRIDE)
    of_seeds(project)
    return "theme: {name: material, font: false, custom_dir: over}\n"


def with_a_hook(project: Path) -> str:
    (project / "hook.py").write_text(HOOK)
    return of_seeds(project) + "hooks: [hook.py]\n"


def with_a_page_of_one_s_own(project: Path) -> str:
    page = project / "docs" / "claims" / "iraq-informed-before" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n\nMy [words](../../statements/awadi-denies-prior-notice/index.md).\n")
    return of_seeds(project) + "nav: [Start: index.md, My claims: claims/index.md, claims/x.md]\n"


def in_mkdocs_theme(project: Path) -> str:
    return of_seeds(project) + "theme: mkdocs\n"


QUICK = [in_arabic, of_hostile_texts, with_a_template, with_a_hook]
LONG = [of_seeds, synthetic_300, under_a_sub_path, as_files, with_a_page_of_one_s_own, in_mkdocs_theme]
CONTENTS = [{"toc": {"permalink": True, "toc_depth": "2-3"}}]


def built(project: Path, name: str, settings: str, *extensions: object) -> tuple[Path, str]:
    """Build the site with these extensions; return its folder, and what `mkdocs build -v` said."""
    config = project / f"{name}.yml"
    chosen = yaml.safe_dump({"markdown_extensions": list(extensions)})
    plugins = "plugins: [search, dossier: {source: dossier}]\n"
    config.write_text(f"site_name: Who said what\nsite_dir: {name}\n{settings}{plugins}{chosen}", "utf-8")
    done = mkdocs_build(project, "-v", "-f", str(config))
    assert done.returncode == 0, done.stderr[-2000:]
    return project / name, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "made", [*QUICK, *(pytest.param(one, marks=weekly) for one in LONG)], ids=lambda made: made.__name__
)
def test_a_site_is_the_same_made_either_way(tmp_path: Path, made: Callable[[Path], str]) -> None:
    (tmp_path / "docs").mkdir()
    settings = made(tmp_path)
    inert = [one for one in MORE if one not in ("nl2br", "wikilinks", "pymdownx.progressbar")]
    quick, said = built(tmp_path, "quick", settings, "abbr", "admonition", *inert, *CONTENTS)
    assert "Python-Markdown makes" not in said
    slow, said = built(tmp_path, "slow", settings, "abbr", "admonition", *inert, *CONTENTS, SLOW)
    assert f"Python-Markdown makes the HTML of all pages, because of the Markdown extension {SLOW}" in said
    assert differences(quick, slow) == {}


def test_a_difference_would_be_found(tmp_path: Path) -> None:
    for name, words in (
        ("a", "<p>x <b>y</b></p>"),
        ("b", "<p>x<b>y</b></p>"),
        ("c", "<p> x <b>y</b>\n</p>\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(words)
    assert differences(tmp_path / "a", tmp_path / "b")
    assert differences(tmp_path / "a", tmp_path / "c") == {}
