"""Finding a fragment in a text: the tiers, and where a fragment may begin and end."""

from unicodedata import normalize

import pytest

from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find

ARTICLE = """\
US did not inform Iraq ahead of Friday strikes on pro-Iran militias: Spox
“As for this specific response on Friday, there was not a pre-notification. We informed the Iraqis \
immediately after the strikes occurred,” Vedant Patel told Rudaw’s Diyar Kurda on Monday.
The US airstrikes were carried out in retaliation for more than 165 rocket and drone attacks.
"""


def only(text: str, fragment: str) -> Match:
    matches = find(SourceText(text), fragment)
    assert len(matches) == 1, matches
    assert matches[0].exact == text[matches[0].start : matches[0].end]
    return matches[0]


def found(text: str, fragment: str) -> list[str]:
    return [match.exact for match in find(SourceText(text), fragment)]


def test_the_same_characters_are_exact_with_their_offsets_and_the_words_around() -> None:
    match = only(ARTICLE, "there was not a pre-notification")
    start = ARTICLE.index("there was")
    assert match.tier is Tier.EXACT
    assert (match.start, match.end) == (start, start + len("there was not a pre-notification"))
    assert match.parts == ((match.start, match.end),)
    assert match.prefix == ARTICLE[start - 32 : start]
    assert match.suffix == ARTICLE[match.end : match.end + 32]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("one  two\n\tthree", "one two three"),
        ("one two three", " one\ntwo   three "),
        ("one\r\ntwo", "one two"),
        ("one\u2028two", "one two"),
    ],
)
def test_runs_of_ordinary_white_space_do_not_make_it_less_exact(text: str, fragment: str) -> None:
    match = only(text, fragment)
    assert (match.tier, match.start, match.end) == (Tier.EXACT, 0, len(text))


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("he said “no” twice", 'he said "no" twice'),
        ("er sagte „nein“ zweimal", "er sagte «nein» zweimal"),
        ("he said ‘no’ twice", "he said 'no' twice"),
        ("Iraq’s ‹western› border", "Iraq's 'western' border"),
        ("Iraqʼs border", "Iraq`s border"),
        ("Iraq′s border", "Iraq’s border"),
        ("Iraq´s border", "Iraq′s border"),
        ("battle—damage − 5", "battle-damage – 5"),
        ("pro‑Iran militias", "pro-Iran militias"),
        ("and then… silence", "and then... silence"),
        ("and then... silence", "and then… silence"),
        ("85\u00a0targets\u202fin\u2009all", "85 targets in all"),
        ("85 \u00a0 targets", "85 targets"),
        (normalize("NFD", "Süleymaniyê’de"), "Süleymaniyê'de"),
        (normalize("NFC", "Süleymaniyê"), normalize("NFD", "Süleymaniyê")),
        (normalize("NFD", "한국 정부"), "한국 정부"),
        ("20 \u212b wide", "20 Å wide"),
    ],
)
def test_typography_is_told_from_the_words(text: str, fragment: str) -> None:
    match = only(text, fragment)
    assert (match.tier, match.start, match.end) == (Tier.TYPOGRAPHIC, 0, len(text))


