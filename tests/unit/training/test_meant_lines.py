"""The paragraphs with who is meant: marks are whole, and whom a pronoun means is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.meant_lines import paragraphs


def test_every_paragraph_is_sound() -> None:
    found = list(paragraphs())
    assert len(found) > 200
    assert all(len({meant.number for meant in marked}) > 1 for _, marked in found)


def test_words_lie_where_they_are_said_to_lie(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "{1:Minister Ruiz} sacked {2:Ode} after {2:he} left {1:her}.\n", "utf-8"
    )
    ((text, marked),) = paragraphs(tmp_path)
    assert text == "Minister Ruiz sacked Ode after he left her."
    assert [(meant.span.of(text), meant.number) for meant in marked] == [
        ("Minister Ruiz", 1),
        ("Ode", 2),
        ("he", 2),
        ("her", 1),
    ]


def test_a_broken_mark_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("{1:Ruiz said {1:she} left.\n", "utf-8")
    with pytest.raises(ValueError, match="broken"):
        list(paragraphs(tmp_path))
