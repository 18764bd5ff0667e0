"""The file of a draft: of any text, it passes the checks, and the same text gives the same bytes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.authoring.draftchecks import Found, Task
from mkdocs_dossier.authoring.draftfile import Drafted, draft, known, task, undrafted
from mkdocs_dossier.authoring.draftreading import read_source
from mkdocs_dossier.authoring.reading import Reading, read, with_files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.drafting.content.readout import Analysis, Party, Spot
from mkdocs_dossier.loading import load
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.problems import Level
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data
from tests.hostile import hostile
from tests.many_articles import LANGUAGES, articles
from tests.payloads import PAYLOADS
from tests.support import seeds
from tests.synthetic import synthetic

SOURCE = "sources:\n  news: {{title: News, text: news.txt, language: {language}{published}}}\n"
DATED = ", published: 2024-02-07"


def dossier(text: str, language: str = "en", published: str = DATED, **files: str) -> Reading:
    yaml = {
        "dossier.yaml": "title: A\n",
        "news.yaml": SOURCE.format(language=language, published=published),
        **{f"{name}.yaml": content for name, content in files.items()},
    }
    return read(Folder({path: one.encode() for path, one in yaml.items()}, {"news.txt": text.encode()}))


def drafted(reading: Reading, *, check: bool = False) -> Drafted:
    """Draft the source; checked anew, or as sound as it was found to be where it was read."""
    todo = task(reading, "news")
    found = read_source(todo)
    return draft(reading, todo, replace(found, is_sound=False) if check else found, known(reading))


def errors(reading: Reading, made: Drafted) -> list[str]:
    content = with_files(reading.folder, {made.path: made.content}) if made.content else reading.folder
    return [str(one) for one in load(content).problems if one.level is Level.ERROR]


def holds(text: str, language: str, published: str = DATED) -> Drafted:
    """Hold a draft of a text to what is true of each; a text that no dossier may have is left out."""
    reading = dossier(text, language, published)
    if "news" not in reading.dossier.texts:
        return Drafted("", b"")
    made = drafted(reading)
    assert errors(reading, made) == []
    assert drafted(dossier(text, language, published)) == made
    assert drafted(reading, check=True) == made
    assert [one for one in records(made) if one["review"] == "draft"] == records(made)
    assert len(records(made)) == made.records
    return made


def records(made: Drafted) -> list[Any]:
    node, _ = parse(made.path, made.content)
    data: Any = to_data(node) if node else {}
    return [record for section in data.values() for record in section.values()]


def texts() -> Iterator[tuple[str, str]]:
    """List the texts that other tests read: the seeds', invented, synthetic and hostile ones."""
    for content in seeds().texts.values():
        yield "en", content.decode()
    for language in LANGUAGES:
        for text, _ in articles(language):
            yield language, text
    for files in (hostile(120), synthetic(300)):
        for path, content in files.items():
            if path.endswith(".txt"):
                yield "en", content.decode()
                yield "ar", content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_a_draft_of_each_text_of_the_tests_passes_the_checks(part: int) -> None:
    made = [holds(text, language) for language, text in list(texts())[part::8]]
    assert sum(one.records for one in made) > 20


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_payload_is_drafted_as_what_it_is(language: str) -> None:
    for at in range(0, len(PAYLOADS), 12):
        some = PAYLOADS[at : at + 12]
        text = "\n\n".join(
            f"“They said: {payload} to us,” said Ada Quill{payload[:20]} on Monday. {payload} said that "
            f"{payload} Minister Jon {payload} « {payload} », said “{payload}”."
            for payload in some
        )
        holds(text, language)


_WORDS = [
    *("“", "”", '"', "„", "«", "»", "'", "’", "said", "told", "that", "he", "She", "Ada Quill", "Ben", "of"),
    *("the", "Minister", "on Monday", "on 5 February", "denied", "airstrike", "Iraq", "in", ",", ".", "\n"),
    *(
        "\n\n",
        "\r\n",
        "\t",
        "sagte",
        "er",
        "am Montag",
        "قال",
        "الوزير",
        "إن",
        "a déclaré",
        "selon",
        "#",
        ": ",
    ),
    *(
        "- ",
        "|",
        ">",
        "&a",
        "*a",
        "!!x",
        "%",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        "\u202e",
        "\u200f",
        "\x85",
        "\u2028",
    ),
    *(
        "\x07",
        "\ufeff",
        "\x00",
        "𝔄",
        "e\u0301",
        "not-found",
        "no",
        "~",
        "null",
        "2024-02-05",
        "review: draft",
    ),
]
_TEXTS = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=6)), max_size=40).map("".join),
)


