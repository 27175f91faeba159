"""Who does what a verb says, and to whom, whatever the construction."""

from __future__ import annotations

from dateline.events.coordination import first_conjunct
from dateline.events.phrases import phrases
from dateline.events.status_words import status_words
from dateline.events.voice import is_passive
from dateline.events.word_sets import word_set
from dateline.model import WEEKDAYS, Parse, Token

_DEPTH = 6
_CONJUNCTIONS = frozenset(["as", "after", "before", "since", "until"])
_NEW_CLAUSE = ("acl", "relcl", "npadvmod")
_TIMES_AND_MEANS = frozenset(["after", "before", "while", "since", "without", "when"])
_REACHING = frozenset({"call", "phone", "telephone", "text"})
"""To reach somebody in order to speak is done by one and the same: "called Malta *to urge* calm"."""
_OBJECT_PREPOSITIONS = frozenset(["of", "for", "from", "with", "into"])


def subject(parse: Parse, verb: Token, depth: int = 0) -> Token | None:
    """Who does it, as a word: the active subject, the by-agent of a passive, or the one of the governing clause."""
    if is_passive(parse, verb):
        return agent(parse, verb)
    return _surface_subject(parse, verb, depth)


def agent(parse: Parse, verb: Token) -> Token | None:
    """The word after "by" of a passive."""
    by = parse.child(verb, "agent") or next(
        (p for p in parse.children(verb, "prep") if p.lower == "by"), None
    )
    if by is not None:
        return parse.child(by, "pobj")
    return next(
        (doer for doer in (_shared_agent(parse, t) for t in parse.children(verb, "conj")) if doer), None
    )


def _shared_agent(parse: Parse, verb: Token) -> Token | None:
    """ "Was caught and *jailed* by the police": both were done by them."""
    is_alike = verb.tag in ("VBN", "VBD") and not parse.child(verb, "nsubj", "nsubjpass", "aux", "dobj")
    return agent(parse, verb) if is_alike else None


def _surface_subject(parse: Parse, verb: Token, depth: int = 0) -> Token | None:
    own = _own_subject(parse, verb)
    if own is not None:
        return own
    if parse.child(verb, "expl") is not None:
        return None
    if depth > _DEPTH or verb.head == verb.i:
        return None
    head = parse.head(verb)
    if verb.dep in ("acl", "relcl"):
        is_borne = verb.dep == "acl" and (_is_infinitive(parse, verb) or head.lemma in word_set("documents"))
        return _subject_of_infinitive(parse, head, depth) if is_borne else head
    if verb.dep in ("conj", "dep") and (head.is_verb or head.dep == "pcomp"):
        cut_off = (
            _cut_off_subject(parse, verb)
            or _behind_conjunction(parse, verb)
            or _told_subject(parse, verb, head)
        )
        if cut_off is not None:
            return cut_off
        return _surface_subject(parse, first_conjunct(parse, verb), depth + 1)
    if verb.dep in ("xcomp", "ccomp", "advcl") and head.is_verb:
        return _subject_under_verb(parse, verb, head, depth)
    if verb.dep in ("xcomp", "advcl", "ccomp") and head.tag.startswith(("JJ", "RB")):
        if _is_suffering(parse, verb):
            return None
        return _surface_subject(parse, parse.head(head), depth + 1) if head.head != head.i else None
    if verb.dep == "xcomp" and head.is_noun:
        return _subject_of_infinitive(parse, head, depth)
    if verb.dep == "pcomp" and head.dep == "prep":
        return _subject_of_gerund(parse, head, depth)
    return None


def _subject_under_verb(parse: Parse, verb: Token, head: Token, depth: int) -> Token | None:
    """Who does what stands in a clause below another verb."""
    seen = _pictured(parse, verb, head)
    if seen is not None:
        return seen
    if verb.dep == "advcl":
        plan = planned_in(parse, verb)
        if plan is not None:
            return _subject_of_infinitive(parse, plan, depth)
        stranded = _stranded_subject(parse, verb) or _sent(parse, verb, head)
        return stranded or _surface_subject(parse, head, depth + 1)
    if head.lemma in _REACHING and verb.lemma in word_set("said"):
        return _surface_subject(parse, head, depth + 1)
    return None if _is_anybodys(verb, head) else _controller(parse, head, depth)


