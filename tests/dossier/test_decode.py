"""Records out of YAML: every field of the format, and every way in which one can be wrong, at its place."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.model.recordparts import Figure, Role
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.problems import stops
from mkdocs_dossier.site import build
from mkdocs_dossier.values.refs import SECTIONS, Section
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, to_data
from tests.otherfiles import GivenFiles
from tests.support import RECORDS, dossier_of, errors, folder_of, golden, marked, places, sound
from tests.thorough import times

COMPLETE_SETTINGS = """\
title: Every field
summary: |
  About [[a-claim]].

  - One
  - Two
language: en
lead: a-claim
editors: [Ada, Ben]
updated: 2024-03
licence: MIT
"""

COMPLETE = """\
sources:
  an-article:
    title: An article
    kind: report
    publisher: a-paper
    republishes: a-dispatch
    agency: an-agency
    authors: [a-person]
    published: 2024-02-05T13:15:00-05:00
    updated: 2024-02-06
    retrieved: 2024-02-07
    url: https://example.org/a?b=c&d=e#f
    archived: [https://archive.example/1, http://archive.example/2]
    language: ar
    dateline: a-city
    text: article.txt
    sha256: FB9275F3A767179308675A3E1EC8EC0AD3F6C03D9470F6BA33FBBE9F7915AF94
    rights: publish
    drafted: {by: A program, on: 2024-02-08}
    locators: pages.csv
    capture:
      file: capture.pdf
      sha256: HASH
      by: Ada
      tool: A scanner
      at: 2024-02-05T20:10:00Z
  a-dispatch: {title: A dispatch}
  a-changed-source:
    title: A changed source
    texts:
      - text: old.txt
        sha256: FB9275F3A767179308675A3E1EC8EC0AD3F6C03D9470F6BA33FBBE9F7915AF94
        retrieved: 2024-02-05
      - {text: article.txt, locators: pages.csv, capture: {file: capture.pdf, sha256: HASH}, note: It grew.}
  a-gone-source: {title: A gone source, withdrawn: {on: 2024-02-09, why: It was *false*., by: Ada}}
  a-drafted-source: {title: A drafted source, review: draft}
actors:
  an-agency: {name: An agency, kind: media}
  a-paper: {name: A paper, kind: media}
  a-body:
    name: A body
    kind: government
    part_of: a-state
  a-state: {name: A state, kind: state}
  a-gone-actor: {name: Gone, kind: group, withdrawn: {on: 2024-02-09, why: It was wrong.}}
  a-drafted-actor: {name: A drafted actor, kind: group, review: draft}
  a-person:
    name: A person
    kind: person
    names: {ar: شخص, zh-Hant: 人}
    aliases: [Somebody, "no"]
    description: Of the *[[a-body]]*.
    part_of:
      - {actor: a-state, from: "2020", until: 2024-12}
      - {actor: a-body}
    roles:
      - title: Head
        at: a-body
        from: 2020
        until: ../2025
        speaks_for: true
        source: an-article
        passage: something
    relations:
      - to: a-state
        kind: opposed to
        from: 2020
        until: 2021
        source: an-article
        passage: [some, thing]
    wikidata: Q42
    links: [https://example.org]
places:
  a-country: {name: A country, kind: country}
  a-gone-place: {name: Gone, withdrawn: {on: 2024-02-09, why: It was wrong.}}
  a-drafted-place: {name: A drafted place, review: draft}
  a-city:
    name: A city
    kind: city
    names: {ckb: شار}
    aliases: [City]
    within: a-country
    lat: 36.19
    lon: -44.01
    wikidata: Q796
events:
  an-event:
    name: An event
    kind: press-briefing
    when: 2023-10-15/2024-02-02
    when_note: As read from the article.
    places: [a-city]
    participants: [{actor: a-person, role: speaker}]
    part_of: a-longer-event
    responds_to: [a-longer-event]
    summary: What happened.
    figures:
      - {measure: killed, of: a-body, value: ">=16", as_of: 2024-02-04, source: an-article, passage: thing}
      - {measure: agree, value: 40, unit: percent, source: an-article, passage: thing}
      - {measure: hurt, value: 16-20, attributed_to: a-paper, source: an-article, passage: thing}
    evidence: [{source: an-article, passage: something}]
  a-longer-event: {name: A longer event, kind: war}
  a-gone-event: {name: Gone, kind: war, withdrawn: {on: 2024-02-09, why: It was wrong.}}
  a-drafted-event: {name: A drafted event, kind: war, review: draft}
claims:
  a-claim:
    text: A claim.
    question: Is it so?
    about: [event/an-event, actor/a-body]
    implies: [another-claim]
    excludes: [a-third-claim]
    note: See [[event/an-event|the event]].
    replies:
      - {actor: a-body, on: 2024-02-08, text: Not so.}
      - {actor: a-person, text: some thing, source: an-article}
  another-claim: {text: Another claim.}
  a-third-claim: {text: A third claim.}
  a-gone-claim: {text: Gone., withdrawn: {on: 2024-02-09, why: It was wrong.}}
  a-drafted-claim: {text: A drafted claim., review: draft}
statements:
  a-gone-statement: {speaker: a-person, source: an-article, quote: some, withdrawn: {on: 2024, why: Wrong.}}
  a-drafted-statement: {speaker: not-found, source: an-article, quote: some, review: draft}
  a-statement:
    speaker: a-person
    said: 2024-02-05
    said_note: On Monday.
    medium: interview
    during: an-event
    to: [a-paper]
    source: an-article
    quote: some
    passage: [something]
    summary: It is so.
    language: en
    translation: Some.
    translated_by: source
    via: an-agency
    locator: {page: "3"}
    also_in:
      - source: a-dispatch
        quote: [some, thing]
        passage: something
        language: en
        translation: Some.
        translated_by: a-paper
        via: an-agency
        locator: {time: 01:12:31}
    positions: {a-claim: asserts}
    corrects: an-earlier-statement
    replies: [{actor: a-body, source: an-article}]
  an-earlier-statement:
    speaker: [a-person, a-paper]
    source: an-article
    passage: something
    locator: {section: II}
    translated_by: dossier
    positions: {a-claim: denies, another-claim: no-reply}
"""

ARTICLE = "some thing: something"
CAPTURE, PAGES = b"%PDF", b"start,page\n0,1\n"
COMPLETE = COMPLETE.replace("HASH", sha256(CAPTURE).hexdigest())


def tree_of(text: str) -> dict[str, Data]:
    node, problems = parse("f.yaml", text.encode())
    assert not problems
    assert node is not None
    data = to_data(node)
    assert isinstance(data, dict)
    return data


def complete() -> Loaded:
    folder = folder_of(
        {"dossier.yaml": COMPLETE_SETTINGS, RECORDS: COMPLETE}, {"article.txt": ARTICLE, "old.txt": ARTICLE}
    )
    loaded = load(replace(folder, others=GivenFiles({"capture.pdf": CAPTURE, "pages.csv": PAGES})))
    assert errors(loaded) == [], "\n".join(map(str, loaded.problems))
    return loaded


def test_a_dossier_with_every_field_is_read_without_a_problem() -> None:
    loaded = complete()
    assert loaded.dossier.settings.model_dump(mode="json", exclude_none=True) == {
        "title": "Every field",
        "summary": "About [[a-claim]].\n\n- One\n- Two",
        "language": "en",
        "lead": "a-claim",
        "editors": ["Ada", "Ben"],
        "updated": "2024-03",
        "licence": "MIT",
    }


def test_that_dossier_does_have_every_field() -> None:
    for section, records in tree_of(COMPLETE).items():
        assert isinstance(records, dict)
        written = {field for record in records.values() for field in record}
        model = next(MODELS[name] for name in SECTIONS if name == section)
        assert written == {info.alias or name for name, info in model.model_fields.items()} - {"id"}
    assert set(tree_of(COMPLETE_SETTINGS)) == set(Settings.model_fields)


def test_every_field_comes_out_as_it_was_written() -> None:
    loaded = complete()
    given = tree_of(COMPLETE)
    for section in SECTIONS:
        records = given[section]
        assert isinstance(records, dict)
        for key, record in records.items():
            dumped = loaded.dossier.section(section)[key].model_dump(
                mode="json", by_alias=True, exclude_unset=True, exclude={"id"}
            )
            assert plain(dumped) == plain(record)


def plain(value: object) -> object:
    """Write numbers, flags and hexadecimal digits as YAML has them; and a text as a list of one."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        inner = [plain(one) for one in value]
        return inner[0] if len(inner) == 1 and isinstance(inner[0], str) else inner
    return str(value).lower() if isinstance(value, bool) or len(str(value)) == 64 else str(value)


BESIDE = """\
sources: {s: {title: S}}
actors: {a: {name: A, kind: person}}
places: {p: {name: P}}
events: {e: {name: E, kind: k}}
claims: {c: {text: C}}
"""
STATEMENT = BESIDE + "statements: {x: {speaker: a, source: s, quote: q}}"
WRONG = golden("wrong_records.txt")


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_each_thing_that_is_wrong_in_a_record_is_named_at_its_place(text: str) -> None:
    plain_text, expected = marked(text)
    loaded = dossier_of({"a-beside.yaml": BESIDE, RECORDS: plain_text})
    assert places(loaded) == expected
    assert {one.location.path for one in errors(loaded)} == {RECORDS}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_a_message_is_a_sentence_that_does_not_speak_of_the_program(text: str) -> None:
    loaded = dossier_of({"a-beside.yaml": BESIDE, RECORDS: marked(text)[0]})
    for one in errors(loaded):
        assert one.message.endswith(".")
        said = f"{one.message} {one.hint}".lower()
        assert not any(word in said for word in ("pydantic", "tuple", "dictionary", "instance", "input"))


SETTINGS_WRONG = {
    "no title": "⟨missing-field⟩summary: S\n",
    "a title without a value": "⟨invalid-value⟩title:\n",
    "an unknown setting": "title: T\n⟨unknown-field⟩langauge: en\n",
    "records among the settings": "title: T\n⟨unknown-field⟩actors: {}\n",
    "a list": "⟨wrong-type⟩- title\n",
    "a text": "⟨wrong-type⟩title\n",
    "a text for the editors": "title: T\neditors: ⟨wrong-type⟩Ada\n",
    "a language that is none": "title: T\nlanguage: ⟨invalid-value⟩e\n",
    "nothing": "⟨missing-field⟩",
    "a lead that is no claim": "title: T\nlead: ⟨unknown-reference⟩nothing\n",
    "a link in the summary to nothing": "title: T\nsummary: ⟨unknown-reference⟩About [[nothing]].\n",
}


@pytest.mark.parametrize("text", SETTINGS_WRONG.values(), ids=SETTINGS_WRONG.keys())
def test_each_thing_that_is_wrong_in_the_settings_is_named_at_its_place(text: str) -> None:
    plain_text, expected = marked(text)
    loaded = dossier_of({"dossier.yaml": plain_text})
    assert places(loaded) == expected
    assert {one.location.path for one in errors(loaded)} == {"dossier.yaml"}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("actors: {a: {name: A, kind: person, alias: [B]}}", "no field `alias`", "`aliases`"),
        ("actor: {}", "`actor` is no section", "`actors`"),
        ("title: T", "`title` is no section", "dossier.yaml"),
        ("actors: {a: {name: A, kind: person, zzz: 1}}", "no field `zzz`", "aliases, "),
        ("actors: {a: {name: A, kind: person, roles: [{title: T, at: a, form: 1}]}}", "`form`", "`from`"),
        ("actors: {a: {name: A, kind: persom}}", "persom", "person"),
        ("actors: {a: {kind: person}}", "The actor `a` has no `name`", "`name: …`"),
        ("actors: {a: {name: A, kind: person, roles: [{title: T}]}}", "`roles`, item 1", "`at: …`"),
        (
            "actors: {a: {name: A, kind: person, aliases: [B, '']}}",
            "`aliases`, item 2 has no value",
            "remove",
        ),
        ("actors: {Ada Quill: {name: A, kind: person}}", "Ada Quill", "ada-quill"),
        ("claims: {c: {text: C, about: [the-event]}}", "the-event", "event/the-event or actor/the-event"),
        ("events: {e: {name: E, kind: Air strike}}", "Air strike", "air-strike"),
    ],
)
def test_a_message_names_the_field_and_a_hint_what_to_write(text: str, message: str, hint: str) -> None:
    (found,) = errors(dossier_of(text))
    assert message in found.message
    assert hint in found.hint