@given(text=_TEXTS, language=st.sampled_from(LANGUAGES), published=st.sampled_from(["", DATED]))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_a_draft_of_any_text_passes_the_checks(text: str, language: str, published: str) -> None:
    holds(text.encode(errors="replace").decode(), language, published)


@given(text=_TEXTS, language=st.sampled_from(LANGUAGES))
def test_the_same_text_in_other_company_gets_the_same_records_but_for_ids(text: str, language: str) -> None:
    text = text.encode(errors="replace").decode()
    own = "actors:\n  someone: {name: Someone Else, kind: person}\n"
    alone, beside = dossier(text, language), dossier(text, language, own=own)
    if "news" in alone.dossier.texts:
        assert drafted(alone).records == drafted(beside).records


# What is left out


def analysis(*parties: Party, spots: tuple[Spot, ...] = ()) -> Analysis:
    return Analysis(parties, (), (), spots)


def test_what_the_checks_refuse_is_left_out_and_named_and_the_next_draft_does_not_refer_to_it() -> None:
    reading = dossier("Ada Quill spoke.")
    todo, cast = task(reading, "news"), known(reading)
    wrong, right = Party("Ada\u202e Quill", ActorKind.PERSON), Party("Ben Sorrel", ActorKind.PERSON)
    found = Found(analysis(wrong, right, spots=(Spot("Land"), Spot("No\u202e land"))))
    made = draft(reading, todo, found, cast)
    assert [note.partition(".")[0] for note in made.notes] == [
        "Left out: actor/ada-quill",
        "Left out: place/no-land",
    ]
    assert made.records == 2
    assert errors(reading, made) == []
    assert (cast.actor(wrong), cast.actor(right)) == (None, "ben-sorrel")
    assert (cast.has_place("Land"), cast.has_place("No\u202e land")) == (True, False)
    assert cast.free("actors", "Ada Quill") == "ada-quill"
    assert cast.free("actors", "Ben Sorrel") == "ben-sorrel-2"


def test_where_all_is_left_out_there_is_no_file() -> None:
    reading = dossier("Ada Quill spoke.")
    found = Found(analysis(Party("Ada\u202e Quill", ActorKind.PERSON)))
    made = draft(reading, task(reading, "news"), found, known(reading))
    assert (made.content, made.records) == (b"", 0)
    assert made.notes[-1].startswith("Nothing was found in the text of `news`")


def test_a_file_that_cannot_be_read_again_is_refused() -> None:
    reading = dossier("Ada Quill spoke.")
    # Nobody found it to be sound; a caller that says so all the same is not believed.
    found = Found(analysis(Party("Ada\x00 Quill", ActorKind.PERSON)), is_sound=True)
    made = draft(reading, task(reading, "news"), found, known(reading))
    node, problems = parse("a.yaml", made.content)
    assert node and not problems


# Which sources


def test_sources_with_a_statement_a_draft_or_a_note_of_one_are_not_drafted() -> None:
    reading = read(
        Folder(
            {
                "dossier.yaml": b"title: A\n",
                "a/s.yaml": b"sources:\n"
                + b"".join(b"  s%d: {title: S, text: s.txt}\n" % at for at in range(5))
                + b"  s5: {title: S, text: s.txt, drafted: {by: x, on: 2024-02-05}}\n  s6: {title: S}\n",
                "a/s1.draft.yaml": b"",
                "b.yaml": b"actors:\n  a: {name: A, kind: person}\nstatements:\n"
                b"  one: {speaker: a, source: s2, quote: x, also_in: [{source: s3, quote: x}]}\n",
            },
            {"a/s.txt": b"x\n"},
        )
    )
    assert [todo.source for todo in undrafted(reading)] == ["s0", "s4"]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-02-07", "2024-02-07"),
        ("2024-02", None),
        ("2024-02-07T23:30:00-05:00", "2024-02-07"),
        ("../2024-02-07", None),
        ("2024-02-06/2024-02-07", None),
    ],
)
def test_only_a_day_of_publication_counts(published: str, day: str | None) -> None:
    todo = task(dossier("x", published=f', published: "{published}"'), "news")
    assert (todo.published.isoformat() if todo.published else None) == day


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(RefusedError, match="`ckb`: there are no rules"):
        task(dossier("x", "ckb"), "news")
    with pytest.raises(ValueError, match="ckb"):
        read_source(Task("a", "x", "ckb", None))
    assert task(dossier("x", "en-GB"), "news").has_rules
