"""What `dossier new` writes: a dossier that is without problems, and that names what it is given."""

import json
import re
import tomllib
from functools import cache
from hashlib import sha256
from html import unescape
from importlib.resources import files
from typing import Any

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from packaging.requirements import Requirement

import yaml
from mkdocs_dossier import __version__
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.starting import (
    _THEME_LANGUAGES,
    PLACES,
    SCHEMAS,
    _bounds,
    new_files,
    origin_of,
)
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.findings.found import FigurePairs, Findings, Position, weakest
from mkdocs_dossier.guard import NAME
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.model.json_schema import changes_schema, records_schema, settings_schema
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.problems import Level
from mkdocs_dossier.site import build, words_in
from mkdocs_dossier.values.plaintext import parse_text
from mkdocs_dossier.values.refs import SECTIONS
from tests.payloads import ON_ONE_LINE, PAYLOADS
from tests.rendering import folded

NAMING = {"README.md", "mkdocs.yml", "pyproject.toml", "seeds/dossier.yaml", "zensical.toml"}
"""The files in which the title stands."""
LANTERN, POST, COURRIER = ARTICLES = (
    "ostrel-lantern-2021-03-09",
    "navaria-post-2021-03-10",
    "courrier-de-navarie-2021-03-10",
)
RECORDS = [f"seeds/ostrel/{name}.yaml" for name in ("actors", "places", *ARTICLES)]
WARNED, SIRENS, WATER = "town-warned-before", "sirens-sounded-before", "water-came-before-midnight"
TEMPLATES = {name: (files("mkdocs_dossier") / "templates" / name).read_bytes() for name in PLACES}

SCHEMA_TEXTS = records_schema(), settings_schema(), changes_schema()


def made(title: str = "A title", language: str = "en", origin: str = "") -> dict[str, bytes]:
    return new_files(TEMPLATES, SCHEMA_TEXTS, words_in, title, language, origin=origin)


def loaded(content: dict[str, bytes]) -> Loaded:
    inside = {
        path.removeprefix("seeds/"): text for path, text in content.items() if path.startswith("seeds/")
    }
    return load(
        Folder(
            {path: text for path, text in inside.items() if path.endswith(".yaml")},
            {path: text for path, text in inside.items() if path.endswith(".txt")},
        )
    )


@cache
def found() -> Findings:
    return loaded(made()).findings


def changed(article: str, old: str, new: str) -> Findings:
    """Return what follows from the example after a change to the records of an article."""
    content = made()
    path = f"seeds/ostrel/{article}.yaml"
    assert old in content[path].decode()
    dossier = loaded({**content, path: content[path].decode().replace(old, new).encode()})
    assert [one for one in dossier.problems if one.level is Level.ERROR] == []
    return dossier.findings


@pytest.mark.parametrize("language", ["en", "fr", "ar", "en-GB", "fr-CA", "zh-Hant"])
def test_the_new_dossier_has_no_problem_in_any_language(language: str) -> None:
    assert loaded(made(language=language)).problems == ()


def test_every_quotation_stands_in_its_text() -> None:
    assert {weakest(one.fragments) for one in found().quotations.values()} == {"exact"}


@pytest.mark.parametrize(
    ("claim", "name", "stance", "sides", "origins"),
    [
        (WARNED, "contested", None, (0, 1), ["actor/ostrel-lantern"]),
        (SIRENS, "corroborated", "denies", (0, 2), ["actor/navaria-post", "actor/ostrel-lantern"]),
        (WATER, "single origin", "asserts", (2, 0), ["actor/ostrel-lantern"]),
    ],
)
def test_each_claim_stands_as_the_comment_above_it_says(
    claim: str, name: str, stance: str | None, sides: tuple[int, int], origins: list[str]
) -> None:
    labels = found().labels
    label = labels[claim]
    assert set(labels) == {WARNED, SIRENS, WATER}
    assert (label.name, label.stance, tuple(label.sides.values())) == (name, stance, sides)
    assert [str(one) for one in label.origins] == origins


def test_the_dispute_ended_when_the_spokesman_took_his_words_back() -> None:
    (contradiction,) = found().contradictions[WARNED]
    assert (contradiction.first, contradiction.second) == ("ferrick-town-informed", "tolvane-not-warned")
    assert contradiction.withdrawn == ("ferrick-town-informed",)
    ended = found().labels[WARNED].ended
    assert ended
    assert (ended.by, ended.on and ended.on.text) == ("ferrick-does-not-know", "2021-03-09")
    assert changed(POST, "    corrects: ferrick-town-informed\n", "").labels[WARNED].ended is None


