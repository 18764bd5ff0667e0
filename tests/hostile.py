"""A dossier whose every text is full of what Markdown, HTML, templates and scripts might obey or break."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from unicodedata import category

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.loading import load
from mkdocs_dossier.model.records import Actor, Claim, Event, Place, Record, Source, Statement
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.refs import SECTIONS
from tests.rendering import HOSTILE, folded

_BREAKS = {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
_ESCAPED = {**_BREAKS, "\ufeff": "\\uFEFF"}
_PIECES = [piece for piece in HOSTILE.split() if not set(piece) & set(_BREAKS)]
_STARTS = [
    "#",
    "-",
    "*",
    "+",
    ">",
    "1.",
    "|",
    "=",
    "`",
    "~~~",
    "---",
    ":",
    "[",
    "!!!",
    "<script>",
    "///",
    "{{",
    "&",
]
_MARKS = set("\"“”„‟«»'‘’‚‛‹›`´ʼ")
_PARTS = {"actors": 60, "places": 30, "events": 60, "claims": 60, "statements": 80, "sources": 10}

_AT_A_TIME = 3
Data = dict[str, Any]


@dataclass
class _Writer:
    """Makes texts that no two places share, and records of them; of `wholes`, where there are any."""

    random: Random
    wholes: Sequence[str] = ()
    count: int = 0
    paragraphs: dict[str, list[str]] = field(default_factory=dict)

    def text(self, *, quotable: bool = False) -> str:
        """Make a text that begins and goes on as markup might, with a word of its own at its end."""
        self.count += 1
        if self.wholes:
            start = self.count * _AT_A_TIME
            pieces = [self.wholes[(start + one) % len(self.wholes)] for one in range(_AT_A_TIME)]
            return self._marked(" ".join(pieces).strip(), quotable=quotable)
        pieces = [self.random.choice(_STARTS), *self.random.choices(_PIECES, k=self.random.randint(1, 5))]
        separator = self.random.choice(["", " ", " "])
        return self._marked(separator.join(pieces), quotable=quotable)

    def _marked(self, written: str, *, quotable: bool) -> str:
        if quotable:
            # Brackets leave words out of a quotation; marks inside it would end it.
            written = "".join(char for char in written if char not in _MARKS | set("[]"))
            # Nobody quotes from the middle of a character.
            written = written if category(written[0])[0] not in "CM" else f"a{written}"
        return f"{written} w{self.count:05}x"

    def prose(self) -> str:
        written = f"{self.text()}\n\n- {self.text()}\n- *{self.text()}*\n\n> {self.text()}"
        return written.replace("[[", "[ [")

    def says(self, source: str, sentence: str) -> None:
        self.paragraphs.setdefault(source, []).append(sentence)


def hostile(records: int = 300, seed: int = 0, wholes: Sequence[str] = ()) -> dict[str, bytes]:
    """Make the files of such a dossier, by path; it is free of problems, and the same for a seed.

    Its texts are made of pieces, or of `wholes`, where there are any.
    """
    writer = _Writer(Random(seed), wholes)  # noqa: S311 - not for secrets
    share = records / sum(_PARTS.values())
    ids = {kind: [f"{kind[:-1]}-{n}" for n in range(max(2, round(n * share)))] for kind, n in _PARTS.items()}
    tree = _records(writer, ids)
    settings = {
        "title": writer.text(),
        "summary": writer.prose(),
        "editors": [writer.text(), writer.text()],
        "licence": writer.text(),
        "updated": "2024-02-05",
    }
    texts = {f"texts/{key}.txt": "\n".join(lines) + "\n" for key, lines in writer.paragraphs.items()}
    files = {path: content.encode() for path, content in texts.items()}
    files["dossier.yaml"] = "".join(f"{key}: {flow(value)}\n" for key, value in settings.items()).encode()
    files["changes.yaml"] = "".join(f"- {flow(one)}\n" for one in _changes(writer, ids)).encode()
    return files | _allowing(tree, files)


def folder_of(files: Mapping[str, bytes]) -> Folder:
    """Make the dossier's folder of its files."""
    yaml = {path: content for path, content in files.items() if path.endswith(".yaml")}
    return Folder(yaml, {path: content for path, content in files.items() if path not in yaml})


