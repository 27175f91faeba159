"""Which lines of an HTML page are body: trafilatura decides, its paragraphs are found again in the page's own lines."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.article.html_lines import MarkedLine
from dateline.model import BlockKind

_TAG = re.compile(r"<[^>]{1,200}>")
_SHORTEST_BODY = 400
_SHORTEST_LINE = 20
_SHOWN = 0.6
_PARTS = frozenset(("p", "li", "td", "th", "dd", "dt", "pre", "blockquote"))
_MOST = 0.8
_MUCH_ELSE = 3.0
_PROSE = 8
_LINKED = 0.5
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_ENDS = frozenset(".!?…”\"')。")
_LETTERS = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """Letters and digits only, lower case: what survives any re-spacing."""
    return _LETTERS.sub("", text.casefold())


def extract_paragraphs(tree: HtmlElement) -> list[str]:
    """Body paragraphs as trafilatura finds them, precision first; none when it fails. No network is used, the tree stays as it is."""
    import trafilatura

    text = trafilatura.extract(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        deduplicate=False,
    )
    return [line for line in (text or "").split("\n") if line.strip()]


def with_siblings(marked: Sequence[MarkedLine], flags: Sequence[bool]) -> list[bool]:
    """Flags with the paragraphs that stand in other containers of the same make: extraction sees one container, and
    some pages spread a story over several, with boxes between them. The heading of another story ends it."""
    body = list(flags)
    words = Counter[str]()
    for line, flag in zip(marked, flags, strict=True):
        if flag and line.tag == "p":
            words[line.path] += line.text.count(" ") + 1
    if not words:
        return body
    path, size = words.most_common(1)[0]
    hints = {line.hint for line, flag in zip(marked, flags, strict=True) if flag and line.path == path}
    if size < 0.6 * sum(words.values()):
        return body
    first, last = flags.index(True), len(flags) - 1 - list(reversed(flags)).index(True)
    for step, start in ((-1, first - 1), (1, last + 1)):
        for i in range(start, -1 if step < 0 else len(marked), step):
            if marked[i].tag == "h1":
                break
            body[i] = body[i] or _continues(marked[i], path, hints)
    return [flag or (first < i < last and _continues(marked[i], path, hints)) for i, flag in enumerate(body)]


def _continues(line: MarkedLine, path: str, hints: set[BlockKind | None]) -> bool:
    if line.path != path or line.hint not in hints or line.link_share >= _LINKED:
        return False
    return line.text.count(" ") + 1 >= _PROSE and line.text[-1:] in _ENDS


def in_container(
    marked: Sequence[MarkedLine], flags: Sequence[bool], furniture: Sequence[bool]
) -> list[bool]:
    """Flags with all lines of the element that holds most of the body: lists, tables and short lines between its
    paragraphs. An element that holds much else is no story's."""
    total, words, everything = _held(marked, flags)
    around = [
        n
        for n in range(1, len(words))
        if words[n] >= _MOST * total and everything[n] <= _MUCH_ELSE * words[n]
    ]
    if not total or not around:
        return list(flags)
    within = _within(max(around), marked[0].outer)  # numbers grow inwards
    last = len(flags) - 1 - list(reversed(flags)).index(True)
    return [
        flag
        or (
            within[line.block]
            and not is_furniture
            and _may_be_body(line)
            and (i < last or line.tag in _PARTS)
        )
        for i, (line, flag, is_furniture) in enumerate(zip(marked, flags, furniture, strict=True))
    ]


def with_headings(
    marked: Sequence[MarkedLine], flags: Sequence[bool], furniture: Sequence[bool]
) -> list[bool]:
    """Flags with the headings that stand between paragraphs of the body, in the same element as they do."""
    body = list(flags)
    for i, line in enumerate(marked[:-1]):
        if flags[i] or furniture[i] or line.tag not in _HEADINGS or not _may_be_body(line):
            continue
        above = next((j for j in range(i - 1, max(-1, i - 4), -1) if flags[j]), None)
        below = next((j for j in range(i + 1, min(len(marked), i + 4)) if flags[j]), None)
        if above is None or below is None:
            continue
        body[i] = line.around == marked[above].around or line.around == marked[below].around
    return body


