"""What an assistant is told when a question cannot be answered: one line."""

from __future__ import annotations

from pydantic import ValidationError

from dateline.products.answers.faults import AskedWrongly


def bad_arguments(tool: str, known: list[str], error: ValidationError) -> AskedWrongly:
    """What is wrong with the arguments of a call: the first fault alone."""
    fault = error.errors(include_url=False, include_context=False)[0]
    name = str(fault["loc"][0]) if fault["loc"] else "arguments"
    if fault["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return AskedWrongly(f"{tool} takes no {name!r}: it takes {', '.join(known)}.")
    if fault["type"] in ("missing", "missing_argument"):
        return AskedWrongly(f"{tool} needs {name!r}: it takes {', '.join(known)}.")
    said = fault["msg"][:1].lower() + fault["msg"][1:]
    return AskedWrongly(f"{tool}: {name} cannot be {_shown(fault['input'])}: {said}.")


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
