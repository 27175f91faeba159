"""Takes phrases apart: "Chinese Foreign Minister Wang Yi", "the Kazakh president", "NATO chief", "president of Chile"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_FORMER = re.compile(r"^(?:former|ex|then|late|outgoing)[\s-]+", re.IGNORECASE)
_PAST = ("former", "ex", "late")
_LONGEST_NAME, _LONGEST_TITLE = 6, 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in parts. `bearers` are entity ids of states or bodies; `title` is lower case or ""; `rest` a name or ""."""

    bearers: tuple[str, ...]
    title: str
    rest: str
    is_former: bool


def take_apart(
    surface: str, bearers_of: Callable[[str], Iterable[str]], titles: Mapping[str, str]
) -> Phrase | None:
    """The phrase as bearer, title and name; None where neither bearer nor title stands in it.

    `bearers_of` gives the states and bodies of a surface form ("Kazakh", "NATO"), `titles` the known title words.
    """
    words = _ARTICLE.sub("", surface.strip())
    past = _FORMER.match(words)
    words = words[past.end() :] if past else words
    tokens = words.split()
    before, used = _leading_bearer(tokens, bearers_of)
    if before and not past:
        past = _FORMER.match(" ".join(tokens[used:]) + " ")
        used += 1 if past else 0
    title, length = _leading_title(tokens[used:], titles)
    whole, whole_length = _leading_title(tokens, titles)
    if whole and title is None:
        title, length, used = whole, whole_length, 0
    if title is None and not before and " of " not in words:
        return None
    rest = tokens[used + length :]
    if title is None and not before:
        return _agent_of(tokens, bearers_of)
    after, taken = _following_bearer(rest, bearers_of)
    is_former = past is not None and past.group().lower().startswith(_PAST)
    return Phrase(before or after, title or "", " ".join(rest[taken:]).strip(" ,"), is_former)


def _agent_of(tokens: list[str], bearers_of: Callable[[str], Iterable[str]]) -> Phrase | None:
    """ "government of China": the noun as `rest`."""
    split = tokens.index("of") if "of" in tokens else 0
    bearers, taken = _following_bearer(tokens[split:], bearers_of)
    is_whole = split > 0 and bearers and split + taken == len(tokens)
    return Phrase(bearers, "", " ".join(tokens[:split]), False) if is_whole else None


def _leading_bearer(
    tokens: list[str], bearers_of: Callable[[str], Iterable[str]]
) -> tuple[tuple[str, ...], int]:
    for length in range(min(_LONGEST_NAME, len(tokens) - 1), 0, -1):
        stem = re.sub(r"(?:['’]s|['’])$", "", " ".join(tokens[:length]))
        found = tuple(bearers_of(stem))
        if found:
            return found, length
    return (), 0


def _leading_title(tokens: list[str], titles: Mapping[str, str]) -> tuple[str | None, int]:
    for length in range(min(_LONGEST_TITLE, len(tokens)), 0, -1):
        words = " ".join(tokens[:length]).lower().replace("-", " ").strip(",")
        if words in titles:
            return words, length
    return None, 0


def _following_bearer(
    rest: list[str], bearers_of: Callable[[str], Iterable[str]]
) -> tuple[tuple[str, ...], int]:
    if not rest or rest[0].lower() not in {"of", "for"}:
        return (), 0
    skip = 2 if len(rest) > 1 and rest[1].lower() == "the" else 1
    for length in range(min(_LONGEST_NAME, len(rest) - skip), 0, -1):
        found = tuple(bearers_of(" ".join(rest[skip : skip + length]).strip(",")))
        if found:
            return found, skip + length
    return (), 0
