"""Which weekday of a sentence is the one on which something was said: the Sunday of each of these, or not."""

import pytest

from mkdocs_dossier.rules.lexicon.calendar import named_weekdays

SUNDAY = 6

OF_SAYING = {
    "en": [
        "said on Sunday that the siege was over",
        "On Sunday, Ana Roe said",
        "said Sunday",
        "told reporters Sunday",
        "said Sunday that the prisoners had fled on Thursday",
        "On Sunday, the spokesman, Ana Roe, said it was over",
        "On Sunday the ministry said it was over",
        "Ana Roe on Sunday said the siege was over",
        "the ministry said in a statement on Sunday",
        "“It is over,” Roe said Sunday.",
        "said late Sunday",
        "said on Sunday night",
        "told Reuters on Sunday",
        "said in Baghdad on Sunday",
        "wrote on X on Sunday",
        "Speaking on Sunday, Roe said",
        "denied on Sunday that it was so",
        "denied the allegations on Sunday",
        "told a press conference in Baghdad on Sunday",
        "said in a televised address on Sunday",
        "In a statement on Sunday, the ministry said it was over",
        "announced Sunday that",
        "the ministry, which denies it, said on Sunday",
        "who spoke to reporters on Sunday",
        "Sunday.",
        "on Sunday",
        "told AFP on Sunday that it was over",
        "a spokesman said on Sunday evening.",
        "Kirby said on Sunday.",
        "The ministry announced on Sunday it had",
        "said Ana Roe on Sunday",
        "said at a news conference Sunday",
    ],
    "de": [
        "sagte am Sonntag, die Gefangenen seien am Donnerstag geflohen",
        "Am Sonntag sagte der Sprecher, es sei vorbei",
        "sagte der Sprecher am Sonntag",
        "sagte Ana Roe am Sonntag der Zeitung",
        "erklärte das Ministerium am Sonntag",
        "hat am Sonntag erklärt, es sei vorbei",
        "teilte das Ministerium am Sonntag mit",
        "dementierte am Sonntag",
        "schrieb sie am Sonntag auf X",
        "Der Sprecher sagte am Sonntag",
    ],
    "fr": [
        "a déclaré dimanche le porte-parole",
        "a déclaré dimanche que les détenus avaient fui jeudi",
        "Dimanche, le porte-parole a déclaré que",
        "a déclaré le porte-parole dimanche",
        "a dit dimanche à la presse",
        "a annoncé dimanche",
        "a déclaré à la presse dimanche",
        "a indiqué le ministère dans un communiqué dimanche",
    ],
    "ar": [
        "قال يوم الأحد إن السجناء فروا يوم الخميس",
        "قال العوادي الأحد إن",
        "أعلن، الأحد، أن",
        "وقال في بيان يوم الأحد إن",
        "نفى المتحدث يوم الأحد أن",
        "يوم الأحد، قال المتحدث إن",
        "نفى يوم الأحد",
    ],
}

OF_SOMETHING_ELSE = {
    "en": [
        "told reporters a day before Sunday’s vote",
        "said at the Sunday prayers memorial on 25 January",
        "told the Sunday Times",
        "spoke at the Black Sunday sales desk",
        "said the attack that began last Sunday was over",
        "said the siege would end by Sunday",
        "said the trial opens on Sunday",
        "told the Sunday edition of the paper in advance",
        "said the prisoners escaped on Sunday dawn",
        "denied reports that inmates escaped Sunday",
        "said Sunday’s claim was wrong",
        "said the prisoners escaped on Sunday",
        "said that the trial opened Sunday",
        "told reporters the trial opens Sunday",
        "told reporters he was leaving Sunday",
        "On Sunday the prisoners escaped, Roe said.",
        "On Sunday, prisoners fled and Roe said it",
        "denied the attack on Sunday",
        "said prisoners fled Sunday",
        "said: the raid came on Sunday",
        "“We fled on Sunday,” she said",
        "condemned the strike on Sunday",
        "said of the raid on Sunday",
        "confirmed the escape on Sunday",
        "said the prison, stormed on Sunday, was calm",
        "said a vote is due Sunday",
        "said inmates who fled Sunday were caught",
        "announced a ceasefire from Sunday",
        "says elections planned for Sunday will go ahead",
        "told Reuters talks resume on Sunday",
        "told reporters that he said on Sunday",
        "said it would release them Sunday",
        "said 20 guards died on Sunday",
        "the ceasefire agreed on Sunday, he said",
        "asked about the attack on Sunday, he said it was over",
        "After the attack on Sunday, Roe said it was over",
        "since the raid on Sunday, said Roe",
        "said Iraqi troops entered the town on Sunday",
        "warned of protests on Sunday",
    ],
    "de": [
        "sagte, die Gefangenen seien am Sonntag geflohen",
        "sagte, dass am Sonntag gewählt werde",
        "sprach von einem Angriff am Sonntag",
        "Nach dem Angriff am Sonntag sagte er",
        "dementierte Berichte über eine Flucht am Sonntag",
        "Die Gefangenen flohen am Sonntag, sagte der Sprecher",
        "sagte zu dem Angriff am Sonntag",
        "kündigte Proteste am Sonntag an",
        "sagte: „Sie flohen am Sonntag“",
    ],
    "fr": [
        "a déclaré que l’attaque avait commencé dimanche",
        "a démenti l’évasion dimanche",
        "a affirmé avoir tué trois hommes dimanche",
        "a dit que le procès s’ouvre dimanche",
        "Les détenus ont fui dimanche, a déclaré le porte-parole",
        "a annoncé l’ouverture du procès dimanche",
        "a déclaré : ils ont fui dimanche",
        "Dimanche, les détenus ont fui, a déclaré Roe",
    ],
    "ar": [
        "قال إن الهجوم بدأ يوم الأحد",
        "نفى فرار سجناء يوم الأحد",
        "قال المتحدث إن السجناء فروا يوم الأحد",
        "تحدث عن هجوم يوم الأحد",
        "قال: فروا يوم الأحد",
        "في هجوم يوم الأحد قال المتحدث",
    ],
}


def dates_something(sentence: str, language: str) -> bool:
    """Tell whether the Sunday of a sentence gives the date of saying."""
    return dict(named_weekdays(sentence, language, of_saying=True))[SUNDAY]


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, one) for language, known in OF_SAYING.items() for one in known]
)
def test_a_weekday_that_goes_with_a_verb_of_saying_dates_what_was_said(language: str, sentence: str) -> None:
    assert dates_something(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(language, one) for language, known in OF_SOMETHING_ELSE.items() for one in known],
)
def test_a_weekday_of_what_was_said_or_of_something_else_does_not(language: str, sentence: str) -> None:
    assert not dates_something(sentence, language)


def test_in_a_language_whose_verbs_are_not_known_each_weekday_dates() -> None:
    assert dict(named_weekdays("dijo que huyeron el domingo", "es", of_saying=True)) == {SUNDAY: True}


def test_an_event_is_dated_by_each_weekday() -> None:
    assert dict(named_weekdays("said the prisoners escaped on Sunday", "en")) == {SUNDAY: True}


def test_letters_that_change_their_length_in_small_hide_no_verb() -> None:
    assert dates_something("İstanbul: told reporters on Sunday", "en")


@pytest.mark.slow
def test_a_sentence_without_end_is_read_in_time() -> None:
    assert not dates_something("said " + "on Sunday the " * 20_000 + "raid began on Sunday", "en")
