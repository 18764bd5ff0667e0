"""`dossier draft --model`: what a model adds to a draft, and what the author is told of it."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from mkdocs_dossier.authoring.draftchecks import Found, Task, faults
from mkdocs_dossier.cli.modelserver import ModelServer
from mkdocs_dossier.cli.terminal import note
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.drafting.pointing.asking import PROMPTS, Prompts, Session, UnansweredError
from mkdocs_dossier.drafting.pointing.improving import improve
from mkdocs_dossier.drafting.pointing.numbered import numbered
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_line
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.urls import parse_url

_TOLD = 300
"""The most characters of what is told of something that was dropped."""

_FAULTS = 20
"""How many of the things that were dropped of one source are told one by one."""

_NAME = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What the author says of a model: its name, where the server is, and how much it may be asked."""

    name: str = ""
    address: str = ""
    most: int = 12
    timeout: float = 180.0
    prompts: Path | None = None

    def unfit(self) -> str:
        """Say why it cannot be carried out; "" where it can."""
        if not self.name:
            return "Say which model: --model NAME." if self.address or self.prompts else ""
        if visible(self.name) != self.name or len(self.name) > _NAME or not self.name.strip():
            return "The name after --model is not that of a model."
        if not self.address:
            return (
                "Say where the model is, since the text goes there: --base-url http://localhost:11434/v1, "
                "for a server on this machine."
            )
        try:
            parse_url(self.address)
        except InvalidValue as why:
            return f"--base-url {why}."
        try:
            _prompts(self.prompts)
        except (OSError, ValueError) as why:
            return f"The prompts cannot be used: {why}"
        return ""


class Modelled:
    """Lets a model correct and complete what the rules found, in one source after the other.

    Once the server cannot be asked, the other sources are drafted by rules alone.
    """

    def __init__(self, wish: Wish, language: str, server: ModelServer | None = None) -> None:
        self.wish = wish
        self.language = language
        self.helped: set[str] = set()
        """The sources that the model had a part in."""
        self.must_act = False
        """Whether the author has to put something right before a model can be asked."""
        self._prompts = _prompts(wish.prompts)
        key = os.environ.get("OPENAI_API_KEY", "").strip()
        self._server = server or ModelServer(wish.name, wish.address, key, wish.timeout)
        self._is_ready = self._is_down = False
        self._requests = self._tokens_in = self._tokens_out = 0

    def improved(self, todo: Task, found: Found) -> Found:
        """Return what was read in a source, corrected and completed by the model as far as it answers."""
        pack = pack_of(todo.language)
        if self._is_down or pack is None or not self._prepared():
            return found
        note(f"The text of `{todo.source}` goes to {self.wish.address}, to the model `{self.wish.name}`.")
        session = Session(self._server, self._prompts, self.wish.most)
        numbers = numbered(SourceText(todo.text), todo.published, pack, found.analysis.parties)
        analysis = improve(numbers, found.analysis, self.language, session, lambda one: faults(todo, one))
        self._tell(todo.source, session)
        if not session.answers:
            return found
        self.helped.add(todo.source)
        return Found(analysis)

    def _prepared(self) -> bool:
        if not self._is_ready:
            try:
                self._server.prepare()
            except UnansweredError as trouble:
                self._give_up(trouble, "The draft is made by rules alone.")
                return False
            self._is_ready = True
        return True

    def _give_up(self, trouble: UnansweredError, then: str) -> None:
        self._is_down = True
        self.must_act |= not trouble.is_passing
        note(f"{trouble.message} {then}")

    def _tell(self, source: str, session: Session) -> None:
        """Tell what came of the requests for one source."""
        for one in session.dropped[:_FAULTS]:
            note(f"`{source}`: dropped of what the model says: {cut_line(one, _TOLD)}")
        if len(session.dropped) > _FAULTS:
            note(f"`{source}`: dropped besides: {len(session.dropped) - _FAULTS}.")
        if session.unasked and session.trouble is None:
            asked = "; ".join(dict.fromkeys(session.unasked))
            note(f"`{source}`: not asked, since --max-requests {self.wish.most} is reached: {asked}.")
        note(f"`{source}`: {_cost(session.requests, session.tokens_in, session.tokens_out)}")
        self._requests += session.requests
        self._tokens_in += session.tokens_in
        self._tokens_out += session.tokens_out
        if session.trouble is not None:
            told = "What it answered before is in the draft, the rest is made by rules."
            self._give_up(session.trouble, told if session.answers else "The draft is made by rules alone.")

    def sum_up(self) -> None:
        """Tell what all sources cost together."""
        note(f"All together: {_cost(self._requests, self._tokens_in, self._tokens_out)}")


def _cost(requests: int, tokens_in: int, tokens_out: int) -> str:
    """Say how much was asked, and what the server counted."""
    asked = f"{requests} request" if requests == 1 else f"{requests} requests"
    if not tokens_in and not tokens_out:
        return f"{asked}; the server did not count tokens."
    return f"{asked}, {tokens_in:,} tokens in, {tokens_out:,} tokens out."


def _prompts(folder: Path | None) -> Prompts:
    """Read the prompts: those in the author's folder, and the others as they come with the program.

    Raises `OSError` or `ValueError` where they cannot be used.
    """
    if folder is not None and not folder.is_dir():
        raise ValueError(f"there is no folder {folder}.")
    own = files("mkdocs_dossier") / "drafting" / "pointing" / "prompts"
    return Prompts(
        {name: _prompt(folder, f"{name}.md") or (own / f"{name}.md").read_text("utf-8") for name in PROMPTS}
    )


def _prompt(folder: Path | None, name: str) -> str:
    path = folder / name if folder is not None else None
    return path.read_text("utf-8") if path is not None and path.is_file() else ""
