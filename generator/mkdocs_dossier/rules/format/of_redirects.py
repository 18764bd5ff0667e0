"""The rules of `redirects.csv`, which keeps old addresses of records alive."""

from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_PLACES = """
    places:
      iraq: {name: Iraq, kind: country}
      anbar: {name: Anbar, kind: region, within: iraq}
    """
_PASSING = Example(_PLACES, others={REDIRECTS_PATH: "places/al-anbar,places/anbar"})


def _failing(redirects: str, line: int) -> Example:
    return Example(_PLACES, others={REDIRECTS_PATH: redirects}, path=REDIRECTS_PATH, line=line)


INVALID_REDIRECT = Rule(
    "invalid-redirect",
    Level.ERROR,
    page="""
    A redirect is two addresses with a comma between.

    Each line of `redirects.csv` gives the old address of a record and the one of today, each a section and an
    id with `/` between. A line that cannot be read leads nobody on.

    Write it as `places/old-id,places/new-id`, without quotation marks and without `https://`.
    """,
    passing=_PASSING,
    failing=_failing("al-anbar to anbar", 1),
)

DUPLICATE_REDIRECT = Rule(
    "duplicate-redirect",
    Level.ERROR,
    page="""
    An old address leads to one new one.

    A reader who comes from an old link can be sent to one page only. Here two lines begin with the same old
    address.

    Keep the line that leads to the right record, and remove the other.
    """,
    passing=_PASSING,
    failing=_failing("places/al-anbar,places/anbar\nplaces/al-anbar,places/iraq", 2),
)

REDIRECT_TAKEN = Rule(
    "redirect-taken",
    Level.ERROR,
    page="""
    A redirect does not start at the address of a record.

    At that address stands the page of a record, so it cannot lead elsewhere at the same time. It happens when
    an id that was once given up is used again.

    Remove the line if the record is to stay there; if not, give the record another id.
    """,
    passing=_PASSING,
    failing=_failing("places/anbar,places/iraq", 1),
)

REDIRECT_NOWHERE = Rule(
    "redirect-nowhere",
    Level.ERROR,
    page="""
    A redirect leads to a record of the dossier.

    The line sends readers to an address at which there is no page: the record was removed or renamed since,
    or the id was mistyped.

    Name the record that readers should find instead, or remove the line.
    """,
    passing=_PASSING,
    failing=_failing("places/al-anbar,places/al-anbar-province", 1),
)

REDIRECT_CIRCLE = Rule(
    "redirect-circle",
    Level.ERROR,
    page="""
    Redirects do not lead round in a circle.

    One line leads to an old address, from which another line leads back. A reader would never arrive. It
    happens when an id is changed, and later changed back.

    Remove the line that no longer holds, and let the other lead to the record of today.
    """,
    passing=_PASSING,
    failing=_failing("places/al-anbar,places/el-anbar\nplaces/el-anbar,places/al-anbar", 1),
)
