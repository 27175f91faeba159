"""The unit tests of another coder, PETRARCH: which of its codings we find, and why the others differ.

Its sentences are stylised and its actors mostly invented, with a dictionary of their own, so there is no score to reach: what counts is
the kind of each difference, which was written down by hand (`labels/petr_differences.csv`). The invented actors are given to our tables as
states, as the dictionary is to the other coder; an actor is right by its state's code or by the words that the dictionary has for it.
"""

from __future__ import annotations

import csv
import re
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline.knowledge import Knowledge
from dateline.knowledge.overlay_rows import columns_of
from dateline.language import load_parser
from dateline.model import Article, Block, BlockKind, DatedValue, DatePrecision, Event, Participant
from dateline.ontology import Ontology
from dateline.reading import Resources, read_clean
from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, Detail, SetResult, with_prefix

NAME = "petr"
FILES = ("events/PETR.UnitTest.records.xml", "events/PETR.Validate.actors.txt")
LABELS = Path(__file__).parents[1] / "labels" / "petr_differences.csv"
KINDS = ("ours", "theirs")

_ROOTS = {
    "01": "CONCEDE RETREAT AGREE",
    "02": "REQUEST ACCUSE",
    "03": "CONSULT AGREE",
    "04": "SUPPORT",
    "05": "AGREE AID",
    "06": "SUPPORT COOPERATE AID CONCEDE RETREAT",
    "07": "AID COOPERATE",
    "08": "AGREE SUPPORT COOPERATE",
    "09": "REQUEST",
    "10": "REQUEST AGREE",
    "11": "REJECT ACCUSE",
    "12": "ACCUSE",
    "13": "ACCUSE",
    "14": "REJECT ACCUSE",
    "15": "REQUEST",
    "16": "THREATEN",
    "17": "THREATEN COERCE",
    "18": "PROTEST MOBILIZE",
    "19": "SANCTION REJECT ASSAULT",
    "20": "SANCTION COERCE",
    "21": "COERCE ASSAULT",
    "22": "ASSAULT",
}
"""The first two digits of the suite's codes, of the older scheme WEIS or of CAMEO, and the PLOVER roots that tell the same."""

Coding = tuple[str, str, str]
"""Source, target and event code."""


