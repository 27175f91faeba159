"""A story's row tells what it leads with and how well it is supported, so that no list looks into its events; events are found by places."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_OWN = "SELECT id FROM events WHERE events.story = stories.id {stated} ORDER BY reports DESC, id LIMIT 1"
_LEAD = f"coalesce(({_OWN.format(stated='AND text = stories.headline')}), ({_OWN.format(stated='')}))"
_HAS = "EXISTS (SELECT 1 FROM facts WHERE facts.story = stories.id AND facts.support = '{support}')"

_LISTED = ("last_ordinal", "support", "lead_status", "lead_root", "independent", "lead_place", "lead")


def upgrade() -> None:
    """Adds the columns with what rows of events and facts say, then an index of all that lists ask for in the place of that of days."""
    for name in ("lead", "lead_status", "lead_root", "lead_place"):
        op.add_column("stories", sa.Column(name, sa.Text(), nullable=True))
    of_all = sa.Column("support", sa.Text(), nullable=False, server_default="single_source")
    op.add_column("stories", of_all)
    op.execute(f"UPDATE stories SET lead = {_LEAD}")
    op.execute(
        "UPDATE stories SET (lead_status, lead_root, lead_place) ="
        " (SELECT status, root, place_id FROM events WHERE events.id = stories.lead) WHERE lead IS NOT NULL"
    )
    for support in ("corroborated", "conflicting"):
        op.execute(f"UPDATE stories SET support = '{support}' WHERE {_HAS.format(support=support)}")
    op.drop_index(op.f("ix_stories_last_ordinal"), table_name="stories")
    op.create_index("ix_stories_listed", "stories", list(_LISTED), unique=False)
    is_told = sa.text("place_name IS NOT NULL")
    op.create_index(
        op.f("ix_events_place_name_day_ordinal"),
        "events",
        ["place_name", "day_ordinal"],
        unique=False,
        sqlite_where=is_told,
        postgresql_where=is_told,
    )
