"""Holds the hand-written pages to the program: what they say is there, is there, and is as they say."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args, get_origin

import pytest
import typer
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_dossier import site
from mkdocs_dossier.cli.app import app
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.cli.terminal import INTERNAL, OK, PROBLEMS, USAGE
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.document.compose import text
from mkdocs_dossier.document.plain import words as plain_words
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.findings.found import Kind, LabelName, Opposition
from mkdocs_dossier.loading import load
from mkdocs_dossier.model import fields as fieldtypes
from mkdocs_dossier.model import recordparts
from mkdocs_dossier.model import records as model
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.messages import Choice
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import Day, EdtfDate
from mkdocs_dossier.words import Words
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode
from tests.guide_markdown import GUIDE, ROOT, Block, blocks, code, headings, links, table, tables
from tests.otherfiles import GivenFiles

FORMAT, START, READING = GUIDE / "format.md", GUIDE / "start.md", GUIDE / "reading.md"
COMMANDS = GUIDE / "commands.md"
COMMAND_GROUP: Any = typer.main.get_command(app)
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])

MODELS: Mapping[str, type[BaseModel]] = {
    "Settings": Settings,
    "Sources": model.Source,
    "texts": recordparts.Version,
    "capture": recordparts.Capture,
    "withdrawn": recordparts.Withdrawn,
    "drafted": recordparts.Drafted,
    "Actors": model.Actor,
    "part_of": recordparts.Membership,
    "roles": recordparts.Role,
    "relations": recordparts.Relation,
    "Places": model.Place,
    "Events": model.Event,
    "participants": recordparts.Participant,
    "figures": recordparts.Figure,
    "evidence": recordparts.Evidence,
    "Claims": model.Claim,
    "replies": recordparts.Reply,
    "Statements": model.Statement,
    "also_in": recordparts.Report,
    "locator": recordparts.Locator,
}
"""Each model by the heading that its table stands under."""

TYPES: tuple[tuple[str, Any], ...] = (
    ("Id", fieldtypes.Id),
    ("Text", fieldtypes.Text),
    ("Words", fieldtypes.Texts),
    ("Prose", fieldtypes.Prose),
    ("Tag", fieldtypes.Tag),
    ("Date", fieldtypes.Date),
    ("Amount", fieldtypes.AmountField),
    ("Url", fieldtypes.Url),
    ("Time", fieldtypes.TimecodeField),
    ("true or false", fieldtypes.Flag),
    ("SHA-256", fieldtypes.Sha256),
    ("`Q…`", fieldtypes.Wikidata),
    ("degrees", fieldtypes.Latitude),
    ("degrees", fieldtypes.Longitude),
    ("ref source", fieldtypes.SourceId),
    ("ref actor", fieldtypes.ActorId),
    ("ref place", fieldtypes.PlaceId),
    ("ref event", fieldtypes.EventId),
    ("ref claim", fieldtypes.ClaimId),
    ("ref statement", fieldtypes.StatementId),
    ("ref event or actor", fieldtypes.EventOrActor),
)
"""The words of the tables for the types of fields."""

IN_OTHER_WORDS = {
    ("Source", "text"): "path",
    ("Source", "locators"): "path",
    ("Source", "texts"): "list of [version](#texts)",
    ("Version", "text"): "path",
    ("Version", "locators"): "path",
    ("Capture", "file"): "path",
    ("Capture", "timestamp"): "path",
    ("Reply", "text"): "Words of one passage",
    ("Actor", "part_of"): "ref actor, or list of [membership](#part_of)",
    ("Actor", "names"): "Names",
    ("Place", "names"): "Names",
    ("Statement", "positions"): "claim: stance",
    ("Statement", "speakers"): "ref actor, list of ref actor, or `not-found`",
    ("Statement", "translated_by"): "ref actor, `source` or `dossier`",
    ("Report", "translated_by"): "ref actor, `source` or `dossier`",
}
"""What the tables say where a type's own name would tell less."""


@cache
def seed() -> Mapping[str, bytes]:
    """Write the site of the project's own dossier."""
    return site.build(load(read_folder(ROOT / "seeds")))


