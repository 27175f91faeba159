"""From a name in the text to the mention of an actor, with title, office and state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.actors.found_name import FoundName
from dateline.actors.resolved import Resolved, code_of, local_id
from dateline.actors.roles import spelled_out
from dateline.knowledge import NameForm
from dateline.model import ActorKind, Mention, Parse, Span

_LOCATIVE = frozenset(
    "in at near from to outside inside around across through into via toward towards within".split()
)
_STATE_FORMS = (NameForm.CAPITAL, NameForm.METONYM)
_MARKS = frozenset("'\"‘’“”«»")
_BETWEEN = (" ", "\u00a0", "'s ", "’s ", "’ ", "' ")
_BEFORE_NAME = 40
_LONGEST_NAME = 200
_AMERICAN = re.compile(r",? ?[(\[]?(?:[RDI]-[A-Z][\w.]+|(?:a )?(?:Republican|Democrat|Democratic)\b)")


def resolve_name(
    text: str, name: FoundName, parse: Parse | None, names: Sequence[FoundName]
) -> Resolved | None:
    """The mention of a name; None for a capitalised run that the parse does not take for a name.

    Args:
        names: all names of the page, in order.
    """
    if name.candidate is None:
        return _unknown(text, name, parse, names)
    candidate = name.candidate
    actor: str | None = candidate.actor
    kind, shown = name.kind, name.name
    if name.form in (NameForm.CAPITAL, NameForm.CITY) and _is_scene(name, parse):
        kind, shown = ActorKind.PLACE, text[name.start : name.end]
    elif name.form == NameForm.DEMONYM:
        kind, shown, actor = ActorKind.GROUP, text[name.start : name.end], None
    if kind == ActorKind.PARTY and _is_some_of(name, parse):
        kind, shown, actor = ActorKind.GROUP, text[name.start : name.end], None
    if name.form == NameForm.DEMONYM and name.kind == ActorKind.PARTY and _is_singular(name, parse):
        return _one_of(text, name)
    code = candidate.code
    if kind == ActorKind.STATE and name.form in _STATE_FORMS and code == candidate.state:
        code = f"{code}GOV"
    start = _start_of_person(text, name, names, parse) if kind == ActorKind.PERSON else name.start
    words = text[start : name.end]
    mention = Mention("", start, name.end, words, kind, actor, shown, candidate.role, candidate.state)
    return Resolved(mention, code if kind != ActorKind.PLACE else None)


def _unknown(text: str, name: FoundName, parse: Parse | None, names: Sequence[FoundName]) -> Resolved | None:
    is_sure = name.kind == ActorKind.STATE or name.form == NameForm.CITY
    if parse is not None and not is_sure and not any(t.is_proper for t in parse.tokens_in(name.span)):
        return None
    start, state, role = name.start, None, spelled_out(name.title.words) if name.title else None
    if name.kind == ActorKind.PERSON:
        start = _start_of_person(text, name, names, parse)
        state = _state_of_person(name, start, parse, names) or _state_by_party(text, name.end)
        state = state or (_state_behind(text, name, names) if name.title else None)
    elif name.kind in (ActorKind.ORGANISATION, ActorKind.PARTY):
        state = _state_of_body(text, name, names)
    code = code_of(state, name.title) if name.kind == ActorKind.PERSON else state
    actor = None if name.kind == ActorKind.PLACE else local_id(name.name)
    mention = Mention("", start, name.end, text[start : name.end], name.kind, actor, name.name, role, state)
    return Resolved(mention, code)


def _is_some_of(name: FoundName, parse: Parse | None) -> bool:
    """ "Many Democrats", "conservative Republicans" are people of a party, and not the party."""
    token = parse.token_at(name.end - 1) if parse else None
    if parse is None or token is None or not token.lower.endswith("s"):
        return False
    before = [t for t in parse.children(token, "amod", "nummod", "det", "quantmod") if t.i < token.i]
    return any(t.lower not in ("the", "these", "those") for t in before)


def _is_singular(name: FoundName, parse: Parse | None) -> bool:
    token = parse.token_at(name.end - 1) if parse else None
    return token is not None and token.tag in ("NN", "NNP") and not token.lower.endswith("s")


def _one_of(text: str, name: FoundName) -> Resolved:
    """ "One Democrat" is a person nobody names, and not the party."""
    words, state = text[name.start : name.end], name.candidate.state if name.candidate else None
    mention = Mention("", name.start, name.end, words, ActorKind.PERSON, None, words, None, state)
    return Resolved(mention, f"{state or ''}PTY")


def _is_scene(name: FoundName, parse: Parse | None) -> bool:
    """A capital after "in", "to", "from" is where something is; elsewhere it acts (codebook section 3, rule 3)."""
    token = parse.token_at(name.end - 1) if parse else None
    if parse is None or token is None:
        return name.form == NameForm.CITY
    while token.dep in ("compound", "conj", "appos") and token.head != token.i:
        token = parse.head(token)
    return (token.dep == "pobj" and parse.head(token).lower in _LOCATIVE) or name.form == NameForm.CITY


def _state_of_person(
    name: FoundName, start: int, parse: Parse | None, names: Sequence[FoundName]
) -> str | None:
    """From words before ("Belize's deputy minister X") or an apposition after ("X, Belize's deputy minister")."""
    earlier = _from(names, start, name.name_start)
    before = [n.candidate for n in earlier if n.end <= name.name_start and n.candidate]
    if before:
        return before[-1].state
    token = parse.token_at(name.end - 1) if parse else None
    if parse is None or token is None:
        return None
    near = [*parse.children(token, "appos"), *([parse.head(token)] if token.dep == "appos" else [])]
    for apposition in (t for t in near if not t.is_proper):
        left = parse.subtree_span(apposition).start
        inside = [n.candidate for n in _from(names, left, apposition.end) if n.start != name.start]
        states = [candidate.state for candidate in inside if candidate]
        if states:
            return states[-1]
    return None


def _state_by_party(text: str, end: int) -> str | None:
    """American party and home after a name: "R-Iowa", "(D-Calif.)", "Republican of Texas"."""
    return "USA" if _AMERICAN.match(text, end) else None


def _state_behind(text: str, name: FoundName, names: Sequence[FoundName]) -> str | None:
    """Whose it is, behind a person with a title: "Senator Ana Ruiz *of Texas*"."""
    if not text.startswith(" of ", name.end):
        return None
    start = name.end + len(" of ")
    return next((n.candidate.state for n in names if n.start == start and n.candidate), None)


def _start_of_person(text: str, name: FoundName, names: Sequence[FoundName], parse: Parse | None) -> int:
    """Where the mention of a person begins: with the adjective or possessor of the title, "Belize's President X"."""
    start = name.start
    if parse is not None and name.name_start == name.start:
        start = _start_of_role(parse, name)
    for other in reversed(_from(names, start - _BEFORE_NAME, start)):
        if (
            other.end <= start
            and other.candidate
            and other.form != NameForm.SURNAME
            and text[other.end : start] in _BETWEEN
        ):
            return other.start if other.kind != ActorKind.PERSON else start
    return start


def _start_of_role(parse: Parse, name: FoundName) -> int:
    """Start of lower-case role words in the same noun phrase: "the Belizean president's adviser X", "spokesman X"."""
    token = parse.token_at(name.end - 1)
    if token is None:
        return name.start
    deps = ("compound", "nmod", "amod", "poss", "det", "appos")
    roles = [t for t in parse.children(token, *deps) if t.i < token.i and t.start < name.start]
    if not any(t.is_noun for t in roles):
        return name.start
    start = min(parse.subtree_span(t).start for t in roles)
    before = parse.tokens_in(Span(start, name.name_start))
    last_mark = max((t.end for t in before if t.text in _MARKS), default=None)
    return start if last_mark is None else min(t.start for t in parse.tokens_in(Span(last_mark, name.end)))


def _state_of_body(text: str, name: FoundName, names: Sequence[FoundName]) -> str | None:
    """The state named right before an unknown body ("the Belizean Reef Council") or inside its name."""
    near = _from(names, name.start - _LONGEST_NAME, name.end)
    known = [n for n in near if n.candidate is not None]
    before = next((n.candidate for n in known if text[n.end : name.start] in _BETWEEN[:4]), None)
    inside = next((n.candidate for n in known if name.start <= n.start < n.end <= name.end), None)
    found = before or inside
    return found.state if found else None


def _from(names: Sequence[FoundName], start: int, end: int) -> Sequence[FoundName]:
    """Those that begin from one place up to another."""

    def place(name: FoundName) -> int:
        return name.start

    return names[bisect_left(names, start, key=place) : bisect_left(names, end, key=place)]
