"""Quotations, found by their marks before any parse (codebook section 4, rules 6 to 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span

_CLOSERS = {
    '"': '"”',
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
}
_MARKS = frozenset(_CLOSERS) | frozenset("’")
_SINGLE = frozenset("'‘’‚‹›")
_DOUBLE = frozenset('"“”„«»')
_LONGEST_RUN = 8
_OPENING_CONTEXT = frozenset(" \t\n\xa0\u202f([{—–-/:,…")
_LONGEST_SINGLE = 600
_TERMINAL = re.compile(r"[.,!?…;—–-]\W*$")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_NAMING = re.compile(
    r"\b(?:so-called|dubbed|titled|entitled|known as|nicknamed|the words?|the terms?|the phrase)\s*$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:\b(?:the|its|his|her|their|our)|[’']s|s[’'])\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(
    r"\s*(?!(?:and|or|but|in|on|at|of|for|to|by|with|as|is|was|were|are|that|which|who|when)\b)[a-z]{3,}"
)
_SMALL_WORDS = frozenset("a an and as at by for from in nor of on or the to with".split())
_PRONOUNS = frozenset("i we he she they it you".split())
_SCARE_WORDS = 3


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Words between quotation marks, marks included.

    `paragraph` counts the paragraphs that were given. `depth` is 1 for a quotation inside another. `is_closed` is false
    where the marks run on to the end of the paragraph; `continues` is true for a paragraph that reopens the quotation of
    the one before. `is_name` marks a quoted name, title or term, `is_scare` those and all other snatches that nobody need
    have said.
    """

    start: int
    end: int
    paragraph: int
    depth: int
    is_closed: bool
    continues: bool
    is_name: bool
    is_scare: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Marks:
    """A pair of marks found in a paragraph; `close` is exclusive."""

    open: int
    close: int
    depth: int
    is_closed: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[QuotedSpan]:
    """All quotations of the paragraphs, in the order of their opening marks."""
    found: list[QuotedSpan] = []
    plain = _with_single_characters(text)
    runs_on, closed_at = False, -1
    for number, paragraph in enumerate(paragraphs):
        if runs_on and closed_at < 0:
            closed_at = _closing_paragraph(plain, paragraphs, number)
        marks = _marks_of(text, plain, paragraph, reopened=runs_on and closed_at >= number)
        for pair in marks:
            at_start = not text[paragraph[0] : pair.open].strip()
            continues = runs_on and pair.depth == 0 and at_start
            found.append(_quoted(text, pair, number, continues))
        runs_on = any(pair.depth == 0 and not pair.is_closed for pair in marks)
        closed_at = closed_at if runs_on and closed_at > number else -1
    return found


def _quoted(text: str, pair: _Marks, paragraph: int, continues: bool) -> QuotedSpan:
    is_name = not continues and _is_name(text, pair)
    is_scare = pair.is_closed and not continues and (is_name or _is_snatch(text, pair))
    return QuotedSpan(
        pair.open, pair.close, paragraph, pair.depth, pair.is_closed, continues, is_name, is_scare
    )


def _marks_of(text: str, plain: str, paragraph: tuple[int, int], *, reopened: bool) -> list[_Marks]:
    """Pairs of a paragraph in order; one that lies inside a quotation begun above opens with its first letter."""
    if reopened:
        first = _first_mark(plain, paragraph)
        if first is None:
            return [_Marks(paragraph[0], paragraph[1], 0, False)]
        head = _Marks(paragraph[0], first + 1, 0, True)
        rest = (first + 1, paragraph[1])
        return [_widened(text, head), *_marks_of(text, plain, rest, reopened=False)]
    return sorted((_widened(text, pair) for pair in _pairs(plain, paragraph)), key=lambda pair: pair.open)


def _closing_paragraph(text: str, paragraphs: Sequence[Span], start: int) -> int:
    """The paragraph in which a quotation that was left open closes without being reopened; -1 if none does."""
    for number in range(start, min(len(paragraphs), start + _LONGEST_RUN)):
        first = _first_mark(text, paragraphs[number])
        if first is not None:
            return number if _only_closes(text, first, paragraphs[number]) else -1
    return -1


def _first_mark(text: str, paragraph: tuple[int, int]) -> int | None:
    return next((at for at in range(*paragraph) if text[at] in _DOUBLE), None)


def _only_closes(text: str, at: int, paragraph: tuple[int, int]) -> bool:
    if text[at] in "”»":
        return True
    after = text[at + 1] if at + 1 < paragraph[1] else " "
    before = text[paragraph[0] : at]
    if text[at] != '"' or not before or after.isalnum():
        return False
    return not before[-1].isspace() or before.rstrip().endswith((",", ".", "!", "?", "…"))


def _with_single_characters(text: str) -> str:
    """The text with typewritten double marks (two apostrophes, two backquotes) as one mark and a blank."""
    text = re.sub(r"(?<![\w.,!?…%)])(?:''|``)(?=\S)", ' "', text)
    return re.sub(r"''", '" ', text)


