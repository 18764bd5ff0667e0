"""The one walk over records: what it finds of each mark, and that each way leads to what stands there."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field

from mkdocs_dossier.model.fields import Mark, Target
from mkdocs_dossier.model.proselinks import ProseLink
from mkdocs_dossier.model.recordparts import (
    Capture,
    Drafted,
    Evidence,
    Figure,
    Membership,
    Participant,
    Relation,
    Reply,
    Role,
    Version,
    Withdrawn,
)
from mkdocs_dossier.model.records import MODELS, Actor, Claim, Event, Source, Statement
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import (
    Leaf,
    field_names,
    fields,
    leaves,
    links,
    part_at,
    parts,
    references,
    with_parts,
)
from mkdocs_dossier.values.refs import Path, Ref, Section

# Records with a value in every field that is walked. Of all texts, those that name a record begin with `to-`,
# those that are prose with `Prose`, and those in the words of the dossier's authors have `our own` in them.
SETTINGS = {
    "title": "A title of our own",
    "summary": "Prose of our own: [[to-x]] and [[actor/to-y|her]].",
    "language": "en",
    "lead": "to-claim",
    "editors": ["E"],
    "updated": "2024",
    "licence": "L",
}
RECORDS: dict[Section, dict[str, Any]] = {
    "sources": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "title": "T",
        "kind": "article",
        "publisher": "to-publisher",
        "republishes": "to-original",
        "agency": "to-agency",
        "authors": ["to-first", "to-second"],
        "published": "2024",
        "updated": "2024",
        "retrieved": "2024",
        "url": "https://example.org/",
        "archived": ["https://example.org/"],
        "language": "en",
        "dateline": "to-place",
        "text": "t.txt",
        "sha256": "0" * 64,
        "texts": [
            {
                "text": "t.txt",
                "sha256": "0" * 64,
                "retrieved": "2024",
                "locators": "l.csv",
                "capture": {"file": "c", "sha256": "0" * 64},
                "note": "A note of our own",
            }
        ],
        "locators": "l.csv",
        "capture": {"file": "c", "sha256": "0" * 64, "by": "E", "tool": "T", "at": "2024", "timestamp": "t"},
        "rights": "quote",
        "drafted": {"by": "a program", "on": "2024"},
    },
    "actors": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "name": "N",
        "kind": "person",
        "names": {"ar": "ن"},
        "aliases": ["A"],
        "description": "Prose of our own, with [[place/to-z]].",
        "part_of": [{"actor": "to-body", "from": "2024", "until": "2024"}, {"actor": "to-other-body"}],
        "roles": [
            {
                "title": "A title of our own",
                "at": "to-office",
                "from": "2024",
                "until": "2024",
                "speaks_for": "true",
                "source": "to-source",
                "passage": "P",
            },
            {"title": "Another of our own", "at": "to-other-office"},
        ],
        "relations": [
            {
                "to": "to-friend",
                "kind": "of a kind of our own",
                "from": "2024",
                "until": "2024",
                "source": "to-source",
                "passage": "P",
            }
        ],
        "wikidata": "Q1",
        "links": ["https://example.org/"],
    },
    "places": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "name": "N",
        "kind": "city",
        "names": {"ar": "ن"},
        "aliases": ["A"],
        "within": "to-country",
        "lat": "1",
        "lon": "1",
        "wikidata": "Q1",
    },
    "events": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "name": "A name of our own",
        "kind": "k",
        "when": "2024",
        "when_note": "A note of our own",
        "places": ["to-place"],
        "participants": [{"actor": "to-actor", "role": "a role of our own"}],
        "part_of": "to-war",
        "responds_to": ["to-first", "to-second"],
        "summary": "Prose of our own.",
        "figures": [
            {
                "measure": "m",
                "of": "to-actor",
                "value": "1",
                "attributed_to": "to-office",
                "unit": "a unit of our own",
                "as_of": "2024",
                "source": "to-source",
                "passage": "P",
            }
        ],
        "evidence": [{"source": "to-source", "passage": "P"}, {"source": "to-other-source", "passage": "P"}],
    },
    "claims": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "text": "A text of our own",
        "question": "A question of our own",
        "about": ["event/to-event", "actor/to-actor"],
        "implies": ["to-weaker"],
        "excludes": ["to-other", "to-third"],
        "note": "Prose of our own.",
        "replies": [
            {"actor": "to-actor", "on": "2024", "text": "T", "source": "to-reply"},
        ],
    },
    "statements": {
        "withdrawn": {"on": "2024", "why": "Prose of our own.", "by": "E"},
        "speaker": ["to-speaker", "to-fellow"],
        "said": "2024",
        "said_note": "A note of our own",
        "medium": "post",
        "during": "to-event",
        "to": ["to-hearer"],
        "source": "to-source",
        "quote": "Q",
        "passage": ["P", "Q"],
        "summary": "A summary of our own",
        "language": "en",
        "translation": "T",
        "translated_by": "to-translator",
        "via": "to-wire",
        "locator": {"page": "3"},
        "also_in": [
            {
                "source": "to-other-source",
                "quote": "Q",
                "passage": "P",
                "language": "en",
                "translation": "T",
                "translated_by": "to-translator",
                "via": "to-wire",
                "locator": {"page": "3"},
            }
        ],
        "positions": {"to-claim": "asserts", "to-other-claim": "denies"},
        "corrects": "to-statement",
        "replies": [
            {"actor": "to-actor", "on": "2024", "text": "T", "source": "to-reply"},
        ],
    },
}
EVERY = (*MODELS, "settings")


def record_of(name: str) -> BaseModel:
    if name == "settings":
        return Settings.model_validate(SETTINGS)
    section = next(one for one in MODELS if one == name)
    return MODELS[section].model_validate({"id": "x", **RECORDS[section]})


def data_of(name: str) -> dict[str, Any]:
    return SETTINGS if name == "settings" else next(RECORDS[one] for one in MODELS if one == name)


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """List all texts in data, keys as well, each with the way to it, in their order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*path, index))
    else:
        yield path, data


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Find the models in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from models_in(inner)


