"""From names, descriptions and pronouns to the mentions of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.actors.descriptions import Description, find_descriptions
from dateline.actors.groups import find_groups
from dateline.actors.names import FoundName
from dateline.actors.page_mentions import PageMentions
from dateline.actors.pronouns import HE, IT, RELATIVE, Pronouns
from dateline.actors.roles import RoleWord
from dateline.actors.states import states_of
from dateline.knowledge import Knowledge, NameForm
from dateline.model import ActorKind, Mention, Parse, Span, Token

_LEADER_OFFICES = ("head_of_state", "head_of_government", "party_leader")
_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "inside",
        "around",
        "across",
        "through",
        "into",
        "via",
        "toward",
        "towards",
        "within",
    ]
)
_VAGUE_BODIES = frozenset("state country nation office mission house".split())
_STATE_FORMS = (NameForm.CAPITAL, NameForm.METONYM)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the code that a participant made of it has."""

    mention: Mention
    code: str | None


class Resolver:
    """Resolves the mentions of one page at the page's date."""

    def __init__(self, knowledge: Knowledge, at: str | None) -> None:
        self._knowledge = knowledge
        self._states = states_of(knowledge)
        self._at = at

    def resolve(
        self,
        text: str,
        names: Sequence[FoundName],
        parses: Mapping[int, Parse],
        quoted: Callable[[int], bool],
    ) -> PageMentions:
        """All mentions: names first, then what describes someone, then pronouns.

        Args:
            quoted: whether an offset lies inside quotation marks.
        """
        found: dict[tuple[int, int], Resolved] = {}
        by_sentence = {p.sentence.start: p for p in parses.values()}
        starts = sorted(by_sentence)
        for name in names:
            parse = _parse_at(by_sentence, starts, name.start)
            resolved = self._named(text, name, parse, names)
            if resolved is not None:
                found[resolved.mention.start, resolved.mention.end] = resolved
        for parse in (parses[i] for i in sorted(parses)):
            for description in find_descriptions(parse):
                resolved = self._described(text, parse, description, found)
                if resolved is not None:
                    found.setdefault((resolved.mention.start, resolved.mention.end), resolved)
        self._add_pronouns(parses, found, quoted)
        page = _page(found, parses)
        groups = find_groups(parses, page.mentions, page.of_token)
        return PageMentions(
            page.mentions, {key: r.code for key, r in found.items() if r.code}, parses, groups
        )

    # names

    def _named(
        self, text: str, name: FoundName, parse: Parse | None, names: Sequence[FoundName]
    ) -> Resolved | None:
        if name.candidate is None:
            return self._unknown(text, name, parse, names)
        candidate = name.candidate
        kind, shown = name.kind, name.name
        if name.form in (NameForm.CAPITAL, NameForm.CITY) and _is_scene(name, parse):
            kind, shown = ActorKind.PLACE, text[name.start : name.end]
        elif name.form == NameForm.DEMONYM:
            kind = ActorKind.GROUP
        code = candidate.code
        if kind == ActorKind.STATE and name.form in _STATE_FORMS and code == candidate.state:
            code = f"{code}GOV"
        start = _with_state_before(text, name, names, parse) if kind == ActorKind.PERSON else name.start
        mention = Mention(
            "",
            start,
            name.end,
            text[start : name.end],
            kind,
            candidate.actor,
            shown,
            candidate.role,
            candidate.state,
        )
        return Resolved(mention, code if kind != ActorKind.PLACE else None)

    def _unknown(
        self, text: str, name: FoundName, parse: Parse | None, names: Sequence[FoundName]
    ) -> Resolved | None:
        if parse is not None and not any(t.is_proper for t in parse.tokens_in(name.span)):
            return None
        start = name.start
        state, role = None, name.title.words if name.title else None
        if name.kind == ActorKind.PERSON:
            start = _with_state_before(text, name, names, parse)
            state = self._state_of_person(name, start, parse, names)
        elif name.kind in (ActorKind.ORGANISATION, ActorKind.PARTY):
            state = _state_right_before(text, name, names)
        code = _code(state, name.title) if name.kind == ActorKind.PERSON else state
        actor = None if name.kind == ActorKind.PLACE else local_id(name.name)
        mention = Mention(
            "", start, name.end, text[start : name.end], name.kind, actor, name.name, role, state
        )
        return Resolved(mention, code)

    def _state_of_person(
        self, name: FoundName, start: int, parse: Parse | None, names: Sequence[FoundName]
    ) -> str | None:
        """From words before ("Kazakhstan's deputy minister X") or an apposition after ("X, Kazakhstan's deputy minister")."""
        before = [n for n in names if start <= n.start < n.end <= name.name_start and n.candidate]
        if before:
            return before[-1].candidate.state if before[-1].candidate else None
        if parse is None:
            return None
        token = parse.token_at(name.end - 1)
        if token is None:
            return None
        near = [*parse.children(token, "appos"), *([parse.head(token)] if token.dep == "appos" else [])]
        for apposition in near:
            span = parse.subtree_span(apposition)
            inside = [
                n
                for n in names
                if span.start <= n.start < min(span.end, apposition.end)
                and n.candidate
                and n.start != name.start
            ]
            if inside and not apposition.is_proper and inside[-1].candidate:
                return inside[-1].candidate.state
        return None

    # descriptions

    def _described(
        self, text: str, parse: Parse, description: Description, found: Mapping[tuple[int, int], Resolved]
    ) -> Resolved | None:
        head = description.head
        if any(s <= head.start < e for s, e in found):
            return None
        owner = next(
            (r for o in description.owners for r in found.values() if r.mention.start <= o < r.mention.end),
            None,
        )
        if owner is None:
            owner = next(
                (r for o in description.owners if (r := _pronoun_owner(parse, o, found)) is not None), None
            )
        state = owner.mention.state if owner else None
        span, role = description.span, description.role
        words = text[span.start : span.end]
        if role.scope == "title" and not description.plural:
            holder = self._holder(words, span, role, state, description.definite, found)
            return holder or _unnamed(ActorKind.PERSON, words, span, role, None)
        if state and role.scope in ("body", "property") and role.words not in _VAGUE_BODIES:
            return self._body(words, span, role, state)
        if role.scope == "property":
            return None
        is_owned = owner is not None and owner.mention.kind not in (ActorKind.PERSON, ActorKind.PLACE)
        return _unnamed(
            ActorKind.GROUP, words, span, role, state if is_owned or role.scope == "people" else None
        )

    def _body(self, words: str, span: Span, role: RoleWord, state: str) -> Resolved | None:
        """An organ stands for its state (codebook section 3, rule 4)."""
        entity = self._states.get(state)
        if entity is None:
            return None
        mention = Mention(
            "", span.start, span.end, words, ActorKind.STATE, entity.id, entity.name, role.words, state
        )
        return Resolved(mention, _code(state, role))

    def _holder(
        self,
        words: str,
        span: Span,
        role: RoleWord,
        state: str | None,
        definite: bool,
        found: Mapping[tuple[int, int], Resolved],
    ) -> Resolved | None:
        before = [
            r for r in found.values() if r.mention.kind == ActorKind.PERSON and r.mention.start < span.start
        ]
        before.sort(key=lambda r: -r.mention.start)
        for earlier in before:
            if self._has_role(earlier.mention, role, state) and (state or definite):
                m = earlier.mention
                return Resolved(
                    Mention("", span.start, span.end, words, m.kind, m.actor, m.name, m.role, m.state),
                    earlier.code,
                )
        if state is None:
            return None
        for office in _LEADER_OFFICES[:2] if role.office == "leader" else (role.office,):
            holder = self._knowledge.holder(state, office, self._at) if office else None
            if holder is not None:
                held = next(
                    (c for c in self._knowledge.lookup(holder.name, at=self._at) if c.actor == holder.id),
                    None,
                )
                mention = Mention(
                    "",
                    span.start,
                    span.end,
                    words,
                    ActorKind.PERSON,
                    holder.id,
                    holder.name,
                    held.role if held else None,
                    state,
                )
                return Resolved(mention, held.code if held else _code(state, role))
        entity = self._states.get(state)
        name = f"{role.words} of {entity.name}" if entity else " ".join(words.split())
        return Resolved(
            Mention(
                "", span.start, span.end, words, ActorKind.PERSON, local_id(name), name, role.words, state
            ),
            _code(state, role),
        )

    def _has_role(self, mention: Mention, role: RoleWord, state: str | None) -> bool:
        """Whether an earlier person may be meant by a title: same state where both are known, and that office or title."""
        if state is not None and mention.state != state:
            return False
        if re.search(
            rf"(?<!vice )(?<!deputy )\b{re.escape(role.words)}\b",
            f"{mention.role or ''} {mention.text}".lower(),
        ):
            return True
        if role.office is None or mention.actor is None:
            return False
        wanted = _LEADER_OFFICES if role.office == "leader" else (role.office,)
        return any(office.office in wanted for office in self._knowledge.offices_of(mention.actor, self._at))

    # pronouns

    def _add_pronouns(
        self,
        parses: Mapping[int, Parse],
        found: dict[tuple[int, int], Resolved],
        quoted: Callable[[int], bool],
    ) -> None:
        page = _page(found, parses)
        codes = {(m.start, m.end): page.code_of(m) for m in page.mentions}
        extra: dict[int, Mention] = {}

        def mention_of(token: Token) -> Mention | None:
            if token.start in extra:
                return extra[token.start]
            mention = page.of_token(token)
            return mention if mention is not None and mention.end <= token.end + 1 else None

        resolver = Pronouns(parses, mention_of, quoted)
        for index in sorted(parses):
            for token in parses[index].tokens:
                if (
                    token.lower in HE
                    or token.lower in IT
                    or (token.lower in RELATIVE and token.tag.startswith("W"))
                ):
                    meant = resolver.resolve(parses[index], token)
                    if meant is not None:
                        extra[token.start] = meant
                        m = Mention(
                            "",
                            token.start,
                            token.end,
                            token.text,
                            meant.kind,
                            meant.actor,
                            meant.name,
                            meant.role,
                            meant.state,
                        )
                        found.setdefault(
                            (token.start, token.end), Resolved(m, codes.get((meant.start, meant.end)))
                        )


