"""Measures the rules on quotations on news text in which people have marked who says what.

    uv run python tools/measure_guards.py polnear FOLDER
    uv run python tools/measure_guards.py german FOLDER

FOLDER is one part of a corpus: of PolNeAR (English) one that holds `text/` and `attributions/`, of the
dataset of quotations in German news one of files in JSON. Each article becomes a dossier in memory: its named
speakers, and what they say in quotation marks. As it stands, nothing there is wrong: what a rule reports is a
false alarm. Then faults are planted, one kind after the other, and it is counted how many of these the rule
catches.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.lexicon.negations import negations
from mkdocs_dossier.text.folding import folded, word_set

Span = tuple[int, int]

_WORDS_AT_LEAST = 4
"""A quotation of fewer words is not counted: it is anybody's turn of phrase."""

_NAME_OF_WORDS = 3
_HEADLINE_OF_WORDS = 8

# What stands in the name of a speaker as it is marked, and is no part of the name.
_NO_NAMES = word_set(
    "mr mrs ms dr sen rep gov lt gen col capt prof rev sgt st president senator governor mayor secretary "
    "judge minister spokesman spokeswoman director chairman he she they it we i you who the a an this that "
    "these those some many most others one people critics officials democrats republicans democrat "
    "republican leader chief ceo sources herr frau er sie "
    "es man wir dieser diese der die das ein eine experten sprecher sprecherin politiker minister ministerin "
    "prasident prasidentin kanzler kanzlerin chef chefin vorsitzende vorsitzender polizei regierung"
)
_BODIES = word_set(
    "campaign times post news journal department committee party house court university association group "
    "council institute agency office ministry union company center fund journal press"
)
# Lines of an annotation: "T1<tab>Source 89 106<tab>words", "E1<tab>Attribution:T4 Content:T3 Source:T1".
_MARKED = re.compile(r"^(T\d+)\t\w+ ([\d ;]+)\t(.*)$", re.MULTILINE)
_RELATION = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_WORD = re.compile(r"[\w.'’-]+|,|\(")


@dataclass(frozen=True)
class Said:
    """What one speaker says in quotation marks: the spans of its pieces in the text, marks not included."""

    speaker: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True)
class Article:
    """An article: its text, its language, and what its named speakers say, in the order of the text."""

    text: str
    language: str
    said: tuple[Said, ...]

    @property
    def speakers(self) -> Sequence[str]:
        """The names of its speakers, each once."""
        return list(dict.fromkeys(one.speaker for one in self.said))


@dataclass(frozen=True)
class Case:
    """A statement to be made of an article: who says which words, perhaps in another text than its own."""

    speaker: str
    quote: tuple[str, ...]
    text: str = ""
    title: str = "News"


def name_of(source: str) -> str:
    """Return the name in the words that mark a speaker, as "Elmar Gesse"; empty where there is none."""
    words: list[str] = _WORD.findall(source)
    name: list[str] = []
    bare = True
    for word in words:
        if word[0].isupper() and folded(word.strip(".'’-")) not in _NO_NAMES and not word.endswith("."):
            name.append(re.sub(r"['’]s?$", "", word))
        elif word in ",(" and len(name) > 1:
            break
        else:
            # "The Canadians", "a Democrat" name nobody.
            name, bare = [], word[0].isupper()
    if len(name) == 1 and not bare:
        return ""
    return " ".join(name[-_NAME_OF_WORDS:])


def polnear(folder: Path) -> Iterator[Article]:
    """Read a part of PolNeAR; of an article that several have annotated, the first annotation."""
    seen = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        title = path.stem.rpartition("_")[0]
        if title not in seen:
            seen.add(title)
            text = (folder / "text" / f"{title}.txt").read_bytes().decode()
            yield _article(text, "en", _standoff(path.read_text("utf-8")))


def _standoff(annotation: str) -> Iterator[tuple[str, list[Span]]]:
    """List speakers and the spans of what they say from an annotation in the format of brat."""
    spans: dict[str, list[Span]] = {}
    words: dict[str, str] = {}
    for found in _MARKED.finditer(annotation):
        pairs = [one.split() for one in found[2].split(";")]
        spans[found[1]] = [(int(start), int(end)) for start, end in pairs]
        words[found[1]] = found[3]
    for found in _RELATION.finditer(annotation):
        arguments = [one.split(":") for one in found[1].split()]
        source = " ".join(words[key] for role, key in arguments if role.startswith("Source"))
        content = [span for role, key in arguments if role.startswith("Content") for span in spans[key]]
        yield source, content


