"""What the screen of a review shows, as lines for a terminal; no file and no terminal is asked here.

Nothing stands to the right of anything else, so that a wide character, or words that run from right to left,
cannot push a line out of its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import pairwise

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mkdocs_dossier.authoring.reviewingitems import Context, Draft, Item, Kind, Written
from mkdocs_dossier.drafting.reasons import Reason
from mkdocs_dossier.problems import Level
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_line
from mkdocs_dossier.values.refs import Ref

KEYS = {
    "a": ("accept", "Approve it, with the drafts that it refers to: its line “review: draft” goes."),
    "e": ("edit", "Open its lines in your editor ($VISUAL or $EDITOR)."),
    "s": ("speaker", "Name another speaker: an actor of the dossier, or a new one."),
    "d": ("drop", "Take it out of its file, with the comments that belong to it."),
    "n": ("next", "Leave it as it is, and go on."),
    "p": ("back", "Go to the one before."),
    "u": ("undo", "Take the last step of this review back; again for the one before."),
    "?": ("help", "Show this."),
    "q": ("quit", "End; every step is saved already."),
}
"""The keys of a review, each with its word in the line of keys, and what it does."""

_STYLES = {Kind.QUOTE: "bold yellow", Kind.PASSAGE: "underline", Kind.NAMED: "reverse"}
_SHOWN_AS = {"quote": "in bold", "passage": "underlined"}
_GAP = re.compile(r"\s*\n\s*")
_NARROWEST = 20
_LONGEST = 2_000
"""The most characters of one line of a file that are shown."""


def item_lines(item: Item, place: int, count: int, said: str, width: int) -> list[str]:
    """Draw an item, the one at `place` (from 1) of `count`, below what was `said` of the last step."""
    return _drawn(_item(item, place, count, said), width)


def help_lines(width: int) -> list[str]:
    """Draw what each key does, and how words are marked."""
    lines = [_styled(f"{key}  {word}: {what}") for key, (word, what) in KEYS.items()]
    marks = "In the text of the source, the quotation is in bold, the passage underlined, and reversed what "
    more = "If a record is longer than the screen, it is moved by Space, the arrows, Page Up and Page Down."
    return _drawn(
        [*lines, Text(), _styled(f"{marks}the speaker, or the name, rests on."), _styled(more)], width
    )


def key_lines(width: int) -> list[str]:
    """Draw the line of keys; in a narrow terminal, the lines."""
    return _choices([f"{key} {word}" for key, (word, _) in KEYS.items()], width)


def question_lines(question: str, answers: Sequence[str], width: int) -> list[str]:
    """Draw a question, in which names from the dossier may stand, with the answers below it."""
    return [*_drawn([_styled(question, "bold")], width), *_choices(answers, width)]


def _choices(answers: Sequence[str], width: int) -> list[str]:
    """Draw what may be typed, with its key first, as many of them in a line as there is room for."""
    lines: list[str] = []
    for answer in answers:
        longer = f"{lines[-1]}  {answer}" if lines else answer
        if lines and cell_len(longer) <= width - 2:
            lines[-1] = longer
        else:
            lines.append(answer)
    return _drawn((_styled(line, "reverse") for line in lines), width)


def listed(item: Item) -> str:
    """Say in one line what an item is, and what its certainty rests on."""
    speaker = next((one for one in item.draft.fields if one.name == "speaker"), None)
    told = [f"{item.ref.kind} {item.ref.id}"]
    if speaker is not None:
        told.append(cut_line(speaker.lines[0], _LONGEST))
    reasons = [speaker.reason] if speaker else [one.reason for one in item.draft.fields]
    told += [_reason(one) for one in reasons if one][:1]
    if item.needs:
        told.append(f"with {names(one.ref for one in item.needs)}")
    return visible("; ".join(told))


def names(refs: Iterable[Ref]) -> str:
    """Name records as a list: their kinds and ids."""
    return ", ".join(f"{ref.kind} {ref.id}" for ref in refs)


def _item(item: Item, place: int, count: int, said: str) -> Iterator[Text]:
    yield _styled(f"{place} of {count}: {item.ref.kind} {item.ref.id}", "bold")
    yield _styled(str(item.draft.place), "dim")
    if said:
        yield _styled(said, "bold cyan")
    yield Text()
    if item.context:
        yield _context(item.context)
        yield Text()
    yield from _draft(item.draft)
    for need in item.needs:
        yield Text()
        yield _styled(f"Approved with it: {need.ref.kind} {need.ref.id}", "bold")
        yield from _draft(need)


def _draft(draft: Draft) -> Iterator[Text]:
    for field in draft.fields:
        yield from _field(field)
    for problem in draft.problems:
        style = "bold red" if problem.level is Level.ERROR else "yellow"
        told = Text.assemble((f"{problem.level}: ", style), visible(problem.message))
        yield told.append(f" {visible(problem.hint)}") if problem.hint else told


def _field(field: Written) -> Iterator[Text]:
    yield from (_styled(comment, "dim italic") for comment in field.comments)
    if field.is_marked:
        yield _styled(f"{field.name}: {_SHOWN_AS[field.name]} above", "dim")
        return
    for index, line in enumerate(field.lines):
        text = _styled(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")
        if index == 0 and field.reason:
            is_told = field.reason.words in line
            text.append(f"  ({field.reason.basis if is_told else visible(_reason(field.reason))})", "dim")
        yield text


def _reason(reason: Reason) -> str:
    return f"from “{reason.words}”, {reason.basis}" if reason.words else str(reason.basis)


def _context(context: Context) -> Text:
    """Write the words around those of a draft, each span in its style; a paragraph begins a new line."""
    bounds = {0, len(context.text), *(at for one in context.spans for at in (one.start, one.end))}
    text = Text.assemble(("" if context.is_start else "… ", "dim"))
    for start, end in pairwise(sorted(bounds)):
        kinds = {one.kind for one in context.spans if one.start <= start and end <= one.end}
        style = " ".join(_STYLES[kind] for kind in sorted(kinds))
        lines = _GAP.sub("\n", context.text[start:end]).replace("\t", " ").split("\n")
        text.append("\n".join(map(visible, lines)), style)
    return text.append("" if context.is_end else " …", "dim")


def _styled(line: str, style: str = "") -> Text:
    return Text(visible(line.replace("\t", "    ")), style)


def _drawn(texts: Iterable[Text], width: int) -> list[str]:
    """Break texts into lines of a width, with codes for styles."""
    width = max(_NARROWEST, width)
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )
    lines: list[str] = []
    for text in texts:
        # Further lines of a text stand below it, deeper than its own beginning.
        inner = " " * min(len(text.plain) - len(text.plain.lstrip(" ")) + 2, width // 2)
        with console.capture() as captured:
            for index, line in enumerate(_broken(console, text, width - len(inner))):
                console.print(Text(inner if index else "") + line, soft_wrap=True, end="\n")
        lines += captured.get().split("\n")[:-1]
    return lines


def _broken(console: Console, text: Text, width: int) -> Sequence[Text]:
    found = list(text.wrap(console, width, overflow="fold"))
    for line in found:
        line.rstrip()
    return found or [Text()]
