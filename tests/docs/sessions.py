"""Sessions as pages show them: commands after a `$`, beneath each what it prints."""

from __future__ import annotations

import re


def session(code: str) -> list[tuple[str, str]]:
    """The commands of a session with what stands beneath each; a command goes on in lines that begin with `> `."""
    steps: list[list[str]] = []
    for line in code.splitlines(keepends=True):
        if line.startswith("$ "):
            steps.append([line[2:], ""])
        elif line.startswith("> ") and steps and not steps[-1][1]:
            steps[-1][0] += line[2:]
        elif steps:
            steps[-1][1] += line
    return [(command, shown) for command, shown in steps]


def is_as_shown(printed: str, shown: str) -> bool:
    """True when the output is what the page shows: `...` alone on a line stands for any lines, and inside one for any letters."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "".join(
        r"(?:.*\n)*" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n" for line in lines
    )
    tidy = "".join(line.rstrip() + "\n" for line in printed.strip("\n").splitlines())
    return not lines or re.fullmatch(pattern, tidy) is not None
