"""English."""

from mkdocs_dossier.drafting.packs import englishverbs
from mkdocs_dossier.drafting.packs.givennames import GIVEN
from mkdocs_dossier.drafting.packs.pack import Gender, Pack
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import word_set

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ARMED = "militia militias rebels insurgents militants"
_MEDIA = "newspaper magazine outlet website site times post journal herald tribune news channel broadcaster"
_TITLES_HE = "mr mister sir lord king prince chairman congressman councilman"
_TITLES_SHE = "mrs ms miss mx madam madame lady queen princess chairwoman congresswoman councilwoman"
_TITLES = (
    "dr prof professor sen senator senators rep reps representative gov governor pres president vice "
    "secretary minister premier chancellor ambassador judge justice gen general col colonel maj major capt "
    "captain lt lieutenant sgt sergeant cpl adm admiral cmdr commander chief detective officer sheriff mayor "
    "speaker attorney deputy rev reverend bishop archbishop cardinal pope rabbi imam sheikh ayatollah father "
    "sister brother coach assemblyman assemblywoman del delegate director chair prime assistant "
    "undersecretary pastor"
)

PACK = Pack(
    language="en",
    verbs=englishverbs.SAYING,
    doubtful=word_set(
        "claim claims state states note notes comment comments call calls report reports charge charges "
        "remark remarks question questions answer answers promise promises request requests demand demands "
        "estimate estimates pledge pledges tweet tweets post posts quote quotes offer offers point points "
        "complaint protest protests reason reasons signal signals brand brands label labels vow vows shot "
        "fired threat back plan plans order orders support supports fear fears hope hopes appeal appeals "
        "attack attacks rule rules view views push want need address show shows express press credit reply "
        "echo counter boast joke jokes tease read put puts chant chants rail blast shout volunteer "
        "volunteers concern concerns means thought found"
    ),
    views=englishverbs.VIEWS,
    participles=englishverbs.PARTICIPLES,
    auxiliaries=word_set(
        "has have had was were is are be been being did does do will would could can may might should must "
        "'s ’s 've ’ve 'd ’d 'll ’ll get got not"
    ),
    adverbs=word_set(
        "also later then once again still now even just previously repeatedly often never always ever "
        "recently already soon reportedly famously only further eventually initially first finally instead "
        "simply both all reports separately himself herself themselves both here too alike has thus indeed "
        "together perhaps maybe however moreover rather therefore nevertheless nonetheless otherwise yes "
        "today yesterday tonight earlier afterward afterwards meanwhile ultimately additionally"
    ),
    determiners=word_set(
        "the a an this that these those some several many most all both each every another other no any one "
        "two three four five six seven eight nine ten few more such numerous"
    ),
    definite=word_set("the this that"),
    possessives=word_set("his her its their our my your"),
    prepositions=word_set(
        "in on at by with from to into of for about against between during before after under over through "
        "without within among around as near off onto out than toward towards up upon via like until since "
        "across behind beyond despite down except inside outside per amid alongside because though although "
        "while when where if whether whose unless once given according following including"
    ),
    linking=word_set("of for from at in with to on near"),
    conjunctions=word_set("and or but nor yet so"),
    relatives=word_set("who which whom that"),
    complementizers=word_set("that how what whether why if"),
    pronouns={
        "he": Gender.HE,
        "she": Gender.SHE,
        "they": Gender.THEY,
        "it": Gender.ANY,
    },
    objects=word_set("him them me us i we you i’m i’ve we’re we’ve you’re there what it’s it's"),
    posts=word_set(
        "spokesman spokeswoman spokesperson spox adviser advisor aide analyst strategist consultant pollster "
        "manager director chairman chairwoman chair president secretary minister senator congressman "
        "congresswoman governor mayor candidate nominee lawyer attorney professor historian economist expert "
        "author writer columnist editor reporter journalist correspondent commentator host anchor "
        "billionaire businessman businesswoman mogul executive ceo founder owner leader activist organizer "
        "fundraiser donor supporter critic opponent rival ally friend wife husband son daughter father "
        "mother brother sister voter resident witness neighbor official officer lawmaker legislator "
        "representative delegate ambassador diplomat envoy general commander colonel captain lieutenant "
        "sergeant sheriff judge prosecutor detective investigator scientist researcher scholar student "
        "teacher doctor physician nurse pastor priest bishop pope imam rabbi veteran operative surrogate "
        "moderator colleague narrator voice source person man woman actor actress singer comedian physician "
        "psychologist sociologist republican democrat frontrunner front-runner contender incumbent "
        "coordinator speaker premier chancellor king queen prince candidate member staffer whistleblower "
        "fellow counsel head chief co-founder vice-president interviewer narrator insider player coach "
        "fighter soldier worker driver farmer victim survivor relative guest guy boy girl kid mom dad "
        "attendee"
    ),
    bodies=word_set(
        "campaign party committee commission council government administration ministry department agency "
        "office bureau court police army military force forces company corporation firm bank university "
        "institute group organization organisation association union foundation coalition network newspaper "
        "paper magazine website site outlet publication board team congress senate house parliament white "
        "embassy state pentagon kremlin center centre school college church hospital fund society league "
        "federation press times post journal herald tribune news network panel tribunal jury movement "
        "alliance body bloc militia staff leadership camp resistance guard guards corps front groups militia "
        "militias troops soldiers regime authority commission"
    ),
    people=word_set(
        "spokesmen spokespeople advisers advisors aides analysts strategists consultants pollsters managers "
        "officials officers lawmakers legislators representatives delegates diplomats experts critics "
        "opponents rivals allies friends voters residents witnesses neighbors supporters republicans "
        "democrats conservatives liberals people americans reporters journalists authors sources authorities "
        "investigators prosecutors lawyers attorneys scientists researchers scholars economists historians "
        "activists protesters protestors demonstrators organizers leaders executives members students "
        "teachers doctors men women veterans operatives insiders donors senators congressmen governors "
        "candidates others many some respondents viewers editors pundits observers commentators advocates "
        "groups campaigns parties families parents workers soldiers fighters those fans police neither both "
        "half most percent majority media family couple crowd audience crowds women strategists polls "
        "detractors one another two three four five six seven eight nine several dozens hundreds thousands "
        "hosts moderators contenders staffers skeptics speakers surrogates followers users participants"
    ),
    things=word_set(
        "report statement poll survey study article letter memo document documents email emails tweet post "
        "editorial ad story book complaint lawsuit filing indictment ruling transcript video analysis "
        "release records data figures numbers results ads reports polls studies surveys findings platform "
        "plan headline headlines message messages sign signs caption website page account profile speech "
        "slogan op-ed bill law proposal resolution piece column note"
    ),
    titles={
        **dict.fromkeys(_TITLES_HE.split(), Gender.HE),
        **dict.fromkeys(_TITLES_SHE.split(), Gender.SHE),
        **dict.fromkeys(_TITLES.split(), Gender.ANY),
    },
    particles=word_set("de la le du van von der den bin ibn al el da dos del di abu ben af zu"),
    according=(("according", "to"), ("in", "the", "words", "of"), ("as", "reported", "by")),
    abbreviations=word_set(
        "mr mrs ms dr prof sen sens rep reps gov govs gen col maj capt lt sgt cpl adm cmdr rev hon st jr sr "
        "vs etc inc corp co ltd no nos jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n d.c e.g "
        "i.e a.m p.m ph.d messrs ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn "
        "miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash wis wyo "
        "w.va atty asst"
    ),
    weekdays={day: at for at, day in enumerate(_DAYS.split())},
    months={
        name: at
        for names in (
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sept oct nov dec",
        )
        for at, name in enumerate(names.split(), start=1)
    },
    relative_days={"today": 0, "yesterday": -1, "tonight": 0},
    given=GIVEN,
    tying=word_set("of for in on at"),
    speaking=word_set("spokesman spokeswoman spokesperson spox spokespeople"),
    kinds={
        **dict.fromkeys(("government", "administration"), ActorKind.GOVERNMENT),
        **dict.fromkeys(_ARMED.split(), ActorKind.ARMED_GROUP),
        **dict.fromkeys(
            _MEDIA.split(),
            ActorKind.MEDIA,
        ),
    },
    places=word_set("in near across inside outside throughout"),
    countries={
        "us": "US",
        "u.s.": "US",
        "usa": "US",
        "america": "US",
        "uk": "GB",
        "u.k.": "GB",
        "britain": "GB",
        "uae": "AE",
        "north korea": "KP",
        "south korea": "KR",
    },
    capitals=word_set(
        "washington london paris berlin moscow beijing tokyo delhi islamabad kabul tehran baghdad damascus "
        "ankara riyadh doha cairo jerusalem amman beirut sanaa tripoli tunis algiers rabat khartoum addis "
        "nairobi pretoria abuja kyiv kiev minsk warsaw prague budapest bucharest belgrade athens rome madrid "
        "lisbon brussels vienna bern stockholm oslo helsinki copenhagen dublin ottawa canberra wellington "
        "brasilia caracas bogota lima santiago havana seoul pyongyang taipei hanoi bangkok manila jakarta "
        "erbil ramallah tbilisi yerevan baku astana"
    ),
    events={
        "airstrike": "airstrike",
        "airstrikes": "airstrike",
        "strike": "strike",
        "strikes": "strike",
        "attack": "attack",
        "attacks": "attack",
        "bombing": "bombing",
        "bombings": "bombing",
        "shooting": "shooting",
        "explosion": "explosion",
        "explosions": "explosion",
        "raid": "raid",
        "briefing": "press-briefing",
        "conference": "conference",
        "summit": "summit",
        "meeting": "meeting",
        "talks": "talks",
        "rally": "rally",
        "debate": "debate",
        "hearing": "hearing",
        "vote": "vote",
        "election": "election",
        "elections": "election",
        "speech": "speech",
        "interview": "interview",
        "protest": "protest",
        "protests": "protest",
        "demonstration": "protest",
        "arrest": "arrest",
        "earthquake": "earthquake",
        "flood": "flood",
        "crash": "crash",
        "fire": "fire",
        "storm": "storm",
        "ceremony": "ceremony",
        "trial": "trial",
        "verdict": "verdict",
        "ceasefire": "ceasefire",
    },
    future=word_set(
        "will ’ll shall to next upcoming coming scheduled expected due plans plan planned planning hopes "
        "intends tomorrow would could may might must should"
    ),
    denials=englishverbs.DENYING,
    capital_days=True,
    no_names=word_set(
        "i i’m i’ve i’ll i’d i'm i've monday tuesday wednesday thursday friday saturday sunday january "
        "february march april june july august september october november december"
    ),
    late_abbreviations=word_set("jr sr inc corp co ltd etc u.s u.k u.n d.c a.m p.m"),
    finite=englishverbs.FINITE,
    clausal=englishverbs.CLAUSAL,
    subordinators=word_set(
        "when while as because although though if after before since where unless until once whether whose"
    ),
    contrasts=word_set("but while though although yet and whereas"),
    copulas=word_set("was were is are be been being am got gets"),
    agents=word_set("by"),
    selves=word_set("i we"),
    said_nouns=word_set(
        "assertion claim comment comments remark remarks statement suggestion call calls demand promise "
        "pledge warning argument admission question response answer reply reference mention insistence "
        "contention accusation allegation declaration description criticism complaint"
    ),
    endings=("ed",),
    adverb_endings=("ly",),
    passive_endings=("ed", "n", "t", "d"),
    infinitive=word_set("to"),
    works=word_set(
        "film movie documentary book novel play musical song album single show series sitcom podcast "
        "magazine journal newspaper newsletter column program programme episode video clip poem painting "
        "exhibition"
    ),
    no_adverbs=word_set(
        "rally family ally assembly reply supply monopoly anomaly bully fly jelly belly elderly weekly "
        "monthly daily homily"
    ),
    telling=word_set("tell tells told assured informed reminded warned asked"),
    genitives=word_set("of"),
    impersonal=word_set("it this that these those there part some much"),
    bare=englishverbs.BARE,
    modals=word_set(
        "would could should can may might must not never don’t doesn’t didn’t won’t wouldn’t couldn’t to"
    ),
    reports=englishverbs.REPORTS,
    reports_to=englishverbs.REPORTS_TO,
    reports_with=englishverbs.REPORTS_WITH,
    participle_endings=("ing",),
    absolutes=word_set("with"),
    small_in_titles=word_set("a an the of and in on to for with by at or from is"),
    inverting=word_set(
        "said says added adds wrote writes asked asks noted notes reported reports explained explains argued "
        "argues tweeted tweets declared warned warns according concluded concludes"
    ),
    manner=word_set("as"),
    needs={
        "put": word_set("it"),
        "puts": word_set("it"),
        "made": word_set("clear"),
        "makes": word_set("clear"),
        "went": word_set("on"),
        "shot": word_set("back"),
        "fired": word_set("back"),
        "shoots": word_set("back"),
        "took": word_set("issue aim"),
        "takes": word_set("issue aim"),
    },
)
