"""Dossiers as somebody in a hurry, or of ill will, writes them; each with what is wrong and where.

`⟨rule⟩` stands where an error is expected, and is no part of the file. Where a file is made of bytes, or is
too long to be read here, `at` names the places instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.dossier.folder import Folder
from tests.support import marked

Content = str | bytes
Fault = tuple[str, str, int]
"""The rule of an error, the path of its file, and its line."""

SETTINGS = "title: A test\n"
TEXT = (
    "Washington on Friday launched strikes on 85 targets in Iraq.\n\n"
    "“We told Iraq before the strikes, and we told the allies,” John Kirby said. “Nobody was naïve.”\n\n"
    "“Nobody told us a thing,” said Basim al-Awadi, who counted 16 dead.\n"
)
RECORDS = """\
sources:
  news:
    title: News
    published: 2024-02-05
    url: https://example.org/news
    text: news.txt
actors:
  kirby:
    name: John Kirby
    kind: person
    part_of: us
  awadi:
    name: Basim al-Awadi
    kind: person
    part_of: iraq
  us:
    name: United States
    kind: state
  iraq:
    name: Iraq
    kind: state
    links: [https://example.org/iraq]
places:
  erbil:
    name: Erbil
    kind: city
    lat: 36.19
    lon: 44.01
events:
  strikes:
    name: The strikes
    kind: airstrike
    when: 2024-02-02
    places: [erbil]
    participants: [{actor: us, role: carried out}]
    figures:
      - measure: killed
        value: 16
        source: news
        passage: counted 16 dead
    evidence:
      - source: news
        passage: launched strikes on 85 targets
claims:
  told:
    text: Iraq was told before the strikes.
    about: [event/strikes]
    note: What [[kirby]] says.
statements:
  kirby-told:
    speaker: kirby
    source: news
    quote: We told Iraq before the strikes
    positions:
      told: asserts
  awadi-denies:
    speaker: awadi
    source: news
    quote: Nobody told us a thing
    positions:
      told: denies
"""


@dataclass(frozen=True)
class Bad:
    """A dossier with its errors; `says` are words that one of the messages or hints has to hold."""

    files: Mapping[str, bytes]
    faults: list[Fault]
    says: tuple[str, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=lambda: {"news.txt": TEXT.encode()})

    @property
    def folder(self) -> Folder:
        """The folder, as it would be read from the disk."""
        yaml = {path: content for path, content in self.files.items() if path != "redirects.csv"}
        return Folder(yaml, self.texts, redirects=self.files.get("redirects.csv", b""))


def bad(
    files: Mapping[str, Content],
    *says: str,
    at: list[Fault] | None = None,
    texts: Mapping[str, Content] | None = None,
) -> Bad:
    """Make a dossier of files; those that are not named are good."""
    plain: dict[str, bytes] = {}
    faults = list(at or [])
    for path, content in ({"dossier.yaml": SETTINGS, "records.yaml": RECORDS} | dict(files)).items():
        if isinstance(content, bytes):
            plain[path] = content
        else:
            text, places = marked(content)
            plain[path] = text.encode()
            faults += [(rule, path, line) for rule, line, _ in places]
    read = {path: text.encode() if isinstance(text, str) else text for path, text in (texts or {}).items()}
    return Bad(plain, sorted(faults), says, {"news.txt": TEXT.encode()} | read)


def edit(old: str, new: str, *says: str, text: str | None = None) -> Bad:
    """Make a dossier in which one thing is written in another way."""
    assert RECORDS.count(old) == 1, old
    return bad({"records.yaml": RECORDS.replace(old, new)}, *says, texts={"news.txt": text} if text else None)


def add(more: str, *says: str) -> Bad:
    """Make a dossier with a further file of records."""
    return bad({"more.yaml": more}, *says)


def raw(content: bytes, rule: str, line: int, *says: str) -> Bad:
    """Make a dossier with a further file of bytes."""
    return bad({"more.yaml": content}, *says, at=[(rule, "more.yaml", line)])


def settings(content: str, *says: str) -> Bad:
    """Make a dossier with other settings."""
    return bad({"dossier.yaml": content}, *says)


def quoted(words: str, *says: str) -> Bad:
    """Make a dossier in which a quotation is not what the source says."""
    return edit("quote: We told Iraq before the strikes", f"quote: ⟨quote-not-found⟩{words}", *says)


SYNTAX = {
    "a tab as indent": edit("    kind: person\n    part_of: us", "⟨yaml-syntax⟩\tkind: person", "tab"),
    "a tab after spaces": edit("    part_of: us", "  ⟨yaml-syntax⟩\tpart_of: us", "tab"),
    "a tab after a dash": edit("      - measure", "      -⟨yaml-syntax⟩\tmeasure", "tab"),
    "a double quotation mark that is not closed, with others below": edit(
        "name: United States\n    kind: state\n  iraq:\n    name: Iraq",
        'name: ⟨yaml-syntax⟩"United States\n    kind: state\n  iraq:\n    name: "Iraq"',
        "quotation mark",
    ),
    "an apostrophe that is not closed, with others below": edit(
        "name: United States\n    kind: state\n  iraq:\n    name: Iraq",
        "name: ⟨yaml-syntax⟩'United States\n    kind: state\n  iraq:\n    name: 'Iraq'",
        "quotation mark",
    ),
    "a double quotation mark that is never closed": edit(
        "name: United States", 'name: ⟨yaml-syntax⟩"United States', "never closed"
    ),
    "an apostrophe that is never closed": edit(
        "name: United States", "name: ⟨yaml-syntax⟩'United States", "never closed"
    ),
    "words after a closing quotation mark": edit(
        "quote: Nobody told us a thing",
        'quote: "Nobody told us a thing" ⟨yaml-syntax⟩said Awadi',
        "closing quotation mark",
    ),
    "quotation marks inside quotation marks": edit(
        "text: Iraq was told before the strikes.",
        'text: "Iraq was "⟨yaml-syntax⟩told" before the strikes."',
        "closing quotation mark",
    ),
    "an apostrophe inside apostrophes": edit(
        "quote: Nobody told us a thing", "quote: 'Nobody⟨yaml-syntax⟩'s told'", "''"
    ),
    "two quoted fragments without a list": edit(
        "quote: Nobody told us a thing",
        'quote: "Nobody told"⟨yaml-syntax⟩, "a thing"',
        "closing quotation mark",
    ),
    "a colon in plain text": edit(
        "text: Iraq was told before the strikes.", "text: Kirby⟨yaml-syntax⟩: Iraq was told.", "colon"
    ),
    "a colon at the end of plain text": edit(
        "text: Iraq was told before the strikes.", "text: Kirby said⟨yaml-syntax⟩:", "colon"
    ),
    "a dash before a plain text": edit(
        "quote: Nobody told us a thing", "quote: ⟨yaml-syntax⟩- Nobody told us", "`- `"
    ),
    "a field that is indented too far": edit("    part_of: us", "      part_of⟨yaml-syntax⟩: us", "indented"),
    "a field that is indented too little": edit("    part_of: us", "   ⟨yaml-syntax⟩part_of: us", "Align"),
    "a record that is indented too little": edit("  us:\n", " ⟨yaml-syntax⟩us:\n", "Align"),
    "a key without its colon": edit(
        "    part_of: us", "    ⟨yaml-syntax⟩part_of us\n    aliases: []", "colon"
    ),
    "a bracket that is not closed": edit("places: [erbil]", "places: ⟨yaml-syntax⟩[erbil", "`]`"),
    "a bracket that is not closed at the end of the file": add(
        "actors:\n  x:\n    name: X\n    kind: person\n    aliases: ⟨yaml-syntax⟩[A,\n", "`]`"
    ),
    "a brace that is not closed": edit(
        "participants: [{actor: us, role: carried out}]",
        "participants: [⟨yaml-syntax⟩{actor: us, role: carried out]",
        "`}`",
    ),
    "a bracket too many": edit("places: [erbil]", "places: [erbil]⟨yaml-syntax⟩]", "bracket"),
    "a comma in a record of one line": add(
        "actors:\n  x: {name: Mara Voss⟨yaml-syntax⟩, spokesperson, kind: person}\n",
        "comma",
        'name: "Mara Voss, spokesperson"',
    ),
    "a comma in settings of one line": settings(
        "{title: The strikes⟨yaml-syntax⟩, and after}\n", 'title: "The strikes, and after"'
    ),
    "an amount without quotation marks": edit("value: 16", "value: ⟨yaml-syntax⟩>=16", '">85"'),
    "an at sign before a text": edit("name: John Kirby", "name: ⟨yaml-syntax⟩@kirby", "quotation marks"),
    "a percent sign before a text": edit("name: John Kirby", "name: ⟨yaml-syntax⟩%kirby", "quotation marks"),
    "an unknown escape": edit("name: John Kirby", 'name: "John⟨yaml-syntax⟩\\ Kirby\\k"', "backslash"),
    "two documents": add("actors: {}\n⟨several-documents⟩---\nplaces: {}\n", "`---`"),
    "two documents, the first of them ended": add("actors: {}\n...\n⟨yaml-syntax⟩places: {}\n", "`...`"),
    "an unknown directive": add("⟨yaml-syntax⟩%DOSSIER 1\n---\nactors: {}\n", "`%`"),
    "a version of YAML that is none": add("⟨yaml-syntax⟩%YAML 3.0\n---\nactors: {}\n", "`%`"),
    "a directive for tags": add("⟨tag⟩%TAG ! tag:example.org,2024:\n---\nactors: {}\n"),
    "a tag that runs a program": edit(
        "name: John Kirby", "name: ⟨tag⟩!!python/object/apply:os.system [id]", "`!`"
    ),
    "a tag of the standard": edit("when: 2024-02-02", "when: ⟨tag⟩!!timestamp 2024-02-02", "`!`"),
    "a tag that is not defined": edit("name: John Kirby", "name: ⟨yaml-syntax⟩!x!y John Kirby", "`!`"),
    "an exclamation mark before a text": edit("name: John Kirby", "name: ⟨tag⟩!John Kirby", "`!`"),
    "an asterisk before a text": edit("name: John Kirby", "name: ⟨unknown-alias⟩*John", "quotation marks"),
    "an ampersand before a text": edit("name: John Kirby", "name: ⟨yaml-syntax⟩& Kirby", "quotation marks"),
    "an alias to nothing": edit("part_of: us", "part_of: ⟨unknown-alias⟩*us"),
    "an alias in a circle": add(
        "actors:\n  x: &x\n    name: X\n    kind: person\n    roles: [⟨alias-circle⟩*x]\n"
    ),
    "a merge key": add(
        "actors:\n  x: &x {name: X, kind: person}\n  y:\n    ⟨merge-key⟩<<: *x\n    name: Y\n",
        "Write the fields out",
    ),
    "a bomb of aliases": bad(
        {
            "more.yaml": "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(
                f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n"
                for a, b in zip("abcdefgh", "bcdefghi", strict=True)
            )
        },
        at=[("alias-bomb", "more.yaml", 5)],
    ),
    "a list as a key": add("actors:\n  ⟨key-not-text⟩[a, b]: {name: X}\n", "quotation marks"),
    "a mapping as a key": add("actors:\n  ? ⟨key-not-text⟩{a: b}\n  : {name: X}\n"),
    "a section twice": bad({"records.yaml": RECORDS + "⟨duplicate-key⟩claims:\n  x: {text: X}\n"}, "line 44"),
    "a record twice in one section": add(
        "actors:\n  x: {name: X, kind: person}\n  ⟨duplicate-key⟩x: {name: Y, kind: person}\n", "line 2"
    ),
    "a field twice": edit("    part_of: us", "    part_of: us\n    ⟨duplicate-key⟩kind: state"),
    "a field of a part twice": edit(
        "        value: 16\n", "        value: 16\n        ⟨duplicate-key⟩value: 17\n"
    ),
    "a claim twice in the positions": edit(
        "      told: asserts", "      told: asserts\n      ⟨duplicate-key⟩told: denies"
    ),
    "a setting twice": settings("title: A\n⟨duplicate-key⟩title: B\n"),
    "settings in two documents": settings("title: A\n⟨several-documents⟩---\nlanguage: en\n"),
    "Latin 1": raw("actors:\n  x:\n    name: Café\n".encode("latin-1"), "not-utf8", 3, "UTF-8"),
    "Windows 1252": raw("actors:\n  x:\n    name: “X”\n".encode("cp1252"), "not-utf8", 3, "UTF-8"),
    "UTF-16": raw("actors: {}\n".encode("utf-16"), "not-utf8", 1, "UTF-16"),
    "UTF-16 without its mark": raw("actors: {}\n".encode("utf-16-be"), "not-utf8", 1, "UTF-16"),
    "UTF-32": raw("actors: {}\n".encode("utf-32"), "not-utf8", 1, "UTF-32"),
    "UTF-8 that is cut short": raw("actors:\n  x:\n    name: é".encode()[:-1], "not-utf8", 3),
    "a character beyond Unicode": raw(b"actors:\n  x:\n    name: \xf5\x80\x80\x80\n", "not-utf8", 3),
    "half of a surrogate pair": raw(b"actors:\n  x:\n    name: \xed\xa0\x80\n", "not-utf8", 3),
    "a NUL": raw(b"actors:\n  x:\n    name: A\x00B\n", "control-character", 3, "U+0000"),
    "an escape character": raw(b"actors:\n  x:\n    name: A\x1b[31mB\n", "control-character", 3, "U+001B"),
    "a byte order mark in the middle": raw(
        "actors:\n\ufeff  x: {name: X, kind: person}\n".encode(), "control-character", 2, "U+FEFF"
    ),
    "two byte order marks": raw("\ufeff\ufeffactors: {}\n".encode(), "control-character", 1, "U+FEFF"),
    "a next line": raw("actors:\n  x:\n    name: A\x85B\n".encode(), "control-character", 3, "U+0085"),
    "a line separator": raw("actors:\n  x:\n    name: A\u2028B\n".encode(), "control-character", 3, "U+2028"),
    "a paragraph separator": raw(
        "actors:\n  x:\n    name: A\u2029B\n".encode(), "control-character", 3, "U+2029"
    ),
    "a table": raw(b"id,name\nx,Ada\n", "wrong-type", 1, "actors"),
    "a web page": raw(b"<!doctype html>\n<p>x</p>\n", "wrong-type", 1),
    "a program": raw(b"import os\n\nprint(os.name)\n", "wrong-type", 1),
    "lists in lists without end": raw(b"[" * 100_000, "too-deep", 1),
    "mappings in mappings without end": raw(b"{a: " * 100_000, "too-deep", 1),
    "dashes without end": raw(b"- " * 100_000, "too-deep", 1),
    "indents without end": raw(b"".join(b" " * depth + b"a:\n" for depth in range(2000)), "too-deep", 25),
}

SHAPES = {
    "a list of actors": add("actors:\n  ⟨wrong-type⟩- name: X\n    kind: person\n", "mapping"),
    "a list of sections": add("⟨wrong-type⟩- actors:\n    x: {name: X, kind: person}\n", "`actors:`"),
    "a record that is a text": add("actors:\n  ⟨wrong-type⟩x: Ada\n", "mapping of fields"),
    "a record without fields": add("actors:\n  ⟨wrong-type⟩x:\n", "mapping of fields"),
    "fields that are not indented below their record": add(
        "actors:\n  ⟨wrong-type⟩x:\n  ⟨wrong-type⟩name: X\n  ⟨wrong-type⟩kind: person\n", "indented below"
    ),
    "a list for a name": edit("name: John Kirby", "name: ⟨invalid-value⟩[John, Kirby]", "list"),
    "a mapping for a name": edit("name: John Kirby", "name: ⟨invalid-value⟩{en: John}", "mapping"),
    "a text for the aliases": edit(
        "    part_of: us", "    part_of: us\n    aliases: ⟨wrong-type⟩Jack", "list"
    ),
    "a list for the names": edit(
        "    part_of: us", "    part_of: us\n    names: ⟨wrong-type⟩[ar]", "mapping"
    ),
    "a text for the places": edit("places: [erbil]", "places: ⟨wrong-type⟩erbil", "list"),
    "a text for the evidence": edit(
        "    evidence:\n      - source: news\n        passage: launched strikes on 85 targets",
        "    evidence: ⟨wrong-type⟩launched strikes",
        "list",
    ),
    "a mapping for the evidence": edit(
        "    evidence:\n      - source: news\n        passage: launched strikes on 85 targets",
        "    evidence:\n      ⟨wrong-type⟩source: news\n      passage: launched strikes on 85 targets",
        "`- `",
    ),
    "a list for the positions": edit("      told: asserts", "      ⟨wrong-type⟩- told: asserts", "mapping"),
    "a text for the positions": edit(
        "    positions:\n      told: asserts", "    positions: ⟨wrong-type⟩asserts", "mapping"
    ),
    "a mapping for a quote": edit(
        "quote: Nobody told us a thing", "quote: ⟨wrong-type⟩{text: Nobody told us}"
    ),
    "a list for a source": edit("    quote: Nobody", "    language: ⟨invalid-value⟩[en]\n    quote: Nobody"),
    "a list for a date": edit("when: 2024-02-02", "when: ⟨invalid-value⟩[2024-02-02]"),
    "one membership as a mapping": edit("    part_of: us", "    part_of: ⟨wrong-type⟩{actor: us}"),
    "an empty quote": edit("quote: Nobody told us a thing", "⟨invalid-value⟩quote:", "remove"),
    "a quote of nothing": edit("quote: Nobody told us a thing", "quote: ⟨invalid-value⟩''"),
    "a quote that is an empty list": edit("quote: Nobody told us a thing", "quote: ⟨invalid-value⟩[]"),
    "a fragment of nothing": edit("quote: Nobody told us a thing", 'quote: [Nobody, ⟨invalid-value⟩" "]'),
    "a name that is a comment": edit("name: John Kirby", "⟨invalid-value⟩name: #JohnKirby"),
}

VALUES = (
    {
        name: edit("when: 2024-02-02", f"when: ⟨invalid-value⟩{written}", *says)
        for name, written, *says in [
            ("a date in the American order", "02/05/2024", "2024-02-05"),
            ("a date in the European order", "2.5.2024", "2024-05-02"),
            ("a date in words", "5 February 2024", "2024-02-05"),
            ("a date in American words", "February 5, 2024", "2024-02-05"),
            ("a date in Arabic digits", "٢٠٢٤-٠٢-٠٥", "2024-02-05"),
            ("a date in full-width digits", "２０２４-０２-０５", "2024-02-05"),
            ("a date without hyphens", "20240205", "2024-02-05"),
            ("a date without leading zeros", "2024-2-5", "2024-02-05"),
            ("a date with slashes", "2024/02/05", "2024-02-05"),
            ("a date with long dashes", "2024–02–05", "2024-02-05"),
            ("a date of two digits", "24-02-05"),
            ("a weekday", "Friday", "2024-02-05"),
            ("a relative day", "yesterday"),
            ("a day that does not exist", "2023-02-29", "28"),
            ("a month that does not exist", "2024-13-01", "2024-01-13"),
            ("a day and month in the wrong order", "2024-31-01"),
            ("a date and time without a zone", "2024-02-05T13:15", "offset"),
            ("a date and time with a space", "'2024-02-05 13:15'"),
            ("a time that does not exist", "2024-02-05T25:00Z", "Hours"),
            ("midnight at the end of a day", "2024-02-05T24:00:00Z", "next day"),
            ("a leap second", "2024-02-05T23:59:60Z", "Seconds"),
            ("a minute that does not exist", "2024-02-05T23:60Z", "Minutes"),
            ("a moment before the first year in UTC", "0001-01-01T00:00:00+14:00", "the day alone"),
            ("a moment after the last year in UTC", "9999-12-31T23:59:59-12:00", "the day alone"),
            ("a moment of the year 0", "0000-01-01T00:00:00Z", "0001"),
            ("an offset that no clock has", "2024-02-05T13:15:00+14:01", "+14:00"),
            ("an offset that no clock has on the other side", "9999-12-31T23:59:59-14:00", "-12:00"),
            ("an offset of minutes that do not exist", "2024-02-05T13:15:00+03:60", "Offsets"),
            ("a time in an interval", "0001-01-01T00:00:00+14:00/2024", "days"),
            ("a year of ten digits", "Y1000000000", "four digits"),
            ("an interval to a year of ten digits", "2024/Y-1000000000", "four digits"),
            ("an interval that ends before it starts", "2024-02-05/2024-02-01", "before"),
            ("an interval of three", "2024/2025/2026"),
            ("an interval of nothing", "../.."),
            ("a date of EDTF level 2", "'[2024-02-05,2024-02-06]'"),
            ("a number of seconds", "1707138900"),
            ("a date with a tail", "2024-02-05 (Monday)"),
            ("a year of a thousand digits", "9" * 1000),
            ("a date that is no text", "{year: 2024}"),
        ]
    }
    | {
        name: edit("value: 16", f"value: ⟨invalid-value⟩{written}", *says)
        for name, written, *says in [
            ("an amount in words", "sixteen"),
            ("an amount with a word", "16 dead"),
            ("an amount below zero", "-16"),
            ("an amount with a comma", "'1,500'", "1500"),
            ("an amount that is more than", "more than 16", ">16"),
            ("an amount with a plus", "16+", ">=16"),
            ("an amount with a long dash", "16–20", "16-20"),
            ("an amount that falls", "20-16", "16-20"),
            ("an amount in full-width digits", "１６", "16"),
            ("an amount in Arabic digits", "١٦", "16"),
            ("an amount of hexadecimal digits", "0x10"),
            ("an amount with an exponent", "1e3"),
            ("an amount that is not finite", ".inf"),
            ("an amount of a thousand digits", "9" * 1000),
            ("two signs", "'>~16'"),
        ]
    }
    | {
        name: edit("https://example.org/news", f"⟨invalid-value⟩{written}", *says)
        for name, written, *says in [
            ("a script for an address", "javascript:alert(1)"),
            ("a script with letters of both kinds", "JaVaScRiPt:alert(1)"),
            ("a script behind a space", "' javascript:alert(1)'"),
            ("a script with a line break", '"java\\nscript:alert(1)"'),
            ("data for an address", "data:text/html,x"),
            ("a file for an address", "file:///etc/passwd"),
            ("a mailbox for an address", "mailto:a@example.org"),
            ("an address without a scheme", "example.org/news", "https://example.org/news"),
            (
                "an address without a scheme that begins with www",
                "www.example.org",
                "https://www.example.org",
            ),
            ("an address relative to the scheme", "//example.org/x", "https://example.org/x"),
            ("a path for an address", "/news"),
            ("an address with a user", "https://user:pass@example.org/", "user name"),
            ("an address that hides its host", "https://example.org@evil.example/", "user name"),
            ("an address without a host", "https:///news"),
            ("an address with a space", "https://example.org/a b", "%20"),
            ("an address with a quotation mark", "'https://example.org/\"onclick=x'"),
            ("an address with an angle bracket", "https://example.org/<script>"),
            ("an address with a backslash", "https:\\\\example.org"),
            ("an address with a bidi control", '"https://example.org/\\u202Egpj.exe"'),
            ("an address with a port that is none", "https://example.org:99999/"),
            ("an address in brackets", "'[https://example.org](https://example.org)'"),
        ]
    }
    | {
        name: edit(f"{field}: {good}", f"{field}: ⟨invalid-value⟩{written}", *says)
        for name, field, good, written, *says in [
            ("a latitude beyond the pole", "lat", "36.19", "96.19"),
            ("a longitude beyond the date line", "lon", "44.01", "190"),
            ("a latitude in degrees and minutes", "lat", "36.19", "36°11'24\"N", "36.19"),
            ("a latitude with a comma", "lat", "36.19", "'36,19'", "36.19"),
            ("a latitude that is no number", "lat", "36.19", "north"),
            ("a latitude that is not finite", "lat", "36.19", "nan"),
            ("a latitude in full-width digits", "lat", "36.19", "３６.19"),
            ("both coordinates in one", "lat", "36.19", "'36.19, 44.01'"),
            ("a kind of place that is none", "kind", "city", "town", "city, site"),
            ("a kind of event that is no id", "kind", "airstrike", "Air Strike", "air-strike"),
            ("a measure that is no id", "measure", "killed", "People killed", "people-killed"),
        ]
    }
    | {
        "a stance that is misspelt": edit("told: asserts", "told: ⟨invalid-value⟩assert", "asserts"),
        "a stance in capitals": edit("told: asserts", "told: ⟨invalid-value⟩Asserts", "asserts"),
        "a stance that is none": edit("told: asserts", "told: ⟨invalid-value⟩confirms", "asserts, denies"),
        "a kind of actor that is misspelt": edit(
            "kind: person\n    part_of: us", "kind: ⟨invalid-value⟩persson\n    part_of: us", "“person”"
        ),
        "a kind of actor in American letters": edit(
            "name: Iraq\n    kind: state",
            "name: Iraq\n    kind: ⟨invalid-value⟩organization",
            "“organisation”",
        ),
        "a kind of source that is none": edit(
            "title: News", "title: News\n    kind: ⟨invalid-value⟩newspaper"
        ),
        "rights that are none": edit("title: News", "title: News\n    rights: ⟨invalid-value⟩all", "quote"),
        "a language by its name": edit(
            "title: News", "title: News\n    language: ⟨invalid-value⟩english", "en"
        ),
        "a language with an underscore": edit(
            "title: News", "title: News\n    language: ⟨invalid-value⟩en_US", "en-US"
        ),
        "a language that is none": edit("title: News", "title: News\n    language: ⟨invalid-value⟩'../../x'"),
        "a hash that is too short": edit(
            "text: news.txt", "text: news.txt\n    sha256: ⟨invalid-value⟩abc123", "64"
        ),
        "a hash of other letters": edit(
            "text: news.txt", f"text: news.txt\n    sha256: ⟨invalid-value⟩{'g' * 64}", "64"
        ),
        "an item of Wikidata as its address": edit(
            "    part_of: us",
            "    part_of: us\n    wikidata: ⟨invalid-value⟩https://www.wikidata.org/wiki/Q796",
            "Q796",
        ),
        "an item of Wikidata in small letters": edit(
            "    part_of: us", "    part_of: us\n    wikidata: ⟨invalid-value⟩q796", "Q796"
        ),
        "a property of Wikidata": edit(
            "    part_of: us", "    part_of: us\n    wikidata: ⟨invalid-value⟩P31"
        ),
        "yes for true": edit(
            "    part_of: us",
            "    roles: [{title: T, at: us, speaks_for: ⟨invalid-value⟩yes}]",
            "true",
        ),
        "a claim about a bare id": edit("[event/strikes]", "[⟨invalid-value⟩strikes]", "event/strikes"),
        "a claim about a place": edit("[event/strikes]", "[⟨invalid-value⟩place/erbil]", "event/"),
        "a claim about the kind in plural": edit(
            "[event/strikes]", "[⟨invalid-value⟩events/strikes]", "event/"
        ),
        "an override of the order of letters": edit(
            "name: John Kirby", 'name: ⟨invalid-value⟩"John \\u202Eybrik"', "U+202E"
        ),
        "such an override as it is": edit(
            "name: John Kirby", "name: ⟨invalid-value⟩John \u202eybrik", "U+202E"
        ),
        "an isolate that is left open": edit(
            "name: John Kirby", 'name: ⟨invalid-value⟩"John \\u2067x"', "U+2067"
        ),
        "an isolate that is closed only": edit(
            "name: John Kirby", 'name: ⟨invalid-value⟩"John \\u2069x"', "U+2069"
        ),
        "an embedding closed as an isolate": edit(
            "name: John Kirby", 'name: ⟨invalid-value⟩"\\u202Bx\\u2069"'
        ),
        "an override in prose": edit(
            "note: What [[kirby]] says.", 'note: ⟨invalid-value⟩"What [[kirby]] says \\u202E."', "U+202E"
        ),
        "a control character by its escape": edit("name: John Kirby", 'name: ⟨invalid-value⟩"John \\x07"'),
        "a terminal's escape": edit("name: John Kirby", 'name: ⟨invalid-value⟩"\\e[31mJohn"'),
        "a NUL by its escape": edit("note: What [[kirby]] says.", 'note: ⟨invalid-value⟩"[[kirby]] \\0"'),
        "two lines in a name": edit(
            "name: John Kirby", "name: ⟨invalid-value⟩|\n      John\n      Kirby", "line"
        ),
        "a tab in a name": edit("name: John Kirby", 'name: ⟨invalid-value⟩"John\\tKirby"', "tab"),
        "a name that nobody sees": edit("name: John Kirby", 'name: ⟨invalid-value⟩"\\u200B\\u200D"'),
        "half of a surrogate pair by its escape": edit(
            "name: John Kirby", 'name: "\\u⟨yaml-syntax⟩D83D"', "Write the character itself"
        ),
    }
)

IDS = {
    name: add(f"actors:\n  ⟨invalid-id⟩{written}:\n    name: X\n    kind: person\n", *says)
    for name, written, *says in [
        ("an id in capitals", "Ada-Quill", "ada-quill"),
        ("an id with an underscore", "ada_quill", "ada-quill"),
        ("an id with a space", "ada quill", "ada-quill"),
        ("an id with a dot", "ada.quill", "ada-quill"),
        ("an id with a slash", "actors/ada", "actors-ada"),
        ("an id that leads elsewhere", "../x", "x"),
        ("an id that is a dot", "."),
        ("an id that is two dots", ".."),
        ("an id of nothing", "''"),
        ("an id of a hyphen", "'-'"),
        ("an id that ends in a hyphen", "ada-", "ada"),
        ("an id with two hyphens", "ada--quill", "ada-quill"),
        ("an id with an umlaut", "müller", "muller"),
        ("an id in Arabic", "باسم"),
        ("an id of full-width letters", "ａｄａ", "ada"),
        ("an id with a letter of Cyrillic", "k\u0430rl", "karl"),
        ("an id with a zero-width space", '"ada\\u200Bx"', "ada"),
        ("an id with a NUL", '"ada\\0"'),
        ("an id with markup", "'<b>'", "b"),
        ("an id that is too long", "a" * 81, "80"),
        ("an id of a thousand letters", "a" * 1000),
    ]
}

FIELDS = {
    "a section in the singular": add("⟨unknown-field⟩actor:\n  x: {name: X, kind: person}\n", "`actors`"),
    "a section that is misspelt": add("⟨unknown-field⟩statments:\n  x: {speaker: kirby}\n", "`statements`"),
    "a section in capitals": add("⟨unknown-field⟩Actors:\n  x: {name: X, kind: person}\n", "`actors`"),
    "a section that there is none of": add("⟨unknown-field⟩people:\n  x: {name: X}\n", "actors"),
    "settings among the records": add(
        "⟨unknown-field⟩title: A\n⟨unknown-field⟩language: en\n", "dossier.yaml"
    ),
    "records among the settings": settings("title: A\n⟨unknown-field⟩actors: {}\n"),
    "a setting that is misspelt": settings("title: A\n⟨unknown-field⟩langauge: ar\n", "`language`"),
    "a field that is misspelt": edit("    part_of: us", "    ⟨unknown-field⟩partof: us", "`part_of`"),
    "a field with a hyphen": edit("    part_of: us", "    ⟨unknown-field⟩part-of: us", "`part_of`"),
    "a field in capitals": edit(
        "    quote: Nobody", "    ⟨unknown-field⟩Quote: x\n    quote: Nobody", "`quote`"
    ),
    "a field in the singular": edit("    part_of: us", "    ⟨unknown-field⟩alias: [Jack]", "`aliases`"),
    "a field of another kind of record": edit("    part_of: us", "    ⟨unknown-field⟩speaker: us"),
    "a field with a space before its colon": edit("    part_of: us", "    ⟨unknown-field⟩'part_of ': us"),
    "a field with a letter of Cyrillic": edit(
        "    part_of: us", "    ⟨unknown-field⟩p\u0430rt_of: us", "`part_of`"
    ),
    "a claim's status": edit("    about:", "    ⟨unknown-field⟩status: disputed\n    about:"),
    "an id inside a record": edit("    part_of: us", "    ⟨unknown-field⟩id: kirby"),
    "a field of a part that is misspelt": edit(
        "        value: 16", "        ⟨unknown-field⟩vaule: 16\n        value: 16", "`value`"
    ),
    "a field of a role that is misspelt": edit(
        "    part_of: us", "    roles: [{title: T, at: us, ⟨unknown-field⟩since: 2020}]", "from"
    ),
    "a date of the source in a statement": edit(
        "    quote: Nobody", "    ⟨unknown-field⟩date: 2024-02-05\n    quote: Nobody", "said"
    ),
    "a source without a title": add("sources:\n  ⟨missing-field⟩x: {kind: report}\n", "`title`"),
    "an actor without a name": add("actors:\n  ⟨missing-field⟩x: {kind: person}\n", "`name`"),
    "an actor without a kind": add("actors:\n  ⟨missing-field⟩x: {name: X}\n", "`kind`"),
    "a place without a name": add("places:\n  ⟨missing-field⟩x: {kind: city}\n", "`name`"),
    "an event without a kind": add("events:\n  ⟨missing-field⟩x: {name: X}\n", "`kind`"),
    "a claim without a text": add("claims:\n  ⟨missing-field⟩x: {question: Was it?}\n", "`text`"),
    "a statement without a speaker": add(
        "statements:\n  ⟨missing-field⟩x: {source: news, passage: on Friday}\n", "`speaker`"
    ),
    "a statement without a source": add(
        "statements:\n  ⟨missing-field⟩x: {speaker: kirby, passage: on Friday}\n", "`source`"
    ),
    "a statement without its words": add(
        "statements:\n  ⟨missing-field⟩x: {speaker: kirby, source: news}\n", "quote", "passage"
    ),
    "a figure without a value": edit(
        "      - measure: killed\n        value: 16\n", "      - ⟨missing-field⟩measure: killed\n", "`value`"
    ),
    "evidence without its words": edit(
        "      - source: news\n        passage: launched strikes on 85 targets\n",
        "      - ⟨missing-field⟩source: news\n",
        "`passage`",
    ),
    "a participant without a role": edit(
        "{actor: us, role: carried out}", "⟨missing-field⟩{actor: us}", "`role`"
    ),
    "a role without its body": edit("    part_of: us", "    roles: [⟨missing-field⟩{title: T}]", "`at`"),
    "a relation without its kind": edit(
        "    part_of: us", "    relations: [⟨missing-field⟩{to: us}]", "`kind`"
    ),
    "a membership without its body": edit(
        "    part_of: us", "    part_of: [⟨missing-field⟩{from: 2020}]", "`actor`"
    ),
    "a latitude without a longitude": edit("    lat: 36.19\n    lon: 44.01", "    lat: ⟨missing-field⟩36.19"),
    "a longitude without a latitude": edit("    lat: 36.19\n    lon: 44.01", "    lon: ⟨missing-field⟩44.01"),
    "a hash without its text": add(
        f"sources:\n  x:\n    title: X\n    sha256: ⟨missing-field⟩{'a' * 64}\n", "`text`"
    ),
    "a role's passage without its source": edit(
        "    part_of: us", "    roles: [{title: T, at: us, passage: ⟨missing-field⟩on Friday}]", "`source`"
    ),
    "settings without a title": settings("⟨missing-field⟩language: en\n", "`title`"),
    "settings that are empty": settings("⟨missing-field⟩", "`title`"),
    "settings that are a comment": settings("⟨missing-field⟩# title: A\n", "`title`"),
    "settings that are a list": settings("⟨wrong-type⟩- title: A\n", "`title: …`"),
    "settings that are a text": settings("⟨wrong-type⟩title\n", "`title: …`"),
    "settings in a sub-folder only": bad(
        {"dossier.yaml": "⟨missing-field⟩", "sub/dossier.yaml": "⟨unknown-field⟩title: A\n"}, "root"
    ),
    "settings twice": bad({"sub/dossier.yaml": "⟨unknown-field⟩title: B\n"}, "root"),
    "a record in two files": bad(
        {"zz.yaml": "actors:\n  ⟨duplicate-id⟩kirby: {name: Kirby, kind: person}\n"}, "records.yaml:8:3"
    ),
    "a record in two files of other kinds of endings": bad(
        {"more.yml": "claims:\n  x: {text: X}\n", "sub/more.yaml": "claims:\n  ⟨duplicate-id⟩x: {text: X}\n"},
        "more.yml:2:3",
    ),
}

_NAMED = "name: X, kind: person"
REFERENCES = {
    "a speaker who is misspelt": edit("speaker: kirby", "speaker: ⟨unknown-reference⟩kirbi", "`kirby`"),
    "a speaker by name": edit("speaker: kirby", "speaker: ⟨invalid-value⟩John Kirby", "john-kirby"),
    "a speaker who is a place": edit(
        "speaker: kirby", "speaker: ⟨unknown-reference⟩erbil", "one of the places"
    ),
    "a speaker with the kind": edit("speaker: kirby", "speaker: ⟨invalid-value⟩actor/kirby"),
    "a source that is none": edit(
        "    source: news\n    quote: Nobody",
        "    source: ⟨unknown-reference⟩newz\n    quote: Nobody",
        "`news`",
    ),
    "a source that is an actor": edit(
        "    source: news\n    quote: Nobody",
        "    source: ⟨unknown-reference⟩awadi\n    quote: Nobody",
        "one of the actors",
    ),
    "a claim that is misspelt": edit("told: asserts", "⟨unknown-reference⟩tolt: asserts", "`told`"),
    "a claim that is an event": edit(
        "told: asserts", "⟨unknown-reference⟩strikes: asserts", "one of the events"
    ),
    "a body that is none": edit("part_of: us", "part_of: ⟨unknown-reference⟩usa", "`us`"),
    "a body in a list": edit("part_of: us", "part_of: [{actor: ⟨unknown-reference⟩nobody-there}]"),
    "a role's body": edit("part_of: us", "roles: [{title: T, at: ⟨unknown-reference⟩nobody-there}]"),
    "a relation's other side": edit(
        "part_of: us", "relations: [{to: ⟨unknown-reference⟩nobody-there, kind: k}]"
    ),
    "a role's source": edit(
        "part_of: us", "roles: [{title: T, at: us, source: ⟨unknown-reference⟩newz}]", "`news`"
    ),
    "a place that is none": edit("places: [erbil]", "places: [⟨unknown-reference⟩arbil]", "`erbil`"),
    "a place that is an actor": edit(
        "places: [erbil]", "places: [⟨unknown-reference⟩kirby]", "one of the actors"
    ),
    "the place around a place": edit("lat: 36.19", "within: ⟨unknown-reference⟩kurdistan\n    lat: 36.19"),
    "a participant": edit("{actor: us,", "{actor: ⟨unknown-reference⟩usa,", "`us`"),
    "an event's whole": edit("    places:", "    part_of: ⟨unknown-reference⟩war\n    places:"),
    "an event's cause": edit(
        "    places:", "    responds_to: [⟨unknown-reference⟩strike]\n    places:", "`strikes`"
    ),
    "whom a figure counts": edit(
        "        value: 16", "        of: ⟨unknown-reference⟩pmf\n        value: 16"
    ),
    "whose figure it is": edit(
        "        value: 16", "        attributed_to: ⟨unknown-reference⟩pmf\n        value: 16"
    ),
    "a figure's source": edit(
        "        source: news\n        passage: counted",
        "        source: ⟨unknown-reference⟩newz\n        passage: counted",
        "`news`",
    ),
    "the source of evidence": edit(
        "      - source: news", "      - source: ⟨unknown-reference⟩newz", "`news`"
    ),
    "what a claim is about": edit("[event/strikes]", "[⟨unknown-reference⟩event/strike]", "`strikes`"),
    "whom a claim is about": edit(
        "[event/strikes]", "[⟨unknown-reference⟩actor/strikes]", "one of the events"
    ),
    "the event of a statement": edit(
        "    quote: Nobody", "    during: ⟨unknown-reference⟩briefing\n    quote: Nobody"
    ),
    "whom a statement was made to": edit(
        "    quote: Nobody", "    to: [⟨unknown-reference⟩kerby]\n    quote: Nobody", "`kirby`"
    ),
    "what a statement corrects": edit(
        "    quote: Nobody", "    corrects: ⟨unknown-reference⟩kirby-tolt\n    quote: Nobody", "`kirby-told`"
    ),
    "a publisher": edit("title: News", "title: News\n    publisher: ⟨unknown-reference⟩rudaw"),
    "an author": edit(
        "title: News", "title: News\n    authors: [kirby, ⟨unknown-reference⟩kerby]", "`kirby`"
    ),
    "a dateline": edit("title: News", "title: News\n    dateline: ⟨unknown-reference⟩erbill", "`erbil`"),
    "the claim that the home page opens with": settings(
        "title: A\nlead: ⟨unknown-reference⟩tolt\n", "`told`"
    ),
    "a link in the summary": settings(
        "title: A\nsummary: ⟨unknown-reference⟩See [[kirbi]].\n", "`[[kirby]]`"
    ),
    "a link to nothing": edit(
        "note: What [[kirby]] says.", "note: ⟨unknown-reference⟩What [[kirbi]] says.", "`[[kirby]]`"
    ),
    "a link by another kind": edit(
        "note: What [[kirby]] says.",
        "note: ⟨unknown-reference⟩What [[place/kirby]] says.",
        "`[[place/kirby]]`",
    ),
    "a link by a kind that is none": edit(
        "note: What [[kirby]] says.", "note: ⟨unknown-reference⟩What [[person/kirby]] says."
    ),
    "a link to one of two": bad(
        {
            "more.yaml": "places:\n  kirby: {name: Kirby, kind: city}\n",
            "records.yaml": RECORDS.replace("note: What", "note: ⟨ambiguous-reference⟩What"),
        },
        "`[[actor/kirby]]`",
    ),
    "a link to an address": edit(
        "note: What [[kirby]] says.", "note: ⟨unknown-reference⟩See [[https://example.org]]."
    ),
}

QUOTES = {
    "a word that is changed": quoted("We told Iran before the strikes", "“Iraq”", "“Iran”"),
    "another article": quoted("We told Iraq before a strikes", "“the”", "“a”"),
    "another case": quoted("we told Iraq before the strikes", "“We”", "“we”"),
    "a word that is left out": quoted("We told Iraq before strikes", "“the”"),
    "a word that is added": quoted("We have told Iraq before the strikes"),
    "words in another order": quoted("Iraq we told before the strikes"),
    "half a word at the end": quoted("We told Iraq before the strike", "whole words", "strikes"),
    "half a word at the start": quoted("e told Iraq before the strikes", "whole words", "We"),
    "another tense": quoted("We tell Iraq before the strikes"),
    "a letter of Cyrillic": quoted(
        "We told Ir\u0430q before the strikes", "the second has U+0430 CYRILLIC SMALL LETTER A"
    ),
    "a zero-width space": quoted(
        '"We told Iraq\\u200B before the strikes"', "the second has U+200B ZERO WIDTH SPACE"
    ),
    "a zero-width space inside a word": quoted('"We told Ir\\u200Baq before the strikes"'),
    "a zero-width no-break space by its escape": quoted('"We told\\uFEFF Iraq before the strikes"'),
    "a soft hyphen": quoted('"We told Ir\\u00ADaq before the strikes"', "U+00AD SOFT HYPHEN"),
    "a mark on a letter that has none": quoted("We told Iráq before the strikes"),
    "a letter without its mark": edit(
        "quote: Nobody told us a thing", "quote: ⟨quote-not-found⟩Nobody was naive", "“naïve”", "“naive”"
    ),
    "a digit that is changed": edit(
        "passage: launched strikes on 85 targets",
        "passage: ⟨quote-not-found⟩launched strikes on 86 targets",
        "“85”",
        "“86”",
    ),
    "digits in full width": edit(
        "passage: launched strikes on 85 targets",
        "passage: ⟨quote-not-found⟩launched strikes on ８５ targets",
        "“85”",
    ),
    "Arabic digits": edit(
        "passage: launched strikes on 85 targets", "passage: ⟨quote-not-found⟩launched strikes on ٨٥ targets"
    ),
    "half a number": edit(
        "passage: counted 16 dead", "passage: ⟨quote-not-found⟩counted 1", "whole words", "16"
    ),
    "a number in words": edit("passage: counted 16 dead", "passage: ⟨quote-not-found⟩counted sixteen dead"),
    "an ellipsis without brackets": quoted("We told Iraq … the strikes"),
    "dots without brackets": quoted("We told Iraq ... the strikes"),
    "parts around an omission in another order": quoted(
        '"before the strikes […] We told Iraq"', "“We told Iraq”"
    ),
    "a part around an omission that is not there": quoted('"We told Iraq […] after the strikes"'),
    "an omission of everything": quoted('"[…]"'),
    "fragments in another order": edit(
        "quote: We told Iraq before the strikes",
        "quote:\n      - we told the allies\n      - ⟨quote-not-found⟩We told Iraq",
        "not after the fragment above it",
    ),
    "a fragment twice that stands there once": edit(
        "quote: We told Iraq before the strikes",
        "quote:\n      - before the strikes\n      - ⟨quote-not-found⟩before the strikes",
        "not after the fragment above it",
    ),
    "a fragment that is not there": edit(
        "quote: We told Iraq before the strikes",
        "quote:\n      - We told Iraq\n      - ⟨quote-not-found⟩and Iran",
    ),
    "a paraphrase": quoted("The US government had warned Baghdad"),
    "words of another language": quoted("أبلغنا العراق قبل الضربات"),
    "words that no text has": quoted("xyzzy"),
    "a sign alone": quoted("'?!'"),
    "one long word": quoted("x" * 5000),
    "an expression for a pattern": quoted("'We told .* before the strikes'"),
    "a quote in the source of somebody else": bad(
        {
            "more.yaml": "sources:\n  other: {title: Other, text: other.txt}\n"
            "statements:\n  x:\n    speaker: kirby\n    source: other\n"
            "    quote: ⟨quote-not-found⟩We told Iraq before the strikes\n    positions: {told: asserts}\n"
        },
        "`other`",
        texts={"other.txt": "Nothing of the kind.\n"},
    ),
    "a quote from an empty text": bad(
        {
            "more.yaml": "sources:\n  other: {title: Other, text: other.txt}\n"
            "statements:\n  x:\n    speaker: kirby\n    source: other\n"
            "    quote: ⟨quote-not-found⟩We told Iraq\n    positions: {told: asserts}\n"
        },
        texts={"other.txt": ""},
    ),
}

TEXTS = {
    "a hash of other bytes": edit(
        "text: news.txt", f"text: news.txt\n    sha256: ⟨sha256-mismatch⟩{'0' * 64}", "it is now"
    ),
    "a text above the folder": edit("text: news.txt", "text: ⟨text-outside⟩../news.txt", "Copy the file"),
    "a text above the folder by a detour": edit("text: news.txt", "text: ⟨text-outside⟩a/../../news.txt"),
    "a text from the root": edit("text: news.txt", "text: ⟨text-outside⟩/etc/passwd"),
    "a text by a backslash": edit("text: news.txt", "text: ⟨text-outside⟩sub\\news.txt", "`/`"),
    "a text on a drive": edit("text: news.txt", "text: ⟨text-outside⟩C:/news.txt"),
    "a text of the network": edit("text: news.txt", "text: ⟨text-outside⟩//host/news.txt"),
    "a text by its address": edit("text: news.txt", "text: ⟨text-not-found⟩https://example.org/news.txt"),
    "a text that is not there": edit("text: news.txt", "text: ⟨text-not-found⟩new.txt", "`news.txt`"),
    "a text in capitals": edit("text: news.txt", "text: ⟨text-not-found⟩News.txt", "`news.txt`"),
    "a text from the root of the folder": bad(
        {"sub/more.yaml": "sources:\n  x:\n    title: X\n    text: ⟨text-not-found⟩news.txt\n"},
        "`../news.txt`",
    ),
    "a text that is a file of records": edit("text: news.txt", "text: ⟨text-not-found⟩records.yaml", ".txt"),
    "a text that is a web page": edit("text: news.txt", "text: ⟨text-not-found⟩news.html", ".txt"),
    "a text that is the folder": edit("text: news.txt", "text: ⟨text-not-found⟩."),
    "a text that is no path": edit("text: news.txt", 'text: ⟨invalid-value⟩"news\\0.txt"'),
    "the words themselves for a text": edit(
        "text: news.txt", "text: ⟨text-not-found⟩Washington on Friday launched strikes on 85 targets in Iraq."
    ),
    "a text in Latin 1": bad(
        {}, "UTF-8", at=[("not-utf8", "news.txt", 3)], texts={"news.txt": TEXT.encode("cp1252")}
    ),
    "a text in UTF-16": bad(
        {}, "UTF-16", at=[("not-utf8", "news.txt", 1)], texts={"news.txt": TEXT.encode("utf-16")}
    ),
    "a text that is cut short": bad(
        {},
        at=[("not-utf8", "news.txt", 3)],
        texts={"news.txt": TEXT.encode().partition("ï".encode())[0] + b"\xc3"},
    ),
    "a text of another article": bad(
        {
            "records.yaml": RECORDS.replace("passage: counted", "passage: ⟨quote-not-found⟩counted")
            .replace("passage: launched", "passage: ⟨quote-not-found⟩launched")
            .replace("quote: We", "quote: ⟨quote-not-found⟩We")
            .replace("quote: Nobody", "quote: ⟨quote-not-found⟩Nobody")
        },
        texts={"news.txt": "Another article.\n"},
    ),
}

TIES = {
    "an actor that is part of itself": edit("part_of: us", "part_of: ⟨circle⟩kirby"),
    "two actors in a circle": bad(
        {
            "records.yaml": RECORDS.replace("part_of: us", "part_of: ⟨circle⟩us").replace(
                "name: United States", "name: United States\n    part_of: kirby"
            )
        },
        "`kirby` is part of `us` is part of `kirby`",
    ),
    "a place within itself": edit("lat: 36.19", "within: ⟨circle⟩erbil\n    lat: 36.19"),
    "three places in a circle": add(
        "places:\n  x: {name: X, within: ⟨circle⟩y}\n  y: {name: Y, within: z}\n  z: {name: Z, within: x}\n"
    ),
    "an event that is part of itself": edit("    places:", "    part_of: ⟨circle⟩strikes\n    places:"),
    "a statement that corrects itself": edit(
        "    quote: Nobody", "    corrects: ⟨circle⟩awadi-denies\n    quote: Nobody"
    ),
    "two statements that correct one another": bad(
        {
            "records.yaml": RECORDS.replace("quote: We", "corrects: awadi-denies\n    quote: We").replace(
                "quote: Nobody", "corrects: ⟨circle⟩kirby-told\n    quote: Nobody"
            )
        }
    ),
    "an event that answers itself": edit("    places:", "    responds_to: [⟨circle⟩strikes]\n    places:"),
    "a role that ends before it begins": edit(
        "part_of: us", "roles: [{title: T, at: us, from: 2024-02, until: ⟨ends-before-start⟩2023}]"
    ),
    "a membership that ends before it begins": edit(
        "part_of: us", "part_of: [{actor: us, from: 2024-02-02, until: ⟨ends-before-start⟩2024-02-01}]"
    ),
    "a relation that ends before it begins": edit(
        "part_of: us", "relations: [{to: us, kind: k, from: 2024, until: ⟨ends-before-start⟩2023-12}]"
    ),
}

REDIRECTS = {
    "a redirect to nothing": bad({"redirects.csv": "⟨redirect-nowhere⟩claims/old,claims/new\n"}, "`new`"),
    "a redirect from a record": bad({"redirects.csv": "⟨redirect-taken⟩claims/told,actors/us\n"}),
    "a redirect to itself": bad({"redirects.csv": "⟨redirect-circle⟩claims/old,claims/old\n"}),
    "redirects in a circle": bad(
        {"redirects.csv": "⟨redirect-circle⟩claims/a,claims/b\n⟨redirect-circle⟩claims/b,claims/a\n"}
    ),
    "a redirect into a circle": bad(
        {
            "redirects.csv": "⟨redirect-circle⟩claims/c,claims/a\n⟨redirect-circle⟩claims/a,claims/b\n"
            "⟨redirect-circle⟩claims/b,claims/a\n"
        }
    ),
    "two redirects from one address": bad(
        {"redirects.csv": "claims/a,claims/told\n⟨duplicate-redirect⟩claims/a,actors/us\n"}, "line 1"
    ),
    "a redirect that leads elsewhere": bad({"redirects.csv": "⟨invalid-redirect⟩../../x,claims/told\n"}),
    "a redirect with a path in it": bad({"redirects.csv": "⟨invalid-redirect⟩claims/../../x,claims/told\n"}),
    "a redirect to another site": bad(
        {"redirects.csv": "⟨invalid-redirect⟩claims/x,https://evil.example/\n"}
    ),
    "a redirect with markup": bad({"redirects.csv": "⟨invalid-redirect⟩claims/<script>,claims/told\n"}),
    "a redirect of one address": bad({"redirects.csv": "⟨invalid-redirect⟩claims/x\n"}, "comma"),
    "a redirect of three addresses": bad({"redirects.csv": "⟨invalid-redirect⟩claims/x,claims/told,x\n"}),
    "a redirect with semicolons": bad({"redirects.csv": "⟨invalid-redirect⟩claims/x;claims/told\n"}, "comma"),
    "redirects with a head": bad(
        {"redirects.csv": "⟨invalid-redirect⟩⟨invalid-redirect⟩old,new\nclaims/x,claims/told\n"}
    ),
    "redirects in Latin 1": bad(
        {"redirects.csv": "# Caf\xe9\n".encode("latin-1")}, at=[("not-utf8", "redirects.csv", 1)]
    ),
    "redirects in UTF-16": bad(
        {"redirects.csv": "claims/x,claims/told\n".encode("utf-16")}, at=[("not-utf8", "redirects.csv", 1)]
    ),
    "a redirect with a NUL": bad({"redirects.csv": "⟨invalid-redirect⟩claims/x\0,claims/told\n"}),
    "a redirect of a section": bad({"redirects.csv": "⟨invalid-redirect⟩claims,claims/told\n"}),
}

KINDS: dict[str, dict[str, Bad]] = {
    "syntax": SYNTAX,
    "shapes": SHAPES,
    "values": VALUES,
    "ids": IDS,
    "fields": FIELDS,
    "references": REFERENCES,
    "quotes": QUOTES,
    "texts": TEXTS,
    "ties": TIES,
    "redirects": REDIRECTS,
}
