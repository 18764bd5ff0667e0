"""`dossier verify`: checks a published site again, by its own data and by texts that a reader has."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Protocol

from mkdocs_dossier.cli.siteasking import WebSite
from mkdocs_dossier.cli.terminal import OK, PROBLEMS, print_out, refuse
from mkdocs_dossier.disk.builtsites import FolderSite, texts_in
from mkdocs_dossier.disk.folders import unfit
from mkdocs_dossier.disk.single import reason
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.verifying.inventory import MANIFEST, Manifest, read
from mkdocs_dossier.verifying.rechecking import Rechecked, recheck

_DATA = "data/dossier.json"
_TEXTS = "data/texts/"


class _Site(Protocol):
    """Where the files of a site are read."""

    def content(self, path: str) -> bytes | None:
        """Return the bytes of a file; None if it is not there. Raises `OSError`."""
        ...

    def paths(self) -> list[str] | None:
        """List the files that are there; None where nobody can tell."""
        ...


def run(site: str, texts: Path | None) -> int:
    """Check the site in a folder, or at an address; return the exit code."""
    source = _site(site)
    if isinstance(source, str):
        return refuse(source)
    if texts is not None and not texts.is_dir():
        return refuse(f"There is no folder {texts}: name the one that the texts are in.")
    try:
        content = source.content(MANIFEST)
    except OSError as trouble:
        return refuse(f"{site} cannot be read: {reason(trouble)}.")
    manifest = "There is none." if content is None else read(content)
    if isinstance(manifest, str):
        return refuse(f"{site} is no site that can be checked: {MANIFEST}: {manifest}")
    told = [*_listed(source, manifest), *_not_listed(source, manifest)]
    known = dict(_published_texts(source, manifest))
    own = list(texts_in(texts)) if texts is not None else []
    known |= {digest: content for _, digest, content in own}
    found = _rechecked(source, manifest, known, told)
    told += _other_texts(found, [path for path, _, _ in own])
    for line in told:
        print_out(f"{visible(line)}\n")
    print_out(_summary(manifest, found, len(told)))
    return PROBLEMS if told else OK


def _site(site: str) -> "_Site | str":
    """Return where a site is read, or what is wrong with how it is named."""
    if site.startswith(("http://", "https://")):
        address = site.partition("#")[0].partition("?")[0].removesuffix("index.html")
        return WebSite(address if address.endswith("/") else f"{address}/")
    folder = Path(site)
    if unfit(folder):
        return f"There is no folder {site}: name that of a built site, or the address of one."
    return FolderSite(folder)


def _listed(site: _Site, manifest: Manifest) -> Iterator[str]:
    """List the files that are not what the manifest says."""
    for path, digest in sorted(manifest.files.items()):
        try:
            content = site.content(path)
        except OSError as trouble:
            yield f"{path}: it cannot be read: {reason(trouble)}."
            continue
        if content is None:
            yield f"{path}: it is not there."
        elif sha256(content).hexdigest() != digest:
            yield f"{path}: it changed since the site was built."


def _not_listed(site: _Site, manifest: Manifest) -> Iterator[str]:
    """List the pages and files of data that are not in the manifest, where that can be told."""
    for path in site.paths() or ():
        if (
            path != MANIFEST
            and path not in manifest.files
            and (path.endswith(".html") or path.startswith("data/"))
        ):
            yield f"{path}: it was added since the site was built."


def _published_texts(site: _Site, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Read the texts that are published with the site, each by the SHA-256 that it has now."""
    for path in sorted(manifest.files):
        if path.startswith(_TEXTS):
            try:
                content = site.content(path)
            except OSError:
                continue  # it is told already
            if content is not None:
                yield sha256(content).hexdigest(), content


def _other_texts(found: Rechecked, paths: Sequence[str]) -> Iterator[str]:
    """List the files of a reader that bear the name of a source's text, and are another."""
    named = {PurePosixPath(path).name: path for path in paths}
    for source, name, digest in found.missing:
        if digest and name in named:
            yield f"{named[name]}: it is not the text that source/{source} is quoted from: that is {digest}."


def _rechecked(site: _Site, manifest: Manifest, texts: Mapping[str, bytes], told: list[str]) -> Rechecked:
    """Check the data, and add what is wrong with it to what is `told`."""
    try:
        content = site.content(_DATA)
    except OSError:
        content = None
    if content is None:
        told.append(f"{_DATA}: without it nothing can be looked up.")
        return Rechecked()
    found = recheck(content, texts)
    told += [f"{_DATA}: {fault}" for fault in found.faults]
    for key in sorted({*manifest.sources, *found.digests}):
        if list(manifest.sources.get(key, ())) != list(found.digests.get(key, ())):
            told.append(f"{_DATA}: source/{key}: {MANIFEST} has other texts of it.")
    return found


def _summary(manifest: Manifest, found: Rechecked, faults: int) -> str:
    lines = [
        f"{len(manifest.files):,} files are listed.",
        f"{found.texts:,} of {found.sources:,} sources were compared with their texts.",
        f"{found.by_text:,} quotations were looked up in a text, {found.by_passage:,} only in the passages "
        "that are published with them.",
        f"Of {found.unverified:,} more the dossier has no text." if found.unverified else "",
        "What follows from the records was derived again." if found.is_derived else "",
        f"{faults:,} faults." if faults != 1 else "1 fault.",
    ]
    return "\n".join(filter(None, lines)) + "\n"
