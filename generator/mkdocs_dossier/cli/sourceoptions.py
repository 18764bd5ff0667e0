"""The arguments of `dossier source`, which has most of them, with the help that is printed for each."""

from typing import Annotated

import typer

ArticleArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A text, an HTML page, a PDF, subtitles (SRT, VTT) or a web archive (WARC, WACZ); "
        "- reads it from standard input.",
    ),
]
PublishedOption = Annotated[
    str, typer.Option("--published", metavar="DATE", help="When it was published, as 2024-02-05.")
]
PublisherOption = Annotated[
    str, typer.Option("--publisher", metavar="ACTOR", help="Who published it: an id, or a name.")
]
KindOption = Annotated[
    str,
    typer.Option("--kind", metavar="KIND", help="article, transcript, report, post, video, document."),
]
AuthorsOption = Annotated[
    list[str] | None,
    typer.Option("--authors", metavar="ACTOR", help="Who wrote it: an id, or a name; once for each."),
]
AgencyOption = Annotated[
    str, typer.Option("--agency", metavar="ACTOR", help="The news agency that it credits: an id, or a name.")
]
RepublishesOption = Annotated[
    str, typer.Option("--republishes", metavar="ID", help="The source that it reprints or translates.")
]
RetrievedOption = Annotated[
    str,
    typer.Option("--retrieved", metavar="DATE", help="When the text was taken from there; or: today."),
]
ArchivedOption = Annotated[
    list[str] | None,
    typer.Option("--archived", metavar="URL", help="A copy that an archive keeps; once for each."),
]
CslOption = Annotated[
    str,
    typer.Option(
        "--csl", metavar="FILE", help="What Zotero or the like knows of it: an item of CSL-JSON; or -."
    ),
]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who made the file that is kept.")]
TimestampOption = Annotated[
    str,
    typer.Option(
        "--timestamp",
        metavar="URL",
        help="Have the authority there (RFC 3161) stamp the file that is kept; only its SHA-256 is sent.",
    ),
]
NoCaptureOption = Annotated[
    bool, typer.Option("--no-capture", help="Store the text alone: do not keep the file that it is from.")
]
