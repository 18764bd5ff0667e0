"""The rules of the archived texts of sources, and of the words that are quoted from them."""

from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_SOUND = """
    sources:
      news: {title: News, text: news.txt}
    events:
      strikes:
        name: The strikes
        kind: airstrike
        evidence:
          - {source: news, passage: strikes in Iraq}
    """
_TEXT = "The strikes in Iraq came on Friday."

QUOTE_NOT_FOUND = Rule(
    "quote-not-found",
    Level.ERROR,
    page="""
    A quotation stands in the text of its source.

    Readers of a dossier rely on it that words in quotation marks are those of the source. So each `quote` and
    `passage` is looked up in the source's archived text. Differences that change no word, as in quotation
    marks, spaces and line breaks, do not count; [the method](method.md#verification) lists them.

    Compare your words with what the message shows of the source, and copy them from there. Mark what you
    leave out with `[…]`, set what you add in square brackets, and keep to the order of the source. Brackets
    of the source's own stay as they are. Take a word with a prefix that turns it, as in “non-combatants”, and
    a number with its minus or range. If the words are from another source, name that one.
    """,
    passing=Example(_SOUND, text=_TEXT),
    failing=Example(
        _SOUND.replace("strikes in Iraq", "raids in Iraq"),
        text=_TEXT,
        line=8,
    ),
)

CUT_SHORT = Rule(
    "cut-short",
    Level.WARNING,
    page="""
    A quotation does not end at a ` #`, which begins a comment.

    In YAML a space and `#` begin a comment. If they belong to the words of the source, as in “Pier #4”, all
    words from there on are missing, and what is left is still found in the source.

    Put quotation marks around the words. If it is a comment that you wrote, put it on a line of its own.
    """,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        events:
          fire:
            name: The fire
            kind: fire
            evidence:
              - source: news
                passage: "the fire at Pier #4"
        """,
        text="Nobody was hurt in the fire at Pier #4 on Friday.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        events:
          fire:
            name: The fire
            kind: fire
            evidence:
              - source: news
                passage: the fire at Pier #4
        """,
        text="Nobody was hurt in the fire at Pier #4 on Friday.",
        line=9,
    ),
)

TEXT_NOT_FOUND = Rule(
    "text-not-found",
    Level.ERROR,
    page="""
    A source's text is a .txt file of the dossier folder.

    `text` names the file with the archived words of a source, by its path from the folder of the YAML file in
    which the source is written. Without that file no quotation from the source can be looked up.

    Correct the name: capitals count, folders are separated by `/`, and a file whose name begins with a dot is
    ignored. If there is no such file yet, [`dossier source`](commands.md#dossier-source) stores the text of
    an article. A source whose text you do not have needs no `text`; what is quoted from it is then marked as
    not verified.
    """,
    passing=Example(_SOUND, text=_TEXT),
    failing=Example(_SOUND.replace("news.txt", "paper.txt"), text=_TEXT, line=2),
)

TEXT_OUTSIDE = Rule(
    "text-outside",
    Level.ERROR,
    page="""
    A source's text lies inside the dossier folder.

    A dossier is one folder that can be copied, published and checked on any computer. A path that leads out
    of it, with `..` or from the root of a disk, would mean another file there, or none.

    Put a copy of the text into the folder, and write its path from the YAML file that names it.
    """,
    passing=Example(_SOUND, text=_TEXT),
    failing=Example(_SOUND.replace("news.txt", "../news.txt"), line=2),
)

SHA256_MISMATCH = Rule(
    "sha256-mismatch",
    Level.ERROR,
    page="""
    A source text has not changed since its SHA-256 was written.

    `sha256` is a fingerprint of the archived text. A single changed letter gives another fingerprint, so
    readers can make sure that the quotations were compared with what you archived. Here the two do not match:
    somebody or some program changed the file.

    Restore the text from a copy. If the change was meant, look through what is quoted from it, and write the
    new fingerprint, which the message names.
    """,
    passing=Example(
        """
        sources:
          news:
            title: News
            text: news.txt
            sha256: 8ccbd964e875e2da48284e9f139ee71e58074dbecbf06e1103c5a7f4d0b687c5
        events:
          strikes:
            name: The strikes
            kind: airstrike
            evidence:
              - {source: news, passage: strikes in Iraq}
        """,
        text=_TEXT,
    ),
    failing=Example(
        """
        sources:
          news:
            title: News
            text: news.txt
            sha256: 8ccbd964e875e2da48284e9f139ee71e58074dbecbf06e1103c5a7f4d0b687c5
        """,
        text="The strikes in Iraq came on Saturday.",
        line=5,
    ),
)

