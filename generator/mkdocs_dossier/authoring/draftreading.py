"""Reads the text of a source: what is in it, and whether a draft of it would pass the checks.

That needs nothing of the dossier but the source, so that another process can do it, or another machine.
"""

from mkdocs_dossier.authoring.draftchecks import Found, Task, in_nothing, refused
from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.drafting.analysis import analyse
from mkdocs_dossier.drafting.drafted import records
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.quotes.sourcetext import SourceText


def read_source(todo: Task) -> Found:
    """Read a text by the rules of its language. Raises `ValueError` where there are none."""
    pack = pack_of(todo.language)
    if pack is None:
        raise ValueError(f"no rules for the language {todo.language}")
    analysis = analyse(SourceText(todo.text), todo.published, pack)
    made = records(todo.text, todo.source, todo.published, analysis, in_nothing())
    try:
        return Found(analysis, not refused(todo, written(todo.source, made), made))
    except RefusedError:
        return Found(analysis)
