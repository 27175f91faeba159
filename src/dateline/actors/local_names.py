"""Names of one word that only the page knows: states by their ministers and armies, places by "in", bodies by what they do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.actors.found_name import FoundName
from dateline.actors.roles import kind_words, name_words, role_words
from dateline.actors.runs import KindsOfWord, no_kinds
from dateline.actors.sentence_lines import Place, SentenceLines, Taken
from dateline.actors.short_names import people_of
from dateline.knowledge import NameForm
from dateline.model import ActorKind, Sentence

_NAME = r"([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}(?:-[A-Z][a-z]+)?)"
_CAPITALISED = re.compile(_NAME)
_OF_NAME = re.compile(rf" of {_NAME}")
_NAME_BEFORE = re.compile(rf"{_NAME}\Z")
_LONGEST_NAME = 80
_LEADER = re.compile(
    r"\b(?P<title>President|(?:Deputy )?Prime Minister|King|Queen|Premier|Chancellor|(?:Foreign|Interior|Defence|Defense|Finance|Energy|Trade) Minister)(?: [A-Z][\w'’-]+){1,3}\Z"
)
_LONGEST_OWNED = 40
_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i")
_STATE_ENDS = re.compile(rf"({'|'.join(_ENDINGS)})?(?!\w)")
_SCENE = re.compile(r"\b(?:in|at|near|from|to|outside|around) \Z")
_ACTS = re.compile(r" (\w+)")
_HAS_ACTED = re.compile(r" (?:has|have|had|will) (\w+)")
_BEFORE_PLACES = ("in ", "at ", "near ", "from ", "of ", "outside ")
_NEAR = 9
"""Letters before a place in which the longest of these words stands."""
_DATELINE = re.compile(
    r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .’'-]{2,40}?)(?=(?:, ?[A-Z][\w. ]{2,24})? ?(?:\([^()]{2,40}\) ?)?[—–―-]{1,2}(?: |$|(?<=—)[A-Z“]))"
)
_OF_PLACES = "(?:village|town|city|port|island|atoll|province|district|hamlet|region|suburb) of"
_BEFORE_SCENE = re.compile(rf"\b(?:in|at|near|outside|from|{_OF_PLACES}) \Z")
_LONGEST_BEFORE_SCENE = 14
_BEHIND_SCENE = re.compile(r"(?![\w-])(?!,? (?:and|or) [A-Z])(?! [A-Z])")
_OFTEN = 2


def local_names(
    lines: SentenceLines, names: Sequence[FoundName], kinds: KindsOfWord = no_kinds
) -> list[FoundName]:
    """Names to add to those found, none of them over another. `kinds` tells names from words of a dictionary."""
    taken = Taken(names)
    unknown = list(_unknown_words(lines, taken, people_of(names)))
    words = _times_inside(lines.text, unknown)
    states = _states(lines.text, words)
    scenes = _sure_scenes(lines.text, unknown, kinds)
    found = [*_mentions_of_states(lines, states), *_others(lines, words, states, scenes)]
    return [name for name in found if not taken.touches(name.start, name.end)]


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


def _unknown_words(lines: SentenceLines, taken: Taken, people: set[str]) -> Iterator[re.Match[str]]:
    """Capitalised words inside sentences that no name covers."""
    text, no_names = lines.text, _no_names()
    for match in _CAPITALISED.finditer(text):
        start, word = match.start(), match[0]
        if not start or text[start - 1] == "\n" or word.lower() in no_names or word in people:
            continue
        place = lines.on_page(start)
        if not taken.touches(place, place + 1):
            yield match


def _times_inside(text: str, words: Iterable[re.Match[str]]) -> Counter[str]:
    """How often a word stands behind another one, and not at the head of a sentence or quotation."""
    found: Counter[str] = Counter()
    for match in words:
        start = match.start()
        found[match[0]] += text[start - 1] in " \u00a0" and text[start - 2] not in '.!?”"“:'
    return found


@cache
def _no_names() -> frozenset[str]:
    """Lower-case words that are no name by themselves."""
    sorts = (name_words(sort) for sort in ("stop", "thing", "unplaced"))
    return frozenset().union(*sorts, role_words(), kind_words())


def _states(text: str, words: Counter[str]) -> set[str]:
    """Words whose bearers have what states have; universities and clubs have presidents too, but no demonyms."""
    sure = {*_owning_states(text), *_owned_states(text)}
    likely: set[str] = set()
    for title, name in _led_states(text):
        (likely if title == "President" else sure).add(name)
    parts = {part for word in words for part in (word, *word.split("-"))}
    likely = {word for word in likely if any(word + ending in parts for ending in _ENDINGS)}
    return (sure | likely) & words.keys()


def _owning_states(text: str) -> Iterator[str]:
    """ "*Foo*'s army"."""
    for match in _owning().finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is not None:
            yield name[1]


@cache
def _owning() -> re.Pattern[str]:
    return re.compile(rf"['’]s (?:[a-z]+ )?(?:{_either(name_words('of_states'))})\b")


def _owned_states(text: str) -> Iterator[str]:
    """ "The army of *Foo*"."""
    for match in _OF_NAME.finditer(text):
        if _owned().search(text, max(0, match.start() - _LONGEST_OWNED), match.start()):
            yield match[1]


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(name_words('of_states'))})\Z")


def _led_states(text: str) -> Iterator[tuple[str, str]]:
    """ "President Ana Ruiz of *Foo*": titles and states."""
    end = 0
    for match in _OF_NAME.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        led = _LEADER.search(text, max(end, line), match.start())
        if led is not None:
            end = match.end()
            yield led["title"], match[1]


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _mentions_of_states(lines: SentenceLines, states: set[str]) -> Iterator[FoundName]:
    for state in sorted(states):
        for start, end, _, sentence in lines.places([state], "-"):
            ending = _STATE_ENDS.match(lines.page, end, sentence.end)
            if ending is not None:
                form = NameForm.ADJECTIVE if ending[1] else NameForm.NAME
                yield FoundName(start, ending.end(), ActorKind.STATE, state, start, None, form, None)


def _sure_scenes(text: str, words: Iterable[re.Match[str]], kinds: KindsOfWord) -> set[str]:
    """Words that no dictionary has and that stand behind "in", "at", "near" or "the village of"."""
    if kinds is no_kinds:
        return set()
    return {match[0] for match in words if _stands_as_scene(text, match) and not kinds(match[0].lower())}


def _stands_as_scene(text: str, word: re.Match[str]) -> bool:
    start, end = word.span()
    if not _BEHIND_SCENE.match(text, end):
        return False
    return _BEFORE_SCENE.search(text, max(0, start - _LONGEST_BEFORE_SCENE), start) is not None


def _others(
    lines: SentenceLines, words: Counter[str], states: set[str], sure: set[str]
) -> Iterator[FoundName]:
    """Words that stand inside sentences more than once, or are surely a scene: a scene, a body that does something, or, if both, a
    state."""
    named_after = tuple(states)
    often = [
        w for w, times in words.items() if (times >= _OFTEN or w in sure) and not w.startswith(named_after)
    ]
    places = lines.places(often, "")
    scenes = {place.word for place in places if lines.ends_word(place) and _is_scene(lines.page, place)} | (
        sure & set(often)
    )
    acting = {place.word for place in places if _does_something(lines.page, place)}
    for word in sorted(scenes | acting):
        kind = ActorKind.PLACE
        if word in acting:
            kind = ActorKind.STATE if word in scenes else ActorKind.ORGANISATION
        for place in places:
            if place.word == word and lines.stands_alone(place):
                yield FoundName(place.start, place.end, kind, word, place.start, None, None, None)


def _is_scene(page: str, place: Place) -> bool:
    """ "In *Foo*", "outside *Foo*"."""
    return _SCENE.search(page, max(place.sentence.start, place.start - _NEAR), place.start) is not None


def _does_something(page: str, place: Place) -> bool:
    """ "*Foo* has agreed", but not "a man from *Foo* has agreed"."""
    before = page[max(place.sentence.start, place.start - _NEAR) : place.start]
    if before.endswith(_BEFORE_PLACES):
        return False
    acts = (word.match(page, place.end, place.sentence.end) for word in (_HAS_ACTED, _ACTS))
    return any(act is not None and act[1] in name_words("acting") for act in acts)
