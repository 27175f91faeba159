"""What stands around a trigger in its sentence: the object or complement that completes the verb, and its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import MONTHS, WEEKDAYS, Participant, Span
from dateline.stories.events.reports import EventReport
from dateline.stories.labels.verbs import carrier
from dateline.stories.wordlists import word_list

_REACH = 180
_MOST_WORDS = 11
_MOST_SUBJECT_WORDS = 4
_END = re.compile(r"[.?!](?=[\s”\"’]|$)|[,;:()—\n“”\"]|\s[–-]\s")
_START = re.compile(r"[.?!][”\"’]?\s+|[,;:()—\n“”\"]|\s[–-]\s")
_TIME = re.compile(
    r"\b(?:(?:from|at|by|until)\s+)?\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b|\b(?:(?:on|the\s+(?:end|start|beginning|middle)|last|next|this|by|since|until|from|late|early|in|at|for|every|of)\s+)*(?:the\s+)?(?:late\s+|early\s+)?"
    rf"(?:{'|'.join(WEEKDAYS)}|yesterday|today|tonight|tomorrow|morning|afternoon|evening|night"
    r"|noon|midnight|dawn|dusk|weekend|week|month|year"
    rf"|{'|'.join(month for month in MONTHS if month != 'may')}|(?:19|20)\d\d)\b(?!\s+(?:curfew|talks|market|session|raid|attack))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s]+")
_BREAKS = word_list("ends a predicate")
_DANGLING = word_list("opens a phrase") | word_list("preposition")
_LINKS = word_list("links a verb")
_PREPOSITIONS = word_list("preposition")
_PRONOUNS = word_list("pronoun")
_NO_SUBJECT = word_list("no part of a subject")
_FINITE = frozenset("is are was were has had will would can could may might".split())
_CALLING_OFF = word_list("calls an act off")
_SPEAKING = word_list("pronoun of the speaker")


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that bears an act, in its base form, and where it ends in the text."""

    base: str
    end: int


def verb_of(report: EventReport) -> Verb | None:
    """The trigger itself, or the verb that carries a noun ("imposed a curfew"); None where a noun stands alone."""
    event, text = report.event, report.reading.article.text
    if not _is_noun(event.rule):
        words = event.trigger.lemma.lower().split()
        return Verb(words[0], event.trigger.end) if words and words[0].isalpha() else None
    spans = [span for party in event.source for span in party.spans if span.end <= event.trigger.start]
    if not spans:
        return None
    start = max(span.end for span in spans)
    for match in list(_WORD.finditer(text, start, event.trigger.start))[:2]:
        base = carrier(match[0])
        if base:
            return Verb(base, match.end())
        if not match[0].islower() or match[0].endswith((",", ";")):
            return None
    return None


def calls_off(report: EventReport, verb: Verb) -> bool:
    """True where the verb beside a noun itself says that nothing comes of its act: "*calls off* a visit"."""
    following = _WORD.match(report.reading.article.text, verb.end + 1)
    phrases = {verb.base, f"{verb.base} {following[0].lower()}" if following else ""}
    return _is_noun(report.event.rule) and not phrases.isdisjoint(_CALLING_OFF)


def _is_noun(rule: str) -> bool:
    return re.search(r"\.n(?:\.\d+)?$", rule) is not None


@dataclass(frozen=True, slots=True)
class Object:
    """The words that complete a verb; `has_target` where all the event's targets, or one, stand among them, or it has none."""

    words: str
    has_target: bool


def object_of(report: EventReport, verb: Verb, names: Sequence[tuple[Span, str]]) -> Object | None:
    """The words after a verb as far as they belong to it, with mentions replaced by names; None where there are none.

    It ends at punctuation, before a clause of its own and before a time, and has no more than eleven words.
    """
    text = report.reading.article.text
    limit = min(len(text), verb.end + _REACH)
    end = _END.search(text, verb.end, limit)
    stop = end.start() if end else limit
    time = _TIME.search(text, verb.end, stop)
    stop = min(stop, time.start()) if time else stop
    words = _complete(list(_WORD.finditer(text, verb.end, stop)))
    if not words or not _follows(words[0][0]) or {w[0].lower() for w in words} & _SPEAKING:
        return None
    stretch = Span(words[0].start(), words[-1].end())
    if (
        stretch.start <= report.event.trigger.start < report.event.trigger.end
        and report.event.trigger.end > stretch.end
    ):
        return None
    return Object(_with_names(text, stretch, names), _has_target(report, stretch))


