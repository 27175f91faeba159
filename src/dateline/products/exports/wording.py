"""Words for numbers."""

from __future__ import annotations


def support(reports: int, outlets: int, independent: int) -> str:
    """How well something is supported: "4 reports by 2 outlets, 1 independent"."""
    return f"{_counted(reports, 'report')} by {_counted(outlets, 'outlet')}, {independent} independent"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
