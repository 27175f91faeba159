"""Lists are read part by part, and what comes in meanwhile shifts nothing."""

from __future__ import annotations

from itertools import islice

import pytest

from dateline.model import CollectionError
from dateline.store import Collection, open_collection
from tests.unit.store.sample_pages import PAGES, ReadOnce, page

KINDS = ("articles", "statements", "reports", "events", "stories", "actors")


@pytest.fixture(scope="module", params=["folder", "postgres"])
def newsroom(request, tmp_path_factory, read_once: ReadOnce):
    """A collection of the sample newsroom and an undated page, which no test changes."""
    folder = request.param == "folder"
    place = (
        tmp_path_factory.mktemp("parts") / "c" if folder else request.getfixturevalue("server").new_database()
    )
    with open_collection(place, read_many=read_once) as opened:
        opened.add([*PAGES, page("Fiji aids Tuvalu", "Fiji signed an agreement with Tuvalu.", day=None)])
        yield opened


def in_parts(rows, most):
    """All rows, part by part."""
    found, place = [], None
    while part := rows.part(most, place):
        found += [record for record, _ in part]
        place = part[-1][1]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_parts_make_up_the_list(newsroom: Collection, kind):
    rows = getattr(newsroom, kind)()
    assert in_parts(rows, 7) == list(rows) != []


@pytest.mark.parametrize(
    ("kind", "filters"),
    [
        ("events", {"actor": "Fiji"}),
        ("events", {"status": "happened", "after": "2024"}),
        ("events", {"about": "a"}),
        ("reports", {"actor": "Fiji"}),
        ("statements", {"names": "FJI"}),
        ("statements", {"said_by": "Joko Widodo"}),
        ("actors", {"after": "2024-03"}),
        ("actors", {"about": "a"}),
        ("stories", {"after": "2024"}),
    ],
)
def test_the_parts_of_a_filtered_list_make_it_up_too(newsroom, kind, filters):
    rows = getattr(newsroom, kind)(**filters)
    assert in_parts(rows, 2) == list(rows) != []


def test_what_comes_in_first_in_the_list_shifts_no_row(folder_collection: Collection):
    folder_collection.add(PAGES)
    before = list(folder_collection.articles())
    first = folder_collection.articles().part(5)
    folder_collection.add([page("Fiji aids Tuvalu", "Fiji signed an agreement.", day="2031-01-01")])
    second = folder_collection.articles().part(5, first[-1][1])
    assert [row for row, _ in [*first, *second]] == before[:10]


@pytest.mark.parametrize("place", [(), (1, 2), ("x",), (None,), (True,)])
def test_what_is_no_place_in_a_list_is_refused(newsroom, place):
    with pytest.raises(CollectionError, match="no place in this list"):
        newsroom.articles().part(5, place)


def test_events_are_found_by_id(newsroom):
    some = list(islice(newsroom.events(), 3, 5))
    assert list(newsroom.events(event=[event.id for event in some])) == some
