import pytest

from tests.rules.checking import lines
from tests.rules.slips.spoken_words import reported


def is_alarmed(text: str, quote: str, language: str = "en") -> bool:
    return reported("elision-negation", text, quote, language=language)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "“We did not ask them,” Orm said.", "We did […] ask them"),
        ("en", "“We didn’t ask them,” Orm said.", "We […] ask them"),
        ("en", "“We never asked them,” Orm said.", "We […] asked them"),
        ("en", "“We asked no one there,” Orm said.", "We asked […] one there"),
        ("en", "“We asked them,” Orm said. “No. We left.”", "We asked them […] We left"),
        ("en-GB", "“We did not ask them,” Orm said.", "We did […] ask them"),
        ("de", "„Wir haben nicht gefragt“, sagte Orm.", "Wir haben […] gefragt"),
        ("de", "„Wir haben keine Fragen“, sagte Orm.", "Wir haben […] Fragen"),
        ("fr", "« Nous n’avons pas demandé », a dit Orm.", "Nous n’avons […] demandé"),
        ("ar", "قال أورم: «نحن لم نسأل أحدا».", "نحن […] نسأل أحدا"),
        ("ar", "قال أورم: «جئنا ولم نسأل أحدا».", "جئنا […] نسأل أحدا"),
    ],
)
def test_a_negation_that_is_left_out_is_reported(language: str, text: str, quote: str) -> None:
    assert is_alarmed(text, quote, language)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "“We told them,” Orm said.", "We [never] told them"),
        ("en", "“We told them,” Orm said.", "[Never] We told them"),
        ("en", "“We told them,” Orm said.", "We told them [not]"),
        ("en", "“Yes, we told them,” Orm said.", "[W]e [didn’t] told them"),
        ("de", "„Wir haben gefragt“, sagte Orm.", "Wir haben [nicht] gefragt"),
        ("fr", "« Nous avons demandé », a dit Orm.", "Nous avons [jamais] demandé"),
        ("ar", "قال أورم: «نحن نسأل».", "نحن [لا] نسأل"),
    ],
)
def test_a_negation_that_is_put_in_is_reported(language: str, text: str, quote: str) -> None:
    assert is_alarmed(text, quote, language)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“We did ask them,” Orm said.", "We did […] them"),
        ("“We did not ask them,” Orm said.", "We did not […] them"),
        # The reporter's own words.
        ("“We asked,” Orm, who had not been there, said, “and left.”", "We asked […] and left"),
        # One in the place of another.
        ("“We don’t know it,” Orm said.", "We [do not] know it"),
        # The source's own bracket, by its very words.
        ("“We [never] told them,” Orm said.", "We [never] told them"),
        ("“We know the notion,” Orm said.", "We […] notion"),
        ("“We told them. It was noted. We left,” Orm said.", "We told them. […] We left"),
    ],
)
def test_other_words_are_not(text: str, quote: str) -> None:
    assert not is_alarmed(text, quote)


def test_without_quotation_marks_all_that_is_left_out_counts() -> None:
    assert is_alarmed("Orm: We did not ask them.", "We did […] ask them")


def test_a_language_that_is_not_known_says_nothing() -> None:
    assert not is_alarmed("”Vi frågade inte dem”, sade Orm.", "Vi frågade […] dem", "sv")


def test_of_a_very_long_gap_the_ends_are_read() -> None:
    far = "We asked them. " * 300
    assert is_alarmed(f"“We did not ask. {far}We left,” Orm said.", "We did […] We left")
    assert is_alarmed(f"“We did ask. {far} We never left,” Orm said.", "We did […] left")


PASSAGE = """
sources: {{s: {{title: S, text: news.txt}}}}
actors: {{orm: {{name: Orm, kind: person}}}}
statements: {{x: {{speaker: orm, source: s, passage: "{passage}"{quote}}}}}
"""


@pytest.mark.parametrize(
    ("passage", "quote", "is_reported"),
    [
        ("Orm did […] confirm it", "", True),
        ("Orm [never] did", "", True),
        ("Orm did not confirm it", "", False),
        ("Orm […] confirm it", ", quote: confirm", False),
    ],
)
def test_a_passage_without_a_quote_is_read_as_well(passage: str, quote: str, is_reported: bool) -> None:
    yaml = PASSAGE.format(passage=passage, quote=quote)
    found = lines("elision-negation", yaml, "Orm did not confirm it. “We confirm,” he said.")
    assert bool(found) is is_reported
