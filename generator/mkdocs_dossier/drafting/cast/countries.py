"""Whether a name is that of a country, in the language of the text (CLDR)."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.text.folding import folded


def country(name: str, pack: Pack) -> str | None:
    """Return the code of the country that a name is that of, None where it is none."""
    if name.islower() and name.isascii():
        return None  # "us" is no country
    return pack.countries.get(name.lower()) or _countries(pack.language).get(folded(name))


@lru_cache(maxsize=16)
def _countries(language: str) -> dict[str, str]:
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    # Codes of three digits are those of continents and regions.
    return {folded(name): code for code, name in names.items() if code.isalpha()}
