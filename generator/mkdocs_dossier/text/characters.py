"""Make text safe to print: spell out characters that nobody sees, or that would steer a terminal."""

import re

# Control characters, line and paragraph separators, marks of direction, invisible spaces and operators,
# halves of surrogate pairs, tags. The joiners U+200C and U+200D stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """Return a text in which each character that cannot be seen is written as its code: `<U+202E>`."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
