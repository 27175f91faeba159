"""An assistant: the client of the official SDK, which starts `dateline mcp` and asks it over standard input and output."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

Answer = dict[str, Any]

_SOURCES = Path(__file__).resolve().parents[3] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(_SOURCES), "DATELINE_KNOWLEDGE": "", "DATELINE_ONTOLOGY": ""}


class Assistant:
    """Calls tools and takes their answers apart."""

    def __init__(self, client: Any, portal: Any) -> None:
        self._client, self._portal = client, portal

    @property
    def instructions(self) -> str:
        return self._client.instructions

    def tools(self) -> dict[str, Any]:
        return {tool.name: tool for tool in self._portal.call(self._client.list_tools).tools}

    def call(self, tool: str, /, **arguments: Any) -> Any:
        """What comes back, whether answer or error. The SDK checks it against the schema of the tool."""
        return self._portal.call(partial(self._client.call_tool, tool, arguments))

    def ask(self, tool: str, /, **arguments: Any) -> Answer:
        """The answer."""
        result = self.call(tool, **arguments)
        assert not result.is_error, result.content[0].text
        return result.structured_content

    def refusal(self, tool: str, /, **arguments: Any) -> str:
        """The line that says why there is no answer."""
        result = self.call(tool, **arguments)
        assert result.is_error and result.structured_content is None
        (content,) = result.content
        return content.text

    def all_of(self, tool: str, items: str, /, **arguments: Any) -> list[Answer]:
        """The items of all parts of an answer."""
        found, cursor = [], None
        while True:
            answer = self.ask(tool, **arguments, cursor=cursor)
            found += answer[items]
            cursor = answer["next_cursor"]
            assert answer["has_more"] is (cursor is not None)
            if cursor is None:
                return found


@contextmanager
def assistant_at(place: Path, **options: Any) -> Iterator[Assistant]:
    """An assistant that has started a server of its own."""
    mcp = pytest.importorskip("mcp")
    from anyio.from_thread import start_blocking_portal

    command = ["-m", "dateline", "mcp", "-c", str(place)]
    started = mcp.StdioServerParameters(command=sys.executable, args=command, env=ENVIRONMENT)
    with start_blocking_portal() as portal:
        client = mcp.Client(mcp.stdio_client(started), **options)
        connected = portal.wrap_async_context_manager(client)
        try:
            yield Assistant(connected.__enter__(), portal)
        finally:  # without what a test raised, which would come out wrapped in groups
            connected.__exit__(None, None, None)


def add(place: Path, *pages: Path) -> None:
    """`dateline add`, as in a shell."""
    command = [sys.executable, "-m", "dateline", "add", *map(str, pages), "-c", str(place)]
    subprocess.run(
        [*command, "--tier", "fast", "--workers", "0"], check=True, env=ENVIRONMENT, capture_output=True
    )


def citations(answer: Any) -> Iterator[Answer]:
    """All citations of an answer, however deep."""
    if isinstance(answer, dict):
        if "quote" in answer:
            yield answer
        for value in answer.values():
            yield from citations(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from citations(value)
