"""The known name nearest to one that is wrong, for a hint, found quickly among very many."""

from collections.abc import Container, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import count, islice, repeat
from math import ceil, floor
from operator import contains

_CUTOFF = 0.6  # difflib's own measure of "close"
_COMPARED = 60  # as many full comparisons as take about a millisecond
_LONGEST = 100
_LENGTHS = 256  # as many as a byte holds: no name of more letters is like one of `_LONGEST`
_DIGITS = bytes.maketrans(b"\0\1", b"01")


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, by difflib's ratio; None where none is close.

    The answer depends on the set of the candidates only, not on their order. Of a large set, only those
    that share the most pairs of letters with the name are compared in full.
    """
    return _Names(candidates).nearest(name)


class Suggestions:
    """The nearest names to those that are wrong: each looked for once, and of the first few hundred only.

    Among thousands of names a look takes a millisecond, and nobody mends so many slips one by one.
    """

    def __init__(self, most: int = 300) -> None:
        self.most = most
        self._found: dict[tuple[str, str], str | None] = {}
        self._names: dict[str, _Names] = {}

    def nearest(self, name: str, among: str, candidates: Iterable[str]) -> str | None:
        """Return the nearest of the candidates; what they are called, `among`, says which they are."""
        key = (among, name)
        if key not in self._found and len(self._found) < self.most:
            if among not in self._names:
                self._names[among] = _Names(candidates)
            self._found[key] = self._names[among].nearest(name)
        return self._found.get(key)


class _Names:
    """Names that others are compared with.

    A set of them is the bits of a number, so that sets of thousands are joined and cut at once: bit `i` is
    the name at `i` in their order.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._lengths = bytes(min(len(name), _LENGTHS - 1) for name in self._names)
        self._by_pair: dict[str, int] = {}

    def nearest(self, name: str) -> str | None:
        """Return the name that is most like another; None where none is close."""
        wanted = name.casefold()[:_LONGEST]
        fitting = self._with_lengths(_lengths(len(wanted)))
        if fitting.bit_count() > _COMPARED:
            fitting = self._shortlist(wanted, fitting)
        return _most_alike(wanted, (self._names[bit] for bit in _bits(fitting)))

    def _with_lengths(self, lengths: Container[int]) -> int:
        return _those(self._lengths.translate(bytes(length in lengths for length in range(_LENGTHS))))

    def _shortlist(self, wanted: str, fitting: int) -> int:
        """Choose those that hold the most pairs of letters, then those of about the length, then the last."""
        pairs = [wanted[i : i + 2] for i in range(0, len(wanted), 2)]
        holding = [fitting]  # at each place, those that hold at least so many of the pairs
        for pair in pairs:
            holding.append(0)
            for least in range(len(holding) - 1, 0, -1):
                holding[least] |= holding[least - 1] & self._with_pair(pair)
        chosen = 0
        for more in reversed(holding):
            if more.bit_count() > _COMPARED:
                return self._filled(chosen, more & ~chosen, len(wanted))
            chosen = more
        return chosen

    def _filled(self, chosen: int, others: int, length: int) -> int:
        """Add those of others that are nearest to a length, the last in their order of as near ones."""
        for distance in count():
            near = others & self._with_lengths((length - distance, length + distance))
            for bit in islice(_bits(near), _COMPARED - chosen.bit_count()):
                chosen |= 1 << bit
            if chosen.bit_count() == _COMPARED:
                break
        return chosen

    def _with_pair(self, pair: str) -> int:
        if pair not in self._by_pair:
            self._by_pair[pair] = _those(bytes(map(contains, self._names, repeat(pair))))
        return self._by_pair[pair]


def _those(chosen: bytes) -> int:
    """Make a set of names: of each in their order, 1 if it is chosen, else 0."""
    return int(chosen[::-1].translate(_DIGITS) or b"0", 2)


def _bits(number: int) -> Iterator[int]:
    """List the bits of a number that are set, the highest first."""
    while number:
        bit = number.bit_length() - 1
        number ^= 1 << bit
        yield bit


def _most_alike(wanted: str, names: Iterable[str]) -> str | None:
    """Return the name with the highest ratio, the last of several; None where none reaches the cutoff."""
    matcher: SequenceMatcher[str] = SequenceMatcher()
    matcher.set_seq2(wanted)
    bounded: list[tuple[float, str]] = []
    for name in names:
        matcher.set_seq1(name)
        # Each of these bounds the ratio from above, and is quicker.
        if matcher.real_quick_ratio() >= _CUTOFF and (bound := matcher.quick_ratio()) >= _CUTOFF:
            bounded.append((bound, name))
    best: tuple[float, str] | None = None
    for bound, name in sorted(bounded, reverse=True):
        if best and bound < best[0]:
            break
        matcher.set_seq1(name)
        if (ratio := matcher.ratio()) >= _CUTOFF:
            best = max(best or (ratio, name), (ratio, name))
    return best[1] if best else None


def _lengths(length: int) -> range:
    """Return the lengths at which the ratio, 2 · common / sum of lengths, can reach the cutoff."""
    factor = _CUTOFF / (2 - _CUTOFF)
    return range(ceil(length * factor), floor(length / factor) + 1)
