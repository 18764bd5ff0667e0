"""What of a quotation goes out: nothing that its author left out of a source that may only be quoted."""

import json

import pytest

from mkdocs_dossier.exports.dossier_json import DOSSIER_JSON
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.selectors import Selector, Span, selector
from mkdocs_dossier.findings.found import Fragment
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import Ref
from tests.exports.richdossier import published
from tests.support import sound

TEXT = "We closed the bridge in the dark at dawn.\n"
RECORDS = """
sources: {{s: {{title: S, text: s.txt, rights: {rights}}}}}
actors: {{a: {{name: A, kind: person}}}}
statements: {{x: {{speaker: a, source: s, passage: '{passage}'}}}}
"""


def of_passage(passage: str, rights: str = "quote") -> tuple[Published, Selector]:
    found = published(sound(RECORDS.format(passage=passage, rights=rights), {"s.txt": TEXT}))
    fragment = found.findings.quotations[Ref("statements", "x"), ()].passage[0]
    return found, selector(fragment, found.dossier.sources["s"])


def test_words_that_stand_there_as_written_are_shown_with_what_is_around_them() -> None:
    found = of_passage("closed the bridge")[1]
    assert found == Selector(Tier.EXACT, 3, 20, "closed the bridge", "We ", " in the dark at dawn.\n")


def test_what_is_left_out_is_not_shown() -> None:
    found = of_passage("We closed the bridge […] at dawn.")[1]
    assert found.exact == "We closed the bridge […] at dawn."
    assert found.parts == (Span(0, 20, "We closed the bridge"), Span(33, 41, "at dawn."))
    assert (found.tier, found.start, found.end) == (Tier.ELIDED, 0, 41)


def test_what_is_left_out_of_a_text_that_may_be_shown_is_shown() -> None:
    found = of_passage("We closed the bridge […] at dawn.", "publish")[1]
    assert (found.exact, found.parts) == (TEXT.rstrip(), ())


def test_of_a_source_that_nobody_knows_it_is_not_shown_either() -> None:
    published, _ = of_passage("We closed the bridge […] at dawn.", "publish")
    fragment = published.findings.quotations[Ref("statements", "x"), ()].passage[0]
    assert "dark" not in selector(fragment, None).exact


def test_words_that_nobody_could_look_up_are_those_of_the_author() -> None:
    found = selector(Fragment("Anything", None), None)
    assert found == Selector(Tier.UNVERIFIED, None, None, "Anything", None, None)


@pytest.mark.parametrize("rights", ["quote", "publish"])
def test_the_data_of_the_dossier_says_the_same(rights: str) -> None:
    published, found = of_passage("We closed the bridge […] at dawn.", rights)
    written = json.loads(b"".join(DOSSIER_JSON.write(published)))
    told = written["statements"]["x"]["derived"]["verification"][0]
    assert [Span(**part) for part in told.pop("parts", ())] == list(found.parts)
    assert all(told[name] == getattr(found, name) for name in told)
