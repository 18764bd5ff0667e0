"""Origins: from whom a report comes in the end, so that one wire in ten papers counts as one."""

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.values.refs import Ref


def origin_of_report(dossier: Dossier, report: Reported) -> Ref:
    """Return the origin of a report: from whom its source has it (`via`), else the origin of its source."""
    return Ref("actors", report.via) if report.via else origin_of_source(dossier, report.source)


def origin_of_source(dossier: Dossier, identifier: str) -> Ref:
    """Return the origin of a source, given by its id: an actor, or the source itself.

    It is that of the source it republishes, to the end of the chain; there the agency that is credited, else
    the publisher, else the source.
    """
    first = dossier.sources[original_of(dossier, identifier)]
    behind = first.agency or first.publisher
    return Ref("actors", behind) if behind else Ref("sources", first.id)


def original_of(dossier: Dossier, identifier: str) -> str:
    """Return the id of the source at the end of what a source republishes; often its own."""
    # A circle is an error that a rule reports; here it only has to end.
    seen = {identifier}
    following = dossier.sources[identifier].republishes
    while following and following in dossier.sources and following not in seen:
        seen.add(following)
        identifier = following
        following = dossier.sources[identifier].republishes
    return identifier