def test_offsets_stay_right_after_stretches_that_changed_their_length() -> None:
    text = normalize("NFD", "Élysée…  été “là” ") + "the words"
    match = only(text, "the words")
    assert (match.tier, text[match.start : match.end]) == (Tier.EXACT, "the words")
    assert only(text, 'été "là"').exact == normalize("NFD", "été “là”")


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("We informed them", "we informed them"),
        ("cafe", "café"),
        ("café", "cafe"),
        (normalize("NFD", "café au lait"), "cafe"),
        ("كتابٌ جديد", "كتاب"),
        ("the strikes", "the strike"),
        ("after the strikes", "promptly after the strikes"),
        ("co\u00adordinate", "coordinate"),
        ("“no”", "‘no’"),
        ("the U.S. strikes", "the US strikes"),
        ("美国\n政府", "美国政府"),
        ("He said: no…", "…"),
        ("He said: “no”.", "”."),
        ("He said: 5 %.", "%"),
        ("anything", ""),
        ("anything", " \n"),
        ("", "anything"),
    ],
)
def test_nothing_else_passes(text: str, fragment: str) -> None:
    assert find(SourceText(text), fragment) == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("they informed Iraq", "form"),
        ("they informed Iraq", "they inform"),
        ("they informed Iraq", "formed Iraq"),
        ("We didn’t inform Iraq", "We did"),
        ("We didn't inform Iraq", "We didn"),
        ("They can’t", "t"),
        ("1,500 fighters", "500 fighters"),
        ("killed 1,500 fighters", "killed 1"),
        ("some 2.5 million", "some 2"),
        ("1\u202f500 fighters", "500 fighters"),
        ("165 rockets", "65 rockets"),
        ("15万人", "15"),
        ("三十五人", "五人"),
        ("١٦٥ هجوما", "٦٥ هجوما"),
        ("می\u200cخواهم", "خواهم"),
        ("co\u00adoperate", "operate"),
        ("они информировали", "формировали"),
        ("ils n’ont rien dit", "ont rien dit"),
        ("Conan O’Brien", "Brien"),
        ("Conan O′Brien", "Brien"),
        ("[S]he agreed", "he agreed"),
        ("an [un]happy man", "happy man"),
        ("an [un]happy man", "n]happy man"),
        ("We didn´t inform", "We did"),
        ("killed five non-combatants", "combatants"),
        ("killed five non-combatants", "killed five non"),
        ("fell to −5 degrees", "5 degrees"),
        ("some 10–15 tanks", "15 tanks"),
        ("some 10–15 tanks", "some 10"),
        ("👨\u200d👩\u200d👧 came", "👩"),
        ("👍🏽 good", "👍"),
    ],
)
def test_a_fragment_neither_begins_nor_ends_inside_a_word_a_number_or_a_character(
    text: str, fragment: str
) -> None:
    assert find(SourceText(text), fragment) == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("pro-Iran militias", "Iran"),
        ("Iraq’s western province", "Iraq"),
        ("the soldiers’ deaths", "the soldiers"),
        ("“informed” Baghdad", "informed"),
        ("l’armée irakienne", "armée irakienne"),
        ("Jusqu'à la frontière", "à la frontière"),
        ("all’esercito", "esercito"),
        ("the attacks² were", "the attacks"),
        ("on Feb. 2, 2024, they", "2"),
        ("at 85% of the sites", "85"),
        ("والحكومة العراقية", "الحكومة العراقية"),
        ("بالعراق", "العراق"),
        ("美国政府没有通知伊拉克", "没有通知"),
        ("รัฐบาลอิรักกล่าวว่า", "อิรัก"),
        ("미국은 이라크에", "이라크"),
        ("在US政府", "US"),
        ("He wrote: 👍.", "👍"),
        ("He wrote: 5.", "5"),
    ],
)
def test_whole_words_are_found_as_each_script_writes_them(text: str, fragment: str) -> None:
    assert found(text, fragment) == [fragment]


def test_an_arabic_fragment_does_not_begin_after_other_letters_of_a_word() -> None:
    assert found("العراقية", "راقية") == []
    assert found("مكتب", "كتب") == []


def test_of_several_occurrences_all_of_the_best_tier_are_given_in_order() -> None:
    text = "‘no’, 'no', and ’no‘, 'no'"
    assert [match.start for match in find(SourceText(text), "'no'")] == [6, 22]
    assert {match.tier for match in find(SourceText(text), "'no'")} == {Tier.EXACT}
    assert [match.start for match in find(SourceText(text), "`no`")] == [0, 6, 16, 22]