@dataclass(frozen=True, slots=True)
class Record:
    """A test: its id (a repeated one with its number), category, day, sentence and codings."""

    id: str
    category: str
    date: str
    text: str
    codings: tuple[Coding, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a record: the codings found, those missed, and events of ours that are none of them."""

    record: Record
    found: tuple[Coding, ...]
    missed: tuple[Coding, ...]
    extra: tuple[Event, ...]

    @property
    def differs(self) -> bool:
        return bool(self.missed or self.extra)


def measure(bench: Bench) -> SetResult:
    """The table by category, as a note; the share of codings found and of differing records whose difference is our error."""
    attempts, actors = Attempts(), actor_words(bench.data / FILES[1])
    code = partial(coded, with_invented(actors))
    outcomes = [
        outcome(record, attempts.call(record.id, [], code, record), actors)
        for record in progress(records(bench.data / FILES[0]), NAME)
    ]
    attempts.require_some()
    kinds = read_kinds()
    wanted = sum(len(o.record.codings) for o in outcomes)
    differing = [o for o in outcomes if o.differs]
    also = [
        ("found", sum(len(o.found) for o in outcomes) / max(1, wanted)),
        ("differ", len(differing) / max(1, len(outcomes))),
        ("ours", sum("ours" in kinds.get(o.record.id, ()) for o in differing) / max(1, len(outcomes))),
    ]
    cases = tuple(record_case(o, kinds) for o in outcomes)
    note = "\n" + "\n".join(table(outcomes, kinds))
    return SetResult(NAME, {}, cases, with_prefix(NAME, also), errors=attempts.errors, note=note)


def records(path: Path) -> list[Record]:
    """The tests in their order."""
    seen: Counter[str] = Counter()
    found = []
    for row in ElementTree.parse(path).iter("Sentence"):
        name = row.get("id", "")
        seen[name] += 1
        codings = tuple(
            (mark.get("sourcecode", ""), mark.get("targetcode", ""), mark.get("eventcode", ""))
            for mark in row.findall("EventCoding")
            if mark.get("eventcode")
        )
        text = " ".join((row.findtext("Text") or "").split())
        category = {"AGENTS": "AGENT", "COMPOUNDx": "COMPOUND"}.get(
            row.get("category", ""), row.get("category", "")
        )
        unique = name if seen[name] == 1 else f"{name}#{seen[name]}"
        found.append(Record(unique, category, row.get("date", ""), text, codings))
    return found


def actor_words(path: Path) -> dict[str, frozenset[str]]:
    """Names by the first three letters of their codes, in lower case. A name that is not indented and has no `+` begins an entry; the
    entry's codes may follow on lines of their own."""
    entries: list[tuple[set[str], set[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = re.sub(r"#.*", "", line).rstrip()
        name = re.sub(r"\[.*", "", row).strip(" _+\t").replace("_", " ").lower()
        if not row or row.startswith("<"):
            continue
        if name and not row.startswith("+"):
            entries.append((set(), set()))
        names, codes = entries[-1]
        names |= {name} - {""}
        codes |= {code.strip()[:3].upper() for code in re.findall(r"\[([^\]]+)\]", row)}
    found: dict[str, set[str]] = defaultdict(set)
    for names, codes in entries:
        for code in codes:
            found[code] |= names
    return {code: frozenset(names) for code, names in found.items()}


def is_known(known: Knowledge, name: str) -> bool:
    """Whether our tables have a name of the dictionary, as words or in capitals."""
    return any(known.lookup(form, at="1995") for form in (name.title(), name.upper()))


def with_invented(actors: Mapping[str, frozenset[str]]) -> Resources:
    """Dateline with the dictionary's invented actors as states: those of whom our tables know no name."""
    known = Knowledge.load(())
    rows = [
        {"iso3": code, "name": names[0].title(), "names": "|".join(name.title() for name in names[1:])}
        for code, names in (
            (code, sorted(names, key=lambda name: (len(name), name)))
            for code, names in sorted(actors.items())
        )
        if re.fullmatch("[A-Z]{3}", code) and not any(is_known(known, name) for name in names)
    ]
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "states.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns_of("states"), restval="")
            table.writeheader()
            table.writerows(rows)
        return Resources.of(load_parser(), Knowledge.load([folder]), Ontology.load(), NAME)


def coded(loaded: Resources, record: Record) -> Sequence[Event]:
    """Our events of a record, read on its day."""
    day = f"{record.date[:4]}-{record.date[4:6]}-{record.date[6:]}"
    published = DatedValue(day, DatePrecision.DAY, "given", None)
    body = (Block(BlockKind.BODY, 0, len(record.text)),)
    article = Article("", "", None, None, None, (), published, None, None, "en", True, record.text, body, ())
    return read_clean(article, loaded).events


def outcome(record: Record, events: Sequence[Event], actors: Mapping[str, frozenset[str]]) -> Outcome:
    """Codings beside events; one event may be several codings, as lists of actors are one event with us."""
    hits = {coding: [e for e in events if is_coded(coding, e, record, actors)] for coding in record.codings}
    used = {id(e) for found in hits.values() for e in found}
    return Outcome(
        record,
        tuple(c for c in record.codings if hits[c]),
        tuple(c for c in record.codings if not hits[c]),
        tuple(e for e in events if id(e) not in used),
    )


def is_coded(coding: Coding, event: Event, record: Record, actors: Mapping[str, frozenset[str]]) -> bool:
    """The same root and the same actors; where the record has the coding in both directions, in any order."""
    source, target, code = coding
    if event.plover not in _ROOTS.get(code[:2], "").split():
        return False

    def stands(side: str, participants: Sequence[Participant]) -> bool:
        return is_among(actors, side, participants, record.text)

    if stands(source, event.source) and stands(target, event.target):
        return True
    is_mutual = any((target, source) == other[:2] for other in record.codings)
    both = [*event.source, *event.target]
    return is_mutual and stands(source, both) and stands(target, both)


def is_among(
    actors: Mapping[str, frozenset[str]], code: str, participants: Sequence[Participant], text: str
) -> bool:
    """Whether a code's actor is one of some participants: by the state's code, or by words of the dictionary or of the code itself.
    A code without a state (`---GOV`) is anybody's."""
    if code.startswith("---"):
        return True
    parts = (actors.get(code[i : i + 3], frozenset()) for i in range(0, len(code), 3))
    words = {code.strip('"').lower()} if code.startswith('"') else set().union(*parts)
    said = [" ".join((p.name, *(span.of(text) for span in p.spans))).lower() for p in participants]
    named = any(word.removeprefix("the ") in names for word in words for names in said)
    return named or any(p.state == code[:3] for p in participants)


def read_kinds(path: Path = LABELS) -> dict[str, tuple[str, ...]]:
    """The kinds of difference of each record, by hand."""
    found: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found[row["record"]].append(row["kind"])
    return {record: tuple(kinds) for record, kinds in found.items()}


def table(outcomes: Sequence[Outcome], kinds: Mapping[str, Sequence[str]]) -> list[str]:
    """A line a category: tests, codings, how many of them are found, extra events, and tests that differ by the kind of difference."""
    lines = [line_of("category", "tests", "codings", "found", "extra", "differ", *KINDS, "unlabelled")]
    categories = sorted({o.record.category for o in outcomes})
    for category in [*categories, "all"]:
        own = [o for o in outcomes if category in (o.record.category, "all")]
        differing = [kinds.get(o.record.id, ()) for o in own if o.differs]
        by_kind = [sum(kind in labels for labels in differing) for kind in KINDS]
        counts = [
            len(own),
            sum(len(o.record.codings) for o in own),
            sum(len(o.found) for o in own),
            sum(len(o.extra) for o in own),
            len(differing),
            *by_kind,
            sum(not labels for labels in differing),
        ]
        lines.append(line_of(category, *map(str, counts)))
    return lines


def line_of(name: str, *cells: str) -> str:
    """A row of the table."""
    return f"{name:<12}" + "".join(f"{cell:>11}" for cell in cells)


def record_case(result: Outcome, kinds: Mapping[str, Sequence[str]]) -> Case:
    """The share of a record's codings found, what was missed and what is too much."""
    wanted = len(result.record.codings)
    share = len(result.found) / wanted if wanted else float(not result.extra)
    details: dict[str, Detail] = {
        "missed": [list(coding) for coding in result.missed],
        "extra": [[e.trigger.start, e.trigger.end, e.plover] for e in result.extra],
        "kinds": list(kinds.get(result.record.id, ())) if result.differs else [],
    }
    return Case(result.record.id, share, details)
