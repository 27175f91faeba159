"""Capitalised runs: which of their words are titles, known names, and names that no table knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.actors.found_name import FoundName
from dateline.actors.genders import given_names
from dateline.actors.roles import RoleWord, kind_words, name_words, role_at
from dateline.knowledge import NameForm
from dateline.model import ActorKind

_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w]*(?:['’-][\w]+)*\.?(?<!['’]s)"
_CONNECTORS = r"(?:of the|of|for|de la|de|da|del|della|dos|von|van der|van|bin|ibn|bint|al|el|and the)"
_JOINING = frozenset({"of", "the", "for", "and"})
_ARTICLE_NAME = r"(?:al|el|ul|ad|as|ash|ar|an|at|az)-[A-Z][\w]*(?:['’-][\w]+)*(?<!['’]s)"
_OWN_PART = r"(?:Hospital|Church|College|School|University|Cathedral|Abbey|Chapel|Hall|Island|Party|Union|Association)\b"
RUN = re.compile(
    rf"{_CAPITALISED}(?:(?:(?<=s)['’]|['’]s(?=[ \u00a0]{_OWN_PART}))?[ \u00a0](?:(?:{_CONNECTORS}[ \u00a0])?{_CAPITALISED}|{_ARTICLE_NAME}))*"
)
"""Capitalised words in a row; a possessive goes on only where the name of a body or place may: "St Mary's Hospital"."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LOCATIVE = re.compile(r"\b(?:in|at|near|outside) $")
_OF_BODIES = re.compile(r"\b(?:of|for|and)\b")
_VERBAL = re.compile(r"[A-Z][a-z]{3,}(?:ing|ed|ly)")
_OF_CLERGY = ("father", "sister", "brother")
_NO_NOUNS = frozenset({"verb", "adj", "adv"})
_STAND_ALONE = (NameForm.ADJECTIVE, NameForm.ACRONYM, NameForm.DEMONYM, NameForm.METONYM)


KindsOfWord = Callable[[str], frozenset[str]]
"""As what a dictionary has a lower-case word: `verb noun adj adv`."""


def no_kinds(_: str) -> frozenset[str]:
    """Without a dictionary every word may be a name."""
    return frozenset()


def read_run(
    text: str,
    run: re.Match[str],
    known: dict[int, FoundName],
    sentence_start: int,
    kinds: KindsOfWord = no_kinds,
) -> list[FoundName]:
    """The names in one capitalised run: "Chinese President Xi Jinping" has an adjective, a title and a person."""
    starts, plain = _words_of(run)
    stop_words = name_words("stop")
    names: list[FoundName] = []
    title: tuple[RoleWord, int] | None = None
    i = 0
    while i < len(plain):
        name = known.get(starts[i])
        if name is not None:
            after = bisect_left(starts, name.end)
            if after == len(plain) or not _is_only_part(name, plain, after, known.get(starts[after]), kinds):
                names.append(_titled(name, title))
                title, i = None, after
                continue
        opens = i == 0 and len(plain) > 1 and starts[0] == sentence_start and _VERBAL.fullmatch(plain[0])
        if opens or plain[i].lower() in stop_words or plain[i] in _JOINING:
            title, i = None, i + 1
            continue
        role = role_at(plain, i)
        if role and _is_title(role[0], plain[i + role[1] :]):
            title, i = (role[0], starts[i]), i + role[1]
            continue
        following = known.get(starts[i + 1]) if i + 1 < len(plain) else None
        if title is None and following is not None and _is_only_word(plain[i], following, kinds):
            i += 1
            continue
        stop = _end_of_unknown(plain, starts, i, known)
        closing = known.get(starts[stop])
        ends_in_place = closing is not None and closing.form != NameForm.SURNAME
        run_starts, run_plain = starts[i : stop + 1], plain[i : stop + 1]
        if title is not None or not _are_words(run_plain, kinds):
            names += _unknown(text, run_starts, run_plain, title, sentence_start, ends_in_place)
        title, i = None, stop + 1
    return names


