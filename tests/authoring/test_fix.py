"""What `dossier fix` puts right, and what it leaves."""

import re
from hashlib import sha256
from pathlib import Path
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.edits import apply
from mkdocs_dossier.authoring.fixing import _as_in_source, _composed, fix
from mkdocs_dossier.authoring.reading import read, with_files
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.yaml.files import MAX_BYTES
from tests.authoring.small_dossier import ARTICLE, RECORDS, folder

HASH_LINE = "    sha256: {sha256}\n"
QUOTE = "    quote: “It’s over – at last\n"


def fixed(records: str, **others: str) -> str:
    """Fix a dossier and give its records' file as it is then."""
    before = folder(records, **others)
    after = with_files(before, fix(before).files)
    assert fix(after).done == ()
    return after.yaml["gazette.yaml"].decode()


def as_written(records: str) -> str:
    return folder(records).yaml["gazette.yaml"].decode()


def test_a_sound_dossier_stays_as_it_is() -> None:
    before = folder()
    assert [problem for problem in load(before).problems if problem.level is Level.ERROR] == []
    assert fix(before).files == {}


def test_a_missing_hash_is_added_below_the_text() -> None:
    assert fixed(RECORDS.replace(HASH_LINE, "")) == as_written(RECORDS)


def test_each_version_of_a_text_gets_its_hash() -> None:
    hashed, line = sha256(ARTICLE.encode()).hexdigest(), "      - text: gazette.txt\n"
    both = f"    texts:\n{line}{line}        note: The same.\n"
    text = re.sub(r"    text: gazette.txt.*\n", both, RECORDS.replace(HASH_LINE, ""))
    assert fixed(text).count(f"        sha256: {hashed}\n") == 2
    assert f"gazette.txt\n        sha256: {hashed}\n        note: The same." in fixed(text)


def test_what_was_done_is_told_with_its_place() -> None:
    (done,) = fix(folder(RECORDS.replace(HASH_LINE, ""))).done
    assert str(done.location) == "gazette.yaml:6:5"
    assert done.what == "added the SHA-256 of gazette.txt"


def test_of_a_text_of_which_only_the_beginning_is_read_no_hash_is_written() -> None:
    content = folder(RECORDS.replace("    sha256: {sha256}\n", ""))
    assert fix(content).done
    larger = content.texts["gazette.txt"] + b" " * MAX_BYTES
    assert fix(Folder(content.yaml, {"gazette.txt": larger})).done == ()


def test_a_hash_that_does_not_match_stays_and_so_do_quotations_of_that_text() -> None:
    records = RECORDS.replace("{sha256}", "0" * 64).replace("“It’s over – at last", "It's over - at last")
    assert fixed(records) == as_written(records)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("    quote: It's over - at last\n", "    quote: It’s over – at last\n"),
        ("    quote: '\"It''s over - at last'\n", "    quote: '“It’s over – at last'\n"),
        ('    quote: "\\"It\'s over - at last"  # so\n', '    quote: "“It’s over – at last"  # so\n'),
        (
            "    quote: >-\n      It's over -\n      at last\n",
            "    quote: >-\n      It’s over –\n      at last\n",
        ),
        (
            "    quote: |\n      It's over\n      - at last\n",
            "    quote: |\n      It’s over\n      – at last\n",
        ),
        ("    quote: [It's over, '- at last']\n", "    quote: [It’s over, '– at last']\n"),
    ],
)
def test_a_quotation_gets_the_characters_of_its_source(written: str, wanted: str) -> None:
    assert fixed(RECORDS.replace(QUOTE, written)) == as_written(RECORDS.replace(QUOTE, wanted))


def test_a_fixed_quotation_is_exact() -> None:
    before = folder(RECORDS.replace(QUOTE, QUOTE.replace("’", "'")))
    tiers = [match.tier for match in quoted(before) if match]
    assert Tier.TYPOGRAPHIC in tiers
    after = with_files(before, fix(before).files)
    assert {match.tier for match in quoted(after) if match} == {Tier.EXACT}


def quoted(content: Folder) -> list[Match | None]:
    return [one.match for checked in read(content).quotations.values() for one in checked.fragments]


def test_straight_marks_of_a_source_need_other_quotation_in_yaml() -> None:
    article = 'She said "it is over" twice. Mayor Ada Quill of Dunwold. We were never told\n'
    records = RECORDS.replace(QUOTE, "    quote: “it is over”\n")
    wanted = folder(RECORDS.replace(QUOTE, "    quote: '\"it is over\"'\n"), article=article)
    assert fixed(records, article=article) == wanted.yaml["gazette.yaml"].decode()


