"""The forms of German verbs of saying, made from their infinitives."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from mkdocs_dossier.text.folding import word_set

_INSEPARABLE = ("be", "er", "ver", "ent", "emp", "zer", "ge", "unter", "über", "wider", "miss", "voraus")

# Weak verbs, whose forms all follow from the infinitive; "mit|teilen" has a particle that parts from it.
_WEAK_SAYING = (
    "sagen erklären betonen berichten kritisieren fordern bestätigen behaupten versichern antworten melden "
    "warnen äußern verkünden beteuern bekräftigen kommentieren erläutern argumentieren begründen entgegnen "
    "erwidern ergänzen loben verurteilen bemängeln beklagen bedauern dementieren bezweifeln würdigen "
    "verteidigen appellieren mahnen ermahnen scherzen spotten drohen prophezeien prognostizieren "
    "beschuldigen bezichtigen bezeichnen twittern posten fragen resümieren konstatieren urteilen erzählen "
    "schildern plädieren signalisieren skandieren rechtfertigen formulieren informieren unterstellen jubeln "
    "schimpfen wettern kontern monieren klagen spekulieren vermelden verlautbaren witzeln räsonieren stöhnen "
    "bilanzieren präzisieren referieren rühmen schwärmen tadeln titeln notieren flüstern brüllen murmeln "
    "charakterisieren deklarieren proklamieren insistieren protestieren attackieren rügen raunen meckern "
    "mit|teilen an|kündigen hinzu|fügen klar|stellen fest|stellen ein|räumen aus|führen zu|sichern "
    "vor|rechnen zusammen|fassen an|deuten an|klagen an|merken an|prangern zu|stimmen deutlich|machen "
    "klar|machen ein|wenden hinzu|setzen nach|legen dar|legen vor|halten aus|sagen voraus|sagen zu|sagen "
    "ab|lehnen auf|klären kund|tun dafür|halten heraus|stellen beiseite|wischen zurück|fragen nach|fragen "
    "bekannt|machen an|mahnen auf|fordern voraus|setzen dazu|setzen hinaus|posaunen daneben|legen zu|rufen"
)
_WEAK_VIEWS = (
    "meinen vermuten glauben hoffen fürchten befürchten erwarten schätzen verlangen begrüßen wünschen "
    "beantragen planen unterstützen akzeptieren zweifeln rechnen beschweren freuen ärgern erinnern wundern "
    "empören warnen danken gratulieren beanspruchen entschuldigen entscheiden ordern dulden "
    "favorisieren befürworten verdächtigen verweigern verhandeln diskutieren zeigen weigern an|strengen "
    "ein|schätzen zurück|rudern aus|rechnen ein|stufen bewerten betrachten interpretieren deuten dar|stellen "
    "lauten"
)
# The forms of the others: the present and the past, the particles if they need one, and the participles.
_STRONG_SAYING = """
    schreibt schreiben schrieb schrieben | geschrieben
    beschreibt beschreiben beschrieb beschrieben | beschrieben
    nennt nennen nannte nannten | genannt
    spricht sprechen sprach sprachen | aus | gesprochen ausgesprochen
    spricht sprechen sprach sprachen | gesprochen
    verspricht versprechen versprach versprachen | versprochen
    widerspricht widersprechen widersprach widersprachen | widersprochen
    unterstreicht unterstreichen unterstrich unterstrichen | unterstrichen
    bestreitet bestreiten bestritt bestritten | bestritten
    gesteht gestehen gestand gestanden | ein zu | gestanden eingestanden zugestanden
    gesteht gestehen gestand gestanden | gestanden
    ruft rufen rief riefen | auf zu aus | aufgerufen zugerufen
    ruft rufen rief riefen | gerufen
    verweist verweisen verwies verwiesen | verwiesen
    empfiehlt empfehlen empfahl empfahlen | empfohlen
    rät raten riet rieten | geraten
    denkt dachte dachten | gedacht
    findet fand fanden | gefunden
    schwört schwor schworen | geschworen
    wirft werfen warf warfen | vor | vorgeworfen
    gibt geben gab gaben | bekannt an zu bedenken preis kund durch | bekanntgegeben angegeben zugegeben
    weist weisen wies wiesen | zurück hin | zurückgewiesen hingewiesen
    schlägt schlagen schlug schlugen | vor | vorgeschlagen
    fährt fahren fuhr fuhren | fort | fortgefahren
    hebt heben hob hoben | hervor | hervorgehoben
    hält halten hielt hielten | fest dagegen vor entgegen | festgehalten dagegengehalten entgegengehalten
    pflichtet pflichtete pflichteten | bei | beigepflichtet
    greift griff griffen | an | angegriffen
    geht gehen ging gingen | aus | ausgegangen
    streicht strich strichen | heraus | herausgestrichen
    wendet wandte wandten | ein | eingewandt
    tritt trat traten | entgegen | entgegengetreten
    bringt brachte brachten | ausdruck | vorgebracht
    lässt ließ ließen | verlauten wissen durchblicken | verlautet
    stellt stellten stellte | frage aussicht | dargestellt
    schließt schloss schlossen | aus an | ausgeschlossen
    tut tat taten | kund ab | kundgetan abgetan
    wertet wertete werteten | gewertet
