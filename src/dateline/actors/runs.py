"""Capitalised runs: which of their words are titles, known names, and names that no table knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.actors.found_name import FoundName
from dateline.actors.genders import given_names
from dateline.actors.roles import RoleWord, kind_words, name_words, role_at
from dateline.knowledge import NameForm
from dateline.model import ActorKind

_CAPITALISED = r"(?:[A-Z][a-z]*['’])?[A-ZÀ-ÖØ-ÞĀ-Ž][\w]*(?:['’-][\w]+)*\.?(?<!['’]s)"
_CONNECTORS = r"(?:of the|of|for|de la|de|da|del|della|dos|von|van der|van|bin|ibn|bint|al|el|and the)"
_JOINING = frozenset({"of", "the", "for", "and"})
_ARTICLE_NAME = r"(?:al|el|ul|ad|as|ash|ar|an|at|az)-[A-Z][\w]*(?:['’-][\w]+)*(?<!['’]s)"
_WORD = re.compile(rf"{_CAPITALISED}|(?<=[ \u00a0]){_ARTICLE_NAME}|(?<=[ \u00a0])[a-z]+(?=[ \u00a0])")
_OWN_PART = r"(?:Hospital|Church|College|School|University|Cathedral|Abbey|Chapel|Hall|Island|Party|Union|Association)\b"
RUN = re.compile(
    rf"{_CAPITALISED}(?:(?:(?<=s)['’]|['’]s(?=[ \u00a0]{_OWN_PART}))?[ \u00a0](?:(?:{_CONNECTORS}[ \u00a0])?{_CAPITALISED}|{_ARTICLE_NAME}))*"
)
"""Capitalised words in a row; a possessive goes on only where the name of a body or place may: "St Mary's Hospital"."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LOCATIVE = re.compile(r"\b(?:in|at|near|outside) $")
_VERBAL = re.compile(r"[A-Z][a-z]{3,}(?:ing|ed|ly)")
_OF_CLERGY = ("father", "sister", "brother")
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
    inside: set[int],
    sentence_start: int,
    kinds: KindsOfWord = no_kinds,
) -> list[FoundName]:
    """The names in one capitalised run: "Chinese President Xi Jinping" has an adjective, a title and a person."""
    words = list(_WORD.finditer(text, run.start(), run.end()))
    plain = [re.sub(r"['’]s$", "", w[0]).rstrip(".") if len(w[0]) > 2 else w[0] for w in words]
    names: list[FoundName] = []
    title: tuple[RoleWord, int] | None = None
    i = 0
    while i < len(words):
        name = known.get(words[i].start())
        if name is not None:
            last = max(k for k in range(i, len(words)) if words[k].start() < name.end)
            if (
                last + 1 < len(words)
                and _is_part_of_longer(name, plain, last + 1, words, known)
                and not _is_told_of(name, plain[last + 1], kinds)
            ):
                name = None
            else:
                names.append(_titled(name, title))
                title, i = None, last + 1
                continue
        opens = (
            i == 0 and len(words) > 1 and words[0].start() == sentence_start and _VERBAL.fullmatch(plain[0])
        )
        if (opens or plain[i].lower() in name_words("stop") or plain[i] in _JOINING) and name is None:
            title, i = None, i + 1
            continue
        role = role_at(plain, i)
        if role and role[0].scope != "people" and i + role[1] <= len(words) and name is None:
            title, i = (role[0], words[i].start()), i + role[1]
            continue
        following = known.get(words[i + 1].start()) if i + 1 < len(words) else None
        if title is None and following is not None and _is_only_word(plain[i], following, kinds):
            i += 1
            continue
        stop = _end_of_unknown(plain, words, i, known)
        if words[i].start() not in inside or name is None:
            closing = known.get(words[stop].start())
            ends_in_place = closing is not None and closing.form != NameForm.SURNAME
            run_words, run_plain = words[i : stop + 1], plain[i : stop + 1]
            if title is not None or not _are_words(run_plain, kinds):
                names += _unknown(text, run_words, run_plain, title, sentence_start, ends_in_place)
        title, i = None, stop + 1
    return names


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
    """In "Says Ruiz", "Angry Ruiz" and "Presumptive GOP" the name begins with the second word."""
    if word in given_names() or kind_of([word]) is not None or not following.form:
        return False
    if following.form != NameForm.SURNAME and not following.surface.isupper():
        return False
    return bool(kinds(word.lower()) & {"verb", "adj", "adv"})


def _are_words(plain: list[str], kinds: KindsOfWord) -> bool:
    """ "Rust Belt" and "Nuclear Tests" are words of a dictionary, nobody's name; the words of a body's name may be."""
    if len(plain) < 2 or plain[0] in given_names() or kind_of(plain) is not None:
        return False
    found = [kinds(word.lower()) for word in plain]
    return all(found) and any(kind & {"verb", "adj", "adv"} for kind in found)


def _is_part_of_longer(
    name: FoundName, plain: list[str], following: int, words: list[re.Match[str]], known: dict[int, FoundName]
) -> bool:
    """Whether a known short name only begins a longer name: "Jordan Peele", "Georgia Institute of Technology"."""
    if name.form in (NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.METONYM):
        return False
    role = role_at(plain, following)
    if role is not None and (name.kind != ActorKind.PLACE or role[0].scope not in ("body", "people")):
        return False
    after = known.get(words[following].start())
    if after is not None and after.form not in (NameForm.SURNAME, NameForm.CITY, None):
        return False
    if plain[following].lower() in name_words("stop") or plain[following] in _JOINING:
        return False
    return not name.has_words or name.form == NameForm.SURNAME or kind_of(plain[following:]) is not None


def _end_of_unknown(
    plain: list[str], words: list[re.Match[str]], start: int, known: dict[int, FoundName]
) -> int:
    end = start
    while end + 1 < len(words):
        following = known.get(words[end + 1].start())
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
    for i, word in reversed(list(enumerate(plain))):
        kind = kind_words().get(word.lower())
        if kind and (kind != ActorKind.PLACE or i == len(plain) - 1 or (i == 0 and len(plain) == 2)):
            return ActorKind(kind)
    return None


def _unknown(
    text: str,
    words: list[re.Match[str]],
    plain: list[str],
    title: tuple[RoleWord, int] | None,
    sentence_start: int,
    ends_in_place: bool,
) -> list[FoundName]:
    """A name that no table knows. `ends_in_place`: its last word is a known state or place ("Air China")."""
    while plain and plain[0].lower() in name_words("stop"):
        words, plain = words[1:], plain[1:]
    while plain and plain[-1].lower() in name_words("stop"):
        words, plain = words[:-1], plain[:-1]
    if not words:
        return []
    start, end = words[0].start(), words[-1].end() - (words[-1][0].endswith(".") and len(words[-1][0]) > 2)
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
    if (
        re.search(r"\b(?:of|for|and)\b", name)
        or len(plain) > 4
        or any(_ACRONYM.fullmatch(w) for w in plain if len(w) > 2)
    ):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON
