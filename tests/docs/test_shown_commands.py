"""Every command that a page shows can be given as it stands there: it is there, and takes these options. Blocks that are not run are looked at too."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from dateline.cli.app import app
from tests.docs.blocks import ROOT, blocks, pages

SHOWN = [*pages(), ROOT / "docs" / "commands.md", ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md"]
ENDS = {"|", ">", ">>", "&&", ";", "<"}
COMMAND = re.compile(r"^(?:\$ |[A-Z_]+=\S+ )*(dateline .*)$")


def _shown(page: Path) -> Iterator[tuple[str, str]]:
    for block in blocks(page):
        if block.language in ("bash", "console", "text", ""):
            joined = re.sub(r"\\\n(?:> )?\s*", "", block.code)
            for line in joined.splitlines():
                if found := COMMAND.match(line.strip()):
                    yield block.name, found[1]


COMMANDS = [pair for page in SHOWN for pair in _shown(page)]


def _words(line: str) -> list[str]:
    parts = shlex.split(re.sub(r"\s#\s.*$", "", line))
    end = next((i for i, word in enumerate(parts) if word in ENDS), len(parts))
    return parts[1:end]


@pytest.mark.parametrize(
    ("where", "line"), COMMANDS, ids=[f"{where} {line[:40]}" for where, line in COMMANDS]
)
def test_it_can_be_given(where, line):
    command, words = typer.main.get_command(app), _words(line)
    while hasattr(command, "commands") and words:
        assert words[0] in command.commands, f"{where}: there is no command {words[0]}"
        command, words = command.commands[words[0]], words[1:]
    try:
        command.make_context(line, list(words))
    except Exception as error:
        pytest.fail(f"{where}: `{line}` cannot be given: {error}")


def test_there_are_many():
    assert len(COMMANDS) > 150
