"""The pipeline as a whole: the same dossier gives the same bytes; what is published beside the pages."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.site import build
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, to_data
from tests.hostile import flow, hostile
from tests.hostile import folder_of as hostile_folder
from tests.support import SEEDS, errors, folder_of, loaded_seeds, seeds, sound

TEXT = "rudaw/rudaw-2024-02-05.txt"


LISTS = ("dossier.yaml", "changes.yaml")
"""The files that hold no records."""


def records_of(folder: Folder) -> dict[str, dict[str, Data]]:
    """Read all records of a folder into one tree, without a word of how they were laid out."""
    merged: dict[str, dict[str, Data]] = {}
    for path, content in folder.yaml.items():
        node, _ = parse(path, content)
        if path not in LISTS and node is not None:
            tree = to_data(node)
            assert isinstance(tree, dict)
            for section, records in tree.items():
                assert isinstance(records, dict)
                merged.setdefault(section, {}).update(records)
    return merged


def shuffled(data: Data, random: Random) -> Data:
    """Put the keys of all mappings into another order; lists keep theirs."""
    if isinstance(data, dict):
        keys = random.sample(list(data), len(data))
        return {key: shuffled(data[key], random) for key in keys}
    return [shuffled(item, random) for item in data] if isinstance(data, list) else data


def laid_out(folder: Folder, random: Random, files: int) -> Folder:
    """Lay the records of a folder out in so many files, in another order of records and fields."""
    tree = records_of(folder)
    written: dict[str, dict[str, dict[str, Data]]] = {}
    for section, records in tree.items():
        for key, record in records.items():
            name = f"{random.randrange(files):03}-{random.randrange(9)}.yaml"
            written.setdefault(name, {}).setdefault(section, {})[key] = record
    names = random.sample(list(written), len(written))
    yaml = {name: flow(shuffled(dict(written[name]), random)).encode() for name in names}
    for name in LISTS:
        node, _ = parse(name, folder.yaml.get(name, b""))
        if node is not None:
            yaml[name] = flow(shuffled(to_data(node), random)).encode()
    texts = random.sample(list(folder.texts), len(folder.texts))
    return Folder(yaml, {path: folder.texts[path] for path in texts})


def at_the_root(folder: Folder) -> Folder:
    """Lay a folder out in one file at its root, with the text of the seeds named from there."""
    tree = records_of(folder)
    for source in tree["sources"].values():
        assert isinstance(source, dict)
        if source.get("text") == TEXT.partition("/")[2]:
            source["text"] = TEXT
    yaml = {name: folder.yaml[name] for name in LISTS if name in folder.yaml}
    yaml["all.yaml"] = flow(tree).encode()
    return Folder(yaml, folder.texts)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_records_and_fields_changes_no_byte(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - not for secrets
    whole = at_the_root(seeds())
    first, second = load(whole), load(laid_out(whole, random, 1 + seed))
    assert errors(first) == errors(second) == []
    assert difference(build(first), build(second)) == []


def test_the_order_of_hostile_records_changes_no_byte() -> None:
    folder = hostile_folder(hostile(60))
    # Comments that allow are lost in another layout: only what is published counts here.
    one, other = (load(laid_out(folder, Random(seed), 4)) for seed in (1, 2))  # noqa: S311 - as above
    assert errors(one) == errors(other) == []
    assert difference(build(one), build(other)) == []


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """List the files that are not the same in both."""
    return sorted({path for path in one | other if one.get(path) != other.get(path)})


def test_two_readings_of_one_folder_give_the_same_bytes() -> None:
    assert build(load(read_folder(SEEDS))) == build(loaded_seeds())


# Folders list their files in the order asked for, whatever the file system has.
PROGRAM = """
import os, sys
from contextlib import nullcontext
from mkdocs_dossier.cli.main import run

order, work = sys.argv[1:]
list_entries, list_names = os.scandir, os.listdir

