"""Words of several pages that are known to tell of acts, put together where they mean one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.language import split_sentences
from dateline.model import Reading, Sentence, Span
from dateline.stories.events.joining import NOT_SHOWN, join, pairs_sharing
from dateline.stories.events.kindred import act_key, kin_of_trigger, lower_words, telling_word
from dateline.stories.events.reports import EventReport, sameness
from dateline.stories.events.surroundings import Surroundings, likeness, share_following, surroundings
from dateline.stories.labels.verbs import carrier

_SAME_WORD = 0.82
_KINDRED_WORD = 0.57
_LIKE_SENTENCES = 0.3
_LIKE_SEQUEL = 0.15
_SAME_NUMBER = 0.1
_EMPTY_WORD = -0.25
_SAYING = -0.45
_ONE_SENTENCE = -0.6
_KINDS_OF_SAYING = frozenset({"say", "announce", "report"})


@dataclass(frozen=True)
class ActMention:
    """Words that tell of an act, with their sentence and the event that was coded there, if any."""

    reading: Reading
    span: Span
    sentence: Span
    report: EventReport | None

    @cached_property
    def words(self) -> list[str]:
        return lower_words(self.span.of(self.reading.article.text))

    @cached_property
    def key(self) -> str | None:
        """The same for all forms of the word; None for a word like "it"."""
        word = telling_word(self.words)
        return act_key(word) if word else None

    @cached_property
    def kin(self) -> frozenset[str]:
        return kin_of_trigger(self.reading.article.text, self.span)

    @cached_property
    def is_empty(self) -> bool:
        """True for a verb that says little by itself: "made", "took"."""
        word = telling_word(self.words)
        return word is not None and carrier(word) is not None

    @cached_property
    def surroundings(self) -> Surroundings:
        return surroundings(self.reading.article.text, self.sentence, self.span)

    @property
    def place(self) -> tuple[str, str, int, int]:
        """What orders mentions: day of publication, page, and where they stand."""
        article = self.reading.article
        return (article.published.value if article.published else "~", article.id, *self.span)


def same_events(mentions: Sequence[tuple[Reading, Span]]) -> list[list[int]]:
    """Groups of mentions, by number, that mean one event. The readings should be of one story.

    Each mention is the span of a word or words that bear an act; those of no kind that Dateline codes count too. The order of the
    mentions does not change who is grouped with whom.
    """
    made = _act_mentions(mentions)
    order = sorted(range(len(made)), key=lambda i: made[i].place)
    ordered = [made[i] for i in order]
    pairs = pairs_sharing([_keys(mention) for mention in ordered])
    scores = {(i, j): mention_sameness(ordered[i], ordered[j]) for i, j in pairs}
    return sorted(sorted(order[k] for k in group) for group in join(len(ordered), scores))


def mention_sameness(a: ActMention, b: ActMention) -> float:
    """As `sameness` where both were coded; else by the words for the act and by what stands around them."""
    if a.report and b.report:
        return sameness(a.report, b.report)
    if a.key is not None and a.key == b.key:
        score = _SAME_WORD
    elif a.kin & b.kin:
        score = _KINDRED_WORD
    else:
        return NOT_SHOWN
    return max(NOT_SHOWN, min(1.0, score + _surroundings_speak(a, b) + _words_speak(a, b)))


def _surroundings_speak(a: ActMention, b: ActMention) -> float:
    """For one event: like sentences, a like sequel, a number in common. Against: two mentions in one sentence."""
    first, second = a.surroundings, b.surroundings
    value = _LIKE_SENTENCES * likeness(first, second) + _LIKE_SEQUEL * share_following(first, second)
    if first.numbers & second.numbers:
        value += _SAME_NUMBER
    is_one_sentence = a.reading.article.id == b.reading.article.id and a.sentence == b.sentence
    return value + (_ONE_SENTENCE if is_one_sentence else 0.0)


def _words_speak(a: ActMention, b: ActMention) -> float:
    """Against one event: verbs that say little, and words of saying, for much is said in a story."""
    value = _EMPTY_WORD if a.is_empty and b.is_empty else 0.0
    return value + (_SAYING if a.kin & b.kin & _KINDS_OF_SAYING else 0.0)


def _keys(mention: ActMention) -> set[str]:
    own = {"=" + mention.key} if mention.key else set()
    return own | {"~" + kind for kind in mention.kin}


def _act_mentions(mentions: Sequence[tuple[Reading, Span]]) -> list[ActMention]:
    sentences: dict[str, list[Sentence]] = {}
    for reading, _ in mentions:
        article = reading.article
        if article.id not in sentences:
            sentences[article.id] = split_sentences(article.text, article.blocks)
    return [
        ActMention(r, span, _sentence_of(span, sentences[r.article.id]), _coded(r, span))
        for r, span in mentions
    ]


def _sentence_of(span: Span, sentences: Sequence[Sentence]) -> Span:
    """The sentence that a span begins in; itself where there is none."""
    return next((s.span for s in sentences if s.start <= span.start < s.end), span)


def _coded(reading: Reading, span: Span) -> EventReport | None:
    """The event whose trigger shares a character with the span."""
    events = [e for e in reading.events if e.trigger.start < span.end and span.start < e.trigger.end]
    return EventReport(reading, events[0]) if events else None
