"""The Python API: functions of `dateline` and methods of a collection, from their signatures and docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import dateline
from dateline.store import Collection
from tools.reference.prose import block

_HEAD = """# Python

What `import dateline` gives. Records are immutable, have `to_json()` and `from_json()`, and are described in [Fields](../fields.md); a span unpacks as a pair, and `text[start:end]` of it is the evidence.

"""
_COLLECTION = """## Collection

What `dateline.open(PLACE)` gives, as a context manager: `with dateline.open("my-collection") as collection: ...`

"""
_ENUM = re.compile(r"<\w+\.\w+: ([\w-]+)>")
_ROLES = re.compile(r"^(Args|Raises|Returns|Yields):$", re.MULTILINE)


def page() -> str:
    """The page of the functions and of the methods of a collection."""
    names = [name for name in dateline.__all__ if callable(getattr(dateline, name))]
    functions = [_entry("##", f"dateline.{name}", getattr(dateline, name)) for name in names]
    methods = [_entry("###", f"Collection.{name}", member) for name, member in _methods(Collection)]
    return _HEAD + "\n".join(functions) + "\n" + _COLLECTION + "\n".join(methods)


def _methods(kind: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, member in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_"):
            yield name, member


def _entry(level: str, name: str, function: Callable[..., Any]) -> str:
    signature = _signature(name.rpartition(".")[2], function)
    return f"{level} {name}\n\n{block('text', signature)}\n{_said(function)}\n"


def _signature(name: str, function: Callable[..., Any]) -> str:
    told = inspect.signature(function)
    given = [p for p in told.parameters.values() if p.name != "self"]
    short = _plain(str(told.replace(parameters=given)))
    if len(short) + len(name) <= 100:
        return name + short
    answer = f" -> {told.return_annotation}" if told.return_annotation is not told.empty else ""
    lines = ["    *,\n" if i and _begins(given, i) else "" for i in range(len(given))]
    shown = "".join(f"{star}    {_plain(str(p))},\n" for star, p in zip(lines, given, strict=True))
    return f"{name}(\n{shown}){_plain(answer)}"


def _plain(signature: str) -> str:
    """A signature without the quotes of annotations, its defaults that are one of a few words as that word."""
    return _ENUM.sub(r'"\1"', signature.replace("'", ""))


def _begins(given: list[inspect.Parameter], i: int) -> bool:
    """True for the first parameter that is given by name only."""
    only = inspect.Parameter.KEYWORD_ONLY
    return given[i].kind is only and given[i - 1].kind is not only


def _said(function: Callable[..., Any]) -> str:
    """The docstring; its lists of arguments and errors as lists."""
    lines, is_list = [], False
    for line in inspect.cleandoc(function.__doc__ or "").splitlines():
        if _ROLES.match(line):
            is_list = True
            lines.append(f"**{line[:-1]}**\n")
        elif is_list and re.match(r" {4}\S", line):
            name, colon, rest = line.strip().partition(": ")
            lines.append(
                f"- `{name}`: {rest}" if colon and " " not in name.replace(", ", "") else f"- {line.strip()}"
            )
        else:
            lines.append(f"  {line.strip()}" if is_list and line.strip() else line)
    return "\n".join(lines) + "\n"
