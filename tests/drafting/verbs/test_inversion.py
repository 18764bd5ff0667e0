"""French: the subject goes before the verb, but behind it where what was said goes before both."""

import pytest

from tests.drafting.said_in import said_in, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le barrage tient bon », a déclaré Ana Roe.", "Ana Roe"),
        (
            "« Le barrage tient bon », a déclaré lundi à la presse le porte-parole Jo Berg.",
            "le porte-parole Jo Berg",
        ),
        ("« Le barrage tient bon », a-t-il dit.", "il"),
        ("« Le barrage tient bon », explique-t-elle.", "elle"),
        (
            "Le ministre de la Justice, Jo Berg, a affirmé : « Le barrage tient bon. »",
            "Le ministre de la Justice, Jo Berg",
        ),
        ("Ana Roe, qui s’exprimait lundi, a assuré que « le barrage tient bon ».", "Ana Roe"),
        ("Selon la police, « le barrage tient bon ».", "la police"),
        ("D’après elle, « le barrage tient bon ».", "elle"),
        ("Pour l’avocate Ana Roe, « le barrage est sûr ».", "l’avocate Ana Roe"),
        ("Son rival, Jo Berg, l’accuse de « jouer avec le feu ».", "Son rival, Jo Berg"),
        ("« Le barrage tient bon », a balayé Mme Roe.", "Mme Roe"),
        ("« Le barrage tient bon », fait valoir le maire.", "le maire"),
        ("« Le barrage tient bon », peut-on lire dans le communiqué.", "le communiqué"),
        (
            "L’ambassadeur à l’ONU, Jo Berg, s’est dit « très inquiet du barrage ».",
            "L’ambassadeur à l’ONU, Jo Berg",
        ),
        ("« Le barrage tient bon », souligne l’un d’eux, Jo Berg.", "l’un d’eux, Jo Berg"),
    ],
)
def test_who_says_a_quotation(text: str, speaker: str) -> None:
    assert [who for _, who in speakers(text, "fr")] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La préfecture a indiqué que l’eau montait.", "La préfecture"),
        ("L’eau monte, a indiqué lundi la préfecture.", "la préfecture"),
        ("L’eau monte, selon un diplomate.", "un diplomate"),
        ("La rédactrice en chef du journal Le Phare, Ana Roe, raconte que l’eau montait.",
         "La rédactrice en chef du journal Le Phare, Ana Roe"),
        ("Son rival la menace de représailles.", "Son rival"),
        ("Le syndicat réclame un nouveau barrage.", "Le syndicat"),
    ],
)  # fmt: skip
def test_who_is_reported_to_say_something(text: str, speaker: str) -> None:
    assert [who for _, who in speakers(text, "fr")] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "La demande de la ville reste sans réponse.",
        "Le groupe n’a pas répondu.",
        "Le barrage de l’Èvre a été construit en mai.",
        "Une annonce de ce genre surprend.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert said_in(text, "fr") == ()
