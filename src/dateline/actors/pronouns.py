"""Whom a pronoun stands for, as far as syntax, order, gender and quotation marks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from dateline.actors.antecedents import Antecedent, Finder, is_bound_apart, weigh, window
from dateline.actors.genders import Gender, Genders, gender_of_pronoun, key_of
from dateline.actors.roles import role_words
from dateline.actors.speakers import speaker_around
from dateline.model import ActorKind, Mention, Parse, Token

HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
RELATIVE = frozenset({"who", "whom", "which", "whose", "that"})
BODIES = frozenset(
    {
        ActorKind.STATE,
        ActorKind.ORGANISATION,
        ActorKind.PARTY,
        ActorKind.ARMED_GROUP,
        ActorKind.COMPANY,
        ActorKind.OUTLET,
    }
)
_BLAME_OR_PRAISE = ("for", "over", "about", "after")
_CLEAR_BY = 1.0
_OFTEN = 2
_SUBJECT_DEPS = ("nsubj", "nsubjpass")
_PLURAL_TAGS = ("NNS", "NNPS")
_WORDS_SAID = frozenset(
    "comment remark claim statement assertion belief promise pledge vow decision hope fear admission warning argument speech interview".split()
)
_OF_BEARERS = frozenset(
    "ready willing able unable prepared eager keen unwilling reluctant committed confident aware concerned determined open".split()
)
_OF_PEOPLE = frozenset(
    "say tell think believe want hope fear ask feel know refuse deny vow plan accuse warn argue insist hear see meet agree reject".split()
)
_JUDGING = frozenset(
    "criticize criticise accuse attack blast blame condemn denounce slam rebuke chide scold mock praise commend laud hail defend sue fault".split()
)
_LESSER = ("pobj", "compound", "nmod", "amod")
_MINOR = ("det", "amod", "compound", "nmod", "punct")


def actor_words() -> frozenset[str]:
    """Lower-case words that make it likely that a sentence is about somebody: pronouns, and nouns for people and bodies."""
    nouns = {words for words in role_words() if " " not in words}
    return HE | THEY | nouns | {f"{noun}s" for noun in nouns}


class Pronouns:
    """Resolves the pronouns of one page in order; parses are those of its sentences, some missing."""

    def __init__(
        self,
        parses: Mapping[int, Parse],
        mention_of: Finder,
        quoted: Callable[[int], bool],
        genders: Genders,
        often: Counter[str],
    ) -> None:
        """`often` says how many mentions of an actor the page has, by key."""
        self._parses = parses
        self._mention_of = mention_of
        self._quoted = quoted
        self._genders = genders
        self._often = often

    def resolve(self, parse: Parse, token: Token) -> Mention | None:
        """The mention that a pronoun stands for, or None where that is not clear."""
        word = token.lower
        if word in RELATIVE and token.tag.startswith("W"):
            return self._relative(parse, token)
        if word in HE:
            return self._personal(parse, token)
        if word in IT and not is_expletive(parse, token):
            return self._neuter(parse, token)
        if word in THEY:
            return self._plural(parse, token)
        return None

    def _relative(self, parse: Parse, token: Token) -> Mention | None:
        clause = next((t for t in (token, *parse.ancestors(token)) if t.dep == "relcl"), None)
        if clause is None:
            return None
        noun = parse.head(clause)
        return self._mention_of(noun) or self._described(parse, noun)

    def _described(self, parse: Parse, noun: Token) -> Mention | None:
        """ "Ruiz is a liar and a bully *who* ...", "Ruiz, the maverick *who* ...": whoever is said to be one."""
        first = noun
        while first.dep == "conj" and first.head != first.i:
            first = parse.head(first)
        bearer = parse.head(first) if first.dep == "appos" else None
        if first.dep == "attr":
            bearer = parse.child(parse.head(first), "nsubj")
        return self._mention_of(bearer) if bearer is not None else None

    def _personal(self, parse: Parse, token: Token) -> Mention | None:
        gender = gender_of_pronoun(token.lower)

        def fits(mention: Mention) -> bool:
            return mention.kind == ActorKind.PERSON and self._genders.of(mention) in (None, gender)

        close = self._close(parse, token, fits)
        if close is not None:
            return close
        found = self._best(parse, token, list(self._antecedents(parse, token, fits)))
        if found is not None and gender is not None:
            self._learn(parse, token, found, gender)
        return found

    def _neuter(self, parse: Parse, token: Token) -> Mention | None:
        def fits(mention: Mention) -> bool:
            return mention.kind in BODIES

        close = self._close(parse, token, fits)
        if close is not None:
            return close
        found = (a for a in self._antecedents(parse, token, fits) if a.is_subject or a.parse is parse)
        bodies = [a for a in found if not _is_modifier(a) and not _is_authority(a)]
        return self._best(parse, token, [*bodies, *self._things(parse, token)])

    def _plural(self, parse: Parse, token: Token) -> Mention | None:
        """A plural group; two named sides are found elsewhere."""

        def fits(mention: Mention) -> bool:
            return mention.kind in (ActorKind.GROUP, ActorKind.PARTY, *BODIES)

        close = next((w for w in self._close_words(parse, token) if w.tag in _PLURAL_TAGS), None)
        if close is not None:
            meant = self._mention_of(close)
            if meant is not None and fits(meant):
                return meant
        found = [
            a for a in self._antecedents(parse, token, fits) if a.token.tag == "NNS" or _is_plural_name(a)
        ]
        things = [] if _is_of_people(parse, token) else list(self._things(parse, token, tags=_PLURAL_TAGS))
        meant = self._best(parse, token, [*found, *things], last_of_equals=True)
        if meant is not None or found or things:
            return meant

        def is_body(mention: Mention) -> bool:
            return mention.kind in BODIES

        bodies = self._antecedents(parse, token, is_body)
        return self._best(parse, token, [a for a in bodies if a.token.dep not in _LESSER])

    def _close(self, parse: Parse, token: Token, fits: Callable[[Mention], bool]) -> Mention | None:
        """Where syntax alone decides: "thanked X for his visit", "X and his allies", "in his speech, X said"."""
        for word in self._close_words(parse, token):
            found = self._mention_of(word)
            if found is not None and fits(found):
                return found
        return None

    def _close_words(self, parse: Parse, token: Token) -> Iterator[Token]:
        if token.dep == "poss":
            thing = parse.head(token)
            if thing.dep == "conj" and parse.head(thing).i < token.i:
                yield parse.head(thing)
            yield from _praised(parse, token)
        if token.lower.endswith("self"):
            yield from _own_subject(parse, token)
        yield from _criticised(parse, token)
        yield from _subject_after(parse, token)
        yield from _owner_of_words(parse, token)

    def _antecedents(
        self, parse: Parse, pronoun: Token, fits: Callable[[Mention], bool]
    ) -> Iterator[Antecedent]:
        is_inside = self._quoted(pronoun.start)
        speaker = speaker_around(self._parses, parse, self._quoted, self._mention_of) if is_inside else None
        apart = {key_of(m) for m in map(self._mention_of, _named_after(parse, pronoun)) if m is not None}
        for distance, tree in window(self._parses, parse):
            here = reversed(tree.tokens[: pronoun.i]) if distance == 0 else tree.tokens
            for token in here:
                if self._quoted(token.start) and not is_inside:
                    continue
                mention = (
                    self._mention_of(token) if token.is_noun or token.tag in ("PRP", "PRP$", "WP") else None
                )
                if mention is None or not fits(mention):
                    continue
                if speaker is not None and key_of(mention) == key_of(speaker):
                    continue
                if distance == 0 and is_bound_apart(parse, pronoun, token):
                    apart.add(key_of(mention))
                if (key_of(mention) in apart and pronoun.dep != "poss") or (
                    distance == 0 and is_bound_apart(parse, pronoun, token)
                ):
                    continue
                yield Antecedent(mention, token, tree, weigh(parse, pronoun, distance, tree, token, mention))

    def _things(
        self, parse: Parse, pronoun: Token, tags: Sequence[str] = ("NN", "NNP")
    ) -> Iterator[Antecedent]:
        """Subjects and objects that are nobody's mention: "the deal ... it" means the deal."""
        for distance, tree in window(self._parses, parse):
            if distance > 1:
                return
            for token in tree.tokens[: pronoun.i] if distance == 0 else tree.tokens:
                if (
                    token.dep in ("nsubj", "nsubjpass", "dobj")
                    and token.tag in tags
                    and not self._mention_of(token)
                ):
                    if distance == 0 and is_bound_apart(parse, pronoun, token):
                        continue
                    thing = Mention("", 0, 0, "", ActorKind.GROUP, None, "", None, None)
                    yield Antecedent(None, token, tree, weigh(parse, pronoun, distance, tree, token, thing))

    def _best(
        self, parse: Parse, pronoun: Token, found: Sequence[Antecedent], *, last_of_equals: bool = False
    ) -> Mention | None:
        """The actor whose best place weighs most; where a second one is as good None, or the one named last."""
        best: dict[str, Antecedent] = {}
        for antecedent in found:
            held = best.get(antecedent.key)
            if held is None or antecedent.weight >= held.weight:
                best[antecedent.key] = antecedent
        ordered = sorted(best.values(), key=lambda a: (-a.weight, -a.parse.sentence.start, -a.token.start))
        if not ordered:
            return None
        if len(ordered) > 1 and not last_of_equals and ordered[0].weight - ordered[1].weight < _CLEAR_BY:
            first, second = (self._often[antecedent.key] for antecedent in ordered[:2])
            if first < _OFTEN * second and second < _OFTEN * first:
                return None
            return ordered[first < second].mention
        return ordered[0].mention

    def _learn(self, parse: Parse, pronoun: Token, found: Mention, gender: Gender) -> None:
        """A pronoun that only one person can be meant by tells that person's gender."""
        people = {
            key_of(m)
            for _, tree in window(self._parses, parse)
            for m in (self._mention_of(t) for t in tree.tokens if t.is_noun)
            if m is not None and m.kind == ActorKind.PERSON and self._genders.of(m) in (None, gender)
        }
        if people == {key_of(found)}:
            self._genders.learn(found, gender)


