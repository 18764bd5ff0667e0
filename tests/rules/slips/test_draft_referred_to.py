import pytest

from tests.drafts import DRAFTS, REVIEWED, TEXT
from tests.support import RECORDS, dossier_of, marked, places

RULE = "draft-referred-to"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("publisher: paper", "publisher: ⟨draft-referred-to⟩agency"),
        ("speaker: ben", "speaker: [ben, ⟨draft-referred-to⟩cara]"),
        ("{told: denies}", "{told: denies, ⟨draft-referred-to⟩silent: denies}"),
        ("places: [north]", "places: [north, ⟨draft-referred-to⟩south]"),
        ("about: [event/closing]", "about: [event/closing, ⟨draft-referred-to⟩event/fire]"),
        ('"Knows [[ada]]."', '⟨draft-referred-to⟩"Knows [[cara]]."'),
        ('"Knows [[ada]]."', '⟨draft-referred-to⟩"Knows [[actor/cara|her]]."'),
    ],
)
def test_what_is_approved_names_no_draft(old: str, new: str) -> None:
    assert REVIEWED.count(old) == 1
    records, expected = marked(REVIEWED.replace(old, new))
    loaded = dossier_of({RECORDS: records, "drafts.yaml": DRAFTS}, {"gazette.txt": TEXT})
    assert places(loaded) == expected


@pytest.mark.parametrize("settings", ["lead: silent", "summary: See [[silent]]."])
def test_the_settings_name_none_either(settings: str) -> None:
    files = {"dossier.yaml": f"title: T\n{settings}\n", RECORDS: REVIEWED, "drafts.yaml": DRAFTS}
    found = [one for one in dossier_of(files, {"gazette.txt": TEXT}).problems if one.rule == RULE]
    assert [(one.location.path, one.location.line) for one in found] == [("dossier.yaml", 2)]
    assert "claim `silent`" in found[0].message


def test_a_draft_may_name_drafts_and_nothing_turns_the_rule_off() -> None:
    texts = {"gazette.txt": TEXT}
    assert RULE not in {one.rule for one in dossier_of({RECORDS: REVIEWED, "d.yaml": DRAFTS}, texts).problems}
    wrong = REVIEWED.replace("  ben-not:", "  # dossier: allow draft-referred-to: soon\n  ben-not:")
    wrong = wrong.replace("speaker: ben", "speaker: cara")
    rules = [one.rule for one in dossier_of({RECORDS: wrong, "d.yaml": DRAFTS}, texts).problems]
    assert rules.count(RULE) == 1
    assert "bad-allowance" in rules
