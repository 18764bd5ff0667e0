"""Saying why a fragment is not found, and what the source has instead."""

import pytest

from mkdocs_dossier.quotes import Difference, Reason, SourceText, explain_missing, find

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
    [("form", "inform"), ("at least 1", "at least 1,500"), ("here was not a", "there was not a")],
)
def test_what_begins_or_ends_inside_a_word_is_told_with_the_whole_words(
    fragment: str, suggestion: str
) -> None:
    missing = explain_missing(SourceText(ARTICLE), fragment)
    assert (missing.reason, missing.suggestion) == (Reason.INSIDE_WORD, suggestion)


@pytest.mark.parametrize("fragment", ["zebra crossing ahead", "", "…", "[…]", "美国政府", "\u0301"])
def test_where_nothing_is_near_nothing_is_suggested(fragment: str) -> None:
    missing = explain_missing(SourceText(ARTICLE), fragment)
    assert (missing.reason, missing.suggestion, missing.difference) == (Reason.ABSENT, None, None)
    assert explain_missing(SourceText(""), fragment).reason is Reason.ABSENT


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
@pytest.mark.parametrize("fragment", ["a" * 20_000, "a b " * 5_000 + "c", "美国人" * 7_000, "[x] a " * 3_000])
def test_repetitive_texts_end_the_search_in_time(unit: str, fragment: str) -> None:
    source = SourceText(unit * 30_000)
    missing = explain_missing(source, fragment)
    assert missing.suggestion in (None, source.text[missing.start : missing.end])
