"""Looks up every quotation of a dossier in the archived text of its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_dossier.dossier import Dossier, Key, Path, Quotation, quotations
from mkdocs_dossier.fieldtypes import SECTIONS
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.quotes import (
    Difference,
    Match,
    Reason,
    SourceText,
    Tier,
    explain_missing,
    spelt_out,
    strangers,
    verify,
)

SHOWN = 240
"""How many characters of a fragment a message shows."""

EFFORT = 20_000_000
"""How many characters of sources are looked through, about, for what stands there instead: a second."""

_PER_LOOK = 10_000
"""What one look counts of that, the length of the text aside."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation with what was found of it: a match a fragment, `None` where it could not be looked up."""

    quotation: Quotation
    quote: tuple[Match | None, ...]
    passage: tuple[Match | None, ...]

    @property
    def tier(self) -> Tier:
        """The weakest tier among the fragments; that of a quotation without words is the weakest of all."""
        tiers = {match.tier if match else Tier.UNVERIFIED for match in (*self.quote, *self.passage)}
        return next((tier for tier in reversed(Tier) if tier in tiers), Tier.UNVERIFIED)


Verified = Mapping[tuple[Key, Path], Checked]


def verify_quotations(dossier: Dossier) -> tuple[Verified, list[Problem]]:
    """Look up all quotations; each that is not in its source is a problem at its own line."""
    verified: dict[tuple[Key, Path], Checked] = {}
    problems: list[Problem] = []
    looks = _Looks()
    for section in SECTIONS:
        unattributed = dossier.unattributed.values() if section == "statements" else ()
        for record in (*dossier.section(section).values(), *unattributed):
            for quotation in quotations(record, section):
                checked = _look_up(dossier, quotation)
                verified[quotation.owner, quotation.path] = checked
                problems.extend(_not_found(dossier, checked, looks))
    return verified, problems


def _look_up(dossier: Dossier, quotation: Quotation) -> Checked:
    text = dossier.texts.get(quotation.source)
    if text is None:
        return Checked(quotation, (None,) * len(quotation.quote), (None,) * len(quotation.passage))
    found = verify(text, quotation.quote, quotation.passage)
    return Checked(quotation, found.quote, found.passage)


class _Looks:
    """Counts what is looked through for suggestions, which thousands of wrong quotations would need too."""

    def __init__(self) -> None:
        self.effort = 0

    def may_look(self, text: SourceText) -> bool:
        is_within = self.effort < EFFORT
        self.effort += len(text.text) + _PER_LOOK
        return is_within


def _not_found(dossier: Dossier, checked: Checked, looks: _Looks) -> Iterator[Problem]:
    quotation = checked.quotation
    text = dossier.texts.get(quotation.source)
    if text is None:
        return
    entry = dossier.entries[quotation.owner]
    for name in ("quote", "passage"):
        fragments, matches = getattr(quotation, name), getattr(checked, name)
        after = 0
        for index, (fragment, match) in enumerate(zip(fragments, matches, strict=True)):
            if match is None:
                where = entry.locate([*quotation.path, name, index])
                if looks.may_look(text):
                    message, hint = _explanation(text, quotation.source, fragment, after)
                else:
                    message, hint = _missing(fragment, quotation.source), _TOO_MANY
                yield error(where, "quote-not-found", message, hint)
            else:
                after = match.end


_TOO_MANY = "Mend others first: for so many, what stands in the source instead is not looked up."


def _missing(fragment: str, source: str) -> str:
    return f"“{_shortened(fragment)}” is not in the text of the source `{source}`."


def _explanation(text: SourceText, source: str, fragment: str, after: int) -> tuple[str, str]:
    """Say why a fragment is not found, and what stands in the source instead."""
    missing = explain_missing(text, fragment, after=after)
    shown, near = _shortened(missing.fragment), _shortened(missing.suggestion or "")
    if missing.reason is Reason.OUT_OF_ORDER:
        message = f"“{shown}” stands in the source `{source}`, but not after the fragment above it."
        return message, "Put the fragments in the order in which they stand in the source."
    if missing.reason is Reason.INSIDE_WORD:
        message = f"“{shown}” begins or ends inside a word of the source `{source}`."
        return message, f"Quote whole words: “{near}”."
    message = _missing(missing.fragment, source)
    if not near:
        return message, "Copy the words from the source; mark what you leave out with […]."
    hint = f"The nearest passage is: “{near}”."
    if (words := missing.difference) and words.source:
        hint = f"{_differing(words)} {hint}"
    return message, hint


def _differing(words: Difference) -> str:
    """Say the first words in which a quotation differs from its source."""
    if not words.quotation:
        return f"The source has “{words.source}” where nothing stands here."
    unseen = [
        f"; the {which} has {' and '.join(map(spelt_out, found))}"
        for which, found in (
            ("first", strangers(words.source, words.quotation)),
            ("second", strangers(words.quotation, words.source)),
        )
        if found
    ]
    return f"The source has “{words.source}” where “{words.quotation}” stands here{''.join(unseen)}."


def _shortened(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= SHOWN else folded[: SHOWN - 1].rstrip() + "…"
