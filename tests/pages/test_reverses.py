"""What names a record is found on its page: each reference can be gone back."""

from collections.abc import Iterator
from functools import cache

import pytest

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.model.proselinks import targets
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import links, references
from mkdocs_dossier.site import build
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from tests.pages.showing import Shown
from tests.support import folder_of, sound

RECORDS = """\
sources:
  reported: {title: Reported, publisher: paper, authors: [writer], dateline: port}
  tying: {title: Tying}
  posting: {title: Posting}
  counting: {title: Counting}
  showing: {title: Showing}
  dispatch: {title: Dispatch, agency: wire}
  reprint: {title: Reprint, republishes: dispatch}
  digest: {title: Digest}
  letter: {title: Letter}
actors:
  wire: {name: Wire, kind: media}
  interpreter: {name: Interpreter, kind: person}
  speaker: {name: Speaker, kind: person, description: "Seen at [[harbour]], reported in [[source/showing]]."}
  hearer: {name: Hearer, kind: person}
  writer: {name: Writer, kind: person}
  paper: {name: Paper, kind: media}
  member: {name: Member, kind: organisation, part_of: body}
  body: {name: Body, kind: organisation}
  holder: {name: Holder, kind: person, roles: [{title: Head, at: desk, source: posting, passage: p}]}
  desk: {name: Desk, kind: organisation}
  office: {name: Office, kind: organisation}
  friend: {name: Friend, kind: person, relations: [{to: other, kind: knows, source: tying, passage: p}]}
  other: {name: Other, kind: person}
  crew: {name: Crew, kind: armed-group}
  topic: {name: Topic, kind: state}
  accused: {name: Accused, kind: person}
places:
  port: {name: Port, within: coast}
  coast: {name: Coast}
  harbour: {name: Harbour}
events:
  war: {name: War, kind: war}
  insult: {name: Insult, kind: speech}
  raid:
    name: Raid
    kind: raid
    places: [harbour]
    participants: [{actor: crew, role: led it}]
    part_of: war
    responds_to: [insult]
    figures: [{measure: killed, of: crew, value: 1, attributed_to: office, source: counting, passage: p}]
    evidence: [{source: showing, passage: p}]
  talk: {name: Talk, kind: talk}
claims:
  more: {text: It was more than so., implies: [so], excludes: [less]}
  less: {text: It was less than so.}
  so: {text: It was so., about: [event/raid, actor/topic], note: "See [[talk]], [[statement/first]], [[so]].",
    replies: [{actor: accused, source: letter}]}
statements:
  first: {speaker: speaker, source: reported, quote: q, during: talk, to: [hearer], positions: {so: asserts},
    via: wire, translated_by: interpreter, also_in: [{source: digest, quote: q}]}
  second: {speaker: speaker, source: reported, quote: q, positions: {so: denies}, corrects: first,
    replies: [{actor: accused, text: No.}]}
"""


ASIDE = {("actors", Reverse.COUNTED_IN), ("actors", Reverse.FIGURES)}
"""Of whom a figure counts, and whose it is, is told on the page of its event alone."""


@cache
def small() -> Loaded:
    return sound(RECORDS)


def named(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give each two records of which the first names the second, by the paths of their pages."""
    known = {section: set(dossier.section(section)) for section in SECTIONS}
    for section in SECTIONS:
        for key, record in dossier.section(section).items():
            found = [
                one.target for one in references(record) if (one.target.section, one.reverse) not in ASIDE
            ]
            found += [meant for _, written in links(record) for meant in targets(written, known)]
            for target in found:
                if target != (owner := Ref(section, key)):
                    yield owner.address, target.address


def test_each_record_leads_back_to_all_that_name_it() -> None:
    site = Shown(small())
    pairs = set(named(site.loaded.dossier))
    leads = {target: site.leads_to(target) for _, target in pairs}
    assert len(pairs) > 25
    assert {pair for pair in pairs if pair[0] not in leads[pair[1]]} == set()


@pytest.mark.parametrize(
    ("page", "identifier", "shown"),
    [
        ("places/port", "sources", "Reported"),
        ("sources/tying", "actors", "Friend"),
        ("sources/posting", "actors", "Holder"),
        ("sources/counting", "events", "Raid"),
        ("sources/showing", "events", "Raid"),
        ("actors/hearer", "addressed", "Speaker"),
    ],
)
def test_what_names_a_record_stands_in_the_part_for_it(page: str, identifier: str, shown: str) -> None:
    assert shown in Shown(small()).part(page, identifier)


def test_nothing_asks_who_names_a_record_by_a_name_that_no_field_declares(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declared = {
        (ref.section, reverse) for ref, names in small().dossier.backlinks.items() for reverse in names
    }
    asked: set[tuple[Section, Reverse]] = set()
    naming = Dossier.naming

    def note(dossier: Dossier, section: Section, identifier: str, reverse: Reverse) -> tuple[str, ...]:
        asked.add((section, reverse))
        return naming(dossier, section, identifier, reverse)

    monkeypatch.setattr(Dossier, "naming", note)
    build(load(folder_of(RECORDS)))
    assert len(asked) > 15
    assert asked <= declared
