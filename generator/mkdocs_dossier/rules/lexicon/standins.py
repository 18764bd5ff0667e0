"""Words that stand for somebody who is not named, by language: pronouns, and the posts that people hold.

"He said", "the spokesman said". Where one of them stands beside a quotation, its speaker need not be named
there. A post that is set beside a name, as in "Ana Roe, the spokeswoman" or "Minister Roe", stands for nobody
else.
"""

from collections.abc import Container, Sequence

from mkdocs_dossier.text.folding import folded, word_set

_PRONOUNS = {
    "en": word_set("he she they"),
    "de": word_set("er sie letzterer letztere"),
    "fr": word_set("il elle ils elles lui leur celui celle ceux celles dernier derniere je j nous on"),
    "ar": word_set("هو هي هم هما الاخير الاخيرة"),
}
"""What stands for a person that was named before."""

_POSTS = {
    "en": word_set(
        "spokesman spokeswoman spokesperson spokespeople spokesmen official officials minister ministers "
        "president premier chancellor king queen prince mayor governor senator senators congressman "
        "congresswoman representative representatives lawmaker lawmakers deputy secretary ambassador envoy "
        "diplomat diplomats general colonel commander captain admiral officer officers chief head director "
        "chairman chairwoman chair leader leaders boss executive founder owner manager candidate candidates "
        "nominee contender opponent rival frontrunner politician republican democrat conservative attorney "
        "lawyer lawyers judge justice prosecutor professor analyst expert experts scientist researcher "
        "author writer editor reporter journalist host presenter anchor doctor physician nurse witness "
        "witnesses resident residents activist activists protester protesters adviser advisers advisor "
        "advisors aide aides strategist strategists organiser organizer source sources insider veteran "
        "student teacher priest pastor bishop pope rabbi imam coach player actor actress singer comedian "
        "billionaire businessman businesswoman tycoon mogul man woman mother father husband wife son "
        "daughter brother sister widow victim survivor voter voters supporter supporters critic critics "
        "campaign team office ministry department agency government administration committee commission "
        "court council police army military party group organisation organization company firm union "
        "institute university newspaper paper network channel magazine outlet report study statement "
        "letter memo email press-release release article book poll survey document documents"
    ),
    "de": word_set(
        "sprecher sprecherin sprechers minister ministerin prasident prasidentin kanzler kanzlerin chef "
        "chefin vorsitzende vorsitzender vorsitzenden leiter leiterin direktor direktorin burgermeister "
        "burgermeisterin senator senatorin abgeordnete abgeordneter abgeordneten politiker politikerin "
        "sekretar sekretarin botschafter botschafterin diplomat general oberst kommandeur offizier richter "
        "richterin anwalt anwaltin anklager professor professorin forscher forscherin experte expertin "
        "experten autor autorin arzt arztin zeuge zeugin zeugen augenzeuge anwohner bewohner aktivist "
        "aktivistin berater beraterin mitarbeiter mitarbeiterin beamter beamte beamten vertreter "
        "vertreterin mann frau mutter vater witwe opfer konig konigin papst bischof trainer spieler sieger "
        "grunder manager managerin kandidat kandidatin ministerium regierung behorde polizei armee militar "
        "partei fraktion kommission gericht verband gewerkschaft unternehmen konzern institut zeitung blatt "
        "magazin sender agentur bericht studie erklarung mitteilung schreiben brief urteil anwesende"
    ),
    "fr": word_set(
        "porte-parole parole ministre president presidente chancelier roi reine maire gouverneur senateur "
        "senatrice depute deputee depute elu elue secretaire ambassadeur ambassadrice diplomate general "
        "colonel commandant officier chef cheffe directeur directrice dirigeant dirigeante responsable "
        "responsables patron patronne fondateur candidat candidate avocat avocate juge procureur professeur "
        "professeure chercheur chercheuse expert experte experts auteur autrice journaliste medecin temoin "
        "temoins habitant habitants militant militante conseiller conseillere homme femme mere pere veuve "
        "victime pape eveque entraineur joueur ministere gouvernement police armee parti groupe commission "
        "tribunal cour syndicat entreprise institut journal quotidien chaine agence rapport etude communique "
        "lettre interesse interessee"
    ),
    "ar": word_set(
        "المتحدث المتحدثة متحدث متحدثة الناطق الناطقة ناطق الوزير "
        "الوزيرة وزير وزيرة الرئيس الرئيسة رئيس رئيسة "
        "المسؤول المسؤولة مسؤول مسؤولة مسؤولون المسوول مسوول النائب "
        "النائبة نائب السفير السفيرة سفير القائد قائد "
        "اللواء العميد العقيد المدير مدير الزعيم زعيم المحامي "
        "المحامية محام الخبير خبير الطبيب طبيب الشاهد شاهد "
        "شهود سكان المصدر مصدر مصادر الناشط الناشطة ناشط "
        "الملك الامير البابا الحكومة الوزارة وزارة الجيش الشرطة "
        "الحزب الحركة البيان بيان التقرير تقرير "
        # A verb without a named subject: he said, she added, they went on.
        "قال قالت قالوا اضاف اضافت اضافوا تابع تابعت اردف اردفت "
        "استطرد اكمل واصل اوضح اوضحت اكد اكدت ذكر ذكرت "
        "صرح صرحت اعلن اعلنت يقول تقول ويقول شدد شددت اشار اشارت كتب كتبت"
    ),
}
"""Posts, trades and bodies that a quotation may be given to; in Arabic also verbs, which need no pronoun."""

_LONGEST, _SHORTEST_POST = 40, 4
"""The letters of the longest word that is looked at, and of the shortest end of a German compound."""

_NAME_AFTER = {"ar": 6}
_NAME_AFTER_AT_MOST = 4
"""How many words after a post its holder's name may end: "Foreign Minister Jon Orm"."""

_BACK_TO_COMMA = 6
"""How many words a post may stand behind the comma that follows a name: "Roe, the former spokeswoman"."""

_ON_TO_COMMA = 8
"""How many words may stand between a post and the comma before its holder: "spokeswoman for Sudland, Roe"."""

_COMMAS = frozenset(",،")
_OF = _COMMAS | word_set("for of from at in with von vom des der fur bei beim im de du d pour au باسم لدى في")
"""What stands behind a post whose holder is named later: whose post it is, or a comma."""

_STOPS = word_set("ان بان لـ انه انها بانه عن") | frozenset(".,;:،؛!?؟()")
_CONJUNCTIONS = ("و", "ف")


def knows_standins(language: str) -> bool:
    """Tell whether the pronouns and posts of a language are known."""
    return language in _PRONOUNS


def stands_in(words: Sequence[str], language: str, names: Container[int]) -> bool:
    """Tell whether a pronoun or a post in a text stands for somebody who is not named there.

    `words` are the words and marks of the text as they are written, `names` the places among them of the
    names that are known.
    """
    pronouns, posts = _PRONOUNS[language], _POSTS[language]
    forms = [_forms(word, language) for word in words]
    for at, of_word in enumerate(forms):
        # "Government" in the name of one that is recorded.
        if at in names:
            continue
        if not pronouns.isdisjoint(of_word):
            return True
        # Of two posts in a row, as in "government spokeswoman", the latter tells.
        is_last = at + 1 == len(forms) or posts.isdisjoint(forms[at + 1])
        if is_last and not posts.isdisjoint(of_word) and not _beside_name(words, at, language, names):
            return True
    return False


def _forms(word: str, language: str) -> list[str]:
    """List the forms that are looked up: in Arabic also without "and", in German the ends of compounds."""
    plain = folded(word[:_LONGEST])
    if language == "ar" and plain.startswith(_CONJUNCTIONS):
        return [plain, plain[1:]]
    if language == "de":
        return [plain, *(plain[cut:] for cut in range(1, len(plain) - _SHORTEST_POST + 1))]
    return [plain]


def _beside_name(words: Sequence[str], at: int, language: str, names: Container[int]) -> bool:
    """Tell whether a post is that of somebody who is named beside it."""
    if _follows(words, at + 1, _NAME_AFTER.get(language, _NAME_AFTER_AT_MOST), language, names):
        return True
    if words[at + 1 : at + 2] and folded(words[at + 1]) in _OF:
        # "A spokeswoman for Sudland, Basma Adel, said".
        ahead = range(at + 1, min(len(words), at + 2 + _ON_TO_COMMA))
        comma = next((there for there in ahead if words[there] in _COMMAS), None)
        if comma and _follows(words, comma + 1, _NAME_AFTER_AT_MOST, language, names):
            return True
    for there in range(at - 1, max(0, at - 1 - _BACK_TO_COMMA), -1):
        if words[there] in _COMMAS:
            return there - 1 in names
        if not words[there][0].isalnum() and words[there] != "-":
            break
    return False


def _follows(words: Sequence[str], start: int, within: int, language: str, names: Container[int]) -> bool:
    """Tell whether a name stands right there, or behind words that may be part of it or of a title."""
    for there in range(start, min(len(words), start + within)):
        if folded(words[there]) in _STOPS or (language != "ar" and words[there][0].islower()):
            return False
        if there in names:
            return True
    return False
