"""Find the known name that is nearest to a wrong one, for a hint, quickly even among thousands."""

from collections.abc import Container, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import count, islice, repeat
from math import ceil, floor
from operator import contains

_CUTOFF = 0.6  # difflib's own measure of "close"
_COMPARED = 60  # as many full comparisons as take about a millisecond
_LONGEST = 100  # what of a wrong name is compared
_LENGTHS = 256  # as many as a byte holds: no name of more letters is like one of `_LONGEST`
_DIGITS = bytes.maketrans(b"\0\1", b"01")


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that is most like a name, by difflib's ratio; None where none is close.

    The answer does not depend on the order of the candidates. Of a large set, only those that share the most
    pairs of letters with the name are compared in full.
    """
    return _Names(candidates).nearest(name)


class Suggestions:
    """Find the names nearest to wrong ones: look each up once, and only the first `most` of them.

    Among thousands of names a look-up takes a millisecond, and nobody mends so many slips one by one.
    """

    def __init__(self, most: int = 300) -> None:
        self.most = most
        self._found: dict[tuple[str, str], str | None] = {}
        self._names: dict[str, _Names] = {}

    def nearest(self, name: str, among: str, candidates: Iterable[str]) -> str | None:
        """Return the candidate nearest to a name; None where none is close, or after too many look-ups.

        `among` names the candidates: those that are given first under a name are kept for all later look-ups.
        """
        key = (among, name)
        if key not in self._found and len(self._found) < self.most:
            if among not in self._names:
                self._names[among] = _Names(candidates)
            self._found[key] = self._names[among].nearest(name)
        return self._found.get(key)


class _Names:
    """Names that others are compared with.

    A set of them is a number, in which bit `i` stands for the name at `i` in sorted order: so sets of
    thousands are united and intersected in one operation.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._lengths = bytes(min(len(name), _LENGTHS - 1) for name in self._names)
        self._by_pair: dict[str, int] = {}

    def nearest(self, name: str) -> str | None:
        """Return the known name that is most like another one; None where none is close."""
        wanted = name.casefold()[:_LONGEST]
        fitting = self._with_lengths(_lengths(len(wanted)))
        if fitting.bit_count() > _COMPARED:
            fitting = self._shortlist(wanted, fitting)
        return _most_alike(wanted, (self._names[bit] for bit in _bits(fitting)))

    def _with_lengths(self, lengths: Container[int]) -> int:
        # `translate` with a table of 0 and 1 marks all names of these lengths at once.
        return _those(self._lengths.translate(bytes(length in lengths for length in range(_LENGTHS))))

    def _shortlist(self, wanted: str, fitting: int) -> int:
        """Choose as many names as are compared: those that hold most pairs of letters, then by length.

        Of those that hold as many, the ones nearest in length are taken, and then the last in order.
        """
        # Every second pair: enough to tell names apart, at half the work.
        pairs = [wanted[i : i + 2] for i in range(0, len(wanted), 2)]
        holding = [fitting]  # at index n, the names that hold at least n of the pairs
        for pair in pairs:
            holding.append(0)
            # Downwards, so that a name moves up by one for this pair, not by several.
            for least in range(len(holding) - 1, 0, -1):
                holding[least] |= holding[least - 1] & self._with_pair(pair)
        chosen = 0
        for more in reversed(holding):
            if more.bit_count() > _COMPARED:
                return self._filled(chosen, more & ~chosen, len(wanted))
            chosen = more
        return chosen

    def _filled(self, chosen: int, others: int, length: int) -> int:
        """Add from `others` the names nearest to a length, the last in order first, until it is enough."""
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
    """Return a set of names as a number, from a byte for each name: 1 if it is chosen, else 0."""
    # Turned round, because the last digit of a number is its lowest bit.
    return int(chosen[::-1].translate(_DIGITS) or b"0", 2)


def _bits(number: int) -> Iterator[int]:
    """List the positions of the bits that are set in a number, the highest first."""
    while number:
        bit = number.bit_length() - 1
        number ^= 1 << bit
        yield bit


def _most_alike(wanted: str, names: Iterable[str]) -> str | None:
    """Return the name with the highest ratio, the last of several; None where none reaches the cutoff."""
    matcher: SequenceMatcher[str] = SequenceMatcher()
    # `SequenceMatcher` keeps what it computes of the second sequence, so that one stays.
    matcher.set_seq2(wanted)
    bounded: list[tuple[float, str]] = []
    for name in names:
        matcher.set_seq1(name)
        # Both are upper bounds of the ratio, and much quicker.
        if matcher.real_quick_ratio() >= _CUTOFF and (bound := matcher.quick_ratio()) >= _CUTOFF:
            bounded.append((bound, name))
    best: tuple[float, str] | None = None
    for bound, name in sorted(bounded, reverse=True):
        # The bounds only fall from here on.
        if best and bound < best[0]:
            break
        matcher.set_seq1(name)
        if (ratio := matcher.ratio()) >= _CUTOFF:
            best = max(best or (ratio, name), (ratio, name))
    return best[1] if best else None


def _lengths(length: int) -> range:
    """Return the lengths of names whose ratio (2 · common letters / both lengths) can reach the cutoff."""
    factor = _CUTOFF / (2 - _CUTOFF)
    return range(ceil(length * factor), floor(length / factor) + 1)
