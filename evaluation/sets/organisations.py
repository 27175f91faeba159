"""Whether the tables know the organisations of the news: names that occur in three documents or more, found without the tables.

A name resolves where the tables give an organisation, or an organ of a state, on the day of half of its documents. Names that do not are looked up
in `labels/organisations.csv`, decided by hand: `local`, with a reason, is what no table of world news needs; `none` is no organisation and is left
out; whatever else counts as missing.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dateline.knowledge import Knowledge
from dateline.language.identify import identify_language
from dateline.model import ActorKind, Candidate
from evaluation.bench import Bench
from evaluation.cases import Case, SetResult, with_prefix
from evaluation.organisation_names import ORGANISATION, kept_tags, names_in, text_key

NAME = "organisations"
FILES = (
    "stories",
    "statements/polnear_train_dev.tar.gz",
    "ingest/aeb",
    "ingest/naeb",
    "ingest/funduspub",
    "seeds",
)
FAST_DOCUMENTS = 200
LABELS = Path(__file__).parents[1] / "labels" / "organisations.csv"

FEWEST = 3
"""Documents in which a name occurs at least."""
_KINDS = {
    ActorKind.ORGANISATION,
    ActorKind.PARTY,
    ActorKind.ARMED_GROUP,
    ActorKind.COMPANY,
    ActorKind.OUTLET,
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Verdict(StrEnum):
    """What becomes of a name: `none` is no organisation, `missing` is one that the tables ought to have."""

    KNOWN = "known"
    LOCAL = "local"
    NONE = "none"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class NewsText:
    """A document: its text, and the day on which it came out where the set has it."""

    id: str
    text: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A name as it is mostly written, and the days of the documents in which it occurs, one each."""

    surface: str
    dates: tuple[str | None, ...]


def measure(bench: Bench) -> SetResult:
    """The share of names that are known or local, each name once (`names`), and by the documents that they occur in (`documents`)."""
    texts = [t for t in bench.chosen(news(bench), FAST_DOCUMENTS) if identify_language(t.text) == "en"]
    names = sorted(frequent(bench, texts), key=lambda name: (-len(name.dates), name.surface))
    labels, knowledge = read_labels(), Knowledge.load()
    verdicts = [(name, verdict_of(name, knowledge, labels)) for name in names]
    judged = [(name, verdict) for name, verdict in verdicts if verdict is not Verdict.NONE]
    numbers = with_prefix(NAME, [("names", share(judged)), ("documents", share(judged, by_documents=True))])
    counts = Counter(verdict for _, verdict in verdicts)
    also = with_prefix(NAME, [(str(verdict), counts[verdict]) for verdict in Verdict])
    cases = tuple(
        Case(
            name.surface,
            float(verdict is not Verdict.MISSING),
            {"documents": len(name.dates), "verdict": verdict.value},
        )
        for name, verdict in verdicts
    )
    return SetResult(NAME, numbers, cases, also, note=f"{len(texts)} documents, {len(names)} names")


def share(judged: Sequence[tuple[Occurrences, Verdict]], *, by_documents: bool = False) -> float:
    """The part that is known or local; 0 of nothing."""
    weights = [(len(name.dates) if by_documents else 1, verdict) for name, verdict in judged]
    right = sum(weight for weight, verdict in weights if verdict is not Verdict.MISSING)
    return right / (sum(weight for weight, _ in weights) or 1)


def verdict_of(name: Occurrences, knowledge: Knowledge, labels: dict[str, Verdict]) -> Verdict:
    """By the tables first, then by hand."""
    dates = Counter(name.dates)
    known = sum(count for day, count in dates.items() if is_known(name.surface, knowledge, day))
    if 2 * known >= len(name.dates):
        return Verdict.KNOWN
    return labels.get(name.surface.casefold(), Verdict.MISSING)


def is_known(name: str, knowledge: Knowledge, day: str | None) -> bool:
    """True when the name gives an organisation on that day; "McDonald's" has lost its ending with the possessives."""
    return any(is_organisation(knowledge.lookup(form, at=day)) for form in (name, f"{name}'s"))


def is_organisation(candidates: Sequence[Candidate]) -> bool:
    """True when the best candidate is an organisation, or a state by its seat ("Kremlin") or by its agents ("Kazakh police")."""
    if not candidates:
        return False
    best = candidates[0]
    is_organ = best.code != best.state or (best.why or "").startswith("metonym")
    return best.kind in _KINDS or (best.kind is ActorKind.STATE and is_organ)


def read_labels() -> dict[str, Verdict]:
    """Verdicts by name in lower case."""
    with LABELS.open(encoding="utf-8", newline="") as rows:
        return {row["name"].casefold(): Verdict(row["verdict"]) for row in csv.DictReader(rows)}


def frequent(bench: Bench, texts: Sequence[NewsText]) -> Iterator[Occurrences]:
    """Names that are tagged as organisations in `FEWEST` documents or more, and not mostly as something else."""
    seen: dict[str, dict[str, list[tuple[str, str | None]]]] = {}
    for text, tags in zip(texts, kept_tags(bench.cache / NAME, [t.text for t in texts]), strict=True):
        for one in names_in(text.text, tags):
            seen.setdefault(one.key, {}).setdefault(one.tag, []).append((one.surface, text.date))
    for by_tag in seen.values():
        said = by_tag.get(ORGANISATION, [])
        if len(said) >= FEWEST and 2 * len(said) >= sum(map(len, by_tag.values())):
            surface = min(Counter(s for s, _ in said).items(), key=lambda item: (-item[1], item[0]))[0]
            yield Occurrences(surface, tuple(day for _, day in said))


def news(bench: Bench) -> list[NewsText]:
    """Documents of the shared news, each text once."""
    return list({text_key(t.text): t for t in _all_news(bench) if t.text.strip()}.values())


def _all_news(bench: Bench) -> Iterator[NewsText]:
    sets, data = bench.datasets, bench.data
    for name in ("ecb", "basil", "newswcl50"):
        yield from (_news(name, d.id, d.text, d.date) for d in getattr(sets, name)(data))
    yield from (_news("meantime", d.id, d.text, d.date) for d in sets.meantime("en", data))
    for split in ("train", "dev"):
        yield from (_news("polnear", d.id, d.text, d.id) for d in sets.polnear(split, data))
    for name in ("aeb", "naeb", "funduspub"):
        yield from (_news(name, d.id, d.body, d.date) for d in getattr(sets, name)(data))
    for path in sorted((data / "seeds").glob("*.txt")):
        yield _news("seeds", path.name, path.read_text("utf-8"), None)


def _news(name: str, id: str, text: str, dated: str | None) -> NewsText:
    day = _DAY.search(dated or "")
    return NewsText(f"{name} {id}", text, day[0] if day else None)
