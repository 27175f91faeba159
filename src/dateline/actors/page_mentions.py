"""The mentions of one page, looked up by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace

from dateline.model import ActorKind, Mention, Parse, Span, Token

_HEADED = frozenset(("administration", "campaign", "team"))
"""Nouns that the name of whoever heads them goes before."""


class PageMentions:
    """Answers which mention a stretch of words names: the one that its syntactic head lies in."""

    def __init__(
        self,
        mentions: Iterable[Mention],
        codes: Mapping[tuple[int, int], str],
        parses: Mapping[int, Parse],
        groups: Mapping[int, Sequence[Mention]] | None = None,
    ) -> None:
        ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
        self.mentions = numbered(ordered)
        self._codes = dict(codes)
        self._groups = dict(groups or {})
        self._parses = sorted(parses.values(), key=lambda p: p.sentence.start)
        self._parse_starts = [p.sentence.start for p in self._parses]
        self._starts = [m.start for m in self.mentions]

    def with_groups(self, groups: Mapping[int, Sequence[Mention]]) -> PageMentions:
        """The same mentions, and words that stand for several (by the place of the word)."""
        made = copy(self)
        made._groups = dict(groups)
        return made

    def code_of(self, mention: Mention) -> str | None:
        """State or kind and sectors of a mention, as `Participant.code`."""
        return self._codes.get((mention.start, mention.end))

    def covering(self, offset: int) -> Mention | None:
        """The longest mention over one character; a person before the adjective inside his title."""
        found = [m for m in self._near(offset) if m.start <= offset < m.end]
        return max(found, key=lambda m: m.end - m.start, default=None)

    def at(self, span: tuple[int, int]) -> Mention | None:
        """The mention that names the head of a stretch of words, or None."""
        head = self._head(span)
        if head is not None:
            return self.of_token(head)
        exact = [m for m in self.within(span) if m.start <= span[0] and m.end >= span[1]]
        return exact[0] if exact else None

    def of_token(self, token: Token) -> Mention | None:
        """The mention whose last word, or whose body, is this token."""
        found = [m for m in self._near(token.start) if m.start <= token.start < m.end]
        ending = [m for m in found if m.end <= token.end + 1]
        return max(ending or found, key=lambda m: m.end - m.start, default=None)

    def all_of(self, token: Token) -> Sequence[Mention]:
        """All that a word stands for: both sides for "they" or "the two leaders", else its one mention, else none."""
        group = self._groups.get(token.start)
        if group is not None:
            return group
        mention = self.of_token(token)
        return [mention] if mention is not None else []

    def within(self, span: tuple[int, int]) -> Sequence[Mention]:
        """All mentions inside a stretch, in order."""
        low = bisect_right(self._starts, span[0] - 1)
        high = bisect_right(self._starts, span[1])
        return [m for m in self.mentions[low:high] if m.end <= span[1]]

    def _near(self, offset: int) -> Sequence[Mention]:
        high = bisect_right(self._starts, offset)
        return self.mentions[max(0, high - 12) : high]

    def _head(self, span: tuple[int, int]) -> Token | None:
        i = bisect_right(self._parse_starts, span[0]) - 1
        if i < 0 or span[0] >= self._parses[i].sentence.end:
            return None
        parse = self._parses[i]
        tokens = parse.tokens_in(Span(*span))
        inside = {t.i for t in tokens}
        heads = [t for t in tokens if t.head not in inside or t.head == t.i]
        return next((t for t in heads if t.is_noun or t.tag.startswith("PRP")), heads[0] if heads else None)


def numbered(ordered: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions with ids in their order: `m1`, `m2` ..."""
    named = ((m, f"m{i}") for i, m in enumerate(ordered, 1))
    return tuple(m if m.id == name else replace(m, id=name) for m, name in named)


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Without the names inside longer ones: "the Kazakh Reef Council" and "CIA director Ana Ruiz" are one mention each.

    Pronouns and what stands inside a description stay.

    Args:
        mentions: by start, longer ones first.
    """
    kept: list[Mention] = []
    outer: Mention | None = None
    for mention in mentions:
        if outer is not None and mention.end <= outer.end and mention != outer and not mention.text.islower():
            continue
        kept.append(mention)
        if _is_name(mention) and (outer is None or mention.end > outer.end):
            outer = mention
    return kept


def _is_name(mention: Mention) -> bool:
    """ "Uruguay's finance minister Ana Ruiz", "the Reef Council"; not "the leader of Uruguay"."""
    words = mention.text.split()
    if words[-1] in _HEADED and len(words) > 1 and words[-2][0].isupper():
        return True
    if mention.actor is None or not words[-1][0].isupper():
        return False
    if mention.kind == ActorKind.PERSON:
        return words[-1].rstrip(".") in mention.name
    return words[0][0].isupper() or (len(words) > 1 and words[1][0].isupper())
