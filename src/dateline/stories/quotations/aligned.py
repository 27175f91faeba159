"""One utterance in several reports (codebook section 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from dateline.model import (
    ChainEdge,
    ClosestWording,
    Quotation,
    Reading,
    Segment,
    SegmentSide,
    Span,
    Statement,
    StatementType,
    Wording,
)
from dateline.stories.quotations.alignment import PhrasePair, phrase_pairs, word_pairs
from dateline.stories.quotations.renderings import best_pairs, shares_of, taken_elsewhere
from dateline.stories.quotations.utterances import Utterance
from dateline.stories.quotations.wordings import relation
from dateline.stories.speakers import same_party
from dateline.stories.terms import usual_frequencies
from dateline.syndication import FAMILY_RELATIONS

_CONTAINED = 0.5
_RENDERED = 0.4
_UNNAMED = 0.6
_RARE = 0.03
_UNCOMMON = 0.06
_TELLING_WORDS = 2
_FEWEST_CONTENT_WORDS = 4
_FEWEST_SHARED = 2
_FEWEST_ASKED = 4
_MOST = 0.65
_MUCH_MORE = 2.5
_SHORT_RUN = 3
_TELLING_RUN = 4
_TITLE_WORDS = 3
_TITLE_REACH = 60
_RANK = {kind: rank for rank, kind in enumerate(StatementType)}


def align_quotations(readings: Sequence[Reading], chain: Sequence[ChainEdge] = ()) -> tuple[Quotation, ...]:
    """Statements of different pages that render one utterance, in the order of the pages. Of equal wordings that of an
    original is closer to the words than that of its copy, as `chain` has them.
    """
    copies = frozenset(edge.to for edge in chain if edge.relation in FAMILY_RELATIONS)
    utterances = [
        Utterance(reading, statement)
        for reading in readings
        for statement in reading.statements
        if statement.speaker or statement.type is StatementType.DIRECT
    ]
    order = {utterance.ref: i for i, utterance in enumerate(utterances)}
    groups = [
        sorted(_without_glosses(group), key=lambda member: order[member.ref])
        for group in _same_utterances(_equal_wordings(utterances))
    ]
    groups.sort(key=lambda group: order[group[0].ref])
    return tuple(_quotation(f"q{n}", group, copies) for n, group in enumerate(groups, 1))


def _equal_wordings(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """Statements with equal speaker, type and words together, so that copies are compared once."""
    equal: dict[tuple[object, ...], list[Utterance]] = {}
    for utterance in utterances:
        words = tuple(word.stem for word in utterance.words)
        statement = utterance.statement
        parties = [
            (party.actor, party.name) if party else None for party in (statement.speaker, statement.addressee)
        ]
        equal.setdefault((statement.type, *parties, words), []).append(utterance)
    return list(equal.values())


def _same_utterances(wordings: Sequence[Sequence[Utterance]]) -> list[list[Utterance]]:
    """Wordings that render one utterance, joined; only those that stand on more than one page, and never two speakers by way of a wording
    whose speaker is not named.
    """
    home = list(range(len(wordings)))
    linked = {i for i, wording in enumerate(wordings) if _are_one(wording, wording)}
    best = best_pairs(shares_of(wordings, _may_be_asked), wordings)
    is_taken = taken_elsewhere(best, wordings)
    for i, j in combinations(range(len(wordings)), 2):
        if (i, j) in best or (_are_one(wordings[i], wordings[j]) and not is_taken(i, j)):
            old, new = max(home[i], home[j]), min(home[i], home[j])
            joined = [wordings[k][0] for k, at in enumerate(home) if at in (old, new)]
            if all(
                _may_be_of_one(x, y)
                for x, y in combinations(joined, 2)
                if x.statement.speaker or y.statement.speaker
            ):
                linked |= {i, j}
                home = [new if at == old else at for at in home]
    groups: dict[int, list[Utterance]] = {}
    for i in sorted(linked):
        groups.setdefault(home[i], []).extend(wordings[i])
    return list(groups.values())


def _are_one(a: Sequence[Utterance], b: Sequence[Utterance]) -> bool:
    """Compares two wordings by members that stand on different pages."""
    first = a[0]
    second = next((member for member in b if member.reading is not first.reading), None)
    if second is None:
        first = next((member for member in a if member.reading is not b[0].reading), first)
        second = b[0]
    return first.reading is not second.reading and same_utterance(first, second)


def _may_be_asked(a: Utterance, b: Utterance) -> bool:
    """Whether what two pages have a speaker say is to be read side by side: he is named or described on both, and one quotes him."""
    if not (a.is_quoted or b.is_quoted) or a.statement.speaker is None or b.statement.speaker is None:
        return False
    if any(
        len(side.content) < _FEWEST_ASKED or side.statement.type is StatementType.ATTITUDE for side in (a, b)
    ):
        return False
    return (
        _may_be_of_one(a, b)
        and not _turned_around(a.statement, b.statement)
        and a.is_of_another_time == b.is_of_another_time
    )


def _without_glosses(group: Sequence[Utterance]) -> list[Utterance]:
    """Leaves out a page's own rendering of words that it also quotes: that is a supplement, and may be stronger."""
    quoting = {member.ref.article for member in group if member.is_quoted}
    return [member for member in group if member.is_quoted or member.ref.article not in quoting]


