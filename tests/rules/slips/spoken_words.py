"""Dossiers of two people, Orm and Adel, who are quoted from one text: for tests of rules on quotations."""

import json
from collections.abc import Sequence

from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.rules.checking import lines

ORM = "{name: Jon Orm, kind: person, names: {ar: يون أورم}}"
ADEL = "{name: Basma Adel, kind: person, names: {ar: بسمة عادل}}"


def reported(
    rule: str,
    text: str,
    quote: str | Sequence[str],
    *,
    speaker: str = "orm",
    language: str = "en",
    source: str = "title: News",
    stance: str = "asserts",
    actors: str = "",
) -> bool:
    """Tell whether a rule reports a quotation; it must do so at the line of its `quote`, and once."""
    yaml = f"""\
sources:
  news: {{text: news.txt, language: {language}, {source}}}
actors:
  orm: {ORM}
  adel: {ADEL}
  paper: {{name: The Paper, kind: media}}
  {actors}
claims:
  told: {{text: They were told.}}
statements:
  said:
    speaker: {speaker}
    source: news
    quote: {json.dumps(quote, ensure_ascii=False)}
    positions: {{told: {stance}}}
"""
    found = lines(rule, yaml, text)
    assert found in ([], [yaml.splitlines().index("    source: news") + 2])
    assert not lines("quote-not-found", yaml, text)
    return bool(found)


def first_quoted(text: str) -> str:
    """Return what stands in the first quotation marks of a text."""
    start, end = SourceText(text).quotations[0]
    return text[start + 1 : end - 1].strip()
