"""schemathesis finds nothing: questions made from the description, right ones and wrong ones, get what the description says."""

from __future__ import annotations

import os

import pytest

from dateline.store import Collection
from dateline.web import Site, web_app
from dateline.web.site import LOOPBACK

schemathesis = pytest.importorskip("schemathesis")

IS_LONG = bool(os.environ.get("DATELINE_LONG"))
EXAMPLES = 200 if IS_LONG else 4
CLIENT = "testserver"
"""The name under which schemathesis asks."""
# 400 is what a description cannot rule out: a cursor of another question, a search that cannot be read.
GIVEN = ["2xx", "400", "404", "406"]
CONFIG = {
    "seed": 20240308,
    "cache": {"enabled": False},
    "generation": {"max-examples": EXAMPLES, "mode": "all", "deterministic": True, "database": "none"},
    "checks": {"positive_data_acceptance": {"expected-statuses": GIVEN}},
    "phases": {"stateful": {"enabled": IS_LONG}},
}


def findings(collection: Collection) -> list[str]:
    """What schemathesis finds: each failed check and each error, with the question."""
    from schemathesis.config import SchemathesisConfig
    from schemathesis.engine import events, from_schema

    app = web_app(Site(collection, hosts=LOOPBACK | {CLIENT}))
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config)
    found, asked = [], 0
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            asked += len(event.recorder.cases)
            for case, nodes in event.recorder.checks.items():
                question = event.recorder.cases[case].value.as_curl_command()
                found += [
                    f"{node.name}: {node.failure_info.failure}\n{question}"
                    for node in nodes
                    if node.failure_info
                ]
        elif isinstance(event, (events.NonFatalError, events.FatalError)):
            found.append(repr(event))
    assert asked > 300
    return found


def test_schemathesis_finds_nothing(newsroom):
    found = findings(newsroom)
    assert not found, f"{len(found)} findings\n" + "\n\n".join(found[:12])
