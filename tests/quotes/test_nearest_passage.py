"""The nearest passage is found wherever it stands, however long, in scripts with spaces and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.differences import Difference
from mkdocs_dossier.quotes.nearest import Reason, explain_missing
from mkdocs_dossier.quotes.sourcetext import SourceText

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def word(number: int) -> str:
    """Make a word of four to six letters: each number gives another one."""
    number, first = divmod(number * 7919, len(CONSONANTS))
    number, second = divmod(number, len(VOWELS))
    number, third = divmod(number, len(CONSONANTS))
    number, fourth = divmod(number, len(VOWELS))
    made = CONSONANTS[first] + VOWELS[second] + CONSONANTS[third] + VOWELS[fourth]
    return made + ("" if not number else CONSONANTS[number % len(CONSONANTS)])


WORDS = [word(number) for number in range(600)]
ARTICLE = "\n".join(" ".join(WORDS[at : at + 60]) for at in range(0, 600, 60))
SPACED = SourceText(ARTICLE)
# No quotation ends between two of the characters that are numerals.
CHARACTERS = [char for char in map(chr, range(0x4E00, 0x5000)) if not char.isnumeric()]
UNSPACED = SourceText("。".join("".join(CHARACTERS[at : at + 50]) for at in range(0, 450, 50)))

CUTS = st.tuples(st.integers(0, 9), st.integers(0, 50), st.integers(4, 60))
"""The paragraph, the first word in it, and how many at most."""


def cut(paragraph: int, first: int, most: int) -> list[str]:
    start = paragraph * 60 + first
    return WORDS[start : min(start + most, paragraph * 60 + 60)]


def test_the_words_of_the_article_are_all_different() -> None:
    assert len(set(WORDS)) == len(WORDS)


@given(CUTS, st.data())
def test_a_word_that_is_another_is_told_with_the_passage_that_has_it(
    where: tuple[int, int, int], data: st.DataObject
) -> None:
    words = cut(*where)
    at = data.draw(st.integers(1, len(words) - 2))
    missing = explain_missing(SPACED, " ".join([*words[:at], "xyxyx", *words[at + 1 :]]))
    assert missing.reason is Reason.SIMILAR
    assert missing.difference == Difference(words[at], "xyxyx")
    assert ARTICLE[missing.start : missing.end] == missing.suggestion
    assert missing.suggestion == " ".join(words)


@given(CUTS, st.data())
def test_a_word_too_many_or_too_few_is_told_with_the_passage(
    where: tuple[int, int, int], data: st.DataObject
) -> None:
    words = cut(*where)
    at = data.draw(st.integers(1, len(words) - 2))
    more = explain_missing(SPACED, " ".join([*words[:at], "xyxyx", *words[at:]]))
    assert (more.suggestion, more.difference) == (" ".join(words), Difference("", "xyxyx"))
    fewer = explain_missing(SPACED, " ".join([*words[:at], *words[at + 1 :]]))
    assert (fewer.suggestion, fewer.difference) == (" ".join(words), Difference(words[at], ""))


@given(st.integers(0, 8), st.integers(0, 40), st.integers(6, 50), st.data())
def test_a_character_that_is_another_is_told_in_a_script_without_spaces(
    block: int, first: int, most: int, data: st.DataObject
) -> None:
    start = block * 51 + first
    passage = UNSPACED.text[start : min(start + most, block * 51 + 50)]
    at = data.draw(st.integers(1, len(passage) - 2))
    missing = explain_missing(UNSPACED, f"{passage[:at]}龍{passage[at + 1 :]}")
    assert (missing.suggestion, missing.difference) == (passage, Difference(passage[at], "龍"))


@pytest.mark.parametrize("changed", [0, 1, 60, 100, 119])
def test_of_a_quotation_over_several_paragraphs_the_first_difference_is_told(changed: int) -> None:
    words = WORDS[30:150]
    missing = explain_missing(SPACED, " ".join([*words[:changed], "xyxyx", *words[changed + 1 :]]))
    assert missing.difference and missing.difference.quotation == "xyxyx"
    assert missing.suggestion and words[changed] in missing.suggestion


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        # Of eight words, five in the same order are enough; of six, two are not.
        ("one two three four five six seven", True),
        (" ".join([*WORDS[10:15], "xa", "xe", "xi"]), True),
        (" ".join([*WORDS[10:12], "xabeb", "xebeb", "xibeb", "xobeb", "xubeb"]), False),
        (" ".join(reversed(WORDS[10:20])), False),
    ],
)
def test_a_passage_is_near_where_half_of_the_letters_are_those_of_the_same_words(
    fragment: str, found: bool
) -> None:
    missing = explain_missing(SourceText(f"one two three four five six eight. {ARTICLE}"), fragment)
    assert (missing.reason is Reason.SIMILAR) is found


@pytest.mark.parametrize(
    ("fragment", "suggestion"),
    [
        ("informd", "informed"),
        ("infrmed them", "informed them"),
        ("infomed", "informed"),
        ("in formed", "informed"),
        ("informedthem", "informed them"),
        ("unfold", None),
        ("wholly other", None),
    ],
)
def test_a_short_fragment_is_compared_letter_by_letter(fragment: str, suggestion: str | None) -> None:
    text = "He said that they informed them after it. They were told."
    assert explain_missing(SourceText(text), fragment).suggestion == suggestion


def test_of_passages_that_are_as_near_the_first_is_suggested() -> None:
    text = "They told us late. And so it went. They told us soon. They told us late."
    missing = explain_missing(SourceText(text), "They told us lete")
    assert (missing.suggestion, missing.start) == ("They told us late", 0)
    missing = explain_missing(SourceText(text), "They told us sooon")
    assert (missing.suggestion, missing.start) == ("They told us soon", text.index("They told us soon"))


@pytest.mark.parametrize(
    ("fragment", "reason", "suggestion"),
    [
        ("nformed", Reason.INSIDE_WORD, "informed"),
        ("they inform", Reason.INSIDE_WORD, "they informed"),
        ("ey informed th", Reason.INSIDE_WORD, "they informed them"),
        ("hey informed them after i", Reason.INSIDE_WORD, "they informed them after it"),
    ],
)
def test_inside_a_word_the_whole_words_are_suggested(fragment: str, reason: Reason, suggestion: str) -> None:
    missing = explain_missing(SourceText("He said that they informed them after it."), fragment)
    assert (missing.reason, missing.suggestion) == (reason, suggestion)
    assert missing.difference is None
    assert missing.edges == ()


@pytest.mark.parametrize("length", [39, 40, 41])
def test_a_word_is_made_whole_over_forty_characters(length: int) -> None:
    text = f"so {'x' * length} it"
    missing = explain_missing(SourceText(text), "x it")
    assert missing.suggestion == ("x" * length + " it" if length <= 40 else "x it")


@pytest.mark.parametrize(
    ("text", "fragment", "suggestion"),
    [
        ("“(We agreed), he said", "“(We agreed)!", "(We agreed)"),
        ("““We agreed””, he said", "““We agreed””!", "We agreed"),
        ("He: “ We agreed ”, so", "“ We agreed ”!", "We agreed"),
        ("So: “ (We agreed), he", "“ (We agreed).", "(We agreed)"),
        ("We agreed!”, he said", "We agreed!”.", "We agreed!"),
        ("We agreed”!, he", "We agreed”!.", "We agreed”!"),
        ("We agreed !, he", "We agreed !.", "We agreed !"),
    ],
)
def test_the_signs_that_both_have_are_offered_but_for_the_marks_and_blanks_at_the_ends(
    text: str, fragment: str, suggestion: str
) -> None:
    missing = explain_missing(SourceText(text), fragment)
    assert missing.suggestion == suggestion
    assert missing.difference is None
    assert [(edge.is_end, edge.quotation, edge.source) for edge in missing.edges] == [
        (True, fragment[-1], ",")
    ]


@pytest.mark.parametrize(("signs", "word"), [(0, "later"), (97, "later"), (100, ""), (150, "")])
def test_the_word_that_follows_is_looked_for_two_hundred_characters_on(signs: int, word: str) -> None:
    (edge,) = explain_missing(SourceText(f"yes{' +' * signs} later"), "yes!").edges
    assert (edge.source, edge.word) == ("", word)


def test_the_word_that_follows_is_of_the_same_paragraph() -> None:
    assert explain_missing(SourceText("They said yes\nNo more."), "yes!").edges[0].word == ""
    assert explain_missing(SourceText("They said yes no more."), "yes!").edges[0].word == "no"
