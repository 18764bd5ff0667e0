"""Arabic words that pass a verdict, each judged by what stands around it in its sentence."""

from functools import cache

from babel import Locale

from mkdocs_dossier.rules.lexicon.uses import Implies, Use, Verdict
from mkdocs_dossier.text.folding import word_set

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
_NOT = word_set("لم لا لن ما دون بدون غير")
_DISPUTED = word_set("فلسطين كوسوفو تايوان أبخازيا كردستان القدس")
_ARTICLE, _WITH = "ال", "ب"


def _recognises(use: Use) -> bool:
    """Judge «اعترف»: not the recognition of a state, government or right."""
    nouns = [token.removeprefix(_WITH) for token in use.after[:5] if token.startswith(_WITH)]
    nouns += [_ARTICLE + token.removeprefix("لل") for token in use.after[:5] if token.startswith("لل")]
    return not any(noun in _STATES or noun in _territories() for noun in nouns)


def _denies_report(use: Use) -> bool:
    """Judge «كذب»: not where it denies a report, which is then its object; not a false alarm."""
    return use.last not in _FALSE_ALARMS and not use.precedes(_REPORTS, 3)


def _leads(use: Use) -> bool:
    """Judge «تزعم»: not where it means to lead a movement or party."""
    return use.word != "تزعم" or use.next.removeprefix(_ARTICLE) not in _GROUPS


def _disproves(use: Use) -> bool:
    """Judge «دحض» and «فند»: not where it is not done."""
    return use.last not in _NOT


@cache
def _territories() -> frozenset[str]:
    """Return the names of states in Arabic (CLDR), and of places that not all recognise as states."""
    # Codes in digits are those of continents and regions.
    names = {name for code, name in Locale("ar").territories.items() if code.isalpha()}
    return frozenset(names) | _DISPUTED


VERDICTS = (
    Verdict(
        "اعترف اعترفت اعترفوا يعترف تعترف يعترفون معترفا معترفة",
        Implies.TRUE_AND_AGAINST,
        "«قال»",
        _recognises,
    ),
    Verdict(
        "كذب كذبت كذبوا يكذب تكذب كاذب كاذبة كذبا زورا",
        Implies.FALSE,
        "«قال»، ومن ينفي ذلك",
        _denies_report,
    ),
    Verdict("زعم زعمت زعموا يزعم تزعم يزعمون زاعما", Implies.FALSE, "«قال»", _leads),
    Verdict("دحض دحضت يدحض تدحض فند فندت يفند تفند", Implies.FALSE, "«نفى»", _disproves),
    Verdict("المزعوم المزعومة مزعوم مزعومة", Implies.UNDESERVED, "الاسم كما هو"),
)
