"""What a rule is: its name and level, its page in the manual, and what it finds in a dossier."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import dedent

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH, SourceMap
from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.problems import Level, Location, Purpose
from mkdocs_dossier.values.refs import Ref, Section

_RECORDS = "records.yaml"


@dataclass(frozen=True)
class Context:
    """What a rule may look at: the dossier, what follows from it, and where it is written."""

    dossier: Dossier
    findings: Findings
    source_map: SourceMap

    def place(self, section: Section, identifier: str, *path: str | int) -> Location:
        """Return the place of a field of a record; that of its id if no field is named or written."""
        return self.source_map.place(Ref(section, identifier), path)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule finds: where it stands, what is wrong, and what to do about it."""

    place: Location
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small dossier for the manual, and for the test of its rule; its texts may be indented.

    `yaml` is the file of records, `text` the text of the source `news`; `others` are more files, by path. An
    empty text makes no file. `line` is the line of the file `path` at which the rule reports a problem, 0 if
    it reports none.
    """

    yaml: str
    text: str = ""
    line: int = 0
    path: str = _RECORDS
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> Mapping[str, str]:
        """The files of the dossier's folder, by path."""
        written = {SETTINGS_PATH: "title: Example", _RECORDS: self.yaml, "news.txt": self.text, **self.others}
        return {path: dedent(text).strip() + "\n" for path, text in written.items() if text}


@dataclass(frozen=True)
class Rule:
    """What a dossier is held to, under the `name` that its problems bear.

    `find` looks for what breaks the rule. Rules of the format have none: their problems are found while the
    dossier is read. `page` is the rule's page in the manual, as Markdown; by default it is the docstring of
    `find`. Its first line sums the rule up; then come the reason for it, and what to do.

    `passing` and `failing` are examples that keep and break the rule, left out where no page could show them.
    `looks_for_absence` says that the rule reports what is not there, so that it does not run where a part of
    the dossier could not be read. `spares_drafts` says that it reports what a record lacks that is not
    finished yet, so that it is silent for drafts. A rule that is `for_builds` is an error for a build alone:
    it warns who checks, and says nothing to who only looks at the pages.
    """

    name: str
    level: Level
    find: Callable[[Context], Iterator[Finding]] | None = None
    page: str = ""
    passing: Example | None = None
    failing: Example | None = None
    looks_for_absence: bool = False
    spares_drafts: bool = False
    for_builds: bool = False

    def __post_init__(self) -> None:
        page = inspect.cleandoc(self.page) or inspect.getdoc(self.find) or ""
        # The class is frozen, and this is where it takes its final value.
        object.__setattr__(self, "page", page)

    def level_for(self, purpose: Purpose) -> Level | None:
        """Return how much what the rule finds weighs for a purpose; None where it is nothing."""
        if not self.for_builds or purpose is Purpose.BUILD:
            return self.level
        return Level.WARNING if purpose is Purpose.CHECK else None

    @property
    def summary(self) -> str:
        """What the rule asks for or reports, in one line: the first of its page, without a "Find"."""
        line = self.page.partition("\n")[0].removeprefix("Find ")
        return line[:1].upper() + line[1:]
