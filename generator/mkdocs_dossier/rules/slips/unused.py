"""Find records that nothing ties to another one: no reference from either side, no link in prose."""

from collections.abc import Iterator

from mkdocs_dossier.model.proselinks import targets
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.rules.rule import Context, Finding
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR, Ref, Section

# The reverses of references from actor to actor and from place to place, which may lead to the record itself.
_WITHIN_SECTION = frozenset(
    {Reverse.PARTS, Reverse.STAFF, Reverse.RELATED, Reverse.CONTAINS, Reverse.REPUBLISHED_BY}
)


def unused(context: Context, section: Section, hint: str) -> Iterator[Finding]:
    """Find the records of a section that nothing ties to another one; `hint` says what to do about them."""
    in_settings = _linked_by_settings(context)
    kind = SINGULAR[section]
    for identifier, record in context.dossier.section(section).items():
        ref = Ref(section, identifier)
        if ref not in in_settings and not _is_named(context, ref) and not _names_its_like(record, ref):
            tied = "" if section == "sources" else f", and it names no other {kind}"
            yield Finding(
                context.place(section, identifier),
                f"No other record names the {kind} `{identifier}`{tied}.",
                hint,
            )


def _names_its_like(record: Record, ref: Ref) -> bool:
    """Tell whether a record names another one of its own kind, so that the pages of both show the tie."""
    return any(one.target.section == ref.section and one.target != ref for one in references(record))


def _is_named(context: Context, ref: Ref) -> bool:
    """Tell whether another record names this one."""
    if any(other != ref for other in context.dossier.mentions.get(ref, ())):
        return True
    return any(
        not (reverse in _WITHIN_SECTION and name == ref.id)
        for reverse, names in context.dossier.backlinks.get(ref, {}).items()
        for name in names
    )


def _linked_by_settings(context: Context) -> set[Ref]:
    """Return the records that the summary of the dossier itself links to."""
    known = {section: context.dossier.section(section) for section in SECTIONS}
    return {ref for _, link in links(context.dossier.settings) for ref in targets(link, known)}
