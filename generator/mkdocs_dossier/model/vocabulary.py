"""The words that the format fixes: each choice once, with its word for readers."""

from enum import StrEnum

from mkdocs_dossier.text.messages import Choice, mark


class Stance(Choice):
    """The position that a statement takes on a claim."""

    ASSERTS = "asserts", mark("asserts")
    DENIES = "denies", mark("denies")
    QUALIFIES = "qualifies", mark("qualifies")
    DECLINES = "declines", mark("declines to say")
    UNAWARE = "unaware", mark("says they are unaware")
    NO_REPLY = "no-reply", mark("gave no answer")

    @property
    def is_position(self) -> bool:
        """Whether it says anything of the claim: who was asked and gave no answer takes no position."""
        return self is not Stance.NO_REPLY

    @property
    def sign(self) -> str:
        """One character that stands for it beside the word, where colour alone would not do."""
        return _SIGNS[self]

    @property
    def short(self) -> str:
        """The word for readers where there is little room, as in a picture: `Words.say` translates it."""
        return _SHORT.get(self, self.message)


_SIGNS = {
    Stance.ASSERTS: "+",
    Stance.DENIES: "−",
    Stance.QUALIFIES: "±",
    Stance.DECLINES: "○",
    Stance.UNAWARE: "?",
    Stance.NO_REPLY: "…",
}
_SHORT = {
    Stance.DECLINES: mark("declines"),
    Stance.UNAWARE: mark("unaware"),
    Stance.NO_REPLY: mark("no answer"),
}


class ActorKind(Choice):
    """What an actor is."""

    PERSON = "person", mark("person")
    ORGANISATION = "organisation", mark("organisation")
    GOVERNMENT = "government", mark("government")
    ARMED_GROUP = "armed-group", mark("armed group")
    STATE = "state", mark("state")
    MEDIA = "media", mark("medium")
    GROUP = "group", mark("group of people")
    ANONYMOUS = "anonymous", mark("not named in the source")

    @property
    def is_body(self) -> bool:
        """Whether it is a body, which speaks for what it is a part of; people and groups do not."""
        return self not in (ActorKind.PERSON, ActorKind.GROUP, ActorKind.ANONYMOUS)


class SourceKind(Choice):
    """What a source is."""

    ARTICLE = "article", mark("article")
    TRANSCRIPT = "transcript", mark("transcript")
    REPORT = "report", mark("report")
    POST = "post", mark("post")
    VIDEO = "video", mark("video")
    DOCUMENT = "document", mark("document")


class PlaceKind(Choice):
    """What a place is: of a city or a site the coordinates are a point, of all others the middle."""

    COUNTRY = "country", mark("country")
    REGION = "region", mark("region")
    CITY = "city", mark("city")
    SITE = "site", mark("site")
    AREA = "area", mark("area")

    @property
    def is_point(self) -> bool:
        """Whether the place is small enough for its coordinates to say where it is."""
        return self in (PlaceKind.CITY, PlaceKind.SITE)


class Rights(Choice):
    """What the site may show of a source's text."""

    # Without words for readers, who see only what follows from it.
    QUOTE = "quote"
    PUBLISH = "publish"


class Review(Choice):
    """How far a record is from being published: nobody has read a `draft` yet."""

    # Without words for readers: a banner says it, and no built site has it.
    DRAFT = "draft"


class Translator(Choice):
    """Who translated words, where that is no actor: `source`, which printed them so, or the dossier."""

    # Without words for readers, who see them in a sentence.
    SOURCE = "source"
    DOSSIER = "dossier"


class Reverse(StrEnum):
    """What a record calls the records that name it, by the field that they name it in."""

    ADDRESSED_IN = "addressed_in"
    ANSWERED_BY = "answered_by"
    AUTHORED = "authored"
    CLAIMS = "claims"
    CONTAINS = "contains"
    CORRECTED_BY = "corrected_by"
    COUNTED_IN = "counted_in"
    DATELINED = "datelined"
    EVENTS = "events"
    EVIDENCE_FOR = "evidence_for"
    EXCLUDED_BY = "excluded_by"
    FIGURES = "figures"
    IMPLIED_BY = "implied_by"
    LEAD_OF = "lead_of"
    PARTS = "parts"
    PUBLISHED = "published"
    RELATED = "related"
    RELATIONS = "relations"
    RELAYED = "relayed"
    REPLIED_IN = "replied_in"
    REPLIES = "replies"
    REPUBLISHED_BY = "republished_by"
    ROLES = "roles"
    STAFF = "staff"
    STATEMENTS = "statements"
    SUPPLIED = "supplied"
    TRANSLATED = "translated"
