"""Statements in languages without a parser: quotations with their cues and speakers, and the plainest reported clauses of German."""

from __future__ import annotations

from dateline.statements.foreign.quoted import foreign_drafts

__all__ = ["foreign_drafts"]
