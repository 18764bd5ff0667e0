"""Text of a dossier made safe to print: what cannot be seen, or would steer a terminal, is spelt out."""

import re

# Control characters, line and paragraph separators, marks of direction, invisible spaces and operators,
# halves of surrogate pairs, tags. The joiners U+200C and U+200D stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """Write each character that cannot be seen as `<U+202E>`, in its place."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
