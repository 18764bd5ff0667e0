"""The pieces that an utterance is shown in: who, for which body, a few words, when, in which source."""

from collections.abc import Sequence

from mkdocs_dossier.document.compose import join, paragraph, span, stack, strong
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Checked
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.marking import marked_excerpts
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.text.shortening import opening

_WORDS, _AROUND = 12, 32
"""How many words of an utterance are shown, and how many of the passage around it."""
_LONGEST, _LONGEST_AROUND = 110, 220  # characters, for what has no blanks between words

_DID = {
    Stance.ASSERTS: mark("said so"),
    Stance.DENIES: mark("denied it"),
    Stance.QUALIFIES: mark("qualified it"),
    Stance.DECLINES: mark("declined to say"),
    Stance.UNAWARE: mark("said they were unaware"),
    Stance.NO_REPLY: mark("gave no answer"),
}


def anchor(statement: str) -> str:
    """Return the id that an utterance has on a claim's page."""
    return f"says-{statement}"


def named(here: Here, statement: Statement) -> Inline:
    """Name the speakers, and below them the body that they speak for."""
    body = spoken_for(here, statement)
    return join([strong(here.speakers(statement)), span(body, cls="dossier-body") if body else ()])


def spoken_for(here: Here, statement: Statement) -> Inline:
    """Name the body that a speaker spoke for; else the role in which they spoke, if they had one."""
    roles = parts.roles_then(here, statement)[:1]
    return join(here.actor(one.at) if one.speaks_for else parts.role(here, one) for one in roles)


def words(here: Here, statement: Statement, stance: Stance) -> Inline:
    """Write a dozen of a speaker's words, as a link to all of them; or that these are only reported."""
    if not statement.quote:
        did = here.record("statements", statement.id, here.say(_DID[stance]))
        return join([did, span(here.say("(reported)"), cls="dossier-reported")])
    tag = here.dossier.language_of(statement)
    short = opening(" … ".join(statement.quote), _WORDS, _LONGEST)
    return here.record("statements", statement.id, here.turned(here.quoted(short, tag), tag))


def around(here: Here, statement: Statement) -> Inline:
    """Write the words around an utterance that do not bear its position alone, or what they mean."""
    report, checked = told.reports(here, statement)[0]
    if statement.quote and sum(map(len, statement.quote)) > parts.SPEAKS_FOR_ITSELF:
        return _meaning(here, report)
    tag = here.dossier.source_language(statement.source)
    if statement.passage:
        short = _opening_of(statement.passage)
        return join([here.turned(here.foreign(short, tag), tag), _meaning(here, report)], " – ")
    return join([_in_its_sentence(here, checked, tag), _meaning(here, report)], " – ")


def _opening_of(fragments: Sequence[str]) -> str:
    """Return as many whole fragments as there is room for; of a first one that is too long, its opening."""
    kept = [fragments[0]]
    for fragment in fragments[1:]:
        if len(" ".join([*kept, fragment]).split()) > _AROUND:
            break
        kept.append(fragment)
    said = " … ".join(kept)
    return opening(said if len(kept) == len(fragments) else f"{said} …", _AROUND, _LONGEST_AROUND)


def _in_its_sentence(here: Here, checked: Checked, tag: str) -> Inline:
    source = here.dossier.text_in(*checked.place)
    if source is None or not checked.matches:
        return ()
    hidden = here.view.findings.hidden.get(checked.place, ())
    return span(marked_excerpts(source, checked.matches, hidden), lang=tag, direction=direction(tag))


def _meaning(here: Here, report: Reported) -> Inline:
    """Write the beginning of a translation, if the report has one."""
    if not report.translation:
        return ()
    return here.fill(
        "in translation: {words}", words=here.own(opening(report.translation, _AROUND, _LONGEST_AROUND))
    )


def when_and_where(here: Here, statement: Statement) -> Inline:
    """Say when it was made, and how its words agree with which source."""
    date = here.dossier.date_of(statement)
    _, checked = told.reports(here, statement)[0]
    when = here.brief(date) if date else here.say("date not stated")
    return join([when, told.verified_in(here, checked)], " · ")


def byline(here: Here, statement: Statement) -> Block:
    """Write what was said without regard to a claim: who, what, when, in which source."""
    said = here.record("statements", statement.id, here.gist(statement))
    if statement.quote:
        said = words(here, statement, Stance.ASSERTS)
    return stack(
        paragraph(named(here, statement), cls="dossier-who"),
        paragraph(said, cls="dossier-words" if statement.quote else "dossier-around"),
        paragraph(when_and_where(here, statement), cls="dossier-source"),
    )
