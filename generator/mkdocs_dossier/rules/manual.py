"""The manual's page of rules, written from the rules themselves."""

from collections.abc import Iterator

from mkdocs_dossier.rules.allowances import ALLOWANCE_RULES
from mkdocs_dossier.rules.registry import CHECKS
from mkdocs_dossier.rules.rule import EXAMPLE_PATH, Example, Rule

_HEAD = """\
# Rules

`dossier check` holds a dossier to its [format](format.md), and beyond that to the rules below. A rule of the
level *error* stops a build. One of the level *warning* points at what is most often a slip: it stops a build
only with `--strict`.

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
"""


def manual() -> str:
    """Write the page of all rules, as Markdown."""
    rules: tuple[Rule[...], ...] = (*CHECKS, *ALLOWANCE_RULES)
    contents = "\n".join(f"- [`{rule.name}`](#{rule.name}): {rule.summary}" for rule in rules)
    return "\n".join([_HEAD, f"## All rules\n\n{contents}\n", *(_page(rule) for rule in rules)])


def _page(rule: Rule[...]) -> str:
    reasons = rule.page.partition("\n")[2].strip()
    parts = [f"## {rule.name}", f"*{rule.level.capitalize()}.* {rule.summary}", reasons]
    parts += ["Passes:", *_shown(rule.passing), f"Is reported, at line {rule.failing.line}:"]
    return "\n\n".join([*parts, *_shown(rule.failing)]) + "\n"


def _shown(example: Example) -> Iterator[str]:
    """Write the files of an example; its settings only where the language matters."""
    for path, text in ((EXAMPLE_PATH, example.yaml), *example.texts.items()):
        language = "yaml" if path == EXAMPLE_PATH else "text"
        yield f'```{language} title="{path}"\n{text}```'
