"""Draws events and statements for a person to judge: `python -m evaluation.sample --out sample.jsonl`.

30 pages are drawn from two sets of news pages by one fixed seed, read, and 50 events and 50 statements are drawn from what
was read by another. A line holds ids, offsets and codes. `--with-text` adds the words, and then the file must lie outside
this repository, because page text belongs to its publishers. Verdicts go to `evaluation/verdicts/`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dateline.model import Event, Participant, Reading, Span, Statement, hull
from evaluation.bench import ROOT, Bench, PartMissing, first_by_hash, shared_folder
from evaluation.readings import Document, read_documents

PAGE_SEED = "pages-2026"
RECORD_SEED = "records-2026"
PAGES = 30
RECORDS = 50
MARGIN_OF_CONTEXT = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event or statement to be judged. `page` is the set's id, `record` the record's inside the page's article."""

    page: str
    article: str
    record: str
    kind: str
    span: tuple[int, int]
    codes: Mapping[str, object]
    text: str | None = None
    context: str | None = None

    def to_json(self) -> str:
        """Without the words, unless they were asked for."""
        return json.dumps({k: v for k, v in asdict(self).items() if v is not None}, ensure_ascii=False)


def draw_pages(
    pages: Iterable[Document], number: int = PAGES, left_out: frozenset[str] = frozenset()
) -> list[Document]:
    """The fixed sample of pages, by the id that a page has in its own set (behind the colon); none of those left out."""
    unread = sorted((page for page in pages if own_id(page.id) not in left_out), key=lambda page: page.id)
    return first_by_hash(unread, lambda page: own_id(page.id), number, PAGE_SEED)


def own_id(page: str) -> str:
    """`basil:ab12` -> `ab12`."""
    return page.partition(":")[2] or page


def draw_records(
    readings: Mapping[str, Reading], number: int = RECORDS, *, with_text: bool = False
) -> list[Drawn]:
    """`number` events, then `number` statements, of readings by page id."""
    events, statements = [], []
    for page, reading in sorted(readings.items()):
        events += [drawn_event(page, reading, event) for event in reading.events]
        statements += [drawn_statement(page, reading, s) for s in reading.statements if s.content]
    drawn = [*choose(events, number), *choose(statements, number)]
    return [worded(row, readings[row.page].article.text) for row in drawn] if with_text else drawn


def choose(rows: Sequence[Drawn], number: int) -> list[Drawn]:
    """By page and place, so that the draw does not depend on how records are numbered."""
    return first_by_hash(rows, lambda row: f"{row.page} {row.kind} {row.span}", number, RECORD_SEED)


def drawn_event(page: str, reading: Reading, event: Event) -> Drawn:
    """An event's codes and the offsets of its slots."""
    codes: dict[str, object] = {
        "plover": event.plover,
        "status": event.status.value,
        "mode": event.mode,
        "cameo": event.cameo,
        "source": [participant(p) for p in event.source],
        "target": [participant(p) for p in event.target],
        "date": event.date.value if event.date else None,
        "place": event.place.id if event.place else None,
        "trigger": [event.trigger.start, event.trigger.end],
        "statement": event.statement,
        "rule": event.rule,
    }
    return Drawn(page, reading.article.id, event.id, "event", event.evidence, codes)


def drawn_statement(page: str, reading: Reading, statement: Statement) -> Drawn:
    """A statement's type, speaker and the offsets of cue and content."""
    speaker = statement.speaker
    codes: dict[str, object] = {
        "type": statement.type.value,
        "speaker": {"actor": speaker.actor, "spans": pairs(speaker.spans)} if speaker else None,
        "cue": list(statement.cue) if statement.cue else None,
        "content": pairs(statement.content),
        "channel": statement.channel.kind if statement.channel else None,
        "act": statement.act,
    }
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return Drawn(page, reading.article.id, statement.id, "statement", hull(spans), codes)


def participant(found: Participant) -> dict[str, object]:
    """Who, by id and code, and where."""
    return {"actor": found.actor, "code": found.code, "spans": pairs(found.spans)}


def pairs(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def worded(row: Drawn, text: str) -> Drawn:
    """With its evidence and what stands around it, for a human reader."""
    start, end = row.span
    context = text[max(0, start - MARGIN_OF_CONTEXT) : end + MARGIN_OF_CONTEXT]
    return Drawn(
        row.page, row.article, row.record, row.kind, row.span, row.codes, Span(start, end).of(text), context
    )


def inside_repository(path: Path, root: Path = ROOT) -> bool:
    """True when a file would lie in the checkout."""
    return path.resolve().is_relative_to(root.resolve())


def documents_of(bench: Bench) -> list[Document]:
    """All pages that may be drawn, under ids that say the set."""
    sets = {"basil": bench.datasets.basil(bench.data), "newswcl50": bench.datasets.newswcl50(bench.data)}
    return [Document(f"{name}:{d.id}", d.text, d.date) for name, documents in sets.items() for d in documents]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 written (or no sets here), 2 nothing done."""
    made = argparse.ArgumentParser(
        prog="python -m evaluation.sample", description=(__doc__ or "").split("\n\n")[0]
    )
    made.add_argument("--out", type=Path, required=True, help="the file to write, JSON lines")
    made.add_argument("--with-text", action="store_true", help="add the words; only outside the repository")
    made.add_argument(
        "--left-out", type=Path, help="ids of pages that were read before, one a line: none is drawn"
    )
    made.add_argument("--data", type=Path, default=shared_folder() / "data", help="the sets")
    made.add_argument("--tools", type=Path, default=shared_folder() / "tools", help="the rulers")
    given = made.parse_args(arguments)
    if given.with_text and inside_repository(given.out):
        made.error(f"{given.out} lies in the repository: with --with-text it must lie outside")
    if not given.data.exists() or not given.tools.exists():
        print("sample skipped: no labelled sets here (set DATELINE_SHARED)")
        return 0
    bench = Bench(given.data.resolve(), given.tools.resolve())
    try:
        left_out = (
            frozenset(given.left_out.read_text("utf-8").split()) if given.left_out else frozenset[str]()
        )
        pages = draw_pages(documents_of(bench), left_out=left_out)
        readings, errors = read_documents(bench, "sample", pages)
    except PartMissing as missing:
        print(f"sample not drawn: {missing}", file=sys.stderr)
        return 2
    rows = draw_records(readings, with_text=given.with_text)
    given.out.write_text("".join(row.to_json() + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} records of {len(readings)} pages in {given.out}; {len(errors)} pages not read")
    return 0


if __name__ == "__main__":
    sys.exit(main())
