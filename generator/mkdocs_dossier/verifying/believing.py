"""What is published of where quotations stand: believed where the text of a source is not at hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Quotation
from mkdocs_dossier.findings.found import Checked, Fragment
from mkdocs_dossier.quotes.excerpts import Span
from mkdocs_dossier.quotes.match import Match, verify
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.refs import Path
from mkdocs_dossier.verifying.rereading import Json

_SHOWN, _DIGITS = 60, 8
_LONGEST = 1_000_000
"""The most characters over which a quotation is believed to reach."""
_GAP = " "
"""What is put where words are left out: a blank, so that no word is made of two parts."""


@dataclass(frozen=True)
class Selectors:
    """What is published of where a quotation stands: of a report of a statement, or of another part."""

    derived: Json
    path: Path

    def _part(self) -> Json:
        reports = self.derived.get("reports")
        if not self.path or self.path[0] == "also_in":
            number = int(self.path[1]) + 1 if self.path else 0
            held = reports[number] if isinstance(reports, list) and number < len(reports) else {}
            return held if isinstance(held, dict) else {}
        way = [str(step) for step in self.path]
        passages = self.derived.get("passages")
        for one in passages if isinstance(passages, list) else ():
            if isinstance(one, dict) and [str(step) for step in one.get("path", ())] == way:
                return one
        return {}

    def checked(self, quotation: Quotation, versions: int) -> Checked:
        """Make of it what was found of the quotation, in so many versions of the source."""
        part = self._part()
        written = part.get("verification")
        matches = [_match(one) for one in written] if isinstance(written, list) else []
        words = (*quotation.quote, *quotation.passage)
        matches += [None] * (len(words) - len(matches))
        fragments = tuple(map(Fragment, words, matches[: len(words)]))
        quoted = len(quotation.quote)
        fate = (
            tuple(one is True for one in part.get("fate", ())) if isinstance(part.get("fate"), list) else ()
        )
        is_whole = bool(fragments) and all(one.match for one in fragments)
        # Of a single version nothing is published: it has all of the words, or the site could not be built.
        fate = fate if len(fate) == versions else (is_whole,) * versions
        version = _number(part.get("version", str(versions - 1)))
        has_version = version is not None and 0 <= version < versions and is_whole
        return Checked(
            quotation.owner,
            quotation.path,
            quotation.source,
            fragments[:quoted],
            fragments[quoted:],
            version if has_version else None,
            fate if has_version else (),
        )


def _number(value: object) -> int | None:
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _DIGITS
    return int(str(value)) if is_number else None


def _match(written: object) -> Match | None:
    """Read a selector; None for one that says that the words were not looked up, or says nothing."""
    if not isinstance(written, dict):
        return None
    start, end = _number(written.get("start")), _number(written.get("end"))
    exact, prefix, suffix = (written.get(name) for name in ("exact", "prefix", "suffix"))
    tier = next((one for one in Tier if one == written.get("tier")), None)
    if start is None or end is None or tier is None or end - start > _LONGEST:
        return None
    if not (isinstance(exact, str) and isinstance(prefix, str) and isinstance(suffix, str)):
        return None
    parts = _parts(written.get("parts"), start, end)
    if parts:
        exact = _assembled(start, end, parts)
    return Match(tier, start, end, exact, prefix, suffix, tuple(span for span, _ in parts) or ((start, end),))


_Part = tuple[Span, str]


def _parts(written: object, start: int, end: int) -> list[_Part]:
    """Read the stretches of which an elided quotation has words; none if they are not in order."""
    found: list[_Part] = []
    before = start
    for one in written if isinstance(written, list) else ():
        words = one.get("exact") if isinstance(one, dict) else None
        span = (_number(one.get("start")), _number(one.get("end"))) if isinstance(one, dict) else (None, None)
        match span:
            case (int(first), int(last)) if before <= first <= last <= end and isinstance(words, str):
                found.append(((first, last), words))
                before = last
            case _:
                return []
    return found


def _assembled(start: int, end: int, parts: Sequence[_Part]) -> str:
    """Put the parts in their places; what stands between them is not published, and anything may."""
    text, at = "", start
    for (first, last), words in parts:
        text += _GAP * (first - at) + words
        at = last
    return text + _GAP * (end - at)


def unsound(believed: Checked) -> Iterator[str]:
    """List the fragments that are not in the very passage that is published as the place where they stand."""
    for one in believed.fragments:
        match = one.match
        if match is None:
            continue
        around = SourceText(f"{match.prefix}{match.exact}{match.suffix}")
        is_long = len(match.exact) == match.end - match.start
        if not is_long or not verify(around, [one.words], []).quote[0]:
            yield (
                f"{believed.owner}: “{one.words[:_SHOWN]}” is not what stands in the passage that is "
                f"published of the source `{believed.source}`."
            )
