"""Which of two texts was there first (codebook section 8, rule 6)."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.model import Article, DatedValue
from dateline.syndication.claims import is_same_outlet, republished_outlets, says_taken_from
from dateline.syndication.comparison import Shared

_DAY = 10
_MINUTE = 16
_SHORTER = 0.9


def comes_after(shared: Shared) -> bool:
    """True when `a` is the copy: by what the pages say, then the earlier time, then the clearly fuller text; then by a notice that names
    somebody else, and by a single word more. Two pages of which nothing tells are put in the order of their ids, which come from
    address and text."""
    a, b = shared.a.article, shared.b.article
    says_a, says_b = says_taken_from(a, b), says_taken_from(b, a)
    if says_a != says_b:
        return says_a
    earlier = _earlier(a, b)
    if earlier is not None:
        return earlier is b
    lengths = len(shared.a), len(shared.b)
    if min(lengths) <= _SHORTER * max(lengths):
        return lengths[0] < lengths[1]
    named_a, named_b = bool(republished_outlets(a)), bool(republished_outlets(b))
    if named_a != named_b:
        return named_a
    return lengths[0] < lengths[1] or (lengths[0] == lengths[1] and b.id < a.id)


def _earlier(a: Article, b: Article) -> Article | None:
    """The one that was surely published first, or was changed last later in the case of one outlet's versions; else None."""
    order = _order(a.published, b.published)
    if order == 0 and is_same_outlet(a, b):
        order = _order(a.modified or a.published, b.modified or b.published)
    return (a if order < 0 else b) if order else None


def _order(a: DatedValue | None, b: DatedValue | None) -> int:
    """-1 or 1 when the first is surely earlier or later; 0 where dates are equal, missing, or not precise enough."""
    if a is None or b is None or "/" in a.value + b.value:
        return 0
    first, second = _moment(a.value), _moment(b.value)
    if first is not None and second is not None:
        return (first > second) - (first < second)
    length = min(len(a.value), len(b.value), _DAY if first or second else _MINUTE)
    return (a.value[:length] > b.value[:length]) - (a.value[:length] < b.value[:length])


def _moment(value: str) -> datetime | None:
    """The instant of a time that has a zone."""
    try:
        moment = datetime.fromisoformat(value) if len(value) > _DAY else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment is not None and moment.tzinfo is not None else None
