"""The recipe of the guide, from three articles to a site, works when it is followed to the letter."""

import shlex
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import Loaded, load
from tests.guide_markdown import GUIDE, blocks

ARTICLES = {
    "article": (
        "Old Bridge closed after inspection\n\n"
        "“We informed every shop on the quay a week before,” Mara Voss, spokeswoman of the council, said.\n"
    ),
    "courier": (
        "Council under pressure over bridge\n\n"
        "“We informed every shop on the quay a week before,” Mara Voss told reporters on Tuesday, the agency "
        "North Wire reports.\n\n“Nobody told us anything,” said Jon Teller of the merchants’ association.\n"
    ),
    "reprint": (
        "Old Bridge closed after inspection\n\n"
        "“We informed every shop on the quay a week before,” Mara Voss, spokeswoman of the council, said.\n"
    ),
}
FIRST = """
actors:
  mara-voss: {name: Mara Voss, kind: person}
claims:
  shops-told: {text: The shops were told before the bridge was closed.}
statements:
  voss-shops-told:
    speaker: mara-voss
    source: lennburg-gazette-2024-03-12
    quote: We informed every shop on the quay a week before
    positions: {shops-told: asserts}
"""
FURTHER = """
actors:
  jon-teller: {name: Jon Teller, kind: person}
statements:
  voss-told-everyone:
    speaker: mara-voss
    source: river-courier-2024-03-13
    quote: We informed every shop on the quay a week before
    via: north-wire
    positions: {shops-told: asserts}
  teller-not-told:
    speaker: jon-teller
    source: river-courier-2024-03-13
    quote: Nobody told us anything
    positions: {shops-told: denies}
"""


def commands(program: str) -> list[list[str]]:
    """List the command lines of the page whose first words are these."""
    lines = [line for block in blocks(GUIDE / "start.md") for line in block.content.splitlines()]
    return [shlex.split(line)[2:] for line in lines if line.startswith(f"uv run {program}")]


def follow(line: list[str]) -> None:
    assert run(line[1:]) == 0, line


def loaded(folder: Path) -> Loaded:
    return load(read_folder(folder / "seeds"))


@pytest.mark.filterwarnings("ignore")
def test_from_three_articles_to_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, *_ = commands("dossier new")
    first, courier, reprint = commands("dossier source")
    (merge,) = commands("dossier merge")
    home = tmp_path / "program"
    home.mkdir()
    monkeypatch.chdir(home)
    follow([*new, "--yes"])
    folder = tmp_path / "my-dossier"
    monkeypatch.chdir(folder)
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    follow(first)
    (folder / "seeds" / "first.yaml").write_text(FIRST, "utf-8")
    assert loaded(folder).problems == ()
    for line in (courier, reprint):
        follow(line)
    (folder / "seeds" / "further.yaml").write_text(FURTHER, "utf-8")
    assert {problem.rule for problem in loaded(folder).problems} == {"same-words"}
    follow(merge)
    done = loaded(folder)
    assert done.problems == ()
    reports = done.findings.reports["voss-shops-told"]
    assert [(one.checked.source, str(one.origin)) for one in reports] == [
        ("lennburg-gazette-2024-03-12", "actor/lennburg-gazette"),
        ("river-courier-2024-03-13", "actor/north-wire"),
    ]
    assert len(done.findings.contradictions["shops-told"]) == 1
    assert done.dossier.sources["harbour-post-2024-03-14"].republishes == "lennburg-gazette-2024-03-12"
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    page = (folder / "site" / "claims" / "shops-told" / "index.html").read_text("utf-8")
    assert "known through 2 sources of 2 origins" in page
