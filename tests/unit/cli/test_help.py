"""Every command says what it does, shows an example, and is in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from dateline.cli.app import app
from tools.reference.commands import commands_of

COMMANDS_PAGE = Path(__file__).resolve().parents[3] / "docs" / "commands.md"


COMMANDS = dict(commands_of(typer.main.get_command(app)))


def _documented() -> str:
    if not COMMANDS_PAGE.is_file():
        pytest.skip("docs/commands.md is part of a checkout only")
    return COMMANDS_PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", COMMANDS)
def test_help_says_what_the_command_does_with_an_example(words, run):
    outcome = run(*words.split(), "--help")
    assert outcome.status == 0
    text = " ".join(outcome.out.split())
    assert re.search(rf"Usage: \S.*dateline {words}\b", text)
    assert f"Example: dateline {words}" in text


@pytest.mark.parametrize("words", COMMANDS)
def test_every_option_says_what_it_is_for(words):
    for parameter in COMMANDS[words].params:
        assert getattr(parameter, "help", None), f"dateline {words}: {parameter.name} has no help"


@pytest.mark.parametrize("words", COMMANDS)
def test_the_command_is_documented_with_each_of_its_options(words):
    section = re.search(rf"^## {re.escape(words)}\n(.*?)(?=^## |\Z)", _documented(), re.MULTILINE | re.DOTALL)
    assert section, f"docs/commands.md has no section '## {words}'"
    for parameter in COMMANDS[words].params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert f"`{option}" in section[1], f"docs/commands.md, {words}: {option} is missing"


def test_no_section_documents_a_command_that_is_not_there():
    headings = re.findall(r"^## ([a-z][a-z -]*)$", _documented(), re.MULTILINE)
    assert set(headings) == set(COMMANDS)


def test_without_a_command_the_help_is_shown(run):
    outcome = run()
    assert outcome.status == 2
    assert all(words.split()[0] in outcome.out + outcome.err for words in COMMANDS)


def test_the_version_is_that_of_the_package(run):
    from dateline.version import __version__

    assert run("--version").out == f"dateline {__version__}\n"
