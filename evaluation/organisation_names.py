"""Names of organisations in running text, found without the tables of Dateline: by an entity tagger, and by words of institutions.

A name counts under a key without case, article, possessive and full stops, so that "the U.N.'s" and "UN" are one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import spacy

from dateline.language.spacy_parser import PACKAGED, model_folder

ORGANISATION = "ORG"
_BEARERS = {ORGANISATION, "PERSON"}
LONGEST = 8
"""Words of a name at most."""

Tagged = tuple[str, str]
"""A stretch of text and its tag."""

_HEADS = (
    "Academy Administration Agency Airlines Airport Alliance Army Assembly Association Authority Bank Board Brigade "
    "Broadcasting Bureau Cabinet Center Centre Chamber Church Coalition Club College Command Commission Committee "
    "Community Company Conference Congress Corporation Corps Council Court Department Directorate Federation Fleet "
    "Force Forces Forum Foundation Front Fund Government Group Guard Institute Institution Inc League Legislature "
    "Mission Ministry Movement Navy Network News Office Organisation Organization Parliament Party Police Project "
    "School Senate Service Services Society Times Tribunal Union University"
)
_HEAD = f"(?:{'|'.join(_HEADS.split())})"
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w&’'\-]*)"
_WORDS = rf"{_WORD}(?: {_WORD})*"
_RUN = re.compile(
    rf"\b(?:{_WORD} )*{_HEAD}\b(?! {_WORD})(?: (?:of|for|on|de|du) (?:the )?{_WORDS}(?: (?:and|&) {_WORDS})?)*"
)
_SMALL = "the a an its his her our their this that but and in on at for of former while when after as if"
_LEADING = re.compile(rf"^(?:(?:{'|'.join(_SMALL.split())}) )+", re.IGNORECASE)
_POSSESSIVE = re.compile(r" ?['’][sS]?$")
_START = re.compile(r"^[^\w$]+")
_ENDING = re.compile(r"[^\w+!.]+$|(?<!\b\w)[.!]+$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}|\b(?:[A-Z]\.)+[A-Z]\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A name of a document, once: its key, how it is written, and the tag it got."""

    key: str
    surface: str
    tag: str


def names_in(text: str, tagged: list[Tagged]) -> list[Found]:
    """Names of a text with their tags: what a tagger tagged, and runs of capitals that end in a word of institutions or go on after it.

    A part of a longer name of an organisation or a person of the same text ("Post" beside "Washington Post") is that name again, and left out.
    """
    runs = [(match.group(), ORGANISATION) for match in _RUN.finditer(text) if " " in match.group()]
    named = [(trimmed(words), tag) for words, tag in tagged + runs]
    found = {(key_of(name), tag): Found(key_of(name), name, tag) for name, tag in named if is_name(name)}
    parts = {part for key, tag in found if tag in _BEARERS for part in parts_of(key)}
    return [name for name in found.values() if name.key not in parts]


def parts_of(key: str) -> Iterator[str]:
    """Runs of words of a name that are not all of it."""
    words = key.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words):
                yield " ".join(words[start:end])


def trimmed(surface: str) -> str:
    """A name without what stands around it: articles, marks, a possessive."""
    words = re.sub(r" (?=['’][sS]?\b)", "", " ".join(surface.replace(" ’ ", "’").split()))
    words = _LEADING.sub("", _START.sub("", words))
    return _ENDING.sub("", _POSSESSIVE.sub("", _ENDING.sub("", words)))


def key_of(surface: str) -> str:
    """What spellings of one name share: case, full stops of initials, apostrophes and "&" do not count."""
    plain = _INITIALS.sub(lambda found: found.group().replace(".", ""), surface)
    return plain.replace("’", "'").replace(" & ", " and ").rstrip(".").casefold()


def is_name(surface: str) -> bool:
    """True for two letters or more with a capital, in no more than `LONGEST` words."""
    return len(surface) > 1 and any(c.isupper() for c in surface) and len(surface.split()) <= LONGEST


def kept_tags(folder: Path, texts: list[str]) -> Iterator[list[Tagged]]:
    """What the tagger tags in each text; kept in `folder` from run to run, for each version of the tagger."""
    nlp = tagger()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"tags-{nlp.meta['name']}-{nlp.meta['version']}-spacy-{spacy.__version__}.jsonl"
    kept: dict[str, list[Tagged]] = {}
    for line in path.read_bytes().splitlines() if path.exists() else []:
        key, tags = msgspec.json.decode(line, type=tuple[str, list[Tagged]])
        kept[key] = tags
    missing = [text for text in texts if text_key(text) not in kept]
    with path.open("ab") as lines:
        for text, doc in zip(missing, nlp.pipe(missing, batch_size=16), strict=True):
            kept[text_key(text)] = [(entity.text, entity.label_) for entity in doc.ents]
            lines.write(msgspec.json.encode((text_key(text), kept[text_key(text)])) + b"\n")
    return (kept[text_key(text)] for text in texts)


def tagger() -> Any:
    """The entity tagger of the packaged English model, and nothing else of it."""
    unneeded = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    return spacy.load(model_folder(PACKAGED), exclude=unneeded)


def text_key(text: str) -> str:
    """A text by its hash."""
    return hashlib.sha256(text.encode()).hexdigest()
