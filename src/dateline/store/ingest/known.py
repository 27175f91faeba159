"""Which pages were seen before, by the hash of what they hold."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.store.ingest.outcomes import Outcome
from dateline.store.tables import RUN_INPUTS

_SETTLED = (Outcome.READ, Outcome.UNCHANGED, Outcome.FORGOTTEN)


def seen_before(connection: Connection, sha256: str) -> Outcome | None:
    """`known` or `forgotten` for a page that an earlier run settled; None for one that is to be read. A page that was rejected
    is tried again.
    """
    found = set(
        connection.execute(
            select(RUN_INPUTS.c.outcome).where(
                RUN_INPUTS.c.bytes_sha256 == sha256, RUN_INPUTS.c.outcome.in_(_SETTLED)
            )
        ).scalars()
    )
    if Outcome.FORGOTTEN in found:
        return Outcome.FORGOTTEN
    return Outcome.KNOWN if found else None
