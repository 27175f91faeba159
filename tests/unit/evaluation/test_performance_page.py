"""`docs/performance.md`: what is kept, for people, with pictures of how it grows."""

from pathlib import Path

from benchmarks.kept import LATEST, MEASURES, keep, load_kept
from benchmarks.limits import Limit, load_limits
from benchmarks.page import DOCS, PAGE, page, pictures, write_page

RUNS = [
    {"pages": n, "reading": n * 0.03, "telling": n * 0.02, "kb_a_page": 3.0, "peak_mb": 400.0}
    for n in (10, 20)
]
LIMITS = {"large_rare_ms": Limit("large_rare_ms", 15.0, True)}


def test_the_page_that_is_kept_is_that_of_the_kept_numbers(tmp_path: Path) -> None:
    kept = load_kept(LATEST)
    assert set(kept) <= set(MEASURES)
    write_page(kept, tmp_path)
    for made in tmp_path.iterdir():
        assert (DOCS / made.name).read_bytes() == made.read_bytes(), f"make bench writes docs/{made.name}"
    assert (DOCS / PAGE).read_text("utf-8") == page(kept, load_limits())


def test_two_sizes_stand_side_by_side_with_the_limit(tmp_path: Path) -> None:
    keep(tmp_path / "kept.json", "a" * 16, {"search": {"search_rare_ms": 1.5}})
    kept = keep(tmp_path / "kept.json", "a" * 16, {"search-in-many-pages": {"large_rare_ms": 2.5}})
    assert "| a rare word, CPU-milliseconds | 1.5 | 2.5 | at most 15 |" in page(kept, LIMITS)


def test_a_run_of_one_measure_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    before = keep(tmp_path / "kept.json", "a" * 16, {"names": {"names_peak_mb": 90.0}})
    after = keep(tmp_path / "kept.json", "b" * 16, {"cold-start": {"cold_peak_mb": 300.0}})
    assert after["names"] == before["names"] and list(after) == ["cold-start", "names"]
    assert after["cold-start"]["pages"] == "b" * 16


def test_growth_is_drawn_from_the_points_of_a_run(tmp_path: Path) -> None:
    kept = keep(tmp_path / "kept.json", "a" * 16, {"runs": {"runs": RUNS}})
    made = pictures(kept)
    assert set(made) == {"growth-time", "growth-memory"}
    svg = made["growth-time"].to_svg()
    assert svg.count("<circle") == 4 and "reading" in svg
    assert made["growth-time"].table.rows[0] == ("reading", 10, 0.3)
    assert "growth-time.svg" in page(kept, LIMITS)
