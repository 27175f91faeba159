"""Whose words: the noun phrase that a cue has for its speaker (codebook section 4, rule 5)."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from dateline.model import MONTHS, WEEKDAYS, Parse, Span, Token

SUBJECTS = ("nsubj", "nsubjpass")
_CLIMBED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acl"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "few"})
_SELF = frozenset({"i", "we", "you", "me", "us", "him", "them"})
_EMPTY = frozenset({"it", "there", "what", "this", "that", "these", "those", "one"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MAX_CLIMB = 5
_USUAL = frozenset("common usual typical customary normal routine fashionable".split())
_ISSUED = frozenset(
    "statement letter tweet post memo email release message readout communique note filing".split()
)
DAYS = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "earlier", "later", "last"))
_SAYING = frozenset(
    "say tell add note argue claim insist write state stress explain warn suggest reply testify".split()
)
_ABSTRACT = re.compile(r"(?:tion|ment|ness|ity|ing|ism|ance|ence|ship|move|visit|trip|policy|policie|law)s?$")
_AGENT = re.compile(
    r"(?:ers?|ors?|ists?|ians?|[mM][ae]n|wom[ae]n|ants?|(?<!m)ents?|officials?|ees?|ects?|people|team)$"
)


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The word that does what the verb says: its own subject, else that of the clause it hangs on."""
    token = _host(parse, verb)
    usual = is_usual_for(parse, verb)
    if usual is not None:
        return usual
    for _ in range(_MAX_CLIMB):
        subject = parse.child(token, *SUBJECTS)
        if subject is not None and token is not verb and _is_beside(parse, token, subject, verb):
            token = parse.head(parse.head(token))
            continue
        if subject is not None and (token is verb or token.is_verb):
            return antecedent(parse, subject, token)
        if token.dep == "acl" and token.tag == "VBG":
            return _author(parse, parse.head(token))
        if token.dep == "relcl":
            return None
        if token.dep not in _CLIMBED or token.head == token.i:
            return None
        token = parse.head(token)
    return None


def is_usual_for(parse: Parse, verb: Token) -> Token | None:
    """ "It is common for *pundits* to call her names": who does what is usual."""
    head = parse.head(verb)
    quality = parse.child(head, "acomp") if head.lemma == "be" else head
    if quality is None or quality.lower not in _USUAL or verb.i < quality.i:
        return None
    own = parse.child(verb, "nsubj")
    if own is not None:
        return own
    link = parse.child(quality, "prep")
    return parse.child(link, "pobj") if link is not None and link.lower == "for" else None


def _is_beside(parse: Parse, token: Token, subject: Token, verb: Token) -> bool:
    """ "Ruiz made remarks that drew fire, saying ...": the relative clause only stands between."""
    if (
        verb.tag != "VBG"
        or verb.lemma not in _SAYING
        or token.dep != "relcl"
        or not subject.tag.startswith("W")
    ):
        return False
    named = parse.head(token)
    return not is_source(named) and parse.head(named).is_verb


def _host(parse: Parse, verb: Token) -> Token:
    """Where to look for the subject of a cue that has none: "said the plan failed, adding ..." adds what was said."""
    if parse.child(verb, *SUBJECTS) is not None or verb.dep not in ("conj", "advcl"):
        return verb
    for outer in parse.ancestors(verb):
        clause = parse.child(outer, "ccomp")
        if (
            clause is None
            or not outer.is_verb
            or outer.lemma not in _SAYING
            or verb not in parse.subtree(clause)
            or _is_list(parse, outer, clause)
        ):
            continue
        if clause.i > outer.i and (verb.tag == outer.tag or verb.tag == "VBG"):
            return outer
    return verb


def _is_list(parse: Parse, verb: Token, clause: Token) -> bool:
    """ "Wednesday added a surprise to the list: Ruiz, ..., naming her heir": what stands behind the colon is not said by the verb."""
    first = parse.subtree(clause)[0]
    return parse.child(verb, "dobj") is not None and first.i > 0 and parse.tokens[first.i - 1].text == ":"


def _author(parse: Parse, noun: Token) -> Token:
    """ "Issued a statement saying ...": who issued it; "a statement saying ... hung there": the statement."""
    verb = parse.head(noun)
    if noun.dep == "pobj" and verb.dep in ("prep", "dative"):
        verb = parse.head(verb)
    if noun.dep not in ("dobj", "pobj") or not verb.is_verb:
        return noun
    return parse.child(verb, "nsubj") or (subject_of(parse, verb) if verb.dep in _CLIMBED else None) or noun


def antecedent(parse: Parse, subject: Token, verb: Token) -> Token | None:
    """What a relative pronoun stands for; any other word stands for itself."""
    if subject.lower not in _RELATIVE or not subject.tag.startswith("W"):
        return subject
    clause = verb
    while clause.dep == "conj":
        clause = parse.head(clause)
    if clause.dep not in ("relcl", "acl"):
        return None
    named = parse.head(clause)
    link = parse.head(named)
    if subject.lower == "who" and named.dep == "pobj" and link.lower in ("in", "at", "on", "from"):
        return parse.head(link) if parse.head(link).is_noun else named
    return named


def is_speaker(parse: Parse, token: Token) -> bool:
    """False for nobody, for the author and the reader, and for words that name no one."""
    if token.lower in _NOBODY or token.lower in _SELF:
        return False
    if token.tag in ("EX", "WP", "WDT") or (token.lower in _EMPTY and token.lower != "it"):
        return False
    determiner = parse.child(token, "det")
    return determiner is None or determiner.lower not in ("no", "neither")


