"""Who may be meant by what an author types for a speaker."""

import pytest

from mkdocs_dossier.authoring.reading import read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewingspeakers import Known, fitting, known_actors, meant, new_actor
from mkdocs_dossier.model.vocabulary import ActorKind
from tests.authoring.drafted_dossier import drafted

READING = read(
    drafted(
        more="actors:\n  jose-alvarez: {name: José Álvarez, kind: person, "
        "aliases: [The Bridge Man], names: {ar: خوسيه}}\n"
    )
)
ACTORS = known_actors(READING.dossier, READING.source_map)


def found(typed: str) -> list[str]:
    return [one.id for one in fitting(ACTORS, typed)]


def test_actors_stand_by_name_and_say_whether_they_are_drafts() -> None:
    names = [one.name for one in ACTORS]
    assert names == [
        "Ada Quill",
        "Ben Sorrel",
        "Dunwold",
        "Ferrymen’s Guild",
        "José Álvarez",
        "Quill",
        "The Gazette",
    ]
    assert [one.name for one in ACTORS if not one.is_draft] == ["Dunwold", "José Álvarez", "The Gazette"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [one.id for one in ACTORS]),
        ("quill", ["lower-quill", "ada-quill"]),
        ("QUILL ad", ["ada-quill"]),
        ("town of", ["dunwold"]),
        ("jose alv", ["jose-alvarez"]),
        ("خوسيه", ["jose-alvarez"]),
        ("bridge man", ["jose-alvarez"]),
        ("ferrymens-g", ["ferrymens-guild"]),
        ("nobody", []),
    ],
)
def test_actors_are_found_by_the_words_of_a_name_alias_or_id(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ada", "ada-quill"),
        (" Quill ", "lower-quill"),
        ("ada-quill", "ada-quill"),
        ("New actor: ben sorrel", "ben-sorrel"),
    ],
)
def test_who_is_meant_is_the_one_of_that_very_name_or_the_only_one_that_fits(
    typed: str, expected: str
) -> None:
    known = meant(ACTORS, typed)
    assert isinstance(known, Known)
    assert known.id == expected


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("l", r"Several actors fit “l”: `lower-quill`, `ada-quill`, .*, …\. Choose one"),
        ("Nobody", r"No actor is called “Nobody”\. Type “new actor: Nobody”"),
        ("new actor:", "The name"),
        ("new actor: a\u202eb", "The name"),
    ],
)
def test_what_is_not_clear_is_refused(typed: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        meant(ACTORS, typed)


def test_a_new_actor_gets_an_id_that_nobody_has() -> None:
    assert meant(ACTORS, "new actor:  A  Letter") == "A Letter"
    made = new_actor(READING.source_map, "A Letter", ActorKind.GROUP)
    assert (made.id, made.name, made.kind) == ("a-letter", "A Letter", ActorKind.GROUP)
    assert new_actor(READING.source_map, "Dunwold", ActorKind.PERSON).id == "dunwold-2"
    assert new_actor(READING.source_map, "Not found", ActorKind.PERSON).id == "not-found-2"
    assert len(new_actor(READING.source_map, "A" * 500, ActorKind.PERSON).id) <= 80
    with pytest.raises(RefusedError, match="No id can be made"):
        new_actor(READING.source_map, "…", ActorKind.PERSON)
