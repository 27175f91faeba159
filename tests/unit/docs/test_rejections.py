"""Every code that an input may be rejected with is in one table, which docs/rejections.md shows; no other is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from dateline.engine import Loss
from dateline.model import REJECTION_CODES

ROOT = Path(__file__).resolve().parents[3]
ARCHIVES = ROOT / "src" / "dateline" / "sources" / "archives"
WHERE = {"InputError": 0, "Rejection": 1}
"""Which argument is the code."""


def _given_codes() -> Iterator[tuple[str, ast.expr]]:
    """The code of each rejection that is made anywhere in the package, as it is written there."""
    for path in sorted((ROOT / "src" / "dateline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WHERE:
                code = node.args[WHERE[node.func.id]]
                if not (
                    isinstance(code, ast.Attribute) and code.attr == "code"
                ):  # that of what was raised or found
                    yield f"{path.name}:{node.lineno}", code


def _found_codes() -> set[str]:
    """The codes that the readers of archives write down where they find damage; their pages pass them on."""
    known = {row.code for row in REJECTION_CODES}
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(ARCHIVES.rglob("*.py"))]
    words = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {word for word in words if isinstance(word, str)} & known


def test_every_code_is_written_where_it_is_raised():
    unclear = [place for place, code in _given_codes() if not isinstance(code, ast.Constant)]
    assert unclear == []


def test_the_table_has_the_codes_that_are_raised_and_no_other():
    raised = {code.value for _, code in _given_codes() if isinstance(code, ast.Constant)}
    raised |= _found_codes()
    assert {row.code for row in REJECTION_CODES} == raised
    assert {str(loss) for loss in Loss} <= raised
    assert len(REJECTION_CODES) == len(raised)


def test_the_page_shows_the_table():
    page = (ROOT / "docs" / "rejections.md").read_text("utf-8")
    shown = [line for line in page.splitlines() if line.startswith("| `")]
    assert shown == [f"| `{row.code}` | {row.meaning} | {row.remedy} |" for row in REJECTION_CODES]