def _held(marked: Sequence[MarkedLine], flags: Sequence[bool]) -> tuple[int, list[int], list[int]]:
    """Words of the body; and by the number of each block element, how many of them it holds, and how many that may be body."""
    outer = marked[0].outer if marked else (0,)
    words, everything = [0] * len(outer), [0] * len(outer)
    for line, flag in zip(marked, flags, strict=True):
        size = line.text.count(" ") + 1
        if flag:
            words[line.block] += size
        if _may_be_body(line):
            everything[line.block] += size
    total = sum(words)
    for number in range(len(outer) - 1, 0, -1):  # inner ones come after the ones around them
        words[outer[number]] += words[number]
        everything[outer[number]] += everything[number]
    return total, words, everything


def _within(container: int, outer: Sequence[int]) -> list[bool]:
    """Flags by the number of each block element: whether it is the container or stands inside it."""
    within = [False] * len(outer)
    within[container] = True
    for number in range(container + 1, len(outer)):
        within[number] = within[outer[number]]
    return within


def _may_be_body(line: MarkedLine) -> bool:
    return line.hint is None and line.link_share < _LINKED and line.tag != "h1"


def declared_lines(declared: str | None, lines: Sequence[str]) -> list[bool] | None:
    """Flags of the lines that stand in the body that the page declares of itself (JSON-LD `articleBody`); None where it
    declares none of a length to go by, or not one that its lines show."""
    body = squeeze(_TAG.sub(" ", html.unescape(declared or "")))
    if len(body) < _SHORTEST_BODY:
        return None
    squeezed = [squeeze(line) for line in lines]
    flags = [len(line) >= _SHORTEST_LINE and line in body for line in squeezed]
    for i in range(1, len(flags)):  # short lines count where they go on from one that is sure
        flags[i] = flags[i] or (flags[i - 1] and len(squeezed[i]) > 2 and squeezed[i] in body)
    shown = sum(len(line) for line, flag in zip(squeezed, flags, strict=True) if flag)
    return flags if shown >= _SHOWN * len(body) else None


def share_of(part: Sequence[bool], whole: Sequence[bool], lines: Sequence[str]) -> float:
    """How much of the text of some lines others have, 0 to 1."""
    size = sum(len(line) for line, flag in zip(lines, part, strict=True) if flag)
    both = sum(len(line) for line, a, b in zip(lines, part, whole, strict=True) if a and b)
    return both / size if size else 1.0


def match_paragraphs(paragraphs: Sequence[str], lines: Sequence[str]) -> list[bool]:
    """Flags, one a line: whether the paragraphs hold most of it. Paragraphs are looked for in the order of the page."""
    if not paragraphs:
        return [False] * len(lines)
    squeezed = [squeeze(line) for line in lines]
    starts, at = [], 0
    for line in squeezed:
        starts.append(at)
        at += len(line)
    page = "".join(squeezed)
    covered = bytearray(len(page))
    cursor, missed = 0, []
    for paragraph in map(squeeze, paragraphs):
        if not paragraph:
            continue
        where = page.find(paragraph, cursor)
        if where < 0 and len(paragraph) > 30:
            where = page.find(paragraph)
        if where < 0:
            missed.append(paragraph)
            continue
        covered[where : where + len(paragraph)] = b"\x01" * len(paragraph)
        cursor = where + len(paragraph)
    flags = []
    rest = "\n".join(missed)
    for line, start in zip(squeezed, starts, strict=True):
        share = covered[start : start + len(line)].count(1) / len(line) if line else 0.0
        flags.append(share > 0.5 or (len(line) > 25 and bool(rest) and line in rest))
    return flags