def test_a_search_can_be_bounded() -> None:
    source = SourceText("prior, prior, prior")
    assert [match.start for match in find(source, "prior", start=1)] == [7, 14]
    assert [match.start for match in find(source, "prior", end=18)] == [0, 7]
    assert [match.start for match in find(source, "prior", start=7, end=12)] == [7]
    assert find(source, "prior", start=99) == []


def test_at_most_two_hundred_occurrences_are_given() -> None:
    assert len(find(SourceText("a, " * 500), "a")) == 200


@pytest.mark.parametrize(
    ("fragment", "parts"),
    [
        ("We informed the Iraqis […] after the strikes", ["We informed the Iraqis", "after the strikes"]),
        ("We informed the Iraqis [...] after the strikes", ["We informed the Iraqis", "after the strikes"]),
        ("We informed [them] immediately", ["We informed", "immediately"]),
        ("after the strikes [sic] occurred", ["after the strikes", "occurred"]),
        ("[…] a pre-notification […]", ["a pre-notification"]),
        ("[w]e informed", ["We informed"]),
        ("[I]mmediately after", ["immediately after"]),
        ("[I]mmediately […] occurred", ["immediately", "occurred"]),
        ("US [officials] did not […] Rudaw's", ["US", "did not", "Rudaw’s"]),
    ],
)
def test_what_stands_in_brackets_may_stand_for_other_words(fragment: str, parts: list[str]) -> None:
    match = find(SourceText(ARTICLE), fragment)[0]
    assert match.tier is Tier.ELIDED
    assert [ARTICLE[start:end] for start, end in match.parts] == parts
    assert (match.start, match.end) == (match.parts[0][0], match.parts[-1][1])
    assert match.exact == ARTICLE[match.start : match.end]


@pytest.mark.parametrize(
    "fragment",
    [
        "after the strikes […] We informed the Iraqis",
        "We informed the Iraqis … after the strikes",
        "We informed the Iraqis ... after the strikes",
        "We informed the Iraqis [… after the strikes",
        "We informed the Iraqis (…) after the strikes",
        "We informed […] informed the Iraqis",
        "[…]",
        "[…] 165 […]",
        "the […]form",
        "[in]formed the Iraqis",
        "[X]e informed",
    ],
)
def test_an_elision_needs_brackets_and_whole_parts_in_their_order(fragment: str) -> None:
    assert find(SourceText(ARTICLE), fragment) == []


def test_brackets_that_stand_in_the_source_are_the_source_s() -> None:
    text = "He wrote: the [first] strikes […] failed."
    assert only(text, "the [first] strikes […] failed").tier is Tier.EXACT
    assert only(text, "the [first] strikes [...] failed").tier is Tier.TYPOGRAPHIC


def test_the_parts_of_an_elided_fragment_are_taken_as_near_as_they_stand() -> None:
    text = "We said so. We said that we met. Later we met. We did, we met."
    match = find(SourceText(text), "We […] we met")[0]
    assert match.exact == "We did, we met"
    assert [each.exact for each in find(SourceText(text), "We said […] we met")] == ["We said that we met"]


def test_parts_that_touch_are_as_near_as_can_be() -> None:
    match = find(SourceText("美国新政府。美国政府。"), "美国[的]政府")[0]
    assert (match.start, match.parts) == (6, ((6, 8), (8, 10)))


def test_an_elision_of_very_many_parts_is_still_found() -> None:
    words = [f"word{number}" for number in range(300)]
    match = find(SourceText(" and ".join(words)), " […] ".join(words))[0]
    assert len(match.parts) == 300


def test_the_words_around_are_not_cut_inside_a_character() -> None:
    text = normalize("NFD", "é" * 40) + " here " + normalize("NFD", "é" * 40)
    match = only(text, "here")
    assert match.prefix == normalize("NFD", "é" * 15) + " "
    assert match.suffix == " " + normalize("NFD", "é" * 15)