def _is_plural_name(antecedent: Antecedent) -> bool:
    """ "Democrats", "they"; "WikiLeaks" is one body, whatever the form of its name."""
    mention, tag = antecedent.mention, antecedent.token.tag
    is_many = mention is not None and mention.kind in (ActorKind.GROUP, ActorKind.PARTY)
    return tag.startswith("PRP") or (tag == "NNPS" and is_many)


def _is_modifier(antecedent: Antecedent) -> bool:
    """ "*U.S.* officials": what stands before a noun for others is hardly what "it" goes back to."""
    token = antecedent.token
    return token.dep in ("compound", "nmod", "amod") and antecedent.parse.head(token).tag in _PLURAL_TAGS


def _is_authority(antecedent: Antecedent) -> bool:
    """ "According to *the Post*, it ...": what is told by somebody is hardly of himself."""
    above = antecedent.parse.head(antecedent.token)
    return above.lower == "to" and antecedent.parse.head(above).lower == "according"


def _is_of_people(parse: Parse, token: Token) -> bool:
    """The subject of a verb of saying, thinking or wanting is no thing."""
    return token.dep in _SUBJECT_DEPS and parse.head(token).lemma in _OF_PEOPLE


def _named_after(parse: Parse, pronoun: Token) -> Iterator[Token]:
    """In "he called on *X*" and "he met *X*" somebody else than the subject is named."""
    if pronoun.dep not in _SUBJECT_DEPS or pronoun.tag != "PRP":
        return
    verb = parse.head(pronoun)
    phrases = [p for p in parse.children(verb, "prep", "dative", "agent") if p.i > verb.i]
    found = [
        *parse.children(verb, "dobj", "dative"),
        *(t for p in phrases for t in parse.children(p, "pobj")),
    ]
    yield from (t for t in found if t.is_proper)


