"""Measures what `dossier draft` makes of news text in which people have marked who says what.

    uv run python tools/evaluate_drafting.py --data FOLDER --half dev|heldout

FOLDER holds `polnear/` (English, https://github.com/networkdynamics/PolNeAR) and `german/` (German,
https://github.com/uhh-lt/german-news-quotation-attribution-2024), each with the `data/` of its repository.
The half `heldout` is what these call `test`: rules are made on the others, and are measured on it.

All is measured on the YAML of the drafts. A speaker is right where the words that the comment quotes, or the
name of the actor, share a word with those that are marked: a small one, as "who", if these are all. The
rows: the spans of quotations; the speaker where only what is marked as said stands in quotation marks; the
same where no verb of saying is marked in the sentence; speaker and span together; what is reported without.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from mkdocs_dossier.authoring.draftchecks import Task, in_nothing
from mkdocs_dossier.authoring.draftreading import read_source
from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.drafting.drafted import records
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.drafting.reasons import read_reason
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.folding import folded, word_set
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data

Span = tuple[int, int]

_HALVES = {"dev": "dev", "heldout": "test", "train": "train"}
_SMALL = word_set(
    "the a an of for to and in on at s his her their who which that mr mrs ms der die das des dem den ein "
    "eine und von vom zu zum zur im in"
)
_COMMENT = re.compile(r"^\s*# (speaker: .*)$")


@dataclass(frozen=True)
class Marked:
    """Something that is said, as people have marked it: the spans of what, of who and of the verb."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]


@dataclass(frozen=True)
class Article:
    """A text of a corpus, with all that is said in it."""

    name: str
    language: str
    text: str
    said: tuple[Marked, ...]


@dataclass(frozen=True)
class Statement:
    """A statement of a draft: its quotations and passage, who says it, and by which words that is known."""

    quotes: tuple[str, ...]
    passage: str
    speaker: str
    words: str


def polnear(folder: Path, half: str) -> Iterator[Article]:
    """List the articles of PolNeAR, each once, in the annotation that comes first."""
    base = folder / "polnear/data" / half
    seen: set[str] = set()
    for path in sorted((base / "attributions").glob("*.ann")):
        name = re.sub(r"_[0-9a-f]{4}$", "", path.stem)
        text = base / "text" / f"{name}.txt"
        if name not in seen and text.exists():
            seen.add(name)
            with text.open(encoding="utf-8", newline="") as file:
                yield Article(name, "en", file.read(), tuple(_brat(path)))


def _brat(path: Path) -> Iterator[Marked]:
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1 and " " in columns[1]:
            pairs = (one.split() for one in columns[1].partition(" ")[2].split(";"))
            spans[columns[0]] = tuple((int(start), int(end)) for start, end in pairs)
        elif line.startswith("E") and len(columns) > 1:
            events.append([one.split(":") for one in columns[1].split()])
    for event in events:
        of: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
        for role, identifier in event:
            of.setdefault(role.rstrip("0123456789"), []).extend(spans.get(identifier, ()))
        yield Marked(tuple(of["Content"]), tuple(of["Source"]), tuple(of["Cue"]))


def german(folder: Path, half: str) -> Iterator[Article]:
    """List the articles of the German dataset."""
    for path in sorted((folder / "german/data" / half).glob("*.json")):
        read = json.loads(path.read_text("utf-8"))
        said = tuple(
            Marked(*(_json_spans(one.get(role)) for role in ("quote", "speaker", "cue")))
            for one in read["annotations"]
        )
        yield Article(path.stem, "de", read["originalText"], said)


def _json_spans(part: object) -> tuple[Span, ...]:
    spans = part.get("spans", ()) if isinstance(part, dict) else ()
    return tuple((one["charBegin"], one["charEnd"]) for one in spans)


def drafted(article: Article) -> list[Statement]:
    """Draft an article, and read the statements from the YAML that is written."""
    task = Task("source", article.text, article.language, None)
    made = records(task.text, task.source, None, read_source(task).analysis, in_nothing())
    return list(_statements(written(task.source, made)))


def _statements(text: str) -> Iterator[Statement]:
    node, _ = parse("draft.yaml", text.encode())
    data = to_data(node) if node is not None else {}
    if not isinstance(data, dict) or not isinstance(found := data.get("statements", {}), dict):
        return
    actors = data.get("actors", {})
    # The comments stand in the order of the statements, one for each.
    comments = [read_reason(f"# {one[1]}") for line in text.splitlines() if (one := _COMMENT.match(line))]
    for record, reason in zip(found.values(), comments, strict=True):
        if isinstance(record, dict):
            actor = actors.get(str(record["speaker"])) if isinstance(actors, dict) else None
            name = str(actor["name"]) if isinstance(actor, dict) else ""
            quote = record.get("quote", [])
            quotes = [quote] if isinstance(quote, str) else [str(one) for one in quote]
            yield Statement(tuple(quotes), str(record["passage"]), name, reason.words if reason else "")


def plain_marks(article: Article) -> Article:
    """Leave quotation marks only around what is marked as said."""
    text = list(article.text)
    for span in SourceText(article.text).quotations:
        if _said(article, span) is None:
            for at in range(*span):
                if text[at] in MARKS - {"'", "’"}:
                    text[at] = " "
    return Article(article.name, article.language, "".join(text), article.said)


