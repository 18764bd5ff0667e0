"""The rule that what is approved rests on nothing that is not."""

from collections.abc import Iterator

from mkdocs_dossier.model.proselinks import targets
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.refs import SECTIONS, Path, Ref


def _find(context: Context) -> Iterator[Finding]:
    """Find approved records, and settings, that name a draft: in a field, or in a link in prose.

    A built site has no page of a draft, so the reference would lead nowhere; and what an approved record says
    would hang on what nobody has read. A draft may name drafts.

    Approve the draft first, with `dossier review`, or mark the record that names it as a draft again.
    """
    records = {section: context.dossier.section(section) for section in SECTIONS}
    drafts = {
        Ref(section, record.id)
        for section in SECTIONS
        for record in records[section].values()
        if record.is_draft
    }
    if not drafts:
        return
    for path, _, named in _named(context, context.dossier.settings):
        if named in drafts:
            yield _finding(named, context.source_map.settings_place(path))
    for section in SECTIONS:
        for record in records[section].values():
            if not record.is_draft:
                entry = context.source_map.entries[Ref(section, record.id)]
                for path, is_key, named in _named(context, record):
                    if named in drafts:
                        yield _finding(named, entry.locate(path, key=is_key))


def _named(context: Context, model: Record | Settings) -> Iterator[tuple[Path, bool, Ref]]:
    """List what a record or the settings name: the way to it, whether it is a key there, and the record."""
    known = {section: context.dossier.section(section) for section in SECTIONS}
    for one in references(model):
        yield one.path, one.is_key, one.target
    for path, link in links(model):
        # One that may mean several records is an error of its own.
        if len(meant := targets(link, known)) == 1:
            yield path, False, meant[0]


def _finding(named: Ref, place: Location) -> Finding:
    return Finding(
        place,
        f"The {named.kind} `{named.id}` is a draft that nobody has approved, and what names it here is none.",
        "Approve the draft first, with `dossier review`, or name another record.",
    )


RULE = Rule(
    "draft-referred-to",
    Level.ERROR,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person, review: draft}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told Iraq
            positions: {told: asserts}
        """,
        text="“We told Iraq before the strikes,” Kirby said.",
        line=9,
    ),
)