class Entries(nullcontext):
    def __init__(self, *path):
        with list_entries(*path) as found:
            entries = sorted(found, key=lambda one: one.name, reverse=order == "back")
        self.entries = iter(entries)
        super().__init__(self)
    def __iter__(self):
        return self
    def __next__(self):
        return next(self.entries)
    def close(self):
        pass

os.scandir = Entries
os.listdir = lambda *path: sorted(list_names(*path), reverse=order == "back")
codes = [run(["build", name, "--out", f"{work}/{name}"]) for name in ("seeds", "hostile")]
codes += [run(["check", "bad", "--format", form]) for form in ("text", "json", "sarif", "github")]
sys.exit(0 if codes == [0, 0, 1, 1, 1, 1] else str(codes))
"""


@pytest.mark.slow
def test_no_byte_depends_on_the_seed_of_hashes_on_the_order_of_a_folder_or_on_the_place(
    tmp_path: Path,
) -> None:
    bad = {path: content.replace(b"kind: p", b"kind: q") for path, content in seeds().yaml.items()}
    # Which of two records with one id counts must not depend on the order in which their files are listed.
    bad |= {f"{letter}.yaml": b"places: {twice: {name: %s}}" % letter.encode() for letter in "mabz"}
    for name, files in (("hostile", hostile(60)), ("bad", {**seeds().texts, **bad})):
        for path, content in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
    shutil.copytree(SEEDS, tmp_path / "seeds")
    clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "TZ")}
    said, made = [], []
    for seed, order, place in (
        ("1", "forth", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        ("2", "back", {"TZ": "America/New_York", "LANG": "C.UTF-8"}),
    ):
        command = [sys.executable, "-c", PROGRAM, order, f"site-{seed}"]
        environ = {**clean, **place, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        said.append(done.stdout)
        made.append(files_in(tmp_path / f"site-{seed}"))
    assert difference(*made) == []
    assert len(made[0]) > 150
    assert said[0] == said[1]
    assert said[0].count(b"invalid-value") > 20
    assert b"duplicate-id" in said[0]


def files_in(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder, those that are hidden too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_kind_of_page_is_written_for_every_record() -> None:
    files = build(loaded_seeds())
    written = loaded_seeds().source_map.entries
    records = {f"{ref.address}/index.md" for ref in written}
    # Without changes there is no page of them.
    assert records | (indexes().keys() - {"changes/index.md"}) | {"index.md"} <= set(files)
    assert "data/dossier.json" in files


def test_a_dossier_of_one_line_has_a_site() -> None:
    files = build(sound({}))
    assert b"A test" in files["index.md"]
    assert json.loads(files["data/dossier.json"])["claims"] == {}


# dossier.json


def exported(loaded: Loaded) -> dict[str, dict[str, dict[str, object]]]:
    content = json.loads(build(loaded)["data/dossier.json"])
    assert isinstance(content, dict)
    return content


def test_the_export_has_each_record_with_its_fields_as_they_are_named_in_the_format() -> None:
    content = exported(loaded_seeds())
    assert list(content) == ["actors", "claims", "dossier", "events", "places", "sources", "statements"]
    written = records_of(seeds())
    for section, records in written.items():
        assert set(content[section]) == set(records)
        for key, record in records.items():
            assert isinstance(record, dict)
            assert set(record) <= set(content[section][key])


def test_the_export_has_what_is_derived_of_a_claim() -> None:
    derived = exported(loaded_seeds())["claims"]["iraq-informed-before"]["derived"]
    assert isinstance(derived, dict)
    assert set(derived) == {
        *("backlinks", "label", "stance", "ended", "sides", "origins", "reason"),
        *("contradictions", "tensions"),
    }
    assert (derived["label"], derived["stance"]) == ("contested", None)
    assert derived["ended"] == {"by": "patel-no-pre-notification", "on": "2024-02-05"}
    assert derived["sides"] == {"asserts": 0, "denies": 2}
    assert derived["origins"] == ["actor/rudaw"]
    assert derived["reason"] == [
        "kirby-informed-prior",
        "awadi-denies-prior-notice",
        "patel-no-pre-notification",
    ]
    assert derived["tensions"] == []
    assert derived["contradictions"] == [
        {
            "kind": "between",
            "within": None,
            "corrected": True,
            "statements": ["kirby-informed-prior", "awadi-denies-prior-notice"],
            "through": [[], []],
        },
        {
            "kind": "within",
            "within": "us-government",
            "corrected": True,
            "statements": ["kirby-informed-prior", "patel-no-pre-notification"],
            "through": [[], []],
        },
    ]


def test_the_export_has_the_voices_and_the_selectors_of_a_statement() -> None:
    derived = exported(loaded_seeds())["statements"]["kirby-informed-prior"]["derived"]
    assert isinstance(derived, dict)
    assert derived["voices"] == [
        "john-kirby",
        "us-national-security-council",
        "us-government",
        "united-states",
    ]
    text = seeds().texts[TEXT].decode()
    assert [one["exact"] for one in derived["verification"][:2]] == ["informed", "prior"]
    assert len(derived["verification"]) == 3
    for one in derived["verification"]:
        assert set(one) == {"tier", "start", "end", "exact", "prefix", "suffix"}
        assert one["tier"] in ("exact", "typographic", "elided")
        assert text[one["start"] : one["end"]] == one["exact"]
        assert text[: one["start"]].endswith(one["prefix"])
        assert text[one["end"] :].startswith(one["suffix"])


SEVERAL = """\
sources:
  gazette: {title: G, publisher: paper, text: g.txt}
  wired: {title: W, publisher: other, text: w.txt, rights: publish}
