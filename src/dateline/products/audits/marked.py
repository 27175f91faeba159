"""The sentence of a row with its slots marked."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.store.auditing import AuditRow


def marked(row: AuditRow) -> str:
    """The sentence in one line: `[source: Norway] [trigger: met] [target: the king of Tonga]`. Of marks that cross each other the first is kept."""
    opening, closing = _edges(row)
    parts: list[str] = []
    for at, letter in enumerate([*row.sentence, ""]):
        parts.append("]" * closing.get(at, 0))
        parts.extend(f"[{names}: " for names in opening.get(at, ()))
        parts.append(letter)
    return " ".join("".join(parts).split())


def _edges(row: AuditRow) -> tuple[dict[int, list[str]], dict[int, int]]:
    """The names of the marks that open at each place, outer ones first, and how many close there."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    for start, end, names in _nested(row):
        opening.setdefault(start, []).append(names)
        closing[end] = closing.get(end, 0) + 1
    return opening, closing


def _nested(row: AuditRow) -> Iterator[tuple[int, int, str]]:
    """The marks from left to right, outer ones first; those of the same words are one."""
    fields: dict[tuple[int, int], list[str]] = {}
    for mark in row.marks:
        fields.setdefault((mark.start, mark.end), []).append(mark.field)
    ends: list[int] = []
    for start, end in sorted(fields, key=lambda span: (span[0], -span[1])):
        while ends and ends[-1] <= start:
            ends.pop()
        if start < end and (not ends or end <= ends[-1]):
            ends.append(end)
            yield start, end, ", ".join(dict.fromkeys(fields[start, end]))
