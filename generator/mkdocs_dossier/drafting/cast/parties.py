"""The parties of a text, each once: who is named or described in it, and the posts that they hold."""

from collections.abc import Sequence

from mkdocs_dossier.drafting.cast.people import Described, Named, Who, shown
from mkdocs_dossier.drafting.content.readout import Party, Post
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.model.vocabulary import ActorKind


class Parties:
    """Collects the parties, each once."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.found: list[Party] = []
        self._places: dict[object, int] = {}

    def index(self, who: Who) -> int:
        """Return the index of a party, which is added where it is new."""
        key: object = who.key if isinstance(who, Named) else (who.name.lower(), who.kind)
        if key not in self._places:
            self._places[key] = len(self.found)
            self.found.append(self._party(who))
        return self._places[key]

    def _party(self, who: Who) -> Party:
        if isinstance(who, Described):
            return Party(who.name, who.kind)
        others = tuple(sorted(name for name in who.names if name != who.name))
        return Party(who.name, who.kind, others, tuple(self._posts(who)))

    def _posts(self, who: Named) -> list[Post]:
        found: dict[tuple[str, str], Post] = {}
        for mention in who.mentions:
            title = mention.part(mention.title)
            if who.kind is not ActorKind.PERSON or not title or _is_address(title, self.pack):
                continue
            at = mention.part(mention.at)
            words = [*title, *at, *mention.words]
            span = min(one.start for one in words), max(one.end for one in words)
            speaks = any(token.low in self.pack.speaking for token in title)
            post = Post(shown(title), shown(at) if at else "", span, speaks)
            found.setdefault((post.title.lower(), post.at.lower()), post)
        return list(found.values())


def _is_address(title: Sequence[Token], pack: Pack) -> bool:
    """Tell whether a title only addresses somebody: "Mr.", "Dr."."""
    return all(
        (token.low in pack.titles and token.low not in pack.posts) or not token.is_word for token in title
    )
