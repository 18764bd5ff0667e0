"""The words for somebody in a script without capitals: "المتحدث باسم الحكومة باسم العوادي".

A phrase is a noun with the nouns and adjectives that say more of it, then a name; its end shows by the small
words and signs behind it, by the article, and by how long a name can be.
"""

from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.arabicwords import OWNED, is_attached, is_one_of, kind_of_word
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What
from mkdocs_dossier.drafting.packs.grammar import VerbFirst
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token

_LONGEST = 11
"""How many words a phrase has at most."""

_NAME = 2
"""How many words a name has where nothing marks its end."""

_NAME_AT_MOST = 4
_NOUN = 3
"""How many letters a noun has at least, without the article."""

_PLURAL = ("ون", "ين")
_ATTACHED = "ب"


@dataclass(frozen=True)
class Manner:
    """How a phrase is read.

    Where it is `about` somebody, a noun with an article behind the name is whom the verb is about; where
    it is `governed`, a preposition may be written as one with its first word. With `with_b` a word that
    begins with "ب" is no part of it: it is what the verb is about. `ties` where a preposition may lead on.
    """

    about: bool = False
    governed: bool = False
    with_b: bool = False
    ties: bool = True


def phrase_at(
    tokens: tuple[Token, ...], start: int, pack: Pack, grammar: VerbFirst, manner: Manner = Manner()
) -> Phrase | None:
    """Return the phrase that begins with a token, None where none does."""
    if start >= len(tokens):
        return None
    if tokens[start].low in pack.pronouns:
        return Phrase(tokens, start, start + 1, What.PRONOUN, (start, start))
    if not manner.governed and is_attached(tokens[start].low, pack):
        return None
    return _Reading(tokens, start, pack, grammar, manner).phrase()


