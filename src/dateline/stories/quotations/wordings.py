"""How two renderings of one utterance relate: the same wording, another translation, or reworded (codebook section 10)."""

from __future__ import annotations

import csv
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from dateline.model import Wording
from dateline.stories.quotations.alignment import phrase_pairs, word_pairs
from dateline.stories.quotations.utterances import Utterance

_SAME = 0.9
_LITERAL = 0.8
_LITERAL_RUN = 3
_PHRASES = 2


def relation(a: Utterance, b: Utterance) -> Wording:
    """The relation of two renderings; `reworded` in doubt."""
    if _is_same_wording(a, b):
        return Wording.SAME_WORDING
    differs = a.is_quoted and b.is_quoted and _literal_share(a, b) < _LITERAL
    if differs and _is_translated(a, b) and len(phrase_pairs(a.words, b.words)) >= _PHRASES:
        return Wording.OTHER_TRANSLATION
    return Wording.REWORDED


def _is_same_wording(a: Utterance, b: Utterance) -> bool:
    """Equal stems in equal order but for a few words, all in quotation marks; one side may quote more sentences."""
    if not (a.is_quoted and b.is_quoted):
        return False
    pairs = word_pairs(a.words, b.words)
    first = _in_shared_sentences(a, pairs.keys())
    second = _in_shared_sentences(b, pairs.values())
    return max(first, second) > 0 and len(pairs) >= _SAME * max(first, second)


def _in_shared_sentences(side: Utterance, paired: Collection[int]) -> int:
    """How many words the sentences have in which some run is paired, and words paired elsewhere."""
    counts: dict[int, list[int]] = {}
    for i, sentence in enumerate(side.sentences):
        counts.setdefault(sentence, []).append(i in paired)
    return sum(len(marks) if sum(marks) >= _LITERAL_RUN else sum(marks) for marks in counts.values())


def _literal_share(a: Utterance, b: Utterance) -> float:
    """How much of the shorter side's quoted words stands word for word in the other."""
    short, long = sorted((a, b), key=lambda side: (sum(w.is_quoted for w in side.words), side.ref.article))
    pairs = word_pairs(short.words, long.words)
    runs = [i for i in pairs if _run_at(i, pairs) >= _LITERAL_RUN and short.words[i].is_quoted]
    return len(runs) / max(1, sum(word.is_quoted for word in short.words))


def _run_at(i: int, pairs: dict[int, int]) -> int:
    """The length of the run of neighbouring pairs that word `i` belongs to."""
    length = 1
    for step in (-1, 1):
        at = i
        while pairs.get(at + step) == pairs[at] + step:
            at, length = at + step, length + 1
    return length


def _is_translated(a: Utterance, b: Utterance) -> bool:
    """True when the words were spoken in a language that is not the page's: a channel says so, or the speaker's state
    has no use of English.
    """
    for side in (a, b):
        channel = side.statement.channel
        if channel is not None and channel.language and channel.language != side.reading.article.language:
            return True
    if {a.reading.article.language, b.reading.article.language} != {"en"}:
        return a.reading.article.language != b.reading.article.language
    states = {side.statement.speaker.state for side in (a, b) if side.statement.speaker is not None} - {None}
    return bool(states) and not states & english_states()


@cache
def english_states() -> frozenset[str]:
    """States whose leaders may be taken to speak English on the record."""
    table = files("dateline.stories").joinpath("data", "english_states.csv").read_text(encoding="utf-8")
    return frozenset(row["state"] for row in csv.DictReader(table.splitlines()))
