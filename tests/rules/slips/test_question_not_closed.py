import json

import pytest

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Problem


def problems(question: str, language: str = "en") -> list[Problem]:
    yaml = f"""\
claims:
  a:
    text: A.
    question: {json.dumps(question, ensure_ascii=False)}
"""
    settings = f"title: A test\nlanguage: {language}\n"
    found = load(Folder({"dossier.yaml": settings.encode(), "a.yaml": yaml.encode()}, {})).problems
    return [one for one in found if one.rule == "question-not-closed"]


OPEN = {
    "en": [
        "Who attacked the town?",
        "What happened?",
        "When did it begin?",
        "Where were they, and did they know?",
        "Where exactly did it land?",
        "Why was nobody told?",
        "How many were killed?",
        "How did they escape?",
        "Which side fired?",
        "Whose was the drone?",
        "Who’s responsible?",
        "“What” was struck?",
        "By whom was the order given?",
        "For how long did they hold it?",
        "Since when was it known?",
        "And who paid?",
        "WHO ATTACKED THE TOWN?",
        "What if it was the army?",
        "When it began, who was told?",
    ],
    "en-GB": ["Who attacked the town?"],
    "de": [
        "Wer griff an?",
        "Was geschah, und wann?",
        "Wann begann es?",
        "Wie viele starben?",
        "Welche Seite schoss?",
        "Von wem kam der Befehl?",
        "Seit wann war das bekannt?",
        "Warum?",
        "Wofür wurde gezahlt?",
    ],
    "fr": [
        "Qui a attaqué la ville ?",
        "Qu’est-ce qui a été touché ?",
        "Qu'est-ce que c'était ?",
        "Que s’est-il passé ?",
        "Quand l’attaque a-t-elle commencé ?",
        "Où étaient-ils ?",
        "Pourquoi ?",
        "Comment ont-ils fui ?",
        "Combien de morts ?",
        "Quelle armée a tiré ?",
        "Quels sites ?",
        "À qui appartenait le drone ?",
        "D’où venait-il ?",
        "Depuis quand le savait-on ?",
    ],
    "ar": [
        "من هاجم المدينة؟",
        "ما الذي حدث؟",
        "ماذا حدث؟",
        "متى بدأ الهجوم؟",
        "أين كانوا؟",
        "لماذا لم يُبلَّغ أحد؟",
        "كيف هربوا؟",
        "كم قُتل؟",
        "أيّ جيش هاجم؟",
        "ومَن هاجم المدينة؟",
        "إلى أين هربوا؟",
        "منذ متى كان ذلك معروفا؟",
    ],
}
CLOSED = {
    "en": [
        "Did the army attack the town?",
        "Was Iraq informed, and when?",
        "Is it known who attacked?",
        "WHO staff left the town?",
        "However it began, was it planned?",
        "When the strikes began, was Iraq informed?",
        "Where they met, did anybody speak?",
        "Whatever he said, was it true?",
        "In the town, was anybody hurt?",
        "Wer griff an?",
        "?",
        "To",
    ],
    "de": [
        "Hat die Armee angegriffen?",
        "War es so?",
        "Wie angekündigt, hat sie angegriffen?",
        "In der Stadt?",
    ],
    "fr": [
        "Est-ce que l’armée a attaqué ?",
        "L’armée a-t-elle attaqué ?",
        "Ou bien est-ce faux ?",
        "Quand les frappes ont commencé, l’Irak était-il informé ?",
        "A-t-elle attaqué ?",
        "Quelqu’un le savait-il ?",
    ],
    "ar": [
        "هل هاجم الجيش المدينة؟",
        "أليس كذلك؟",
        "ما إذا كان ذلك صحيحا؟",
        "من الممكن أن يكون ذلك؟",
        "ما زالوا هناك؟",
    ],
    "es": ["¿Quién atacó?"],
}


@pytest.mark.parametrize(
    ("language", "question"), [(language, one) for language, asked in OPEN.items() for one in asked]
)
def test_a_question_that_neither_yes_nor_no_answers_is_reported(language: str, question: str) -> None:
    (problem,) = problems(question, language)
    assert problem.location.line == 4


@pytest.mark.parametrize(
    ("language", "question"), [(language, one) for language, asked in CLOSED.items() for one in asked]
)
def test_a_question_that_yes_or_no_answers_is_not(language: str, question: str) -> None:
    assert problems(question, language) == []


@pytest.mark.parametrize(
    ("language", "question", "opened", "closed"),
    [
        ("en", "By whom was it said?", "By whom", "“Did …?” or “Was …?”"),
        ("de", "Wer war es?", "Wer", "„Hat …?“ oder „War …?“"),
        ("fr", "Qui ?", "Qui", "« Est-ce que … ? »"),
        ("ar", "مَن هو؟", "من", "«هل …؟»"),
    ],
)
def test_the_message_names_the_words_and_the_hint_how_to_ask(
    language: str, question: str, opened: str, closed: str
) -> None:
    (problem,) = problems(question, language)
    assert problem.message == f"This question begins with “{opened}”: it can be neither asserted nor denied."
    assert f"such as {closed};" in problem.hint
