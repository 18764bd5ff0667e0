"""The English words that tell, beside a word of verdict, in which sense it is used.

Each set is named after what its words are, or what they do in `english`, the only module that uses it.
"""

from mkdocs_dossier.text.folding import word_set

BE = word_set("be been being was were is are am get got gets getting wasn't weren't isn't aren't")
AUXILIARIES = word_set(
    "is are was were had has have did does do would could might may must should will can cannot won't "
    "isn't aren't wasn't weren't hadn't hasn't haven't didn't doesn't wouldn't couldn't"
)
BREAKS = word_set("and but or nor who whom whose which that when where while after before as because if than")
ASKING = word_set("what how why whether")
ADVERBS = word_set(
    "also then later earlier now only again once finally even today yesterday last late soon still"
)
PREPOSITIONS = word_set(
    "on in at to during after before under through with for by from of into over against among between"
)
GERUNDS_CONCEDED = word_set(
    "having being knowing lying killing making taking using losing failing misleading"
)
PRONOUNS = word_set("he she it they we i there")
NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands"
)
LET_THROUGH = word_set("light air water rain steam heat smoke exception exceptions doubt appeal")
NO_GERUNDS = word_set("during evening morning nothing something everything anything king ring spring string")
DETERMINERS = word_set(
    "a an the this that these those his her its their our my your some any no each every all"
)

PEOPLE = word_set(
    "patient patients casualty casualties wounded injured sick student students pupil pupils boys girls "
    "child children woman women man men refugee refugees migrant migrants visitor visitors guest guests "
    "observer observers inspector inspectors journalists reporters monitors member members delegates "
    "delegation people persons evacuees candidates applicants prisoners detainees victims survivors fans "
    "spectators workers trucks vehicles ships column convoy evidence testimony recording recordings "
    "exhibit exhibits document documents states countries republic newcomers residents families those "
    "anyone everyone him her them us me pedestrians passengers tourists pilgrims worshippers players "
    "foreigners outsiders civilians soldiers troops immigrants bus buses car cars lorries drivers "
    "customers bidders aid relatives lawyers newborns recruits volunteers photograph photographs vessel "
    "vessels boat boats ship plane planes aircraft appeal appeals complaint complaints petition petitions "
    "motion lawsuit lawsuits application applications request requests"
)
INSTITUTIONS = word_set(
    "hospital hospitals clinic ward wards unit care surgery infirmary emergency icu asylum hospice "
    "university college school academy faculty class course programme program union nato eu un nations "
    "league club society association bar order priesthood membership premises building country territory "
    "museum stadium theatre church shelter camp service citizenship evidence degree studies conference "
    "meeting hall court courtroom front-line record practice federation bloc alliance commonwealth "
    "community parliament chamber site scheme list register negotiations port city town area zone "
    "compound base"
)
WRONGS = word_set(
    "mistake mistakes error errors failure failures failing failings fault faults wrongdoing guilt "
    "responsibility blame role involvement complicity crime crimes murder murders killing killings attack "
    "attacks massacre rape torture theft fraud bribery corruption lies violations charges offences abuses "
    "wrongs deaths shortcomings lapses misconduct negligence breach breaches payment payments bribes "
    "flaws"
)
SAY = word_set(
    "say says said saying tell tells told claim claims claimed stated argue argues argued insist insists "
    "insisted maintain maintains maintained write writes wrote deny denies denied allege alleges alleged "
    "assert asserts asserted believe believes believed think thinks thought accuse accuses accused "
    "accusing call calls called calling according"
)
JUDGE = word_set(
    "call calls called calling dismiss dismisses dismissed dismissing describe describes described "
    "describing denounce denounces denounced term terms termed brand branded label labelled labeled deem "
    "deems deemed consider considers considered declare declares declared rule rules ruled find finds "
    "found judge judged reject rejects rejected rejecting hold held"
)
CHARGED = word_set(
    "charge charges charged accuse accuses accused accusing convict convicted acquitted guilty indicted "
    "suspected prosecuted tried trial sued sentenced jailed fined arrested"
)
NOT = word_set("not never neither nor no nobody none cannot without hardly unable if whether")
MAY = word_set("can could may might would will shall should must yet")
TRY = word_set(
    "try tries tried trying seek seeks sought seeking attempt attempts attempted attempting effort "
    "efforts fail fails failed failing want wants wanted hope hopes hoped vow vowed promise promised ask "
    "asked invited meant aim aimed chance need needs needed order declined refused offered bid struggled "
    "able"
)
SCIENCE = word_set("hypothesis hypotheses conjecture conjectures theorem theory theories model models lemma")
FINDINGS = word_set(
    "test tests testing autopsy autopsies analysis analyses results scan scans dna examination "
    "examinations samples x-ray x-rays ultrasound post-mortem biopsy swab measurements"
)
FAKE = word_set(
    "false untrue fake fakes fraud frauds hoax lie lies liar liars fabrication fabrications fabricated "
    "sham bogus"
)
TELL = word_set(
    "tell tells telling told spread spreads spreading peddle peddled peddling repeat repeated repeating"
)
LIES_BEFORE = word_set(
    "his her their its our your these those such of the many more exposed outright blatant all by with and"
)
PLACE_AFTER = word_set(
    "in on at near between beyond behind within under above beneath around along across outside inside "
    "off to with north south east west ahead down dormant ahead there here about"
)
RELIGIOUS = word_set(
    "sin sins faith creed islam christianity christ god love admiration affection priest priests "
    "confessor ignorance himself herself themselves myself"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december"
)
OPENERS = word_set(
    "after when as in on at despite although though with by following once if while since having before "
    "until from"
)
NAME_ENDINGS = ("ian", "ean", "ish", "ese", "ic", "i", "an", "ist", "al")
COURTS = word_set("court courts tribunal tribunals judge judges magistrate magistrates jury chamber")
POSSESSIVES = word_set("his her their our your my its")
