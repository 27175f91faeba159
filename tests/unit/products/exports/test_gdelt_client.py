"""A client of GDELT that others wrote reads the export as it reads GDELT's own files."""

from __future__ import annotations

import csv

import pytest

events_parser = pytest.importorskip("py_gdelt.parsers.events", reason="gdelt-py is not installed")
mentions_parser = pytest.importorskip("py_gdelt.parsers.mentions", reason="gdelt-py is not installed")
models = pytest.importorskip("py_gdelt.models.events", reason="gdelt-py is not installed")

TONE = 34
"""The column that Dateline leaves empty, since it has no tone. The client passes over rows without one."""


@pytest.fixture
def folder(exported):
    return exported("gdelt")


@pytest.fixture
def rows(folder):
    """Our rows, as text."""
    (path,) = folder.glob("*.export.CSV")
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def read(rows):
    """What the client makes of them, with a tone of 0 filled in."""
    filled = [[*row[:TONE], "0", *row[TONE + 1 :]] for row in rows]
    data = "".join("\t".join(row) + "\n" for row in filled).encode()
    return [models.Event.from_raw(raw) for raw in events_parser.EventsParser().parse(data)]


def test_all_but_the_tone_is_what_it_asks_for(rows, read):
    assert len(read) == len(rows) > 0 and {row[TONE] for row in rows} == {""}
    for row, event in zip(rows, read, strict=True):
        assert str(event.global_event_id) == row[0] and event.date.strftime("%Y%m%d") == row[1]
        assert (event.event_code, event.event_base_code, event.event_root_code) == tuple(row[26:29])
        assert (str(event.quad_class), event.goldstein_scale) == (row[29], float(row[30]))
        assert (event.num_mentions, event.num_sources, event.num_articles) == tuple(map(int, row[31:34]))
        assert (event.source_url or "") == row[60] and event.version == 2


def test_sides_and_places_are_those_of_the_rows(rows, read):
    for row, event in zip(rows, read, strict=True):
        for side, first in ((event.actor1, 5), (event.actor2, 15)):
            told = (side.code, side.name, side.country_code, side.type1_code) if side else (None,) * 4
            assert tuple(value or "" for value in told) == (
                row[first],
                row[first + 1],
                row[first + 2],
                row[first + 7],
            )
        assert str(event.action_geo.geo_type) == row[51] and (event.action_geo.name or "") == row[52]
    assert any(event.action_geo.lat is not None for event in read)


def test_every_mention_is_read_and_leads_to_its_event(folder, read):
    (path,) = folder.glob("*.mentions.CSV")
    data = path.read_bytes()
    mentions = [models.Mention.from_raw(raw) for raw in mentions_parser.MentionsParser().parse(data)]
    assert len(mentions) == data.count(b"\n")
    assert {mention.global_event_id for mention in mentions} == {event.global_event_id for event in read}
    with (folder / "ids.csv").open(encoding="utf-8") as file:
        assert {str(event.global_event_id) for event in read} <= {
            next(iter(row.values())) for row in csv.DictReader(file)
        }
