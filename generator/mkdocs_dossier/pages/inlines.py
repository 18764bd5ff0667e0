"""Text of a dossier among words of a direction, and messages with places for it."""

from functools import lru_cache

from mkdocs_dossier.document.compose import join, run, span, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.text.languages import Direction, by_direction, direction_of


# Names come back on many pages.
@lru_cache(maxsize=1 << 14)
def among(value: str, way: Direction) -> Inline:
    """Write text among words of a direction, marked with its own if that is another."""
    turned = direction_of(value, way)
    written = isolated(value, turned)
    return written if turned == way else span(written, direction=turned)


def isolated(value: str, way: Direction) -> Inline:
    """Write running text of a direction, with pieces of the other direction marked with theirs."""
    return join(
        (
            run(piece) if own == way else span(text(piece), direction=own)
            for piece, own in by_direction(value, way)
        ),
        "",
    )


@lru_cache(maxsize=4096)
def pieces(message: str) -> tuple[tuple[str, Inline], ...]:
    """Part a message before and behind its places; each piece comes with the name of its place, or ""."""
    # NUL stands in no message, so it can be put around the places to split there.
    found = message.replace("{", "\0{").replace("}", "}\0").split("\0")
    return tuple((one[1:-1] if one.startswith("{") else "", run(one)) for one in found)