def _records(writer: _Writer, ids: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Data]]:
    pick = writer.random.choice
    tree: dict[str, dict[str, Data]] = {kind: {} for kind in SECTIONS}
    for number, key in enumerate(ids["actors"]):
        tree["actors"][key] = _actor(writer, ids, number)
    for number, key in enumerate(ids["places"]):
        tree["places"][key] = {
            "name": writer.text(),
            "names": {"ar": writer.text(), "zh-Hant": writer.text()},
            "aliases": [writer.text()],
            "kind": pick(["city", "site", "region", "country", "area"]),
            "lat": str(number - 15),
            "lon": str(5 * number - 75),
            **({"within": ids["places"][number // 2]} if number else {}),
        }
    for key in ids["sources"]:
        tree["sources"][key] = {
            "title": writer.text(),
            "publisher": pick(ids["actors"]),
            "authors": [pick(ids["actors"])],
            "published": "2024-02-05",
            "url": f"https://example.org/{key}?a=1&b=(2)*3*_4_#c'd",
            "language": pick(["en", "ar", "zh-Hant"]),
            "dateline": pick(ids["places"]),
            "text": f"texts/{key}.txt",
            "rights": pick(["quote", "publish"]),
        }
    for key in ids["claims"]:
        about = [f"event/{pick(ids['events'])}", f"actor/{pick(ids['actors'])}"]
        tree["claims"][key] = {
            "text": writer.text(),
            "question": writer.text(),
            "about": about,
            "note": writer.prose(),
        }
    for key in ids["events"]:
        tree["events"][key] = _event(writer, ids)
    for number, key in enumerate(ids["statements"]):
        tree["statements"][key] = _statement(writer, ids, tree["actors"], number)
    for kind in ("claims", "statements"):
        for key in ids[kind][::3]:
            reply = {"actor": pick(ids["actors"]), "on": "2024-02-07", "text": writer.text(quotable=True)}
            tree[kind][key] = {**tree[kind][key], "replies": [reply]}
    return tree


def _changes(writer: _Writer, ids: Mapping[str, Sequence[str]]) -> list[Data]:
    """Say of some records that they changed, and of some that are not there."""
    pick = writer.random.choice
    statement, claim = f"statement/{pick(ids['statements'])}", f"claim/{pick(ids['claims'])}"
    said = {"was": writer.text(), "now": writer.text()}
    return [
        {"on": "2024-02-06", "what": "name", **said},
        {"on": "2024-02-06", "record": f"actor/{pick(ids['actors'])}", "what": "name", **said},
        {"on": "2024-02-06", "record": statement, "what": "words", **said},
        {"on": "2024-02-07", "record": statement, "what": "added"},
        {"on": "2024-02-07", "record": claim, "what": "wording", **said, "because": statement},
        {
            "on": "2024-02-07",
            "record": f"event/{pick(ids['events'])}",
            "what": "figure-added",
            "now": "16",
            "about": writer.text(),
        },
        {"on": "2024-02-08", "record": "place/gone", "what": "removed", "title": writer.text()},
    ]


def _actor(writer: _Writer, ids: Mapping[str, Sequence[str]], number: int) -> Data:
    source, role, relation = (
        writer.random.choice(ids["sources"]),
        writer.text(quotable=True),
        writer.text(quotable=True),
    )
    writer.says(source, f"It says {role} here, and {relation} there.")
    body = ids["actors"][number // 2]
    return {
        "name": writer.text(),
        "kind": writer.random.choice(["person", "organisation", "government", "media"]),
        "names": {"ar": writer.text(), "ru": writer.text()},
        "aliases": [writer.text()],
        "description": writer.prose(),
        **(
            {
                "part_of": [{"actor": body, "from": "2020"}],
                "roles": [{"title": writer.text(), "at": body, "source": source, "passage": role}],
            }
            if number
            else {}
        ),
        "relations": [
            {"to": ids["actors"][-1 - number], "kind": writer.text(), "source": source, "passage": relation}
        ],
        "links": ["https://example.org/a'b(c)_d_*e*"],
    }


def _event(writer: _Writer, ids: Mapping[str, Sequence[str]]) -> Data:
    pick = writer.random.choice
    source = pick(ids["sources"])
    passage, counted = writer.text(quotable=True), f"{writer.text(quotable=True)} and 16 more"
    writer.says(source, f"{passage} was reported.")
    writer.says(source, f"They counted {counted}.")
    return {
        "name": writer.text(),
        "kind": "raid",
        "when": f"2024-01-{writer.random.randint(1, 28):02}",
        "when_note": writer.text(),
        "places": [pick(ids["places"])],
        "participants": [{"actor": pick(ids["actors"]), "role": writer.text()}],
        "summary": writer.prose(),
        "figures": [{"measure": "counted", "value": "16", "source": source, "passage": counted}],
        "evidence": [{"source": source, "passage": passage}],
    }


def _statement(
    writer: _Writer, ids: Mapping[str, Sequence[str]], actors: Mapping[str, Data], number: int
) -> Data:
    pick = writer.random.choice
    source, speaker, quote = pick(ids["sources"]), pick(ids["actors"]), writer.text(quotable=True)
    name = folded(actors[speaker]["name"])
    report = writer.text(quotable=True)
    writer.says(source, f"{report}: “{quote}” {name} said.")
    return {
        "speaker": speaker,
        "said": f"2024-01-{writer.random.randint(1, 28):02}",
        "said_note": writer.text(),
        "to": [pick(ids["actors"])],
        "source": source,
        **({"quote": quote} if number % 4 else {}),
        "passage": report,
        "summary": writer.text(),
        "translation": writer.text(),
        "positions": {ids["claims"][number % len(ids["claims"])]: pick(["asserts", "denies", "qualifies"])},
    }


def flow(value: object) -> str:
    """Write a value as YAML on one line."""
    return "".join(_ESCAPED.get(char, char) for char in json.dumps(value, ensure_ascii=False))


def _yaml(tree: Mapping[str, Mapping[str, Data]], allowed: Mapping[tuple[str, str], set[str]]) -> str:
    lines = []
    for section, records in tree.items():
        lines.append(f"{section}:")
        for key, record in records.items():
            rules = sorted(allowed.get((section, key), ()))
            lines += [f"  # dossier: allow {rule}: every text here is invented" for rule in rules]
            lines.append(f"  {key}: {flow(record)}")
    return "\n".join(lines) + "\n"


def _allowing(tree: Mapping[str, Mapping[str, Data]], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write the records, and above each a comment for what a check would warn of."""
    path = "records.yaml"
    loaded = load(folder_of({**files, path: _yaml(tree, {}).encode()}))
    entries = sorted((entry.key.location.line, key) for key, entry in loaded.source_map.entries.items())
    allowed: dict[tuple[str, str], set[str]] = {}
    for one in loaded.problems:
        if one.location.path == path and one.level is Level.WARNING:
            owner = [key for line, key in entries if line <= one.location.line][-1]
            allowed.setdefault(owner, set()).add(one.rule)
    return {path: _yaml(tree, allowed).encode()}


def texts_of(record: Record) -> Iterator[str]:
    """List the texts of a record that its page has to show as they are."""
    match record:
        case Actor():
            yield from (record.name, *record.names.values(), *record.aliases, *record.links)
            yield from (role.title for role in record.roles)
            yield from (relation.kind for relation in record.relations)
            yield from (words for role in record.roles for words in role.passage or ())
            yield from (words for relation in record.relations for words in relation.passage or ())
        case Place():
            yield from (record.name, *record.names.values(), *record.aliases)
        case Event():
            yield from (record.name, record.when_note or "", *(one.role for one in record.participants))
            yield from (words for figure in record.figures for words in figure.passage)
            yield from (words for evidence in record.evidence for words in evidence.passage)
        case Claim():
            yield from (record.text, record.question or "", *_replied(record))
        case Source():
            yield from (record.title, record.url or "")
        case Statement():
            yield from (*(record.quote or ()), *(record.passage or ()), record.summary or "")
            yield from (record.said_note or "", record.translation or "", *_replied(record))


def _replied(record: Claim | Statement) -> Iterator[str]:
    yield from (reply.text or "" for reply in record.replies)


def expected(dossier: Dossier) -> dict[str, list[str]]:
    """Give the texts that each page has to show, by the path of its folder, with white space folded."""
    settings = dossier.settings
    pages = {"": [settings.title, *settings.editors, settings.licence or ""]}
    for section in SECTIONS:
        for key, record in dossier.section(section).items():
            pages[f"{section}/{key}/"] = list(texts_of(record))
    for key, source in dossier.sources.items():
        if source.rights == "publish":
            pages[f"sources/{key}/"] += dossier.texts[key].text.splitlines()
    return {path: [folded(text) for text in texts if text] for path, texts in pages.items()}
