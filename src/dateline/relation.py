"""What one sentence says that a given source does to a given target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.events import EventCoder
from dateline.given import GivenEnds, mentions_with
from dateline.language import split_sentences
from dateline.model import Article, CodedRelation, Event, Parse, Status, Trigger
from dateline.ontology import Ontology, manual_label
from dateline.readers import ActShares, Clause, act_shares
from dateline.reading import Resources

_NOTHING = 0.7
"""Share of "no act" from which there is none, where no frame fires."""

_OF_FRAMES = {2: 0.9, 1: 0.6, 0: 0.5}
"""What an event of the frames counts for, beside shares that add up to one, by how many of the given participants stand where it has them."""

_GIVING_WAY = frozenset({"CONCEDE", "RETREAT"})
"""Their border is thin (announced, done): they count together, in the quad of what is done."""

_AHEAD = frozenset({"planned", "hypothetical"})


def relate(article: Article, source: str, target: str, resources: Resources) -> CodedRelation | None:
    """What is done between two given participants, by the frames and by a reader that knows them by their places.

    Of the frames' events one counts for more the more of its slots hold the given words; one that holds neither still names the act when
    it is the only one. The reader gives every act and status a share, the frames' event adds to its own; of a researcher's own types it knows
    nothing, and the frames decide. None where no frame fires and the
    reader sees no act.
    """
    text = article.text
    sentences = split_sentences(text, article.blocks)
    parses = {p.sentence.index: p for p in resources.parser.parse(text, sentences)}
    ends = GivenEnds.find(text, source, target, parses)
    mentions = mentions_with(article, resources, parses, ends)
    coder = EventCoder(resources.ontology, with_private=True)
    events = coder.code(text, parses, mentions, (), article.published.value if article.published else None)
    best = max(events, key=lambda e: (ends.fit(e), _sides(e), -e.trigger.start), default=None)
    shares, nothing = _read(text, ends, resources)
    if best is None and nothing >= _NOTHING:
        return None
    if best is not None and (best.plover, best.status) not in shares:
        return CodedRelation(best.plover, best.quad, best.status, best.trigger)
    weight = _OF_FRAMES[ends.in_place(best)] if best is not None else 0.0
    plover, status = _weighed(shares, best, weight, resources.ontology)
    if best is not None and plover == best.plover:
        return CodedRelation(plover, best.quad, status, best.trigger)
    trigger = best.trigger if best is not None else _verb_between(parses, ends)
    quad = resources.ontology.quad(plover)
    return CodedRelation(plover, quad, status, trigger) if trigger is not None else None


def _sides(event: Event) -> int:
    """How many sides of an act are filled."""
    return bool(event.source) + bool(event.target)


def _read(text: str, ends: GivenEnds, resources: Resources) -> tuple[ActShares, float]:
    source, target = (span if span.end else None for span in (ends.source, ends.target))
    return act_shares(resources.reader, Clause(text, source, target))


def _weighed(shares: ActShares, event: Event | None, weight: float, ontology: Ontology) -> tuple[str, Status]:
    """The act and status whose label has the largest share within the quad that has, the frames' event added to its own."""
    labels: dict[str, float] = defaultdict(float)
    for act, share in shares.items():
        labels[_label(*act)] += share
    own = _label(event.plover, event.status) if event is not None else None
    if own is not None:
        labels[own] += weight
    quads: dict[int, float] = defaultdict(float)
    for label, share in labels.items():
        quads[ontology.quad(label)] += share
    largest = max(quads, key=quads.__getitem__)
    best = max((label for label in labels if ontology.quad(label) == largest), key=labels.__getitem__)
    if event is not None and own == best:
        return _as_promise(event.plover, event.status)
    return _as_promise(*max((act for act in shares if _label(*act) == best), key=shares.__getitem__))


def _label(root: str, status: str) -> str:
    """The label of an act and status (`manual_label`), both kinds of giving way as one; ahead, it is the word of whoever gives it."""
    if root in _GIVING_WAY and status in _AHEAD:
        return "AGREE"
    label = manual_label(root, status)
    return "RETREAT" if label in _GIVING_WAY else label


def _as_promise(root: str, status: str) -> tuple[str, Status]:
    """ "Said it will free them" is a promise that was given; "may free them" one that may be."""
    if root not in _GIVING_WAY or status not in _AHEAD:
        return root, Status(status)
    return "AGREE", Status.HAPPENED if status == Status.PLANNED else Status.HYPOTHETICAL


def _verb_between(parses: Mapping[int, Parse], ends: GivenEnds) -> Trigger | None:
    """The first verb behind the source, else the first one."""
    verbs = [t for parse in parses.values() for t in parse.tokens if t.is_verb]
    behind = [t for t in verbs if t.start >= ends.source.end]
    return next((Trigger(t.start, t.end, t.lemma) for t in behind or verbs), None)
