"""`dossier links`: what is printed, the exit code, and Ctrl+C."""

import json
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from mkdocs_dossier.cli import links
from mkdocs_dossier.cli.linkasking import Manners
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.reports.linkreport import Answer, State
from tests.cli.web_servers import Answer as Sent
from tests.cli.web_servers import Web, serving


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(links, "MANNERS", Manners(pause=0))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "dossier.yaml").write_text("title: A dossier\n")
    return tmp_path / "seeds"


def write(folder: Path, web: Web, *paths: str, archived: bool = True) -> None:
    copy = f", archived: [{web.url}/copy]" if archived else ""
    records = [f"  s{at}: {{title: S, url: {web.url}/{path}{copy}}}\n" for at, path in enumerate(paths)]
    actor = f"actors:\n  a: {{name: A, kind: person, links: [{web.url}/actor]}}\n"
    (folder / "records.yaml").write_text("sources:\n" + "".join(records) + actor)


def test_what_is_dead_is_printed_with_its_place(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda request: Sent(404 if request.path == "/dead" else 200)) as web:
        write(dossier, web, "a", "dead")
        assert run(["links"]) == 1
    said = capsys.readouterr()
    assert said.out.replace(web.url, "URL") == (
        "seeds/records.yaml:3:23: dead: URL/dead (source s1)\n"
        "    It answers 404 Not Found. Readers are led to the copy as well: URL/copy.\n"
        "Addresses: 3 fine, 1 dead\n"
    )
    assert said.err == ""


def test_where_all_is_fine_the_exit_code_says_so(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(lambda _: Sent()) as web:
        write(dossier, web, "a")
        assert run(["links", "seeds", "--strict"]) == 0
        assert {*web.said} == {"HEAD /a", "HEAD /copy", "HEAD /actor"}
        web.asked.clear()
        assert run(["links", "--only", "sources", "--format", "json"]) == 0
        assert {*web.said} == {"HEAD /a", "HEAD /copy"}
    found = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert [one["state"] for one in found] == ["fine", "fine"]


def test_what_moved_or_is_not_archived_counts_only_strictly(dossier: Path) -> None:
    with serving(lambda _: Sent()) as web:
        write(dossier, web, "a", archived=False)
        assert (run(["links"]), run(["links", "--strict"])) == (0, 1)
    with serving(lambda one: Sent() if one.path != "/a" else Sent(301, {"Location": "/b"})) as web:
        write(dossier, web, "a")
        assert (run(["links"]), run(["links", "--strict"])) == (0, 1)


def test_a_dossier_without_addresses_is_fine(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["links", str(dossier)]) == 0
    assert capsys.readouterr().out == "Addresses: none\n"


def test_a_dossier_with_errors_is_asked_as_far_as_it_can_be_read(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda _: Sent()) as web:
        write(dossier, web, "a")
        (dossier / "broken.yaml").write_text("actors: {b: {nam: x}}\n")
        assert run(["links"]) == 0
    said = capsys.readouterr()
    assert "Addresses: 3 fine" in said.out
    assert "Not all of seeds can be read" in said.err


def test_ctrl_c_ends_with_what_is_known(
    dossier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(urls: Sequence[str], _: Manners) -> Generator[tuple[str, Answer]]:
        yield urls[0], Answer(State.DEAD, "It answers 404 Not Found.", status=404)
        raise KeyboardInterrupt

    monkeypatch.setattr(links, "answers", interrupted)
    with serving(lambda _: Sent()) as web:
        write(dossier, web, "a")
    assert run(["links"]) == 1
    said = capsys.readouterr()
    assert "dossier: stopped: 2 of 3 addresses were not asked.\n" in said.err
    assert said.out.endswith("Addresses: 1 dead, 2 not asked\n")


def test_a_folder_that_is_none_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["links", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in capsys.readouterr().err
