import pytest

from tests.rules.slips.spoken_words import reported


def is_alarmed(text: str, quote: str = "We told them […] They lie", **more: str) -> bool:
    return reported("elision-far", text, quote, **more)


@pytest.mark.parametrize(("left_out", "wrong"), [(400, False), (401, True)])
def test_more_than_400_characters_are_too_many(left_out: int, wrong: bool) -> None:
    assert is_alarmed(f"“We told them{'x'.center(left_out)}They lie,” Orm said.") == wrong


@pytest.mark.parametrize(
    "text",
    [
        "“We told them,” Orm said.\n\nBasma Adel, the spokeswoman, said: “They lie.”",
        "“We told them,” he said. Adel said: “They lie.”",
        "“We told them,” Orm told Mr. Roe. Adel answered: “They lie.”",
    ],
)
def test_a_sentence_on_another_in_what_is_left_out_is_reported(text: str) -> None:
    assert is_alarmed(text)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("de", "„Wir fragten“, sagte Orm. Basma Adel sagte: „Sie lügen.“", "Wir fragten […] Sie lügen"),
        ("fr", "« On le sait », a dit Orm. Adel a répondu : « C’est faux. »", "On le sait […] C’est faux"),
        ("ar", "قال أورم: «أبلغناهم». وقالت بسمة عادل: «إنهم يكذبون».", "أبلغناهم […] إنهم يكذبون"),
    ],
)
def test_other_languages_are_read_too(language: str, text: str, quote: str) -> None:
    assert is_alarmed(text, quote, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "“We told them,” Orm said, “again. They lie.”",
        "“We told them,” Orm told Adel. “They lie.”",
        "“We told them,” he told Mrs. Adel. “They lie.”",
        "“We told them,” the minister told Adel. “They lie.”",
        "“We told them, and Adel. They lie,” Orm said.",
        "“We told them,” said a man of Roe. “They lie.”",
        # Another part is far off, but nothing is left out.
        "“We told them. They lie,” Orm said.",
    ],
)
def test_an_interruption_is_not(text: str) -> None:
    assert not is_alarmed(text)


def test_a_body_that_says_nothing_in_the_dossier_does_not_count() -> None:
    body = "sud: {name: Sudland, kind: state}"
    text = "“We told them,” Orm said. Sudland said: “They lie.”"
    assert not is_alarmed(text, actors=body)


def test_what_stands_there_as_it_is_leaves_nothing_out() -> None:
    assert not is_alarmed("“We told them […] They lie,” Orm said.")
