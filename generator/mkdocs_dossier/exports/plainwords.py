"""The words of prose for formats that know no markup."""

from mkdocs_dossier.document.prose import plain
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.model.proselinks import ProseLink, targets
from mkdocs_dossier.values.refs import SECTIONS


def plain_words(published: Published, prose: str) -> str:
    """Return the words of a prose field on one line; a link without words of its own names its record."""
    records = {section: published.dossier.section(section) for section in SECTIONS}

    def label(link: ProseLink) -> str:
        return published.title(targets(link, records)[0])

    return plain(prose, label)
