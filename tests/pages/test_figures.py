"""Pictures are taken out of a page and put back as they were."""

from mkdocs_dossier import site
from mkdocs_dossier.pages.figures import with_figures, without_figures
from tests.support import loaded_seeds


def test_every_picture_of_the_seeds_comes_back_as_it_was() -> None:
    found = 0
    for path, content in site.build(loaded_seeds()).items():
        if path.endswith(".md"):
            page, figures = without_figures(content.decode())
            assert "<figure" not in page
            assert "<svg" not in page
            assert with_figures(page, figures) == content.decode()
            found += len(figures)
    assert found > 30


def test_a_page_without_pictures_stays_as_it_is() -> None:
    assert without_figures("# A page\n\nwith a figure: &#60;figure>\n") == (
        "# A page\n\nwith a figure: &#60;figure>\n",
        [],
    )