def test_only_the_reprint_keeps_two_sides_in_two_papers_from_being_corroborated() -> None:
    label = found().labels[WATER]
    assert label.statements == ("marn-flour", "tolvane-not-warned")
    assert label.sources == (COURRIER, LANTERN)
    without = changed(COURRIER, f"    republishes: {LANTERN}\n", "").labels[WATER]
    assert (without.name, len(without.origins)) == ("corroborated", 2)


def test_only_a_part_of_the_town_hall_would_be_of_one_side_with_the_mayor() -> None:
    brigade = "  ostrel-fire-brigade:\n"
    with_part = changed("actors", brigade, f"{brigade}    part_of: ostrel-town-hall\n")
    assert with_part.labels[SIRENS].name == "single voice"


def test_the_mayor_denies_the_sirens_by_what_the_claims_say_of_one_another() -> None:
    (position,) = found().implied["tolvane-not-warned"].items()
    assert position == (SIRENS, Position(Stance.DENIES, (WARNED,)))


@pytest.mark.parametrize(
    ("statement", "reports"),
    [
        ("ferrick-town-informed", [(LANTERN, "actor/ostrel-lantern"), (POST, "actor/navaria-wire")]),
        ("tolvane-not-warned", [(LANTERN, "actor/ostrel-lantern"), (COURRIER, "actor/ostrel-lantern")]),
        ("brell-sirens-silent", [(POST, "actor/navaria-post")]),
    ],
)
def test_a_statement_is_known_from_where_each_of_its_reports_is(
    statement: str, reports: list[tuple[str, str]]
) -> None:
    known = [(one.checked.source, str(one.origin)) for one in found().reports[statement]]
    assert known == reports


def test_somebody_gave_no_answer_and_counts_for_no_side() -> None:
    assert found().positions[WARNED]["ministry-no-answer"].stance is Stance.NO_REPLY
    assert "ministry-no-answer" not in found().labels[WARNED].statements


def test_one_figure_rises_one_is_revised_and_one_is_a_word() -> None:
    (event,) = loaded(made()).dossier.events.values()

    def values(pairs: FigurePairs) -> list[tuple[str, str]]:
        return [
            (event.figures[pair.first].value.text, event.figures[pair.second].value.text)
            for pair in pairs[event.id]
        ]

    assert values(found().developments) == [(">=12", "19")]
    assert values(found().revisions) == [("2", "3")]
    assert values(found().conflicts) == []
    assert "dozens" in [figure.value.text for figure in event.figures]


def test_every_section_begins_below_a_comment_where_it_comes_first() -> None:
    text = "".join(made()[path].decode() for path in RECORDS)
    firsts = [re.search(rf"^(# .*\n)?{section}:$", text, re.MULTILINE) for section in SECTIONS]
    assert [first and bool(first[1]) for first in firsts] == [True] * len(SECTIONS)


@pytest.mark.parametrize(
    "field",
    ["rights", "medium", "also_in", "via", "translated_by", "implies", "republishes", "corrects", "locator"],
)
def test_a_field_that_is_new_to_a_reader_stands_below_a_comment_where_it_comes_first(field: str) -> None:
    text = "".join(made()[path].decode() for path in RECORDS)
    first = re.search(rf"^( *# .*\n)? +{field}:", text, re.MULTILINE)
    assert first
    assert first[1]


@pytest.mark.parametrize("article", ARTICLES)
def test_each_article_is_short_says_that_it_is_invented_and_has_its_hash(article: str) -> None:
    content = made()
    text = content[f"seeds/ostrel/{article}.txt"]
    assert len(text.decode().split()) < 200
    assert re.search("This article is invented|Cet article est inventé", text.decode())
    assert sha256(text).hexdigest() in content[f"seeds/ostrel/{article}.yaml"].decode()


def test_no_placeholder_is_left() -> None:
    assert [path for path, content in made().items() if b"@@" in content] == []


@pytest.mark.parametrize("language", ["en", "ar", "ckb", "no", "zh-Hant"])
def test_title_and_language_stand_in_the_settings(language: str) -> None:
    settings = loaded(made("Who knew?", language)).dossier.settings
    assert (settings.title, settings.language) == ("Who knew?", language)


def zensical(content: dict[str, bytes]) -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads(content["zensical.toml"].decode())["project"]
    return project


@pytest.mark.parametrize(
    ("language", "theme", "direction"),
    [
        ("en-GB", "en", "ltr"),
        ("ar", "ar", "rtl"),
        ("zh-Hant", "zh-Hant", "ltr"),
        ("ckb", "en", "rtl"),
        ("no", "en", "ltr"),
    ],
)
def test_zensical_is_given_a_language_that_its_theme_speaks_and_the_direction(
    language: str, theme: str, direction: str
) -> None:
    found = zensical(made(language=language))["theme"]
    assert (found["language"], found["direction"]) == (theme, direction)


