"""What readers type into the search of two sites, and where they want to get.

Written before the search was tuned, as people type who do not know how something is spelt here. Any
of the addresses is right; a `#` at the end of one stands for any place on the page.
"""

from typing import NamedTuple


class Query(NamedTuple):
    """What is typed, and the addresses that answer it."""

    typed: str
    answers: tuple[str, ...]


def asked(typed: str, *answers: str) -> Query:
    return Query(typed, answers)


NOTICE = "claims/iraq-informed-before/"
STRIKES = "events/us-strikes-of-2-february/"
ARTICLE = "sources/rudaw-2024-02-05/"

SEEDS = [
    # Names and aliases as they stand here.
    asked("John Kirby", "actors/john-kirby/"),
    asked("Patel", "actors/vedant-patel/"),
    asked("PMF", "actors/popular-mobilization-forces/"),
    asked("Pentagon", "actors/us-department-of-defense/"),
    asked("US State Department", "actors/us-state-department/"),
    asked("quds force", "actors/irgc-quds-force/"),
    asked("washington", "actors/us-government/"),
    # Names in other scripts.
    asked("باسم العوادي", "actors/basim-al-awadi/"),
    asked("الحشد الشعبي", "actors/popular-mobilization-forces/"),
    asked("بەغدا", "places/baghdad/"),
    asked("ישראל", "actors/israel/"),
    asked("سپاه پاسداران", "actors/islamic-revolutionary-guard-corps/"),
    # Names misspelt.
    asked("Kerby", "actors/john-kirby/"),
    asked("Bagdad", "places/baghdad/"),
    asked("Alawadi", "actors/basim-al-awadi/"),
    asked("Vedant Pattel", "actors/vedant-patel/"),
    asked("Basem Awady", "actors/basim-al-awadi/"),
    asked("Irbil", "places/erbil/"),
    # Phrases of quotations, and words from the middle of one.
    asked("there was not a pre-notification", "statements/patel-no-pre-notification/"),
    asked("We informed the Iraqis immediately after", "statements/patel-informed-immediately-after/"),
    asked("deliberately deceived and falsified the facts", "statements/awadi-prior-coordination/"),
    asked("misleading international public opinion", "statements/awadi-legal-responsibility/"),
    asked("“Iraq, like every country in the region”", "statements/patel-response-understood/"),
    asked("rocket missile drone storage", "statements/patel-targets/"),
    asked("rogue militia proximity", "statements/patel-militia-proximity/"),
    # Singular and plural.
    asked("casualty report", "statements/casualty-reports/", "actors/unnamed-sources-of-casualty-reports/"),
    asked("drone attacks jordan", "events/jordan-drone-attack/", "events/attacks-on-american-troops/"),
    asked("summon chargé d'affaires", "events/us-charge-d-affaires-summoned/"),
    # Days.
    asked("3 February 2024", "timeline/#day-2024-02-03"),
    asked("2024-02-05", "timeline/#day-2024-02-05"),
    asked("Feb 2", "timeline/#day-2024-02-02", STRIKES),
    # Words of a question.
    asked("was iraq told before the strikes", NOTICE),
    asked("were civilians killed", "claims/civilians-among-casualties/"),
    asked("did the strikes hit civilian sites", "claims/targets-were-civilian-sites/"),
    asked("kirby informed prior", "statements/kirby-informed-prior/"),
    # Places.
    asked("Anbar", "places/anbar/"),
    asked("base in Jordan", "places/military-base-in-jordan/", "events/jordan-drone-attack/"),
    # Sources by publisher and headline.
    asked("Rudaw article", ARTICLE),
    asked("US did not inform Iraq ahead of Friday strikes", ARTICLE),
    # Words of the guide.
    asked("single origin", "guide/reading/#", "guide/method/#"),
    asked("sha256", "guide/rules/#", "guide/format/#", "guide/start/#", "guide/method/#", "guide/commands/#"),
]

ARABIC = [
    # Names, also in other scripts.
    asked("ليلى الراوي", "actors/layla-al-rawi/"),
    asked("Shallal Dam", "places/shallal-dam/"),
    asked("רות לוין", "actors/ruth-levin/"),
    asked("داریوش کاویانی", "actors/dariush-kaviani/"),
    asked("river watch", "actors/river-watch/"),
    # With and without hamza, article, proclitics, vowel signs; written with a neighbour's letters.
    asked("ارفان", "actors/arfan/"),
    asked("الشلال", "places/shallal-dam/", "places/shallal-basin/"),
    asked("للنخيل", "places/nakhil/"),
    asked("والراوي", "actors/layla-al-rawi/"),
    asked("وزاره الطاقه", "actors/arfan-energy-ministry/"),
    asked("حكومة سهلان", "actors/sahlan-government/"),
    asked("ليلي الراوى", "actors/layla-al-rawi/"),
    # Misspelt.
    asked("الجبري", "actors/hasan-al-jabiri/"),
    asked("Layla Rawy", "actors/layla-al-rawi/"),
    # Phrases, and words from the middle.
    asked("لا كتابيا ولا شفهيا", "statements/rawi-denies/"),
    asked("لم تحدد الساعة", "statements/jabiri-telegram/"),
    asked("פתיחת שערי הסכר", "statements/levin-satellite/", "sources/levin-2023-03-17/"),
    asked("one fax dated 13 March", "statements/whitfield-fax/"),
    # Days and digits.
    asked("١٦ مارس ٢٠٢٣", "timeline/#day-2023-03-16"),
    asked("14 مارس", "timeline/#day-2023-03-14", "events/gates-opened/", "claims/gates-opened-on-14-march/"),
    # Words of a question, and a headline.
    asked("هل أبلغت سهلان قبل فتح البوابات", "claims/sahlan-informed-before/"),
    asked("سهلان تنفي تلقي إشعار", "sources/rafid-2023-03-16/"),
    asked("إنذار السكان", "claims/villages-warned/"),
]
