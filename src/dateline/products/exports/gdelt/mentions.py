"""A report of an event as the 16 columns of GDELT 2.0 mentions."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from dateline.language.sentences import split_sentences
from dateline.model import Block, Participant
from dateline.model.page import CODED_KINDS
from dateline.products.exports.gdelt.coded import CodedEvent, Mention
from dateline.products.exports.gdelt.columns import MENTION_COLUMNS
from dateline.products.exports.rights import Rights

_WEB, _CITATION_ONLY = 1, 2
_NOT_FOUND = -1


def mention_row(coded: CodedEvent, mention: Mention, rights: Rights) -> list[str]:
    """The cells of a mention; offsets are code points in `article.text`, -1 where nobody is named or offsets may not go out."""
    article, event = mention.page.article, mention.event
    values: dict[str, str | int | None] = {
        "GLOBALEVENTID": coded.number,
        "EventTimeDate": coded.first_seen,
        "MentionTimeDate": mention.seen,
        "MentionType": _WEB if article.url else _CITATION_ONLY,
        "MentionSourceName": article.outlet.name if article.outlet else None,
        "MentionIdentifier": mention.identifier,
        "SentenceID": _sentence(mention),
        "Actor1CharOffset": _offset(_start_of(event.source), rights),
        "Actor2CharOffset": _offset(_start_of(event.target), rights),
        "ActionCharOffset": _offset(event.trigger.start, rights),
        "InRawText": 1,
        "Confidence": round(event.confidence * 100),
        "MentionDocLen": len(article.text),
        "Extras": f"{article.id}#{event.id}",
    }
    return ["" if values.get(name) is None else str(values[name]) for name in MENTION_COLUMNS]


def _sentence(mention: Mention) -> int:
    """The sentence of the coded text in which the act is named, counted from 1."""
    article = mention.page.article
    trigger = mention.event.trigger.start
    return 1 + bisect_right(_sentence_ends(article.text, article.blocks), trigger)


@lru_cache(maxsize=256)
def _sentence_ends(text: str, blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Where the sentences of a page end, kept since the reports of an event lie near one another."""
    coded = [block for block in blocks if block.kind in CODED_KINDS]
    return tuple(sentence.end for sentence in split_sentences(text, coded))


def _start_of(side: tuple[Participant, ...]) -> int | None:
    spans = side[0].spans if side else ()
    return spans[0].start if spans else None


def _offset(start: int | None, rights: Rights) -> int:
    shown = rights.place(start)
    return _NOT_FOUND if shown is None else shown
