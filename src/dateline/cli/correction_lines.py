"""A decision of a collection's log in one line."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.store import CorrectionRow

_LONGEST = 60


def correction_line(row: CorrectionRow) -> str:
    """ "decision 3: e2 of sha256:91c0…, “met”: status happened -> planned"."""
    words = f", “{_cut(row.words)}”" if row.words else ""
    if row.subject == "actor":
        return f"decision {row.number}{_state(row)}: {row.before[0]} is {row.after[0]}"
    where = f"{row.id} of {row.article}" if row.id else row.article or "an article that is gone"
    told = "; ".join(_parts(row))
    return f"decision {row.number}{_state(row)}: {where}{words}: {told}"


def _state(row: CorrectionRow) -> str:
    return "" if row.standing == "in_force" else f" ({row.standing})"


def _parts(row: CorrectionRow) -> Iterator[str]:
    if row.subject == "story":
        yield f"{row.act} of stories"
        return
    if row.act == "accept":
        yield "right as it is"
    if row.subject == "fact":
        return
    if row.act == "nothing":
        yield f"no {row.subject}" if row.subject != "mention" else "nobody"
    for field, before, after in zip(row.fields, row.before, row.after, strict=True):
        yield f"{field} {before or 'nothing'} -> {after or 'nothing'}"
    if row.note:
        yield f"note: {row.note}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
