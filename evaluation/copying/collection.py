"""Originals and what others made of them, with the gold: whose text each page has, and from which page it was taken.

Everything is drawn from a generator seeded by the original's id, so that the same data give the same pages everywhere.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model import Article, Block, BlockKind, ChainLink, DatedValue, DatePrecision, Outlet, Span
from evaluation.copying import changes
from evaluation.copying.drafts import Draft, Taken, draft_of, own, taken, words_of
from evaluation.copying.furniture import OUTLETS, QUOTATIONS, teaser

SHORTER = 0.9
"""A copy with at most that share of the words can be told from its original by length alone."""


@dataclass(frozen=True, slots=True)
class Original:
    """A report as its outlet published it. `story` is the same for other outlets' reports of the same event."""

    id: str
    story: str
    outlet: str
    date: str | None
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its gold: the originals its text comes from, the pages it was taken from, those whose direction the page
    tells in some way, and the words it shares with its originals."""

    article: Article
    kind: str
    draft: Draft
    bases: tuple[str, ...]
    sources: tuple[str, ...] = ()
    directed: tuple[str, ...] = ()
    evidence: str = ""
    offset: int = 0

    def shared(self, least_words: int) -> list[Taken]:
        """Stretches that stand word for word in an original."""
        return taken(self.draft, self.offset, least_words)


@dataclass(frozen=True, slots=True)
class Collection:
    """All pages, and pairs of pages whose only common text is one paragraph (with its place in both) or quotations."""

    pages: tuple[Page, ...]
    agency: tuple[tuple[str, str, str], ...] = field(default=())
    quoting: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page tells of its time and origin, and by which of the two."""

    date: str | None
    chain: tuple[ChainLink, ...]
    evidence: str


KINDS = (
    "retitled", "cut", "boxes", "edited10", "edited20", "brief", "reordered", "respelled", "trimmed", "boxed_cut",
)  # fmt: skip
"""Copies of one original, each by another outlet."""
OTHERS = ("merged", "again", "update", "quoting", "agency")
"""Copies of two originals, of a copy, by the same outlet, and of pages that share no more than a part with another one."""


def collection(originals: Sequence[Original], donors: Sequence[str]) -> Collection:
    """Pages of each original and all kinds. `donors` are paragraphs of other news, each of which is used once."""
    first = [_original_page(original) for original in originals]
    partners = _partners(originals)
    spare = iter(donors)
    pages = list(first)
    agency: list[tuple[str, str, str]] = []
    quoting: list[tuple[str, str]] = []
    for original, page in zip(originals, first, strict=True):
        made = [_copied(original, page, kind) for kind in KINDS]
        made += [_again(original, page, made[0]), _update(original, page, (next(spare), next(spare)))]
        partner = partners.get(original.id)
        if partner is not None:
            made.append(_merged(original, page, first[partner], originals[partner]))
        pages += made
    for i, j in _pairs(originals):
        shared = next(spare)
        both = [_hosting(originals[k], first[k], "agency", (shared,)) for k in (i, j)]
        agency.append((both[0].article.id, both[1].article.id, shared))
        quotes = random.Random(f"quotations {originals[i].id}").sample(QUOTATIONS, 4)
        hosts = [
            _hosting(originals[k], first[k], "quoting", [_said(words, turn) for words in quotes])
            for turn, k in enumerate((i, j))
        ]
        quoting.append((hosts[0].article.id, hosts[1].article.id))
        pages += [*both, *hosts]
    return Collection(tuple(pages), tuple(agency), tuple(quoting))


def _original_page(original: Original) -> Page:
    place = len(original.title) + 1
    spans = []
    for words in original.paragraphs:
        spans.append((place, place + len(words)))
        place += len(words) + 1
    whole = "\n".join((original.title, *original.paragraphs))
    draft = draft_of(original.id, whole, spans)
    told = _Told(original.date, (), "")
    return _page(original.id, original.outlet, original.title, draft, "original", told, (original.id,))


def _page(
    name: str,
    outlet: str,
    title: str,
    draft: Draft,
    kind: str,
    told: _Told,
    bases: tuple[str, ...],
    sources: tuple[str, ...] = (),
    directed: tuple[str, ...] = (),
) -> Page:
    lines = [title, *("".join(piece.text for piece in paragraph) for paragraph in draft)]
    text = "\n".join(lines)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        if line:
            blocks.append(Block(BlockKind.BODY if number else BlockKind.HEADLINE, at, at + len(line)))
        at += len(line) + 1
    date = DatedValue(told.date, DatePrecision.DAY, "given", None) if told.date else None
    article = Article(
        id=name,
        body_sha256="",
        url=None,
        outlet=Outlet(None, outlet),
        title=title,
        authors=(),
        published=date,
        modified=None,
        dateline=None,
        language="en",
        coded=True,
        text=text,
        blocks=tuple(blocks),
        chain=told.chain,
    )
    return Page(article, kind, draft, bases, sources, directed, told.evidence, len(title) + 1)


def _copied(original: Original, source: Page, kind: str) -> Page:
    chance = random.Random(f"{kind} {original.id}")
    outlet = _outlet(original, kind)
    draft = _changed(kind, source.draft, outlet, chance)
    told = _told([original], chance)
    tells = told.evidence != "length" or words_of(draft) <= SHORTER * words_of(source.draft)
    directed = (original.id,) if tells else ()
    name, title = _name(kind, original.id), teaser(chance)
    return _page(name, outlet, title, draft, kind, told, source.bases, (original.id,), directed)


