from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.registry import rules_by_name
from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.support import RECORDS, dossier_of

RULE = "speaker-not-found"


def test_a_draft_may_lack_its_speaker_and_what_is_approved_may_not() -> None:
    texts = {"gazette.txt": TEXT}
    nameless = REVIEWED.replace("speaker: ben", "speaker: not-found")
    allowed = nameless.replace("  ben-not:", "  # dossier: allow speaker-not-found: nobody knows\n  ben-not:")
    for files, lines in (
        ({RECORDS: REVIEWED, "drafts.yaml": DRAFTS}, []),
        ({RECORDS: nameless}, [30]),
        ({RECORDS: allowed}, [31]),
    ):
        found = [one for one in dossier_of(files, texts).problems if one.rule == RULE]
        assert [(one.location.line, one.level) for one in found] == [(line, Level.ERROR) for line in lines]


def test_rules_about_who_speaks_say_nothing_where_nobody_is_known_to() -> None:
    same = "quote: Nobody told us\n    corrects: ada-told"
    alone = {RECORDS: REVIEWED, "drafts.yaml": DRAFTS.replace("quote: They lie", same)}
    assert [one.rule for one in dossier_of(alone, {"gazette.txt": TEXT}).problems] == ["unreviewed"]


def test_nor_does_the_one_on_whom_the_paragraph_names() -> None:
    failing = rules_by_name()["speaker-elsewhere"].failing
    assert failing is not None
    records = failing.files["records.yaml"]
    nameless = records.replace("speaker: orm", "speaker: not-found\n    review: draft")
    problems = dossier_of(nameless, {"news.txt": failing.files["news.txt"]}).problems
    assert "unreviewed" in {one.rule for one in problems}
    assert "speaker-elsewhere" not in {one.rule for one in problems}
