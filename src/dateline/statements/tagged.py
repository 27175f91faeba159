"""Statements that a tagger finds where no rule does; syntax gives them their form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from dateline.model import Parse, Sentence, Span
from dateline.statements.clipping import without_remark
from dateline.statements.draft import Draft
from dateline.statements.headlines import COLON
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report
from dateline.statements.tagged_cues import class_of, is_told, tagged_cue
from dateline.statements.tagged_speakers import tagged_speaker

SURE = 0.85
"""Share from which words that no rule takes for said are taken for said."""

_FEWEST_WORDS = 5
_COVERED = 0.5
_LIKE_CLAUSE = 0.75
_EDGES = " \n\t,;:.–—-"
_FAR = 40
_OPENING = frozenset({"mark", "cc"})
_BEFORE_NOUN = frozenset("compound amod det nummod poss nmod case".split())

Stretches = Sequence[tuple[Span, float]]


class Tags(Protocol):
    """What a tagger says of a paragraph: stretches, each with the share that the tagger gives it."""

    @property
    def content(self) -> Stretches:
        """What is said."""
        ...

    @property
    def sources(self) -> Stretches:
        """Who says it."""
        ...

    @property
    def cues(self) -> Stretches:
        """The words that say that it is said."""
        ...


def tagged_drafts(
    text: str,
    tagged: Iterable[tuple[Sentence, Tags]],
    parses: Mapping[int, Parse],
    outer: Sequence[QuotedSpan],
    known: Sequence[Draft],
    least: float = SURE,
) -> Iterator[Draft]:
    """Drafts for what the tagger gives at least a share and no known draft holds: outside quotation marks, with a cue and a speaker in the sentence."""
    told = [span for draft in known for span in draft.content]
    taken = told + [q.span for q in outer]
    for sentence, tags in tagged:
        parse = parses.get(sentence.index)
        for stretch, share in tags.content:
            words = _trimmed(text, stretch)
            if share < least or not sentence.span.covers(words):
                continue
            cue_words = _cue_words(text, sentence, tags, words)
            if parse is not None and cue_words is not None and cue_words.end <= words.start:
                words = without_remark(parse, words, class_of(parse, cue_words))
            if len(words.of(text).split()) < _FEWEST_WORDS or _covered(words, told) > _COVERED:
                continue
            report = _announced(text, sentence, tags, words)
            if report is None and _covered(words, taken) <= _COVERED:
                report = _report(text, sentence, parse, tags, words, cue_words)
            if report is not None and not _is_around(report, known):
                told.append(words)
                taken.append(words)
                yield Draft(report, list(report.content))


def _is_around(report: Report, known: Sequence[Draft]) -> bool:
    """ "Rejected the plea *in a letter to the mayor*": beside what a rule gives to the cue stands when and where it was said."""
    same = [d for d in known if d.content and d.report and d.report.span.touches(report.span)]
    return any(not any(s.touches(words) for s in d.content for words in report.content) for d in same)


def _announced(text: str, sentence: Sentence, tags: Tags, words: Span) -> Report | None:
    """ "Ruiz: the well is dry": a name that opens the sentence, and a colon."""
    for source, share in tags.sources:
        if share >= SURE and source.start == sentence.start and text[source.end : words.start].strip() == ":":
            at = Span(source.end, source.end)
            return Report(sentence, COLON, at, source, (source,), (words,), None)
    return None


def _cue_words(text: str, sentence: Sentence, tags: Tags, words: Span) -> Span | None:
    """The tagged cue of the sentence that is nearest to what is said."""
    cues = [s for s, _ in tags.cues if sentence.span.covers(s) and not s.touches(words)]
    nearest = _nearest(cues, words)
    return _trimmed(text, nearest) if nearest is not None else None


def _report(
    text: str, sentence: Sentence, parse: Parse | None, tags: Tags, words: Span, cue_words: Span | None
) -> Report | None:
    if parse is None or cue_words is None or _gap(words, cue_words, [s for s, _ in tags.sources]) > _FAR:
        return None
    verb = parse.top_of(cue_words)
    cue = tagged_cue(text, parse, verb, cue_words, words) if verb is not None else None
    if verb is None or cue is None or not is_told(parse, verb, cue_words, words):
        return None
    source = _nearest([s for s, _ in tags.sources if sentence.span.covers(s)], cue_words)
    speaker, names = tagged_speaker(parse, verb, cue, source)
    if speaker is None:
        return None
    content = _completed(parse, _clause_like(parse, words, cue_words, speaker))
    return Report(sentence, cue, cue_words, speaker, names, (content,), None)


def _completed(parse: Parse, words: Span) -> Span:
    """A stretch that breaks off before the noun of its last words ("false campaign | records") goes on to the end of that phrase; words that open what is not in it go."""
    inside = parse.tokens_in(words)
    while len(inside) > 1 and inside[-1].dep in _OPENING:
        inside.pop()
    words = Span(words.start, inside[-1].end) if inside else words
    last = inside[-1] if inside else None
    if last is not None and last.dep == "case":
        last = parse.head(last)
    if last is None or last.dep not in _BEFORE_NOUN or last.head <= last.i:
        return words
    return Span(words.start, max(words.end, parse.subtree_span(parse.head(last)).end))


def _gap(words: Span, cue: Span, sources: Sequence[Span]) -> int:
    """Letters between what is said and its cue, those of a speaker left out."""
    start, end = min(words.end, cue.end), max(words.start, cue.start)
    named = {i for s in sources for i in range(max(s.start, start), min(s.end, end))}
    return end - start - len(named)


def _clause_like(parse: Parse, words: Span, cue: Span, speaker: Span) -> Span:
    """The words of the clause or phrase that is nearly the stretch, without cue and speaker; else the stretch."""
    best, share = words, _LIKE_CLAUSE
    for token in parse.tokens_in(words):
        span = parse.subtree_span(token)
        if span.touches(cue) or span.touches(speaker):
            continue
        both = min(span.end, words.end) - max(span.start, words.start)
        like = both / (max(span.end, words.end) - min(span.start, words.start))
        if like > share:
            best, share = span, like
    return best


def _nearest(spans: Sequence[Span], words: Span) -> Span | None:
    def distance(span: Span) -> int:
        return max(span.start - words.end, words.start - span.end)

    return min(spans, key=distance, default=None)


def _covered(words: Span, taken: Sequence[Span]) -> float:
    shared = {i for span in taken for i in range(max(span.start, words.start), min(span.end, words.end))}
    return len(shared) / (words.end - words.start)


def _trimmed(text: str, words: Span) -> Span:
    kept = words.of(text)
    left = len(kept) - len(kept.lstrip(_EDGES))
    return Span(words.start + left, words.start + max(left, len(kept.rstrip(_EDGES))))
