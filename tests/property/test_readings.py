"""What must hold for any input, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline.model import Article, InputError, Reading, plain

SPEECH = st.sampled_from(
    [
        "“We will keep the port open,” said Ilda Marsh, the harbour minister.",
        '"It was quiet," he said. "Then it was not."',
        "Norway's foreign minister met the king of Tonga in Oslo on Tuesday.",
        "The union denied that it had signed the accord.",
        "‘Nobody asked us’, the mayor told Radio Osthaven.",
        "By Tilda Horn",
        "12 March 2024",
        "Read more",
        "ADVERTISEMENT",
        "Police said on Friday they would not attack the camp, according to the Oda News Agency.",
        "Чиновники сказали, что мост закрыт.",
        "«Nous resterons», a dit le maire.",
    ]
)
ODD = st.text(
    alphabet=st.sampled_from(
        list("abcXYZ .,;:!?-–—…\u00a0\u2009\u200b\u0301\ufeff\"'“”‘’«»()[]<>&#\t\n\r\u2028\x0c0129éß😀中ا")
    ),
    max_size=60,
)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
TEXTS = st.lists(st.one_of(SPEECH, ODD, ANY), min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " "]).map(lambda gap: gap.join(parts))
)
slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _pairs(record: object) -> Iterator[tuple[int, int]]:
    if isinstance(record, dict):
        if isinstance(record.get("start"), int):
            yield record["start"], record["end"]
        for value in record.values():
            yield from _pairs(value)
    elif isinstance(record, list):
        if len(record) == 2 and all(isinstance(n, int) for n in record):
            yield record[0], record[1]
        else:
            for value in record:
                yield from _pairs(value)


def _check_reason(error: InputError) -> None:
    assert error.code
    assert error.message


def _read(text: str) -> Reading | None:
    """The reading of a text, or None where it is refused as no page."""
    try:
        return dateline.read(text)
    except InputError as refused:
        _check_reason(refused)
        return None


@slow
@given(TEXTS)
def test_the_text_of_a_text_input_is_the_input_unchanged(text):
    reading = _read(text)
    if reading is not None and "<" not in text:
        assert reading.article.text == text


@slow
@given(TEXTS)
def test_offsets_round_trip(text):
    reading = _read(text)
    if reading is None:
        return
    read = reading.article.text
    for start, end in _pairs(plain(reading)):
        assert 0 <= start < end <= len(read)
    assert all(mention.text == read[mention.start : mention.end] for mention in reading.mentions)


@slow
@given(TEXTS)
def test_records_round_trip_through_json(text):
    reading = _read(text)
    if reading is not None:
        assert Reading.from_json(reading.to_json()) == reading
        assert Article.from_json(reading.article.to_json()) == reading.article


@slow
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert _read(text) == _read(text)


@slow
@given(TEXTS)
def test_every_line_lies_in_exactly_one_block(text):
    reading = _read(text)
    if reading is None:
        return
    article, offset = reading.article, 0
    for line in article.text.split("\n"):
        if line.strip():
            first = offset + len(line) - len(line.lstrip())
            assert sum(block.start <= first < block.end for block in article.blocks) == 1, repr(line)
        offset += len(line) + 1


@slow
@given(TEXTS)
def test_running_text_keeps_its_own_offsets(text):
    for statement in dateline.find_statements(text):
        assert all(0 <= start < end <= len(text) for start, end in statement.content)
    for event in dateline.code_events(text):
        assert (
            event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end <= len(text)
        )


@slow
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_reason(content):
    try:
        reading = dateline.read(content)
    except InputError as refused:
        _check_reason(refused)
    else:
        assert Reading.from_json(reading.to_json()) == reading


@slow
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h1", "div", "li", "a", "script", "blockquote"]), TEXTS),
        min_size=1,
        max_size=6,
    )
)
def test_offsets_round_trip_on_html_of_any_shape(parts):
    page = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)
    reading = _read(
        f"<!doctype html><html><head><title>Ferry line opens</title></head><body>{page}</body></html>"
    )
    if reading is None:
        return
    read = reading.article.text
    assert all(0 <= start < end <= len(read) for start, end in _pairs(plain(reading)))
    assert all(mention.text == read[mention.start : mention.end] for mention in reading.mentions)
    assert Reading.from_json(reading.to_json()) == reading


@slow
@given(st.lists(TEXTS, min_size=2, max_size=5, unique=True), st.randoms(use_true_random=False))
def test_stories_do_not_depend_on_the_order_of_readings(texts, rng):
    readings = [reading for reading in map(_read, texts) if reading is not None]
    shuffled = list(readings)
    rng.shuffle(shuffled)
    assert dateline.group(shuffled) == dateline.group(readings)


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff"])
def test_a_text_without_words_is_refused_as_empty(text):
    with pytest.raises(InputError) as refused:
        dateline.read(text)
    assert refused.value.code == "empty"