def german(folder: Path) -> Iterator[Article]:
    """Read a part of the dataset of quotations in German news."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        annotations = [
            (
                one["speaker"]["text"],
                [(span["charBegin"], span["charEnd"]) for span in one["quote"]["spans"]],
            )
            for one in document["annotations"]
            if one["speaker"] and one["speaker"]["text"]
        ]
        yield _article(document["originalText"], "de", annotations)


def _article(text: str, language: str, annotations: Iterable[tuple[str, list[Span]]]) -> Article:
    named = [(name, spans) for source, spans in annotations if (name := name_of(source))]
    full = _full_names([name for name, _ in named])
    source = SourceText(text)
    said = [Said(full[name], tuple(_quoted(source, sorted(spans)))) for name, spans in named]
    return Article(
        text, language, tuple(sorted((one for one in said if one.pieces), key=lambda one: one.pieces))
    )


def _full_names(names: Sequence[str]) -> Mapping[str, str]:
    """Map each name to the longest one that ends with the same word: "Gesse" to "Elmar Gesse"."""
    longest: dict[str, str] = {}
    for name in names:
        last = name.split()[-1]
        longest[last] = max(longest.get(last, ""), name, key=len)
    return {name: longest[name.split()[-1]] for name in names}


def _quoted(source: SourceText, spans: Sequence[Span]) -> Iterator[Span]:
    """List what stands inside quotation marks in some spans of a text, without the marks."""
    for start, end in spans:
        for one, other in source.quotations:
            first, last = max(start, one + 1), min(end, other - 1)
            words = source.text[first:last].strip()
            first = source.text.find(words, first) if words else first
            if len(words.split()) >= _WORDS_AT_LEAST and "\n" not in words and "[" not in words:
                yield first, first + len(words)


def reported(article: Article, cases: Sequence[Case]) -> list[frozenset[str]]:
    """Make a dossier of each text of some cases, and return the rules that report each case."""
    found: dict[int, set[str]] = {index: set() for index in range(len(cases))}
    for text in dict.fromkeys((case.text, case.title) for case in cases):
        members = [index for index in found if (cases[index].text, cases[index].title) == text]
        for index, rule in _load(article, [(index, cases[index]) for index in members]):
            found[index].add(rule)
    return [frozenset(found[index]) for index in range(len(cases))]


def _load(article: Article, cases: Sequence[tuple[int, Case]]) -> Iterator[tuple[int, str]]:
    """Load a dossier that holds some cases of one text; list the rules that report each, by its number."""
    ids = {name: f"a{number}" for number, name in enumerate(article.speakers)}
    lines = ["sources:", *_record("s", title=cases[0][1].title, text="s.txt", published="2020")]
    lines += ["claims:", *_record("c", text="Something is so.")]
    lines += ["actors:"]
    for name, identifier in ids.items():
        is_body = any(folded(word) in _BODIES for word in name.split())
        lines += _record(identifier, name=name, kind="organisation" if is_body else "person")
    lines += ["statements:"]
    numbers: dict[int, int] = {}
    for number, case in cases:
        numbers[len(lines) + 1] = number
        more = {"quote": list(case.quote), "positions": {"c": "asserts"}}
        lines += _record(f"q{number}", speaker=ids[case.speaker], source="s", **more)
    settings = json.dumps({"title": "A measurement", "language": article.language}).encode()
    yaml = {"dossier.yaml": settings, "r.yaml": "\n".join(lines).encode()}
    text = cases[0][1].text or article.text
    for problem in load(Folder(yaml, {"s.txt": text.encode()})).problems:
        if problem.location.line in numbers:
            yield numbers[problem.location.line], problem.rule


def _record(identifier: str, **fields: object) -> list[str]:
    """Write a record as one line of YAML, which holds what JSON does."""
    return [f"  {identifier}: {json.dumps(fields, ensure_ascii=False)}"]


def right(article: Article) -> Iterator[Case]:
    """List what the speakers say as it stands."""
    for said in article.said:
        yield from (Case(said.speaker, (article.text[slice(*piece)],)) for piece in said.pieces)


def interrupted(article: Article) -> Iterator[Case]:
    """List quotations that are interrupted by who says them, with that left out."""
    for said in article.said:
        for one, other in pairwise(said.pieces):
            if "\n" not in article.text[one[1] : other[0]]:
                yield Case(said.speaker, (_elided(article.text, one, other),))


def neighbours(article: Article) -> Iterator[Case]:
    """Give each quotation to the speaker of the next one."""
    for one, other in pairwise(article.said):
        if one.speaker != other.speaker:
            yield Case(other.speaker, (article.text[slice(*one.pieces[0])],))


def joined(article: Article) -> Iterator[Case]:
    """Join each quotation to the next one of another speaker, with what is between left out."""
    for one, other in pairwise(article.said):
        if one.speaker != other.speaker and one.pieces[-1][1] <= other.pieces[0][0]:
            yield Case(one.speaker, (_elided(article.text, one.pieces[-1], other.pieces[0]),))


def _elided(text: str, one: Span, other: Span) -> str:
    return f"{text[slice(*one)]} […] {text[slice(*other)]}"


def not_dropped(article: Article) -> Iterator[Case]:
    """Leave out one negation of each quotation."""
    for case in right(article):
        (quote,) = case.quote
        word = next(iter(negations(quote, article.language)), "")
        before, _, after = quote.partition(word) if word else ("", "", "")
        if before.strip() and after.strip():
            yield replace(case, quote=(f"{before.strip()} […] {after.strip()}",))


def split_by_comma(article: Article) -> Iterator[Case]:
    """Cut each quotation that has a comma in two, as YAML does in a list."""
    for case in right(article):
        first, comma, second = case.quote[0].partition(", ")
        if comma and first and any(map(str.isalpha, second)):
            yield replace(case, quote=(first, second))


_DENIED = {
    "en": ("{0} denied having said “{1}”.", "{0} denied that “{1}”.", "{0} never said “{1}”."),
    "de": ("{0} bestritt, „{1}“ gesagt zu haben.", "{0} wies die Behauptung „{1}“ zurück."),
}
_ASKED = {
    "en": ("Asked “{1}”, {0} was silent.", "A reporter asked {0}: “{1}”", "Asked whether “{1}”, {0} left."),
    "de": ("Auf die Frage „{1}“ schwieg {0}.", "Gefragt, ob „{1}“, ging {0}."),
}
_HEADLINE = {"en": ("{0}: “{1}”",), "de": ("{0}: „{1}“",)}


def rewritten(templates: Mapping[str, Sequence[str]], *, as_headline: bool = False) -> "Plant":
    """Make the planting that moves the first quotation of an article into a sentence of ours."""

    def plant(article: Article) -> Iterator[Case]:
        for case in list(right(article))[:1]:
            words = " ".join(case.quote[0].split()[:_HEADLINE_OF_WORDS]).strip(" ,.;:?!-–—“”„\"'")
            body = "\n\n".join(one for one in article.text.split("\n") if words not in one and one.strip())
            for template in templates[article.language]:
                line = template.format(case.speaker, words)
                text = f"{line}\n\n{body}" if as_headline else f"{body}\n\n{line}"
                yield replace(case, quote=(words,), text=text)

    return plant


Plant = Callable[[Article], Iterator[Case]]

MEASURED: Mapping[str, tuple[Plant, Plant | None]] = {
    "speaker-elsewhere": (right, neighbours),
    "elision-far": (interrupted, joined),
    "elision-negation": (interrupted, not_dropped),
    "quote-of-denial": (right, rewritten(_DENIED)),
    "quote-is-question": (right, rewritten(_ASKED)),
    "quote-is-headline": (right, rewritten(_HEADLINE, as_headline=True)),
    "fragments-adjacent": (right, split_by_comma),
    "speaker-not-near": (right, neighbours),
    "quote-not-direct": (right, None),
    "same-quote-two-speakers": (right, None),
}
"""For each rule: the cases that it should not report, and those that it should."""


def measure(articles: Sequence[Article]) -> Iterator[str]:
    """Measure all rules on some articles; give the lines of a table."""
    counted: dict[Plant, tuple[int, Counter[str]]] = {}
    for plant in dict.fromkeys(one for pair in MEASURED.values() for one in pair if one):
        rules = [found for article in articles for found in reported(article, list(plant(article)))]
        # What is not found in its text, as where a quotation is cut, was not looked at by any rule.
        rules = [found for found in rules if "quote-not-found" not in found]
        counted[plant] = len(rules), Counter(rule for found in rules for rule in found)
    yield "| rule | right | false alarms | planted | caught |"
    yield "| --- | --- | --- | --- | --- |"
    for rule, (sound, planted) in MEASURED.items():
        cells = [_counted(counted[one], rule) if one else "– | –" for one in (sound, planted)]
        yield f"| `{rule}` | {' | '.join(cells)} |"


def _counted(counted: tuple[int, Counter[str]], rule: str) -> str:
    cases, reports = counted
    share = reports[rule] / cases if cases else 0
    return f"{cases} | {reports[rule]} ({share:.1%})"


CORPORA = {"polnear": polnear, "german": german}


def main(arguments: Sequence[str]) -> int:
    """Print the table of one part of one corpus."""
    if len(arguments) != 2 or arguments[0] not in CORPORA:  # noqa: PLR2004 - the two of the docstring
        print(__doc__)
        return 2
    articles = list(CORPORA[arguments[0]](Path(arguments[1])))
    print("\n".join(measure(articles)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