@dataclass
class _Reading:
    """What is known of a phrase on the way through it.

    `head` is what its first noun is for. `is_definite` once a word with the article, or an owner, has
    completed the noun: then only adjectives or a name can follow. The name has `names` words, from the
    token `name` on.
    """

    tokens: tuple[Token, ...]
    start: int
    pack: Pack
    grammar: VerbFirst
    manner: Manner
    head: What | None = None
    is_definite: bool = False
    name: int = 0
    names: int = 0

    def phrase(self) -> Phrase | None:
        """Read on from the start, and return the phrase."""
        at = self.start
        while at < len(self.tokens) and at - self.start < _LONGEST:
            tied = self._tied(at)
            if tied:
                at = tied
                continue
            if self._is_about(at) or not (self._is_body_of(at) or (not self._stops(at) and self._takes(at))):
                break
            at += 1
        at = self._past_link(at)
        return self._read(at) if at > self.start else None

    def _is_about(self, at: int) -> bool:
        low = self.tokens[at].low
        is_b = self.manner.with_b and low.startswith(_ATTACHED)
        return is_b and low not in self.pack.given and low not in self.pack.linking

    def _stops(self, at: int) -> bool:
        """Tell whether the phrase ends before a token, whatever it is."""
        pack, grammar = self.pack, self.grammar
        token = self.tokens[at]
        low = token.low
        if not token.is_word or low[:1].isdigit():
            return True
        if at == self.start and at and low in pack.verbs and self.tokens[at - 1].low in pack.verbs:
            # Two verbs do not follow each other: it is a name that reads like one.
            return False
        closed = (
            pack.complementizers,
            pack.relatives,
            pack.adverbs,
            pack.participles,
            pack.objects,
            pack.auxiliaries,
            pack.pronouns,
            pack.conjunctions,
            pack.determiners,
            pack.prepositions,
            pack.views,
            grammar.stops,
            grammar.whose,
        )
        if any(low in words for words in closed):
            return True
        if low in pack.verbs:
            return at == self.start or kind_of_word(low, pack) is None
        return at > self.start and is_attached(low, pack)

    def _has_article(self, at: int) -> bool:
        low = self.tokens[at].low
        return low.startswith(self.grammar.article) and len(low) > _NOUN

    def _is_end(self, at: int) -> bool:
        return at + 1 == len(self.tokens) or self._stops(at + 1)

    def _tied(self, at: int) -> int:
        """Return the end of the body that a preposition ties to a post before a name; 0 where none does.

        "السفير لدى الأمم المتحدة سيرغي بوندار", "مدير المنظمة في فرنسا لوكا ماير".
        """
        is_open = at > self.start and self.head is What.POST and not self.names and self.manner.ties
        if not is_open or self.tokens[at].low not in self.pack.tying:
            return 0
        inner = phrase_at(self.tokens, at + 1, self.pack, self.grammar, Manner(ties=False))
        if inner is None:
            return 0
        if inner.what is What.NAME and inner.name[0] == at + 1 and self._open_words(at + 1) > _NAME:
            self.is_definite = True
            return at + 2
        if inner.what not in (What.BODY, What.THING) or inner.end >= len(self.tokens):
            return 0
        if self._stops(inner.end) or self._has_article(inner.end):
            return 0
        self.is_definite = True
        return inner.end

    def _is_body_of(self, at: int) -> bool:
        """Take the body that a post is at, written as one with its preposition: "المدير العام للشركة"."""
        low = self.tokens[at].low
        is_body = low.startswith("لل") and kind_of_word(low, self.pack) is What.BODY
        if at == self.start or self.head is not What.POST or self.names or not is_body:
            return False
        self.is_definite = True
        return True

    def _takes(self, at: int) -> bool:
        """Take a word to the phrase, if it belongs to it."""
        if self.names:
            return self._takes_to_name(at)
        if at == self.start:
            return self._takes_first(at)
        low, before = self.tokens[at].low, self.tokens[at - 1].low
        is_definite = self._has_article(at)
        if before in self.grammar.quantities or (before in self.pack.linking and at - 1 > self.start):
            self.is_definite = self.is_definite or is_definite
            return True
        if low in self.pack.linking and is_one_of(before, self.pack.speaking):
            self.is_definite = False
            return True
        if is_definite:
            return self._takes_definite(at)
        is_adjective = low.endswith(self.grammar.relating) and not self.is_definite
        if low in self.grammar.adjectives or (is_adjective and low not in self.pack.given):
            return True
        if self.head and not self.is_definite and kind_of_word(low, self.pack):
            self.is_definite = low.endswith(OWNED)
            return True
        return self._takes_unknown(at)

    def _takes_first(self, at: int) -> bool:
        self.head = kind_of_word(self.tokens[at].low, self.pack)
        self.is_definite = self._has_article(at)
        if self.head is None and not self.is_definite:
            self.name, self.names = at, 1
        return True

    def _takes_to_name(self, at: int) -> bool:
        """Take a further word to a name: a second one always, others where the phrase ends with them."""
        if self.tokens[at].low in self.pack.particles:
            return True
        is_end = self._is_end(at)
        if self.names < _NAME:
            if self._has_article(at) and self.manner.about and not is_end and self.head is not None:
                return False
        elif self.names >= _NAME_AT_MOST or not is_end or self.manner.about:
            return False
        self.names += 1
        return True

    def _takes_definite(self, at: int) -> bool:
        """Take a word with the article: what completes a noun, an adjective, a title or a family name."""
        low = self.tokens[at].low
        if not self.is_definite:
            self.is_definite = True
            return True
        if low in self.grammar.adjectives or low.endswith(self.grammar.relating[:2]):
            return True
        kind = kind_of_word(low, self.pack)
        if self.head is What.POST and kind is What.POST:
            return True
        if self.head is What.POST and kind is None and self._is_end(at):
            # "الرئيس السيسي"
            self.name, self.names = at, 1
            return True
        return False

    def _takes_unknown(self, at: int) -> bool:
        """Take a word that no table lists: a noun before one with the article, or the first of a name."""
        if self.head is What.BODY and self.is_definite:
            return False
        low = self.tokens[at].low
        if self.head is not None and not self.is_definite:
            completes = low.endswith(OWNED) and low not in self.pack.given
            if completes or (at + 1 < len(self.tokens) and self._has_article(at + 1)):
                self.is_definite = completes
                return True
            if self.head is What.POST and self._open_words(at) > _NAME:
                # "رئيسة فالدور إيرين كاستلان"
                self.is_definite = True
                return True
        self.name, self.names = at, 1
        return True

    def _open_words(self, at: int) -> int:
        """Return how many words that may be names follow, from a token on."""
        end = at
        while end < len(self.tokens) and end - at < _NAME_AT_MOST and not self._stops(end):
            end += 1
        return end - at

    def _past_link(self, at: int) -> int:
        """Return the end with the body that somebody without a name is at: "محلل في شركة كيلر"."""
        is_open = self.head in (What.POST, What.PEOPLE) and not self.names and not self.is_definite
        if not is_open or not self.manner.ties or at == self.start or at + 1 >= len(self.tokens):
            return at
        if self.tokens[at].low not in self.pack.tying:
            return at
        inner = phrase_at(self.tokens, at + 1, self.pack, self.grammar, Manner(ties=False))
        return inner.end if inner and inner.what in (What.BODY, What.POST, What.NAME) else at

    def _read(self, end: int) -> Phrase:
        """Return what the words up to a token mean."""
        tokens, start = self.tokens, self.start
        none = (start, start)
        if self.head in (What.BODY, What.THING):
            return Phrase(tokens, start, end, self.head, (start, end) if self.head is What.BODY else none)
        is_plural = end == start + 1 and self.head is None and tokens[start].low.endswith(_PLURAL)
        if is_plural and tokens[start].low not in self.pack.given:
            return Phrase(tokens, start, end, What.PEOPLE, none)
        if self.names:
            return Phrase(tokens, start, end, What.NAME, (self.name, end))
        if self.head is None:
            # A family name with an article: "العوادي"; more words are a body: "الدرك الوطني".
            return Phrase(tokens, start, end, What.NAME if end - start == 1 else What.BODY, (start, end))
        return Phrase(tokens, start, end, self.head, none)
