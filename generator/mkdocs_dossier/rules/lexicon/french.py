"""French words that pass a verdict, each judged by what stands around it in its sentence."""

from mkdocs_dossier.rules.lexicon.uses import MARKS, Implies, Use, Verdict
from mkdocs_dossier.text.folding import word_set

_GOALS = word_set("but buts objectif objectifs intention intentions ambition ambitions dessein adversaire")
_VANQUISHED = word_set("vaincu vaincue vaincus vaincues battu battue battus battues impuissant impuissante")
_FAILINGS = word_set("faiblesse impuissance échec")
_SOLICITOR = word_set("un l cet votre notre l'")
_SINS = word_set("péché péchés foi prêtre prêtres samedi dimanche jour curé")
_CLERGY = word_set("prêtre prêtres curé curés moine pasteur")
_MANNERS = word_set(
    "naïf naïve naif naive modeste modestes ingénu ingénue candide désinvolte détaché détachée innocent "
    "innocente léger légère sérieux sérieuse rassurant rassurante positif positive positifs négatif "
    "négative"
)
_ADVERTS = word_set("publicité publicités pratique pratiques")
_NOT = word_set("ne n pas ni jamais sans")
_SCIENCE = word_set("hypothèse hypothèses théorie théories conjecture théorème modèle")
_JUDGE = word_set(
    "juge jugé jugée jugés jugées qualifie qualifié qualifiée qualifiées qualifiés qualifiant déclare "
    "déclaré déclarée dénonce dénoncé estime estimé considère considéré rejette rejeté rejetée dit "
    "affirme assure comme"
)


def _avows(use: Use) -> bool:
    """Judge « avouer »: not a declared aim, a solicitor (« avoué »), or one who admits defeat."""
    # « But avoué », « un avoué ».
    if use.word.startswith("avoué") and (
        use.last in _GOALS or (use.last == "un" and use.next not in {"", "que"})
    ):
        return False
    return not use.precedes(_VANQUISHED, 2)


def _avowal(use: Use) -> bool:
    """Judge « aveu »: not the idioms « sans aveu » and « un aveu de faiblesse »."""
    return use.last != "sans" and not use.precedes(_FAILINGS, 3)


def _confesses(use: Use) -> bool:
    """Judge « confesser »: not where sins are confessed, or a priest hears them."""
    return use.last not in {"se", "s"} and not use.precedes(_SINS, 6) and not use.follows(_CLERGY, 3)


def _lies(use: Use) -> bool:
    """Judge « mentir »: not the idiom « sans mentir »."""
    return use.last != "sans"


def _lying(use: Use) -> bool:
    """Judge « mensonger »: not the offence of false advertising."""
    return use.last not in _ADVERTS


def _falsely(use: Use) -> bool:
    """Judge « faussement »: not where it describes a manner, as « faussement modeste »."""
    return use.next not in _MANNERS


def _refutes(use: Use) -> bool:
    """Judge « réfuter »: not where it is not done, nor in science."""
    return not use.follows(_NOT, 4) and not use.precedes(_SCIENCE, 5)


def _unfounded(use: Use) -> bool:
    """Judge « infondé »: not where somebody is said to find something so."""
    is_attribute = bool(use.next) and use.next not in MARKS and use.last not in {"d", "comme", "est", "sont"}
    return is_attribute or not use.follows(_JUDGE, 6)


def _so_called(use: Use) -> bool:
    """Judge « soi-disant » and « prétendu »: not before a name."""
    return not (use.written and use.written[0][:1].isupper())


VERDICTS = (
    Verdict(
        "avoue avouent avoué avouée avoués avouer avouait avouant",
        Implies.TRUE_AND_AGAINST,
        "« dit »",
        _avows,
    ),
    Verdict("aveu aveux", Implies.TRUE_AND_AGAINST, "« dit »", _avowal),
    Verdict(
        "confesse confessent confessé confessée confesser", Implies.TRUE_AND_AGAINST, "« dit »", _confesses
    ),
    Verdict("menti mentir mentait menteur menteuse menteurs", Implies.FALSE, "« dit », et qui le nie", _lies),
    Verdict("mensonger mensongère mensongers mensongères", Implies.FALSE, "qui le nie, et sa raison", _lying),
    Verdict("faussement mensongèrement", Implies.FALSE, "« dit », et qui le nie", _falsely),
    Verdict(
        "réfute réfutent réfuté réfutée réfuter réfutait",
        Implies.FALSE,
        "« dément » ou « rejette »",
        _refutes,
    ),
    Verdict("infondé infondée infondés infondées", Implies.FALSE, "qui le nie, et sa raison", _unfounded),
    Verdict(
        "soi-disant prétendu prétendue prétendus prétendues",
        Implies.UNDESERVED,
        "le nom tel quel",
        _so_called,
    ),
    Verdict("prétendument", Implies.UNDESERVED, "le nom tel quel"),
)
