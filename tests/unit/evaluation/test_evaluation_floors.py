"""Floors hold, break, rise, and do not fall in silence."""

from pathlib import Path

import pytest

from evaluation.floors import Floors, LoweringRefused, broken, holds, pin, target


def test_a_number_at_its_floor_holds_and_one_below_breaks_by_name() -> None:
    numbers = {"plv.root": 0.7, "plv.quad": 0.8, "aeb.page_f1": 0.1}
    floors = {"plv.root": 0.7, "plv.quad": 0.81, "aeb.page_f1": 0.9}
    assert broken(numbers, floors, ["plv"]) == ["plv.quad: 0.8, floor 0.81"]


def test_a_floor_of_a_set_that_was_asked_for_but_not_measured_is_broken() -> None:
    assert broken({}, {"plv.root": 0.5, "ecb.b3": 0.5}, ["plv"]) == ["plv.root: not measured, floor 0.5"]
    assert not holds(None, 0.0)


def test_metrics_with_dots_in_their_names_belong_to_the_set_before_the_first_dot() -> None:
    assert broken({}, {"dumps.naeb.line_f1": 0.5}, ["dumps"])
    assert not broken({}, {"dumps.naeb.line_f1": 0.5}, ["naeb"])


def test_shares_are_pinned_below_what_was_reached_and_counts_at_it() -> None:
    assert target("plv.root", 0.7567, 0.01) == 0.746
    assert target("plv.root", 0.76, 0.01) == 0.75
    assert target("plv.root", 0.004, 0.01) == 0.0
    assert target("seeds.statements", 15.5, 0.01) == 15.5


def test_pinning_raises_floors_of_one_mode_only_and_keeps_what_was_not_measured() -> None:
    before = Floors({"plv.root": 0.5, "ecb.b3": 0.8}, {"plv.root": 0.4})
    after = pin(before, "fast", {"plv.root": 0.76, "aeb.page_f1": 0.96})
    assert after.fast == {"plv.root": 0.75, "ecb.b3": 0.8, "aeb.page_f1": 0.95}
    assert after.full == {"plv.root": 0.4}


def test_a_number_that_fell_within_the_margin_leaves_the_floor_where_it_is() -> None:
    after = pin(Floors({"plv.root": 0.75}), "fast", {"plv.root": 0.752})
    assert after.fast == {"plv.root": 0.75} and after.lowered == ()


def test_pinning_refuses_to_lower_a_broken_floor_and_names_it() -> None:
    with pytest.raises(LoweringRefused, match=r"plv\.root \(0\.75 to 0\.7\)"):
        pin(Floors({"plv.root": 0.75}), "fast", {"plv.root": 0.7, "ecb.b3": 0.99})
    with pytest.raises(LoweringRefused):
        pin(Floors({"plv.root": 0.75}), "fast", {"plv.root": 0.7}, reason="  ")


def test_a_reason_lowers_broken_floors_only_and_is_kept_in_the_file(tmp_path: Path) -> None:
    before = Floors({"plv.root": 0.75, "plv.quad": 0.8})
    after = pin(
        before, "fast", {"plv.root": 0.7, "plv.quad": 0.805}, reason="labels were mended", date="2026-03-04"
    )
    assert after.fast == {"plv.root": 0.69, "plv.quad": 0.8}
    path = tmp_path / "floors.json"
    after.write(path)
    again = Floors.read(path)
    assert again.fast == after.fast
    note = again.lowered[0]
    assert (note.metric, note.before, note.after, note.reason) == (
        "plv.root",
        0.75,
        0.69,
        "labels were mended",
    )


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert Floors.read(tmp_path / "none.json").of("full") == {}
