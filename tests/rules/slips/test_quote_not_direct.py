from textwrap import indent

import pytest

from tests.rules.checking import lines


def quoted(text: str, quote: str, kind: str = "article") -> list[int]:
    yaml = f"""\
sources:
  news: {{title: News, kind: {kind}, text: news.txt}}
actors:
  kirby: {{name: John Kirby, kind: person}}
statements:
  said:
    speaker: kirby
    source: news
    quote:
{indent(quote, "      ")}
"""
    return lines("quote-not-direct", yaml, text)


@pytest.mark.parametrize("kind", ["article", "report"])
def test_each_fragment_outside_quotation_marks_is_reported_at_its_line(kind: str) -> None:
    text = "Kirby “informed” Baghdad that all was done “prior”, he told us."
    assert quoted(text, "- informed\n- all was done\n- prior", kind) == [11]


@pytest.mark.parametrize("kind", ["transcript", "post", "video", "document"])
def test_where_all_words_are_speech_none_need_quotation_marks(kind: str) -> None:
    assert quoted("MR KIRBY: We told them.", "- We told them", kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "— We told them, said Kirby.",
        "Kirby wrote on X:\nWe told them.\nHe left.",
        "MR. KIRBY: We told them.",
        "Roe: Whom?\nKirby: We told them.",
        "Q: Whom did you tell?\nA: We told them.",
        "“Kirby said ‘We told them’,” Roe said.",
    ],
)
def test_speech_that_is_set_in_another_way_needs_no_quotation_marks(text: str) -> None:
    assert quoted(text, "- We told them") == []


@pytest.mark.parametrize(
    "text",
    [
        "- We told them\n- and left",
        "BEIRUT — We told them, said Kirby.",
        "Kirby wrote on X.\nWe told them.",
        "BEIRUT: We told them.",
        "Note: We told them.\nNote: We did.",
    ],
)
def test_what_only_looks_like_speech_is_reported(text: str) -> None:
    assert quoted(text, "- We told them") == [10]


def test_what_is_not_in_the_text_at_all_is_not_reported_again() -> None:
    assert quoted("Kirby spoke.", "- We told them") == []


OWN = """
sources:
  news: {{title: News, kind: {kind}, text: news.txt, published: 2024-02-05, {fields}}}
actors:
  paper: {{name: The Paper, kind: media, part_of: party}}
  party: {{name: The Party, kind: organisation}}
  press: {{name: Press Office, kind: organisation, part_of: ministry}}
  ministry: {{name: Ministry, kind: government, part_of: state}}
  state: {{name: Norland, kind: state}}
  ana:
    name: Ana Roe
    kind: person
    part_of: paper
    roles:
      - {{title: Spokesperson, at: ministry, speaks_for: true, from: 2024}}
      - {{title: Chair, at: party, speaks_for: true, until: 2023}}
      - {{title: Columnist, at: paper}}
statements:
  said:
    speaker: {speaker}
    source: news
    quote: hundreds escaped
"""

REPORTED = "Our sources confirm that hundreds escaped on Thursday."


def own(speaker: str, fields: str, kind: str = "report") -> list[int]:
    return lines("quote-not-direct", OWN.format(speaker=speaker, fields=fields, kind=kind), REPORTED)


@pytest.mark.parametrize("kind", ["article", "report"])
@pytest.mark.parametrize(
    ("speaker", "fields"),
    [
        ("paper", "publisher: paper"),
        ("ana", "authors: [ana]"),
        ("ana", "publisher: paper, authors: [press, ana]"),
        ("press", "publisher: press"),
        # A body speaks for those that it is part of; a person, for whom the post says.
        ("ministry", "publisher: press"),
        ("state", "publisher: press"),
        ("ministry", "authors: [ana]"),
        ("state", "authors: [ana], publisher: paper"),
    ],
)
def test_all_of_a_source_of_the_speakers_own_is_in_the_speakers_words(
    speaker: str, fields: str, kind: str
) -> None:
    assert own(speaker, fields, kind) == []


@pytest.mark.parametrize(
    ("speaker", "fields"),
    [
        ("paper", "retrieved: 2024"),
        ("paper", "publisher: press"),
        # What a ministry publishes is not in its spokesperson's words, nor in those of its press office.
        ("ana", "publisher: ministry"),
        ("press", "publisher: ministry"),
        # A paper is not the voice of the party that it belongs to, nor its author that of the paper.
        ("party", "publisher: paper"),
        ("paper", "authors: [ana]"),
        # The post had ended.
        ("party", "authors: [ana]"),
    ],
)
def test_a_source_of_somebody_who_does_not_speak_for_the_speaker_is_not_the_speakers_own(
    speaker: str, fields: str
) -> None:
    assert own(speaker, fields) == [21]


@pytest.mark.parametrize(
    "fields", ["publisher: nobody", "authors: [nobody]", "publisher: nobody, authors: [press]"]
)
def test_who_is_not_recorded_speaks_for_nobody(fields: str) -> None:
    assert own("ana", fields) == [21]


def test_a_body_that_is_not_recorded_stops_nothing() -> None:
    yaml = OWN.replace("at: ministry, speaks_for: true", "at: gone, speaks_for: true").replace(
        "part_of: state", "part_of: gone"
    )
    written = yaml.format(speaker="state", fields="authors: [ana], publisher: press", kind="report")
    assert lines("quote-not-direct", written, REPORTED) == [21]
