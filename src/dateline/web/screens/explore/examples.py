"""Questions in SQL to begin with, and the question of a page as SQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.store.queries.conditions import values_of
from dateline.store.queries.filters import Asked, Filters

EXAMPLES = (
    (
        "Who deals with whom, by month",
        (
            "SELECT substr(e.day, 1, 7) AS month, s.name AS source, t.name AS target, count(*) AS events\nFROM events e\n"
            "JOIN event_participants s ON s.event = e.id AND s.side = 'source'\n"
            "JOIN event_participants t ON t.event = e.id AND t.side = 'target'\n"
            "WHERE e.status = 'happened'\nGROUP BY 1, 2, 3 ORDER BY events DESC LIMIT 50"
        ),
    ),
    (
        "Which outlets agree and differ",
        (
            "SELECT a.outlet_name AS outlet, p.stance, count(*) AS facts\nFROM positions p JOIN articles a ON a.number = p.article\n"
            "GROUP BY 1, 2 ORDER BY 1, 3 DESC"
        ),
    ),
    (
        "What was refused, and why",
        "SELECT run, code, source, message FROM rejections ORDER BY run DESC LIMIT 50",
    ),
)


def as_sql(asked: Filters) -> str | None:
    """A question as SQL, to go on from; None where it asks for what one SELECT of `events` does not tell."""
    if asked.between or asked.pair or asked.outlet or asked.about:
        return None
    conditions = " AND ".join(_conditions(asked))
    where = f"WHERE {conditions}\n" if conditions else ""
    columns = "id, day, status, root, mode, text, place_name, independent, reports, story"
    return f"SELECT {columns}\nFROM events\n{where}ORDER BY day_ordinal DESC LIMIT 100".replace(
        " AND ", "\n  AND "
    )


def _conditions(asked: Filters) -> Iterator[str]:
    for column, values in (
        ("status", asked.status),
        ("root", asked.root),
        ("place_name", asked.place),
        ("story", asked.story),
    ):
        if values_of(values):
            yield f"{column} IN ({_listed(values)})"
    for one in asked.all_of:
        yield _takes_part(one)
    for side, values in (("source", asked.source), ("target", asked.target)):
        if values_of(values):
            yield _takes_part(values, f" AND side = '{side}'")
    if values_of(asked.country):
        yield f"id IN (SELECT event FROM event_participants WHERE state IN ({_listed(asked.country)}))"
    if asked.after is not None:
        yield f"day >= {_quoted(_day(asked.after))}"
    if asked.before is not None:
        yield f"day < {_quoted(_day(asked.before))}"
    if asked.least_independent is not None:
        yield f"independent >= {asked.least_independent}"
    if asked.has_place is not None:
        yield f"place_name IS {'NOT ' if asked.has_place else ''}NULL"
    if asked.has_own_day is not None:
        yield f"coalesce(substr(date_value, 1, 10) = day, 0) = {int(asked.has_own_day)}"


def _takes_part(who: Asked, also: str = "") -> str:
    wanted = _listed(who)
    named = f"(actor IN ({wanted}) OR name IN ({wanted}) OR state IN ({wanted}))"
    return f"id IN (SELECT event FROM event_participants WHERE {named}{also})"


def _day(day: date | str) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _listed(values: Asked) -> str:
    return ", ".join(map(_quoted, values_of(values)))


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
