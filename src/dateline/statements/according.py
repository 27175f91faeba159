"""Reports by "according to" and "per"."""

from __future__ import annotations

from dateline.model import Parse, Span, Token
from dateline.statements.boundaries import around_commas, bare
from dateline.statements.cues import cue_table
from dateline.statements.report import Report
from dateline.statements.speakers import heads, is_speaker, own_name, phrase


def according_report(parse: Parse, token: Token) -> list[Report]:
    """The phrase, its noun phrase as speaker, and the clause that it hangs on."""
    link = token if token.lower == "per" else parse.child(token, "prep")
    head = parse.child(link, "pobj") if link is not None and link.lower in ("to", "per") else None
    cue = next(iter(cue_table().of("p", token.lower)), None)
    if link is None or head is None or cue is None or not is_speaker(parse, head):
        return []
    if link is token and not (head.is_proper and (not token.i or parse.tokens[token.i - 1].text == ",")):
        return []
    speaker = phrase(parse, head)
    names = tuple(own_name(parse, t) for t in heads(parse, head))
    content = _accorded(parse, token, speaker)
    if not content:
        return []
    return [Report(parse.sentence, cue, Span(token.start, link.end), speaker, names, content, None)]


def _accorded(parse: Parse, token: Token, speaker: Span) -> tuple[Span, ...]:
    """The clause that the phrase hangs on; at the head of a sentence, all that follows."""
    tokens = parse.tokens
    left = max((t.i for t in tokens[: token.i] if t.text in (":", ";", "—", "–")), default=-1)
    if token.i - left <= 2:
        rest = [t for t in tokens if t.start >= speaker.end and t.text not in (",", ".")]
        return (Span(rest[0].start, rest[-1].end),) if rest else ()
    clause = next((t for t in parse.ancestors(token) if t.is_verb), parse.head(token))
    if clause.dep == "relcl" and clause.start > speaker.end:
        rest = bare([t for t in parse.subtree(clause) if t.start >= speaker.end])
        return (Span(rest[0].start, rest[-1].end),)
    inside = [t for t in parse.subtree(clause) if t.end <= token.start]
    if clause.dep in ("ROOT", "conj", "ccomp", "parataxis") and not _is_subordinate(parse, clause):
        inside = [t for t in tokens if t.end <= token.start]
    inside = bare(inside)
    spans = around_commas(parse, token.start, speaker.end)
    if len(spans) == 2 and clause.start > speaker.end:
        return spans
    return (Span(inside[0].start, inside[-1].end),) if inside else ()


def _is_subordinate(parse: Parse, clause: Token) -> bool:
    return any(t.dep in ("relcl", "advcl", "acl") for t in (clause, *parse.ancestors(clause)))
