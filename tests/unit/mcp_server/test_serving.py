"""The server beside others: a collection that is not there yet, one that is written meanwhile, clients old and new."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline.store.writer import sole_writer
from tests.unit.mcp_server.assistant import ENVIRONMENT, add, assistant_at

PAGE = """\
Minister opens ferry line to Brask

By Tilda Horn
12 March 2024

OSTHAVEN - Transport minister Ole Rand opened the new ferry line to Brask on Tuesday. "The first boat was full before
breakfast," he said.
"""


def test_the_tools_are_described_with_their_arguments_and_answers(assistant):
    tools = assistant.tools()
    assert list(tools) == [
        "search", "stories", "story", "compare", "events", "statements", "evidence", "who_is"
    ]  # fmt: skip
    for name in ("actor", "source", "target", "between", "root", "status", "after", "before", "outlet"):
        assert name in tools["events"].input_schema["properties"]
    for name in ("said_by", "names", "about"):
        assert name in tools["statements"].input_schema["properties"]


def test_every_field_of_questions_and_answers_says_what_it_is(assistant):
    for tool in assistant.tools().values():
        for schema in (tool.input_schema, tool.output_schema):
            for record in (schema, *schema.get("$defs", {}).values()):
                silent = [
                    name for name, field in record.get("properties", {}).items() if "description" not in field
                ]
                assert silent == [], tool.name


def test_a_collection_that_is_not_there_is_told_and_found_once_it_is(tmp_path):
    place, page = tmp_path / "news", tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with assistant_at(place) as assistant:
        assert "holds no collection" in assistant.refusal("stories")
        add(place, page)
        assert assistant.ask("stories")["total"] == 1


def test_the_collection_can_be_written_meanwhile(served, tmp_path):
    place = tmp_path / "news"
    shutil.copytree(served, place)
    with assistant_at(place) as assistant, dateline.open(place) as collection:
        before = assistant.ask("search", query="breakfast boat")["total"]
        database = collection.holdings.database
        with sole_writer(database), database.writing():
            assert assistant.ask("search", query="breakfast boat")["total"] == before
        collection.add([PAGE], workers=0, tier="fast")
        assert assistant.ask("search", query="breakfast boat")["total"] == before + 1
        article = next(row.id for row in collection.articles() if row.title.startswith("Minister opens"))
        collection.forget(article=article)
        assert assistant.ask("search", query="breakfast boat")["total"] == before


def test_clients_that_shake_hands_in_the_old_way_are_served(served):
    with assistant_at(served, mode="legacy") as assistant:
        assert assistant.ask("stories", limit=1)["has_more"] is True


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_at_once(served, wanted):
    pytest.importorskip("mcp")
    hello = b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n'
    command = [sys.executable, "-m", "dateline", "mcp", "-c", str(served)]
    with subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        running.stdin.write(hello)
        running.stdin.flush()
        assert running.stdout.readline()
        running.send_signal(wanted)
        assert running.wait(10) == -wanted


def test_what_is_no_message_does_not_end_it(served):
    pytest.importorskip("mcp")
    command = [sys.executable, "-m", "dateline", "mcp", "-c", str(served)]
    sent = b'no json\n{"jsonrpc":"2.0","id":1,"method":"ping"}\n'
    ended = subprocess.run(command, env=ENVIRONMENT, input=sent, capture_output=True, timeout=60, check=True)
    assert b'"id":1' in ended.stdout


def test_the_page_for_users_names_every_tool(assistant):
    page = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "assistants.md"
    text = page.read_text(encoding="utf-8")
    assert [name for name in assistant.tools() if f"| `{name}` |" not in text] == []