def is_walked(annotation: Any) -> bool:
    """Tell whether values of a type are found by a walk: ids of records, prose, the authors' own words."""
    marks = (*getattr(annotation, "__metadata__", ()), *getattr(annotation, "metadata", ()))
    if any(isinstance(mark, Target) or mark in (Mark.PROSE, Mark.OWN_WORDS) for mark in marks):
        return True
    inner = (*getattr(annotation, "__args__", ()), getattr(annotation, "annotation", None))
    return any(is_walked(one) for one in inner if one is not None)


def unfilled(data: dict[str, Any], model: type[BaseModel]) -> list[str]:
    """List the fields of a record that a walk looks at and that have no value, those of its parts too."""
    named = {info.alias or name: info for name, info in model.model_fields.items() if name != "id"}
    inner = [
        (data[name][0] if isinstance(data[name], list) else data[name], part)
        for name, info in named.items()
        for part in models_in(info.annotation)
    ]
    missing = [name for name, info in named.items() if is_walked(info) and name not in data]
    return missing + [name for part, of in inner for name in unfilled(part, of)]


@pytest.mark.parametrize("name", EVERY)
def test_the_records_here_have_a_value_in_every_field_that_is_walked(name: str) -> None:
    assert unfilled(data_of(name), type(record_of(name))) == [], "give each a value in RECORDS"


# References


@pytest.mark.parametrize("name", EVERY)
def test_every_naming_of_a_record_is_found_at_its_place_and_nothing_else(name: str) -> None:
    named = [
        (path, text.rpartition("/")[2])
        for path, text in texts(data_of(name))
        if text.startswith(("to-", "event/to-", "actor/to-"))
    ]
    found = sorted((str(one.path), one.target.id) for one in references(record_of(name)))
    assert found == sorted((str(path), identifier) for path, identifier in named)


@pytest.mark.parametrize("name", EVERY)
def test_a_reference_says_whether_it_is_written_as_a_key(name: str) -> None:
    for one in references(record_of(name)):
        value: Any = data_of(name)
        *before, last = one.path
        for step in before:
            value = value[step]
        if one.is_key:
            assert (last, last in value) == (one.target.id, True)
        else:
            assert value[last].rpartition("/")[2] == one.target.id


