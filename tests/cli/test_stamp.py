"""`dossier review --stamp`: who has read which records, written beside them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.plugin.watched import DossierFolder

RECORDS = """\
claims:
  old: {text: It is old.}
  over: {text: It is over., implies: [old]}
places:
  iraq: {name: Iraq, kind: country}
  anbar: {name: Anbar, kind: region, within: iraq, review: draft}
  gone: {name: Gone, kind: city, withdrawn: {on: 2024-02-01, why: There is none.}}
"""
Row = tuple[str, str, str]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "dossier.yaml").write_text("title: T\n")
    (tmp_path / "records.yaml").write_text(RECORDS)
    return tmp_path


def stamp(dossier: Path, *options: str) -> int:
    return run(["review", str(dossier), "--stamp", *options])


def rows(dossier: Path) -> list[Row]:
    """Give record, name and day of each line below the first."""
    with (dossier / "reviews.csv").open(encoding="utf-8", newline="") as file:
        head, *rest = csv.reader(file)
    assert head == ["record", "by", "on", "hash"]
    return [(record, by, on) for record, by, on, _ in rest]


def rules(dossier: Path) -> list[str]:
    return [
        one.rule for one in load(read_folder(dossier)).problems if "review" in one.rule or "stamp" in one.rule
    ]


def test_all_that_was_approved_is_stamped_and_no_draft_or_withdrawn_record(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stamp(dossier, "--by", 'Jane "JD" Doe, editor', "--on", "2024-02-06") == 0
    out, err = capsys.readouterr()
    assert rows(dossier) == [
        (record, 'Jane "JD" Doe, editor', "2024-02-06")
        for record in ("claim/old", "claim/over", "place/iraq")
    ]
    assert out == f"{(dossier / 'reviews.csv').as_posix()}\n"
    assert "3 stamped, 0 stamped already" in err
    assert "changed-since-review" not in rules(dossier)


def test_the_day_is_that_of_today(dossier: Path) -> None:
    before = date.today()
    assert stamp(dossier) == 0
    assert {row[1:] for row in rows(dossier)} <= {("", day.isoformat()) for day in (before, date.today())}


def test_only_what_changed_is_stamped_again_and_the_older_line_stays(dossier: Path) -> None:
    assert stamp(dossier, "--by", "Ann", "--on", "2024-02-06") == 0
    before = (dossier / "reviews.csv").read_bytes()
    assert stamp(dossier, "--by", "Ann", "--on", "2024-02-07") == 0
    assert (dossier / "reviews.csv").read_bytes() == before
    (dossier / "records.yaml").write_text(RECORDS.replace("It is over.", "It is over now."))
    assert rules(dossier).count("changed-since-review") == 1
    assert stamp(dossier, "--by", "Ann", "--on", "2024-02-07") == 0
    assert (dossier / "reviews.csv").read_bytes().startswith(before)
    assert rows(dossier)[3:] == [("claim/over", "Ann", "2024-02-07")]
    assert "changed-since-review" not in rules(dossier)


def test_another_person_may_have_read_it_too(dossier: Path) -> None:
    assert stamp(dossier, "--by", "Ann", "--on", "2024-02-06") == 0
    assert stamp(dossier, "--by", "Ben", "--on", "2024-02-06") == 0
    assert len(rows(dossier)) == 6


def test_a_record_that_is_named_is_stamped_on_each_day_once(dossier: Path) -> None:
    for day in ("2024-02-06", "2024-02-07", "2024-02-07"):
        assert stamp(dossier, "--only", "claim/over", "--only", "places/iraq", "--on", day) == 0
    assert rows(dossier) == [
        (record, "", day) for day in ("2024-02-06", "2024-02-07") for record in ("claim/over", "place/iraq")
    ]


def test_what_is_there_stays_as_a_spreadsheet_wrote_it(dossier: Path) -> None:
    before = f"\ufeffrecord,by,on,hash\r\nplace/iraq,Ann,2024-02-05,{'0' * 64}".encode()
    (dossier / "reviews.csv").write_bytes(before)
    assert stamp(dossier, "--only", "claim/over", "--on", "2024-02-06") == 0
    after = (dossier / "reviews.csv").read_bytes()
    assert after.startswith(before + b"\r\nclaim/over,,2024-02-06,")
    assert after.endswith(b"\r\n")
    assert after.count(b"\r\n") == after.count(b"\n") == 3


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--only", "claim/none"], 1, "There is no claim `none`"),
        (["--only", "claim/iraq"], 1, "`iraq` is one of the places"),
        (["--only", "iraq"], 1, "by its kind and its id"),
        (["--only", "clame/over"], 1, "Did you mean `claim`?"),
        (["--only", "place/anbar"], 1, "is a draft: approve it first"),
        (["--only", "place/gone"], 1, "was withdrawn"),
        (["--by", "=cmd()"], 1, "like a formula of a spreadsheet"),
        (["--by", "+Ann"], 1, "like a formula of a spreadsheet"),
        (["--by", "A\nnn"], 1, "--by"),
        (["--by", "A\u202enn"], 1, "--by"),
        (["--on", "2024-02"], 1, "--on is not one day"),
        (["--on", "2024-02-05?"], 1, "--on is not one day"),
        (["--on", "2024-02-05T10:00"], 1, "--on is not one day"),
        (["--on", "-0044-03-15"], 1, "--on is not one day"),
        (["--on", "2024-02-31"], 1, "--on"),
        (["--on", "6/2/2024"], 1, "--on"),
        (["--list"], 2, "--only, --by and --on go with --stamp"),
    ],
)
def test_what_cannot_be_stamped_is_refused_and_nothing_is_written(
    dossier: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, said: str
) -> None:
    assert stamp(dossier, *options) == code
    assert said in capsys.readouterr().err
    assert not (dossier / "reviews.csv").exists()


@pytest.mark.parametrize("option", [["--only", "claim/over"], ["--by", "Ann"], ["--on", "2024-02-06"]])
def test_what_says_how_to_stamp_goes_with_it(dossier: Path, option: list[str]) -> None:
    assert run(["review", str(dossier), *option]) == 2
    assert not (dossier / "reviews.csv").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"record,by,on\n", "reviews.csv, line 1"),
        (b"\xe9", "not UTF-8"),
        (b"record,by,on,hash\nx\n", "line 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_alone(
    dossier: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (dossier / "reviews.csv").write_bytes(content)
    assert stamp(dossier) == 1
    assert said in capsys.readouterr().err
    assert (dossier / "reviews.csv").read_bytes() == content


def test_where_a_record_cannot_be_read_nothing_is_stamped(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (dossier / "more.yaml").write_text("claims: [\n")
    assert stamp(dossier) == 1
    assert "Not all of the dossier can be read" in capsys.readouterr().err
    assert not (dossier / "reviews.csv").exists()


def test_there_has_to_be_a_folder(tmp_path: Path) -> None:
    assert stamp(tmp_path / "none") == 2


def test_a_check_shows_the_line_that_is_wrong(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / "reviews.csv").write_text("record,by,on,hash\nclaim/over,Ann,yesterday,0\n")
    assert run(["check", str(dossier)]) == 1
    out = capsys.readouterr().out
    assert "reviews.csv:2" in out
    assert "    claim/over,Ann,yesterday,0" in out


def test_a_rename_leaves_reviewed_what_was_reviewed(dossier: Path) -> None:
    assert stamp(dossier, "--by", "Ann", "--on", "2024-02-06") == 0
    (dossier / "records.yaml").write_text(RECORDS.replace("name: Iraq", "name: IRAQ"))
    assert run(["rename", "claim", "old", "older", str(dossier)]) == 0
    assert run(["rename", "place", "iraq", "irak", str(dossier)]) == 0
    assert rows(dossier)[3:] == [("claim/over", "Ann", "2024-02-06")]
    found = load(read_folder(dossier)).dossier.reviews
    assert {str(ref): one.is_changed for ref, one in found.items()} == {
        "claim/older": False,
        "claim/over": False,
        "place/irak": True,
    }
    assert "unused-stamp" not in rules(dossier)


def test_a_rename_leaves_changed_what_has_changed(dossier: Path) -> None:
    assert stamp(dossier, "--on", "2024-02-06") == 0
    (dossier / "records.yaml").write_text(RECORDS.replace("It is over.", "It is over now."))
    assert run(["rename", "claim", "old", "older", str(dossier)]) == 0
    assert len(rows(dossier)) == 3
    assert rules(dossier).count("changed-since-review") == 1


def test_only_the_file_in_the_folder_itself_is_read(dossier: Path) -> None:
    (dossier / "more").mkdir()
    (dossier / "more" / "reviews.csv").write_text("nothing of it\n")
    assert read_folder(dossier).reviews is None
    assert stamp(dossier) == 0
    watched = DossierFolder()
    watched.read(dossier)
    assert not watched.look(0).waiting
    assert stamp(dossier, "--by", "Ann") == 0
    assert watched.look(1).waiting


def test_a_link_out_of_the_folder_is_not_read(
    dossier: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "reviews.csv"
    outside.write_text("record,by,on,hash\n")
    (dossier / "reviews.csv").symlink_to(outside)
    assert run(["check", str(dossier)]) == 1
    assert stamp(dossier) == 1
    assert outside.read_text() == "record,by,on,hash\n"
