"""Reporting frames of a parsed sentence, whatever kind of word makes them."""

from __future__ import annotations

from dateline.model import Parse
from dateline.statements.according import according_report
from dateline.statements.clipping import clipped
from dateline.statements.noun_reports import adjective_report, noun_report
from dateline.statements.report import Report
from dateline.statements.verb_reports import verb_report


def find_reports(parse: Parse) -> list[Report]:
    """All frames of a sentence, in the order of their cues."""
    found: list[Report] = []
    for token in parse.tokens:
        if token.lower in ("according", "per"):
            found.extend(according_report(parse, token))
        elif token.is_verb and token.tag != "MD":
            found.extend(verb_report(parse, token))
            if token.tag == "VBN":
                found.extend(adjective_report(parse, token))
        elif token.is_noun:
            found.extend(noun_report(parse, token))
        elif token.tag.startswith("JJ"):
            found.extend(adjective_report(parse, token))
    return [clipped(parse, report, found) for report in found]
