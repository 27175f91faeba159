"""What happens to a text on its way to another page. Each change is made by a generator of its own seed."""

from __future__ import annotations

import random
import re

from evaluation.copying.drafts import Draft, Paragraph, changed, own, sentences, words_of
from evaluation.copying.furniture import boxes

_TOKEN = re.compile(r"\S+")
_SPELLINGS = {
    "favor": "favour", "favored": "favoured", "honor": "honour", "honored": "honoured", "neighbor": "neighbour",
    "color": "colour", "labor": "labour", "harbor": "harbour", "behavior": "behaviour", "percent": "per cent",
    "center": "centre", "centers": "centres", "theater": "theatre", "defense": "defence", "offense": "offence",
    "license": "licence", "program": "programme", "programs": "programmes", "toward": "towards", "gray": "grey",
    "organization": "organisation", "organizations": "organisations", "organized": "organised", "realize": "realise",
    "criticized": "criticised", "criticize": "criticise", "recognize": "recognise", "recognized": "recognised",
    "apologize": "apologise", "apologized": "apologised", "emphasized": "emphasised", "authorized": "authorised",
    "canceled": "cancelled", "traveled": "travelled", "traveling": "travelling", "counselor": "counsellor",
    "analyze": "analyse", "jobless": "out of work", "among": "amongst", "while": "whilst", "gotten": "got",
    "Mr.": "Mr", "Mrs.": "Mrs", "Ms.": "Ms", "Dr.": "Dr", "Sen.": "Senator", "Rep.": "Representative", "Gov.": "Governor",
    "U.S.": "US", "D.C.": "DC", "vs.": "versus",
}  # fmt: skip
_SPELLED = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _SPELLINGS), key=len, reverse=True)) + r")(?!\w)"
)
_DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b"
)
_MILES = re.compile(r"\b(\d{1,3}) miles\b")
_SIGNS = str.maketrans({"“": "‘", "”": "’", "—": "–"})


def cut(paragraphs: Draft, share: float) -> Draft:
    """The first paragraphs, until they have that share of the words."""
    whole, kept = words_of(paragraphs), 0
    while kept < len(paragraphs) - 1 and words_of(paragraphs[:kept]) < share * whole:
        kept += 1
    return paragraphs[:kept]


def brief(paragraphs: Draft, share: float) -> Draft:
    """The same by sentences."""
    by_sentence = tuple(sentence for paragraph in paragraphs for sentence in sentences(paragraph))
    return cut(by_sentence, share)


def reordered(paragraphs: Draft, chance: random.Random) -> Draft:
    """All but the first paragraph in another order."""
    rest = list(paragraphs[1:])
    chance.shuffle(rest)
    return (*paragraphs[:1], *rest)


def edited(paragraphs: Draft, share: float, chance: random.Random) -> Draft:
    """That share of the words put otherwise: half by another word, the rest left out, doubled by a new one, or turned round."""
    words = [word for paragraph in paragraphs for piece in paragraph for word in piece.text.split()]
    return tuple(_edited(paragraph, words, share, chance) for paragraph in paragraphs)


def _edited(paragraph: Paragraph, words: list[str], share: float, chance: random.Random) -> Paragraph:
    tokens = list(_TOKEN.finditer("".join(piece.text for piece in paragraph)))
    changes: list[tuple[int, int, str]] = []
    skip = False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if skip or chance.random() >= share:
            skip = False
            continue
        kind = chance.random()
        if kind < 0.5:
            changes.append((*token.span(), chance.choice(words)))
        elif kind < 0.7:
            changes.append((token.start(), following.start() if following else token.end(), ""))
        elif kind < 0.9 or following is None:
            changes.append((token.start(), token.start(), f"{chance.choice(words)} "))
        else:
            changes.append((token.start(), following.end(), f"{following[0]} {token[0]}"))
            skip = True
    return changed(paragraph, changes)


def respelled(paragraphs: Draft) -> Draft:
    """American spelling, titles, days and miles as a British paper has them, with its quotation marks and dashes."""
    return tuple(_respelled(paragraph) for paragraph in paragraphs)


def _respelled(paragraph: Paragraph) -> Paragraph:
    text = "".join(piece.text for piece in paragraph)
    found = [(*m.span(), _SPELLINGS[m[0]]) for m in _SPELLED.finditer(text)]
    found += [(*m.span(), f"{m[2]} {m[1]}") for m in _DAY.finditer(text)]
    found += [(*m.span(), f"{round(1.609 * int(m[1]))} kilometres") for m in _MILES.finditer(text)]
    found += [(m.start(), m.end(), m[0].translate(_SIGNS)) for m in re.finditer("[“”—]", text)]
    apart: list[tuple[int, int, str]] = []
    for change in sorted(found):
        if not apart or change[0] >= apart[-1][1]:
            apart.append(change)
    return changed(paragraph, apart)


def trimmed(paragraphs: Draft, chance: random.Random) -> Draft:
    """Three sentences in ten left out, the first kept, and of the rest three in ten without what follows their last comma."""
    kept: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        told = sentences(paragraph)
        left = [s for i, s in enumerate(told) if (number == 0 and i == 0) or chance.random() >= 0.3]
        joined = tuple(piece for s in left for piece in _shortened(s, chance))
        if joined:
            kept.append(joined)
    return tuple(kept)


def _shortened(sentence: Paragraph, chance: random.Random) -> Paragraph:
    text = "".join(piece.text for piece in sentence)
    comma = text.rfind(", ")
    if chance.random() >= 0.3 or comma < len(text) // 2:
        return sentence
    return changed(sentence, [(comma, len(text.rstrip()), ".")])


def with_boxes(paragraphs: Draft, outlet: str, chance: random.Random) -> Draft:
    """Boxes of the outlet between the paragraphs and under them."""
    found = list(paragraphs)
    *between, last = boxes(outlet, chance)
    for box in between:
        found.insert(chance.randint(1, len(found)), own(box))
    return (*found, own(last))


def merged(first: Draft, second: Draft) -> Draft:
    """The first half of each, paragraph by paragraph in turn."""
    halves = cut(first, 0.5), cut(second, 0.5)
    longest = max(map(len, halves))
    return tuple(half[i] for i in range(longest) for half in halves if i < len(half))


def with_inside(paragraphs: Draft, added: Draft, chance: random.Random) -> Draft:
    """Further paragraphs at places behind the first."""
    found = list(paragraphs)
    for paragraph in added:
        found.insert(chance.randint(1, len(found)), paragraph)
    return tuple(found)
