"""Telling what stands inside quotation marks, in the ways that languages write them."""

import pytest

from mkdocs_dossier.quotes.match import is_direct
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


def direct(text: str, fragment: str) -> bool:
    source = SourceText(text)
    matches = find(source, fragment)
    assert len(matches) == 1, matches
    return is_direct(source, matches[0])


@pytest.mark.parametrize(
    "text",
    [
        "He said “we informed them” today.",
        'He said "we informed them" today.',
        'A 5" gun, he said: "we informed them" today.',
        'A 5\' 10" man, he said: "we informed them" today.',
        '"We lost 85" he said, "we informed them."',
        '"We lost 85," he said, "we informed them."',
        'He said “a 5" gun, and we informed them” today.',
        "He said \"we lost '85' and we informed them\".",
        '"We lost all, we informed them 85" he said.',
        '他在第3"次we informed them"。',
        'A 6" pipe.\nHe said "we informed them" today.',
        "Il a dit « nous avons dit : we informed them » hier.",
        "Er sagte „we informed them“ gestern.",
        "Powiedział „we informed them” wczoraj.",
        "Er sagte »we informed them« gestern.",
        "Han sade ”we informed them” igår.",
        "He said ‘we informed them’ today.",
        "He said 'we informed them' today.",
        "‘It’s true, we informed them, the US’s way’",
        "Er sagte ‚we informed them‘ gestern.",
        "Il a dit ‹ we informed them › hier.",
        "彼は「we informed them」と述べた。",
        "彼は『we informed them』と述べた。",
        "他说：“we informed them”。",
        '他说"we informed them"。',
        "قال ”we informed them“ أمس",
        "قال «we informed them» أمس",
        "“He told me ‘we informed them’ and left.”",
        "“It began. ‘Yes.’ Then we informed them.”",
        "“We informed” and “we informed them” twice",
        "“(we informed them),” he said.",
        "“… we informed them”",
        "“First.\n“Then we informed them.\n“And last.”",
        "“First.\n\n“Then we informed them.” he said",
        '"First.\n"Then we informed them," he said.',
        "‘First.\n‘Then we informed them,’ he said.",
        "“Open to the end: we informed them.\nNext.",
        'צה"ל אמר "we informed them" היום',
        "He said “we informed them“ and left.",
        'He said “we informed them" and left.',
        "He said “you ‘see’, we informed them.",
        'He said “no "never" and we informed them.”',
        "« Il dit : « non » et we informed them. »",
    ],
)
def test_words_inside_quotation_marks_are_direct(text: str) -> None:
    assert direct(text, "we informed them")


@pytest.mark.parametrize(
    "text",
    [
        "He said we informed them today.",
        "“No,” he said, we informed them, “never.”",
        '"No," he said, we informed them, "never."',
        "‘No,’ he said, we informed them, ‘never.’",
        "He “said” we informed them “today”.",
        "“Yes” we informed them, “no”.",
        "The soldiers’ rights, we informed them, the soldiers’ rights",
        "It’s what we informed them of; that’s all.",
        "In ’90s style we informed them, rock ’n’ roll.",
        "‘Abd al-Aziz said we informed them.",
        "'Tis late; we informed them.",
        "“Open to the end.\nHe said we informed them.",
        'An odd " mark.\nHe said we informed them, "yes".',
        "「否」と we informed them 「否」",
        "„Nein“, we informed them, „nein“.",
        "«Non», we informed them, «non».",
        "He said “no“, we informed them, “no“.",
        'He said “no", we informed them, “no".',
        'A 5" gun, we informed them, a 6" gun.',
        "A man of 5' 10\", we informed them, a man of 6' 2\".",
        '"We lost 85", he said, we informed them, "never".',
        '"We lost 85" we informed them, "never".',
        "'We lost 85', we informed them, 'never'.",
        'He said "no”, we informed them, "no”.',
        "“No,“ we informed them.",
        "»Nein«, we informed them, »nein«.",
        'צה"ל, we informed them, צה"ל',
    ],
)
def test_words_outside_quotation_marks_are_not_direct(text: str) -> None:
    assert not direct(text, "we informed them")


def test_a_fragment_across_the_reporter_s_words_is_not_direct() -> None:
    text = "“We informed them,” he said, “after the strikes.”"
    assert not direct(text, "informed them,” he said, “after")
    assert direct(text, "informed them, […] after the strikes")
    assert not direct(text, "informed them […] he said")


def test_signs_at_the_edges_of_a_fragment_may_stand_outside() -> None:
    assert direct("They spoke of “prior notice”, he said.", "“prior notice”,")
    assert direct('It was "prior".', '"prior".')


def test_a_fragment_that_brings_its_own_marks_is_direct() -> None:
    text = 'An odd " mark: "we informed them" today.'
    assert direct(text, '"we informed them"')
    assert not direct(text, "we informed them")


@pytest.mark.parametrize("fragment", ["A 6”", "A […] ” […] pipe"])
def test_one_mark_alone_is_no_pair(fragment: str) -> None:
    assert not direct("A 6” pipe.", fragment)


def test_a_hard_wrapped_paragraph_is_one() -> None:
    text = 'He said "that they were\ninformed of all of it\nlate" on Monday.\n\nNext paragraph.'
    assert direct(text, "informed of all of it")
    assert not direct(text, "on Monday")
