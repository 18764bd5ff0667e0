"""The words of subtitles, in paragraphs, with the time at which each cue is shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.intake.answering import tidied
from mkdocs_dossier.authoring.intake.subtitles import _words_of
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.values.timecodes import Timecode

pytest.importorskip("webvtt", reason="the extra `subtitles` is not installed")


def srt(*cues: tuple[str, str, str]) -> str:
    return "\n".join(f"{n}\n{start} --> {end}\n{words}\n" for n, (start, end, words) in enumerate(cues, 1))


def vtt(*cues: tuple[str, str, str]) -> str:
    return "WEBVTT - a title\n\n" + "\n".join(f"{start} --> {end}\n{words}\n" for start, end, words in cues)


def paragraphs(text: str) -> list[str]:
    answer = _words_of(text.encode())
    return str(answer["text"]).rstrip("\n").split("\n\n")


A, B, C, D = "00:00:01,000", "00:00:02,500", "00:00:04,000", "00:00:06,000"


def test_the_words_of_cues_are_joined_and_each_cue_has_its_time() -> None:
    text = srt(
        (A, B, "We informed"), (B, C, "every shop\non the quay."), ("01:00:12,900", "01:00:14,000", "É. And")
    )
    article = read_article("a.srt", text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert article.text == "We informed every shop on the quay.\n\nÉ. And\n"
    assert (article.located, article.kind) == ("time", "transcript")
    assert article.locators == ((0, "00:01"), (12, "00:02"), (37, "1:00:12"))
    assert [article.text[start:].split()[0] for start, _ in article.locators] == ["We", "every", "É."]


def test_what_stands_beside_the_words_is_left_out() -> None:
    text = srt((A, B, "{\\an8}<i>We</i> <font color='#fff'>informed</font> &amp; told"), (B, C, "♪"))
    assert paragraphs(text) == ["We informed & told ♪"]
    cues = (
        ("00:01.000", "00:02.000 align:start position:0%", "<c.x>We</c> <00:01.500>informed &lt;all&gt;"),
    )
    assert paragraphs(vtt(*cues) + "\nNOTE a remark\n\nSTYLE\n::cue {}\n") == ["We informed <all>"]


@pytest.mark.parametrize("mark", ["- ", "– ", ">> ", ">>>", ">>"])
def test_another_speaker_begins_a_paragraph(mark: str) -> None:
    assert paragraphs(srt((A, B, f"Who told you?\n{mark}Nobody.\nNever."))) == [
        "Who told you?",
        "Nobody. Never.",
    ]


@pytest.mark.parametrize("words", ["—he said", "-5 degrees", "5 > 4"])
def test_a_dash_that_is_part_of_the_words_stays(words: str) -> None:
    assert paragraphs(srt((A, B, f"It was\n{words}"))) == [f"It was {words}"]


def test_voices_are_named_where_they_change() -> None:
    cues = (
        ("00:01.000", "00:02.000", "<v Mara Voss>We informed"),
        ("00:02.000", "00:03.000", "<v.loud Mara Voss>every shop.</v>"),
        ("00:03.000", "00:04.000", "<v Jon &amp; Co>Nobody.</v> <v Mara Voss>All."),
    )
    assert paragraphs(vtt(*cues)) == [
        "Mara Voss: We informed every shop.",
        "Jon & Co: Nobody.",
        "Mara Voss: All.",
    ]


def test_a_pause_begins_a_paragraph_and_a_short_one_does_not() -> None:
    assert paragraphs(srt((A, B, "One"), ("00:00:05,400", D, "two"))) == ["One two"]
    assert paragraphs(srt((A, B, "One"), ("00:00:05,600", D, "two"))) == ["One", "two"]


def test_lines_that_roll_upwards_are_said_once() -> None:
    lines = ["we informed", "every shop", "on the quay", "on Monday", "and Tuesday"]
    cues = [
        (f"00:0{n}.000", f"00:0{n + 1}.000", "\n".join(lines[max(0, n - 1) : n + 1]))
        for n in range(len(lines))
    ]
    answer = _words_of(vtt(*cues).encode())
    assert answer["text"] == f"{' '.join(lines)}\n"
    assert answer["locators"] == [[0, "00:00"], [12, "00:01"], [23, "00:02"], [35, "00:03"], [45, "00:04"]]


def test_what_is_said_twice_stays_where_captions_do_not_roll() -> None:
    cues = [(A, B, "No."), (B, C, "No."), (C, D, "Never told."), (D, "00:00:07,000", "Us? Nobody.")]
    assert paragraphs(srt(*cues)) == ["No. No. Never told. Us? Nobody."]


def test_cues_that_cannot_be_read_are_counted() -> None:
    answer = _words_of((srt((A, B, "One")) + "\n2\n00:00:03,000 --> soon\ntwo\n").encode())
    assert answer["text"] == "One\n"
    assert "1 cues could not be read" in str(answer["remarks"])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no subtitles|No text"),
        (b"WEBVTT\n", "no subtitles|No text"),
        (b"words", "no subtitles"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\xff\n", "not UTF-8"),
        ("1\n00:00:01,000 --> 00:00:02,000\na\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_holds_no_subtitles_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        read_article("a.srt", content)


WORDS = st.sampled_from(
    ["We", "told", "\n", ">>", "- ", "<v Mara>", "</v>", "<", "&amp;", "{\\an8}", "é", "\n\n", "😀", "\u00a0"]
)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 5_000_000), st.lists(WORDS, max_size=6)), max_size=8), st.booleans())
def test_every_place_is_within_the_text_and_every_time_one_of_the_format(
    cues: list[tuple[int, list[str]]], is_vtt: bool
) -> None:
    def time(ms: int) -> str:
        return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1_000 % 60:02}.{ms % 1_000:03}"

    written = [(time(start), time(start + 1_000), " ".join(words)) for start, words in cues]
    answer = _words_of((vtt(*written) if is_vtt else srt(*written)).encode())
    text = str(answer.get("text", ""))
    assert text in ("", tidied(text))
    before = -1
    for start, at in answer.get("locators", []):  # type: ignore[attr-defined]
        assert before < start < len(text)
        assert not text[start].isspace()
        assert Timecode.parse(at).text == at
        before = start
