"""Markdown to a tree, as a site's builder and a browser would read it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import strategies as st
from markdown import Markdown

import yaml
from mkdocs_dossier.guard import NAME
from tests.support import ROOT

Extensions = tuple[str, ...]
Tree = tuple[str, tuple[tuple[str, str], ...], tuple["Tree | str", ...]]
"""An element: its name, its attributes, and what is in it; white space is folded."""

MORE: Extensions = (
    "abbr",
    "def_list",
    "footnotes",
    "nl2br",
    "sane_lists",
    "smarty",
    "wikilinks",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.smartsymbols",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
)
"""Extensions that the author of a site may switch on, beyond those of this project."""

_BLANKS = re.compile("[ \t\n\r\f]+")


class _ProjectLoader(yaml.SafeLoader):
    """Reads mkdocs.yml; what a tag would make there is left out."""


_ProjectLoader.add_multi_constructor("!", lambda _loader, _suffix, _node: None)
_ProjectLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)


def project_extensions() -> tuple[Extensions, dict[str, dict[str, Any]]]:
    """Give the Markdown extensions of the project's own site, with their options."""
    loader = _ProjectLoader((ROOT / "mkdocs.yml").read_text("utf-8"))
    listed = loader.get_data()["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    options = [one for one in listed if isinstance(one, dict)]
    # The plugin takes the guard out.
    return tuple(one for one in names if one != NAME), {
        name: dict(chosen or {}) for one in options for name, chosen in one.items()
    }


def renderer(*, more: bool) -> Markdown:
    """Make a renderer with the project's extensions, or with many more."""
    names, options = project_extensions()
    names = tuple(dict.fromkeys(("attr_list", "md_in_html", "tables", *names)))
    return Markdown(extensions=[*names, *(MORE if more else ())], extension_configs=options)


def tree_of(markdown: str, render: Markdown) -> Tree:
    """Render Markdown, and read the HTML as a browser does."""
    render.reset()
    return parsed(render.convert(markdown))


def parsed(html: str) -> Tree:
    """Read HTML that stands inside a page's body."""
    fragment = html5lib.parseFragment(html, container="div", namespaceHTMLElements=False)
    return _tree(fragment)


def _tree(element: Element) -> Tree:
    children: list[Tree | str] = [element.text or ""]
    for child in element:
        children += [_tree(child) if isinstance(child.tag, str) else f"<!--{child.text}-->", child.tail or ""]
    kept = tuple(one if isinstance(one, tuple) else _BLANKS.sub(" ", one) for one in children)
    return (
        str(element.tag),
        tuple(sorted(element.attrib.items())),
        tuple(one for one in kept if one not in ("", " ")),
    )


def elements(tree: Tree) -> Iterator[Tree]:
    """List a tree and all elements in it."""
    yield tree
    for child in tree[2]:
        if isinstance(child, tuple):
            yield from elements(child)


def words_in(tree: Tree) -> str:
    """Give what a tree shows."""
    shown = (child for child in tree[2] if isinstance(child, str) or child[0] != "script")
    return "".join(child if isinstance(child, str) else words_in(child) for child in shown)


def replaced(tree: Tree, old: str, new: str) -> Tree:
    """Put other words in place of some, in the text and the attributes of a tree."""
    name, attributes, children = tree
    return (
        name,
        tuple((key, value.replace(old, new)) for key, value in attributes),
        tuple(one.replace(old, new) if isinstance(one, str) else replaced(one, old, new) for one in children),
    )


def folded(text: str) -> str:
    """Fold white space as HTML does."""
    return _BLANKS.sub(" ", text.replace("\v", " ")).strip(" ")


HOSTILE = """
* _ ` ``` ~ ~~~ # > | || - + = ! ? : ; , . / \\ ( ) [ ] { } < > & % $ @ ^ " '
-- --- ... !!! ??? === :: ::: /// ++ == ^^ ~~ $$ ** __ <!-- --> <? ]]> &amp; &#60; &lt &notin;
\\( \\) \\[ \\] <script>alert(1)</script> <b> </b> </p> </td> </div> <img/src=x> <a/href=x> <![CDATA[
<?php <div> <svg/onload=x> {{ }} {% %} {# #} {{x}} {%x%} {: .c } {.c} {#id} {--x--} {++x++} {==x==}
{>>x<<} {~~a~>b~~} --8<-- ---8<--- [x](y) ![x](y) [x][y] [x]: [^1] [^1]: *[a]: [TOC] [[x]] [[x|y]]
[ ] [x] [=50%] [abc]:http://a.b <http://a.b> http://a.b https://a.b/c_d_e ftp://x.y www.a.b a@b.c
mailto:a@b.c javascript:alert(1) :smile: :a: ++ctrl++ 1. 1) 10. 1/2 3/4 1st 2nd 3rd 14th (c) (r) (tm)
c/o +/- --> <-- <--> =/= 1! 2? #1 user/repo@1 klzzwxh:0001 wzxhzdk:0 note admonition
باسم العوادي é e\u0301 \u0301 \u200d \u200b \u200e \u2066x\u2069 \xa0 \u3000 \u2028 \x85 \ufeff \u00ad
😀 👨\u200d👩 ﷽ 中文 word a x 1 0 abbr HTML aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
"""
"""Pieces that Markdown, an extension, HTML or a template language might obey, and scripts of all kinds."""

_characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"])
_pieces = st.sampled_from([*dict.fromkeys(_BLANKS.split(HOSTILE.strip())), " ", " ", "  ", "\n", "\t"])
hostile_text = (
    st.one_of(
        st.lists(_pieces, min_size=1, max_size=8).map("".join),
        st.lists(_pieces, min_size=1, max_size=8).map(" ".join),
        st.text(_characters, min_size=1, max_size=30),
    )
    .map(str.strip)
    .filter(lambda text: any(char.isalnum() or (char.isprintable() and not char.isspace()) for char in text))
)
"""Texts that may stand in a field of a dossier, as unlike plain words as can be."""
