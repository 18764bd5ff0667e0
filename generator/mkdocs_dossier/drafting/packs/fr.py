"""French."""

from mkdocs_dossier.drafting.packs.frenchnouns import BODIES, HE, PEOPLE, POSTS_HE, POSTS_SHE, SHE, THINGS
from mkdocs_dossier.drafting.packs.frenchverbs import PARTICIPLES, PERFECTS, PRESENT, VIEW_PERFECTS, VIEWS
from mkdocs_dossier.drafting.packs.grammar import SubjectFirst
from mkdocs_dossier.drafting.packs.pack import Gender, Pack
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import word_set

_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"

PACK = Pack(
    language="fr",
    verbs=PRESENT | word_set("fait font faisait"),
    doubtful=word_set(
        "annonce demande critique juge note menace reproche commente conseille charge condamne offense doute "
        "crie ligne loue salue publie poste cite présente avance lance relève rapporte réclame analyse "
        "expose pense compte rêve mise projette appelle plaisante parle glisse souffle pointe explique dit "
        "écrit interdit fait plaint indique affirme témoigne appela tient"
    ),
    views=VIEWS | VIEW_PERFECTS,
    participles=PARTICIPLES | word_set("disant écrivant répondant soutenant"),
    auxiliaries=word_set(
        "a ont avait avaient aura auront aurait auraient est sont était étaient sera seront serait seraient "
        "fut furent eut eurent ai as avons avez suis es sommes êtes soit soient ait aient peut peuvent "
        "pouvait pourrait doit doivent devait devrait va vont allait été pas jamais plus point avoir être"
    ),
    adverbs=word_set(
        "aussi ensuite puis encore toujours déjà alors ainsi enfin également notamment toutefois cependant "
        "néanmoins pourtant par ailleurs davantage très bien même seulement surtout plutôt presque hier "
        "aujourd’hui demain lundi mardi mercredi jeudi vendredi samedi dimanche matin soir après-midi midi "
        "nuit ici là vite longtemps publiquement officiellement récemment finalement simplement clairement "
        "fermement vivement longuement désormais auparavant plus tard tôt mieux tout trop peu non ne n’ pas "
        "jamais rien contraire d’abord quant immédiatement ironiquement sèchement sobrement"
    ),
    determiners=word_set(
        "le la les l’ un une des ce cet cette ces quelques plusieurs certains certaines tous toutes chaque "
        "aucun aucune deux trois quatre cinq six sept huit neuf dix onze douze du au aux quelque nombreux "
        "nombreuses divers autre autres"
    ),
    definite=word_set("le la les l’ ce cet cette ces"),
    possessives=word_set("son sa ses leur leurs notre nos votre vos mon ma mes"),
    prepositions=word_set(
        "à au aux de du des d’ en dans sur sous par pour avec sans contre entre chez vers depuis pendant "
        "durant avant après devant derrière selon malgré dès jusque jusqu’ jusqu parmi hors outre lors "
        "envers sauf concernant suite face auprès près grâce afin quant"
    ),
    linking=word_set("de du des d’ pour chargé chargée chargés"),
    conjunctions=word_set("et ou mais donc or ni car"),
    relatives=word_set("qui que qu’ dont où lequel laquelle lesquels lesquelles auquel duquel"),
    complementizers=word_set("que qu’ si comment pourquoi combien"),
    subordinators=word_set("quand lorsque lorsqu’ comme si puisque puisqu’ alors tandis parce bien quoique"),
    pronouns={
        "il": Gender.HE,
        "elle": Gender.SHE,
        "ils": Gender.THEY,
        "elles": Gender.THEY,
        "on": Gender.ANY,
    },
    objects=word_set("je j’ tu nous vous me m’ te t’ se s’ lui eux y moi toi soi cela ça ceci rien c’ ce"),
    posts=word_set(f"{POSTS_HE} {POSTS_SHE}"),
    bodies=word_set(BODIES),
    people=word_set(PEOPLE),
    things=word_set(THINGS),
    titles={
        **dict.fromkeys(
            [
                "dr",
                "docteur",
                "professeur",
                "pr",
                "me",
                "maître",
                "ministre",
                "président",
                "général",
                "colonel",
                "commandant",
                "capitaine",
                "lieutenant",
                "sénateur",
                "député",
                "maire",
                "juge",
                "premier",
            ],
            Gender.ANY,
        ),
        "m": Gender.HE,
        "mm": Gender.HE,
        "monsieur": Gender.HE,
        "roi": Gender.HE,
        "pape": Gender.HE,
        "prince": Gender.HE,
        "mme": Gender.SHE,
        "madame": Gender.SHE,
        "mlle": Gender.SHE,
        "reine": Gender.SHE,
        "princesse": Gender.SHE,
        **dict.fromkeys(POSTS_SHE.split(), Gender.SHE),
    },
    particles=word_set("de du d’ des le la van von der den bin ibn al el da dos del di abou ben"),
    according=(
        ("selon",),
        ("d’", "après"),
        ("aux", "yeux", "de"),
        ("à", "en", "croire"),
        ("de", "l’", "avis", "de"),
    ),
    abbreviations=word_set(
        "m mm mme mmes mlle dr pr me st ste av bd etc env janv févr juil sept oct nov déc p.-s n° cf"
    ),
    weekdays={day: at for at, day in enumerate(_DAYS.split())},
    months={
        **{
            name: at
            for at, name in enumerate(
                [
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre",
                ],
                start=1,
            )
        },
        "janv": 1,
        "févr": 2,
        "juil": 7,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    relative_days={"aujourd’hui": 0, "hier": -1, "avant-hier": -2},
    given={**dict.fromkeys(HE.split(), Gender.HE), **dict.fromkeys(SHE.split(), Gender.SHE)},
    tying=word_set("de du des d’ pour à au aux en chez auprès"),
    speaking=word_set("porte-parole"),
    kinds={
        **dict.fromkeys(["gouvernement", "exécutif"], ActorKind.GOVERNMENT),
        **dict.fromkeys(
            ["milice", "milices", "rebelles", "talibans", "insurgés", "guérilla"], ActorKind.ARMED_GROUP
        ),
        **dict.fromkeys(
            [
                "journal",
                "magazine",
                "quotidien",
                "hebdomadaire",
                "chaîne",
                "radio",
                "télévision",
                "agence",
                "site",
                "revue",
            ],
            ActorKind.MEDIA,
        ),
    },
    places=word_set("à en au aux dans près"),
    countries={
        "états-unis": "US",
        "usa": "US",
        "etats-unis": "US",
        "royaume-uni": "GB",
        "grande-bretagne": "GB",
        "angleterre": "GB",
        "corée du nord": "KP",
        "corée du sud": "KR",
        "russie": "RU",
        "birmanie": "MM",
    },
    capitals=word_set(
        "washington londres paris berlin moscou pékin tokyo téhéran bagdad damas ankara riyad doha caire "
        "jérusalem beyrouth sanaa tripoli tunis alger rabat khartoum nairobi kiev varsovie rome madrid "
        "bruxelles vienne berne dakar"
    ),
    events={
        "frappe": "airstrike",
        "frappes": "airstrike",
        "attaque": "attack",
        "attaques": "attack",
        "attentat": "bombing",
        "attentats": "bombing",
        "bombardement": "bombing",
        "bombardements": "bombing",
        "grève": "strike",
        "fusillade": "shooting",
        "explosion": "explosion",
        "explosions": "explosion",
        "raid": "raid",
        "conférence": "conference",
        "sommet": "summit",
        "réunion": "meeting",
        "pourparlers": "talks",
        "négociations": "talks",
        "meeting": "rally",
        "débat": "debate",
        "audition": "hearing",
        "vote": "vote",
        "élection": "election",
        "élections": "election",
        "discours": "speech",
        "entretien": "interview",
        "manifestation": "protest",
        "manifestations": "protest",
        "arrestation": "arrest",
        "séisme": "earthquake",
        "inondation": "flood",
        "inondations": "flood",
        "accident": "crash",
        "incendie": "fire",
        "tempête": "storm",
        "cérémonie": "ceremony",
        "procès": "trial",
        "verdict": "verdict",
        "cessez-le-feu": "ceasefire",
    },
    future=word_set(
        "va vont sera seront aura auront doit doivent devrait devraient prochain prochaine prévu prévue "
        "prévus demain pourrait pourraient"
    ),
    denials=word_set(
        "dément démentent démenti nie nient nié conteste contestent contesté réfute réfutent réfuté rejeté "
        "rejette"
    ),
    capital_days=False,
    no_names=word_set("je j’ il elle ils elles on nous vous ce c’ cela"),
    agents=word_set("par"),
    copulas=word_set("été est sont était fut être"),
    needs={
        form: word_set("valoir savoir remarquer observer part état") for form in ("fait", "font", "faisait")
    },
    works=word_set(
        "film album revue livre journal magazine quotidien hebdomadaire chanson roman série pièce émission "
        "documentaire titre intitulé intitulée baptisé baptisée surnommé surnommée opération spectacle site "
        "chaîne"
    ),
    elided=word_set("l d qu n s j m t c jusqu lorsqu puisqu quoiqu"),
    enclitics=word_set("il elle ils elles on ce je nous vous"),
    grammar=SubjectFirst(
        perfects=PERFECTS | VIEW_PERFECTS | word_set("fait"),
        having=word_set("a ont avait avaient aurait auraient aura est sont était étaient eut"),
        clitics=word_set("ne n’ se s’ lui leur le la les l’ y en me m’ nous vous"),
        articles=word_set(
            "le la les l’ un une des du au aux ce cette ces son sa ses leur leurs de d’ en à par sans sur "
            "toute aucune chaque nouvelle vive simple première cette"
        ),
        leading=word_set("dans sur"),
        infinitives=word_set("lire entendre"),
        for_whom=word_set("pour"),
        adding=word_set("ajouter conclure poursuivre préciser insister lancer renchérir compléter enchaîner"),
        verbal=("é", "ée", "és", "ées", "i", "u", "it", "is"),
        absolute=("é", "ée", "és", "ées", "ant"),
        that=word_set("que qu’"),
        relating=word_set("qui que qu’"),
        negations=word_set("ne n’"),
        fixed=frozenset({("en", "chef"), ("en", "exercice"), ("par", "intérim")}),
    ),
)
