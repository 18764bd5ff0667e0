"""What those concerned answered to a claim or a statement, beside it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from mkdocs_dossier.document.compose import container, paragraph, span, stack
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.recordparts import Reply
from mkdocs_dossier.model.records import Claim, Statement
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import told
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.longlists import LongList, refs_list
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.values.refs import Ref

_Numbered = tuple[int, Reply]


def replies_list(view: View, ref: Ref, record: Claim | Statement) -> LongList[_Numbered]:
    """List the replies to a record, in their order."""
    numbered = list(enumerate(record.replies))
    listed = partial(_replies, ref)
    title = view.words.say("Replies of those concerned")
    return LongList("replies", title, numbered, listed, kept=FEWER_ROWS, weigh=_weight)


def replied_by(view: View, actor: str) -> LongList[Ref]:
    """List what an actor replied to."""
    named = view.dossier.naming("actors", actor, Reverse.REPLIES)
    found = _replied(view, named, lambda reply: reply.actor == actor)
    return refs_list("replied", view.words.say("Replied to"), found)


def replied_in(view: View, source: str) -> LongList[Ref]:
    """List what was replied to in a source."""
    named = view.dossier.naming("sources", source, Reverse.REPLIED_IN)
    found = _replied(view, named, lambda reply: reply.source == source)
    return refs_list("replied", view.words.say("Replied to in it"), found)


def _replied(view: View, named: Iterable[str], is_meant: Callable[[Reply], bool]) -> list[Ref]:
    """Return the claims and statements of some ids that have a reply which is meant."""
    found = []
    for key in named:
        # The id is that of a claim, of a statement, or of one of each.
        for ref in (Ref("claims", key), Ref("statements", key)):
            record = view.dossier.section(ref.section).get(key)
            if any(map(is_meant, record.replies if isinstance(record, Claim | Statement) else ())):
                found.append(ref)
    return found


def _weight(one: _Numbered) -> int:
    return len((one[1].text or "").encode())


def _replies(ref: Ref, here: Here, replies: Sequence[_Numbered]) -> Block:
    return stack(*(_reply(here, ref, number, reply) for number, reply in replies))


def _reply(here: Here, ref: Ref, number: int, reply: Reply) -> Block:
    who = here.join([here.actor(reply.actor), *([here.date(reply.on)] if reply.on else [])], ", ")
    return container(
        paragraph(who, cls="dossier-byline"),
        _words(here, reply),
        paragraph(_from(here, ref, number, reply)),
        cls="dossier-said dossier-reply",
    )


def _words(here: Here, reply: Reply) -> Block:
    """Write the words of a reply: those of a source as a quotation, those that were sent as they came."""
    if reply.text is None:
        return ()
    if reply.source is None:
        quoted = here.fill("“{words}”", words=here.own(reply.text))
        return container(paragraph(quoted), name="blockquote", cls="dossier-quote")
    tag = here.dossier.source_language(reply.source)
    turned = None if direction(tag) == here.view.direction else direction(tag)
    said = paragraph(here.quoted(reply.text, tag))
    return container(said, name="blockquote", cls="dossier-quote", attributes={"dir": turned})


def _from(here: Here, ref: Ref, number: int, reply: Reply) -> Inline:
    """Say where a reply stands, and how its words were verified; or that it was sent to the dossier."""
    if reply.source is None:
        return span(here.say("sent to the dossier"), cls="dossier-origin")
    if reply.text is None:
        return span(told.cited(here, reply.source), cls="dossier-origin")
    return told.origin(here, here.view.findings.quotations[ref, ("replies", number)])