def _said(article: Article, span: Span) -> Marked | None:
    """Return what is marked as said in most of a span."""

    def shared(one: Marked) -> int:
        return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in one.content)

    best = max(article.said, key=shared, default=None)
    return best if best and 2 * shared(best) >= span[1] - span[0] else None


def words(text: str) -> set[str]:
    """Return the words of a name or a description, folded."""
    return set(re.findall(r"\w+", folded(text)))


def is_right(article: Article, one: Statement, said: Marked) -> bool:
    """Tell whether a statement has the speaker that is marked: a word in common."""
    wanted = words(" ".join(article.text[slice(*span)] for span in said.speaker))
    found = words(one.words) | words(one.speaker)
    return bool(one.speaker) and bool((wanted - _SMALL or wanted) & found)


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", folded(text))


@dataclass
class Score:
    """Counts of one corpus."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def quotations(self, article: Article, statements: Sequence[Statement], row: str) -> None:
        """Count the quotations of an article that are drafted, and those that are marked."""
        left = [(one, _squeezed(quote)) for one in statements for quote in one.quotes]
        self.counts[f"{row} drafted"] += len(left)
        for span in SourceText(article.text).quotations:
            said = _said(article, span)
            inside = _squeezed(article.text[slice(*span)])
            if said is None or not said.speaker or not inside:
                continue
            found = next((pair for pair in left if pair[1] == inside), None)
            right = found is not None and is_right(article, found[0], said)
            kinds = [row] if _has_verb(article, span, said) else [row, f"{row}, no verb"]
            for kind in kinds:
                self.counts[f"{kind} marked"] += 1
                self.counts[f"{kind} right"] += right
            self.counts[f"{row} spans"] += found is not None
            if found is not None:
                left.remove(found)

    def reported(self, article: Article, statements: Sequence[Statement]) -> None:
        """Count what is reported without quotation marks."""
        quoted = SourceText(article.text).quotations
        told = [
            one
            for one in article.said
            if one.speaker
            and one.content
            and not any(start < end_ and begin < end for start, end in one.content for begin, end_ in quoted)
        ]
        self.counts["reported marked"] += len(told)
        hit: set[int] = set()
        for one in statements:
            if one.quotes:
                continue
            self.counts["reported drafted"] += 1
            right = [
                said
                for said in article.said
                if _overlaps(article, one, said) and is_right(article, one, said)
            ]
            self.counts["reported right"] += bool(right)
            first = next((id(said) for said in right if id(said) not in hit), None)
            if first is not None:
                hit.add(first)
        self.counts["reported found"] += sum(id(one) in hit for one in told)


def _has_verb(article: Article, span: Span, said: Marked) -> bool:
    """Tell whether the verb is marked in the sentence of a quotation."""
    pack = pack_of(article.language)
    for sentence in sentences(SourceText(article.text), pack) if pack else ():
        start, end = sentence.span
        if start <= span[0] < end:
            return any(start <= cue[0] < end for cue in said.cue)
    return False


def _overlaps(article: Article, one: Statement, said: Marked) -> bool:
    passage = _squeezed(one.passage)
    return any(
        (part := _squeezed(article.text[slice(*span)])) and (part in passage or passage in part)
        for span in said.content
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _f1(right: int, drafted_: int, marked: int) -> str:
    return f"{2 * right / (drafted_ + marked):.3f}" if drafted_ + marked else "-"


def measure(articles: Sequence[Article]) -> Score:
    """Draft articles as they are, and with marks around what is said alone."""
    score = Score()
    for article in articles:
        begun = perf_counter()
        statements = drafted(article)
        score.seconds += perf_counter() - begun
        score.quotations(article, statements, "all")
        score.reported(article, statements)
        given = plain_marks(article)
        score.quotations(given, drafted(given), "given")
    return score


def rows(name: str, articles: int, score: Score) -> Iterator[str]:
    """Write the figures of a corpus, a line each."""
    c = score.counts
    yield f"{name}: {articles} articles, {1000 * score.seconds / max(1, articles):.0f} ms each"
    yield f"  spans of quotations, F1               {_f1(c['all spans'], c['all drafted'], c['all marked'])}"
    yield f"  speaker, given the quotation          {_share(c['given right'], c['given marked'])}"
    no_verb = _share(c["given, no verb right"], c["given, no verb marked"])
    yield f"  … in sentences without a verb         {no_verb}  ({c['given, no verb marked']})"
    yield f"  speaker and span, F1                  {_f1(c['all right'], c['all drafted'], c['all marked'])}"
    yield (
        f"  reported speech, recall / precision   {_share(c['reported found'], c['reported marked'])} / "
        f"{_share(c['reported right'], c['reported drafted'])}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both corpora; say so where one is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--half", choices=list(_HALVES), default="dev")
    parser.add_argument("--most", type=int, default=0, metavar="N", help="only so many articles of each")
    options = parser.parse_args(arguments)
    for name, read in (("PolNeAR (English)", polnear), ("German news", german)):
        articles = list(read(options.data, _HALVES[options.half]))
        articles = articles[: options.most] if options.most else articles
        if not articles:
            print(f"{name}: skipped, {options.data} does not hold it.")
            continue
        print("\n".join(rows(name, len(articles), measure(articles))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
