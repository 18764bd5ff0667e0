"""The measure of drafts: what it counts, on two corpora of a few invented sentences."""

import json
from pathlib import Path

import pytest

from tools.evaluate_drafting import main

TEXT = """Mr. Poe met Ana Roe there.
“Nobody was told of it,” Ana Roe said.
The “blue” house was sold, John Poe said.
"""


def span(part: str, role: str, number: int) -> str:
    start = TEXT.index(part)
    return f"T{number}\t{role} {start} {start + len(part)}\t{part}"


def polnear(folder: Path, speaker: str = "Ana Roe") -> None:
    base = folder / "polnear/data/dev"
    (base / "text").mkdir(parents=True)
    (base / "attributions").mkdir()
    (base / "text/one.txt").write_text(TEXT, "utf-8")
    lines = [
        span("“Nobody was told of it,”", "Content", 1),
        span(speaker, "Source", 2),
        f"T3\tCue {TEXT.index('said')} {TEXT.index('said') + 4}\tsaid",
        "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3",
        span("The “blue” house was sold", "Content", 4),
        span("John Poe", "Source", 5),
        "E2\tAttribution:T3 Content:T4 Source:T5 Cue:T3",
    ]
    for name in ("one_ab12", "one_cd34"):  # two annotations of one text
        (base / f"attributions/{name}.ann").write_text("\n".join(lines), "utf-8")


def german(folder: Path) -> None:
    base = folder / "german/data/dev"
    base.mkdir(parents=True)
    text = "„Niemand wusste davon“, sagte Ana Roe. Nichts geschah."

    def spans(part: str) -> dict[str, object]:
        return {"spans": [{"charBegin": text.index(part), "charEnd": text.index(part) + len(part)}]}

    said = {"quote": spans("„Niemand wusste davon“"), "speaker": spans("Ana Roe"), "cue": spans("sagte")}
    (base / "one.json").write_text(json.dumps({"originalText": text, "annotations": [said]}), "utf-8")


def test_a_right_draft_is_counted_as_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    polnear(tmp_path)
    german(tmp_path)
    assert main(["--data", str(tmp_path)]) == 0
    english, other = capsys.readouterr().out.split("German news")
    assert "1 articles" in english
    assert "speaker, given the quotation          1.000" in english
    assert "speaker, given the quotation          1.000" in other


def test_a_wrong_speaker_is_counted_as_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    polnear(tmp_path, "Mr. Poe")
    main(["--data", str(tmp_path)])
    out = capsys.readouterr().out
    assert "given the quotation          0.500" in out
    assert "German news: skipped" in out
