"""Entries of a feed: which were seen to, and how one is put down for later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from hashlib import sha256

from dateline.sources.feeds import Entry

_LEAST_KEPT = 500


def entry_hash(entry: Entry) -> str:
    """What an entry says, in sixteen digits: another date, title or text gives others."""
    return sha256(json.dumps(asdict(entry), sort_keys=True).encode()).hexdigest()[:16]


def remembered(now: Sequence[str], before: Sequence[str]) -> list[str]:
    """The hashes to keep: those of the list as it is, then earlier ones, since some servers give now one list and now another."""
    kept = dict.fromkeys([*now, *before])
    return list(kept)[: max(_LEAST_KEPT, 2 * len(now))]


def put_down(entry: Entry, feed: str) -> str:
    """An entry of a feed whose page is to be tried again, as a payload, without its text."""
    bare = replace(entry, content=None, summary=None)
    return json.dumps({"feed": feed, "entry": asdict(bare)}, sort_keys=True)


def taken_up(payload: str) -> Entry:
    """The entry that was put down."""
    said = json.loads(payload)["entry"]
    return Entry(**{**said, "authors": tuple(said["authors"])})


def feed_of(payload: str) -> str:
    """The address of the feed that a payload is about."""
    return str(json.loads(payload)["feed"])
