"""Reports by verbs: "said that ...", "called it a sham", "was condemned by ..."."""

from __future__ import annotations

from dateline.model import Parse, Span, Token
from dateline.statements.assertion import cue_of, is_asserted, is_inference
from dateline.statements.boundaries import around_commas, following_clause, widened, without_date
from dateline.statements.clauses import content_of
from dateline.statements.cues import SILENT, Cue
from dateline.statements.noun_reports import noun_report
from dateline.statements.report import Report
from dateline.statements.speakers import (
    heads,
    is_abstract,
    is_document,
    is_source,
    is_speaker,
    issuer,
    own_name,
    partners,
    phrase,
    spoken_by,
    subject_of,
)

_MINDED = frozenset({"think", "feel", "judge", "promise", "refuse"})
_FEWEST_WORDS = 6
_CLAUSAL = frozenset({"say", "show", "think"})
_TOLD = frozenset("tell assure remind urge ask thank warn advise congratulate".split())


def verb_report(parse: Parse, verb: Token) -> list[Report]:
    """The report that a verb makes, if it is a cue, asserted, and somebody's."""
    found = cue_of(parse, verb, "v")
    if found is None or not is_asserted(parse, verb):
        return []
    cue, last = found
    if cue.act == "ask" and _is_asked(parse, verb):
        return []
    if parse.child(verb, "auxpass") is not None or _is_bare_participle(parse, verb):
        return _passive(parse, verb, cue)
    subject = subject_of(parse, verb) or _inverted(parse, verb, cue)
    if subject is None or not _can_say(parse, subject, verb, cue):
        return []
    subject = issuer(parse, subject)
    speaker = spoken_by(parse, subject, verb)
    content = _content(parse, verb, cue, last, subject, speaker)
    if not (content or cue.takes_quotation) or _is_empty(parse, verb, cue, content):
        return []
    names = tuple(own_name(parse, t, verb) for t in [*heads(parse, subject), *partners(parse, verb)])
    span, told = _cue_span(parse, verb, last), _addressee(parse, verb, cue, subject)
    return [Report(parse.sentence, cue, span, speaker, names, content, told)]


def _is_asked(parse: Parse, verb: Token) -> bool:
    """ "When asked what ...": the question is put by nobody named."""
    opener = parse.tokens[verb.i - 1].lower if verb.i else ""
    return opener in ("when", "if", "once") and parse.child(verb, "nsubj") is None and verb.tag != "VBG"


def _can_say(parse: Parse, subject: Token, verb: Token, cue: Cue) -> bool:
    """Whether the subject can be the speaker of such a cue."""
    if not is_speaker(parse, subject) or (cue.is_inferred and not is_source(subject)):
        return False
    if cue.klass in _MINDED and (is_abstract(subject) or is_inference(parse, verb)):
        return False
    if cue.lemma == "welcome" and any(t.lower in ("to", "into") for t in parse.children(verb, "prep")):
        return False
    if cue.lemma == "show" and parse.child(verb, "dobj", "dative") is not None and not is_document(subject):
        return False
    if cue.act == "support" and verb.dep in ("relcl", "acl", "advcl"):
        return False
    describes = verb.dep == "relcl" and parse.child(verb, "nsubj") is not subject
    if describes and cue.is_attitude and not subject.is_proper:
        return False
    return not (describes and cue.klass in ("demand", "judge"))


def _is_empty(parse: Parse, verb: Token, cue: Cue, content: tuple[Span, ...]) -> bool:
    """Refusals to speak, and "voiced doubt that ...", where the noun is the cue."""
    if cue.act == "express" and any(parse.tokens_in(span)[0].lower == "no" for span in content):
        return True
    if cue.act == "express" and any(noun_report(parse, noun) for noun in parse.children(verb, "dobj")):
        return True
    if cue.klass in _CLAUSAL and content and _is_free_relative(parse, verb):
        words = [t for span in content for t in parse.tokens_in(span)]
        return len(words) < _FEWEST_WORDS and not any(t.text in '"“' for t in words)
    return cue.klass == "refuse" and any(_first_verb(parse, span) in SILENT for span in content)


def _is_free_relative(parse: Parse, verb: Token) -> bool:
    """ "Brushed off what he said was dandruff": the words behind the cue are only a name for a thing."""
    subject = parse.child(verb, "nsubj")
    if subject is None or subject.i > verb.i:
        return False
    start = phrase(parse, subject).start
    first = next((t for t in parse.tokens if t.start >= start), subject)
    return first.i > 0 and parse.tokens[first.i - 1].lower == "what"


