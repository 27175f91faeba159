"""What a fact asks, worded so that it can be read alone; and whether words that seem to answer are somebody's own."""

from __future__ import annotations

import re

from dateline.model import Span, StatementType
from dateline.stories.facts.tellings import Clause

_BLANKS = re.compile(r"\s+")
_DATELINE = re.compile(r"^[A-Z][A-Z .'-]+(?:, [A-Z][\w .]+)?(?: \([^)]{1,30}\))? ?[—–-]+ ")
_EDGES = " ,;:.!?\"“”‘’'—–-"
_MOST = 160


def asked(question: str, clause: Clause) -> str:
    """The question with the clause that it is asked of; with its sentence, where the clause has no beginning ("resigned on Monday")."""
    text = clause.reading.article.text
    words = _plain(clause.text)
    if words[:1].islower():
        whole = _plain(clause.sentence.of(text))
        words = whole if len(whole) <= _MOST else words
    return f"{question}: {words}"


def _plain(text: str) -> str:
    """On one line, without a dateline, and without marks at its ends that have lost their partner."""
    return _DATELINE.sub("", _BLANKS.sub(" ", text.strip())).strip(_EDGES)


def is_quoted(clause: Clause, span: Span) -> bool:
    """Whether words stand in a direct quotation."""
    return any(
        content.covers(span)
        for statement in clause.reading.statements
        if statement.type is StatementType.DIRECT
        for content in statement.content
    )
