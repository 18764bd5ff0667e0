"""Statements of the people and bodies of two states, for the tests of what follows from them."""

from hypothesis import strategies as st

from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.loading import Loaded
from tests.support import sound

# Two states. The first has a government with two ministries; its minister left office in 2020. The party
# belonged to the alliance from 2010 to 2015.
WORLD = """\
sources:
  s: {title: S, published: 2024-02-05}
  undated: {title: U}
  daily: {title: D, published: 2024-02-06, publisher: paper}
  weekly: {title: W, published: 2024-02-07, publisher: weekly}
  sunday: {title: N, published: 2024-02-08, publisher: paper}
  wired: {title: I, published: 2024-02-06, publisher: weekly, agency: wire}
  reprint: {title: R, published: 2024-02-08, publisher: weekly, republishes: daily}
actors:
  state: {name: State, kind: state}
  gov: {name: Government, kind: government, part_of: state}
  ministry: {name: Ministry, kind: organisation, part_of: gov}
  council: {name: Council, kind: organisation, part_of: gov}
  ann: {name: Ann, kind: person, roles: [{title: Spokesperson, at: ministry, speaks_for: true}]}
  bob: {name: Bob, kind: person, roles: [{title: Spokesman, at: council, speaks_for: true}]}
  clerk: {name: Clerk, kind: person, roles: [{title: Clerk, at: ministry}]}
  old:
    name: Old
    kind: person
    roles: [{title: Minister, at: ministry, from: 2015, until: 2020, speaks_for: true}]
  land: {name: Land, kind: state}
  rule: {name: Rule, kind: government, part_of: land}
  zoe: {name: Zoe, kind: person, roles: [{title: Spokeswoman, at: rule, speaks_for: true}]}
  alliance: {name: Alliance, kind: organisation}
  party:
    name: Party
    kind: organisation
    part_of: [{actor: alliance, from: 2010, until: 2015}, {actor: land}]
  two-hats:
    name: Two Hats
    kind: person
    roles: [{title: A, at: council, speaks_for: true}, {title: B, at: rule, speaks_for: true}]
  anon-1: {name: An official, kind: anonymous}
  anon-2: {name: An official, kind: anonymous}
  leaker: {name: An official, kind: anonymous, part_of: state}
  member: {name: Member, kind: person, part_of: state}
  crowd: {name: Residents, kind: group, part_of: state}
  crier: {name: Crier, kind: person, roles: [{title: Voice, at: crowd, speaks_for: true}]}
  paper: {name: Paper, kind: media}
  weekly: {name: Weekly, kind: media}
  wire: {name: Wire, kind: media}
claims: {c: {text: C}, d: {text: D}}
events: {e: {name: E, kind: k}}
statements:
"""


def said(*statements: str) -> Loaded:
    """Load statements on the claim `c`, each `id speaker stance [date] [corrects:id] [source:id] [via:id]`.

    Several speakers stand with a `+` between them; several reports have their sources so.
    """
    lines = [statement_of(*one.split()) for one in statements]
    return sound(WORLD + "".join(lines))


def statement_of(key: str, speaker: str, stance: str, *more: str) -> str:
    """Write one statement on the claim `c`, a line of YAML."""
    fields = dict(one.split(":") for one in more if one[0].isalpha())
    dates = [one for one in more if not one[0].isalpha()]
    source, *further = fields.pop("source", "s").split("+")
    if further:
        fields["also_in"] = f"[{', '.join(f'{{source: {one}, quote: q}}' for one in further)}]"
    optional = "".join(f", {name}: {value}" for name, value in fields.items())
    when = f", said: {dates[0]}" if dates else ""
    speakers = f"[{speaker.replace('+', ', ')}]" if "+" in speaker else speaker
    fixed = f"speaker: {speakers}, source: {source}, quote: q{when}{optional}"
    return f"  {key}: {{{fixed}, positions: {{c: {stance}}}}}\n"


def contradictions(findings: Findings, claim: str = "c") -> list[tuple[object, ...]]:
    """List the contradictions of a claim: kind, body within which, whether corrected, both statements."""
    return [
        (str(one.kind), one.within, one.corrected, one.first, one.second)
        for one in findings.contradictions[claim]
    ]


several_statements = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob", "zoe", "party", "anon-1"]),
        st.sampled_from(["asserts", "denies", "qualifies", "declines"]),
        st.sampled_from(["", "2012", "2016", "2024-02-05"]),
    ),
    max_size=9,
)
"""Statements on one claim, each a speaker, a stance and a date, for `said_in_turn`."""


def said_in_turn(statements: list[tuple[str, str, str]]) -> Loaded:
    """Load statements with the ids `s0`, `s1` and so on."""
    return said(*(f"s{number} {' '.join(one)}".strip() for number, one in enumerate(statements)))
