"""Look up every quotation of a dossier in the archived text of its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.dossier.linked import Dossier, Quotation, quotations
from mkdocs_dossier.dossier.sourcemap import Entry, SourceMap
from mkdocs_dossier.findings.found import Checked, Fragment, Quotations
from mkdocs_dossier.problems import Problem, error
from mkdocs_dossier.quotes.differences import Difference
from mkdocs_dossier.quotes.match import Match, verify
from mkdocs_dossier.quotes.nearest import Missing, Reason, explain_missing
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.quotes.wording import difference_told, signs_told
from mkdocs_dossier.text.shortening import cut_line, first_words
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_verbatim
from mkdocs_dossier.values.refs import SECTIONS, Path, Ref

SHOWN, OFFERED = 240, 600
"""The most characters of a fragment that a message shows, and of one that it offers to be pasted."""

EFFORT = 20_000_000
"""About how many characters of sources are looked through to explain quotations: a second's work."""

_PER_LOOK = 10_000
"""How many characters one explanation counts as, besides those of the text."""

_PER_FRAGMENT = 1_000
"""How many each fragment of its quotation counts as: all are looked up again to try what is offered."""


def verify_quotations(dossier: Dossier, places: SourceMap) -> tuple[Quotations, list[Problem]]:
    """Look up all quotations; return what was found, and a problem for each fragment that was not.

    A quotation from a source without a text is no problem: it is unverified.
    """
    found: dict[tuple[Ref, Path], Checked] = {}
    problems: list[Problem] = []
    looks = _Looks()
    for section in SECTIONS:
        unattributed = dossier.unattributed.values() if section == "statements" else ()
        for record in (*dossier.section(section).values(), *unattributed):
            for quotation in quotations(Ref(section, record.id), record):
                checked = look_up(dossier.versions.get(quotation.source, ()), quotation)
                text = dossier.text_in(*checked.place)
                found[quotation.owner, quotation.path] = checked
                if text is not None:
                    problems.extend(_not_found(text, checked, places.entries[quotation.owner], looks))
    return found, problems


def look_up(versions: Sequence[SourceText | None], quotation: Quotation) -> Checked:
    """Look up a quotation in the versions of its source, and take the newest that has all of it."""
    tried = [_looked_up(text, quotation) for text in versions]
    fate = tuple(text is not None and _is_whole(one) for text, one in zip(versions, tried, strict=True))
    number = next((at for at in reversed(range(len(fate))) if fate[at]), len(fate) - 1)
    if number < 0 or versions[number] is None:
        return _looked_up(None, quotation)
    return replace(tried[number], version=number, fate=fate)


def _is_whole(checked: Checked) -> bool:
    return all(one.match for one in checked.fragments)


def _looked_up(text: SourceText | None, quotation: Quotation) -> Checked:
    quote: Sequence[Match | None] = (None,) * len(quotation.quote)
    passage: Sequence[Match | None] = (None,) * len(quotation.passage)
    if text is not None:
        found = verify(text, quotation.quote, quotation.passage)
        quote, passage = found.quote, found.passage
    return Checked(
        quotation.owner,
        quotation.path,
        quotation.source,
        tuple(map(Fragment, quotation.quote, quote)),
        tuple(map(Fragment, quotation.passage, passage)),
    )


class _Looks:
    """Bound the work of explaining: with a wrong text, thousands of quotations may not be found."""

    def __init__(self) -> None:
        self.effort = 0

    def may_look(self, text: SourceText, checked: Checked) -> bool:
        is_within = self.effort < EFFORT
        self.effort += len(text.text) + _PER_LOOK + len(checked.fragments) * _PER_FRAGMENT
        return is_within


def _not_found(text: SourceText, checked: Checked, entry: Entry, looks: _Looks) -> Iterator[Problem]:
    for name, fragments in (("quote", checked.quote), ("passage", checked.passage)):
        # Where the last fragment that was found ends: the next one has to stand behind it.
        after = 0
        for index, fragment in enumerate(fragments):
            if fragment.match is not None:
                after = fragment.match.end
                continue
            where = entry.locate(checked.way_to(name, index))
            if looks.may_look(text, checked):
                missing = explain_missing(text, fragment.words, after=after)
                message, hint = _Explained(text, checked, name, index, missing).told()
            else:
                message, hint = _missing(fragment.words, checked.source), _TOO_MANY
            yield error(where, "quote-not-found", message, hint)


_TOO_MANY = "Mend others first: for so many, what stands in the source instead is not looked up."
_COPY = "Copy the words from the source; mark what you leave out with […]."
_IN_ORDER = "Put the fragments in the order in which they stand in the source."


_TOO_LITTLE = {
    Reason.INSIDE_WORD: (
        "“{shown}” begins or ends inside a word of the source `{source}`.",
        "Quote whole words{near}.",
    ),
    Reason.CUT_PREFIX: (
        "“{shown}” leaves off a part of a hyphenated word of the source `{source}` that turns what it says.",
        "Quote the whole word{near}.",
    ),
    Reason.CUT_NUMBER: (
        "“{shown}” leaves off a minus sign or a part of a range that belongs to a number of the source "
        "`{source}`.",
        "Quote all of it{near}.",
    ),
    Reason.NO_WORDS: (
        "“{shown}” has no letter or digit: signs alone are no quotation.",
        "Quote the words that they stand with.",
    ),
}
"""What is said, and what to do, where a fragment is less than a word, a number, or any words."""


