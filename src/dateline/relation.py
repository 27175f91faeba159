"""What one sentence says that a given source does to a given target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.actors import PageMentions, local_id, resolve_mentions
from dateline.events import EventCoder
from dateline.language import split_sentences
from dateline.model import ActorKind, Article, CodedRelation, Event, Mention, Parse, Span
from dateline.ontology import Ontology
from dateline.reading import Resources


@dataclass(frozen=True, slots=True)
class _Ends:
    source: Span
    target: Span


def relate(article: Article, source: str, target: str, resources: Resources) -> CodedRelation | None:
    """The event between two given participants that fits best, as a relation; None where no frame fires.

    An event counts for more the more of its slots hold the given words; one that holds neither still names the act when it
    is the only one.
    """
    text = article.text
    sentences = split_sentences(text, article.blocks)
    parses = {p.sentence.index: p for p in resources.parser.parse(text, sentences)}
    ends = _Ends(_place(text, source), _place(text, target))
    mentions = _with_ends(article, resources, parses, ends)
    coder = EventCoder(Ontology.load(), with_private=True)
    events = coder.code(text, parses, mentions, (), article.published.value if article.published else None)
    best = max(events, key=lambda e: (_fit(e, ends), e.confidence, -e.trigger.start), default=None)
    return CodedRelation(best.plover, best.quad, best.status, best.trigger) if best is not None else None


def _place(text: str, surface: str) -> Span:
    at = text.find(surface)
    at = at if at >= 0 else text.lower().find(surface.lower())
    return Span(at, at + len(surface)) if at >= 0 else Span(0, 0)


def _with_ends(
    article: Article, resources: Resources, parses: Mapping[int, Parse], ends: _Ends
) -> PageMentions:
    """The mentions of the sentence, the two given ones certainly among them."""
    names = resources.names.find(article.text, [p.sentence for p in parses.values()], None)
    found = resolve_mentions(article.text, names, parses, lambda _: False, resources.knowledge, None)
    given = [
        s for s in (ends.source, ends.target) if s.end and not any(m.end == s.end for m in found.mentions)
    ]
    extra = [
        Mention(
            "",
            s.start,
            s.end,
            s.of(article.text),
            ActorKind.GROUP,
            local_id(s.of(article.text)),
            s.of(article.text),
            None,
            None,
        )
        for s in given
    ]
    codes = {(m.start, m.end): code for m in found.mentions if (code := found.code_of(m))}
    return PageMentions((*found.mentions, *extra), codes, parses)


def _fit(event: Event, ends: _Ends) -> int:
    sources = [s for p in event.source for s in p.spans]
    targets = [s for p in event.target for s in p.spans]
    straight = 3 * any(ends.source.touches(s) for s in sources) + 3 * any(
        ends.target.touches(s) for s in targets
    )
    crossed = any(ends.target.touches(s) for s in sources) + any(ends.source.touches(s) for s in targets)
    return straight + crossed
