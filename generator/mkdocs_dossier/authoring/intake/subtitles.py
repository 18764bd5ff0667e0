"""Takes the words out of subtitles, SRT or WebVTT; run as a process of its own (see `bounded`).

webvtt-py reads the cues. What is in a cue, and how cues make paragraphs, is told here: the forms are those of
WebVTT (www.w3.org/TR/webvtt1) and of what programs write as SRT, of which there is no standard.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from itertools import pairwise

from mkdocs_dossier.authoring.bounded import prepared, serve
from mkdocs_dossier.authoring.intake.answering import Answer, refused, tidied
from mkdocs_dossier.yaml.files import decode_text

_PAUSE = 3  # seconds without a cue after which a paragraph begins
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?\s+([^<>]{1,200})>")
_TAG = re.compile(r"</?[^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_ANOTHER_SPEAKS = re.compile(r"(?:>{1,3}|[-–](?=\s))\s*")
_TIMES = re.compile(r"^[\d:., \t]+-->", re.MULTILINE)
_LONGEST_TIME = 999 * 3_600  # the format has three digits for hours
_SEVERAL, _OFTEN = 3, 0.3


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue: from when to when it is shown, in seconds, and its lines as they are written."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass
class _Script:
    """The paragraphs that cues make, and where each cue begins in their text."""

    paragraphs: list[list[str]] = field(default_factory=list)
    starts: list[tuple[int, float]] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, cue: _Cue, *, is_first: bool, is_new: bool) -> None:
        """Add words of a cue, to the paragraph or in a new one; `is_first` if they are the cue's first."""
        if is_new or not self.paragraphs:
            self.length += 2 if self.paragraphs else 0
            self.paragraphs.append([])
        elif self.paragraphs[-1]:
            self.length += 1
        if is_first:
            self.starts.append((self.length, cue.start))
        self.paragraphs[-1].append(words)
        self.length += len(words)

    @property
    def text(self) -> str:
        """The text, with a blank line between paragraphs."""
        return "\n\n".join(" ".join(one) for one in self.paragraphs)


def _words_of(content: bytes) -> Answer:
    """Read what is said in subtitles, and at what time; or say why that cannot be."""
    text, problems = decode_text("subtitles", content)
    if text is None:
        return refused(f"cannot be read: {problems[0].message.rstrip('.')}", problems[0].hint)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    cues = _cues(text)
    if cues is None:
        return refused("has no subtitles that could be read")
    script = _script(cues)
    # Nothing of it may be changed later: its offsets are told.
    written = tidied(script.text)
    remarks = []
    if (lost := len(_TIMES.findall(text)) - len(cues)) > 0:
        remarks.append(f"{lost:,} cues could not be read, and are left out. Compare the text with the file.")
    locators = [[start, _timecode(at)] for start, at in script.starts if at < _LONGEST_TIME]
    answer: Answer = {"text": written, "kind": "transcript", "located": "time", "locators": locators}
    return {**answer, "remarks": remarks}


def _cues(text: str) -> list[_Cue] | None:
    """Read the cues; None if this is neither WebVTT nor SRT."""
    import webvtt  # noqa: PLC0415 - an extra

    form = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        found = webvtt.from_buffer(io.StringIO(text), format=form)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError, IndexError):
        return None
    return [
        _Cue(_seconds(one.start_time), _seconds(one.end_time), tuple(one.lines)) for one in found.captions
    ]


def _seconds(time: object) -> float:
    parts = [int(getattr(time, name)) for name in ("hours", "minutes", "seconds", "milliseconds")]
    return parts[0] * 3_600 + parts[1] * 60 + parts[2] + parts[3] / 1_000


def _script(cues: Sequence[_Cue]) -> _Script:
    script, voice, before = _Script(), "", None
    shown = _without_repeats([_said(cue) for cue in cues])
    for cue, said in zip(cues, shown, strict=True):
        is_first, paused = True, before is not None and cue.start - before.end > _PAUSE
        for speaker, another, words in said:
            is_new = paused or another or speaker not in ("", voice)
            named = f"{speaker}: " if speaker and (speaker != voice or is_new) else ""
            voice, paused = speaker or voice, False
            script.add(f"{named}{words}", cue, is_first=is_first, is_new=is_new)
            is_first = False
        before = cue
    return script


_Line = tuple[str, bool, str]
"""Who says it, if a voice is named; whether another speaks than before; and the words."""


def _said(cue: _Cue) -> list[_Line]:
    """Read the lines of a cue: what stands in them besides words is left out."""
    found: list[_Line] = []
    for line in cue.lines:
        before, *voices = _VOICE.split(line)
        spoken = [("", before), *zip(voices[::2], voices[1::2], strict=True)]
        for speaker, raw in spoken:
            words = _plain(raw)
            mark = _ANOTHER_SPEAKS.match(words)
            words = words[mark.end() :] if mark else words
            if words:
                found.append((_plain(speaker), mark is not None, words))
    return found


def _plain(raw: str) -> str:
    return " ".join(unescape(_TAG.sub("", raw)).split())


def _without_repeats(shown: Sequence[list[_Line]]) -> Iterator[list[_Line]]:
    """Leave out lines that captions which roll upwards show again, where the captions of a file do that."""
    pairs = [(one, other) for one, other in pairwise(shown) if one and other]
    repeated = sum(bool(_repeats(one, other)) for one, other in pairs)
    rolls = repeated >= _SEVERAL and repeated > _OFTEN * len(pairs)
    before: list[_Line] = []
    for lines in shown:
        yield lines[_repeats(before, lines) :] if rolls else lines
        before = lines or before


def _repeats(before: Sequence[_Line], lines: Sequence[_Line]) -> int:
    """Count the lines at the beginning of a cue that are those at the end of the one before."""
    earlier, later = [words for _, _, words in before], [words for _, _, words in lines]
    most = min(len(earlier), len(later))
    return next((count for count in range(most, 0, -1) if earlier[-count:] == later[:count]), 0)


def _timecode(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


if __name__ == "__main__":
    serve(partial(prepared, _words_of, "webvtt"))
