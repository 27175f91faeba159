"""Forty feeds as servers write them, sound and broken, with the titles that a reader sees in each; all in our own words."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass

TITLES = ("Harbour reopens", "Envoys meet in Port Ambrel", "Kestrel votes on water")
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)
DAY = "Tue, 12 Mar 2024 10:30:00 +0530"


@dataclass(frozen=True)
class Shaped:
    """A feed and what is seen in it."""

    name: str
    content: bytes
    titles: tuple[str, ...] = TITLES


def item(title: str, number: int = 1, rest: str = "", link: str | None = None) -> str:
    """An item of RSS."""
    link = f"https://ambrel.example/news/{number}" if link is None else link
    where = f"<link>{link}</link>" if link else ""
    return f"<item><title>{title}</title>{where}<pubDate>{DAY}</pubDate>{rest}</item>"


def items(rest: str = "") -> str:
    """Three items."""
    return "".join(item(title, number, rest) for number, title in enumerate(TITLES, start=1))


def rss(inside: str, *, namespaces: str = NAMESPACES, encoding: str = "utf-8", before: str = "") -> str:
    """RSS 2.0 around some items."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>{before}'
    link = "<title>Ambrel Post</title><link>https://ambrel.example/</link>"
    return f'{head}\n<rss version="2.0" {namespaces}><channel>{link}{inside}</channel></rss>\n'


def atom(inside: str, attributes: str = 'xmlns="http://www.w3.org/2005/Atom"') -> str:
    """Atom around some entries."""
    return f'<?xml version="1.0"?><feed {attributes}><title>Ambrel Post</title>{inside}</feed>'


def entries(rest: str = "") -> str:
    """Three entries of Atom."""
    return "".join(
        f'<entry><title>{title}</title><id>tag:ambrel.example,2024:{n}</id><link href="https://ambrel.example/news/{n}"/>'
        f"<updated>2024-03-12T10:30:00+05:30</updated>{rest}</entry>"
        for n, title in enumerate(TITLES, start=1)
    )


def shaped_feeds() -> list[Shaped]:
    """All forty."""
    return [*_sound(), *_broken(), *_charsets(), *_others()]


def _sound() -> Iterator[Shaped]:
    cdata = "<content:encoded><![CDATA[<p>The harbour is open & busy.</p>]]></content:encoded>"
    yield Shaped("rss 2.0", rss(items()).encode())
    yield Shaped("rss 0.91 with its document type", _old("0.91").encode())
    yield Shaped("rss 0.92", rss(items()).replace('"2.0"', '"0.92"').encode())
    yield Shaped("rss 1.0", _rdf().encode())
    yield Shaped("atom 1.0", atom(entries()).encode())
    yield Shaped("atom 0.3", atom(entries(), 'version="0.3" xmlns="http://purl.org/atom/ns#"').encode())
    yield Shaped("atom with a prefix", _prefixed().encode())
    yield Shaped("content in CDATA", rss(items(cdata)).encode())
    titles = "".join(item(f"<![CDATA[{title}]]>", n) for n, title in enumerate(TITLES, start=1))
    yield Shaped("titles in CDATA", rss(titles).encode())
    html = "".join(item(f"&lt;b&gt;{title}&lt;/b&gt;", n) for n, title in enumerate(TITLES, start=1))
    yield Shaped("html in titles", rss(html).encode())
    bold = "".join(item(f"<b>{title}</b>", n) for n, title in enumerate(TITLES, start=1))
    yield Shaped("elements in titles", rss(bold).encode())
    yield Shaped(
        "relative links", rss("".join(item(t, n, link=f"/n/{n}") for n, t in enumerate(TITLES))).encode()
    )
    yield Shaped("no links", rss("".join(item(t, n, link="") for n, t in enumerate(TITLES))).encode())
    yield Shaped("no dates", rss(items()).replace(f"<pubDate>{DAY}</pubDate>", "").encode())
    yield Shaped("odd dates", rss(items()).replace(DAY, "am Dienstag, gegen elf").encode())
    yield Shaped("one guid for all", rss(items('<guid isPermaLink="false">1</guid>')).encode())
    media = (
        '<media:content url="https://ambrel.example/a.jpg"><media:title>A quay</media:title></media:content>'
    )
    yield Shaped("pictures with titles", rss(items(media)).encode())
    yield Shaped("no titles", rss("<item><description>A note.</description></item>" * 1).encode(), ())
    yield Shaped("gzip", gzip.compress(rss(items()).encode()))