def test_the_languages_of_the_theme_are_those_that_material_speaks_too() -> None:
    folder = files("material") / "templates" / "partials" / "languages"
    assert {one.name.removesuffix(".html") for one in folder.iterdir()} == _THEME_LANGUAGES


def test_zensical_is_given_the_sections_that_there_are_in_the_language_of_the_dossier() -> None:
    content = made(language="fr")
    home, *sections, about = zensical(content)["nav"]
    assert (home, about) == ("index.md", "about.md")
    assert {"Acteurs": ["actors/index.md"]} in sections
    written = build(loaded(content))
    assert {path for one in sections for (path,) in one.values()} == indexes().keys() & written.keys()
    assert all(f'["{path}"]' in content["zensical.toml"].decode() for path in indexes())


def test_zensical_is_given_the_styles_and_scripts_that_come_with_the_pages() -> None:
    content = made()
    written = build(loaded(content))
    project = zensical(content)
    assert set(project["extra_css"]) == {path for path in written if path.endswith(".css")}
    assert set(project["extra_javascript"]) == {path for path in written if path.endswith(".js")}
    assert project["theme"]["favicon"] in written


def test_both_builders_are_given_the_same_look() -> None:
    content = made()
    site = yaml.load(content["mkdocs.yml"], _Loader)  # noqa: S506 - a safe one
    theme = zensical(content)["theme"]
    assert theme["palette"] == site["theme"]["palette"]
    assert sorted(theme["features"]) == sorted(site["theme"]["features"])
    assert (theme["font"], zensical(content)["extra"]) == (site["theme"]["font"], site["extra"])


def test_a_builder_that_leaves_out_the_plugin_finds_the_guard() -> None:
    site = yaml.load(made()["mkdocs.yml"], _Loader)  # noqa: S506 - a safe one
    assert NAME in site["markdown_extensions"]
    assert NAME not in zensical(made())["markdown_extensions"]


class _Loader(yaml.SafeLoader):
    """Reads a `mkdocs.yml`, without what it takes from the environment."""


_Loader.add_constructor("!ENV", lambda _loader, _node: None)

TITLES = st.one_of(
    st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs", "Cf"]), min_size=1, max_size=40),
    st.text(st.sampled_from("\"'\\#:,-?!&*|>%@`{}[]<~=/.\u00a0\u2028 \u0301a0é中ا"), min_size=1, max_size=12),
    st.sampled_from(PAYLOADS),
    st.sampled_from(["null", "yes", "0x1f", "1e3", "2024-01-02", "~", "- a", "? a", "!ENV X", "@@x@@"]),
)


@given(TITLES)
@example("a  b")
def test_any_title_is_text_in_every_file(title: str) -> None:
    try:
        content = made(title)
    except RefusedError:
        return
    wanted = parse_text(title)
    dossier = loaded(content)
    assert dossier.problems == ()
    assert dossier.dossier.settings.title == wanted
    site = yaml.load(content["mkdocs.yml"], _Loader)  # noqa: S506 - a safe one
    assert site["site_name"] == wanted
    assert unescape(zensical(content)["site_name"]) == wanted
    assert not set(zensical(content)["site_name"]) & set("<>\"'")
    assert re.fullmatch(
        r"dossier-[a-z0-9-]+", tomllib.loads(content["pyproject.toml"].decode())["project"]["name"]
    )
    page = html5lib.parse(MarkdownIt("commonmark").render(content["README.md"].decode()))
    (heading,) = page.iterfind(".//{*}h1")
    assert folded("".join(heading.itertext())) == folded(wanted)
    assert list(heading) == []
    assert {path: text for path, text in content.items() if path not in NAMING} == {
        path: text for path, text in made().items() if path not in NAMING
    }


def test_each_hostile_title_is_read_back_as_it_was_written() -> None:
    for title in ON_ONE_LINE:
        content, wanted = made(title), parse_text(title)
        assert yaml.load(content["mkdocs.yml"], _Loader)["site_name"] == wanted  # noqa: S506 - a safe one
        assert yaml.safe_load(content["seeds/dossier.yaml"])["title"] == wanted
        assert tomllib.loads(content["pyproject.toml"].decode())["project"]["version"] == "0"


