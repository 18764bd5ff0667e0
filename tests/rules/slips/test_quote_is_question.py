import pytest

from tests.rules.slips.spoken_words import first_quoted, reported

YES = [
    ("en", "Asked “Did you tell them?”, Orm said nothing."),
    ("en", "Asked whether “we told them all”, Orm left."),
    ("en", "When asked “Did you tell them?” Orm said no."),
    ("en", "Asked by a reporter, “Did you tell them?”, Orm left."),
    ("en", "Orm was asked: “Did you tell them all?”"),
    ("en", "“Did you tell them?” Orm was asked."),
    ("en", "“Did you tell them?” asked a reporter."),
    ("en", "“Did you tell them?” a BBC reporter asked Orm."),
    ("en", "A reporter asked Orm: “Did you tell them?”"),
    ("en", "In response to the question “Did you tell them?”, Orm said no."),
    ("en", "Orm, when asked whether “we told them all”, said no."),
    ("en", "Asked if “we told them all”, Orm left."),
    ("en", "Asked by Ms. Adel, “Did you tell them?”, Orm left."),
    ("en", "To the question “Did you tell them?” Orm said no."),
    ("en", "Asked on Friday “Did you tell them?”, he said no."),
    ("en", "When a reporter asked, “Did you tell them?”, Orm left."),
    ("en", "Orm answered a question of whether “we told them all”."),
    ("de", "Auf die Frage „Haben Sie es gesagt?“ sagte Orm nichts."),
    ("de", "Gefragt, ob „wir es allen gesagt haben“, schwieg Orm."),
    ("de", "Orm wurde gefragt: „Haben Sie es gesagt?“"),
    ("de", "„Haben Sie es gesagt?“, wurde Orm gefragt."),
    ("de", "„Haben Sie es gesagt?“, fragte ein Journalist."),
    ("de", "Ein Journalist fragte: „Haben Sie es gesagt?“"),
    ("de", "Auf die Frage eines Reporters, ob „wir es gesagt haben“, schwieg Orm."),
    ("de", "Auf die Frage, „Haben Sie es gesagt?“, schwieg Orm."),
    ("fr", "À la question « Les avez-vous prévenus ? », Orm n’a rien dit."),
    ("fr", "Interrogé pour savoir si « nous les avons prévenus », Orm s’est tu."),
    ("fr", "« Les avez-vous prévenus ? », lui a demandé un journaliste."),
    ("fr", "Un journaliste a demandé : « Les avez-vous prévenus ? »"),
    ("fr", "Interrogée par un journaliste : « Les avez-vous prévenus ? », elle s’est tue."),
    ("fr", "« Les avez-vous prévenus ? », a demandé un journaliste à Orm."),
    ("ar", "وردا على سؤال «هل أبلغتم العراق؟» قال أورم لا."),
    ("ar", "سُئل أورم: «هل أبلغتم العراق؟»"),
    ("ar", "عندما سئل «هل أبلغتم العراق؟» أجاب أورم."),
    ("ar", "سأله صحفي: «هل أبلغتم العراق؟»"),
    ("ar", "«هل أبلغتم العراق؟»، سأل أحد المراسلين أورم."),
    ("ar", "«هل أبلغتم العراق؟» سأل الصحفي."),
]

NO = [
    ("en", "Orm asked: “Did you tell them?”"),
    ("en", "“Did you tell them?” Orm asked."),
    ("en", "Asked about the raid, Orm said: “We told them.”"),
    ("en", "Asked about the raid Orm said “We told them.”"),
    ("en", "“We told them,” Orm said when asked about it."),
    ("en", "Orm told Congress when asked last month about the raid: “We told them.”"),
    ("en", "“Did you,” asked Orm, “tell them?”"),
    ("en", "Asked whether they knew, Orm replied: “We told them.”"),
    ("en", "“We told them,” he said after he was asked about it."),
    ("en", "“We told them,” Orm said. He was asked twice."),
    ("en", "In response to a question about the raid, Orm said “We told them”."),
    ("en", "Orm asked the reporter: “Did you tell them?”"),
    ("de", "Orm fragte: „Haben Sie es gesagt?“"),
    ("de", "Orm hat gefragt: „Haben Sie es gesagt?“"),
    ("de", "Auf die Frage nach dem Angriff sagte Orm: „Wir haben es gesagt.“"),
    ("de", "Gefragt nach dem Angriff: „Wir haben es gesagt.“"),
    ("de", "„Wir haben es gesagt“, antwortete Orm auf die Frage."),
    ("de", "Auf Anfrage sagte Orm: „Wir haben es gesagt.“"),
    ("fr", "Orm a demandé : « Les avez-vous prévenus ? »"),
    ("fr", "Interrogé sur le raid, Orm a dit : « Nous les avons prévenus »."),
    ("fr", "« Nous les avons prévenus », a dit Orm, interrogé par l’AFP."),
    ("ar", "سأل أورم: «هل أبلغتم العراق؟»"),
    ("ar", "وردا على سؤال عن الضربة قال أورم: «أبلغناهم»."),
    ("ar", "قال أورم «أبلغناهم» عندما سئل عن الضربة."),
]


def is_alarmed(text: str, language: str = "en", stance: str = "asserts") -> bool:
    return reported("quote-is-question", text, first_quoted(text), language=language, stance=stance)


@pytest.mark.parametrize(("language", "text"), YES)
def test_a_question_that_was_asked_is_reported(language: str, text: str) -> None:
    assert is_alarmed(text, language)


@pytest.mark.parametrize(("language", "text"), NO)
def test_what_the_speaker_asks_or_answers_is_not(language: str, text: str) -> None:
    assert not is_alarmed(text, language)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“Did you tell them?” Adel asked Orm.", True),
        ("Adel asked Jon Orm: “Did you tell them?”", True),
        ("“Did you tell them?” Orm asked Adel.", False),
        ("Orm asked Adel: “Did you tell them?”", False),
        ("At one point, a woman asked for a photo and Orm said, “We told them.”", False),
        ("Adel asked if that was what the people with Orm had told her: “We told them.”", False),
    ],
)
def test_who_is_asked_is_told_by_the_names(text: str, wrong: bool) -> None:
    assert is_alarmed(text) == wrong


def test_a_language_that_is_not_known_says_nothing() -> None:
    assert not is_alarmed("Asked “Did you tell them?”, Orm left.", "sv")
