from tests.rules.checking import lines, messages

TWO_SPEAKERS = """
sources:
  news: {{title: News, text: news.txt}}
actors:
  kirby: {{name: John Kirby, kind: person}}
  awadi: {{name: Basim al-Awadi, kind: person}}
statements:
  first:
    speaker: kirby
    source: news
    quote: {first}
  second:
    speaker: {speaker}
    source: news
    quote: {second}
"""

SAME = "same-quote-two-speakers"


def both(first: str, second: str, speaker: str = "awadi") -> list[int]:
    text = "“We told Iraq before the strikes,” Kirby said. “Nobody told us that,” Awadi said. “We told Iraq.”"
    return lines(SAME, TWO_SPEAKERS.format(first=first, second=second, speaker=speaker), text)


def test_words_quoted_under_two_speakers_are_reported_at_the_second() -> None:
    assert both("We told Iraq before the strikes", "We told Iraq before the strikes") == [14]


def test_it_need_not_be_the_same_length() -> None:
    assert both("We told Iraq before the strikes", "told Iraq before") == [14]
    assert both("told Iraq before", "We told Iraq before the strikes,") == [14]


def test_fewer_than_three_words_in_common_say_nothing() -> None:
    assert both("We told Iraq before", "before the strikes") == []
    assert both("We told Iraq", "before the strikes") == []


def test_one_speaker_may_be_quoted_twice_with_the_same_words() -> None:
    assert both("We told Iraq before", "We told Iraq before", "kirby") == []


def test_the_message_names_the_other_statement_speaker_and_place() -> None:
    yaml = TWO_SPEAKERS.format(first="We told Iraq", second="We told Iraq", speaker="awadi")
    (message,) = messages(SAME, yaml, "“We told Iraq,” they said.")
    assert "`first`" in message
    assert "John Kirby" in message


def test_of_many_with_the_same_words_each_later_one_is_reported_once() -> None:
    speakers = "\n".join(f"  a{n}: {{name: Speaker {n}, kind: person}}" for n in range(30))
    statements = "\n".join(
        f"  s{n:02}: {{speaker: a{n}, source: news, quote: We told Iraq}}" for n in range(30)
    )
    yaml = (
        f"sources:\n  news: {{title: News, text: news.txt}}\nactors:\n{speakers}\nstatements:\n{statements}\n"
    )
    assert lines(SAME, yaml, "“We told Iraq,” they said.") == [*range(36, 65)]
