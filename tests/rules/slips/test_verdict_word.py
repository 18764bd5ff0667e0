import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from mkdocs_dossier.model.fields import Mark
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.walk import fields
from mkdocs_dossier.rules.lexicon.uses import _AROUND, uses
from mkdocs_dossier.rules.slips.verdict_word import _VERDICTS as VERDICTS
from tests.rules.checking import lines, messages


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
        ("en", "The so-called truce"),
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


def sentences() -> list[tuple[str, str, bool]]:
    """Read the sentences beside this file: language, sentence, whether a word in it passes a verdict."""
    lines = Path(__file__).with_name("verdict_sentences.txt").read_text("utf-8").splitlines()
    written = [line.split(" ", 2) for line in lines if line and not line.startswith("#")]
    return [(language, text, sense == "V") for language, sense, text in written]


@pytest.mark.parametrize(("language", "text", "passes"), sentences())
def test_a_word_is_reported_in_the_sense_of_a_verdict_only(language: str, text: str, passes: bool) -> None:
    verdicts = {word: one for one in VERDICTS[language] for word in one.words.split()}
    found = [use.word for use in uses(text, language, verdicts) if verdicts[use.word].passes(use)]
    assert bool(found) is passes, found


def test_there_are_sentences_enough_of_each_sense() -> None:
    counted = Counter((language, passes) for language, _, passes in sentences())
    assert min(counted["en", True], counted["en", False]) >= 120
    assert min(counted[language, sense] for language in ("fr", "ar") for sense in (True, False)) >= 15


@pytest.mark.parametrize(
    "text",
    [
        "He was admitted to hospital.",
        "A false alarm was raised.",
        "The ministry denied entry to aid workers.",
        "The minister refused to answer.",
        "The court found the claim false.",
        "The so-called Islamic State attacked.",
        "The report exposed a network.",
        "The propaganda video was released.",
        "The party conceded the election.",
        "He confirmed the order.",
        # Another sentence beside it, or a list, changes nothing.
        "He was admitted to hospital. That was on Friday.",
        "What happened: - the party conceded the election - he was admitted",
    ],
)
def test_a_word_in_another_sense_is_not_reported(text: str) -> None:
    assert not reported(text)


def test_each_paragraph_and_item_of_a_list_is_read_by_itself() -> None:
    yaml = """
    actors:
      a:
        name: A
        kind: person
        description: |
          - The party conceded the election
          - that is what the paper wrote
          1. The team conceded a goal

          That is what the paper wrote.
    """
    assert lines("verdict-word", yaml) == []
    assert lines("verdict-word", yaml.replace("conceded a goal", "conceded a goal was offside")) == [5]


def test_no_more_than_a_few_words_around_one_are_looked_at() -> None:
    found = list(uses("admitted " * 5000, "en", {"admitted"}))
    assert len(found) == 5000
    assert max(len(use.before) + len(use.after) + len(use.written) for use in found) <= 3 * _AROUND


def test_one_use_as_a_verdict_among_others_is_enough() -> None:
    assert reported("He was admitted to hospital, where he admitted that it was so.")
    assert reported("He was admitted. He admitted it.")
    assert reported("He left. Admittedly, he came back.")
    assert not reported("He conceded. The goal was offside.")


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The ministry says that he lied.", False),
        ("The ministry said, when asked, that he lied.", False),
        ("He lied, the ministry says.", False),
        ("According to the ministry he lied.", False),
        ("He said that nobody was told, and lied.", True),
        ("His claim was a lie.", True),
        ("He said, falsely, that nobody was told.", True),
        ("The United States lied.", True),
        ("The man that lied was tried.", True),
    ],
)
def test_who_is_said_to_lie_by_others_is_not_said_so_by_the_dossier(text: str, passes: bool) -> None:
    assert reported(text) is passes


@pytest.mark.parametrize("language", sorted(VERDICTS))
@pytest.mark.parametrize(
    "around", ["{}", "x {}", "{} x", ", {}", "{} ,", "{} that", "to {}", "{} as", "The {} The"]
)
def test_every_word_can_be_judged_wherever_it_stands(language: str, around: str) -> None:
    verdicts = {word: one for one in VERDICTS[language] for word in one.words.split()}
    for word in verdicts:
        for use in uses(around.format(word), language, verdicts):
            assert verdicts[use.word].passes(use) in (True, False)


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
    "sources.drafted.by",
    "sources.locators",
    "sources.capture.file",
    "sources.capture.by",
    "sources.capture.tool",
    "sources.capture.timestamp",
    "sources.texts.text",
    "sources.texts.locators",
    "sources.texts.capture.file",
    "sources.texts.capture.by",
    "sources.texts.capture.tool",
    "sources.texts.capture.timestamp",
    "sources.withdrawn.by",
    "actors.withdrawn.by",
    "places.withdrawn.by",
    "events.withdrawn.by",
    "claims.withdrawn.by",
    "claims.replies.text",
    "statements.withdrawn.by",
    "statements.replies.text",
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
    "statements.locator.page",
    "statements.locator.section",
    "statements.also_in.quote",
    "statements.also_in.passage",
    "statements.also_in.translation",
    "statements.also_in.locator.page",
    "statements.also_in.locator.section",
    "settings.editors",
    "settings.licence",
}
"""Names, titles of others, and words of sources."""


def texts_of(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """List the fields of a model, and of its parts, that hold text which may be in some language."""
    schema = model.model_json_schema()
    yield from _texts_in(schema, schema.get("$defs", {}), prefix)


def _texts_in(schema: dict[str, Any], parts: dict[str, Any], prefix: str) -> Iterator[str]:
    for name, shape in schema.get("properties", {}).items():
        written = json.dumps(shape)
        if '"minLength": 1' in written:
            yield f"{prefix}.{name}"
        for part in re.findall(r"#/\$defs/(\w+)", written):
            yield from _texts_in(parts[part], parts, f"{prefix}.{name}")


def own(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """List the fields of a model, and of its parts, that are marked as the dossier's own words."""
    for field in fields(model):
        name = f"{prefix}.{field.alias}"
        if field.has(Mark.OWN_WORDS):
            yield name
        if field.part:
            yield from own(field.part, name)


def test_every_field_of_text_is_either_the_dossiers_own_or_known_not_to_be() -> None:
    models: list[tuple[str, type[BaseModel]]] = [*MODELS.items(), ("settings", Settings)]
    marked = {text for section, model in models for text in own(model, section)}
    found = {text for section, model in models for text in texts_of(model, section)}
    assert found == marked | NOT_OWN
    assert not marked & NOT_OWN
