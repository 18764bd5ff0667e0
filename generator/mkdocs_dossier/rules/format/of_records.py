"""The rules of records: their ids, their fields, and what they refer to."""

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_SOUND = """
    places:
      iraq: {name: Iraq, kind: country}
      anbar: {name: Anbar, kind: region, within: iraq}
    """

INVALID_ID = Rule(
    "invalid-id",
    Level.ERROR,
    page="""
    An id has small letters a to z, digits and single hyphens; 80 characters at most.

    The id is the address of the record's page. Others link to it, so it has to be the same in every browser
    and on every disk, and easy to type.

    Write it in small letters without accents, with hyphens between its words: `al-anbar`. The name that
    readers see stands in `name`, `title` or `text`, in any script.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          Al Anbar: {name: Al Anbar}
        """,
        line=2,
    ),
)

DUPLICATE_ID = Rule(
    "duplicate-id",
    Level.ERROR,
    page="""
    An id is unique within its kind over the whole dossier.

    All files of a dossier are read as one. If two places had one id, nobody could say which of them a record
    means, and both would have the same page. The message names the place of the first.

    If the two are the same, make them one record; if not, give one of them another id.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {name: Iraq, kind: country}
        """,
        others={"more.yaml": "places:\n  iraq: {name: Irak, kind: country}"},
        line=2,
    ),
)

MISSING_FIELD = Rule(
    "missing-field",
    Level.ERROR,
    page="""
    A required field is written.

    A record cannot do without some of its fields: a place has a name, a statement has words and somebody who
    said them. Some are needed beside others: `lat` beside `lon`, a `source` beside a `passage`. In the tables
    of [the format](format.md) a star marks what is required.

    Add the field that is named. Where you do not know what to write, the source will often say it.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {kind: country}
        """,
        line=2,
    ),
)

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Level.ERROR,
    page="""
    A field is one that its record can have.

    What you write in a field that is never read would be on no page, and you might not notice. So a name that
    [the format](format.md) does not list is an error. Most often it is a typing mistake, or a field of
    another kind of record.

    Take the name that the message offers, or remove the line. What has no field of its own can be said in a
    description, a summary or a note.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {name: Iraq, knd: country}
        """,
        line=2,
    ),
)

INVALID_VALUE = Rule(
    "invalid-value",
    Level.ERROR,
    page="""
    A value is of its field's type.

    A date is written as `2024-02-05`, an amount in digits without commas, a kind as one of the words of its
    list. What is written otherwise could be read in two ways, or not at all: `02/03/2024` is a day in
    February to some and in March to others.

    The message says what is wrong with the value and how to write it. [The format](format.md#types) shows
    what each type looks like. A field that you cannot fill stays out.
    """,
    passing=Example(
        """
        sources:
          news: {title: News, published: 2024-02-03, publisher: rudaw}
        actors:
          rudaw: {name: Rudaw, kind: media, description: "It published [[news]]."}
        """
    ),
    failing=Example(
        """
        sources:
          news: {title: News, published: 02/03/2024, publisher: rudaw}
        actors:
          rudaw: {name: Rudaw, kind: media, description: "It published [[news]]."}
        """,
        line=2,
    ),
)

WRONG_TYPE = Rule(
    "wrong-type",
    Level.ERROR,
    page="""
    A text, list or mapping stands where its field asks for one.

    A file of records is a mapping of sections, a section is a mapping of ids, and a record is a mapping of
    fields. Some fields are mappings or lists themselves. Often a name was written right after an id, without
    its field, or the lines below a key are not indented, so that they do not belong to it.

    Write the value as the message says. The table of the record in [the format](format.md) names the type of
    each field.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: Iraq
        """,
        line=2,
    ),
)

UNKNOWN_REFERENCE = Rule(
    "unknown-reference",
    Level.ERROR,
    page="""
    A reference names a record of the dossier.

    A record names others by their ids: its speaker, its source, the places of an event, or, in prose, a link
    such as `[[iraq]]`. Here no record of the kind that is wanted has that id, so the page would lead nowhere.

    Correct the id, or write the record; the message often offers the id that was meant. Remove the reference
    if it is of no use.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {name: Iraq, kind: country}
          anbar: {name: Anbar, kind: region, within: irak}
        """,
        line=3,
    ),
)

AMBIGUOUS_REFERENCE = Rule(
    "ambiguous-reference",
    Level.ERROR,
    page="""
    A link in prose names one record; an id of several kinds needs its kind.

    A country can be a place and an actor, and both may have the id `iraq`. From `[[iraq]]` alone nobody can
    tell which page the link should lead to.

    Write the kind before the id, as in `[[place/iraq]]`.
    """,
    passing=Example(
        """
        places:
          iraq: {name: Iraq, kind: country}
        actors:
          iraq: {name: Iraq, kind: state, description: "The state of [[place/iraq]]."}
          army: {name: Iraqi army, kind: organisation, part_of: iraq}
        """
    ),
    failing=Example(
        """
        places:
          iraq: {name: Iraq, kind: country}
        actors:
          iraq: {name: Iraq, kind: state, description: "The state of [[iraq]]."}
        """,
        line=4,
    ),
)

TOO_MANY_CONTRADICTIONS = Rule(
    "too-many-contradictions",
    Level.ERROR,
    page="""
    A claim has no more pairs of opposing statements than can be listed.

    Each statement that asserts a claim stands against each that denies it, so the pairs grow with the square
    of the statements. More than 50,000 on one claim, or 200,000 in the whole dossier, are not listed: they
    would fill the memory of the computer, and no reader. It takes some 450 statements on one claim to get
    there, which is why there is no example.

    Write several claims instead, each with a narrower scope (a day, a place, a part of what was said), and
    divide the positions among them.
    """,
)

TOO_MANY_FIGURES = Rule(
    "too-many-figures",
    Level.ERROR,
    page="""
    An event has no more pairs of figures than can be compared.

    Figures of one event with the same `measure` are compared with one another, each with each, so the pairs
    grow with the square of the figures. More than 50,000 in one event, or 200,000 in the whole dossier, are
    not compared. It takes some 320 figures in one event to get there, which is why there is no example.

    Write several events, each `part_of` this one, and divide the figures among them.
    """,
)

TOO_MANY_IMPLIED = Rule(
    "too-many-implied",
    Level.ERROR,
    page="""
    The positions that follow from others are no more than can be listed.

    What follows from a position is kept with the chain of claims that leads to it. Where hundreds of claims
    imply one another in a row, the chains grow with the square of the claims, for each statement. More than
    2,000,000 steps in the whole dossier are not listed; no dossier that a person reads has so many, which is
    why there is no example.

    Remove the `implies` and `excludes` between claims whose tie readers need not follow.
    """,
)
