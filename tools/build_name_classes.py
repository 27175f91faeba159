"""Builds `name_classes.csv` and `nicknames.csv` of `src/dateline/knowledge/data` from two pinned sets.

Run it as `python tools/build_name_classes.py VARIANTS NICKNAMES`: the gzipped `persons.txt` of rigour 1.8.2, and `names.csv` of the
package nicknames 1.0.1. The tables hold words in the form in which they are compared, and only what rules do not join: words
of one sound, or in Arabic and Hebrew of the same consonants, need no row. The same input gives the same files.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from pathlib import Path

from dateline.knowledge.name_parts import Word, word_of
from dateline.knowledge.person_names import VARIATION
from dateline.knowledge.romanise import Script
from dateline.knowledge.spelling import edit_cost

TABLES = Path(__file__).resolve().parent.parent / "src/dateline/knowledge/data"
KNOWN_ENOUGH = 4
"""Forms, in all languages, that a class has at least: names which many languages write are names of many people."""
DIALECTS = 12
"""More sounds than that are readings of one sign in every dialect, and would make strangers of one name."""
EAST_ASIAN = re.compile(r"[\u3041-\u3096\u3105-\u312f\uac00-\ud7a3\u00b9\u00b2\u00b3\u2074-\u2079]")
"""Hiragana, bopomofo, Hangul and signs of tones: what a class of a Chinese, Japanese or Korean name has and a transcribed one has not."""
_HAN_CLAN = re.compile(r"(?<=.)[姓氏]$")
_TONE = re.compile(r"[0-9¹²³⁴⁵⁶⁷⁸⁹⁰`´ˇ]$")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘-][^\W\d_]+)*")


def words(line: str) -> list[Word]:
    """The forms of a class that are single words."""
    forms = line.split(" => ", maxsplit=1)[0].split(", ")
    plain = dict.fromkeys(re.sub(r"['’ʼ‘-]", "", _HAN_CLAN.sub("", f)) for f in forms if not _TONE.search(f))
    return [word_of(form) for form in plain if _WORD.fullmatch(form)]


def kept(forms: Iterable[Word]) -> dict[str, None]:
    """One key a sound, and what is written in signs; consonants alone only where no other word has them."""
    found: dict[str, None] = {}
    known = {word.bones for word in forms if word.script in {Script.ALPHABET, Script.KANA}}
    for word in forms:
        if word.script is Script.KANA or (word.script is Script.CONSONANTAL and word.bones in known):
            continue
        if word.script is not Script.ALPHABET or word.key.isascii():
            found[word.written if word.script is Script.HAN else word.key] = None
    return found


def classes(path: Path) -> Iterator[list[str]]:
    """Classes of at least two keys that are known enough; names of East Asia as one row for each reading of the signs.

    A sign is read in as many ways as there are languages and dialects, and who is called by one reading is not called by another.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            forms = words(line)
            keys = sorted(key for key in kept(forms) if len(key) > 1 or not key.isascii())
            sounds = [key for key in keys if key.isascii()]
            signs = [key for key in keys if not key.isascii()]
            if len(forms) < KNOWN_ENOUGH or len(keys) < 2 or not 1 <= len(sounds) <= DIALECTS:
                continue
            if any(len(sign) == 1 for sign in signs) or EAST_ASIAN.search(line):
                yield from ([sound, *signs] for sound in sounds if signs)
            else:
                yield from alike(sounds, signs)


def alike(sounds: Sequence[str], signs: Sequence[str]) -> Iterator[list[str]]:
    """The class without sounds that comparison would not take for variants of any other."""
    near = [
        one
        for one in sounds
        if any(
            one != two and edit_cost(one, two, VARIATION * max(len(one), len(two))) < inf for two in sounds
        )
    ]
    if signs:
        yield [*sounds, *signs]
    elif near:
        yield near


def nicknames(path: Path) -> Iterator[list[str]]:
    """A name and one nickname a row, by key: two nicknames of one name are not each other's."""
    with path.open(encoding="utf-8", newline="") as rows:
        pairs = {(word_of(row["name1"]).key, word_of(row["name2"]).key) for row in csv.DictReader(rows)}
    yield from (list(pair) for pair in sorted(pairs) if pair[0] != pair[1])


def write(table: str, rows: Iterable[list[str]]) -> None:
    """One class a line."""
    lines = dict.fromkeys("|".join(row) for row in rows)
    (TABLES / f"{table}.csv").write_text("forms\n" + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{table}: {len(lines)} classes")


if __name__ == "__main__":
    write("name_classes", sorted(classes(Path(sys.argv[1]))))
    write("nicknames", nicknames(Path(sys.argv[2])))
