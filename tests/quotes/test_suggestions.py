"""Saying why a fragment is not found, and what the source has instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.differences import Difference, Edge
from mkdocs_dossier.quotes.nearest import Reason, explain_missing
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.quotes.wording import signs_told
from tests.quotes.places import find

ARTICLE = """\
US did not inform Iraq ahead of Friday strikes on pro-Iran militias: Spox
“Iraq, like every country in the region, understood that there would be a response after the deaths of our \
soldiers. As for this specific response on Friday, there was not a pre-notification. We informed the Iraqis \
immediately after the strikes occurred,” Vedant Patel told Rudaw’s Diyar Kurda on Monday.
Washington had “informed” Baghdad "prior" to carrying out the attacks, killing at least 1,500 fighters.
"""


@pytest.mark.parametrize(
    ("fragment", "suggestion", "difference"),
    [
        (
            "We informed the Iraqis promptly after the strikes occurred",
            "We informed the Iraqis immediately after the strikes occurred",
            ("immediately", "promptly"),
        ),
        (
            "We informed the Iraqis after the strikes occurred",
            "We informed the Iraqis immediately after the strikes occurred",
            ("immediately", ""),
        ),
        (
            "there was really not a pre-notification",
            "there was not a pre-notification",
            ("", "really"),
        ),
        ("imediately", "immediately", ("immediately", "imediately")),
        ("us did not inform Iraq", "US did not inform Iraq", ("US", "us")),
        (
            "Iraq like every country in the region",
            "Iraq, like every country in the region",
            ("Iraq, like", "Iraq like"),
        ),
    ],
)
def test_the_nearest_passage_is_suggested_with_the_first_difference(
    fragment: str, suggestion: str, difference: tuple[str, str]
) -> None:
    missing = explain_missing(SourceText(ARTICLE), fragment)
    assert missing.reason is Reason.SIMILAR
    assert missing.suggestion == suggestion == ARTICLE[missing.start : missing.end]
    assert missing.difference == Difference(*difference)


@pytest.mark.parametrize(
    ("text", "fragment", "suggestion"),
    [
        ("美国政府在空袭之后立即通知了伊拉克政府。", "空袭之后马上通知了伊拉克", "空袭之后立即通知了伊拉克"),
        (
            "وقال العوادي إن الجانب الأمريكي تعمد الخداع أمس",
            "إن الجانب الأمريكي يتعمد الخداع",
            "إن الجانب الأمريكي تعمد الخداع",
        ),
        (
            "Он сказал, что Ирак был уведомлён после ударов.",
            "Ирак был извещён после ударов",
            "Ирак был уведомлён после ударов",
        ),
    ],
)
def test_the_nearest_passage_is_suggested_in_any_script(text: str, fragment: str, suggestion: str) -> None:
    assert explain_missing(SourceText(text), fragment).suggestion == suggestion


def test_a_suggestion_can_be_quoted_as_it_stands() -> None:
    source = SourceText(ARTICLE)
    missing = explain_missing(source, "Washington has informed Baghdad prior to the attacks")
    assert missing.suggestion
    assert find(source, missing.suggestion)


def test_what_stands_before_the_last_fragment_is_out_of_order() -> None:
    missing = explain_missing(SourceText(ARTICLE), "US did not inform", after=100)
    assert (missing.reason, missing.start, missing.suggestion) == (
        Reason.OUT_OF_ORDER,
        0,
        "US did not inform",
    )


@pytest.mark.parametrize(
    ("fragment", "suggestion"),
    [
        ("form", "inform"),
        ("at least 1", "at least 1,500"),
        ("here was not a", "there was not a"),
        ("US did not infor", "US did not inform"),
    ],
)
def test_what_begins_or_ends_inside_a_word_is_told_with_the_whole_words(
    fragment: str, suggestion: str
) -> None:
    missing = explain_missing(SourceText(ARTICLE), fragment)
    assert (missing.reason, missing.suggestion) == (Reason.INSIDE_WORD, suggestion)


@pytest.mark.parametrize("fragment", ["zebra crossing ahead", "美国政府", "[zqx]"])
def test_where_nothing_is_near_nothing_is_suggested(fragment: str) -> None:
    missing = explain_missing(SourceText(ARTICLE), fragment)
    assert (missing.reason, missing.suggestion, missing.difference) == (Reason.ABSENT, None, None)
    assert explain_missing(SourceText(""), fragment).reason is Reason.ABSENT


@pytest.mark.parametrize("fragment", ["", "…", "[…]", "”", ".", "%", "\u0301", "– !", "\u200d"])
def test_signs_alone_are_told_to_be_no_quotation(fragment: str) -> None:
    missing = explain_missing(SourceText(f"{ARTICLE}{fragment}"), fragment)
    assert (missing.reason, missing.fragment, missing.suggestion) == (Reason.NO_WORDS, fragment, None)


@pytest.mark.parametrize(
    ("text", "fragment", "reason", "suggestion"),
    [
        ("five non-combatants", "combatants", Reason.CUT_PREFIX, "non-combatants"),
        ("five non-combatants", "five non", Reason.CUT_PREFIX, "five non-combatants"),
        ("five non-combatants", "-combatants", Reason.CUT_PREFIX, "non-combatants"),
        ("at −5 degrees", "5 degrees", Reason.CUT_NUMBER, "−5 degrees"),
        ("some 10–15 tanks", "15 tanks", Reason.CUT_NUMBER, "10–15 tanks"),
        ("some 10–15 tanks", "some 10", Reason.CUT_NUMBER, "some 10–15"),
        ("[S]he agreed", "he agreed", Reason.INSIDE_WORD, "[S]he agreed"),
        ("وولد له", "ولد له", Reason.INSIDE_WORD, "وولد له"),
    ],
)
def test_what_is_cut_from_what_belongs_to_it_is_told_with_all_of_it(
    text: str, fragment: str, reason: Reason, suggestion: str
) -> None:
    missing = explain_missing(SourceText(text), fragment)
    assert (missing.reason, missing.suggestion) == (reason, suggestion)
    assert find(SourceText(text), suggestion)


def test_of_an_elided_fragment_the_part_that_is_missing_is_told() -> None:
    source = SourceText(ARTICLE)
    missing = explain_missing(source, "We informed the Iraqis […] before the strikes occurred")
    assert missing.fragment == "before the strikes occurred"
    assert missing.suggestion == "after the strikes occurred"
    missing = explain_missing(source, "We informed […] US did not inform")
    assert (missing.reason, missing.fragment) == (Reason.OUT_OF_ORDER, "US did not inform")


def test_of_a_long_fragment_the_place_where_it_first_differs_is_told() -> None:
    words = [f"w{number}" for number in range(5000)]
    changed = [*words[:3000], "other", *words[3001:]]
    missing = explain_missing(SourceText(" ".join(words)), " ".join(changed))
    assert missing.difference == Difference("w3000", "other")
    assert missing.suggestion
    assert "w2999 w3000 w3001" in missing.suggestion


@pytest.mark.parametrize("unit", ["a", "a b ", "ab.", "“a” ", "é", "e\u0301", "美国", "\n", "… "])
@pytest.mark.parametrize(
    "fragment",
    [
        "a" * 20_000,
        "a b " * 5_000 + "c",
        "A B " * 5_000,
        "美国人" * 7_000,
        "美国" * 9_000 + "。",
        "[x] a " * 3_000,
    ],
)
def test_repetitive_texts_end_the_search_in_time(unit: str, fragment: str) -> None:
    source = SourceText(unit * 30_000)
    missing = explain_missing(source, fragment)
    assert missing.suggestion in (None, source.text[missing.start : missing.end])


TRUCE = "“We have agreed on a truce,” Ana Roe said. “They keep it in Bern (for now),” she said [1]."
DANDA = "हमने युद्धविराम पर सहमति जताई, उन्होंने कहा"


@pytest.mark.parametrize(
    ("text", "fragment", "suggestion", "told"),
    [
        (
            TRUCE,
            "We have agreed on a truce.",
            "We have agreed on a truce",
            "it ends with `.` where the source has `,`",
        ),
        (TRUCE, "a truce!", "a truce", "it ends with `!` where the source has `,`"),
        (TRUCE, "a truce…", "a truce", "it ends with `…` where the source has `,”`"),
        (
            TRUCE,
            "“a truce.”",
            "a truce",
            "it begins with `“` where the source has none, and it ends with `.”` where the source has `,”`",
        ),
        (TRUCE, "—We have", "We have", "it begins with `—` where the source has `“`"),
        (TRUCE, "They keep it.", "They keep it", "it ends with `.` where the source goes on with “in”"),
        (TRUCE, "(for now).", "(for now)", "it ends with `.` where the source has `,`"),
        (TRUCE, "she said.", "she said", "it ends with `.` where the source has `[1]`"),
        (TRUCE, "she said [1]!", "she said [1]", "it ends with `!` where the source has `.`"),
        ("They left", "They left.", "They left", "it ends with `.` where the source has none"),
        ("They left\n\nNo.", "They left.", "They left", "it ends with `.` where the source has none"),
        (
            "قال: «اتفقنا على هدنة، وانتهى».",
            "على هدنة.",
            "على هدنة",
            "it ends with `.` where the source has `،`",
        ),
        ("قال: «هل اتفقنا؟»", "هل اتفقنا?", "هل اتفقنا", "it ends with `?` where the source has `؟`"),
        ("انہوں نے کہا۔ پھر", "انہوں نے کہا.", "انہوں نے کہا", "it ends with `.` where the source has `۔`"),
        (
            "「停戦に合意した，」と述べた",
            "停戦に合意した。",
            "停戦に合意した",
            "it ends with `。` where the source has `，`",
        ),
        (DANDA, "सहमति जताई।", "सहमति जताई", "it ends with `।` where the source has `,`"),
        ("« La trêve !» dit-il", "La trêve!", "La trêve", "it ends with `!` where the source has ` !`"),
        (
            "Is it so； he asked",
            "Is it so;",
            "Is it so",
            "it ends with `;` (U+003B SEMICOLON) where the source has `；` (U+FF1B FULLWIDTH SEMICOLON)",
        ),
        (TRUCE, "we have agreed", "We have agreed", "it has `w` where the source has `W`"),
        (
            TRUCE,
            "we have agreed on a truce.",
            "We have agreed on a truce",
            "it has `w` where the source has `W`, and it ends with `.` where the source has `,`",
        ),
        (
            TRUCE,
            "We have agreed on a truse",
            "We have agreed on a truce",
            "it has `s` where the source has `c`",
        ),
        (
            TRUCE,
            "We have agreed upon a truce.",
            "We have agreed on a truce",
            "it ends with `.` where the source has `,`",
        ),
        (TRUCE, "We have, agreed on", "We have agreed on", "it adds `,`"),
        ("They, too, left early", "They too, left early", "They, too, left early", "it leaves out `,`"),
        (
            "He was naïve then",
            "He was naive then",
            "He was naïve then",
            "it has `i` where the source has `ï`",
        ),
        ("On 85 targets", "On 86 targets", "On 85 targets", "it has `6` where the source has `5`"),
        ("They met Mr Roe", "They met Mr. Roe", "They met Mr Roe", "it adds `.`"),
        ("They met Dr\u200b Roe", "They met Dr Roe", "They met Dr\u200b Roe", ""),
        ("كتاب جديد", "كتابٌ جديد", "كتاب جديد", "it adds U+064C ARABIC DAMMATAN"),
        (
            "So (we told Iraq) then",
            "(we have told Iraq)!",
            "(we told Iraq)",
            "it ends with `!` where the source goes on with “then”",
        ),
        ("So (we told Iraq) then", "(we told Iraqis)!", "we told Iraq", ""),
        (
            "So (we told Iraq) then",
            "{she told Iraq}",
            "we told Iraq",
            "it ends with `}` where the source has `)`",
        ),
        ("They retold, tolds; told, he", "told.", "told", "it ends with `.` where the source has `,`"),
    ],
)
def test_the_character_that_differs_is_named_and_the_words_without_it_stand_in_the_source(
    text: str, fragment: str, suggestion: str, told: str
) -> None:
    source = SourceText(text)
    missing = explain_missing(source, fragment)
    assert (missing.reason, missing.suggestion) == (Reason.SIMILAR, suggestion)
    assert find(source, suggestion)
    assert signs_told(missing) == told


@pytest.mark.parametrize(
    ("fragment", "difference"),
    [
        ("We have agreed on on a truce", Difference("", "on", is_repeated=True)),
        ("We have have agreed on a truce", Difference("", "have", is_repeated=True)),
        ("We have now agreed on a truce", Difference("", "now")),
        ("We have agreed a truce", Difference("on", "")),
    ],
)
def test_a_word_too_many_is_told_and_whether_it_stands_there_twice(
    fragment: str, difference: Difference
) -> None:
    assert explain_missing(SourceText(TRUCE), fragment).difference == difference


def test_a_word_left_out_of_a_short_quotation_is_told_though_a_shorter_passage_is_as_like() -> None:
    source = SourceText(
        "so rulud kanig zapal perom gisep vitur novit it was. One of the two and of the three"
    )
    missing = explain_missing(source, "rulud kanig zapal perom gisep novit")
    assert missing.suggestion == "rulud kanig zapal perom gisep vitur novit"
    assert missing.difference == Difference("vitur", "")
    # Words that stand in that order by chance, far from one another, are no passage of it.
    assert explain_missing(source, "so it was One three").suggestion != source.text


def test_a_word_that_the_source_has_twice_is_told() -> None:
    missing = explain_missing(SourceText("We have had had enough of it"), "We have had enough of it")
    assert missing.difference == Difference("had", "", is_repeated=True)


def test_a_note_in_brackets_that_a_quotation_leaves_out_is_shown_with_them() -> None:
    missing = explain_missing(SourceText("We agreed[1] on a truce[2], he said."), "We agreed on a truce")
    assert (missing.suggestion, missing.difference) == ("We agreed[1] on a truce", Difference("[1]", ""))


def test_of_several_places_the_one_after_the_last_fragment_with_a_sign_there_is_taken() -> None:
    text = "a truce, he said. A truce of a day, a truce in May; a truce? Yes."
    missing = explain_missing(SourceText(text), "a truce.", after=10)
    assert missing.start == text.index("a truce?")
    assert missing.edges == (Edge(is_end=True, quotation=".", source="?"),)


def test_a_place_right_after_the_last_fragment_is_after_it() -> None:
    assert explain_missing(SourceText("停戦，停戦"), "停戦。", after=3).start == 3
    assert explain_missing(SourceText("停戦，停戦"), "停戦。", after=4).start == 0


def test_words_that_are_the_same_are_preferred_to_those_in_another_case() -> None:
    text = "Told twice, he left. They were told, he said."
    assert explain_missing(SourceText(text), "told.").start == text.index("told,")


def test_signs_that_differ_are_told_of_the_first_places_of_very_many_only() -> None:
    source = SourceText("so, " * 100_000)
    missing = explain_missing(source, "so" + "!" * 100_000)
    assert missing.suggestion == "so"
    assert len(signs_told(missing)) < 100


SIGNS = st.text(st.sampled_from(".,!?…;:—“”\"'()[]،؟۔。，।· "), max_size=3)


@given(
    SIGNS,
    SIGNS,
    SIGNS,
    SIGNS,
    st.sampled_from(["We agreed on it", "اتفقنا على هدنة", "停戦に合意", "सहमति जताई"]),
)
def test_whatever_signs_stand_around_the_words_are_offered_without_those_that_differ(
    before: str, after: str, opening: str, closing: str, words: str
) -> None:
    source = SourceText(f"Then {before}{words}{after} then")
    fragment = f"{opening}{words}{closing}"
    if find(source, fragment) or "[" in fragment:
        return
    missing = explain_missing(source, fragment)
    assert missing.reason is Reason.SIMILAR
    assert missing.edges
    assert missing.suggestion
    assert words in missing.suggestion
    assert find(source, missing.suggestion)
