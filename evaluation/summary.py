"""The last numbers of every set, small enough to keep in the repository: date, data, code, configuration, numbers."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from evaluation.bench import Bench
from evaluation.cases import SetResult, one_line
from evaluation.peers import Peer
from evaluation.readings import code_hash, file_hash
from evaluation.sets import LabelledSet
from evaluation.versions import versions

SUMMARY = Path(__file__).parent / "summary.json"
RULERS = ("metrics.py", "datasets.py", "score_seeds.py")


@dataclass(frozen=True, slots=True)
class Entry:
    """One set's numbers, and what they depend on: hashes of data, rulers and code, the parser, the versions.

    `totals` says of how many a count is; `peers` are others that the same run measured.
    """

    date: str
    cases: int
    errors: int
    data: str
    rulers: str
    code: str
    language_model: str
    versions: Mapping[str, str]
    numbers: Mapping[str, float]
    totals: Mapping[str, float] = field(default_factory=dict)
    peers: tuple[Peer, ...] = ()


def entry(bench: Bench, labelled: LabelledSet, result: SetResult, date: str) -> Entry:
    """What is kept of a result."""
    rulers = [bench.tools / name for name in RULERS if (bench.tools / name).exists()]
    return Entry(
        date,
        len(result.cases),
        len(result.errors),
        file_hash([bench.data / name for name in labelled.files], bench.data)[:16],
        file_hash(rulers, bench.tools)[:16],
        code_hash(),
        language_model(bench),
        {"python": platform.python_version(), **versions("spacy", "trafilatura", "dateline-news")},
        {**result.numbers, **result.also},
        dict(result.totals),
        result.peers,
    )


def language_model(bench: Bench) -> str:
    """The parser that Dateline uses here, as it says itself of a page; why not, where it cannot say."""
    try:
        model = bench.part("read")("Officials met in the capital on Monday.").provenance.language_model
    except Exception as error:  # a summary without this line is better than none
        return f"not known ({one_line(error)})"
    return f"{model.name} {(model.sha256 or '')[:16]}".strip()


def write_summary(path: Path, mode: str, entries: Mapping[str, Entry]) -> None:
    """Replaces the entries of the sets that ran in this mode, and leaves all others."""
    held: dict[str, dict[str, object]] = {"fast": {}, "full": {}}
    if path.exists():
        held |= json.loads(path.read_text(encoding="utf-8"))
    held[mode] = dict(sorted({**held[mode], **{name: asdict(e) for name, e in entries.items()}}.items()))
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
