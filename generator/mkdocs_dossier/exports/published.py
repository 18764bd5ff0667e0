"""What the files of data are written from: a dossier, what follows from it, and where its site stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.naming import name_of
from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.model.records import Record, Statement
from mkdocs_dossier.text.shortening import cut_long, cut_words
from mkdocs_dossier.values.refs import Ref, Section
from mkdocs_dossier.words import Words

_TITLE = 200
_WORDS = 90


@dataclass(frozen=True, slots=True)
class Published:
    """A dossier as it is published, with its findings.

    `address` is that of the site's root, with a `/` at its end; it is empty where nobody knows it, and then
    addresses are relative to the root. `directory_urls` says whether a page is published as `x/` or as
    `x/index.html`. `words` are the program's own, in the dossier's language, for what people read.
    """

    dossier: Dossier
    findings: Findings
    address: str = ""
    directory_urls: bool = True
    words: Words = field(default_factory=Words)

    def page(self, ref: Ref) -> str:
        """Return the address of a record's page."""
        return f"{self.address}{ref.section}/{ref.id}/{'' if self.directory_urls else 'index.html'}"

    def file(self, name: str) -> str:
        """Return the address of a file of data, by its name."""
        return f"{self.address}data/{name}"

    def records(self, section: Section) -> Iterator[tuple[Ref, Record]]:
        """List the records of a section, by id; of one that was withdrawn nothing goes out."""
        for key, record in self.dossier.section(section).items():
            if record.withdrawn is None:
                yield Ref(section, key), record

    def title(self, ref: Ref) -> str:
        """Name a record in plain text, in the dossier's language, without words of the program's own."""
        if ref in self.dossier.gone:
            return ref.id
        return cut_long(self._title(self.dossier.section(ref.section)[ref.id]), _TITLE)

    def _title(self, record: Record) -> str:
        if isinstance(record, Statement):
            said = cut_words(" … ".join(record.quote or record.passage or ()), _WORDS)
            speakers = ", ".join(self.title(Ref("actors", one)) for one in record.speakers[:3])
            return f"{speakers}: {record.summary or said}"
        return name_of(record)
