"""The description of the interface (OpenAPI), with the schemas of all records in it."""

from __future__ import annotations

from typing import Any

from dateline.model import Candidate, Reading, Stories
from dateline.model.codec import Record
from dateline.products.answers.evidence import Evidence
from dateline.store import ActorRow, ArticleRow, EventRow, ReportRow, ShownHit, StatementRow, StoryRow
from dateline.web.rest.examples import example_of
from dateline.web.rest.records import ActorAnswer, Counts, Health, PictureAnswer, Version
from dateline.web.rest.schemas import PROBLEM, components

RECORDS: tuple[type[Record], ...] = (
    ArticleRow,
    StatementRow,
    ReportRow,
    EventRow,
    StoryRow,
    ActorRow,
    Reading,
    Stories,
    ActorAnswer,
    Candidate,
    ShownHit,
    Counts,
    Evidence,
    PictureAnswer,
    Health,
    Version,
)
"""The records that answers are made of."""

_TOKEN = {"type": "http", "scheme": "bearer", "description": "The token that `dateline serve` printed."}


def described_api(written: dict[str, Any], *, needs_token: bool) -> dict[str, Any]:
    """A description with the schemas that its answers name; with a token where one is asked for."""
    own = written.setdefault("components", {}).setdefault("schemas", {})
    own.update(components(RECORDS), Problem=PROBLEM)
    written["externalDocs"] = {"description": "For people", "url": f"{written['servers'][0]['url']}/docs"}
    for operations in written["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                parameter["schema"] = _in_an_address(parameter["schema"])
            answer = operation["responses"]["200"]["content"].get("application/json", {})
            if example := example_of(answer.get("schema", {})):
                answer["example"] = example
    if needs_token:
        written["components"]["securitySchemes"] = {"token": _TOKEN}
        written["security"] = [{"token": []}]
        refused = {"description": "The token is missing or wrong.", "content": {"text/plain": {}}}
        for operations in written["paths"].values():
            for operation in operations.values():
                operation["responses"]["401"] = refused
    return written


def _in_an_address(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter, which is there or is not, but never null; it is described beside, and named by its name."""
    kept = {name: value for name, value in schema.items() if name not in ("title", "description")}
    values = [one for one in kept.pop("anyOf", ()) if one != {"type": "null"}]
    if len(values) == 1:
        return {**values[0], **kept}
    return {**kept, "anyOf": values} if values else kept
