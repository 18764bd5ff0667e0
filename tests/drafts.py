"""A small dossier without drafts, and drafts to be added to it in a file of their own."""

TEXT = """\
“We told the shops,” Ada Quill of the council said on Monday in Northtown. “Nobody told us,” said Ben Sorrel.

“They lie,” somebody called. Three shops were closed on Monday.
"""
REVIEWED = """\
sources:
  gazette:
    title: Town news
    publisher: paper
    published: 2024-02-05
    text: gazette.txt
    sha256: 5a67eb87b73758c2e25f5c993c3454595b437e089801b95943b34d64642f75d8
actors:
  paper: {name: The Paper, kind: media}
  council: {name: The Council, kind: government}
  ada: {name: Ada Quill, kind: person, roles: [{title: Head, at: council, speaks_for: true}]}
  ben: {name: Ben Sorrel, kind: person, description: "Knows [[ada]]."}
places:
  land: {name: Landia, kind: country}
  north: {name: Northtown, kind: city, within: land, lat: 10, lon: 20}
events:
  closing:
    name: The closing
    kind: closing
    when: 2024-02-05
    when_note: “Monday”, in an article of Monday, 5 February 2024.
    places: [north]
    evidence: [{source: gazette, passage: Three shops were closed on Monday}]
claims:
  told: {text: The shops were told., about: [event/closing]}
statements:
  ada-told:
    {speaker: ada, said: 2024-02-05, source: gazette, quote: We told the shops, positions: {told: asserts}}
  ben-not:
    {speaker: ben, said: 2024-02-05, source: gazette, quote: Nobody told us, positions: {told: denies}}
"""
DRAFTS = """\
sources:
  wire:
    title: The wire
    review: draft
    publisher: agency
    text: gazette.txt
    sha256: 5a67eb87b73758c2e25f5c993c3454595b437e089801b95943b34d64642f75d8
actors:
  agency: {name: The Agency, kind: media, review: draft}
  cara: {name: Cara Vale, kind: person, roles: [{title: Speaker, at: council}], review: draft}
places:
  south: {name: Southtown, kind: city, within: land, lat: 11, lon: 21, review: draft}
events:
  fire:
    review: draft
    name: The fire
    kind: fire
    when: 2024-02-05
    when_note: “Monday”, in an article of Monday, 5 February 2024.
    places: [south, north]
    part_of: closing
    evidence: [{source: gazette, passage: closed on Monday}]
claims:
  silent:
    {text: The council said nothing., about: [event/closing, event/fire], excludes: [told], review: draft}
statements:
  somebody-lie:
    review: draft
    speaker: not-found
    source: gazette
    said: ../2024-02-05
    said_note: Undated, in an article of 5 February 2024.
    quote: They lie
    positions: {silent: asserts, told: denies}
  ada-lie:
    review: draft
    speaker: ada
    source: gazette
    quote: They
    positions: {silent: asserts}
    corrects: ada-told
  cara-not:
    review: draft
    speaker: [cara, ben]
    source: wire
    passage: said Ben Sorrel
    positions: {silent: denies}
"""
"""Each kind of record, with all ties between them and to the records above; one of them names no speaker."""