def _own_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that hangs on the verb; of two with a clause or a colon between them the nearer one: "with Ruiz, who left, *Brandt* met",
    "Report: *Brandt* met"."""
    found = parse.children(verb, "nsubj", "nsubjpass", "csubj")
    before = [t for t in found if t.i < verb.i]
    if len(before) < 2:
        return found[0] if found else None
    first, last = before[0], before[-1]
    between = parse.tokens[first.i + 1 : parse.subtree(last)[0].i]
    is_alike = last.dep == first.dep and last.is_proper
    is_cut = is_alike and any(t.dep in _NEW_CLAUSE for t in between)
    is_cut = is_cut or any(t.text == ":" for t in between)
    return last if is_cut else first


def _stranded_subject(parse: Parse, verb: Token) -> Token | None:
    """A finite clause has a subject of its own; the parse may have hung it on the conjunction: "*as Ruiz*, the mayor, left"."""
    if verb.tag not in ("VBD", "VBZ", "VBP") and not any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in parse.children(verb, "aux")
    ):
        return None
    bare = _bare_subject(parse, verb)
    if bare is not None:
        return bare
    before = [
        t for t in parse.children(parse.head(verb), "prep") if t.i < verb.i and t.lower in _CONJUNCTIONS
    ]
    return parse.child(before[-1], "pobj") if before else None


def _pictured(parse: Parse, verb: Token, head: Token) -> Token | None:
    """ "Described *Ruiz* asking him to leave"."""
    seen = parse.child(head, "dobj") if head.lemma in word_set("picturing") and verb.tag == "VBG" else None
    return seen if seen is not None and seen.i == parse.subtree(verb)[0].i - 1 else None


def planned_in(parse: Parse, verb: Token) -> Token | None:
    """The noun right before an infinitive that the parse hangs on the verb: "scolded Ruiz's *calls* to ban it"."""
    noun = parse.child(parse.head(verb), "dobj")
    if verb.dep != "advcl" or noun is None or not _is_infinitive(parse, verb):
        return None
    is_plan = (noun.lemma, "n") in status_words() and bool(parse.children(noun, "poss"))
    return noun if is_plan and parse.subtree(noun)[-1].i == parse.subtree(verb)[0].i - 1 else None


def _sent(parse: Parse, verb: Token, head: Token) -> Token | None:
    """ "Dispatched *Ruiz* to meet them": who is named right before the infinitive does it."""
    sent = parse.child(head, "dobj") if head.lemma in word_set("controls_object") - _REACHING else None
    if sent is None or not sent.is_proper or not _is_infinitive(parse, verb):
        return None
    return sent if parse.subtree(sent)[-1].i == parse.subtree(verb)[0].i - 1 else None


def _bare_subject(parse: Parse, verb: Token) -> Token | None:
    """The name right before a clause that has no relative word: "the minister *Iceland* has accused"."""
    left = parse.subtree(verb)[0].i
    before = parse.tokens[left - 1] if left else None
    return before if before is not None and before.dep == "appos" and before.is_proper else None


def _cut_off_subject(parse: Parse, verb: Token) -> Token | None:
    """A finite clause behind "and" has a subject of its own; the parse may have hung it on a word before: "he gave no details, and *the
    mayor* for months had refused"."""
    first = min((t.i for t in parse.children(verb, "aux")), default=verb.i)
    if verb.tag != "VBD" and (first == verb.i or parse.tokens[first].tag not in ("VBD", "VBZ", "VBP", "MD")):
        return None
    for i in range(first - 1, 1, -1):
        word = parse.tokens[i]
        if word.is_verb or word.text == "," or word.tag in ("WP", "WDT"):
            return None
        if word.dep == "cc":
            between = parse.tokens[i + 1 : first]
            noun = next((t for t in between if t.is_noun and t.dep not in ("compound", "nmod", "poss")), None)
            is_stray = noun is not None and noun.dep in ("dobj", "npadvmod", "conj") and noun.head < i
            return noun if is_stray and between[0].dep != "prep" else None
    return None


