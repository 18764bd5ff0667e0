"""Arabic: the subject follows the verb, or the verb holds it; names show without capitals."""

import pytest

from tests.drafting.said_in import pack, said_in, speakers

_QUOTED = "«السد ما زال صامدا»"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"قال المتحدث باسم الحكومة باسم العوادي إن {_QUOTED}.", "المتحدث باسم الحكومة باسم العوادي"),
        (f"قالت وزيرة الصحة هدى منصور، الأحد، إن {_QUOTED}.", "وزيرة الصحة هدى منصور"),
        (f"{_QUOTED}، تقول عالمة الآثار ليلى حمدان.", "عالمة الآثار ليلى حمدان"),
        (f"وبحسب وزارة النقل، {_QUOTED}.", "وزارة النقل"),
        (f"ووفقا للحكومة، {_QUOTED}.", "للحكومة"),
        (f"وجاء في البيان: {_QUOTED}.", "البيان"),
        (f"ونقلت الوكالة عن مصدر أمني قوله إن {_QUOTED}.", "مصدر أمني"),
        (f"وكان رئيس الوزراء سامر الخطيب قد قال إن {_QUOTED}.", "رئيس الوزراء سامر الخطيب"),
        (f"واتهم الجيش المتمردين بالقول إن {_QUOTED}.", "الجيش"),
        (f"أما رئيس البلدية فقال إن {_QUOTED}.", "رئيس البلدية"),
        (
            f"وأعرب السفير لدى الأمم المتحدة يوسف مرعي عن رأيه: {_QUOTED}.",
            "السفير لدى الأمم المتحدة يوسف مرعي",
        ),
        (f"وبيّنَ الوزير أن {_QUOTED}.", "الوزير"),
        (f"قال بول ستنغر للصحفيين: {_QUOTED}.", "بول ستنغر"),
    ],
)
def test_who_says_a_quotation(text: str, speaker: str) -> None:
    assert [who for _, who in speakers(text, "ar")] == [speaker]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال المتحدث باسم الحكومة باسم العوادي إن السد صامد.", "باسم العوادي"),
        ("انتقدت رئيسة البلدية ليلى حمدان القرار.", "ليلى حمدان"),
        ("قال العوادي إن السد صامد.", "العوادي"),
        ("قال رئيس الوزراء محمد شياع السوداني إن السد صامد.", "محمد شياع السوداني"),
    ],
)
def test_a_name_ends_where_the_next_words_begin(text: str, name: str) -> None:
    (said,) = said_in(text, "ar")
    assert said.speaker is not None
    assert " ".join(token.text for token in said.speaker.names) == name


def test_a_verb_without_a_subject_goes_on_with_who_spoke_before() -> None:
    text = f"قال سامر الخطيب إن السد صامد. وأضاف: {_QUOTED}. وأكد أن الماء ينحسر."
    assert [who for _, who in speakers(text, "ar")] == ["سامر الخطيب"] * 3


def test_a_pronoun_before_the_verb_is_of_who_spoke_before() -> None:
    text = f"قال سامر الخطيب إن السد صامد. لكنه اتهم الحكومة بالقول إن {_QUOTED}."
    assert [who for _, who in speakers(text, "ar")] == ["سامر الخطيب"] * 2


def test_two_who_tell_of_one_another_are_told_apart() -> None:
    text = f"قال دبلوماسي أوروبي إنه يرى أن {_QUOTED}."
    assert [who for _, who in speakers(text, "ar")] == ["دبلوماسي أوروبي"]


@pytest.mark.parametrize("text", ["ولم تعلق وزارة الداخلية.", "فتح القاضي الملف.", "سقط المطر على المدينة."])
def test_what_says_nothing(text: str) -> None:
    assert said_in(text, "ar") == ()


def test_the_words_of_the_table_are_found_with_and_without_signs() -> None:
    assert "قال" in pack("ar").verbs
    assert speakers("قَالَ الوزيرُ إنّ السدّ صامد.", "ar") == [("", "الوزيرُ")]
