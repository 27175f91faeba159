"""What word a tagged cue is, by the cue table and the parse, and whether it tells its speaker's words."""

from __future__ import annotations

from itertools import islice

from dateline.model import Parse, Span, Token
from dateline.statements.assertion import is_asserted, is_so_much
from dateline.statements.cues import Cue, cue_table

SAY = Cue("say", (), "v", "say", "say", frozenset(), frozenset(), "")
"""For verbs that the table does not have."""

_OPENERS = ("that ", "whether ")
_NO_SPEECH = frozenset(
    "be have do make take get place put look seem appear become remain need seek weigh try attempt manage begin start continue work move help "
    "use go come keep let face draw receive suffer attract ensure provide".split()
)


def tagged_cue(text: str, parse: Parse, word: Token, cue_words: Span, said: Span) -> Cue | None:
    """The row of the cue table; for other verbs in the active a plain cue of speech; None for what can be no cue.

    A noun is one where it is somebody's, or a clause hangs on it; "be" with what follows it ("is adamant that"). "So glad that" opens a result.
    """
    if word.lemma == "be" and " " not in cue_words.of(text):
        return None
    return can_be_cue(parse, word, has_clause=said.of(text).startswith(_OPENERS))


def can_be_cue(parse: Parse, word: Token, *, has_clause: bool) -> Cue | None:
    """The same, where it is not known yet which words are said; `has_clause` is whether "that" or "whether" may open them."""
    quality = parse.child(word, "acomp", "oprd") if word.lemma == "be" else None
    if is_so_much(parse, quality or word):
        return None
    if word.is_noun and parse.child(word, "poss") is None and not has_clause:
        return None
    if word.lemma == "be":
        return (_row(quality, "anv") or SAY) if quality is not None else None
    is_act = word.is_verb and word.lemma not in _NO_SPEECH and parse.child(word, "auxpass") is None
    return _row(word) or (SAY if is_act else None)


def is_of_table(word: Token) -> bool:
    """Whether the cue table has a word."""
    return _row(word) is not None


def class_of(parse: Parse, cue_words: Span) -> str:
    """The class that the cue table gives to the head of a cue; `say` for a word that it does not have."""
    word = parse.top_of(cue_words)
    return (_row(word) or SAY).klass if word is not None else SAY.klass


def _row(word: Token, positions: str = "vna") -> Cue | None:
    """The row of the cue table, the one without further words first."""
    for position in positions:
        rows = cue_table().of(position, word.lower if position == "a" else word.lemma)
        if rows:
            return next((row for row in rows if not row.rest), rows[0])
    return None


def is_told(parse: Parse, word: Token, cue_words: Span, said: Span) -> bool:
    """Whether the cue is asserted, and its words are those of its own speaker."""
    if not is_own(parse, word):
        return False
    is_others = _is_undergone(parse, word, cue_words) or _is_asked(parse, said)
    return not is_others and not _is_beside(parse, word, said)


def is_own(parse: Parse, word: Token) -> bool:
    """Whether the cue is asserted, or only hangs on another verb, and is not put to somebody."""
    is_there = is_asserted(parse, word) or _is_only_dependent(parse, word)
    return is_there and not _is_put(parse, word)


def _is_only_dependent(parse: Parse, verb: Token) -> bool:
    """ "Appeared to suggest", "..., promising to": neither negated nor possible, only hanging on another verb."""
    chain = [verb, *parse.ancestors(verb)]
    doubted = any(
        parse.child(t, "neg") is not None or any(a.tag == "MD" for a in parse.children(t, "aux"))
        for t in chain
    )
    return not doubted and (
        verb.tag in ("VBG", "VB") and verb.dep in ("xcomp", "advcl", "conj", "acl", "pcomp")
    )


def _is_undergone(parse: Parse, word: Token, cue_words: Span) -> bool:
    """ "Came under criticism", "pushed back against claims", "asked why it rained": the words are somebody else's."""
    if any(t.lower == "under" for t in (*parse.tokens_in(cue_words), parse.head(word))):
        return True
    verbs = [word, *islice(parse.ancestors(word), 2 if word.is_noun else 0)]
    if any(t.lower == "back" for verb in verbs for t in parse.children(verb, "advmod", "prt")):
        return True
    return _is_put(parse, word)


def _is_asked(parse: Parse, words: Span) -> bool:
    """ "Asked *why it rained*, Ruiz said": the question is not hers."""
    head = parse.top_of(words)
    return head is not None and _is_put(parse, parse.head(head))


def _is_put(parse: Parse, word: Token) -> bool:
    is_asked = word.lemma in ("ask", "press", "question") and word.tag in ("VBN", "VBD")
    return is_asked and word.dep == "advcl" and parse.child(word, "nsubj") is None


def _is_beside(parse: Parse, verb: Token, words: Span) -> bool:
    """ "Responded to the call and secured the boat": what is done besides is not said."""
    return any(t.dep == "conj" and t.head == verb.i for t in parse.tokens_in(words)[:2])
