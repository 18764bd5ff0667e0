"""Documents that hypothesis makes: every kind of node, with texts that Markdown and HTML may stumble over."""

from hypothesis import strategies as st

from mkdocs_dossier.document import compose
from mkdocs_dossier.document.nodes import Block, Box, Bullets, Inline, LinkedData, Listing
from tests.rendering import hostile_text

texts = hostile_text
_names = st.sampled_from(["dossier-a", "dossier-b dossier-c"])
_ways = st.sampled_from([None, "ltr", "rtl"])
_tags = st.sampled_from([None, "en", "ar", "zh-Hant"])
_separators = st.sampled_from([" ", " · ", ", ", ""])
_ids = st.sampled_from(["first", "second-one", "a-b-2"])
_targets = st.sampled_from(["../../actors/a/index.md", "../index.md", "data/dossier.json"])


@st.composite
def _words(draw: st.DrawFn) -> Inline:
    return compose.text(draw(texts)) or compose.text("word")


def _marks(draw: st.DrawFn, inner: Inline) -> Inline:
    """Mark inlines in one of the ways that pages do."""
    match draw(st.integers(0, 4)):
        case 0:
            return compose.span(
                inner,
                cls=draw(st.none() | _names),
                lang=draw(_tags),
                direction=draw(_ways),
                title=draw(st.none() | texts),
            )
        case 1:
            return compose.strong(inner)
        case 2:
            return compose.emphasis(inner)
        case 3:
            return compose.bracketed(inner)
    return compose.code(draw(texts))


@st.composite
def _plain(draw: st.DrawFn) -> Inline:
    """Make inlines without a link in them."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        piece = draw(_words())
        for _ in range(draw(st.integers(0, 2))):
            piece = _marks(draw, piece)
        pieces.append(piece)
    return compose.lines(pieces) if draw(st.booleans()) else compose.join(pieces, draw(_separators))


@st.composite
def inlines(draw: st.DrawFn) -> Inline:
    """Make inlines, perhaps with a link."""
    inner = draw(_plain())
    match draw(st.integers(0, 3)):
        case 0:
            return compose.link(inner, draw(_targets))
        case 1:
            return compose.outside_link(inner, "https://example.org/a?b=c&d=%20#:~:text=x,y")
        case 2:
            return compose.join([inner, compose.link(draw(_plain()), draw(_targets))], "")
    return inner


def _figure(words: str) -> str:
    shown = "".join(char for char in words if char.isalnum())
    return f'<figure class="dossier-figure"><svg><text>{shown}</text></svg></figure>'


@st.composite
def _leaf(draw: st.DrawFn) -> Block:
    match draw(st.integers(0, 7)):
        case 0:
            return compose.heading(draw(st.integers(1, 4)), draw(inlines()), draw(_ids))
        case 1:
            return compose.bullets(draw(st.lists(inlines(), min_size=1, max_size=3)))
        case 2:
            return compose.definitions(
                draw(st.lists(st.tuples(inlines(), inlines()), min_size=1, max_size=2))
            )
        case 3:
            columns = range(draw(st.integers(1, 3)))
            cells = st.one_of(inlines(), st.just(()))
            rows = [[draw(cells) for _ in columns] for _ in range(draw(st.integers(1, 3)))]
            head = [draw(inlines()) for _ in columns]
            return compose.table(draw(inlines()), head, rows, row_head=draw(st.sampled_from(columns)))
        case 4:
            return compose.figure(_figure(draw(texts)))
        case 5:
            return (
                Listing(draw(texts), compose.verbatim(draw(texts)), draw(st.sampled_from(["ltr", "rtl"]))),
            )
        case 6:
            return (
                LinkedData({"@type": "Claim", "text": draw(texts), draw(texts): [{"name": draw(texts)}]}),
            )
    return compose.paragraph(draw(inlines()), cls=draw(st.sampled_from(["", "c-d"])))


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> Block:
    """Make a document, without anything that Markdown cannot say, such as an empty paragraph."""
    made = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            inner = [draw(blocks(depth - 1)) for _ in range(draw(st.integers(1, 2)))]
            made.append(_boxed(draw, inner))
        else:
            made.append(draw(_leaf()))
    return _apart(compose.stack(*made))


def _apart(nodes: Block) -> Block:
    """Leave out a list right after a list: Markdown takes the two for one, and no page has that."""
    return tuple(
        one for at, one in enumerate(nodes) if not (at and _is_list(one) and _is_list(nodes[at - 1]))
    )


def _is_list(node: object) -> bool:
    return isinstance(node, Bullets) or (isinstance(node, Box) and node.name == "ul")


def _boxed(draw: st.DrawFn, inner: list[Block]) -> Block:
    name = draw(st.sampled_from(["div", "section", "article", "blockquote", "ul", "details"]))
    if name == "details":
        return compose.details(draw(inlines()), *inner[:1], cls=draw(st.none() | _names))
    if name == "ul":
        return compose.container(*(compose.container(one, name="li") for one in inner), name="ul")
    return compose.container(
        _apart(compose.stack(*inner)),
        name=name,
        cls=draw(st.none() | _names),
        attributes={"dir": draw(_ways)},
    )
