"""What other code may import, and packages that add to the program by entry points."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_dossier
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.exports.downloads import downloads
from mkdocs_dossier.pages import navigation
from mkdocs_dossier.rules.registry import rules_by_name
from tests.plugin.test_plugin import built
from tests.support import SEEDS

PACKAGE = '''
"""Adds one of each: a rule, a kind of page, an export."""

from mkdocs_dossier import Example, Export, Finding, Level, Page, PageKind, Rule
from mkdocs_dossier.document.compose import heading, paragraph, stack, text


def find(context):
    """Find dossiers of which nobody is the editor.

    Somebody should answer for it.
    """
    if not context.dossier.settings.editors:
        place = context.source_map.settings_place(("title",))
        yield Finding(place, "Nobody is the editor.", "Add `editors`.")


def pages(view):
    blocks = stack(heading(1, text("Press"), "press"), paragraph(text(view.dossier.settings.title)))
    yield Page("press/index.md", "Press", "For the press.", blocks)


RULE = Rule(
    "no-editor",
    Level.WARNING,
    find,
    passing=Example("", others={"dossier.yaml": "title: T\\neditors: [A]\\n"}),
    failing=Example("", line=1, path="dossier.yaml"),
)
KIND = PageKind(35, "press", "Press", pages)
EXPORT = Export("names.txt", "The names of all actors.", lambda published: [b"\\n".join(
    actor.name.encode() for actor in published.dossier.actors.values()
)])
'''
POINTS = """
[mkdocs_dossier.rules]
no-editor = adds_one_of_each:RULE
[mkdocs_dossier.pages]
press = adds_one_of_each:KIND
[mkdocs_dossier.exports]
names = adds_one_of_each:EXPORT
"""


def forget() -> None:
    """Forget which pieces were found."""
    for found in (rules_by_name, navigation._kinds, downloads):
        found.cache_clear()
    sys.modules.pop("adds_one_of_each", None)


def install(root: Path, points: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the package as an installer does: its module, and beside it the folder that describes it."""
    info = root / "adds_one_of_each-1.0.dist-info"
    info.mkdir(parents=True)
    (root / "adds_one_of_each.py").write_text(PACKAGE)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: adds-one-of-each\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(root))
    forget()


@pytest.fixture
def packages(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "packages"
    forget()


def test_a_package_adds_a_rule_a_kind_of_page_and_an_export(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: About the press\n")
    (folder / "a.yaml").write_text("actors: {ada: {name: Ada, kind: person, links: [https://example.org]}}\n")
    before = mkdocs_dossier.build(mkdocs_dossier.load(folder))
    install(packages, POINTS, monkeypatch)
    loaded = mkdocs_dossier.load(folder)
    files = mkdocs_dossier.build(loaded)
    assert [one.rule for one in loaded.problems if one.rule == "no-editor"] == ["no-editor"]
    assert files["data/names.txt"] == b"Ada"
    assert "About the press" in files["press/index.md"].decode()
    assert "names.txt" in files["data/index.md"].decode()
    assert files.keys() - before.keys() == {"data/names.txt", "press/index.md"}


def test_a_page_of_a_package_stands_in_the_navigation_at_its_place(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(packages, "[mkdocs_dossier.pages]\npress = adds_one_of_each:KIND\n", monkeypatch)
    titles = list(navigation.indexes().values())
    assert titles[titles.index("Events") + 1] == "Press"
    assert titles[titles.index("Press") + 1] == "Statements"
    (tmp_path / "project").mkdir()
    assert 'href="press/"' in (built(tmp_path / "project").root / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("adds_one_of_each:nothing", "importing it fails"),
        ("no_such_module:RULE", "importing it fails"),
        ("adds_one_of_each:KIND", "adds_one_of_each:KIND is no Rule."),
    ],
)
def test_a_package_that_adds_what_cannot_be_used_is_named(
    point: str,
    said: str,
    packages: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    install(packages, f"[mkdocs_dossier.rules]\nodd = {point}\n", monkeypatch)
    assert run(["check", str(SEEDS)]) == 3
    told = capsys.readouterr().err
    assert told.startswith("dossier: cannot go on: adds-one-of-each adds `odd` to mkdocs_dossier.rules, and ")
    assert said in told
    assert "fault of the program" not in told


def test_every_name_that_is_passed_on_can_be_imported_and_is_described() -> None:
    for name in mkdocs_dossier.__all__:
        piece = getattr(mkdocs_dossier, name)
        assert name == "__version__" or len(piece.__doc__) > 20
    with pytest.raises(AttributeError, match="nothing"):
        _ = mkdocs_dossier.nothing


def test_the_package_itself_imports_nothing_heavy() -> None:
    heavy = "{'pydantic', 'yaml', 'babel', 'mkdocs'}"
    code = f"import sys, mkdocs_dossier; print(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_folder_is_read_checked_and_built_by_one_call_each(tmp_path: Path) -> None:
    loaded = mkdocs_dossier.load(SEEDS)
    assert loaded.problems == mkdocs_dossier.check(SEEDS) == ()
    files = mkdocs_dossier.build(loaded)
    assert files["index.md"].startswith(b"---\n")
    assert files == mkdocs_dossier.build(mkdocs_dossier.load(str(SEEDS)))
    (missing,) = mkdocs_dossier.check(tmp_path / "nowhere")
    assert missing.rule == "no-folder"


def test_a_quotation_is_looked_up_in_a_text() -> None:
    text = "“We told Iraq before the strikes,” Kirby said."
    found = mkdocs_dossier.verify(text, ["We told […] before", "Nobody"], ["Kirby said"])
    assert [match and (match.tier, text[match.start : match.end]) for match in found.quote] == [
        ("elided", "We told Iraq before"),
        None,
    ]
    assert found.passage[0] is not None
    assert found.passage[0].exact == "Kirby said"
