"""Words that report speech or thought: the cue table, its inflected forms, and how to look them up."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model import DataError

POSITIONS = frozenset({"v", "n", "a", "p"})
CLASSES = frozenset(
    "say ask think feel judge praise blame thank demand promise refuse deny show agree".split()
)
SILENT = frozenset(
    "comment say answer respond discuss speculate elaborate identify name disclose provide give be confirm talk speak specify "
    "explain detail".split()
)
SPOKEN_ACTS = frozenset({"apologise", "complain", "ask", "say", "argue", "express"})
PATTERNS = frozenset("quote clause wh inf object clausal small as topic".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the cue table.

    `lemma` is the word that carries the cue; `rest` are the words that must go with it ("make clear", "call on").
    `pos` is v(erb), n(oun), a(djective) or p(reposition). `patterns` say what the content may be: `quote`, `clause`
    (that ...), `wh` (whether, how ...), `inf` (to ...), `object` (a noun phrase and what goes with it), `small` (calls it
    a sham), `as` (sees it as one), `clausal` (an object only with a verb or quoted words in it), `topic` (only the prepositions named), and `prep:of` for a preposition that opens or
    prolongs the content. `act` names the act in `Statement.act`.
    """

    lemma: str
    rest: tuple[str, ...]
    pos: str
    klass: str
    act: str
    patterns: frozenset[str]
    prepositions: frozenset[str]
    example: str

    @property
    def words(self) -> str:
        return " ".join((self.lemma, *self.rest))

    @property
    def is_attitude(self) -> bool:
        return self.klass in ("think", "feel") and self.act not in SPOKEN_ACTS

    @property
    def is_inferred(self) -> bool:
        """True of verbs that are often the author's reading of an event: then the subject must be a source."""
        return self.klass == "show" or self.act in ("suggest", "stress")

    @property
    def takes_quotation(self) -> bool:
        return "quote" in self.patterns


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues, by part of speech and lemma; longer cues first."""

    rows: tuple[Cue, ...]
    by_lemma: Mapping[tuple[str, str], tuple[Cue, ...]]
    irregular: Mapping[str, tuple[str, ...]]

    def of(self, pos: str, lemma: str) -> tuple[Cue, ...]:
        return self.by_lemma.get((pos, lemma), ())


def _rows(name: str) -> list[dict[str, str]]:
    table = resources.files("dateline.statements") / "data" / name
    return list(csv.DictReader(table.read_text("utf-8").splitlines()))


def read_cue(row: Mapping[str, str], number: int) -> Cue:
    """A row of `cues.csv`, checked.

    Raises:
        DataError: an unknown part of speech, class or pattern, or an empty field.
    """
    where = f"statements/data/cues.csv, row {number} ({row.get('cue')})"
    if not all(
        (row.get(field) or "").strip() for field in ("cue", "pos", "class", "act", "pattern", "example")
    ):
        raise DataError(f"{where}: an empty field")
    lemma, *rest = row["cue"].split(" ")
    words = row["pattern"].split(" ")
    prepositions = frozenset(word.removeprefix("prep:") for word in words if word.startswith("prep:"))
    patterns = frozenset(word for word in words if not word.startswith("prep:"))
    if row["pos"] not in POSITIONS or row["class"] not in CLASSES or patterns - PATTERNS:
        raise DataError(f"{where}: unknown part of speech, class or pattern")
    return Cue(
        lemma, tuple(rest), row["pos"], row["class"], row["act"], patterns, prepositions, row["example"]
    )


@cache
def cue_table() -> CueTable:
    """The packaged table. Loaded once.

    Raises:
        DataError: a row is wrong.
    """
    rows = tuple(read_cue(row, number) for number, row in enumerate(_rows("cues.csv"), 2))
    grouped: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for cue in sorted(rows, key=lambda cue: -len(cue.rest)):
        grouped[cue.pos, cue.lemma].append(cue)
    irregular = {row["lemma"]: tuple(row["forms"].split(" ")) for row in _rows("irregular.csv")}
    return CueTable(rows, {key: tuple(cues) for key, cues in grouped.items()}, irregular)


def inflections(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All forms of an English verb, regular unless the table of irregular ones has it."""
    if lemma in irregular:
        return frozenset({lemma, *irregular[lemma]})
    return frozenset({lemma, _s_form(lemma), _suffixed(lemma, "ed"), _suffixed(lemma, "ing")})


def _s_form(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"


def _suffixed(lemma: str, suffix: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + suffix
    if lemma.endswith("y") and lemma[-2] not in "aeiou" and suffix == "ed":
        return lemma[:-1] + "ied"
    return lemma + suffix


def _forms(cue: Cue, irregular: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    if cue.pos == "v":
        return inflections(cue.lemma, irregular)
    if cue.pos == "n":
        return (cue.lemma, _s_form(cue.lemma))
    return (cue.lemma,)


@cache
def cue_words() -> frozenset[str]:
    """Lower-case surface forms that make a sentence worth parsing."""
    table = cue_table()
    return frozenset(form for cue in table.rows for form in _forms(cue, table.irregular))


@cache
def speech_forms() -> frozenset[str]:
    """Surface forms of the verbs that take a quotation."""
    table = cue_table()
    cues = (cue for cue in table.rows if cue.pos == "v" and cue.takes_quotation and not cue.rest)
    return frozenset(form for cue in cues for form in _forms(cue, table.irregular))


@cache
def lemma_of_form() -> Mapping[str, str]:
    """Verb lemma of each surface form: a parser's lemma is not always right, and without a parser there is none."""
    table = cue_table()
    return {form: cue.lemma for cue in table.rows if cue.pos == "v" for form in _forms(cue, table.irregular)}
