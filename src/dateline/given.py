"""Two given participants in a sentence: where they stand, the mentions that they are, and how well an event has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.actors import PageMentions, local_id, resolve_mentions
from dateline.model import ActorKind, Article, Event, Mention, Parse, Span
from dateline.reading import Resources

_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})

_IN_PLACE = 3
"""What a given participant in its own slot counts for; in the other one he counts for one."""


@dataclass(frozen=True, slots=True)
class GivenEnds:
    """Where the two stand, an empty span for one that does not; and pronouns that stand for the source."""

    source: Span
    target: Span
    pronouns: tuple[Span, ...] = ()

    @staticmethod
    def find(text: str, source: str, target: str, parses: Mapping[int, Parse]) -> GivenEnds:
        """The two by their words."""
        at = _place(text, source)
        return GivenEnds(at, _place(text, target), tuple(_pronouns(parses, at)) if at.end else ())

    def fit(self, event: Event) -> int:
        """How well an event has them: three for each in its own slot, one for each in the other's."""
        sources = [s for p in event.source for s in p.spans]
        targets = [s for p in event.target for s in p.spans]
        given = (self.source, *self.pronouns)
        straight = _meet(given, sources) + _meet((self.target,), targets)
        crossed = _meet((self.target,), sources) + _meet(given, targets)
        return _IN_PLACE * straight + crossed

    def in_place(self, event: Event) -> int:
        """How many of the two stand where an event has them."""
        return self.fit(event) // _IN_PLACE


def mentions_with(
    article: Article, resources: Resources, parses: Mapping[int, Parse], ends: GivenEnds
) -> PageMentions:
    """The mentions of the sentence, the two given ones certainly among them."""
    names = resources.names.find(article.text, [p.sentence for p in parses.values()], None)
    found = resolve_mentions(article.text, names, parses, lambda _: False, resources.knowledge, None)
    given = [_headed(parses, s) for s in (ends.source, ends.target) if s.end]
    extra = [
        _group(article.text, span) for span in given if not any(m.end == span.end for m in found.mentions)
    ]
    if ends.pronouns:
        source = next(m for m in (*found.mentions, *extra) if m.end == given[0].end)
        extra += _stand_ins(article.text, source, ends.pronouns, {m.start for m in found.mentions})
    codes = {(m.start, m.end): code for m in found.mentions if (code := found.code_of(m))}
    return PageMentions((*found.mentions, *extra), codes, parses)


def _stand_ins(text: str, meant: Mention, pronouns: Iterable[Span], known: set[int]) -> list[Mention]:
    """Pronouns that nobody else is known to be, as mentions of the one who is meant."""
    return [
        replace(meant, id="", start=s.start, end=s.end, text=s.of(text))
        for s in pronouns
        if s.start not in known
    ]


def _pronouns(parses: Mapping[int, Parse], source: Span) -> Iterator[Span]:
    """Subjects in what the source says of itself: "Farc said that *it* will free them"."""
    for parse in parses.values():
        for token in parse.tokens:
            if token.dep not in ("nsubj", "nsubjpass") or token.lower not in _PRONOUNS:
                continue
            said = parse.head(token)
            speakers = parse.children(parse.head(said), "nsubj") if said.dep == "ccomp" else ()
            if any(source.touches(speaker.span) for speaker in speakers):
                yield token.span


def _place(text: str, surface: str) -> Span:
    at = text.find(surface)
    at = at if at >= 0 else text.lower().find(surface.lower())
    return Span(at, at + len(surface)) if at >= 0 else Span(0, 0)


def _headed(parses: Mapping[int, Parse], span: Span) -> Span:
    """A given participant up to the noun that it is about: "the officials" of "the officials from Malta"."""
    for parse in parses.values():
        tokens = parse.tokens_in(span)
        inside = {t.i for t in tokens}
        outer = [t for t in tokens if t.is_noun and (t.head not in inside or t.head == t.i)]
        if outer:
            return Span(span.start, outer[0].end)
    return span


def _group(text: str, span: Span) -> Mention:
    words = span.of(text)
    kind = ActorKind.ORGANISATION if words.split()[-1][:1].isupper() else ActorKind.GROUP
    return Mention("", *span, words, kind, local_id(words), words, None, None)


def _meet(some: Iterable[Span], others: Iterable[Span]) -> bool:
    spans = list(others)
    return any(a.touches(b) for a in some for b in spans)
