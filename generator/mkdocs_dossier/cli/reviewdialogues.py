"""The questions that a review asks about the record that it shows: yes or no, which record, which speaker."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.authoring.introducing import NewActor
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewingitems import Item
from mkdocs_dossier.authoring.reviewingspeakers import NEW, Known, fitting, known_actors, meant, new_actor
from mkdocs_dossier.cli.reviewkeys import Lines, Offered, ask_key, ask_text
from mkdocs_dossier.cli.reviewscreen import help_lines, names, question_lines
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.values.refs import Ref

_BACK = "escape"
_MOST = 9
_KINDS = tuple(str(kind) for kind in ActorKind)
_HOW = f"A name, alias or id, then Enter; “{NEW} NAME” for one who is new. Escape goes back."


def help_wanted() -> None:
    """Show what the keys do, until one of them is pressed."""
    ask_key(help_lines, _told("", "Enter goes back"), ["enter", "q", "n", "?", _BACK])


def is_approved(body: Lines, item: Item) -> bool:
    """Ask whether the drafts that an item needs, which it shows, are approved with it."""
    others = names(one.ref for one in item.needs)
    question = _told(f"Approve with it, as shown: {others}?", "y yes", "n no")
    return ask_key(body, question, ["y", "n", _BACK]) == "y"


def chosen(body: Lines, item: Item) -> Ref | None:
    """Ask which of an item's records is meant, if it has several; None where none is."""
    refs = item.together[:_MOST]
    if len(refs) == 1:
        return refs[0]
    keys = {str(number): ref for number, ref in enumerate(refs, 1)}
    question = _told("Edit which?", *(f"{key} {names([ref])}" for key, ref in keys.items()), "n none")
    return keys.get(ask_key(body, question, [*keys, "n", _BACK]))


def speaker_named(body: Lines, dossier: Dossier, places: SourceMap) -> str | NewActor | None:
    """Ask for the speaker of a statement; return an actor's id, a new actor, or None if that is given up."""
    actors, typed, told = known_actors(dossier, places), "", _HOW
    while (answer := ask_text(body, _told(told), "Speaker: ", _Actors(actors).offered, typed)) is not None:
        typed = answer
        try:
            found = meant(actors, typed)
            if isinstance(found, Known):
                return found.id
            kind = _kind_named(body, found)
            return None if kind is None else new_actor(places, found, kind)
        except RefusedError as refused:
            told = str(refused)
    return None


def _kind_named(body: Lines, name: str) -> ActorKind | None:
    """Ask what a new actor is."""
    typed = _KINDS[0]
    told = _told(f"What is {name}? {', '.join(_KINDS)}. Escape goes back.")
    while (answer := ask_text(body, told, "Kind: ", _kinds_offered, typed)) is not None:
        typed = answer.strip()
        if typed in _KINDS:
            return ActorKind(typed)
    return None


def _kinds_offered(typed: str) -> Iterator[Offered]:
    yield from ((kind, kind, "") for kind in _KINDS if kind.startswith(typed.strip()))


class _Actors:
    """What is offered of the actors of a dossier while a name is typed."""

    def __init__(self, actors: Sequence[Known]) -> None:
        self.actors = actors

    def offered(self, typed: str) -> Iterator[Offered]:
        """List the actors that fit, then the one that would be new."""
        for one in fitting(self.actors, typed):
            yield one.id, visible(one.name), visible(f"{one.id} (draft)" if one.is_draft else one.id)
        name = " ".join(typed.split())
        if name and not name.casefold().startswith(NEW):
            yield f"{NEW} {name}", f"{NEW} {visible(name)}", ""


def _told(question: str, *answers: str) -> Lines:
    return lambda width: question_lines(question, answers, width)
