"""Say in words how a quotation differs from its source."""

from collections.abc import Iterator
from unicodedata import category, normalize

from mkdocs_dossier.quotes.differences import Difference, Edge
from mkdocs_dossier.quotes.nearest import Missing
from mkdocs_dossier.text.lookalikes import spelt_out, strangers

_SIGNS_SHOWN = 12


def signs_told(missing: Missing) -> str:
    """Return what signs and characters differ, for the end of a sentence; empty where whole words do."""
    starts = [_edge(one) for one in missing.edges if not one.is_end]
    ends = [_edge(one) for one in missing.edges if one.is_end]
    inside = _characters(missing.difference) if missing.difference else []
    clauses = [*starts, *inside, *ends]
    return f"it {', and it '.join(clauses)}" if clauses else ""


def difference_told(found: Difference) -> str:
    """Return a sentence on the first words in which a quotation differs from its source."""
    ours, theirs = found.source, found.quotation
    if found.is_repeated and ours:
        return f"The source has “{ours}” twice where it stands once here."
    if found.is_repeated:
        return f"The source has “{theirs}” once where it stands twice here."
    if not theirs:
        return f"The source has “{ours}” where nothing stands here."
    if not ours:
        return f"The source has nothing where “{theirs}” stands here."
    unseen = [f"; the {which} has {' and '.join(map(spelt_out, chars))}" for which, chars in _unseen(found)]
    return f"The source has “{ours}” where “{theirs}” stands here{''.join(unseen)}."


def _unseen(found: Difference) -> Iterator[tuple[str, list[str]]]:
    """List the characters that a reader would not notice, in the source's words and in the quotation's."""
    ours, theirs = found.source, found.quotation
    for which, word, other in (("first", ours, theirs), ("second", theirs, ours)):
        if chars := strangers(word, other):
            yield which, chars


def _characters(found: Difference) -> list[str]:
    """List what differs between the characters of two words; unseen ones are named with the words instead."""
    if found.characters is None or any(_unseen(found)):
        return []
    ours, theirs = found.characters
    if not theirs:
        return [f"leaves out {_named(ours)}"]
    if not ours:
        return [f"adds {_named(theirs)}"]
    return [f"has {_named(theirs)} where the source has {_named(ours)}"]


def _edge(edge: Edge) -> str:
    verb = "ends" if edge.is_end else "begins"
    ours, theirs = _named(edge.source), _named(edge.quotation)
    # Signs that look alike, as a full-width comma, are told apart by their names.
    if edge.source and normalize("NFKC", edge.source) == normalize("NFKC", edge.quotation):
        ours, theirs = (f"{named} ({_spelt_out(signs)})" for named, signs in _sides(edge))
    if edge.source:
        return f"{verb} with {theirs} where the source has {ours}"
    if edge.word:
        return f"{verb} with {theirs} where the source goes on with “{edge.word}”"
    return f"{verb} with {theirs} where the source has none"


def _sides(edge: Edge) -> Iterator[tuple[str, str]]:
    for signs in (edge.source, edge.quotation):
        yield _named(signs), signs


def _named(signs: str) -> str:
    """Return signs so that they stand out from the words around them: in backticks, or by their names."""
    if signs == " ":
        return "a blank"
    unseen = any(category(char) in ("Cf", "Cc") or category(char)[0] == "M" for char in signs)
    if unseen:
        return _spelt_out(signs[:_SIGNS_SHOWN])
    return f"`{signs}`" if len(signs) <= _SIGNS_SHOWN else f"`{signs[:_SIGNS_SHOWN]}…`"


def _spelt_out(signs: str) -> str:
    return " and ".join(map(spelt_out, dict.fromkeys(signs)))
