"""The tool that measures the guards, on invented articles in the formats of its corpora."""

import json
from pathlib import Path

import pytest

from tools import measure_guards as tool

TEXT = (
    "Sudland denies tip-off.\n\n"
    "“We told them before the raid, and we did not ask,” Jon Orm said, “for any permission at all.”\n\n"
    "Basma Adel answered: “Nobody told us a thing.”\n\n"
    "“They lie to the public,” Mr. Orm said."
)
SPEAKERS = ["Jon Orm", "Basma Adel", "Mr. Orm"]
CONTENTS = [
    ["We told them before the raid, and we did not ask", "for any permission at all."],
    ["Nobody told us a thing."],
    ["They lie to the public,"],
]


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    lines = []
    for number, (speaker, contents) in enumerate(zip(SPEAKERS, CONTENTS, strict=True)):
        places = ";".join(f"{start} {end}" for start, end in map(span, contents))
        lines += [
            f"E{number}\tAttribution:T{number}9 Source:T{number}1 Content:T{number}2",
            f"T{number}1\tSource {' '.join(map(str, span(speaker)))}\t{speaker}",
            f"T{number}2\tContent {places}\t{' '.join(contents)}",
        ]
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "one.txt").write_bytes(TEXT.encode())
    for annotator in ("aaaa", "bbbb"):
        (tmp_path / "attributions" / f"one_{annotator}.ann").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_an_article_is_read_once_with_who_says_what(polnear: Path) -> None:
    (article,) = tool.polnear(polnear)
    assert article.speakers == ["Jon Orm", "Basma Adel"]
    assert [len(said.pieces) for said in article.said] == [2, 1, 1]
    assert [case.quote[0] for case in tool.right(article)][2] == "Nobody told us a thing."


def test_the_german_format_gives_the_same(tmp_path: Path, polnear: Path) -> None:
    annotations = [
        {
            "speaker": {"text": speaker},
            "quote": {"spans": [dict(zip(("charBegin", "charEnd"), span(one), strict=True)) for one in said]},
        }
        for speaker, said in zip(SPEAKERS, CONTENTS, strict=True)
    ]
    document = {"originalText": TEXT, "annotations": [*annotations, {"speaker": None, "quote": {}}]}
    (tmp_path / "one.json").write_text(json.dumps(document), "utf-8")
    (english,), (german,) = tool.polnear(polnear), tool.german(tmp_path)
    assert german.said == english.said


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Mr. Orm", "Orm"),
        ("Foreign Minister Jon Orm, 40, of Sudland", "Jon Orm"),
        ("der Leiter der Behörde, Jon Orm", "Jon Orm"),
        ("Orm’s", "Orm"),
        ("a Democrat", ""),
        ("the Sudlanders", ""),
        ("She", ""),
        ("critics of the raid", ""),
    ],
)
def test_a_name_is_taken_from_the_words_that_mark_a_speaker(source: str, name: str) -> None:
    assert tool.name_of(source) == name


def test_what_is_planted_is_caught_and_what_stands_there_is_not(polnear: Path) -> None:
    table = {row.split("|")[1].strip(" `"): row for row in tool.measure(list(tool.polnear(polnear)))}
    assert table["speaker-elsewhere"].endswith("| 4 | 0 (0.0%) | 2 | 2 (100.0%) |")
    assert table["elision-far"].endswith("| 1 | 0 (0.0%) | 2 | 1 (50.0%) |")
    assert table["elision-negation"].endswith("| 1 | 0 (0.0%) | 1 | 1 (100.0%) |")
    for rule in ("quote-of-denial", "quote-is-question"):
        assert table[rule].endswith("| 4 | 0 (0.0%) | 3 | 3 (100.0%) |")
    assert table["fragments-adjacent"].endswith("| 4 | 0 (0.0%) | 1 | 1 (100.0%) |")
    assert table["quote-not-direct"].endswith("| 4 | 0 (0.0%) | – | – |")


def test_the_command_wants_a_corpus_and_a_folder(polnear: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["polnear", str(polnear)]) == 0
    assert "| `elision-far` | 1 |" in capsys.readouterr().out
    assert tool.main(["other", str(polnear)]) == 2
    assert "FOLDER" in capsys.readouterr().out