def _words_of(run: re.Match[str]) -> tuple[list[int], list[str]]:
    """Where the words of a run begin, and the words without a final point; a plural's apostrophe belongs to none."""
    starts, plain, at = [], [], run.start()
    for piece in run[0].replace("\u00a0", " ").split(" "):
        starts.append(at)
        plain.append(_without_point(piece.rstrip("'’")))
        at += len(piece) + 1
    return starts, plain


def _without_point(word: str) -> str:
    return word.rstrip(".") if len(word) > 2 else word


def lone_name(start: int, written: str) -> list[FoundName]:
    """The name that one capitalised word between small ones is, if it is one."""
    kind = _kind_of_lone(written)
    if kind is None:
        return []
    word = _without_point(written)
    return [FoundName(start, start + len(word), kind, word, start, None, None, None)]


@lru_cache(maxsize=1 << 12)
def _kind_of_lone(word: str) -> ActorKind | None:
    """None for a title and for what belongs to no name."""
    word = _without_point(word)
    role = role_at([word], 0)
    if word.lower() in name_words("stop") or (role and role[0].scope != "people"):
        return None
    return _unknown_kind([word], word, has_title=False, ends_in_place=False)


def _is_title(role: RoleWord, after: list[str]) -> bool:
    """Whether a role word goes before a name: "Teacher Ana Ruiz"; in "Communist Party" it is a part of one."""
    return role.scope != "people" and (role.scope != "person" or kind_of(after) is None)


def _titled(name: FoundName, title: tuple[RoleWord, int] | None) -> FoundName:
    if title is None or name.kind != ActorKind.PERSON:
        return name
    return replace(name, start=title[1], title=title[0])


def _is_told_of(name: FoundName, following: str, kinds: KindsOfWord) -> bool:
    """In "Ruiz Says" and "Ruiz Vowed" the name is whole: an inflected verb follows."""
    word = following.lower()
    is_inflected = word.endswith(("s", "ed", "ing")) or word in ("said", "told", "met", "won", "lost", "made")
    return (
        name.form == NameForm.SURNAME
        and is_inflected
        and "verb" in kinds(word)
        and kind_of([following]) is None
    )


def _is_only_word(word: str, following: FoundName, kinds: KindsOfWord) -> bool:
    """In "Says Ruiz", "Angry Ruiz", "Presumptive GOP" and "Congressional Republicans" the name begins with the second word."""
    if word in given_names() or kind_of([word]) is not None or not following.form:
        return False
    are_members = following.surface.endswith("s") and (
        following.kind == ActorKind.PARTY or following.form == NameForm.DEMONYM
    )
    if following.form != NameForm.SURNAME and not following.surface.isupper() and not are_members:
        return False
    return bool(kinds(word.lower()) & {"verb", "adj", "adv"})


def _are_words(plain: list[str], kinds: KindsOfWord) -> bool:
    """ "Rust Belt" and "Nuclear Tests" are words of a dictionary, nobody's name; the words of a body's name may be."""
    if len(plain) < 2 or plain[0] in given_names() or kind_of(plain) is not None:
        return False
    is_told = False
    for word in plain:
        found = kinds(word.lower())
        if not found:
            return False
        is_told = is_told or not found.isdisjoint(_NO_NOUNS)
    return is_told


def _is_only_part(
    name: FoundName, plain: list[str], following: int, after: FoundName | None, kinds: KindsOfWord
) -> bool:
    """Whether a known name only begins a longer one, and is not whole before a verb."""
    is_part = _is_part_of_longer(name, plain, following, after)
    return is_part and not _is_told_of(name, plain[following], kinds)


def _is_part_of_longer(name: FoundName, plain: list[str], following: int, after: FoundName | None) -> bool:
    """Whether a known short name only begins a longer name: "Jordan Peele", "Georgia Institute of Technology".

    `after` is the known name that begins with the word that follows.
    """
    if name.form in (NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.METONYM):
        return False
    role = role_at(plain, following)
    if role is not None and (name.kind != ActorKind.PLACE or role[0].scope not in ("body", "people")):
        return False
    if after is not None and after.form not in (NameForm.SURNAME, NameForm.CITY, None):
        return False
    if plain[following].lower() in name_words("stop") or plain[following] in _JOINING:
        return False
    return not name.has_words or name.form == NameForm.SURNAME or kind_of(plain[following:]) is not None


