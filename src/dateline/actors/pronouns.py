"""Whom a pronoun stands for, as far as syntax and order tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.model import ActorKind, Mention, Parse, Token

HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
IT = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "whom", "which", "whose", "that"})
_FEMALE_TITLES = (
    "mrs",
    "ms",
    "miss",
    "madam",
    "queen",
    "princess",
    "first lady",
    "baroness",
    "chairwoman",
    "spokeswoman",
    "actress",
)
_MALE_TITLES = (
    "mr",
    "king",
    "prince",
    "pope",
    "lord",
    "sir",
    "spokesman",
    "chairman",
    "father",
    "archbishop",
    "cardinal",
)
_BLAME_OR_PRAISE = ("for", "over", "about", "after")

Finder = Callable[[Token], Mention | None]


class Pronouns:
    """Resolves the pronouns of one page in order; parses are those of its sentences, some missing."""

    def __init__(
        self, parses: Mapping[int, Parse], mention_of: Finder, quoted: Callable[[int], bool]
    ) -> None:
        self._parses = parses
        self._mention_of = mention_of
        self._quoted = quoted

    def resolve(self, parse: Parse, token: Token) -> Mention | None:
        """The mention that a pronoun stands for, or None where that is not clear."""
        word = token.lower
        if word in RELATIVE and token.tag.startswith("W"):
            return self._relative(parse, token)
        if word in HE:
            return self._personal(parse, token)
        if word in IT and not _is_expletive(parse, token):
            return self._neuter(parse, token)
        return None

    def _relative(self, parse: Parse, token: Token) -> Mention | None:
        clause = next((t for t in (token, *parse.ancestors(token)) if t.dep == "relcl"), None)
        return self._mention_of(parse.head(clause)) if clause is not None else None

    def _personal(self, parse: Parse, token: Token) -> Mention | None:
        if token.dep == "poss":
            praised = self._praised(parse, token)
            if praised is not None:
                return praised
        return self._latest(parse, token, lambda m: m.kind == ActorKind.PERSON and _fits(token.lower, m))

    def _neuter(self, parse: Parse, token: Token) -> Mention | None:
        bodies = (
            ActorKind.STATE,
            ActorKind.ORGANISATION,
            ActorKind.PARTY,
            ActorKind.ARMED_GROUP,
            ActorKind.COMPANY,
            ActorKind.OUTLET,
        )
        return self._latest(parse, token, lambda m: m.kind in bodies, only_subjects=True)

    def _praised(self, parse: Parse, token: Token) -> Mention | None:
        """In "thanked X for his visit" the possessive is X."""
        preposition = next((t for t in parse.ancestors(token) if t.dep == "prep"), None)
        if preposition is None or preposition.lower not in _BLAME_OR_PRAISE:
            return None
        thing = parse.child(parse.head(preposition), "dobj")
        found = self._mention_of(thing) if thing is not None and thing.i < preposition.i else None
        return found if found is not None and found.kind == ActorKind.PERSON else None

    def _latest(
        self, parse: Parse, token: Token, is_fit: Callable[[Mention], bool], *, only_subjects: bool = False
    ) -> Mention | None:
        before = [t for t in parse.tokens[: token.i] if not _same_clause_subject(parse, token, t)]
        found = self._best(parse, before, is_fit, token, only_subjects)
        for back in (1, 2, 3):
            if found is not None:
                return found
            earlier = self._parses.get(parse.sentence.index - back)
            if earlier is not None and parse.sentence.paragraph - earlier.sentence.paragraph <= 2:
                found = self._best(earlier, list(earlier.tokens), is_fit, token, only_subjects)
        return found

    def _best(
        self,
        parse: Parse,
        tokens: Sequence[Token],
        is_fit: Callable[[Mention], bool],
        pronoun: Token,
        only_subjects: bool,
    ) -> Mention | None:
        """The subject nearest to the top of the sentence, else the last mention."""
        pairs = []
        for token in tokens:
            if self._quoted(token.start) and not self._quoted(pronoun.start):
                continue
            mention = self._mention_of(token) if token.is_noun or token.tag in ("PRP", "PRP$") else None
            if mention is not None and is_fit(mention):
                pairs.append((token, mention))
        subjects = [(t, m) for t, m in pairs if t.dep in ("nsubj", "nsubjpass")]
        if subjects:
            return min(subjects, key=lambda pair: (_depth(parse, pair[0]), -pair[0].i))[1]
        return pairs[-1][1] if pairs and not only_subjects else None


def _depth(parse: Parse, token: Token) -> int:
    return sum(1 for _ in parse.ancestors(token))


def _same_clause_subject(parse: Parse, pronoun: Token, other: Token) -> bool:
    """An object pronoun is not the subject of its own verb ("Ruiz thanked him")."""
    return (
        pronoun.dep in ("dobj", "iobj", "pobj")
        and other.dep == "nsubj"
        and other.head in (pronoun.head, parse.head(pronoun).head)
    )


def _fits(pronoun: str, mention: Mention) -> bool:
    title = (mention.text.lower().split(" ")[0].rstrip("."), *(mention.role or "").lower().split())
    if pronoun in ("she", "her", "hers", "herself"):
        return not any(word in _MALE_TITLES for word in title)
    return not any(word in _FEMALE_TITLES for word in title)


def _is_expletive(parse: Parse, token: Token) -> bool:
    """ "It is clear that", "made it clear that": the pronoun stands for the clause."""
    head = parse.head(token)
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "poss"):
        return True
    if head.tag.startswith("JJ") or token.dep == "dobj" and parse.child(head, "ccomp", "acomp", "oprd"):
        return True
    return head.lemma in ("be", "seem", "appear") and any(
        parse.children(head, "ccomp", "xcomp", "acomp", "advcl")
    )
