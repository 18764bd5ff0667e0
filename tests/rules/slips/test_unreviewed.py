from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level, Purpose
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.support import RECORDS, dossier_of, folder_of

TEXTS = {"gazette.txt": TEXT}


def found(files: dict[str, str], purpose: Purpose = Purpose.BUILD) -> list[tuple[str, int, Level, str]]:
    problems = load(folder_of(files, TEXTS), purpose).problems
    told = [one for one in problems if one.rule == "unreviewed"]
    return [(one.location.path, one.location.line, one.level, one.message) for one in told]


def test_each_file_with_drafts_is_reported_once_at_the_first_with_how_many_there_are() -> None:
    more = "places:\n  east: {name: Easttown, review: draft}\n"
    assert found({RECORDS: REVIEWED, "a.yaml": DRAFTS, "b.yaml": more}) == [
        ("a.yaml", 4, Level.ERROR, "9 records of this file are drafts that nobody has approved: a.yaml."),
        ("b.yaml", 2, Level.ERROR, "1 record of this file is a draft that nobody has approved: b.yaml."),
    ]


def test_it_is_a_warning_to_who_checks_and_nothing_to_a_server() -> None:
    files = {RECORDS: REVIEWED, "a.yaml": DRAFTS}
    assert [level for *_, level, _ in found(files, Purpose.CHECK)] == [Level.WARNING]
    assert found(files, Purpose.SERVE) == []
    assert found({RECORDS: REVIEWED}) == []


def test_no_comment_turns_it_off() -> None:
    allowed = DRAFTS.replace("review: draft\n", "review: draft # dossier: allow unreviewed: in a hurry\n", 1)
    for purpose in (Purpose.CHECK, Purpose.BUILD):
        assert len(found({RECORDS: REVIEWED, "a.yaml": allowed}, purpose)) == 1
    problems = dossier_of({RECORDS: REVIEWED, "a.yaml": allowed}, TEXTS).problems
    (said,) = (one.message for one in problems if one.rule == "bad-allowance")
    assert said == "`unreviewed` is an error, which nothing turns off."
