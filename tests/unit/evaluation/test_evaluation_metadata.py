"""The metadata set: what counts as right, which times a page states, and peers of the same run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from evaluation.bench import Bench
from evaluation.peers import Part, Peer, with_measured
from evaluation.sets import metadata
from evaluation.sets.stamps import moment, states_time

RULERS = """
from typing import NamedTuple
class Metadata(NamedTuple):
    title: object
    date: object
    authors: object
def title_matches(gold, found): return gold == found
def day_of(value): return str(value)[:10] if value else None
def same_day(a, b): return day_of(a) is not None and day_of(a) == day_of(b)
def same_authors(a, b): return set(a) == set(b or ())
def metadata_scores(pairs):
    pairs = list(pairs)
    share = lambda flags: sum(flags) / len(flags)
    return {"title": share([g.title == f.title for g, f in pairs]),
            "day": share([same_day(g.date, f.date) for g, f in pairs]),
            "authors": share([same_authors(g.authors, f.authors) for g, f in pairs])}
"""
SETS = """
from dataclasses import dataclass
@dataclass
class Page:
    id: str
    html: bytes
    url: str
    title: str
    date: str
    authors: tuple
def naeb(root):
    html = b"<html><head><meta property='article:published_time' content='2024-03-12T09:30:00+01:00'></head><body>"
    html += b"<h1>Harbour treaty signed after nine years</h1><p class='byline'>By Mira Tolvanen</p><p>"
    html += b"Norland and Estmark signed a treaty on their shared harbour on Tuesday, ending a long dispute.</p></body></html>"
    yield Page("a", html, "https://ambrel.example/x", "Harbour treaty signed after nine years",
               "2024-03-12 09:30:00+01:00", ("Mira Tolvanen",))
funduspub = naeb
"""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    (tmp_path / "metrics.py").write_text(RULERS, encoding="utf-8")
    (tmp_path / "datasets.py").write_text(SETS, encoding="utf-8")
    return Bench(tmp_path, tmp_path)


def test_shares_of_both_sources_and_of_times_with_zone(bench: Bench) -> None:
    result = metadata.measure(bench)
    names = ["naeb.title", "naeb.day", "naeb.authors"]
    names += ["funduspub.title", "funduspub.day", "funduspub.authors", "funduspub.time_zone"]
    assert result.numbers == {f"metadata.{name}": 1.0 for name in names}
    assert [case.id for case in result.cases] == ["naeb a", "funduspub a"]
    assert not result.errors


def test_peers_are_measured_in_full_runs_on_what_they_look_for(bench: Bench) -> None:
    peers = metadata.measure(bench).peers
    by_name = {
        name: {p.metric for p in peers if p.name.startswith(name)} for name in ("trafilatura", "htmldate")
    }
    assert by_name["htmldate"] == {"metadata.naeb.day", "metadata.funduspub.day"}
    assert "metadata.naeb.authors" in by_name["trafilatura"]
    assert all(peer.part is Part.SAME for peer in peers)
    assert metadata.measure(Bench(bench.data, bench.tools, fast=True)).peers == ()


def test_measured_peers_stand_beside_known_ones_best_first() -> None:
    known, measured = Peer("a.day", 0.8, "known", Part.ALL), Peer("a.day", 0.9, "measured", Part.SAME)
    assert with_measured({"a.day": [known]}, [measured]) == {"a.day": [measured, known]}


@pytest.mark.parametrize(
    ("markup", "states"),
    [
        ("<meta content='2024-03-12T08:30:00.000Z'>", True),
        ("<time datetime='2024-03-12 09:30+0100'>", True),
        ("<meta content='Tue, 12 Mar 2024 08:30:00 GMT'>", True),
        ('<script type=\'application/ld+json\'>{"x": "2024-03-12T09:30:40+01:00"}</script>', True),
        ("<script>x = '2024-03-12T08:30:00Z'</script>", False),
        ("<meta content='2024-03-12T09:30:00'>", False),
        ("<meta content='2024-03-12T10:30:00+01:00'>", False),
    ],
)
def test_a_page_states_a_moment_with_a_zone_in_its_mark_up(markup: str, states: bool) -> None:
    assert (states_time("2024-03-12 09:30:00+01:00", markup) is not None) is states


def test_a_day_or_midnight_is_no_time() -> None:
    assert moment("2024-03-12") is None
    assert moment("2024-03-12T09:30:00Z") == dt.datetime(2024, 3, 12, 9, 30, tzinfo=dt.UTC)
    assert states_time("2024-03-12 00:00:00+00:00", "<meta content='2024-03-12T00:00:00Z'>") is None
