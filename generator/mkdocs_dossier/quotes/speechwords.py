"""Words by which a text announces or ascribes speech that it sets without quotation marks, by language."""


def _all(by_language: dict[str, str]) -> frozenset[str]:
    """Return the words of all languages: a text may hold another than its own."""
    return frozenset(" ".join(by_language.values()).split())


SAYING = _all(
    {
        "en": (
            "said says saying wrote writes posted tweeted tweets added adds replied replies "
            "answered answers asked asks stated declared declares announced announces explained "
            "explains responded responds told tells commented reads insisted concluded"
        ),
        "de": (
            "sagte sagt gesagt schrieb schreibt geschrieben postete postet twitterte twittert erklärte "
            "erklärt antwortete antwortet fragte fragt teilte mitgeteilt ergänzte fügte betonte meinte "
            "verkündete kommentierte lautet heißt hieß"
        ),
        "fr": (
            "dit disait écrit écrivait écrivent posté tweeté publié ajouté ajoute répondu répond demande "
            "demandé déclaré déclare annoncé annonce expliqué explique commenté commente lit affirmé affirme "
            "lance lancé réplique répliqué confie confié raconte raconté"
        ),
        "ar": (
            "قال قالت قالوا يقول تقول كتب كتبت كتبوا نشر نشرت غرد غردت أضاف أضافت صرح صرحت أعلن أعلنت "
            "أوضح أوضحت أكد أكدت رد ردت سأل سألت أجاب أجابت"
        ),
    }
)
"""Verbs of saying and writing, with which a line announces the words below it."""

PLACES_OF_WORDS = _all(
    {
        "en": "statement post tweet letter message thread communique release testimony email transcript",
        "de": "erklärung mitteilung stellungnahme post tweet brief nachricht wortlaut",
        "fr": "communiqué déclaration message lettre publication courriel tweet post",
        "ar": "بيان البيان تصريح تغريدة منشور رسالة",
        "anywhere": "x twitter facebook telegram instagram tiktok youtube mastodon bluesky threads whatsapp",
    }
)
"""What words stand in, and where they are published."""

ABOUT = _all(
    {
        "en": "about know",
        "de": "über wissen",
        "fr": "propos sujet savons sait",
        "ar": "عن حول",
    }
)
"""Words by which a line announces what is told of a statement, not the statement."""

ASKING = _all(
    {
        "en": "what who whom whose why how when where which",
        "de": "was wer wem wen wessen warum wieso wie wann wo welche welcher welches",
        "fr": "que qui quoi pourquoi comment quand où quel quelle quels quelles",
        "ar": "ما ماذا من لماذا كيف متى أين",
    }
)
"""Words that begin a headline about something: "What the minister said:" announces a summary."""

ASCRIBING_AT_ONCE = _all(
    {
        "en": "said says asked asks replied replies answered answers added adds",
        "de": "sagte sagt fragte fragt antwortete antwortet ergänzte meinte rief erwiderte",
    }
)
"""Verbs that stand right behind the words of somebody who speaks after a dash: "…, said Ana Roe"."""

ASCRIBING = _all(
    {
        "fr": (
            "dit disait demande demanda demandé répond répondit répondu ajoute ajouta ajouté lance "
            "lança lancé explique expliqua expliqué raconte raconta raconté confie confia confié "
            "déclare déclara déclaré affirme affirma affirmé réplique répliqua répliqué souffle soupire "
            "insiste poursuit reprend assure assura assuré crie cria murmure écrie écria"
        ),
        "es": (
            "dijo dice decía preguntó pregunta respondió responde contestó contesta añadió añade agregó "
            "agrega explicó explica afirmó afirma aseguró asegura comentó comenta insistió insiste relató "
            "exclamó replicó declaró"
        ),
        "it": "disse dice chiese chiede rispose risponde aggiunse aggiunge spiegò spiega detto",
        "pt": "disse diz perguntou pergunta respondeu responde acrescentou explicou explica afirmou afirma",
        "pl": (
            "powiedział powiedziała mówi mówił mówiła zapytał zapytała pyta odpowiedział odpowiedziała "
            "odpowiada dodał dodała dodaje wyjaśnił wyjaśniła stwierdził stwierdziła podkreślił podkreśliła"
        ),
        "ru": (
            "сказал сказала сказали говорит говорил говорила спросил спросила спрашивает ответил ответила "
            "отвечает добавил добавила заявил заявила пояснил пояснила рассказал рассказала отметил отметила"
        ),
        "ar": "قال قالت يقول تقول سأل سألت أجاب أجابت أضاف أضافت رد ردت",
    }
)
"""Verbs that follow these words at once or after a pronoun or two: "…, a-t-elle dit"."""

THAT = _all(
    {"en": "that", "de": "dass", "fr": "que qu", "es": "que", "it": "che", "pl": "że iż", "ru": "что"}
)
"""What follows such a verb where the words are told, not given."""

ASKED = _all(
    {
        "en": "q a question answer",
        "de": "f frage antwort",
        "fr": "r réponse",
        "es": "pregunta respuesta p",
        "ar": "س ج سؤال جواب",
    }
)
"""What stands before the colon of a question or an answer."""

TITLES = _all(
    {
        "en": "mr mrs ms miss mx dr prof sen rep gov gen col maj capt lt sgt amb hon",
        "de": "herr frau",
        "fr": "m mme mlle me",
    }
)
"""What stands before a name in a transcript; no place begins with it."""

NO_SPEAKERS = _all(
    {
        "en": (
            "note notes live time times date place where when what who why how update updates updated photo "
            "photos picture video watch read listen source sources correction clarification analysis opinion "
            "explainer breaking exclusive background fact facts caption summary warning tip tips alert news "
            "editor editors related more latest location contact tel phone email fax monday tuesday "
            "wednesday thursday friday saturday sunday subject re headline credit credits copyright"
        ),
        "de": (
            "hinweis anmerkung liveticker ticker zeit datum ort wo wann was wer warum wie foto fotos bild "
            "video quelle quellen korrektur analyse kommentar meinung eilmeldung hintergrund lesen mehr "
            "montag dienstag mittwoch donnerstag freitag samstag sonntag betreff"
        ),
        "fr": (
            "note direct heure date lieu où quand quoi qui pourquoi comment photo photos vidéo source "
            "sources correction analyse opinion exclusif contexte lire voir lundi mardi mercredi "
            "jeudi vendredi samedi dimanche objet"
        ),
    }
)
"""Words before a colon that name nobody who speaks."""

PARTICLES = _all(
    {"anywhere": "of the and for al el bin ibn bint van von der den de del della di da la le du"}
)
"""Small words inside a name or title."""
