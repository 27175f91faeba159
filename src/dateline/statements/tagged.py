"""Statements that a tagger finds where no rule does; syntax gives them their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from dateline.model import Parse, Sentence, Span, Token
from dateline.statements.assertion import is_asserted, is_so_much
from dateline.statements.clipping import without_remark
from dateline.statements.cues import Cue, cue_table
from dateline.statements.draft import Draft
from dateline.statements.headlines import COLON
from dateline.statements.quotations import QuotedSpan
from dateline.statements.report import Report
from dateline.statements.speakers import (
    heads,
    is_source,
    is_speaker,
    issuer,
    own_name,
    phrase,
    spoken_by,
    subject_of,
)

_SURE = 0.85
"""Share from which words that no rule takes for said are taken for said."""

_FEWEST_WORDS = 5
_COVERED = 0.5
_LIKE_CLAUSE = 0.75
_WORD = re.compile(r"\w+")
_EDGES = " \n\t,;:.–—-"

_SAY = Cue("say", (), "v", "say", "say", frozenset(), frozenset(), "")
"""For verbs that the table does not have."""

_FAR = 40
_OPENERS = ("that ", "whether ")
_BEFORE_NOUN = frozenset("compound amod det nummod poss nmod case".split())
_NO_SPEECH = frozenset(
    "be have do make take get place put look seem appear become remain need seek weigh try attempt manage begin start continue work move help "
    "use go come keep let face draw receive suffer attract".split()
)

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


def has_words_left(
    text: str,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Parse],
    outer: Sequence[QuotedSpan],
    known: Sequence[Draft],
) -> bool:
    """Whether a parsed sentence has words enough for another draft: in no quotation, and no part of a known draft."""
    taken = [q.span for q in outer]
    for draft in known:
        taken += draft.content
        if draft.report is not None:
            taken += [draft.report.span, *draft.report.speaker_heads]
            taken += [draft.report.speaker] if draft.report.speaker is not None else []
    inside = {i for span in taken for i in range(*span)}
    return any(
        sum(w.start() not in inside for w in _WORD.finditer(text, s.start, s.end)) >= _FEWEST_WORDS
        for s in sentences
        if s.index in parses
    )


def tagged_drafts(
    text: str,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Parse],
    tags: Tags,
    outer: Sequence[QuotedSpan],
    known: Sequence[Draft],
) -> Iterator[Draft]:
    """Drafts for what the tagger is sure of and no known draft holds: outside quotation marks, with a cue and a speaker in the sentence."""
    told = [span for draft in known for span in draft.content]
    taken = told + [q.span for q in outer]
    for sentence in sentences:
        parse = parses.get(sentence.index)
        for stretch, share in tags.content:
            words = _trimmed(text, stretch)
            if share < _SURE or not sentence.span.covers(words):
                continue
            cue_words = _cue_words(text, sentence, tags, words)
            if parse is not None and cue_words is not None and cue_words.end <= words.start:
                words = without_remark(parse, words, _class(parse, cue_words))
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
    same = [d for d in known if d.report is not None and d.report.span.touches(report.span)]
    return any(not any(s.touches(words) for s in d.content for words in report.content) for d in same)


def _announced(text: str, sentence: Sentence, tags: Tags, words: Span) -> Report | None:
    """ "Ruiz: the well is dry": a name that opens the sentence, and a colon."""
    for source, share in tags.sources:
        if (
            share >= _SURE
            and source.start == sentence.start
            and text[source.end : words.start].strip() == ":"
        ):
            at = Span(source.end, source.end)
            return Report(sentence, COLON, at, source, (source,), (words,), None)
    return None


def _cue_words(text: str, sentence: Sentence, tags: Tags, words: Span) -> Span | None:
    """The tagged cue of the sentence that is nearest to what is said."""
    cues = [s for s, _ in tags.cues if sentence.span.covers(s) and not s.touches(words)]
    nearest = _nearest(cues, words)
    return _trimmed(text, nearest) if nearest is not None else None


def _class(parse: Parse, cue_words: Span) -> str:
    """The class that the cue table gives to the head of a cue; `say` for a word that it does not have."""
    word = _head(parse, cue_words)
    return (_row(word) or _SAY).klass if word is not None else _SAY.klass


def _report(
    text: str, sentence: Sentence, parse: Parse | None, tags: Tags, words: Span, cue_words: Span | None
) -> Report | None:
    if parse is None or cue_words is None or _gap(words, cue_words, [s for s, _ in tags.sources]) > _FAR:
        return None
    verb = _head(parse, cue_words)
    cue = _cue(text, parse, verb, cue_words, words) if verb is not None else None
    if verb is None or cue is None or not (is_asserted(parse, verb) or _is_only_dependent(parse, verb)):
        return None
    if _is_undergone(parse, verb, cue_words) or _is_beside(parse, verb, words) or _is_asked(parse, words):
        return None
    source = _nearest([s for s, _ in tags.sources if sentence.span.covers(s)], cue_words)
    speaker, names = _speaker(parse, verb, cue, source)
    if speaker is None:
        return None
    content = _completed(parse, _clause_like(parse, words, cue_words, speaker))
    return Report(sentence, cue, cue_words, speaker, names, (content,), None)


def _is_undergone(parse: Parse, word: Token, cue_words: Span) -> bool:
    """ "Came under criticism", "pushed back against claims", "asked why it rained": the words are somebody else's."""
    if any(t.lower == "under" for t in (*parse.tokens_in(cue_words), parse.head(word))):
        return True
    verbs = [word, *islice(parse.ancestors(word), 2 if word.is_noun else 0)]
    if any(t.lower == "back" for verb in verbs for t in parse.children(verb, "advmod", "prt")):
        return True
    return _is_put(parse, word)


