"""Notes what is read of a dossier while a piece of the site is written.

What a piece was written from is all that it depends on: while none of that changes, the piece need not be
written again. Build systems call such a list a verifying trace (Mokhov, Mitchell and Peyton Jones: "Build
systems à la carte", 2018). Everything that pages are written from stands in mappings; here these are wrapped,
so that they tell which of their values were read.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from enum import Enum
from functools import cached_property, partial
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar, TypeVarTuple, Unpack

from pydantic_core import to_json

from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.quotes.sourcetext import SourceText

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Held = TypeVar("Held")
_Key = TypeVarTuple("_Key")
_Made = TypeVar("_Made")


class Piece(NamedTuple):
    """Some of a site's pages, and what writes them: by itself, in any order, also in another process.

    `name` tells it from others, by the section and the record. It is empty where another package writes the
    pages: nobody knows what they hang on.
    """

    name: str
    write: Callable[[], Iterable[Page]]


class _Extent(Enum):
    """What may be read of a mapping besides single values: all of it, or whether there is anything in it."""

    WHOLE = "whole"
    ANY = "any"


class Read(NamedTuple):
    """Something that was read: the name of a mapping, and the key of a value in it, there or not."""

    mapping: str
    key: Hashable


class Notes:
    """What was read since it was asked for. While nobody asks, nothing is noted."""

    def __init__(self) -> None:
        self._open: list[set[Read]] = []
        self._named: dict[Read, tuple[str, str]] = {}
        self._single: dict[Read, Read] = {}

    def single(self, reads: Iterable[Read]) -> tuple[Read, ...]:
        """Return reads to be kept: of equal ones, all keep the same."""
        return tuple(self._single.setdefault(one, one) for one in reads)

    def named(self, reads: Iterable[Read]) -> tuple[tuple[str, str], ...]:
        """Name reads by their mappings and the texts of their keys, sorted; equal names are one object."""
        for one in reads:
            if one not in self._named:
                self._named[one] = (one.mapping, _name_of(one.key))
        return tuple(sorted(self._named[one] for one in reads))

    def add(self, read: Read) -> None:
        """Note that something was read."""
        if self._open:
            self._open[-1].add(read)

    def add_all(self, read: Iterable[Read]) -> None:
        """Note that several things were read."""
        if self._open:
            self._open[-1].update(read)

    @contextmanager
    def taken(self) -> Iterator[set[Read]]:
        """Note what is read in a block, for this one and for those around it."""
        found: set[Read] = set()
        self._open.append(found)
        try:
            yield found
        finally:
            self._open.pop()
            if self._open:
                self._open[-1] |= found

    @contextmanager
    def left_out(self) -> Iterator[None]:
        """Note nothing of what is read in a block: what it makes is noted itself when it is read."""
        self._open.append(set())
        try:
            yield
        finally:
            self._open.pop()


class _Watched(Mapping[Key, Value]):
    """A mapping that notes what is read of it."""

    __slots__ = ("_inner", "_name", "_notes")

    def __init__(self, name: str, inner: Mapping[Key, Value], notes: Notes) -> None:
        self._name = name
        self._inner = inner
        self._notes = notes

    def __getitem__(self, key: Key) -> Value:
        self._notes.add(Read(self._name, key))
        return self._inner[key]

    def get(self, key: Key, default: Any = None) -> Any:
        """Return a value, or the default."""
        self._notes.add(Read(self._name, key))
        return self._inner.get(key, default)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Hashable):
            self._notes.add(Read(self._name, key))
        return key in self._inner

    def __iter__(self) -> Iterator[Key]:
        self._notes.add(Read(self._name, _Extent.WHOLE))
        return iter(self._inner)

    def __len__(self) -> int:
        self._notes.add(Read(self._name, _Extent.WHOLE))
        return len(self._inner)

    def __bool__(self) -> bool:
        self._notes.add(Read(self._name, _Extent.ANY))
        return bool(self._inner)

    def items(self) -> Any:
        """Return all items."""
        self._notes.add(Read(self._name, _Extent.WHOLE))
        return self._inner.items()

    def values(self) -> Any:
        """Return all values."""
        self._notes.add(Read(self._name, _Extent.WHOLE))
        return self._inner.values()


def mappings(held: object) -> dict[str, Mapping[Any, Any]]:
    """Return the mappings among the fields of a dataclass, by names that no other dataclass has."""
    found = ((one.name, getattr(held, one.name)) for one in fields(held))  # type: ignore[arg-type]  # a dataclass
    kind = type(held).__name__
    return {f"{kind}.{name}": value for name, value in found if isinstance(value, Mapping)}


def watched(held: Held, notes: Notes, realm: str = "") -> Held:
    """Return a dataclass whose mappings note what is read of them; their names begin with the `realm`."""
    kind = type(held).__name__
    inner = mappings(held).items()
    wrapped: dict[str, Any] = {
        name.removeprefix(f"{kind}."): _Watched(f"{realm}{name}", value, notes) for name, value in inner
    }
    return replace(held, **wrapped)  # type: ignore[type-var]  # a dataclass


class Digests:
    """What each value of some mappings is, in short: equal where the values are equal, in every process.

    `follow` gives a mapping that follows from the others, by its name.
    """

    def __init__(
        self, held: Mapping[str, Mapping[Any, Any]], follow: Callable[[str], Mapping[Any, Any] | None]
    ) -> None:
        self._held = held
        self._follow = follow
        self._known: dict[str, Mapping[str, str] | None] = {}

    def of(self, mapping: str, key: str) -> str:
        """Return the digest of what was read, by the name of the mapping and `_name_of` the key."""
        if key == _ANY:
            return str(bool(self._mapping(mapping)))
        if mapping not in self._known:
            self._known[mapping] = self._all(mapping)
        known = self._known[mapping]
        return "no such mapping" if known is None else known.get(key, "nothing")

    def _mapping(self, name: str) -> Mapping[Any, Any] | None:
        return self._held[name] if name in self._held else self._follow(name)

    def _all(self, name: str) -> Mapping[str, str] | None:
        """Digest all values of a mapping, of which nearly all are asked for, and the mapping as a whole."""
        inner = self._mapping(name)
        if inner is None:
            return None
        found = {_name_of(key): digest(to_json(value, fallback=_short)) for key, value in inner.items()}
        whole = digest("\n".join(f"{key} {value}" for key, value in found.items()).encode())
        return {**found, _WHOLE: whole}


class ReadTable:
    """What was read for any piece of a site, by numbers: thousands of pieces have read the same."""

    def __init__(self, reads: Iterable[tuple[str, str]] = ()) -> None:
        self.reads = list(reads)
        self._numbers = {read: number for number, read in enumerate(self.reads)}

    def numbers(self, reads: Iterable[tuple[str, str]]) -> tuple[int, ...]:
        """Return the numbers of reads; those that are new get new ones."""
        numbers = self._numbers
        found = []
        for read in reads:
            number = numbers.get(read)
            if number is None:
                number = numbers[read] = len(self.reads)
                self.reads.append(read)
            found.append(number)
        return tuple(found)


def _name_of(key: Hashable) -> str:
    """Return a key as text: different for different keys of one mapping."""
    if isinstance(key, str):
        return key
    return f"<{key.value}>" if isinstance(key, _Extent) else repr(key)


_WHOLE, _ANY = map(_name_of, _Extent)


def digest(content: bytes) -> str:
    """Return what tells one content from others, in short."""
    return blake2b(content, digest_size=12).hexdigest()


def _short(value: object) -> str:
    """Stand in for a value that has no form in JSON."""
    if isinstance(value, SourceText):
        return digest(value.text.encode("utf-8", "surrogatepass"))
    return repr(value)


_MOST = 60_000
"""So many values are kept, which of a large dossier would be as much as all else."""
_LARGE_KEY = 2
"""A longer key names a record, or the depth of a page."""


class Remembered(dict[Key, Value]):
    """Values that are made once for a site; who gets one later has read what it was made of, too."""

    def __init__(self, notes: Notes) -> None:
        super().__init__()
        self._notes = notes
        self._read: dict[Key, tuple[Read, ...]] = {}

    def made(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return what is kept for a key; make it first if there is nothing yet."""
        if key in self:
            self._notes.add_all(self._read[key])
            return self[key]
        with self._notes.taken() as read:
            value = make()
        self[key], self._read[key] = value, self._notes.single(read)
        if len(self) > _MOST:
            self._trim()
        return value

    def _trim(self) -> None:
        """Let go of what is of single records; what is of a whole section or dossier takes long to make."""
        for key in [key for key in self if isinstance(key, tuple) and len(key) > _LARGE_KEY]:
            del self[key], self._read[key]

    def clear(self) -> None:
        """Let go of all."""
        super().clear()
        self._read.clear()


class Keeper:
    """Makes once what many pages are written from, so that it counts as read by each of them.

    Where a site has two of these, the names of what one of them has begin with its `realm`.
    """

    notes: Notes
    realm: str

    def forget(self) -> None:
        """Let go of what `once` made; it is made again if somebody asks."""
        self.kept.clear()

    def once(self, make: Callable[[Any, Unpack[_Key]], _Made], *key: *_Key) -> _Made:
        """Return what `make` makes of a key, once for all pages; it depends on nothing else but this."""
        made: _Made = self.kept.made((make, *key), partial(make, self, *key))
        return made

    def derived(self, name: str, make: Callable[[], Mapping[Key, Value]]) -> Mapping[Key, Value]:
        """Return a mapping that follows from the dossier, made once; what is read of it is noted itself."""
        if name not in self._following:
            with self.notes.left_out():
                self._following[name] = make()
        return _Watched(f"{self.realm}View.{name}", self._following[name], self.notes)

    @cached_property
    def _following(self) -> dict[str, Mapping[Any, Any]]:
        return {}

    @cached_property
    def kept(self) -> Remembered[tuple[object, ...], Any]:
        """What `once` made, here and for pages of the same depth."""
        return Remembered(self.notes)
