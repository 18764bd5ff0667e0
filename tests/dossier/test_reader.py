"""A reader that is kept gives what a new one would."""

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.reader import Reader
from mkdocs_dossier.loading import read
from tests.hostile import folder_of
from tests.synthetic import synthetic


def changed(folder: Folder, path: str) -> Folder:
    return Folder({**folder.yaml, path: folder.yaml[path] + b"\n# more\n"}, folder.texts, folder.problems)


def test_what_has_not_changed_is_not_read_again() -> None:
    reader = Reader()
    reader.begin()
    first = [reader.file(path, b"a: 1") for path in ("a.yaml", "b.yaml")]
    text = reader.text("words")
    reader.begin()
    again = [reader.file("a.yaml", b"a: 1"), reader.file("b.yaml", b"a: 2")]
    assert again[0] is first[0]
    assert again[1] is not first[1]
    assert reader.text("words") is text
    assert reader.text("other words") is not text


def test_what_a_round_does_not_have_is_forgotten() -> None:
    reader = Reader()
    reader.begin()
    first = reader.file("a.yaml", b"a: 1")
    reader.begin()
    reader.begin()
    assert reader.file("a.yaml", b"a: 1") is not first


def test_a_dossier_that_is_read_again_is_as_if_it_was_read_anew() -> None:
    reader, folder = Reader(), folder_of(synthetic(120))
    kept = read(folder, reader)
    assert kept.check() == read(folder).check()
    other = changed(folder, sorted(folder.yaml)[1])
    again, anew = read(other, reader), read(other)
    assert again.dossier.statements == anew.dossier.statements
    assert again.findings.contradictions == anew.findings.contradictions
    assert again.check() == anew.check()
