"""The rules of the YAML in which a dossier is written."""

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_SOUND = """
    places:
      iraq: {name: Iraq, kind: country}
      anbar: {name: Anbar, kind: region, within: iraq}
    """

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Level.ERROR,
    page="""
    A YAML file follows YAML's syntax.

    From the place that the message names, the file cannot be read, or would not be read as you meant it. Most
    often a text has a sign in it that means something to YAML: a colon and a space, a quotation mark at its
    beginning, a bracket, or, inside `{…}` and `[…]`, a comma.

    Look at the line that is named and at the one above it. Put quotation marks around a text with such a
    sign, or write it on lines of its own below `>-`. [The format](format.md#writing-yaml) shows the usual
    cases.
    """,
    passing=Example(
        """
        sources:
          bridge:
            title: "Bridge closed: shops count the cost"
            publisher: gazette
        actors:
          gazette: {name: Gazette, kind: media, description: "It published [[bridge]]."}
        """
    ),
    failing=Example(
        """
        sources:
          bridge:
            title: Bridge closed: shops count the cost
        """,
        line=3,
    ),
)

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Level.ERROR,
    page="""
    A key stands once in its mapping.

    Of two lines with the same key, most programs keep the last and say nothing, so that the first is lost. It
    happens when a record is copied, or when a section is started a second time in one file.

    Keep the line that is right. If both are, give the second another name, or put the records of both below
    the first.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq:
            name: Iraq
            kind: country
            name: Irak
        """,
        line=5,
    ),
)

KEY_NOT_TEXT = Rule(
    "key-not-text",
    Level.ERROR,
    page="""
    A key is a plain word.

    What stands before a colon is the name of a field or the id of a record. A list or mapping in its place,
    in `[…]` or `{…}`, is most often a text that begins with a bracket.

    Put quotation marks around the text, or write the key as a word.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          [iraq]: {name: Iraq}
        """,
        line=2,
    ),
)

CONTROL_CHARACTER = Rule(
    "control-character",
    Level.ERROR,
    page="""
    A YAML file has no control characters.

    Characters that no screen shows, such as a null or a vertical tab, come along when text is pasted from a
    PDF or another program, and YAML does not allow them. The message names the character by its code. There
    is no example, because it could not be seen.

    Delete the character at the line and column that are named. If two words then run together, put a space
    between them.
    """,
)

SEVERAL_DOCUMENTS = Rule(
    "several-documents",
    Level.ERROR,
    page="""
    A YAML file holds one document.

    A line of three hyphens, `---`, ends one document and begins the next. Many programs would ignore what
    follows, and a record that nobody sees is worse than none.

    Remove the line, or put what follows it into a file of its own.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {name: Iraq}
        ---
        claims: {}
        """,
        line=3,
    ),
)

TAG = Rule(
    "tag",
    Level.ERROR,
    page="""
    YAML tags are not used.

    A word that begins with `!` is a tag in YAML: it says of which type a value is. In a dossier the field
    says that. Most often the `!` is simply the first sign of a text.

    Put quotation marks around a text that begins with `!`; remove a tag, or a line that begins with `%TAG`.
    """,
    passing=Example(
        """
        sources:
          news: {title: "!Basta ya!", publisher: rudaw}
        actors:
          rudaw: {name: Rudaw, kind: media, description: "It published [[news]]."}
        """
    ),
    failing=Example(
        """
        sources:
          news: {title: !Basta ya!}
        """,
        line=2,
    ),
)

MERGE_KEY = Rule(
    "merge-key",
    Level.ERROR,
    page="""
    YAML's merge key is not used.

    In some YAML files a key `<<` takes over all fields of another mapping. Whoever reads the record then has
    to look elsewhere for what it says, and can easily be wrong about which field wins. So it is not read.

    Write the fields out in each record.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: &country {name: Iraq, kind: country}
          iran: {<<: *country, name: Iran}
        """,
        line=3,
    ),
)

UNKNOWN_ALIAS = Rule(
    "unknown-alias",
    Level.ERROR,
    page="""
    A YAML alias names an anchor above it.

    A value that begins with `*` is an alias in YAML: it stands for a value that was marked with `&` and the
    same name. Here no such mark stands above. Most often the `*` is simply the first sign of a text.

    Put quotation marks around the text, or mark the value with `&` before it is first used.
    """,
    passing=Example(
        """
        sources:
          news: {title: "*Updated* Iraq was told", publisher: rudaw}
        actors:
          rudaw: {name: Rudaw, kind: media, description: "It published [[news]]."}
        """
    ),
    failing=Example(
        """
        sources:
          news: {title: *updated}
        """,
        line=2,
    ),
)

ALIAS_CIRCLE = Rule(
    "alias-circle",
    Level.ERROR,
    page="""
    A YAML alias does not stand inside the value that it names.

    Such a value would contain itself, without end.

    Write the value that you mean in place of the alias.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: &iraq
            name: Iraq
            within: *iraq
        """,
        line=4,
    ),
)

ALIAS_BOMB = Rule(
    "alias-bomb",
    Level.ERROR,
    page="""
    The aliases of a YAML file do not expand without bound.

    Aliases of lists of aliases multiply: a few lines can stand for millions of values and fill a computer's
    memory. All aliases of a file together may stand for 20,000 values.

    Write the values out, or do without the aliases. No dossier needs so many.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        sources:
          a: &a [x, x, x, x, x, x, x, x, x, x, x, x]
          b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
          c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
          d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        """,
        line=5,
    ),
)

TOO_DEEP = Rule(
    "too-deep",
    Level.ERROR,
    page="""
    Values are not nested too deeply.

    Lists and mappings stand inside one another 24 deep at most; no field of a dossier needs more than a few
    levels. Most often a bracket was typed too often, or each line is indented further than the one above.

    Remove the brackets that are too many, and align the lines with their record.
    """,
    passing=Example(_SOUND),
    failing=Example(
        """
        places:
          iraq: {name: [[[[[[[[[[[[[[[[[[[[[[Iraq]]]]]]]]]]]]]]]]]]]]]]}
        """,
        line=2,
    ),
)
