"""`dateline mcp` without the package that it needs; what it answers: tests/unit/mcp_server."""

from __future__ import annotations

import sys


def test_without_the_package_it_says_what_to_install(run, filled, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("dateline.mcp_server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    outcome = run("mcp", "-c", filled)
    assert outcome.status == 2
    assert outcome.err == "mcp is not installed, which this needs: pip install 'dateline-news[mcp]'.\n"
