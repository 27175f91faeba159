"""Damage in a crawl costs the records that it hit, and each is named with its place."""

from __future__ import annotations

import gzip
import io
import itertools
import random

import pytest
from made_warcs import address, answer, crawl, loaded, numbers, offsets, packed, page, parted, piped, record

from dateline.sources import load_pages, pages_in_range


def test_five_kinds_of_damage_cost_only_the_damaged_records_and_are_named(tmp_path):
    records = crawl(12)
    records[6] = record(answer(page(6)), address(6), length=len(answer(page(6))) + 700)
    parts = packed(records)
    middle = len(parts[2]) // 2
    parts[2] = parts[2][:middle] + b"\xff\x00\xff\x00" + parts[2][middle + 4 :]
    parts.insert(5, b"Not a member at all, but a line of a log.\n")
    parts[9] = parts[9][:-8] + b"\0\0\0\0" + parts[9][-4:]
    parts[-1] = parts[-1][:-40]
    at = offsets(parts)
    pages, rejections = loaded(b"".join(parts), tmp_path)
    assert numbers(pages) == [0, 1, 3, 4, 5, 7, 9, 10]
    assert [(r.code, r.place) for r in rejections] == [
        ("corrupt_gzip", f"crawl.warc.gz@{at[2]}"),
        ("damaged_record", f"crawl.warc.gz@{at[5]}"),
        ("damaged_record", f"crawl.warc.gz@{at[7]}"),
        ("corrupt_gzip", f"crawl.warc.gz@{at[9]}"),
        ("truncated_archive", f"crawl.warc.gz@{at[12]}"),
    ]
    assert all(len(r.bytes_sha256 or "") == 64 and "\n" not in r.message for r in rejections)
    assert f"byte {at[3]}" in rejections[0].message


def test_standard_input_is_read_over_damage_as_files_are(tmp_path):
    parts = packed(crawl(6))
    parts[2] = parts[2][:200] + b"\xff" * 9 + parts[2][209:]
    pages, rejections = piped(b"".join(parts))
    assert numbers(pages) == [0, 1, 3, 4, 5]
    assert [r.code for r in rejections] == ["corrupt_gzip"]


