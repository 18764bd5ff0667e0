"""German: the verb is second in a main clause and last in others; whose it is shows by that."""

import pytest

from tests.drafting.said_in import said_in, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Damm hält“, sagte Ana Roe am Montag.", "Ana Roe"),
        (
            "„Der Damm hält“, sagte der Sprecher der Regierung, Ana Roe, am Montag.",
            "der Sprecher der Regierung, Ana Roe",
        ),
        (
            "Der Sprecher der Regierung, Ana Roe, sagte: „Der Damm hält.“",
            "Der Sprecher der Regierung, Ana Roe",
        ),
        ("Am Montag sagte Roe in Norland: „Der Damm hält.“", "Roe"),
        ("Bürgermeisterin Ana Roe teilte am Montag mit: „Der Damm hält.“", "Bürgermeisterin Ana Roe"),
        ("„Der Damm hält“, teilte die Polizei mit.", "die Polizei"),
        ("Roe hat am Montag im Rundfunk gesagt: „Der Damm hält.“", "Roe"),
        ("„Der Damm hält“, wie Roe sagte.", "Roe"),
        ("„Der Damm hält und wird halten“, so Roe.", "Roe"),
        ("Der Damm ist laut Roe „so sicher wie nie“.", "Roe"),
        ("Dem Magazin Tempo zufolge ist der Damm „so sicher wie nie“.", "Dem Magazin Tempo"),
        ("Roe erklärte: „Der Damm hält nicht“, teilte die Agentur mit.", "Roe"),
        ("Die Äußerungen bezeichnete Roe als „dumm und gefährlich“.", "Roe"),
        ("Eine Anhebung nannte er „dumm und gefährlich“.", "er"),
        ("Besorgt äußerte sich die Regierung: „Der Damm hält nicht.“", "die Regierung"),
        ("„Der Damm hält“, hieß es aus Norland.", "Norland"),
        ("Roe wird mit dem Satz „Der Damm hält“ zitiert.", "Roe"),
        ("Der Damm wurde von Roe als „völlig marode“ bezeichnet.", "Roe"),
        ("„Der Damm hält“, lächelte Ministerin Roe.", "Ministerin Roe"),
        ("Der englischen Zeitung sagte Ana Roe: „Der Damm hält.“", "Ana Roe"),
        ("Für Ministerin Roe ist der Damm „so sicher wie nie“.", "Ministerin Roe"),
        ("Der Sender zitiert den Minister mit den Worten: „Der Damm hält.“", "den Minister"),
        ("„Der Damm hält“, sagte ihr Sprecher in Norland, Jo Berg.", "ihr Sprecher in Norland, Jo Berg"),
    ],
)
def test_who_says_a_quotation(text: str, speaker: str) -> None:
    assert [who for _, who in speakers(text, "de")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Roe sagte, man habe den Damm geprüft.", "Roe"),
        ("Man habe den Damm geprüft, sagte Roe am Montag.", "Roe"),
        ("Laut Roe hält der Damm.", "Roe"),
        ("Nach Angaben der Polizei hält der Damm.", "der Polizei"),
        ("Nach Polizeiangaben hält der Damm.", "Polizeiangaben"),
        ("Der Damm hält, wie die Ministerin mitteilte.", "die Ministerin"),
        ("Roe teilte mit, dass der Damm hält.", "Roe"),
        ("Die Regierung hat angekündigt, dass der Damm saniert wird.", "Die Regierung"),
    ],
)
def test_who_is_reported_to_say_something(text: str, speaker: str) -> None:
    assert [who for _, who in speakers(text, "de")] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Roe teilte den Kuchen in vier Stücke.",
        "Der Vertrag wurde im Mai gefunden.",
        "Der Minister stellte den Wagen in die Garage.",
        "Die Regierung plant einen Damm.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert said_in(text, "de") == ()
