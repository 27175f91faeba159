"""Answers are bounded, and say when more is there."""

from __future__ import annotations

import dateline
from tests.unit.mcp_server.assistant import assistant_at, citations

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


PAGE = """\
Minister opens ferry line to Brask

By Tilda Horn
12 March 2024

OSTHAVEN - Transport minister Ole Rand opened the new ferry line to Brask on Tuesday. Norway's foreign minister, Espen
Barth Eide, met the king of Tonga there, and {} people watched them.
"""


def test_a_fact_of_many_reports_is_cut_and_its_evidence_is_whole(tmp_path):
    pages = [PAGE.format(number) for number in range(111, 131)]
    with dateline.open(tmp_path / "news") as collection:
        collection.add(pages, workers=0, tier="fast")
        (row,) = collection.stories()
    with assistant_at(tmp_path / "news") as assistant:
        compared = assistant.ask("compare", story=row.id, limit=1)
        (fact,) = compared["facts"]
        assert len(fact["positions"]) + fact["positions_left_off"] == len(pages)
        assert fact["positions_left_off"] > 0
        passages = assistant.all_of("evidence", "passages", id=fact["id"], limit=7)
        assert len({passage["citation"]["article"] for passage in passages}) == len(pages)
        (event,) = assistant.ask("events", actor="TON", limit=1)["events"]
        assert len(event["citations"]) + event["citations_left_off"] == event["reports"] == len(pages)
        articles = assistant.all_of("story", "articles", story=row.id, limit=6)
        assert len({article["article"] for article in articles}) == len(pages)


def test_a_script_without_spaces_is_cut_too(tmp_path):
    said = "渡轮很重要" * 200
    page = f"部长谈渡轮\n\n2024年3月12日\n\n{said}。部长说：“{said}。”{said}。\n"
    with dateline.open(tmp_path / "news") as collection:
        collection.add([page], workers=0, tier="fast")
        (article,) = collection.articles()
        text = collection.reading(article.id).article.text
        assert article.language == "zh" and said in text
    with assistant_at(tmp_path / "news") as assistant:
        (page,) = assistant.ask("search", query="渡轮")["found"]
        for cited in page["citations"]:
            assert cited["quote"] == text[cited["start"] : cited["end"]] and len(cited["quote"]) > 100


def test_of_a_sentence_that_is_too_long_the_words_that_tell_the_event_are_quoted(tmp_path):
    sentence = f"In a week of {'rain and ' * 90}wind, Norway's foreign minister, Espen Barth Eide, met the king of Tonga."
    page = f"Foreign minister visits Tonga\n\nBy Tilda Horn\n2 May 2024\n\nNUKU'ALOFA - {sentence}\n"
    with dateline.open(tmp_path / "news") as collection:
        collection.add([page], workers=0, tier="fast")
    with assistant_at(tmp_path / "news") as assistant:
        quotes = [cited["quote"] for cited in citations(assistant.ask("events", target="TON"))]
        assert any("met the king of Tonga" in quote for quote in quotes)
