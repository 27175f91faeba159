"""Readings of whole sets, kept between runs as long as neither the code nor the text has changed.

They lie as JSON lines under `.cache/evaluation/CODE-HASH/SET.jsonl`, which git ignores. A run that was stopped goes on where
it was.
"""

from __future__ import annotations

import hashlib
import importlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from dateline.model import Reading
from evaluation.bench import ROOT, Bench, progress
from evaluation.cases import Attempts, one_line

KEPT = 3
"""Hashes of code whose readings are kept."""
MOST_WORKERS = 2
AFTER_READING = frozenset({"syndication", "stories", "products", "cli", "newsroom"})
"""Packages of Dateline that come after `reading`: a change in them leaves readings as they are."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document to read: its id in the set, its text, and the date and the outlet that it is given, if any."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None

    @property
    def key(self) -> str:
        """Changes with anything that goes into the reading."""
        given = "\n".join(filter(None, (self.published or "None", self.outlet)))
        return hashlib.sha256(f"{given}\n{self.text}".encode()).hexdigest()


def file_hash(paths: Iterable[Path], base: Path) -> str:
    """SHA-256 over names and contents of files, those under folders included; compiled Python left out."""
    digest = hashlib.sha256()
    files = {file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))}
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(base)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def code_hash(root: Path = ROOT) -> str:
    """Of the sources and tables that a reading depends on, and of the installed spaCy and its models by version."""
    source = root / "src" / "dateline"
    used = [path for path in source.iterdir() if path.name not in AFTER_READING]
    parsers = sorted(
        f"{d.name} {d.version}"
        for d in distributions()
        if d.name and d.name.startswith(("spacy", "en-core", "en_core"))
    )
    whole = file_hash(used, source) + "\n".join(parsers)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def cache_file(bench: Bench, name: str) -> Path:
    """Where the readings of a set lie; older hashes are cleared, the cache is hidden from git."""
    folder = bench.cache / code_hash()
    folder.mkdir(parents=True, exist_ok=True)
    (bench.cache / ".gitignore").write_text("*\n", encoding="utf-8")
    old = sorted((p for p in bench.cache.iterdir() if p.is_dir()), key=lambda p: -p.stat().st_mtime)
    for stale in old[KEPT:]:
        shutil.rmtree(stale, ignore_errors=True)
    return folder / f"{name}.jsonl"


class _Kept(msgspec.Struct):
    key: str
    reading: msgspec.Raw


def kept_readings(path: Path) -> dict[str, bytes]:
    """JSON of the readings in a cache file by key; a last line that was cut off is passed over."""
    kept: dict[str, bytes] = {}
    for line in path.read_bytes().splitlines() if path.exists() else []:
        try:
            row = msgspec.json.decode(line, type=_Kept)
        except msgspec.DecodeError:
            continue
        kept[row.key] = bytes(row.reading)
    return kept


def read_documents(
    bench: Bench, name: str, documents: Sequence[Document]
) -> tuple[dict[str, Reading], dict[str, str]]:
    """Readings by document id, from the cache where they are, and errors by document id.

    Raises:
        PartMissing: `read` is not there, or fails on every document.
    """
    bench.part("read")
    path = cache_file(bench, name)
    kept = kept_readings(path)
    attempts = Attempts() if not kept else Attempts(patience=len(documents) + 1)
    waiting = {document.key: document for document in documents if document.key not in kept}
    with path.open("a", encoding="utf-8") as lines:
        for document, reading, error in progress_of(bench, name, list(waiting.values())):
            if attempts.call(document.id, None, _settled, reading, error) is not None:
                kept[document.key] = str(reading).encode("utf-8")
                lines.write(f'{{"key":"{document.key}","reading":{reading}}}\n')
    if len(attempts.errors) == len(documents):
        attempts.require_some()
    readings = {d.id: Reading.from_json(kept[d.key]) for d in documents if d.key in kept}
    return readings, attempts.errors


Outcome = tuple[Document, str | None, Exception | None]


def progress_of(bench: Bench, name: str, documents: list[Document]) -> Iterator[Outcome]:
    """Documents as they are read: in this process, or in two when that is allowed and pays."""
    if bench.workers < 2 or len(documents) < 8:
        for document in progress(documents, f"{name}, reading"):
            yield outcome(bench.package, document)
        return
    workers = min(MOST_WORKERS, bench.workers)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(outcome, bench.package, document) for document in documents]
        for job in progress(jobs, f"{name}, reading"):
            yield job.result()


def outcome(package: str, document: Document) -> Outcome:
    """A document with its reading as JSON, or with what went wrong."""
    try:
        read: Callable[..., Any] = importlib.import_module(package).read
        return (
            document,
            read(document.text, published=document.published, outlet=document.outlet).to_json(),
            None,
        )
    except (ImportError, NotImplementedError) as error:
        return document, None, ImportError(one_line(error))
    except Exception as error:  # kept with the document's id; the set goes on
        return document, None, RuntimeError(one_line(error))


def _settled(reading: str | None, error: Exception | None) -> str | None:
    if error:
        raise error
    return reading
