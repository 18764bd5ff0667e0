"""Shorten text so that it fits where it is shown, with an ellipsis for what is left out."""

_ELLIPSIS = "…"


def cut_line(text: str, most: int) -> str:
    """Return a text in one line, cut to `most` characters with the ellipsis, before which no blank stands."""
    line = _one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + _ELLIPSIS


def cut_words(text: str, most: int) -> str:
    """Return the first words of a text in one line: `most` characters at most, and an ellipsis.

    A comma or full stop before the ellipsis is left out. A single word that is longer than `most` is cut.
    """
    line = _one_line(text)
    return line if len(line) <= most else first_words(line, most).rstrip(" ,;:.") + _ELLIPSIS


def cut_long(text: str, most: int) -> str:
    """Return a text as it is; of one with more than `most` characters, what `cut_words` returns."""
    return text if len(text) <= most else cut_words(text, most)


def first_words(text: str, most: int) -> str:
    """Return the first words of a text in one line: `most` characters at most, without an ellipsis.

    A single word that is longer than `most` is cut.
    """
    line = _one_line(text)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0]


def opening(text: str, words: int, most: int) -> str:
    """Return the first `words` words of a text in one line, `most` characters at most, and an ellipsis."""
    line = _one_line(text)
    kept = line.split(" ")
    if len(kept) <= words:
        return cut_words(line, most)
    return first_words(" ".join(kept[:words]), most).rstrip(" ,;:.") + _ELLIPSIS


def cut_middle(text: str, most: int, ellipsis: str = _ELLIPSIS) -> str:
    """Return a text with its middle replaced by the ellipsis, where it has more than `most` characters.

    The result may have one character more than `most`: both halves are of one length.
    """
    if len(text) <= most:
        return text
    half = (most + 1 - len(ellipsis)) // 2
    return text[:half] + ellipsis + text[-half:]


def _one_line(text: str) -> str:
    return " ".join(text.split())