def test_no_actor_is_called_as_a_speaker_who_is_not_found() -> None:
    (problem,) = errors(dossier_of("actors:\n  not-found: {name: A, kind: person}\n"))
    assert (problem.rule, problem.location.line) == ("invalid-id", 2)
    assert problem.message.startswith("No actor may have the id `not-found`")
    assert errors(dossier_of("places:\n  not-found: {name: A}\n")) == []


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("speaker: [not-found]", "`speaker` has `not-found` in a list."),
        ("speaker: [not-found, ada]", "`speaker` has `not-found` in a list."),
        ("speaker: []", "`speaker` is an empty list."),
        ("{speaker: ada, review: done}", "`review` is not one of the known values: “done”."),
        ("{speaker: ada, review: true}", "`review` is not one of the known values: “true”."),
    ],
)
def test_what_is_no_draft_and_no_speaker_is_refused(field: str, said: str) -> None:
    fields = field.strip("{}")
    records = f"""\
sources: {{s: {{title: S}}}}
actors: {{ada: {{name: A, kind: person}}}}
statements:
  x: {{{fields}, source: s, quote: q}}
"""
    (problem,) = errors(dossier_of(records))
    assert (problem.location.line, problem.message) == (4, said)


def test_a_second_definition_names_both_places() -> None:
    files = {
        "one.yaml": "actors:\n  a: {name: A, kind: person}\n",
        "sub/two.yaml": "# again\nactors:\n  b: {name: B, kind: person}\n  a: {name: C, kind: person}\n",
    }
    loaded = dossier_of(files)
    (found,) = errors(loaded)
    assert (found.rule, str(found.location)) == ("duplicate-id", "sub/two.yaml:4:3")
    assert "one.yaml:2:3" in found.message
    assert loaded.dossier.actors["a"].name == "A"


