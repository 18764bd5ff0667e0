"""Who says one quotation: by a label, a cue, the words around, or who spoke before."""

import pytest

from mkdocs_dossier.drafting.attribution.quoting import Reading, said_in
from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.quotes.sourcetext import SourceText


def read(text: str, last: bool = True) -> Said:
    """Return what the last quotation says, without a cue; in the first sentence somebody spoke."""
    found = sentences(SourceText(text), PACK)
    first = found[0]
    cue = next(iter(cues(first.plain, PACK)), None)
    before = Said(first, (), cue.subject, first, Basis.NAMED, cue) if last and cue else None
    one = next(one for one in reversed(found) if any(token.is_quoted for token in one.plain))
    at = next(at for at, token in enumerate(one.plain) if token.is_quoted)
    return said_in(Reading(one, found, before, PACK), at, None)


def words(said: Said) -> str:
    return " ".join(token.text for token in said.speaker.words) if said.speaker else ""


@pytest.mark.parametrize(
    ("text", "speaker", "basis"),
    [
        ("Roe said no. “It is late.”", "Roe", Basis.ONGOING),
        ("Roe said no.\n\n“It is late.”", "Roe", Basis.ONGOING),
        ("Roe said no.\n\nIt rained.\n\n“It is late.”", "", Basis.NOT_FOUND),
        ("Roe said no.\n\nLee continued:\n\n“It is late.”", "Lee", Basis.LABELLED),
        ("Roe said no. “It is late.” ― Lee", "Lee", Basis.LABELLED),
        ("Roe said no. “LEE: It is late.”", "LEE", Basis.LABELLED),
        ("Roe said no. Lee wants “late roads” there.", "Lee", Basis.NEAREST),
        ("Roe said no. Lee wants “late” roads there.", "", Basis.NOT_FOUND),
        ("Roe said no. “It is late,” Lee gasps.", "Lee", Basis.NEAREST),
        ("Roe said no. They heard Lee’s claim that it was “very late.”", "Lee", Basis.NEAREST),
        ("Roe said no. It is “late as it always was.”", "Roe", Basis.ONGOING),
        ("Roe said no. It is “rather late.”", "", Basis.NOT_FOUND),
    ],
)
def test_who_says_a_quotation_without_a_cue(text: str, speaker: str, basis: Basis) -> None:
    said = read(text)
    assert (words(said), said.basis) == (speaker, basis)


def test_nobody_goes_on_where_nobody_spoke() -> None:
    assert read("Roe said no. “It is late.”", last=False).basis is Basis.NOT_FOUND


def test_the_sentence_of_the_speaker_is_given() -> None:
    said = read("Roe said no.\n\nLee continued:\n\n“It is late.”")
    assert (said.sentence.index, said.speaker_in.index) == (2, 1)
