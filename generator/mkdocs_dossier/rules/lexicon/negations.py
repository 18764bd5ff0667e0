"""Words that turn what is said into its opposite, by language: CLDR has none."""

import re
from collections.abc import Iterator

from mkdocs_dossier.text.folding import word_set

_NEGATIONS = {
    "en": word_set("not no never none nobody nothing nowhere neither nor cannot without non"),
    "de": word_set(
        "nicht kein keine keinen keinem keiner keines keins nie niemals niemand niemanden niemandem nichts "
        "nirgends nirgendwo weder nein ohne keinerlei keineswegs keinesfalls mitnichten"
    ),
    "fr": word_set("ne n pas jamais aucun aucune aucuns aucunes rien ni non sans nul nulle nullement"),
    "ar": word_set("لا لم لن ليس ليست ليسوا ليسا لسنا لست لستم لسن كلا غير بلا دون بدون"),
}

# Also what English writes onto a verb, as in "didn't" and "can't".
_WORD = re.compile(r"\w+(?:['’]t\b)?")
_CONTRACTED = ("n't", "n’t")
# Arabic vowel signs, and the stroke that only lengthens a word.
_HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670]")
_BEFORE_ARABIC = ("و", "ف", "أ")
"""And, so, and the sign of a question, which Arabic writes onto the word that follows."""


def negations(text: str, language: str) -> Iterator[str]:
    """List the words of a text that deny, as they are written; none in a language that is not known."""
    language = language.partition("-")[0]
    known = _NEGATIONS.get(language, frozenset())
    plain = _HARAKAT.sub("", text) if language == "ar" else text
    for found in _WORD.finditer(plain):
        word = found[0].casefold()
        bare = word[1:] if language == "ar" and word.startswith(_BEFORE_ARABIC) else word
        if word in known or bare in known or (language == "en" and word.endswith(_CONTRACTED)):
            yield found[0]
