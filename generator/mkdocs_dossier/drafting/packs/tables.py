"""The table of words for a language."""

from functools import cache
from importlib import import_module

from mkdocs_dossier.drafting.packs.pack import Pack

_LANGUAGES = ("ar", "de", "en", "fr")


@cache
def pack_of(language: str) -> Pack | None:
    """Return the table for a language tag, by its primary subtag; None where there is none."""
    base = language.partition("-")[0].lower()
    if base not in _LANGUAGES:
        return None
    pack: Pack = import_module(f"mkdocs_dossier.drafting.packs.{base}").PACK
    return pack
