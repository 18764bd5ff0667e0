"""All rules: our own, in the modules of `format` and `slips`, and those that other packages add."""

from collections.abc import Mapping, Set
from functools import cache
from types import MappingProxyType

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.extensions import ExtensionError, added, inside
from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.problems import Level, Problem, Purpose, error, warning
from mkdocs_dossier.rules.rule import Context, Finding, Rule


@cache
def rules_by_name() -> Mapping[str, Rule]:
    """Return all rules by their names, sorted.

    Raises `ExtensionError` where a package adds what is no rule, or a rule of a name that is taken.
    """
    own = (*inside("mkdocs_dossier.rules.format", Rule), *inside("mkdocs_dossier.rules.slips", Rule))
    rules: dict[str, Rule] = {}
    for rule in (*own, *added("mkdocs_dossier.rules", Rule)):
        if rule.name in rules:
            raise ExtensionError(f"Two rules bear the name `{rule.name}`: one of them needs another.")
        rules[rule.name] = rule
    return MappingProxyType(dict(sorted(rules.items())))


def slips() -> dict[str, Level]:
    """Return the levels, by name, of the rules that look for slips: all but those of the format."""
    return {rule.name: rule.level for rule in rules_by_name().values() if rule.find}


def summary_of(name: str) -> str:
    """Return the one line that sums up the rule of a name; the name itself where there is no such rule."""
    rule = rules_by_name().get(name)
    return rule.summary if rule else name


def sparing() -> Set[str]:
    """Return the names of the rules that are silent for drafts."""
    return {rule.name for rule in rules_by_name().values() if rule.spares_drafts}


def run_rules(
    dossier: Dossier, findings: Findings, places: SourceMap, purpose: Purpose, *, is_whole: bool
) -> list[Problem]:
    """Return what the rules find, rule by rule, at the level that it has for a purpose.

    `is_whole` says that every file of the dossier could be read, and every record in it. If not, the rules
    that report what is not there do not run.
    """
    context = Context(dossier, findings, places)
    return [
        _problem(rule, level, finding)
        for rule in rules_by_name().values()
        if rule.find and (is_whole or not rule.looks_for_absence)
        if (level := rule.level_for(purpose)) is not None
        for finding in rule.find(context)
    ]


def _problem(rule: Rule, level: Level, finding: Finding) -> Problem:
    make = error if level is Level.ERROR else warning
    return make(finding.place, rule.name, finding.message, finding.hint)
