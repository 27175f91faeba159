"""Small models that read beside the rules: word pieces in, scores out. They give the finding, the rules the form."""

from __future__ import annotations

from dateline.readers.act_shares import ActShares, act_shares
from dateline.readers.event_reader import NO_ACT, Clause, ClauseReading, EventReader, SentenceReading
from dateline.readers.pieces import RECORDED, PieceModel, model_hashes
from dateline.readers.statement_scout import StatementScout
from dateline.readers.statement_tagger import StatementTagger, Tags
from dateline.readers.word_table import likeness

__all__ = [
    "NO_ACT",
    "RECORDED",
    "ActShares",
    "Clause",
    "ClauseReading",
    "EventReader",
    "PieceModel",
    "SentenceReading",
    "StatementScout",
    "StatementTagger",
    "Tags",
    "act_shares",
    "likeness",
    "model_hashes",
]