def _behind_conjunction(parse: Parse, verb: Token) -> Token | None:
    """ "She has to watch *as the premier*, Leo Brandt, has left": the parse takes the conjunction for a preposition."""
    first = min((t.i for t in parse.children(verb, "aux")), default=verb.i)
    if parse.tokens[first].tag not in ("VBD", "VBZ", "VBP", "MD") or any(
        t.dep == "cc" for t in parse.children(parse.head(verb)) if t.i < verb.i
    ):
        return None
    stray = [t for t in parse.tokens[parse.head(verb).i : first] if t.dep == "prep" and t.lower == "as"]
    noun = parse.child(stray[-1], "pobj") if stray else None
    last = parse.subtree(noun)[-1].i if noun is not None else 0
    is_right_before = all(t.text == "," for t in parse.tokens[last + 1 : first])
    return noun if noun is not None and last < first and is_right_before else None


def _told_subject(parse: Parse, verb: Token, head: Token) -> Token | None:
    """ "He confirmed that *Brandt* called him and told him to wait": with the same pronoun it goes on with what he confirmed."""
    thing = parse.child(verb, "dobj")
    if thing is None or thing.tag != "PRP":
        return None
    for clause in parse.children(head, "ccomp"):
        own = parse.child(clause, "dobj")
        if clause.i < verb.i and clause.tag == verb.tag and own is not None and own.lower == thing.lower:
            return parse.child(clause, "nsubj")
    return None


def _is_infinitive(parse: Parse, verb: Token) -> bool:
    return any(t.lower == "to" for t in parse.children(verb, "aux"))


def _subject_of_infinitive(parse: Parse, noun: Token, depth: int) -> Token | None:
    """ "Ruiz has plans to visit": who has them; "Ruiz's plan to visit": whose it is."""
    owners = (*parse.children(noun, "poss"), *phrases(parse, noun, "by"), *phrases(parse, noun, "of"))
    owner = next(iter(owners), None)
    if owner is not None and (noun.dep not in ("dobj", "pobj") or not owner.tag.startswith("PRP")):
        return owner
    verb = parse.head(noun)
    if noun.dep == "dobj" and verb.lemma in word_set("granting"):
        given = parse.child(verb, "dative", "iobj") or parse.child(verb, "nsubjpass")
        if given is not None and given.is_noun:
            return given
    if noun.dep == "dobj" and verb.lemma in word_set("judging"):
        return None
    if noun.dep in ("dobj", "attr", "pobj") and verb.is_verb:
        return _surface_subject(parse, verb, depth + 1)
    return None


def _is_anybodys(verb: Token, head: Token) -> bool:
    """ "Discussed *leaving*": it may be anybody who leaves."""
    return verb.tag == "VBG" and head.lemma in word_set("talked_of")


def _controller(parse: Parse, head: Token, depth: int) -> Token | None:
    """ "Told X to leave": X leaves. "Agreed to leave": the one who agreed."""
    thing = direct_object(parse, head)
    if thing is not None and head.lemma in word_set("controls_object"):
        return thing
    calls = {**dict.fromkeys(word_set("calls_on"), "on"), **dict.fromkeys(word_set("calls_to"), "to")}
    addressed = phrases(parse, head, calls[head.lemma]) if head.lemma in calls else []
    whom = next((t for t in addressed if t.lemma not in WEEKDAYS), None)
    return whom if whom is not None else _surface_subject(parse, head, depth + 1)


def _subject_of_gerund(parse: Parse, preposition: Token, depth: int) -> Token | None:
    head = parse.head(preposition)
    if head.is_noun and preposition.lower == "of" and parse.head(head).lemma in word_set("charging"):
        return head
    if head.is_noun:
        return parse.child(head, "poss") or _subject_of_infinitive(parse, head, depth)
    if head.dep == "acl" and preposition.lower in _TIMES_AND_MEANS and depth <= _DEPTH:
        above = next((t for t in parse.ancestors(head) if t.is_verb), None)
        return subject(parse, above, depth + 1) if above is not None else None
    if head.lemma == "open" and head.dep == "acomp":
        return _surface_subject(parse, parse.head(head), depth + 1)
    if not head.is_verb:
        return None
    thing = direct_object(parse, head)
    if thing is not None and preposition.lower in _OBJECT_PREPOSITIONS:
        return thing
    if thing is not None and preposition.lower == "by" and _is_charged(parse, head, preposition):
        return thing
    if thing is not None and preposition.lower == "as" and head.lemma in word_set("taking_for"):
        return thing
    return _surface_subject(parse, head, depth + 1)


