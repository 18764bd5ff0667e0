from textwrap import indent

import pytest

from tests.rules.checking import lines, messages

AWADI = "{name: Basim al-Awadi, kind: person, names: {ar: باسم العوادي}}"
FAR = "\n".join(["A paragraph of something else, that is long enough to matter here."] * 20)


def is_alarmed(
    text: str,
    quote: str = "Nobody told us",
    speaker: str = AWADI,
    source: str = "language: en",
    *,
    more: str = "",
    passage: str = "",
) -> bool:
    """Tell whether the rule reports one statement, at its `speaker`."""
    written = f"passage: {passage}" if passage else ""
    yaml = f"""\
sources:
  news:
    title: News
    text: news.txt
    {source}
actors:
  them: {speaker}
{indent(more, "  ")}
statements:
  denial:
    speaker: them
    source: news
    quote: {quote}
    {written}
"""
    found = lines("speaker-not-near", yaml, text)
    assert found in ([], [yaml.splitlines().index("    speaker: them") + 1])
    return bool(found)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody told us,” Awadi said.",
        "“Nobody told us,” AWADI’s office wrote.",
        "Basim arrived.\nIt rained.\n“Nobody told us,” he said.",
        f"“Nobody told us,” he said. {'x ' * 300}\n{'y ' * 30}\nAwadi left.",
        "“Nobody told us,” he said.\nAwadi left.",
        f"{FAR}\nBasim al-Awadi arrived.\n{'It was a long and quiet day. ' * 10}\n“Nobody told us,” he said.",
    ],
)
def test_a_word_of_the_name_near_the_quote_is_enough(text: str) -> None:
    assert not is_alarmed(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody told us,” Kirby said.",
        "“Nobody told us,” al-Sudani said.",
        "“Nobody told us,” Awadinejad said.",
        f"Awadi arrived.\n{FAR}\n“Nobody told us,” Kirby said.\n{FAR}\nAwadi left.",
    ],
)
def test_a_quote_far_from_every_word_of_the_name_is_reported(text: str) -> None:
    assert is_alarmed(text)


def test_a_passage_brings_what_stands_around_it() -> None:
    text = f"Awadi stated on Saturday.\n{FAR}\n“Nobody told us,” he said."
    assert is_alarmed(text)
    assert not is_alarmed(text, passage="stated on Saturday")


@pytest.mark.parametrize(
    ("speaker", "more", "said_by"),
    [
        (
            "{name: Basim, kind: person, roles: [{title: Government Spokesperson, at: body}]}",
            "body: {name: Council of Ministers, kind: government}",
            "the spokesperson",
        ),
        (
            "{name: Basim, kind: person, roles: [{title: Press, at: body}]}",
            "body: {name: Council of Ministers, kind: government, aliases: [Baghdad]}",
            "Baghdad",
        ),
        (
            "{name: Basim, kind: person, part_of: body}",
            "body: {name: Council of Ministers, kind: government}",
            "one of the ministers",
        ),
        ("{name: State Department, kind: organisation, aliases: [US]}", "", "the U.S."),
        ("{name: Xi, kind: person}", "", "Xi"),
        ("{name: Zelenskyy, kind: person, names: {uk: Зеленський}, aliases: [Зеленский]}", "", "Zelenskyy"),
        ("{name: Šárka Nováková, kind: person}", "", "Sarka Novakova"),
    ],
)
def test_titles_bodies_and_acronyms_name_the_speaker_too(speaker: str, more: str, said_by: str) -> None:
    assert not is_alarmed(f"“Nobody told us,” said {said_by}.", speaker=speaker, more=more)
    assert is_alarmed("“Nobody told us,” they told us.", speaker=speaker, more=more)


def test_an_acronym_is_not_the_pronoun_of_the_same_letters() -> None:
    assert is_alarmed("“Nobody told us,” he told us.", speaker="{name: US, kind: state}")


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("ar", "«لم يبلغنا أحد»، قال العوادي.", "لم يبلغنا أحد"),
        ("ar", "«لم يبلغنا أحد»، وفقا للعوادي.", "لم يبلغنا أحد"),
        ("ar", "«لم يبلغنا أحد»، كما قال العَوادي.", "لم يبلغنا أحد"),
        ("cs", "„Nikdo nám to neřekl,“ podle Basima.", "Nikdo nám to neřekl"),
    ],
)
def test_what_a_language_writes_onto_a_name_does_not_hide_it(language: str, text: str, quote: str) -> None:
    assert not is_alarmed(text, quote, source=f"language: {language}")


def test_names_without_spaces_around_them_are_found() -> None:
    speaker = "{name: Kim Jong-un, kind: person, names: {ja: 金正恩}}"
    assert not is_alarmed("「知らない」と金正恩氏は述べた。", "知らない", speaker, "language: ja")
    assert is_alarmed("「知らない」と習近平氏は述べた。", "知らない", speaker, "language: ja")


def test_nothing_is_said_where_no_name_is_in_the_script_of_the_source() -> None:
    speaker = "{name: John Kirby, kind: person}"
    assert not is_alarmed("«لم يبلغنا أحد»، قال العوادي.", "لم يبلغنا أحد", speaker, "language: ar")


