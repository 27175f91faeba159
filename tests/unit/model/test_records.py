"""Records round-trip through JSON with the names of the contract."""

import json

import pytest

from dateline.model import ChainEdge, Rejection, Span, Stories, hull


def test_reserved_names_lose_their_underscore_in_json() -> None:
    edge = ChainEdge("a", "b", "copy", ((Span(1, 2), Span(3, 4)),))
    assert json.loads(edge.to_json()) == {
        "from": "a",
        "to": "b",
        "relation": "copy",
        "passages": [[[1, 2], [3, 4]]],
    }
    assert ChainEdge.from_json(edge.to_json()) == edge


def test_top_level_records_name_their_schema_first() -> None:
    assert Stories(()).to_json() == '{"schema":"dateline.stories/1","stories":[]}'
    rejection = Rejection("x.html", "pdf", "x.html is a PDF", None, None)
    assert next(iter(json.loads(rejection.to_json()))) == "schema"
    assert Rejection.from_json(rejection.to_json()) == rejection


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(ValueError, match="Object missing required field"):
        Rejection.from_json("{}")


def test_spans() -> None:
    span = Span(2, 5)
    assert span.of("abcdefg") == "cde"
    assert span.touches((4, 9))
    assert not span.touches((5, 9))
    assert hull([(4, 6), (1, 2)]) == (1, 6)
    start, end = span
    assert (start, end) == (span.start, span.end)
