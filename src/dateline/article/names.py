"""Names of people in bylines: what is one, and what is a newsroom, an agency or a title."""

from __future__ import annotations

import re
from functools import cache

from dateline.article.furniture import rows_of

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "bint",
        "ibn",
        "abu",
        "af",
        "av",
        "zu",
        "y",
        "e",
        "st",
    ]
)
_TOKEN = re.compile(r"[^\W\d_][\w'’.\-‐]*", re.UNICODE)
_UNCASED = re.compile(
    r"^[\u0600-\u06ff\u0590-\u05ff\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af ・·]+$"
)
_POSSESSIVE = ("'s", "’s")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_BRACKETS = re.compile(r"\([^()]{1,40}\)\s*$")
_JOINTS = re.compile(
    r"\s*(?:,\s*and\b|,|;|&|\||/|•|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b|\bmit\b|\bavec\b|\bcon\b|\bi\b|\boch\b|\bog\b"
    r"|\ben\b(?=\s[A-Z])|\bи\b|\bта\b|、|，|；)\s*"
)


@cache
def _job_titles() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("job_titles.csv"))


@cache
def _post_nominals() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("post_nominals.csv"))


@cache
def _not_people() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("not_people.csv")) | _job_titles()


def is_person(name: str) -> bool:
    """True for what looks like a person's full name: two to five words, capitals or particles, no word of an organisation."""
    if _UNCASED.match(name):
        return _is_uncased_person(name)
    tokens = name.split()
    if not 2 <= len(tokens) <= 5 or len(name) > 50:
        return False
    if any(token.strip(".,").casefold() in _not_people() for token in tokens):
        return False
    if any(not _TOKEN.fullmatch(token) or token.endswith(_POSSESSIVE) for token in tokens):
        return False
    capitals = [token for token in tokens if token[0].isupper()]
    rest = [token for token in tokens if not token[0].isupper()]
    return len(capitals) >= 2 and all(
        token.lower() in _PARTICLES or token.startswith(("al-", "el-", "d'", "d’", "ul-")) for token in rest
    )


def _is_uncased_person(name: str) -> bool:
    """For scripts without capitals nothing but length tells: syllables and characters are few, words are no more than four."""
    size, words = len(name.replace(" ", "")), name.split()
    longest = 5 if _HANGUL.search(name) else 10 if _CJK.search(name) else 30
    return 2 <= size <= longest and len(words) <= 4 and name not in _not_people()


def people_in(text: str) -> list[str]:
    """People of a byline without its "by", in order. The list ends where something else than a name begins."""
    people: list[str] = []
    for part in _JOINTS.split(text):
        name = bare_name(part)
        if not name:
            continue
        if not is_person(name):
            if people:
                break
            continue
        if name not in people:
            people.append(name)
    return people


def bare_name(text: str) -> str:
    """A name without what is written behind it: initials in brackets, degrees, the job."""
    words = tidy_name(_BRACKETS.sub("", text)).split()
    while len(words) > 1 and _is_addition(words[-1], len(words)):
        words.pop()
    return " ".join(words)


def _is_addition(word: str, count: int) -> bool:
    plain = word.strip(".,").replace(".", "").casefold()
    is_title = plain in _job_titles() and (count > 2 or not word[0].isupper())
    return is_title or (count > 2 and word.isupper() and plain in _post_nominals())


def tidy_name(name: str) -> str:
    """One space between words, no decoration; names in capitals get lower case letters."""
    clean = " ".join(name.replace("\u00a0", " ").split()).strip(" ,.;:|-–—()[]\"'“”*")
    if clean.isupper() and " " in clean:
        clean = " ".join(_capitalised(word) for word in clean.split())
    return clean


def _capitalised(word: str) -> str:
    if len(word) <= 2 and word.endswith("."):
        return word
    lowered = word.lower()
    if lowered in _PARTICLES:
        return lowered
    return re.sub(
        r"(?:^|[-'’])\w",
        lambda m: m.group().upper(),
        re.sub(r"^(mc)(\w)", lambda m: "Mc" + m[2].upper(), lowered),
    )
