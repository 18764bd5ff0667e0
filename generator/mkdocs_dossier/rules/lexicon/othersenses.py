"""In which sense French and Arabic words of verdict are used."""

from functools import cache

from babel import Locale

from mkdocs_dossier.rules.lexicon.uses import MARKS, Use
from mkdocs_dossier.text.folding import word_set

_GOALS = word_set("but buts objectif objectifs intention intentions ambition ambitions dessein adversaire")
_VANQUISHED = word_set("vaincu vaincue vaincus vaincues battu battue battus battues impuissant impuissante")
_SOLICITOR = word_set("un l cet votre notre l'")
_SINS = word_set("péché péchés foi prêtre prêtres samedi dimanche jour curé")
_CLERGY = word_set("prêtre prêtres curé curés moine pasteur")
_MANNERS = word_set(
    "naïf naïve naif naive modeste modestes ingénu ingénue candide désinvolte détaché détachée innocent "
    "innocente léger légère sérieux sérieuse rassurant rassurante positif positive positifs négatif "
    "négative"
)
_ADVERTS = word_set("publicité publicités pratique pratiques")
_FRENCH_NOT = word_set("ne n pas ni jamais sans")
_FRENCH_SCIENCE = word_set("hypothèse hypothèses théorie théories conjecture théorème modèle")
_FRENCH_JUDGE = word_set(
    "juge jugé jugée jugés jugées qualifie qualifié qualifiée qualifiées qualifiés qualifiant déclare "
    "déclaré déclarée dénonce dénoncé estime estimé considère considéré rejette rejeté rejetée dit "
    "affirme assure comme"
)

_STATES = word_set(
    "دولة الدولة حكومة الحكومة استقلال سيادة شرعية المجلس مجلس الجمهورية جمهورية نظام النظام حق حقوق سلطة "
    "السلطة الاستقلال القرار الاتفاق الشهادات شهادة لغة اللغة"
)
_FALSE_ALARMS = word_set("إنذار انذار إنذارا انذارا الإنذار إنذارات بلاغ بلاغا البلاغ بلاغات حمل حملا")
_REPORTS = word_set(
    "الخبر الأخبار الأنباء النبأ الشائعات الإشاعات التقارير التقرير المعلومات الرواية ما ذلك صحة هذه هذا "
    "تلك خبر أنباء شائعات تقارير"
)
_GROUPS = word_set(
    "حركة حزب تنظيم جماعة عصابة معارضة ثورة قائمة مجموعة فصيل كتلة تيار وفد انقلاب تمرد ميليشيا مليشيا "
    "قبيلة اتحاد جبهة لواء شبكة احتجاجات"
)
_ARABIC_NOT = word_set("لم لا لن ما دون بدون غير")
_DISPUTED = word_set("فلسطين كوسوفو تايوان أبخازيا كردستان القدس")
_ARTICLE, _WITH = "ال", "ب"


def avows(use: Use) -> bool:
    """Judge « avouer »: not a declared aim, a solicitor, or who owns to be beaten."""
    if use.word.startswith("avoué") and (
        use.last in _GOALS or (use.last == "un" and use.next not in {"", "que"})
    ):
        return False
    return not use.precedes(_VANQUISHED, 2)


def avowal(use: Use) -> bool:
    """Judge « aveu »: not the idiom « sans aveu »."""
    return use.last != "sans"


def confesses(use: Use) -> bool:
    """Judge « confesser »: not sins, nor what a priest does."""
    return use.last not in {"se", "s"} and not use.precedes(_SINS, 6) and not use.follows(_CLERGY, 3)


def lies(use: Use) -> bool:
    """Judge « mentir »: not the idiom « sans mentir »."""
    return use.last != "sans"


def lying(use: Use) -> bool:
    """Judge « mensonger »: not the offence of false advertising."""
    return use.last not in _ADVERTS


def falsely(use: Use) -> bool:
    """Judge « faussement »: not a manner, as « faussement modeste »."""
    return use.next not in _MANNERS


def refutes(use: Use) -> bool:
    """Judge « réfuter »: not what is not done, nor what science does."""
    return not use.follows(_FRENCH_NOT, 4) and not use.precedes(_FRENCH_SCIENCE, 5)


def unfounded(use: Use) -> bool:
    """Judge « infondé »: not where somebody is said to find something so."""
    is_attribute = bool(use.next) and use.next not in MARKS and use.last not in {"d", "comme", "est", "sont"}
    return is_attribute or not use.follows(_FRENCH_JUDGE, 6)


def so_called(use: Use) -> bool:
    """Judge « soi-disant » and « prétendu »: not before a name."""
    return not (use.written and use.written[0][:1].isupper())


def recognises(use: Use) -> bool:
    """Judge «اعترف»: not the recognition of a state, government or right."""
    nouns = [token.removeprefix(_WITH) for token in use.after[:5] if token.startswith(_WITH)]
    nouns += [_ARTICLE + token.removeprefix("لل") for token in use.after[:5] if token.startswith("لل")]
    return not any(noun in _STATES or noun in _territories() for noun in nouns)


def denies_report(use: Use) -> bool:
    """Judge «كذب»: not with a report as its object, which it then denies; not a false alarm."""
    return use.last not in _FALSE_ALARMS and not use.precedes(_REPORTS, 3)


def leads(use: Use) -> bool:
    """Judge «تزعم»: not to lead a movement or party."""
    return use.word != "تزعم" or use.next.removeprefix(_ARTICLE) not in _GROUPS


def disproves(use: Use) -> bool:
    """Judge «دحض» and «فند»: not what is not done."""
    return use.last not in _ARABIC_NOT


@cache
def _territories() -> frozenset[str]:
    """List the names of states in Arabic (CLDR), and of those that are not recognised by all."""
    names = {name for code, name in Locale("ar").territories.items() if code.isalpha()}
    return frozenset(names) | _DISPUTED
