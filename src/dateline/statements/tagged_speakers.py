"""Who speaks where the tagger finds a cue."""

from __future__ import annotations

from dateline.model import Parse, Span, Token
from dateline.statements.cues import Cue
from dateline.statements.speakers import (
    heads,
    is_source,
    is_speaker,
    issuer,
    own_name,
    phrase,
    spoken_by,
    subject_of,
)
from dateline.statements.tagged_cues import SAY


def tagged_speaker(
    parse: Parse, verb: Token, cue: Cue, source: Span | None
) -> tuple[Span | None, tuple[Span, ...]]:
    """The subject of the cue, else the words that the tagger takes for the speaker; nobody where these cannot say anything."""
    is_passive = parse.child(verb, "auxpass") is not None
    undergoing = parse.child(verb, "nsubjpass")
    if source is not None and undergoing is not None and parse.subtree_span(undergoing).touches(source):
        return None, ()
    subject = subject_of(parse, verb) if verb.is_verb and not is_passive else None
    if subject is None and source is not None:
        head = _speaking(parse, source, verb)
        if head is None or not _can_say(parse, head, cue, source):
            return None, ()
        words = phrase(parse, head, without=verb)
        said_by = words if words.touches(source) else source
        return said_by, (said_by,)
    if subject is None or not _can_say(parse, subject, cue, source):
        return None, ()
    subject = issuer(parse, subject)
    names = tuple(own_name(parse, t, verb) for t in heads(parse, subject))
    return spoken_by(parse, subject, verb), names


def _speaking(parse: Parse, source: Span, cue: Token) -> Token | None:
    """The head of the tagged words; where these run over a verb ("who heard Ruiz | demand"), the noun that is nearest to the cue."""
    head = parse.top_of(source)
    if head is None or not head.is_verb:
        return head
    nouns = [t for t in parse.tokens_in(source) if t.is_noun]
    return min(nouns, key=lambda t: abs(t.i - cue.i), default=None)


def _can_say(parse: Parse, subject: Token, cue: Cue, source: Span | None) -> bool:
    """Whether the subject can say something; words that may be a thing only where the tagger takes them for a speaker."""
    is_tagged = source is not None and source.touches(subject.span)
    return is_speaker(parse, subject) and (
        is_source(subject) or ((is_tagged or cue is not SAY) and not cue.is_inferred)
    )
