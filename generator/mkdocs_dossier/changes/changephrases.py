"""The sentences for what changed, in English, marked for translation: `Words.say` translates them.

Of each change there are several, the one that says most first; that one is taken for which all is known.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal

from mkdocs_dossier.model.changelog import What
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Section

Kind = Literal["quoted", "plain", "date", "stance", "label", "amount", "number"]
"""What the values of a change are: words of the dossier, or something that the format has words for."""

NEW: Mapping[Section, str] = MappingProxyType(
    {
        "sources": mark("new source: {record}"),
        "actors": mark("new actor: {record}"),
        "places": mark("new place: {record}"),
        "events": mark("new event: {record}"),
        "claims": mark("new claim: {record}"),
        "statements": mark("new statement: {record}"),
    }
)
"""What is said of a record that was added, by its section."""

_KINDS: Mapping[What, Kind] = MappingProxyType(
    {
        What.RENAMED: "plain",
        What.WITHDRAWN: "plain",
        What.ROLE_ADDED: "plain",
        What.ROLE_ENDED: "plain",
        What.ROLE_REMOVED: "plain",
        What.DATE: "date",
        What.POSITION_ADDED: "stance",
        What.POSITION_REMOVED: "stance",
        What.POSITION_CHANGED: "stance",
        What.ENDED: "label",
        What.LABEL: "label",
        What.CORROBORATED: "number",
        What.CONTRADICTION_ADDED: "number",
        What.CONTRADICTION_REMOVED: "number",
        What.FIGURE_ADDED: "amount",
        What.FIGURE_REMOVED: "amount",
        What.FIGURE_CHANGED: "amount",
        What.CONFLICT_ADDED: "amount",
        What.CONFLICT_REMOVED: "amount",
    }
)

_PHRASES: Mapping[What, tuple[str, ...]] = MappingProxyType(
    {
        What.ADDED: (mark("added"),),
        What.REMOVED: (mark("removed"),),
        What.RENAMED: (mark("has another address; before: {was}"), mark("has another address")),
        What.MERGED: (mark("made one with {by}"), mark("made one with another")),
        What.WITHDRAWN: (mark("withdrawn: {now}"), mark("withdrawn")),
        What.RESTORED: (mark("no longer withdrawn"),),
        What.NAME: (mark("name changed: {was} → {now}"), mark("name changed")),
        What.WORDING: (mark("wording changed: {was} → {now}"), mark("wording changed")),
        What.DATE: (
            mark("date changed: {was} → {now}"),
            mark("date added: {now}"),
            mark("date removed: {was}"),
            mark("date changed"),
        ),
        What.DETAILS: (mark("details changed"),),
        What.WORDS: (mark("words changed: {was} → {now}"), mark("words changed")),
        What.SPEAKER: (mark("speaker changed: {first} → {second}"), mark("speaker changed")),
        What.POSITION_ADDED: (mark("position added: {now}: {by}"), mark("position added")),
        What.POSITION_REMOVED: (mark("position removed: {was}: {by}"), mark("position removed")),
        What.POSITION_CHANGED: (mark("position changed: {was} → {now}: {by}"), mark("position changed")),
        What.REPORT_ADDED: (mark("now also reported in {by}"), mark("now also reported elsewhere")),
        What.REPORT_REMOVED: (mark("no longer reported in {by}"), mark("reported in fewer sources")),
        What.FOUND: (
            mark("its words are found in the text of {by} now: {now}"),
            mark("its words are found in the text of the source now"),
        ),
        What.NOT_FOUND: (
            mark("its words are no longer found in the text of {by}: {now}"),
            mark("its words are no longer found in the text of the source"),
        ),
        What.TAKEN_BACK: (mark("taken back by {by}"), mark("taken back")),
        What.STANDS: (mark("no longer taken back"),),
        What.REPLY_ADDED: (mark("reply added: {by}"), mark("reply added")),
        What.REPLY_REMOVED: (mark("reply removed: {by}"), mark("reply removed")),
        What.CONTESTED: (
            mark("contested since {since}: {second} contradicts {first}"),
            mark("contested: {second} contradicts {first}"),
            mark("contested since {since}"),
            mark("contested"),
        ),
        What.WAS_CONTESTED: (
            mark("contested until {since}: ended by {by}"),
            mark("contested for a time: ended by {by}"),
            mark("contested for a time"),
        ),
        What.ENDED: (
            mark("contested no longer: ended on {since} by {by}"),
            mark("contested no longer: ended by {by}"),
            mark("contested no longer; where it stands now: {now}"),
            mark("contested no longer"),
        ),
        What.CORROBORATED: (mark("corroborated; origins now: {now}"), mark("corroborated")),
        What.LABEL: (mark("where it stands: {was} → {now}"), mark("where it stands changed")),
        What.CONTRADICTION_ADDED: (
            mark("new contradiction: {second} contradicts {first}"),
            mark("new contradictions: {now}, with {by}"),
            mark("new contradictions: {now}"),
            mark("new contradiction"),
        ),
        What.CONTRADICTION_REMOVED: (
            mark("no longer a contradiction: {first} and {second}"),
            mark("no longer contradictions: {now}, with {by}"),
            mark("no longer contradictions: {now}"),
            mark("a contradiction less"),
        ),
        What.TEXT_ADDED: (mark("text archived"),),
        What.TEXT_CHANGED: (mark("archived text changed"),),
        What.TEXT_REMOVED: (mark("archived text removed"),),
        What.VERSION_ADDED: (mark("new version of its text"),),
        What.FIGURE_ADDED: (
            mark("new figure, {about}: {now}, in {by}"),
            mark("new figure, {about}: {now}"),
            mark("new figure"),
        ),
        What.FIGURE_REMOVED: (
            mark("figure removed, {about}: {was}, in {by}"),
            mark("figure removed, {about}: {was}"),
            mark("figure removed"),
        ),
        What.FIGURE_CHANGED: (
            mark("figure changed, {about}: {was} → {now}, in {by}"),
            mark("figure changed, {about}: {was} → {now}"),
            mark("figure changed"),
        ),
        What.CONFLICT_ADDED: (
            mark("figures conflict, {about}: {was} and {now}"),
            mark("figures conflict"),
        ),
        What.CONFLICT_REMOVED: (
            mark("figures conflict no longer, {about}: {was} and {now}"),
            mark("figures conflict no longer"),
        ),
        What.ROLE_ADDED: (mark("new role: {now}, {by}"), mark("new role: {now}"), mark("new role")),
        What.ROLE_ENDED: (
            mark("role ended on {since}: {was}, {by}"),
            mark("role ended: {was}, {by}"),
            mark("role ended"),
        ),
        What.ROLE_REMOVED: (
            mark("role removed: {was}, {by}"),
            mark("role removed: {was}"),
            mark("role removed"),
        ),
    }
)
_PLACES = ("was", "now", "about", "since", "by", "first", "second")


def phrase(what: What, known: Collection[str]) -> str:
    """Return the message that says most of a change with the values that are known, by their names."""
    messages = _PHRASES[what]
    unknown = [f"{{{name}}}" for name in _PLACES if name not in known]
    return next((one for one in messages if not any(name in one for name in unknown)), messages[-1])


def kind_of(what: What) -> Kind:
    """Return what the values of a change are."""
    return _KINDS.get(what, "quoted")
