"""Reading `reviews.csv`: which review of a record counts, what changes it, and what is wrong with a line."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.dossier.lastreview import Reviewed
from mkdocs_dossier.dossier.reviewsfile import fingerprint, read_stamps
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from tests.support import folder_of

IRAQ = Ref("places", "iraq")
RECORDS = "places:\n  iraq: {name: Iraq, kind: country}\n  anbar: {name: Anbar, kind: region, within: iraq}\n"
HEADER = "record,by,on,hash\n"
OTHER = "0" * 64


def fingerprint_of(yaml: str) -> str:
    node, problems = parse("records.yaml", yaml.encode())
    assert node is not None
    assert problems == []
    return fingerprint(node)


HASH = fingerprint_of("name: Iraq\nkind: country\n")


def loaded(reviews: str, records: str = RECORDS, redirects: str = "") -> Loaded:
    return load(replace(folder_of(records), reviews=reviews.encode(), redirects=redirects.encode()))


def reviews(*lines: str, records: str = RECORDS, redirects: str = "") -> dict[Ref, Reviewed]:
    return dict(loaded(HEADER + "\n".join(lines), records, redirects).dossier.reviews)


def reviewed(by: str, on: str, *, is_changed: bool = False) -> Reviewed:
    return Reviewed(by, EdtfDate.parse(on), is_changed)


def test_the_fingerprint_stays_the_same_from_version_to_version() -> None:
    assert HASH == "821323090c6b65990e07febb1c862fadefcc41b8b7a18a33053e050f8c229ec5"


@pytest.mark.parametrize(
    "yaml",
    [
        "kind: country\nname: Iraq\n",
        "# a comment\nname: 'Iraq'\n\nkind: \"country\"  # another\n",
        "{name: Iraq, kind: country, review: draft}\n",
        "name: >-\n  Iraq\nkind: country\n",
    ],
)
def test_how_a_record_is_written_does_not_count(yaml: str) -> None:
    assert fingerprint_of(yaml) == HASH


def test_a_letter_counts_however_it_is_composed() -> None:
    assert fingerprint_of("name: Zoe\u0308\n") == fingerprint_of("name: Zo\u00eb\n")
    assert fingerprint_of("name: Zoe\n") != fingerprint_of("name: Zo\u00eb\n")


@pytest.mark.parametrize(
    "yaml",
    [
        "name: Iraq\nkind: region\n",
        "name: Iraq\nkind: country\nnote: x\n",
        "name: [Iraq]\nkind: country\n",
        "name: Iraq\n",
        "{name: country, kind: Iraq}\n",
    ],
)
def test_each_field_counts(yaml: str) -> None:
    assert fingerprint_of(yaml) != HASH


def test_without_a_file_nothing_was_reviewed() -> None:
    assert load(folder_of(RECORDS)).dossier.reviews == {}
    assert loaded("").problems == loaded("\ufeff" + HEADER).problems == load(folder_of(RECORDS)).problems


def test_the_stamp_of_the_latest_day_counts_and_of_one_day_the_last() -> None:
    first, second = f"place/iraq,Ann,2024-02-06,{HASH}", f"place/iraq,Ben,2024-02-05,{OTHER}"
    assert reviews(first, second) == reviews(second, first) == {IRAQ: reviewed("Ann", "2024-02-06")}
    same_day = f"place/iraq,,2024-02-06,{OTHER}"
    assert reviews(first, same_day) == {IRAQ: reviewed("", "2024-02-06", is_changed=True)}
    assert reviews(same_day, first) == {IRAQ: reviewed("Ann", "2024-02-06")}


def test_what_was_reviewed_has_changed_where_a_field_is_another() -> None:
    stamp = f"place/iraq,Ann,2024-02-06,{HASH}"
    changed = RECORDS.replace("name: Iraq", "name: IRAQ")
    assert reviews(stamp, records=changed) == {IRAQ: reviewed("Ann", "2024-02-06", is_changed=True)}


def test_a_stamp_of_a_former_id_counts_for_the_record_of_today() -> None:
    stamp = f"place/irak,Ann,2024-02-06,{HASH}"
    assert reviews(stamp, redirects="places/irak,places/iraq\n") == {IRAQ: reviewed("Ann", "2024-02-06")}


def test_names_are_quoted_as_csv_has_it() -> None:
    content = f'\ufeffrecord,by,on,hash\r\n\r\nplace/iraq ," Doe, Jane ""JD""",2024-02-06,{HASH}\r\n,,,\r\n'
    assert loaded(content).problems == loaded("").problems
    assert loaded(content).dossier.reviews == {IRAQ: reviewed('Doe, Jane "JD"', "2024-02-06")}


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("record;by;on;hash\n", 1, "The first line must be record,by,on,hash"),
        (f"place/iraq,Ann,2024-02-06,{HASH}\n", 1, "The first line must be"),
        (HEADER + "\nplace/iraq,Ann\n", 3, "here are 2"),
        (f"{HEADER}iraq,Ann,2024-02-06,{HASH}\n", 2, "“iraq” is no record"),
        (f"{HEADER}places/iraq,Ann,2024-02-06,{HASH}\n", 2, "“places/iraq” is no record"),
        (f"{HEADER}place/../x,Ann,2024-02-06,{HASH}\n", 2, "“place/../x”: the id"),
        (f"{HEADER}place/iraq,A\u202en,2024-02-06,{HASH}\n", 2, "The name"),
        (f"{HEADER}place/iraq,Ann,6/2/2024,{HASH}\n", 2, "The date is not one day: “6/2/2024”"),
        (f"{HEADER}place/iraq,Ann,2024-02-06/2024-02-07,{HASH}\n", 2, "is not one day"),
        (f"{HEADER}place/iraq,Ann,2024-02-31,{HASH}\n", 2, "The date has a day that does not exist"),
        (f"{HEADER}place/iraq,Ann,2024-02-06,{HASH[1:]}\n", 2, "is no SHA-256"),
        (f'{HEADER}place/iraq,"Ann" x,2024-02-06,{HASH}\n', 2, "cannot be read as CSV"),
        (f'{HEADER}"place/iraq', 2, "cannot be read as CSV"),
        ('"record', 1, "cannot be read as CSV"),
        (f'{HEADER}place/iraq,"A\nB",2024-02-06,{HASH}\nplace/iraq\n', 2, "The name"),
        (f"{HEADER}{'x' * 200_000}\n", 2, "cannot be read as CSV"),
    ],
)
def test_what_is_wrong_is_said_at_its_line(content: str, line: int, said: str) -> None:
    problems = [one for one in loaded(content).problems if one.location.path == "reviews.csv"]
    assert problems[0].rule == "invalid-review"
    assert problems[0].location.line == line
    assert said in problems[0].message