def is_after_preposition(report: EventReport, verb: Verb) -> bool:
    """True where a word like "to" or "between" parts the verb from the target that follows it."""
    text = report.reading.article.text
    starts = [s.start for p in report.event.target for s in p.spans if s.start >= verb.end]
    between = text[verb.end : min(starts)].lower().split() if starts else []
    return bool(set(between) & _PREPOSITIONS)


def _complete(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words up to a break, shortened to whole phrases."""
    for i, word in enumerate(words):
        if word[0].lower() in _BREAKS and not _joins_nouns(words, i):
            words = words[:i]
            break
    if len(words) > _MOST_WORDS:
        words = words[:_MOST_WORDS]
        cuts = [i for i, word in enumerate(words) if i > 1 and word[0].lower() in _PREPOSITIONS - {"of"}]
        words = words[: cuts[-1]] if cuts else words
    while words and words[-1][0].lower() in _DANGLING:
        words = words[:-1]
    return words


def _joins_nouns(words: Sequence[re.Match[str]], i: int) -> bool:
    """True in "the use or threat of force" and "four pumps and 300 blankets"."""
    if words[i][0].lower() not in ("and", "or") or i == 0 or i + 1 >= len(words):
        return False
    following = words[i + 2][0].lower() if i + 2 < len(words) else ""
    return words[i + 1][0][0].isdigit() or following == "of"


def _follows(word: str) -> bool:
    """True for a word that an object or the complement of a verb opens with."""
    folded = word.lower()
    return folded not in _PREPOSITIONS | _FINITE or folded in _LINKS


def _has_target(report: EventReport, stretch: Span) -> bool:
    spans = [span for party in report.event.target for span in party.spans]
    return not report.event.target or any(
        stretch.start <= span.start and span.end <= stretch.end for span in spans
    )


def _with_names(text: str, stretch: Span, names: Sequence[tuple[Span, str]]) -> str:
    parts, at = [], stretch.start
    for span, name in sorted(names):
        if at <= span.start and span.end <= stretch.end:
            parts += [text[at : span.start], name]
            at = span.end
    return " ".join("".join((*parts, text[at : stretch.end])).split())


def mentions_of(parties: Sequence[Participant]) -> list[tuple[Span, str]]:
    """Where the parties stand, with their names: only such spans as belong to a single one."""
    places = [(span, party.name) for party in parties for span in party.spans]
    return [(span, name) for span, name in places if sum(other == span for other, _ in places) == 1]


def named_mentions(report: EventReport) -> list[tuple[Span, str]]:
    """Mentions of the targets that a name can replace: not "governments", of which only one was understood."""
    text = report.reading.article.text
    found = mentions_of(report.event.target)
    return [(s, name) for s, name in found if not (s.of(text).islower() and s.of(text).endswith("s"))]


def subject_before(report: EventReport) -> str:
    """The few words that stand alone before a verb as its subject ("Two rockets"); empty where it is not that simple."""
    text, start = report.reading.article.text, report.event.trigger.start
    begin = max((m.end() for m in _START.finditer(text, max(0, start - 120), start)), default=0)
    words = text[begin:start].split()
    for i in range(len(words) - 1, -1, -1):
        if words[i].lower() in _BREAKS:
            words = words[i + 1 :]
            break
    folded = {word.lower() for word in words}
    if not 0 < len(words) <= _MOST_SUBJECT_WORDS or folded & (_NO_SUBJECT | _PRONOUNS):
        return ""
    return " ".join(words) if words[-1].isalpha() and not words[-1].endswith("ly") else ""
