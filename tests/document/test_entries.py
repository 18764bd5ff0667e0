"""What search finds a page by: an entry for the page, and one for each heading on it."""

from mkdocs_dossier.document.compose import (
    bullets,
    container,
    figure,
    heading,
    join,
    link,
    paragraph,
    stack,
    table,
    text,
    verbatim,
)
from mkdocs_dossier.document.entries import Entry, entries
from mkdocs_dossier.document.nodes import Block, LinkedData, Listing, Page


def of(*blocks: Block) -> tuple[Entry, ...]:
    return entries(Page("a/index.md", "Title", "", stack(*blocks)))


def line(words: str) -> Block:
    return paragraph(text(words))


def test_the_pages_own_heading_and_what_stands_below_it_go_with_the_page() -> None:
    found = of(heading(1, text("Heading"), "top"), line("one"), line("also"))
    assert found == (Entry("", "Title", "one also"),)


def test_each_further_heading_begins_an_entry_of_its_own() -> None:
    found = of(
        line("before"), heading(2, link(text("A"), "x.md"), "a"), line("one"), heading(3, text("B"), "b")
    )
    assert found == (Entry("", "Title", "before"), Entry("a", "A", "one"), Entry("b", "B", ""))


def test_a_heading_in_a_box_reigns_to_the_end_of_the_box() -> None:
    inner = container(heading(2, text("In"), "in"), line("inside"), name="section")
    assert of(line("before"), inner, line("after")) == (
        Entry("", "Title", "before after"),
        Entry("in", "In", "inside"),
    )


def test_tables_and_what_is_kept_out_of_search_are_passed_over_and_pictures_have_no_words() -> None:
    kept_out = container(line("hidden"), name="section", attributes={"data-search-exclude": ""})
    pictures = figure("<figure>drawn</figure>")
    assert of(table(text("caption"), [text("h")], [[text("cell")]]), kept_out, pictures) == (
        Entry("", "Title", ""),
    )


def test_linked_data_has_no_words() -> None:
    assert of(line("one"), (LinkedData({"name": "hidden"}),)) == (Entry("", "Title", "one"),)


def test_the_words_of_items_and_listings_count() -> None:
    listing = (Listing("RIS", verbatim("TY  - NEWS"), "ltr"),)
    assert of(bullets([text("one"), join([text("two"), text("three")])]), listing) == (
        Entry("", "Title", "one two three RIS TY - NEWS"),
    )
