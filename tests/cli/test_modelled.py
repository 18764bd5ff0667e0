"""`dossier draft --model`, as an author meets it, with a server on this machine in place of a model."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.cli import modelserver
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data
from tests.drafting.hostile_articles import HOSTILE, Hostile
from tests.drafting.model_server import NOTHING, Answer, Asked, by_name, in_turn, says, serving

pytest.importorskip("pydantic_ai", reason="The extra model is not installed.")

TEXT = "“The dam is safe,” said Ada Quill, the mayor of Dunwold, on Monday. Ben Sorrel called it “a lie”.\n"
REVIEWED = """\
# Reviewed by hand.
actors:
  ada: {name: Ada Quill, kind: person}
"""
Snapshot = dict[str, bytes]


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(modelserver, "_PAUSE", 0)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    folder = tmp_path / "seeds"
    (folder / "news").mkdir(parents=True)
    (folder / "dossier.yaml").write_text("title: A dossier\n")
    (folder / "reviewed.yaml").write_text(REVIEWED)
    (tmp_path / "outside.txt").write_text("outside\n")
    put(folder, "gazette", TEXT)
    return folder


def put(folder: Path, source: str, text: str) -> None:
    (folder / "news" / f"{source}.txt").write_text(text, "utf-8")
    record = f"sources:\n  {source}:\n    title: News\n    published: 2024-02-05\n    text: {source}.txt\n"
    (folder / "news" / f"{source}.yaml").write_text(record)


def snapshot(folder: Path) -> Snapshot:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".dossier-" not in path.name
    }


def draft(folder: Path, url: str, *options: str, source: str = "gazette") -> int:
    return run(["draft", source, "--into", str(folder), "--model", "m", "--base-url", url, *options])


def drafted(folder: Path, source: str = "gazette") -> dict[str, Any]:
    content = (folder / "news" / f"{source}.draft.yaml").read_bytes()
    node, problems = parse("x", content)
    assert node is not None
    assert problems == []
    found = to_data(node)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def by_rules(seeds: Path, tmp_path: Path) -> Iterator[bytes]:
    """The draft that the rules make alone, in a copy of the dossier."""
    other = tmp_path / "other"
    for path, content in snapshot(seeds).items():
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        (other / path).write_bytes(content)
    assert run(["draft", "gazette", "--into", str(other)]) == 0
    yield (other / "news" / "gazette.draft.yaml").read_bytes()


POSITIONS = [{"statement": "U1", "stance": "asserts"}, {"statement": "U2", "stance": "denies"}]
CLAIM = {"claims": [{"text": "The dam is safe.", "positions": POSITIONS}]}
EVENT = {"events": [{"sentence": "S1", "kind": "other", "new_kind": "inspection", "day": "D1"}]}


def right(asked: Asked, _: int = 0) -> Answer:
    """The answer of a good model, which finds out the number of a speaker."""
    sorrel = re.search(r"([AN]\d+) = Ben Sorrel", asked.text)
    quoted = [{"speaker": sorrel[1] if sorrel else "", "quotes": ["Q2"]}]
    return by_name(statements={"quoted": quoted, "reported": []}, claims=CLAIM, events=EVENT)(asked, 0)


def test_a_right_answer_is_in_the_draft_and_it_is_said_what_was_sent_where(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(right) as fake:
        assert draft(seeds, fake.url) == 0
    made = drafted(seeds)
    assert made["claims"] == {"the-dam-is-safe": {"review": "draft", "text": "The dam is safe."}}
    stances = {one["speaker"]: one["positions"] for one in made["statements"].values()}
    assert stances == {"ada": {"the-dam-is-safe": "asserts"}, "ben-sorrel": {"the-dam-is-safe": "denies"}}
    assert made["events"]["inspection-2024-02-05"]["name"] == "Inspection"
    text = (seeds / "news" / "gazette.draft.yaml").read_text()
    assert "    # text: pointed out by a model\n" in text
    assert "    # positions: pointed out by a model\n" in text
    said = capsys.readouterr().err
    assert said.startswith(f"dossier: The text of `gazette` goes to {fake.url}, to the model `m`.\n")
    assert "dossier: `gazette`: 3 requests, 300 tokens in, 30 tokens out.\n" in said
    source = (seeds / "news" / "gazette.yaml").read_text()
    assert ", by rules and the model m" in source
    assert not [one for one in load(read_folder(seeds)).problems if one.level is Level.ERROR]


def test_without_a_model_nothing_is_asked_and_nothing_imported(seeds: Path, by_rules: bytes) -> None:
    code = (
        "import sys, socket\n"
        "def refuse(*_, **__): raise AssertionError('no request')\n"
        "socket.socket.connect = refuse\n"
        "from mkdocs_dossier.cli.main import run\n"
        f"code = run(['draft', 'gazette', '--into', {str(seeds)!r}])\n"
        "print(sorted({'pydantic_ai', 'openai', 'httpx2'} & sys.modules.keys()))\n"
        "sys.exit(code)\n"
    )
    environ = {**os.environ, "OPENAI_API_KEY": "x", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environ
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
    assert (seeds / "news" / "gazette.draft.yaml").read_bytes() == by_rules
    assert "the model" not in (seeds / "news" / "gazette.yaml").read_text()


def test_the_key_is_that_of_the_environment(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", " my-key\n")
    with serving(in_turn([])) as fake:
        assert draft(seeds, fake.url) == 0
    assert {one.headers["authorization"] for one in fake.asked} == {"Bearer my-key"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "trouble",
    [
        (Answer("no", 401), 1, "wants a key: set OPENAI_API_KEY"),
        (Answer("no", 404), 1, "has no model `m`"),
        (Answer("no", 400), 1, "refuses the request"),
        (Answer("no", 429), 0, "cannot answer now (429"),
        (Answer("no", 500), 0, "cannot answer now (500"),
        (Answer(wait=30), 0, "no answer within 0.2 seconds"),
        (Answer(body=b"<html>"), 0, "no answer that can be read"),
    ],
)
def test_where_the_server_fails_the_draft_is_that_of_the_rules_and_it_is_said_so(
    trouble: tuple[Answer, int, str], seeds: Path, by_rules: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    answer, code, why = trouble
    with serving(lambda *_: answer) as fake:
        assert draft(seeds, fake.url, *(["--timeout", "0.2"] if answer.wait else [])) == code
    assert len(fake.asked) == (1 if code else 2)
    assert (seeds / "news" / "gazette.draft.yaml").read_bytes() == by_rules
    said = capsys.readouterr().err
    assert why in said
    assert "The draft is made by rules alone." in said
    assert "Traceback" not in said
    assert "the model" not in (seeds / "news" / "gazette.yaml").read_text()


def test_a_closed_port_and_a_host_that_is_not_there_are_for_the_author(
    seeds: Path, by_rules: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(in_turn([])) as fake:
        pass
    assert draft(seeds, fake.url) == 1
    assert "Nothing can be reached at" in capsys.readouterr().err
    assert (seeds / "news" / "gazette.draft.yaml").read_bytes() == by_rules


def test_where_the_extra_is_missing_it_is_said_and_no_text_goes_anywhere(
    seeds: Path, by_rules: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pydantic_ai.models.openai", None)
    assert draft(seeds, "http://127.0.0.1:9/v1") == 1
    said = capsys.readouterr().err
    assert "pip install 'mkdocs-dossier[model]'" in said
    assert "goes to" not in said
    assert (seeds / "news" / "gazette.draft.yaml").read_bytes() == by_rules


@pytest.mark.slow
def test_a_server_that_answers_the_second_time_has_its_part_in_the_draft(seeds: Path) -> None:
    with serving(lambda asked, at: right(asked) if at else Answer("no", 500)) as fake:
        assert draft(seeds, fake.url) == 0
    assert [one.name for one in fake.asked] == ["statements", "statements", "claims", "events"]
    assert "the-dam-is-safe" in drafted(seeds)["claims"]


@pytest.mark.slow
@pytest.mark.parametrize("text", ["I am sorry, but no.", '{"quoted": [{"speaker": "A1"', "", "[]"])
def test_prose_and_what_is_cut_off_are_dropped_and_named(
    text: str, seeds: Path, by_rules: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda *_: Answer(text, finish="length" if text.startswith("{") else "stop")) as fake:
        assert draft(seeds, fake.url) == 0
    assert len(fake.asked) == 9
    assert (seeds / "news" / "gazette.draft.yaml").read_bytes() == by_rules
    said = capsys.readouterr().err
    assert "`gazette`: dropped of what the model says: claims: The answer " in said


@pytest.mark.slow
def test_fenced_json_is_read(seeds: Path) -> None:
    def fenced(asked: Asked, _: int) -> Answer:
        plain = right(asked)
        return Answer(f"Sure!\n```json\n{plain.text}\n```\n")

    with serving(fenced) as fake:
        assert draft(seeds, fake.url) == 0
    assert len(fake.asked) == 3
    assert "the-dam-is-safe" in drafted(seeds)["claims"]


def test_no_more_requests_are_made_than_are_allowed(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(right) as fake:
        assert draft(seeds, fake.url, "--max-requests", "1") == 0
    assert [one.name for one in fake.asked] == ["statements"]
    said = capsys.readouterr().err
    assert "not asked, since --max-requests 1 is reached: claims; events from S1 on." in said
    assert "1 request, 100 tokens in, 10 tokens out." in said
    assert "claims" not in drafted(seeds)


def test_a_claim_that_the_format_refuses_goes_back_with_the_message_and_is_dropped(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = {"text": "The \u202edam.", "positions": [{"statement": "U1", "stance": "asserts"}]}
    with serving(by_name(claims={"claims": [bad]})) as fake:
        assert draft(seeds, fake.url) == 0
    asked = [one for one in fake.asked if one.name == "claims"]
    assert len(asked) == 3
    assert "U+202E" in asked[1].last
    assert "U+202E" in capsys.readouterr().err
    assert "claims" not in drafted(seeds)


@pytest.mark.slow
def test_of_many_sources_those_behind_a_trouble_are_drafted_by_rules_and_said_once(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(seeds, "herald", TEXT)
    put(seeds, "wire", TEXT)
    answers = [*(says(NOTHING[name]) for name in ("statements", "claims", "events")), Answer("no", 404)]
    with serving(in_turn(answers)) as fake:
        options = ["--model", "m", "--base-url", fake.url]
        assert run(["draft", "--all", "--into", str(seeds), *options]) == 1
    assert len(fake.asked) == 4
    said = capsys.readouterr().err
    assert said.count("has no model") == 1
    assert "3 of 3 sources drafted" in said
    assert "All together: 4 requests, 300 tokens in, 30 tokens out." in said
    by = [
        (seeds / "news" / f"{one}.yaml").read_text().count("the model m")
        for one in ("gazette", "herald", "wire")
    ]
    assert by == [1, 0, 0]


SOMEWHERE = ["--base-url", "http://127.0.0.1:9/v1"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--model", "m"], "Say where the model is"),
        (SOMEWHERE, "Say which model"),
        (["--model", "m", "--base-url", "127.0.0.1:9"], "--base-url is not a web address"),
        (["--model", "m", "--base-url", "ftp://x.example/v1"], "--base-url is not a web address"),
        (
            ["--model", "m", "--base-url", "http://me:secret@x.example/v1"],
            "--base-url is an address with a user",
        ),
        (["--model", "\x1b[1mm", *SOMEWHERE], "not that of a model"),
        (
            ["--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--prompts", "nowhere"],
            "there is no folder",
        ),
    ],
)
def test_what_is_mistyped_is_said_and_nothing_is_written(
    options: list[str], why: str, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(seeds)
    assert run(["draft", "gazette", "--into", str(seeds), *options]) == 2
    assert why in capsys.readouterr().err
    assert snapshot(seeds) == before


def test_prompts_of_ones_own_take_the_place_of_those_that_have_their_name(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "claims.md").write_text("My question.\n$article\n$choices in $language\n")
    with serving(in_turn([])) as fake:
        assert draft(seeds, fake.url, "--prompts", str(own), "--dry-run") == 0
    assert [one.name for one in fake.asked if one.last.startswith("My question.\n⟦article⟧")] == ["claims"]
    assert not (seeds / "news" / "gazette.draft.yaml").exists()
    (own / "claims.md").write_text("My question without the text.\n$choices in $language\n")
    assert draft(seeds, fake.url, "--prompts", str(own)) == 2
    assert "claims.md has no place for $article" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_an_article_that_is_obeyed_makes_at_worst_a_wrong_draft(
    hostile: Hostile, seeds: Path, tmp_path: Path
) -> None:
    put(seeds, "bad", hostile.text)
    before = snapshot(tmp_path)

    def obeying(asked: Asked, _: int) -> Answer:
        answer = hostile.answers.get(asked.name, hostile.answers if "quoted" in hostile.answers else {})
        return Answer(answer) if isinstance(answer, str) else says(answer)

    with serving(obeying) as fake:
        assert draft(seeds, fake.url, source="bad") == 0
    after = snapshot(tmp_path)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {"seeds/news/bad.yaml", "seeds/news/bad.draft.yaml"}
    noted = after["seeds/news/bad.yaml"].decode()
    assert noted.startswith(before["seeds/news/bad.yaml"].decode())
    assert "    drafted: {by: " in noted
    made = drafted(seeds, "bad")
    assert all(one["review"] == "draft" for section in made.values() for one in section.values())
    text = " ".join(hostile.text.split())
    assert all(words in text for words in words_of(made))
    assert len(made.get("claims", {})) <= 6
    assert all(len(one["text"]) <= 200 for one in made.get("claims", {}).values())
    assert not [one for one in load(read_folder(seeds)).problems if one.level is Level.ERROR]
    assert {one.path for one in fake.asked} == {"/v1/chat/completions"}
    assert all("tools" not in one.body for one in fake.asked)


def words_of(value: Any, key: str = "") -> Iterator[str]:
    """List the quotes and passages of a draft."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from words_of(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner, key)
    elif key in ("quote", "passage"):
        yield value


def test_there_are_twenty_hostile_articles_each_of_its_own_kind() -> None:
    assert len(HOSTILE) == len({one.text for one in HOSTILE}) == 20
