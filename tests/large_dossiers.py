"""Dossiers that are wrong in thousands of places, or in one that is very long, each with its first error."""

from collections.abc import Callable, Iterator
from random import Random

from tests.bad_dossiers import Bad, bad


def lines(start: str, line: str, count: int) -> str:
    """Repeat a line, with its number in place of `#`."""
    return start + "".join(line.replace("#", str(number)) for number in range(count))


ACTOR = "actors:\n  a: {name: A, kind: person}\n  b: {name: B, kind: person}\n"
SOURCE = "sources: {s: {title: S, text: s.txt}}\n"
CLAIM = "claims:\n  c: {text: C}\n"
SAYS = "{speaker: a, source: s, positions: {c: asserts}, quote: "
OPPOSED = """\
  q#: {speaker: a, source: s, passage: w, positions: {c: asserts}}
  r#: {speaker: b, source: s, passage: w, positions: {c: denies}}
"""
FIGURE = "      - {measure: m, value: #, source: s, passage: x}\n"


def words(count: int) -> str:
    """Make a text of that many words, of a thousand different ones."""
    random = Random(1)  # noqa: S311 - not for secrets
    return " ".join(f"w{random.randrange(1000)}x" for _ in range(count))


def large_files() -> Iterator[tuple[str, Bad]]:
    """Files that are large in themselves."""
    for name, content, rule, line in (
        (
            "one line of 5 MB",
            b"actors:\n  x: {name: X, kind: person, aliases: [" + b"x, " * 1_600_000,
            "file-too-large",
            2,
        ),
        ("a list that is never closed", b"a: [\n" + b"x,\n" * 100_000, "yaml-syntax", 1),
        ("a quotation mark before 10 MB", b'actors:\n  x: {name: "' + b"x\n" * 5_000_000, "yaml-syntax", 2),
        ("a key of 5 MB", b"x" * 5_000_000 + b": 1\n", "yaml-syntax", 1),
        (
            "an id of 5 MB",
            b"actors:\n  ? " + b"x" * 5_000_000 + b"\n  : {name: X, kind: person}\n",
            "invalid-id",
            2,
        ),
        ("a file of 20 MB", b"# x\n" * 5_000_000, "file-too-large", 1),
        (
            "a number of 5 MB",
            b"places:\n  x: {name: X, lat: " + b"9" * 5_000_000 + b", lon: 0}\n",
            "invalid-value",
            2,
        ),
        (
            "a date of 5 MB",
            b"sources:\n  x: {title: X, published: " + b"9" * 5_000_000 + b"}\n",
            "invalid-value",
            2,
        ),
        (
            "an address of 5 MB",
            b"sources:\n  x: {title: X, url: 'javascript:" + b"x" * 5_000_000 + b"'}\n",
            "invalid-value",
            2,
        ),
    ):
        yield name, bad({"more.yaml": content}, at=[(rule, "more.yaml", line)])


def large_numbers() -> Iterator[tuple[str, Bad]]:
    """Thousands of errors."""
    first = "more.yaml"
    for name, content, rule, line in (
        ("a million times one key", "a:\n" * 1_000_000, "duplicate-key", 2),
        ("unknown sections", lines("", "s#: x\n", 50_000), "unknown-field", 1),
        (
            "unknown fields",
            lines("actors:\n  x:\n    name: X\n    kind: person\n", "    nam#: x\n", 50_000),
            "unknown-field",
            5,
        ),
        ("wrong ids", lines("actors:\n", "  Ünï_#: {name: X, kind: person}\n", 20_000), "invalid-id", 2),
        ("wrong kinds", lines("actors:\n", "  x#: {name: X, kind: k#}\n", 20_000), "invalid-value", 2),
        (
            "wrong dates",
            lines("events:\n", "  x#: {name: X, kind: k, when: #th of May}\n", 10_000),
            "invalid-value",
            2,
        ),
        (
            "references to nothing",
            lines("claims:\n", "  x#: {text: X, about: [event/strike-#, actor/kirbi#]}\n", 10_000),
            "unknown-reference",
            2,
        ),
        (
            "links to nothing",
            lines("claims:\n", "  x#: {text: X, note: 'See [[told#]] and [[kirby#]].'}\n", 10_000),
            "unknown-reference",
            2,
        ),
        (
            "texts that are not there",
            lines("sources:\n", "  x#: {title: X, text: news#.txt}\n", 10_000),
            "text-not-found",
            2,
        ),
        (
            "actors in a circle",
            "actors:\n"
            + "".join(
                f"  x{n}: {{name: X, kind: state, part_of: x{(n + 1) % 9_000}}}\n" for n in range(9_000)
            ),
            "circle",
            2,
        ),
    ):
        yield name, bad({"more.yaml": content}, at=[(rule, first, line)])
    chain = "".join(f"claims/a{n},claims/a{(n + 1) % 20_000}\n" for n in range(20_000))
    yield (
        "redirects in a long circle",
        bad({"redirects.csv": chain.encode()}, at=[("redirect-circle", "redirects.csv", 1)]),
    )
    hashes = lines("sources:\n", "  x#: {title: X, text: big.txt, sha256: " + "0" * 64 + "}\n", 1_000)
    yield (
        "hashes of one large text",
        bad({"more.yaml": hashes}, at=[("sha256-mismatch", first, 2)], texts={"big.txt": "x " * 4_000_000}),
    )


def large_quotes() -> Iterator[tuple[str, Bad]]:
    """Quotations and statements."""
    text = words(100_000)
    head = SOURCE + ACTOR + CLAIM
    for name, yaml, rule, line, source in (
        (
            "quotations that no text has",
            lines(head + "statements:\n", "  q#: " + SAYS + "nobody said # of this}\n", 5_000),
            "quote-not-found",
            8,
            text,
        ),
        (
            "a quotation of 1 MB",
            head + f"statements:\n  q: {SAYS}{'x ' * 500_000}}}\n",
            "quote-not-found",
            8,
            text,
        ),
        (
            "a quotation of 500,000 letters with one word changed",
            head + f"statements:\n  q: {SAYS}{text[:250_000]} changed {text[250_001:500_000]}}}\n",
            "quote-not-found",
            8,
            text,
        ),
        (
            "brackets without end",
            head + f"statements:\n  q: {SAYS}'{'[' * 300_000}'}}\n",
            "quote-not-found",
            8,
            text,
        ),
        (
            "omissions without end",
            head + f"statements:\n  q: {SAYS}'{'[…] x ' * 50_000}'}}\n",
            "quote-not-found",
            8,
            text,
        ),
        (
            "statements on one claim, half of them against it",
            lines(head + "statements:\n", OPPOSED, 1_500),
            "too-many-contradictions",
            6,
            "w",
        ),
        (
            "figures of one event",
            lines(SOURCE + "events:\n  e:\n    name: E\n    kind: k\n    figures:\n", FIGURE, 3_000),
            "too-many-figures",
            3,
            "x",
        ),
    ):
        yield name, bad({"more.yaml": yaml}, at=[(rule, "more.yaml", line)], texts={"s.txt": source})


LARGE: list[Callable[[], Iterator[tuple[str, Bad]]]] = [large_files, large_numbers, large_quotes]
