"""Quotations with a plain cue beside them in languages without a parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement
from dateline.statements.foreign import foreign_cues

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        (
            "„Wir werden den Damm noch sanieren“, sagte Ministerin Karla Oderwald.",
            "Ministerin Karla Oderwald",
            "say",
        ),
        ("Der Bürgermeister Jens Hallig erklärte: „Wir haben zu lange gewartet.“", "Jens Hallig", "state"),
        (
            "« Nous ne céderons pas », a déclaré la ministre Jeanne Morval.",
            "la ministre Jeanne Morval",
            "say",
        ),
        ("Paul Garnier a ajouté : « La digue doit être réparée. »", "Paul Garnier", "add"),
        ("“No vamos a cerrar el puerto”, dijo Luis Ortega el lunes.", "Luis Ortega", "say"),
        ("«Мы отремонтируем плотину», — заявил министр Иван Петров.", "министр Иван Петров", "state"),
    ],
)
def test_a_cue_beside_the_marks_gives_the_speaker(
    text: str, speaker: str, act: str, find_unparsed: Find
) -> None:
    (statement,) = find_unparsed(text)
    assert statement.speaker is not None and statement.cue is not None
    assert statement.speaker.name.endswith(speaker)
    assert (statement.type, statement.act) == ("direct", act)


def test_foreign_cues_are_distinct_and_lower_case() -> None:
    assert all(form == form.lower() and cue.takes_quotation for form, cue in foreign_cues().items())
