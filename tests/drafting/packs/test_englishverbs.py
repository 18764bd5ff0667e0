"""The forms of English verbs, made from their base."""

from mkdocs_dossier.drafting.packs import englishverbs


def test_regular_forms_are_made_by_the_rules_of_spelling() -> None:
    assert {"say", "says", "said", "admitted", "answered", "denied", "denies", "pushes"} <= (
        englishverbs.SAYING | englishverbs.VIEWS
    )
    assert {"admitting", "agreeing", "joking", "denying", "answering"} <= englishverbs.PARTICIPLES
    assert not {"admited", "answerred", "denyed", "denys"} & (englishverbs.SAYING | englishverbs.VIEWS)


def test_what_reports_by_itself_is_a_verb_of_the_lists_and_no_unsure_one() -> None:
    listed = englishverbs.SAYING | englishverbs.VIEWS | englishverbs.PARTICIPLES
    assert listed >= englishverbs.REPORTS
    assert not {"continued", "began", "gave", "wants"} & englishverbs.REPORTS
