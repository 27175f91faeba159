"""What a row of an overlay has to be: which columns a table has, what tells its rows apart, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from dateline.knowledge.period import first_day, last_day
from dateline.knowledge.tables import Row, header_of, rows_of
from dateline.model import ActorKind

WATCHLIST = "watchlist"
"""The one table of a user's own that is not a packaged one."""

_WATCHED = tuple(
    "name kind aliases state role office of sector start end domain qid note source as_of".split()
)
_NAMED = ("name", "state")
_TERM = ("of", "office", "person")
_ACTORS = tuple("bodies organs institutes parties armed_groups companies initiatives regions".split())

KEYS: dict[str, tuple[str, ...]] = {
    WATCHLIST: ("name",),
    "states": ("iso3",),
    "state_codes": ("iso3",),
    "capitals": ("state", "surface"),
    "metonyms": ("surface", "stands_for"),
    **dict.fromkeys(_ACTORS, _NAMED),
    "outlets": _NAMED,
    "people": _NAMED,
    "offices": _TERM,
    "offices_pinned": _TERM,
    "office_kinds": ("office",),
    "memberships": ("body", "state", "relation"),
    "titles": ("title",),
    "agents": ("noun",),
    "qids": ("kind", "name", "state"),
    "ordinary_words": ("word",),
    "redirects": ("from",),
}
"""Tables that can be overlaid, with the columns by which a row replaces another."""

TERMS = frozenset({"offices", "offices_pinned", "memberships"})
"""Tables with several rows of a key, one for each time: a row replaces those whose time it overlaps."""

_STATELESS = frozenset({WATCHLIST, "qids", "outlets", "people", *_ACTORS})
"""Tables whose rows may have no state."""
_FILLED = {
    **dict.fromkeys(_ACTORS, ("kind",)),
    "states": ("name",),
    "office_kinds": ("title", "rank"),
    "titles": ("office",),
    "agents": ("sector",),
    "qids": ("qid",),
    "redirects": ("to",),
}
"""Columns besides the key that have to be filled."""
_ALLOWED: dict[str, dict[str, tuple[str, ...]]] = {
    "memberships": {"relation": ("member_of", "observer_of")},
    "office_kinds": {"single_seat": ("yes", "no"), "rank": tuple("123456789")},
}

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_ID = re.compile(r"Q[1-9]\d*")


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return _WATCHED if table == WATCHLIST else header_of(table)


@cache
def _states() -> frozenset[str]:
    return frozenset(row["iso3"] for row in rows_of("state_codes"))


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["office"] for row in rows_of("office_kinds"))


def complaint(table: str, row: Row) -> str:
    """What is wrong with a row and what to do about it; empty for a row that can be used, and for a blank one."""
    if not any(row.values()):
        return ""
    empty = [column for column in (*KEYS[table], *_FILLED.get(table, ())) if not row[column]]
    if "state" in empty and table in _STATELESS:
        empty.remove("state")
    if empty:
        return f"{', '.join(empty)} is empty; fill it in"
    wrong = next((_wrong(row[column], allowed) for column, allowed in _words(table, row)), "")
    return wrong or _wrong_date(row) or _wrong_code(table, row)


def _words(table: str, row: Row) -> Iterator[tuple[str, Collection[str]]]:
    """Filled columns that have one of some words, where they have none of them."""
    allowed = dict(_ALLOWED.get(table, {}))
    if table != "outlets":
        allowed["kind"] = tuple(ActorKind)
    for column, words in allowed.items():
        if row.get(column) and row[column] not in words:
            yield column, words


def _wrong(value: str, allowed: Collection[str]) -> str:
    return f"{value!r} is not known here; write one of {', '.join(allowed)}"


def _wrong_date(row: Row) -> str:
    start, end = row.get("start", ""), row.get("end", "")
    for value in (start, end, row.get("as_of", "")):
        if value and not _DATE.fullmatch(value):
            return f"{value!r} is no date; write 2022, 2022-09 or 2022-09-15"
    if start and end and last_day(end) < first_day(start):
        return f"ends {end} before it starts {start}; correct one of them"
    return ""


def _wrong_code(table: str, row: Row) -> str:
    state = row.get("state", "")
    if state and table != "state_codes" and state not in _states():
        return f"{state!r} is no state; write its ISO 3166-1 alpha-3 code, as in KAZ"
    qid = row.get("qid", "")
    if qid and not _ID.fullmatch(qid):
        return f"{qid!r} is no Wikidata id; write it as in Q42, or leave it empty"
    office = row.get("office", "")
    if office and table == WATCHLIST and office not in _offices():
        return f"{office!r} is no office of office_kinds.csv; leave it empty and write the office in words into `role`"
    return ""


def has_same_key(table: str, row: Row, other: Row) -> bool:
    """True where a row of a table says what another one says, so that one of them replaces the other."""
    if any(row[column] != other[column] for column in KEYS[table]):
        return False
    return table not in TERMS or is_same_term(row["start"], row["end"], other["start"], other["end"])


def is_same_term(start: str, end: str, other_start: str, other_end: str) -> bool:
    """True for two accounts of one time in office: one start is the other, less exact, or the two times surely overlap."""
    if start.startswith(other_start) or other_start.startswith(start):
        return True
    return last_day(start) < first_day(other_end or "9999-12-31") and last_day(other_start) < first_day(
        end or "9999-12-31"
    )
