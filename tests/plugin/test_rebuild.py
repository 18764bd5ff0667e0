"""A build that takes over what has not changed gives the same bytes as one from nothing."""

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

import yaml
from mkdocs_dossier.pages.tracing import Notes, Piece
from mkdocs_dossier.plugin import made
from tests.thorough import times, weekly

CONFIG: dict[str, Any] = {
    "site_name": "",
    "site_url": "https://example.org/news/",
    "repo_url": "https://github.com/example/news",
    "edit_uri": "edit/main/docs/",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", {"dossier": {"source": "news"}}],
}
TEXT = """\
“It is over,” said Ada Quill of the Office on Monday. “It is not over,” said Ben Sorrel.

Three people were hurt in Northtown, the Office said. Later it spoke of five. Nothing was said in Southtown.
"""
DOSSIER: dict[str, Any] = {
    "sources": {
        "gazette": {
            "title": "Town news",
            "publisher": "paper",
            "published": "2024-02-05",
            "text": "gazette.txt",
        },
        "later": {
            "title": "More news",
            "publisher": "paper",
            "published": "2024-02-07",
            "text": "gazette.txt",
        },
    },
    "actors": {
        "paper": {"name": "The Paper", "kind": "media"},
        "land": {"name": "Land", "kind": "state"},
        "office": {"name": "The Office", "kind": "organisation", "part_of": "land"},
        "ada": {
            "name": "Ada Quill",
            "kind": "person",
            "description": "Speaks for the [[office]], not for [[ben]].",
            "roles": [{"title": "Spokesperson", "at": "office", "speaks_for": True}],
        },
        "ben": {"name": "Ben Sorrel", "kind": "person", "aliases": ["Sorrel"]},
    },
    "places": {
        "country": {"name": "Landia", "kind": "country"},
        "north": {"name": "Northtown", "kind": "city", "within": "country", "lat": 10, "lon": 20},
    },
    "events": {
        "crash": {
            "name": "The crash",
            "kind": "accident",
            "when": "2024-02-03",
            "places": ["north"],
            "participants": [{"actor": "office", "role": "was there"}],
            "figures": [
                {"measure": "injured", "value": 3, "source": "gazette", "passage": "Three people were hurt"},
                {"measure": "injured", "value": 5, "source": "later", "passage": "it spoke of five"},
            ],
        },
        "talk": {"name": "The talk", "kind": "meeting", "when": "2024-02-05", "responds_to": ["crash"]},
    },
    "claims": {
        "over": {
            "text": "It is over.",
            "question": "Is it over?",
            "about": ["event/crash"],
            "note": "See [[ada]].",
        },
        "told": {"text": "People were told.", "about": ["event/talk"]},
    },
    "statements": {
        "ada-over": {
            "speaker": "ada",
            "said": "2024-02-05",
            "source": "gazette",
            "quote": "It is over",
            "positions": {"over": "asserts", "told": "asserts"},
        },
        "ben-not": {
            "speaker": "ben",
            "said": "2024-02-06",
            "source": "gazette",
            "quote": "It is not over",
            "summary": "Says no.",
            "positions": {"over": "denies"},
        },
    },
}
OVERRIDE = '{% extends "base.html" %}{% block footer %}<p>Mine.</p>{% endblock %}\n'


