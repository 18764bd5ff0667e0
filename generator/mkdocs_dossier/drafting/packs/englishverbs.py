"""The verbs of English: regular ones are listed by their base, others form by form."""

from collections.abc import Iterator

from mkdocs_dossier.text.folding import word_set

_VOWELS = "aeiou"
# Verbs that double their last letter: "admitted"; others, such as "answered", do not.
_DOUBLING = word_set("admit quip snap chat sob rap blog refer prefer commit tap slam plan rip")

_SAYING = (
    "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure aver "
    "boast caution chant charge claim clarify comment complain concede conclude confess confirm contend "
    "counter declare decline demand deny describe disclose elaborate emphasize estimate exclaim explain "
    "express gush hint imply indicate inform inquire insist instruct interject joke lament maintain mention "
    "mock muse mutter note notify observe offer opine pledge point predict proclaim promise propose protest "
    "question quip rail recall recount reiterate remark remind repeat reply report reason reassure relate "
    "request respond retort reveal riff scoff shout signal snap speculate scold fume beam state stress "
    "suggest summarize surmise testify threaten tout tweet urge exhort confide retaliate boom jeer pronounce "
    "interrupt vent volunteer vow warn whisper wonder yell blast slam bemoan criticize dismiss deride "
    "denounce dub label brand portray characterize refer ridicule tease praise credit hail condemn call "
    "lambaste rebuke chide echo continue expound"
)
_SAYING_IRREGULAR = (
    "stated say says said tell tells told write writes wrote written speak speaks spoke swear swears swore "
    "read reads put puts begin begins began went quote quotes quoted cite cites cited ripped rip rips posted "
    "posts joked shot fired deadpanned"
)
_VIEWS = (
    "advocate apologize appeal attack back beg believe blame consider decide defend detail disagree discuss "
    "doubt dispute encourage endorse expect fear favor hope identify invite oppose order outline plan prefer "
    "push recommend refuse reject renew rule suspect support vouch want warm welcome worry attribute allow "
    "invoke object commit estimate challenge prompt tap present promote lobby press warrant reference "
    "address unveil anticipate compare conclude calculate concern assume announce regard determine"
)
_VIEWS_IRREGULAR = (
    "think thinks thought know knows knew feel feels felt see sees saw find finds found show shows showed "
    "shown means meant understand understands understood seek seeks sought learn learned hear heard lay lays "
    "laid took takes made gave gives"
)
_PARTICIPLES_IRREGULAR = "saying telling writing speaking citing quoting tweeting"
# Verbs that a clause may follow, with or without "that".
_CLAUSAL = (
    "acknowledge add admit affirm agree allege announce argue assert assume believe boast claim complain "
    "concede conclude confirm contend declare deny doubt emphasize estimate expect explain fear hope imagine "
    "imply indicate inform insist joke lament maintain mention note notice observe predict proclaim promise "
    "realize recall reiterate remark remind reply report respond reveal signal speculate state stress "
    "suggest suspect testify threaten tweet urge vow warn wonder worry wish assure appreciate"
)
_CLAUSAL_IRREGULAR = (
    "say says said saying tell tells told write writes wrote swear swears swore think thinks thought know "
    "knows knew feel feels made makes felt finds found show shows showed ask asks asked"
)
# Those of the verbs above that tell of something said only in certain company: "that", "to", a preposition.
_UNSURE = (
    "begin began went put puts shot fired continue comment maintain challenge rule identify allow invite "
    "express answer charge remark request reason signal brand label post posts read reads prompt tap present "
    "press warrant calculate concern regard determine mean means meant heard hear took takes made gave gives "
    "lay lays laid saw felt found want wants wanted commit renew count detail echo spoke speak speaks spoken "
    "object respond point call attack back push elaborate muse offer add advise order riff address"
)
_BEFORE_TO = (
    "agree claim decide decline expect offer plan prefer pledge promise refuse threaten vow hope ask propose "
    "demand request"
)
_BEFORE_TO_IRREGULAR = "swear swears swore sought seeks"
_WITH = (
    ("call", "for on"),
    ("point", "out to"),
    ("push", "for"),
    ("apologize", "for to"),
    ("rail", "against at"),
    ("object", "to"),
    ("appeal", "to for"),
    ("press", "for"),
)
_DENYING = "deny reject refute dispute contradict dismiss disavow"


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in _VOWELS else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in _DOUBLING else f"{verb}ed"


def _participle(verb: str) -> str:
    if verb.endswith("ee"):
        return f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in _DOUBLING else f"{verb}ing"


def _forms(verbs: str) -> Iterator[str]:
    for verb in verbs.split():
        yield from (verb, _present(verb), _past(verb))


def _all_forms(verbs: str, irregular: str = "") -> frozenset[str]:
    """Return each form of some verbs, with the participles, and further forms as they are."""
    return frozenset((*_forms(verbs), *map(_participle, verbs.split()), *irregular.split()))


SAYING = frozenset(_forms(_SAYING)) | word_set(_SAYING_IRREGULAR)
VIEWS = frozenset(_forms(_VIEWS)) | word_set(_VIEWS_IRREGULAR)
PARTICIPLES = frozenset(map(_participle, f"{_SAYING} {_VIEWS}".split())) | word_set(_PARTICIPLES_IRREGULAR)
BARE = word_set(f"{_SAYING} {_VIEWS} states")
CLAUSAL = _all_forms(_CLAUSAL, _CLAUSAL_IRREGULAR)
DENYING = _all_forms(_DENYING)
REPORTS = (SAYING | VIEWS | PARTICIPLES) - _all_forms(_UNSURE)
REPORTS_TO = frozenset(_forms(_BEFORE_TO)) | word_set(_BEFORE_TO_IRREGULAR)
REPORTS_WITH = {form: word_set(words) for verb, words in _WITH for form in _all_forms(verb)}
FINITE = word_set(
    "is was are were has had have does did do will would can could may might should must went goes came "
    "comes took takes became becomes began begins brought brings built bought caught chose drew draws drove "
    "drives fell falls flew fought forgot got gets gave gives grew grows held holds hit hits kept keeps knew "
    "led leads left leaves lost loses made makes met meets paid pays ran runs rose rises sat sits sent sends "
    "spent spends stood stands struck stuck taught threw throws won wins wore wears woke withdrew appeared "
    "appears seemed seems remained remains worked works used uses tried tries turned turns moved moves "
    "started starts stopped stops continued continues launched launches released releases issued issues "
    "attended attends visited visits joined joins faced faces won’t don’t doesn’t didn’t isn’t wasn’t aren’t "
    "weren’t hasn’t haven’t hadn’t can’t couldn’t wouldn’t shouldn’t lives lived serves served includes "
    "included contains contained helps helped needs needed raises raised carries carried receives received "
    "publishes published plays played follows followed happened happens heads headed stars starred accepted "
    "accepts agreed blared remembers remembered likes loves loved hates hated smiled laughed nodded paused "
    "sighed shrugged gestured waved grinned winked cried wept broke breaks spoke stepped walked arrived "
    "returned finished ended ends opened opens closed closes hired fired sued filed voted votes"
)
"""What is often a verb of a sentence beside those above."""
