"""Adds what changed to `changes.yaml`; what stands there, comments too, stays as it is."""

from collections.abc import Iterable, Mapping

from mkdocs_dossier.authoring.edits import double_quoted, scalar
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.changesfile import read_changes
from mkdocs_dossier.dossier.sourcemap import CHANGES_PATH
from mkdocs_dossier.model.changelog import Change, What
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse

_HEADER = "# What changed in this dossier, day by day. Lines may be put into other words, or taken out.\n"

_ONE_OF = {
    **dict.fromkeys((What.ADDED, What.REMOVED, What.WITHDRAWN, What.RESTORED), "being"),
    **dict.fromkeys((What.FOUND, What.NOT_FOUND), "found"),
    **dict.fromkeys((What.TAKEN_BACK, What.STANDS), "standing"),
    **dict.fromkeys((What.CONTESTED, What.WAS_CONTESTED, What.ENDED, What.CORROBORATED, What.LABEL), "label"),
    **dict.fromkeys((What.ROLE_ADDED, What.ROLE_ENDED, What.ROLE_REMOVED), "role"),
}
"""What undoes or follows one another, besides what is added, removed or changed of one kind of thing."""

_Matter = tuple[object, ...]


def with_changes(content: bytes | None, changes: Iterable[Change]) -> tuple[bytes, int]:
    """Return `changes.yaml` with changes added that are not the last word in it already, and their number.

    `content` is the file as it is, None where there is none. Raises `RefusedError` where it has errors, or
    where a list cannot be added to as it is written.
    """
    text = _HEADER if content is None else _decoded(content)
    known, problems = _read(text)
    if problems:
        raise RefusedError(f"{CHANGES_PATH} has errors.", "See them with `dossier check`, and mend them.")
    new = _unknown(known, changes)
    if not new:
        return content or b"", 0
    newline = "\r\n" if "\r\n" in text else "\n"
    ending = "" if not text or text.endswith("\n") else newline
    written = f"{text}{ending}{''.join(map(_lines, new)).replace(chr(10), newline)}"
    # Not trusted until it has been read again.
    if _read(written) != ((*known, *new), False):
        raise RefusedError(
            f"{CHANGES_PATH} cannot be added to as it is written.", "Write it as a list with a `- ` a change."
        )
    mark = b"\xef\xbb\xbf" if content and content.startswith(b"\xef\xbb\xbf") else b""
    return mark + written.encode(), len(new)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise RefusedError(f"{CHANGES_PATH} is not UTF-8.", "Save it with that encoding.") from trouble


def _read(text: str) -> tuple[tuple[Change, ...], bool]:
    """Return the changes in a text, and whether anything is wrong with it."""
    root, problems = parse(CHANGES_PATH, text.encode())
    changes, more = read_changes(root, Suggestions())
    return changes, bool(problems or more)


def _unknown(known: Iterable[Change], changes: Iterable[Change]) -> list[Change]:
    """Leave out what the file says of the same matter on the last day that it says anything of it."""
    last: dict[_Matter, list[Change]] = {}
    for one in known:
        said = last.setdefault(_matter(one), [])
        if said and one.on.text > said[0].on.text:
            said.clear()
        if not said or one.on.text == said[0].on.text:
            said.append(one)
    return [one for one in changes if _told(one) not in map(_told, last.get(_matter(one), ()))]


def _matter(one: Change) -> _Matter:
    """Return what a change is about: of the same matter, the last word counts."""
    kind = _ONE_OF.get(one.what) or one.what.removesuffix("-added").removesuffix("-removed")
    kind = kind.removesuffix("-changed")
    # A report is of one source, a position on one claim; of a claim's label there is but one.
    named = one.by if kind in ("report", "position", "reply", "role", "contradiction") else ()
    return one.record, kind, one.about, named


def _told(one: Change) -> Mapping[str, object]:
    """Return what a change says, whenever and for whatever reason."""
    return {name: value for name, value in dict(one).items() if name not in ("on", "because", "title")}


def _lines(one: Change) -> str:
    """Write a change as lines of YAML."""
    by: tuple[Ref, ...] = one.by
    fields = {
        "on": one.on.text,
        "record": str(one.record) if one.record else None,
        "what": str(one.what),
        "about": one.about and scalar(one.about),
        "was": one.was and double_quoted(one.was),
        "now": one.now_ and double_quoted(one.now_),
        "since": one.since and scalar(one.since.text),
        "by": _list(by) if by else None,
        "because": str(one.because) if one.because else None,
        "title": one.title and double_quoted(one.title),
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    return "- " + "  ".join(lines)


def _list(refs: tuple[Ref, ...]) -> str:
    return str(refs[0]) if len(refs) == 1 else f"[{', '.join(map(str, refs))}]"