NAMED: dict[str, dict[str, tuple[Section, Reverse]]] = {
    "settings": {"lead": ("claims", Reverse.LEAD_OF)},
    "sources": {
        "publisher": ("actors", Reverse.PUBLISHED),
        "republishes": ("sources", Reverse.REPUBLISHED_BY),
        "agency": ("actors", Reverse.SUPPLIED),
        "authors": ("actors", Reverse.AUTHORED),
        "dateline": ("places", Reverse.DATELINED),
    },
    "actors": {
        "part_of.actor": ("actors", Reverse.PARTS),
        "roles.at": ("actors", Reverse.STAFF),
        "roles.source": ("sources", Reverse.ROLES),
        "relations.to": ("actors", Reverse.RELATED),
        "relations.source": ("sources", Reverse.RELATIONS),
    },
    "places": {"within": ("places", Reverse.CONTAINS)},
    "events": {
        "places": ("places", Reverse.EVENTS),
        "participants.actor": ("actors", Reverse.EVENTS),
        "part_of": ("events", Reverse.PARTS),
        "responds_to": ("events", Reverse.ANSWERED_BY),
        "figures.of": ("actors", Reverse.COUNTED_IN),
        "figures.attributed_to": ("actors", Reverse.FIGURES),
        "figures.source": ("sources", Reverse.FIGURES),
        "evidence.source": ("sources", Reverse.EVIDENCE_FOR),
    },
    "statements": {
        "speaker": ("actors", Reverse.STATEMENTS),
        "during": ("events", Reverse.STATEMENTS),
        "to": ("actors", Reverse.ADDRESSED_IN),
        "source": ("sources", Reverse.STATEMENTS),
        "translated_by": ("actors", Reverse.TRANSLATED),
        "via": ("actors", Reverse.RELAYED),
        "also_in.source": ("sources", Reverse.STATEMENTS),
        "also_in.translated_by": ("actors", Reverse.TRANSLATED),
        "also_in.via": ("actors", Reverse.RELAYED),
        "positions": ("claims", Reverse.STATEMENTS),
        "corrects": ("statements", Reverse.CORRECTED_BY),
        "replies.actor": ("actors", Reverse.REPLIES),
        "replies.source": ("sources", Reverse.REPLIED_IN),
    },
}


@pytest.mark.parametrize("name", NAMED)
def test_each_field_names_records_of_its_section_by_its_reverse(name: str) -> None:
    found = {
        ".".join(str(step) for step in one.path if isinstance(step, str) and step != one.target.id): (
            one.target.section,
            one.reverse,
        )
        for one in references(record_of(name))
    }
    assert found == NAMED[name]


def test_a_claim_is_about_events_and_actors_and_implies_and_excludes_claims() -> None:
    assert [(one.path, one.target, one.reverse) for one in references(record_of("claims"))] == [
        (("about", 0), Ref("events", "to-event"), Reverse.CLAIMS),
        (("about", 1), Ref("actors", "to-actor"), Reverse.CLAIMS),
        (("implies", 0), Ref("claims", "to-weaker"), Reverse.IMPLIED_BY),
        (("excludes", 0), Ref("claims", "to-other"), Reverse.EXCLUDED_BY),
        (("excludes", 1), Ref("claims", "to-third"), Reverse.EXCLUDED_BY),
        (("replies", 0, "actor"), Ref("actors", "to-actor"), Reverse.REPLIES),
        (("replies", 0, "source"), Ref("sources", "to-reply"), Reverse.REPLIED_IN),
    ]


@pytest.mark.parametrize("word", ["source", "dossier"])
def test_the_words_for_who_translated_name_no_record(word: str) -> None:
    fields = {"id": "x", "speaker": "a", "source": "s", "translated_by": word}
    assert [one.target.id for one in references(Statement.model_validate(fields))] == ["s", "a"]


def test_every_reverse_is_that_of_a_field() -> None:
    assert {one.reverse for name in EVERY for one in references(record_of(name))} == set(Reverse)


def test_references_are_found_in_the_order_of_the_fields() -> None:
    raid = {
        "evidence": [{"source": "s", "passage": "p"}, {"source": "s", "passage": "q"}],
        "figures": [
            {"source": "s", "passage": "p", "attributed_to": "c", "value": "1", "measure": "m", "of": "b"}
        ],
        "responds_to": ["war"],
        "part_of": "war",
        "participants": [{"actor": "a", "role": "led it"}, {"role": "was hurt", "actor": "a"}],
        "places": ["city"],
        "name": "Raid",
        "kind": "raid",
    }
    assert [one.path for one in references(Event.model_validate({"id": "raid", **raid}))] == [
        ("places", 0),
        ("participants", 0, "actor"),
        ("participants", 1, "actor"),
        ("part_of",),
        ("responds_to", 0),
        ("figures", 0, "of"),
        ("figures", 0, "attributed_to"),
        ("figures", 0, "source"),
        ("evidence", 0, "source"),
        ("evidence", 1, "source"),
    ]


