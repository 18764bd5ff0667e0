"""Rules on what a record ought to be tied to: claims to statements, events to evidence, all to something."""

from collections.abc import Iterator

from mkdocs_dossier.model.prose import targets
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.problems import Problem, warning
from mkdocs_dossier.rules.rule import Context, Rule, example
from mkdocs_dossier.values.refs import SECTIONS, SINGULAR, Ref, Section

# The reverses of references from an actor to an actor and from a place to a place.
_WITHIN_SECTION = frozenset({Reverse.PARTS, Reverse.STAFF, Reverse.RELATED, Reverse.CONTAINS})


def claim_without_position(context: Context) -> Iterator[Problem]:
    """Find claims that no statement takes a position on.

    A claim's page shows who asserts and who denies it; that of such a claim shows nobody.

    Add the claim to the `positions` of the statements that are about it, or remove it.
    """
    for identifier in context.dossier.claims:
        if not context.dossier.naming("claims", identifier, Reverse.STATEMENTS):
            yield warning(
                context.place("claims", identifier),
                "claim-without-position",
                f"No statement takes a position on the claim `{identifier}`.",
                "Add it to the `positions` of a statement, or remove it.",
            )


def statement_without_position(context: Context) -> Iterator[Problem]:
    """Find statements that take a position on no claim.

    Such a statement stands on no page of a claim: those who read about the dispute do not meet it, and
    nothing can contradict it.

    Say in `positions` what it asserts or denies; if nothing is disputed there yet, write a claim of its own.
    A statement that is kept for its words alone is a case for an allowance.
    """
    for identifier, statement in context.dossier.statements.items():
        if not statement.positions:
            yield warning(
                context.place("statements", identifier),
                "statement-without-position",
                f"The statement `{identifier}` takes a position on no claim.",
                "Add `positions`: a claim, and `asserts`, `denies`, `qualifies`, `declines` or `unaware`.",
            )


def event_without_evidence(context: Context) -> Iterator[Problem]:
    """Find events without a passage that reports them.

    All that a dossier says stands on words of a source. Without `evidence`, or a figure with its passage, a
    reader cannot tell where the event comes from.

    Add to `evidence` the source, and the words that report the event, verbatim.
    """
    for identifier, event in context.dossier.events.items():
        if not event.evidence and not event.figures:
            yield warning(
                context.place("events", identifier),
                "event-without-evidence",
                f"The event `{identifier}` has no `evidence`.",
                "Add the source and the passage that report it.",
            )


def unused_actor(context: Context) -> Iterator[Problem]:
    """Find actors that nothing ties to another record.

    The actor's page would list nothing: no role, body, part or relation of its own or of others, no
    statement, event or source, and no mention. Often an id was mistyped elsewhere, or what the actor was
    written for is gone.

    Name the actor where it belongs, by a link in prose too, write its roles and bodies, or remove it.
    """
    return _unused(context, "actors", "Name it where it belongs, write whom it is tied to, or remove it.")


def unused_place(context: Context) -> Iterator[Problem]:
    """Find places that nothing ties to another record.

    Nothing happened there, it is within no place and around none, and no source was written from there: its
    page would list nothing, and the map would show a spot without a reason.

    Name it in the `places` of an event, in the `within` of another place or in prose, write what it is
    within, or remove it.
    """
    return _unused(context, "places", "Name it where it belongs, write what it is within, or remove it.")


def unused_source(context: Context) -> Iterator[Problem]:
    """Find sources that no other record names.

    Nothing is taken from it: it would be listed as if the dossier stood on it.

    Take statements or evidence from it, or remove it.
    """
    return _unused(context, "sources", "Name it where it belongs, or remove it.")


def _unused(context: Context, section: Section, hint: str) -> Iterator[Problem]:
    in_settings = _linked_by_settings(context)
    kind = SINGULAR[section]
    for identifier, record in context.dossier.section(section).items():
        ref = Ref(section, identifier)
        if ref not in in_settings and not _is_named(context, ref) and not _names_its_like(record, ref):
            tied = "" if section == "sources" else f", and it names no other {kind}"
            yield warning(
                context.place(section, identifier),
                f"unused-{kind}",
                f"No other record names the {kind} `{identifier}`{tied}.",
                hint,
            )


def _names_its_like(record: Record, ref: Ref) -> bool:
    """Tell whether a record names another one of its own kind: the pages of both then show the tie."""
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
    """List the records that the dossier's own summary links to."""
    known = {section: context.dossier.section(section) for section in SECTIONS}
    return {ref for _, link in links(context.dossier.settings) for ref in targets(link, known)}


_STATEMENT = """
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
            """
_STATEMENT_TEXT = "“We told Iraq before the strikes,” Kirby said."

_EVENT = """
            sources:
              news: {title: News, text: news.txt}
            places:
              iraq: {name: Iraq, kind: country}
            events:
              strikes:
                name: The strikes
                kind: airstrike
                places: [iraq]
                evidence:
                  - {source: news, passage: strikes in Iraq}
            """
_EVENT_TEXT = "The strikes in Iraq came on Friday."

RULES = (
    Rule(
        "claim-without-position",
        claim_without_position,
        passing=example(_STATEMENT, text=_STATEMENT_TEXT),
        failing=example(
            """
            claims:
              told: {text: Iraq was told before the strikes.}
            """,
            line=2,
        ),
        looks_for_absence=True,
    ),
    Rule(
        "statement-without-position",
        statement_without_position,
        passing=example(_STATEMENT, text=_STATEMENT_TEXT),
        failing=example(
            """
            sources:
              news: {title: News, text: news.txt}
            actors:
              kirby: {name: John Kirby, kind: person}
            statements:
              kirby-told:
                speaker: kirby
                source: news
                quote: We told Iraq
            """,
            text=_STATEMENT_TEXT,
            line=6,
        ),
    ),
    Rule(
        "event-without-evidence",
        event_without_evidence,
        passing=example(_EVENT, text=_EVENT_TEXT),
        failing=example(
            """
            events:
              strikes:
                name: The strikes
                kind: airstrike
            """,
            line=2,
        ),
    ),
    Rule(
        "unused-actor",
        unused_actor,
        passing=example(_STATEMENT, text=_STATEMENT_TEXT),
        failing=example(
            """
            actors:
              kirby: {name: John Kirby, kind: person}
            """,
            line=2,
        ),
        looks_for_absence=True,
    ),
    Rule(
        "unused-place",
        unused_place,
        passing=example(_EVENT, text=_EVENT_TEXT),
        failing=example(
            """
            places:
              iraq: {name: Iraq, kind: country}
            """,
            line=2,
        ),
        looks_for_absence=True,
    ),
    Rule(
        "unused-source",
        unused_source,
        passing=example(_EVENT, text=_EVENT_TEXT),
        failing=example(
            """
            sources:
              news: {title: News}
            """,
            line=2,
        ),
        looks_for_absence=True,
    ),
)
