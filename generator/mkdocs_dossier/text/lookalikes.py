"""Find what tells two words apart that look the same: letters of another script, and unseen characters."""

from unicodedata import category, name

_MOST_NAMED = 3


def strangers(word: str, other: str) -> list[str]:
    """List the characters of a word that another word lacks and a reader would not notice: three at most.

    These are format characters, such as a zero-width space, and letters and digits of a script that the other
    word does not use, where the two may look alike.
    """
    scripts = {_script(char) for char in other if char.isalnum()}
    # Words that differ in length and share no letter are plainly two: to name their scripts would not help.
    alike = len(word) == len(other) or any(char in other for char in word if char.isalnum())
    return [
        char
        for char in dict.fromkeys(word)
        if char not in other
        and (
            category(char) == "Cf" or (alike and char.isalnum() and scripts and _script(char) not in scripts)
        )
    ][:_MOST_NAMED]


def spelt_out(char: str) -> str:
    """Return the code and the name of a character: `U+0430 CYRILLIC SMALL LETTER A`."""
    return f"U+{ord(char):04X} {name(char, '')}".strip()


def _script(char: str) -> str:
    """Return the first word of a character's name in Unicode, its script; that of ASCII digits is Latin."""
    first = name(char, "").partition(" ")[0]
    return "LATIN" if first == "DIGIT" else first
