"""Writes linked data for a page: JSON-LD in a `script` that no browser runs (JSON-LD 1.1, section 7.2)."""

import json
import re

from mkdocs_dossier.document.nodes import LinkedData

# What could end the script or begin another, what some readers take for the end of a line, and a brace that
# Jinja or an extension of Markdown could obey: `{{`, `{%`, `{--`. All these stand in texts only, where JSON
# may say a character by its number; a brace of JSON itself is followed by a key or by the other brace.
_ESCAPED = re.compile('[<>&\x7f\x85\u2028\u2029]|\\{(?!["}])')


def json_ld(node: LinkedData) -> str:
    """Write the value on one line, for HTML and Markdown alike; its keys keep their order."""
    written = json.dumps(node.value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def script(node: LinkedData) -> str:
    """Write the element that a page has its linked data in."""
    return f'<script type="application/ld+json">{json_ld(node)}</script>'
