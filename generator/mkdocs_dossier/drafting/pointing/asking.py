"""A conversation with a model: a question with the schema of its answer, and what is wrong with the answer.

Nothing here talks to a server: who does is given as a function. An answer is data, and nothing of it is used
that the reader of the question does not let through.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from string import Template
from typing import Generic, TypeVar

from mkdocs_dossier.text.shortening import cut_line

Item = TypeVar("Item")
Answer = Mapping[str, object]
"""What a model answers: an object of JSON."""

Schema = dict[str, object]
"""A JSON Schema."""

PROMPTS: Mapping[str, frozenset[str]] = {
    "instructions": frozenset(),
    "statements": frozenset({"article", "found", "choices"}),
    "claims": frozenset({"article", "choices", "language"}),
    "events": frozenset({"article", "choices"}),
    "again": frozenset({"faults"}),
}
"""The names of the prompts, with what each must have a place for, written as `$article`."""

AGAIN = 2
"""How often a model is told what is wrong with its answer."""

_LONGEST = 200_000
"""The most characters of an answer that are read."""

_REPEATED = 4_000
"""The most characters of an answer with faults that the model is shown again."""

_NAMED = 12
"""How many faults are told at once."""

_READ = 200
"""How many entries of a list in an answer are read."""

_FENCED = re.compile(r"```[a-z]*\s*(?P<inside>.*?)```", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a conversation: ours, or the model's."""

    text: str
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """What a server is asked: the turns so far, and the schema that the answer has to have."""

    name: str
    instructions: str
    turns: tuple[Turn, ...]
    schema: Schema


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers, and what it counted; `is_cut` where the answer ends before its end."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    is_cut: bool = False