def test_a_space_that_does_not_break_is_taken_from_the_source() -> None:
    article = ARTICLE.replace("at last", "at\u00a0last")
    records = RECORDS.replace(QUOTE, "    quote: >-\n      “It’s over – at\n      last\n")
    assert "    quote: >-\n      “It’s over – at\u00a0last\n" in fixed(records, article=article)


def test_an_elided_quotation_stays() -> None:
    records = RECORDS.replace(QUOTE, "    quote: It's […] last\n")
    assert fixed(records) == as_written(records)


def test_a_wrong_quotation_stays() -> None:
    records = RECORDS.replace(QUOTE, "    quote: It's all over\n")
    assert fixed(records) == as_written(records)


def test_a_quotation_shared_by_two_sources_stays_where_it_cannot_be_exact_in_both() -> None:
    records = (
        RECORDS.replace(QUOTE, "    quote: &q It's over\n")
        + "  again:\n    speaker: ada-quill\n    source: other\n    quote: *q\n"
    ).replace(
        "sources:\n", "sources:\n  other:\n    title: Other\n    text: other.txt\n    sha256: {other}\n"
    )
    other = b"It's over\n"
    base = folder(records.replace("{other}", sha256(other).hexdigest()))
    both = Folder(base.yaml, {**base.texts, "other.txt": other})
    assert fix(both).files == {}


def test_text_is_written_in_nfc_and_verbatim_words_are_not() -> None:
    decomposed = normalize("NFD", "é")
    article = ARTICLE.replace("never told", f"never told, Andr{decomposed}")
    records = RECORDS.replace("text: It is over.", f"text: It is {decomposed} over.  # {decomposed}").replace(
        "- never told", f"- never told, Andr{decomposed}"
    )
    after = fixed(records, article=article, settings=f"title: {decomposed}\n")
    assert f"text: It is é over.  # {decomposed}\n" in after
    assert f"- never told, Andr{decomposed}\n" in after


def test_a_byte_order_mark_and_line_ends_stay() -> None:
    content = folder(RECORDS.replace(QUOTE, QUOTE.replace("’", "'")))
    marked = {path: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n") for path, text in content.yaml.items()}
    files = fix(Folder(marked, content.texts)).files
    assert files["gazette.yaml"] == b"\xef\xbb\xbf" + as_written(RECORDS).replace("\n", "\r\n").encode()


def test_a_file_with_a_fault_is_left_and_the_others_are_fixed() -> None:
    content = folder(RECORDS.replace(HASH_LINE, ""))
    faulty = Folder({**content.yaml, "bad.yaml": b"a: [", "twice.yaml": b"a: 1\na: 2\n"}, content.texts)
    assert set(fix(faulty).files) == {"gazette.yaml"}


KINDS = ('“”„"«', "‘’'", "-–—", " \n\u00a0\u2003")
TYPED = st.text(alphabet="ab" + "".join(KINDS), max_size=40).map(str.strip)


@given(TYPED, st.randoms())
def test_any_text_gets_the_characters_of_one_that_differs_in_typography(exact: str, chance: Random) -> None:
    alike = {character: kind for kind in KINDS for character in kind}
    value = "".join(chance.choice(alike.get(character, character)) for character in exact)
    assert folded(apply(value, _as_in_source(value, exact))) == folded(exact)


def folded(text: str) -> str:
    return re.sub("[ \n]+", " ", text).strip(" ")


@given(st.text(max_size=40))
def test_any_text_is_composed(value: str) -> None:
    assert apply(value, _composed(value)) == normalize("NFC", value)


def test_the_project_s_own_dossier_gets_its_typography_back() -> None:
    content = read_folder(Path(__file__).parents[2] / "seeds")
    typed = {path: text.decode().replace("’", "'").encode() for path, text in content.yaml.items()}
    before = Folder(typed, content.texts)
    assert Tier.TYPOGRAPHIC in tiers(before)
    after = with_files(before, fix(before).files)
    assert tiers(after) == tiers(content)
    for path, text in after.yaml.items():
        assert text.decode().replace("’", "'") == typed[path].decode()


def tiers(content: Folder) -> list[Tier | None]:
    return [match.tier if match else None for match in quoted(content)]