def test_one_id_may_name_records_of_several_kinds() -> None:
    sound("actors: {iraq: {name: Iraq, kind: state}}\nplaces: {iraq: {name: Iraq, kind: country}}\n")


def test_a_folder_without_settings_says_so() -> None:
    loaded = load(Folder({RECORDS: b"actors: {}\n"}, {}))
    assert [(one.rule, str(one.location)) for one in errors(loaded)] == [("no-settings", "dossier.yaml:1:1")]


def test_a_settings_file_in_a_sub_folder_is_told_where_it_belongs() -> None:
    loaded = dossier_of({"sub/dossier.yaml": "title: T\n"})
    assert [one.rule for one in errors(loaded)] == ["unknown-field"]
    assert "root of the dossier folder" in errors(loaded)[0].hint


def test_files_without_records_are_no_problem() -> None:
    sound({"empty.yaml": "", "comment.yaml": "# nothing yet\n", "blank.yaml": "actors:\nplaces: {}\n"})


def test_text_is_brought_into_nfc_and_a_quote_is_left_as_it_stands() -> None:
    loaded = sound(STATEMENT.replace("name: A,", "name: Ane\u0301,").replace("quote: q", "quote: e\u0301"))
    assert loaded.dossier.actors["a"].name == "Ané"
    assert loaded.dossier.statements["x"].quote == ("e\u0301",)


