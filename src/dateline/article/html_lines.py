"""The visible text of an HTML page, one line for each block element, with what the mark-up tells of every line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from dateline.article.furniture import rows_of
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
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]+")
_DIGITS = re.compile(r"\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of visible text: nearest block tag, kind that tag or class names tell of, share of its text in links,
    the block elements around it by tag and class ("div.story-body/p"), and the numbers of all of them, outermost first."""

    text: str
    tag: str
    hint: BlockKind | None
    link_share: float
    path: str = ""
    inside: tuple[int, ...] = ()


def parse_html(text: str) -> HtmlElement:
    """A tree, whatever the text. Encoding declarations are void, the text being decoded already."""
    clean = re.sub(r"^\s*<\?xml[^>]*\?>", "", _CONTROLS.sub("", text).lstrip("\ufeff"))
    try:
        return document_fromstring(
            clean, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, ValueError):
        return document_fromstring("<html><body></body></html>")


@cache
def _class_kinds() -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    return tuple((BlockKind(row["kind"]), re.compile(row["pattern"])) for row in rows_of("html_classes.csv"))


@cache
def _kind_of_names(names: str) -> BlockKind | None:
    """Kind that class names and id tell of."""
    return next((kind for kind, pattern in _class_kinds() if pattern.search(names)), None)


def _hint(element: HtmlElement, tag: str, inherited: BlockKind | None) -> BlockKind | None:
    if tag in _PLAIN:
        return None
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip().lower()
    if names and len(names) < 300:
        kind = _kind_of_names(names)
        if kind is not None:
            return kind
    return _TAG_KINDS.get(tag, inherited)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


class _Writer:
    """Collects text into lines while a tree is walked."""

    def __init__(self) -> None:
        self.lines: list[MarkedLine] = []
        self.parts: list[str] = []
        self.linked = 0
        self.tag: str = "body"
        self.path = "body"
        self.inside: tuple[int, ...] = ()
        self.hint: BlockKind | None = None

    def add(self, text: str | None, hint: BlockKind | None, in_link: bool) -> None:
        if not text:
            return
        if not self.parts and text.strip():
            self.hint = hint
        if self.parts or text.strip():
            self.parts.append(text)
            self.linked += in_link * len(text.split())

    def flush(self, tag: str, path: str, inside: tuple[int, ...]) -> None:
        words = "".join(self.parts).split()
        if words:
            # No-break spaces are white space here too: HTML text is rebuilt, not copied.
            share = self.linked / len(words)
            self.lines.append(MarkedLine(" ".join(words), self.tag, self.hint, share, self.path, self.inside))
        self.parts, self.linked, self.tag, self.path, self.inside = [], 0, tag, path, inside


def visible_lines(tree: HtmlElement, *, hidden: bool = False) -> list[MarkedLine]:
    """Lines in document order; with `hidden`, also what styles hide at first."""
    writer, blocks, paths, hints, links, skip = _Writer(), ["body"], ["body"], [None], 0, None
    inside: list[int] = []
    count = 0
    hint_stack: list[BlockKind | None] = list(hints)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skip is not None:
                continue
            if tag in _SKIPPED or not tag or (not hidden and _is_hidden(element)):
                skip = element
                continue
            if tag in _BLOCKS:
                blocks.append(tag)
                paths.append(_step(element, tag))
                count += 1
                inside.append(count)
                writer.flush(tag, "/".join(paths[-2:]), tuple(inside))
            links += tag == "a"
            hint_stack.append(_hint(element, tag, hint_stack[-1]))
            writer.add(element.text, hint_stack[-1], links > 0)
            continue
        if skip is not None:
            if skip is not element:
                continue
            skip = None
        else:
            hint_stack.pop()
            links -= tag == "a"
            if tag in _BLOCKS:
                blocks.pop()
                paths.pop()
                inside.pop()
                writer.flush(blocks[-1] if blocks else "body", "/".join(paths[-2:]), tuple(inside))
        writer.add(element.tail, hint_stack[-1], links > 0)
    writer.flush("body", "body", ())
    return writer.lines


def _step(element: HtmlElement, tag: str) -> str:
    """An element by its tag and classes, numbers left out: the containers of one story differ in nothing else."""
    names = " ".join((element.get("class") or "").split()[:3])
    return f"{tag}.{_DIGITS.sub('', names)}" if names else tag
