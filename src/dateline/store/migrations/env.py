"""What alembic runs: the steps, on the connection that `migrating` hands over."""

from __future__ import annotations

from alembic import context

from dateline.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
context.run_migrations()
