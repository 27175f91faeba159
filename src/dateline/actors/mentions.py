"""From names, descriptions and pronouns to the mentions of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from dateline.actors.appositions import join_appositions
from dateline.actors.described import DescriptionResolver
from dateline.actors.descriptions import find_descriptions
from dateline.actors.found_mentions import FoundMentions
from dateline.actors.found_name import FoundName
from dateline.actors.genders import Genders, key_of
from dateline.actors.grammar_names import grammar_names
from dateline.actors.groups import find_groups
from dateline.actors.named import resolve_name
from dateline.actors.own_states import share_states
from dateline.actors.page_mentions import PageMentions
from dateline.actors.pronouns import HE, IT, RELATIVE, THEY, Pronouns
from dateline.actors.resolved import Resolved
from dateline.knowledge import Knowledge
from dateline.model import Mention, Parse, Token

_PERSONAL = frozenset({*HE, *IT, *THEY})


def resolve_mentions(
    text: str,
    names: Sequence[FoundName],
    parses: Mapping[int, Parse],
    quoted: Callable[[int], bool],
    knowledge: Knowledge,
    at: str | None,
) -> PageMentions:
    """All mentions of a page: names first, then what describes someone, then pronouns.

    Args:
        parses: by number of the sentence, some missing.
        quoted: whether an offset lies inside quotation marks.
        at: the page's date, ISO, on which offices and descriptions are resolved.
    """
    found = FoundMentions()
    parse_at = _ParseAt(parses)
    for name in names:
        named = resolve_name(text, name, parse_at(name.start), names)
        if named is not None:
            found.add(named)
    descriptions = DescriptionResolver(knowledge, at, found, parses)
    for parse in (parses[i] for i in sorted(parses)):
        for description in find_descriptions(parse):
            described = descriptions.resolve(text, parse, description)
            if described is not None:
                found.add(described)
    join_appositions(text, parses, found)
    for name_by_grammar in list(grammar_names(text, parses, found)):
        found.add(name_by_grammar)
    share_states(found)
    for pronoun in _pronouns(text, parses, found.all(), quoted):
        found.add(pronoun)
    page = _page(found.all(), parses)
    return page.with_groups(find_groups(parses, page.mentions, page.of_token))


class _ParseAt:
    """The parse of the sentence that an offset lies in."""

    def __init__(self, parses: Mapping[int, Parse]) -> None:
        self._parses = sorted(parses.values(), key=lambda p: p.sentence.start)
        self._starts = [p.sentence.start for p in self._parses]

    def __call__(self, offset: int) -> Parse | None:
        i = bisect_right(self._starts, offset) - 1
        return self._parses[i] if i >= 0 and offset < self._parses[i].sentence.end else None


def _pronouns(
    text: str,
    parses: Mapping[int, Parse],
    found: Mapping[tuple[int, int], Resolved],
    quoted: Callable[[int], bool],
) -> list[Resolved]:
    """Pronouns as further mentions of those whom they stand for; a resolved one may be what a later one goes back to."""
    page, parse_at = _page(found, parses), _ParseAt(parses)
    meant_by: dict[int, Mention | None] = {}
    resolved: list[Resolved] = []

    def mention_of(token: Token) -> Mention | None:
        if token.start not in meant_by:
            meant_by[token.start] = _named(token, page, parse_at)
        return meant_by[token.start]

    often = Counter(key_of(mention) for mention in page.mentions)
    pronouns = Pronouns(parses, mention_of, quoted, Genders(page.mentions), often)
    for parse in (parses[i] for i in sorted(parses)):
        for token in (t for t in parse.tokens if _is_pronoun(t)):
            meant = pronouns.resolve(parse, token)
            if meant is not None:
                meant_by[token.start] = meant
                resolved.append(Resolved(meant, page.code_of(meant)).moved_to(token.span, text))
    return resolved


def _named(token: Token, page: PageMentions, parse_at: _ParseAt) -> Mention | None:
    """The mention around a word, unless it hangs on another word of it."""
    mention = page.of_token(token)
    if mention is None or mention.end <= token.end + 1:
        return mention
    parse = parse_at(token.start)
    above = parse.head(token) if parse is not None else token
    return None if above is not token and mention.start <= above.start < mention.end else mention


def _is_pronoun(token: Token) -> bool:
    return token.lower in _PERSONAL or (token.lower in RELATIVE and token.tag.startswith("W"))


def _page(found: Mapping[tuple[int, int], Resolved], parses: Mapping[int, Parse]) -> PageMentions:
    codes = {key: r.code for key, r in found.items() if r.code is not None}
    return PageMentions((r.mention for r in found.values()), codes, parses)