def _broken() -> Iterator[Shaped]:
    whole = rss(items())
    yield Shaped("breaks off in an item", whole[: whole.rindex("<pubDate>") + 12].encode())
    yield Shaped("breaks off after two", whole[: whole.rindex("<item>")].encode(), TITLES[:2])
    yield Shaped(
        "breaks off in CDATA", (whole[: whole.rindex("</item>")] + "<description><![CDATA[Then").encode()
    )
    yield Shaped("zero bytes", whole.replace("Harbour", "Har\0bour").encode())
    yield Shaped("control characters", whole.replace("Harbour", "Har\x0b\x1fbour").encode())
    bare = whole.replace("</title><link>", " &co & more</title><link>")
    yield Shaped("bare ampersands", bare.encode(), tuple(f"{title} &co & more" for title in TITLES))
    html = whole.replace(
        "</title><link>https://ambrel.example/n", "&nbsp;&rsquo;24</title><link>https://ambrel.example/n"
    )
    yield Shaped("entities of html", html.encode(), tuple(f"{title} ’24" for title in TITLES))
    yield Shaped(
        "undeclared namespaces", rss(items("<dc:creator>Ana Bell</dc:creator>"), namespaces="").encode()
    )
    yield Shaped("tags that do not close", rss(items("<description><br>Open</description>")).encode())
    yield Shaped("elements that cross", rss(items("<description><b>x<i>y</b></i></description>")).encode())
    yield Shaped("blank lines before", ("\n\n  " + whole).encode())
    yield Shaped("a warning before", ("<br />\n<b>Warning</b>: no such table<br />\n" + whole).encode())
    yield Shaped("junk after", (whole + "<!-- served in 3 ms --><script>x()</script>").encode())
    yield Shaped("items outside the channel", whole.replace("<item>", "</channel><item>", 1).encode())
    yield Shaped("attributes without quotes", rss(items("<guid isPermaLink=false>7</guid>")).encode())
    yield Shaped("no root", f"<channel><title>Ambrel Post</title>{items()}</channel>".encode())


def _charsets() -> Iterator[Shaped]:
    accents = tuple(f"{title} à Évora" for title in TITLES)
    text = rss("".join(item(title, n) for n, title in enumerate(accents)))
    yield Shaped("utf-8 declared as latin-1", text.replace('"utf-8"', '"iso-8859-1"').encode(), accents)
    yield Shaped("latin-1 declared as utf-8", text.encode("latin-1"), accents)
    yield Shaped("utf-16 with a mark", text.replace('"utf-8"', '"utf-16"').encode("utf-16"), accents)
    yield Shaped("utf-8 with a mark", text.encode("utf-8-sig"), accents)
    yield Shaped("an unknown charset", text.replace('"utf-8"', '"x-ours"').encode(), accents)


def _others() -> Iterator[Shaped]:
    posts = [
        {"id": str(n), "url": f"https://ambrel.example/{n}", "title": title} for n, title in enumerate(TITLES)
    ]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Ambrel Post", "items": posts})
    yield Shaped("json feed", feed.encode())
    yield Shaped("json feed that breaks off", feed[: feed.rindex("{") + 20].encode(), TITLES[:2])
    odd = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [None, 3, {"title": 4}, *posts]})
    yield Shaped("json feed with values of any type", odd.encode())


def _old(version: str) -> str:
    kind = f'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS {version}//EN" "http://my.netscape.com/rss.dtd">'
    return rss(items(), before=kind, namespaces="").replace('"2.0"', f'"{version}"')


def _rdf() -> str:
    names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    return f'<?xml version="1.0"?><rdf:RDF {names}><channel rdf:about="x"><title>Ambrel Post</title></channel>{items()}</rdf:RDF>'


def _prefixed() -> str:
    text = atom(entries(), 'xmlns:a="http://www.w3.org/2005/Atom"')
    for name in ("feed", "entry", "title", "id", "link", "updated"):
        text = text.replace(f"<{name}", f"<a:{name}").replace(f"</{name}", f"</a:{name}")
    return text
