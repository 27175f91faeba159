"""Who "I" is: inside a quotation, whoever is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import ActorKind, Mention, Statement, StatementType

_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:I|me|my|mine|myself)(?![\w-])")
_QUOTED = frozenset((StatementType.DIRECT, StatementType.MIXED))
_MARKS = re.compile(r"[“\"„«][^“”\"„«»]*[”\"»]?")


def first_persons(
    text: str, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Mentions by "I", "me", "my" of the person who is quoted with them. Quotations inside others are somebody else's words, and a
    body or a state that speaks says no "I"."""
    people = {m.actor: m for m in mentions if m.kind is ActorKind.PERSON and m.actor is not None}
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for statement in statements:
        actor = statement.speaker.actor if statement.speaker else None
        speaker = people.get(actor) if actor else None
        if speaker is None or statement.type not in _QUOTED:
            continue
        for span in statement.content:
            for quoted in _MARKS.finditer(text, span.start, span.end):
                for word in _FIRST_PERSON.finditer(text, quoted.start(), quoted.end()):
                    if word.start() not in taken:
                        taken.update(range(*word.span()))
                        yield _moved(speaker, word)


def _moved(speaker: Mention, word: re.Match[str]) -> Mention:
    return Mention(
        "", *word.span(), word.group(), speaker.kind, speaker.actor, speaker.name, speaker.role, speaker.state
    )
