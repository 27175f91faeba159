"""schemathesis finds nothing: questions made from the description, right ones and wrong ones, get what the description says."""

from __future__ import annotations

import os

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import CHECKS

from dateline.web import Site, web_app

IS_LONG = bool(os.environ.get("DATELINE_LONG"))
EXAMPLES = 200 if IS_LONG else 6


@pytest.fixture(scope="session")
def described(newsroom):
    config = schemathesis.Config.from_dict(
        {
            # 400 is what a description cannot rule out: a cursor of another question, a search that cannot be read.
            "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404", "406"]}},
        }
    )
    app = web_app(Site(newsroom))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config, base_url="http://localhost")


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not IS_LONG,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
def test_answers_are_as_described(case):
    case.call_and_validate()
