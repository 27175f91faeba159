"""Frames and a reader of words together: what the reader denies is no act, and what it is sure of needs no frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.events.frames import Frame
from dateline.events.word_sets import word_set
from dateline.model import Parse, Token
from dateline.readers import NO_ACT, SentenceReading

_DENIED = 0.85
"""Share of "no act" from which a frame's word is none."""
_SURE = 0.9
"""Share of a root from which a word bears it though no frame has it."""
_LIKELY = 0.7
"""The same where source and target both stand there."""
CONFIRMED = 0.8
"""Share of a frame's root from which an act among private people counts: the state acts in it."""

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SOURCES_OF_NOUNS = tuple("light poss by amod between".split())
_TARGETS_OF_NOUNS = tuple("of against with on to from for at".split())
_TARGETS_OF_VERBS = {
    root: tuple(slots.split())
    for root, slots in (
        ("AGREE", "prep:with dobj prep:to"),
        ("CONSULT", "prep:with dobj prep:to"),
        ("SUPPORT", "dobj prep:for prep:behind prep:with obj_poss"),
        ("CONCEDE", "dobj prep:to prep:for obj_poss"),
        ("COOPERATE", "prep:with prep:to dobj"),
        ("AID", "iobj prep:to prep:for dobj"),
        ("RETREAT", "prep:from dobj prep:to"),
        ("REQUEST", "dobj iobj prep:to prep:on prep:with obj_poss"),
        ("ACCUSE", "dobj prep:at prep:against prep:to obj_poss"),
        ("REJECT", "dobj prep:from prep:to obj_poss"),
        ("THREATEN", "dobj prep:against prep:at prep:to obj_poss"),
        ("PROTEST", "prep:against prep:at dobj obj_poss"),
        ("SANCTION", "dobj prep:on prep:against prep:to prep:from obj_poss"),
        ("MOBILIZE", "prep:against prep:to prep:at"),
        ("COERCE", "dobj prep:on prep:from prep:to obj_poss"),
        ("ASSAULT", "dobj prep:at prep:on prep:against obj_poss"),
    )
}

Matches = list[tuple[Token, Frame]]


def read_matches(
    parse: Parse, matches: Matches, acts: SentenceReading, candidates: Sequence[tuple[Token, str]]
) -> Matches:
    """The frames' triggers that the reader does not deny, and words that it is sure of; `candidates` are all words with their kind.

    A researcher's own frames hold whatever the reader says: it has not learned what they are after.
    """
    kept = [(t, frame) for t, frame in matches if frame.is_own or not _is_denied(acts, t)]
    taken = {token.i for token, _ in matches}
    for token, frame in _sure(acts, candidates):
        if token.i not in taken and not any(_is_one_act(parse, (token, frame), other) for other in kept):
            kept.append((token, frame))
    return sorted(kept, key=lambda match: match[0].i)


def _is_one_act(parse: Parse, one: tuple[Token, Frame], other: tuple[Token, Frame]) -> bool:
    """Whether two words, one of them under the other, bear the same act: "*issued* a *rebuke*", "*pulled* its *troops* out"."""
    if one[1].plover != other[1].plover:
        return False
    chains = [{t.i for t in parse.ancestors(token)} for token in (one[0], other[0])]
    return one[0].i in chains[1] or other[0].i in chains[0]


def _is_denied(acts: SentenceReading, token: Token) -> bool:
    read = acts.at(token.start)
    return read is not None and read.roots[NO_ACT] >= _DENIED


def _sure(acts: SentenceReading, candidates: Sequence[tuple[Token, str]]) -> Iterator[tuple[Token, Frame]]:
    """The surest first."""
    found: list[tuple[float, Token, Frame]] = []
    for token, kind in candidates:
        read = acts.at(token.start) if kind != "a" and token.lemma not in word_set("no_acts") else None
        if read is None:
            continue
        root = max(read.roots, key=read.roots.__getitem__)
        share = read.roots[root]
        if root != NO_ACT and share >= _LIKELY:
            found.append((share, token, open_frame(root, kind, is_sure=share >= _SURE)))
    for _, token, frame in sorted(found, key=lambda each: (-each[0], each[1].i)):
        yield token, frame


def is_confirmed(frame: Frame, token: Token, acts: SentenceReading | None) -> bool:
    """Whether the reader sees the frame's own act at a word."""
    read = acts.at(token.start) if acts is not None else None
    return read is not None and read.roots.get(frame.plover, 0.0) >= CONFIRMED


@cache
def open_frame(root: str, kind: str, *, is_sure: bool) -> Frame:
    """A frame for any word of a kind (`v` or `n`) that bears a root: participants where such words have them, both of them where it is not
    sure."""
    of_verb = kind == "v"
    source = ("subj",) if of_verb else _SOURCES_OF_NOUNS
    target = _TARGETS_OF_VERBS[root] if of_verb else _TARGETS_OF_NOUNS
    name = f"reader:{root}.{kind}"
    return Frame(
        name, "", None, kind, (), root, None, None, source, target, root in _MUTUAL, "", two_sided=not is_sure
    )
