"""What is said of the time stamps of captures."""

import sys
from dataclasses import dataclass
from hashlib import sha256

import pytest

pytest.importorskip("rfc3161_client", reason="The extra timestamp is not installed.")

from mkdocs_dossier.dossier.decode import decode
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.stampproblems import timestamp_problems
from mkdocs_dossier.dossier.timestamps import LARGEST
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.yaml.parse import parse
from tests.dossier.time_authority import Authority
from tests.otherfiles import GivenFiles

PAGE = b"<h1>The strikes</h1>"
DIGEST = sha256(PAGE).hexdigest()
TIME = Authority(seed=400)
TOKEN = TIME.token(PAGE)


def found(folder: Folder) -> list[Problem]:
    nodes = {path: parse(path, content)[0] for path, content in folder.yaml.items()}
    return list(timestamp_problems(decode(nodes, set()), folder))


def folder(stamp: str = "news.tsr", *, file: str = "news.html", **others: bytes) -> Folder:
    yaml = f"""\
sources:
  news:
    title: News
    capture: {{file: {file}, sha256: {DIGEST}}}
  other:
    title: Other
    texts:
      - text: a.txt
      - text: b.txt
        capture:
          file: {file}
          sha256: {DIGEST}
          timestamp: {stamp}
"""
    files = {"news.html": PAGE, "news.tsr": TOKEN}
    files |= {name.replace("_", "."): content for name, content in others.items()}
    return Folder({"dossier.yaml": b"title: A\n", "r.yaml": yaml.encode()}, {}, others=GivenFiles(files))


def told(given: Folder) -> tuple[str, str, str]:
    (one,) = found(given)
    return one.rule, str(one.location), f"{one.message} {one.hint}".rstrip()


def test_a_sound_stamp_is_no_problem() -> None:
    assert found(folder()) == []
    assert found(folder(authorities_pem=TIME.pem("root"))) == []


@pytest.mark.parametrize(
    ("given", "rule", "said"),
    [
        (folder(news_tsr=TIME.token(PAGE + b" ")), "timestamp-unfit", "The time stamp is for other bytes"),
        (folder(news_tsr=b"no token"), "timestamp-unfit", "This is no time stamp that can be read."),
        (folder("gone.tsr"), "timestamp-unfit", "There is no time stamp gone.tsr in the dossier folder."),
        (
            folder(news_tsr=TOKEN + bytes(LARGEST)),
            "timestamp-unfit",
            "This is no time stamp that can be read.",
        ),
        (folder("../news.tsr"), "text-outside", "`timestamp` leads out of the dossier folder: ../news.tsr."),
        (folder(authorities_pem=b"?"), "timestamp-unfit", "authorities.pem cannot be read."),
        (
            folder(authorities_pem=Authority(seed=410).pem("root")),
            "timestamp-untrusted",
            "The certificate of “Example Time” leads to no root that you trust.",
        ),
    ],
)
def test_what_is_wrong_is_told_at_the_line_that_names_the_stamp(given: Folder, rule: str, said: str) -> None:
    name, place, words = told(given)
    assert (name, place) == (rule, "r.yaml:13:22")
    assert words.startswith(said)


def test_a_stamp_over_another_hash_is_held_to_the_file() -> None:
    long = TIME.token(PAGE, "sha512")
    assert found(folder(news_tsr=long)) == []
    assert "for other bytes" in told(folder(news_tsr=long, news_html=PAGE + b" "))[2]
    as_text = folder(news_tsr=long, file="news.txt")
    assert "The file of the time stamp cannot be read: it is not in the dossier folder." in told(as_text)[2]
    assert found(Folder(as_text.yaml, {"news.txt": PAGE}, others=as_text.others)) == []


@dataclass(frozen=True)
class Locked(GivenFiles):
    """Files of which one is there, but cannot be read."""

    locked: str = ""

    def content(self, path: str) -> bytes:
        if path == self.locked:
            raise OSError(13, "it is locked")
        return super().content(path)


@pytest.mark.parametrize(
    ("path", "place", "said"),
    [
        ("news.tsr", "r.yaml:13:22", "The time stamp news.tsr cannot be read: it is locked."),
        ("authorities.pem", "authorities.pem:1:1", "The roots of time stamps cannot be read: it is locked."),
    ],
)
def test_what_cannot_be_read_is_said(path: str, place: str, said: str) -> None:
    files = {"news.html": PAGE, "news.tsr": TOKEN, "authorities.pem": TIME.pem("root")}
    given = Folder(folder().yaml, {}, others=Locked(files, path))
    assert told(given)[1:] == (place, said)


def test_without_the_extra_there_is_one_warning_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    assert told(folder("gone.tsr"))[0] == "timestamp-unfit"
    rule, place, words = told(folder(news_tsr=b"no token"))
    assert (rule, place) == ("timestamp-unchecked", "r.yaml:13:22")
    assert "`pip install 'mkdocs-dossier[timestamp]'`" in words
    without = folder().yaml["r.yaml"].decode().replace("          timestamp: news.tsr\n", "")
    assert found(Folder({"r.yaml": without.encode()}, {})) == []
