"""What the rules find in a text, in plain words, for the tests of the languages."""

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.attribution.speakers import who_says
from mkdocs_dossier.drafting.attribution.telling import who_tells
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def pack(language: str) -> Pack:
    """Return the table of a language that has one."""
    found = pack_of(language)
    assert found is not None
    return found


def said_in(text: str, language: str) -> tuple[Said, ...]:
    """Return all that is said in a text."""
    table = pack(language)
    found = sentences(SourceText(text), table)
    return who_says(found, table) if table.grammar is None else who_tells(found, table)


def words_of(said: Said, text: str) -> str:
    """Return the words of a text for a speaker, "" for nobody."""
    if said.speaker is None:
        return ""
    words = said.speaker.words
    return text[words[0].start : words[-1].end]


def speakers(text: str, language: str) -> list[tuple[str, str]]:
    """List who says what: the quotations, or "" for what is reported, and the words for the speaker."""
    return [
        (" ".join(token.inside for token in one.quoted), words_of(one, text))
        for one in said_in(text, language)
    ]
