"""Every picture is the one that was looked at, says its numbers in words and in a table, and stands without anything from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from golden_files import FOLDER, is_as_before
from invented_events import many

from dateline.model import Stance, Status, Support
from dateline.products.pictures import (
    Gazette,
    Picture,
    PictureError,
    Theme,
    can_draw_png,
    dyad_picture,
    map_picture,
    network_picture,
    timeline_picture,
)
from dateline.products.pictures.matrix import Column, CoveredFact, matrix_picture
from dateline.store import EventRow

KINDS = ("timeline", "network", "map", "dyad", "matrix")
SIZES = ("none", "one", "few", "many")
needs_png = pytest.mark.skipif(not can_draw_png(), reason="resvg_py is not installed")


def _matrix(size: str) -> Picture:
    columns = [
        Column(f"The Osthaven Post of District {i}" if i % 3 else f"Courier {i}", i % 3)
        for i in range(18 if size == "many" else 3)
    ]
    count = {"none": 0, "one": 1, "few": 4, "many": 60}[size]
    cells = ((Stance.REPORTS, "41 boats"), (Stance.DIFFERS, "about a dozen"), (Stance.OMITS, None), None)
    facts = [
        CoveredFact(
            f"Fact {i} <of & about> a treaty on the transit of goods and of persons across the border of the two",
            list(Support)[i % 3],
            (list(Status)[i % 4], Status.DENIED)[: 1 + i % 2],
            tuple(cells[(i + n) % 4] for n in range(len(columns))),
            shows_values=i % 3 > 0,
        )
        for i in range(count)
    ]
    return matrix_picture(
        "Eleven boats leave the harbour, say three outlets", (20, len(columns)), columns, facts
    )


@pytest.fixture(scope="session")
def drawn(events: list[EventRow], gazette: Gazette) -> Callable[[str, str], Picture]:
    """A picture of a kind, of no, one, a few or many events."""

    def draw(kind: str, size: str) -> Picture:
        rows = {"none": [], "one": events[:1], "few": events, "many": many() + events}[size]
        if kind == "matrix":
            return _matrix(size)
        if kind == "dyad":
            return dyad_picture(
                [row for row in rows if {*row.source, *row.target} == {"China", "Russia"}], "China", "Russia"
            )
        if kind == "map":
            return map_picture(rows, gazette)
        return {"timeline": timeline_picture, "network": network_picture}[kind](rows)

    return draw


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", ["none", "few", "many"])
def test_a_picture_is_the_one_that_was_looked_at(drawn, kind, size):
    assert is_as_before(f"{kind}-{size}.svg", drawn(kind, size).to_svg())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_is_whole_says_what_it_is_and_loads_nothing(drawn, kind, size):
    picture = drawn(kind, size)
    for theme in Theme:
        svg = picture.to_svg(theme)
        root = ElementTree.fromstring(svg)
        assert root.get("role") == "img"
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
        assert root[0].text == picture.title and root[1].text
        ids = re.findall(r'\bid="([^"]+)"', svg)
        assert len(ids) == len(set(ids)) and set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
        assert not re.search(r"href|<script|<image|@import", svg) and svg.count("http") == 1


@pytest.mark.parametrize("kind", ["timeline", "network", "map", "dyad"])
def test_the_order_of_events_makes_no_difference(kind, events, gazette):
    pair = [row for row in events if {*row.source, *row.target} == {"China", "Russia"}]
    draw = {
        "timeline": timeline_picture, "network": network_picture, "map": lambda rows: map_picture(rows, gazette),
        "dyad": lambda rows: dyad_picture(rows, "China", "Russia"),
    }[kind]  # fmt: skip
    rows = pair if kind == "dyad" else events
    assert draw(rows).to_svg() == draw(rows[::-1]).to_svg()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_colours_are_written_out_for_one_theme_and_left_to_the_reader_in_auto(drawn, kind, theme):
    picture = drawn(kind, "few")
    assert "var(--" not in picture.to_svg(theme) and "<style>" not in picture.to_svg(theme)
    assert "prefers-color-scheme:dark" in picture.to_svg(Theme.AUTO)


@pytest.mark.parametrize("kind", KINDS)
def test_words_stay_inside_the_picture(drawn, kind):
    picture = drawn(kind, "many")
    for x in re.findall(r'<text x="(-?[\d.]+)"', picture.body):
        assert -20 <= float(x) <= picture.width


def test_ids_of_two_pictures_of_one_page_differ(drawn):
    one, other = (
        re.findall(r'\bid="([^"]+)"', drawn("map", "few").to_svg(prefix=prefix)) for prefix in ("a", "b")
    )
    assert one and not set(one) & set(other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_in_a_page_has_no_style_and_takes_the_colours_of_the_page(drawn, kind, size):
    picture = drawn(kind, size)
    svg = picture.to_inline(prefix="here")
    root = ElementTree.fromstring(svg)
    assert root.get("aria-labelledby") == "here-title here-desc" and root[0].get("id") == "here-title"
    assert "<style" not in svg and " style=" not in svg and "font-family" not in svg and not root.get("width")
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", svg)) <= _variables_of_pages()
    assert not re.search(r"#[0-9a-f]{3,6}\b", re.sub(r"&#\d+;|url\(#[^)]*\)", "", svg))


def _variables_of_pages() -> set[str]:
    sheets = (
        files("dateline.products.briefing").joinpath("templates", "tokens.css"),
        files("dateline.web").joinpath("static", "css", "a-base.css"),
    )
    return {name for sheet in sheets for name in re.findall(r"--([a-z0-9-]+):", sheet.read_text("utf-8"))}


def test_the_table_of_a_map_has_every_event_once(drawn):
    table = drawn("map", "few").table
    assert sum(row[-1] for row in table.rows) == 8
    shown = {row[0]: row[2] for row in table.rows}
    assert shown == {
        "Beijing": "dot", "Kazakhstan": "hatched KAZ", "Singapore": "not shown", "the border area": "not shown", "Nowhere": "not shown",
        None: "not shown",
    }  # fmt: skip


def test_a_country_is_never_a_dot(drawn):
    svg = drawn("map", "few").to_svg()
    dots = re.findall(r'<circle [^>]*stroke="var\(--paper\)"', svg)
    assert len(dots) == 1, "Beijing alone is a town"


def test_the_network_counts_events_with_somebody_on_both_sides(drawn):
    picture = drawn("network", "few")
    assert sum(row[-1] for row in picture.table.rows) == 7
    assert "Not counted: 1 event" in picture.body


def test_cooperation_goes_both_ways_and_conflict_one(drawn):
    rows = {row[:4]: row[4] for row in drawn("network", "few").table.rows}
    assert rows["China", "Russia", "cooperation", "happened"] == 1
    assert rows["Russia", "China", "conflict", "happened"] == 2


def test_those_who_meet_or_agree_deal_with_one_another_without_a_target(events):
    together = replace(events[0], source=("China", "Russia"), target=(), target_actors=())
    apart = replace(together, root="ACCUSE", quad=3)
    assert network_picture([together]).table.rows == (("China", "Russia", "cooperation", "happened", 1),)
    assert network_picture([apart]).table.rows == ()


def test_what_is_too_much_for_a_network_is_counted(drawn):
    picture = drawn("network", "many")
    assert re.search(r"The table has \d+ actors and \d+ lines more", picture.body)
    assert picture.body.count("<circle") <= 40


def test_events_without_a_date_are_counted_and_not_placed_by_their_report(drawn):
    picture = drawn("timeline", "few")
    assert "5 dated events; 3 more without a date" in picture.body
    assert len(picture.table.rows) == 5


def test_a_timeline_of_many_shows_them_all_as_bars(drawn):
    picture = drawn("timeline", "many")
    assert len(picture.table.rows) > 300 and "all, a month; at most" in picture.body


def test_bars_of_a_dyad_count_what_happened_alone(drawn):
    rows = drawn("dyad", "few").table.rows
    assert {row[1:] for row in rows} == {
        ("verbal cooperation", "happened", 1), ("verbal conflict", "happened", 1), ("material conflict", "happened", 1),
        ("verbal cooperation", "planned", 1),
    }  # fmt: skip


@needs_png
@pytest.mark.parametrize("kind", KINDS)
def test_a_png_is_as_wide_as_was_asked(drawn, kind):
    png = drawn(kind, "few").to_png("dark", width=400)
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and int.from_bytes(png[16:20], "big") == 400


def test_one_png_cannot_be_light_and_dark(drawn):
    with pytest.raises(PictureError, match="--theme light"):
        drawn("map", "one").to_png("auto")


def test_without_the_package_for_png_the_message_says_what_to_install(drawn, monkeypatch):
    monkeypatch.setattr("dateline.products.pictures.png.can_draw_png", lambda: False)
    with pytest.raises(PictureError, match=r"pip install 'dateline-news\[pictures\]'"):
        drawn("map", "one").to_png()


def test_no_golden_file_is_left_over():
    kept = {path.name for path in Path(FOLDER).iterdir()}
    assert kept == {f"{kind}-{size}.svg" for kind in KINDS for size in ("none", "few", "many")}
