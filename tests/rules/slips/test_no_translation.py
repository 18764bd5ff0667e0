"""A statement that readers cannot read in the dossier's language is reported."""

import pytest

from tests.rules.checking import messages

RECORDS = """
sources:
  en: {{title: E, language: en-GB}}
  de: {{title: D, language: de}}
  own: {{title: O}}
actors: {{voss: {{name: Voss, kind: person}}}}
statements:
  x: {{speaker: voss, {fields}}}
"""


@pytest.mark.parametrize(
    ("fields", "is_reported"),
    [
        ("source: de, quote: Nein", True),
        ("source: de, passage: Nein", True),
        ("source: en, quote: Nein, language: de", True),
        ("source: de, quote: Nein, also_in: [{source: de, quote: Nein}]", True),
        ("source: de, passage: Nein, language: en", True),
        ("source: en, quote: No", False),
        ("source: own, quote: No", False),
        ("source: de, quote: No, language: en-US", False),
        ("source: de, quote: Nein, translation: No", False),
        ("source: de, quote: Nein, also_in: [{source: en, quote: No}]", False),
        ("source: de, quote: Nein, also_in: [{source: de, quote: Nein, translation: No}]", False),
        ("source: en, passage: No, language: de", False),
    ],
)
def test_words_in_another_language_need_a_translation_or_a_report_in_the_dossiers(
    fields: str, is_reported: bool
) -> None:
    assert bool(messages("no-translation", RECORDS.format(fields=fields))) is is_reported


def test_the_message_names_both_languages() -> None:
    (message,) = messages("no-translation", RECORDS.format(fields="source: de, quote: Nein"))
    assert "another language (de) than the dossier (en)" in message
