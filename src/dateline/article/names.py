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
_JOINTS = re.compile(
    r"\s*(?:,\s*and\b|,|;|&|\||/|•|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bwith\b|\bmit\b|\bavec\b|\bcon\b|\bi\b|\boch\b|\bog\b"
    r"|\ben\b(?=\s[A-Z])|\bи\b|\bта\b|、|，|；)\s*"
)


@cache
def _not_people() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("not_people.csv"))


def is_person(name: str) -> bool:
    """True for what looks like a person's full name: two to five words, capitals or particles, no word of an organisation."""
    if _UNCASED.match(name):
        return 2 <= len(name.replace(" ", "")) <= 30 and name not in _not_people()
    tokens = name.split()
    if not 2 <= len(tokens) <= 5 or len(name) > 50:
        return False
    if any(token.strip(".,").casefold() in _not_people() for token in tokens):
        return False
    if not all(_TOKEN.fullmatch(token) for token in tokens):
        return False
    capitals = [token for token in tokens if token[0].isupper()]
    rest = [token for token in tokens if not token[0].isupper()]
    return len(capitals) >= 2 and all(
        token.lower() in _PARTICLES or token.startswith(("al-", "el-", "d'", "d’", "ul-")) for token in rest
    )


def people_in(text: str) -> list[str]:
    """People of a byline without its "by", in order. The list ends where something else than a name begins."""
    people: list[str] = []
    for part in _JOINTS.split(text):
        name = tidy_name(part)
        if not name:
            continue
        if not is_person(name):
            if people:
                break
            continue
        if name not in people:
            people.append(name)
    return people


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
