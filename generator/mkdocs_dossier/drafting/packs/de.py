"""German."""

from mkdocs_dossier.drafting.packs.compounds import compounds
from mkdocs_dossier.drafting.packs.germannouns import (
    BODIES,
    FEMALE_POSTS,
    HE,
    MALE_POSTS,
    PEOPLE,
    SHE,
    THINGS,
    TITLES,
)
from mkdocs_dossier.drafting.packs.germanverbs import (
    NO_VERBS,
    SAYING,
    SAYING_PERFECT,
    SPLIT,
    VIEWS,
    VIEWS_PERFECT,
)
from mkdocs_dossier.drafting.packs.grammar import VerbSecond
from mkdocs_dossier.drafting.packs.pack import Gender, Pack
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import word_set

PACK = Pack(
    language="de",
    verbs=(frozenset(SAYING) | SAYING_PERFECT) - NO_VERBS
    | word_set("heißt hieß verlautete verlautet zitiert zitierte zitierten laut"),
    doubtful=NO_VERBS,
    views=(frozenset(VIEWS) | VIEWS_PERFECT) - NO_VERBS - SAYING,
    participles=frozenset(SAYING_PERFECT | VIEWS_PERFECT),
    auxiliaries=word_set(
        "ist sind war waren sei seien wäre wären bin hat haben hatte hatten habe hätte hätten wird werden "
        "wurde wurden werde würde würden worden geworden kann können konnte konnten könne könnten muss "
        "müssen musste mussten müsse müssten soll sollen sollte sollten solle darf dürfen durfte durften "
        "dürfe mag will wollen wollte wollten wolle gewesen lässt ließ bleibt blieb nicht"
    ),
    adverbs=word_set(
        "daraus daran darin hieraus hieran dahinter davor hiermit hierbei auch dann wieder noch immer nun "
        "jetzt gerade zuvor danach später bereits schon jedoch aber dagegen hingegen indes indessen "
        "allerdings zudem außerdem ferner weiter weiterhin darüber dabei dazu daher deshalb deswegen damit "
        "darauf daraufhin hierzu dafür davon heute gestern morgen abends mittags vormittags nachmittags nur "
        "sogar selbst ebenso ebenfalls gleichzeitig zugleich abschließend schließlich zunächst erst erneut "
        "wiederholt mehrfach öffentlich offiziell ausdrücklich wörtlich anderem unterdessen inzwischen "
        "mittlerweile trotzdem dennoch insbesondere allem hier dort so etwa rund einst kürzlich gleichwohl "
        "demgegenüber also da dadurch demnach wohl vermutlich offenbar bislang bisher zwar nämlich ja doch "
        "eben einmal mehr sehr scharf deutlich entschieden vehement leise lediglich lange zuletzt "
        "seinerseits ihrerseits jüngst wiederum überdies vielmehr sofort umgehend vorher nachher seither "
        "seitdem anschließend telefonisch schriftlich knapp sichtlich täglich übrigens andererseits "
        "einerseits zurzeit derzeit damals besonders letztlich letztendlich immerhin freilich stattdessen "
        "eigentlich natürlich"
    ),
    determiners=word_set(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener "
        "jene jeder jede jedes kein keine keiner keinem alle beide beiden einige mehrere viele manche zwei "
        "drei vier fünf sechs sieben acht neun zehn elf zwölf hunderte tausende zahlreiche andere weitere "
        "sämtliche solche deren dessen wenige"
    ),
    definite=word_set("der die das den dem des dieser diese dieses diesem diesen"),
    possessives=word_set(
        "sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere mein meine "
        "meinem meiner"
    ),
    prepositions=word_set(
        "in im ins an am ans auf bei beim mit nach von vom zu zum zur aus für über unter vor gegen um durch "
        "ohne zwischen während wegen trotz seit bis ab neben hinter statt anstatt angesichts gegenüber "
        "innerhalb außerhalb gemäß entgegen aufgrund infolge mithilfe anlässlich bezüglich hinsichtlich "
        "seitens namens binnen per pro entlang jenseits anhand zugunsten zulasten inklusive samt nebst außer "
        "laut als"
    ),
    linking=word_set("von vom für aus beim bei"),
    conjunctions=word_set("und oder aber denn sondern doch sowie bzw sowohl weder entweder"),
    relatives=word_set(
        "der die das den dem dessen deren denen welcher welche welches welchem welchen was wer wo"
    ),
    complementizers=word_set("dass daß ob wie wonach"),
    pronouns={"er": Gender.HE, "sie": Gender.SHE, "man": Gender.ANY},
    objects=word_set("ihm ihn ihnen uns mir mich dir dich sich ich wir du euch es dies dieses das einander"),
    posts=compounds(f"{MALE_POSTS} {FEMALE_POSTS}"),
    bodies=compounds(BODIES),
    people=compounds(PEOPLE),
    things=compounds(THINGS),
    titles={
        **dict.fromkeys(TITLES.split(), Gender.ANY),
        **dict.fromkeys(FEMALE_POSTS.split(), Gender.SHE),
        "herr": Gender.HE,
        "herrn": Gender.HE,
        "frau": Gender.SHE,
        "könig": Gender.HE,
        "papst": Gender.HE,
        "prinz": Gender.HE,
        "prinzessin": Gender.SHE,
        "königin": Gender.SHE,
    },
    particles=word_set("von vom van de der den zu zum zur la le da dos del di bin ibn al el ben abu"),
    according=(
        *(
            ("nach", word)
            for word in [
                "angaben",
                "ansicht",
                "darstellungen",
                "bewertung",
                "ansichten",
                "erkenntnis",
                "auffassungen",
                "meinung",
                "auffassung",
                "einschätzung",
                "worten",
                "aussage",
                "aussagen",
                "informationen",
                "darstellung",
                "überzeugung",
                "berichten",
                "berechnungen",
                "recherchen",
                "eindruck",
                "auskunft",
                "mitteilung",
                "schätzungen",
                "erkenntnissen",
                "bekunden",
                "erklärungen",
            ]
        ),
        ("nach", "den", "worten"),
        ("nach", "den", "angaben"),
        ("nach", "der", "ankündigung"),
        ("den", "angaben"),
        ("in", "den", "augen"),
        ("aus", "sicht"),
        ("aus", "der", "sicht"),
        ("laut",),
        ("gemäß",),
        ("zufolge",),
        ("zitat", "von"),
    ),
    abbreviations=word_set(
        "dr prof nr st z.b u.a d.h bzw ca etc usw vgl s abs art mio mrd jan feb mär apr jun jul aug sep sept "
        "okt nov dez geb gest str inkl evtl ggf sog hl co dipl ing z b u a d h 1 2 3 4 5 6 7 8 9 10 11 12 13 "
        "14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 i v"
    ),
    weekdays={
        **{
            day: at
            for at, day in enumerate(
                ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
            )
        },
        "sonnabend": 5,
        **{
            f"{day}{time}": at
            for at, day in enumerate(
                ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
            )
            for time in ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
        },
    },
    months={
        **{
            name: at
            for at, name in enumerate(
                [
                    "januar",
                    "februar",
                    "märz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember",
                ],
                start=1,
            )
        },
        "jänner": 1,
        "jan": 1,
        "feb": 2,
        "mär": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "okt": 10,
        "nov": 11,
        "dez": 12,
    },
    relative_days={"heute": 0, "gestern": -1, "vorgestern": -2},
    given={**dict.fromkeys(HE.split(), Gender.HE), **dict.fromkeys(SHE.split(), Gender.SHE)},
    tying=word_set("für der des von vom in"),
    speaking=word_set("sprecher sprecherin regierungssprecher regierungssprecherin"),
    kinds={
        **dict.fromkeys(
            [
                "regierung",
                "bundesregierung",
                "landesregierung",
                "staatsregierung",
                "übergangsregierung",
                "kabinett",
            ],
            ActorKind.GOVERNMENT,
        ),
        **dict.fromkeys(
            ["miliz", "milizen", "rebellen", "taliban", "guerilla", "kämpfer"], ActorKind.ARMED_GROUP
        ),
        **dict.fromkeys(
            [
                "zeitung",
                "tageszeitung",
                "wochenzeitung",
                "zeitschrift",
                "magazin",
                "nachrichtenmagazin",
                "sender",
                "nachrichtensender",
                "fernsehsender",
                "nachrichtenagentur",
                "agentur",
                "fernsehen",
                "rundfunk",
                "radio",
                "blatt",
            ],
            ActorKind.MEDIA,
        ),
    },
    places=word_set("in bei nahe aus nach im auf gegenüber laut"),
    countries={
        "usa": "US",
        "us": "US",
        "amerika": "US",
        "großbritannien": "GB",
        "england": "GB",
        "nordkorea": "KP",
        "südkorea": "KR",
        "russland": "RU",
        "tschechien": "CZ",
        "holland": "NL",
        "vae": "AE",
        "iran": "IR",
        "irak": "IQ",
    },
    events={
        "angriff": "attack",
        "angriffe": "attack",
        "luftangriff": "airstrike",
        "luftangriffe": "airstrike",
        "anschlag": "attack",
        "anschläge": "attack",
        "streik": "strike",
        "streiks": "strike",
        "explosion": "explosion",
        "explosionen": "explosion",
        "pressekonferenz": "press-briefing",
        "konferenz": "conference",
        "gipfel": "summit",
        "treffen": "meeting",
        "gespräche": "talks",
        "kundgebung": "rally",
        "debatte": "debate",
        "anhörung": "hearing",
        "abstimmung": "vote",
        "wahl": "election",
        "wahlen": "election",
        "rede": "speech",
        "interview": "interview",
        "demonstration": "protest",
        "demonstrationen": "protest",
        "festnahme": "arrest",
        "erdbeben": "earthquake",
        "hochwasser": "flood",
        "absturz": "crash",
        "unfall": "crash",
        "brand": "fire",
        "feuer": "fire",
        "sturm": "storm",
        "prozess": "trial",
        "urteil": "verdict",
        "waffenruhe": "ceasefire",
        "zeremonie": "ceremony",
    },
    future=word_set(
        "wird werden will wollen soll sollen kommenden kommender nächsten nächster geplant geplante morgen "
        "würde würden könnte könnten voraussichtlich"
    ),
    denials=word_set(
        "bestritt bestreitet bestritten dementierte dementiert dementierten widersprach widerspricht "
        "widersprochen zurückgewiesen verneinte verneint"
    ),
    capitals=word_set(
        "washington berlin moskau peking paris london brüssel wien bern teheran bagdad jerusalem kiew ankara"
    ),
    late_abbreviations=frozenset(str(number) for number in range(1, 32)) | word_set("usw etc uhr"),
    capital_days=True,
    no_names=word_set(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai "
        "juni juli august september oktober november dezember morgen abend nachmittag vormittag mittag nacht "
        "uhr prozent jahr jahre jahren tag tage tagen woche wochen monat monate monaten euro dollar sie ihr "
        "ihnen ihre ich wir"
    ),
    agents=word_set("von vom seitens"),
    works=compounds(
        "film buch album zeitschrift zeitung magazin lied roman serie stück oper sendung dokumentation "
        "schiff tageszeitung"
    ),
    subordinators=word_set(
        "wie nachdem weil dass daß ob wenn als obwohl während wonach bevor indem sodass falls damit bis da "
        "woraufhin weswegen warum weshalb wobei wodurch womit"
    ),
    grammar=VerbSecond(
        split=SPLIT,
        perfects=frozenset(SAYING_PERFECT | VIEWS_PERFECT) | word_set("zitiert"),
        having=word_set("hat haben hatte hatten habe hätten hätte"),
        passive=word_set("wird wurde wurden werden worden"),
        quoted=word_set("zitiert"),
        citing=word_set("zitiert zitierte zitieren zitierten"),
        impersonal=word_set("heißt hieß verlautete verlautet geheißen"),
        leading=word_set("aus bei in im vom von seitens beim auf"),
        weak=("der", "en"),
        oblique=word_set(
            "den dem des einem einen eines diesem diesen dieses ihrem ihren ihres seinem seinen seines jenem "
            "keinem keinen unserem unseren"
        ),
        genitives=word_set("der des eines einer ihrer seiner dieses dieser seines ihres"),
        reports=compounds("angaben berichten informationen schätzungen meldungen umfragen"),
        behind=word_set("zufolge"),
        so=word_set("so"),
        words=word_set("worten"),
        for_whom=word_set("für"),
        with_words=word_set("mit"),
        after=word_set("nach"),
        to=word_set("zu"),
        that=word_set("dass daß ob"),
        behind_particle=word_set("und dass zu oder gestellt"),
        told_by=word_set("er sie es man"),
        told_ending=("e", "te"),
        told=word_set(
            "sei seien habe werde könne müsse solle wolle dürfe gebe komme gehe stehe bleibe liege mache "
            "finde brauche nehme halte sehe wisse lasse führe bringe zeige fehle handele handle heiße hätten "
            "wäre wären"
        ),
        plain=word_set(
            "wie forderte fordert forderten fordern sagte sagten sagt sagen teilte teilten teilt kündigte "
            "kündigten kündigt wirft warf werfen warfen gab gaben gibt berichtet berichten berichtete "
            "berichteten erklärte erklärten erklärt bezeichnete bezeichneten bezeichnet nannte nannten nennt "
            "empfahl empfahlen empfiehlt warnte warnt warnen warnten verwies verwiesen argumentiert "
            "argumentierte behauptet behauptete behaupteten beschuldigte beschuldigten beschuldigt "
            "appellierte appellierten beteuerte meldete meldet bestätigte bestätigten verlangte verlangten "
            "verlangt sprach spricht hieß heißt kritisierte kritisierten kritisiert dementierte bestritt "
            "wies wiesen mitgeteilt gesagt angekündigt gefordert beschuldigt bestätigt vorgeworfen "
            "zurückgewiesen räumte räumten räumt zufolge schreibt schrieb rief riefen"
        ),
        telling=word_set("wie"),
        reflexive=word_set("sich"),
        subjects=word_set("er"),
        modals=word_set(
            "soll sollen sollte sollten will wollen wollte wollten muss müssen musste mussten kann können "
            "konnte konnten möchte möchten darf dürfen durfte dürfte wird werden würde würden"
        ),
        infinitive=("en", "ern", "eln", "aben"),
        opinions=word_set("ansicht meinung auffassung überzeugung einschätzung"),
        verbal=("te", "ten", "t"),
        loose=(
            "end",
            "lich",
            "weise",
            "dings",
            "maßen",
            "wärts",
            "falls",
            "seits",
            "nach",
            "ßlich",
            "rdem",
            "tig",
        ),
    ),
)
