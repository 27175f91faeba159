"""The address by which versions of a page are known as one page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dateline.model import Article
from dateline.store.inserting import shortened
from dateline.syndication import outlet_key, published_day

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ref_src")
_PORTS = {"http": ":80", "https": ":443"}


def address_of(article: Article) -> str:
    """The page's URL in one form; without one its outlet, title and day, and where it does not say these, its id."""
    return shortened(_address(article))


def _address(article: Article) -> str:
    if article.url:
        return canonical(article.url)
    if article.outlet is None or not article.title:
        return article.id
    title = " ".join(article.title.casefold().split())
    day = published_day(article)
    return f"{outlet_key(article.outlet.name)}: {title} ({day if day is not None else 'undated'})"


def canonical(url: str) -> str:
    """A URL without what leads to the same page: http or https, letters of the host, fragment, tracking."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if not parts.scheme.startswith("http"):
        return url.strip()
    host = parts.netloc.casefold().removesuffix(_PORTS.get(parts.scheme, ""))
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    return urlunsplit(("https", host, parts.path or "/", urlencode(asked), ""))


def _is_tracking(name: str) -> bool:
    return name.casefold().startswith(_TRACKING)
