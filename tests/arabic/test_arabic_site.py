"""Builds the dossier in Arabic into a site, as its author would."""

import re
from pathlib import Path

import html5lib
import pytest

from tests.sites import mkdocs_build
from tests.support import ROOT

pytestmark = pytest.mark.slow
DOSSIER = ROOT / "tests" / "arabic" / "dossier"
CONFIG = """
site_name: سد الشلال
theme: {name: material, font: false}
markdown_extensions: [toc: {permalink: true}]
plugins: [search, {dossier: {source: %s}}]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the Arabic dossier as an author does, every warning an error."""
    project = tmp_path_factory.mktemp("project")
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text(CONFIG % (DOSSIER), "utf-8")
    done = mkdocs_build(project, "--strict", NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.parametrize("address", ["", "claims/sahlan-informed-before", "events", "timeline"])
def test_the_site_is_in_arabic_and_runs_from_right_to_left(built: Path, address: str) -> None:
    html = (built / address / "index.html").read_text("utf-8")
    document = html5lib.parse(html, namespaceHTMLElements=False)
    body = document.find("body")
    assert body is not None
    assert (document.get("lang"), body.get("dir")) == ("ar", "rtl")


def test_the_navigation_and_the_theme_speak_arabic(built: Path) -> None:
    home = (built / "index.html").read_text("utf-8")
    links = {one.strip() for one in re.findall(r'md-nav__link ?">\s*<span[^>]*>([^<]*)<', home)}
    assert {"أقوال محل خلاف", "الجهات الفاعلة", "الأحداث", "التصريحات", "المصادر"} <= links
    assert 'placeholder="بحث"' in home
    assert 'title="رابط دائم"' in home
    assert "Permanent link" not in home