def _widened(text: str, pair: _Marks) -> _Marks:
    """Marks of two characters lie inside the quotation whole."""
    start = pair.open - (text[pair.open - 1 : pair.open + 1] in ("''", "``"))
    end = pair.close + (pair.is_closed and text[pair.close - 1 : pair.close + 1] == "''")
    return _Marks(start, end, pair.depth, pair.is_closed)


def _pairs(text: str, paragraph: tuple[int, int]) -> Iterator[_Marks]:
    start, end = paragraph
    stack: list[int] = []
    for at in range(start, end):
        mark = text[at]
        if mark not in _MARKS:
            continue
        level = _closed_level(text, stack, at, paragraph)
        if level is not None:
            yield _Marks(stack[level], at + 1, level, True)
            del stack[level:]
        elif mark in _CLOSERS and _may_open(text, at, paragraph, stack):
            stack.append(at)
    if stack and text[stack[0]] not in _SINGLE:
        trimmed = start + len(text[start:end].rstrip())
        yield _Marks(stack[0], trimmed, 0, False)


def _closed_level(text: str, stack: Sequence[int], at: int, paragraph: tuple[int, int]) -> int | None:
    """Which open mark the mark at `at` closes. A double mark also closes over a single one left open."""
    for level in reversed(range(len(stack))):
        opener = text[stack[level]]
        if (
            text[at] in _CLOSERS[opener]
            and at > stack[level] + 1
            and not _is_spaced_over(text, stack[level], at)
            and _may_close(text, at, stack[level], paragraph)
        ):
            return level
        if opener not in _SINGLE:
            return None
    return None


def _is_spaced_over(text: str, opened: int, at: int) -> bool:
    """Whether curly marks stand as a pair inside straight ones with blanks around them: these do not close there."""
    is_spaced = text[opened] == '"' and text[opened + 1].isspace()
    return is_spaced and text[at] == "”" and "“" in text[opened:at]


def _may_close(text: str, at: int, opened: int, paragraph: tuple[int, int]) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < paragraph[1] else " "
    if text[at] in _SINGLE and text[opened] in "'‘‚":
        if before.isspace() or after.isalnum():
            return False
        return not (before in "sS" and after == " " and _closes_later(text, at, paragraph))
    return not (text[at] == '"' and before.isspace() and not after.isspace())


def _closes_later(text: str, at: int, paragraph: tuple[int, int]) -> bool:
    """True when a better closing mark than a possessive s' follows before another opening one."""
    rest = text[at + 1 : min(paragraph[1], at + 120)]
    better = re.search(r"[,.!?…]['’](?!\w)", rest)
    reopened = re.search(r"(?:^|[\s(])['‘](?=\w)", rest)
    return better is not None and (reopened is None or better.start() < reopened.start())


def _may_open(text: str, at: int, paragraph: tuple[int, int], stack: Sequence[int]) -> bool:
    mark = text[at]
    before = text[at - 1] if at > paragraph[0] else " "
    after = text[at + 1] if at + 1 < paragraph[1] else " "
    if stack and (len(stack) > 1 or (text[stack[-1]] in _SINGLE) == (mark in _SINGLE)):
        return False
    if mark == "”":  # as in Swedish, and where a keyboard turned it the wrong way
        return before.isspace() and after.isalnum() and mark in text[at + 1 : paragraph[1]]
    if mark in "“„«" or (mark == '"' and before.isspace() and after.isspace()):
        return True
    if after.isspace():
        return False
    if before not in _OPENING_CONTEXT and before not in _MARKS:
        return False
    return mark not in "'‘‚" or _has_single_close(text, at, paragraph)


def _has_single_close(text: str, at: int, paragraph: tuple[int, int]) -> bool:
    """A single mark opens only if something closes it: otherwise it is an apostrophe ('tis, '90s)."""
    limit = min(paragraph[1], at + _LONGEST_SINGLE)
    if text[at] == "'" and re.match(r"\d0s\b|tis\b|twas\b|em\b|n\b", text[at + 1 : at + 6], re.IGNORECASE):
        return False
    return any(
        text[i] in _CLOSERS[text[at]] and _may_close(text, i, at, paragraph) for i in range(at + 2, limit)
    )


def _inner(text: str, pair: _Marks) -> str:
    return text[pair.open + 1 : pair.close - 1].strip("'`")


def _is_snatch(text: str, pair: _Marks) -> bool:
    """A few words with no punctuation of their own: scare quotes, unless a clause of speech takes them up."""
    inner = _inner(text, pair)
    return len(_WORD.findall(inner)) <= _SCARE_WORDS and not _TERMINAL.search(inner)


def _is_name(text: str, pair: _Marks) -> bool:
    """A quoted name or title: "Bright Harbour", its "clean hands" plan, the so-called "partnership"."""
    inner = _inner(text, pair)
    words = _WORD.findall(inner)
    if not words or len(words) > 8 or re.search(r"[!?]\W*$", inner):
        return False
    before, after = text[max(0, pair.open - 40) : pair.open], text[pair.close : pair.close + 30]
    if _NAMING.search(before):
        return True
    if len(words) > 1 and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL_WORDS for w in words):
        return words[0].lower() not in _PRONOUNS
    return len(words) <= _SCARE_WORDS and bool(_POSSESSED.search(before) and _NOUN_FOLLOWS.match(after))
