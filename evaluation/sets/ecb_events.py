"""Which mentions of events mean one event, across the reports of a story: mentions given, stories as Dateline makes them.

Topics up to 24 were looked at while rules were written and weights set; the later ones were scored at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model import Reading, Span
from dateline.stories import same_events
from dateline.stories.stems import stem
from dateline.stories.terms import WORD
from evaluation.bench import Bench, first_by_hash
from evaluation.cases import Case, SetResult, with_prefix
from evaluation.peers import Part, Peer
from evaluation.readings import Document, read_documents
from evaluation.sets import ecb
from evaluation.sets.grouping import label_of

NAME = "ecb_events"
FILES = ecb.FILES
LAST_TUNED_TOPIC = 24

Labels = dict[str, str]
"""The cluster of each mention, by its id."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of an event: its document, place and words there, and the event it means. `story` is Dateline's."""

    id: str
    document: str
    span: Span
    words: str
    event: str
    story: str

    @property
    def is_tuned(self) -> bool:
        return int(ecb.topic_of(self.document)) <= LAST_TUNED_TOPIC


def measure(bench: Bench) -> SetResult:
    """CoNLL F1 of events inside predicted stories, and by how much it is above joining equal stems there."""
    documents = _documents(bench)
    readings, errors = read_documents(bench, ecb.NAME, [Document(d.id, d.text, d.date) for d in documents])
    story_of = {a: story.id for story in bench.part("group")(list(readings.values())) for a in story.articles}
    mentions = [
        mention
        for document in documents
        for mention in placed_mentions(document, label_of(document.id, readings, story_of))
    ]
    gold = {mention.id: mention.event for mention in mentions}
    ours, plain = our_labels(mentions, readings), stem_labels(mentions)
    score, base = (bench.metrics.coreference_scores(gold, labels) for labels in (ours, plain))
    peer = Peer(f"{NAME}.conll", base.conll, "same stem in the predicted story", Part.SAME)
    also = [
        ("stem_conll", base.conll),
        *((name, getattr(score, name).f) for name in ("muc", "b3", "ceaf_e", "lea")),
        ("b3_precision", score.b3.p),
        ("b3_recall", score.b3.r),
        *_by_part(bench, mentions, {"conll": ours, "stem_conll": plain}),
    ]
    return SetResult(
        NAME,
        with_prefix(NAME, [("conll", score.conll), ("above_stem", score.conll - base.conll)]),
        tuple(mention_cases(mentions, gold, ours)),
        with_prefix(NAME, also),
        errors=errors,
        peers=(peer,),
        note=f"{len(mentions)} mentions, {len(set(ours.values()))} events, gold {len(set(gold.values()))}",
    )


def _documents(bench: Bench) -> list[Any]:
    """All of the set, or those of the topics that a fast run of the stories takes."""
    documents = list(bench.datasets.ecb(bench.data))
    if not bench.fast:
        return documents
    topics = first_by_hash(sorted({ecb.topic_of(d.story) for d in documents}), str, ecb.FAST_TOPICS)
    return [document for document in documents if ecb.topic_of(document.story) in topics]


def _by_part(
    bench: Bench, mentions: Sequence[GoldMention], labelled: Mapping[str, Labels]
) -> list[tuple[str, float]]:
    """CoNLL F1 of the topics that were looked at and of the others, where the run has any."""
    numbers = []
    for part, is_tuned in (("tuned", True), ("held_out", False)):
        gold = {m.id: m.event for m in mentions if m.is_tuned is is_tuned}
        for name, labels in labelled.items() if gold else ():
            found = {mention: labels[mention] for mention in gold}
            numbers.append((f"{part}_{name}", bench.metrics.coreference_scores(gold, found).conll))
    return numbers