SOURCE_WITHOUT_HASH = Rule(
    "source-without-hash",
    Level.WARNING,
    page="""
    A source with a text has its SHA-256.

    A quotation is compared with the archived text, so it is worth as much as that text. Without a
    fingerprint, an editor that strips blanks, or a slip of the keyboard, changes the archive, and nobody
    notices.

    Add the line that the hint gives, or run `dossier fix`, which adds it to each source. `dossier source`
    writes it when it stores an article.
    """,
    passing=SHA256_MISMATCH.passing,
    failing=Example(_SOUND, text=_TEXT, line=2),
)

_CAPTURED = """
    sources:
      news:
        title: News
        text: news.txt
        capture:
          file: news.html
          sha256: 8ccbd964e875e2da48284e9f139ee71e58074dbecbf06e1103c5a7f4d0b687c5
    events:
      strikes:
        name: The strikes
        kind: airstrike
        evidence:
          - {source: news, passage: strikes in Iraq}
    """
_CAPTURE = {"news.html": _TEXT}

CAPTURE_NOT_FOUND = Rule(
    "capture-not-found",
    Level.ERROR,
    page="""
    The capture of a source is a file of the dossier folder.

    `capture` names the copy that the text of a source was taken from: a saved page, a document, a recording
    of a crawl. It is the evidence that the text is what was published, so it has to be there, and readable.

    Put the file back, or correct its path, which is read from the folder of the YAML file that names it.
    """,
    passing=Example(_CAPTURED, text=_TEXT, others=_CAPTURE),
    failing=Example(_CAPTURED, text=_TEXT, line=6),
)

CAPTURE_CHANGED = Rule(
    "capture-changed",
    Level.ERROR,
    page="""
    The capture of a source has not changed since its SHA-256 was written.

    A capture is kept as it came: a single changed byte, and it is evidence no more.

    Restore the file from a copy. If there is none, take a capture anew, and store its text as a new version
    of the source, under `texts`.
    """,
    passing=Example(_CAPTURED, text=_TEXT, others=_CAPTURE),
    failing=Example(_CAPTURED, text=_TEXT, others={"news.html": "<p>Another page."}, line=7),
)

_LOCATED = """
    sources:
      news: {title: News, text: news.txt, locators: pages.csv}
    events:
      strikes:
        name: The strikes
        kind: airstrike
        evidence:
          - {source: news, passage: strikes in Iraq}
    """

BAD_LOCATORS = Rule(
    "bad-locators",
    Level.ERROR,
    page="""
    The file of `locators` says where each part of a text begins.

    Its first line is `start,page`, `start,time` or `start,section`. Each line below has the number of
    characters of the text before a part, and the page, the time or the section that begins there, in the
    order of the text. Pages of statements say on which page the words stand by it.

    `dossier source` writes such a file for a document or a recording: let it write this one anew.
    """,
    passing=Example(_LOCATED, text=_TEXT, others={"pages.csv": "start,page\n0,1\n20,2"}),
    failing=Example(
        _LOCATED, text=_TEXT, others={"pages.csv": "start,page\n0,1\n900,2"}, path="pages.csv", line=3
    ),
)

_STAMPED = _CAPTURED.replace("capture:", "capture:\n          timestamp: news.html.tsr")

TIMESTAMP_UNFIT = Rule(
    "timestamp-unfit",
    Level.ERROR,
    page="""
    The time stamp of a capture is a token for that very file.

    A time stamp (RFC 3161) is the signed word of an authority that a file existed at a certain moment. It
    proves that only while the token is whole, and only of the file whose fingerprint was signed.

    Restore the token from a copy, or ask an authority for a new one with
    [`dossier timestamp`](commands.md#dossier-timestamp).
    """,
    passing=Example(_CAPTURED, text=_TEXT, others=_CAPTURE),
    failing=Example(_STAMPED, text=_TEXT, others=_CAPTURE, line=6),
)

TIMESTAMP_UNCHECKED = Rule(
    "timestamp-unchecked",
    Level.WARNING,
    page="""
    Time stamps are looked at where what reads them is installed.

    A capture names the token of a time stamp, and the extra `timestamp` is missing here: nobody knows whether
    the token is sound.

    Install the extra, with the command that the message gives. Nothing is fetched to look at a token.
    """,
)

TIMESTAMP_UNTRUSTED = Rule(
    "timestamp-untrusted",
    Level.WARNING,
    page="""
    The certificate of a time stamp leads to a root that the author trusts.

    `authorities.pem`, beside `dossier.yaml`, holds the roots of the authorities that you trust. This stamp is
    of another: anybody may have made it under that name.

    Put the root of that authority into the file as well, or ask one that you trust.
    """,
)
