"""Citations as RIS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.products.citations.passage import Passage, keys_of


def written(passages: Sequence[Passage]) -> str:
    """One record of type NEWS a passage; lines end as the format has it, in CR and LF."""
    records = (_lines(passage, key) for passage, key in zip(passages, keys_of(passages), strict=True))
    return "".join(f"{tag}  - {value}\r\n" for lines in records for tag, value in lines)


def _lines(passage: Passage, key: str) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", key
    for author in passage.authors:
        yield "AU", _flat(author)
    yield "TI", _flat(passage.title or "untitled")
    yield "T2", _flat(passage.outlet or "outlet not named")
    parts = passage.date_parts
    if parts:
        yield "PY", str(parts[0])
        written_parts = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]
        yield "DA", "/".join([*written_parts, *[""] * (4 - len(written_parts))])
    if passage.url:
        yield "UR", _flat(passage.url)
    yield "LA", passage.language
    yield "N1", _flat(passage.note)
    yield "ER", ""


def _flat(text: str) -> str:
    """One line: a line break would begin another field."""
    return " ".join(text.split())