def same_utterance(a: Utterance, b: Utterance) -> bool:
    """Same speaker and occasion, at least one side quoted, and the shorter's words mostly in the longer, by what they stand for.

    Short wordings need more: a run of equal words on both sides, both quoted. So do words whose speaker one page does not name.
    """
    if not (a.is_quoted or b.is_quoted) or a.any_ideas.isdisjoint(b.any_ideas):
        return False
    if not _may_be_of_one(a, b) or _turned_around(a.statement, b.statement):
        return False
    return _say_one_thing(a, b) and a.is_of_another_time == b.is_of_another_time


def _say_one_thing(a: Utterance, b: Utterance) -> bool:
    short, long = sorted((a, b), key=lambda side: (len(side.content), side.ref.article))
    shared = sum(not long.any_ideas.isdisjoint(ideas) for ideas in short.ideas)
    are_both_quoted = a.is_quoted and b.is_quoted
    is_unnamed = a.statement.speaker is None or b.statement.speaker is None
    if len(short.content) < _FEWEST_CONTENT_WORDS:
        alike = len(a.content & b.content) == len(short.content) >= 2
        if are_both_quoted and not is_unnamed and alike and _longest_run(a, b) >= _SHORT_RUN:
            return True
        return not (is_unnamed or are_both_quoted) and (
            _is_short_rendering(short, long) or _share_a_figure(a, b)
        )
    if is_unnamed:
        are_both_direct = a.statement.type is b.statement.type is StatementType.DIRECT
        return are_both_direct and shared >= max(_FEWEST_CONTENT_WORDS, _UNNAMED * len(short.content))
    if not are_both_quoted and _share_a_figure(a, b):
        return True
    if shared < max(_FEWEST_CONTENT_WORDS - 1, _RENDERED * len(short.content)):
        return False
    if shared >= _CONTAINED * len(short.content) or _are_telling(a.content & b.content):
        return True
    return _longest_run(a, b) >= _TELLING_RUN


def _is_short_rendering(short: Utterance, long: Utterance) -> bool:
    """True for a few words of which most are found on the other side, one of them rare, where that side says little more."""
    shared = [ideas for ideas in short.ideas if not long.any_ideas.isdisjoint(ideas)]
    if len(shared) < _FEWEST_SHARED or len(shared) < _MOST * len(short.content):
        return False
    if len(long.content) > _MUCH_MORE * len(short.content):
        return False
    return any(usual_frequencies().get(word, 0.0) < _RARE for ideas in shared for word in ideas)


def _share_a_figure(a: Utterance, b: Utterance) -> bool:
    """True for two words side by side on both sides, both uncommon and one of them rare: "a spare wheel"."""
    pairs = word_pairs(a.words, b.words)
    often = {i: usual_frequencies().get(a.words[i].stem, 0.0) for i in pairs if a.words[i].is_content}
    return any(
        pairs.get(i + 1) == pairs[i] + 1
        and i + 1 in often
        and min(often[i], often[i + 1]) < _RARE
        and max(often[i], often[i + 1]) < _UNCOMMON
        for i in often
    )


def _may_be_of_one(a: Utterance, b: Utterance) -> bool:
    """The speaker is a hard gate; a page that names none may mean anybody."""
    speaker, other = a.statement.speaker, b.statement.speaker
    if speaker is None or other is None:
        return not (speaker is None and other is None)
    return same_party(speaker, other) or _is_described(a, b)


def _are_telling(shared: frozenset[str]) -> bool:
    """True when two of the words that both have are rare."""
    return sum(usual_frequencies().get(word, 0.0) < _RARE for word in shared) >= _TELLING_WORDS


