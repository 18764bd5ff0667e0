"""What a page says on paper of where it comes from."""

from pathlib import Path

from tests.sites import mkdocs_build, project_of

CONFIG = """\
site_name: ""
site_url: https://example.org/d/
theme: {name: material, font: false}
plugins: [search, {dossier: {source: news}}]
"""
RECORDS = b"""\
sources: {s: {title: S}}
actors: {ann: {name: Ann, kind: person}}
claims: {told: {text: They were told.}}
statements: {x: {speaker: ann, source: s, quote: A, positions: {told: asserts}}}
"""


def test_a_page_bears_the_dossiers_title_its_date_and_its_own_address(tmp_path: Path) -> None:
    files = {"dossier.yaml": b"title: A & B\nupdated: 2024-02-06\n", "r.yaml": RECORDS}
    project = project_of(tmp_path, CONFIG, files)
    done = mkdocs_build(project)
    assert done.returncode == 0, done.stderr
    page = (project / "site/claims/told/index.html").read_text("utf-8")
    assert (
        '</article><p class="dossier-imprint">A &amp; B · 6 February 2024 · '
        "https://example.org/d/claims/told/</p>" in page
    )
    assert "dossier-imprint" not in (project / "site/about/index.html").read_text("utf-8")
    # The header bears the dossier's title, where no site is named.
    assert "<title>They were told. - A &amp; B</title>" in page
    assert '<meta property="og:title" content="They were told.">' in page
    home = (project / "site/index.html").read_text("utf-8")
    assert '<meta property="og:title" content="A &amp; B">' in home
    # Material's search is a dialog; one without a name is none that a screen reader can tell.
    assert 'role="dialog" aria-label="Search"' in home