def test_a_field_without_a_value_names_nothing() -> None:
    claim = Claim.model_validate({"id": "x", "text": "T"})
    statement = Statement.model_validate({"id": "x", "speaker": "a", "source": "s"})
    assert list(references(claim)) == []
    assert list(links(claim)) == []
    assert [one.path for one in references(statement)] == [("source",), ("speaker", 0)]


# Texts


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(("mark", "sign"), [(Mark.OWN_WORDS, "our own"), (Mark.PROSE, "Prose")])
def test_own_words_and_prose_are_found_at_their_places(name: str, mark: Mark, sign: str) -> None:
    marked = [(path, text) for path, text in texts(data_of(name)) if sign in text]
    assert [(one.path, one.value) for one in leaves(record_of(name), mark)] == marked


def test_all_prose_is_in_words_of_the_authors_own() -> None:
    for model in with_parts(*MODELS.values(), Settings):
        assert all(field.has(Mark.OWN_WORDS) for field in fields(model) if field.has(Mark.PROSE))


def test_links_in_prose_are_found_with_the_text_that_they_stand_in() -> None:
    assert list(links(record_of("settings"))) == [
        (("summary",), ProseLink(None, "to-x", None)),
        (("summary",), ProseLink("actor", "to-y", "her")),
    ]
    assert list(links(record_of("actors"))) == [(("description",), ProseLink("place", "to-z", None))]


def test_what_looks_like_a_link_outside_of_prose_is_none() -> None:
    assert (
        list(links(Claim.model_validate({"id": "x", "text": "Of [[y]]", "question": "Is it [[y]]?"}))) == []
    )


# Parts


def test_the_parts_of_a_record_are_found_with_the_way_to_each() -> None:
    assert [(path, type(part)) for path, part in parts(record_of("actors"))] == [
        (("withdrawn",), Withdrawn),
        (("part_of", 0), Membership),
        (("part_of", 1), Membership),
        (("roles", 0), Role),
        (("roles", 1), Role),
        (("relations", 0), Relation),
    ]
    assert [(path, type(part)) for path, part in parts(record_of("events"))] == [
        (("withdrawn",), Withdrawn),
        (("participants", 0), Participant),
        (("figures", 0), Figure),
        (("evidence", 0), Evidence),
        (("evidence", 1), Evidence),
    ]
    assert [(path, type(part)) for path, part in parts(record_of("sources"))] == [
        (("withdrawn",), Withdrawn),
        (("texts", 0), Version),
        (("texts", 0, "capture"), Capture),
        (("capture",), Capture),
        (("drafted",), Drafted),
    ]
    assert [path for path, _ in parts(record_of("claims"))] == [("withdrawn",), ("replies", 0)]
    assert list(parts(record_of("settings"))) == []


def test_models_are_listed_with_those_of_their_parts_each_once() -> None:
    assert with_parts(Source) == (Source, Withdrawn, Version, Capture, Drafted)
    assert with_parts(Claim) == (Claim, Withdrawn, Reply)
    assert with_parts(Actor, Event, Actor) == (
        Actor,
        Event,
        Withdrawn,
        Membership,
        Role,
        Relation,
        Participant,
        Figure,
        Evidence,
    )


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ([], Event),
        (["name"], Event),
        (["figures"], Figure),
        (["figures", 0], Figure),
        (["figures", 0, "value"], Figure),
        (["nothing", 1, "evidence", 0, "passage", 2], Evidence),
    ],
)
def test_the_model_of_what_stands_at_a_place_is_found(path: list[str | int], model: type[BaseModel]) -> None:
    assert part_at(Event, path) is model


def test_fields_are_named_as_the_format_spells_them() -> None:
    assert field_names(Membership) == ("actor", "from", "until")
    assert "id" not in field_names(Source)


# Any model


Named = Annotated[str, Target(("actors",)), Reverse.PARTS]


class Grain(BaseModel):
    """A part of a part."""

    one: Named
    more: tuple[Named, ...] = ()


