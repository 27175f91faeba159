"""The visible text of an HTML page, one line for each block element, with what the mark-up tells of every line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from dateline.article.patterns import patterns_of
from dateline.model import BlockKind

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "svg",
        "math",
        "object",
        "embed",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "audio",
        "video",
        "canvas",
        "map",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
        "amp-img",
    ]
)
_PLAIN = frozenset(("html", "body", "main", "article"))
_TAG_KINDS = {
    "nav": BlockKind.NAVIGATION,
    "figcaption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "footer": BlockKind.NAVIGATION,
    "button": BlockKind.OTHER,
    "form": BlockKind.OTHER,
    "dialog": BlockKind.OTHER,
    "time": BlockKind.DATELINE,
    "address": BlockKind.BYLINE,
}
_EXCESS = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DIGITS = re.compile(r"\d+")
_COMMENTS = re.compile(
    r"(?:^|[-_ ])(?:(?:user|reader|article|post|page)s?[-_])?comments?(?:$|[-_ ]+(?:list|section|thread|content|container|body|area|wrap\w*|stream|feed|"
    r"item|text|form|respond))|comment(?:list|thread)|disqus[-_]thread"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


class MarkedLine(NamedTuple):
    """A line of visible text: nearest block tag, kind that tag or class names tell of, share of its text in links, and
    the block elements around it by tag and class ("div.story-body/p").

    `block` is the number of the innermost block element, `outer` the number of the one around each. `of_readers` is true among
    readers' comments; `stamp` is the machine-written time of a `time` element.
    """

    text: str
    tag: str
    hint: BlockKind | None
    link_share: float
    path: str = ""
    block: int = 0
    outer: Sequence[int] = (0,)
    of_readers: bool = False
    stamp: str | None = None

    @property
    def around(self) -> int:
        """Number of the element around the line's own one."""
        return self.outer[self.block]


class TooDeepError(ValueError):
    """Tags stand inside one another more than 2,000 deep: the parser would drop what is inside and all that follows."""


def parse_html(text: str) -> HtmlElement:
    """A tree, whatever the text. Encoding declarations are void, the text being decoded already.

    Raises:
        TooDeepError: tags stand inside one another more than 2,000 deep.
    """
    clean = _DECLARATION.sub("", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
    clean = clean.translate(None, _CONTROLS)
    # Pages that never close their formatting get beyond 256 deep, where the parser stops unless it is told to go on.
    for is_deep in (False, True):
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=is_deep)
        try:
            tree = document_fromstring(clean, parser=parser)
        except (etree.ParserError, ValueError):
            return document_fromstring("<html><body></body></html>")
        if not parser.error_log.filter_types(_EXCESS):
            return tree
    raise TooDeepError


@lru_cache(maxsize=16384)
def _kind_of_names(classes: str, name: str) -> BlockKind | None:
    """Kind that class names and id tell of."""
    names = f"{classes} {name}".strip().lower()
    if not names or len(names) >= 300:
        return None
    return next((row.kind for row, _ in patterns_of("html_classes.csv").matches(names)), None)


@lru_cache(maxsize=16384)
def _is_of_readers(classes: str, name: str) -> bool:
    """Whether class names or id tell of readers' comments: whatever stands inside, related links too, is theirs."""
    names = f"{classes} {name}".lower()
    return ("comment" in names or "disqus" in names) and _COMMENTS.search(names) is not None


def _hint(tag: str, classes: str | None, name: str | None, inherited: BlockKind | None) -> BlockKind | None:
    if tag in _PLAIN:
        return None
    kind = _kind_of_names(classes or "", name or "") if classes or name else None
    return kind or _TAG_KINDS.get(tag, inherited)


def _is_hidden(attribute: Callable[[str], str | None]) -> bool:
    if attribute("hidden") is not None:
        return True
    style = attribute("style")
    return bool(style and _HIDDEN.search(style))


class _Writer:
    """Collects text into lines while a tree is walked. `around` are the open block elements: number, tag and step."""

    def __init__(self) -> None:
        self.lines: list[MarkedLine] = []
        self.outer = [0]
        self.around: list[tuple[int, str, str]] = [(0, "body", "body")]
        self.parts: list[str] = []
        self.linked = 0
        self.hint: BlockKind | None = None
        self.in_comments = 0
        self.stamp: str | None = None

    def add(self, text: str, hint: BlockKind | None, in_link: bool) -> None:
        if not self.parts:
            if text.isspace():
                return
            self.hint = hint
        self.parts.append(text)
        if in_link:
            self.linked += len(text.split())

    def open(self, tag: str, step: str, stamp: str | None) -> None:
        if self.parts:
            self.end_line()
        self.stamp = stamp
        self.outer.append(self.around[-1][0])
        self.around.append((len(self.outer) - 1, tag, step))

    def close(self) -> None:
        if self.parts:
            self.end_line()
        self.around.pop()

    def end_line(self) -> None:
        # No-break spaces are white space here too: HTML text is rebuilt, not copied.
        words = "".join(self.parts).split()
        block, tag, step = self.around[-1]
        path = f"{self.around[-2][2]}/{step}" if block else step
        share = self.linked / len(words)
        self.lines.append(
            MarkedLine(
                " ".join(words),
                tag,
                self.hint,
                share,
                path,
                block,
                self.outer,
                self.in_comments > 0,
                self.stamp,
            )
        )
        self.parts, self.linked, self.stamp = [], 0, None


def visible_lines(tree: HtmlElement, *, hidden: bool = False) -> list[MarkedLine]:
    """Lines in document order; with `hidden`, also what styles hide at first."""
    writer, links = _Writer(), 0
    hints: list[BlockKind | None] = [None]
    walk = etree.iterwalk(tree, events=("start", "end"))
    left_out = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            attribute = element.get
            if tag in _SKIPPED or (not hidden and _is_hidden(attribute)) or not isinstance(tag, str):
                left_out = element
                walk.skip_subtree()
                continue
            classes = attribute("class")
            if tag in _BLOCKS:
                writer.open(tag, _step(tag, classes or ""), attribute("datetime") if tag == "time" else None)
            elif tag == "a":
                links += 1
            name = attribute("id")
            if writer.in_comments or ((classes or name) and _is_of_readers(classes or "", name or "")):
                writer.in_comments += 1
                hints.append(BlockKind.OTHER)
            else:
                hints.append(_hint(tag, classes, name, hints[-1]))
            text = element.text
        else:
            if element is left_out:
                left_out = None
            else:
                hints.pop()
                if tag in _BLOCKS:
                    writer.close()
                elif tag == "a":
                    links -= 1
                writer.in_comments -= writer.in_comments > 0
            text = element.tail
        if text:
            writer.add(text, hints[-1], links > 0)
    if writer.parts:
        writer.end_line()
    return writer.lines


@lru_cache(maxsize=4096)
def _step(tag: str, classes: str) -> str:
    """An element by its tag and classes, numbers left out: the containers of one story differ in nothing else."""
    names = _DIGITS.sub("", " ".join(classes.split()[:3]))
    return f"{tag}.{names}" if names else tag
