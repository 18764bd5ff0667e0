"""Who is named: family names, titles, abbreviations and countries lead to one and the same."""

from mkdocs_dossier.drafting.cast.mentioned import mentioned
from mkdocs_dossier.drafting.cast.people import Named, People
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.packs.pack import Gender
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.quotes.sourcetext import SourceText


def people(text: str) -> dict[str, Named]:
    found = People(mentioned(sentences(SourceText(text), PACK), PACK), PACK)
    return {one.name: one for one in found.named.values()}


def test_a_family_name_is_that_of_the_full_name() -> None:
    found = people("Then Basim al-Poe spoke. They met Poe and Mr. Poe. John Roe left, and Roe came back.")
    assert dict(found["Basim al-Poe"].names) == {"Basim al-Poe": 1, "Poe": 2}
    assert dict(found["John Roe"].names) == {"John Roe": 1, "Roe": 1}


def test_of_a_family_the_title_says_who_is_meant() -> None:
    found = people("There Hillary Poe met Bill Poe. Later Mrs. Poe spoke, and Mr. Poe left.")
    assert found["Hillary Poe"].names["Poe"] == 1
    assert found["Bill Poe"].names["Poe"] == 1


def test_a_title_or_a_given_name_tells_the_pronoun() -> None:
    found = people("There Mary Poe met Mr. Roe and Zyx Quux.")
    assert found["Mary Poe"].gender is Gender.SHE
    assert found["Roe"].gender is Gender.HE
    assert found["Zyx Quux"].gender is Gender.ANY


def test_a_country_is_one_by_whatever_name() -> None:
    found = people("There the United States met Iraq. US troops left, and the U.S. was told.")
    assert found["United States"].kind is ActorKind.STATE
    assert set(found["United States"].names) == {"United States", "US", "U.S."} - {"US"} or (
        set(found["United States"].names) >= {"United States", "U.S."}
    )


def test_an_abbreviation_is_the_name_that_it_stands_behind() -> None:
    found = people("There the Popular Guard Forces (PGF) met. Later PGF left.")
    assert dict(found["Popular Guard Forces"].names)["PGF"] == 2


def test_what_a_name_is_shows_by_its_words() -> None:
    found = people("The Norland government met the Norland militia, the Kremlin, the Sahl Times and the BBC.")
    kinds = {name: one.kind for name, one in found.items()}
    assert kinds["Norland government"] is ActorKind.GOVERNMENT
    assert kinds["Norland militia"] is ActorKind.ARMED_GROUP
    assert kinds["Sahl Times"] is ActorKind.MEDIA
    assert kinds["BBC"] is ActorKind.ORGANISATION
    assert kinds["Kremlin"] is ActorKind.ORGANISATION


def test_a_run_of_capitals_alone_shows_no_person() -> None:
    found = people("They walked along Golden Gate there. Then Zyx Quux came, and Quux spoke.")
    assert not found["Golden Gate"].is_person
    assert found["Zyx Quux"].is_person


def test_the_end_of_a_bodys_name_is_that_body() -> None:
    found = people("The Norland water ministry was told. Water ministry spokesman Jon Teller left.")
    assert "Water ministry" not in found
    assert found["Norland water ministry"].names["Water ministry"] == 1
    both = people("There the Norland Water Ministry met the Sahl Water Ministry. The Water Ministry left.")
    assert "Water Ministry" in both  # whose is it?


def test_where_somebody_has_a_post_is_a_body() -> None:
    found = people("There Sahl Power chief executive Mara Voss spoke.")
    assert found["Sahl Power"].kind is ActorKind.ORGANISATION
