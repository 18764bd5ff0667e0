import pytest

from tests.rules.slips.spoken_words import reported

BODY = "“We never agreed to that in writing,” Jon Orm said on Friday."


def is_alarmed(text: str, quote: str = "We never did agree", source: str = "title: News") -> bool:
    return reported("quote-is-headline", text, quote, source=source)


@pytest.mark.parametrize(
    "headline",
    ["Orm: “We never did agree”", "“We never did agree” — Orm on the raid", "  „We never did agree“ (Orm)"],
)
@pytest.mark.parametrize("kind", ["article", "report"])
def test_words_that_stand_in_the_first_line_only_are_reported(headline: str, kind: str) -> None:
    assert is_alarmed(f"{headline}\n\n{BODY}", source=f"title: News, kind: {kind}")


@pytest.mark.parametrize("line", ["Orm: “We never did agree.”", "“We never did agree!” Orm says?"])
def test_the_title_of_the_source_is_a_headline_however_it_ends(line: str) -> None:
    assert is_alarmed(f"{line}\n\n{BODY}", source=f"title: '{line}'")
    assert not is_alarmed(f"{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        # No headline: a sentence; the whole text; a long paragraph.
        f"“We never did agree,” Orm said.\n\n{BODY}",
        "Orm: “We never did agree”",
        f"Orm: “We never did agree” {'so to say ' * 20}\n\n{BODY}",
        # In the text as well.
        f"Orm: “We never did agree”\n\n“We never did agree,” Orm said.\n\n{BODY}",
        # Not in the first line.
        f"Orm on the raid\n\nOrm: “We never did agree”\n\n{BODY}",
    ],
)
def test_words_of_the_text_are_not(text: str) -> None:
    assert not is_alarmed(text)


@pytest.mark.parametrize("kind", ["post", "transcript", "video", "document"])
def test_the_first_line_of_what_is_no_article_is_no_headline(kind: str) -> None:
    assert not is_alarmed(f"“We never did agree”\n\n{BODY}", source=f"title: News, kind: {kind}")