@cache
def source_nouns() -> frozenset[str]:
    """Nouns for people, bodies and documents that can say, find or suggest something."""
    return frozenset(word for word, _ in _sources())


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for what is written or published: "statement", "letter", "poll"."""
    return frozenset(word for word, kind in _sources() if kind == "document")


@cache
def _sources() -> tuple[tuple[str, str], ...]:
    table = resources.files("dateline.statements") / "data" / "sources.csv"
    rows = (line.split(",") for line in table.read_text("utf-8").splitlines()[1:])
    return tuple((row[0], row[1]) for row in rows)


def is_document(token: Token) -> bool:
    """Whether a word stands for something written."""
    return not token.is_proper and token.lemma in document_nouns()


def is_source_noun(word: str) -> bool:
    """Whether a lower-case word, in the singular or plural, stands for someone, or something written."""
    return word in source_nouns() or (word.endswith("s") and word[:-1] in source_nouns())


def is_agent_noun(word: str) -> bool:
    """Whether a lower-case word is built like one for people who do something: "ministers", "officials"."""
    return bool(_AGENT.search(word))


def is_source(token: Token) -> bool:
    """Whether a word stands for someone, or something written, rather than for a happening or an act."""
    if token.is_proper or token.lower in ("he", "she", "they", "who"):
        return True
    return token.lemma in source_nouns() or bool(_AGENT.search(token.lower))


def is_abstract(token: Token) -> bool:
    """ "His actions", "the decision": nouns that have no belief or wish of their own."""
    return (
        token.is_noun and not token.is_proper and bool(_ABSTRACT.search(token.lower)) and not is_source(token)
    )


def spoken_by(parse: Parse, subject: Token, verb: Token) -> Span:
    """The words that stand for the speaker: "who" in "who said", else the whole noun phrase."""
    own = parse.child(verb, *SUBJECTS)
    if own is not None and own is not subject and own.tag.startswith("W"):
        return own.span
    return phrase(parse, subject, without=verb)


_ISSUING = frozenset("issue release publish send post circulate".split())


def issuer(parse: Parse, document: Token) -> Token:
    """ "A statement by the ministry said", "the ministry issued a statement that said": whose words a document gives; else the word itself."""
    if not is_document(document) or document.lemma not in _ISSUED:
        return document
    for link in parse.children(document, "prep", "agent"):
        body = parse.child(link, "pobj")
        if link.lower in ("by", "from") and body is not None and is_source(body) and not is_document(body):
            return body
    verb = parse.head(document)
    maker = parse.child(verb, "nsubj") if verb.lemma in _ISSUING and document.dep == "dobj" else None
    return maker if maker is not None and is_source(maker) else document


def partners(parse: Parse, verb: Token) -> list[Token]:
    """ "Ruiz, with whom she declared a pact": who says it together with the subject."""
    links = [t for t in parse.children(verb, "prep") if t.lower == "with"]
    if verb.dep != "relcl" or not any(
        p.lower in ("whom", "which") for t in links for p in parse.children(t, "pobj")
    ):
        return []
    return [parse.head(verb)]


def own_name(parse: Parse, head: Token, without: Token | None = None) -> Span:
    """One of several joined speakers, by itself."""
    cut = min((t.start for t in parse.children(head, "cc", "conj") if t.i > head.i), default=None)
    whole = phrase(parse, head, without=without)
    if cut is None or cut <= head.start:
        return whole
    return Span(whole.start, max(t.end for t in parse.tokens_in((whole.start, cut)) if t.dep != "punct"))


def phrase(parse: Parse, head: Token, *, without: Token | None = None) -> Span:
    """The whole noun phrase with titles and appositions, without relative clauses set off by a comma.

    `without` is a cue whose clause is no part of it: "a letter saying ...".
    """
    tokens = parse.subtree(head)
    dropped: set[int] = set()
    if without is not None and any(t.i == without.i for t in tokens) and without.i > head.i:
        cut = max(parse.subtree(without)[0].i, head.i + 1)
        dropped |= {t.i for t in tokens if t.i >= cut}
    for child in parse.children(head, "relcl", "acl", "advcl", "parataxis", "ccomp"):
        first = parse.subtree(child)[0]
        if child.dep in ("relcl", "advcl", "parataxis", "ccomp") and _after_comma(parse, first):
            dropped |= {t.i for t in tokens if t.i >= first.i}
    for child in parse.children(head, "prep", "npadvmod"):
        day = child if child.dep == "npadvmod" else parse.child(child, "pobj")
        if day is not None and day.lower in DAYS:
            dropped |= {t.i for t in parse.subtree(child)}
    kept = [t for t in tokens if t.i not in dropped]
    kept = _contiguous(kept, head)
    while len(kept) > 1 and kept[-1].dep in ("punct", "cc", "prep") and kept[-1].text != ")":
        kept.pop()
    while kept and kept[0].dep in ("punct", "cc"):
        kept.pop(0)
    return Span(kept[0].start, kept[-1].end) if kept else head.span


def heads(parse: Parse, head: Token) -> list[Token]:
    """The head and what is joined to it by "and": who speaks together."""
    found, waiting = [], [head]
    while waiting:
        token = waiting.pop(0)
        found.append(token)
        waiting.extend(t for t in parse.children(token, "conj") if t.is_noun or t.tag == "PRP")
    return found


def _after_comma(parse: Parse, token: Token) -> bool:
    return token.i > 0 and parse.tokens[token.i - 1].text in (",", "–", "—", "-", "--")


def _contiguous(tokens: list[Token], head: Token) -> list[Token]:
    """The unbroken run of words around the head."""
    by_index = {t.i: t for t in tokens}
    if head.i not in by_index:
        return [head]
    first = last = head.i
    while first - 1 in by_index:
        first -= 1
    while last + 1 in by_index:
        last += 1
    return [by_index[i] for i in range(first, last + 1)]
