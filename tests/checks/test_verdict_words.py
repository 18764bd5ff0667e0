import json
import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from mkdocs_dossier.checks.ownwords import FIELDS, SETTINGS_FIELDS
from mkdocs_dossier.checks.verdicts import VERDICTS
from mkdocs_dossier.model import MODELS, Settings
from tests.checks.checking import lines, messages


def reported(text: str, language: str = "en") -> bool:
    yaml = f"""\
actors:
  a:
    name: A
    kind: person
    description: >-
      {text}
"""
    settings = f"title: A test\nlanguage: {language}\n"
    found = lines("verdict-word", yaml, settings=settings)
    assert found in ([], [5])
    return bool(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He admitted that it was so."),
        ("en", "ADMITTED"),
        ("en", "The so-called Islamic State"),
        ("en", "He falsely said so."),
        ("en-GB", "They refuted it"),
        ("fr", "Il a avoué l’attaque."),
        ("fr", "La soi-disant attaque"),
        ("ar", "اعترف الناطق"),
        ("ar", "وزعمت الوزارة"),
        ("ar", "وَزَعَمَت الوزارة"),
    ],
)
def test_a_word_that_passes_a_verdict_is_reported(language: str, text: str) -> None:
    assert reported(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said so, claimed responsibility, and denied the rest."),
        ("en", "Readmitted, unrefuted, admittance."),
        ("en", 'He speaks of a “so-called state”, "falsely" named, «debunked».'),
        ("en", "See [[they-admitted|their words]] and [the page](https://example.org/falsely-admitted)."),
        ("de", "He admitted that it was so."),
        ("fr", "He admitted that it was so."),
        ("ar", "قال الناطق"),
    ],
)
def test_other_words_quoted_ones_and_those_of_other_languages_are_not(language: str, text: str) -> None:
    assert not reported(text, language)


def test_the_label_of_a_link_is_the_dossiers_own() -> None:
    assert reported("See [[their-words|what they admitted]].")


def test_a_title_is_read_too_at_its_place() -> None:
    (message,) = messages("verdict-word", "", settings="title: The so-called strikes\n")
    assert message.startswith("“so-called” passes a verdict")


def test_words_of_sources_are_never_read() -> None:
    yaml = """
    sources:
      s: {title: He admitted it}
    actors:
      a: {name: The So-called, kind: person, aliases: [The Liar], names: {fr: Admitted}}
    statements:
      t:
        speaker: a
        source: s
        quote: I admitted it
        passage: he falsely said
        translation: I admitted it
    """
    assert lines("verdict-word", yaml) == []


def test_a_word_is_reported_once_a_field() -> None:
    assert len(messages("verdict-word", "claims: {c: {text: Admitted and admitted}}")) == 1


@pytest.mark.parametrize("language", sorted(VERDICTS))
def test_no_word_stands_in_two_entries(language: str) -> None:
    words = [word for verdict in VERDICTS[language] for word in verdict.words.split()]
    assert len(set(words)) == len(words)


NOT_OWN = {
    "sources.title",
    "sources.text",
    "actors.name",
    "actors.names",
    "actors.aliases",
    "actors.roles.passage",
    "actors.relations.passage",
    "places.name",
    "places.names",
    "places.aliases",
    "events.figures.passage",
    "events.evidence.passage",
    "statements.quote",
    "statements.passage",
    "statements.translation",
    "settings.editors",
    "settings.licence",
}
"""Names, titles of others, and words of sources."""


def texts_of(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """List the fields of a model, and of its parts, that hold text which may be in some language."""
    schema = model.model_json_schema()
    for name, shape in schema["properties"].items():
        written = json.dumps(shape)
        parts = re.findall(r"#/\$defs/(\w+)", written)
        if '"minLength": 1' in written:
            yield f"{prefix}.{name}"
        for part in parts:
            inner = schema["$defs"][part]["properties"].items()
            yield from (f"{prefix}.{name}.{key}" for key, one in inner if '"minLength": 1' in json.dumps(one))


def test_every_field_of_text_is_either_the_dossiers_own_or_known_not_to_be() -> None:
    own = {f"{section}.{field}" for section, fields in FIELDS.items() for field in fields}
    own |= {f"settings.{field}" for field in SETTINGS_FIELDS}
    found = {text for section, model in MODELS.items() for text in texts_of(model, section)}
    assert found | set(texts_of(Settings, "settings")) == own | NOT_OWN
    assert not own & NOT_OWN
