"""What a dossier has already: whom a name means, which ids are taken."""

from mkdocs_dossier.authoring.draftfile import known
from mkdocs_dossier.authoring.reading import read
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.drafting.content.readout import Party
from mkdocs_dossier.drafting.known import Known
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.values.ids import ID_LENGTH
from mkdocs_dossier.values.refs import Ref

RECORDS = """
sources:
  news: {title: News, text: news.txt}
actors:
  poe: {name: John Poe, kind: person, aliases: [J. Poe]}
  roe-a: {name: Ana Roe, kind: person, aliases: [Roe]}
  roe-b: {name: Bob Roe, kind: person, aliases: [Roe]}
  an-official: {name: an official, kind: anonymous}
places:
  sahl: {name: Sahl, aliases: [Sahlan]}
events:
  strikes: {name: Strikes, kind: airstrike, when: 2024-02-02}
statements:
  poe-says: {speaker: poe, source: news, quote: Nobody was told of it}
"""
TEXT = "“Nobody was told of it, I think,” Poe said. “It was so.”"


def cast() -> Known:
    files = {"dossier.yaml": b"title: A", "records.yaml": RECORDS.encode()}
    return known(read(Folder(files, {"news.txt": TEXT.encode()}, ())))


def party(*names: str, kind: ActorKind = ActorKind.PERSON) -> Party:
    return Party(names[0], kind, names[1:])


def test_a_known_actor_is_meant_where_a_name_is_one_actors_alone() -> None:
    found = cast()
    assert found.actor(party("John Poe")) == "poe"
    assert found.actor(party("JOHN POE")) == "poe"
    assert found.actor(party("Johnny Poe", "J. Poe")) == "poe"
    assert found.actor(party("Roe")) is None
    assert found.actor(party("an official", kind=ActorKind.ANONYMOUS)) is None
    assert found.actor(party("an official")) is None


def test_an_id_is_one_that_nothing_has() -> None:
    found = cast()
    assert found.free("actors", "Poe") == "poe-2"
    assert found.free("actors", "Poe", {Ref("actors", "poe-2")}) == "poe-3"
    assert found.free("events", "Poe") == "poe"
    assert found.free("actors", "…") == "actor"
    assert found.free("actors", "not found") == "not-found-2"
    assert len(found.free("actors", "x" * 300)) == ID_LENGTH


def test_what_is_there_is_not_drafted_again() -> None:
    found = cast()
    assert found.has_place("sahlan") and not found.has_place("Sal")
    assert found.has_event("airstrike", "2024-02-02") and not found.has_event("airstrike", "2024-02-03")
    quote = TEXT.index("Nobody"), TEXT.index(",” Poe")
    assert found.is_told("news", [quote], (0, 10))
    assert not found.is_told("news", [quote, (TEXT.index("It was"), len(TEXT) - 1)], (0, 10))
    assert not found.is_told("other", [quote], (0, 10))
