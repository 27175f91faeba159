"""What pupils read: our own examples, their sentences, and new ones of pieces of these; and the examples of the frames."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

from training.event_reader import masked
from training.markup import lines_of, read_markup
from training.statement_tagger import STRAIGHT

ROWS = 32
_FOLDER = Path(__file__).parent
_FRAMES = _FOLDER.parent / "src" / "dateline" / "events" / "data" / "frames"
_MARKS = re.compile(r"[\[\]{}*]")
_SENTENCE = re.compile(r"(?<=[.!?][”\"’ ])\s*(?=[“\"A-Z])")
_SPLICED, _CHANGED = 0.25, 0.25
_WORDS = 0.12
"""Share of the words of a changed text that are others."""


def texts(reader: str) -> list[str]:
    """All texts of a reader's lessons, each once, in a fixed order."""
    paragraphs = [read_markup(line)[0] for line in lines_of(_FOLDER / "statements")]
    found = [sentence for text in paragraphs for sentence in _sentences(text)]
    for line in lines_of(_FOLDER / "events"):
        text, marks = read_markup(line.split("\t")[-1])
        found.append(text)
        if reader == "events":
            found.append(masked(text, marks)[0])
    found += [_MARKS.sub("", row[-1]).partition(" #")[0] for row in _frames()]
    return list(dict.fromkeys(found))


def _frames() -> Iterator[list[str]]:
    """Rows of the tables of frames; an example closes each."""
    for path in sorted(_FRAMES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from list(csv.reader(lines))[1:]


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text.replace("\n", " ")) if len(part.split()) > 3]


def varied(found: list[str]) -> list[str]:
    """The texts: most as they are, some the beginning of one and the end of another, some with words of others in them; half of those with curly
    marks have them straight."""
    words = [word for text in random.sample(found, 500) for word in text.split()]
    return [_varied(text, found, words) for text in found]


def _varied(text: str, found: list[str], words: list[str]) -> str:
    text = text.translate(STRAIGHT) if random.random() < 0.5 else text
    way = random.random()
    if way < _SPLICED:
        other = random.choice(found).split(" ")
        own = text.split(" ")
        return " ".join(own[: random.randint(1, len(own))] + other[random.randint(0, len(other) - 1) :])
    if way < _SPLICED + _CHANGED:
        return " ".join(
            random.choice(words) if random.random() < _WORDS else word for word in text.split(" ")
        )
    return text
