"""Who is reported to have said or thought what: quotations, cues, speakers, contents and channels."""

from dateline.statements.cues import cue_words
from dateline.statements.finder import find_statements
from dateline.statements.quotations import QuotedSpan, find_quotations

__all__ = ["QuotedSpan", "cue_words", "find_quotations", "find_statements"]
