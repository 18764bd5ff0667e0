"""A small dossier that has something in every table, and others that exports are tried on."""

from functools import cache

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.loading import Loaded, load
from tests.hostile import folder_of as folder_of_bytes
from tests.hostile import hostile
from tests.support import ROOT, folder_of, loaded_seeds, sound
from tests.synthetic import synthetic

HIDDEN = "zqxhidden"
"""What a quotation leaves out of a source that may only be quoted."""
GONE = "zqxgone"
"""What stands in withdrawn records."""

_TEXT = f"""The mayor said: "We closed the bridge {HIDDEN} at dawn." He gave no reason.
Ada Quill, spokeswoman of the town, was there. About 30 people came, the town counted at least 50.
The town answered: "We told everyone."
The mayor said that the bridge was closed.
The guild said that the bridge was open, and that it was partly closed.
"""
SETTINGS = """
title: =A title
summary: A summary.
language: en
lead: closed
editors: [Ed Itor, Ann Other]
updated: 2024-03-01
licence: CC BY-SA 4.0
"""
RECORDS = f"""
sources:
  paper:
    title: -The paper
    publisher: gazette
    agency: wire
    authors: [ada]
    published: 2024-02-05
    url: https://example.org/a
    archived: [https://archive.example.org/a]
    dateline: town-place
    text: paper.txt
  reprint:
    title: The reprint
    republishes: paper
    published: Y17000
    language: ar
  taken:
    title: {GONE}
    withdrawn: {{on: 2024-02-07, why: {GONE} is why.}}
actors:
  gazette: {{name: The Gazette, kind: media}}
  wire: {{name: The Wire, kind: media}}
  town:
    name: '@Town'
    kind: government
    part_of: [{{actor: land, from: 2016-11}}]
  land: {{name: The Land, kind: state}}
  guild: {{name: The Guild, kind: organisation, relations: [{{to: town, kind: rival of}}]}}
  ada:
    name: Ada Quill
    kind: person
    names: {{ar: مُحَمَّد العوادي}}
    aliases: [Adá]
    links: [https://example.org/ada]
    roles:
      - title: Spokeswoman
        at: town
        speaks_for: true
        source: paper
        passage: Ada Quill, spokeswoman of the town
  mayor: {{name: The mayor, kind: person, roles: [{{title: Mayor, at: town, speaks_for: true}}]}}
  left:
    name: {GONE}
    kind: person
    description: {GONE}
    withdrawn: {{on: 2024-02-07, why: {GONE} is why.}}
places:
  county: {{name: The County, kind: region, lat: -33.5, lon: -44}}
  town-place: {{name: The Town, kind: city, within: county, lat: 33.25, lon: 44.5, names: {{ar: البلدة}}}}
  unknown-kind: {{name: Somewhere, lat: 1, lon: 2}}
  nowhere: {{name: Nowhere, kind: site}}
events:
  closing:
    name: The closing of the bridge
    kind: closure
    when: 2024-02/..
    places: [town-place, county, unknown-kind, nowhere]
    participants: [{{actor: town, role: closed it}}, {{actor: left, role: was there}}]
    figures:
      - {{measure: people, value: ~30, source: paper, passage: About 30 people came}}
      - measure: people
        value: '>=50'
        attributed_to: town
        source: paper
        passage: the town counted at least 50
    evidence: [{{source: paper, passage: the bridge was closed}}]
  opening: {{name: The opening, kind: opening, places: [nowhere], responds_to: [closing], part_of: closing}}
claims:
  closed:
    text: The bridge was closed.
    question: Was the bridge closed?
    about: [event/closing, actor/town]
    implies: [not-open]
    excludes: [open]
    replies: [{{actor: town, on: 2024-02-06, text: We told everyone., source: paper}}]
  open: {{text: The bridge was open., about: [event/closing]}}
  not-open: {{text: The bridge was not open., about: [event/closing]}}
  dropped:
    text: The {GONE} happened.
    about: [event/closing]
    withdrawn: {{on: 2024-02-07, why: {GONE} is why.}}
statements:
  mayor-closed:
    speaker: mayor
    source: paper
    quote: We closed the bridge […] at dawn.
    said: 2024-02-05
    to: [guild]
    during: closing
    summary: Says that the bridge was closed.
    positions: {{closed: asserts}}
    replies: [{{actor: guild, text: Sent by letter.}}]
    also_in:
      - source: reprint
        quote: أغلقنا الجسر
        translation: We closed the bridge
        translated_by: dossier
        via: wire
  guild-open:
    speaker: guild
    source: paper
    passage: the bridge was open
    said: 2024-02-06
    positions: {{closed: denies, open: asserts}}
  guild-partly:
    speaker: guild
    source: paper
    passage: it was partly closed
    said: 2024-02-07
    positions: {{closed: qualifies}}
  withdrawn-words:
    speaker: mayor
    source: paper
    passage: The mayor said that the bridge was closed.
    summary: Says {GONE}.
    positions: {{closed: asserts}}
    withdrawn: {{on: 2024-02-07, why: {GONE} is why.}}
"""


def folder() -> Folder:
    """Make its folder."""
    return folder_of({"dossier.yaml": SETTINGS, "records.yaml": RECORDS}, {"paper.txt": _TEXT})


@cache
def rich() -> Loaded:
    """Load it: it is without errors."""
    return sound({"dossier.yaml": SETTINGS, "records.yaml": RECORDS}, {"paper.txt": _TEXT})


def published(loaded: Loaded, address: str = "") -> Published:
    """Return what exports are written from."""
    return Published(loaded.reviewed.dossier, loaded.reviewed.findings, address)


@cache
def exported(which: str) -> Published:
    """Return what the exports of a dossier are written from, by its name."""
    match which:
        case "rich":
            return published(rich())
        case "seeds":
            return published(loaded_seeds())
        case "empty":
            return published(sound(""))
        case "arabic":
            return published(load(read_folder(ROOT / "tests" / "arabic" / "dossier")))
        case "hostile":
            return published(load(folder_of_bytes(hostile(150))))
        case _:
            return published(load(folder_of_bytes(synthetic(150))))
