"""The commands that measure still run, and print what they are for."""

import pytest

from mkdocs_dossier.plugin import pagefinding
from tests.bench import check, drafting, pipeline, seeds, table
from tests.bench.measuring import PYTHON, run
from tests.browser.serving import chromium
from tests.thorough import weekly

pytestmark = pytest.mark.slow


@weekly
def test_the_pipeline_is_set_against_a_whole_build(capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.main(["--records", "100", "--records", "200", "--runs", "1"])

    head, *rows, growth = capsys.readouterr().out.splitlines()
    assert {"pipeline", "whole", "ratio"} <= set(head.split())
    assert [row.split()[0] for row in rows] == ["100", "200"]
    assert growth.startswith("100 -> 200 records (x2.00): pipeline x")


def test_checking_is_measured_by_time_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    check.main(["--records", "100", "--runs", "1"])

    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["records", "time", "processor", "memory"]
    assert row.split()[0] == "100"


@weekly
def test_drafting_is_measured_for_sources_in_many_files_and_in_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    drafting.main(["--records", "20", "--runs", "1"])

    head, row, head_of_one, row_of_one = capsys.readouterr().out.splitlines()
    assert head.split() == ["file", "each", "time", "processor", "memory"]
    assert head_of_one.split() == ["one", "file", "time", "processor", "memory"]
    assert row.split()[0] == row_of_one.split()[0] == "20"


def test_the_projects_own_dossier_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    seeds.main(["--runs", "1"])

    assert [row.split()[0] for row in capsys.readouterr().out.splitlines()] == ["seeds", "checked", "built"]


@weekly
def test_builds_are_set_against_plain_mkdocs(capsys: pytest.CaptureFixture[str]) -> None:
    table.main(["--records", "100", "--runs", "1"])

    head, row = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["records", "first", "edited"]
    assert 0 < float(row.split()[1]) < 10


@weekly
@pytest.mark.browser
@pytest.mark.skipif(
    chromium() is None or pagefinding.version() is None, reason="needs a Chromium and Pagefind"
)
def test_what_a_search_fetches_is_measured_for_both_kinds() -> None:
    # In a process of its own: a browser of another test may be open in this one.
    done = run(PYTHON, "-m", "tests.bench.searching", "--records", "100")

    head, *rows = done.output.splitlines()
    assert head.split()[:3] == ["records", "search", "index"]
    assert [row.split()[1] for row in rows] == ["material", "pagefind"]