ALL_MODELS: tuple[type[BaseModel], ...] = (*MODELS.values(), Settings, Role, Figure)
FIELDS = {info.alias or name for model in ALL_MODELS for name, info in model.model_fields.items()}
words = st.sampled_from(
    ["", "a", "b", "2024", "~", "x/y", "[[a]]", "person", "asserts", "true", "9" * 500, "\u202e", "a\nb"]
)
field_names = st.sampled_from([*sorted(FIELDS), "to", "role", "actor", "[key]", "a", ""])
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(field_names, inner, max_size=3),
    max_leaves=6,
)
records = st.dictionaries(
    st.sampled_from(["a", "b", "A b", ""]),
    st.dictionaries(field_names, values, max_size=5) | values,
    max_size=2,
)
files = st.fixed_dictionaries({}, optional=dict.fromkeys(get_args(Section), records))


@given(files, st.dictionaries(field_names, values, max_size=3))
def test_no_tree_raises_an_exception(tree: dict[str, Data], top: dict[str, Data]) -> None:
    loaded = dossier_of({"dossier.yaml": json.dumps(top), RECORDS: json.dumps(tree)})
    assert all(one.message and one.location.line >= 1 for one in loaded.problems)


def paths(tree: Data, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Data]] = []
    if isinstance(tree, dict):
        inner = list(tree.items())
    elif isinstance(tree, list):
        inner = list(enumerate(tree))
    return [path, *(found for step, one in inner for found in paths(one, (*path, step)))]


def changed(tree: Data, path: tuple[str | int, ...], value: Data | None) -> Data:
    """Put a value in place of what stands at a path; `None` takes it out."""
    if not path:
        return value if value is not None else ""
    step, rest = path[0], path[1:]
    pairs = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    kept = [(key, changed(one, rest, value) if key == step else one) for key, one in pairs]
    kept = [one for one in kept if rest or one[0] != step or value is not None]
    return {str(key): one for key, one in kept} if isinstance(tree, dict) else [one for _, one in kept]


@settings(max_examples=times(150, 60))
@given(st.data())
def test_a_good_dossier_that_is_changed_anywhere_raises_no_exception(data: st.DataObject) -> None:
    trees: dict[str, Data] = {"dossier.yaml": tree_of(COMPLETE_SETTINGS), RECORDS: tree_of(COMPLETE)}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(trees)))
        path = data.draw(st.sampled_from(paths(trees[name])))
        trees[name] = changed(trees[name], path, data.draw(st.none() | values))
    written = {name: json.dumps(tree) for name, tree in trees.items()}
    loaded = dossier_of(written, {"article.txt": ARTICLE})
    if not stops(loaded.problems):
        assert build(loaded)
