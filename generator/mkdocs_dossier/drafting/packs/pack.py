"""What a language's table of words holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mkdocs_dossier.drafting.packs.grammar import Grammar
from mkdocs_dossier.model.vocabulary import ActorKind


class Gender(StrEnum):
    """Whom a pronoun, a title or a given name can mean."""

    HE = "he"
    SHE = "she"
    THEY = "they"
    ANY = "any"


@dataclass(frozen=True)
class Pack:
    """The words of one language, in small letters; verbs in every form that a text writes them in.

    `verbs` are those of saying, after which words follow that are somebody's; `doubtful` are forms of them
    that are nouns as well. `views` tell what somebody thinks or does by speaking ("wants", "criticized"):
    they make a reported statement, but rank behind the verbs. `participles` have no subject of their own.

    `posts` are what a person may be ("spokesman"), `bodies` what an organisation may be ("ministry"),
    `people` those of whom several speak ("officials"), `things` what speaks for those who made it ("report").
    """

    language: str
    verbs: frozenset[str]
    doubtful: frozenset[str]
    views: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    """Those of them that mean somebody who is known already: "the", "this"."""
    possessives: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    """The prepositions that lead on to a further part of the same phrase: "of", "for"."""
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    complementizers: frozenset[str]
    pronouns: Mapping[str, Gender]
    objects: frozenset[str]
    """Pronouns that are never a subject, and those of the first and second person."""
    posts: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    titles: Mapping[str, Gender]
    particles: frozenset[str]
    """Small words inside names: "van", "bin"."""
    according: tuple[tuple[str, ...], ...]
    abbreviations: frozenset[str]
    weekdays: Mapping[str, int]
    """The days of the week, Monday 0."""
    months: Mapping[str, int]
    relative_days: Mapping[str, int]
    """Words for a day beside the day of publication, by how many days it is off: "yesterday", -1."""
    given: Mapping[str, Gender]
    """Common given names that tell which pronoun is meant."""
    tying: frozenset[str]
    """The prepositions inside the names of bodies: "Department of State"."""
    speaking: frozenset[str]
    """The posts of those who speak for a body: "spokesman"."""
    kinds: Mapping[str, ActorKind]
    """What sort of actor a noun in a body's name shows, where that is no plain organisation: "government"."""
    places: frozenset[str]
    """The prepositions before the name of a place: "in", "near"."""
    countries: Mapping[str, str]
    """Short names and adjectives of countries that CLDR does not list, with the code: "u.s.", US."""
    capitals: frozenset[str]
    """Capitals by which a text means a government: "Washington"."""
    events: Mapping[str, str]
    """Nouns for what happens, with the kind of event as an id: "airstrikes", `airstrike`."""
    future: frozenset[str]
    """Words that say of a day that it is still to come: "will", "next"; a weekday beside them is not past."""
    denials: frozenset[str]
    """The forms of verbs by which somebody says no: "denied"."""
    capital_days: bool
    """Whether the names of days begin with a capital."""
    no_names: frozenset[str]
    """Words with a capital that are no part of a name, where they do not begin a sentence."""
    late_abbreviations: frozenset[str] = frozenset()
    """Abbreviations that may end a sentence as well: "Inc.", "p.m."."""
    finite: frozenset[str] = frozenset()
    """Forms of verbs that tell of nothing said, but have a subject: "went", "is"."""
    clausal: frozenset[str] = frozenset()
    """Verbs that a whole clause may follow, with or without "that"."""
    subordinators: frozenset[str] = frozenset()
    """Words that begin a clause beside the main one: "when", "because"."""
    contrasts: frozenset[str] = frozenset()
    """Words that, behind a comma, begin a clause that is no more part of what the one before tells: "but"."""
    copulas: frozenset[str] = frozenset()
    """The verbs of the passive: "was"."""
    agents: frozenset[str] = frozenset()
    """What leads to the one who does it in the passive: "by"."""
    selves: frozenset[str] = frozenset()
    """Pronouns of the first person as a subject."""
    said_nouns: frozenset[str] = frozenset()
    """Nouns for what somebody says, whose owner is the speaker: "remark", "promise"."""
    endings: tuple[str, ...] = ()
    """How a verb ends that no table lists, right behind a name or a pronoun: "-ed"."""
    inverting: frozenset[str] = frozenset()
    """Verbs that stand before their subject also where no quotation goes before: "…, said Patel."."""
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs that tell of something said only before certain words: "put" before "it"."""
    manner: frozenset[str] = frozenset()
    """What leads on to who put it so: "as Patel put it"."""
    infinitive: frozenset[str] = frozenset()
    """What stands before a verb that has no subject: "to"."""
    adverb_endings: tuple[str, ...] = ()
    """How adverbs end: "-ly"."""
    passive_endings: tuple[str, ...] = ()
    """How a verb ends in the passive."""
    absolutes: frozenset[str] = frozenset()
    """Prepositions before a subject with a participle: "with Patel saying"."""
    small_in_titles: frozenset[str] = frozenset()
    """Words that are small inside a title, of a film or a paper; empty where titles have no capitals."""
    grammar: Grammar | None = None
    """How the language puts its words, where that is not as in English."""
    participle_endings: tuple[str, ...] = ()
    """How a participle ends that begins a sentence: "Smiling, Patel"."""
    reports: frozenset[str] = frozenset()
    """Verbs that tell what somebody says whatever stands behind them: "announced"."""
    reports_to: frozenset[str] = frozenset()
    """Verbs that do so before an infinitive: "vowed to"."""
    reports_with: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs that do so with certain prepositions: "called for"."""
    modals: frozenset[str] = frozenset()
    """Words before a verb of what is not said, or not yet: "would", "not"."""
    elided: frozenset[str] = frozenset()
    """Small words that lose their vowel before another, without the apostrophe: the "l" of "l’agence"."""
    enclitics: frozenset[str] = frozenset()
    """Pronouns that a hyphen ties to the verb before them: the "il" of "a-t-il"."""
    proclitics: frozenset[str] = frozenset()
    """Words of one letter that are written as one with the next: "و"."""
    parted: frozenset[str] = frozenset()
    """Words besides the verbs of saying that one of them is parted from."""
    bare: frozenset[str] = frozenset()
    """Forms that no singular subject has in the present, and that are nouns as often: "claim"."""
    impersonal: frozenset[str] = frozenset()
    """Words that begin a clause about nobody: "it", "this"."""
    works: frozenset[str] = frozenset()
    """Nouns before the title of something in quotation marks, which is nobody's words: "film"."""
    genitives: frozenset[str] = frozenset()
    """The prepositions before an owner or a whole: "of"."""
    telling: frozenset[str] = frozenset()
    """Verbs whose object is who hears it: "told"."""
    no_adverbs: frozenset[str] = frozenset()
    """Words that end as adverbs do, and are none: "family"."""
