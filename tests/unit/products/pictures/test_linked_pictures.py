"""Pictures of a page lead from each place, line and mark to its events, and their lanes count what they show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from invented_events import RUSSIA, UNION, event, few, many

from dateline.knowledge import Knowledge
from dateline.model import Status
from dateline.products.pictures.dealings import dealings_of
from dateline.products.pictures.lanes import ToEvents, days_of, lanes_of, lanes_picture, own_day
from dateline.products.pictures.map import linked_map
from dateline.products.pictures.network import linked_network
from dateline.products.pictures.network_lines import ToEvents as ToPairs
from dateline.products.pictures.periods import periods_of

TO = ToEvents(
    lane=lambda lane: f"/lane/{'+'.join(lane)}",
    period=lambda days: f"/days/{days[0]}/{days[1]}",
    mark=lambda lane, status, days: f"/mark/{'+'.join(lane)}/{status}/{days[0]}",
    undated=lambda lane: f"/undated/{'+'.join(lane)}",
)


@pytest.fixture(scope="module")
def rows():
    knowledge = Knowledge.load()
    (beijing,) = knowledge.city("Beijing")
    return few(beijing.id, knowledge.registry.states["KAZ"], knowledge.registry.states["SGP"])


def _links(svg: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)"', svg)


def test_every_place_of_a_map_that_is_shown_leads_to_its_events(rows, gazette):
    svg = linked_map(rows, gazette, title="Where", to=lambda spot: f"/at/{spot.name}").to_inline()
    assert set(_links(svg)) == {"/at/Beijing", "/at/Kazakhstan"}


def test_a_picture_with_links_is_no_image_and_each_link_has_a_name(rows, gazette):
    for picture in (
        linked_map(rows, gazette, title="Where", to=lambda spot: "/x"),
        lanes_picture(lanes_of(rows), title="When", to=TO),
        linked_network(rows, title="Who", to=ToPairs(lambda name: "/a", lambda a, b: "/b")),
    ):
        root = ElementTree.fromstring(picture.to_inline())
        assert root.get("role") is None and root.get("aria-labelledby")
        assert all(link.get("aria-label") for link in root.iter("a")) and list(root.iter("a"))


def test_names_in_links_are_only_text(rows, gazette):
    evil = [replace(row, source=('"><script>',), source_actors=(), place='"><b>') for row in rows]
    svg = linked_network(evil, title="<b>", to=ToPairs(str, lambda a, b: f'/x?"{a}')).to_inline()
    ElementTree.fromstring(svg)
    assert "<script" not in svg and "<b>" not in svg


def test_a_line_between_two_is_one_link_however_many_dealings_it_has(rows):
    svg = linked_network(rows, title="Who", to=ToPairs(lambda n: "/a", lambda a, b: f"/{a}+{b}")).to_inline()
    pairs = [link for link in _links(svg) if link != "/a"]
    assert len(pairs) == len(set(pairs))


def test_lanes_count_each_event_once_a_pair(rows):
    found = lanes_of(rows)
    for lane, total in found.totals.items():
        assert total == sum(n for (who, _, _), n in found.counts.items() if who == lane)
    assert sum(found.bars.values()) == len(rows)
    assert found.undated == sum(own_day(row) is None for row in rows)


def test_lanes_of_everybody_have_one_name(rows):
    assert all(len(lane) == 1 for lane in lanes_of(rows, of_pairs=False).totals)


def test_an_event_dated_to_the_month_stands_under_no_day(rows):
    monthly = [replace(rows[0], date="2024-03", day="2024-03-20")]
    found = lanes_of(monthly)
    assert found.undated == 1 and found.periods is None


def test_the_days_of_a_period_end_where_the_next_begins():
    weeks = periods_of([date(2024, 1, 3), date(2024, 4, 3)])
    assert days_of(weeks, 0) == ("2024-01-01", "2024-01-07")
    assert days_of(weeks, len(weeks.starts) - 1) == ("2024-04-01", "2024-04-07")
    months = periods_of([date(2022, 11, 30), date(2024, 2, 1)])
    assert days_of(months, len(months.starts) - 1) == ("2024-02-01", "2024-02-29")


def test_only_the_lanes_with_most_events_are_drawn_and_all_are_in_the_table():
    found = lanes_of(many())
    picture = lanes_picture(found, title="When", to=TO, most=3)
    drawn = {link for link in _links(picture.to_inline()) if link.startswith("/lane/")}
    assert len(drawn) == 3 and len({row[0] for row in picture.table.rows}) == len(found.totals)
    assert sum(row[-1] for row in picture.table.rows) == sum(found.totals.values())


def test_marks_tell_their_status_and_number(rows):
    svg = lanes_picture(lanes_of(rows), title="When", to=TO).to_inline()
    labels = re.findall(r'<a href="/mark/[^"]+" aria-label="([^"]+)"', svg)
    assert labels and all(re.search(rf": \d+ ({'|'.join(Status)})$", label) for label in labels)


def test_nothing_gives_a_picture_that_says_so():
    assert "No event here" in lanes_picture(lanes_of([]), title="When", to=TO).to_inline()


def test_a_name_with_a_capital_and_without_is_one_dot():
    rows = [
        event(1, ("Police", "local:police", ""), UNION),
        event(2, ("police", "local:police", ""), UNION),
        event(3, ("police", "local:p", ""), RUSSIA),
        event(4, RUSSIA, UNION),
    ]
    found = dealings_of(rows)
    assert found.actors == {"police": 3, UNION[0]: 3, "Russia": 2}
    shown = linked_network(rows, title="Who", to=ToPairs(actor=str, pair=lambda a, b: f"{a}+{b}")).body
    assert shown.count(">police<") == 1 and "Police" not in shown


def test_an_actor_that_is_known_is_not_taken_for_a_thing_of_its_name():
    rows = [event(1, ("Turkey", "Q43", "TUR"), UNION), event(2, ("turkey", "local:t", ""), UNION)]
    assert set(dealings_of(rows).actors) == {"Turkey", "turkey", UNION[0]}
