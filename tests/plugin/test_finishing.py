"""What the finished HTML of a page gets, or loses."""

from mkdocs_dossier.plugin.finishing import with_single_title


def test_a_title_that_page_and_site_share_is_said_once() -> None:
    assert (
        with_single_title("<title>Who said what? - Who said what?</title>") == "<title>Who said what?</title>"
    )


def test_other_titles_stay() -> None:
    picture = "<title>Ada</title><svg><title>B - B</title></svg>"
    for html in ("<title>Ada - Who said what?</title>", "<title>A - A - B</title>", picture, "no title"):
        assert with_single_title(html) == html
