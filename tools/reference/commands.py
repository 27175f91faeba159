"""Every command with its arguments and options, from the command line itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import EnumType
from typing import Any

import typer

from dateline.cli.app import app
from tools.reference.prose import block, cell, code, table

_EXAMPLE = re.compile(r"^Example: (.*)$", re.MULTILINE)
_HEAD = """# Command line

All commands with their arguments and options, as `dateline COMMAND --help` has them. What they are for and how they go together: [Commands](../commands.md).

"""


def page() -> str:
    """The page of all commands."""
    return _HEAD + "\n".join(
        _section(words, command) for words, command in commands_of(typer.main.get_command(app))
    )


def commands_of(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """The commands below one, each with the words that call it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(words), command
        return
    for name, child in inner.items():
        yield from commands_of(child, (*words, name))


def _section(words: str, command: Any) -> str:
    says = _EXAMPLE.sub("", command.help or "").strip()
    examples = _EXAMPLE.findall(command.help or "")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    usage = " ".join(["dateline", words, *(p.metavar or p.name.upper() for p in arguments), "[OPTIONS]"])
    parts = [
        f"## {words}\n\n{cell(says)}\n",
        block("text", usage),
        table(("argument", ""), ([code(p.metavar or p.name.upper()), cell(p.help)] for p in arguments)),
        table(("option", "takes", "", "otherwise"), (_row(option) for option in options)),
        block("bash", "\n".join(examples)) if examples else "",
    ]
    return "\n".join(part for part in parts if part)


def _row(option: Any) -> list[str]:
    names = ", ".join(code(name) for name in (*option.opts, *option.secondary_opts))
    usual = option.default
    shown = "" if usual in (None, False, True, [], ()) else str(getattr(usual, "value", usual))
    return [names, _takes(option), cell(option.help), code(shown)]


def _takes(option: Any) -> str:
    if option.is_flag or option.is_bool_flag:
        return ""
    kind = option.type_descriptor.annotation
    if isinstance(kind, EnumType):
        return ", ".join(code(value.value) for value in kind)  # type: ignore[attr-defined]
    return code(option.metavar or getattr(kind, "__name__", "TEXT").upper().replace("STR", "TEXT"))
