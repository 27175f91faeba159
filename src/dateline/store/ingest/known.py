"""Which pages were seen before, by the hash of what they hold."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.store.ingest.outcomes import Outcome
from dateline.store.tables import RUN_INPUTS

_SETTLED = (Outcome.READ, Outcome.UNCHANGED, Outcome.FORGOTTEN)


def seen_before(connection: Connection, sha256: str, *, again: bool = False) -> Outcome | None:
    """`known` or `forgotten` for a page that an earlier run settled, as the last of them did; None for one that is to be read.
    A page that was rejected is tried again; with `again` one that was taken back is as well.
    """
    columns = RUN_INPUTS.c
    last = connection.execute(
        select(columns.outcome)
        .where(columns.bytes_sha256 == sha256, columns.outcome.in_(_SETTLED))
        .order_by(columns.run.desc(), columns.number.desc())
        .limit(1)
    ).scalar()
    if last == Outcome.FORGOTTEN:
        return None if again else Outcome.FORGOTTEN
    return Outcome.KNOWN if last else None
