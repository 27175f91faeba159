"""Entries of RSS 0.9x, 1.0 and 2.0 and of Atom, from the tree; each element by its name, whatever namespace it forgot."""

from __future__ import annotations

import re

from dateline.sources.feeds.dates import iso_of
from dateline.sources.feeds.listing import Entry
from dateline.sources.feeds.markup import as_html, is_cut, is_whole, longer, plain
from dateline.sources.feeds.tree import (
    Element,
    base_of,
    children,
    descendants,
    inner_html,
    language_of,
    name_of,
    text_in,
)
from dateline.sources.feeds.web import is_web, web_address

_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_UPDATED = ("updated", "modified", "lastbuilddate")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((.+)\)\s*\Z", re.DOTALL)
_LONGEST_PERSON = 500
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\Z")


def entries_of(root: Element, base: str | None) -> tuple[Entry, ...]:
    """All entries, wherever in the tree they stand. `base` is where the feed came from."""
    found = [each for each in root.iter() if name_of(each) in ("item", "entry")]
    home = _home(root) or base
    entries = [_entry(each, home) for each in found if len(each)]
    seen = dict.fromkeys(
        entry for entry in entries if entry.url or entry.title or entry.content or entry.summary
    )
    return tuple(seen)


def heading_of(root: Element) -> tuple[str | None, str | None]:
    """Title and language of the feed."""
    channel = next(descendants(root, "channel"), root)
    title = next(iter(children(channel, "title")), None)
    language = next(iter(children(channel, "language")), None)
    said = text_in(language) or language_of(channel) or language_of(root)
    return plain(_text(title)) if title is not None else None, said


def _entry(item: Element, home: str | None) -> Entry:
    base = base_of(item)
    where = web_address(home, base) or home
    content, summary = _texts(item)
    published = _first_date(item, _PUBLISHED)
    return Entry(
        url=_address(item, where),
        title=plain(_first_text(item, "title")),
        authors=_authors(item),
        published=published,
        updated=_first_date(item, _UPDATED),
        content=content,
        summary=summary,
        outlet=_outlet(item),
    )


def _home(root: Element) -> str | None:
    """The address of the site, which relative links of RSS are relative to in fact."""
    channel = next(descendants(root, "channel"), root)
    for link in children(channel, "link"):
        href = link.get("href") if link.get("rel") in (None, "alternate") else None
        address = (href or text_in(link) or "").strip()
        if is_web(address):
            return address
    return None


def _address(item: Element, base: str | None) -> str | None:
    """The page of an entry: the original link of a feed service, the link, the permanent id."""
    addresses = (web_address(base, address) for address in (*_links(item), *_permanent(item)))
    return next((address for address in addresses if address), None)


def _links(item: Element) -> list[str]:
    first = [text for each in children(item, "origlink") if (text := text_in(each))]
    second: list[str] = []
    for link in children(item, "link"):
        text, href = text_in(link), link.get("href")
        if link.get("rel") in (None, "alternate"):
            is_page = link.get("type") in (None, "text/html", "application/xhtml+xml")
            found = text or href
            if found:
                (first if is_page else second).append(_unfolded(found))
    content = [each.get("src") for each in children(item, "content") if each.get("src")]
    return [*first, *second, *content]


def _unfolded(address: str) -> str:
    """An address without the line breaks that were put into it; other spaces are part of it."""
    return re.sub(r"\s*[\r\n\t]\s*", "", address).strip().replace(" ", "%20")


def _permanent(item: Element) -> list[str]:
    guids = [each for each in children(item, "guid") if each.get("isPermaLink", "true").lower() != "false"]
    about = [value for key, value in item.attrib.items() if key.endswith(("}about", ":about"))]
    named = [text for each in (*guids, *children(item, "id")) if (text := text_in(each)) and is_web(text)]
    return [*named, *about]


def _first_text(item: Element, *names: str) -> str | None:
    return next((text for each in children(item, *names) if (text := _text(each))), None)


def _text(element: Element) -> str | None:
    """What an element holds, as markup: elements in it count as such, and plain text of Atom as text."""
    if len(element):
        return inner_html(element) or None
    return text_in(element)


def _first_date(item: Element, names: tuple[str, ...]) -> str | None:
    for name in names:
        for each in children(item, name):
            found = iso_of(text_in(each))
            if found:
                return found
    return None


def _authors(item: Element) -> tuple[str, ...]:
    found: list[str] = []
    for each in children(item, "author", "creator"):
        names = [text_in(name) for name in children(each, "name")] or [
            text_in(each) if not len(each) else None
        ]
        found += [name for text in names if (name := _person(plain(text)))]
    return tuple(dict.fromkeys(found))


def _person(text: str | None) -> str | None:
    """The name beside a mail address, which RSS wants first; none for a bare address."""
    if text is None or len(text) > _LONGEST_PERSON:
        return None
    named = _MAIL_AND_NAME.match(text)
    text = named.group(1).strip() if named else text
    return None if _MAIL.match(text) else text


def _texts(item: Element) -> tuple[str | None, str | None]:
    """Content and summary in HTML. A content that is cut off is a summary; a description as long as a report is one."""
    contents = [markup for each in children(item, "encoded", "content", "body") if (markup := _markup(each))]
    summary = next(
        (
            markup
            for each in children(item, "description", "summary", "abstract")
            if (markup := _markup(each))
        ),
        None,
    )
    content = max(contents, key=len, default=None)
    if content is not None and is_cut(content):
        return None, longer(content, summary)
    if content is None and is_whole(summary):
        return summary, None
    return content, summary


def _markup(element: Element) -> str | None:
    if len(element):
        return inner_html(element) or None
    text = text_in(element)
    kind = (element.get("type") or "").lower()
    if kind.startswith(("image/", "audio/", "video/")) or (kind == "application/octet-stream"):
        return None
    is_plain = name_of(element) in ("content", "summary") and kind in ("text", "text/plain")
    return as_html(text, is_plain=is_plain)


def _outlet(item: Element) -> str | None:
    """Who published the entry, where a feed of several outlets says it (`source`)."""
    for source in children(item, "source"):
        title = next(iter(children(source, "title")), None)
        name = plain(text_in(title) if title is not None else text_in(source) if not len(source) else None)
        if name:
            return name
    return None
