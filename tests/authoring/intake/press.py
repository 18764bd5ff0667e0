# ruff: noqa: E501 - pages are written as they are served
"""Invented pages, as the systems of newspapers write them, each with what is right to say of it.

Nobody in them exists, nor does any of the papers.
"""

import json
from dataclasses import dataclass

EN = (
    "The council of Lennburg closed the Old Bridge on Monday after an inspection that had been put off twice.",
    "“We informed every shop on the quay,” said Mara Voss, a spokesperson of the council, on Tuesday morning.",
    "Jon Teller, who chairs the merchants’ association, said that nobody had told him anything before the closing.",
    "The repairs are to take until the summer, and the ferry is to run every twenty minutes until they are done.",
)
DE = (
    "Die Stadt Lennburg hat die Alte Brücke am Montag nach einer zweimal verschobenen Prüfung gesperrt.",
    "„Wir haben jedes Geschäft am Kai informiert“, sagte Mara Voß, Sprecherin der Stadt, am Dienstagmorgen.",
    "Jon Teller, Vorsitzender der Händler, sagte, ihm habe vor der Sperrung niemand etwas mitgeteilt.",
    "Die Reparatur soll bis zum Sommer dauern, so lange fährt die Fähre alle zwanzig Minuten über den Fluss.",
)
FR = (
    "La ville de Lennbourg a fermé le Vieux-Pont lundi après une inspection qui avait été reportée deux fois.",
    "« Nous avons informé chaque commerce du quai », a déclaré Mara Voss, porte-parole de la ville, mardi matin.",
    "Jon Teller, président des commerçants, affirme que personne ne lui avait rien dit avant la fermeture.",
    "Les réparations doivent durer jusqu’à l’été ; d’ici là, un bac traversera toutes les vingt minutes.",
)
AR = (
    "أغلقت بلدية لينبورغ الجسر القديم يوم الاثنين بعد عملية تفتيش كانت قد أُجلت مرتين خلال العام الماضي.",
    "وقالت مارا فوس، المتحدثة باسم البلدية، صباح الثلاثاء: «أبلغنا كل متجر على الرصيف قبل إغلاق الجسر».",
    "وقال جون تيلر، رئيس جمعية التجار، إن أحدا لم يخبره بأي شيء قبل إغلاق الجسر أمام حركة المرور.",
    "ومن المقرر أن تستمر أعمال الإصلاح حتى الصيف، وستعمل العبارة كل عشرين دقيقة حتى انتهاء الأعمال.",
)


@dataclass(frozen=True)
class Press:
    """A page, and what is right: `starts` are the first paragraphs, `lacks` what is no part of the article.

    `refused` is a part of the sentence that says why there is no article, `noted` one of a note.
    """

    html: str
    title: str = ""
    published: str = ""
    updated: str = ""
    starts: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    language: str = ""
    site: str = ""
    refused: str = ""
    noted: str = ""