def _is_asked(parse: Parse, words: Span) -> bool:
    """ "Asked *why it rained*, Ruiz said": the question is not hers."""
    head = _head(parse, words)
    return head is not None and _is_put(parse, parse.head(head))


def _is_put(parse: Parse, word: Token) -> bool:
    is_asked = word.lemma in ("ask", "press", "question") and word.tag in ("VBN", "VBD")
    return is_asked and word.dep == "advcl" and parse.child(word, "nsubj") is None


def _is_beside(parse: Parse, verb: Token, words: Span) -> bool:
    """ "Responded to the call and secured the boat": what is done besides is not said."""
    return any(t.dep == "conj" and t.head == verb.i for t in parse.tokens_in(words)[:2])


def _completed(parse: Parse, words: Span) -> Span:
    """A stretch that breaks off before the noun of its last words ("false campaign | records") goes on to the end of that phrase."""
    inside = parse.tokens_in(words)
    last = inside[-1] if inside else None
    if last is not None and last.dep == "case":
        last = parse.head(last)
    if last is None or last.dep not in _BEFORE_NOUN or last.head <= last.i:
        return words
    return Span(words.start, max(words.end, parse.subtree_span(parse.head(last)).end))


def _speaker(
    parse: Parse, verb: Token, cue: Cue, source: Span | None
) -> tuple[Span | None, tuple[Span, ...]]:
    """The subject of the cue, else the words that the tagger takes for the speaker; nobody where these cannot say anything."""
    is_passive = parse.child(verb, "auxpass") is not None
    undergoing = parse.child(verb, "nsubjpass")
    if source is not None and undergoing is not None and parse.subtree_span(undergoing).touches(source):
        return None, ()
    subject = subject_of(parse, verb) if verb.is_verb and not is_passive else None
    if subject is None and source is not None:
        head = _head(parse, source)
        if head is None or not _can_say(parse, head, cue, source):
            return None, ()
        words = phrase(parse, head)
        said_by = words if words.touches(source) else source
        return said_by, (said_by,)
    if subject is None or not _can_say(parse, subject, cue, source):
        return None, ()
    subject = issuer(parse, subject)
    names = tuple(own_name(parse, t, verb) for t in heads(parse, subject))
    return spoken_by(parse, subject, verb), names


def _can_say(parse: Parse, subject: Token, cue: Cue, source: Span | None) -> bool:
    """Whether the subject can say something; words that may be a thing only where the tagger takes them for a speaker."""
    is_tagged = source is not None and source.touches(subject.span)
    return is_speaker(parse, subject) and (
        is_source(subject) or ((is_tagged or cue is not _SAY) and not cue.is_inferred)
    )


def _is_only_dependent(parse: Parse, verb: Token) -> bool:
    """ "Appeared to suggest", "..., promising to": neither negated nor possible, only hanging on another verb."""
    chain = [verb, *parse.ancestors(verb)]
    doubted = any(
        parse.child(t, "neg") is not None or any(a.tag == "MD" for a in parse.children(t, "aux"))
        for t in chain
    )
    return not doubted and (
        verb.tag in ("VBG", "VB") and verb.dep in ("xcomp", "advcl", "conj", "acl", "pcomp")
    )


def _gap(words: Span, cue: Span, sources: Sequence[Span]) -> int:
    """Letters between what is said and its cue, those of a speaker left out."""
    start, end = min(words.end, cue.end), max(words.start, cue.start)
    named = {i for s in sources for i in range(max(s.start, start), min(s.end, end))}
    return end - start - len(named)


def _cue(text: str, parse: Parse, word: Token, cue_words: Span, said: Span) -> Cue | None:
    """The row of the cue table; for other verbs in the active a plain cue of speech; None for what can be no cue.

    A noun is one where it is somebody's, or a clause hangs on it; "be" with what follows it ("is adamant that"). "So glad that" opens a result.
    """
    quality = parse.child(word, "acomp", "oprd") if word.lemma == "be" else None
    if is_so_much(parse, quality or word):
        return None
    if word.is_noun and parse.child(word, "poss") is None and not said.of(text).startswith(_OPENERS):
        return None
    if word.lemma == "be":
        return (_row(quality, "anv") or _SAY) if quality is not None and " " in cue_words.of(text) else None
    is_act = word.is_verb and word.lemma not in _NO_SPEECH and parse.child(word, "auxpass") is None
    return _row(word) or (_SAY if is_act else None)


def _row(word: Token, positions: str = "vna") -> Cue | None:
    """The row of the cue table, the one without further words first."""
    for position in positions:
        rows = cue_table().of(position, word.lower if position == "a" else word.lemma)
        if rows:
            return next((row for row in rows if not row.rest), rows[0])
    return None


def _head(parse: Parse, words: Span) -> Token | None:
    """The token of a stretch that hangs on one outside."""
    inside = parse.tokens_in(words)
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head not in numbers or t.head == t.i), None)


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
