"""`dateline read --tier`: said in the provenance of what comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app

PAGE = "The harbour talks\n\nThe harbour master groused that the crane had been put in the wrong place.\n"


@pytest.mark.parametrize("tier", ["accurate", "fast"])
def test_the_tier_is_the_one_that_was_asked_for(tier: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(path), "--to", "jsonl", "--tier", tier])
    assert json.loads(done.stdout.splitlines()[-1])["provenance"]["tier"] == tier
    assert done.exit_code == 0


def test_an_unknown_tier_is_refused_in_one_line() -> None:
    done = CliRunner().invoke(app, ["read", "page.txt", "--tier", "slow"])
    assert done.exit_code == 2
