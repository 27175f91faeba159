"""Whatever happens to a crawl, reading it raises nothing and loses no record but those that were hit."""

from __future__ import annotations

import gzip
import io
import itertools
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from made_warcs import address, crawl, numbers, offsets, packed, parted

from dateline.sources import load_pages, pages_in_range

COUNT = 7
PLAIN = crawl(COUNT, has_digest=True)
PARTS = {"gzip": packed(PLAIN), "plain": PLAIN, "no digests": packed(crawl(COUNT))}
shapes = pytest.mark.parametrize("shape", PARTS)
IS_TAG = re.compile(rb"\s*<[^<>]*>")
fractions = st.floats(0, 1, exclude_max=True)


def read(content: bytes):
    return parted(load_pages(["-"], stdin=io.BytesIO(content)))


def urls(pages) -> list[int]:
    """Numbers of pages; -1 where the damage hit the address."""
    known = {address(number): number for number in range(COUNT)}
    return [known.get(page.url, -1) for page in pages]


@shapes
@given(where=fractions)
def test_what_breaks_off_keeps_every_record_before(shape, where):
    parts = PARTS[shape]
    content = b"".join(parts)
    at = max(40, int(where * len(content)))
    whole = [number for number, begin in enumerate(offsets(parts)) if begin + len(parts[number]) <= at]
    pages, rejections = read(content[:at])
    found = numbers(pages)
    assert found[: len(whole)] == whole
    assert len(found) <= len(whole) + 1
    is_between = at in [0, *offsets(parts), len(content)]
    assert is_between or rejections or len(found) > len(whole)


@shapes
@given(where=fractions, junk=st.binary(min_size=1, max_size=40))
@example(where=0.0, junk=b"<")
def test_what_is_written_over_costs_only_the_records_that_it_hit(shape, where, junk):
    parts = PARTS[shape]
    content = b"".join(parts)
    at = int(where * len(content))
    assume(at or not IS_TAG.match(junk))  # what begins with a tag is a page
    damaged = content[:at] + junk + content[at + len(junk) :]
    begins = offsets(parts)
    spared = [n for n, begin in enumerate(begins) if begin + len(parts[n]) <= at or begin >= at + len(junk)]
    pages, _ = read(damaged)
    assert [number for number in urls(pages) if number in spared] == spared
    assert numbers([page for page in pages if urls([page])[0] in spared]) == spared


@shapes
@given(where=st.integers(0, COUNT), junk=st.binary(min_size=1, max_size=300))
def test_what_stands_between_records_costs_none(shape, where, junk):
    assume(where or not junk.lstrip().startswith(b"<"))  # what begins with a tag is a page
    parts = [*PARTS[shape][:where], junk, *PARTS[shape][where:]]
    pages, _ = read(b"".join(parts))
    assert numbers(pages) == list(range(COUNT))


@shapes
@given(cuts=st.lists(fractions, max_size=5), where=fractions)
def test_ranges_give_each_record_once_in_damaged_files_too(tmp_path_factory, shape, cuts, where):
    content = bytearray(b"".join(PARTS[shape]))
    content[int(where * len(content))] ^= 0x55
    path = tmp_path_factory.mktemp("crawl") / "crawl.warc"
    path.write_bytes(content)
    ends = [0, *sorted(int(cut * len(content)) for cut in cuts), len(content)]
    in_parts = [item for start, end in itertools.pairwise(ends) for item in pages_in_range(path, start, end)]
    (parts, _), (whole, _) = parted(in_parts), parted(pages_in_range(path))
    assert [page.place for page in parts] == [page.place for page in whole]


@given(junk=st.binary(max_size=2_000), is_packed=st.booleans())
def test_noise_that_begins_like_a_crawl_raises_nothing(junk, is_packed):
    begun = b"WARC/1.0\r\nWARC-Type: response\r\n" + junk
    read(gzip.compress(begun) if is_packed else begun)
    read(gzip.compress(begun)[:-5] + junk)


@given(text=st.text(max_size=400), form=st.sampled_from(['{"text": %s}\n', "[%s, ", '{"text": "A."}\n%s']))
def test_noise_that_begins_like_json_raises_nothing(text, form):
    read((form % text).encode("utf-8", "replace"))