def _is_described(a: Utterance, b: Utterance) -> bool:
    """True when one page only describes the speaker ("the president") as the other's named speaker is described."""
    return _fits_description(a, b) or _fits_description(b, a)


def _fits_description(described: Utterance, named: Utterance) -> bool:
    description, speaker = described.statement.speaker, named.statement.speaker
    if description is None or speaker is None or description.actor is not None or speaker.actor is None:
        return False
    words = description.name.split()
    opens = words[0].lower() in ("the", "a") or words[0].endswith(("'s", "’s"))
    if not words[1:] or not opens or not all(word.islower() for word in words[1:]):
        return False
    mentions = [m for m in named.reading.mentions if m.actor == speaker.actor]
    text = named.reading.article.text
    known = {
        word.lower()
        for m in mentions
        for word in (
            *text[max(0, m.start - _TITLE_REACH) : m.start].split()[-_TITLE_WORDS:],
            *m.text.split(),
            *(m.role or "").split(),
        )
    }
    return set(words[1:]) <= known


def _turned_around(a: Statement, b: Statement) -> bool:
    """True when one is said to the speaker of the other."""
    pairs = ((a.speaker, b.addressee), (b.speaker, a.addressee))
    return any(x is not None and y is not None and same_party(x, y) for x, y in pairs)


def _longest_run(a: Utterance, b: Utterance) -> int:
    pairs = word_pairs(a.words, b.words)
    longest = current = 0
    for i, j in pairs.items():
        current = current + 1 if pairs.get(i - 1) == j - 1 else 1
        longest = max(longest, current)
    return longest


def _quotation(name: str, group: Sequence[Utterance], copies: frozenset[str]) -> Quotation:
    closest = min(group, key=lambda member: _closeness(member, copies))
    others = [member for member in group if member.reading is not closest.reading]
    segments = []
    for other in others:
        for pair in _pairs_in_step(closest, other):
            left = SegmentSide(closest.ref.article, pair.a)
            segments.append(Segment(left, SegmentSide(other.ref.article, pair.b)))
    speaker = next((m.statement.speaker for m in group if m.statement.speaker is not None), None)
    relations = [relation(closest, other) for other in others]
    return Quotation(
        name,
        (speaker.actor or speaker.name) if speaker else None,
        tuple(member.ref for member in group),
        ClosestWording(closest.ref.article, closest.ref.statement, _why(closest.statement)),
        tuple(segments),
        max(relations, key=_CAUTION.index),
    )


_CAUTION = (Wording.SAME_WORDING, Wording.REWORDED, Wording.OTHER_TRANSLATION)


def _pairs_in_step(a: Utterance, b: Utterance) -> list[PhrasePair]:
    """Corresponding phrases, without the stray word that a sentence shares with one that renders another."""
    found = phrase_pairs(a.words, b.words)
    places = [(_sentence_at(a, pair.a), _sentence_at(b, pair.b)) for pair in found]
    words = Counter[tuple[int, int]]()
    for i, j in word_pairs(a.words, b.words).items():
        words[a.sentences[i], b.sentences[j]] += a.words[i].is_content
    best: dict[int, int] = {}
    for (_, second), count in words.items():
        best[second] = max(best.get(second, 0), count)
    return [pair for pair, place in zip(found, places, strict=True) if words[place] * 2 >= best[place[1]]]


def _sentence_at(side: Utterance, span: Span) -> int:
    return next(n for word, n in zip(side.words, side.sentences, strict=True) if word.end > span.start)


def _closeness(utterance: Utterance, copies: frozenset[str]) -> tuple[int, bool, bool, bool, int, str, str]:
    """Direct before mixed before indirect, original language and named channel before neither, originals before copies,
    then the longer.
    """
    statement = utterance.statement
    channel = statement.channel
    return (
        _RANK[statement.type],
        channel is None or channel.language is None,
        channel is None,
        utterance.ref.article in copies,
        -len(utterance.words),
        *(utterance.ref.article, utterance.ref.statement),
    )


def _why(statement: Statement) -> str:
    parts = {
        StatementType.DIRECT: ["quoted in full"],
        StatementType.MIXED: ["quoted in part"],
    }.get(statement.type, ["reported without quotation marks"])
    if statement.channel is not None:
        channel = statement.channel
        words = channel.kind.replace("_", " ") + (f" of {channel.name}" if channel.name else "")
        parts.append(f"from a {words}" + (f" in the language {channel.language}" if channel.language else ""))
    return ", ".join(parts)
