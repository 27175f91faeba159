"""Every question that can be asked over HTTP, from the description of the interface (OpenAPI)."""

from __future__ import annotations

import tempfile
from typing import Any

import dateline
from dateline.web.rest.application import rest_api
from dateline.web.rest.documentation import Operation, Parameter, operations_of
from dateline.web.site import Site
from tools.reference.prose import block, cell, code, table

_HEAD = """# REST

What `dateline serve` answers under `/api/v1`, read only. A running server shows the same at `/api/v1/docs`, and to programs as OpenAPI at `/api/v1/openapi.json`. How to use it:
[Ask a collection over HTTP](../how-to/rest.md). Records are described in [Fields](../fields.md).

"""


def page() -> str:
    """The page of all questions."""
    groups = operations_of(_description())
    parts = [f"## {about}\n\n" + "\n".join(map(_question, asked)) for about, asked in groups.items()]
    return _HEAD + "\n".join(parts)


def _description() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, dateline.open(folder) as collection:
        return rest_api(Site(collection)).openapi()


def _question(asked: Operation) -> str:
    rows = [_row(parameter) for parameter in asked.parameters]
    answers = [[code(status), cell(says)] for status, says in asked.statuses]
    forms = ", ".join(code(form) for form in asked.forms)
    record = (
        f" Answers are [{asked.record}](../fields.md#{asked.record.lower()})."
        if _is_field(asked.record)
        else ""
    )
    parts = [
        f"### {asked.summary}\n",
        block("text", f"GET {asked.path}"),
        f"{cell(asked.says)}{record} Forms: {forms}.\n",
        table(("parameter", "takes", ""), rows),
        table(("status", ""), answers),
    ]
    return "\n".join(part for part in parts if part)


def _row(parameter: Parameter) -> list[str]:
    needed = " Needed." if parameter.is_needed else ""
    example = f" Such as {code(parameter.examples[0])}." if parameter.examples else ""
    return [code(parameter.name), cell(parameter.kind), f"{cell(parameter.says)}{needed}{example}"]


def _is_field(record: str | None) -> bool:
    from dateline import model, store

    return record is not None and (hasattr(model, record) or hasattr(store, record))
