"""What came in when, what was refused, and what must not come back."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from dateline.store.tables.columns import METADATA, NUMBER, text

RUNS = Table(
    "runs",
    METADATA,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    text("kind", required=True),
    text("started", required=True),
    text("finished"),
    text("code"),
    text("model"),
    text("knowledge"),
    text("tier"),
    text("options"),
)
"""Each time that pages were added or read again: by which code, model and tables. `finished` is null where it broke off."""

RUN_INPUTS = Table(
    "run_inputs",
    METADATA,
    Column("run", NUMBER, primary_key=True, autoincrement=False),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    text("source", required=True),
    text("bytes_sha256"),
    text("outcome", required=True),
    text("article"),
    text("code"),
    Index(None, "bytes_sha256"),
    Index(None, "article"),
)
"""Every input of a run in order; `outcome` is `read known rejected forgotten unchanged`."""

REJECTIONS = Table(
    "rejections",
    METADATA,
    Column("run", NUMBER, primary_key=True, autoincrement=False),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    text("source", required=True),
    text("code", required=True),
    text("message", required=True),
    text("bytes_sha256"),
    text("place"),
)

EARLIER_READINGS = Table(
    "earlier_readings",
    METADATA,
    Column("article", NUMBER, primary_key=True, autoincrement=False),
    Column("run", NUMBER, primary_key=True, autoincrement=False),
    Column("reading", LargeBinary, nullable=False),
)
"""What an article's reading was before it was read again: the reading that `run` made."""

TOMBSTONES = Table(
    "tombstones",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    text("made", required=True),
    text("reason"),
)
"""What was taken back and is refused from then on; keys of outlets and addresses are hashes, which tell nothing."""
