"""The commands that the guide gives as examples do what it says of them."""

import re
import shlex
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from tests.guide_markdown import GUIDE

RECORDS = """\
actors:
  lennburg-gazette: {name: Lennburg Gazette, kind: media}
  mara-voss: {name: Mara Voss, kind: person}
  rita-klein: {name: Rita Klein, kind: person}

sources:
  gazette: {title: Shops are told, publisher: lennburg-gazette, text: gazette.txt}
  harbour: {title: Told, text: harbour.txt}

claims:
  told: {text: The shops were told.}

statements:
  voss-shops-told: {speaker: mara-voss, source: gazette, quote: Shops were told, positions: {told: asserts}}
  voss-everyone-told: {speaker: mara-voss, source: harbour, quote: Everyone was told}
"""
FILES = {
    "seeds/dossier.yaml": "title: Invented\n",
    "seeds/records.yaml": RECORDS,
    "seeds/gazette.txt": "“Shops were told,” Mara Voss said.\n",
    "seeds/harbour.txt": "“Everyone was told,” Mara Voss said.\n",
}


def examples() -> list[str]:
    """List the command lines in the blocks of the page on the commands."""
    page = (GUIDE / "commands.md").read_text("utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) for line in block.splitlines()]


def test_the_examples_of_the_page_on_the_commands_run_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    for path, text in FILES.items():
        (tmp_path / path).write_text(text, "utf-8")
    for name in ("bridge", "reprint", "interview", "wire"):
        (tmp_path / f"{name}.txt").write_text(f"The {name}\n\nA text.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for line in examples():
        words = shlex.split(line)
        assert words[:3] == ["uv", "run", "dossier"]
        # No model answers here; `tests/cli/test_modelled.py` has one that does.
        assert run(words[3:]) == (1 if "--model" in words else 0), line
    loaded = load(read_folder(tmp_path / "seeds"))
    assert [str(problem) for problem in loaded.problems if problem.level is Level.ERROR] == []
    sources, actors = loaded.dossier.sources, loaded.dossier.actors
    assert sources["harbour-news-the-reprint"].republishes == "lennburg-gazette-2024-03-15"
    assert sources["the-interview"].authors == ("jo-ahrens", "rita-klein")
    assert actors["harbour-news"].name == "Harbour News"
    assert actors["npa"].name == "North Press Agency"
    assert [report.source for report in loaded.dossier.statements["voss-shops-told"].reports] == [
        "gazette",
        "harbour",
    ]
