import pytest

from tests.rules.slips.spoken_words import first_quoted, reported

YES = [
    ("en", "Orm denied having said “We told them all”."),
    ("en", "Orm denied that “we told them all”."),
    ("en", "Orm denied saying “We told them”."),
    ("en", "Orm denied ever having written: “We told them”."),
    ("en", "Orm rejected the claim “We told them”."),
    ("en", "Orm never said “We told them”, he insists."),
    ("en", "Orm did not say “We told them”."),
    ("en", "Orm didn’t say “We told them”."),
    ("en", "Orm has never claimed that “we told them all”."),
    ("en", "Orm rejected reports that “we told them all”."),
    ("en", "Orm strongly denied on Friday having said “We told them all”."),
    ("en", "“We told them all,” Orm denied saying."),
    ("en", "Orm denies he said “We told them”."),
    ("en", "Orm dismissed the allegation that his office said “We told them”."),
    ("en", "The spokesman denied that Mr. Orm had said “We told them”."),
    ("en", "Orm said he never told anyone “We told them”."),
    ("en", "Orm denied the report that “we told them all”."),
    ("en", "Orm denied the quote “We told them all”."),
    ("en", "Orm denies the words “We told them all”."),
    ("en", "In an interview, Orm denied having told them: “We told them all.”"),
    ("en", "Orm disputed the suggestion that “we told them all”."),
    ("de", "Orm bestritt, „Wir haben es gesagt“ gesagt zu haben."),
    ("de", "Orm bestreitet, dass „wir es allen gesagt“ haben."),
    ("de", "Orm dementierte die Behauptung „Wir haben es gesagt“."),
    ("de", "Orm wies die Behauptung „Wir haben es gesagt“ zurück."),
    ("de", "Orm hat nie „Wir haben es gesagt“ gesagt."),
    ("de", "Er habe nie gesagt: „Wir haben es gesagt.“"),
    ("de", "Orm sagte nie „Wir haben es allen gesagt“."),
    ("de", "Orm leugnet, gesagt zu haben: „Wir haben es gesagt.“"),
    ("de", "Orm wies die Aussage zurück, „Wir haben es gesagt“."),
    ("de", "Orm bestritt den Satz „Wir haben es gesagt“."),
    ("fr", "Orm a nié avoir dit « Nous les avons prévenus »."),
    ("fr", "Orm nie avoir déclaré : « Nous les avons prévenus »."),
    ("fr", "Orm dément que « nous les avons prévenus »."),
    ("fr", "Orm n’a jamais dit « Nous les avons prévenus »."),
    ("fr", "Orm a rejeté l’affirmation « Nous les avons prévenus »."),
    ("fr", "Orm a démenti avoir écrit « Nous les avons prévenus »."),
    ("fr", "Orm n’a pas dit : « Nous les avons prévenus »."),
    ("fr", "Orm conteste avoir affirmé « Nous les avons prévenus »."),
    ("ar", "نفى أورم أن يكون قد قال «أبلغناهم جميعا»."),
    ("ar", "نفى أورم قوله «أبلغناهم جميعا»."),
    ("ar", "أورم لم يقل «أبلغناهم جميعا»."),
    ("ar", "ونفت الوزارة أنها قالت: «أبلغناهم جميعا»."),
    ("ar", "رفض أورم الادعاء «أبلغناهم جميعا»."),
    ("ar", "أنكر أورم أنه قال «أبلغناهم جميعا»."),
    ("ar", "نفى أورم صحة عبارة «أبلغناهم جميعا»."),
    ("ar", "ما قال أورم «أبلغناهم جميعا»."),
]

NO = [
    ("en", "Orm denied the allegations: “I never told them.”"),
    ("en", "Orm denied it. “We told nobody,” he said."),
    ("en", "Orm denied the reports, saying “We told nobody at all”."),
    ("en", "Orm dismissed the claim as “false and absurd”."),
    ("en", "Orm rejected the claim and said “We told nobody”."),
    ("en", "“We told nobody,” Orm said, denying the report."),
    ("en", "Orm denied the claim, calling it “false and absurd”."),
    ("en", "Orm, who denied the claim, said “We told nobody”."),
    ("en", "Orm said “We told them”."),
    ("en", "Orm did not attend. “We told them,” he said."),
    ("en", "Orm would not comment, but said “We told them”."),
    ("en", "Why not say “We told them all”?"),
    ("en", "Orm could not say more. “We told them.”"),
    ("en", "Denying the report, Orm said: “We told nobody.”"),
    ("de", "Orm bestritt die Vorwürfe: „Das ist falsch, wir sagten nichts.“"),
    ("de", "Orm wies die Vorwürfe zurück: „Das ist falsch.“"),
    ("de", "Orm wies die Vorwürfe als „falsch und absurd“ zurück."),
    ("de", "Orm sagte: „Wir haben es gesagt.“"),
    ("de", "Das sei nicht wahr, sagte Orm: „Wir haben es gesagt.“"),
    ("de", "Orm dementierte. „Wir haben nichts gesagt“, sagte er."),
    ("fr", "Orm a nié les faits : « C’est faux, nous n’avons rien dit »."),
    ("fr", "Orm a rejeté ces accusations. « C’est faux », a-t-il dit."),
    ("fr", "Orm a dit : « Nous les avons prévenus »."),
    ("fr", "Orm n’est pas venu. « Nous les avons prévenus », a-t-il dit."),
    ("ar", "نفى أورم الاتهامات وقال «لم نبلغ أحدا»."),
    ("ar", "قال أورم «أبلغناهم جميعا»."),
    ("ar", "نفى أورم ذلك قائلا: «لم نبلغ أحدا»."),
    ("ar", "ونفى أورم ذلك: «لم نبلغ أحدا»."),
]


def is_alarmed(text: str, language: str = "en", stance: str = "asserts") -> bool:
    return reported("quote-of-denial", text, first_quoted(text), language=language, stance=stance)


@pytest.mark.parametrize(("language", "text"), YES)
def test_words_that_the_source_denies_are_reported(language: str, text: str) -> None:
    assert is_alarmed(text, language)


@pytest.mark.parametrize(("language", "text"), NO)
def test_the_speakers_own_words_beside_a_denial_are_not(language: str, text: str) -> None:
    assert not is_alarmed(text, language)


@pytest.mark.parametrize("stance", ["denies", "qualifies", "declines", "unaware"])
def test_who_does_not_assert_may_quote_it(stance: str) -> None:
    assert not is_alarmed("Orm denied having said “We told them all”.", stance=stance)


def test_the_sentence_before_and_other_paragraphs_say_nothing() -> None:
    assert not is_alarmed("Orm denied having said so. “We told them all.”")
    assert not is_alarmed("“We told them all.” It was Orm who denied having said so.")
    assert not is_alarmed("Orm denied having said\n“We told them all”")


def test_a_language_that_is_not_known_says_nothing() -> None:
    assert not is_alarmed("Orm denied having said “We told them all”.", "sv")
