"""What the engine must know of a language's grammar beside its words, where it is not that of English."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Clauses:
    """A language whose clauses show by their signs and small words where a subject can stand.

    `perfects` are participles that need one of the auxiliaries `having`.
    """

    perfects: frozenset[str]
    having: frozenset[str]
    leading: frozenset[str]
    """The prepositions before what can be read or heard in: „hieß es aus Paris“, « peut-on lire dans »."""
    oblique: frozenset[str] = frozenset()
    """Articles and the like that no subject has: "dem"."""
    clitics: frozenset[str] = frozenset()
    """Small words between a subject and its verb: "ne", "lui"."""


@dataclass(frozen=True, kw_only=True)
class VerbSecond(Clauses):
    """German: the verb is the second part of a main clause and the last of others; nouns have capitals.

    `split` are forms that say something only with one of their particles at the end („teilte … mit“).
    `quoted` are participles that make the subject of a passive the speaker („wird … zitiert“).
    """

    split: Mapping[str, frozenset[str]]
    passive: frozenset[str]
    quoted: frozenset[str]
    citing: frozenset[str]
    """Forms of the verb that has the one who is cited as its object: „zitiert“."""
    impersonal: frozenset[str]
    """Verbs whose speaker a preposition leads to: „hieß es aus Paris“."""
    genitives: frozenset[str]
    """Articles that lead on to a further part of the same phrase: „der Sprecher der Regierung“."""
    reports: frozenset[str]
    """Nouns that name a source themselves: „nach Medienberichten“."""
    weak: tuple[str, str]
    """An article, and the ending of an adjective behind it that no subject has: „der englischen Zeitung“."""
    behind: frozenset[str]
    """Words that make what stands before them the source: "zufolge"."""
    so: frozenset[str]
    """Words that, behind a comma or a quotation, make what follows the speaker: „so Roe“."""
    words: frozenset[str]
    """Nouns for words that the subject of the clause speaks: „warb mit den Worten“."""
    for_whom: frozenset[str]
    """Prepositions before somebody whose view a sentence tells: „Für Roe ist …“."""
    with_words: frozenset[str]
    after: frozenset[str]
    """The preposition of „nach Polizeiangaben“, „seiner Ansicht nach“."""
    to: frozenset[str]
    """What stands before an infinitive without a subject: "zu"."""
    that: frozenset[str]
    """The words that begin a clause with what is said: "dass"."""
    behind_particle: frozenset[str]
    """Words that may follow a verb's particle at the end of a clause."""
    told: frozenset[str]
    """Forms of verbs that only what somebody else says has: "sei"."""
    told_by: frozenset[str]
    told_ending: tuple[str, str]
    """How such a form ends behind a pronoun, and how it does not."""
    plain: frozenset[str]
    """Verbs that tell what was said also where no clause goes with them: „forderte einen Mindestpreis“."""
    verbal: tuple[str, ...]
    """Endings of the forms of verbs, for those that no table lists."""
    telling: frozenset[str]
    """Words before a clause that says who says what stands before it: „wie Roe sagte“."""
    reflexive: frozenset[str]
    subjects: frozenset[str]
    """Pronouns that are nothing but a subject: "er"."""
    modals: frozenset[str]
    """Verbs that an infinitive goes with: "will … sagen"."""
    infinitive: tuple[str, ...]
    """How infinitives end."""
    opinions: frozenset[str]
    """Nouns for an opinion: „seiner Ansicht nach“."""
    loose: tuple[str, ...]
    """Endings of words that, with a capital at the head of a sentence, are no names: "-end"."""


@dataclass(frozen=True, kw_only=True)
class SubjectFirst(Clauses):
    """French: the subject goes before the verb, but behind it where what was said goes before both."""

    articles: frozenset[str]
    """Words before a noun, behind which a form of a verb is none: « une demande »."""
    infinitives: frozenset[str]
    """Verbs by which one can read or hear something: « peut-on lire »."""
    for_whom: frozenset[str]
    """Prepositions before somebody whose view a sentence tells: « Pour l’avocate »."""
    adding: frozenset[str]
    """Infinitives by which who spoke goes on: « Et d’ajouter »."""
    verbal: tuple[str, ...]
    """Endings of participles, for verbs that no table lists."""
    absolute: tuple[str, ...]
    """Endings of participles that open a sentence: « Interrogée par l’agence, … »."""
    that: frozenset[str]
    """The words that begin a clause with what is said: "que"."""
    relating: frozenset[str]
    """Relative pronouns behind a comma: "qui"."""
    negations: frozenset[str]
    fixed: frozenset[tuple[str, str]]
    """Two words that belong to the noun before them: « rédactrice en chef »."""


@dataclass(frozen=True, kw_only=True)
class VerbFirst:
    """Arabic: the verb goes before its subject, which it holds itself where none follows; no capitals.

    `whose` are nouns with the pronoun of a speaker whom `from_whom` leads to, and `carried` the verbs before
    them: "نقلت الوكالة عن مصدر قوله".
    """

    whose: frozenset[str]
    from_whom: frozenset[str]
    carried: frozenset[str]
    past: frozenset[str]
    """Forms of "to be" before a subject whose verb follows it: "كانت النقابة قد دعت"."""
    impersonal: frozenset[str]
    """Verbs whose speaker one of the prepositions `leading` leads to: "جاء في البيان"."""
    leading: frozenset[str]
    held: frozenset[str]
    """Words with the pronoun of who spoke before, behind which the verb has no other subject: "لكنه"."""
    resuming: frozenset[str]
    """Words behind which a verb follows its subject: "أما الوزير فتحدث"."""
    negations: frozenset[str]
    quantities: frozenset[str]
    """Words that belong to the noun behind them: "أحد"."""
    opening: frozenset[str]
    """Words that a clause with its verb begins with: "حسبما"."""
    article: str
    relating: tuple[str, ...]
    """Endings of adjectives made from a noun, which say more of the noun before them."""
    adjectives: frozenset[str]
    stops: frozenset[str]
    """Words that end a phrase, and are no prepositions or the like: "ذلك"."""
    with_b: frozenset[str]
    """Verbs behind which what they are about begins with "ب", written as one with it."""
    transitive: frozenset[str]
    """Verbs behind whose subject the one follows whom they are about: "اتهم"."""


Grammar = VerbSecond | SubjectFirst | VerbFirst
