"""Whom a pronoun stands for, as far as syntax, order, gender and quotation marks tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from dateline.actors.antecedents import Antecedent, Finder, is_bound_apart, weigh, window
from dateline.actors.genders import Gender, Genders, gender_of_pronoun, key_of
from dateline.actors.pronoun_syntax import (
    PLURAL_TAGS,
    is_asked_of_other,
    is_authority,
    is_expletive,
    is_modifier,
    is_of_people,
    named_after,
    words_meant,
)
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
_CLEAR_BY = 1.0
_OFTEN = 2
_LESSER = ("pobj", "compound", "nmod", "amod")
_PRONOUNS = ("PRP", "PRP$", "WP")


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
        bodies = [
            a for a in found if not is_modifier(a.parse, a.token) and not is_authority(a.parse, a.token)
        ]
        return self._best(parse, token, [*bodies, *self._things(parse, token)])

    def _plural(self, parse: Parse, token: Token) -> Mention | None:
        """A plural group; two named sides are found elsewhere."""

        def fits(mention: Mention) -> bool:
            return mention.kind in (ActorKind.GROUP, ActorKind.PARTY, *BODIES)

        close = next((w for w in words_meant(parse, token) if w.tag in PLURAL_TAGS), None)
        if close is not None:
            meant = self._mention_of(close)
            if meant is not None and fits(meant):
                return meant
        found = [
            a for a in self._antecedents(parse, token, fits) if a.token.tag == "NNS" or _is_plural_name(a)
        ]
        things = [] if is_of_people(parse, token) else list(self._things(parse, token, tags=PLURAL_TAGS))
        meant = self._best(parse, token, [*found, *things], last_of_equals=True)
        if meant is not None or found or things:
            return meant

        def is_body(mention: Mention) -> bool:
            return mention.kind in BODIES

        bodies = self._antecedents(parse, token, is_body)
        return self._best(parse, token, [a for a in bodies if a.token.dep not in _LESSER])

    def _close(self, parse: Parse, token: Token, fits: Callable[[Mention], bool]) -> Mention | None:
        """Where syntax alone decides: "thanked X for his visit", "X and his allies", "in his speech, X said"."""
        for word in words_meant(parse, token):
            found = self._mention_of(word)
            if found is not None and fits(found):
                return found
        return None

    def _antecedents(
        self, parse: Parse, pronoun: Token, fits: Callable[[Mention], bool]
    ) -> Iterator[Antecedent]:
        is_inside = self._quoted(pronoun.start)
        speaker = speaker_around(self._parses, parse, self._quoted, self._mention_of) if is_inside else None
        apart = {key_of(m) for m in map(self._mention_of, named_after(parse, pronoun)) if m is not None}
        others: set[str] = set()
        for distance, tree in window(self._parses, parse):
            here = reversed(tree.tokens[: pronoun.i]) if distance == 0 else tree.tokens
            for token in here:
                if not (token.is_noun or token.tag in _PRONOUNS) or (
                    not is_inside and self._quoted(token.start)
                ):
                    continue
                mention = self._mention_of(token)
                if mention is None or not fits(mention):
                    continue
                if speaker is not None and key_of(mention) == key_of(speaker):
                    continue
                if distance == 0 and is_asked_of_other(parse, pronoun, token):
                    others.add(key_of(mention))
                is_apart = distance == 0 and is_bound_apart(parse, pronoun, token)
                if is_apart:
                    apart.add(key_of(mention))
                if is_apart or key_of(mention) in others | (set() if pronoun.dep == "poss" else apart):
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