def _content(
    parse: Parse, verb: Token, cue: Cue, last: int, subject: Token, speaker: Span
) -> tuple[Span, ...]:
    content = widened(parse, content_of(parse, verb, cue, last), verb, cue, last)
    if not content and (verb.tag == "VBG" or _is_just_before(parse, subject, verb)):
        content = following_clause(parse, verb, cue, last)
    left = min(speaker.start, _cue_span(parse, verb, last).start)
    if cue.klass in _CLAUSAL and (not content or (len(content) == 1 and content[0].end <= left)):
        end = parse.subtree_span(subject).end if subject.i > verb.i else verb.end
        content = around_commas(parse, left, max(speaker.end, verb.end, end)) or content
    return without_date(parse, content, cue)


def _is_just_before(parse: Parse, subject: Token, verb: Token) -> bool:
    if subject.i > verb.i:
        return False
    end = phrase(parse, subject).end
    return sum(end <= t.start for t in parse.tokens[subject.i : verb.i]) <= 3


def _is_bare_participle(parse: Parse, verb: Token) -> bool:
    """ "The man accused of theft": a participle without auxiliary, that is, a passive."""
    has_helper = parse.child(verb, "aux", "nsubj") is not None
    return verb.tag == "VBN" and not has_helper and verb.dep in ("acl", "advcl", "relcl", "amod", "prep")


def _inverted(parse: Parse, verb: Token, cue: Cue) -> Token | None:
    """The speaker behind the verb, where the parser saw an object: "...," said Ruiz."""
    if (
        not cue.takes_quotation
        or verb.i == 0
        or parse.tokens[verb.i - 1].text not in (",", '"', "”", "’", "'")
    ):
        return None
    after = [
        t for t in parse.children(verb, "dobj", "attr", "oprd", "npadvmod", "dep", "appos") if t.i > verb.i
    ]
    return next((t for t in after if _can_follow(t, cue)), None)


def _can_follow(token: Token, cue: Cue) -> bool:
    """Whether a word behind its cue may be the speaker: "posted a tweet" has an object there, "reads the sign" has not."""
    if cue.lemma == "read":
        return token.is_noun
    return token.tag == "PRP" or (token.is_noun and is_source(token) and not is_document(token))


def _passive(parse: Parse, verb: Token, cue: Cue) -> list[Report]:
    """ "The raid was condemned by Belize": only with an agent, who is the speaker."""
    agent = parse.child(verb, "agent")
    head = parse.child(agent, "pobj") if agent is not None else None
    subject = parse.child(verb, "nsubjpass")
    if (
        head is None
        or subject is None
        or subject.tag.startswith("W")
        or "object" not in cue.patterns
        or not is_speaker(parse, head)
    ):
        return []
    spans = (phrase(parse, subject),)
    names = tuple(own_name(parse, t) for t in heads(parse, head))
    span = _cue_span(parse, verb, verb.i)
    return [Report(parse.sentence, cue, span, phrase(parse, head), names, spans, None)]


def _cue_span(parse: Parse, verb: Token, last: int) -> Span:
    """The verb with its auxiliaries, adverbs between them included; "went on to say" as a whole."""
    first = verb
    if any(t.lower == "to" for t in parse.children(verb, "aux")):
        first = parse.head(verb)
    helpers = [t for t in parse.children(first, "aux", "auxpass") if t.i < first.i]
    subject = parse.child(first, "nsubj", "nsubjpass")
    helpers = [t for t in helpers if subject is None or subject.i < t.i or subject.i > first.i]
    start = min([t.start for t in helpers], default=first.start)
    return Span(start, parse.tokens[max(last, verb.i)].end)


def _addressee(parse: Parse, verb: Token, cue: Cue, subject: Token) -> Span | None:
    """To whom: the object of telling, asking, thanking; "to X" after a verb of saying."""
    if cue.act in _TOLD:
        for child in parse.children(verb, "dobj", "dative"):
            is_near = verb.i < parse.subtree(child)[0].i <= verb.i + 2
            if is_near and child is not subject and (child.is_noun or child.tag == "PRP"):
                return phrase(parse, child)
    for child in parse.children(verb, "prep", "dative"):
        target = parse.child(child, "pobj")
        if child.lower == "to" and target is not None and cue.klass == "say" and "to" not in cue.prepositions:
            return phrase(parse, target)
    return None


def _first_verb(parse: Parse, span: Span) -> str:
    return next((t.lemma for t in parse.tokens_in(span) if t.is_verb and t.tag != "MD"), "")