class Project:
    """A project on disk, and what its author may do to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = copy.deepcopy(CONFIG)
        self.dossier = copy.deepcopy(DOSSIER)
        self.settings: dict[str, Any] = {"title": "Our dossier", "updated": "2024-02-08"}
        self.text = TEXT
        self.changes: list[dict[str, Any]] = []
        self.pages: dict[str, str] = {}
        self.templates: dict[str, str] = {}

    def write(self, folder: Path) -> None:
        """Write all of it anew, also what did not change."""
        for name in ("news", "docs", "over"):
            shutil.rmtree(folder / name, ignore_errors=True)
            (folder / name).mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(self.config), "utf-8")
        news = folder / "news"
        (news / "dossier.yaml").write_text(yaml.safe_dump(self.settings, allow_unicode=True), "utf-8")
        for name, records in self.dossier.items():
            content = yaml.safe_dump({name: records}, allow_unicode=True, sort_keys=False)
            (news / f"{name}.yaml").write_text(content, "utf-8")
        if self.changes:
            (news / "changes.yaml").write_text(yaml.safe_dump(self.changes), "utf-8")
        (news / "gazette.txt").write_text(self.text, "utf-8")
        for path, content in self.pages.items():
            (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / path).write_text(content, "utf-8")
        for path, content in self.templates.items():
            (folder / "over" / path).write_text(content, "utf-8")

    def built(self, *, clean: bool) -> dict[str, bytes] | str:
        """Build it where it was built before, or from nothing; return its files, or why it has none."""
        folder = self.folder / ("clean" if clean else "kept")
        if clean:
            shutil.rmtree(folder, ignore_errors=True)
        self.write(folder)
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except (Abort, PluginError) as trouble:
            return str(trouble)
        found = (path for path in (folder / "site").rglob("*") if path.is_file())
        return {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in found}


def comparable(site: dict[str, bytes] | str) -> dict[str, bytes] | str:
    # The time stands in the header of a gzip file.
    return (
        site
        if isinstance(site, str)
        else {path: one for path, one in site.items() if path != "sitemap.xml.gz"}
    )


Edit = Callable[[Project], object]


def _rename_actor(project: Project) -> None:
    written = json.dumps(project.dossier)
    old, new = ("ben", "benedict") if '"ben"' in written else ("benedict", "ben")
    written = written.replace(f'"{old}"', f'"{new}"').replace(f"[[{old}]]", f"[[{new}]]")
    project.dossier = json.loads(written)


def _change_statement(project: Project, **fields: Any) -> None:
    for statement in list(project.dossier["statements"].values())[-1:]:
        statement.update(fields)


def _more_statements(project: Project) -> None:
    number = len(project.dossier["statements"])
    project.dossier["statements"][f"ben-again-{number}"] = {
        "speaker": next(key for key in project.dossier["actors"] if key.startswith("ben")),
        "said": f"2024-02-{7 + number % 20:02}",
        "source": "later",
        "quote": "It is not over",
        "positions": {"over": ("denies", "asserts", "declines")[number % 3]},
    }


def _toggle(held: dict[str, Any], key: str, value: Any) -> None:
    if key in held:
        del held[key]
    else:
        held[key] = value


def _change(record: str, what: str, day: int = 8, **more: Any) -> dict[str, Any]:
    return {"on": f"2024-02-0{day}", "record": record, "what": what, **more}


EDITS: dict[str, Edit] = {
    "name of an actor": lambda one: one.dossier["actors"]["ada"].update(name="Ada Q. Quill"),
    "name of a body": lambda one: one.dossier["actors"]["office"].update(name="The Bureau"),
    "id of an actor": _rename_actor,
    "alias": lambda one: one.dossier["actors"]["ada"].update(aliases=["Ada", "أدا"]),
    "end of a role": lambda one: one.dossier["actors"]["ada"]["roles"][0].update(until="2024-02-04"),
    "no body": lambda one: _toggle(one.dossier["actors"]["office"], "part_of", "land"),
    "place": lambda one: one.dossier["places"]["north"].update(lat=30.5, name="Norton"),
    "date of an event": lambda one: one.dossier["events"]["crash"].update(when="2024-01"),
    "no date": lambda one: one.dossier["events"]["talk"].pop("when", None),
    "figure": lambda one: one.dossier["events"]["crash"]["figures"][1].update(measure="dead"),
    "answer": lambda one: _toggle(one.dossier["events"]["talk"], "responds_to", ["crash"]),
    "claim": lambda one: one.dossier["claims"]["over"].update(question="Is it really over?"),
    "about": lambda one: one.dossier["claims"]["told"].update(about=["actor/land", "event/crash"]),
    "implies": lambda one: _toggle(one.dossier["claims"]["told"], "implies", ["over"]),
    "stance": lambda one: _change_statement(one, positions={"over": "asserts"}),
    "two stances": lambda one: _change_statement(one, positions={"over": "denies", "told": "denies"}),
    "correction": lambda one: _change_statement(one, corrects="ada-over"),
    "summary": lambda one: _change_statement(one, summary="Says something <else>."),
    "when it was said": lambda one: _change_statement(one, said="2024-02"),
    "one more": _more_statements,
    "one less": lambda one: len(one.dossier["statements"]) > 1 and one.dossier["statements"].popitem(),
    "also in": lambda one: _change_statement(one, also_in=[{"source": "later", "quote": "It is not over"}]),
    "headline": lambda one: one.dossier["sources"]["later"].update(title="No news"),
    "rights": lambda one: _toggle(one.dossier["sources"]["gazette"], "rights", "publish"),
    "text": lambda one: setattr(one, "text", one.text + "\nAnd nothing more.\n"),
    "wrong text": lambda one: setattr(
        one, "text", TEXT.replace("not over", "over and done") if "not over" in one.text else TEXT
    ),
    "title": lambda one: one.settings.update(title="Their dossier"),
    "language": lambda one: one.settings.update(
        language="ar" if one.settings.get("language") != "ar" else "en"
    ),
    "summary of all": lambda one: _toggle(one.settings, "summary", "What [[ada]] said."),
    "page": lambda one: _toggle(one.pages, "about.md", "# About\n\nSee [it](claims/over/index.md).\n"),
    "page's title": lambda one: one.pages.update({"about.md": "# About us\n"}),
    "page in place of ours": lambda one: _toggle(one.pages, "actors/ada/index.md", "# Mine\n"),
    "home page": lambda one: _toggle(one.pages, "index.md", "# My home\n"),
    "template": lambda one: _toggle(one.templates, "main.html", OVERRIDE),
    "folder of templates": lambda one: _toggle(one.config["theme"], "custom_dir", "over"),
    "feature": lambda one: _toggle(one.config["theme"], "features", ["navigation.tabs"]),
    "site's name": lambda one: one.config.update(site_name="My site"),
    "address": lambda one: one.config.update(site_url="https://example.org/"),
    "no repository": lambda one: _toggle(one.config, "repo_url", "https://github.com/example/news"),
    "files": lambda one: _toggle(one.config, "use_directory_urls", False),
    "extension": lambda one: _toggle(one.config, "markdown_extensions", ["legacy_em"]),
    "permalinks": lambda one: _toggle(one.config, "markdown_extensions", [{"toc": {"permalink": True}}]),
    "navigation": lambda one: _toggle(one.config, "nav", ["index.md", {"What": "claims/index.md"}]),
    "copyright": lambda one: one.config.update(copyright="Mine"),
    "a claim is new": lambda one: one.changes.append(_change("claim/over", "added")),
    "an actor changed": lambda one: one.changes.append(_change("actor/ada", "details", day=7)),
    "because of a statement": lambda one: one.changes.append(
        _change("claim/over", "contested", by=["statement/ada-over", "statement/ben-not"])
    ),
    "no changes": lambda one: one.changes.clear(),
    "nothing": lambda _: None,
}


def followed(folder: Path, names: list[str]) -> None:
    """Make edits one after the other; after each, compare the build with one from nothing."""
    project = Project(folder)
    assert isinstance(project.built(clean=False), dict)
    for name in names:
        EDITS[name](project)
        assert comparable(project.built(clean=False)) == comparable(project.built(clean=True)), name


@pytest.mark.parametrize(
    "names",
    [
        ["name of a body", "one more", "page in place of ours"],
        pytest.param(
            [
                "a claim is new",
                "claim",
                "an actor changed",
                "because of a statement",
                "one less",
                "no changes",
            ],
            marks=pytest.mark.slow,
        ),
        pytest.param(["wrong text", "summary", "wrong text", "language"], marks=pytest.mark.slow),
        pytest.param(
            ["template", "folder of templates", "template", "id of an actor"], marks=pytest.mark.slow
        ),
    ],
    ids=" - ".join,
)
def test_some_edits(tmp_path: Path, names: list[str]) -> None:
    followed(tmp_path, names)


@pytest.mark.slow
@pytest.mark.parametrize(
    "names",
    [pytest.param(list(EDITS)[at::4], marks=[weekly] if at else []) for at in range(4)],
    ids=range(4),
)
def test_each_edit(tmp_path: Path, names: list[str]) -> None:
    followed(tmp_path, names)


@pytest.mark.slow
@weekly
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=6))
@settings(
    max_examples=times(60, 2), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_sequence_of_edits(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    followed(tmp_path_factory.mktemp("project"), names)


def test_little_is_written_again_after_a_small_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    project.built(clean=False)
    touched = tmp_path / "kept" / "site" / "actors" / "land" / "index.html"
    touched.write_text(touched.read_text("utf-8"), "utf-8")  # nobody knows by whom, so it is made anew
    EDITS["summary"](project)
    written: set[str] = set()
    whole = made._Pen.piece

    def piece(pen: made._Pen, one: Piece, notes: Notes) -> made._Fresh:
        written.add(one.name)
        return whole(pen, one, notes)

    monkeypatch.setattr(made._Pen, "piece", piece)
    assert isinstance(project.built(clean=False), dict)
    assert {"actors/land", "statements/ben-not", "claims/over"} <= written
    assert {"actors/paper", "places/country", "places/"}.isdisjoint(written)


@pytest.mark.slow
def test_an_index_of_pagefind_stays_while_its_cards_do(tmp_path: Path) -> None:
    pytest.importorskip("pagefind", reason="The extra search is not installed.")
    project = Project(tmp_path)
    project.config["plugins"] = ["search", {"dossier": {"source": "news", "search": "pagefind"}}]
    first = project.built(clean=False)
    again = project.built(clean=False)
    assert isinstance(first, dict)
    assert sum(path.startswith("pagefind/") for path in first) > 5
    assert comparable(again) == comparable(first)
    EDITS["name of an actor"](project)
    after = project.built(clean=False)
    assert {path for path in after if path.startswith("pagefind/")} != set(first)