def folder(found: list[Block]) -> Folder:
    """Read fenced blocks, each titled by its path, as a dossier folder."""
    files = {block.title: block.content.encode() for block in found}
    yaml = {path: content for path, content in files.items() if path.endswith(".yaml")}
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    others = {path: files[path] for path in files.keys() - yaml.keys() - texts.keys()}
    return Folder(yaml, texts, others=GivenFiles(others))


def example() -> list[Block]:
    return [block for block in blocks(FORMAT) if block.title.endswith((".yaml", ".txt", ".csv", ".html"))]


# The format


@pytest.mark.parametrize("heading", MODELS)
def test_every_field_stands_in_its_table_with_its_type_and_mark(heading: str) -> None:
    fields = MODELS[heading].model_fields
    expected = {
        f"`{info.alias or name}`{'*' if info.is_required() else ''}": spoken(MODELS[heading], name, info)
        for name, info in fields.items()
        if name != "id"
    }
    assert {row[0].replace("\\", ""): row[1] for row in table(FORMAT, heading).rows} == expected


@pytest.mark.parametrize("heading", MODELS)
def test_every_value_of_a_choice_stands_in_its_row(heading: str) -> None:
    rows = {code(row[0]): row[2] for row in table(FORMAT, heading).rows}
    for name, info in MODELS[heading].model_fields.items():
        if values := choices(info):
            assert [one for one in values if f"`{one}`" not in rows[name]] == []


def test_every_stance_is_explained() -> None:
    stances = tables(FORMAT)[-1]
    assert [code(row[0]) for row in stances.rows] == list(Stance)


def test_every_field_has_an_example() -> None:
    trees = [parse("", content)[0] for content in folder(example()).yaml.values()]
    fields = {
        info.alias or name
        for one in MODELS.values()
        for name, info in one.model_fields.items()
        if name != "id"
    }
    # No text can stand for the token of a time stamp.
    assert fields - {key for tree in trees for key in keys(tree)} == {"timestamp"}


def test_the_examples_are_one_dossier_without_a_problem_but_for_its_drafts() -> None:
    loaded = load(folder(example()))
    assert [(one.rule, one.location.path) for one in loaded.problems] == [("unreviewed", "drafts.yaml")]
    assert len(loaded.dossier.statements) > 0


def test_every_example_of_records_is_read_or_marked_as_wrong() -> None:
    untitled = [block for block in blocks(FORMAT) if block.language == "yaml" and not block.title]
    assert untitled == []


def test_what_is_marked_as_wrong_is_refused_in_the_words_below_it() -> None:
    text = FORMAT.read_text(encoding="utf-8")
    wrong = [block for block in blocks(FORMAT) if block.title == "wrong"]
    for block in wrong:
        (problem,) = parse("wrong.yaml", block.content.encode())[1]
        assert text.partition(block.content)[2].startswith(f"```\n\n> {problem.message}\n")
    assert len(wrong) == 3


def test_texts_are_read_as_the_table_says() -> None:
    for written, read in table(FORMAT, "Writing YAML").rows:
        root = parse("", code(written).encode())[0]
        assert isinstance(root, MapNode)
        value = root.items["title"]
        assert isinstance(value, TextNode)
        assert value.value == read


def test_dates_are_shown_and_bounded_as_the_table_says() -> None:
    words = Words()
    for written, shown, meant in table(FORMAT, "Dates").rows:
        date = EdtfDate.parse(code(written))
        assert (words.date(date), bounds(date)) == (shown, meant)


def test_amounts_are_shown_and_bounded_as_the_table_says() -> None:
    words = Words()
    for written, shown, meant in table(FORMAT, "Amounts").rows:
        amount = Amount.parse(code(written).strip('"'))
        assert (words.amount(amount), reach(amount)) == (shown, meant)


