"""Frames and a reader of words together: what the reader denies is no act, and what it is sure of needs no frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.events.frames import Frame
from dateline.events.word_sets import word_set
from dateline.model import Token
from dateline.readers import NO_ACT, SentenceReading

_DENIED = 0.85
"""Share of "no act" from which a frame's word is none."""
_SURE = 0.9
"""Share of a root from which a word bears it though no frame has it."""
CONFIRMED = 0.8
"""Share of a frame's root from which an act among private people counts: the state acts in it."""

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_OF_VERBS = (
    ("subj",),
    tuple("dobj iobj prep:with prep:against prep:at prep:on prep:to prep:from obj_poss".split()),
)
_OF_NOUNS = tuple("light poss by amod between".split()), tuple("of against with on to from for at".split())

Matches = list[tuple[Token, Frame]]


def read_matches(matches: Matches, acts: SentenceReading, candidates: Sequence[tuple[Token, str]]) -> Matches:
    """The frames' triggers that the reader does not deny, and words that it is sure of; `candidates` are all words with their kind.

    A researcher's own frames hold whatever the reader says: it has not learned what they are after.
    """
    taken = {token.i for token, _ in matches}
    kept = [(t, frame) for t, frame in matches if frame.is_own or not _is_denied(acts, t)]
    kept += [(t, open_frame(root, kind)) for t, kind, root in _sure(acts, candidates) if t.i not in taken]
    return sorted(kept, key=lambda match: match[0].i)


def _is_denied(acts: SentenceReading, token: Token) -> bool:
    read = acts.at(token.start)
    return read is not None and read.roots[NO_ACT] >= _DENIED


def _sure(acts: SentenceReading, candidates: Sequence[tuple[Token, str]]) -> Iterator[tuple[Token, str, str]]:
    for token, kind in candidates:
        read = acts.at(token.start) if kind != "a" and token.lemma not in word_set("no_acts") else None
        if read is None:
            continue
        root = max(read.roots, key=read.roots.__getitem__)
        if root != NO_ACT and read.roots[root] >= _SURE:
            yield token, kind, root


def is_confirmed(frame: Frame, token: Token, acts: SentenceReading | None) -> bool:
    """Whether the reader sees the frame's own act at a word."""
    read = acts.at(token.start) if acts is not None else None
    return read is not None and read.roots.get(frame.plover, 0.0) >= CONFIRMED


@cache
def open_frame(root: str, kind: str) -> Frame:
    """A frame for any word of a kind (`v` or `n`) that bears a root: participants where such words have them."""
    source, target = _OF_VERBS if kind == "v" else _OF_NOUNS
    return Frame(
        f"reader:{root}.{kind}", "", None, kind, (), root, None, None, source, target, root in _MUTUAL, ""
    )
