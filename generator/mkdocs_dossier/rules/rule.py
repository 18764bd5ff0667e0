"""What a rule is: a check, the level of what it finds, and two examples, for tests and the manual."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Generic, ParamSpec

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH, SourceMap
from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.problems import Level, Location, Problem
from mkdocs_dossier.values.refs import Ref, Section

EXAMPLE_PATH, EXAMPLE_TEXT = "records.yaml", "news.txt"


@dataclass(frozen=True)
class Context:
    """What a check may look at."""

    dossier: Dossier
    findings: Findings
    places: SourceMap

    def place(self, section: Section, identifier: str, *path: str | int) -> Location:
        """Find the place of a field; the record's id where the field is not written, or none is named."""
        return self.places.place(Ref(section, identifier), path)


@dataclass(frozen=True, slots=True)
class Example:
    """A small dossier: a file of records, the texts of its sources, and the settings.

    `line` is the line of the records that the rule reports, 0 where it reports none.
    """

    yaml: str
    texts: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
    settings: str = "title: Example\n"

    @property
    def files(self) -> Mapping[str, bytes]:
        """The YAML files, as they stand in a dossier's folder."""
        return {SETTINGS_PATH: self.settings.encode(), EXAMPLE_PATH: self.yaml.encode()}

    @property
    def text_files(self) -> Mapping[str, bytes]:
        """The text files, as they stand in a dossier's folder."""
        return {path: text.encode() for path, text in self.texts.items()}


def example(yaml: str, *, text: str = "", line: int = 0, language: str = "en") -> Example:
    """Make an example from indented text; `text` is that of the source `news`."""
    settings = "title: Example\n" if language == "en" else f"title: Example\nlanguage: {language}\n"
    texts = {EXAMPLE_TEXT: dedent(text).strip() + "\n"} if text else {}
    return Example(dedent(yaml).strip() + "\n", texts, line, settings)


P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Rule(Generic[P]):
    """A check under its name.

    The docstring of `check` is the rule's page in the manual: what it finds in one line, why that matters,
    and what to do. `looks_for_absence`: what it reports is that something is not there, which
    nobody can say of a dossier of which a part could not be read.
    """

    name: str
    check: Callable[P, Iterator[Problem]]
    passing: Example
    failing: Example
    level: Level = Level.WARNING
    looks_for_absence: bool = False

    @property
    def summary(self) -> str:
        """What the rule reports, in one line: that of the docstring, without its "Find"."""
        line = self.page.partition("\n")[0].removeprefix("Find ")
        return line[:1].upper() + line[1:]

    @property
    def page(self) -> str:
        """The rule's page in the manual, as Markdown."""
        return inspect.getdoc(self.check) or ""
