"""What each rule is for, in one line: the rules' names are those that problems bear."""

from collections.abc import Mapping
from types import MappingProxyType

from mkdocs_dossier.rules.allowances import ALLOWANCE_RULES
from mkdocs_dossier.rules.registry import CHECKS
from mkdocs_dossier.rules.rule import Rule

FORMAT_RULES: Mapping[str, str] = MappingProxyType(
    {
        "alias-bomb": "The aliases of a YAML file expand to a bounded number of values.",
        "alias-circle": "A YAML alias does not stand inside the value that it names.",
        "ambiguous-reference": "A link in prose names one record; an id of several kinds needs its kind.",
        "control-character": "A YAML file has no control characters.",
        "cut-short": "A quotation does not end at a ` #`, which begins a comment.",
        "duplicate-id": "An id is unique within its kind over the whole dossier.",
        "duplicate-key": "A key stands once in its mapping.",
        "duplicate-redirect": "An old address leads to one new one.",
        "file-too-large": "A file of a dossier is no larger than the bound.",
        "internal-error": "The program itself has no fault.",
        "invalid-id": "An id has small letters a to z, digits and single hyphens; 80 characters at most.",
        "invalid-redirect": "A redirect is two addresses with a comma between.",
        "invalid-value": "A value is of its field's type.",
        "key-not-text": "A key is a plain word.",
        "linked-folder": "A folder of the dossier is no link to one elsewhere.",
        "merge-key": "YAML's merge key is not used.",
        "missing-field": "A required field is written.",
        "no-folder": "The dossier folder exists.",
        "no-settings": "The dossier folder has a file dossier.yaml.",
        "not-utf8": "A file of a dossier is UTF-8.",
        "quote-not-found": "A quotation stands in the text of its source.",
        "redirect-circle": "Redirects do not lead round in a circle.",
        "redirect-nowhere": "A redirect leads to a record of the dossier.",
        "redirect-taken": "A redirect does not begin at the address of a record.",
        "several-documents": "A YAML file holds one document.",
        "sha256-mismatch": "A source text has not changed since its SHA-256 was written.",
        "tag": "YAML tags are not used.",
        "text-not-found": "A source's text is a .txt file of the dossier folder.",
        "text-outside": "A source's text lies inside the dossier folder.",
        "too-deep": "Values are nested no deeper than the bound.",
        "too-many-contradictions": "The pairs of statements that oppose one another on a claim are bounded.",
        "too-many-figures": "The pairs of figures that are compared in an event are bounded.",
        "unknown-alias": "A YAML alias names an anchor above it.",
        "unknown-field": "A field is one that its record has.",
        "unknown-reference": "A reference names a record of the dossier.",
        "unreadable": "A file of the dossier can be read.",
        "wrong-type": "A text, list or mapping stands where its field asks for one.",
        "yaml-syntax": "A YAML file follows YAML's syntax.",
    }
)


_CHECKED: tuple[Rule[...], ...] = (*CHECKS, *ALLOWANCE_RULES)
CHECKED_RULES: Mapping[str, str] = MappingProxyType({rule.name: rule.summary for rule in _CHECKED})


def description(rule: str) -> str:
    """Describe a rule in one line: what the format asks for, or what a check reports; else by its name."""
    return FORMAT_RULES.get(rule) or CHECKED_RULES.get(rule, rule)