class Ear(BaseModel):
    """A part with parts."""

    grains: tuple[Grain, ...] = ()
    best: Grain | None = None


class Sown(BaseModel):
    """A record with parts in every shape."""

    ears: tuple[Ear, ...] = ()
    by_name: dict[Named, Ear] = Field({}, alias="by-name")
    both: dict[Named, Annotated[str, Target(("places",)), Reverse.CONTAINS]] = {}
    plain: dict[str, str] = {}


SEED = Sown.model_validate(
    {
        "ears": [
            {"grains": [{"one": "a", "more": ["b", "c"]}, {"one": "d"}], "best": {"one": "e"}},
            {"best": {"one": "f"}},
        ],
        "by-name": {"g": {"grains": [{"one": "h"}]}},
        "both": {"i": "j", "k": "l"},
        "plain": {"m": "n"},
    }
)


def test_what_stands_in_parts_of_parts_is_found_by_the_way_to_it() -> None:
    found = [(one.path, one.target.address, one.reverse, one.is_key) for one in references(SEED)]
    assert found == [
        (("ears", 0, "grains", 0, "one"), "actors/a", Reverse.PARTS, False),
        (("ears", 0, "grains", 0, "more", 0), "actors/b", Reverse.PARTS, False),
        (("ears", 0, "grains", 0, "more", 1), "actors/c", Reverse.PARTS, False),
        (("ears", 0, "grains", 1, "one"), "actors/d", Reverse.PARTS, False),
        (("ears", 0, "best", "one"), "actors/e", Reverse.PARTS, False),
        (("ears", 1, "best", "one"), "actors/f", Reverse.PARTS, False),
        (("by-name", "g"), "actors/g", Reverse.PARTS, True),
        (("by-name", "g", "grains", 0, "one"), "actors/h", Reverse.PARTS, False),
        (("both", "i"), "actors/i", Reverse.PARTS, True),
        (("both", "k"), "actors/k", Reverse.PARTS, True),
        (("both", "i"), "places/j", Reverse.CONTAINS, False),
        (("both", "k"), "places/l", Reverse.CONTAINS, False),
    ]


def test_parts_of_parts_are_listed_after_what_they_are_part_of() -> None:
    assert [path for path, _ in parts(SEED)] == [
        ("ears", 0),
        ("ears", 0, "grains", 0),
        ("ears", 0, "grains", 1),
        ("ears", 0, "best"),
        ("ears", 1),
        ("ears", 1, "best"),
        ("by-name", "g"),
        ("by-name", "g", "grains", 0),
    ]
    assert with_parts(Sown) == (Sown, Ear, Grain)
    assert part_at(Sown, ["by-name", "g", "grains", 0, "one"]) is Grain


def test_a_field_of_keys_and_values_of_two_types_counts_for_two() -> None:
    assert [(one.alias, one.shape, one.part, len(one.marks)) for one in fields(Sown)] == [
        ("ears", "items", Ear, 0),
        ("by-name", "keys", None, 2),
        ("by-name", "values", Ear, 0),
        ("both", "keys", None, 2),
        ("both", "values", None, 2),
        ("plain", "keys", None, 0),
        ("plain", "values", None, 0),
    ]


def test_marks_around_a_type_that_may_be_missing_count_with_its_own() -> None:
    class Root(BaseModel):
        """A record with an optional value."""

        below: Annotated[Named | None, Mark.OWN_WORDS] = None

    (field,) = fields(Root)
    assert (field.shape, set(field.marks)) == ("one", {Mark.OWN_WORDS, Target(("actors",)), Reverse.PARTS})
    assert list(references(Root())) == []


def test_a_mark_is_looked_for_by_its_value_or_by_its_class() -> None:
    (one,) = [field for field in fields(Grain) if field.name == "one"]
    assert one.has(Reverse)
    assert one.has(Reverse.PARTS)
    assert not one.has(Reverse.CONTAINS)
    assert not one.has(Mark)
    assert one.mark(Reverse) is Reverse.PARTS
    assert one.mark(Target) == Target(("actors",))
    assert one.mark(Mark) is None


def test_a_leaf_knows_its_field() -> None:
    (best,) = fields(Ear)[1:]
    assert best.part is Grain
    (leaf,) = leaves(Grain(one="a"), Target)
    assert leaf == Leaf(("one",), "a", fields(Grain)[0])
    assert not leaf.is_key
