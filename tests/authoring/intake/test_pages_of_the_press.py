"""What is taken out of pages as newspapers write them: right facts, or a refusal that says why."""

import re

import pytest

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.extraction import extracted
from mkdocs_dossier.authoring.refusal import RefusedError
from tests.authoring.intake.press import PAGES, Press
from tests.authoring.pages_said import article_said


def read(press: Press) -> Article:
    return article_said(extracted(press.html.encode()))


ARTICLES = {name: press for name, press in PAGES.items() if not press.refused}
OTHERS = {name: press for name, press in PAGES.items() if press.refused}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_has_its_headline_and_its_day(name: str) -> None:
    press = ARTICLES[name]
    article = read(press)
    lines = [line for line in article.text.split("\n") if line]
    assert lines[: len(press.starts)] == [*press.starts] or all(
        line.startswith(start) for line, start in zip(lines, press.starts, strict=False)
    )
    assert (article.published, article.updated) == (press.published, press.updated)
    assert article.title == press.title
    assert [part for part in press.has if part not in article.text] == []
    assert [part for part in (*press.lacks, "Politics", "Ferry timetable") if part in article.text] == []
    assert press.language in ("", article.language)
    assert press.site in ("", article.site)
    assert press.noted in " ".join(article.notes)
    assert bool(article.notes) == bool(press.noted)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_article_is_refused_with_what_it_is(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(OTHERS[name])
    assert re.search(OTHERS[name].refused, refused.value.message)
    assert "a .txt file" in refused.value.hint
