"""What a question may hold: days and roots that there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.ontology import Ontology
from dateline.products.answers.faults import AskedWrongly


def known_day(given: str | None) -> str | None:
    """A day, month or year, as it was given.

    Raises:
        AskedWrongly: it is no day.
    """
    if given is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", given):
        return given
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise AskedWrongly(f"{given[:40]!r} is no day: write it as 2024-03-12, 2024-03 or 2024.") from error


def known_roots(asked: str | Sequence[str] | None) -> list[str] | None:
    """Roots as the ontology writes them.

    Raises:
        UnknownCodeError: a value is no root.
    """
    values = [asked] if isinstance(asked, str) else asked
    return [Ontology.load().root(value.upper()) for value in values] if values else None
