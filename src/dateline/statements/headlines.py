"""Headlines that name a speaker by a colon or dash: "Envoy: talks failed", "Talks failed: envoy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import ActorKind, Mentions, Sentence, Span, hull
from dateline.statements.cues import Cue
from dateline.statements.report import Report
from dateline.statements.speakers import is_agent_noun, is_source_noun

COLON = Cue(":", (), "p", "say", "say", frozenset({"clause", "quote"}), frozenset(), "")
_COLON = re.compile(r"\s?:\s|\s[–—-]\s")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:of\s+)?[A-Z][\w.’'-]*){0,4}")
_QUOTED = re.compile(r"[‘“\"][^‘’“”\"]+\s[^‘’“”\"]+[’”\"]")
_LABELS = frozenset(
    "watch video photos live breaking exclusive opinion analysis update updated factbox explainer editorial "
    "review interview timeline listen read more podcast transcript correction fact check latest column obituary "
    "essay letter letters profile quiz poll news world politics business sport sports".split()
)
_TITLES = frozenset(
    "former ex us u.s. uk mr mr. ms ms. mrs. dr. sen. rep. gov. gov sen rep gen. prof. pm fm the".split()
)
_TOPICS = frozenset({ActorKind.STATE, ActorKind.PLACE, ActorKind.INITIATIVE})
_FEWEST_WORDS = 3
_MOST_NAME_WORDS = 6
_MOST_PERSON_WORDS = 3


def headline_reports(
    text: str, sentences: Sequence[Sentence], mentions: Mentions | None = None
) -> Iterator[Report]:
    """The words on one side of a colon, when the other side names someone who can speak.

    A dash counts only before a speaker at the end. Without `mentions`, capitalised words pass for a name.
    """
    span = hull(s.span for s in sentences)
    marks = list(_COLON.finditer(text, span.start, span.end))
    if not marks:
        return
    first, last = marks[0], marks[-1]
    end = span.start + len(span.of(text).rstrip(" ."))
    speaker, told = _addressed(text, Span(span.start, first.start()))
    words = Span(first.end(), end)
    if ":" in first[0] and (
        all(_is_speaker(text, s, mentions) for s in (speaker, told) if s is not None)
        or _is_surname(text, speaker, words)
    ):
        yield from _report(text, sentences, speaker, words, told)
    elif _is_speaker(text, Span(last.end(), end), mentions, is_last=True):
        yield from _report(text, sentences, Span(last.end(), end), Span(span.start, last.start()))


def _addressed(text: str, head: Span) -> tuple[Span, Span | None]:
    """ "Envoy to Belize: ...": who speaks and to whom."""
    name, link, _ = head.of(text).partition(" to ")
    if not link:
        return head, None
    return Span(head.start, head.start + len(name)), Span(head.start + len(name) + len(link), head.end)


def _report(
    text: str, sentences: Sequence[Sentence], speaker: Span, content: Span, told: Span | None = None
) -> Iterator[Report]:
    if len(content.of(text).split()) >= _FEWEST_WORDS:
        at = speaker.end if speaker.start < content.start else speaker.start
        yield Report(sentences[0], COLON, Span(at, at), speaker, (speaker,), (content,), told)


def _is_surname(text: str, span: Span, content: Span) -> bool:
    """Whether a single word stands for somebody whom nothing else tells: no label, never written small, and quoted after it."""
    word = span.of(text)
    is_name = _NAME.fullmatch(word) is not None and " " not in word and not word.isupper()
    is_quoted = _QUOTED.search(text, content.start, content.end) is not None
    return (
        is_name and is_quoted and word.lower() not in _LABELS and not re.search(rf"\b{word.lower()}\b", text)
    )


def _is_speaker(text: str, span: Span, mentions: Mentions | None, *, is_last: bool = False) -> bool:
    """Whether words name somebody and nothing else: a person or body, "officials", "report"."""
    words = span.of(text).split()
    if not 0 < len(words) <= _MOST_NAME_WORDS or words[0].lower() in _LABELS or words[-1].lower() in _LABELS:
        return False
    is_common = words[-1].islower() or (len(words) == 1 and words[-1].endswith("s") and mentions is not None)
    if is_source_noun(words[-1].lower()) or (is_common and is_agent_noun(words[-1].lower())):
        return len(words) <= 3 or not is_last
    name = _NAME.fullmatch(span.of(text))
    if mentions is None:
        return name is not None and not is_last and len(words) <= 3
    mention = mentions.at(span)
    if mention is None or mention.kind in _TOPICS or name is None:
        return False
    if mention.kind is ActorKind.PERSON and len(mention.text.split()) > _MOST_PERSON_WORDS:
        return False
    titles = text[span.start : mention.start].lower().split()
    return mention.end == span.end and all(t in _TITLES or is_source_noun(t.rstrip(".")) for t in titles)
