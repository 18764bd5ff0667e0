"""All that the rules read in a text: who is named, who says what, when, and what happened where.

Nothing here knows a dossier: who is in it already, and under which ids, is decided where the records are
made. So a text can be read in another process, and what was read is small and plain.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.attribution.speakers import who_says
from mkdocs_dossier.drafting.attribution.telling import who_tells
from mkdocs_dossier.drafting.cast.attribute import Attribution
from mkdocs_dossier.drafting.cast.countries import country
from mkdocs_dossier.drafting.cast.mention import Sort
from mkdocs_dossier.drafting.cast.mentioned import mentioned, speaking
from mkdocs_dossier.drafting.cast.parties import Parties
from mkdocs_dossier.drafting.cast.people import Named, People, Who
from mkdocs_dossier.drafting.cast.spots import as_places, spots
from mkdocs_dossier.drafting.content.candidates import candidates
from mkdocs_dossier.drafting.content.happenings import happenings
from mkdocs_dossier.drafting.content.nameddays import day_of_saying
from mkdocs_dossier.drafting.content.readout import Analysis, Utterance
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.splitting.token import Span, Token
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.sourcetext import SourceText

_ENOUGH_WORDS = 4
"""A quotation of fewer words without a speaker is no statement: a title, a nickname, a word at a distance."""

_TO_THAT = 6
"""How many tokens behind a verb of saying may hold the "that" of what is said."""

_CLAUSE = 80
"""How many tokens the clause of what is said has at most."""

_TO_VERB = 3
"""How many tokens behind a speaker may hold the verb."""

_TRAILING = ",،;"


def analyse(text: SourceText, published: date | None, pack: Pack) -> Analysis:
    """Read a text: pure, and the same each time.

    `published` is the day from which "Monday" and "yesterday" are counted.
    """
    found = sentences(text, pack)
    all_said = who_says(found, pack) if pack.grammar is None else who_tells(found, pack)
    mentions = mentioned(found, pack)
    if pack.grammar is not None:
        mentions += speaking(all_said, mentions, pack)
    people = People(mentions, pack)
    parties = Parties(pack)
    placed = {id(mention) for mention in as_places(mentions, pack)}
    for named in sorted(people.named.values(), key=lambda one: min(at.words[0].start for at in one.mentions)):
        if _is_actor(named, placed, pack):
            parties.index(named)
    attribution = Attribution(found, mentions, people, pack)
    utterances: list[Utterance] = []
    for sentence, in_it in groupby(all_said, key=lambda one: one.sentence.index):
        day = day_of_saying(text.text, found[sentence], published, pack)
        for said in in_it:
            one = _utterance(text.text, said, attribution.who(said), parties, pack)
            if one is not None:
                _add(utterances, replace(one, day=day), text)
    return Analysis(
        tuple(parties.found),
        tuple(utterances),
        happenings(text.text, found, published, pack),
        spots(mentions, pack),
        tuple(candidates(text.text, utterances)),
    )


def _is_actor(named: Named, placed: Container[int], pack: Pack) -> bool:
    """Tell whether a name is worth a record, though its owner may say nothing."""
    if named.kind is ActorKind.STATE:
        return any(id(mention) not in placed for mention in named.mentions)
    if named.kind is ActorKind.PERSON:
        return any(mention.sort is Sort.PERSON for mention in named.mentions) and len(named.key) > 1
    return any(mention.sort is Sort.BODY for mention in named.mentions) and country(named.name, pack) is None


def _utterance(text: str, said: Said, who: Who | None, parties: Parties, pack: Pack) -> Utterance | None:
    """Return what is said as an utterance; None where it has no speaker, and too few words to want one."""
    quotes = tuple(filter(None, (_inside(text, token) for token in said.quoted)))
    if said.quoted and not quotes:
        return None
    if who is None and sum(len(text[slice(*span)].split()) for span in quotes) < _ENOUGH_WORDS:
        return None
    words = said.speaker.words if said.speaker else ()
    cue = said.sentence.plain[said.cue.start : said.cue.end] if said.cue else ()
    here = [*said.quoted, *cue, *(words if said.speaker_in is said.sentence else ())]
    return Utterance(
        None if who is None else parties.index(who),
        text[words[0].start : words[-1].end] if words else "",
        Basis.NOT_FOUND if who is None else _basis(said),
        quotes,
        said.sentence.around(min(one.start for one in here), max(one.end for one in here)),
        denies=any(token.low in pack.denials for token in (*cue, *_beside(said))),
        clause=_clause(said, pack),
    )


def _beside(said: Said) -> Sequence[Token]:
    """Return the words behind the speaker, where another verb than that of the cue may stand."""
    if said.speaker is None or said.speaker_in is not said.sentence:
        return ()
    end = max(said.speaker.until, said.speaker.end)
    return said.speaker.tokens[end : end + _TO_VERB]


def _basis(said: Said) -> Basis:
    """Return how a speaker was found: a body with a name of its own is named, though it is described too."""
    named = said.speaker is not None and bool(said.speaker.names)
    return Basis.NAMED if said.basis is Basis.POST and named else said.basis


def _clause(said: Said, pack: Pack) -> Span | None:
    """Return the span of the clause behind "that" that tells what was said."""
    if said.cue is None:
        return None
    tokens = said.sentence.plain
    for at in range(said.cue.end, min(said.cue.end + _TO_THAT, len(tokens) - 1)):
        if tokens[at].low in pack.complementizers:
            ends = range(at + 1, min(at + _CLAUSE, len(tokens)))
            end = next((one for one in ends if _ends_clause(tokens, one, pack)), 0)
            return (tokens[at + 1].start, tokens[end - 1].end) if end > at + 1 else None
    return None


def _ends_clause(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a clause ends before a token: at its full stop, or where a comma leads on to more."""
    if at + 1 == len(tokens):
        return not tokens[at].is_word and not tokens[at].is_quoted
    following = tokens[at + 1].low
    listed = (pack.participles, pack.relatives, pack.conjunctions)
    leads_on = any(following in words for words in listed)
    # An empty tuple of endings is that of no word.
    return tokens[at].text in ",،;" and (leads_on or following.endswith(pack.participle_endings))


def _inside(text: str, token: Token) -> Span | None:
    """Return the span of the words inside a quotation, without a comma of the sentence around."""
    start, end = token.start, token.end
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    return (start, end) if start < end else None


def _add(utterances: list[Utterance], one: Utterance, text: SourceText) -> None:
    """Add an utterance; one that goes on in the paragraph of the last, without a verb of its own, to that."""
    last = utterances[-1] if utterances else None
    goes_on = last is not None and one.basis is Basis.ONGOING and last.speaker == one.speaker
    if (
        last is None
        or not goes_on
        or not last.quotes
        or text.paragraph(last.passage[0]) != text.paragraph(one.passage[0])
    ):
        utterances.append(one)
        return
    utterances[-1] = replace(
        last,
        quotes=(*last.quotes, *one.quotes),
        passage=(last.passage[0], one.passage[1]),
        day=last.day or one.day,
    )
