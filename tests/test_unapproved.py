"""Nothing that nobody has approved is ever published: a site is as if its drafts were not written."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import mkdocs_dossier
import yaml
from mkdocs_dossier import site
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.cli.terminal import OK, PROBLEMS
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.problems import Level, Problem, Purpose
from mkdocs_dossier.reports.summary import summarise
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.sites import project_of
from tests.support import RECORDS, dossier_of, folder_of, loaded_seeds, seeds
from tests.thorough import times

TEXTS = {"gazette.txt": TEXT}
Records = dict[Section, dict[str, dict[str, Any]]]


def records_of(*files: str | bytes) -> Records:
    """Read files of records as data, all of them as one."""
    found: Records = {section: {} for section in SECTIONS}
    for text in files:
        for section, held in yaml.load(text, Loader=yaml.BaseLoader).items():  # noqa: S506 - texts only
            found[section].update(held)
    return found


SMALL = records_of(REVIEWED, DRAFTS)
for _held in SMALL.values():
    for _record in _held.values():
        _record.pop("review", None)


@cache
def seed_records() -> Records:
    files = [
        content for path, content in seeds().yaml.items() if path not in ("dossier.yaml", "changes.yaml")
    ]
    return records_of(*files)


def written(records: Records, texts: Mapping[str, bytes], redirects: bytes = b"") -> Loaded:
    """Load records as a dossier, beside settings that name none of them."""
    content = yaml.safe_dump({name: held for name, held in records.items() if held}, allow_unicode=True)
    return load(
        Folder({"dossier.yaml": b"title: T\n", RECORDS: content.encode()}, texts, redirects=redirects)
    )


def naming(loaded: Loaded, drafts: set[Ref]) -> set[Ref]:
    """Return records with all that name them, in fields or in prose, and so on."""
    named: dict[Ref, set[Ref]] = {}
    for section in SECTIONS:
        for key, record in loaded.dossier.section(section).items():
            by_link = {ref for _, one in links(record) for ref in (Ref(name, one.id) for name in SECTIONS)}
            for target in {one.target for one in references(record)} | by_link:
                named.setdefault(target, set()).add(Ref(section, key))
    waiting, found = list(drafts), set(drafts)
    while waiting:
        more = named.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def differs(records: Records, texts: Mapping[str, bytes], drawn: Callable[[list[Ref]], set[Ref]]) -> None:
    """Make drafts of some records, and compare the site with one in which they are not written."""
    refs = [Ref(section, key) for section in SECTIONS for key in records[section]]
    # Such a statement can be nothing but a draft.
    nameless = {ref for ref in refs if records[ref.section][ref.id].get("speaker") == "not-found"}
    drafts = naming(written(records, texts), drawn(refs) | nameless)
    redirects = "".join(f"{ref.section}/old-{ref.id},{ref.address}\n" for ref in refs)
    there = "".join(f"{ref.section}/old-{ref.id},{ref.address}\n" for ref in refs if ref not in drafts)
    marked: Records = {
        section: {
            key: {**record, "review": "draft"} if Ref(section, key) in drafts else record
            for key, record in held.items()
        }
        for section, held in records.items()
    }
    left: Records = {
        section: {key: record for key, record in held.items() if Ref(section, key) not in drafts}
        for section, held in records.items()
    }
    whole, rest = written(marked, texts, redirects.encode()), written(left, texts, there.encode())
    assert [one for one in whole.problems if one.level is Level.ERROR] == []
    assert site.build(whole) == site.build(rest)
    assert site.make_site(whole).cards() == site.make_site(rest).cards()
    assert summarise(whole).records == summarise(rest).records
    served, plain = (list(site.make_site(one, with_drafts=True).pages) for one in (whole, rest))
    shown = {page.path: page for page in served}
    of_drafts = {ref.address for ref in drafts} | {"drafts"}
    assert {path for path in shown if "/".join(path.split("/")[:2]) not in of_drafts} - {
        "drafts/index.md"
    } == {page.path for page in plain}
    assert [page.path for page in plain if page.path != "index.md" and page != shown[page.path]] == []


@given(st.data())
@settings(max_examples=times(100, 5), deadline=None)
def test_a_site_with_drafts_is_the_one_without_what_they_write(data: st.DataObject) -> None:
    texts = {path: text.encode() for path, text in TEXTS.items()}
    differs(SMALL, texts, lambda refs: data.draw(st.sets(st.sampled_from(refs), min_size=1)))


@pytest.mark.slow
@given(st.data())
@settings(max_examples=times(60, 6), deadline=None)
def test_so_is_that_of_the_projects_own_dossier(data: st.DataObject) -> None:
    texts = {Path(path).name: text for path, text in seeds().texts.items()}
    differs(seed_records(), texts, lambda refs: data.draw(st.sets(st.sampled_from(refs), max_size=12)))


def with_drafts() -> dict[str, str]:
    return {RECORDS: REVIEWED, "more/drafts.yaml": DRAFTS.replace("gazette.txt", "../gazette.txt")}


def test_without_a_draft_there_is_one_dossier() -> None:
    loaded = loaded_seeds()
    assert loaded.reviewed.dossier is loaded.dossier
    assert loaded.reviewed.findings is loaded.findings


def test_the_whole_dossier_and_the_reviewed_one_are_told_apart() -> None:
    loaded = dossier_of(with_drafts(), TEXTS)
    assert {"ada-told", "somebody-lie"} <= loaded.dossier.statements.keys()
    assert {*loaded.reviewed.dossier.statements} == {"ada-told", "ben-not"}
    assert {*loaded.reviewed.dossier.texts} == {"gazette"}
    assert Ref("claims", "silent") in loaded.dossier.backlinks
    assert Ref("claims", "silent") not in loaded.reviewed.dossier.backlinks
    assert {owner.id for owner, _ in loaded.reviewed.findings.quotations} == {
        "ada-told",
        "ben-not",
        "closing",
    }


def test_a_quotation_of_a_draft_is_looked_up_like_any_other() -> None:
    files = with_drafts() | {"more/drafts.yaml": DRAFTS.replace("quote: They lie", "quote: They silent")}
    problems = dossier_of(files, TEXTS).problems
    assert {one.location.path for one in problems if one.rule == "quote-not-found"} == {"more/drafts.yaml"}


# Each command


def laid_out(folder: Path, files: Mapping[str, str]) -> Path:
    config = "site_name: T\ntheme: {name: mkdocs}\nplugins: [{dossier: {source: news}}]\n"
    all_files = {"dossier.yaml": "title: T\n", **files, **TEXTS}
    return project_of(folder, config, {path: text.encode() for path, text in all_files.items()})


def drafted_files(problems: tuple[Problem, ...], level: Level) -> list[str]:
    return [str(one.location) for one in problems if one.rule == "unreviewed" and one.level is level]


@pytest.mark.parametrize(
    ("purpose", "error", "warning"),
    [(Purpose.CHECK, 0, 1), (Purpose.BUILD, 1, 0), (Purpose.SERVE, 0, 0)],
)
def test_what_drafts_weigh_hangs_on_what_is_to_be_done(purpose: Purpose, error: int, warning: int) -> None:
    problems = load(folder_of(with_drafts(), TEXTS), purpose).problems
    assert len(drafted_files(problems, Level.ERROR)) == error
    assert len(drafted_files(problems, Level.WARNING)) == warning


def test_a_check_counts_drafts_and_fails_where_warnings_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = str(laid_out(tmp_path, with_drafts()) / "news")
    assert run(["check", news]) == OK
    out = capsys.readouterr().out
    assert "9 records of this file are drafts that nobody has approved: more/drafts.yaml." in out
    assert "dossier review" in out
    assert "2 statements" in out
    assert run(["check", "--strict", news]) == PROBLEMS


def test_dossier_build_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = laid_out(tmp_path, with_drafts())
    assert run(["build", str(project / "news"), "--out", str(tmp_path / "out")]) == PROBLEMS
    out, err = capsys.readouterr()
    assert "9 records of this file are drafts that nobody has approved: more/drafts.yaml." in out
    assert "error" in out
    assert "Nothing was written." in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("strict", [False, True])
def test_mkdocs_build_writes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, strict: bool
) -> None:
    project = laid_out(tmp_path, with_drafts())
    config = load_config(str(project / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort):
        build(config)
    assert "9 records of this file are drafts that nobody has approved: more/drafts.yaml." in caplog.text
    assert "dossier review" in caplog.text
    assert not (project / "site").exists()


def test_a_program_that_loads_a_dossier_gets_no_draft(tmp_path: Path) -> None:
    news = laid_out(tmp_path, with_drafts()) / "news"
    loaded = mkdocs_dossier.load(news)
    assert len(drafted_files(loaded.problems, Level.ERROR)) == 1
    assert "somebody-lie" not in loaded.dossier.statements
    assert "silent" not in loaded.findings.labels
    assert len(drafted_files(mkdocs_dossier.check(news), Level.WARNING)) == 1
    assert drafted_files(mkdocs_dossier.check(news), Level.ERROR) == []
    (news / "more" / "drafts.yaml").unlink()
    assert mkdocs_dossier.build(loaded) == mkdocs_dossier.build(mkdocs_dossier.load(news))
