"""Names of one word that only the page knows: states by their ministers and armies, places by "in", bodies by what they do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.actors.found_name import FoundName
from dateline.actors.roles import kind_words, name_words, role_words
from dateline.actors.runs import KindsOfWord, no_kinds
from dateline.actors.short_names import people_of
from dateline.knowledge import NameForm
from dateline.model import ActorKind, Sentence

_NAME = r"([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}(?:-[A-Z][a-z]+)?)"
_ENDINGS = "n|an|ian|ean|ese|ish|i"
_DATELINE = re.compile(
    r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .’'-]{2,40}?)(?=(?:, ?[A-Z][\w. ]{2,24})? ?(?:\([^()]{2,40}\) ?)?[—–―-]{1,2}(?: |$|(?<=—)[A-Z“]))"
)
_OF_PLACES = "(?:village|town|city|port|island|atoll|province|district|hamlet|region|suburb) of"
_SCENE = re.compile(
    rf"\b(?:in|at|near|outside|from|{_OF_PLACES}) {_NAME}(?![\w-])(?!,? (?:and|or) [A-Z])(?! [A-Z])"
)
_OFTEN = 2


def local_names(
    text: str, sentences: Sequence[Sentence], names: Sequence[FoundName], kinds: KindsOfWord = no_kinds
) -> list[FoundName]:
    """Names to add to those found, none of them over another. `kinds` tells names from words of a dictionary."""
    taken = {i for name in names for i in range(name.start, name.end)}
    people = people_of(names)
    words = _unknown_words(text, sentences, taken, people)
    states = _states(text, sentences, words)
    found = [
        *_mentions_of_states(text, sentences, states),
        *_others(text, sentences, words, states, _scenes(text, sentences, words, kinds)),
    ]
    return [name for name in found if taken.isdisjoint(range(name.start, name.end))]


def datelines(text: str, sentences: Sequence[Sentence]) -> list[FoundName]:
    """Cities in capitals at the head of a report: "NUSA DUA, Indonesia —"."""
    found = []
    for sentence in sentences:
        match = _DATELINE.match(text, sentence.start, sentence.end)
        if match is not None and len(match[1]) > 2:
            start, end = match.span(1)
            found.append(
                FoundName(start, end, ActorKind.PLACE, match[1].title(), start, None, NameForm.CITY, None)
            )
    return found


def _unknown_words(
    text: str, sentences: Sequence[Sentence], taken: set[int], people: set[str]
) -> Counter[str]:
    """Capitalised words inside sentences that no name covers, with how often they stand there."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        for match in re.finditer(_NAME, text[sentence.start : sentence.end]):
            start, word = sentence.start + match.start(), match[0]
            if match.start() and start not in taken and word not in people and not _is_word(word):
                found[word] += text[start - 1] in " \u00a0" and text[start - 2] not in '.!?”"“:'
    return found


def _is_word(word: str) -> bool:
    lower = word.lower()
    return (
        lower in name_words("stop")
        or lower in name_words("thing")
        or lower in name_words("unplaced")
        or lower in role_words()
        or lower in kind_words()
    )


def _states(text: str, sentences: Sequence[Sentence], words: Counter[str]) -> set[str]:
    """Words whose bearers have what states have; universities and clubs have presidents too, but no demonyms."""
    sure: set[str] = set()
    likely: set[str] = set()
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        sure |= {m[1] for like in (_owning(), _owned()) for m in like.finditer(piece) if m[1] in words}
        for led in _led().finditer(piece):
            if led["name"] in words:
                (likely if led["title"] == "President" else sure).add(led["name"])
    everywhere = " ".join(words)
    return sure | {w for w in likely if re.search(rf"\b{re.escape(w)}(?:{_ENDINGS})\b", everywhere)}


@cache
def _owning() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}['’]s (?:[a-z]+ )?(?:{_either(name_words('of_states'))})\b")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(name_words('of_states'))}) of {_NAME}")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<title>President|(?:Deputy )?Prime Minister|King|Queen|Premier|Chancellor|(?:Foreign|Interior|Defence|Defense|Finance|Energy|Trade) Minister)(?: [A-Z][\w'’-]+){{1,3}} of (?P<name>{_NAME})"
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _mentions_of_states(text: str, sentences: Sequence[Sentence], states: set[str]) -> Iterator[FoundName]:
    for state in sorted(states):
        pattern = re.compile(rf"(?<![\w-]){re.escape(state)}({_ENDINGS})?(?![\w])")
        for sentence in sentences:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                form = NameForm.ADJECTIVE if match[1] else NameForm.NAME
                yield FoundName(
                    match.start(), match.end(), ActorKind.STATE, state, match.start(), None, form, None
                )


def _scenes(text: str, sentences: Sequence[Sentence], words: Counter[str], kinds: KindsOfWord) -> set[str]:
    """Words that no dictionary has and that stand behind "in", "at", "near" or "the village of"."""
    if kinds is no_kinds:
        return set()
    found = {m[1] for s in sentences for m in _SCENE.finditer(text, s.start, s.end)}
    return {word for word in found if word in words and not kinds(word.lower())}


def _others(
    text: str, sentences: Sequence[Sentence], words: Counter[str], states: set[str], scenes_once: set[str]
) -> Iterator[FoundName]:
    """Words that stand inside sentences more than once, or once as a scene that is no word of a dictionary: a scene, a body that does
    something, or, if both, a state."""
    often = {
        w
        for w, times in words.items()
        if (times >= _OFTEN or w in scenes_once) and not any(w.startswith(s) for s in states)
    }
    if not often:
        return
    either = _either(often)
    scenes = re.compile(rf"\b(?:in|at|near|from|to|outside|around|{_OF_PLACES}) ({either})(?![\w-])")
    actors = re.compile(
        rf"(?<!in )(?<!at )(?<!near )(?<!from )(?<!of )(?<!outside )\b({either}) (?:has |have |had |will )?(?:{_either(name_words('acting'))})\b"
    )
    kinds: dict[str, ActorKind] = {}
    acting: set[str] = set()
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        kinds.update((m[1], ActorKind.PLACE) for m in scenes.finditer(piece))
        acting |= {m[1] for m in actors.finditer(piece)}
    for word in acting:
        kinds[word] = ActorKind.STATE if word in kinds else ActorKind.ORGANISATION
    for word, kind in sorted(kinds.items()):
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        for sentence in sentences:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                yield FoundName(match.start(), match.end(), kind, word, match.start(), None, None, None)
