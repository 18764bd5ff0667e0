"""The content of every page is valid HTML, as html-validate sees it (fetched by npx)."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

VALIDATOR = "html-validate@9"
# The theme's frame around the content is not ours to mend.
CONTENT = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
FRAME = '<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><main>{}</main></body></html>\n'


@pytest.mark.slow
def test_the_content_of_every_page_is_valid(built: Path, tmp_path: Path) -> None:
    if shutil.which("npx") is None:
        if os.environ.get("CI"):
            pytest.fail("CI has to install Node.js for the check of HTML.")
        pytest.skip("npx is not installed: the check of HTML is left out.")
    shutil.copy(Path(__file__).parent / "htmlvalidate.json", tmp_path / ".htmlvalidate.json")
    for page in sorted(built.glob("**/index.html")):
        found = CONTENT.search(page.read_text("utf-8"))
        if found:
            name = page.relative_to(built).as_posix().replace("/", "-")
            (tmp_path / name).write_text(FRAME.format(found[1]), "utf-8")
    pages = sorted(path.name for path in tmp_path.glob("*.html"))
    assert len(pages) > 50
    command = ["npx", "--yes", VALIDATOR, "-f", "json", *pages]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("["), done.stderr
    faults = [
        f"{Path(report['filePath']).name}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for report in json.loads(done.stdout)
        for fault in report["messages"]
    ]
    assert faults == []
