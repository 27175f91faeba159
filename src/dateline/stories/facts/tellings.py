"""What a page tells, clause by clause: the ideas of each clause, of its sentence, and whether it speaks of another occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.events import day_of, find_times, resolve_time
from dateline.model import MONTHS, BlockKind, Mention, Reading, Span
from dateline.stories.events.days import days_of
from dateline.stories.facts.ideas import Ideas, act_ideas, base_stem, ideas_of, is_past_form, phrases_in
from dateline.stories.stems import stem
from dateline.stories.terms import WORD, usual_frequencies
from dateline.stories.wordlists import word_list

_CONTENT_KINDS = (BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")
_TITLES = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|Sta|No|[A-Z]))\.$")
_CLAUSE_BREAK = re.compile(
    r"[,;:()—]|\s[–-]\s|\b(?:and|but|when|after|before|while|until|who|whom|whose|which|where|that|because|although|though|if)\b",
    re.IGNORECASE,
)
_LEANS_BACK = re.compile(
    r"[“\"]?(?:(?:but|and|yet) )?(?:it|they|he|she|there|this|these|that|those|the (?:two|figure|three))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|him|she|they|them)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:last|previous) (?:year|month|spring|summer|autumn|fall|winter|decade|season"
    rf"|{'|'.join(MONTHS)})\b|\b(?:\w+) (?:years?|months?|decades?) (?:ago|earlier|before)\b"
    r"|\bearlier this year\b|\b(?:an|the|her|his|their|its) earlier\b|\b(?:previous (?!record|high|low|day|evening|night|week|afternoon|morning)|similar|another|every|each|usual|at the first)\b",
    re.IGNORECASE,
)
_FAR_BACK = 60
_COMMON = 0.2
_PHASES = frozenset(
    (
        "=begin",
        "=end",
        "=continue",
        "=effect",
        "=hold",
        "=open",
        "=close",
        "=lead",
        "=demand",
        "=deny",
        "=claim",
    )
)
_OPENERS = word_list("opens a phrase")


@dataclass(frozen=True, slots=True)
class Told:
    """A word of a page with the ideas that it, or the phrase that it opens, may stand for."""

    form: str
    start: int
    end: int
    ideas: Ideas


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence without a break. `words` and `whole` are the words of the clause and of its sentence, `ideas` those of the clause's telling words, `around` those of the whole sentence, of who is
    meant by its pronouns (those last named before, where that is not known) and, where it leans on what was said before ("It happened on Monday"), of the sentence before.
    """

    reading: Reading
    span: Span
    sentence: Span
    words: tuple[Told, ...]
    whole: tuple[Told, ...]
    ideas: Ideas
    around: Ideas
    is_elsewhen: bool
    leans: bool

    @property
    def article(self) -> str:
        return self.reading.article.id

    @property
    def text(self) -> str:
        return self.span.of(self.reading.article.text)


def clauses_of(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of headline and body, in order."""
    article = reading.article
    published = day_of(article.published.value) if article.published else None
    found: list[Clause] = []
    before: Ideas = frozenset()
    named: Ideas = frozenset()
    was_elsewhen = False
    for sentence in sentences_of(reading):
        words = _words(article.text, sentence)
        leans = _LEANS_BACK.match(sentence.of(article.text)) is not None
        own = _telling(words) | _meant(reading.mentions, sentence)
        is_elsewhen = _is_elsewhen(article.text, sentence, published) or (was_elsewhen and leans)
        around = own | before if leans else own
        if _PRONOUN.search(article.text, *sentence):
            around |= named
        for span in _clauses(article.text, sentence):
            inside = tuple(word for word in words if span.start <= word.start < span.end)
            if inside:
                found.append(
                    Clause(
                        reading,
                        span,
                        sentence,
                        inside,
                        tuple(words),
                        _telling(inside),
                        around,
                        is_elsewhen,
                        leans,
                    )
                )
        named = _meant(reading.mentions, sentence) or named
        before, was_elsewhen = own, is_elsewhen
    return tuple(found)


def nearest_acts(clause: Clause, at: int) -> Ideas:
    """The acts that the word nearest to a place stands for: before it in the clause, else after it, else in the sentence alike. Words
    that only say that something begins, ends or goes on are passed over.
    """
    for words in (clause.words, clause.whole):
        before = [word for word in reversed(words) if word.end <= at]
        after = [word for word in words if word.start >= at]
        for word in (*before, *after):
            if acts := (word.ideas & act_ideas()) - _PHASES or _unlisted(word):
                return acts
    return frozenset()


def _unlisted(word: Told) -> Ideas:
    """The stem of a verb in the past that belongs to no group, unless it is common."""
    if not is_past_form(word.form) or any(idea.startswith("=") for idea in word.ideas):
        return frozenset()
    return frozenset(idea for idea in word.ideas if usual_frequencies().get(idea, 0.0) < _COMMON)


def is_of_other_time(words: str) -> bool:
    """True where words put something into an earlier year, month or season, or call it one of several."""
    return _OTHER_TIME.search(words) is not None


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


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for match in _CLAUSE_BREAK.finditer(text, *sentence):
        if (
            match.group() == ","
            and text[match.start() - 1 : match.start()].isdigit()
            and text[match.end() : match.end() + 1].isdigit()
        ):
            continue
        yield Span(start, match.start())
        start = match.start() if match.group().isalpha() else match.end()
    yield Span(start, sentence.end)


def _words(text: str, sentence: Span) -> list[Told]:
    matches = list(WORD.finditer(text, *sentence))
    stems = [base_stem(match[0].removesuffix("'s").removesuffix("’s")) for match in matches]
    ideas = [ideas_of(match[0].removesuffix("'s").removesuffix("’s")) for match in matches]
    for first, groups in phrases_in(stems):
        ideas[first] |= groups
    return [Told(m[0], m.start(), m.end(), i) for m, i in zip(matches, ideas, strict=True)]


def _telling(words: Sequence[Told]) -> Ideas:
    """The ideas of words that are not common; names and groups always tell something."""
    found: set[str] = set()
    for word in words:
        for idea in word.ideas:
            common = usual_frequencies().get(idea, 0.0) >= _COMMON or idea in _OPENERS
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


def _is_elsewhen(text: str, sentence: Span, published: date | None) -> bool:
    """True where a sentence speaks of another occasion: an earlier year, "last summer", "a similar case", a month long past."""
    if is_of_other_time(sentence.of(text)):
        return True
    if published is None:
        return False
    for words in find_times(text, *sentence):
        days = days_of(resolve_time(words, published, is_future=False))
        if days is not None and days[1] < published.toordinal() - _FAR_BACK:
            return not words.span.of(text).lower().startswith("since")
    return False