def paragraphs(texts: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>\n" for text in texts)


def ld(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in things)


def page(head: str, body: str, lang: str = "en", attributes: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="{lang}"{attributes}><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    )


def news(**more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **more}


MENU = (
    '<header><a href="/">Home</a><nav><ul><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a>'
    "</li></ul></nav></header>"
)
FOOT = "<footer><p>© 1998–2024 The Paper. All rights reserved.</p></footer>"
TEASER = (
    '<div class="related"><h3>Read more</h3><ul><li><a href="/a"><h4>Ferry timetable published for spring</h4></a>'
    '<time datetime="2019-01-02">2 January 2019</time></li><li><a href="/b"><h4>Mayor to visit the quay soon</h4>'
    '</a><time itemprop="datePublished" datetime="2018-05-06">6 May 2018</time></li></ul></div>'
)
READERS = (
    '<section id="comments"><h2>Comments</h2><div class="comment"><p>I have lived on the quay for forty years and '
    'nobody ever told me a thing about any closing, not once.</p><time datetime="2024-04-01">1 April</time></div>'
    '<div class="comment"><p>The ferry is far too small for all of us, as everybody here has known for years.</p>'
    "</div></section>"
)
COOKIES = (
    '<div id="onetrust-banner-sdk"><h2>We value your privacy</h2><p>We and our 812 partners store cookies on your '
    "device to show personalised ads and to measure what you read on this site.</p><button>Accept all</button></div>"
)
OG = (
    '<meta property="og:type" content="article"><meta property="og:site_name" content="Lennburg Gazette">'
    '<meta property="og:title" content="Old Bridge closed after inspection">'
    '<link rel="canonical" href="https://gazette.example/old-bridge">'
    "<title>Old Bridge closed after inspection | Lennburg Gazette</title>"
)
HEADLINE = "Old Bridge closed after inspection"
BODY = f"<h1>{HEADLINE}</h1>{paragraphs(EN)}"
SECTION = "".join(
    f'<article class="card"><h3><a href="/{n}">{title}</a></h3><p>{text}</p></article>'
    for n, (title, text) in enumerate(
        (
            ("Old Bridge closed after inspection", EN[0]),
            ("Ferry to run every twenty minutes", EN[3]),
            ("Merchants were not told, says chair", EN[2]),
            ("Council says it informed every shop", EN[1]),
            (
                "Rain expected along the river this week",
                "A low from the west brings rain to Lennburg until Friday.",
            ),
            (
                "Library opens again on Saturday morning",
                "After two years the library on Hill Street opens again.",
            ),
        )
    )
)

PAGES: dict[str, Press] = {
    "wordpress with a graph": Press(
        page(
            OG
            + '<meta property="article:published_time" content="2024-03-12T08:15:00+00:00">'
            + '<meta property="article:modified_time" content="2024-03-14T09:00:00+00:00">'
            + ld(
                {
                    "@context": "https://schema.org",
                    "@graph": [
                        {"@type": "WebSite", "@id": "/#site", "name": "Lennburg Gazette"},
                        {"@type": "Person", "@id": "/#ada", "name": "Ada Quill"},
                        {
                            "@type": ["Article", "NewsArticle"],
                            "headline": HEADLINE,
                            "datePublished": "2024-03-12T08:15:00+00:00",
                            "dateModified": "2024-03-14T09:00:00+00:00",
                            "author": {"@id": "/#ada"},
                            "wordCount": 74,
                        },
                    ],
                }
            ),
            f'{MENU}<main><article class="post"><header><h1 class="entry-title">{HEADLINE}</h1></header>'
            f'<div class="entry-content">{paragraphs(EN)}</div></article>{READERS}</main>{TEASER}{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "2024-03-14",
        (HEADLINE, EN[0]),
        EN,
        ("forty years", "Ferry timetable", "All rights"),
        "en",
        "Lennburg Gazette",
    ),
    "an array of things, of which the last is the article": Press(
        page(
            OG
            + ld(
                [
                    {"@type": "BreadcrumbList", "itemListElement": []},
                    {"@type": "Organization", "name": "Lennburg Gazette"},
                    news(
                        headline=HEADLINE,
                        datePublished="2024-03-12T23:30:00Z",
                        author=[{"name": "Ada"}, {"name": "Bo"}],
                    ),
                ]
            ),
            f'{MENU}<div class="c-story"><div class="hd"><h1>{HEADLINE}</h1></div>{paragraphs(EN)}</div>{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        EN,
    ),
    "the logo is the first heading": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="2024-03-12")),
            f'<header><h1 class="logo"><a href="/">Lennburg Gazette</a></h1></header><main><article>'
            f'<h2 class="title">{HEADLINE}</h2>{paragraphs(EN)}</article></main>{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        EN,
    ),
    "german, with a kicker, a standfirst and microdata": Press(
        page(
            "<title>Alte Brücke gesperrt: Händler klagen - Lennburger Bote</title>"
            '<meta property="og:site_name" content="Lennburger Bote">',
            f'{MENU}<article itemscope itemtype="https://schema.org/NewsArticle"><header>'
            '<span class="kicker">Lennburg</span><h1 itemprop="headline">Alte Brücke gesperrt: Händler klagen</h1>'
            '<p class="article__standfirst">Die Stadt sagt, sie habe alle informiert. Am Kai sieht man das anders.</p>'
            '<time itemprop="datePublished" datetime="2024-03-12T06:00:00+01:00">12.03.2024, 6 Uhr</time></header>'
            f'<div itemprop="articleBody">{paragraphs(DE)}</div></article>{TEASER}{FOOT}',
            "de",
        ),
        "Alte Brücke gesperrt: Händler klagen",
        "2024-03-12",
        "",
        (
            "Alte Brücke gesperrt: Händler klagen",
            "Die Stadt sagt, sie habe alle informiert. Am Kai sieht man das anders.",
            DE[0],
        ),
        DE,
        ("Ferry timetable",),
        "de",
        "Lennburger Bote",
    ),
    "french, with a chapo": Press(
        page(
            '<title>Le Vieux-Pont fermé – Le Courrier</title><meta property="og:title" content="Le Vieux-Pont fermé">'
            '<meta property="og:site_name" content="Le Courrier">'
            + ld(news(headline="Le Vieux-Pont fermé", datePublished="2024-03-12T18:02:11+0100")),
            f'{MENU}<main><h1>Le Vieux-Pont fermé</h1><p class="chapo">La ville dit avoir prévenu tout le monde, les '
            f'commerçants affirment le contraire.</p><div class="texte">{paragraphs(FR)}</div></main>{FOOT}',
            "fr-FR",
        ),
        "Le Vieux-Pont fermé",
        "2024-03-12",
        "",
        (
            "Le Vieux-Pont fermé",
            "La ville dit avoir prévenu tout le monde, les commerçants affirment le contraire.",
        ),
        FR,
        (),
        "fr-FR",
        "Le Courrier",
    ),
    "arabic, from right to left": Press(
        page(
            "<title>إغلاق الجسر القديم في لينبورغ | جريدة النهر</title>"
            '<meta property="og:site_name" content="جريدة النهر">'
            '<meta property="article:published_time" content="2024-03-12T10:00:00+03:00">',
            f'<div class="menu"><a href="/">الرئيسية</a></div><div class="news-details"><h1>إغلاق الجسر القديم في '
            f'لينبورغ</h1><div class="body">{paragraphs(AR)}</div></div>',
            "ar",
            ' dir="rtl"',
        ),
        "إغلاق الجسر القديم في لينبورغ",
        "2024-03-12",
        "",
        ("إغلاق الجسر القديم في لينبورغ", AR[0]),
        AR,
        (),
        "ar",
        "جريدة النهر",
    ),
    "an AMP page": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="2024-03-12T08:15:00Z")),
            f'<amp-sidebar id="s"><ul><li>Home</li></ul></amp-sidebar><amp-consent id="c"><div>We use cookies. '
            f"<button>Accept</button></div></amp-consent><article><h1>{HEADLINE}</h1>"
            f'<amp-img src="a.jpg"></amp-img>{paragraphs(EN)}</article>',
            "en",
            " amp",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        EN,
        ("We use cookies",),
    ),
    "a date in a caption, one in the sidebar, and none in the metadata": Press(
        page(
            OG,
            f'{MENU}<article><h1>{HEADLINE}</h1><figure><img src="a.jpg"><figcaption>The bridge on <time '
            f'datetime="2011-07-08">8 July 2011</time></figcaption></figure>{paragraphs(EN)}<p>It was built in 1911, '
            f'and was last closed on 3 May 1999 for two days in all.</p></article><aside><time datetime="2020-01-01" '
            f"pubdate>1 January 2020</time></aside>{TEASER}{FOOT}",
        ),
        HEADLINE,
        "",
        "",
        (HEADLINE,),
        EN,
    ),
    "only the day of a change": Press(
        page(
            OG + '<meta property="article:modified_time" content="2024-03-14T09:00:00Z">',
            f"{MENU}<article>{BODY}<p>Updated 14 March 2024</p></article>{FOOT}",
        ),
        HEADLINE,
        "",
        "2024-03-14",
        (HEADLINE, EN[0]),
    ),
    "metadata that contradict one another": Press(
        page(
            OG
            + '<meta property="article:published_time" content="2024-03-12T08:15:00Z">'
            + ld(news(headline=HEADLINE, datePublished="2022-01-09T08:00:00Z")),
            f"{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "",
        "",
        (HEADLINE, EN[0]),
        noted="2022-01-09 (JSON-LD) and 2024-03-12 (article:published_time)",
    ),
    "one moment, said in two zones": Press(
        page(
            OG
            + '<meta property="article:published_time" content="2024-03-11T22:30:00Z">'
            + ld(news(headline=HEADLINE, datePublished="2024-03-12T01:30:00+03:00")),
            f"{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "a year of another calendar": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="1402-12-22")),
            f"{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "",
        "",
        (HEADLINE, EN[0]),
    ),
    "several articles in its metadata, one of them this": Press(
        page(
            OG
            + ld(
                news(
                    headline="Ferry timetable published",
                    url="https://gazette.example/ferry",
                    datePublished="2019-01-02",
                ),
                news(headline=HEADLINE, url="https://gazette.example/old-bridge", datePublished="2024-03-12"),
                news(
                    headline="Mayor to visit the quay",
                    url="https://gazette.example/mayor",
                    datePublished="2018-05-06",
                ),
            ),
            f"{MENU}<article>{BODY}</article>{TEASER}{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "only a teaser has metadata": Press(
        page(
            OG
            + ld(
                news(
                    headline="Ferry timetable published",
                    url="https://gazette.example/ferry",
                    datePublished="2019-01-02",
                )
            ),
            f"{MENU}<article>{BODY}</article>{TEASER}{FOOT}",
        ),
        HEADLINE,
        "",
        "",
        (HEADLINE, EN[0]),
    ),
    "a headline for search engines": Press(
        page(
            '<title>Lennburg bridge closure: all you need to know</title><meta property="og:site_name" content="Gazette">'
            '<meta property="og:title" content="Lennburg bridge closure: all you need to know">'
            '<meta name="parsely-pub-date" content="2024-03-12T08:15:00Z">',
            f"{MENU}<main><article><h1>“Nobody told us anything”</h1>{paragraphs(EN)}</article></main>{FOOT}",
        ),
        "“Nobody told us anything”",
        "2024-03-12",
        "",
        ("“Nobody told us anything”", EN[0]),
    ),
    "a headline with markup and entities": Press(
        page(
            "<title>Voss &amp; Teller: &quot;no&quot; to talks | Gazette</title>"
            '<meta property="og:site_name" content="Gazette"><meta name="pubdate" content="20240312">',
            f"{MENU}<article><h1>Voss <em>&amp;</em> Teller:\n   “no” to&nbsp;talks</h1>{paragraphs(EN)}</article>{FOOT}",
        ),
        "Voss & Teller: “no” to talks",
        "2024-03-12",
        "",
        ("Voss & Teller: “no” to talks", EN[0]),
    ),
    "old markup, with tables and no metadata": Press(
        "<html><head><title>Old Bridge closed</title></head><body><table><tr><td><a href=/>Home</a></td><td>"
        f"<h1>Old Bridge closed</h1>{paragraphs(EN)}</td></tr></table></body></html>",
        "Old Bridge closed",
        "",
        "",
        ("Old Bridge closed",),
        EN,
        ("|",),
    ),
    "paragraphs that are divs": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="2024-03-12T08:15:00Z")),
            f'{MENU}<div id="article"><h1>{HEADLINE}</h1><div class="article-body">{paragraphs(EN, "div")}</div></div>{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        EN,
    ),
    "a cookie banner before an article": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="2024-03-12T08:15:00Z")),
            f"{COOKIES}{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        EN,
        ("812 partners", "Accept all"),
    ),
    "an article that is about cookies": Press(
        page(
            OG.replace(HEADLINE, "Council drops cookies from its site")
            + ld(news(headline="Council drops cookies from its site", datePublished="2024-03-12")),
            f"{COOKIES}{MENU}<article><h1>Council drops cookies from its site</h1>"
            + paragraphs(
                (
                    "The council of Lennburg no longer sets any cookie on its site, it said on Monday in a short note.",
                    "“Nobody likes to be asked for consent,” said Mara Voss, who speaks for the council, on Tuesday.",
                    "The site had asked visitors to accept 214 cookies of its partners since the spring of last year.",
                )
            )
            + f"</article>{FOOT}",
        ),
        "Council drops cookies from its site",
        "2024-03-12",
        "",
        ("Council drops cookies from its site", "The council of Lennburg no longer sets any cookie"),
    ),
    "an article on missing pages": Press(
        page(
            OG.replace(HEADLINE, "404 pages not found in city archive")
            + ld(news(headline="404 pages not found in city archive", datePublished="2024-03-12")),
            f"{MENU}<article><h1>404 pages not found in city archive</h1>{paragraphs(EN)}</article>{FOOT}",
        ),
        "404 pages not found in city archive",
        "2024-03-12",
        "",
        ("404 pages not found in city archive", EN[0]),
    ),
    "paid for, and cut short": Press(
        page(
            OG
            + ld(
                news(headline=HEADLINE, datePublished="2024-03-12", isAccessibleForFree=False, wordCount=900)
            ),
            f'{MENU}<article><h1>{HEADLINE}</h1>{paragraphs(EN[:3])}<div class="paywall"><p>Subscribe to read on.'
            f"</p></div></article>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
        noted="cut short",
    ),
    "a page with a live blog": Press(
        page(
            OG
            + ld(
                {
                    "@type": "LiveBlogPosting",
                    "headline": HEADLINE,
                    "datePublished": "2024-03-12T06:00:00Z",
                    "liveBlogUpdate": [
                        {"@type": "BlogPosting", "headline": "Ferry", "datePublished": "2024-03-13"}
                    ],
                }
            ),
            f"{MENU}<main><h1>{HEADLINE}</h1>{paragraphs(EN)}</main>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "JSON-LD that is broken, and metadata of Dublin Core": Press(
        page(
            OG
            + '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2001-01-01",}</script>'
            + '<meta name="DC.date.issued" content="2024-03-12">',
            f"{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "a headline that is no heading by its markup": Press(
        page(
            OG + '<meta property="article:published_time" content="2024-03-12">',
            f'{MENU}<div class="news"><div class="title"><span>{HEADLINE}</span></div>{paragraphs(EN)}</div>{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "a headline with a button in it": Press(
        page(
            OG + ld({"@type": "WebPage", "datePublished": "2024-03-12T08:00:00+01:00"}),
            f"{MENU}<main><h1>{HEADLINE} <button>Share</button><style>h1 {{}}</style></h1>{paragraphs(EN)}</main>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "microdata of this article and of others": Press(
        page(
            OG,
            f'{MENU}<article itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" '
            f'content="2024-03-12T08:00:00Z"><meta itemprop="dateModified" content="2024-03-13T08:00:00Z">{BODY}</article>'
            '<div class="grid"><article itemscope itemtype="http://schema.org/NewsArticle"><h3>Ferry timetable</h3>'
            f'<meta itemprop="datePublished" content="2019-01-02"></article></div>{FOOT}',
        ),
        HEADLINE,
        "2024-03-12",
        "2024-03-13",
        (HEADLINE, EN[0]),
    ),
    "a template of another language": Press(
        page(
            "<title>إغلاق الجسر القديم في لينبورغ</title>",
            f"<div><h1>إغلاق الجسر القديم في لينبورغ</h1>{paragraphs(AR)}</div>",
            "en-US",
        ),
        "إغلاق الجسر القديم في لينبورغ",
        "",
        "",
        ("إغلاق الجسر القديم في لينبورغ", AR[0]),
        noted="another script",
    ),
    "a short note, with a banner": Press(
        page(
            "<title>Gazette</title><meta property='og:site_name' content='Gazette'>",
            f"{COOKIES}<main><h1>Bridge open again</h1><p>The Old Bridge is open again, the council said on Friday.</p></main>",
        ),
        "Bridge open again",
        "",
        "",
        ("Bridge open again", "The Old Bridge is open again, the council said on Friday."),
    ),
    "a title that is the name of the site": Press(
        page(
            "<title>Lennburg Gazette</title><meta property='og:title' content='Lennburg Gazette'>"
            "<meta property='og:site_name' content='Lennburg Gazette'>",
            f"<h1><img src='logo.png' alt='Lennburg Gazette'></h1><div>{paragraphs(EN)}</div>",
        ),
        "",
        "",
        "",
        (EN[0],),
    ),
    "a category that says it is an article": Press(
        page(
            '<title>Lennburg Archives | Lennburg Gazette</title><meta property="og:type" content="article">'
            + ld(
                {
                    "@context": "https://schema.org",
                    "@graph": [{"@type": "CollectionPage", "name": "Lennburg Archives"}],
                }
            ),
            f"{MENU}<main><h1>Category: Lennburg</h1>{SECTION}</main>{FOOT}",
        ),
        refused="a list of articles",
    ),
    "the name of the site as a heading, and a headline that no metadata have": Press(
        page(
            OG.replace(HEADLINE, "Lennburg closure: all you need to know"),
            f'<h1 class="logo">Lennburg Gazette</h1><div class="story"><h1>“Nobody told us”</h1>{paragraphs(EN)}</div>{FOOT}',
        ),
        "“Nobody told us”",
        "",
        "",
        ("“Nobody told us”", EN[0]),
    ),
    "a change before the publication": Press(
        page(
            OG + ld(news(headline=HEADLINE, datePublished="2024-03-12", dateModified="2024-03-11T10:00:00Z")),
            f"{MENU}<article>{BODY}</article>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE, EN[0]),
    ),
    "an article that is not in its page": Press(
        page(
            OG
            + ld(
                news(headline="Bridge", url="https://gazette.example/old-bridge", datePublished="2024-03-12")
            ),
            f'{MENU}<main><h1>Bridge</h1><div id="app"></div><div>{SECTION}</div></main>{FOOT}',
        ),
        refused="a list of articles",
    ),
    "a round-up, whose sections are links": Press(
        page(
            OG
            + ld(
                news(headline=HEADLINE, datePublished="2024-03-12"),
                {"@type": "ItemList", "itemListElement": []},
            ),
            f"{MENU}<main><h1>{HEADLINE}</h1><p>{FR[0]}</p>{SECTION}</main>{FOOT}",
        ),
        HEADLINE,
        "2024-03-12",
        "",
        (HEADLINE,),
        EN,
    ),
    "a headline in two parts, over two lines": Press(
        page(
            OG + ld(news(headline="Lennburg: Old Bridge closed", datePublished="2024-03-12")),
            f'{MENU}<article><h1><span class="kicker">Lennburg:</span><span class="title">Old<br>Bridge closed</span></h1>'
            f"{paragraphs(EN)}</article>{FOOT}",
        ),
        "Lennburg: Old Bridge closed",
        "2024-03-12",
        "",
        ("Lennburg: Old Bridge closed", EN[0]),
    ),
    "a short note with a number in its headline, and a word on scripts": Press(
        page(
            "<title>404 people march against closing</title>",
            "<noscript>Please enable JavaScript to use all parts of this site.</noscript>"
            f"<main><h1>404 people march against closing</h1>{paragraphs(EN[:2])}</main>",
        ),
        "404 people march against closing",
        "",
        "",
        ("404 people march against closing", EN[0]),
        lacks=("JavaScript",),
    ),
    "a consent wall": Press(
        page(
            "<title>Before you continue - Lennburg Gazette</title>",
            "<main><h1>Before you continue</h1><p>We and our 812 partners use cookies and other data to show "
            "personalised ads, to measure what you read and to develop our services for you.</p><p>If you agree, we "
            "will also use cookies and data for the purposes that our privacy policy lists in full.</p>"
            '<form><button>Reject all</button><button>Accept all</button></form><a href="/privacy">Privacy policy</a>'
            "</main>",
        ),
        refused="asks for consent",
    ),
    "a consent wall in german": Press(
        page(
            "<title>Einwilligung – Lennburger Bote</title>",
            "<div><h1>Lesen Sie den Boten mit Werbung</h1><p>Wir und unsere 193 Partner verarbeiten personenbezogene "
            "Daten wie Ihre IP-Adresse und setzen Cookies, um Werbung zu personalisieren und zu messen.</p><p>Mit Klick "
            "auf „Zustimmen“ erteilen Sie Ihre Einwilligung, die Sie jederzeit im Datenschutzcenter widerrufen können."
            "</p><button>Zustimmen und weiter</button></div>",
            "de",
        ),
        refused="asks for consent",
    ),
    "a consent wall in arabic": Press(
        page(
            "<title>جريدة النهر</title>",
            "<div><h1>نحن نهتم بخصوصيتك</h1><p>نستخدم نحن وشركائنا ملفات تعريف الارتباط لعرض إعلانات مخصصة وقياس ما تقرأه "
            "على هذا الموقع وتحسين خدماتنا.</p><p>يمكنك تغيير رأيك في أي وقت من صفحة سياسة الخصوصية الخاصة بنا.</p>"
            "<button>قبول الكل</button><button>رفض</button></div>",
            "ar",
        ),
        refused="asks for consent",
    ),
    "a page that asks for JavaScript": Press(
        page(
            "<title>Just a moment...</title>",
            '<div class="main"><h1>gazette.example</h1><p>Checking if the site connection is secure before you go on.'
            "</p><noscript>Enable JavaScript and cookies to continue</noscript></div>",
        ),
        refused="needs JavaScript",
    ),
    "a page drawn by a script": Press(
        page(
            "<title>Lennburg Gazette</title>",
            '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
        ),
        refused="needs JavaScript",
    ),
    "a captcha in french": Press(
        page(
            "<title>Vérification</title>",
            "<div><h1>Pourquoi cette vérification ?</h1><p>Quelque chose dans le comportement du navigateur nous a "
            "intrigué. Veuillez confirmer que vous n’êtes pas un robot pour accéder au site du Courrier.</p><p>Résolvez "
            "le captcha ci-dessous, puis la page demandée s’affichera.</p></div>",
            "fr",
        ),
        refused="needs JavaScript",
    ),
    "a page that is blocked": Press(
        page(
            "<title>Attention Required! | Gatekeeper</title>",
            "<div><h1>Sorry, you have been blocked</h1><h2>You are unable to access gazette.example</h2><p>This website "
            "is using a security service to protect itself from online attacks. The action you just performed triggered "
            "the security solution.</p></div>",
        ),
        refused="is no article",
    ),
    "an archive that does not have the page": Press(
        page(
            "<title>Web Archive</title>",
            "<main><h1>Hrm.</h1><h2>The archive has not archived that page.</h2><p>This page is not available on the web "
            "because page does not exist. The archive is a library of the pages of the past thirty years.</p></main>",
        ),
        refused="there was an error",
    ),
    "the front of a blog, with whole posts": Press(
        page(
            "<title>The Lennburg Diary</title>",
            "<h1>The Lennburg Diary</h1>"
            + "".join(
                f'<div class="post hentry"><h3><a href="/{n}">{title}</a></h3>{paragraphs(texts)}{paragraphs(texts)}</div>'
                for n, (title, texts) in enumerate(
                    (("Bridge", EN), ("Brücke", DE), ("Pont", FR), ("جسر", AR))
                )
            ),
        ),
        refused="a list of articles",
    ),
    "a page that is not there": Press(
        page(
            "<title>404 Not Found | Lennburg Gazette</title>",
            f"{MENU}<main><h1>Page not found</h1><p>The page that you are looking for may have been moved, or it may "
            f"never have been there. Try the search, or go back to the home page.</p></main>{FOOT}",
        ),
        refused="there was an error",
    ),
    "an error in arabic": Press(
        page(
            "<title>الصفحة غير موجودة</title>",
            "<div><h1>عذرا، الصفحة غير موجودة</h1><p>الصفحة التي تبحث عنها غير متوفرة حاليا أو تم نقلها إلى عنوان آخر، يمكنك "
            "استخدام البحث للوصول إلى ما تريد.</p></div>",
            "ar",
        ),
        refused="there was an error",
    ),
    "a section front": Press(
        page(
            '<title>Lennburg news | Lennburg Gazette</title><meta property="og:type" content="website">'
            + ld({"@type": "CollectionPage", "name": "Lennburg"}),
            f"{MENU}<main><h1>Lennburg</h1>{SECTION}</main>{FOOT}",
        ),
        refused="a list of articles",
    ),
    "a section front whose teasers are articles in JSON-LD": Press(
        page(
            "<title>Lennburg Gazette</title>"
            + ld(
                *(
                    news(headline=title, url=f"https://gazette.example/{n}", datePublished="2024-03-12")
                    for n, title in enumerate(("Old Bridge closed", "Ferry to run"))
                )
            ),
            f"{MENU}<div>{SECTION.replace('<article', '<div').replace('</article', '</div')}</div>{FOOT}",
        ),
        refused="a list of articles",
    ),
    "nothing but comments": Press(
        page(
            "<title>Discussion | Lennburg Gazette</title>",
            f"{MENU}<h1>Discussion</h1><div id='disqus_thread'>{READERS}</div>{FOOT}",
        ),
        refused="comments",
    ),
    "nothing but captions": Press(
        page(
            "<title>The bridge in pictures | Lennburg Gazette</title>",
            MENU
            + "<main>"
            + "".join(
                f'<figure><img src="{n}.jpg"><figcaption>{text}</figcaption></figure>'
                for n, text in enumerate(EN)
            )
            + f"</main>{FOOT}",
        ),
        refused="captions|No article",
    ),
    "hostile: an address that is a script, a title that steers": Press(
        page(
            "<title>a\u202eb</title>"
            '<link rel="canonical" href="javascript:alert(1)">'
            + ld(
                news(
                    headline=["x", {"a": 1}],
                    datePublished={"@value": "2024"},
                    author={"name": ["a"]},
                    wordCount="1e9",
                )
            ),
            f"<article>{paragraphs(EN)}</article>",
        ),
        "a\u202eb",
        "",
        "",
        (EN[0],),
    ),
    "hostile: deep JSON, and types that are none": Press(
        page(
            OG
            + f'<script type="application/ld+json">{"[" * 5_000}{"]" * 5_000}</script>'
            + ld(
                [[[[[[news(headline="deep")]]]]]],
                {"@type": {"a": []}, "@graph": 7, "mainEntity": [None, 1, "x"]},
            ),
            f"<article>{BODY}</article>",
        ),
        HEADLINE,
        "",
        "",
        (HEADLINE, EN[0]),
    ),
}
