"""The opening of a prose text: its first sentences, which a page begins with, and the rest."""

import re

_MOST = 2
"""How many sentences an opening has."""

# After a full stop, a blank and no small letter: "the U.S. said" goes on. Nor does one end after a short word
# with a capital letter, as in "Mr. Orm" and "No. 3".
_END = re.compile(
    r"""
      (?:(?<=[^\W_]{3})|(?<=\s[a-z]{2}))[.!?][\"'”’»)\]]*(?=\s+[^\sa-z])
    | [.!?][\"'”’»)\]]+(?=\s+[^\sa-z])
    | [؟۔。！？](?=\s*\S)
    """,
    re.VERBOSE,
)


def first_sentences(prose: str) -> tuple[str, str]:
    """Part a prose text into its first two sentences, all of its first paragraph at most, and the rest."""
    paragraph, _, rest = prose.strip().partition("\n\n")
    ends = [found.end() for found in _END.finditer(paragraph) if _is_outside_links(paragraph[: found.end()])]
    if len(ends) < _MOST:
        return paragraph, rest.strip()
    first, more = paragraph[: ends[_MOST - 1]], paragraph[ends[_MOST - 1] :].strip()
    return first, "\n\n".join(one for one in (more, rest.strip()) if one)


def _is_outside_links(text: str) -> bool:
    return text.count("[[") == text.count("]]")