def _changed(kind: str, draft: Draft, outlet: str, chance: random.Random) -> Draft:
    match kind:
        case "cut" | "boxed_cut":
            short = changes.cut(draft, 0.6)
            return short if kind == "cut" else changes.with_boxes(short, outlet, chance)
        case "boxes":
            return changes.with_boxes(draft, outlet, chance)
        case "edited10" | "edited20":
            return changes.edited(draft, int(kind[-2:]) / 100, chance)
        case "brief":
            return changes.brief(draft, 0.2)
        case "reordered":
            return changes.reordered(draft, chance)
        case "respelled":
            return changes.respelled(draft)
        case "trimmed":
            return changes.trimmed(draft, chance)
    return draft


def _told(originals: Sequence[Original], chance: random.Random) -> _Told:
    """Time and origin of a copy: a later day, a credit or a notice with or without the same day, or nothing but its length."""
    dates = [original.date for original in originals]
    last = max((date for date in dates if date), default=None)
    ways = (
        ["notice", "agency", "length", "later", "later", "later"]
        if all(dates)
        else ["notice", "agency", "length"]
    )
    way = chance.choice(ways)
    if way == "later":
        return _Told(_days_after(str(last), chance.randint(1, 4)), (), way)
    date = last if chance.random() < 0.5 else None
    if way == "length":
        return _Told(date, (), way)
    relation = "republished_from" if way == "notice" else "agency"
    links = tuple(ChainLink(relation, original.outlet, Span(0, 1)) for original in originals)
    return _Told(date, links, way)


def _again(original: Original, source: Page, middle: Page) -> Page:
    """A copy of a copy: cut, and edited lightly."""
    chance = random.Random(f"again {original.id}")
    outlet = _outlet(original, "again")
    draft = changes.edited(changes.cut(middle.draft, 0.7), 0.05, chance)
    published = middle.article.published
    told = _Told(
        _days_after(published.value, 1) if published else None, (), "later" if published else "length"
    )
    sources = (original.id, middle.article.id)
    directed = sources if published and source.article.published else (original.id,)
    if not published or not source.article.published:
        directed = sources if words_of(draft) <= SHORTER * words_of(source.draft) else ()
    name = _name("again", original.id)
    return _page(name, outlet, teaser(chance), draft, "again", told, source.bases, sources, directed)


def _update(original: Original, source: Page, added: Sequence[str]) -> Page:
    """The outlet's own later version: three quarters of the text, and more."""
    chance = random.Random(f"update {original.id}")
    draft = changes.with_inside(changes.cut(source.draft, 0.75), tuple(map(own, added)), chance)
    told = _Told(
        _days_after(original.date, 1) if original.date else None, (), "later" if original.date else ""
    )
    directed = (original.id,) if original.date else ()
    name, title = _name("update", original.id), f"{original.title}, latest"
    return _page(name, original.outlet, title, draft, "update", told, source.bases, (original.id,), directed)


def _merged(original: Original, source: Page, other: Page, partner: Original) -> Page:
    """The first halves of two outlets' reports, in turn."""
    chance = random.Random(f"merged {original.id}")
    draft = changes.merged(source.draft, other.draft)
    told = _told([original, partner], chance)
    sources = (original.id, partner.id)
    tells = told.evidence != "length"
    directed = tuple(
        page.article.id
        for page in (source, other)
        if tells or words_of(draft) <= SHORTER * words_of(page.draft)
    )
    name, outlet = _name("merged", original.id), _outlet(original, "merged")
    return _page(name, outlet, teaser(chance), draft, "merged", told, sources, sources, directed)


def _hosting(original: Original, source: Page, kind: str, added: Sequence[str]) -> Page:
    """The outlet's own report with further paragraphs, which another outlet has too."""
    chance = random.Random(f"{kind} {original.id}")
    draft = changes.with_inside(source.draft, tuple(map(own, added)), chance)
    told = _Told(original.date, (), "")
    name, title = _name(kind, original.id), f"{original.title}, in full"
    return _page(name, original.outlet, title, draft, kind, told, source.bases, (original.id,))


def _said(words: str, turn: int) -> str:
    """One quotation as two outlets bring it: with other marks and other words around it."""
    return (
        f"‘{words},’ the speaker told a newspaper."
        if turn
        else f"“{words},” one of them said after the meeting."
    )


def _partners(originals: Sequence[Original]) -> dict[str, int]:
    """For each original the place of the next outlet's report of the same event."""
    found = {}
    for places in _stories(originals):
        for place, following in zip(places, [*places[1:], places[0]], strict=True):
            if place != following:
                found[originals[place].id] = following
    return found


def _pairs(originals: Sequence[Original]) -> list[tuple[int, int]]:
    """The first two reports of each event."""
    return [(places[0], places[1]) for places in _stories(originals) if len(places) > 1]


def _stories(originals: Sequence[Original]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for place, original in enumerate(originals):
        found.setdefault(original.story, []).append(place)
    return list(found.values())


def _outlet(original: Original, kind: str) -> str:
    """An invented outlet, another one for each kind of an original."""
    order = list(OUTLETS)
    random.Random(f"outlets {original.id}").shuffle(order)
    return order[[*KINDS, *OTHERS].index(kind)]


def _name(kind: str, original: str) -> str:
    """An id in whose order originals do not come first."""
    number = random.Random(f"name {kind} {original}").randrange(16**4)
    return f"{number:04x}:{kind}:{original}"


def _days_after(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()