def _is_charged(parse: Parse, verb: Token, by: Token) -> bool:
    """ "Accused *Malta* of wrecking the talks *by arming* rebels": the means are of who is charged."""
    deeds = [p for p in parse.children(verb, "prep") if p.lower == "of" and p.i < by.i]
    return verb.lemma in word_set("charging") and any(parse.children(p, "pcomp") for p in deeds)


def _is_suffering(parse: Parse, verb: Token) -> bool:
    """ "*They* are hard to deport": it would be done to them."""
    is_open = parse.child(verb, "dobj", "ccomp", "xcomp") is None and not is_passive(parse, verb)
    return is_open and parse.head(verb).lemma in word_set("uneasy") and _is_infinitive(parse, verb)


def direct_object(parse: Parse, verb: Token) -> Token | None:
    """Whom or what it is done to: the object, or the subject of a passive."""
    if _is_suffering(parse, verb):
        above = parse.head(parse.head(verb))
        return _surface_subject(parse, above) if above.is_verb else None
    if is_passive(parse, verb):
        own = parse.child(verb, "nsubjpass")
        if own is not None:
            return own
        if verb.dep == "acl":
            return parse.head(verb)
        return _surface_subject(parse, verb)
    own = parse.child(verb, "dobj")
    if own is None and verb.dep == "advcl" and parse.child(verb, "nsubj") is None:
        bare = _bare_subject(parse, verb)
        own = parse.head(bare) if bare is not None else None
    if own is None and verb.dep == "relcl":
        return _relative_object(parse, verb)
    if own is None and verb.dep == "conj" and parse.head(verb).is_verb and parse.head(verb).i < verb.i:
        return None
    return own


def _relative_object(parse: Parse, verb: Token) -> Token | None:
    """Without a relative word the noun before it: "the senator *she has accused* of lying"."""
    doer, noun = parse.child(verb, "nsubj"), parse.head(verb)
    if doer is None or doer.tag.startswith("W") or noun.lemma in word_set("time") | word_set("circumstances"):
        return None
    is_stranded = any(not parse.children(prep) for prep in parse.children(verb, "prep"))
    has_other = is_stranded or bool(parse.children(verb, "ccomp", "xcomp"))
    between = parse.tokens[noun.i + 1 : doer.i]
    return None if has_other or any(t.tag.startswith("W") for t in between) else noun


def shared_object(parse: Parse, verb: Token) -> Token | None:
    """The object that coordinated verbs share ("condemned and expelled the envoy"): it hangs on the last one."""
    for other in parse.children(verb, "conj"):
        if other.is_verb and not parse.child(other, "nsubj", "nsubjpass"):
            found = direct_object(parse, other) or shared_object(parse, other)
            if found is not None:
                return found
    return None


def marked_subject(parse: Parse, token: Token) -> Token | None:
    """Who is to do what is called for: "called for *Malta* to withdraw"."""
    for clause in parse.children(token, "advcl", "ccomp", "xcomp", "acl"):
        doer = parse.child(clause, "nsubj", "nsubjpass")
        if doer is None or not _is_infinitive(parse, clause):
            continue
        before = parse.tokens[max(0, parse.subtree(doer)[0].i - 1)]
        is_stranded = before.lower == "for" and before.head == token.i and not parse.children(before)
        if is_stranded or any(t.lower == "for" for t in parse.children(clause, "mark")):
            return doer
    for thing in phrases(parse, token, "for"):
        after = parse.tokens[parse.subtree(thing)[-1].i + 1 :][:2]
        if [t.tag for t in after] == ["TO", "VB"]:
            return thing
    return None


def told_to(parse: Parse, token: Token) -> Token | None:
    """Who is to do what is demanded: "demanded that *Malta* withdraw"."""
    clauses = [c for c in parse.children(token, "ccomp", "acl") if c.tag in ("VB", "VBP")]
    clauses = [c for c in clauses if any(t.lower == "that" for t in parse.children(c, "mark"))]
    return parse.child(clauses[0], "nsubj") if clauses and not parse.children(clauses[0], "aux") else None
