"""Pages put together from broken pieces: bytes of any kind between tags that open, close and never end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.language import split_sentences
from dateline.model import REJECTION_CODES, Block, BlockKind, Reading, Rejection
from dateline.sources import decode

PIECES = st.sampled_from(
    [
        b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"</script>", b"<![CDATA[", b"]]>", b"<a href='//['>", b"<base href=x:>",
        b"<table><tr><td>", b"<h1>", b"<title>", b"<time datetime='0000-13-99T25:61'>", b"<meta charset=utf-16>", b"<b " * 30,
        b"<meta property='article:published_time' content='99999999999999-01-01'>", b"<script type='application/ld+json'>{",
        b'"datePublished": [[{"@id": ', b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b$B", b"&#xD800;", b"&#99999999999;", b"=?utf-8?q?",
        b"From: a@b.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        b"The minister said on 30 February 2024 that 1,000,000,000,000,000 people met Angela Merkel.", b"\xe2\x80\x9cNo\xe2\x80\x9d, he said. ",
        b"By Tilda Horn\n", b"\n\n", b'"', b"'", b"\xe2\x80\x9c", b"1e999 ", b"\xc2\xb2\xd9\xa3 million ", b"Mr. ", b"...", b"a.b@c.", b"http://[::1",
    ]
)  # fmt: skip
PAGES = st.lists(st.one_of(PIECES, st.binary(max_size=30)), max_size=30).map(b"".join)
CODES = {row.code for row in REJECTION_CODES} - {"internal_error"}
FUZZED = sorted((Path(__file__).parent / "fuzzed").glob("*.bin"))
"""Small inputs that each reached code no other one had reached, from eleven minutes of coverage-guided fuzzing."""
short = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


@short
@given(PAGES, st.sampled_from(["accurate", "fast"]))
def test_a_broken_page_is_read_or_refused(page, tier):
    reading = next(dateline.read_many([page], workers=0, tier=tier))
    if isinstance(reading, Rejection):
        assert reading.code in CODES, reading.message
        return
    text = reading.article.text
    assert all(mention.text == text[mention.start : mention.end] for mention in reading.mentions)
    assert Reading.from_json(reading.to_json()) == reading


@pytest.mark.parametrize("path", FUZZED, ids=[path.stem for path in FUZZED])
def test_what_a_fuzzer_found_its_way_through_with_is_read_or_refused(path):
    (result,) = dateline.read_many([path.read_bytes()], workers=0, tier="fast")
    assert isinstance(result, Reading) or result.code in CODES


@short
@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-16", "hz", "idna", "rot13", "no-such-thing", "\x00"])
)
def test_any_bytes_decode_under_any_label(content, label):
    assert isinstance(decode(content, label), str)


@short
@given(st.text(alphabet="aA.!? …”\"'»)。！』\n\u2028\u00a0(—1", max_size=80))
def test_sentences_lie_in_the_text_in_order_and_leave_out_only_white_space(text):
    sentences = split_sentences(text, [Block(BlockKind.BODY, 0, len(text))])
    at = 0
    for sentence in sentences:
        assert not text[at : sentence.start].strip()
        assert sentence.start < sentence.end
        at = sentence.end
    assert not text[at:].strip()
