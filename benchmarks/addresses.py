"""Addresses of the web pages that a reader can come to by a link or a form: each filter of each screen alone, with a value that most pages have,
one that few have and one that none has; two filters together; lists far in; and all in each format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from benchmarks.invented_collection import RARE_ROOT, Invention

Params = tuple[tuple[str, str], ...]


class Values(NamedTuple):
    """What a filter is given: something common, something rare, something that nothing has."""

    common: Params
    rare: Params
    absent: Params


def addresses(collection: Any) -> Iterator[str]:
    """All of them, those of one screen after another."""
    values = _values(collection)
    yield from _list(
        "/stories", _of(values, _STORIES), ("json", "csv", "md", "geojson"), ("20", "1000", "12000")
    )
    yield from _list("/events", _of(values, _EVENTS), ("json", "csv", "md"), ("50", "20000", "100000"))
    yield from _list(
        "/statements", _of(values, _STATEMENTS), ("json", "csv", "md"), ("50", "20000", "100000")
    )
    yield from _list("/actors", _of(values, _ACTORS), ("json", "csv", "md"), ("50", "3000"))
    yield from _explore(_of(values, _EXPLORE))
    yield from _searches(values)
    yield from _actor_pages(values)
    yield from _shown_pages(collection)
    yield from _ELSEWHERE


_STORIES = (
    "actor",
    "person",
    "country",
    "status",
    "root",
    "outlet",
    "support",
    "min_independent",
    "days",
    "q",
    "sort",
)
_EVENTS = ("actor", "person", "source", "target", "between", "root", "status", "outlet", "days")
_STATEMENTS = ("said_by", "names", "about", "type", "outlet", "days")
_ACTORS = ("letters", "state", "outlet", "days")
_EXPLORE = (
    "q", "actor", "person", "pair", "source", "target", "between", "country_of", "place", "placed", "dated", "root", "status", "story",
    "outlet", "days", "min_independent",
)  # fmt: skip
_ELSEWHERE = (
    "/desk", "/desk?about=minister", "/desk?tab=watches", "/desk?tab=review", "/desk?tab=review&status=planned", "/desk?tab=runs", "/desk?tab=runs&run=1",
    "/desk.json?tab=review", "/desk.json?tab=runs", "/desk.json?tab=watches", "/decisions", "/follow?actor=Q0", "/settings", "/keys",
    "/explore?view=sql", "/explore?view=sql&sql=SELECT+status,+count(*)+FROM+rollups+GROUP+BY+1",
    *(f"/api/v1/{kind}?limit=50" for kind in ("articles", "statements", "events", "reports", "stories", "actors")),
)  # fmt: skip


def _values(collection: Any) -> dict[str, Values]:
    """The values of each filter, by the name that it has here."""
    words = Invention().words
    state = next(row.state for row in collection.actors() if row.state)
    story, old = (
        next(iter(collection.stories(**given).limit(1))).id for given in ({}, {"before": "2022-02"})
    )
    return {
        "actor": _named("actor", state, "LSO", "TUV"),
        "person": _named("actor", "Q0", "Q3999", "Q999999999"),
        "source": _named("source", state, "Q3999", "Q999999999"),
        "target": _named("target", "Q0", "Q3999", "TUV"),
        "said_by": _named("said_by", "Q0", "Q3999", "Q999999999"),
        "names": _named("names", state, "Q3999", "Q999999999"),
        "state": _named("state", state, "LSO", "TUV"),
        "between": Values(_two("between", "Q0", state), _two("between", "Q0", "Q3999"), _two("between", "Q0", "TUV")),
        "pair": Values(_two("pair", "Q0", state), _two("pair", "Q0", "Q3999"), _two("pair", "Q0", "TUV")),
        "country": _named("country", "CHN", "LSO", "TUV"),
        "country_of": _named("country", state, "LSO", "TUV"),
        "place": _named("place", "Shanghai", "Maseru", "Nowhere"),
        "placed": _named("placed", "yes", "no", "no"),
        "dated": _named("dated", "no", "yes", "yes"),
        "status": _named("status", "happened", "denied", "hypothetical"),
        "root": _named("root", "CONSULT", RARE_ROOT, "MOBILIZE"),
        "outlet": _named("outlet", "dl-outlet-3", "Zuvo Courier", "Nobody's Courier"),
        "support": _named("support", "corroborated", "conflicting", "single_source"),
        "min_independent": _named("min_independent", "2", "8", "500"),
        "type": _named("type", "direct", "indirect", "attitude"),
        "days": Values(_days("2022-02-01", "2022-08-31"), _days("2022-03-03", "2022-03-04"), _days("1999-01-01", "1999-02-01")),
        "q": _named("q", words[0], words[20_000], "nirgendwo"),
        "about": _named("about", words[0], words[20_000], "nirgendwo"),
        "letters": _named("about", "ba", words[3_900], "nirgendwo"),
        "sort": _named("sort", "independent", "conflict", "date"),
        "story": _named("story", story, old, "story:0"),
    }  # fmt: skip


def _of(values: Mapping[str, Values], names: Sequence[str]) -> list[Values]:
    return [values[name] for name in names]


def _named(name: str, *values: str) -> Values:
    return Values(*(((name, value),) for value in values))


def _two(name: str, one: str, other: str) -> Params:
    return (name, one), (name, other)


def _days(first: str, last: str) -> Params:
    return ("from", first), ("to", last)


def _address(path: str, *params: Params) -> str:
    query = urlencode([pair for one in params for pair in one])
    return f"{path}?{query}" if query else path


def _list(
    path: str, filters: Sequence[Values], forms: Sequence[str], cursors: Sequence[str]
) -> Iterator[str]:
    yield path
    yield from (_address(path, one) for values in filters for one in values)
    yield from (_address(path, *two) for two in _pairs(filters))
    yield from (_address(path, (("cursor", cursor),)) for cursor in cursors)
    for form in forms:
        yield f"{path}.{form}"
        yield from (_address(f"{path}.{form}", values.common) for values in filters)


def _pairs(filters: Sequence[Values]) -> Iterator[tuple[Params, Params]]:
    """Two filters together: both common, one rare, one that nothing has."""
    for one, other in combinations(filters, 2):
        if {name for name, _ in one.common} & {name for name, _ in other.common}:
            continue
        yield one.common, other.common
        yield one.common, other.rare
        yield one.rare, other.common
        yield one.common, other.absent
        yield one.absent, other.common


def _explore(filters: Sequence[Values]) -> Iterator[str]:
    table = (("view", "table"),)
    for view in ("all", "map", "time", "net", "table"):
        yield _address("/explore", (("view", view),))
        yield from (_address("/explore", (("view", view),), one) for values in filters for one in values)
    yield from (_address("/explore", table, *two) for two in _pairs(filters))
    yield from (f"/explore?view=table&sort={column}&cursor=960" for column in ("-independent", "source"))
    yield from (
        "/explore?view=time&lanes=actors",
        "/explore?view=net&actors=100",
        "/explore?view=net&actors=500",
    )
    for form in ("json", "csv", "md", "geojson"):
        yield f"/explore.{form}"
        yield from (_address(f"/explore.{form}", table, values.common) for values in filters)
        yield from (f"/explore.{form}?view={view}" for view in ("map", "time", "net"))


def _searches(values: Mapping[str, Values]) -> Iterator[str]:
    words = Invention().words
    asked = [
        "", words[0], words[300], words[20_000], "nirgendwo", f'"{words[0]} {words[3]}"', f"{words[40][:3]}*", f"{words[0]} {words[1]}",
        f"{words[0]} OR {words[300]}", f"{words[0]} -{words[1]}", "minister", "actor:Q0", "actor:Q3999", "actor:KAZ", "outlet:dl-outlet-3",
        "type:CONSULT", f"type:{RARE_ROOT}", "type:MOBILIZE", "type:CONSULT status:denied", "said-by:Q0", "about:Q0", "lang:en", "lang:de",
        "after:2022-03", "before:2022-03", "after:1999 before:2000", f"story:{values['story'].common[0][1]}", f"{words[0]} actor:Q3999",
        f"{words[0]} after:2022-03-01 before:2022-03-03", f"{words[20_000]} outlet:dl-outlet-3",
    ]  # fmt: skip
    for one in asked:
        yield _address("/search", (("q", one),))
        yield _address("/search", (("q", one), ("order", "newest")))
    for form in ("json", "csv", "md"):
        yield from (_address(f"/search.{form}", (("q", one),)) for one in asked[:12])
    yield _address("/search", (("q", words[0]), ("cursor", "980")))


def _actor_pages(values: Mapping[str, Values]) -> Iterator[str]:
    ids = [values["actor"].common[0][1], "Q0", "Q3", "Q900", "Q3999", "Q148", "KEN", "TUV"]
    for id in ids:
        yield f"/actor/{id}"
        yield from (f"/actor/{id}.{form}" for form in ("json", "csv", "md"))
    yield from ("/actor/Q0?with=Q3", "/actor/Q0?with=Q3999", "/actor/Q0?at=2022-05-05", "/actor/KEN?with=NOR")


def _shown_pages(collection: Any) -> Iterator[str]:
    """Stories from one report to the most, articles and events of them, as pages and in all formats."""
    rows = sorted(collection.stories().limit(600), key=lambda row: row.reports)
    stories = [row.id for row in rows if not row.id.startswith("story-")]
    for story in stories[:: max(1, len(stories) // 12)] + stories[-1:]:
        yield from (
            f"/s/{quote(story, safe=':')}{end}"
            for end in ("", ".json", ".csv", ".md", ".geojson", "?view=marks")
        )
        yield f"/desk?story={quote(story)}"
        yield f"/desk/brief.html?story={quote(story)}"
    for row in list(collection.reports(story=[*stories[-2:], *stories[:6]]).limit(200))[::20]:
        yield from (
            f"/a/{row.article}{end}"
            for end in ("", ".json", ".csv", ".md", "?why", "?changes", "/raw", "/cite")
        )
        yield f"/a/{row.article}?ev={row.id}"
    for row in list(collection.events().limit(400))[::40]:
        yield from (f"/e/{quote(row.id, safe=':')}{end}" for end in ("", ".json", ".csv", ".md"))
