"""The parts of pictures: widths of words, periods, places of nodes and labels, colours, outlines of countries."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from itertools import combinations, pairwise
from math import hypot

import pytest

from dateline.knowledge import Knowledge
from dateline.products.pictures.country_shapes import country_shapes
from dateline.products.pictures.force_layout import placed
from dateline.products.pictures.label_places import Box, Wanted, place_labels
from dateline.products.pictures.network_layout import lay_out
from dateline.products.pictures.periods import Unit, periods_of
from dateline.products.pictures.projection import view_of
from dateline.products.pictures.text_width import cut, width_of, wrapped
from dateline.products.pictures.themes import DARK, LIGHT


def test_words_that_do_not_fit_are_cut_to_the_width():
    assert cut("short", 100, 12) == "short"
    shortened = cut("a name that is much too long for its place", 100, 12)
    assert shortened.endswith("…") and width_of(shortened, 12) <= 100


def test_lines_are_no_wider_than_asked_and_no_more():
    lines = wrapped("the leaders of the two countries meet to talk about the transit of goods", 140, 12, 2)
    assert len(lines) == 2 and all(width_of(line, 12) <= 140 for line in lines) and lines[1].endswith("…")


def test_one_long_word_is_cut():
    (line,) = wrapped("Donaudampfschifffahrtsgesellschaftskapitän", 100, 12)
    assert line.endswith("…") and width_of(line, 12) <= 100


def test_wide_letters_are_wide_and_marks_on_letters_take_no_room():
    assert width_of("习近平", 10) > width_of("Xi", 10) * 2
    assert width_of("e\u0301", 10) == width_of("e", 10)


@pytest.mark.parametrize(
    ("first", "last", "unit", "count"),
    [
        (date(2024, 3, 1), date(2024, 3, 1), Unit.DAY, 1),
        (date(2024, 2, 28), date(2024, 3, 1), Unit.DAY, 3),
        (date(2024, 1, 3), date(2024, 4, 3), Unit.WEEK, 14),
        (date(2022, 11, 30), date(2024, 1, 1), Unit.MONTH, 15),
        (date(2001, 5, 5), date(2024, 1, 1), Unit.YEAR, 24),
    ],
)
def test_periods_are_as_long_as_their_number_can_be_read(first, last, unit, count):
    periods = periods_of([last, first])
    assert (periods.unit, len(periods.starts)) == (unit, count)
    assert periods.index(first) == 0 and periods.index(last) == count - 1


def test_the_year_is_said_where_it_begins():
    labels = [said for _, said in periods_of([date(2023, 11, 2), date(2024, 8, 5)]).labels(100)]
    assert labels[0] == "30 Oct 2023" and sum("2024" in said for said in labels) == 1


def test_nodes_stand_apart_and_inside_their_frame():
    links = [(0, i, 1.0) for i in range(1, 12)]
    places = placed(12, links, 400, 300)
    assert all(0 <= x <= 400 and 0 <= y <= 300 for x, y in places)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places, 2)) > 20


def test_a_layout_is_always_the_same():
    links = [(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)]
    assert lay_out(5, links, 1000) == lay_out(5, links, 1000)


def test_parts_that_do_not_hang_together_stand_beside_each_other():
    places, height = lay_out(4, [(0, 1, 1.0), (2, 3, 1.0)], 1000)
    assert max(x for x, _ in places[:2]) < min(x for x, _ in places[2:]) and height < 120


def test_labels_of_neighbours_do_not_cover_each_other():
    wanted = [Wanted(("A long enough name",), 12, 200 + 14 * i, 150 + 14 * (i % 2), 5) for i in range(4)]
    boxes = [label.box for label in place_labels(wanted, Box(0, 0, 500, 300))]
    assert all(not a.overlap(b) for a, b in combinations(boxes, 2))


def test_the_label_of_an_area_stands_in_its_middle():
    (label,) = place_labels([Wanted(("Kazakhstan",), 12, 100, 100, 0)], Box(0, 0, 300, 300))
    assert label.anchor == "middle" and label.x == 100


def test_every_outline_with_a_code_is_of_a_state_of_the_tables():
    states = set(Knowledge.load().registry.states)
    nobody_lives_there = {"", "ATF"}
    drawn = {shape.state for shape in country_shapes()} - nobody_lives_there
    assert len(drawn) > 170 and drawn <= states


def test_no_outline_leaps_over_the_map():
    for shape in country_shapes():
        for ring in shape.rings:
            assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring)), shape.state


def test_a_map_shows_what_it_is_about_and_the_world_where_that_is_far_apart():
    near = view_of([(66.9, 48.0), (116.4, 39.9)], 860)
    assert not near.is_world
    assert all(
        0 < at < most
        for point in ((66.9, 48.0), (116.4, 39.9))
        for at, most in zip(near.at(point), (860, near.height), strict=True)
    )
    assert view_of([(-100, 40), (116.4, 39.9)], 860).is_world and view_of([], 860).is_world


def test_colours_are_those_of_the_briefing():
    css = files("dateline.products.briefing").joinpath("templates", "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    for colours, block in ((LIGHT, blocks[0]), (DARK, blocks[1])):
        briefing = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block))
        assert {name: briefing[name] for name in colours if name in briefing} == {
            n: v for n, v in colours.items() if n in briefing
        }