class UnansweredError(Exception):
    """A server gave no answer; `message` tells the author why, and what to do.

    `is_passing` where the same request may be answered a moment later; otherwise the author has to act.
    """

    def __init__(self, message: str, *, is_passing: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.is_passing = is_passing


Server = Callable[[Request], Reply]
"""Who is asked. Raises `UnansweredError`."""


@dataclass(frozen=True)
class Question(Generic[Item]):
    """A question to a model.

    `about` is for the author: "who says what in S1 to S40". `read` takes an answer apart, given what was kept
    of earlier ones, into what can be used and what is wrong; `check` says what the rules of the format hold
    against any of them, by its index.
    """

    name: str
    about: str
    prompt: str
    schema: Schema
    read: Callable[[Answer, Sequence[Item]], tuple[list[Item], list[str]]]
    check: Callable[[Sequence[Item]], Mapping[int, str]]


class Prompts:
    """The texts of the prompts, by their names. Raises `ValueError` where one is missing or lacks a place."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._templates = {name: Template(texts[name]) for name in PROMPTS if name in texts}
        for name, wanted in PROMPTS.items():
            if name not in self._templates:
                raise ValueError(f"There is no prompt {name}.md.")
            template = self._templates[name]
            if not template.is_valid():
                raise ValueError(f"In {name}.md stands a $ that begins no name: write it as $$.")
            has = set(template.get_identifiers())
            for one in sorted(wanted - has):
                raise ValueError(f"{name}.md has no place for ${one}.")
            for one in sorted(has - wanted):
                raise ValueError(f"{name}.md has a place for ${one}, which there is nothing for.")

    def text(self, name: str, **values: str) -> str:
        """Return a prompt with all that belongs into it."""
        return self._templates[name].substitute(values).strip()


@dataclass
class Session:
    """The requests for one source: how many there were, what they cost, and what came of them."""

    server: Server
    prompts: Prompts
    most: int
    requests: int = 0
    answers: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dropped: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    trouble: UnansweredError | None = None
    """Why the server is not asked any more."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be asked."""
        return self.trouble is not None or self.requests >= self.most

    def ask(self, request: Request) -> Reply | None:
        """Ask the server, once more where its trouble may pass; None where there is no answer."""
        for is_last in (False, True):
            if self.is_over:
                return None
            self.requests += 1
            try:
                reply = self.server(request)
            except UnansweredError as trouble:
                if is_last or not trouble.is_passing:
                    self.trouble = trouble
                continue
            self.answers += 1
            self.tokens_in += reply.tokens_in
            self.tokens_out += reply.tokens_out
            return reply
        return None

    def converse(self, question: Question[Item]) -> list[Item]:
        """Ask a question, and again what was wrong with the answer; return what can be used.

        The rest is noted as dropped, each with its fault; what could not be asked any more, as not asked.
        """
        turns = [Turn(question.prompt)]
        kept: list[Item] = []
        faults: list[str] = []
        instructions = self.prompts.text("instructions")
        for rounds in range(AGAIN + 1):
            reply = self.ask(Request(question.name, instructions, tuple(turns), question.schema))
            if reply is None:
                if not rounds:
                    self.unasked.append(question.about)
                break
            kept, faults = _taken(question, reply, kept)
            if not faults:
                break
            told = "\n".join(f"- {one}" for one in faults[:_NAMED])
            turns = [
                turns[0],
                Turn(reply.text[:_REPEATED] or "-", is_ours=False),
                Turn(self.prompts.text("again", faults=told)),
            ]
        self.dropped += [f"{question.about}: {one}" for one in faults]
        return kept


def _taken(question: Question[Item], reply: Reply, kept: list[Item]) -> tuple[list[Item], list[str]]:
    """Return what can be used of an answer and of those before it, and what is wrong with the answer."""
    answer = _read(reply)
    if isinstance(answer, str):
        return kept, [answer]
    items, faults = question.read(answer, kept)
    every = [*kept, *items]
    refused = question.check(every)
    faults += [refused[at] for at in sorted(refused)]
    return [one for at, one in enumerate(every) if at not in refused], faults


def _read(reply: Reply) -> Answer | str:
    """Read an answer as an object of JSON, in a fence or among prose too; else say what is wrong."""
    if reply.is_cut:
        return "The answer was cut off before its end: give a shorter one."
    text = reply.text.strip()
    if len(text) > _LONGEST:
        return f"The answer has more than {_LONGEST:,} characters."
    fenced = _FENCED.search(text)
    first, last = text.find("{"), text.rfind("}")
    for one in (text, fenced["inside"] if fenced else "", text[first : last + 1] if first >= 0 else ""):
        try:
            found = json.loads(one)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return f"The answer is no JSON object: “{cut_line(text, 60)}”"


def entries(answer: Answer, name: str, faults: list[str]) -> list[tuple[str, Answer]]:
    """List the objects under a name of an answer, each with what it is called in a fault."""
    found = answer.get(name, [])
    if not isinstance(found, list):
        faults.append(f"“{name}” is no list.")
        return []
    those: list[tuple[str, Answer]] = []
    for at, one in enumerate(found[:_READ], 1):
        if isinstance(one, dict):
            those.append((f"{name} {at}", one))
        else:
            faults.append(f"{name} {at} is no object.")
    return those


def chosen(
    entry: Answer, field_name: str, allowed: Sequence[str], where: str, faults: list[str]
) -> str | None:
    """Return the one of the allowed words that stands in a field; None, and a fault, where none does."""
    value = entry.get(field_name)
    if isinstance(value, str) and value in allowed:
        return value
    faults.append(f"{where}: {shown_value(value)} is no “{field_name}” that it may choose.")
    return None


def shown_value(value: object) -> str:
    """Return what a model wrote, short enough for a message."""
    return f"“{cut_line(value, 40)}”" if isinstance(value, str) else cut_line(repr(value)[:200], 40)


def listed(allowed: Sequence[str], most: int = 60) -> str:
    """List words for a person and a model, the first ones of very many."""
    return ", ".join(allowed[:most]) + (" …" if len(allowed) > most else "") if allowed else "none"


def an_object(**properties: Schema) -> Schema:
    """Return the schema of an object with these fields and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def a_list(of: Schema, most: int) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of, "maxItems": most}


def one_of(allowed: Sequence[str]) -> Schema:
    """Return the schema of one of several words."""
    return {"type": "string", "enum": list(allowed)}