@pytest.mark.parametrize("wrap", [lambda each: each, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("change", [-900, -40, -3, 40, 900, 6_000, 10**12])
def test_a_wrong_length_costs_no_other_record(tmp_path, wrap, change):
    records = crawl(8)
    records[3] = record(answer(page(3)), address(3), length=max(0, len(answer(page(3))) + change))
    pages, rejections = loaded(b"".join(map(wrap, records)), tmp_path)
    assert numbers(pages) == [0, 1, 2, 4, 5, 6, 7]
    assert [(r.code, r.place) for r in rejections] == [
        ("damaged_record", f"crawl.warc.gz@{offsets(map(wrap, records))[3]}")
    ]


def test_a_length_that_ends_with_a_later_record_swallows_none(tmp_path):
    records = crawl(8)
    swallowed = len(answer(page(3))) + 4 + len(records[4]) + len(records[5]) - 4
    records[3] = record(answer(page(3)), address(3), length=swallowed)
    for content in (b"".join(records), gzip.compress(b"".join(records))):
        pages, rejections = loaded(content, tmp_path)
        assert numbers(pages) == [0, 1, 2, 4, 5, 6, 7]
        assert [r.code for r in rejections] == ["damaged_record"]


@pytest.mark.parametrize("change", [-40, 3, 900])
def test_a_wrong_length_costs_nothing_where_a_digest_or_the_server_says_what_is_right(tmp_path, change):
    block = answer(page(3))
    told = answer(page(3), headers={"Content-Length": str(len(page(3)))})
    for damaged in (
        record(block, address(3), length=len(block) + change, has_digest=True),
        record(told, address(3), length=len(told) + change),
    ):
        records = crawl(6)
        records[3] = damaged
        for content in (b"".join(records), b"".join(packed(records))):
            pages, rejections = loaded(content, tmp_path)
            assert numbers(pages) == list(range(6))
            assert rejections == []


def test_a_length_that_counts_the_empty_lines_behind_the_block_is_no_damage(tmp_path):
    records = [record(answer(page(n)), address(n), length=len(answer(page(n))) + n) for n in range(5)]
    for content in (b"".join(records), b"".join(packed(records))):
        pages, rejections = loaded(content, tmp_path)
        assert numbers(pages) == list(range(5))
        assert rejections == []


def test_a_crawl_in_one_gzip_stream_is_read_and_its_places_are_told_apart(tmp_path):
    pages, rejections = loaded(gzip.compress(b"".join(crawl(10))), tmp_path)
    assert numbers(pages) == list(range(10))
    assert rejections == []
    assert len({p.place for p in pages}) == 10


def test_of_one_gzip_stream_that_breaks_off_the_records_before_are_read(tmp_path):
    whole = gzip.compress(b"".join(crawl(400)))
    pages, rejections = loaded(whole[: len(whole) * 3 // 4], tmp_path)
    assert numbers(pages) == list(range(len(pages)))
    assert len(pages) > 200
    assert [r.code for r in rejections] == ["truncated_archive"]


def test_a_plain_crawl_that_breaks_off_names_its_last_record(tmp_path):
    content = b"".join(crawl(4))
    pages, rejections = loaded(content[:-60], tmp_path, "crawl.warc")
    assert numbers(pages) == [0, 1, 2]
    assert [(r.code, r.place) for r in rejections] == [
        ("truncated_archive", f"crawl.warc@{offsets(crawl(4))[3]}")
    ]


def test_damage_at_the_very_beginning_does_not_hide_that_it_is_a_crawl(tmp_path):
    parts = packed(crawl(5))
    parts[0] = parts[0][:30] + b"\xff" * 30 + parts[0][60:]
    pages, _ = loaded(b"".join(parts), tmp_path)
    assert numbers(pages) == [1, 2, 3, 4]
    parts[0] = b"WARC/" + packed(crawl(1))[0][5:]
    pages, _ = loaded(b"".join(parts), tmp_path)
    assert numbers(pages) == [1, 2, 3, 4]
    plain = crawl(5)
    plain[0] = b"XXXX" + plain[0][4:]
    pages, rejections = loaded(b"".join(plain), tmp_path)
    assert numbers(pages) == [1, 2, 3, 4]
    assert [r.code for r in rejections] == ["damaged_record"]


def test_a_page_that_is_an_archive_itself_is_one_record(tmp_path):
    inner = b"".join(crawl(3))
    holder = record(answer(inner, "application/warc"), "https://lunda.example/crawl.warc")
    pages, rejections = loaded(b"".join([*crawl(2), holder, record(answer(page(2)), address(2))]), tmp_path)
    assert numbers(pages) == [0, 1, 2]
    assert rejections == []


def test_a_huge_record_is_passed_over_and_a_huge_page_is_named(tmp_path):
    film = record(answer(b"\0" * 30_000_000, "video/mp4"), "https://lunda.example/film")
    huge = record(answer(b"<html>" + b"a\n" * 15_000_000), "https://lunda.example/huge")
    records = [*crawl(2), film, huge, record(answer(page(2)), address(2))]
    for content in (b"".join(records), b"".join(packed(records))):
        pages, rejections = loaded(content, tmp_path)
        assert numbers(pages) == [0, 1, 2]
        assert [r.code for r in rejections] == ["too_large"]


def test_a_bomb_among_the_members_is_left_out(tmp_path):
    bomb = gzip.compress(record(answer(b"0" * 120_000_000), "https://lunda.example/bomb"))
    parts = packed(crawl(3))
    pages, rejections = loaded(parts[0] + bomb + parts[1] + parts[2], tmp_path)
    assert numbers(pages) == [0, 1, 2]
    assert "too_large" in {r.code for r in rejections}


@pytest.mark.parametrize("is_packed", [True, False])
def test_ranges_that_meet_give_each_record_once(tmp_path, is_packed):
    parts = packed(crawl(40)) if is_packed else crawl(40)
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(parts))
    size, at = path.stat().st_size, offsets(parts)
    cuts = random.Random(3)
    for _ in range(20):
        middle = sorted({*(cuts.randrange(size) for _ in range(4)), cuts.choice(at), cuts.choice(at) + 1})
        ends = [0, *middle, size]
        found = [p for start, end in itertools.pairwise(ends) for p in pages_in_range(path, start, end)]
        pages, rejections = parted(found)
        assert numbers(pages) == list(range(40))
        assert rejections == []
    pages, _ = parted(pages_in_range(path, at[7], at[9]))
    assert [p.place for p in pages] == [f"crawl.warc@{at[7]}", f"crawl.warc@{at[8]}"]


def test_damage_belongs_to_the_range_in_which_it_begins(tmp_path):
    parts = packed(crawl(10))
    parts[4] = parts[4][:100] + b"\xff" * 9 + parts[4][109:]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(parts))
    at = offsets(parts)
    found = [list(pages_in_range(path, start, end)) for start, end in ((0, at[4] + 120), (at[4] + 120, None))]
    (first, lost), (second, none) = parted(found[0]), parted(found[1])
    assert numbers(first + second) == [0, 1, 2, 3, 5, 6, 7, 8, 9]
    assert [r.code for r in lost] == ["corrupt_gzip"]
    assert none == []


def test_zero_bytes_between_and_after_members_are_no_damage():
    content = (b"\0" * 300).join(packed(crawl(3))) + b"\0" * 10_000
    pages, rejections = parted(load_pages(["-"], stdin=io.BytesIO(content)))
    assert numbers(pages) == [0, 1, 2]
    assert rejections == []