def spoken(owner: type[BaseModel], name: str, info: FieldInfo) -> str:
    """Name a field's type as the tables do."""
    if said := IN_OTHER_WORDS.get((owner.__name__, name)):
        return said
    if choices(info):
        return "one of"
    inner = walk(info.annotation)
    if models := [one for one in inner if isinstance(one, type) and issubclass(one, BaseModel)]:
        said = f"[{models[0].__name__.lower()}](#{name})"
        return f"list of {said}" if is_list(info) else said
    marks = [*info.metadata, *(mark for one in inner for mark in getattr(one, "__metadata__", ()))]
    said = next(said for said, kind in TYPES if own_mark(kind) in marks)
    return f"list of {said}" if is_list(info) and said != "Words" else said


def own_mark(kind: Any) -> object:
    """Give the mark that tells a type from others: the section that it names, else its own parser."""
    targets = [mark for mark in kind.__metadata__ if isinstance(mark, fieldtypes.Target)]
    return next(iter(targets), None) or next(mark for mark in kind.__metadata__ if hasattr(mark, "func"))


def choices(info: FieldInfo) -> list[str]:
    found = [one for one in walk(info.annotation) if isinstance(one, type) and issubclass(one, Choice)]
    return list(map(str, found[0])) if found and get_origin(info.annotation) is not dict else []


