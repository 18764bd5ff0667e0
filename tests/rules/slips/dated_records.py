"""Events and statements with a date, for the tests of the rules on dates."""

from tests.rules.checking import lines

EVENT = """
sources:
  news: {{title: News, text: news.txt, language: {language}}}
events:
  strikes:
    name: The strikes
    kind: airstrike
    when: {when}
    {note}
    evidence:
      - {{source: news, passage: "{passage}"}}
"""

STATEMENT = """
sources:
  news: {{title: News, text: news.txt}}
actors:
  kirby: {{name: John Kirby, kind: person}}
events:
  briefing: {{name: Briefing, kind: press-briefing, {briefing}}}
statements:
  said:
    speaker: kirby
    said: {said}
    {more}
    source: news
    {words}
"""


def event(rule: str, when: str, passage: str, note: str = "", language: str = "en") -> list[int]:
    yaml = EVENT.format(when=when, passage=passage, note=note, language=language)
    return lines(rule, yaml, passage)


def statement(rule: str, said: str, words: str, more: str = "", briefing: str = "") -> list[int]:
    return lines(rule, STATEMENT.format(said=said, words=words, more=more, briefing=briefing), words)