def _unnamed(kind: ActorKind, words: str, span: Span, role: RoleWord, state: str | None) -> Resolved:
    """Unnamed people: their words for a name, and the state that the words give them (codebook section 3, rules 5 and 8)."""
    name = " ".join(words.split())
    actor = local_id(name) if state else None
    return Resolved(
        Mention("", span.start, span.end, words, kind, actor, name, role.words, state), _code(state, role)
    )


def local_id(name: str) -> str:
    """The id of an actor that is known from its page only."""
    return "local:" + re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def _page(found: Mapping[tuple[int, int], Resolved], parses: Mapping[int, Parse]) -> PageMentions:
    codes = {key: r.code for key, r in found.items() if r.code is not None}
    return PageMentions((r.mention for r in found.values()), codes, parses)


def _parse_at(by_start: Mapping[int, Parse], starts: Sequence[int], offset: int) -> Parse | None:
    i = bisect_right(starts, offset) - 1
    if i < 0:
        return None
    parse = by_start[starts[i]]
    return parse if offset < parse.sentence.end else None


def _code(state: str | None, role: RoleWord | None) -> str | None:
    """State and sector; without a state the sector alone, as for "the rebels"."""
    sector = role.sector if role else None
    return (state or "") + (sector or "") or None


def _is_scene(name: FoundName, parse: Parse | None) -> bool:
    """A capital after "in", "to", "from" is where something is; elsewhere it acts (codebook section 3, rule 3)."""
    token = parse.token_at(name.end - 1) if parse else None
    if parse is None or token is None:
        return name.form == NameForm.CITY
    while token.dep in ("compound", "conj", "appos") and token.head != token.i:
        token = parse.head(token)
    return (token.dep == "pobj" and parse.head(token).lower in _LOCATIVE) or name.form == NameForm.CITY


