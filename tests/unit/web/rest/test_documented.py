"""What the guide says of the interface holds."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

GUIDE = (Path(__file__).resolve().parents[4] / "docs" / "how-to" / "rest.md").read_text(encoding="utf-8")
BASE = "http://localhost:8000/api/v1/"


@pytest.mark.parametrize("address", sorted(set(re.findall(rf"[\"']({BASE}[^'\"]+)[\"']", GUIDE))))
def test_every_address_of_the_guide_is_answered(api, address):
    assert api.get(address.removeprefix(BASE)).status_code == 200


def test_the_python_of_the_guide_runs(api, capsys):
    pytest.importorskip("pandas")
    for code in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL):
        exec(compile(code.replace(BASE, str(api.base_url)), "rest.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "CONSULT" in printed and re.search(r"^[1-9]\d* statements$", printed, re.MULTILINE)


def test_the_guide_names_every_question(api):
    named = {urlsplit(found).path for found in re.findall(r"`(/[\w/?=&]+)`", GUIDE)}
    for path in api.get("openapi.json").json()["paths"]:
        shown = re.sub(r"/\{\w+\}", "", path)
        assert shown in named or any(one.startswith(f"{shown}/") for one in named) or "/pictures/" in path, (
            path
        )
