"""The rules of a dossier's folder and its files, and of the program that reads them."""

from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH
from mkdocs_dossier.problems import Level
from mkdocs_dossier.rules.rule import Example, Rule

_PLACES = """
    places:
      iraq: {name: Iraq, kind: country}
      anbar: {name: Anbar, kind: region, within: iraq}
    """

NO_FOLDER = Rule(
    "no-folder",
    Level.ERROR,
    page="""
    The dossier folder exists.

    The path that was given to the command, or stands in `mkdocs.yml`, is no folder: it was mistyped, the
    folder was moved, or the path of a file was given.

    Name the folder that `dossier.yaml` lies in. A path counts from the folder in which you type the command;
    in `mkdocs.yml`, from the folder of that file. `dossier new` starts a dossier.
    """,
)

NO_SETTINGS = Rule(
    "no-settings",
    Level.ERROR,
    page="""
    The dossier folder has a file dossier.yaml.

    It holds the title of the dossier and its other settings. Where it is missing, the path most often leads
    to a folder above or below the dossier's.

    Name the folder that it lies in, or write the file there. A line `title: …` is enough.
    """,
    passing=Example(_PLACES),
    failing=Example(_PLACES, others={SETTINGS_PATH: ""}, path=SETTINGS_PATH, line=1),
)

UNREADABLE = Rule(
    "unreadable",
    Level.ERROR,
    page="""
    A file of the dossier can be read.

    The message says why: you may lack the right to read the file, a folder may bear the name of a file, a
    link may lead nowhere or out of the dossier folder, or another command may be changing the dossier just
    now.

    Give yourself the right to read it, give the folder another name, put the file itself in the place of a
    link, or wait until the other command is done.
    """,
)

LINKED_FOLDER = Rule(
    "linked-folder",
    Level.WARNING,
    page="""
    A folder of the dossier is not a link to one elsewhere.

    Nothing is read through a symbolic link to a folder: what it leads to may lie outside the dossier, or be
    the dossier itself. So the records and texts in it are missing.

    Put the folder itself in its place. If you do not need what is in it, remove the link.
    """,
)

NOT_UTF8 = Rule(
    "not-utf8",
    Level.ERROR,
    page="""
    A file of a dossier is UTF-8.

    UTF-8 is an encoding of text that can write every script. A file in another encoding, as older programs
    for Windows save it, would be shown with wrong letters, and quotations would not be found in it. A file is
    refused if its bytes are not UTF-8, or if it begins like UTF-16 or UTF-32.

    Open the file in an editor, and save it with the encoding UTF-8. Then check that its accents are right.
    """,
)

FILE_TOO_LARGE = Rule(
    "file-too-large",
    Level.ERROR,
    page="""
    A file of a dossier is not too large.

    A file may have 16 MB, and a YAML file 300,000 values, which is as many as 10,000 records have. A larger
    one is most often no text at all, or got into the folder by mistake.

    Divide the records among several files: all YAML files of the folder are read as one. Of a long document,
    archive only the parts that you quote from and what stands around them.
    """,
)

INTERNAL_ERROR = Rule(
    "internal-error",
    Level.ERROR,
    page="""
    The program has no fault of its own.

    Something happened in the program that nobody foresaw. It is not a fault of your dossier, although
    something unusual in it may have caused it. While `mkdocs serve` runs, the last good pages stay.

    Please report the message with the version that it names. Set `DOSSIER_DEBUG=1` in the environment to see
    more. If you have just changed something, changing it back will often help until then.
    """,
)