def _praised(parse: Parse, token: Token) -> Iterator[Token]:
    """In "thanked X for his visit" the possessive is X."""
    preposition = next((t for t in parse.ancestors(token) if t.dep == "prep"), None)
    if preposition is not None and preposition.lower in _BLAME_OR_PRAISE:
        thing = parse.child(parse.head(preposition), "dobj")
        if thing is not None and thing.i < preposition.i:
            yield thing


def _criticised(parse: Parse, token: Token) -> Iterator[Token]:
    """In "criticised X, saying he should leave" the subject of what is said is X."""
    clause = parse.head(token)
    saying = parse.head(clause)
    if (
        token.dep not in _SUBJECT_DEPS
        or clause.dep != "ccomp"
        or saying.dep != "advcl"
        or saying.tag != "VBG"
    ):
        return
    judged = next((t for t in reversed(parse.tokens[: saying.i]) if t.is_verb), None)
    thing = parse.child(judged, "dobj") if judged is not None and judged.lemma in _JUDGING else None
    if thing is not None and judged is not None and judged.i < thing.i < saying.i:
        yield thing


def _own_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "She herself", "he hanged himself": the subject of the same clause."""
    for clause in parse.ancestors(token):
        subject = parse.child(clause, "nsubj", "nsubjpass")
        if subject is not None:
            yield subject
            return


def _owner_of_words(parse: Parse, token: Token) -> Iterator[Token]:
    """ "His comment in which *he* said", "Ruiz's claim that *she*": whose words they are says them."""
    for clause in parse.ancestors(token):
        if clause.dep in ("relcl", "acl", "ccomp") and parse.head(clause).lemma in _WORDS_SAID:
            yield from (t for t in parse.children(parse.head(clause), "poss") if t.i < token.i)
            return


def _subject_after(parse: Parse, token: Token) -> Iterator[Token]:
    """In "In his speech, X said" and "As he left, X said" the pronoun stands before the subject that it means."""
    for clause in parse.ancestors(token):
        verb = parse.head(clause)
        if clause.dep in ("prep", "advcl") and verb.is_verb and clause.i < verb.i:
            subject = parse.child(verb, "nsubj", "nsubjpass")
            if (
                subject is not None
                and subject.i > token.i
                and subject.is_noun
                and not _is_some(parse, subject)
            ):
                yield subject
            return


def _is_some(parse: Parse, noun: Token) -> bool:
    """ "If he left, *a source* said": somebody new, whom no pronoun goes before."""
    return any(t.lower in ("a", "an", "one", "some") for t in parse.children(noun, "det", "nummod"))


def is_expletive(parse: Parse, token: Token) -> bool:
    """ "It is clear that", "made it clear that": the pronoun stands for the clause."""
    head = parse.head(token)
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "poss"):
        return True
    if head.tag.startswith("JJ") or (token.dep == "dobj" and parse.child(head, "ccomp", "acomp", "oprd")):
        return True
    said = next(iter(parse.children(head, "acomp", "attr")), None)
    if said is not None and (
        said.lemma in _OF_BEARERS or (said.dep == "attr" and head.dep in ("ccomp", "relcl"))
    ):
        return False
    return head.lemma in ("be", "'s", "’s", "seem", "appear", "happen", "take") and any(
        parse.children(head, "ccomp", "xcomp", "acomp", "advcl", "attr")
    )
