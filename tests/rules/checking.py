"""Small dossiers for the tests of checks: what is reported of them, by rule and line."""

from textwrap import dedent

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load

NEWS = "news.txt"


def folder(yaml: str, text: str = "", settings: str = "title: A test\n") -> Folder:
    """Make a folder of one file of records, with the text of a source beside it."""
    files = {"dossier.yaml": settings.encode(), "records.yaml": dedent(yaml).lstrip("\n").encode()}
    return Folder(files, {NEWS: text.encode()} if text else {})


def lines(rule: str, yaml: str, text: str = "", settings: str = "title: A test\n") -> list[int]:
    """List the lines of the records that a rule reports."""
    return [one.location.line for one in load(folder(yaml, text, settings)).problems if one.rule == rule]


def messages(rule: str, yaml: str, text: str = "", settings: str = "title: A test\n") -> list[str]:
    """List what a rule says of the records."""
    return [one.message for one in load(folder(yaml, text, settings)).problems if one.rule == rule]
