"""The page of downloads names every file of data, and each is there."""

import re
from html import unescape

from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.site import build
from tests.support import loaded_seeds


def test_it_links_to_every_file_of_each_export() -> None:
    files = build(loaded_seeds())
    linked = re.findall(r'href="([^"]+)"|\]\(([^)]+)\)', files["data/index.md"].decode())
    targets = {one or other for one, other in linked}
    expected = {name for export in downloads() for name in export.files}
    assert expected <= targets
    assert {f"data/{name}" for name in expected} <= files.keys()


def test_further_files_are_folded_away_under_the_one_that_describes_them() -> None:
    page = build(loaded_seeds())["data/index.md"].decode()
    assert page.count('class="dossier-fold"') == sum(bool(export.more) for export in downloads())
    assert 'Further files of <code dir="ltr">csv/datapackage.json</code>' in unescape(page)
