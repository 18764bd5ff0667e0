"""What is read in a text: the same each time, small enough to be sent, and sound or not."""

import pickle
from datetime import date

import pytest

from mkdocs_dossier.authoring.draftchecks import Task, refused
from mkdocs_dossier.authoring.draftreading import read_source
from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.drafting.drafted import DraftRecord, Value
from mkdocs_dossier.values.refs import Ref, Section
from tests.many_articles import LANGUAGES, texts

TODO = Task("news", "“Nobody asked us,” said Ada Quill on Monday.\n", "en", date(2024, 2, 7))


def wrong(*made: DraftRecord, todo: Task = TODO) -> list[str]:
    return [f"{ref}: {one.rule}" for ref, one in refused(todo, written("news", made), made).items()]


def record(section: Section, identifier: str, **fields: Value) -> DraftRecord:
    return DraftRecord(Ref(section, identifier), {"review": "draft", **fields})


def said(identifier: str, quote: str, **fields: Value) -> DraftRecord:
    return record("statements", identifier, **{"speaker": "ada", "source": "news", "quote": quote, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_can_be_sent_and_is_the_same_there(language: str) -> None:
    for at, (_, text) in enumerate(texts(20, (language,))):
        todo = pickle.loads(pickle.dumps(Task(f"a{at}", text, language, date(2024, 2, 7))))  # noqa: S301 - ours
        found = read_source(todo)
        assert found == read_source(todo)
        assert found.is_sound
        sent = pickle.dumps(found)
        assert pickle.loads(sent) == found  # noqa: S301 - ours
        assert len(sent) < 40 * len(text) + 4_000


def test_what_breaks_a_rule_is_refused_and_nothing_else() -> None:
    assert (
        wrong(record("actors", "ada", name="Ada Quill", kind="person"), said("one", "Nobody asked us")) == []
    )
    assert wrong(
        record("actors", "ada", name="Ada Quill", kind="person", born="1950"),
        said("one", "Nobody asked us", said="yesterday"),
        said("two", "Somebody asked us"),
        record("places", "here", name="Here\u202e"),
    ) == [
        "actor/ada: unknown-field",
        "place/here: invalid-value",
        "statement/one: invalid-value",
        "statement/two: quote-not-found",
    ]


def test_of_an_actor_that_is_there_already_the_id_is_enough() -> None:
    assert wrong(said("one", "Nobody asked us"), said("two", "Nobody asked us", speaker="not-found")) == []
    at: Value = [{"title": "Head", "at": "council", "source": "news", "passage": "said Ada Quill"}]
    assert wrong(record("actors", "ada", name="Ada Quill", kind="person", roles=at)) == []


def test_what_is_wrong_elsewhere_is_no_fault_of_a_record() -> None:
    todo = Task("news", TODO.text, "en-!", None)
    with pytest.raises(RefusedError, match="With this draft, this would be an error"):
        wrong(said("one", "Nobody asked us"), todo=todo)
    assert not read_source(todo).is_sound