@pytest.mark.parametrize(("title", "language"), [("", "en"), ("a\nb", "en"), ("\u202ea", "en"), ("a", "!")])
def test_what_is_no_title_or_language_is_refused(title: str, language: str) -> None:
    with pytest.raises(RefusedError):
        made(title, language)


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        ("/home/me/mkdocs-dossier", {"path": "/home/me/mkdocs-dossier"}),
        ('C:/me/a "b"', {"path": 'C:/me/a "b"'}),
        ("https://github.com/a/b", {"git": "https://github.com/a/b"}),
        ("https://example.org/b.git", {"git": "https://example.org/b.git"}),
        ("git+https://example.org/b@v1", {"git": "https://example.org/b", "rev": "v1"}),
        ("git+ssh://git@example.org/b", {"git": "ssh://git@example.org/b"}),
        ("git+ssh://git@example.org/b@v1", {"git": "ssh://git@example.org/b", "rev": "v1"}),
        ("https://example.org/b-1.whl", {"url": "https://example.org/b-1.whl"}),
    ],
)
def test_the_program_is_taken_from_where_it_is_wanted(origin: str, wanted: dict[str, str]) -> None:
    project = tomllib.loads(made(origin=origin)["pyproject.toml"].decode())
    assert project["tool"]["uv"]["sources"] == {"mkdocs-dossier": wanted}


def test_without_an_origin_the_program_is_taken_from_the_index() -> None:
    project = tomllib.loads(made()["pyproject.toml"].decode())
    assert project["tool"]["uv"] == {"package": False}
    assert [Requirement(one).name for one in project["project"]["dependencies"]] == ["mkdocs-dossier"]


def test_a_dossier_takes_the_running_version_and_none_that_may_break_it() -> None:
    text = made()["pyproject.toml"].decode()
    (written,) = tomllib.loads(text)["project"]["dependencies"]
    wanted = Requirement(written).specifier
    assert str(wanted) == str(Requirement(f"x{_bounds(__version__)}").specifier)
    assert __version__ in wanted
    (commented,) = re.findall(r'# "(mkdocs-dossier\[html\].*)",', text)
    assert Requirement(commented).specifier == wanted


@pytest.mark.parametrize(
    ("version", "wanted"),
    [
        ("0.1.0", ">=0.1.0,<0.2"),
        ("0.9.4", ">=0.9.4,<0.10"),
        ("1.0.0", ">=1.0.0,<2"),
        ("2.3.1", ">=2.3.1,<3"),
    ],
)
def test_a_version_that_may_break_a_dossier_is_the_next_minor_one_before_1_0_and_else_the_next_major_one(
    version: str, wanted: str
) -> None:
    assert _bounds(version) == wanted


@pytest.mark.parametrize(
    ("record", "origin"),
    [
        ('{"url": "file:///home/me/a%20b", "dir_info": {"editable": true}}', "/home/me/a b"),
        (
            '{"url": "https://example.org/b", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "git+https://example.org/b@abc",
        ),
        ('{"url": "https://example.org/b.whl", "archive_info": {}}', "https://example.org/b.whl"),
        ("", ""),
        ("[]", ""),
        ('{"url": 3}', ""),
    ],
)
def test_where_the_program_came_from_is_read_from_its_installation(record: str, origin: str) -> None:
    assert origin_of(record) == origin


def test_the_workflow_pins_each_action_and_grants_little() -> None:
    workflow = yaml.safe_load(made()[".github/workflows/pages.yml"])
    steps = [step for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert steps
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]) for step in steps)
    assert workflow["permissions"] == {}
    written = {
        (name, right)
        for name, job in workflow["jobs"].items()
        for right, level in job["permissions"].items()
        if level == "write"
    }
    assert written == {("publish", "pages"), ("publish", "id-token")}


def test_no_expression_of_the_workflow_stands_in_a_command() -> None:
    workflow = yaml.safe_load(made()[".github/workflows/pages.yml"])
    commands = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert commands
    assert not any("${{" in command for command in commands)


def test_an_editor_finds_the_schemas() -> None:
    content = made()
    named = json.loads(content[".vscode/settings.json"])["yaml.schemas"]
    assert set(named) == {f"./{SCHEMAS[0]}", f"./{SCHEMAS[2]}"}
    for path in ("seeds/dossier.yaml", *RECORDS):
        line = content[path].decode().partition("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=((?:\.\./)+)(.*)", line)
        assert found
        assert found[1].count("..") == path.count("/")
        assert found[2] in SCHEMAS
        assert json.loads(content[found[2]])


def test_title_and_language_are_written_as_they_are_read() -> None:
    assert made(" A title ", "AR") == made("A title", "ar")


def test_an_origin_with_characters_that_cannot_be_seen_is_refused() -> None:
    with pytest.raises(RefusedError, match="--from has characters"):
        made(origin="a\u200bb")
