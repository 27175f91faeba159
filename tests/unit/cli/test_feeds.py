"""Feeds, lists and addresses on the command line."""

from __future__ import annotations

import json
from pathlib import Path

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Osthaven Times</title><link>https://osthaven.example/</link>
<item><title>Minister opens ferry line to Brask</title><link>https://osthaven.example/1</link><author>a@b.example (Tilda Horn)</author>
<pubDate>Tue, 12 Mar 2024 10:30:00 +0100</pubDate><description>Transport minister Ole Rand opened the new ferry line to Brask on
Tuesday. "The first boat was full before breakfast," he said.</description></item>
<item><title>Second boat is late</title><link>https://osthaven.example/2</link></item></channel></rss>
"""


def test_a_feed_in_a_file_is_read_without_fetching(run, tmp_path: Path) -> None:
    feed = tmp_path / "news.xml"
    feed.write_text(FEED, "utf-8")
    outcome = run("read", feed, "--to", "jsonl")
    assert outcome.status == 0
    first, second = [json.loads(line)["article"] for line in outcome.out.splitlines()]
    assert (first["title"], first["url"]) == (
        "Minister opens ferry line to Brask",
        "https://osthaven.example/1",
    )
    assert first["published"]["value"] == "2024-03-12T10:30:00+01:00"
    assert (first["authors"], first["outlet"]["name"]) == (["Tilda Horn"], "Osthaven Times")
    assert second["title"] == "Second boat is late"
    assert f"{feed}: 2 of 2 entries are summaries only; --fetch gets their pages." in outcome.err


def test_a_list_of_addresses_asks_for_fetch(run, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("https://osthaven.example/1\nhttps://osthaven.example/2\n", "utf-8")
    outcome = run("read", file, "--to", "jsonl")
    assert outcome.status == 2
    assert "addresses_only" in outcome.err and "--fetch" in outcome.err


def test_addresses_of_this_network_are_refused(run, tmp_path: Path) -> None:
    for command in (["read"], ["stories"], ["brief", "-o", tmp_path / "brief.html"]):
        outcome = run(
            *command, "http://127.0.0.1/", "--cache", tmp_path / "cache", "--archive", tmp_path / "kept"
        )
        assert outcome.status == 2
        assert "forbidden_address: http://127.0.0.1/ is at 127.0.0.1" in outcome.err


def test_a_folder_that_cannot_be_written_is_named(run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    outcome = run("read", "http://127.0.0.1/", "--archive", file, "--cache", tmp_path / "cache")
    assert outcome.status == 2
    assert str(file) in outcome.err
