"""What a process that takes a file apart answers: plain values, by name, that its parent checks."""

import re

Answer = dict[str, object]
"""What is found, by the names of the fields of `Article`; empty if there is no article.

`remarks` are sentences for the author, `locators` pairs of an offset in the text and a page or a time,
`refused` a sentence that says why this is no article, `hint` what to do about it. If a library cannot be
imported: under `missing` the module at fault; under `why` the error, if it is there.
"""

_LINE_BREAK = re.compile(r"\r\n?")


def tidied(text: str) -> str:
    r"""End each line with `\n`, without blanks before it, and the text with one; change nothing else."""
    lines = "\n".join(line.rstrip(" \t") for line in _LINE_BREAK.sub("\n", text).split("\n"))
    return lines.rstrip("\n") + "\n"


def lacking(trouble: BaseException, library: str) -> Answer:
    """Say why a library cannot be imported: a module is not there, or it is broken.

    Some modules (`lxml.html.clean`) raise an error of their own for another that is missing; the original is
    its cause or context.
    """
    found: BaseException | None = trouble
    while found is not None:
        if isinstance(found, ModuleNotFoundError) and found.name:
            return {"missing": found.name, "why": ""}
        found = found.__cause__ or found.__context__
    name = trouble.name if isinstance(trouble, ImportError) else None
    return {"missing": name or library, "why": f"{type(trouble).__name__}: {trouble}"}


def refused(sentence: str, hint: str = "") -> Answer:
    """Answer that a file holds no article that could be stored: the end of a sentence that begins with it."""
    return {"refused": sentence, "hint": hint}
