"""The lists that a collection's screens and products ask for, of the actor and the state that most pages name, of a rare actor, and of no one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from benchmarks.invented_collection import FIRST_DAY, PAGES_A_DAY

LABELS = (
    ("events_between_ms", "events between two actors whom many pages name"),
    ("events_between_rare_ms", "events between one of them and a rare one"),
    ("events_between_state_ms", "events between the state that most pages name and an actor"),
    ("statements_about_ms", "statements that name the actor whom most pages name"),
    ("statements_by_ms", "statements by him"),
    ("statements_by_state_ms", "statements by anybody of a state"),
    ("reports_of_ms", "reports of what he does or is done to him"),
    ("reports_of_rare_ms", "the same of a rare actor"),
    ("events_of_rare_ms", "events of a rare actor"),
    ("events_of_state_ms", "planned events by a state in a month"),
    ("events_of_outlet_ms", "events that an outlet reports"),
    ("number_of_events_of_ms", "number of events of the actor whom most pages name"),
    ("number_of_events_of_state_ms", "the same of the state"),
    ("articles_of_ms", "articles that name the actor whom most name"),
    ("stories_of_ms", "stories that name him"),
    ("stories_of_outlet_ms", "stories of an outlet in a month"),
    ("actors_of_month_ms", "who is named in a month, by the number of articles"),
    ("actors_of_outlet_ms", "the same in the articles of an outlet"),
    *(
        (f"newest_{kind}_ms", f"{kind}, the first fifty")
        for kind in ("articles", "events", "reports", "statements", "stories", "actors")
    ),
    *(
        (f"number_of_{kind}_ms", f"number of {kind}")
        for kind in ("articles", "events", "reports", "statements", "stories", "actors")
    ),
    *(
        (f"{kind}_of_month_ms", f"{kind} of a month")
        for kind in ("articles", "events", "statements", "stories")
    ),
)
"""What is asked, as a table of it says."""
SHOWN = 50
BUSIEST, OTHER, RARE = "Q0", "Q3", "Q900"


def lists(collection: Any, pages: int) -> dict[str, Callable[[], object]]:
    """What is asked, by name; a list is its first fifty rows."""
    state = next(row.state for row in collection.actors() if row.state)
    last = date.fromordinal(FIRST_DAY + pages // PAGES_A_DAY)
    month = {"after": last - timedelta(days=60), "before": last - timedelta(days=30)}

    def first(rows: Any) -> Callable[[], object]:
        return lambda: list(iter(rows.limit(SHOWN)))

    asked: dict[str, Callable[[], object]] = {
        "events_between": first(collection.events(between=(BUSIEST, OTHER))),
        "events_between_rare": first(collection.events(between=(BUSIEST, RARE))),
        "events_between_state": first(collection.events(between=(state, BUSIEST))),
        "statements_about": first(collection.statements(names=BUSIEST)),
        "statements_by": first(collection.statements(said_by=BUSIEST)),
        "statements_by_state": first(collection.statements(said_by=state)),
        "reports_of": first(collection.reports(actor=BUSIEST)),
        "reports_of_rare": first(collection.reports(actor=RARE)),
        "events_of_rare": first(collection.events(actor=RARE)),
        "events_of_state": first(collection.events(source=state, status="planned", **month)),
        "events_of_outlet": first(collection.events(outlet="dl-outlet-3")),
        "number_of_events_of": collection.events(actor=BUSIEST).count,
        "number_of_events_of_state": collection.events(source=state).count,
        "articles_of": first(collection.articles(actor=BUSIEST)),
        "stories_of": first(collection.stories(actor=BUSIEST)),
        "stories_of_outlet": first(collection.stories(outlet="dl-outlet-3", **month)),
        "actors_of_month": first(collection.actors(**month)),
        "actors_of_outlet": first(collection.actors(outlet="dl-outlet-3")),
    }
    for kind in ("articles", "events", "reports", "statements", "stories", "actors"):
        rows = getattr(collection, kind)
        asked[f"newest_{kind}"] = first(rows())
        asked[f"number_of_{kind}"] = rows().count
        if kind not in ("reports", "actors"):
            asked[f"{kind}_of_month"] = first(rows(**month))
    return asked
