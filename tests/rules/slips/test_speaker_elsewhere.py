import pytest

from tests.rules.checking import lines
from tests.rules.slips.spoken_words import ORM, reported

QUOTE = "Nobody told us"
OTHERS = "sud: {name: Government of Sudland, kind: government, aliases: [Sudland]}"


def is_alarmed(text: str, quote: str = QUOTE, **more: str) -> bool:
    return reported("speaker-elsewhere", text, quote, **more)


@pytest.mark.parametrize(
    "text",
    [
        "“We told them,” Orm said.\n“Nobody told us,” Adel said.",
        "Basma Adel, the spokeswoman of Sudland, said: “Nobody told us.”",
        "“Nobody told us,” spokeswoman Basma Adel said.",
        "“Nobody told us,” said Foreign Minister Adel.",
        "A spokeswoman for the government of Sudland, Basma Adel, said: “Nobody told us.”",
        "The spokeswoman, Basma Adel, said: “Nobody told us.”",
        "“Nobody told us,” ADEL said.",
        "“Nobody told us, Orm or no Orm,” Adel said.",
        "“Nobody told us,” Adel told him.",
    ],
)
def test_words_in_a_paragraph_that_names_another_only_are_reported(text: str) -> None:
    assert is_alarmed(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody told us,” Orm said.\nAdel left.",
        "“Nobody told us,” Orm told Adel.",
        "“Nobody told us,” he told Adel.",
        "“Nobody told us,” She added, of Adel.",
        "“Nobody told us,” the spokesman told Adel.",
        "Adel had left, and the minister said: “Nobody told us.”",
        "The minister of Sudland said in town, far from Adel: “Nobody told us.”",
        "“Nobody told us,” a minister said, and Adel agreed.",
        "“Nobody told us.”",
        "“Nobody told us,” Roe said.",
        "“Adel lies. Nobody told us.”",
        # The quotation goes on, and the next paragraph says whose it is.
        "Adel left. “Nobody told us.\n“They never do,” Orm said.",
        "“Nobody told us,” it was adelled.",
        # Not in quotation marks: that is another rule's affair.
        "Adel said that Nobody told us.",
    ],
)
def test_words_that_may_be_the_speakers_are_not(text: str) -> None:
    assert not is_alarmed(text)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("de", "„Das wusste niemand“, sagte Adel.", "Das wusste niemand"),
        ("de", "„Das wusste niemand“, sagte Ministerin Adel.", "Das wusste niemand"),
        ("de", "„Das wusste niemand“, so die Worte Adels.", "Das wusste niemand"),
        ("de", "Basma Adel, die Sprecherin von Sudland, sagte: „Das wusste niemand“", "Das wusste niemand"),
        ("fr", "Basma Adel, la porte-parole du Sudland, a dit : « On ne savait rien »", "On ne savait rien"),
        ("ar", "وقالت بسمة عادل، المتحدثة باسم سودلاند: «لم يبلغنا أحد».", "لم يبلغنا أحد"),
        ("ar", "وقالت المتحدثة باسم سودلاند، بسمة عادل، «لم يبلغنا أحد».", "لم يبلغنا أحد"),
        ("fr", "« On ne savait rien », a dit Adel.", "On ne savait rien"),
        ("ar", "قالت بسمة عادل: «لم يبلغنا أحد».", "لم يبلغنا أحد"),
        ("ar", "وقالت المتحدثة باسم الحكومة بسمة عادل «لم يبلغنا أحد».", "لم يبلغنا أحد"),
    ],
)
def test_other_languages_are_read_too(language: str, text: str, quote: str) -> None:
    assert is_alarmed(text, quote, language=language)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("de", "„Das wusste niemand“, sagte er zu Adel.", "Das wusste niemand"),
        ("de", "„Das wusste niemand“, sagte der Regierungssprecher zu Adel.", "Das wusste niemand"),
        ("fr", "« On ne savait rien », a-t-il dit à Adel.", "On ne savait rien"),
        ("fr", "« On ne savait rien », a dit le ministre à Adel.", "On ne savait rien"),
        ("ar", "وأضاف أن عادل غادرت: «لم يبلغنا أحد».", "لم يبلغنا أحد"),
        ("ar", "وقال المتحدث إن عادل غادرت: «لم يبلغنا أحد».", "لم يبلغنا أحد"),
        # Nothing is known of the pronouns of Swedish.
        ("sv", "”Ingen sade det”, sade Adel.", "Ingen sade det"),
    ],
)
def test_their_pronouns_and_posts_may_be_the_speaker(language: str, text: str, quote: str) -> None:
    assert not is_alarmed(text, quote, language=language)


def test_a_body_is_named_by_all_of_its_name_or_an_alias() -> None:
    assert is_alarmed("“Nobody told us,” the Government of Sudland said.", actors=OTHERS)
    assert is_alarmed("“Nobody told us,” Sudland said.", actors=OTHERS)
    assert not is_alarmed("“Nobody told us,” one of Norland said.", actors=OTHERS)


@pytest.mark.parametrize("kind", ["transcript", "post", "video", "document"])
def test_only_articles_and_reports_are_looked_at(kind: str) -> None:
    text = "“Nobody told us,” Adel said."
    assert not is_alarmed(text, source=f"title: News, kind: {kind}")
    assert is_alarmed(text, source="title: News, kind: report")


def test_the_paper_itself_is_nobody_else() -> None:
    text = "“Nobody told us,” it was said in The Paper."
    assert is_alarmed(text)
    assert not is_alarmed(text, source="title: News, publisher: paper")
    assert not is_alarmed(text, source="title: News, authors: [paper]")


def test_in_a_source_of_the_speakers_own_another_rule_looks() -> None:
    assert not is_alarmed("“Nobody told us,” Adel said.", source="title: News, authors: [orm]")


def test_who_has_a_role_at_the_speaker_is_nobody_else() -> None:
    yaml = f"""
    sources: {{news: {{title: News, text: news.txt}}}}
    actors:
      orm: {ORM}
      sud: {{name: Sudland, kind: state}}
      adel: {{name: Basma Adel, kind: person, roles: [{{title: Envoy, at: %s}}]}}
    statements: {{said: {{speaker: sud, source: news, quote: Nobody told us}}}}
    """
    text = "“Nobody told us,” Adel said."
    assert lines("speaker-elsewhere", yaml % "sud", text) == []
    assert lines("speaker-elsewhere", yaml % "orm", text) == [6]


def test_no_name_in_the_script_of_the_source_says_nothing() -> None:
    yaml = """
    sources: {news: {title: News, text: news.txt, language: ar}}
    actors:
      orm: {name: Jon Orm, kind: person}
      adel: {name: بسمة عادل, kind: person}
    statements: {said: {speaker: orm, source: news, quote: لم يبلغنا أحد}}
    """
    assert lines("speaker-elsewhere", yaml, "قالت بسمة عادل: «لم يبلغنا أحد».") == []


def test_a_text_of_one_endless_paragraph_is_not_read() -> None:
    assert not is_alarmed("It rained. " * 1000 + "“Nobody told us,” Adel said.")
    assert is_alarmed("It rained. " * 100 + "“Nobody told us,” Adel said.")
