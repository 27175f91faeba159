"""What was said: the words that a cue takes as its content (codebook section 4, rule 3)."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Parse, Span, Token
from dateline.statements.cues import Cue

_WH = frozenset("whether if how why what when where who which".split())
_INTERRUPTING = frozenset({"parataxis", "ccomp", "advcl", "relcl", "ROOT", "dep"})
_SET_OFF = frozenset({",", "–", "—", "-", "--", "("})
_STOPS = frozenset('.;:?!”"')
_TRIM_END = frozenset({",", ".", ";", ":", "–", "—", "-", "--", "?", "!", "and", "but", "yet", "("})
_QUOTED = frozenset({'"', "“", "‘", "''", "``"})


def content_of(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    """Content of a verb cue, from the strongest complement that the cue may take. `last` is the cue's last token."""
    for pattern in ("clause", "inf", "as", "small", "object", "clausal"):
        if pattern in cue.patterns or (pattern == "clause" and "wh" in cue.patterns):
            found = _FINDERS[pattern](parse, verb, cue, last)
            if found:
                return found
    found = _prepositional(parse, verb, cue, last) if cue.prepositions else ()
    return found or (_around(parse, verb) if "clause" in cue.patterns else ())


def _clause(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    child = _finite_clause(parse, verb, cue)
    if child is not None:
        if child.i > verb.i:
            tokens = [*parse.subtree(child), *_relative_rest(parse, verb, child)]
            return _after(_without_last_aside(parse, tokens), last)
        return _before(parse, child, verb)
    return ()


def _relative_rest(parse: Parse, verb: Token, child: Token) -> list[Token]:
    """ "Which she said was late and cost too much": what is joined on has the same "which" for its subject."""
    opened = any(t.tag.startswith("W") and t.i < verb.i for t in parse.children(child, "nsubj", "nsubjpass"))
    joined = [t for t in parse.children(verb, "conj") if parse.child(t, "nsubj", "nsubjpass") is None]
    return [t for j in joined for t in parse.subtree(j)] if opened else []


def _finite_clause(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    carriers = [verb, *(parse.children(verb, "ccomp", "acomp", "oprd", "dobj") if cue.rest else [])]
    for carrier in carriers:
        for child in parse.children(carrier, "ccomp", "advcl", "acl", "pcomp"):
            if cue.rest and child.lower in cue.rest:
                continue
            if _is_content_clause(parse, child, cue, carrier):
                return child
    return None


def _is_content_clause(parse: Parse, child: Token, cue: Cue, carrier: Token) -> bool:
    mark = parse.child(child, "mark")
    if child.dep in ("advcl", "acl") and (mark is None or mark.lower != "that"):
        return (
            cue.klass == "ask"
            and mark is not None
            and mark.lower in ("if", "whether")
            and child.i > carrier.i
        )
    if not parse.children(child, "nsubj", "nsubjpass", "expl", "csubj", "aux", "mark", "attr", "acomp"):
        return False
    if any(t.lower == "to" for t in parse.children(child, "aux")) and child.i > carrier.i:
        return False
    if child.i > carrier.i and _is_question(parse, child, carrier):
        return "wh" in cue.patterns
    return "clause" in cue.patterns


def _is_question(parse: Parse, child: Token, carrier: Token) -> bool:
    """An indirect question: "whether it rains", "how they came". A wh-word before the cue is a relative pronoun."""
    openers = [t for t in parse.children(child) if t.i > carrier.i and t.i < child.i]
    return any(t.lower in _WH and (t.dep != "mark" or t.lower in ("whether", "if")) for t in openers)


def _after(tokens: Iterable[Token], last: int) -> tuple[Span, ...]:
    return _trimmed([t for t in tokens if t.i > last])


def _before(parse: Parse, child: Token, verb: Token) -> tuple[Span, ...]:
    """Content in front of its cue: up to the subject of the cue."""
    own = [t for t in parse.children(verb) if t.dep in ("nsubj", "nsubjpass")]
    limit = min((parse.subtree(t)[0].i for t in own if t.i > child.i), default=verb.i)
    tokens = [t for t in parse.subtree(child) if t.i < min(limit, verb.i)]
    if not tokens or any(t.text in (":", ";") for t in parse.tokens[tokens[-1].i : limit]):
        return ()
    return _trimmed(tokens)


def _around(parse: Parse, verb: Token) -> tuple[Span, ...]:
    """The cue stands inside or after its content, set off by commas: "The dam, she said, would hold"."""
    if verb.dep not in ("parataxis", "ccomp", "advcl") or parse.child(verb, "nsubj") is None:
        return ()
    own = {t.i for t in parse.subtree(verb)}
    first, end = min(own), max(own)
    mark = parse.child(verb, "mark")
    if mark is not None and mark.lower != "as":
        return ()
    if first and parse.tokens[first].text not in _SET_OFF and parse.tokens[first - 1].text not in _SET_OFF:
        return ()
    if parse.child(verb, "dobj", "ccomp", "attr", "xcomp") is not None:
        return ()
    if end + 1 < len(parse.tokens) and not {parse.tokens[end].text, parse.tokens[end + 1].text} & (
        _SET_OFF | _STOPS
    ):
        return ()
    clause = [t for t in parse.subtree(parse.head(verb)) if t.i not in own]
    left = _trimmed([t for t in clause if t.i < first])
    right = _trimmed([t for t in clause if t.i > end and (not left or has_verb(clause, end))])
    return (*left, *right)


def has_verb(tokens: list[Token], after: int) -> bool:
    """Whether words behind a cue go on with the clause: "in Oda" does not, "would hold" does."""
    return any(t.tag in ("VBZ", "VBD", "VBP", "MD", "VB") for t in tokens if t.i > after)


def _infinitive(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    for child in parse.children(verb, "xcomp", "ccomp", "advcl", "acl", "relcl"):
        if child.i > last and any(t.lower == "to" for t in parse.children(child, "aux")):
            parts = parse.subtree(child)
            if cue.klass in ("demand", "feel", "ask"):
                parts = [t for d in parse.children(verb, "dobj", "dative") for t in parse.subtree(d)] + parts
            return _after(parts, last)
    for noun in parse.children(verb, "dobj"):
        for child in parse.children(noun, "acl", "relcl"):
            if cue.klass == "demand" and any(t.lower == "to" for t in parse.children(child, "aux")):
                return _after(parse.subtree(noun), last)
    return ()


def _object(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    carriers = [verb, *(t for t in parse.children(verb, "prep", "prt") if t.lower in cue.rest)]
    heads = [
        t
        for c in carriers
        for t in parse.children(c, "dobj", "pobj", "pcomp", "ccomp", "xcomp")
        if t.i > last
    ]
    if not heads or (not cue.rest and heads[0].dep not in ("dobj", "ccomp", "xcomp")):
        return ()
    heads += [t for t in parse.children(verb, "dative", "oprd") if t.i > last]
    allowed = cue.prepositions | {"of"}
    heads += [t for t in parse.children(verb, "prep") if t.lower in allowed and t.i > heads[0].i]
    tokens = sorted({t.i: t for h in heads for t in parse.subtree(h)}.values(), key=lambda t: t.i)
    return _after(_without_aside(parse, tokens), last)


def _clausal(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    """An object that says something itself: "backed the bid to save the pier", not "backed the mayor"."""
    found = _object(parse, verb, cue, last)
    words = [t for span in found for t in parse.tokens_in(span)]
    return found if any((t.is_verb and t.dep != "amod") or t.text in _QUOTED for t in words) else ()


def _as(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    carriers = [verb, *(t for t in parse.children(verb, "prep") if t.lower in cue.rest)]
    things = [t for c in carriers for t in parse.children(c, "dobj", "pobj", "nsubj", "ccomp") if t.i > last]
    for link in [
        *parse.children(verb, "prep", "advcl"),
        *(p for t in things for p in parse.children(t, "prep")),
    ]:
        opening = parse.subtree(link)[0]
        if link.i > last and "as" in (link.lower, opening.lower):
            tokens = [t for h in (*things, link) for t in parse.subtree(h)]
            return _after(tokens, last)
    return ()


def _small(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    parts = [t for t in parse.children(verb, "oprd", "ccomp", "acomp", "xcomp", "attr") if t.i > last]
    if not parts or (
        any(t.lower == "to" for p in parts for t in parse.children(p, "aux")) and cue.klass != "think"
    ):
        return ()
    heads = [*parse.children(verb, "dobj", "nsubj"), *parts]
    tokens = [t for h in heads if h.i > last for t in parse.subtree(h)]
    return _after(tokens, last)


def _prepositional(parse: Parse, verb: Token, cue: Cue, last: int) -> tuple[Span, ...]:
    links = [verb, *parse.children(verb, "prt", "dobj", "advmod")]
    for child in (c for link in links for c in parse.children(link, "prep")):
        if child.lower in cue.prepositions and child.i > verb.i:
            return _after(_without_aside(parse, parse.subtree(child)), min(last, child.i - 1))
    return ()


def noun_content(parse: Parse, noun: Token, cue: Cue) -> tuple[Span, ...]:
    """Content of a noun or adjective cue: its clause, infinitive or preposition."""
    for child in parse.children(noun, "acl", "ccomp", "xcomp", "relcl", "advcl", "appos"):
        if child.i < noun.i:
            continue
        opening = parse.subtree(child)[0]
        if "clause" in cue.patterns and opening.lower == "that" and opening.dep == "mark":
            return _after(parse.subtree(child), noun.i)
        if "clause" in cue.patterns and cue.pos == "a" and child.dep == "ccomp":
            return _after(parse.subtree(child), noun.i)
        if "inf" in cue.patterns and any(t.lower == "to" for t in parse.children(child, "aux")):
            return _after(parse.subtree(child), noun.i)
    behind = _clause_behind(parse, noun, cue)
    if behind:
        return behind
    for child in parse.children(noun, "prep"):
        if child.lower in cue.prepositions and child.i > noun.i:
            purpose = [t for t in parse.children(noun, "acl", "relcl", "advcl") if t.i > child.i]
            goals = [t for t in purpose if any(a.lower == "to" for a in parse.children(t, "aux"))]
            tokens = [*parse.subtree(child), *(t for goal in goals for t in parse.subtree(goal))]
            return _after(_without_aside(parse, tokens), noun.i)
    return ()


def _clause_behind(parse: Parse, noun: Token, cue: Cue) -> tuple[Span, ...]:
    """A clause right behind the cue that the parser hung on something else."""
    following = parse.tokens[noun.i + 1 : noun.i + 2]
    if not following or following[0].tag not in ("IN", "WDT", "TO"):
        return ()
    if following[0].lower in cue.prepositions and parse.children(following[0], "pobj", "pcomp"):
        return _after(_without_aside(parse, parse.subtree(following[0])), noun.i)
    wanted = {"that": "clause", "to": "inf"}.get(following[0].lower)
    clause = parse.head(following[0])
    is_relative = following[0].dep in ("nsubj", "nsubjpass")
    if wanted not in cue.patterns or not clause.is_verb or clause.i < noun.i or is_relative:
        return ()
    return _after([t for t in parse.subtree(clause) if t.i > noun.i], noun.i)


def _without_aside(parse: Parse, tokens: list[Token]) -> list[Token]:
    """Without a relative clause that a comma sets off at the end."""
    for token in tokens:
        if token.dep == "relcl":
            first = parse.subtree(token)[0]
            if first.i and parse.tokens[first.i - 1].text == "," and first.i > tokens[0].i:
                return [t for t in tokens if t.i < first.i - 1]
    return tokens


def _without_last_aside(parse: Parse, tokens: list[Token]) -> list[Token]:
    """Without the author's ", who is her cousin" at the very end of a reported clause, unless it has quoted words."""
    kept = _without_aside(parse, tokens)
    rest = [t for t in tokens if not kept or t.i > kept[-1].i]
    opener = next((t for t in rest if t.text != ","), None)
    is_last = any(t.dep == "relcl" and parse.subtree(t)[-1].i >= tokens[-1].i for t in rest)
    is_named = bool(kept) and kept[-1].is_proper
    if opener is None or opener.lower != "who" or not is_last or not is_named:
        return tokens
    return tokens if any(t.text in _QUOTED for t in tokens) else kept


def _trimmed(tokens: list[Token]) -> tuple[Span, ...]:
    """The stretch from the first to the last word, punctuation at its ends left out."""
    words = sorted(tokens, key=lambda t: t.i)
    while words and words[-1].lower in _TRIM_END:
        words.pop()
    while words and words[0].lower in _TRIM_END | {'"', "”"}:
        words.pop(0)
    return (Span(words[0].start, words[-1].end),) if words else ()


_FINDERS = {
    "clause": _clause,
    "inf": _infinitive,
    "as": _as,
    "small": _small,
    "object": _object,
    "clausal": _clausal,
}
