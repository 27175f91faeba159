"""Where content begins and ends by the words around the cue: what holds when a parse goes astray."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Parse, Span, Token
from dateline.statements.cues import Cue
from dateline.statements.speakers import DAYS

_OPENERS = ("PRP", "DT", "NN", "JJ", "VBG", "CD", "EX", "PRP$", "WP")
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_HELPERS = frozenset(
    "is are was were has have had would will could should may might can do does did 's 're".split()
)
_BREAKS = (
    frozenset(
        "and but while when after as before because since during on in at following by through with last this or though "
        "although unless until to for from despite amid about than of".split()
    )
    | DAYS
)
_STOPS = frozenset({",", ".", ";", ":", "?", "!", "–", "—", "--", ")", "”", '"', "’", "'", "''", "“"})
_COMMAS = frozenset({",", "–", "—", "--"})
_TIMES = frozenset("in on last this earlier week month year morning evening night afternoon ,".split())
_OBJECT_CLASSES = frozenset({"praise", "blame", "thank", "demand", "deny", "judge"})
_WHEN = frozenset("late early again later morning evening night afternoon".split())
_AFTER_OBJECT = frozenset({",", "after", "before", "when", "while"})
_FAR = 12
_OCCASIONS = frozenset("in on at during to with through via by".split())
_COMPLEMENTED = frozenset({"demand", "praise", "promise", "refuse", "agree"})
_CLAUSE_CLASSES = frozenset({"say", "think", "show", "deny"})


def following_clause(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    """What stands right behind a verb of saying, up to the end of the sentence, if it can be a clause."""
    if cue.klass not in _CLAUSE_CLASSES or "clause" not in cue.patterns:
        return ()
    start = _clause_start(parse, verb, last)
    if start is None or _has_plain_object(parse, verb, start):
        return ()
    tokens = list(parse.tokens[start:])
    while tokens and tokens[-1].text in _STOPS:
        tokens.pop()
    finite = [t for t in tokens if t.tag in FINITE]
    if parse.tokens[start].lower != "that":
        finite = [t for t in finite if not _is_dependent(parse, t, start)]
    if len(tokens) < 3 or not finite:
        return ()
    return (Span(tokens[0].start, tokens[-1].end),)


def _has_plain_object(parse: Parse, verb: Token, start: int) -> bool:
    """ "Reported the issue, saying ...": a noun phrase that a comma ends is no clause."""
    for thing in parse.children(verb, "dobj"):
        words = [t for t in parse.subtree(thing) if t.i < thing.i + 1]
        after = parse.tokens[thing.i + 1 : thing.i + 2]
        if words and words[0].i == start and after and after[0].lower in _AFTER_OBJECT:
            return True
    return False


def _is_dependent(parse: Parse, verb: Token, start: int) -> bool:
    """A verb of a relative clause or the like does not make the words behind a cue a clause."""
    return any(t.i >= start and t.dep in ("relcl", "acl") for t in (verb, *parse.ancestors(verb)))


def _clause_start(parse: Parse, verb: Token, last: int) -> int | None:
    tokens = parse.tokens
    told = [
        t
        for t in parse.children(verb, "dobj", "dative")
        if t.i == last + 1 or parse.subtree(t)[0].i == last + 1
    ]
    after = max((t.i for t in parse.subtree(told[0])), default=last) + 1 if told else last + 1
    window = tokens[last + 1 : last + 1 + _FAR]
    that = next((t for t in window if t.lower == "that" and t.tag == "IN"), None)
    if that is not None and not any(t.is_verb or t.text in ('"', "“") for t in tokens[last + 1 : that.i]):
        return that.i
    if last + 1 < len(tokens) and tokens[last + 1].lower in _OCCASIONS:
        return _behind_occasion(tokens, last)
    if told and verb.lemma in ("tell", "assure", "remind", "inform", "notify", "warn"):
        return after if after < len(tokens) and _opens_clause(tokens[after]) else None
    if last + 1 >= len(tokens) or not _opens_clause(tokens[last + 1]):
        return None
    return last + 1


def _behind_occasion(tokens: Sequence[Token], last: int) -> int | None:
    """The "that" of "said in an interview with "Harbour Talk" taped on Monday that ..."."""
    window = tokens[last + 1 : last + 1 + 2 * _FAR]
    that = next((t for t in window if t.lower == "that" and t.tag == "IN"), None)
    if that is None or any(t.tag in FINITE for t in tokens[last + 1 : that.i]):
        return None
    return that.i


def _opens_clause(token: Token) -> bool:
    if token.lower in DAYS | _WHEN or token.text in _STOPS:
        return False
    return token.lower in ("that", "if") or token.tag.startswith(_OPENERS)


def around_commas(parse: Parse, left: int, right: int) -> tuple[Span, ...]:
    """The sentence around a cue and speaker that commas set off: "During the night, records show, the gate stood open".

    `left` and `right` are offsets of the first and last character of cue and speaker.
    """
    before = [t for t in parse.tokens if t.end <= left]
    after = [t for t in parse.tokens if t.start >= right]
    if before and before[-1].lower == "as":
        before.pop()
    if not before or before[-1].text not in _COMMAS:
        return ()
    if after and after[0].text not in _STOPS:
        after = _going_on(after)
        if not after:
            return ()
    if any(t.text in '"“”' for t in before) or any(t.text in '"“”' for t in after):
        return ()
    spans: list[Span] = []
    for tokens in (before, after):
        words = list(tokens)
        while words and words[-1].text in _STOPS:
            words.pop()
        while words and (words[0].text in _STOPS or words[0].lower in ("but", "and", "yet")):
            words.pop(0)
        if words and (not spans or any(t.tag in FINITE or t.tag == "VB" for t in words)):
            spans.append(Span(words[0].start, words[-1].end))
    return tuple(spans)


def _going_on(after: Sequence[Token]) -> list[Token]:
    """ "..., she told reporters in Lagos, *because nobody paid*": what gives the reason behind whom it was told, or where, is said too."""
    end = next((i for i, t in enumerate(after) if t.text in _STOPS), len(after))
    told, rest = after[:end], list(after[end:])
    is_reason = len(rest) > 1 and rest[1].lower == "because"
    return rest if is_reason and not any(t.is_verb for t in told) else []


def widened(parse: Parse, content: tuple[Span, ...], verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    """A clause behind its cue begins where the words begin, and does not break off in the middle of a phrase."""
    if len(content) != 1 or content[0].start < verb.end:
        return content
    start, end = content[0]
    if cue.klass not in _CLAUSE_CLASSES:
        return (Span(start, _complemented_end(parse, end, cue)),)
    first = _clause_start(parse, verb, last)
    if first is not None and parse.tokens[first].start < start:
        start = parse.tokens[first].start
    tokens = parse.tokens_in((start, end))
    while len(tokens) > 3 and tokens[0].lower in DAYS | _WHEN:
        tokens.pop(0)
    if tokens and _opens_clause(tokens[0]):
        start = tokens[0].start
    return (Span(start, _widened_end(parse, end)),)


def _complemented_end(parse: Parse, end: int, cue: Cue) -> int:
    """ "Called for the owners" goes on with "to pay the crew": a complement that the parser hung elsewhere; so does half of "re-open"."""
    rest = [t for t in parse.tokens if t.start >= end]
    if cue.klass not in _COMPLEMENTED or len(rest) < 2:
        return end
    clause = [t for t in rest[:4] if t.lower not in DAYS | _TIMES | _WHEN]
    is_in_word = rest[0].text == "-" and rest[0].start == end
    goes_on = (
        is_in_word
        or (rest[0].lower == "to" and rest[1].tag in ("VB", "VBP"))
        or (bool(clause) and clause[0].lower == "that" and clause[0].tag == "IN")
    )
    return _next_stop(rest, end) if goes_on or rest[0].tag in FINITE - {"MD"} else end


def _widened_end(parse: Parse, end: int) -> int:
    rest = [t for t in parse.tokens if t.start >= end]
    if not rest:
        return end
    if rest[0].text not in _STOPS and rest[0].lower not in _BREAKS:
        return _next_stop(rest, end)
    joined = rest[1:] if rest[0].text == "," else rest
    if len(joined) > 1 and joined[0].lower in ("and", "but", "or") and joined[1].lower in _HELPERS:
        return _next_stop(joined, end)
    return end


def _next_stop(rest: list[Token], end: int) -> int:
    for token in rest:
        if token.text in _STOPS:
            return end
        end = token.end
    return end


def without_date(parse: Parse, content: tuple[Span, ...], cue: Cue) -> tuple[Span, ...]:
    """Praise, blame and demand without a date at the end: it says when they were uttered."""
    if cue.klass not in _OBJECT_CLASSES or not content:
        return content
    tokens = parse.tokens_in(content[-1])
    kept = tokens[: _time_at_end(tokens)]
    return (*content[:-1], Span(content[-1].start, kept[-1].end)) if kept else content


def _time_at_end(tokens: list[Token]) -> int:
    """How many words are left when a date at the end is taken off: it says when, not what."""
    for at in range(max(1, len(tokens) - 4), len(tokens)):
        rest = [t.lower for t in tokens[at:]]
        if rest[0] in ("in", "on", "last", "this", "earlier") and all(
            w in DAYS | _TIMES or w.isdigit() for w in rest
        ):
            return at
    return len(tokens)


def bare(tokens: list[Token]) -> list[Token]:
    """Words without a comma, dash or conjunction at their ends."""
    kept = list(tokens)
    while kept and kept[-1].text in (",", "–", "—", "-", "("):
        kept.pop()
    while kept and kept[0].lower in (",", "and", "but"):
        kept.pop(0)
    return kept
