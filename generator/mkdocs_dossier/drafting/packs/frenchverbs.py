"""The forms of French verbs of saying, made from their infinitives."""

from collections.abc import Iterator

# Verbs in -er, whose forms all follow from the infinitive.
_SAYING = (
    "accuser admirer affirmer ajouter alerter analyser annoncer argumenter articuler assurer avancer avertir "
    "avouer blâmer certifier clamer commenter communiquer conclure condamner confesser confier confirmer "
    "conseiller considérer constater contester corriger crier critiquer déclarer décliner demander dénoncer "
    "déplorer détailler déclamer désapprouver dévoiler diagnostiquer écarter énoncer énumérer enchaîner "
    "espérer estimer évoquer exhorter exiger expliquer exposer fustiger glisser gronder hasarder implorer "
    "imputer incriminer indiquer informer insinuer insister interpeller interroger inviter invoquer ironiser "
    "jubiler juger jurer justifier lancer lâcher louer marteler menacer mentionner minimiser murmurer narrer "
    "nier noter notifier objecter observer plaider plaisanter pointer postuler préciser préconiser prêcher "
    "présager présenter prétexter prévenir proclamer prôner pronostiquer proposer protester questionner "
    "qualifier raconter railler rapporter rappeler réagir réaffirmer réclamer recommander reconnaître "
    "redouter réfuter regretter relater relativiser remarquer remercier renchérir répéter répliquer "
    "reprocher résumer rétorquer révéler revendiquer riposter rassurer saluer scander signaler signifier "
    "solliciter souligner soupirer spécifier supplier suggérer tacler tempérer témoigner tempêter tonner "
    "trancher twitter valider vanter vilipender vociférer vitupérer souffler marmonner chuchoter hurler "
    "pester accuser appeler parler citer féliciter défausser emporter indigner insurger inquiéter alarmer "
    "étonner réjouir"
)
_VIEWS = (
    "accepter approuver apprécier craindre croire décider désirer douter envisager espérer ignorer imaginer "
    "penser préférer prévoir projeter souhaiter soutenir soupçonner supposer vouloir miser tabler compter "
    "rêver rejeter relever refuser exprimer publier poster"
)
# The present, the imperfect, the past historic and the participle of the others.
_IRREGULAR = """
    dit disent disait disaient dira dirent dis disant | dit dite
    écrit écrivent écrivait écrivaient écrira | écrit
    répond répondent répondait répondaient répondit | répondu
    prévient préviennent prévenait | prévenu
    avertit avertissent avertissait | averti
    réagit réagissent réagissait | réagi
    prétend prétendent prétendait prétendaient | prétendu
    soutient soutiennent soutenait soutenaient | soutenu
    maintient maintiennent maintenait | maintenu
    reconnaît reconnait reconnaissent reconnaissait | reconnu
    admet admettent admettait admettaient | admis
    promet promettent promettait | promis
    poursuit poursuivent poursuivait | poursuivi
    conclut concluent concluait | conclu
    dément démentent démentait | démenti
    tient tiennent | tenu
    décrit décrivent décrivait | décrit
    défend défendent défendait | défendu
    reprend reprennent reprenait | repris
    rappelle rappellent | rappelé
    appelle appellent | appelé
    interdit interdisent | interdit
    suggère suggèrent | suggéré
    renchérit renchérissent | renchéri
    applaudit applaudissent | applaudi
    exclut excluent excluait | exclu
    se-réjouit réjouit réjouissent | réjoui
    enjoint | enjoint
    sourit | souri
    souvient souviennent souvenait | souvenu
    plaint plaignent plaignait | plaint
    rétorque | rétorqué
    convient conviennent | convenu
    assène | asséné
    considère considèrent | considéré
    répète répètent | répété
    révèle révèlent | révélé
    espère espèrent | espéré
    tempère tempèrent | tempéré
    réitère réitèrent | réitéré
    complète complètent | complété
    tempête tempêtent | tempêté
    inquiète inquiètent | inquiété
    projette projettent | projeté
    énumère énumèrent | énuméré
    affirme | affirmé
    martèle martèlent | martelé
"""
_VIEWS_IRREGULAR = """
    croit croient croyait croyaient | cru
    veut veulent voulait voulaient | voulu
    craint craignent craignait craignaient | craint
    prévoit prévoient prévoyait | prévu
    pense | pensé
    voit voient voyait | vu
    sait savent savait | su
    souhaite | souhaité
    doute | douté
    relève relèvent | relevé
    rejette rejettent | rejeté
    préfère préfèrent | préféré
"""


def _regular(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        if not verb.endswith("er"):
            continue
        stem = verb.removesuffix("er")
        soft = {"g": f"{stem}e", "c": f"{stem[:-1]}ç"}.get(stem[-1], stem)
        yield from (
            f"{stem}e",
            f"{stem}ent",
            f"{soft}ait",
            f"{stem}aient",
            f"{soft}a",
            f"{stem}èrent",
            f"{stem}era",
        )


def _perfects(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        if verb.endswith("er"):
            stem = verb.removesuffix("er")
            yield from (f"{stem}é", f"{stem}ée", f"{stem}és", f"{stem}ées")


def _participles(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        if verb.endswith("er"):
            stem = verb.removesuffix("er")
            yield {"g": f"{stem}eant", "c": f"{stem[:-1]}çant"}.get(stem[-1], f"{stem}ant")


def _listed(table: str, part: int) -> Iterator[str]:
    for line in table.strip().splitlines():
        for form in line.split("|")[part].split():
            yield form
            if part and form.endswith(("u", "i")):
                yield from (f"{form}e", f"{form}s", f"{form}es")


PRESENT = frozenset(_regular(_SAYING)) | frozenset(_listed(_IRREGULAR, 0))
"""The forms of verbs of saying that stand alone."""

PERFECTS = frozenset(_perfects(_SAYING)) | frozenset(_listed(_IRREGULAR, 1))
"""Their participles, which need an auxiliary."""

VIEWS = frozenset(_regular(_VIEWS)) | frozenset(_listed(_VIEWS_IRREGULAR, 0))
VIEW_PERFECTS = frozenset(_perfects(_VIEWS)) | frozenset(_listed(_VIEWS_IRREGULAR, 1))
PARTICIPLES = frozenset(_participles(f"{_SAYING} {_VIEWS}"))
"""Those of the present: "soulignant"."""
