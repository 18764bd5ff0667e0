"""The manual's page of rules, written from the rules themselves."""

from collections.abc import Iterable, Iterator

from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH
from mkdocs_dossier.rules.registry import rules_by_name
from mkdocs_dossier.rules.rule import Example, Rule

_HEAD = """\
# Rules

`dossier check` reports what breaks one of these rules, with the rule's name in brackets. There are two kinds:
what the [format](format.md) asks for, and what the format allows but is most often a slip. A rule of the
level *error* stops a build. One of the level *warning* stops it only with `--strict`.

## Turning a rule off

A warning that is not a slip can be turned off for one record, with the reason:

```yaml
actors:
  kirby: # dossier: allow shared-name: two officials bear this name
    name: John Kirby
    kind: person
```

The comment is `# dossier: allow RULE: reason`. It stands at the end of the line of the record's id, or on a
line of its own: inside the record, or directly above its id. In `dossier.yaml` it may stand on any line.
It is for that record and that rule only. Without a reason it turns nothing off, and one that there is nothing
to allow for is reported.

## All rules
"""


def manual() -> str:
    """Write the manual's page of all rules, as Markdown: the contents, then each rule."""
    rules = rules_by_name().values()
    parts = {
        "What is most often a slip": [rule for rule in rules if rule.find],
        "What the format asks for": [rule for rule in rules if not rule.find],
    }
    contents = [f"{title}:\n\n{_contents(part)}\n" for title, part in parts.items()]
    pages = [page for title, part in parts.items() for page in (f"## {title}\n", *map(_page, part))]
    return "\n".join([_HEAD, *contents, *pages])


def _contents(rules: Iterable[Rule]) -> str:
    return "\n".join(f"- [`{rule.name}`](#{rule.name}): {rule.summary}" for rule in rules)


def _weight(rule: Rule) -> str:
    """Say how much a rule weighs, and for whom."""
    level = rule.level.capitalize()
    if rule.for_builds:
        return f"{level} for a build, warning for `dossier check`"
    return f"{level}; silent for drafts" if rule.spares_drafts else level


def _page(rule: Rule) -> str:
    reasons = rule.page.partition("\n")[2].strip()
    parts = [f"### {rule.name}", f"*{_weight(rule)}.* {rule.summary}", reasons]
    if rule.passing:
        parts += ["Passes:", *_shown(rule.passing)]
    if failing := rule.failing:
        parts += [f"Is reported, at line {failing.line} of {failing.path}:", *_shown(failing)]
    return "\n\n".join(parts) + "\n"


def _shown(example: Example) -> Iterator[str]:
    """Write the files of an example, without settings that hold only a title."""
    for path, text in example.files.items():
        if path != SETTINGS_PATH or path in example.others:
            language = "yaml" if path.endswith(".yaml") else "text"
            yield f'```{language} title="{path}"\n{text}```'