def is_list(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is tuple


def walk(annotation: Any) -> list[Any]:
    """Give an annotation with all that it is made of."""
    return [annotation, *(one for inner in get_args(annotation) for one in walk(inner))]


def keys(node: Node | None) -> set[str]:
    """Give all keys of a tree."""
    if isinstance(node, MapNode):
        return set(node.items).union(*map(keys, node.items.values()))
    return set().union(*map(keys, node.items)) if isinstance(node, ListNode) else set()


def bounds(date: EdtfDate) -> str:
    first, last = (None if day is None else iso(day) for day in (date.earliest, date.latest))
    if first is None or last is None:
        return f"up to {last}" if last else f"from {first}"
    return first if first == last else f"{first} to {last}"


def iso(day: Day) -> str:
    return "{:04}-{:02}-{:02}".format(*day)


def reach(amount: Amount) -> str:
    low, high = (None if end is None else f"{end.normalize():f}" for end in (amount.low, amount.high))
    if low is None or high is None:
        above = f"above {low}" if amount.low_open else f"{low} and above"
        below = f"below {high}" if amount.high_open else f"{high} and below"
        return above if high is None else below
    return low if low == high else f"{low} to {high}"


# How to read a dossier


def test_every_mark_on_a_page_is_explained_to_its_reader() -> None:
    words = Words()
    here: Any = SimpleNamespace(words=words, say=lambda message: text(words.say(message)))
    said: dict[str, list[tuple[str, ...]]] = {
        "Statements and positions": [(one.sign, words.say(one.message)) for one in Stance],
        "Labels": [(words.say(one.message),) for one in LabelName],
        "Verification": [(words.say(one.message),) for one in Tier],
        "Contradictions": [
            (plain_words(parts._kind_word(here, Opposition("", kind, None, (), "", ""))),)
            for kind in (Kind.BETWEEN, Kind.REVERSAL)
        ],
    }
    for heading, rows in said.items():
        explained = [row[: len(rows[0])] for row in table(READING, heading).rows]
        assert [row for row in rows if row not in explained] == []


# Start one


def test_the_shortest_dossier_has_twenty_lines_and_no_problem() -> None:
    files = shortest()
    yaml = [block for block in files if block.title.startswith("seeds/") and block.title.endswith(".yaml")]
    assert sum(len(block.content.splitlines()) for block in yaml) <= 20
    loaded = load(folder([renamed(block) for block in files]))
    assert loaded.problems == ()
    assert [label.name for label in loaded.findings.labels.values()] == [LabelName.CONTESTED]


def test_the_shortest_dossier_builds_strictly(tmp_path: Path) -> None:
    lay_out(shortest(), tmp_path)
    (tmp_path / "docs").mkdir()
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    page = (tmp_path / "site" / "claims" / "shops-told" / "index.html").read_text(encoding="utf-8")
    assert "contested" in page


def test_a_changed_word_of_the_shortest_dossier_is_reported_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    *files, said = shortest()
    lay_out(files, tmp_path)
    records = tmp_path / "seeds" / "bridge.yaml"
    records.write_text(records.read_text(encoding="utf-8").replace("anything", "something"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == PROBLEMS
    assert said.title == "dossier check"
    assert capsys.readouterr().out.startswith(said.content)


def lay_out(files: list[Block], root: Path) -> None:
    """Write blocks to the files that they are titled by."""
    for block in files:
        path = root / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.content, encoding="utf-8")


def test_the_readme_shows_the_shortest_dossier_of_the_guide() -> None:
    shown = {block.title: block.content for block in blocks(ROOT / "README.md") if block.title}
    assert shown == {block.title: block.content for block in shortest() if block.title in shown}
    assert "seeds/bridge.yaml" in shown


def shortest() -> list[Block]:
    return [block for block in blocks(START) if block.heading == "The shortest dossier" and block.title]


def renamed(block: Block) -> Block:
    return Block(block.language, block.title.removeprefix("seeds/"), block.content, block.heading)


# Commands


def test_every_command_stands_in_the_manual_with_its_arguments_and_options() -> None:
    documented = {
        heading: {code(row[0]).split()[0] for row in table(COMMANDS, heading).rows}
        for heading in headings(COMMANDS)
        if heading.startswith("dossier ")
    }
    assert documented == {
        f"dossier {name}": {shown(parameter) for parameter in command.params}
        for name, command in COMMAND_GROUP.commands.items()
    }


def test_every_choice_and_default_of_an_option_stands_in_its_row() -> None:
    for name, command in COMMAND_GROUP.commands.items():
        rows = {code(row[0]).split()[0]: row[1] for row in table(COMMANDS, f"dossier {name}").rows}
        for parameter in command.params:
            kind = type(parameter.default)
            known = [str(one) for one in kind] if isinstance(parameter.default, Enum) else []
            assert [one for one in known if f"`{one}`" not in rows[shown(parameter)]] == []


def test_every_exit_code_stands_in_the_manual() -> None:
    assert [int(row[0]) for row in table(COMMANDS, "Commands").rows] == [OK, PROBLEMS, USAGE, INTERNAL]


def shown(parameter: Any) -> str:
    """Name a parameter as it is typed."""
    return str(max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar)


# All pages


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file_or_a_page_of_the_dossier(page: Path) -> None:
    assert [target for target in links(page) if not leads_somewhere(page, target)] == []


def leads_somewhere(page: Path, target: str) -> bool:
    path = target.partition("#")[0]
    if not path:
        return True
    found = (page.parent / path).resolve()
    if found.exists():
        return True
    docs = (ROOT / "docs").resolve()
    return found.is_relative_to(docs) and found.relative_to(docs).as_posix() in seed()


def test_the_guide_names_the_modules_that_there_are_in_the_order_of_their_imports() -> None:
    package = Path(site.__file__).parent
    found = [path for path in package.rglob("*.py") if not path.stem.startswith("__main__")]
    imports: dict[str, set[str]] = {}
    for path in found:
        top = path.relative_to(package).parts[0].removesuffix(".py")
        imported = re.findall(r"from mkdocs_dossier\.(\w+)", path.read_text(encoding="utf-8"))
        imports.setdefault(top, set()).update(imported)
    del imports["__init__"]
    named = [code(row[0]) for row in table(GUIDE / "architecture.md", "The modules").rows]
    assert set(named) == set(imports)
    below = {name: imports[name] - {*named[: index + 1]} for index, name in enumerate(named)}
    assert {name: modules for name, modules in below.items() if modules} == {}


def test_our_own_navigation_names_every_index() -> None:
    written = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [path for path in indexes() if path not in written] == [], "name them in the nav of mkdocs.yml"


def test_the_program_of_the_guide_runs_on_the_projects_own_dossier(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", COMMANDS.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(program.replace('"seeds"', repr(str(ROOT / "seeds"))), names)  # noqa: S102 - our own guide
    assert "index.md" in names["files"]
    assert "exact='We told Iraq'" in capsys.readouterr().out