actors:
  paper: {name: Paper, kind: media}
  other: {name: Other, kind: media}
  wire: {name: Wire, kind: media}
  voss: {name: Voss, kind: person, roles: [{title: T, at: council, speaks_for: true}]}
  brandt: {name: Brandt, kind: person, roles: [{title: T, at: council, speaks_for: true}]}
  council: {name: Council, kind: government}
claims:
  told: {text: They were told., implies: [knew]}
  knew: {text: They knew.}
statements:
  said:
    speaker: [voss, council]
    said: 2024-02-01
    source: gazette
    quote: We told […] of the shops
    positions: {told: asserts}
    also_in:
      - {source: wired, quote: "We told [most] of the shops", via: wire, locator: {time: "01:12:31"}}
  takes-back:
    speaker: brandt
    said: 2024-02-03
    source: wired
    quote: I do not know
    positions: {told: unaware}
    corrects: said
"""
GAZETTE = "“We told all and each of the shops,” said Voss and the Council."
WIRED = "“We told each of the shops,” said Voss and the Council. “I do not know,” said Brandt."


def several() -> dict[str, dict[str, dict[str, Any]]]:
    loaded = load(
        folder_of({"dossier.yaml": "title: T", "r.yaml": SEVERAL}, {"g.txt": GAZETTE, "w.txt": WIRED})
    )
    assert [one for one in loaded.problems if one.level == "error"] == []
    return json.loads(build(loaded)["data/dossier.json"])  # type: ignore[no-any-return]


def test_the_export_has_the_reports_of_a_statement_with_their_origins() -> None:
    said = several()["statements"]["said"]
    assert said["speaker"] == ["voss", "council"]
    assert said["also_in"][0]["locator"] == {"time": "01:12:31"}
    reports = said["derived"]["reports"]
    assert [(one["source"], one["origin"]) for one in reports] == [
        ("gazette", "actor/paper"),
        ("wired", "actor/wire"),
    ]
    assert said["derived"]["verification"] == reports[0]["verification"]
    assert several()["sources"]["wired"]["derived"]["origin"] == "actor/other"


def test_the_export_has_nothing_of_what_a_quotation_leaves_out_unless_all_may_be_published() -> None:
    first, second = several()["statements"]["said"]["derived"]["reports"]
    (elided,) = first["verification"]
    assert elided["exact"] == "We told […] of the shops"
    assert (elided["start"], elided["end"]) == (1, 34)
    assert (
        elided["parts"]
        == [
            {"start": 1, "end": 8, "exact": "We told"},
            {"start": 21, "end": 34, "exact": "of the shops"},
        ]
        or elided["parts"][1]["exact"] == "of the shops"
    )
    assert (elided["prefix"], elided["suffix"]) == ("“", ",” said Voss and the Council.")
    (whole,) = second["verification"]
    assert whole["exact"] == "We told each of the shops"
    assert "parts" not in whole


def test_the_export_has_what_was_taken_back_and_what_follows() -> None:
    derived = several()["statements"]["said"]["derived"]
    assert derived["withdrawn"] == {"by": "takes-back", "on": "2024-02-03", "claims": ["knew", "told"]}
    assert derived["implied"] == {"knew": {"stance": "asserts", "through": ["told"]}}
    assert several()["statements"]["takes-back"]["derived"]["withdrawn"] is None
    knew = several()["claims"]["knew"]["derived"]
    assert (knew["label"], knew["stance"], knew["origins"]) == ("open", None, [])


def test_what_cannot_be_looked_up_is_exported_as_unverified() -> None:
    loaded = sound(
        "sources: {s: {title: S}}\nactors: {a: {name: A, kind: person}}\n"
        "statements: {x: {speaker: a, source: s, quote: [q, r], passage: p}}\n"
    )
    derived = exported(loaded)["statements"]["x"]["derived"]
    assert isinstance(derived, dict)
    assert [(one["tier"], one["exact"], one["start"]) for one in derived["verification"]] == [
        ("unverified", "q", None),
        ("unverified", "r", None),
        ("unverified", "p", None),
    ]


def test_the_export_has_the_conflicts_of_an_event() -> None:
    figure = "{{measure: killed, value: {}, source: s, passage: p}}"
    loaded = sound(
        "sources: {s: {title: S}}\n"
        f"events: {{e: {{name: E, kind: k, figures: [{figure.format(1)}, {figure.format(2)}]}}}}\n"
    )
    derived = exported(loaded)["events"]["e"]["derived"]
    assert isinstance(derived, dict)
    assert derived["conflicts"] == [{"measure": "killed", "of": None, "figures": [0, 1]}]


def test_the_export_is_sorted_utf8_with_a_line_at_its_end() -> None:
    raw = build(loaded_seeds())["data/dossier.json"]
    assert raw.endswith(b"}\n")
    assert "باسم العوادي".encode() in raw
    content = json.loads(raw)
    assert list(content) == sorted(content)
    for line in raw.decode().splitlines():
        if line.startswith('"') and line.rstrip(",").endswith("}") and not line.endswith("{}"):
            record = json.loads("{" + line.rstrip(",") + "}")
            assert json.dumps(record, ensure_ascii=False, sort_keys=True) == "{" + line.rstrip(",") + "}"
    records = sum(len(content[section]) for section in content if section != "dossier")
    assert raw.decode().count("\n") == records + 2 * len(content) + 1


@pytest.mark.parametrize("section", ["sources", "actors", "places", "events", "claims", "statements"])
def test_every_backlink_of_the_export_leads_to_a_record(section: str) -> None:
    content = exported(loaded_seeds())
    known = {key for name in content if name != "dossier" for key in content[name]}
    for record in content[section].values():
        derived = record["derived"]
        assert isinstance(derived, dict)
        for keys in derived["backlinks"].values():
            assert {key.rpartition("/")[2] for key in keys} <= known


def test_the_hash_of_the_seeds_text_is_that_of_its_bytes() -> None:
    source = loaded_seeds().dossier.sources["rudaw-2024-02-05"]
    assert source.sha256 == sha256(seeds().texts[TEXT]).hexdigest()