def _with_state_before(text: str, name: FoundName, names: Sequence[FoundName], parse: Parse | None) -> int:
    """Where the mention of a person begins, with the adjective or possessor of the title: "Kazakhstan's President X"."""
    start = name.start
    if parse is not None and name.name_start == name.start:
        start = _role_start(parse, name)
    for other in reversed([n for n in names if n.end <= start and n.start >= start - 40]):
        between = text[other.end : start]
        if (
            other.candidate
            and other.form != NameForm.SURNAME
            and between in (" ", "\u00a0", "'s ", "’s ", "’ ", "' ")
        ):
            return other.start if other.kind != ActorKind.PERSON else start
    return start


def _role_start(parse: Parse, name: FoundName) -> int:
    """Start of lower-case role words in the same noun phrase: "the Russian president's adviser X", "spokesman X"."""
    token = parse.token_at(name.end - 1)
    if token is None:
        return name.start
    left = [
        t
        for t in parse.subtree(token)
        if t.i < token.i and t.start < name.start and t.dep not in ("punct", "cc")
    ]
    roles = [
        t for t in left if t.head == token.i and t.dep in ("compound", "nmod", "amod", "poss", "det", "appos")
    ]
    if not roles or not any(t.is_noun for t in roles):
        return name.start
    return min(parse.subtree_span(t).start for t in roles if parse.subtree_span(t).start < name.start)


def _state_right_before(text: str, name: FoundName, names: Sequence[FoundName]) -> str | None:
    before = next(
        (n for n in names if n.candidate and text[n.end : name.start] in (" ", "\u00a0", "'s ", "’s ")), None
    )
    inside = next((n for n in names if n.candidate and name.start <= n.start < n.end <= name.end), None)
    found = before or inside
    return found.candidate.state if found and found.candidate else None


def _pronoun_owner(parse: Parse, offset: int, found: Mapping[tuple[int, int], Resolved]) -> Resolved | None:
    """The person behind "his" in "his government": the nearest subject before it in the sentence."""
    token = parse.token_at(offset)
    if token is None or token.lower not in HE | IT:
        return None
    people = [
        r
        for (s, _), r in found.items()
        if r.mention.kind in (ActorKind.PERSON, ActorKind.STATE) and s < offset
    ]
    people = [r for r in people if (r.mention.kind == ActorKind.PERSON) == (token.lower in HE)]
    near = [r for r in people if parse.sentence.start <= r.mention.start]
    return min(
        near, key=lambda r: r.mention.start, default=max(people, key=lambda r: r.mention.start, default=None)
    )
