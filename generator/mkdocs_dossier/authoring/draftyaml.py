"""Writes the records of a draft as YAML, with the reason of a field as a comment above it."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from mkdocs_dossier.authoring.edits import double_quoted, is_boolean, scalar
from mkdocs_dossier.drafting.drafted import DraftRecord, Value, sections

_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_WORDS = re.compile(r"[^\W\d_][\w’]*(?:[ -][^\W_][\w’]*)*")
"""What is plain text in YAML for every reader: words and nothing else."""

_FLAGS = frozenset({"speaks_for"})
"""Fields that are true or false: plain, as every reader of YAML takes them."""

_WIDTH = 100
"""How many characters a line of a long text has at most, without its indent."""


def written(identifier: str, made: Sequence[DraftRecord]) -> str:
    """Write the records of a draft, with the reason of a field as a comment above it."""
    lines = [
        f"# Drafted from the text of `{identifier}`, by `dossier draft`.",
        "# What has the line `review: draft` is approved by nobody yet: `dossier review` goes through it.",
    ]
    for section, those in sections(made):
        lines += ["", f"{section}:"]
        for one in those:
            reasons = {reason.field: reason for reason in reversed(one.reasons)}
            lines.append(f"  {scalar(one.ref.id)}:")
            for key, value in one.fields.items():
                if key in reasons:
                    lines.append(f"    # {reasons[key].comment()}")
                lines += _field(key, value, 4)
    return "\n".join([*lines, ""])


def _field(key: str, value: Value, indent: int) -> Iterator[str]:
    blanks = " " * indent
    if isinstance(value, str):
        first, *further = [value] if key in _FLAGS else _text(value, indent + 2)
        yield f"{blanks}{_key(key)}: {first}"
        yield from further
        return
    yield f"{blanks}{_key(key)}:"
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _field(name, inner, indent + 2)
        return
    for item in value:
        yield from _item(item, indent + 2)


def _item(item: Value, indent: int) -> Iterator[str]:
    blanks = " " * indent
    if isinstance(item, str):
        first, *further = _text(item, indent + 2)
        yield f"{blanks}- {first}"
        yield from further
    elif isinstance(item, dict):
        lines = [line for name, inner in item.items() for line in _field(name, inner, indent + 2)]
        yield f"{blanks}- {lines[0].lstrip()}"
        yield from lines[1:]


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) and not is_boolean(key) else scalar(key)


def _text(value: str, indent: int) -> list[str]:
    """Write a text: plainly where that is safe, a long one folded over several lines."""
    if len(value) <= _WIDTH:
        return [value if _WORDS.fullmatch(value) and not is_boolean(value) else scalar(value)]
    if not value.isprintable():
        return [double_quoted(value)]
    lines = wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
    if " ".join(lines) != value or any(line[0] in " \t" for line in lines):
        return [double_quoted(value)]
    return [">-", *(f"{' ' * indent}{line}" for line in lines)]
