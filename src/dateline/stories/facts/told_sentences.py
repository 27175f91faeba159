"""What a sentence of a page tells, worked out when it is asked for: its words, their ideas, and whether it speaks of another occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.events import day_of, find_times, resolve_time
from dateline.model import MONTHS, BlockKind, Mention, Reading, Span
from dateline.stories.events.days import days_of
from dateline.stories.facts.ideas import Ideas, base_stem, ideas_of, phrases_in
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_TITLES = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|Sta|No|[A-Z]))\.$")
_LEANS_BACK = re.compile(
    r"[“\"]?(?:(?:but|and|yet) )?(?:it|they|he|she|there|this|these|that|those|the (?:two|figure|three))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|him|she|they|them)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:last|previous) (?:year|month|spring|summer|autumn|fall|winter|decade|season"
    rf"|{'|'.join(MONTHS)})\b|(?<!\bthan )\b(?:\w+) (?:years?|months?|decades?) (?:ago|earlier|before)\b"
    r"|\bearlier this year\b|\b(?:an|the|her|his|their|its) earlier\b|\b(?:previous (?!record|high|low|day|evening|night|week|afternoon|morning)|similar|another(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|few|hour|day|week|month))|every|each|(?<!\bas )usual|at the first)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|to be|due|planned|plans?|expected|scheduled|until|next)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\bIn ((?:19|20)\d\d)\b")
"""What opens with a year is of that year."""
_IN_MONTH = re.compile(rf"\bIn ({'|'.join(month.capitalize() for month in MONTHS)})\b")
_FAR_BACK = 60
COMMON = 0.2
"""Share of pages from which a stem tells nothing."""
_OPENERS = word_list("opens a phrase")


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a page with the ideas that it, or the phrase that it opens, may stand for."""

    form: str
    start: int
    end: int
    ideas: Ideas


@dataclass(frozen=True, eq=False)
class ToldSentence:
    """A sentence of headline or body, and the one before it. `leans` says that it leans on that one ("It happened on Monday")."""

    reading: Reading
    span: Span
    before: ToldSentence | None

    @cached_property
    def words(self) -> tuple[Told, ...]:
        """Its words."""
        return tuple(_words(self.reading.article.text, self.span))

    @cached_property
    def leans(self) -> bool:
        """Whether it goes on from the sentence before."""
        return _LEANS_BACK.match(self.span.of(self.reading.article.text)) is not None

    @cached_property
    def around(self) -> Ideas:
        """The ideas of its telling words, of who is meant by its pronouns (those last named before, where that is not known) and,
        where it leans on what was said before, of that."""
        around = self._own
        if self.leans and self.before is not None:
            around |= self.before._own
        if _PRONOUN.search(self.reading.article.text, *self.span):
            around |= next((s._named for s in self._back(self.before) if s._named), frozenset())
        return around

    @cached_property
    def is_elsewhen(self) -> bool:
        """Whether it, or the one that it leans on, speaks of another occasion."""
        for sentence in self._back(self):
            if sentence._is_of_other_day or not sentence.leans:
                return sentence._is_of_other_day
        return False

    @staticmethod
    def _back(last: ToldSentence | None) -> Iterator[ToldSentence]:
        while last is not None:
            yield last
            last = last.before

    @cached_property
    def _named(self) -> Ideas:
        return _meant(self.reading.mentions, self.span)

    @cached_property
    def _own(self) -> Ideas:
        return telling(self.words) | self._named

    @cached_property
    def _is_of_other_day(self) -> bool:
        article = self.reading.article
        published = day_of(article.published.value) if article.published else None
        return _is_elsewhen(article.text, self.span, published)


def told_sentences(reading: Reading) -> Iterator[ToldSentence]:
    """The sentences of headline and body, in order, each with the one before it."""
    before = None
    for span in sentences_of(reading):
        before = ToldSentence(reading, span, before)
        yield before


def sentences_of(reading: Reading) -> Iterator[Span]:
    """The sentences of headline and body, in order; a title with a full stop ends none."""
    article = reading.article
    for span in article.spans_of(*_CONTENT_KINDS) or [Span(0, len(article.text))]:
        start = span.start
        for match in _SENTENCE_END.finditer(article.text, span.start, span.end):
            if not _TITLES.search(article.text, start, match.start() + 1):
                yield Span(start, match.start())
                start = match.end()
        yield Span(start, span.end)


def is_of_other_time(words: str) -> bool:
    """True where words put something into an earlier year, month or season, or call it one of several."""
    return _OTHER_TIME.search(words) is not None


def _words(text: str, sentence: Span) -> list[Told]:
    matches = list(WORD.finditer(text, *sentence))
    stems = [base_stem(match[0].removesuffix("'s").removesuffix("’s")) for match in matches]
    ideas = [ideas_of(match[0].removesuffix("'s").removesuffix("’s")) for match in matches]
    for first, groups in phrases_in(stems):
        ideas[first] |= groups
    return [Told(m[0], m.start(), m.end(), i) for m, i in zip(matches, ideas, strict=True)]


def telling(words: Sequence[Told]) -> Ideas:
    """The ideas of words that are not common; names and groups always tell something."""
    found: set[str] = set()
    for word in words:
        for idea in word.ideas:
            common = usual_frequencies().get(idea, 0.0) >= COMMON or idea in _OPENERS
            if idea.startswith("=") or not (common or idea.isdigit() or len(idea) < 3):
                found.add(idea)
    return frozenset(found)


def _meant(mentions: Sequence[Mention], sentence: Span) -> Ideas:
    """The names of those who are meant by words inside the sentence."""
    inside = [m for m in mentions if sentence.covers((m.start, m.end)) and m.actor is not None]
    return frozenset(name for mention in inside for name in names_of(mention))


def names_of(mention: Mention) -> Ideas:
    """The idea that the name of an actor stands for: its last word."""
    return frozenset(stem(word.lower()) for word in WORD.findall(mention.name)[-1:])


def _is_long_past(month: str, published: date) -> bool:
    """True for a month that was over long before a page came out, its last one being meant."""
    number = list(MONTHS).index(month.lower()) + 1
    months_ago = (published.month - number) % 12
    return months_ago > 2


def _is_elsewhen(text: str, sentence: Span, published: date | None) -> bool:
    """True where a sentence speaks of another occasion: an earlier year, "last summer", "a similar case", a month long past."""
    if is_of_other_time(sentence.of(text)):
        return True
    if published is None:
        return False
    if any(int(match[1]) < published.year for match in _IN_YEAR.finditer(text, *sentence)):
        return True
    if any(_is_long_past(match[1], published) for match in _IN_MONTH.finditer(text, *sentence)):
        return True
    for words in find_times(text, *sentence):
        is_future = _TO_COME.search(text, sentence.start, words.span.start) is not None
        days = days_of(resolve_time(words, published, is_future=is_future))
        if days is not None and days[1] < published.toordinal() - _FAR_BACK:
            return not words.span.of(text).lower().startswith("since")
    return False
