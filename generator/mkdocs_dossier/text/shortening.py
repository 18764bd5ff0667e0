"""Text made to fit where it is shown, with an ellipsis for what is left out."""

_ELLIPSIS = "…"


def cut_line(text: str, most: int) -> str:
    """Return the beginning of a text in one line, without a blank before the ellipsis.

    `most` characters at most, the ellipsis among them.
    """
    line = _one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + _ELLIPSIS


def cut_words(text: str, most: int) -> str:
    """Return the first words of a text in one line, and one character more than `most` at most.

    The sign that would stand before the ellipsis goes. A word that is longer by itself is cut.
    """
    line = _one_line(text)
    return line if len(line) <= most else first_words(line, most).rstrip(" ,;:.") + _ELLIPSIS


def first_words(text: str, most: int) -> str:
    """Return the first words of a text in one line, `most` characters at most, without an ellipsis.

    A word that is longer by itself is cut.
    """
    line = _one_line(text)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0]


def cut_middle(text: str, most: int, ellipsis: str = _ELLIPSIS) -> str:
    """Return a text without its middle, and one character more than `most` at most."""
    if len(text) <= most:
        return text
    half = (most + 1 - len(ellipsis)) // 2
    return text[:half] + ellipsis + text[-half:]


def _one_line(text: str) -> str:
    return " ".join(text.split())
