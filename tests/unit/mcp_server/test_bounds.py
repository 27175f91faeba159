"""Answers are bounded, and say when more is there."""

from __future__ import annotations

MOST_LETTERS, MOST_QUOTED = 30_000, 700
"""What docs/how-to/assistants.md promises."""


def test_parts_of_an_answer_make_up_the_whole(assistant, collection):
    ids = [f"{row.article}#{row.id}" for row in collection.statements()]
    assert len(ids) > 100
    parts = assistant.all_of("statements", "statements", limit=25)
    assert [statement["id"] for statement in parts] == ids


def test_a_big_answer_is_cut_and_says_so(assistant):
    result = assistant.call("statements", said_by="Ole Rand", limit=25, about="Point")
    answer = result.structured_content
    assert len(answer["statements"]) < 25 < answer["total"]
    assert answer["has_more"] and answer["next_cursor"]
    assert len(result.content[0].text) < MOST_LETTERS + 1_000


def test_a_long_passage_is_cut_after_a_word_and_says_so(assistant, collection):
    found = assistant.ask("statements", about="Point 7 ")["statements"][0]["citations"][0]
    assert found["is_cut"] and MOST_QUOTED // 2 < len(found["quote"]) <= MOST_QUOTED
    text = collection.reading(found["article"]).article.text
    assert text[found["end"]].isspace()


def test_search_is_paged(assistant):
    whole = assistant.ask("search", query="minister OR said", limit=25)
    parts = assistant.all_of("search", "found", query="minister OR said", limit=3)
    assert len(parts) == whole["total"] > 10
    assert parts[: len(whole["found"])] == whole["found"]
