import pytest

from tests.rules.checking import lines

LIST = """\
sources:
  news: {title: News, text: news.txt}
actors:
  ana: {name: Ana Roe, kind: person}
statements:
  said:
    speaker: ana
    source: news
    %s:
      - It is hard to guess
      - honestly it is chaotic
"""


def found(text: str, field: str = "quote") -> list[int]:
    assert not lines("quote-not-found", LIST % field, text)
    return lines("fragments-adjacent", LIST % field, text)


@pytest.mark.parametrize("between", [", ", " ", "\n", "; ", ": ", " – ", "،  ", ". ", "… "])
@pytest.mark.parametrize("field", ["quote", "passage"])
def test_what_only_punctuation_parts_is_one_quotation(between: str, field: str) -> None:
    assert found(f"“It is hard to guess{between}honestly it is chaotic,” Ana Roe said.", field) == [11]


@pytest.mark.parametrize("between", [",” “", "”, „", "’ ‘", ", and ", ", 5 ", "." * 11])
def test_what_marks_or_words_part_are_two(between: str) -> None:
    assert found(f"“It is hard to guess{between}honestly it is chaotic,” Ana Roe said.") == []


def test_each_that_follows_another_is_reported_at_its_line() -> None:
    yaml = LIST % "quote" + "      - they said\n"
    text = "“It is hard to guess, honestly it is chaotic, they said.”"
    assert lines("fragments-adjacent", yaml, text) == [11, 12]


def test_what_is_not_found_has_no_neighbour() -> None:
    text = "“It is hard to guess, truly it is chaotic,” Ana Roe said."
    assert lines("fragments-adjacent", LIST % "quote", text) == []
