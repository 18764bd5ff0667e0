"""The kinds of events and the measures of figures, in words.

A dossier names both by ids of its own choice. Common ones that can mean only one thing are listed here, so
that the catalogues can translate them; any other is shown as its id reads, with blanks for hyphens.
"""

from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.words import Words

COMMON = frozenset(
    {
        # What happens
        mark("accident"),
        mark("agreement"),
        mark("airstrike"),
        mark("arrest"),
        mark("assassination"),
        mark("attack"),
        mark("attack campaign"),
        mark("battle"),
        mark("ceasefire"),
        mark("clash"),
        mark("court hearing"),
        mark("court ruling"),
        mark("coup"),
        mark("death"),
        mark("decision"),
        mark("damage assessment"),
        mark("diplomatic protest"),
        mark("drone attack"),
        mark("earthquake"),
        mark("election"),
        mark("evacuation"),
        mark("explosion"),
        mark("flood"),
        mark("ground operation"),
        mark("interview"),
        mark("invasion"),
        mark("investigation"),
        mark("kidnapping"),
        mark("law"),
        mark("meeting"),
        mark("military operation"),
        mark("missile attack"),
        mark("negotiation"),
        mark("phone call"),
        mark("press briefing"),
        mark("press conference"),
        mark("press release"),
        mark("prisoner exchange"),
        mark("protest"),
        mark("publication"),
        mark("referendum"),
        mark("resignation"),
        mark("rocket attack"),
        mark("sanctions"),
        mark("shelling"),
        mark("shooting"),
        mark("speech"),
        mark("summit"),
        mark("trial"),
        mark("visit"),
        mark("vote"),
        mark("war"),
        mark("withdrawal"),
        # How something is said
        mark("broadcast"),
        mark("e-mail"),
        mark("letter"),
        mark("post"),
        mark("report"),
        mark("statement"),
        mark("testimony"),
        mark("video"),
        mark("written answer"),
        # What is counted
        mark("arrested"),
        mark("attacks"),
        mark("casualties"),
        mark("civilians killed"),
        mark("deployed"),
        mark("detained"),
        mark("displaced"),
        mark("drones"),
        mark("evacuated"),
        mark("homes destroyed"),
        mark("hostages"),
        mark("injured"),
        mark("killed"),
        mark("missiles"),
        mark("missing"),
        mark("participants"),
        mark("rockets"),
        mark("targets struck"),
        mark("votes"),
        mark("wounded"),
    }
)


def term(identifier: str, words: Words) -> str:
    """Name a kind or a measure, by its id: translated if it is common, otherwise as its id reads."""
    name = identifier.replace("-", " ")
    return words.say(name) if name in COMMON else name