def our_labels(mentions: Sequence[GoldMention], readings: Mapping[str, Reading]) -> Labels:
    """The events that `same_events` makes of the mentions of each story; what was not read is alone."""
    labels = {mention.id: f"alone {mention.id}" for mention in mentions}
    for story, told in _by(mentions, lambda mention: mention.story).items():
        known = [mention for mention in told if mention.document in readings]
        groups = same_events([(readings[mention.document], mention.span) for mention in known])
        labels |= {known[i].id: f"{story} {number}" for number, group in enumerate(groups) for i in group}
    return labels


def stem_labels(mentions: Sequence[GoldMention]) -> Labels:
    """Equal stems of the last word of a mention, inside a story."""
    return {mention.id: f"{mention.story} {_last_stem(mention.words)}" for mention in mentions}


def _last_stem(words: str) -> str:
    found = WORD.findall(words.lower())
    return stem(found[-1]) if found else words


def _by(mentions: Sequence[GoldMention], key: Callable[[GoldMention], str]) -> dict[str, list[GoldMention]]:
    found: dict[str, list[GoldMention]] = defaultdict(list)
    for mention in mentions:
        found[key(mention)].append(mention)
    return found


def placed_mentions(document: Any, story: str) -> list[GoldMention]:
    """The mentions of a document with their places. The set gives words and sentence: of a word that stands there twice, mentions
    take the places one after the other. Of words that others part, the place of the first ones."""
    starts, at = [], 0
    for sentence in document.sentences:
        starts.append(at)
        at += len(sentence) + 1
    first = _first_number(document)
    taken: Counter[tuple[int, str]] = Counter()
    placed = []
    for mention in document.mentions:
        index, key = mention.sentence - first, (mention.sentence, mention.text)
        places = _places(document.sentences[index].split(" "), mention.text.split(" "))
        start, end = places[min(taken[key], len(places) - 1)]
        taken[key] += 1
        span = Span(starts[index] + start, starts[index] + end)
        placed.append(GoldMention(mention.id, document.id, span, mention.text, mention.chain, story))
    return placed


def _first_number(document: Any) -> int:
    """The number of the first sentence: 1 where an address line came before it."""
    return next(first for first in (0, 1) if _all_found(document, first))


def _all_found(document: Any, first: int) -> bool:
    sentences = dict(enumerate(document.sentences, first))
    return all(
        m.sentence in sentences and _places(sentences[m.sentence].split(" "), m.text.split(" "))
        for m in document.mentions
    )


def _places(sentence: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand in a sentence in their order, those with the fewest others between them first."""
    starts, at = [], 0
    for word in sentence:
        starts.append(at)
        at += len(word) + 1
    found = []
    for i in (i for i, word in enumerate(sentence) if word == words[0]):
        steps = [i]
        for word in words[1:]:
            later = [k for k in range(steps[-1] + 1, len(sentence)) if sentence[k] == word]
            steps += later[:1]
        if len(steps) == len(words):
            whole = next((n for n in range(1, len(steps)) if steps[n] != steps[n - 1] + 1), len(steps))
            last = steps[whole - 1]
            found.append((steps[-1] - i, starts[i], starts[last] + len(sentence[last])))
    return [(start, end) for _, start, end in sorted(found)]


def mention_cases(mentions: Sequence[GoldMention], gold: Labels, found: Labels) -> list[Case]:
    """B-cubed F of each mention, and the mentions that it was wrongly joined to or kept from."""
    sides = [defaultdict(set), defaultdict(set)]
    for mention in mentions:
        sides[0][gold[mention.id]].add(mention.id)
        sides[1][found[mention.id]].add(mention.id)
    cases = []
    for mention in mentions:
        mates, joined = sides[0][gold[mention.id]], sides[1][found[mention.id]]
        score = 2 * len(mates & joined) / (len(mates) + len(joined))
        wrong = {"joined": sorted(joined - mates), "parted": sorted(mates - joined)}
        cases.append(Case(mention.id, score, {"gold": mention.event, "place": [*mention.span], **wrong}))
    return cases
