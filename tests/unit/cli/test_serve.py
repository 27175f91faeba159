"""`dateline serve` from the command line: to whom it is open, and what it says of the token."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

TOKEN = "a-token-of-some-length"


@contextmanager
def served(place, *words: str, token: str | None = None) -> Iterator[tuple[str, int]]:
    """A server: the line that it says, and its port."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment |= {"DATELINE_TOKEN": token} if token else {}
    command = [sys.executable, "-m", "dateline", "serve", "-c", str(place), "--create", "--port", "0", *words]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        yield line, int(re.search(r"//[\w.]+:(\d+)/", line)[1])
    finally:
        process.terminate()
        process.wait(20)


def status_of(port: int, **headers: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/keys", headers={"Host": "news.example"} | headers)
    return connection.getresponse().status


def test_under_a_name_a_token_is_asked_for_and_that_of_the_environment_is_never_printed(tmp_path):
    with served(tmp_path / "c", "--name", "news.example", token=TOKEN) as (line, port):
        assert TOKEN not in line and "with the token of DATELINE_TOKEN" in line
        assert status_of(port) == 401
        assert status_of(port, Authorization=f"Bearer {TOKEN}") == 200


def test_without_one_a_new_token_is_made_and_printed(tmp_path):
    with served(tmp_path / "c", "--name", "news.example") as (line, port):
        token = re.search(r"\?token=([\w-]{32})", line)[1]
        assert status_of(port) == 401
        assert status_of(port, Authorization=f"Bearer {token}") == 200


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--name", "news.example")])
def test_a_short_token_is_refused_in_one_line(run, tmp_path, monkeypatch, words):
    monkeypatch.setenv("DATELINE_TOKEN", "short")
    told = run("serve", "-c", tmp_path / "c", "--port", "0", *words)
    assert told.status == 2 and told.err.count("\n") == 1
    assert "DATELINE_TOKEN has fewer than 16 letters" in told.err and "short" not in told.err.replace(
        "shorter", ""
    )


def test_a_collection_that_is_not_there_is_no_empty_one(run, tmp_path):
    told = run("serve", "-c", tmp_path / "nothere", "--port", "0")
    assert told.status == 2
    assert "nothere holds no collection" in told.err and "--create" in told.err
    assert not (tmp_path / "nothere").exists()