@pytest.mark.parametrize("kind", ["transcript", "post", "video", "document"])
def test_outside_articles_the_name_may_stand_anywhere_in_the_text(kind: str) -> None:
    text = f"MR AWADI:\n{FAR}\nNobody told us."
    assert not is_alarmed(text, source=f"kind: {kind}")
    assert is_alarmed(text, source="kind: report")


@pytest.mark.parametrize("source", ["publisher: them", "authors: [them]", "publisher: body"])
def test_in_a_source_of_the_speakers_own_nobody_need_be_named(source: str) -> None:
    speaker, more = "{name: Basim, kind: person, part_of: body}", "body: {name: Ministry, kind: government}"
    text = "“Nobody told us.”"
    assert not is_alarmed(text, speaker=speaker, source=source, more=more)
    assert is_alarmed(text, speaker=speaker, more=more)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Nobody told us,” she said. “There is no one left.”"),
        ("en", "“Nobody told us.” Later she told the reporters so."),
        ("en", "“Nobody told us,” said he."),
        ("en", "“Nobody told us,” he had said."),
        ("fr", "« Nobody told us », a-t-elle dit."),
        ("fr", "« Nobody told us », elle a déclaré."),
        ("de", "„Nobody told us“, sagte sie."),
    ],
)
def test_a_source_that_names_nobody_may_say_by_a_pronoun_who_speaks(language: str, text: str) -> None:
    more = "body: {name: The Council, kind: government}"
    assert not is_alarmed(text, source=f"language: {language}", more=more)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Nobody told us,” she said.\n\nA day later Kirby came.", AWADI),
        ("“Nobody told us,” she said.\n\nKirby came.", AWADI),
        ("“Nobody told us,” she said of the council.", AWADI),
        ("“Nobody told us,” it said.", AWADI),
        ("“Nobody told us,” they said.", AWADI),
        ("“Nobody told us.” She left.", AWADI),
        ("“Nobody told us,” she said.", "{name: Council, kind: government}"),
    ],
)
def test_where_a_pronoun_may_be_another_the_speaker_is_missed(text: str, speaker: str) -> None:
    assert is_alarmed(text, speaker=speaker, more="body: {name: The council, kind: government}")


def test_without_a_text_nothing_is_said() -> None:
    yaml = """
    sources: {news: {title: News}}
    actors: {them: {name: Basim, kind: person}}
    statements: {denial: {speaker: them, source: news, quote: Nobody told us}}
    """
    assert lines("speaker-not-near", yaml) == []


def own(
    text: str, quote: str = "Nobody told us that", speaker: str = "paper", source: str = "kind: report"
) -> list[str]:
    """List what is said of a statement from a source of the speaker's own, which quotes others too."""
    yaml = f"""
    sources:
      news: {{title: News, text: news.txt, publisher: paper, {source}}}
    actors:
      paper: {{name: The Paper, kind: media}}
      roe: {{name: Ana Roe, kind: person, part_of: paper}}
      lee: {{name: Bo Leemann, kind: person, names: {{ar: بو ليمان}}}}
      will: {{name: Will Grant, kind: person}}
    statements:
      said: {{speaker: {speaker}, source: news, quote: {quote}}}
    """
    return messages("speaker-not-near", yaml, text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Nobody told us that,” Leemann said.", "paper"),
        ("Bo Leemann went on: “He left. Nobody told us that.”", "paper"),
        ("“Nobody told us that,” Leemann said.", "roe"),
        ("«Nobody told us that», قال ليمان", "paper"),
    ],
)
def test_words_quoted_beside_the_name_of_another_in_a_source_of_the_speakers_own_are_reported(
    text: str, speaker: str
) -> None:
    (said,) = own(text, speaker=speaker)
    assert said.startswith("These words stand in quotation marks beside the name of Bo Leemann, and nothing")


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("Nobody told us that, although Leemann was there.", "Nobody told us that", "kind: report"),
        ("“Nobody told us that.”", "Nobody told us that", "kind: report"),
        ("“Nobody told us that,” The Paper told Leemann.", "Nobody told us that", "kind: article"),
        ("“Nobody told us that,” we said, and will grant it.", "Nobody told us that", "kind: article"),
        ("“Nobody told us that.”\n\nLeemann left.", "Nobody told us that", "kind: report"),
        ("“Nobody told us that Leemann left.”", "Nobody told us that", "kind: report"),
        ("Leemann left the “so to say” talks.", "so to", "kind: report"),
        ("“Nobody told us that,” Leemann said.", "Nobody told us that", "kind: post"),
    ],
)
def test_the_speakers_own_words_in_a_source_of_the_speakers_own_are_not(
    text: str, quote: str, source: str
) -> None:
    assert own(text, quote, source=source) == []


def test_of_words_that_are_not_in_the_text_nothing_is_said() -> None:
    assert not is_alarmed("“Nobody told us,” Kirby said.", quote="Somebody told them")
    assert own("“Nobody told us that,” Leemann said.", "Somebody told them that") == []