def test_a_line_that_is_wrong_spoils_no_other() -> None:
    assert reviews("place/iraq", f"place/iraq,Ann,2024-02-06,{HASH}") == {IRAQ: reviewed("Ann", "2024-02-06")}


def test_a_line_after_a_name_of_two_lines_has_its_own_number() -> None:
    _, problems = read_stamps(f'{HEADER}place/iraq,"A\nB",2024-02-06,{HASH}\nplace/iraq\n')
    assert [one.location.line for one in problems] == [2, 4]


def test_a_file_that_is_not_utf_8_is_reported() -> None:
    found = load(replace(folder_of(RECORDS), reviews="é".encode("latin-1"))).problems
    assert ("reviews.csv", "not-utf8") in {(one.location.path, one.rule) for one in found}


def test_a_stamp_of_no_record_is_reported_unless_a_file_could_not_be_read() -> None:
    content = f"{HEADER}claim/none,Ann,2024-02-06,{HASH}\n"
    (found,) = [one for one in loaded(content).problems if one.rule == "unused-stamp"]
    assert (found.location.line, found.level.name) == (2, "WARNING")
    assert "There is no claim `none`" in found.message
    broken = replace(folder_of({"a.yaml": RECORDS, "b.yaml": "claims: ["}), reviews=content.encode())
    assert "unused-stamp" not in {one.rule for one in load(broken).problems}


def test_a_record_that_is_not_valid_has_no_review() -> None:
    assert reviews(f"place/iraq,,2024-02-06,{HASH}", records="places:\n  iraq: {nam: Iraq}\n") == {}


def test_a_draft_is_not_reported_as_changed() -> None:
    stamp = f"{HEADER}place/iraq,,2024-02-06,{OTHER}"
    draft = RECORDS.replace("kind: country", "kind: country, review: draft")
    assert "changed-since-review" in {one.rule for one in loaded(stamp).problems}
    assert "changed-since-review" not in {one.rule for one in loaded(stamp, draft).problems}


@given(st.text(max_size=60) | st.text(st.sampled_from('",\n\r;record/byonhash\0 '), max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    stamps, problems = read_stamps(HEADER + text)
    filled = any(cell.strip() for cell in text.replace(",", "\n").splitlines())
    assert stamps or problems or not filled or text.strip('",\r\n \0') == ""


@given(st.text(st.characters(categories=["L", "P", "S", "N"]), min_size=1, max_size=20).map(str.strip))
def test_a_name_that_a_program_writes_as_csv_is_read_as_it_was(name: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([HEADER.strip().split(","), ["place/iraq", name, "2024-02-06", HASH]])
    stamps, problems = read_stamps(written.getvalue())
    assert problems or [one.by for one in stamps] == [name]