"""
_STRONG_VIEWS = """
    sieht sehen sah sahen | an voraus | gesehen angesehen
    sieht sehen sah sahen | gesehen
    hält halten hielt hielten | gehalten
    weiß wissen wusste wussten | gewusst
    bittet bat baten | gebeten
    will wollen wollte wollten | gewollt
    möchte möchten | gemocht
    beschließt beschloss beschlossen | beschlossen
    vergleicht verglich verglichen | verglichen
"""

_NEEDS_E = re.compile("[td]$|chn$|[^aeiouäöülrhmn][nm]$")
"""The stems that an ending cannot follow without a vowel: "antwort-", "entgegn-"."""

_Split = dict[str, set[str]]


def _weak(verb: str) -> tuple[list[str], str]:
    """Return the finite forms of a weak verb, and its participle."""
    stem = verb.removesuffix("n") if verb.endswith(("ern", "eln")) else verb.removesuffix("en")
    link = "e" if _NEEDS_E.search(stem) else ""
    forms = [f"{stem}{link}t", f"{stem}{link}te", f"{stem}{link}ten", verb]
    has_ge = not (verb.startswith(_INSEPARABLE) or verb.endswith("ieren"))
    return forms, f"{'ge' if has_ge else ''}{stem}{link}t"


def _conjugated(weak: str, strong: str) -> tuple[set[str], _Split, set[str]]:
    """Return the forms that stand alone, those that need a particle further on, and the participles."""
    alone: set[str] = set()
    split: _Split = defaultdict(set)
    perfects: set[str] = set()
    for verb in weak.split():
        particle, bar, simple = verb.rpartition("|")
        forms, perfect = _weak(simple)
        if not bar:
            alone.update(forms)
            perfects.add(perfect)
            continue
        for form in forms:
            split[form].add(particle)
        alone.update(f"{particle}{form}" for form in forms)
        perfects.add(f"{particle}{perfect}")
    for forms, particles, participles in _strong(strong):
        perfects.update(participles)
        if not particles:
            alone.update(forms)
        for form in forms if particles else ():
            split[form].update(particles)
            alone.update(f"{particle}{form}" for particle in particles)
    return alone, split, perfects


def _strong(table: str) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """List the forms, the particles and the participles of each line."""
    for line in table.strip().splitlines():
        first, *particles, last = (part.split() for part in line.split("|"))
        yield first, particles[0] if particles else [], last


SAYING, _SAYING_SPLIT, SAYING_PERFECT = _conjugated(_WEAK_SAYING, _STRONG_SAYING)
VIEWS, _VIEWS_SPLIT, VIEWS_PERFECT = _conjugated(_WEAK_VIEWS, _STRONG_VIEWS)
# Forms that are other words as well.
NO_VERBS = word_set("meinen gebt zeigen loben fragen klagen posten titeln orten beschlossen weiß entscheiden")
SPLIT: Mapping[str, frozenset[str]] = {
    form: frozenset(_SAYING_SPLIT.get(form, ())) | frozenset(_VIEWS_SPLIT.get(form, ()))
    for form in sorted({*_SAYING_SPLIT, *_VIEWS_SPLIT})
}