def _end_of_unknown(plain: list[str], starts: list[int], start: int, known: dict[int, FoundName]) -> int:
    end = start
    while end + 1 < len(plain):
        following = known.get(starts[end + 1])
        if following is not None and (following.has_words or following.form in _STAND_ALONE):
            break
        joins = plain[end + 1] in _JOINING
        if joins and kind_of(plain[start : end + 1]) is None:
            break
        if plain[end + 1].lower() in name_words("stop") and not joins:
            break
        if _opens_titled_person(plain, end + 1):
            break
        end += 1
    while end > start and plain[end].islower():
        end -= 1
    return end


def _opens_titled_person(plain: list[str], start: int) -> bool:
    """A title inside a run with a person's name behind it: "Oversight Committee Chairman *Ana Ruiz*"."""
    role = role_at(plain, start)
    if role is None or role[0].scope not in ("title", "person"):
        return False
    if role[0].sector is None and role[0].words not in _OF_CLERGY:
        return False
    after = plain[start + role[1] :]
    is_body = kind_of(plain[:start]) is not None
    return 2 <= len(after) <= 3 and kind_of(after) is None and (is_body or after[0] in given_names())


def kind_of(plain: Sequence[str]) -> ActorKind | None:
    """What the words of a name say of its kind; the last such word decides, words after "of" do not."""
    kinds = kind_words()
    for i in range(len(plain) - 1, -1, -1):
        kind = kinds.get(plain[i].lower())
        if kind and (kind != ActorKind.PLACE or i == len(plain) - 1 or (i == 0 and len(plain) == 2)):
            return ActorKind(kind)
    return None


def _unknown(
    text: str,
    starts: list[int],
    plain: list[str],
    title: tuple[RoleWord, int] | None,
    sentence_start: int,
    ends_in_place: bool,
) -> list[FoundName]:
    """A name that no table knows. `ends_in_place`: its last word is a known state or place ("Air China")."""
    while plain and plain[0].lower() in name_words("stop"):
        starts, plain = starts[1:], plain[1:]
    while plain and plain[-1].lower() in name_words("stop"):
        starts, plain = starts[:-1], plain[:-1]
    if not plain:
        return []
    start, end = starts[0], starts[-1] + len(plain[-1])
    name = " ".join(text[start:end].split())
    kind = _unknown_kind(plain, name, title is not None, ends_in_place)
    if (
        title is None
        and len(plain) == 2
        and _LOCATIVE.search(text, max(0, start - 8), start)
        and kind_of(plain) is None
    ):
        kind = ActorKind.PLACE if kind else None
    if kind is None or (len(plain) == 1 and start == sentence_start and title is None):
        return []
    if kind != ActorKind.PERSON or title is None:
        return [FoundName(start, end, kind, name, start, None, None, None)]
    return [FoundName(title[1], end, kind, name, start, None, None, title[0])]


def _unknown_kind(plain: list[str], name: str, has_title: bool, ends_in_place: bool) -> ActorKind | None:
    """The kind of a name by its own words; None for what names no actor and no place."""
    if has_title and len(plain) == 1 and plain[0].lower() in name_words("acting"):
        return None
    if has_title and len(plain) <= 4 and kind_of(plain) is None:
        return ActorKind.PERSON
    if plain[-1].lower() in name_words("thing") or (len(plain) > 1 and name.isupper()):
        return None
    kind = kind_of(plain) if len(plain) > 1 else None
    if kind is not None:
        return kind
    if plain[0].lower() in name_words("direction"):
        return ActorKind.PLACE
    if ends_in_place and len(plain) > 1:
        return ActorKind.ORGANISATION
    if len(plain) == 1:
        return ActorKind.ORGANISATION if _ACRONYM.fullmatch(name) else None
    if _OF_BODIES.search(name) or len(plain) > 4 or any(_ACRONYM.fullmatch(w) for w in plain if len(w) > 2):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON
