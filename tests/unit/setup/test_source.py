"""What the code never does, whatever it is given."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[3] / "src"
MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
UNSAFE = {
    "pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "joblib",
    "marshal",
    "shelve",
    "yaml",
    "xmlrpc",
    "telnetlib",
}
"""Packages whose data can run code when it is read, or that speak in the clear."""


def imported(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def called(tree: ast.AST) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {ast.unparse(function) for function in calls if isinstance(function, ast.Name | ast.Attribute)}


def test_nothing_that_is_read_can_run() -> None:
    assert {path: bad for path, tree in MODULES.items() if (bad := imported(tree) & UNSAFE)} == {}
    forbidden = {"eval", "exec", "os.system", "os.popen", "tempfile.mktemp"}
    assert {path: bad for path, tree in MODULES.items() if (bad := called(tree) & forbidden)} == {}


def test_no_command_goes_through_a_shell() -> None:
    words = [word for tree in MODULES.values() for word in ast.walk(tree) if isinstance(word, ast.keyword)]
    assert not [word for word in words if word.arg == "shell"]


@pytest.mark.parametrize(
    "end", [".pkl", ".pickle", ".npy", ".npz", ".pt", ".bin", ".yml", ".yaml", ".so", ".dll"]
)
def test_nothing_is_packaged_that_can_run_when_it_is_read(end: str) -> None:
    assert [path for path in SOURCE.rglob(f"*{end}") if path.is_file()] == []