def _sides(found: Difference) -> tuple[str, str]:
    return cut_line(found.quotation, SHOWN), cut_line(found.source, SHOWN)


def _missing(fragment: str, source: str, because: str = "") -> str:
    reason = f": {because}" if because else ""
    return f"“{cut_line(fragment, SHOWN)}” is not in the text of the source `{source}`{reason}."


@dataclass(frozen=True, slots=True)
class _Explained:
    """Why a fragment of a quotation was not found, with what it takes to try other words in its place.

    Nothing is offered to an author that would not be found in its turn.
    """

    text: SourceText
    checked: Checked
    name: str
    index: int
    missing: Missing

    def told(self) -> tuple[str, str]:
        """Return a message on why the fragment was not found, and a hint on what the source has instead."""
        missing, source = self.missing, self.checked.source
        shown, near = cut_line(missing.fragment, SHOWN), self._shown_near()
        if missing.reason is Reason.OUT_OF_ORDER:
            message = f"“{shown}” stands in the source `{source}`, but not after the fragment above it."
            return message, _IN_ORDER
        if missing.reason is Reason.ALTERED_BRACKET and missing.difference:
            return self._bracket_told(missing.difference)
        if missing.reason in _TOO_LITTLE:
            message, hint = _TOO_LITTLE[missing.reason]
            return message.format(shown=shown, source=source), hint.format(near=near)
        message = _missing(missing.fragment, source, signs_told(missing))
        if missing.suggestion is None:
            return message, _COPY
        if missing.difference is None and missing.edges:
            return message, self._without_signs()
        told = difference_told(missing.difference) if missing.difference else ""
        nearest = f"The nearest passage {'is' if near.endswith('”') else 'begins'}{near}." if near else _COPY
        return message, " ".join(filter(None, (told, nearest, self._marked())))

    def _bracket_told(self, found: Difference) -> tuple[str, str]:
        """Return the message and the hint where the author's brackets take the place of the source's."""
        shown, (theirs, ours) = cut_line(self.missing.fragment, SHOWN), _sides(found)
        message = (
            f"“{shown}” puts `{theirs}` in the place of `{ours}`, "
            f"which the source `{self.checked.source}` has in brackets itself."
        )
        kept = self.missing.fragment.replace(found.quotation, found.source)
        offered = f": “{kept}”" if len(kept) <= SHOWN and self._holds(kept) else ""
        return message, f"Quote the source's brackets as they stand{offered}; or leave them out with […]."

    def _shown_near(self) -> str:
        """Return the nearest passage or its beginning, after a colon; empty if that would not be found."""
        near = " ".join((self.missing.suggestion or "").split())
        if not near or not self._holds(self._put(near)):
            return ""
        return f": “{near}”" if len(near) <= SHOWN else f": “{first_words(near, SHOWN)}” …"

    def _without_signs(self) -> str:
        """Offer the fragment without the signs that the source does not have, if that would be found."""
        offered = self._put(" ".join((self.missing.suggestion or "").split()))
        them = "them" if len(self.missing.edges) > 1 else "it"
        if not self._holds(offered):
            return f"Leave {them} out. {_IN_ORDER}" if self._is_early() else f"Leave {them} out."
        return f"Quote the words without {them}{f': “{offered}”' if len(offered) <= OFFERED else ''}."

    def _is_early(self) -> bool:
        """Tell whether the words stand before the end of a fragment that they should follow."""
        before = (one.match for one in self._fragments()[: self.index])
        return any(match is not None and self.missing.start < match.end for match in before)

    def _marked(self) -> str:
        """Offer brackets around a first letter whose case was changed, if nothing else differs."""
        missing = self.missing
        near, fragment = missing.suggestion or "", self._fragment()
        if missing.edges or near[:1] == fragment[:1] or near[:1] != fragment[:1].swapcase():
            return ""
        marked = f"[{fragment[0]}]{near[1:]}"
        if len(marked) > SHOWN or near[1:] != fragment[1:] or not self._holds(marked):
            return ""
        return f"To keep the letter, mark it as changed: “{marked}”."

    def _fragments(self) -> tuple[Fragment, ...]:
        return self.checked.quote if self.name == "quote" else self.checked.passage

    def _fragment(self) -> str:
        return self._fragments()[self.index].words

    def _put(self, words: str) -> str:
        """Return the fragment with other words for those looked for; empty unless it has these just once."""
        fragment = self._fragment()
        return (
            fragment.replace(self.missing.fragment, words)
            if fragment.count(self.missing.fragment) == 1
            else ""
        )

    def _holds(self, offered: str) -> bool:
        """Tell whether other words would be found in the fragment's place, and all others as before."""
        # A source may have characters that a quotation must not have.
        try:
            parse_verbatim(offered)
        except InvalidValue:
            return False
        tried = {
            "quote": [one.words for one in self.checked.quote],
            "passage": [one.words for one in self.checked.passage],
        }
        tried[self.name][self.index] = offered
        found = verify(self.text, tried["quote"], tried["passage"])
        tried_in = found.quote if self.name == "quote" else found.passage
        if tried_in[self.index] is None:
            return False
        # What was found before must be found still: words in another place may take its order.
        after = (*found.quote, *found.passage)
        return all(now for then, now in zip(self.checked.fragments, after, strict=True) if then.match)
